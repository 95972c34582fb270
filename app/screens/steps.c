/* The steps as a list, and what else there is room for nowhere else on a small screen. */
#include "screens/sign_list.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* A row with a tick at its end where the step was opened before. */
static bool step_row(struct ui *ui, const struct model *m, int step, bool current) {
    bool visited = (m->view->visited & BIT(step)) != 0 && !current;
    const char *key = ui_key(ui, "steps/%s", screens[step].id), *cap = ui_key(ui, "%d", step + 1);
    struct row r = {
        .key = key,
        .label = trc(m->language, "step", screens[step].title),
        .current = current,
        .cap = cap,
        .shortcut = { '1' + step, false },
        .group = "steps/row",
        .position = step + 1,
        .of = STEP_COUNT,
    };
    ui_more_title(ui, r.label);
    bool pressed = ui_row(ui, &r);
    struct node *n = &ui->p->nodes[ui->p->node_count - 1];
    float size = ui_icon_size(ui), cap_width = ui_cap_width(ui, cap), end = SPACE_3 + (cap_width > 0 ? cap_width + SPACE_3 : 0);
    if (visited) {
        n->state |= NODE_VISITED;
        ui_draw_icon(ui, ICON_TICK, n->box.x + n->box.w - end - size, n->box.y + (n->box.h - size) / 2, size, PAINT_TEXT, PAINT_SURFACE);
    }
    return pressed;
}

static struct action steps_part(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    enum screen here = screens[m->view->under].step;
    ui_panel(ui, 0);
    for (int i = 0; i < STEP_COUNT; i++)
        if (model_steps(m->session) & BIT(i) && step_row(ui, m, i, i == (int)here))
            out = action_go((enum screen)i);
    ui_panel_end(ui);
    return out;
}

static const struct tool {
    const char *id, *label, *text, *cap; /* marked for translation with the contexts "steps" and "key" */
    enum icon icon;
    struct action action;
} tools[] = {
    { "find", NC_("steps", "Find a sign"), NULL, NC_("key", "Ctrl F"), ICON_FIND, { .kind = ACTION_GO, .screen = SCREEN_FIND } },
    { "language", NC_("steps", "Language"), NULL, "F4", ICON_SAID, { .kind = ACTION_CHOOSE, .index = CHOICE_LANGUAGE } },
    { "settings", NC_("steps", "Settings"), NULL, NULL, ICON_SETTINGS, { .kind = ACTION_GO, .screen = SCREEN_SETTINGS } },
    { "leave", NC_("steps", "Back to the start"), NC_("steps", "This case stays open."), NULL, ICON_BACK, { .kind = ACTION_LEAVE_CASE } },
    { "end",
      NC_("steps", "End without a note"),
      NC_("steps", "All answers are wiped. You are asked first."),
      NULL,
      ICON_DELETE,
      { .kind = ACTION_ASK_END } },
};

/* A case can go on in another setting; every answer stays. */
static struct action setting_row(struct ui *ui, const struct model *m) {
    const struct setting *s = model_setting(m);
    struct row r = { .key = "steps/setting",
                     .icon = ICON_OFFICIAL,
                     .label = tr(m->language, "Setting"),
                     .text = content_text(m->language, "setting", s->id, "name", s->name),
                     .arrow = true,
                     .group = "steps/row" };
    return ui_row(ui, &r) ? (struct action){ .kind = ACTION_CHOOSE, .index = CHOICE_SETTING } : action_none;
}

static struct action tools_part(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    ui_panel(ui, 0);
    for (int i = 0; i < COUNT(tools); i++) {
        const struct tool *t = &tools[i];
        struct row r = {
            .key = ui_key(ui, "steps/%s", t->id),
            .icon = t->icon,
            .label = trc(m->language, "steps", t->label),
            .text = t->text ? trc(m->language, "steps", t->text) : NULL,
            .cap = t->cap ? trc(m->language, "key", t->cap) : NULL,
            .group = "steps/row",
        };
        if (ui_row(ui, &r))
            out = t->action;
    }
    action_take(&out, setting_row(ui, m));
    ui_panel_end(ui);
    return out;
}

struct action steps_show(struct ui *ui, const struct model *m) {
    struct action out = frame_top(ui, m, NULL);
    enum screen here = screens[m->view->under].step;
    action_take(&out, frame_footer(ui, m, &(struct frame_footer){ 0 }));
    ui_columns(ui, "steps", ui_body(ui), (struct column[]){ { 0.5f, false }, { 0.5f, false } }, 2);
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Steps"), NULL);
    action_take(&out, steps_part(ui, m));
    ui_next_column(ui);
    if (m->view->under == SCREEN_SIGNS) {
        action_take(&out, sign_list_inline(ui, m));
        ui_gap(ui, SPACE_4);
    }
    ui_heading(ui, "steps/more", tr(m->language, "This case"), NULL);
    action_take(&out, tools_part(ui, m));
    ui_columns_end(ui);
    ui_default_focus(ui, ui_key(ui, "steps/%s", screens[here < STEP_COUNT ? here : SCREEN_SAFETY].id));
    return out;
}
