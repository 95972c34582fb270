/* Before the note leaves: to whom, what is missing, and what it says. */
#include "screens/checks.h"

#include <math.h>

static struct action show_check(struct ui *ui, const struct check *k) {
    struct row r = { .key = ui_key(ui, "note/check/%s", k->id),
                     .icon = k->good ? ICON_TICK : ICON_NOT_ASKED,
                     .label = k->name,
                     .text = k->good ? NULL : k->hint,
                     .bold = !k->good,
                     .arrow = k->fix.kind != ACTION_NONE,
                     .group = "note/checks" };
    return ui_row(ui, &r) ? k->fix : action_none;
}

static struct action show_checks(struct ui *ui, const struct model *m, const struct note *n) {
    struct action out = { 0 };
    checks c = checks_make(ui, m, n);
    ui_panel(ui, 0);
    for (int good = 0; good < 2; good++)
        for (int i = 0; i < c.count; i++)
            if (c.items[i].good == (good == 1))
                action_take(&out, show_check(ui, &c.items[i]));
    ui_panel_end(ui);
    return out;
}

/* ---- the screen */

static struct action show_receiver(struct ui *ui, const struct model *m, int receiver) {
    const struct route *r = receiver >= 0 ? &m->pack->routes.routes.items[receiver] : NULL;
    const char *name = r ? content_text(m->language, "route", r->id, "name", r->name) : tr(m->language, "Choose to whom the note goes");
    struct action out = { 0 };
    if (ui_list_field(ui, "note/receiver", tr(m->language, "Written for"), name, NULL, (struct shortcut){ 0 }))
        out = (struct action){ .kind = ACTION_CHOOSE, .index = CHOICE_RECEIVER };
    ui_gap(ui, SPACE_2);
    ui_words(ui, "note/each", TYPE_BODY, PAINT_QUIET, tr(m->language, "Each receiver gets only what it needs. Write one note for each."),
             0);
    ui_gap(ui, SPACE_3);
    frame_draft(ui, m);
    return out;
}

/* To whom it goes, and what is checked. */
static struct action show_left_to_do(struct ui *ui, const struct model *m, int receiver) {
    struct action out = { 0 };
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Before it leaves"), NULL);
    ui_default_focus(ui, "note/receiver");
    action_take(&out, show_receiver(ui, m, receiver));
    if (receiver < 0)
        return out;
    struct note n = note_make(&ui->p->arena, m->pack, m->session, m->assessment, receiver, m->language, m->stamp);
    action_take(&out, show_checks(ui, m, &n));
    return out;
}

/* Below the list the page takes what is left, where that is enough; else as much as shows at a time. */
static float paper_height(const struct ui *ui, struct rect body) {
    float left = body.y + body.h - ui->region->y;
    return left > body.h * 0.4f ? left : fmaxf(body.h - 2 * ui_control(ui, 48, 1) - 2 * SPACE_3, 128);
}

/* The page stands at the start where there is room beside it, else below. */
struct action note_show(struct ui *ui, const struct model *m) {
    struct frame_footer f = {
        .second = { .key = "note/details", .label = tr(m->language, "Change the details"), .kind = BUTTON_SECONDARY },
        .second_action = action_go(SCREEN_DETAILS),
        .next = tr(m->language, "Hand over"),
        .action = action_go(SCREEN_HAND_OVER),
    };
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, frame_footer(ui, m, &f));
    struct rect body = ui_body(ui);
    const struct column columns[] = { { fminf(ui_paper_width(ui, body.h), body.w * 0.5f), false }, { 1.0f, false } };
    int receiver = model_receiver(m);
    ui_columns(ui, "note", body, columns, 2);
    if (!m->pages) { /* nobody is chosen to receive it */
        action_take(&out, show_left_to_do(ui, m, receiver));
        ui_next_column(ui);
    } else if (ui->columns.side_by_side) {
        ui_paper(ui, "note/pages", m->pages, body.h);
        ui_next_column(ui);
        action_take(&out, show_left_to_do(ui, m, receiver));
    } else {
        action_take(&out, show_left_to_do(ui, m, receiver));
        ui_next_column(ui);
        ui_paper(ui, "note/pages", m->pages, paper_height(ui, body));
    }
    ui_columns_end(ui);
    return out;
}
