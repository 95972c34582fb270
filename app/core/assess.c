#include "core/assess.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Pairs of answers are offered only where no single one would do; this many are enough. */
#define PAIRS_MAX 100

/* How many changed answers are tried for one assessment. Content has some fifty kinds of sign
 * that weigh differently; a pack with thousands was not made by people, and what lies beyond
 * this is then not offered. */
#define TRIES_MAX 4000

const struct finding *findings_find(const findings *list, int index) {
    for (int i = 0; i < list->count; i++)
        if (list->items[i].index == index)
            return &list->items[i];
    return NULL;
}

/* ---- outcomes */

struct result {
    struct view view;
    int decided; /* the outcome of the rules that decide, after going higher */
    int beside;  /* an outcome that stands before it, or -1 */
};

static bool gives_beside(const struct pack *p, int outcome) {
    for (int r = 0; r < p->rules.rules.count; r++)
        for (int c = 0; c < p->rules.rules.items[r].clauses.count; c++)
            if (p->rules.rules.items[r].beside && p->rules.rules.items[r].clauses.items[c].outcome.index == outcome)
                return true;
    return false;
}

/* The outcome of the first clause that holds, or -1. */
static int rule_outcome(const struct view *v, const struct rule *r, struct grounds *g) {
    for (int c = 0; c < r->clauses.count; c++)
        if (evaluate(v, &r->clauses.items[c].when, g) == YES)
            return r->clauses.items[c].outcome.index;
    return -1;
}

static void apply_rules(struct arena *a, struct result *r) {
    const struct rules *rules = &r->view.pack->rules;
    r->view.rule_outcomes = arena_alloc(a, (size_t)rules->rules.count, sizeof *r->view.rule_outcomes);
    r->decided = r->beside = -1;
    for (int i = 0; i < rules->rules.count; i++) {
        const struct rule *rule = &rules->rules.items[i];
        int outcome = rule->otherwise && r->decided >= 0 ? -1 : rule_outcome(&r->view, rule, NULL);
        r->view.rule_outcomes[i] = outcome;
        if (rule->beside && r->beside < 0)
            r->beside = outcome;
        else if (!rule->beside && r->decided < 0)
            r->decided = outcome;
    }
    /* The check of the pack sees to it that the last rule always holds. */
    assert(r->decided >= 0);
}

/* An officer can always go higher, never lower. */
static void apply_raise(struct result *r) {
    const struct outcome *outcomes = r->view.pack->rules.outcomes.items;
    int to = session_get(r->view.session, SLOT_RAISE, 0)->value - 1;
    if (to < 0)
        return;
    if (r->view.child && outcomes[to].for_child.index >= 0)
        to = outcomes[to].for_child.index;
    bool beside = gives_beside(r->view.pack, to);
    if (beside ? r->beside >= 0 : outcomes[to].rank <= outcomes[r->decided].rank)
        return;
    *(beside ? &r->beside : &r->decided) = to;
    r->view.raised_to = to;
    r->view.raised = true;
}

static struct result result_of(struct arena *a, const struct pack *p, const struct session *s, const struct stamp *stamp, bool with_past) {
    struct result r = { .view = view_make(a, p, s, stamp, with_past) };
    apply_rules(a, &r);
    apply_raise(&r);
    r.view.outcomes = BIT(r.decided) | (r.beside >= 0 ? BIT(r.beside) : 0);
    return r;
}

static int first_outcome(const struct result *r) {
    return r->beside >= 0 ? r->beside : r->decided;
}

/* ---- findings */

static void add_finding(struct arena *a, findings *list, int *capacity, int index, struct grounds because) {
    list->items = arena_grow(a, list->items, list->count, capacity, sizeof *list->items);
    list->items[list->count++] = (struct finding){ index, because };
}

