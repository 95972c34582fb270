/* Needs tonight: what the person needs and wants, before anything else is written. */
#include "core/fact.h"
#include "screens/asking.h"
#include "screens/detail.h"

static const enum fact needs[] = { FACT_NEED_SAFE_PLACE, FACT_NEED_FOOD,       FACT_NEED_MEDICAL,   FACT_NEED_PREGNANCY,
                                   FACT_NEED_CHILD_CARE, FACT_NEED_DISABILITY, FACT_NEED_WITHDRAWAL };
static const enum fact wishes[] = { FACT_WISH_LAWYER, FACT_WISH_ASYLUM, FACT_WISH_CONSULATE };

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* Of the scale those answers that are given by a key; "not asked" is no key down. */
static const char *const scale[] = { "yes", "no", "not-known", "declined" };

static struct action scale_row(struct ui *ui, const struct model *m, enum fact fact) {
    struct key_item items[COUNT(scale)];
    int now = session_fact(m->session, fact), values[COUNT(scale)];
    struct key_group g = { .key = ui_key(ui, "needs/%s", facts[fact].path),
                           .label = fact_question(m, fact),
                           .set = "needs",
                           .items = items,
                           .count = COUNT(scale) };
    for (int i = 0; i < COUNT(scale); i++) {
        values[i] = fact_value_find(fact, scale[i]);
        items[i] = (struct key_item){ .id = scale[i], .label = fact_answer(m, fact, values[i]), .cap = '1' + i, .on = now == values[i] };
    }
    int pressed = ui_question_row(ui, &g, g.label, has_focus_in(ui, g.key));
    if (now == 0)
        ui_default_focus(ui, ui_key(ui, "%s/yes", g.key));
    if (pressed < 0)
        return action_none;
    int value = now == values[pressed] ? 0 : values[pressed];
    return action_answer(ui, SLOT_FACT, (int)fact, (struct slot){ .value = value },
                         kept_words(ui, m, g.label, fact_answer(m, fact, value)));
}

static struct action scale_rows(struct ui *ui, const struct model *m, const enum fact *list, int count) {
    struct action out = { 0 };
    ui_panel(ui, 0);
    for (int i = 0; i < count; i++)
        if (session_asks_wish(m->session, model_is_child(m), list[i]))
            action_take(&out, scale_row(ui, m, list[i]));
    ui_panel_end(ui);
    return out;
}

struct action needs_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 1.3f, false }, { 0.7f, false } };
    struct action out = frame_top(ui, m, NULL);
    action_take(&out,
                frame_footer(ui, m, &(struct frame_footer){ .next = tr(m->language, "Write the note"), .action = action_go(SCREEN_NOTE) }));
    ui_columns(ui, "needs", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Needs tonight"), tr(m->language, "Only what matters tonight."));
    action_take(&out, scale_rows(ui, m, needs, COUNT(needs)));
    ui_gap(ui, SPACE_3);
    ui_heading(ui, "needs/wishes", tr(m->language, "What the person asks for"), NULL);
    action_take(&out, scale_rows(ui, m, wishes, COUNT(wishes)));
    ui_next_column(ui);
    action_take(&out, detail_show_id(ui, m, "needs", "person-where", NULL));
    ui_gap(ui, SPACE_3);
    action_take(&out, detail_show_id(ui, m, "needs", "wants", NULL));
    ui_gap(ui, SPACE_3);
    action_take(&out, detail_show_id(ui, m, "needs", "fears", NULL));
    ui_gap(ui, SPACE_3);
    action_take(&out, detail_show_id(ui, m, "needs", "docs-where", NULL));
    ui_columns_end(ui);
    return out;
}
