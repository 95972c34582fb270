/* Find a sign: type a part of its name, or of what it says. */
#include "screens/finding.h"
#include "screens/words.h"

#define FIND_FIELD "find/field"
#define WIDTH_MOST 860 /* at text 100 %: rows are read across */

static struct hits find_signs(const struct model *m, const char *typed) {
    struct hits h = { 0 };
    for (int i = 0; i < m->pack->indicators.count; i++) {
        const struct indicator *x = &m->pack->indicators.items[i];
        hits_add(&h, i, finding_rank(typed, sign_name(m, i), content_text(m->language, "indicator", x->id, "statement", x->statement)));
    }
    return h;
}

static const char *row_key(struct ui *ui, const struct model *m, int sign) {
    return ui_key(ui, "find/%s", m->pack->indicators.items[sign].id);
}

static const char *count_words(struct ui *ui, const struct model *m, const struct hits *h, const char *typed) {
    struct fill fills[] = { { "count", ui_key(ui, "%d", h->all) }, { "all", ui_key(ui, "%d", m->pack->indicators.count) } };
    if (!*typed)
        return NULL;
    /* TRANSLATORS: how many things of a list have what was typed: "3 of 101". */
    return ui_fill(ui, tr(m->language, "{count} of {all}"), fills, 2);
}

static struct action show_rows(struct ui *ui, const struct model *m, const struct hits *h, int current) {
    struct action out = { 0 };
    ui_panel(ui, 0);
    for (int i = 0; i < h->count; i++) {
        int sign = h->items[i];
        bool here = i == current;
        struct row row = {
            .key = row_key(ui, m, sign),
            .icon = state_icon(session_sign(m->session, sign)),
            .label = sign_name(m, sign),
            .text = sign_state_words(ui, m, sign),
            .end = here ? tr(m->language, "Open") : NULL,
            .current = here,
            .cap = here ? trc(m->language, "key", "Enter") : NULL,
            .group = "find/rows",
            .position = i + 1,
            .of = h->count,
        };
        if (ui_row(ui, &row))
            out = (struct action){ .kind = ACTION_OPEN_SIGN, .index = sign };
    }
    ui_panel_end(ui);
    return out;
}

static struct action show_nothing(struct ui *ui, const struct model *m, const char *typed) {
    struct button groups = {
        .key = "find/groups", .label = tr(m->language, "More signs, by group"), .kind = BUTTON_QUIET, .icon = ICON_MENU
    };
    if (*typed) {
        ui_words(ui, "find/nothing", TYPE_BODY, PAINT_TEXT,
                 tr(m->language, "No sign with these words. Try another word, or look by group."), 0);
        ui_gap(ui, SPACE_2);
    }
    return ui_button(ui, &groups) ? action_go(SCREEN_GROUPS) : action_none;
}

static struct rect narrow(const struct ui *ui, struct rect box) {
    float most = WIDTH_MOST * ui->text;
    box.w = box.w > most ? most : box.w;
    return box;
}

struct action find_show(struct ui *ui, const struct model *m) {
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, frame_footer(ui, m, &(struct frame_footer){ 0 }));
    const char *typed = ui_field_text(ui, FIND_FIELD, m->view->find);
    struct hits h = find_signs(m, typed);
    ui_region(ui, "find", narrow(ui, ui_body(ui)));
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Find a sign"), tr(m->language, "Type a word of it."));
    hits_fit(ui, &h, 2, 0);
    int current = hits_current(ui, &h);
    const char *enter = current >= 0 ? row_key(ui, m, h.items[current]) : NULL;
    action_take(&out, finding_field(ui, m, FIND_FIELD, count_words(ui, m, &h, typed), &h, enter));
    ui_gap(ui, SPACE_3);
    action_take(&out, h.count > 0 ? show_rows(ui, m, &h, current) : show_nothing(ui, m, typed));
    ui_region_end(ui);
    ui_default_field(ui, FIND_FIELD);
    return out;
}
