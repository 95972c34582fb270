/* Letters that people take for the same when they look for something: small and capital ones, and
 * those with and without accents. "österreich" finds "Österreich", and so does "osterreich"; in a
 * list Ö stands with O.
 *
 * An accent that is a letter of its own in some language (Å, Ñ, Й) is taken off all the same: here it
 * is better to find too much. Letters that are no other letter with an accent (Þ, Ш) stay. */
#ifndef SCREENS_FOLD_H
#define SCREENS_FOLD_H

#include "base/bytes.h"

/* Where words stand in a text, the best place first. */
enum fold_place { FOLD_BEGINS, FOLD_BEGINS_WORD, FOLD_INSIDE, FOLD_NOWHERE };
enum fold_place fold_place(const char *text, struct bytes words);

/* Which of two names comes first in a list: below 0 the first, above 0 the second, 0 where they are
 * alike. Letters of other scripts come in the order of their codes. */
int fold_compare(const char *a, const char *b);

#endif
