/* From the answers to the next step: outcome, reasons, forms, routes, measures, urgency, what
 * is open, what would raise it. The next step is never a finding about the person.
 *
 * Everything is computed from scratch by the rules of the pack; the same pack, answers and
 * stamp give the same assessment. Nothing here knows a rule, a sign or an outcome by name. */
#ifndef CORE_ASSESS_H
#define CORE_ASSESS_H

#include "core/evaluate.h"

/* A conclusion and what it rests on; the index is that of the thing in the pack. */
struct finding {
    int index;
    struct grounds because;
};
typedef LIST(struct finding) findings;
/* The finding of this thing, or NULL. */
const struct finding *findings_find(const findings *list, int index);

/* One change of one answer: to noted, to said (for a sign that is noted but not firm), or to
 * a value of a fact. */
struct answer_change {
    struct ground what; /* GROUND_SIGN, GROUND_FACT or GROUND_DANGER */
    const char *to;     /* "noted", "said", or a word of the fact or danger question */
};

/* If all these changes were so, this would be the outcome. */
struct would_change {
    int outcome;
    struct answer_change changes[2];
    int change_count;
};

struct assessment {
    int outcome; /* the first of `outcomes` */
    LIST(int) outcomes;
    bool raised; /* the officer went higher */
    int raised_to;
    const char *raised_reason; /* or NULL */
    enum urgency urgency;
    int urgency_row;
    struct grounds urgency_because;
    bool child;
    findings rules, dimensions, forms, routes, measures;
    findings guards;               /* neighbouring situations that fit too */
    LIST(int) act, means, purpose; /* indicators */
    LIST(struct ground) open;      /* what could change most comes first */
    LIST(struct would_change) would_change;
};

/* `stamp` may be NULL; then a dated deadline counts as today. */
struct assessment assess(struct arena *a, const struct pack *p, const struct session *s, const struct stamp *stamp);

/* The same without pairs of changes: for the window, which shows at most three single ones and
 * has to answer a key before the next frame. Pairs are tried by the thousand. */
struct assessment assess_without_pairs(struct arena *a, const struct pack *p, const struct session *s, const struct stamp *stamp);

/* The same without what is open and what would raise it: for the check of a pack, which plays each case
 * again without each of its signs. */
struct assessment assess_without_open(struct arena *a, const struct pack *p, const struct session *s, const struct stamp *stamp);

/* The name of a ground as the command line writes it: "docs-held-by-other",
 * "profile.guardian", "triage.t-injury", "activity:farm", "R5", "deadline", "raise". */
const char *ground_name(struct arena *a, const struct pack *p, struct ground g);

/* The assessment as JSON, in the order of design 6. */
void assess_write(const struct pack *p, const struct assessment *r, struct buffer *out);

#endif
