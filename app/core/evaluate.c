#include "core/evaluate.h"

#include <string.h>

void grounds_add(struct grounds *g, enum ground_kind kind, int index) {
    if (!g)
        return;
    for (int i = 0; i < g->count; i++)
        if (g->items[i].kind == kind && g->items[i].index == index)
            return;
    g->items = arena_grow(g->arena, g->items, g->count, &g->capacity, sizeof *g->items);
    g->items[g->count++] = (struct ground){ kind, index };
}

bool who_fits(const struct view *v, int who) {
    return who == WHO_ANY || (who == WHO_CHILD) == v->child;
}

static int strength_here(const struct view *v, const struct indicator *i) {
    int strength = v->child ? i->strength.child : i->strength.adult;
    for (int c = 0; c < ORDINARY_COUNT; c++)
        if (i->ordinary_with & BIT(c) && strength > v->ordinary_cap[c])
            strength = v->ordinary_cap[c];
    return strength;
}

/* What depends on facts alone and is the same for all signs is worked out once. */
static void find_ordinary(struct view *v) {
    const struct rules *rules = &v->pack->rules;
    for (int c = 0; c < ORDINARY_COUNT; c++)
        v->ordinary_cap[c] = STRENGTH_STRONG;
    for (int r = 0; r < rules->ordinary.count; r++) {
        const struct ordinary_rule *rule = &rules->ordinary.items[r];
        int *cap = &v->ordinary_cap[rule->circumstance];
        if (rule->strength < *cap && evaluate(v, &rule->when, NULL) == YES)
            *cap = rule->strength;
    }
}

static void find_firm(struct view *v) {
    for (int i = 0; i < v->pack->rules.firm.count; i++) {
        const struct firm *f = &v->pack->rules.firm.items[i];
        if (!f->has_unless || evaluate(v, &f->unless, NULL) != YES)
            v->firm_known |= BIT(f->known);
    }
}

struct view view_make(struct arena *a, const struct pack *p, const struct session *s, const struct stamp *stamp, bool with_past) {
    struct view v = { .pack = p, .session = s, .stamp = stamp };
    int capacity = 0;
    v.child = evaluate(&v, &p->rules.definitions.items[p->rules.child].when, NULL) == YES;
    find_ordinary(&v);
    find_firm(&v);
    for (int i = 0; i < p->indicators.count; i++) {
        const struct slot *slot = session_get(s, SLOT_SIGN, i);
        if (slot->value != STATE_NOTED || (!with_past && slot->when == WHEN_BEFORE))
            continue;
        v.noted = arena_grow(a, v.noted, v.noted_count, &capacity, sizeof *v.noted);
        v.noted[v.noted_count++] = (struct noted){ i, strength_here(&v, &p->indicators.items[i]), (slot->known & v.firm_known) != 0 };
    }
    return v;
}

static bool names_form(const struct indicator *i, const struct refs *forms) {
    for (int f = 0; f < forms->count; f++)
        if (refs_have(&i->forms, forms->items[f].index))
            return true;
    return false;
}

static bool matches(const struct view *v, const struct match *m, const struct noted *n) {
    const struct indicator *i = &v->pack->indicators.items[n->indicator];
    return n->strength >= m->strength && (!m->elements || i->elements & m->elements) && (i->elements & m->all_elements) == m->all_elements
           && !(i->elements & m->without_elements) && (!m->firm || n->firm) && (!m->who || m->who & BIT(i->who))
           && (!m->ids.count || refs_have(&m->ids, n->indicator)) && (!m->forms.count || names_form(i, &m->forms));
}

/* Could a sign still turn out noted? Then a count that falls short is unknown, not no. */
static bool sign_is_open(const struct view *v, int indicator) {
    enum state state = session_sign(v->session, indicator);
    return state != STATE_NOTED && state != STATE_NOT_NOTED;
}

static bool could_match(const struct view *v, const struct match *m, int indicator) {
    if (!sign_is_open(v, indicator))
        return false;
    struct noted as_if = { indicator, strength_here(v, &v->pack->indicators.items[indicator]), true };
    return matches(v, m, &as_if);
}

/* Where signs are named, only they are looked at: this runs thousands of times while the program
 * tries what would change the next step. */
static int count_open(const struct view *v, const struct match *m, int enough) {
    int open = 0;
    for (int i = 0; i < m->ids.count && open < enough; i++)
        open += could_match(v, m, m->ids.items[i].index);
    for (int i = 0; m->ids.count == 0 && i < v->pack->indicators.count && open < enough; i++)
        open += could_match(v, m, i);
    return open;
}

static enum truth evaluate_signs(const struct view *v, const struct match *m, struct grounds *g) {
    int sure = 0;
    for (int i = 0; i < v->noted_count; i++)
        sure += matches(v, m, &v->noted[i]);
    if (sure < m->at_least)
        return !m->noted_only && sure + count_open(v, m, m->at_least - sure) >= m->at_least ? UNKNOWN : NO;
    for (int i = 0; i < v->noted_count; i++)
        if (matches(v, m, &v->noted[i]))
            grounds_add(g, GROUND_SIGN, v->noted[i].indicator);
    return YES;
}