static findings find_rules(struct arena *a, const struct result *r) {
    findings list = { 0 };
    int capacity = 0;
    for (int i = 0; i < r->view.pack->rules.rules.count; i++) {
        const struct rule *rule = &r->view.pack->rules.rules.items[i];
        struct grounds because = { .arena = a };
        if (r->view.rule_outcomes[i] < 0 || (rule->otherwise && list.count))
            continue;
        rule_outcome(&r->view, rule, &because);
        add_finding(a, &list, &capacity, i, because);
    }
    return list;
}

static findings find_dimensions(struct arena *a, const struct view *v) {
    findings list = { 0 };
    int capacity = 0;
    for (int d = 1; d <= DIMENSIONS; d++) {
        struct grounds because = { .arena = a };
        if (dimension_positive(v, d, false, &because))
            add_finding(a, &list, &capacity, d - 1, because);
    }
    return list;
}

static void add_form_activities(const struct view *v, const struct form *f, struct grounds *g) {
    for (int i = 0; i < SESSION_ACTIVITIES; i++) {
        int activity = session_get(v->session, SLOT_ACTIVITY, i)->value - 1;
        if (activity >= 0 && refs_have(&f->activities, activity))
            grounds_add(g, GROUND_ACTIVITY, activity);
    }
}

static void add_form_signs(const struct view *v, const struct form *f, struct grounds *g) {
    for (int k = 0; k < f->signs.count; k++)
        if (session_sign(v->session, f->signs.items[k].index) == STATE_NOTED)
            grounds_add(g, GROUND_SIGN, f->signs.items[k].index);
}

static findings find_forms(struct arena *a, const struct view *v) {
    findings list = { 0 };
    int capacity = 0;
    bool activities = evaluate(v, &v->pack->forms.activity_when, NULL) == YES;
    for (int i = 0; i < v->pack->forms.forms.count; i++) {
        const struct form *f = &v->pack->forms.forms.items[i];
        struct grounds because = { .arena = a };
        if (activities)
            add_form_activities(v, f, &because);
        add_form_signs(v, f, &because);
        if (because.count)
            add_finding(a, &list, &capacity, i, because);
    }
    return list;
}

static findings find_routes(struct arena *a, const struct view *v) {
    findings list = { 0 };
    int capacity = 0;
    for (int i = 0; i < v->pack->routes.routes.count; i++) {
        struct grounds because = { .arena = a };
        if (evaluate(v, &v->pack->routes.routes.items[i].when, &because) == YES)
            add_finding(a, &list, &capacity, i, because);
    }
    return list;
}

static findings find_measures(struct arena *a, const struct view *v) {
    findings list = { 0 };
    int capacity = 0;
    for (int i = 0; i < v->pack->measures.count; i++) {
        struct grounds because = { .arena = a };
        if (evaluate(v, &v->pack->measures.items[i].when, &because) == YES)
            add_finding(a, &list, &capacity, i, because);
    }
    return list;
}

static findings find_guards(struct arena *a, const struct view *v) {
    findings list = { 0 };
    int capacity = 0;
    for (int i = 0; i < v->pack->guards.count; i++) {
        struct grounds because = { .arena = a };
        if (evaluate(v, &v->pack->guards.items[i].when, &because) == YES)
            add_finding(a, &list, &capacity, i, because);
    }
    return list;
}

static void find_elements(struct arena *a, const struct view *v, struct assessment *out) {
    out->act.items = arena_alloc(a, (size_t)v->noted_count, sizeof(int));
    out->means.items = arena_alloc(a, (size_t)v->noted_count, sizeof(int));
    out->purpose.items = arena_alloc(a, (size_t)v->noted_count, sizeof(int));
    for (int i = 0; i < v->noted_count; i++) {
        int indicator = v->noted[i].indicator;
        unsigned elements = v->pack->indicators.items[indicator].elements;
        if (elements & BIT(ELEMENT_ACT))
            out->act.items[out->act.count++] = indicator;
        if (elements & ELEMENT_MEANS)
            out->means.items[out->means.count++] = indicator;
        if (elements & BIT(ELEMENT_PURPOSE))
            out->purpose.items[out->purpose.count++] = indicator;
    }
}

