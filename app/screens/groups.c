/* More signs: what is easily missed for this person, and all signs by group. */
#include "core/fact.h"
#include "screens/asking.h"
#include "screens/sign_list.h"
#include "screens/words.h"

#define REMINDERS_MOST 3

/* ---- the person */

static struct action show_gender(struct ui *ui, const struct model *m) {
    ui_label(ui, fact_question(m, FACT_GENDER), tr(m->language, "It adds reminders. It hides nothing."));
    struct action out = fact_keys(ui, m, "groups", FACT_GENDER, 2);
    ui_gap(ui, SPACE_4);
    return out;
}

/* The row of a sign in the list of reminders, or -1. */
static int row_in(const struct sign_list *l, int sign) {
    for (int i = 0; i < l->count; i++)
        if (l->signs[i] == sign)
            return i;
    return -1;
}

/* The signs of one reminder that are not asked yet; `left` is how many may still be shown. */
static struct action show_reminder(struct ui *ui, const struct model *m, const struct prompt *p, const struct sign_list *l, int *left) {
    struct action out = { 0 };
    bool any = false;
    for (int i = 0; i<p->signs.count && * left> 0; i++) {
        int sign = p->signs.items[i].index, row = row_in(l, sign);
        if (row < 0 || session_sign(m->session, sign) != STATE_NOT_ASKED)
            continue;
        if (!any) {
            ui_words(ui, ui_key(ui, "groups/prompt/%s", p->id), TYPE_BODY, PAINT_TEXT,
                     content_text(m->language, "prompt", p->id, "text", p->text), 0);
            ui_gap(ui, SPACE_2);
            ui_panel(ui, 0);
        }
        any = true;
        --*left;
        struct row r = { .key = ui_key(ui, "groups/sign/%s/%s", p->id, m->pack->indicators.items[sign].id),
                         .icon = ICON_NOT_ASKED,
                         .label = sign_name(m, sign),
                         .arrow = true,
                         .group = "groups/sign" };
        if (ui_row(ui, &r))
            out = (struct action){ .kind = ACTION_OPEN_LIST, .index = LIST_PROMPTS, .value = row };
    }
    if (any) {
        ui_panel_end(ui);
        ui_gap(ui, SPACE_3);
    }
    return out;
}

static struct action show_reminders(struct ui *ui, const struct model *m) {
    struct sign_list l = sign_list_make(ui, m, LIST_PROMPTS);
    struct action out = { 0 };
    int left = REMINDERS_MOST;
    if (sign_list_count(m, &l, false) == l.count)
        return out;
    ui_heading(ui, "groups/person", l.title, NULL);
    for (int i = 0; i < m->pack->prompts.prompts.count; i++) {
        const struct prompt *p = &m->pack->prompts.prompts.items[i];
        if (prompt_fits(ui, m, p))
            action_take(&out, show_reminder(ui, m, p, &l, &left));
    }
    return out;
}

static struct action show_work(struct ui *ui, const struct model *m) {
    struct row row = { .key = "groups/work", .icon = ICON_WRITE, .label = tr(m->language, "Work or plan"), .bold = true, .arrow = true };
    ui_panel(ui, 0);
    bool pressed = ui_row(ui, &row);
    ui_panel_end(ui);
    return pressed ? action_go(SCREEN_ACTIVITIES) : action_none;
}

/* ---- the groups */

static const char *group_key(struct ui *ui, const struct model *m, int group) {
    const struct setting *s = model_setting(m);
    return group == LIST_QUICK ? "groups/list/quick" : ui_key(ui, "groups/list/%s", s->groups.items[group].id);
}

/* "3 noted · 5 of 14 answered" */
static const char *group_words(struct ui *ui, const struct model *m, const struct sign_list *l) {
    struct fill fills[] = { { "noted", ui_key(ui, "%d", sign_list_count(m, l, true)) }, { "progress", sign_list_progress(ui, m, l) } };
    if (sign_list_count(m, l, true) == 0)
        return fills[1].value;
    /* TRANSLATORS: {progress} is "5 of 14 answered". */
    return ui_fill(ui, tr(m->language, "{noted} noted \xC2\xB7 {progress}"), fills, 2);
}

static struct action show_group(struct ui *ui, const struct model *m, int group, int count) {
    struct sign_list l = sign_list_make(ui, m, group);
    struct row row = {
        .key = group_key(ui, m, group),
        .label = l.title,
        .end = group_words(ui, m, &l),
        .arrow = true,
        .group = "groups/list",
        .position = group - LIST_QUICK + 1,
        .of = count + 1,
    };
    return ui_row(ui, &row) ? (struct action){ .kind = ACTION_OPEN_LIST, .index = group } : action_none;
}

static struct action show_groups(struct ui *ui, const struct model *m) {
    int count = model_setting(m)->groups.count;
    struct row find = { .key = "groups/find", .label = tr(m->language, "Find a sign by typing"), .arrow = true };
    struct action out = { 0 };
    ui_panel(ui, 0);
    for (int g = LIST_QUICK; g < count; g++)
        action_take(&out, show_group(ui, m, g, count));
    if (ui_row(ui, &find))
        out = action_go(SCREEN_FIND);
    ui_panel_end(ui);
    return out;
}

struct action groups_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 0.45f, false }, { 0.55f, false } };
    struct action out = frame_top(ui, m, NULL);
    struct frame_footer footer = { .next = tr(m->language, "Next step"), .action = action_go(SCREEN_NEXT_STEP) };
    action_take(&out, frame_footer(ui, m, &footer));
    ui_columns(ui, "groups", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "More signs, by group"), NULL);
    action_take(&out, show_gender(ui, m));
    action_take(&out, show_reminders(ui, m));
    action_take(&out, show_work(ui, m));
    ui_next_column(ui);
    action_take(&out, show_groups(ui, m));
    ui_columns_end(ui);
    if (session_fact(m->session, FACT_GENDER) == 0)
        ui_default_focus(ui, ui_key(ui, "groups/%s/%s", facts[FACT_GENDER].path, facts[FACT_GENDER].values[0].word));
    ui_default_focus(ui, group_key(ui, m, m->view->list >= LIST_QUICK ? m->view->list : LIST_QUICK));
    return out;
}
