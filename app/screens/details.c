/* Everything of the note that is typed in, in the order of its blocks. */
#include "core/fact.h"
#include "screens/asking.h"
#include "screens/detail.h"

static bool is_typed(const struct model *m, int field) {
    return m->pack->note.fields.items[field].detail >= 0;
}

static int typed_fields(const struct model *m, const struct note_block_plan *block) {
    int count = 0;
    for (int i = 0; i < block->fields.count; i++)
        count += is_typed(m, block->fields.items[i].index);
    return count;
}

static struct action show_block(struct ui *ui, const struct model *m, const struct note_block_plan *block) {
    struct action out = { 0 };
    ui_heading(ui, ui_key(ui, "details/block/%s", block->id), content_text(m->language, "note block", block->id, "title", block->title),
               NULL);
    for (int i = 0; i < block->fields.count; i++) {
        int field = block->fields.items[i].index;
        if (!is_typed(m, field))
            continue;
        action_take(&out, detail_show(ui, m, "details", field, NULL));
        ui_gap(ui, SPACE_3);
    }
    ui_gap(ui, SPACE_2);
    return out;
}

/* Facts about the person that only the note and the measures need. */
static struct action show_person(struct ui *ui, const struct model *m) {
    const char *code = session_text(m->session, TEXT_CITIZENSHIP);
    struct action out = { 0 };
    ui_heading(ui, "details/person-facts", tr(m->language, "About the person"), NULL);
    ui_label(ui, fact_question(m, FACT_GENDER), NULL);
    action_take(&out, fact_keys(ui, m, "details", FACT_GENDER, 2));
    ui_gap(ui, SPACE_3);
    if (!model_is_child(m)) {
        ui_label(ui, fact_question(m, FACT_BEGAN_UNDER_18), NULL);
        action_take(&out, fact_keys(ui, m, "details", FACT_BEGAN_UNDER_18, 3));
        ui_gap(ui, SPACE_3);
    }
    if (ui_list_field(ui, "details/citizenship", tr(m->language, "Citizenship"),
                      code ? pack_state_name(m->pack, m->language, code) : tr(m->language, "Not stated"), NULL, (struct shortcut){ 0 }))
        action_take(&out, (struct action){ .kind = ACTION_CHOOSE, .index = CHOICE_CITIZENSHIP });
    ui_gap(ui, SPACE_4);
    return out;
}

/* Two columns of about the same length. */
static int half_way(const struct model *m) {
    const struct note_plan *plan = &m->pack->note;
    int all = 0, count = 0;
    for (int b = 0; b < plan->blocks.count; b++)
        all += typed_fields(m, &plan->blocks.items[b]);
    for (int b = 0; b < plan->blocks.count; b++) {
        count += typed_fields(m, &plan->blocks.items[b]);
        if (2 * count >= all)
            return b;
    }
    return plan->blocks.count;
}

struct action details_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 1.0f, false }, { 1.0f, false } };
    const struct note_plan *plan = &m->pack->note;
    int half = half_way(m);
    struct action out = frame_top(ui, m, NULL);
    action_take(
        &out, frame_footer(ui, m, &(struct frame_footer){ .next = tr(m->language, "Back to the note"), .action = action_go(SCREEN_NOTE) }));
    ui_columns(ui, "details", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Details of the note"), NULL);
    for (int b = 0; b < plan->blocks.count; b++) {
        if (typed_fields(m, &plan->blocks.items[b]) > 0)
            action_take(&out, show_block(ui, m, &plan->blocks.items[b]));
        if (b == half) {
            ui_next_column(ui);
            action_take(&out, show_person(ui, m));
        }
    }
    ui_columns_end(ui);
    return out;
}
