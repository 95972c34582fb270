/* The list that the screen Signs goes through: the quick set, a group, the reminders for this
 * person, or one sign alone. Which list is open, and where, is in the view. */
#ifndef SCREENS_SIGN_LIST_H
#define SCREENS_SIGN_LIST_H

#include "screens/screen.h"

struct sign_list {
    const char *title;
    const int *signs;
    int count;
    bool open_question; /* stands behind the signs, as one more row */
};

/* `list`: LIST_QUICK, LIST_PROMPTS, LIST_SINGLE, or a group of the setting. Lives as long as the
 * picture. */
struct sign_list sign_list_make(struct ui *ui, const struct model *m, int list);

int sign_list_rows(const struct sign_list *l);
/* The row that is open: in the list also where the list became shorter. */
int sign_list_row(const struct model *m, const struct sign_list *l);
int sign_list_count(const struct model *m, const struct sign_list *l, bool noted); /* noted, or answered at all */
/* "5 of 7 answered" */
const char *sign_list_progress(struct ui *ui, const struct model *m, const struct sign_list *l);

/* The open list as a panel: heading, rows, and at its lower edge the way to the other groups. */
struct action sign_list_show(struct ui *ui, const struct model *m);
/* The same as part of another screen, where the window has no room for the list beside the sheet. */
struct action sign_list_inline(struct ui *ui, const struct model *m);

/* Where the keyboard begins on the sheet of a row: the answer that stands there, or the first. */
const char *sign_list_answer_key(struct ui *ui, const struct model *m, const struct sign_list *l, int row);

/* Is it a reminder for this person? */
bool prompt_fits(struct ui *ui, const struct model *m, const struct prompt *p);

#endif
