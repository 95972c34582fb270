/* Next step: what to do and whom to call; why, and what could change it. Nothing lowers it. */
#include "note/note.h"
#include "screens/change.h"
#include "screens/deadline.h"
#include "screens/reasons.h"
#include "screens/words.h"

#include <string.h>

#define PANEL_PAD 20

/* ---- what to do */

static void show_title(struct ui *ui, const struct model *m) {
    const struct assessment *r = m->assessment;
    const char *deadline = deadline_words_of(ui, m), *urgency = sentence(ui, urgency_words_of(m));
    if (r->urgency != URGENCY_NONE)
        ui_title_until(ui, outcome_name(m, r->outcome), urgency, deadline);
    else if (*deadline)
        ui_title_until(ui, outcome_name(m, r->outcome), NULL, deadline);
    else
        ui_title(ui, outcome_name(m, r->outcome), NULL);
}

/* What the danger itself asks for, as Safety said it, but whole. */
static void show_dangers(struct ui *ui, const struct model *m) {
    for (int i = 0; i < m->pack->dangers.count; i++) {
        const struct danger_question *q = &m->pack->dangers.items[i];
        if (danger_effect(q, session_danger(m->session, i)) == EFFECT_NONE)
            continue;
        ui_icon_words(ui, ui_key(ui, "next-step/danger/%s", q->id), ICON_ATTENTION, PAINT_TEXT, sentence(ui, danger_name(m, i)),
                      danger_action(m, i));
        ui_gap(ui, SPACE_2);
    }
}

