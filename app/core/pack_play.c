#include "core/pack_play.h"

#include "core/assess.h"
#include "core/fact.h"

#include <string.h>

struct play {
    struct arena *arena;
    const struct pack *pack;
    struct problems *problems;
    bool *sign_shown, *rule_shown, *measure_shown, *route_shown, *form_shown, *guard_shown; /* by a case */
};

#define PROBLEM(c, at, ...) problem_at((c)->problems, (at), arena_printf((c)->arena, __VA_ARGS__))

/* ---- cases */

static bool has_finding(const findings *list, int index) {
    for (int i = 0; i < list->count; i++)
        if (list->items[i].index == index)
            return true;
    return false;
}

static void expect_findings(struct play *c, const struct content_case *k, const findings *list, const struct refs *refs, bool present,
                            const char *what) {
    for (int i = 0; i < refs->count; i++)
        if (has_finding(list, refs->items[i].index) != present)
            PROBLEM(c, &k->expect.origin, present ? "the %s %s is missing" : "the %s %s should not be there", what, refs->items[i].id);
}

static const char *rule_list(struct play *c, const findings *rules) {
    struct buffer b = { .arena = c->arena };
    for (int i = 0; i < rules->count; i++)
        buffer_printf(&b, "%s%s", i ? ", " : "", c->pack->rules.rules.items[rules->items[i].index].id);
    return buffer_text(&b);
}

static void expect_assessment(struct play *c, const struct content_case *k, const struct assessment *r) {
    const struct expectation *e = &k->expect;
    if (r->outcome != e->outcome.index)
        PROBLEM(c, &e->origin, "the outcome is %s, expected %s", c->pack->rules.outcomes.items[r->outcome].id, e->outcome.id);
    if (r->urgency != (enum urgency)e->urgency)
        PROBLEM(c, &e->origin, "the urgency is %s, expected %s", urgency_words.words[r->urgency], urgency_words.words[e->urgency]);
    expect_findings(c, k, &r->rules, &e->rules, true, "rule");
    if (r->rules.count != e->rules.count)
        PROBLEM(c, &e->origin, "the rules are %s", rule_list(c, &r->rules));
    expect_findings(c, k, &r->forms, &e->forms, true, "form");
    expect_findings(c, k, &r->routes, &e->routes, true, "route");
    expect_findings(c, k, &r->measures, &e->measures, true, "measure");
    expect_findings(c, k, &r->forms, &e->without_forms, false, "form");
    expect_findings(c, k, &r->routes, &e->without_routes, false, "route");
    expect_findings(c, k, &r->measures, &e->without_measures, false, "measure");
    expect_findings(c, k, &r->guards, &e->guards, true, "guard");
    expect_findings(c, k, &r->guards, &e->without_guards, false, "guard");
    if (e->first_open && (!r->open.count || strcmp(ground_name(c->arena, c->pack, r->open.items[0]), e->first_open) != 0))
        PROBLEM(c, &e->origin, "the first open point is not %s", e->first_open);
}

static void mark_signs(struct play *c, const struct session *s) {
    for (int i = 0; i < c->pack->indicators.count; i++)
        c->sign_shown[i] = c->sign_shown[i] || session_sign(s, i) == STATE_NOTED;
}

static void mark(bool *shown, const findings *list) {
    for (int i = 0; i < list->count; i++)
        shown[list->items[i].index] = true;
}

static void run_case(struct play *c, const struct content_case *k) {
    struct session session;
    struct arena scratch = { 0 };
    if (session_read_json(&scratch, c->pack, k->answers, k->origin.file, &session, c->problems)) {
        struct assessment r = assess(&scratch, c->pack, &session, NULL);
        expect_assessment(c, k, &r);
        mark_signs(c, &session);
        mark(c->rule_shown, &r.rules);
        mark(c->measure_shown, &r.measures);
        mark(c->route_shown, &r.routes);
        mark(c->form_shown, &r.forms);
        mark(c->guard_shown, &r.guards);
    }
    arena_free(&scratch);
}

static void check_cases(struct play *c) {
    const struct pack *p = c->pack;
    c->sign_shown = arena_alloc(c->arena, (size_t)p->indicators.count, sizeof(bool));
    c->rule_shown = arena_alloc(c->arena, (size_t)p->rules.rules.count, sizeof(bool));
    c->measure_shown = arena_alloc(c->arena, (size_t)p->measures.count, sizeof(bool));
    c->route_shown = arena_alloc(c->arena, (size_t)p->routes.routes.count, sizeof(bool));
    c->guard_shown = arena_alloc(c->arena, (size_t)p->guards.count, sizeof(bool));
    c->form_shown = arena_alloc(c->arena, (size_t)p->forms.forms.count, sizeof(bool));
    for (int f = 0; f < p->case_files.count; f++)
        for (int i = 0; i < p->case_files.items[f].cases.count; i++)
            run_case(c, &p->case_files.items[f].cases.items[i]);
    for (int i = 0; i < p->indicators.count; i++)
        if (!c->sign_shown[i])
            PROBLEM(c, &p->indicators.items[i].origin, "no case notes this sign");
    for (int i = 0; i < p->rules.rules.count; i++)
        if (!c->rule_shown[i])
            PROBLEM(c, &p->rules.rules.items[i].origin, "no case makes this rule hold");
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
    struct assessment r = assess_without_pairs(&scratch, c->pack, session, NULL);
    if (session_steps(session, r.outcome, r.child)->count == 0)
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