/* The first row that holds. Rows for which the past does not count look at what the rules
 * would give without the signs of the past. */
static void find_urgency(struct arena *a, const struct result *full, struct assessment *out) {
    const struct pack *p = full->view.pack;
    struct result present = result_of(a, p, full->view.session, full->view.stamp, false);
    for (int i = 0; i < p->rules.urgency.count; i++) {
        const struct urgency_row *row = &p->rules.urgency.items[i];
        struct grounds because = { .arena = a };
        if (evaluate(row->past ? &full->view : &present.view, &row->when, &because) != YES)
            continue;
        out->urgency = (enum urgency)row->level;
        out->urgency_row = i;
        out->urgency_because = because;
        return;
    }
}

/* ---- what is open, and what would raise the outcome */

/* Something that could be answered otherwise, and the outcome that this alone would give. */
struct candidate {
    struct answer_change change;
    enum slot_kind kind;
    int index;
    struct slot slot; /* what would stand there */
    int alike;        /* candidates with the same number give the same result; -1: like no other */
    int outcome;      /* the highest outcome with this change alone */
    bool open;        /* an open point, not only a way to raise */
    int first;        /* position among those that must come first, or a large number */
};

#define NOT_FIRST 1000

struct search {
    struct arena *arena;
    struct arena scratch; /* of one try */
    const struct result *now;
    struct session session; /* a copy to try changes on */
    struct candidate *items;
    int count, capacity;
    int *alike_outcome; /* result for each kind of sign, or -1 */
    int tries;
};

static int rank_of(const struct search *s, int outcome) {
    return s->now->view.pack->rules.outcomes.items[outcome].rank;
}

/* Exchanges a slot of the copy without keeping a history. */
static struct slot exchange(struct search *s, const struct candidate *c, struct slot with) {
    struct slot *slot = &s->session.slots[session_slot_index(&s->session, c->kind, c->index)];
    struct slot before = *slot;
    *slot = with;
    return before;
}

static int try_session(struct search *s) {
    if (s->tries++ >= TRIES_MAX)
        return first_outcome(s->now);
    struct result r = result_of(&s->scratch, s->now->view.pack, &s->session, s->now->view.stamp, true);
    int outcome = first_outcome(&r);
    arena_clear(&s->scratch);
    return outcome;
}

static int try_change(struct search *s, const struct candidate *c) {
    struct slot before = exchange(s, c, c->slot);
    int outcome = try_session(s);
    exchange(s, c, before);
    return outcome;
}

static int try_pair(struct search *s, const struct candidate *a, const struct candidate *b) {
    struct slot before = exchange(s, a, a->slot);
    int outcome = try_change(s, b);
    exchange(s, a, before);
    return outcome;
}

static void add_candidate(struct search *s, struct candidate c) {
    c.outcome = c.alike >= 0 ? s->alike_outcome[c.alike] : -1;
    if (c.outcome < 0)
        c.outcome = try_change(s, &c);
    if (c.alike >= 0)
        s->alike_outcome[c.alike] = c.outcome;
    s->items = arena_grow(s->arena, s->items, s->count, &s->capacity, sizeof *s->items);
    s->items[s->count++] = c;
}

static unsigned best_known(const struct indicator *i) {
    static const int order[] = { KNOWN_SAID, KNOWN_OFFICIAL, KNOWN_DOCUMENT, KNOWN_SEEN, KNOWN_THIRD_PARTY };
    for (size_t k = 0; k < sizeof order / sizeof *order; k++)
        if (i->known & BIT(order[k]))
            return BIT(order[k]);
    return 0;
}

static bool may_be_asked(enum state state) {
    return state == STATE_NOT_ASKED || state == STATE_NOT_KNOWN || state == STATE_NOT_OBSERVABLE;
}