/* Do two signs cover two different elements, one of them among `one_of`? */
static bool cover(unsigned a, unsigned b, unsigned one_of) {
    for (int e = 0; e < element_words.count; e++) {
        unsigned bit = BIT(e);
        if (one_of & bit && ((a & bit && b & ~bit) || (b & bit && a & ~bit)))
            return true;
    }
    return false;
}

static bool is_pair(const struct view *v, const struct match *m, const struct noted *a, const struct noted *b) {
    return matches(v, m, a) && matches(v, m, b) && (!m->with_firm || a->firm || b->firm)
           && cover(v->pack->indicators.items[a->indicator].elements, v->pack->indicators.items[b->indicator].elements, m->one_of);
}

static enum truth evaluate_two_elements(const struct view *v, const struct match *m, struct grounds *g) {
    enum truth truth = NO;
    for (int a = 0; a < v->noted_count; a++)
        for (int b = a + 1; b < v->noted_count; b++)
            if (is_pair(v, m, &v->noted[a], &v->noted[b])) {
                truth = YES;
                grounds_add(g, GROUND_SIGN, v->noted[a].indicator);
                grounds_add(g, GROUND_SIGN, v->noted[b].indicator);
            }
    return truth == NO && count_open(v, m, 1) ? UNKNOWN : truth;
}

static bool pattern_fits(const struct pack *p, const int count[4]) {
    for (int i = 0; i < p->rules.dimension_patterns.count; i++) {
        const struct dimension_pattern *d = &p->rules.dimension_patterns.items[i];
        if (count[STRENGTH_STRONG] >= d->strong && count[STRENGTH_MEDIUM] >= d->medium && count[STRENGTH_WEAK] >= d->weak)
            return true;
    }
    return false;
}

static bool in_dimension(const struct view *v, const struct noted *n, int dimension) {
    const struct indicator *i = &v->pack->indicators.items[n->indicator];
    return n->strength > STRENGTH_NONE && i->dimension_number == dimension && !(i->elements & BIT(ELEMENT_PRESENTATION));
}

bool dimension_positive(const struct view *v, int dimension, bool with_firm, struct grounds *g) {
    int count[4] = { 0 };
    bool firm = !with_firm;
    for (int i = 0; i < v->noted_count; i++)
        if (in_dimension(v, &v->noted[i], dimension)) {
            count[v->noted[i].strength]++;
            firm = firm || v->noted[i].firm;
        }
    if (!firm || !pattern_fits(v->pack, count))
        return false;
    for (int i = 0; i < v->noted_count; i++)
        if (in_dimension(v, &v->noted[i], dimension))
            grounds_add(g, GROUND_SIGN, v->noted[i].indicator);
    return true;
}

static enum truth evaluate_dimension(const struct view *v, const struct match *m, struct grounds *g) {
    enum truth truth = NO;
    for (int d = 1; d <= DIMENSIONS; d++)
        if (dimension_positive(v, d, m->with_firm, g))
            truth = YES;
    return truth == NO && count_open(v, m, 1) ? UNKNOWN : truth;
}

enum effect danger_effect(const struct danger_question *q, enum danger answer) {
    switch (answer) {
    case DANGER_YES: return (enum effect)q->yes;
    case DANGER_UNSURE: return (enum effect)q->unsure;
    case DANGER_NOT_ASKED:
    case DANGER_NONE_NOTED: break;
    }
    return EFFECT_NONE;
}

static enum truth evaluate_danger(const struct view *v, const struct expr *e, struct grounds *g) {
    enum truth truth = NO;
    for (int i = 0; i < v->pack->dangers.count; i++) {
        enum danger answer = session_danger(v->session, i);
        bool meant = e->kind == EXPR_DANGER || refs_have(&e->refs, i);
        enum effect least = e->kind == EXPR_DANGER ? (enum effect)e->number : EFFECT_TODAY;
        if (meant && danger_effect(&v->pack->dangers.items[i], answer) >= least) {
            truth = YES;
            grounds_add(g, GROUND_DANGER, i);
        } else if (meant && truth == NO && (answer == DANGER_NOT_ASKED || answer == DANGER_UNSURE)) {
            truth = UNKNOWN;
        }
    }
    return truth;
}

static enum truth evaluate_activity(const struct view *v, const struct expr *e, struct grounds *g) {
    bool any = false, open = false, yes = false;
    for (int i = 0; i < SESSION_ACTIVITIES; i++) {
        const struct slot *slot = session_get(v->session, SLOT_ACTIVITY, i);
        if (!slot->value)
            continue;
        any = true;
        open = open || v->pack->activities.activities.items[slot->value - 1].open;
        if (refs_have(&e->refs, slot->value - 1) && (!e->bits || e->bits & slot->bits)) {
            yes = true;
            grounds_add(g, GROUND_ACTIVITY, slot->value - 1);
        }
    }
    return yes ? YES : any && !open ? NO : UNKNOWN;
}

