/* What the parts of the program (app.h) share: views.c, cases.c, hand_over.c and preferences.c do what
 * app.c was asked for. Nobody else includes this. */
#ifndef APP_PARTS_H
#define APP_PARTS_H

#include "app.h"

/* ---- where the officer is (views.c) */

struct view_state view_new(enum screen screen);
void view_visit(struct view_state *v, enum screen screen);
/* Of the case on screen, else of the start screen. */
struct view_state *view_of(struct app *app);
/* A step that the case does not have now gives way to the next one. */
enum screen view_step_of_case(const struct app *app, enum screen screen);
/* An answer can take away the step that shows. */
void view_follow_case(struct app *app);
void view_go(struct app *app, enum screen wanted);
void view_back(struct app *app);
/* A sign opens in the list it stands in, else alone. */
void view_open_sign(struct app *app, int sign);
void view_open_list(struct app *app, int list, int row);

/* ---- the cases (cases.c) */

struct open_case *case_now(const struct app *app); /* on screen, or NULL */
/* NULL where none can be begun; that is said. */
struct open_case *case_begin(struct app *app, int setting);
void case_open(struct app *app, int index);
/* Signs of another setting keep their answers: each counts in every setting. */
void case_move(struct app *app, int setting);
void case_put_aside(struct app *app);
void case_end(struct app *app);
void case_wipe(struct open_case *c);
/* The booth: wiped, and the next one begun; and on the other machine, the case of a code. */
void case_finish(struct app *app);
void case_open_code(struct app *app, const char *code);
void case_answer(struct app *app, const struct action *a);
void case_undo(struct app *app, bool again);
/* Makes app->assessment again where an answer changed: it depends on pack, answers and stamp alone. */
void case_assess(struct app *app);
bool case_same_answers(const struct assessed_for *a, const struct assessed_for *b);

/* ---- the note (hand_over.c) */

/* Of the case on screen, or NULL where nobody is chosen to receive it. */
const struct pages *paper_pages(struct app *app, int receiver);
void paper_forget(struct app *app);
void hand_over_write(struct app *app);

/* ---- what the officer set (preferences.c) */

/* Both show what is set. */
void preferences_load(struct app *app);
void preferences_keep(struct app *app);
int preferences_usual_setting(const struct app *app);
void preferences_pick_setting(struct app *app, int setting);
void preferences_list_languages(struct app *app);

#endif
