/* Asking: groups of keys that take an answer, and the answer as an action. A key that is down and is
 * pressed again takes its answer back. */
#ifndef SCREENS_ASKING_H
#define SCREENS_ASKING_H

#include "core/fact.h"
#include "screens/screen.h"

/* One answer; `kept` names it for the undo line. Lives as long as the picture. */
struct action action_answer(struct ui *ui, enum slot_kind kind, int index, struct slot value, const char *kept);
/* "Kept: Interpreter, Telephone" for the undo line; "Taken back: Interpreter" where the answer is "". */
const char *kept_words(struct ui *ui, const struct model *m, const char *what, const char *answer);

/* Has one of the keys of this group the focus? */
bool has_focus_in(const struct ui *ui, const char *group);

/* ---- facts */

/* Labels, translated. */
const char *fact_question(const struct model *m, enum fact fact);
const char *fact_answer(const struct model *m, enum fact fact, int value); /* short; "" for 0 */
/* A group of keys for the values of a fact. `columns`: at most. Its key is "<screen>/<path of the fact>". */
struct action fact_keys(struct ui *ui, const struct model *m, const char *screen, enum fact fact, int columns);

/* ---- how something is known */

/* The five ways of knowing as keys, each may be on; with `digits` they have the keys 7 8 9 0 -. */
struct key_group known_group(struct ui *ui, const struct model *m, const char *key, const char *digits, unsigned known);

#endif