static enum truth evaluate_fact(const struct view *v, const struct expr *e, struct grounds *g) {
    enum fact fact = (enum fact)e->number;
    int value = session_fact(v->session, fact);
    if (e->bits & BIT(value)) {
        grounds_add(g, GROUND_FACT, e->number);
        return YES;
    }
    return fact_is_open(fact, value) ? UNKNOWN : NO;
}

static enum truth evaluate_outcome(const struct view *v, const struct expr *e, struct grounds *g) {
    enum truth truth = NO;
    for (int i = 0; i < e->refs.count; i++) {
        int outcome = e->refs.items[i].index;
        if (!(v->outcomes & BIT(outcome)))
            continue;
        truth = YES;
        for (int r = 0; v->rule_outcomes && r < v->pack->rules.rules.count; r++)
            if (v->rule_outcomes[r] == outcome)
                grounds_add(g, GROUND_RULE, r);
        if (v->raised && v->raised_to == outcome)
            grounds_add(g, GROUND_RAISE, outcome);
    }
    return truth;
}

/* A clock time means the day of the talk. A date is today on that day, before it, and within
 * the next twelve hours: a flight after midnight cannot wait for the morning. Where no time is
 * given, or no stamp says what day it is, the safe reading is today. */
static bool deadline_is_today(const struct view *v) {
    const char *text = session_text(v->session, TEXT_DEADLINE);
    struct date_time deadline;
    if (!text || !date_time_read(text, &deadline) || !v->stamp || !v->stamp->has_time)
        return true;
    return date_days(&deadline) <= date_days(&v->stamp->time) || date_minutes(&deadline) - date_minutes(&v->stamp->time) <= 12 * 60;
}

static enum truth evaluate_deadline(const struct view *v, const struct expr *e, struct grounds *g) {
    if (!session_fact(v->session, FACT_DEADLINE_WHAT) || (e->number && !deadline_is_today(v)))
        return NO;
    grounds_add(g, GROUND_DEADLINE, 0);
    return YES;
}

/* At least k of the parts: "all", "any" and "at least" are the same question. Parts that are
 * YES give their grounds only if the whole is. */
static enum truth at_least(const struct view *v, const struct expr *e, int k, struct grounds *g) {
    int sure = 0, open = 0;
    for (int i = 0; i < e->parts.count; i++) {
        enum truth t = evaluate(v, &e->parts.items[i], NULL);
        sure += t == YES;
        open += t == UNKNOWN;
    }
    if (sure < k)
        return sure + open >= k ? UNKNOWN : NO;
    for (int i = 0; g && i < e->parts.count; i++)
        evaluate(v, &e->parts.items[i], g);
    return YES;
}

static enum truth negated(enum truth t) {
    return t == YES ? NO : t == NO ? YES : UNKNOWN;
}

/* By name: settings are put in order after the conditions were read. */
static enum truth evaluate_place(const struct view *v, const struct expr *e) {
    for (int i = 0; i < e->refs.count; i++)
        if (!strcmp(e->refs.items[i].id, v->pack->settings.items[v->session->setting].id))
            return YES;
    return NO;
}

/* Conditions nest at most as deep as their file, and definitions refer only upwards, so the
 * recursion is bounded. */
enum truth evaluate(const struct view *v, const struct expr *e, struct grounds *g) {
    switch (e->kind) {
    case EXPR_ALL: return at_least(v, e, e->parts.count, g);
    case EXPR_ANY: return at_least(v, e, 1, g);
    case EXPR_AT_LEAST: return at_least(v, e, e->number, g);
    case EXPR_NOT: return negated(evaluate(v, &e->parts.items[0], NULL));
    case EXPR_FACT: return evaluate_fact(v, e, g);
    case EXPR_IS: return evaluate(v, &v->pack->rules.definitions.items[e->is.index].when, g);
    case EXPR_SIGNS: return evaluate_signs(v, &e->match, g);
    case EXPR_TWO_ELEMENTS: return evaluate_two_elements(v, &e->match, g);
    case EXPR_DIMENSION: return evaluate_dimension(v, &e->match, g);
    case EXPR_DANGER:
    case EXPR_DANGER_IDS: return evaluate_danger(v, e, g);
    case EXPR_ACTIVITY: return evaluate_activity(v, e, g);
    case EXPR_OUTCOME: return evaluate_outcome(v, e, g);
    case EXPR_SETTING: return e->bits & BIT(v->pack->settings.items[v->session->setting].kind) ? YES : NO;
    case EXPR_PLACE: return evaluate_place(v, e);
    case EXPR_DEADLINE: return evaluate_deadline(v, e, g);
    case EXPR_ALWAYS: return YES;
    }
    return UNKNOWN;
}
