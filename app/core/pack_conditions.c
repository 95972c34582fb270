#include "core/pack_conditions.h"

#include <string.h>

struct checking {
    struct arena *arena;
    struct pack *pack;
    struct problems *problems;
};

static void rules_problem(struct checking *c, const struct origin *at, const char *text) {
    problem_add(c->problems, at->file ? at->file : "rules.json", at->line, at->path ? at->path : "", "%s", text);
}

#define COST_MAX 4000
#define COST_OF_SIGNS 20 /* a condition that walks the signs */

/* How much work evaluating a condition is, definitions unfolded; -1 if it builds on a
 * definition that is not above it. Bounded, so that no pack can make the program hang. */
static int cost(const struct expr *e, const int *definition_costs, int limit) {
    bool walks = e->kind == EXPR_SIGNS || e->kind == EXPR_TWO_ELEMENTS || e->kind == EXPR_DIMENSION;
    int sum = walks ? COST_OF_SIGNS : 1;
    if (e->kind == EXPR_IS)
        return e->is.index >= limit ? -1 : e->is.index < 0 ? 1 : definition_costs[e->is.index];
    for (int i = 0; i < e->parts.count && sum <= COST_MAX; i++) {
        int part = cost(&e->parts.items[i], definition_costs, limit);
        if (part < 0)
            return -1;
        sum += part;
    }
    return sum > COST_MAX ? COST_MAX + 1 : sum;
}

static bool asks_only_facts(const struct rules *rules, const struct expr *e) {
    switch (e->kind) {
    case EXPR_FACT: return true;
    case EXPR_IS: return e->is.index < 0 || asks_only_facts(rules, &rules->definitions.items[e->is.index].when);
    case EXPR_ALL:
    case EXPR_ANY:
    case EXPR_NOT:
    case EXPR_AT_LEAST:
        for (int i = 0; i < e->parts.count; i++)
            if (!asks_only_facts(rules, &e->parts.items[i]))
                return false;
        return true;
    case EXPR_SIGNS:
    case EXPR_TWO_ELEMENTS:
    case EXPR_DIMENSION:
    case EXPR_DANGER:
    case EXPR_DANGER_IDS:
    case EXPR_ACTIVITY:
    case EXPR_OUTCOME:
    case EXPR_SETTING:
    case EXPR_PLACE:
    case EXPR_DEADLINE:
    case EXPR_ALWAYS: break;
    }
    return false;
}

/* False if definitions go round in a circle: nothing that follows them may be looked at. */
static bool check_definitions(struct checking *c, int *costs) {
    struct rules *rules = &c->pack->rules;
    bool fine = true;
    for (int i = 0; i < rules->definitions.count; i++) {
        struct definition *d = &rules->definitions.items[i];
        costs[i] = cost(&d->when, costs, i);
        if (costs[i] < 0)
            rules_problem(c, &d->origin, "may only build on definitions above it");
        if (costs[i] > COST_MAX)
            rules_problem(c, &d->origin, "is too large");
        fine = fine && costs[i] >= 0;
    }
    return fine;
}

/* What a sign weighs is worked out before any sign is looked at. */
static void check_weighing_asks_facts(struct checking *c) {
    struct rules *rules = &c->pack->rules;
    const char text[] = "may ask facts only: what a sign weighs depends on it";
    rules->child = ids_find(&c->pack->ids[THING_DEFINITION], "child");
    if (rules->child < 0)
        rules_problem(c, &rules->origin, "a definition child is missing: it switches the child path");
    else if (!asks_only_facts(rules, &rules->definitions.items[rules->child].when))
        rules_problem(c, &rules->definitions.items[rules->child].origin, text);
    for (int i = 0; i < rules->ordinary.count; i++)
        if (!asks_only_facts(rules, &rules->ordinary.items[i].when))
            rules_problem(c, &rules->ordinary.items[i].origin, text);
    for (int i = 0; i < rules->firm.count; i++)
        if (rules->firm.items[i].has_unless && !asks_only_facts(rules, &rules->firm.items[i].unless))
            rules_problem(c, &rules->firm.items[i].origin, text);
}

static int check_cost(struct checking *c, const struct expr *e, const struct origin *at, const int *costs) {
    int sum = cost(e, costs, c->pack->rules.definitions.count);
    if (sum > COST_MAX)
        rules_problem(c, at, "the condition is too large");
    return sum;
}

