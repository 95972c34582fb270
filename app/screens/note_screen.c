/* Before the note leaves: to whom, what is missing, and what it says. */
#include "note/note.h"

#include "screens/detail.h"

#include <string.h>

/* ---- what is checked (fact base 17.3). Nothing blocks. */

struct check {
    const char *id, *name, *hint;
    bool good;
    struct action fix;
};

#define CHECKS_MAX 48

struct checks {
    struct check items[CHECKS_MAX];
    int count;
};

static void add(struct checks *c, struct check check) {
    if (c->count < CHECKS_MAX)
        c->items[c->count++] = check;
}

static struct action open_field(struct ui *ui, const char *id) {
    return (struct action){ .kind = ACTION_GO, .screen = SCREEN_DETAILS, .focus = ui_key(ui, "details/%s", id) };
}

/* What the receiver needs and nobody filled in. */
static void check_missing(struct ui *ui, const struct model *m, const struct note *n, struct checks *c) {
    for (int b = 0; b < n->blocks.count; b++)
        for (int i = 0; i < n->blocks.items[b].items.count; i++) {
            const struct note_item *item = &n->blocks.items[b].items.items[i];
            int field = item->missing ? detail_find(m, item->field) : -1;
            if (field < 0)
                continue;
            const struct note_field *f = &m->pack->note.fields.items[field];
            add(c, (struct check){ f->id, detail_label(m, field),
                                   f->hint ? content_text(m->language, "note field", f->id, "hint", f->hint) : NULL, false,
                                   open_field(ui, f->id) });
        }
}

static bool has_detail(const struct model *m, const char *id) {
    int field = detail_find(m, id);
    const struct slot *s = field >= 0 ? detail_slot(m, field) : NULL;
    return s && (s->value || s->bits || s->text);
}

/* A noted sign that does not say how it is known, or -1. */
static int unsure_sign(const struct model *m) {
    for (int i = 0; i < m->pack->indicators.count; i++) {
        const struct slot *s = session_get(m->session, SLOT_SIGN, i);
        if (s->value == STATE_NOTED && !s->known)
            return i;
    }
    return -1;
}

static void check_rest(struct ui *ui, const struct model *m, struct checks *c) {
    const struct language *l = m->language;
    int sign = unsure_sign(m);
    bool agreed = has_detail(m, "agree-referral");
    if (sign >= 0)
        add(c, (struct check){
                   "known", tr(l, "How a sign is known"), sign_name(m, sign), false, { .kind = ACTION_OPEN_SIGN, .index = sign } });
    else
        add(c, (struct check){ "known", tr(l, "Each sign says how it is known"), NULL, true, { 0 } });
    if (!model_is_child(m))
        add(c, (struct check){ "agreement", agreed ? tr(l, "Agreement") : tr(l, "The person was asked for agreement"), NULL, agreed,
                               action_go(SCREEN_AGREEMENT) });
    add(c, (struct check){ "heard", tr(l, "The person has heard the summary"), tr(l, "Read it out, slowly, through the interpreter."),
                           has_detail(m, "heard-summary"), open_field(ui, "heard-summary") });
    add(c, (struct check){ "open", tr(l, "What was not asked, and why"), NULL, true, { 0 } });
}

static bool shown_already(const struct checks *c, int at) {
    static const struct { const char *check, *field; } same[] = { { "heard", "heard-summary" }, { "agreement", "agree-referral" } };
    for (size_t s = 0; s < sizeof same / sizeof *same; s++)
        for (int i = 0; i < at; i++)
            if (!strcmp(c->items[at].id, same[s].check) && !strcmp(c->items[i].id, same[s].field))
                return true;
    return false;
}

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
    struct checks c = { .count = 0 };
    check_missing(ui, m, n, &c);
    check_rest(ui, m, &c);
    ui_panel(ui, 0);
    for (int good = 0; good < 2; good++)
        for (int i = 0; i < c.count; i++)
            if (c.items[i].good == (good == 1) && !shown_already(&c, i))
                action_take(&out, show_check(ui, &c.items[i]));
    ui_panel_end(ui);
    return out;
}

/* ---- what it says */

static void show_item(struct ui *ui, const struct note_item *item, int *number) {
    const char *key = ui_key(ui, "note/text/%d", ++*number);
    if (item->missing)
        return;
    if (item->text && item->label)
        ui_words(ui, key, TYPE_BODY, PAINT_TEXT, ui_key(ui, "%s  %s", item->label, item->text), (int)strlen(item->label));
    else
        ui_words(ui, key, TYPE_BODY, PAINT_TEXT, item->label ? item->label : item->text, item->label ? (int)strlen(item->label) : 0);
    for (int i = 0; i < item->lines.count; i++)
        ui_words(ui, ui_key(ui, "note/text/%d", ++*number), TYPE_BODY, PAINT_QUIET,
                 ui_key(ui, "%s: %s", item->lines.items[i].label, item->lines.items[i].text), 0);
    ui_gap(ui, SPACE_1);
}

static bool says_something(const struct note_block *b) {
    for (int i = 0; i < b->items.count; i++)
        if (!b->items.items[i].missing)
            return true;
    return false;
}

static void show_note(struct ui *ui, const struct note *n) {
    int number = 0;
    ui_heading(ui, "note/title", n->title, n->stamp->reference);
    for (int b = 0; b < n->blocks.count; b++) {
        const struct note_block *block = &n->blocks.items[b];
        if (!says_something(block))
            continue;
        ui_gap(ui, SPACE_2);
        ui_heading(ui, ui_key(ui, "note/block/%s", block->id), block->title, NULL);
        for (int i = 0; i < block->items.count; i++)
            show_item(ui, &block->items.items[i], &number);
    }
}

/* The note calls things by their names: it is folded until the officer wants to read it and
 * nobody else can. */
static bool show_preview_bar(struct ui *ui, const struct model *m) {
    struct disclosure d = {
        .key = "note/read",
        .label = tr(m->language, "Read the note"),
        .text = tr(m->language, "It calls things by their names. Open it when nobody else can see the screen."),
        .open = m->view->more,
        .shortcut = true,
    };
    bool pressed = ui_disclosure(ui, &d);
    ui_gap(ui, SPACE_3);
    return pressed;
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
    return out;
}

struct action note_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 1.0f, false }, { 1.0f, false } };
    struct frame_footer f = {
        .second = { .key = "note/details", .label = tr(m->language, "Change the details"), .kind = BUTTON_SECONDARY },
        .second_action = action_go(SCREEN_DETAILS),
        .next = tr(m->language, "Hand over"),
        .action = action_go(SCREEN_HAND_OVER),
    };
    int receiver = model_receiver(m);
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, frame_footer(ui, m, &f));
    ui_columns(ui, "note", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Before it leaves"), NULL);
    ui_default_focus(ui, "note/receiver");
    action_take(&out, show_receiver(ui, m, receiver));
    if (receiver < 0) {
        ui_columns_end(ui);
        return out;
    }
    struct note n = note_make(&ui->p->arena, m->pack, m->session, m->assessment, receiver, m->language, m->stamp);
    action_take(&out, show_checks(ui, m, &n));
    ui_next_column(ui);
    if (show_preview_bar(ui, m))
        action_take(&out, (struct action){ .kind = ACTION_MORE });
    if (m->view->more)
        show_note(ui, &n);
    ui_columns_end(ui);
    return out;
}
