/* What is looked at before a note leaves (fact base 17.3): what the receiver needs and nobody filled in,
 * words that judge, what should be asked or read out. Nothing blocks; each leads to where it is mended. */
#ifndef SCREENS_CHECKS_H
#define SCREENS_CHECKS_H

#include "note/note.h"
#include "screens/screen.h"

struct check {
    const char *id, *name, *hint; /* hint: or NULL */
    bool good;
    struct action fix; /* ACTION_NONE: there is nothing to mend */
};
typedef LIST(struct check) checks;

/* Lives as long as the picture. */
checks checks_make(struct ui *ui, const struct model *m, const struct note *n);

#endif
