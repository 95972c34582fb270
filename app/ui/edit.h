/* The text in one field while it is typed: a caret, a selection, a limit.
 *
 * Offsets are bytes and always stand where a caret may stand. The text is valid UTF-8: what is
 * typed or pasted is checked, and characters that cannot be seen (but line ends, where the field
 * has several lines) are left out. Memory is fixed; edit_end() overwrites it. */
#ifndef UI_EDIT_H
#define UI_EDIT_H

#include "text/paragraph.h"

#define EDIT_MAX 8000 /* bytes */

struct edit {
    char text[EDIT_MAX + 1];
    int size, caret, anchor; /* what lies between caret and anchor is selected */
    int limit;
    bool several_lines;
    bool too_long; /* the last thing typed or pasted did not fit whole */
};

/* Begins with this text (NULL: none), the caret at its end. */
void edit_begin(struct edit *e, const char *text, int limit, bool several_lines);
void edit_end(struct edit *e);

/* Puts text in place of the selection. What does not fit is left out and `too_long` is set. */
void edit_insert(struct edit *e, const char *text);

/* Moves and removals go by the stops of the paragraph that shows the text. `select` keeps the
 * anchor. */
enum edit_move { EDIT_NEXT, EDIT_PREVIOUS, EDIT_LINE_UP, EDIT_LINE_DOWN, EDIT_LINE_BEGIN, EDIT_LINE_END, EDIT_ALL };
void edit_move(struct edit *e, const struct paragraph *shown, enum edit_move move, bool select);
void edit_remove(struct edit *e, const struct paragraph *shown, bool forward);

/* The caret to an offset. */
void edit_to(struct edit *e, int offset, bool select);

#endif