static void add_open_signs(struct search *s) {
    const struct view *v = &s->now->view;
    for (int i = 0; i < v->pack->indicators.count; i++) {
        const struct indicator *indicator = &v->pack->indicators.items[i];
        if (!may_be_asked(session_sign(v->session, i)) || !who_fits(v, indicator->who) || !session_setting_has(v->session, i))
            continue;
        add_candidate(s, (struct candidate){
                             .change = { { GROUND_SIGN, i }, "noted" },
                             .kind = SLOT_SIGN,
                             .index = i,
                             .slot = { .value = STATE_NOTED, .known = best_known(indicator) },
                             .alike = indicator->alike,
                             .open = true,
                             .first = NOT_FIRST,
                         });
    }
}

/* A sign that was only seen becomes firm when the person says it. */
static void add_signs_to_confirm(struct search *s) {
    const struct view *v = &s->now->view;
    for (int i = 0; i < v->noted_count; i++) {
        int indicator = v->noted[i].indicator;
        struct slot slot = *session_get(v->session, SLOT_SIGN, indicator);
        if (v->noted[i].firm || !(v->pack->indicators.items[indicator].known & BIT(KNOWN_SAID)))
            continue;
        slot.known |= BIT(KNOWN_SAID);
        add_candidate(s, (struct candidate){
                             .change = { { GROUND_SIGN, indicator }, known_words.words[KNOWN_SAID] },
                             .kind = SLOT_SIGN,
                             .index = indicator,
                             .slot = slot,
                             .alike = -1,
                             .first = NOT_FIRST,
                         });
    }
}

static void add_dangers(struct search *s) {
    const struct view *v = &s->now->view;
    unsigned kind = BIT(v->pack->settings.items[v->session->setting].kind);
    for (int i = 0; i < v->pack->dangers.count; i++) {
        const struct danger_question *q = &v->pack->dangers.items[i];
        if (session_danger(v->session, i) != DANGER_NOT_ASKED || !(q->settings & kind) || !who_fits(v, q->who))
            continue;
        add_candidate(s, (struct candidate){
                             .change = { { GROUND_DANGER, i }, danger_words.words[DANGER_YES] },
                             .kind = SLOT_DANGER,
                             .index = i,
                             .slot = { .value = DANGER_YES },
                             .alike = -1,
                             .open = true,
                             .first = NOT_FIRST,
                         });
    }
}

static int first_position(const struct view *v, int fact) {
    for (int i = 0; i < v->pack->rules.open_first.count; i++) {
        const struct open_first *o = &v->pack->rules.open_first.items[i];
        if (o->fact == fact && evaluate(v, &o->when, NULL) == YES)
            return i;
    }
    return NOT_FIRST;
}

static bool was_refused(enum fact fact, int value) {
    const char *word = value ? facts[fact].values[value - 1].word : "";
    return !strcmp(word, "declined") || !strcmp(word, "not-safe");
}

static void add_facts(struct search *s) {
    const struct view *v = &s->now->view;
    for (int i = 0; i < v->pack->rules.would_change.count; i++) {
        const struct raise_by *by = &v->pack->rules.would_change.items[i];
        enum fact fact = (enum fact)by->fact;
        int value = session_fact(v->session, fact);
        if (value == by->value || was_refused(fact, value))
            continue;
        int first = first_position(v, by->fact);
        add_candidate(s, (struct candidate){
                             .change = { { GROUND_FACT, by->fact }, facts[fact].values[by->value - 1].word },
                             .kind = SLOT_FACT,
                             .index = by->fact,
                             .slot = { .value = by->value },
                             .alike = -1,
                             .open = fact_is_open(fact, value) || first < NOT_FIRST,
                             .first = first,
                         });
    }
}

/* Does this change lead to something higher than now? */
static bool raises(const struct search *s, int outcome) {
    return rank_of(s, outcome) > rank_of(s, first_outcome(s->now));
}

