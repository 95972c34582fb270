/* What work or plan? Typed in as the person says it; the list is never read out. */
#include "screens/asking.h"
#include "screens/finding.h"
#include "screens/reasons.h"
#include "screens/sign_list.h"
#include "screens/words.h"

#include <math.h>

#define FIND_FIELD "activities/field"
#define TIME_COUNT 3

/* ---- what is chosen */

static const struct activity *activity_of(const struct model *m, int activity) {
    return &m->pack->activities.activities.items[activity];
}

/* The activity of a slot, or -1. */
static int chosen_in(const struct model *m, int slot) {
    return session_get(m->session, SLOT_ACTIVITY, slot)->value - 1;
}

static int chosen_count(const struct model *m) {
    int count = 0;
    for (int i = 0; i < m->pack->activities.limit; i++)
        count += chosen_in(m, i) >= 0;
    return count;
}

static bool is_chosen(const struct model *m, int activity) {
    for (int i = 0; i < m->pack->activities.limit; i++)
        if (chosen_in(m, i) == activity)
            return true;
    return false;
}

/* Where another one goes: in the place of "not known", else into the first that is free; -1: none. */
static int free_slot(const struct model *m) {
    int slot = -1;
    for (int i = m->pack->activities.limit - 1; i >= 0; i--)
        if (chosen_in(m, i) < 0)
            slot = i;
    for (int i = 0; i < m->pack->activities.limit; i++)
        if (chosen_in(m, i) >= 0 && activity_of(m, chosen_in(m, i))->open)
            slot = i;
    return slot;
}

/* What is heard is usually said; nothing else is taken for granted. */
static struct action add(struct ui *ui, const struct model *m, int activity) {
    unsigned known = activity_of(m, activity)->open ? 0 : BIT(KNOWN_SAID);
    const char *name = activity_name(m, activity);
    return action_answer(ui, SLOT_ACTIVITY, free_slot(m), (struct slot){ .value = activity + 1, .known = known },
                         ui_fill(ui, tr(m->language, "Kept: {what}"), (struct fill[]){ { "what", name } }, 1));
}

/* ---- finding */

static struct hits find_activities(const struct model *m, const char *typed) {
    struct hits h = { 0 };
    for (int i = 0; i < m->pack->activities.activities.count; i++) {
        const struct activity *a = activity_of(m, i);
        if (!a->open && !is_chosen(m, i))
            hits_add(&h, i,
                     finding_rank(typed, activity_name(m, i), content_text(m->language, "activity", a->id, "examples", a->examples)));
    }
    return h;
}

static const char *row_key(struct ui *ui, const struct model *m, int activity) {
    return ui_key(ui, "activities/add/%s", activity_of(m, activity)->id);
}

static struct action show_hits(struct ui *ui, const struct model *m, const struct hits *h, int current) {
    struct action out = { 0 };
    ui_panel(ui, 0);
    for (int i = 0; i < h->count; i++) {
        const struct activity *a = activity_of(m, h->items[i]);
        bool here = i == current;
        struct row row = {
            .key = row_key(ui, m, h->items[i]),
            .label = activity_name(m, h->items[i]),
            .text = content_text(m->language, "activity", a->id, "examples", a->examples),
            .end = here ? tr(m->language, "Add") : NULL,
            .current = here,
            .cap = here ? trc(m->language, "key", "Enter") : NULL,
            .group = "activities/rows",
            .position = i + 1,
            .of = h->count,
        };
        if (!ui_row(ui, &row))
            continue;
        out = add(ui, m, h->items[i]);
        /* The next one is typed at once; after the last there is nothing to type. */
        out.focus = chosen_count(m) + 1 < m->pack->activities.limit ? FIND_FIELD : NULL;
    }
    ui_panel_end(ui);
    return out;
}

static const char *count_words(struct ui *ui, const struct model *m, const struct hits *h, const char *typed) {
    struct fill fills[] = { { "count", ui_key(ui, "%d", h->all) }, { "all", ui_key(ui, "%d", m->pack->activities.activities.count) } };
    return *typed ? ui_fill(ui, tr(m->language, "{count} of {all}"), fills, 2) : NULL;
}

static const char *full_words(struct ui *ui, const struct model *m) {
    int limit = m->pack->activities.limit;
    struct fill count = { "count", ui_key(ui, "%d", limit) };
    return ui_fill(ui,
                   trn(m->language, "{count} is chosen. Take it away to add another.", "{count} are chosen. Take one away to add another.",
                       (unsigned long)limit),
                   &count, 1);
}

