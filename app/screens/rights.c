/* What the person has a right to, for the officer who says it: by path and kind of place. */
#include "screens/screen.h"
#include "screens/words.h"

static void show_right(struct ui *ui, const struct model *m, const struct right *r) {
    const char *key = ui_key(ui, "rights/%s", r->id), *title = sentence(ui, content_text(m->language, "right", r->id, "title", r->title));
    ui_icon_words(ui, key, ICON_TICK, PAINT_TEXT, title, content_text(m->language, "right", r->id, "text", r->text));
    ui_leads(ui);
    ui_icon_words(ui, ui_key(ui, "%s/source", key), ICON_NONE, PAINT_QUIET, NULL, source_keys(ui, m, &r->sources));
    ui_gap(ui, SPACE_3);
}

/* Much of it rests on law of the Union. */
static void show_outside(struct ui *ui, const struct model *m) {
    const char *state = session_place(m->session);
    if (!state || pack_is_eu(m->pack, state))
        return;
    struct fill fill = { "state", pack_state_name(m->pack, m->language, state) };
    ui_attention(ui, "rights/outside", ICON_WHY, ui_fill(ui, tr(m->language, "{state} is not in the European Union."), &fill, 1),
                 tr(m->language, "Law of the Union does not count there. The Council of Europe Convention may, and national law. Ask your "
                                 "authority."),
                 NULL);
    ui_gap(ui, SPACE_3);
}

struct action rights_show(struct ui *ui, const struct model *m) {
    struct frame_footer f = { .next = tr(m->language, "Back to the case"), .icon = ICON_TICK, .action = { .kind = ACTION_BACK } };
    struct action out = frame_top(ui, m, NULL);
    struct fill date = { "date", m->pack->about.legal_status };
    action_take(&out, frame_footer(ui, m, &f));
    ui_region(ui, "rights", frame_reading(ui));
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Rights of the person"), ui_fill(ui, tr(m->language, "Law as of {date}."), &date, 1));
    show_outside(ui, m);
    for (int i = 0; i < m->pack->rights.count; i++)
        if (model_is_meant(m, m->pack->rights.items[i].settings, m->pack->rights.items[i].who))
            show_right(ui, m, &m->pack->rights.items[i]);
    ui_region_end(ui);
    return out;
}