/* The rules are evaluated many times for one assessment, so they are bounded together. */
static void check_costs(struct checking *c, const int *costs) {
    struct pack *p = c->pack;
    int sum = 0;
    for (int i = 0; i < p->rules.ordinary.count && sum <= COST_MAX; i++)
        sum += check_cost(c, &p->rules.ordinary.items[i].when, &p->rules.ordinary.items[i].origin, costs);
    for (int i = 0; i < p->rules.firm.count && sum <= COST_MAX; i++)
        sum += check_cost(c, &p->rules.firm.items[i].unless, &p->rules.firm.items[i].origin, costs);
    for (int i = 0; i < p->rules.rules.count; i++)
        for (int k = 0; k < p->rules.rules.items[i].clauses.count && sum <= COST_MAX; k++)
            sum += check_cost(c, &p->rules.rules.items[i].clauses.items[k].when, &p->rules.rules.items[i].clauses.items[k].origin, costs);
    if (sum > COST_MAX)
        rules_problem(c, &p->rules.origin, "the rules together are too large");
    for (int i = 0; i < p->rules.urgency.count; i++)
        check_cost(c, &p->rules.urgency.items[i].when, &p->rules.urgency.items[i].origin, costs);
    for (int i = 0; i < p->rules.open_first.count; i++)
        check_cost(c, &p->rules.open_first.items[i].when, &p->rules.open_first.items[i].origin, costs);
    for (int i = 0; i < p->measures.count; i++)
        check_cost(c, &p->measures.items[i].when, &p->measures.items[i].origin, costs);
    for (int i = 0; i < p->guards.count; i++)
        check_cost(c, &p->guards.items[i].when, &p->guards.items[i].origin, costs);
    for (int i = 0; i < p->routes.routes.count; i++)
        check_cost(c, &p->routes.routes.items[i].when, &p->routes.routes.items[i].origin, costs);
    for (int i = 0; i < p->note.fields.count; i++)
        check_cost(c, &p->note.fields.items[i].when, &p->note.fields.items[i].origin, costs);
    for (int i = 0; i < p->prompts.prompts.count; i++)
        check_cost(c, &p->prompts.prompts.items[i].when, &p->prompts.prompts.items[i].origin, costs);
    check_cost(c, &p->forms.activity_when, &p->forms.origin, costs);
}

static void check_conditions(struct checking *c) {
    int *costs = arena_alloc(c->arena, (size_t)c->pack->rules.definitions.count, sizeof *costs);
    if (!check_definitions(c, costs))
        return;
    check_weighing_asks_facts(c);
    check_costs(c, costs);
}

static bool always_holds(const struct rule *r) {
    for (int c = 0; c < r->clauses.count; c++)
        if (r->clauses.items[c].when.kind == EXPR_ALWAYS)
            return true;
    return false;
}

/* What the assessment relies on: whatever the answers are, there is an outcome and an urgency. */
/* While the rules are evaluated there is no outcome yet, so a rule that asks for one is never true. */
static bool asks_outcome(const struct expr *e) {
    bool asks = e->kind == EXPR_OUTCOME;
    for (int i = 0; i < e->parts.count; i++)
        asks = asks || asks_outcome(&e->parts.items[i]);
    return asks;
}

static void check_rules_ask_no_outcome(struct checking *c) {
    struct rules *rules = &c->pack->rules;
    for (int i = 0; i < rules->definitions.count; i++)
        if (asks_outcome(&rules->definitions.items[i].when))
            rules_problem(c, &rules->definitions.items[i].origin, "a definition may not ask for an outcome");
    for (int i = 0; i < rules->rules.count; i++)
        for (int k = 0; k < rules->rules.items[i].clauses.count; k++)
            if (asks_outcome(&rules->rules.items[i].clauses.items[k].when))
                rules_problem(c, &rules->rules.items[i].clauses.items[k].origin, "a rule may not ask for an outcome");
}

static void check_rules_decide(struct checking *c) {
    struct rules *rules = &c->pack->rules;
    const struct rule *last = rules->rules.count ? &rules->rules.items[rules->rules.count - 1] : NULL;
    if (last && (!last->otherwise || last->beside || !always_holds(last)))
        rules_problem(c, &last->origin, "the last rule must be the one for all other cases: otherwise true, beside false, a clause always");
    if (rules->urgency.count && rules->urgency.items[rules->urgency.count - 1].when.kind != EXPR_ALWAYS)
        rules_problem(c, &rules->urgency.items[rules->urgency.count - 1].origin, "the last row of the urgency must hold always");
    if (rules->dimensions.count != DIMENSIONS)
        rules_problem(c, &rules->origin, "there must be six dimensions, D1 to D6");
    for (int i = 0; i < rules->dimensions.count && i < DIMENSIONS; i++) {
        const char expected[] = { 'D', (char)('1' + i), '\0' };
        if (!rules->dimensions.items[i].id || strcmp(rules->dimensions.items[i].id, expected) != 0)
            rules_problem(c, &rules->dimensions.items[i].origin, "the dimensions must be D1 to D6, in this order");
    }
    if (rules->outcomes.count > 32)
        rules_problem(c, &rules->origin, "there may be at most 32 outcomes");
}

void pack_check_conditions(struct arena *a, struct pack *p, struct problems *problems) {
    struct checking c = { .arena = a, .pack = p, .problems = problems };
    check_conditions(&c);
    check_rules_ask_no_outcome(&c);
    check_rules_decide(&c);
}
