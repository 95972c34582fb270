#include "core/pack_play.h"

#include "core/assess.h"
#include "core/fact.h"

#include <string.h>

struct play {
    struct arena *arena;
    const struct pack *pack;
    struct problems *problems;
    bool *rule_shown, *measure_shown, *route_shown, *form_shown, *guard_shown; /* by a case */
    bool *sign_counts;                                                         /* a case comes out otherwise without it */
    const struct content_case **sign_in;                                       /* a case that notes it, or NULL */
    bool *rule_decides;
    int *decided_before; /* the rule that decided where this one held too, or -1 */
};

#define PROBLEM(c, at, ...) problem_at((c)->problems, (at), arena_printf((c)->arena, __VA_ARGS__))

/* ---- cases */

/* `where` says what leads to such a thing. */
static void expect_findings(struct play *c, const struct content_case *k, const findings *list, const struct refs *refs, bool present,
                            const char *what, const char *where) {
    for (int i = 0; i < refs->count; i++)
        if ((findings_find(list, refs->items[i].index) != NULL) != present)
            PROBLEM(c, &k->expect.origin, "the %s %s %s: see %s", what, refs->items[i].id, present ? "is missing" : "should not be there",
                    where);
}

static const char *rule_list(struct play *c, const findings *rules) {
    struct buffer b = { .arena = c->arena };
    for (int i = 0; i < rules->count; i++)
        buffer_printf(&b, "%s%s", i ? ", " : "", c->pack->rules.rules.items[rules->items[i].index].id);
    return rules->count ? buffer_text(&b) : "none";
}

static const char *ref_list(struct play *c, const struct refs *refs) {
    struct buffer b = { .arena = c->arena };
    for (int i = 0; i < refs->count; i++)
        buffer_printf(&b, "%s%s", i ? ", " : "", refs->items[i].id);
    return refs->count ? buffer_text(&b) : "none";
}

/* The rule that gives the outcome, those that stand beside it left out; or -1. */
static int deciding_rule(const struct pack *p, const findings *rules) {
    for (int i = 0; i < rules->count; i++)
        if (!p->rules.rules.items[rules->items[i].index].beside)
            return rules->items[i].index;
    return -1;
}

/* Whence the outcome comes, as an editor looks for it. */
static const char *outcome_from(struct play *c, const struct assessment *r) {
    const struct rules *rules = &c->pack->rules;
    if (r->raised && r->raised_to == r->outcome)
        return "the officer went higher";
    for (int i = 0; i < r->rules.count; i++) {
        const struct rule *rule = &rules->rules.items[r->rules.items[i].index];
        for (int k = 0; k < rule->clauses.count; k++)
            if (rule->clauses.items[k].outcome.index == r->outcome)
                return arena_printf(c->arena, "%s decides", rule->id);
    }
    return "no rule holds but the last";
}

static bool same_rules(const struct assessment *r, const struct refs *expected) {
    for (int i = 0; i < expected->count; i++)
        if (!findings_find(&r->rules, expected->items[i].index))
            return false;
    return r->rules.count == expected->count;
}

static void expect_assessment(struct play *c, const struct content_case *k, const struct assessment *r) {
    const struct expectation *e = &k->expect;
    const char signs[] = "its activities and signs in forms.json", routes[] = "its when in routes.json",
               measures[] = "its when in measures.json", guards[] = "its when in guards.json";
    if (r->outcome != e->outcome.index)
        PROBLEM(c, &e->origin, "the outcome is %s (%s), expected %s", c->pack->rules.outcomes.items[r->outcome].id, outcome_from(c, r),
                e->outcome.id);
    if (r->urgency != (enum urgency)e->urgency)
        PROBLEM(c, &e->origin, "the urgency is %s, expected %s", urgency_words.words[r->urgency], urgency_words.words[e->urgency]);
    if (!same_rules(r, &e->rules))
        PROBLEM(c, &e->origin, "the rules are %s, expected %s", rule_list(c, &r->rules), ref_list(c, &e->rules));
    expect_findings(c, k, &r->forms, &e->forms, true, "form", signs);
    expect_findings(c, k, &r->routes, &e->routes, true, "route", routes);
    expect_findings(c, k, &r->measures, &e->measures, true, "measure", measures);
    expect_findings(c, k, &r->forms, &e->without_forms, false, "form", signs);
    expect_findings(c, k, &r->routes, &e->without_routes, false, "route", routes);
    expect_findings(c, k, &r->measures, &e->without_measures, false, "measure", measures);
    expect_findings(c, k, &r->guards, &e->guards, true, "guard", guards);
    expect_findings(c, k, &r->guards, &e->without_guards, false, "guard", guards);
    if (e->first_open && (!r->open.count || strcmp(ground_name(c->arena, c->pack, r->open.items[0]), e->first_open) != 0))
        PROBLEM(c, &e->origin, "the first open point is %s, expected %s",
                r->open.count ? ground_name(c->arena, c->pack, r->open.items[0]) : "none", e->first_open);
}

