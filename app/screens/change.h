/* What could still change the next step: three questions at most, and only what raises it. */
#ifndef SCREENS_CHANGE_H
#define SCREENS_CHANGE_H

#include "screens/screen.h"

/* The highest outcome that a change of this answer leads to, alone or with another; -1: none, or a file
 * alone cannot give the answer. */
int change_outcome(const struct model *m, struct ground g);

/* A panel with a row for each; pressing one opens the place where it is answered. */
struct action change_show(struct ui *ui, const struct model *m, const char *screen);

#endif