static void show_steps(struct ui *ui, const struct model *m, int outcome) {
    ui_panel(ui, PANEL_PAD);
    if (outcome == m->assessment->outcome)
        show_dangers(ui, m);
    outcome_steps(ui, m, "next-step/step", outcome);
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

/* Does less than every other outcome: information, and an open door. */
static bool is_least(const struct model *m, int outcome) {
    const struct outcome *o = m->pack->rules.outcomes.items;
    for (int i = 0; i < m->pack->rules.outcomes.count; i++)
        if (o[i].rank < o[outcome].rank)
            return false;
    return true;
}

/* Where act now stands beside another outcome: that one comes afterwards. After danger the least one
 * would only say that little was noted. */
static void show_then(struct ui *ui, const struct model *m) {
    int then = outcome_decided(m->assessment);
    if (then == m->assessment->outcome || is_least(m, then))
        return;
    struct fill fill = { "outcome", outcome_name(m, then) };
    ui_gap(ui, SPACE_2);
    ui_heading(ui, "next-step/then", ui_fill(ui, tr(m->language, "Then: {outcome}"), &fill, 1), NULL);
    show_steps(ui, m, then);
}

/* ---- whom to call */

/* Lines under the one with the icon, in line with its words. */
static void line_below(struct ui *ui, const char *key, enum paint paint, const char *bold, const char *text) {
    ui_icon_words(ui, key, ICON_NONE, paint, bold, text);
}

static void show_contact(struct ui *ui, const struct model *m, const char *key, const char *name, const char *text,
                         const struct contact *c) {
    ui_panel(ui, SPACE_3);
    const char *kind = trc(m->language, "contact", contact_kind_labels[c->kind]);
    ui_icon_words(ui, key, ICON_PHONE, PAINT_TEXT, sentence(ui, name), text);
    line_below(ui, ui_key(ui, "%s/service", key), PAINT_TEXT, NULL, c->service);
    line_below(ui, ui_key(ui, "%s/number", key), PAINT_TEXT, c->number ? c->number : c->other, c->hours);
    line_below(ui, ui_key(ui, "%s/kind", key), PAINT_QUIET, NULL, c->for_whom ? words_pair(ui, kind, c->for_whom) : kind);
    if (c->note)
        line_below(ui, ui_key(ui, "%s/note", key), PAINT_TEXT, NULL, c->note);
    line_below(ui, ui_key(ui, "%s/source", key), PAINT_QUIET, NULL, note_contact_checked(&ui->p->arena, m->language, c, model_time(m)));
    ui_panel_end(ui);
}

static void show_own_number(struct ui *ui, const struct model *m) {
    const char *call = m->preferences->texts[PREFERENCE_CALL];
    if (!*call)
        return;
    ui_panel(ui, SPACE_3);
    ui_icon_words(ui, "next-step/call", ICON_PHONE, PAINT_TEXT, NULL, tr(m->language, "Your authority's number"));
    ui_leads(ui);
    line_below(ui, "next-step/call/number", PAINT_TEXT, call, NULL);
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

/* The first route in a box, as the one to call; the others as lines. Why, the rules and sources say. */
static void show_route(struct ui *ui, const struct model *m, int route, bool first) {
    const struct route *r = &m->pack->routes.routes.items[route];
    const struct contact *c = note_contact(m->pack, m->session, m->assessment, route);
    const char *key = ui_key(ui, "next-step/route/%s", r->id), *name = content_text(m->language, "route", r->id, "name", r->name);
    const char *text = content_text(m->language, "route", r->id, "text", r->text);
    const char *unchecked =
        r->no_contact ? text : ui_key(ui, "%s %s", text, tr(m->language, "Number not yet checked. Ask your authority."));
    if (c)
        show_contact(ui, m, key, name, text, c);
    else if (first)
        ui_attention(ui, key, ICON_PHONE, name, unchecked, NULL);
    else
        ui_icon_words(ui, key, ICON_PHONE, PAINT_TEXT, sentence(ui, name), text);
}

/* Lines without a box stand where the words of the boxes stand. */
static void inset(struct ui *ui, float by) {
    ui->region->x += by;
    ui->region->w -= 2 * by;
}

static bool rests_on_danger(const struct finding *f) {
    for (int i = 0; i < f->because.count; i++)
        if (f->because.items[i].kind == GROUND_DANGER)
            return true;
    return false;
}

/* Which route is called first: in danger the one that danger asks for, else the first of the pack. */
static int first_call(const struct assessment *r) {
    for (int i = 0; r->urgency == URGENCY_NOW && i < r->routes.count; i++)
        if (rests_on_danger(&r->routes.items[i]))
            return i;
    return 0;
}

static void show_calls(struct ui *ui, const struct model *m) {
    const findings *routes = &m->assessment->routes;
    int first = first_call(m->assessment);
    show_own_number(ui, m);
    if (routes->count) {
        ui_more_title(ui, tr(m->language, "whom to call"));
        show_route(ui, m, routes->items[first].index, true);
        ui_gap(ui, SPACE_3);
    }
    inset(ui, SPACE_3);
    for (int i = 0; i < routes->count; i++) {
        if (i == first)
            continue;
        show_route(ui, m, routes->items[i].index, false);
        ui_gap(ui, 12);
    }
    inset(ui, -SPACE_3);
}

static void show_measures(struct ui *ui, const struct model *m) {
    const findings *measures = &m->assessment->measures;
    inset(ui, SPACE_3);
    for (int i = 0; i < measures->count; i++) {
        const struct measure *x = &m->pack->measures.items[measures->items[i].index];
        if (i == 0)
            ui_more_title(ui, tr(m->language, "what this person may need"));
        ui_icon_words(ui, ui_key(ui, "next-step/measure/%s", x->id), ICON_MEASURE, PAINT_TEXT,
                      sentence(ui, content_text(m->language, "measure", x->id, "name", x->name)),
                      content_text(m->language, "measure", x->id, "text", x->text));
        ui_gap(ui, 12);
    }
    inset(ui, -SPACE_3);
}

/* Neighbouring situations that fit too, and what helps there: they lower nothing (fact base 19). */
static void show_guards(struct ui *ui, const struct model *m) {
    const findings *guards = &m->assessment->guards;
    if (guards->count == 0)
        return;
    ui_gap(ui, SPACE_2);
    ui_heading(ui, "next-step/guards", tr(m->language, "It may also be"), NULL);
    inset(ui, SPACE_3);
    for (int i = 0; i < guards->count; i++) {
        const struct guard *x = &m->pack->guards.items[guards->items[i].index];
        const char *key = ui_key(ui, "next-step/guard/%s", x->id);
        ui_icon_words(ui, key, ICON_WHY, PAINT_TEXT, sentence(ui, content_text(m->language, "guard", x->id, "name", x->name)),
                      content_text(m->language, "guard", x->id, "differs", x->differs));
        ui_leads(ui);
        line_below(ui, ui_key(ui, "%s/instead", key), PAINT_TEXT, NULL, content_text(m->language, "guard", x->id, "instead", x->instead));
        ui_gap(ui, 12);
    }
    inset(ui, -SPACE_3);
}

/* What was noted since Safety was answered, or never looked at, may be danger. */
static struct action show_look_again(struct ui *ui, const struct model *m) {
    int danger = model_danger_again(m);
    if (danger < 0)
        return action_none;
    const struct danger_question *q = &m->pack->dangers.items[danger];
    bool pressed = ui_attention(ui, "next-step/again", ICON_ATTENTION, tr(m->language, "Look again at Safety"),
                                content_text(m->language, "danger", q->id, "row", q->row), tr(m->language, "Look"));
    ui_gap(ui, SPACE_3);
    return pressed ? action_go(SCREEN_SAFETY) : action_none;
}

static struct action show_what_to_do(struct ui *ui, const struct model *m) {
    show_title(ui, m);
    struct action out = show_look_again(ui, m);
    show_steps(ui, m, m->assessment->outcome);
    show_calls(ui, m);
    show_then(ui, m);
    show_measures(ui, m);
    show_guards(ui, m);
    inset(ui, SPACE_3);
    ui_words(ui, "next-step/nature", TYPE_BODY, PAINT_QUIET, tr(m->language, "A next step, not a finding about the person."), 0);
    inset(ui, -SPACE_3);
    ui_gap(ui, SPACE_3);
    return out;
}

/* ---- why */

/* A heading with a quiet button at the end of its line, or below it. */
static bool heading_with(struct ui *ui, const char *key, const char *text, const struct button *b) {
    float width = ui_button_width(ui, b), room = ui->region->w - width - SPACE_3, height = ui_control(ui, TARGET_LEAST, 1);
    const struct paragraph *p = ui_paragraph(ui, TYPE_HEADING, text, 0, 0);
    if (ui_paragraph_width(ui, p) > room) {
        ui_heading(ui, key, text, NULL);
        return ui_button(ui, b);
    }
    ui_more_title(ui, text);
    struct rect box = ui_place(ui, height);
    ui_node(ui, ROLE_HEADING, key, text, (struct rect){ box.x, box.y, room, height });
    ui_draw_paragraph(ui, box.x, box.y + (height - ui_paragraph_height(ui, p)) / 2, PAINT_TEXT, p, 0, 1, room);
    return ui_button_in(ui, (struct rect){ box.x + box.w - width, box.y, width, height }, b);
}

/* A rule of which no clause gives what stands now is weaker than the one that decides. */
static bool gives_what_stands(const struct model *m, const struct rule *rule) {
    for (int i = 0; i < rule->clauses.count; i++)
        for (int k = 0; k < m->assessment->outcomes.count; k++)
            if (rule->clauses.items[i].outcome.index == m->assessment->outcomes.items[k])
                return true;
    return false;
}

static void show_rule(struct ui *ui, const struct model *m, const struct finding *f) {
    const char *text = rule_name(m, f->index), *key = ui_key(ui, "next-step/%s", m->pack->rules.rules.items[f->index].id);
    ui_words(ui, key, TYPE_BODY, PAINT_TEXT, ui_key(ui, "%s  %s", text, rule_number(ui, m, f->index)), (int)strlen(text));
    reasons_show(ui, m, key, &f->because);
}

/* Where the officer went higher, all rules are shown: none of them led here. */
static void show_rules(struct ui *ui, const struct model *m) {
    const struct assessment *r = m->assessment;
    bool any = false;
    for (int i = 0; i < r->rules.count; i++) {
        if (!r->raised && !gives_what_stands(m, &m->pack->rules.rules.items[r->rules.items[i].index]))
            continue;
        if (any) {
            ui_gap(ui, SPACE_2);
            ui_rule(ui);
            ui_leads(ui);
        }
        ui_gap(ui, SPACE_2);
        show_rule(ui, m, &r->rules.items[i]);
        any = true;
    }
}

static struct action show_why(struct ui *ui, const struct model *m) {
    const struct assessment *r = m->assessment;
    struct button rules = {
        .key = "next-step/rules", .label = tr(m->language, "Rules and sources"), .kind = BUTTON_QUIET, .icon = ICON_WHY
    };
    struct action out = { 0 };
    ui_panel(ui, PANEL_PAD);
    if (heading_with(ui, "next-step/why", tr(m->language, "Why this step"), &rules))
        out = action_go(SCREEN_RULES);
    show_rules(ui, m);
    if (r->raised) {
        struct row row = { .key = "next-step/raised",
                           .icon = ICON_ADD,
                           .label = tr(m->language, "You went higher"),
                           .text = r->raised_reason,
                           .end = outcome_name(m, r->raised_to) };
        ui_gap(ui, SPACE_2);
        ui_rule(ui);
        ui_gap(ui, SPACE_2);
        ui_fact_row(ui, &row);
    }
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
    return out;
}

/* ---- the screen */

static struct action show_other_ways(struct ui *ui, const struct model *m) {
    const struct button buttons[] = {
        { .key = "next-step/higher", .label = tr(m->language, "Go higher"), .kind = BUTTON_QUIET, .icon = ICON_ADD },
        { .key = "next-step/other-way", .label = tr(m->language, "Done another way"), .kind = BUTTON_QUIET, .icon = ICON_WRITE },
        { .key = "next-step/rights", .label = tr(m->language, "Rights of the person"), .kind = BUTTON_QUIET, .icon = ICON_DOCUMENT },
    };
    struct action out = { 0 };
    int pressed;
    inset(ui, SPACE_3);
    pressed = ui_buttons(ui, buttons, 3);
    inset(ui, -SPACE_3);
    ui_gap(ui, SPACE_3);
    if (pressed >= 0)
        out = action_go(pressed == 2 ? SCREEN_RIGHTS : SCREEN_HIGHER);
    if (pressed == 1)
        out.focus = "higher/done-instead";
    return out;
}

/* From a file the note is next: there is nobody here to agree, and nobody to see to tonight. */
static struct frame_footer footer_of(const struct model *m) {
    if (session_on_file(m->session))
        return (struct frame_footer){ .next = tr(m->language, "Write the note"), .action = action_go(SCREEN_NOTE) };
    /* For child protection nobody's agreement is waited for. */
    bool child = model_is_child(m) || model_receiver(m) == m->pack->routes.child.index;
    bool agreement = !child && !is_least(m, outcome_decided(m->assessment));
    return (struct frame_footer){
        .next = agreement ? tr(m->language, "Ask for agreement") : tr(m->language, "Needs tonight"),
        .action = action_go(agreement ? SCREEN_AGREEMENT : SCREEN_NEEDS),
    };
}

struct action next_step_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 1.0f, false }, { 0.8f, false } };
    struct frame_footer footer = footer_of(m);
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, frame_footer(ui, m, &footer));
    ui_columns(ui, "next-step", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    action_take(&out, show_what_to_do(ui, m));
    ui_next_column(ui);
    action_take(&out, show_why(ui, m));
    action_take(&out, change_show(ui, m, "next-step"));
    action_take(&out, show_other_ways(ui, m));
    action_take(&out, deadline_show(ui, m, "next-step"));
    ui_columns_end(ui);
    return out;
}
