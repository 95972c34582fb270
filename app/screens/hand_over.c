/* Hand-over: the note into a folder, read back; then the case is wiped. */
#include "note/note.h"

#include "screens/detail.h"

static const char *route_name(const struct model *m, int route) {
    const struct route *r = &m->pack->routes.routes.items[route];
    return content_text(m->language, "route", r->id, "name", r->name);
}

/* ---- where it goes */

static struct action show_folder(struct ui *ui, const struct model *m) {
    const char *text, *set = m->preferences->texts[PREFERENCE_FOLDER];
    struct fill fills[] = { { "folder", m->documents }, { "name", m->stamp->reference } };
    struct text_field f = {
        .key = "hand-over/folder",
        .label = tr(m->language, "Folder"),
        .value = set,
        .hint = *set ? NULL : ui_fill(ui, tr(m->language, "Left empty: {folder}"), fills, 2),
        .limit = PREFERENCE_TEXT_MAX,
        .lines = 1,
    };
    struct action out = { 0 };
    if (ui_field(ui, &f, &text))
        out = (struct action){ .kind = ACTION_SET_TEXT, .index = PREFERENCE_FOLDER, .text = arena_string(&ui->p->arena, text) };
    ui_gap(ui, SPACE_3);
    ui_words(
        ui, "hand-over/name", TYPE_BODY, PAINT_TEXT,
        ui_fill(ui,
                tr(m->language,
                   "The note goes into a folder of its own, called {name}; a second one into {name}-2. Keep this name; it says nothing."),
                fills, 2),
        0);
    return out;
}

static void show_open_file(struct ui *ui, const struct model *m) {
    struct fill name = { "name", m->stamp->reference };
    ui_panel(ui, SPACE_4);
    ui_icon_words(
        ui, "hand-over/file", ICON_FILE, PAINT_TEXT, tr(m->language, "Open file."),
        ui_fill(ui,
                tr(m->language, "{name} as text, as a page and for machines. Anyone who has the file can read it. Keep it in your hands."),
                &name, 1));
    ui_panel_end(ui);
    ui_gap(ui, SPACE_4);
}

static void show_written(struct ui *ui, const struct model *m) {
    ui_panel(ui, SPACE_4);
    ui_icon_words(ui, "hand-over/written", ICON_TICK, PAINT_TEXT, tr(m->language, "The note is in the folder."),
                  tr(m->language, "It was read back and is whole."));
    ui_gap(ui, SPACE_2);
    ui_words(ui, "hand-over/path", TYPE_BODY, PAINT_QUIET, m->view->written_to, 0);
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
    ui_words(
        ui, "hand-over/then", TYPE_BODY, PAINT_TEXT,
        tr(m->language, "Has it arrived? Then press Handed over: the case is wiped from this machine. The file stays where you put it."),
        0);
}

/* ---- to whom */

static void show_contact(struct ui *ui, const struct model *m, int route) {
    const struct contact *c = note_contact(m->pack, m->session, m->assessment, route);
    if (!c) {
        ui_attention(ui, "hand-over/contact", ICON_PHONE, route_name(m, route),
                     tr(m->language, "Number not yet checked. Ask your authority."), NULL);
        return;
    }
    ui_icon_words(ui, "hand-over/contact", ICON_PHONE, PAINT_TEXT, c->service, note_contact_reach(&ui->p->arena, m->language, c));
    if (c->note)
        ui_words(ui, "hand-over/contact-note", TYPE_BODY, PAINT_TEXT, c->note, 0);
    ui_words(ui, "hand-over/contact-source", TYPE_BODY, PAINT_QUIET, note_contact_checked(&ui->p->arena, m->language, c, model_time(m)), 0);
}

static void show_agreed(struct ui *ui, const struct model *m, bool named) {
    int field = detail_find(m, "agree-scope");
    const char *scope = field >= 0 ? detail_slot(m, field)->text : NULL;
    if (scope)
        ui_icon_words(ui, "hand-over/agreed", ICON_TICK, PAINT_TEXT, tr(m->language, "Agreed to share:"), scope);
    ui_icon_words(ui, "hand-over/named", named ? ICON_PERSON : ICON_NOT_OBSERVABLE, PAINT_TEXT,
                  named ? tr(m->language, "This note may say who the person is.")
                        : tr(m->language, "This note does not say who the person is."),
                  NULL);
}

/* Nobody is the receiver of a note from a file until one is chosen. */
static struct action show_receiver(struct ui *ui, const struct model *m, int receiver) {
    struct button other = {
        .key = "hand-over/other", .label = tr(m->language, "Another receiver"), .kind = BUTTON_QUIET, .icon = ICON_PERSON
    };
    struct action out = { 0 };
    ui_panel(ui, SPACE_4);
    ui_heading(ui, "hand-over/to-whom", tr(m->language, "To whom"), NULL);
    if (receiver >= 0) {
        show_contact(ui, m, receiver);
        ui_gap(ui, SPACE_3);
        show_agreed(ui, m, note_may_name(m->pack, receiver, m->session, model_is_child(m)));
        ui_gap(ui, SPACE_2);
    } else {
        other.label = tr(m->language, "Choose to whom the note goes");
    }
    if (ui_button(ui, &other))
        out = (struct action){ .kind = ACTION_CHOOSE, .index = CHOICE_RECEIVER };
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
    ui_panel(ui, SPACE_4);
    ui_icon_words(ui, "hand-over/memory", ICON_DELETE, PAINT_TEXT, tr(m->language, "This case lives in memory only."),
                  tr(m->language, "It is wiped when you hand it over or end it, and when the program closes."));
    ui_panel_end(ui);
    return out;
}

/* ---- the screen */

static struct frame_footer footer_of(const struct model *m) {
    if (m->view->written)
        return (struct frame_footer){ .next = tr(m->language, "Handed over"), .icon = ICON_TICK, .action = { .kind = ACTION_HANDED_OVER } };
    return (struct frame_footer){
        .second = { .key = "hand-over/end", .label = tr(m->language, "End without note"), .kind = BUTTON_SECONDARY },
        .second_action = { .kind = ACTION_ASK_END },
        .next = tr(m->language, "Save the note"),
        .action = { .kind = ACTION_WRITE_NOTE },
    };
}

struct action hand_over_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 1.0f, false }, { 0.85f, false } };
    struct frame_footer f = footer_of(m);
    int receiver = m->view->written ? m->view->written_receiver : model_receiver(m);
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, frame_footer(ui, m, &f));
    ui_columns(ui, "hand-over", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Hand it over"), NULL);
    frame_draft(ui, m);
    if (m->view->written)
        show_written(ui, m);
    else {
        show_open_file(ui, m);
        action_take(&out, show_folder(ui, m));
    }
    ui_next_column(ui);
    action_take(&out, show_receiver(ui, m, receiver));
    ui_columns_end(ui);
    return out;
}
