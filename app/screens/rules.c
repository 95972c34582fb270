/* Rules and sources: every rule in order, whether it holds for this person, and where it comes
 * from; what makes a sign firm; what each next step means. A screen to read. */
#include "screens/reasons.h"
#include "screens/words.h"

#include "core/fact.h"

#include <string.h>

/* How sure a source is, in the order of tag_words. */
static const char *const tag_labels[] = {
    NC_("how sure", "Read in the source."),
    NC_("how sure", "Read in a text about the source."),
    NC_("how sure", "From the plan of this program."),
    NC_("how sure", "General knowledge: check before use."),
    NC_("how sure", "Our own wording."),
};

/* ---- sources */

static const char *source_words(struct ui *ui, const struct model *m, const struct citation *c) {
    const struct source *s = &m->pack->sources.items[c->key.index];
    /* The short key: long titles name what must not stand on a screen. The note has them whole. With its
     * place it is a citation, the same in every language: "COE05, art. 33(1)". */
    return c->place && *c->place ? ui_key(ui, "%s, %s", s->key, c->place) : s->key;
}

static void show_sources(struct ui *ui, const struct model *m, const char *key, const citations *list) {
    for (int i = 0; i < list->count; i++) {
        const struct citation *c = &list->items[i];
        struct row row = {
            .key = ui_key(ui, "%s/source/%d", key, i + 1),
            .icon = ICON_DOCUMENT,
            .label = source_words(ui, m, c),
            .text = trc(m->language, "how sure", tag_labels[c->tag]),
        };
        ui_fact_row(ui, &row);
    }
}

/* ---- rules */

/* "Call child protection; Offer a referral": each outcome of its clauses once. */
static const char *leads_to(struct ui *ui, const struct model *m, const struct rule *r) {
    const char *outcomes = "";
    unsigned seen = 0;
    for (int i = 0; i < r->clauses.count; i++) {
        int outcome = r->clauses.items[i].outcome.index;
        if (!(seen & BIT(outcome)))
            outcomes = words_join(ui, outcomes, outcome_name(m, outcome));
        seen |= BIT(outcome);
    }
    return outcomes;
}