static struct action show_find(struct ui *ui, const struct model *m) {
    const char *typed = ui_field_text(ui, FIND_FIELD, m->view->find);
    struct hits h = find_activities(m, typed);
    if (free_slot(m) < 0) {
        ui_words(ui, "activities/full", TYPE_BODY, PAINT_TEXT, full_words(ui, m), 0);
        return action_none;
    }
    hits_fit(ui, &h, 3, ui_lines(ui, TYPE_BODY, 2) + SPACE_4);
    int current = hits_current(ui, &h);
    const char *enter = current >= 0 ? row_key(ui, m, h.items[current]) : NULL;
    struct action out = finding_field(ui, m, FIND_FIELD, count_words(ui, m, &h, typed), &h, enter);
    ui_gap(ui, SPACE_3);
    if (h.count > 0)
        action_take(&out, show_hits(ui, m, &h, current));
    else if (*typed)
        ui_words(ui, "activities/nothing", TYPE_BODY, PAINT_TEXT, tr(m->language, "Not in the list. Try another word."), 0);
    return out;
}

/* What somebody does who lives in a centre, or got away abroad, lies nowhere ahead. */
static const char *question_of(const struct model *m) {
    const struct setting *s = model_setting(m);
    if (s->activity_question)
        return content_text(m->language, "setting", s->id, "activity-question", s->activity_question);
    return content_text(m->language, "activities", NULL, "ask", m->pack->activities.ask);
}

static struct action show_ask_and_find(struct ui *ui, const struct model *m) {
    const char *line = quoted(ui, question_of(m));
    ui_title(ui, tr(m->language, "What work or plan?"), NULL);
    if (!model_may_ask(m))
        line = model_not_now(m);
    if (!model_is_child(m)) { /* a child is not asked about work: what it tells is noted */
        ui_say(ui, "activities/ask", tr(m->language, "Ask"), &line, 1);
        ui_gap(ui, SPACE_3);
    }
    struct action out = show_find(ui, m);
    ui_gap(ui, SPACE_4);
    if (ui->columns.side_by_side)
        ui_pin(ui);
    ui_words(ui, "activities/hint", TYPE_BODY, PAINT_QUIET,
             tr(m->language, "Do not read the list out. Type what you hear. About offences: do not ask more."), 0);
    return out;
}

/* ---- one that is chosen */

static struct action change(struct ui *ui, const struct model *m, int slot, struct slot value, const char *words) {
    return action_answer(ui, SLOT_ACTIVITY, slot, value, kept_words(ui, m, activity_name(m, chosen_in(m, slot)), words));
}

static struct action show_times(struct ui *ui, const struct model *m, int slot) {
    struct slot value = *session_get(m->session, SLOT_ACTIVITY, slot);
    struct key_item items[TIME_COUNT];
    struct key_group g = {
        .key = ui_key(ui, "activities/%s/time", activity_of(m, value.value - 1)->id),
        .label = tr(m->language, "Promised, done or expected?"),
        .items = items,
        .count = TIME_COUNT,
        .many = true,
    };
    for (int t = 0; t < TIME_COUNT; t++)
        items[t] = (struct key_item){ .id = activity_time_words.words[t],
                                      .label = trc(m->language, "activity", activity_time_labels[t]),
                                      .cap = '1' + t,
                                      .on = (value.bits & BIT(t)) != 0 };
    int pressed = ui_joined(ui, &g);
    ui_gap(ui, SPACE_2);
    if (pressed < 0)
        return action_none;
    value.bits ^= BIT(pressed);
    return change(ui, m, slot, value, value.bits & BIT(pressed) ? items[pressed].label : "");
}

static struct action show_known(struct ui *ui, const struct model *m, int slot) {
    struct slot value = *session_get(m->session, SLOT_ACTIVITY, slot);
    const char *key = ui_key(ui, "activities/%s/known", activity_of(m, value.value - 1)->id);
    struct key_group g = known_group(ui, m, key, NULL, value.known);
    int pressed = ui_keys(ui, &g);
    if (pressed < 0)
        return action_none;
    value.known ^= BIT(pressed);
    return change(ui, m, slot, value, value.known & BIT(pressed) ? g.items[pressed].label : "");
}

/* The name, and at the end of its line the button that takes it away; below it where narrow. */
static bool show_name(struct ui *ui, const struct model *m, int slot) {
    int activity = chosen_in(m, slot);
    const char *id = activity_of(m, activity)->id, *name = activity_name(m, activity), *key = ui_key(ui, "activities/%s", id);
    struct button away = {
        .key = ui_key(ui, "activities/%s/away", id), .label = tr(m->language, "Take away"), .kind = BUTTON_QUIET, .icon = ICON_CLOSE
    };
    float width = ui_button_width(ui, &away), control = ui_control(ui, TARGET_LEAST, 1), room = ui->region->w - width - SPACE_3;
    bool beside = room >= 180 * ui->text;
    const struct paragraph *p = ui_paragraph(ui, TYPE_HEADING, name, beside ? room : ui->region->w, 0);
    float height = ui_paragraph_height(ui, p);
    ui_more_title(ui, name);
    struct rect box = ui_place(ui, beside ? fmaxf(height, control) : height + control);
    float y = beside ? box.y + (box.h - height) / 2 : box.y;
    ui_node(ui, ROLE_HEADING, key, name, box);
    ui_draw_paragraph(ui, box.x, y, PAINT_TEXT, p, 0, p->line_count, beside ? room : box.w);
    if (!beside)
        return ui_button_in(ui, (struct rect){ box.x, box.y + height, fminf(width, box.w), control }, &away);
    return ui_button_in(ui, (struct rect){ box.x + box.w - width, box.y + (box.h - control) / 2, width, control }, &away);
}