/* ---- what a sign changes in a case */

static bool same_findings(const findings *a, const findings *b) {
    for (int i = 0; i < a->count && i < b->count; i++)
        if (a->items[i].index != b->items[i].index)
            return false;
    return a->count == b->count;
}

static bool same_outcomes(const struct assessment *a, const struct assessment *b) {
    for (int i = 0; i < a->outcomes.count && i < b->outcomes.count; i++)
        if (a->outcomes.items[i] != b->outcomes.items[i])
            return false;
    return a->outcomes.count == b->outcomes.count;
}

/* Reasons may differ: a sign that is only one more reason changes nothing. */
static bool same_assessment(const struct assessment *a, const struct assessment *b) {
    return same_outcomes(a, b) && a->urgency == b->urgency && same_findings(&a->rules, &b->rules)
           && same_findings(&a->dimensions, &b->dimensions) && same_findings(&a->forms, &b->forms) && same_findings(&a->routes, &b->routes)
           && same_findings(&a->measures, &b->measures) && same_findings(&a->guards, &b->guards);
}

/* Plays the case once more with the sign not asked. */
static bool sign_counts(struct play *c, struct session *s, const struct assessment *with, int sign) {
    struct arena scratch = { 0 };
    struct slot *slot = &s->slots[session_slot_index(s, SLOT_SIGN, sign)], noted = *slot;
    *slot = (struct slot){ 0 };
    struct assessment without = assess_without_open(&scratch, c->pack, s, NULL);
    *slot = noted;
    bool counts = !same_assessment(with, &without);
    arena_free(&scratch);
    return counts;
}

static void mark_signs(struct play *c, const struct content_case *k, struct session *s, const struct assessment *r) {
    for (int i = 0; i < c->pack->indicators.count; i++) {
        if (session_sign(s, i) != STATE_NOTED || c->sign_counts[i])
            continue;
        c->sign_in[i] = k;
        c->sign_counts[i] = sign_counts(c, s, r, i);
    }
}

static void mark_rules(struct play *c, const findings *rules) {
    int deciding = deciding_rule(c->pack, rules);
    if (deciding >= 0)
        c->rule_decides[deciding] = true;
    for (int i = 0; i < rules->count; i++) {
        c->rule_shown[rules->items[i].index] = true;
        if (rules->items[i].index != deciding)
            c->decided_before[rules->items[i].index] = deciding;
    }
}

static void mark(bool *shown, const findings *list) {
    for (int i = 0; i < list->count; i++)
        shown[list->items[i].index] = true;
}

static void run_case(struct play *c, const struct content_case *k) {
    struct session session;
    struct arena scratch = { 0 };
    if (session_read_json(&scratch, c->pack, k->answers, k->origin.file, &session, c->problems)) {
        struct assessment r = k->expect.first_open ? assess_without_pairs(&scratch, c->pack, &session, NULL)
                                                   : assess_without_open(&scratch, c->pack, &session, NULL);
        expect_assessment(c, k, &r);
        mark_signs(c, k, &session, &r);
        mark_rules(c, &r.rules);
        mark(c->measure_shown, &r.measures);
        mark(c->route_shown, &r.routes);
        mark(c->form_shown, &r.forms);
        mark(c->guard_shown, &r.guards);
    }
    arena_free(&scratch);
}

static void check_sign(struct play *c, int sign) {
    const struct indicator *x = &c->pack->indicators.items[sign];
    if (!c->sign_in[sign])
        PROBLEM(c, &x->origin, "no case notes this sign; add one to cases/ in which it changes something");
    else if (!c->sign_counts[sign])
        PROBLEM(c, &x->origin, "changes nothing in any case: %s comes out the same without it; add a case in which it matters",
                c->sign_in[sign]->id);
}

static void check_rule(struct play *c, int index) {
    const struct rule *rule = &c->pack->rules.rules.items[index];
    int before = c->decided_before[index];
    if (!c->rule_shown[index])
        PROBLEM(c, &rule->origin, "no case makes this rule hold");
    else if (!rule->beside && !c->rule_decides[index] && before >= 0)
        PROBLEM(c, &rule->origin, "decides in no case: where it holds, %s above it decides; move it up, or add a case in which it decides",
                c->pack->rules.rules.items[before].id);
}