static void show_rule(struct ui *ui, const struct model *m, int rule) {
    const struct rule *r = &m->pack->rules.rules.items[rule];
    const struct finding *holds = findings_find(&m->assessment->rules, rule);
    const char *key = ui_key(ui, "rules/%s", r->id);
    struct fill fill = { "outcome", leads_to(ui, m, r) };
    struct row leads = { .key = ui_key(ui, "%s/leads-to", key),
                         .icon = ICON_NEXT,
                         .label = ui_fill(ui, tr(m->language, "Leads to: {outcome}"), &fill, 1) };
    ui_panel(ui, SPACE_4);
    ui_heading(ui, ui_key(ui, "%s/number", key), rule_number(ui, m, rule), NULL);
    if (holds)
        ui_icon_words(ui, ui_key(ui, "%s/holds", key), ICON_TICK, PAINT_TEXT, tr(m->language, "Holds now."), NULL);
    ui_words(ui, key, TYPE_BODY, PAINT_TEXT, rule_text(m, rule), 0);
    if (holds)
        reasons_show(ui, m, key, &holds->because);
    ui_gap(ui, SPACE_2);
    ui_fact_row(ui, &leads);
    show_sources(ui, m, key, &r->sources);
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

/* ---- firm, outcomes, definitions */

static const char *unless_words(struct ui *ui, const struct model *m, const struct firm *f) {
    const struct rules *rules = &m->pack->rules;
    if (!f->has_unless || f->unless.kind != EXPR_IS)
        return NULL;
    const struct definition *d = &rules->definitions.items[f->unless.is.index];
    struct fill fill = { "condition", content_text(m->language, "definition", d->id, "text", d->text) };
    return ui_fill(ui, tr(m->language, "Not when: {condition}"), &fill, 1);
}

static void show_firm(struct ui *ui, const struct model *m) {
    const struct rules *rules = &m->pack->rules;
    ui_panel(ui, SPACE_4);
    ui_heading(ui, "rules/firm", tr(m->language, "What makes a sign firm"), NULL);
    for (int i = 0; i < rules->firm.count; i++) {
        const struct firm *f = &rules->firm.items[i];
        struct row row = {
            .key = ui_key(ui, "rules/firm/%s", known_words.words[f->known]),
            .icon = ICON_TICK,
            .label = trc(m->language, "how known", known_labels[f->known]),
            .text = unless_words(ui, m, f),
        };
        ui_fact_row(ui, &row);
    }
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

/* One entry of a list of names and what they mean. */
static void show_entry(struct ui *ui, const char *key, const char *name, const char *text) {
    ui_gap(ui, SPACE_2);
    const char *bold = sentence(ui, name);
    ui_words(ui, key, TYPE_BODY, PAINT_TEXT, ui_key(ui, "%s %s", bold, text), (int)strlen(bold));
}

/* What the rules do not say: why somebody is called, and why something may be needed. */
static void show_reason(struct ui *ui, const struct model *m, const char *key, const char *name, const char *reason,
                        const citations *list) {
    show_entry(ui, key, name, reason);
    ui_words(ui, ui_key(ui, "%s/source", key), TYPE_BODY, PAINT_QUIET, source_keys(ui, m, list), 0);
}

static void show_reasons(struct ui *ui, const struct model *m) {
    const findings *routes = &m->assessment->routes, *measures = &m->assessment->measures, *guards = &m->assessment->guards;
    if (routes->count + measures->count + guards->count == 0)
        return;
    ui_panel(ui, SPACE_4);
    ui_heading(ui, "rules/reasons", tr(m->language, "Why these calls, and what may be needed"), NULL);
    for (int i = 0; i < routes->count; i++) {
        const struct route *r = &m->pack->routes.routes.items[routes->items[i].index];
        show_reason(ui, m, ui_key(ui, "rules/route/%s", r->id), content_text(m->language, "route", r->id, "name", r->name),
                    content_text(m->language, "route", r->id, "reason", r->reason), &r->sources);
    }
    for (int i = 0; i < measures->count; i++) {
        const struct measure *x = &m->pack->measures.items[measures->items[i].index];
        show_reason(ui, m, ui_key(ui, "rules/measure/%s", x->id), content_text(m->language, "measure", x->id, "name", x->name),
                    content_text(m->language, "measure", x->id, "reason", x->reason), &x->sources);
    }
    for (int i = 0; i < guards->count; i++) {
        const struct guard *x = &m->pack->guards.items[guards->items[i].index];
        show_reason(ui, m, ui_key(ui, "rules/guard/%s", x->id), content_text(m->language, "guard", x->id, "name", x->name),
                    content_text(m->language, "guard", x->id, "differs", x->differs), &x->sources);
    }
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

static void show_outcomes(struct ui *ui, const struct model *m) {
    ui_panel(ui, SPACE_4);
    ui_heading(ui, "rules/outcomes", tr(m->language, "What each next step means"), NULL);
    for (int i = 0; i < m->pack->rules.outcomes.count; i++)
        show_entry(ui, ui_key(ui, "rules/outcome/%s", m->pack->rules.outcomes.items[i].id), outcome_name(m, i), outcome_meaning(m, i));
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

static void show_urgency(struct ui *ui, const struct model *m) {
    ui_panel(ui, SPACE_4);
    ui_heading(ui, "rules/urgency", tr(m->language, "How soon"), NULL);
    for (int i = 0; i < m->pack->rules.urgency.count; i++) {
        const struct urgency_row *u = &m->pack->rules.urgency.items[i];
        struct row row = {
            .key = ui_key(ui, "rules/urgency/%s", urgency_words.words[u->level]),
            .icon = i == m->assessment->urgency_row ? ICON_TICK : ICON_TIME,
            .label = trc(m->language, "urgency", urgency_labels[u->level]),
            .text = content_text(m->language, "urgency", NULL, "text", u->text),
            .bold = i == m->assessment->urgency_row,
        };
        ui_fact_row(ui, &row);
    }
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

static void show_definitions(struct ui *ui, const struct model *m) {
    const struct rules *rules = &m->pack->rules;
    ui_panel(ui, SPACE_4);
    ui_heading(ui, "rules/words", tr(m->language, "What else the rules look at"), NULL);
    for (int i = 0; i < rules->definitions.count; i++) {
        const struct definition *d = &rules->definitions.items[i];
        ui_gap(ui, SPACE_2);
        ui_words(ui, ui_key(ui, "rules/definition/%s", d->id), TYPE_BODY, PAINT_TEXT,
                 content_text(m->language, "definition", d->id, "text", d->text), 0);
    }
    for (int i = 0; i < rules->ordinary.count; i++) {
        ui_gap(ui, SPACE_2);
        ui_words(ui, ui_key(ui, "rules/ordinary/%d", i + 1), TYPE_BODY, PAINT_TEXT,
                 content_text(m->language, "ordinary", NULL, "text", rules->ordinary.items[i].text), 0);
    }
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

struct action rules_show(struct ui *ui, const struct model *m) {
    struct action out = frame_top(ui, m, NULL);
    action_take(&out,
                frame_footer(ui, m, &(struct frame_footer){ .next = tr(m->language, "Next step"), .action = action_go(SCREEN_NEXT_STEP) }));
    ui_region(ui, "rules", frame_reading(ui));
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Rules and sources"), tr(m->language, "The first rule that holds decides."));
    for (int i = 0; i < m->pack->rules.rules.count; i++)
        show_rule(ui, m, i);
    show_urgency(ui, m);
    show_reasons(ui, m);
    show_firm(ui, m);
    show_outcomes(ui, m);
    show_definitions(ui, m);
    ui_region_end(ui);
    return out;
}