static struct action show_chosen_one(struct ui *ui, const struct model *m, int slot) {
    const struct activity *a = activity_of(m, chosen_in(m, slot));
    struct action out = { 0 };
    ui_panel(ui, 20);
    if (show_name(ui, m, slot))
        out = change(ui, m, slot, (struct slot){ 0 }, "");
    if (!a->open) {
        action_take(&out, show_times(ui, m, slot));
        action_take(&out, show_known(ui, m, slot));
    }
    if (a->offence) {
        ui_gap(ui, SPACE_2);
        ui_icon_words(ui, ui_key(ui, "activities/%s/care", a->id), ICON_CARE, PAINT_TEXT, NULL,
                      content_text(m->language, "activity", a->id, "caution", a->caution));
    }
    ui_panel_end(ui);
    ui_gap(ui, SPACE_2);
    return out;
}

/* The place of those that could still come. */
static void show_free(struct ui *ui, const char *words) {
    float pad = 20;
    const struct paragraph *p = ui_paragraph(ui, TYPE_BODY, words, ui->region->w - 2 * pad, 0);
    float height = ui_paragraph_height(ui, p);
    struct rect box = ui_place(ui, height + 2 * SPACE_3);
    ui_draw_box(ui, box, -1, PAINT_EDGE, (float)ui->lines.edge, RADIUS_CONTROL);
    ui_last_draw(ui)->dashed = true;
    ui_node(ui, ROLE_TEXT, "activities/free", words, box);
    ui_draw_paragraph(ui, box.x + pad, box.y + SPACE_3, PAINT_QUIET, p, 0, p->line_count, box.w - 2 * pad);
}

static const char *free_words(struct ui *ui, const struct model *m) {
    int left = m->pack->activities.limit - chosen_count(m);
    struct fill count = { "count", ui_key(ui, "%d", left) };
    switch (left) {
    case 1: return tr(m->language, "One more is possible.");
    case 2: return tr(m->language, "Two more are possible.");
    default: return ui_fill(ui, tr(m->language, "Up to {count}: what stands out."), &count, 1);
    }
}

static struct action show_chosen(struct ui *ui, const struct model *m) {
    struct fill fills[] = { { "count", ui_key(ui, "%d", chosen_count(m)) }, { "all", ui_key(ui, "%d", m->pack->activities.limit) } };
    struct action out = { 0 };
    ui_heading(ui, "activities/chosen", tr(m->language, "Chosen"), ui_fill(ui, tr(m->language, "{count} of {all}"), fills, 2));
    for (int i = 0; i < m->pack->activities.limit; i++)
        if (chosen_in(m, i) >= 0)
            action_take(&out, show_chosen_one(ui, m, i));
    if (chosen_count(m) < m->pack->activities.limit)
        show_free(ui, free_words(ui, m));
    if (ui->columns.side_by_side)
        ui_pin(ui);
    else
        ui_gap(ui, SPACE_3);
    ui_icon_words(ui, "activities/done-only", ICON_CARE, PAINT_TEXT, trc(m->language, "activity", activity_time_labels[ACTIVITY_DONE]),
                  tr(m->language, "only if the person told you so."));
    return out;
}

/* ---- the screen */

/* The activity that says only that it is not known, or -1. */
static int not_known(const struct model *m) {
    for (int i = 0; i < m->pack->activities.activities.count; i++)
        if (activity_of(m, i)->open)
            return i;
    return -1;
}

static struct frame_footer footer_of(struct ui *ui, const struct model *m) {
    struct frame_footer f = { .next = tr(m->language, "Go on"), .action = action_go(SCREEN_NEXT_STEP) };
    int open = not_known(m);
    if (open >= 0 && chosen_count(m) == 0) {
        f.second =
            (struct button){ .key = "activities/not-known-yet", .label = tr(m->language, "Not known yet"), .kind = BUTTON_SECONDARY };
        f.second_action = add(ui, m, open);
    }
    return f;
}

struct action activities_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 0.475f, false }, { 0.525f, false } };
    struct frame_footer footer = footer_of(ui, m);
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, frame_footer(ui, m, &footer));
    ui_columns(ui, "activities", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    action_take(&out, show_ask_and_find(ui, m));
    ui_next_column(ui);
    action_take(&out, show_chosen(ui, m));
    ui_columns_end(ui);
    if (free_slot(m) >= 0)
        ui_default_field(ui, FIND_FIELD);
    else
        ui_default_focus(ui, "footer/next");
    return out;
}