static void check_cases(struct play *c) {
    const struct pack *p = c->pack;
    c->sign_counts = arena_alloc(c->arena, (size_t)p->indicators.count, sizeof *c->sign_counts);
    c->sign_in = arena_alloc(c->arena, (size_t)p->indicators.count, sizeof *c->sign_in);
    c->rule_shown = arena_alloc(c->arena, (size_t)p->rules.rules.count, sizeof(bool));
    c->rule_decides = arena_alloc(c->arena, (size_t)p->rules.rules.count, sizeof(bool));
    c->decided_before = arena_alloc(c->arena, (size_t)p->rules.rules.count, sizeof *c->decided_before);
    c->measure_shown = arena_alloc(c->arena, (size_t)p->measures.count, sizeof(bool));
    c->route_shown = arena_alloc(c->arena, (size_t)p->routes.routes.count, sizeof(bool));
    c->guard_shown = arena_alloc(c->arena, (size_t)p->guards.count, sizeof(bool));
    c->form_shown = arena_alloc(c->arena, (size_t)p->forms.forms.count, sizeof(bool));
    for (int i = 0; i < p->rules.rules.count; i++)
        c->decided_before[i] = -1;
    for (int f = 0; f < p->case_files.count; f++)
        for (int i = 0; i < p->case_files.items[f].cases.count; i++)
            run_case(c, &p->case_files.items[f].cases.items[i]);
    for (int i = 0; i < p->indicators.count; i++)
        check_sign(c, i);
    for (int i = 0; i < p->rules.rules.count; i++)
        check_rule(c, i);
    for (int i = 0; i < p->measures.count; i++)
        if (!c->measure_shown[i])
            PROBLEM(c, &p->measures.items[i].origin, "no case leads to this measure");
    for (int i = 0; i < p->routes.routes.count; i++)
        if (!c->route_shown[i])
            PROBLEM(c, &p->routes.routes.items[i].origin, "no case leads to this route");
    for (int i = 0; i < p->forms.forms.count; i++)
        if (!c->form_shown[i])
            PROBLEM(c, &p->forms.forms.items[i].origin, "no case leads to this form");
    for (int i = 0; i < p->guards.count; i++)
        if (!c->guard_shown[i])
            PROBLEM(c, &p->guards.items[i].origin, "no case leads to this guard");
}

/* ---- every way through ends: in each setting, for each age and gender, with what to do and with
 * somebody who can be told */

static const char *path_name(struct play *c, const struct setting *s, const struct session *session, const char *what) {
    const struct fact_info *age = &facts[FACT_AGE], *gender = &facts[FACT_GENDER];
    return arena_printf(c->arena, "%s, %s, %s, %s", s->id, age->values[session_fact(session, FACT_AGE) - 1].word,
                        gender->values[session_fact(session, FACT_GENDER) - 1].word, what);
}

static bool has_receiver(const struct pack *p, const struct assessment *r) {
    for (int i = 0; i < r->routes.count; i++)
        if (p->routes.routes.items[r->routes.items[i].index].receives_note)
            return true;
    return false;
}

static void check_end(struct play *c, const struct setting *s, const struct session *session, const char *what, bool noted) {
    struct arena scratch = { 0 };
    struct assessment r = assess_without_open(&scratch, c->pack, session, NULL);
    if (session_steps(&scratch, session, r.outcome, r.child).count == 0)
        PROBLEM(c, &s->origin, "the path %s ends without a next step", path_name(c, s, session, what));
    if (noted && !has_receiver(c->pack, &r))
        PROBLEM(c, &s->origin, "the path %s ends without anybody to tell", path_name(c, s, session, what));
    arena_free(&scratch);
}

/* Nothing noted, and then the whole quick set: it must be able to lead to somebody. */
static void check_path(struct play *c, int setting, int age, int gender) {
    struct arena scratch = { 0 };
    const struct setting *s = &c->pack->settings.items[setting];
    struct session session = session_new(&scratch, c->pack, setting);
    session_set(&session, SLOT_FACT, FACT_AGE, (struct slot){ .value = age });
    session_set(&session, SLOT_FACT, FACT_GENDER, (struct slot){ .value = gender });
    check_end(c, s, &session, "nothing noted", false);
    const struct refs *quick = session_quick(&session, age != fact_value_find(FACT_AGE, "adult"));
    for (int i = 0; i < quick->count; i++)
        session_set(&session, SLOT_SIGN, quick->items[i].index, (struct slot){ .value = STATE_NOTED, .known = BIT(KNOWN_SAID) });
    check_end(c, s, &session, "the quick set noted", true);
    arena_free(&scratch);
}

static void check_paths(struct play *c) {
    for (int s = 0; s < c->pack->settings.count; s++)
        for (int age = 1; age <= facts[FACT_AGE].value_count; age++)
            for (int gender = 1; gender <= facts[FACT_GENDER].value_count; gender++)
                check_path(c, s, age, gender);
}

void pack_play(struct arena *a, const struct pack *p, struct problems *problems) {
    struct play c = { .arena = a, .pack = p, .problems = problems };
    check_paths(&c);
    check_cases(&c);
}
