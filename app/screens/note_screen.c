/* Before the note leaves: to whom, what is missing, and what it says. */
#include "note/note.h"

#include "core/fact.h"
#include "screens/detail.h"
#include "screens/words.h"

#include <math.h>
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

/* Labels and judgements in what the officer typed; the person's own words stay as they are. */
static void check_words(struct ui *ui, const struct model *m, struct checks *c) {
    for (int i = 0; i < m->pack->note.fields.count; i++) {
        const struct note_field *f = &m->pack->note.fields.items[i];
        const struct slot *s = f->detail >= 0 ? detail_slot(m, i) : NULL;
        if (s && s->text && pack_forbidden(m->pack, s->text))
            add(c, (struct check){ ui_key(ui, "words/%s", f->id), tr(m->language, "A word that judges"), detail_label(m, i), false,
                                   open_field(ui, f->id) });
    }
    for (int i = 0; i < m->pack->indicators.count; i++) {
        const struct slot *s = session_get(m->session, SLOT_SIGN, i);
        if (s->remark && pack_forbidden(m->pack, s->remark))
            add(c, (struct check){ ui_key(ui, "words/%s", m->pack->indicators.items[i].id),
                                   tr(m->language, "A word that judges"),
                                   sign_name(m, i),
                                   false,
                                   { .kind = ACTION_OPEN_SIGN, .index = i } });
    }
}

static bool any_need_answered(const struct model *m) {
    for (int i = FACT_NEED_MEDICAL; i <= FACT_NEED_WITHDRAWAL; i++)
        if (session_fact(m->session, (enum fact)i))
            return true;
    return false;
}

static void check_rest(struct ui *ui, const struct model *m, struct checks *c) {
    const struct language *l = m->language;
    int sign = unsure_sign(m);
    bool agreed = has_detail(m, "agree-referral"), heard = has_detail(m, "heard-summary");
    check_words(ui, m, c);
    if (!session_fact(m->session, FACT_AGE))
        add(c,
            (struct check){ "age", tr(l, "May the person be under 18?"), tr(l, "When in doubt, a child."), false, action_go(SCREEN_WHO) });
    if (!any_need_answered(m))
        add(c, (struct check){ "needs", tr(l, "What is needed tonight"), NULL, false, action_go(SCREEN_NEEDS) });
    if (sign >= 0)
        add(c, (struct check){
                   "known", tr(l, "How a sign is known"), sign_name(m, sign), false, { .kind = ACTION_OPEN_SIGN, .index = sign } });
    else
        add(c, (struct check){ "known", tr(l, "Each sign says how it is known"), NULL, true, { 0 } });
    if (!model_is_child(m))
        add(c, (struct check){ "agreement", agreed ? tr(l, "Agreement") : tr(l, "Ask for agreement"), NULL, agreed,
                               action_go(SCREEN_AGREEMENT) });
    add(c, (struct check){ "heard", heard ? tr(l, "The person has heard the summary") : tr(l, "Read the summary to the person"),
                           tr(l, "Slowly, through the interpreter."), heard, open_field(ui, "heard-summary") });
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
    if (!ui->columns.side_by_side)
        action_take(&out, show_left_to_do(ui, m, receiver));
    else if (m->pages)
        ui_paper(ui, "note/pages", m->pages, body.h);
    ui_next_column(ui);
    if (ui->columns.side_by_side)
        action_take(&out, show_left_to_do(ui, m, receiver));
    else if (m->pages)
        ui_paper(ui, "note/pages", m->pages, paper_height(ui, body));
    ui_columns_end(ui);
    return out;
}
