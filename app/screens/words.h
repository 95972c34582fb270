/* Words that several screens say: marks round other words, names of signs, times, sources. All are in
 * the language of the screen and live as long as the picture. */
#ifndef SCREENS_WORDS_H
#define SCREENS_WORDS_H

#include "screens/model.h"
#include "ui/widgets.h"

/* In quotation marks, as something to say aloud; and with a full stop, as a short sentence. */
const char *quoted(struct ui *ui, const char *words);
const char *sentence(struct ui *ui, const char *words);

/* One more entry behind those of a list, which may be "": "Seen; Said". Between them stands what the
 * note puts there. */
const char *words_join(struct ui *ui, const char *list, const char *next);
/* Two words of one thing: "Noted, said". */
const char *words_comma(struct ui *ui, const char *first, const char *next);
/* "Regional contact point: by day" */
const char *words_pair(struct ui *ui, const char *name, const char *value);

/* ---- signs */

/* Short. */
const char *sign_name(const struct model *m, int indicator);
/* "Noted, said" for a row. */
const char *sign_state_words(struct ui *ui, const struct model *m, int indicator);
/* "Seen; Said", as the keys say it; "" where nobody said how it is known. */
const char *sign_known_words(struct ui *ui, const struct model *m, int indicator);
enum icon state_icon(enum state state);

/* ---- time */

/* "10:42" */
const char *clock_words(struct ui *ui, struct date_time t);
/* "Today." and "Flight at 14:20." of the assessment. */
const char *urgency_words_of(const struct model *m);
const char *deadline_words_of(struct ui *ui, const struct model *m);

/* ---- sources */

/* Sources by their short names: the long ones would say more than a screen may. Our own wording is no
 * source; general knowledge says that it must be checked. */
const char *source_keys(struct ui *ui, const struct model *m, const citations *list);

#endif