static bool in_quick_set(const struct view *v, const struct candidate *c) {
    return c->kind == SLOT_SIGN && refs_have(session_quick(v->session, v->child), c->index);
}

/* What must come first, then what could raise most, then the quick set, then the order of
 * the pack: the order an officer with two minutes needs. */
struct open_point {
    struct ground what;
    int first, rank, quick, position;
};

static int compare_open(const void *a, const void *b) {
    const struct open_point *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    if (x->rank != y->rank)
        return x->rank > y->rank ? -1 : 1;
    if (x->quick != y->quick)
        return x->quick > y->quick ? -1 : 1;
    return (x->position > y->position) - (x->position < y->position);
}

static bool listed(const struct open_point *points, int count, struct ground what) {
    for (int i = 0; i < count; i++)
        if (points[i].what.kind == what.kind && points[i].what.index == what.index)
            return true;
    return false;
}

static void list_open(struct search *s, struct assessment *out) {
    struct open_point *points = arena_alloc(s->arena, (size_t)s->count, sizeof *points);
    int count = 0;
    for (int i = 0; i < s->count; i++) {
        const struct candidate *c = &s->items[i];
        /* Only facts can be candidates twice, with two values. */
        bool idle = c->kind == SLOT_FACT && c->first == NOT_FIRST && !raises(s, c->outcome);
        if (!c->open || idle || (c->kind == SLOT_FACT && listed(points, count, c->change.what)))
            continue;
        points[count] = (struct open_point){ c->change.what, c->first, rank_of(s, c->outcome), in_quick_set(&s->now->view, c), count };
        count++;
    }
    if (count)
        qsort(points, (size_t)count, sizeof *points, compare_open);
    out->open.items = arena_alloc(s->arena, (size_t)count, sizeof *out->open.items);
    out->open.count = count;
    for (int i = 0; i < count; i++)
        out->open.items[i] = points[i].what;
}

static void add_would_change(struct search *s, struct assessment *out, int *capacity, struct would_change w) {
    out->would_change.items = arena_grow(s->arena, out->would_change.items, out->would_change.count, capacity, sizeof w);
    out->would_change.items[out->would_change.count++] = w;
}

/* Two candidates that cannot both be so, or of which one is enough. */
static bool no_pair(const struct search *s, const struct candidate *a, const struct candidate *b) {
    return (a->kind == b->kind && a->index == b->index) || raises(s, a->outcome) || raises(s, b->outcome);
}

/* The result of a pair depends only on the kinds of its two signs, so each combination of
 * kinds is tried once; `tried` holds outcome + 1. */
static int pair_outcome(struct search *s, int *tried, const struct candidate *a, const struct candidate *b) {
    if (a->alike < 0 || b->alike < 0 || !tried)
        return try_pair(s, a, b);
    int *known = &tried[a->alike * s->now->view.pack->alike_count + b->alike];
    if (*known == 0)
        *known = try_pair(s, a, b) + 1;
    return *known - 1;
}

static void list_pairs(struct search *s, struct assessment *out, int *capacity, unsigned singles) {
    int kinds = s->now->view.pack->alike_count, found = 0;
    struct arena scratch = { 0 };
    int *tried = kinds <= 1000 ? arena_alloc(&scratch, (size_t)kinds * (size_t)kinds, sizeof *tried) : NULL;
    for (int a = 0; a < s->count; a++)
        for (int b = a + 1; b < s->count && found < PAIRS_MAX && s->tries < TRIES_MAX; b++) {
            if (no_pair(s, &s->items[a], &s->items[b]))
                continue;
            int outcome = pair_outcome(s, tried, &s->items[a], &s->items[b]);
            if (!raises(s, outcome) || singles & BIT(outcome))
                continue;
            add_would_change(s, out, capacity, (struct would_change){ outcome, { s->items[a].change, s->items[b].change }, 2 });
            found++;
        }
    arena_free(&scratch);
}

