/* The bars that all screens share, with the bands below the one at the top. */
#include "screens/asking.h"
#include "screens/words.h"

#include <math.h>

#define READING_WIDTH 980 /* longer lines are hard to read */

/* ---- the bar at the top */

static const char *step_label(const struct model *m, int step) {
    return trc(m->language, "step", screens[step].title);
}

static int current_step(const struct model *m) {
    const struct screen_info *s = &screens[m->view->screen];
    if (s->overlay)
        s = &screens[m->view->under];
    return s->step < STEP_COUNT ? (int)s->step : -1;
}

static struct action top_action(const struct model *m, int pressed) {
    static const struct action back = { .kind = ACTION_BACK };
    switch (pressed) {
    case TOP_NOTHING: return action_none;
    case TOP_STEPS: return action_go(SCREEN_STEPS);
    case TOP_FIND: return action_go(SCREEN_FIND);
    case TOP_HELP: return m->view->screen == SCREEN_HELP ? back : action_go(SCREEN_HELP);
    case TOP_HIDE: return (struct action){ .kind = ACTION_HIDE };
    case TOP_SETTINGS: return action_go(SCREEN_SETTINGS);
    default: return action_go((enum screen)(pressed - TOP_STEP));
    }
}

static void bands(struct ui *ui, const struct model *m) {
    const struct outcome *o = &m->pack->rules.outcomes.items[m->assessment->outcome];
    if (m->assessment->urgency == URGENCY_NOW)
        ui_band(ui, "band/now", ICON_ATTENTION, sentence(ui, content_text(m->language, "outcome", o->id, "name", o->name)),
                content_text(m->language, "outcome", o->id, "meaning", o->meaning), true);
    if (m->assessment->child)
        ui_band(ui, "band/child", ICON_CHILD, sentence(ui, fact_answer(m, FACT_AGE, session_fact(m->session, FACT_AGE))),
                session_on_file(m->session) ? tr(m->language, "Tell and hear the child at the interview. Help does not wait for agreement.")
                                            : tr(m->language, "Tell and hear the child. Help does not wait for agreement."),
                false);
}

static void steps_bar(const struct model *m, struct top_bar *t, struct step_word *steps) {
    unsigned shown = model_steps(m->session);
    int current = current_step(m);
    for (int i = 0; i < STEP_COUNT; i++) {
        if (!(shown & BIT(i)))
            continue;
        if (i == current)
            t->step = t->step_count;
        steps[t->step_count++] = (struct step_word){ screens[i].id, step_label(m, i), (m->view->visited & BIT(i)) != 0, i };
    }
}

/* A button of the bar finds signs where one looks at signs. */
static bool has_find(const struct model *m) {
    return m->session && screens[m->view->screen].step == SCREEN_SIGNS;
}

static void lane_bar(const struct model *m, struct top_bar *t) {
    const struct setting *s = model_lane(m);
    t->beside = content_text(m->language, "setting", s->id, "name", s->name);
    t->extra_on = model_is_child(m);
    t->extra = (struct button){
        .key = "bar/extra", .label = tr(m->language, "May be under 18"), .icon = ICON_CHILD, .cap = "8", .shortcut = { '8', false }
    };
}

/* Keys that work everywhere and have no button on this screen. */
static struct action everywhere(struct ui *ui, const struct model *m) {
    bool walks = m->session && !model_lane(m); /* the lane leads nowhere else */
    enum screen here = m->view->screen;
    struct action out = { 0 };
    if (ui_shortcut(ui, "key/language", tr(m->language, "Language"), (struct shortcut){ KEY_F4, false }))
        out = (struct action){ .kind = ACTION_CHOOSE, .index = CHOICE_LANGUAGE };
    if (walks && here != SCREEN_NEXT_STEP
        && ui_shortcut(ui, "key/next-step", step_label(m, SCREEN_NEXT_STEP), (struct shortcut){ KEY_F5, false }))
        action_take(&out, action_go(SCREEN_NEXT_STEP));
    if (walks && !has_find(m) && ui_shortcut(ui, "key/find", tr(m->language, "Find"), (struct shortcut){ 'f', true }))
        action_take(&out, action_go(SCREEN_FIND));
    return out;
}

struct action frame_top(struct ui *ui, const struct model *m, const char *place) {
    struct step_word steps[STEP_COUNT];
    bool in_case = m->session != NULL;
    struct top_bar t = {
        .name = in_case ? m->stamp->reference : "Waymark",
        .steps = steps,
        .step = -1,
        .place = place,
        .find = has_find(m),
        .settings = !in_case,
    };
    if (in_case && model_lane(m))
        lane_bar(m, &t);
    else if (in_case)
        steps_bar(m, &t, steps);
    struct action out = top_action(m, ui_top_bar(ui, &t));
    if (in_case)
        bands(ui, m);
    action_take(&out, everywhere(ui, m));
    return out;
}

/* ---- the bar at the bottom */

struct action frame_footer(struct ui *ui, const struct model *m, const struct frame_footer *f) {
    const char *kept = m->session && *m->view->kept ? m->view->kept : NULL;
    struct footer bar = {
        .lead = f->lead,
        .back = f->no_back ? NULL : tr(m->language, "Back"),
        .kept = m->can_undo ? kept : NULL,
        .words = f->words ? f->words : kept,
        .second = f->second,
        .primary = { .key = f->next ? "footer/next" : NULL, .label = f->next, .icon = f->icon ? f->icon : ICON_NEXT },
    };
    switch (ui_footer(ui, &bar)) {
    case FOOTER_NOTHING: return action_none;
    case FOOTER_LEAD: return f->lead_action;
    case FOOTER_BACK: return (struct action){ .kind = ACTION_BACK };
    case FOOTER_UNDO: return (struct action){ .kind = ACTION_UNDO };
    case FOOTER_REDO: return (struct action){ .kind = ACTION_REDO };
    case FOOTER_SECOND: return f->second_action;
    case FOOTER_PRIMARY: return f->action;
    }
    return action_none;
}

struct rect frame_reading(struct ui *ui) {
    struct rect box = ui_body(ui);
    box.w = fminf(box.w, READING_WIDTH * ui->text);
    return box;
}

void frame_draft(struct ui *ui, const struct model *m) {
    if (!m->language->draft)
        return;
    ui_icon_words(ui, "draft", ICON_ATTENTION, PAINT_QUIET, NULL, tr(m->language, "Draft translation, not yet approved"));
    ui_gap(ui, SPACE_3);
}

void frame_problem(struct ui *ui, const struct model *m) {
    if (!*m->view->problem)
        return;
    ui_attention(ui, "problem", ICON_ATTENTION, tr(m->language, "Look here."), m->view->problem, NULL);
    ui_gap(ui, SPACE_3);
}
