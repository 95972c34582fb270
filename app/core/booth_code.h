/* What a booth hands to the second line: a short code, said by telephone or written on a slip.
 *
 * Rulings 8: the second line is another machine without a network. The code carries what was noted in
 * the rows of a booth lane, danger, and "may be under 18"; nothing else, and nothing that names anybody.
 * It is four consonants, so that it makes no word, and a check digit: "KRTB 7". With seven rows only
 * every eighteenth number is a code, which with the digit finds each single wrong letter and each swap
 * of two neighbours. A code of other rows than those of this content is refused too. */
#ifndef CORE_BOOTH_CODE_H
#define CORE_BOOTH_CODE_H

#include "base/language.h"
#include "core/session.h"

#define BOOTH_CODE_SIZE 8 /* with blank and NUL */

struct booth {
    enum state rows[LANE_ROWS]; /* STATE_NOTED, STATE_NOT_NOTED or STATE_NOT_ASKED */
    bool danger, child;
};

/* The code of a lane; `lane` must have rows. */
const char *booth_code_write(const struct setting *lane, const struct booth *b, char out[BOOTH_CODE_SIZE]);

/* Reads what somebody typed: letters of either case, blanks and hyphens anywhere. False if it is no
 * code of this lane. */
bool booth_code_read(const struct setting *lane, const char *text, struct booth *out);

/* The danger of the booth is "unsure" for the first tiles of its setting: act now, and look. For how many. */
int booth_danger_count(const struct setting *lane);

/* What a session keeps of a row that was noted, with its remark in this language. The text is that of
 * the pack or the catalogue. */
struct slot booth_noted(const struct lane_row *row, const struct language *l);

/* What a session of the lane holds, and the same put into a session of any setting. */
struct booth booth_of(const struct session *s);
void booth_apply(const struct setting *lane, const struct booth *b, struct session *s, const struct language *l);

/* The booth lane of the pack, or NULL; the first if there are several. */
const struct setting *booth_lane(const struct pack *p);

#endif
