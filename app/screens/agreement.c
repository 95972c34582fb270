/* Does the person agree? No, not now and cannot decide are answers too, each with what to say and
 * what it leads to. A child is told and heard instead. */
#include "screens/asking.h"
#include "screens/detail.h"
#include "screens/reasons.h"
#include "screens/words.h"

#include <string.h>

#define AGREEMENT "agree-referral" /* the field of the note that keeps the answer */
#define GROUND "no-consent-ground" /* the one that says why none is needed */

static const struct note_field *agreement_field(const struct model *m) {
    int field = detail_find(m, AGREEMENT);
    return field < 0 ? NULL : &m->pack->note.fields.items[field];
}

/* The value of the note's field that an answer of agreements.json stands for, from 1; 0: none. */
static int value_of(const struct note_field *f, const char *id) {
    for (int i = 0; i < f->values.count; i++)
        if (!strcmp(f->values.items[i].id, id))
            return i + 1;
    return 0;
}

/* The answer that was given, or NULL. */
static const struct agreement_answer *find_answer(const struct model *m, const struct note_field *f) {
    int now = session_get(m->session, SLOT_DETAIL, f->detail)->value;
    for (int i = 0; now && i < m->pack->agreements.answers.count; i++)
        if (value_of(f, m->pack->agreements.answers.items[i].id) == now)
            return &m->pack->agreements.answers.items[i];
    return NULL;
}

static const char *answer_label(const struct model *m, const struct agreement_answer *x) {
    return content_text(m->language, "agreement", x->id, "label", x->label);
}

static const char *line_text(const struct model *m, const struct line *l) {
    return content_text(m->language, "line", l->id, "text", l->text);
}

/* NULL where nobody is chosen yet. */
static const char *what_to_agree_to(struct ui *ui, const struct model *m) {
    int route = model_receiver(m);
    if (route < 0)
        return NULL;
    const struct route *r = &m->pack->routes.routes.items[route];
    struct fill fill = { "receiver", content_text(m->language, "route", r->id, "name", r->name) };
    return ui_fill(ui, tr(m->language, "{receiver}: to the call, and to giving them the note."), &fill, 1);
}

static struct action answer(struct ui *ui, const struct model *m, const struct note_field *f, int value, const char *words) {
    int now = session_get(m->session, SLOT_DETAIL, f->detail)->value;
    bool again = now == value;
    return action_answer(ui, SLOT_DETAIL, f->detail, (struct slot){ .value = again ? 0 : value },
                         kept_words(ui, m, content_text(m->language, "note field", f->id, "label", f->label), again ? "" : words));
}

/* ---- the person's answer */

static struct action show_answers(struct ui *ui, const struct model *m, const struct note_field *f) {
    int count = m->pack->agreements.answers.count;
    const struct agreement_answer *now = find_answer(m, f);
    struct key_item *items = arena_alloc(&ui->p->arena, (size_t)count, sizeof *items);
    struct key_group g = { .key = "agreement/answer", .label = tr(m->language, "Does the person agree?"), .items = items, .count = count };
    for (int i = 0; i < count; i++) {
        const struct agreement_answer *x = &m->pack->agreements.answers.items[i];
        items[i] = (struct key_item){
            .id = x->id,
            .label = answer_label(m, x),
            .text = content_text(m->language, "agreement", x->id, "hint", x->hint),
            .cap = '1' + i,
            .on = x == now,
        };
    }
    ui_default_focus(ui, ui_key(ui, "agreement/answer/%s", now ? now->id : items[0].id));
    int pressed = ui_choices(ui, &g);
    if (pressed < 0)
        return action_none;
    return answer(ui, m, f, value_of(f, items[pressed].id), items[pressed].label);
}

static void show_limits(struct ui *ui, const struct model *m) {
    ui_gap(ui, SPACE_3);
    ui_words(ui, "agreement/limits", TYPE_BODY, PAINT_QUIET,
             tr(m->language, "It can be changed and taken back at any time. Nobody is held for this answer."), 0);
}

/* ---- what to say, and what it leads to */

