/* What the next step rests on, in the words of the officer: outcomes, rules, grounds. */
#ifndef SCREENS_REASONS_H
#define SCREENS_REASONS_H

#include "screens/screen.h"

const char *outcome_name(const struct model *m, int outcome);
/* What it means, for a child where a child is concerned. */
const char *outcome_meaning(const struct model *m, int outcome);
/* What to do then, as numbered lines; for a child where the content says so. Their keys are "<key>/<id>". */
void outcome_steps(struct ui *ui, const struct model *m, const char *key, int outcome);
/* The outcome of the rules that decide; one that stands beside it comes before it. */
int outcome_decided(const struct assessment *r);

const char *danger_name(const struct model *m, int danger);
/* What to do where this case is: whole, and in one or two short sentences. */
const char *danger_action(const struct model *m, int danger);
const char *danger_now(const struct model *m, int danger);
const char *activity_name(const struct model *m, int activity); /* gentler where a child is concerned */

/* Sign, fact, danger, activity: its short name. */
const char *ground_label(const struct model *m, struct ground g);
enum icon ground_icon(const struct model *m, struct ground g);

/* A row for each thing that a conclusion rests on. */
void reasons_show(struct ui *ui, const struct model *m, const char *key, const struct grounds *because);

/* "Rule R5", and its words. */
const char *rule_number(struct ui *ui, const struct model *m, int rule);
const char *rule_text(const struct model *m, int rule);
const char *rule_name(const struct model *m, int rule); /* short, for "Why this step" */

#endif
