/* One field of the note that is typed in or chosen, on whatever screen it is asked. */
#ifndef SCREENS_DETAIL_H
#define SCREENS_DETAIL_H

#include "screens/screen.h"

/* The index of the field with this id, or -1: content may leave it out. */
int detail_find(const struct model *m, const char *id);

/* Shows a field of note.json, with its label or the one given; its key is "<screen>/<id>".
 * A date or time that cannot be read is said below and not kept. */
struct action detail_show(struct ui *ui, const struct model *m, const char *screen, int field, const char *label);

/* The same by id; nothing where the content has no such field. */
struct action detail_show_id(struct ui *ui, const struct model *m, const char *screen, const char *id, const char *label);

const char *detail_label(const struct model *m, int field);
const struct slot *detail_slot(const struct model *m, int field);

#endif