static void show_say(struct ui *ui, const struct model *m, const struct agreement_answer *x) {
    line_list say = session_lines(&ui->p->arena, m->session, &x->say);
    const char **lines = arena_alloc(&ui->p->arena, (size_t)say.count, sizeof *lines);
    for (int i = 0; i < say.count; i++)
        lines[i] = quoted(ui, line_text(m, &say.items[i]));
    ui_panel(ui, SPACE_4);
    ui_say(ui, "agreement/say", tr(m->language, "Say"), lines, say.count);
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

static void show_lines(struct ui *ui, const struct model *m, const char *key, enum icon icon, const line_list *lines) {
    line_list shown = session_lines(&ui->p->arena, m->session, lines);
    for (int i = 0; i < shown.count; i++) {
        ui_rule(ui);
        ui_leads(ui);
        ui_gap(ui, 10);
        ui_icon_words(ui, ui_key(ui, "%s/%s", key, shown.items[i].id), icon, PAINT_TEXT, NULL, line_text(m, &shown.items[i]));
        ui_gap(ui, 10);
    }
}

static void show_leads_to(struct ui *ui, const struct model *m, const struct agreement_answer *x) {
    struct fill fill = { "answer", answer_label(m, x) };
    ui_panel(ui, SPACE_4);
    ui_heading(ui, "agreement/leads-to", ui_fill(ui, tr(m->language, "{answer} leads to"), &fill, 1), NULL);
    show_lines(ui, m, "agreement/leads-to", ICON_MEASURE, &x->leads_to);
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

static void show_covers(struct ui *ui, const struct model *m, const char *heading) {
    ui_panel(ui, SPACE_4);
    if (heading)
        ui_heading(ui, "agreement/covers", heading, NULL);
    show_lines(ui, m, "agreement/covers", ICON_TICK, &m->pack->agreements.covers);
    ui_panel_end(ui);
}

/* Without agreement the note may still go out, on a ground that is named, and to few. */
static struct action show_grounds(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    ui_gap(ui, SPACE_3);
    ui_words(ui, "agreement/caution", TYPE_BODY, PAINT_TEXT,
             tr(m->language, "Only on one of these grounds, and then only what is needed for it. Tell the person first if that is safe."),
             0);
    ui_gap(ui, SPACE_3);
    out = detail_show_id(ui, m, "agreement", GROUND, NULL);
    ui_gap(ui, SPACE_3);
    action_take(&out, detail_show_id(ui, m, "agreement", "no-consent-law", NULL));
    return out;
}

/* What was opened is wanted: the focus goes there, so that it shows. */
static const char *first_ground(struct ui *ui, const struct model *m) {
    int field = detail_find(m, GROUND);
    const struct note_field *f = field < 0 ? NULL : &m->pack->note.fields.items[field];
    return f && f->values.count ? ui_key(ui, "agreement/%s/%s", GROUND, f->values.items[0].id) : NULL;
}

/* What F2 opens: after Yes what the person should know, else the grounds that need no agreement. */
static struct action show_more(struct ui *ui, const struct model *m, bool agreed) {
    struct disclosure d = {
        .key = "agreement/more",
        .label = agreed ? tr(m->language, "What the person should know before") : tr(m->language, "Sharing without agreement"),
        .open = m->view->more,
        .shortcut = true,
    };
    if (ui_disclosure(ui, &d))
        return (struct action){ .kind = ACTION_MORE, .focus = d.open || agreed ? NULL : first_ground(ui, m) };
    if (!d.open)
        return action_none;
    if (!agreed)
        return show_grounds(ui, m);
    ui_gap(ui, SPACE_2);
    show_covers(ui, m, NULL);
    return action_none;
}

static struct action show_what_follows(struct ui *ui, const struct model *m, const struct note_field *f) {
    const struct agreement_answer *now = find_answer(m, f);
    struct action out = { 0 };
    if (!now) {
        show_covers(ui, m, tr(m->language, "What the person should know before"));
        return out;
    }
    bool agreed = f->values.items[value_of(f, now->id) - 1].naming == NAMING_AGREED;
    show_say(ui, m, now);
    show_leads_to(ui, m, now);
    if (agreed) {
        out = detail_show_id(ui, m, "agreement", "agree-scope", NULL);
        ui_gap(ui, SPACE_3);
    }
    action_take(&out, show_more(ui, m, agreed));
    return out;
}

static struct action show_adult(struct ui *ui, const struct model *m, const struct note_field *f) {
    struct action out;
    ui_title(ui, tr(m->language, "Does the person agree?"), what_to_agree_to(ui, m));
    out = show_answers(ui, m, f);
    show_limits(ui, m);
    ui_next_column(ui);
    action_take(&out, show_what_follows(ui, m, f));
    return out;
}

/* ---- a child */

/* Why no agreement is needed: the value of the field that says so. */
static struct action show_not_needed(struct ui *ui, const struct model *m, const struct note_field *f) {
    for (int i = 0; i < f->values.count; i++) {
        const struct field_value *v = &f->values.items[i];
        if (v->naming != NAMING_GROUND)
            continue;
        struct key_item item = {
            .id = v->id,
            .label = content_text(m->language, "value", v->id, "label", v->label),
            .cap = '1',
            .on = session_get(m->session, SLOT_DETAIL, f->detail)->value == i + 1,
        };
        const char *label = content_text(m->language, "note field", f->id, "label", f->label);
        struct key_group g = { .key = "agreement/answer", .label = label, .items = &item, .count = 1, .columns = 1 };
        ui_label(ui, label, NULL);
        ui_default_focus(ui, ui_key(ui, "agreement/answer/%s", v->id));
        return ui_keys(ui, &g) < 0 ? action_none : answer(ui, m, f, i + 1, item.label);
    }
    return action_none;
}

static void show_say_to_child(struct ui *ui, const struct model *m) {
    const char *lines[] = {
        /* TRANSLATORS: said to a child, so simple and gentle words. */
        quoted(ui, tr(m->language, "You have done nothing wrong.")),
        quoted(ui, tr(m->language, "I am calling someone whose work is to help children.")),
        quoted(ui, tr(m->language, "You can tell me what you want and what you do not want. You can also say nothing.")),
    };
    ui_panel(ui, SPACE_4);
    ui_say(ui, "agreement/say", tr(m->language, "Say"), lines, 3);
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

static void show_child_receiver(struct ui *ui, const struct model *m) {
    int route = model_receiver(m);
    if (route < 0)
        return;
    const struct route *r = &m->pack->routes.routes.items[route];
    ui_panel(ui, SPACE_4);
    ui_heading(ui, "agreement/receiver", content_text(m->language, "route", r->id, "name", r->name), NULL);
    ui_icon_words(ui, "agreement/consent", ICON_CHILD, PAINT_TEXT, NULL, content_text(m->language, "route", r->id, "consent", r->consent));
    if (r->caution) {
        ui_gap(ui, SPACE_2);
        ui_icon_words(ui, "agreement/caution", ICON_NOT_OBSERVABLE, PAINT_TEXT, NULL,
                      content_text(m->language, "route", r->id, "caution", r->caution));
    }
    ui_panel_end(ui);
}

static struct action show_child(struct ui *ui, const struct model *m, const struct note_field *f) {
    struct action out;
    ui_title(ui, tr(m->language, "Tell and hear the child"), tr(m->language, "What the child wants and fears goes into the note."));
    out = show_not_needed(ui, m, f);
    ui_gap(ui, SPACE_3);
    action_take(&out, detail_show_id(ui, m, "agreement", "wants", tr(m->language, "What the child wants")));
    ui_gap(ui, SPACE_3);
    action_take(&out, detail_show_id(ui, m, "agreement", "fears", tr(m->language, "What the child is afraid of")));
    ui_next_column(ui);
    show_say_to_child(ui, m);
    show_child_receiver(ui, m);
    return out;
}

/* With a file alone this waits for the person, and so does what is needed tonight. */
static struct frame_footer footer_of(const struct model *m) {
    if (session_on_file(m->session))
        return (struct frame_footer){ .next = tr(m->language, "Write the note"), .action = action_go(SCREEN_NOTE) };
    return (struct frame_footer){ .next = tr(m->language, "Needs tonight"), .action = action_go(SCREEN_NEEDS) };
}

static void show_file(struct ui *ui, const struct model *m) {
    if (!session_on_file(m->session))
        return;
    ui_icon_words(ui, "agreement/file", ICON_PERSON, PAINT_TEXT, NULL,
                  tr(m->language, "Only the file is here. All this waits until the person comes in."));
    ui_gap(ui, SPACE_3);
}

struct action agreement_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 1.0f, false }, { 1.0f, false } };
    const struct note_field *f = agreement_field(m);
    struct action out = frame_top(ui, m, NULL);
    struct frame_footer footer = footer_of(m);
    action_take(&out, frame_footer(ui, m, &footer));
    /* What follows from another answer is read from its beginning. */
    const struct agreement_answer *now = f ? find_answer(m, f) : NULL;
    ui_columns(ui, now ? ui_key(ui, "agreement/%s", now->id) : "agreement", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    show_file(ui, m);
    if (f)
        action_take(&out, model_is_child(m) ? show_child(ui, m, f) : show_adult(ui, m, f));
    ui_gap(ui, SPACE_3);
    if (ui_button(ui, &(struct button){ .key = "agreement/rights",
                                        .label = tr(m->language, "Rights of the person"),
                                        .kind = BUTTON_QUIET,
                                        .icon = ICON_DOCUMENT }))
        action_take(&out, action_go(SCREEN_RIGHTS));
    ui_columns_end(ui);
    return out;
}