/* Is there an outcome above this one that no single change gives? */
static bool something_missing(const struct search *s, unsigned singles) {
    for (int i = 0; i < s->now->view.pack->rules.outcomes.count; i++)
        if (raises(s, i) && !(singles & BIT(i)))
            return true;
    return false;
}

static void list_would_change(struct search *s, struct assessment *out, bool pairs) {
    unsigned singles = 0;
    int capacity = 0;
    for (int i = 0; i < s->count; i++)
        if (raises(s, s->items[i].outcome)) {
            singles |= BIT(s->items[i].outcome);
            add_would_change(s, out, &capacity, (struct would_change){ s->items[i].outcome, { s->items[i].change }, 1 });
        }
    if (pairs && something_missing(s, singles))
        list_pairs(s, out, &capacity, singles);
}

static struct session copy_session(struct arena *a, const struct session *s) {
    struct session copy = session_new(a, s->pack, s->setting);
    memcpy(copy.slots, s->slots, (size_t)session_slot_count(s->pack) * sizeof *copy.slots);
    return copy;
}

static void find_open_and_change(struct arena *a, const struct result *now, struct assessment *out, bool pairs) {
    const struct pack *p = now->view.pack;
    struct search s = { .arena = a, .now = now, .session = copy_session(a, now->view.session) };
    s.alike_outcome = arena_alloc(a, (size_t)p->alike_count, sizeof *s.alike_outcome);
    for (int i = 0; i < p->alike_count; i++)
        s.alike_outcome[i] = -1;
    add_facts(&s);
    add_dangers(&s);
    add_open_signs(&s);
    add_signs_to_confirm(&s);
    list_open(&s, out);
    list_would_change(&s, out, pairs);
    arena_free(&s.scratch);
}

/* ---- */

static void list_outcomes(struct arena *a, const struct result *r, struct assessment *out) {
    out->outcomes.items = arena_alloc(a, 2, sizeof *out->outcomes.items);
    if (r->beside >= 0)
        out->outcomes.items[out->outcomes.count++] = r->beside;
    out->outcomes.items[out->outcomes.count++] = r->decided;
    out->outcome = out->outcomes.items[0];
}

/* How far to look for what would raise the outcome. */
enum look_ahead { AHEAD_NOT, AHEAD_SINGLE, AHEAD_PAIRS };

static struct assessment assess_with(struct arena *a, const struct pack *p, const struct session *s, const struct stamp *stamp,
                                     enum look_ahead ahead) {
    struct result now = result_of(a, p, s, stamp, true);
    struct assessment out = { .child = now.view.child, .raised = now.view.raised };
    list_outcomes(a, &now, &out);
    if (out.raised) {
        out.raised_to = now.view.raised_to;
        out.raised_reason = session_get(s, SLOT_RAISE, 0)->text;
    }
    out.rules = find_rules(a, &now);
    out.dimensions = find_dimensions(a, &now.view);
    out.forms = find_forms(a, &now.view);
    out.routes = find_routes(a, &now.view);
    out.measures = find_measures(a, &now.view);
    out.guards = find_guards(a, &now.view);
    find_elements(a, &now.view, &out);
    find_urgency(a, &now, &out);
    if (ahead != AHEAD_NOT)
        find_open_and_change(a, &now, &out, ahead == AHEAD_PAIRS);
    return out;
}

struct assessment assess(struct arena *a, const struct pack *p, const struct session *s, const struct stamp *stamp) {
    return assess_with(a, p, s, stamp, AHEAD_PAIRS);
}

struct assessment assess_without_pairs(struct arena *a, const struct pack *p, const struct session *s, const struct stamp *stamp) {
    return assess_with(a, p, s, stamp, AHEAD_SINGLE);
}

struct assessment assess_without_open(struct arena *a, const struct pack *p, const struct session *s, const struct stamp *stamp) {
    return assess_with(a, p, s, stamp, AHEAD_NOT);
}
