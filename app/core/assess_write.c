#include "core/assess.h"

const char *ground_name(struct arena *a, const struct pack *p, struct ground g) {
    switch (g.kind) {
    case GROUND_SIGN: return p->indicators.items[g.index].id;
    case GROUND_FACT: return facts[g.index].path;
    case GROUND_DANGER: return arena_printf(a, "triage.%s", p->dangers.items[g.index].id);
    case GROUND_ACTIVITY: return arena_printf(a, "activity:%s", p->activities.activities.items[g.index].id);
    case GROUND_RULE: return p->rules.rules.items[g.index].id;
    case GROUND_DEADLINE: return "deadline";
    case GROUND_RAISE: return "raise";
    }
    return "";
}

struct writing {
    struct json_writer json;
    const struct pack *pack;
    struct arena *arena;
};

static void write_grounds(struct writing *w, const char *key, const struct ground *items, int count) {
    json_open_list(&w->json, key);
    for (int i = 0; i < count; i++)
        json_write_text(&w->json, NULL, ground_name(w->arena, w->pack, items[i]));
    json_close_list(&w->json);
}

/* The ids of the things findings point to. */
static const char *rule_id(const struct pack *p, int i) {
    return p->rules.rules.items[i].id;
}
static const char *dimension_id(const struct pack *p, int i) {
    return p->rules.dimensions.items[i].id;
}
static const char *form_id(const struct pack *p, int i) {
    return p->forms.forms.items[i].id;
}
static const char *route_id(const struct pack *p, int i) {
    return p->routes.routes.items[i].id;
}
static const char *measure_id(const struct pack *p, int i) {
    return p->measures.items[i].id;
}

static void write_findings(struct writing *w, const char *key, const findings *list, const char *(*id)(const struct pack *, int)) {
    json_open_list(&w->json, key);
    for (int i = 0; i < list->count; i++) {
        json_open_object(&w->json, NULL);
        json_write_text(&w->json, "id", id(w->pack, list->items[i].index));
        write_grounds(w, "because", list->items[i].because.items, list->items[i].because.count);
        json_close_object(&w->json);
    }
    json_close_list(&w->json);
}

static void write_signs(struct writing *w, const char *key, const int *indicators, int count) {
    json_open_list(&w->json, key);
    for (int i = 0; i < count; i++)
        json_write_text(&w->json, NULL, w->pack->indicators.items[indicators[i]].id);
    json_close_list(&w->json);
}

static void write_would_change(struct writing *w, const struct would_change *c) {
    json_open_object(&w->json, NULL);
    json_write_text(&w->json, "outcome", w->pack->rules.outcomes.items[c->outcome].id);
    json_open_list(&w->json, "if");
    for (int i = 0; i < c->change_count; i++) {
        json_open_object(&w->json, NULL);
        json_write_text(&w->json, ground_name(w->arena, w->pack, c->changes[i].what), c->changes[i].to);
        json_close_object(&w->json);
    }
    json_close_list(&w->json);
    json_close_object(&w->json);
}

static void write_raised(struct writing *w, const struct assessment *r) {
    if (!r->raised) {
        json_write_text(&w->json, "raised", NULL);
        return;
    }
    json_open_object(&w->json, "raised");
    json_write_text(&w->json, "to", w->pack->rules.outcomes.items[r->raised_to].id);
    json_write_text(&w->json, "reason", r->raised_reason);
    json_close_object(&w->json);
}

void assess_write(const struct pack *p, const struct assessment *r, struct buffer *out) {
    struct writing w = { .json = { .out = out }, .pack = p, .arena = out->arena };
    struct json_writer *json = &w.json;
    json_open_object(json, NULL);
    json_write_text(json, "outcome", p->rules.outcomes.items[r->outcome].id);
    json_open_list(json, "outcomes");
    for (int i = 0; i < r->outcomes.count; i++)
        json_write_text(json, NULL, p->rules.outcomes.items[r->outcomes.items[i]].id);
    json_close_list(json);
    write_raised(&w, r);
    json_write_text(json, "urgency", urgency_words.words[r->urgency]);
    json_write_flag(json, "child", r->child);
    write_findings(&w, "rules", &r->rules, rule_id);
    json_open_object(json, "elements");
    write_signs(&w, "act", r->act.items, r->act.count);
    write_signs(&w, "means", r->means.items, r->means.count);
    write_signs(&w, "purpose", r->purpose.items, r->purpose.count);
    json_close_object(json);
    write_findings(&w, "dimensions", &r->dimensions, dimension_id);
    write_findings(&w, "forms", &r->forms, form_id);
    write_findings(&w, "routes", &r->routes, route_id);
    write_findings(&w, "measures", &r->measures, measure_id);
    write_grounds(&w, "open", r->open.items, r->open.count);
    json_open_list(json, "would-change");
    for (int i = 0; i < r->would_change.count; i++)
        write_would_change(&w, &r->would_change.items[i]);
    json_close_list(json);
    json_close_object(json);
    json_end(json);
}
