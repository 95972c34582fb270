/* Go higher: one key, the reason optional. Going lower is never offered; what was done instead can
 * be written in words. */
#include "screens/asking.h"
#include "screens/detail.h"
#include "screens/reasons.h"

#include <string.h>

/* ---- what lies higher */

/* What the rules say without the officer: whoever went higher may still choose among all above. */
static struct assessment without_raise(struct ui *ui, const struct model *m) {
    struct arena *a = &ui->p->arena;
    struct session s = session_new(a, m->pack, m->session->setting);
    if (!m->assessment->raised)
        return *m->assessment;
    memcpy(s.slots, m->session->slots, (size_t)session_slot_count(m->pack) * sizeof *s.slots);
    s.slots[session_slot_index(&s, SLOT_RAISE, 0)] = (struct slot){ 0 };
    return assess(a, m->pack, &s, m->stamp);
}

/* Is it what another outcome becomes where a child is concerned? */
static bool is_for_child(const struct model *m, int outcome) {
    for (int i = 0; i < m->pack->rules.outcomes.count; i++)
        if (m->pack->rules.outcomes.items[i].for_child.index == outcome)
            return true;
    return false;
}

static bool stands(const struct assessment *r, int outcome) {
    for (int i = 0; i < r->outcomes.count; i++)
        if (r->outcomes.items[i] == outcome)
            return true;
    return false;
}

static bool is_offered(const struct model *m, const struct assessment *now, int outcome) {
    const struct outcome *o = m->pack->rules.outcomes.items;
    bool fits = model_is_child(m) ? o[outcome].for_child.index < 0 : !is_for_child(m, outcome);
    return fits && !stands(now, outcome) && o[outcome].rank > o[outcome_decided(now)].rank;
}

/* The lowest first: one step higher is the first key. */
static int list_offered(struct ui *ui, const struct model *m, int *list) {
    const struct outcome *o = m->pack->rules.outcomes.items;
    struct assessment now = without_raise(ui, m);
    int count = 0;
    for (int i = 0; i < m->pack->rules.outcomes.count; i++) {
        int at = count;
        if (!is_offered(m, &now, i))
            continue;
        for (; at > 0 && o[list[at - 1]].rank > o[i].rank; at--)
            list[at] = list[at - 1];
        list[at] = i;
        count++;
    }
    return count;
}

/* ---- going there */

static struct action raise_to(struct ui *ui, const struct model *m, int outcome, bool on) {
    const struct slot *now = session_get(m->session, SLOT_RAISE, 0);
    struct slot s = { .value = on ? 0 : outcome + 1, .text = on ? NULL : now->text };
    return action_answer(ui, SLOT_RAISE, 0, s, kept_words(ui, m, tr(m->language, "Go higher"), on ? "" : outcome_name(m, outcome)));
}

static struct action show_choices(struct ui *ui, const struct model *m) {
    const struct outcome *o = m->pack->rules.outcomes.items;
    int *list = arena_alloc(&ui->p->arena, (size_t)m->pack->rules.outcomes.count, sizeof *list), count = list_offered(ui, m, list);
    struct key_item *items = arena_alloc(&ui->p->arena, (size_t)count, sizeof *items);
    struct key_group g = { .key = "higher/raise", .label = tr(m->language, "Go higher"), .items = items, .count = count };
    for (int i = 0; i < count; i++)
        items[i] = (struct key_item){
            .id = o[list[i]].id,
            .label = outcome_name(m, list[i]),
            .text = outcome_meaning(m, list[i]),
            .cap = '1' + i,
            .on = m->assessment->raised && m->assessment->raised_to == list[i],
        };
    if (count == 0) {
        ui_words(ui, "higher/none", TYPE_BODY, PAINT_TEXT, tr(m->language, "This is the highest step already."), 0);
        return action_none;
    }
    ui_default_focus(ui, ui_key(ui, "higher/raise/%s", items[0].id));
    int pressed = ui_choices(ui, &g);
    return pressed < 0 ? action_none : raise_to(ui, m, list[pressed], items[pressed].on);
}

static struct action show_reason(struct ui *ui, const struct model *m) {
    struct slot s = *session_get(m->session, SLOT_RAISE, 0);
    const char *text;
    struct text_field f = {
        .key = "higher/reason",
        .label = tr(m->language, "Reason"),
        .value = s.text,
        .hint = tr(m->language, "It may stay empty. It stands in the note."),
        .limit = SESSION_TEXT_MAX,
        .lines = 2,
    };
    if (!m->assessment->raised)
        return action_none;
    ui_gap(ui, SPACE_3);
    if (!ui_field(ui, &f, &text))
        return action_none;
    s.text = arena_string(&ui->p->arena, text);
    return action_answer(ui, SLOT_RAISE, 0, s, kept_words(ui, m, f.label, *text ? tr(m->language, "written") : ""));
}

/* ---- the screen */

static struct action show_another_way(struct ui *ui, const struct model *m) {
    struct action out;
    ui_panel(ui, SPACE_4);
    ui_heading(ui, "higher/another-way", tr(m->language, "Done another way"), NULL);
    ui_words(ui, "higher/another-way/text", TYPE_BODY, PAINT_TEXT,
             tr(m->language, "Write what was done. The next step stays as it is, and the note shows both."), 0);
    ui_gap(ui, SPACE_3);
    out = detail_show_id(ui, m, "higher", "done-instead", NULL);
    ui_panel_end(ui);
    return out;
}

struct action higher_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 1.0f, false }, { 0.8f, false } };
    struct fill fill = { "outcome", outcome_name(m, m->assessment->outcome) };
    struct action out = frame_top(ui, m, NULL);
    action_take(&out,
                frame_footer(ui, m, &(struct frame_footer){ .next = tr(m->language, "Next step"), .action = action_go(SCREEN_NEXT_STEP) }));
    ui_columns(ui, "higher", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Go higher"), ui_fill(ui, tr(m->language, "Now: {outcome}"), &fill, 1));
    action_take(&out, show_choices(ui, m));
    action_take(&out, show_reason(ui, m));
    ui_next_column(ui);
    action_take(&out, show_another_way(ui, m));
    ui_columns_end(ui);
    return out;
}
