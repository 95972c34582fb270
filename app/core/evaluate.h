/* Looks at a session as the rules do: which signs are noted, how much they weigh for this
 * person, whether they are firm; and evaluates conditions over that.
 *
 * A view is made from scratch for each assessment and never changed by evaluating. */
#ifndef CORE_EVALUATE_H
#define CORE_EVALUATE_H

#include "core/session.h"

/* A noted sign as it counts here. */
struct noted {
    int indicator;
    int strength; /* for an adult or a child, after what is ordinary in the circumstances */
    bool firm;
};

/* What a conclusion rests on. */
enum ground_kind { GROUND_SIGN, GROUND_FACT, GROUND_DANGER, GROUND_ACTIVITY, GROUND_RULE, GROUND_DEADLINE, GROUND_RAISE };

struct ground {
    enum ground_kind kind;
    int index;
};

struct grounds {
    struct arena *arena;
    struct ground *items;
    int count, capacity;
};

/* Adds a ground once. `g` may be NULL: then grounds are not wanted. */
void grounds_add(struct grounds *g, enum ground_kind kind, int index);

struct view {
    const struct pack *pack;
    const struct session *session;
    const struct stamp *stamp;        /* may be NULL, or without time */
    bool child;                       /* the child path: under 18, or may be */
    unsigned firm_known;              /* bits of the ways of knowing that are firm in this talk */
    int ordinary_cap[ORDINARY_COUNT]; /* as which a sign that is ordinary here counts at most */
    struct noted *noted;
    int noted_count;
    /* What the rules gave, once they were evaluated; for conditions on outcomes. */
    unsigned outcomes;  /* bits */
    int *rule_outcomes; /* for each rule its outcome, or -1 */
    bool raised;        /* one of them because the officer went higher */
    int raised_to;
};

/* `with_past`: signs that lie wholly in the past count too. */
struct view view_make(struct arena *a, const struct pack *p, const struct session *s, const struct stamp *stamp, bool with_past);

/* The value of a condition; the grounds of a YES are added to `g`. */
enum truth evaluate(const struct view *v, const struct expr *e, struct grounds *g);

/* Is a dimension (1 to 6) positive, and on which signs? */
bool dimension_positive(const struct view *v, int dimension, bool with_firm, struct grounds *g);

/* What an answer to a danger question asks for. */
enum effect danger_effect(const struct danger_question *q, enum danger answer);

/* Is a sign or question meant for this person? */
bool who_fits(const struct view *v, int who);

#endif
