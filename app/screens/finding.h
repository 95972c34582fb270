/* Finding things by typing parts of their names. */
#ifndef SCREENS_FINDING_H
#define SCREENS_FINDING_H

#include "screens/screen.h"

#define HITS_MAX 6 /* rows under a find field: more would be a list to read */

/* What fits, the best first; of equal ones the one added first. */
struct hits {
    int items[HITS_MAX], ranks[HITS_MAX];
    int count;
    int all; /* how many fit, shown or not */
};

/* How well something fits what was typed, 0 the best; -1: not. Each typed word has to stand in
 * the name, or to begin a word of `more`. Letters are alike as in fold.h. */
int finding_rank(const char *typed, const char *name, const char *more);

/* Adds a thing of this rank; -1 adds nothing. */
void hits_add(struct hits *h, int item, int rank);

/* Keeps as many as have room in the region below a field that comes next, but one at least: what
 * is chosen with the arrows has to show. `lines`: words of a row; `below`: room kept free. */
void hits_fit(struct ui *ui, struct hits *h, int lines, float below);

/* The row that Enter takes: the one chosen with the arrows, while the field is typed into. */
int hits_current(const struct ui *ui, const struct hits *h);

/* The find field of a screen. `enter`: the key of the current row, or NULL. */
struct action finding_field(struct ui *ui, const struct model *m, const char *key, const char *end, const struct hits *h,
                            const char *enter);

#endif
