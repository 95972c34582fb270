#include "screens/sign_sheet.h"

#include "core/fact.h"
#include "screens/asking.h"
#include "screens/detail.h"
#include "screens/words.h"

#include <math.h>
#include <string.h>

#define STATE_COUNT (STATE_NOT_OBSERVABLE + 1)

static float gap(const struct ui *ui) {
    return ui->room >= ROOM_REGULAR ? SPACE_3 : SPACE_2;
}

static const struct indicator *sign_of(const struct model *m, int sign) {
    return &m->pack->indicators.items[sign];
}

/* ---- what to ask, or to look for */

/* A child is only asked what stands in the bank of questions: nothing there leads (rulings 21). */
static const char *question_of(const struct model *m, const struct indicator *x) {
    if (!model_is_child(m))
        return content_text(m->language, "indicator", x->id, "ask", x->ask);
    if (x->ask_child.index < 0)
        return NULL;
    const struct question *q = &m->pack->questions.child.items[x->ask_child.index];
    return content_text(m->language, "question", q->id, "text", q->text);
}

static const char *look_of(const struct model *m, const struct indicator *x) {
    return content_text(m->language, "indicator", x->id, "look", x->look);
}

static void show_ask(struct ui *ui, const struct model *m, const char *key, const char *question) {
    const char *line = quoted(ui, question);
    if (!model_may_ask(m))
        line = model_not_now(m);
    ui_more_title(ui, tr(m->language, "Ask"));
    ui_say(ui, key, tr(m->language, "Ask"), &line, 1);
    ui_gap(ui, gap(ui));
}

static void show_look_first(struct ui *ui, const struct model *m, const struct indicator *x) {
    const char *look = look_of(m, x), *label = tr(m->language, "Look or listen for");
    ui_more_title(ui, label);
    ui_say(ui, ui_key(ui, "signs/%s/look", x->id), label, &look, 1);
    ui_gap(ui, gap(ui));
}

/* ---- notices: enough to act, perhaps a child */

#define NOTICE_PAD 5 /* round its button */

struct notice {
    const char *key;
    enum icon icon;
    const char *bold, *text;
    struct button button;
};

static float notice_height(const struct ui *ui) {
    return ui_control(ui, 48, 1) + 2 * NOTICE_PAD;
}

/* A sunken bar with an edge; the button stands at its end, or below where there is no room. */
static bool show_notice(struct ui *ui, const struct notice *n) {
    float pad = SPACE_3, size = ui_icon_size(ui), indent = size + 12, button = ui_button_width(ui, &n->button),
          control = ui_control(ui, 48, 1);
    float w = ui->region->w - 2 * pad - indent, words = w - button - SPACE_2;
    bool beside = words >= 200 * ui->text;
    const char *text = n->text ? ui_key(ui, "%s %s", n->bold, n->text) : n->bold;
    const struct paragraph *p = ui_paragraph(ui, TYPE_BODY, text, beside ? words : w, (int)strlen(n->bold));
    ui_more_title(ui, n->bold);
    float height = ui_paragraph_height(ui, p), inner = beside ? fmaxf(height, control) : height + SPACE_2 + control;
    struct rect box = ui_place(ui, inner + 2 * NOTICE_PAD);
    float y = beside ? box.y + (box.h - height) / 2 : box.y + NOTICE_PAD;
    ui_draw_box(ui, box, PAINT_SUNKEN, PAINT_EDGE, (float)ui->lines.edge, RADIUS_CONTROL);
    ui_node(ui, ROLE_BAND, n->key, text, box);
    ui_draw_icon(ui, n->icon, box.x + pad, y + (ui_lines(ui, TYPE_BODY, 1) - size) / 2, size, PAINT_TEXT, PAINT_SUNKEN);
    ui_draw_paragraph(ui, box.x + pad + indent, y, PAINT_TEXT, p, 0, p->line_count, beside ? words : w);
    struct rect at = { box.x + box.w - NOTICE_PAD - button, box.y + (box.h - control) / 2, button, control };
    if (!beside)
        at = (struct rect){ box.x + pad, box.y + box.h - NOTICE_PAD - control, fminf(button, box.w - 2 * pad), control };
    bool pressed = ui_button_in(ui, at, &n->button);
    ui_gap(ui, gap(ui));
    return pressed;
}

static struct action show_enough(struct ui *ui, const struct model *m) {
    struct notice n = {
        .key = "signs/enough",
        .icon = ICON_TICK,
        .bold = tr(m->language, "Enough to act."),
        .text = session_on_file(m->session) ? tr(m->language, "You can stop looking.") : tr(m->language, "You can stop asking."),
        .button = { .key = "signs/enough/next", .label = tr(m->language, "Next step"), .kind = BUTTON_SECONDARY, .cap = "F5" },
    };
    return show_notice(ui, &n) ? action_go(SCREEN_NEXT_STEP) : action_none;
}

/* A sign that only children have, noted for an adult (rulings 14). */
static bool asks_age(const struct model *m, int sign) {
    bool adult = session_fact(m->session, FACT_AGE) == fact_value_find(FACT_AGE, "adult");
    return adult && sign_of(m, sign)->who == WHO_CHILD && session_sign(m->session, sign) == STATE_NOTED;
}

static struct action show_age(struct ui *ui, const struct model *m) {
    struct notice n = {
        .key = "signs/age",
        .icon = ICON_CHILD,
        .bold = tr(m->language, "May the person be under 18?"),
        .text = tr(m->language, "Or is a child with the person? Then begin a case for the child."),
        .button = { .key = "signs/age/who", .label = trc(m->language, "step", "Who"), .kind = BUTTON_SECONDARY },
    };
    return show_notice(ui, &n) ? action_go(SCREEN_WHO) : action_none;
}

/* ---- why, and care */

/* How high notes side by side, or under each other, will be. */
static float notes_height(struct ui *ui, const char *a, const char *b) {
    bool beside = ui->region->w / ui->text >= 640;
    float w = beside ? floorf((ui->region->w - SPACE_5) / 2) : ui->region->w, heading = ui_lines(ui, TYPE_BUTTON, 1);
    float x = ui_paragraph_height(ui, ui_paragraph(ui, TYPE_BODY, a, w, 0)),
          y = ui_paragraph_height(ui, ui_paragraph(ui, TYPE_BODY, b, w, 0));
    return (beside ? heading + fmaxf(x, y) : 2 * heading + x + y + SPACE_3) + gap(ui);
}

/* The height of the answers with the ways of knowing, whether these show or not. */
static float answers_height(const struct ui *ui) {
    float key = ui_control(ui, ui->portrait ? 84 : 48, 1), label = ui_lines(ui, TYPE_BUTTON, 1) + SPACE_2;
    float labels = ui->room >= ROOM_REGULAR ? 2 * label : label;
    int rows = ui->region->w / ui->text >= 600 ? 3 : 6;
    return labels + (float)rows * key + (float)(rows - 2) * SPACE_2 + 2 * gap(ui) + ui_control(ui, 48, 1);
}

/* A little less than a region pins at most (flow.c). */
static float pinned_most(const struct ui *ui) {
    return (ui->region->box.h - 2 * ui->region->pad) * 0.64f;
}

static bool has_room_for_answers(const struct ui *ui) {
    return answers_height(ui) <= pinned_most(ui);
}

/* What is left of the region above them. */
static float room_left(const struct ui *ui) {
    const struct region *r = ui->region;
    return r->box.y + r->box.h - r->pad - answers_height(ui) - SPACE_2 - r->y;
}

static const char *why_of(const struct model *m, const struct indicator *x) {
    return content_text(m->language, "indicator", x->id, "why", x->why);
}

static const char *caution_of(const struct model *m, const struct indicator *x) {
    return content_text(m->language, "indicator", x->id, "caution", x->caution);
}

static void show_care(struct ui *ui, const struct model *m, const struct indicator *x) {
    struct note_column columns[] = {
        { ICON_WHY, tr(m->language, "Why it matters"), why_of(m, x) },
        { ICON_CARE, tr(m->language, "Other reasons, and care"), caution_of(m, x) },
    };
    ui_more_title(ui, columns[0].heading);
    ui_two_notes(ui, ui_key(ui, "signs/%s/care", x->id), columns, 2);
    ui_gap(ui, gap(ui));
}

static void show_look(struct ui *ui, const struct model *m, const struct indicator *x) {
    struct note_column columns[] = {
        { ICON_SEEN, tr(m->language, "Look or listen for"), look_of(m, x) },
        { ICON_DOCUMENT, tr(m->language, "Sources"), source_keys(ui, m, &x->sources) },
    };
    ui_more_title(ui, columns[0].heading);
    ui_two_notes(ui, ui_key(ui, "signs/%s/look", x->id), columns, 2);
    ui_gap(ui, gap(ui));
}

/* When the sign was so; only where it matters enough to open what is folded. */
static struct action show_when(struct ui *ui, const struct model *m, int sign) {
    const struct slot *s = session_get(m->session, SLOT_SIGN, sign);
    struct key_item items[3];
    struct key_group g = {
        .key = ui_key(ui, "signs/%s/when", sign_of(m, sign)->id), .label = tr(m->language, "When was it?"), .items = items, .count = 3
    };
    for (int i = 0; i < 3; i++)
        items[i] = (struct key_item){ .id = when_words.words[i], .label = trc(m->language, "when", when_labels[i]), .on = s->when == i };
    ui_label(ui, g.label, NULL);
    int pressed = ui_joined(ui, &g);
    ui_gap(ui, gap(ui));
    if (pressed < 0 || pressed == s->when)
        return action_none;
    struct slot value = *s;
    value.when = pressed;
    return action_answer(ui, SLOT_SIGN, sign, value, kept_words(ui, m, sign_name(m, sign), items[pressed].label));
}

/* What stands between the question and the answers, as far as there is room for it. */
struct middle {
    bool enough, age;
    bool fits; /* why and care can be read without moving the answers */
    bool open; /* they are */
    bool bar;  /* the bar that opens them has room too; else F2 does it alone */
    bool look; /* what to look for stands above already */
};

static struct middle plan_middle(struct ui *ui, const struct model *m, int sign, bool look) {
    struct middle p = { .enough = model_enough(m), .age = asks_age(m, sign), .look = look };
    const struct indicator *x = sign_of(m, sign);
    float room = room_left(ui) - (notice_height(ui) + gap(ui)) * (float)(p.enough + p.age);
    p.fits = notes_height(ui, why_of(m, x), caution_of(m, x)) - gap(ui) <= room;
    p.open = (ui->room >= ROOM_REGULAR && p.fits && !p.enough) != m->view->more;
    bool room_for_bar = room >= TARGET_LEAST || (!p.enough && (ui->touched || !has_room_for_answers(ui)));
    p.bar = (!p.fits || p.enough || !p.open) && room_for_bar;
    return p;
}

static struct action show_bar(struct ui *ui, const struct model *m, const struct middle *p) {
    struct disclosure d = { .key = "signs/care", .label = tr(m->language, "Why, and care"), .open = p->open, .shortcut = true };
    struct action more = { .kind = ACTION_MORE };
    if (p->bar) {
        ui_more_title(ui, d.label);
        bool pressed = ui_disclosure(ui, &d);
        ui_gap(ui, gap(ui));
        return pressed ? more : action_none;
    }
    return ui_shortcut(ui, d.key, d.label, (struct shortcut){ KEY_F2, false }) ? more : action_none;
}

static struct action show_middle(struct ui *ui, const struct model *m, int sign, const struct middle *p) {
    const struct indicator *x = sign_of(m, sign);
    struct action out = show_bar(ui, m, p);
    if (p->open)
        show_care(ui, m, x);
    if (p->age)
        action_take(&out, show_age(ui, m));
    if (p->enough)
        action_take(&out, show_enough(ui, m));
    if (m->view->more && session_sign(m->session, sign) == STATE_NOTED)
        action_take(&out, show_when(ui, m, sign));
    bool room = notes_height(ui, look_of(m, x), source_keys(ui, m, &x->sources)) - gap(ui) <= room_left(ui);
    if (!p->look && (room || (p->open && !p->fits)))
        show_look(ui, m, x);
    return out;
}

/* ---- the answer */

static struct action answer_sign(struct ui *ui, const struct model *m, int sign, struct slot value, const char *words) {
    return action_answer(ui, SLOT_SIGN, sign, value, kept_words(ui, m, sign_name(m, sign), words));
}

/* The same key again takes the answer back. How a sign is known belongs to the answer "noted";
 * the person's own words stay whatever the answer is. */
static struct action change_state(struct ui *ui, const struct model *m, int sign, int pressed) {
    struct slot value = *session_get(m->session, SLOT_SIGN, sign);
    bool back = value.value == pressed + 1;
    value.value = back ? STATE_NOT_ASKED : pressed + 1;
    value.known = 0;
    value.when = WHEN_NOW;
    return answer_sign(ui, m, sign, value, back ? "" : trc(m->language, "answer key", state_keys[pressed + 1]));
}

static struct action show_states(struct ui *ui, const struct model *m, int sign) {
    struct key_item items[STATE_COUNT - 1];
    int now = session_sign(m->session, sign);
    struct key_group g = {
        .key = ui_key(ui, "signs/%s", sign_of(m, sign)->id),
        .label = tr(m->language, "What do you note?"),
        .digits = "signs/answer",
        .items = items,
        .count = STATE_COUNT - 1,
        .columns = 3,
    };
    for (int s = STATE_NOTED; s < STATE_COUNT; s++)
        items[s - 1] = (struct key_item){
            .id = state_words.words[s],
            .label = trc(m->language, "answer key", state_keys[s]),
            .icon = state_icon((enum state)s),
            .cap = '0' + s,
            .on = now == s,
        };
    if (ui->room >= ROOM_REGULAR)
        ui_label(ui, g.label, NULL);
    else
        ui_more_title(ui, g.label);
    int pressed = ui_keys(ui, &g);
    ui_gap(ui, gap(ui));
    return pressed < 0 ? action_none : change_state(ui, m, sign, pressed);
}

static struct action show_known(struct ui *ui, const struct model *m, int sign) {
    struct slot value = *session_get(m->session, SLOT_SIGN, sign);
    struct key_group g = known_group(ui, m, ui_key(ui, "signs/%s/known", sign_of(m, sign)->id), "signs/answer", value.known);
    ui_label(ui, g.label, NULL);
    int pressed = ui_keys(ui, &g);
    ui_gap(ui, SPACE_2);
    if (pressed < 0)
        return action_none;
    value.known ^= BIT(pressed);
    return answer_sign(ui, m, sign, value, value.known & BIT(pressed) ? g.items[pressed].label : "");
}

/* The field in which the person's words are kept; true when others were written. */
static bool show_words(struct ui *ui, const struct model *m, const char *key, struct slot *value) {
    const char *text;
    struct text_field f = {
        .key = key,
        .label = tr(m->language, "Own words"),
        .value = value->text,
        .limit = SESSION_TEXT_MAX,
        .lines = 1,
        .inside = true,
        .cap = "+",
        .shortcut = { KEY_PLUS, false },
    };
    if (!ui_field(ui, &f, &text))
        return false;
    value->text = *text ? arena_string(&ui->p->arena, text) : NULL;
    return true;
}

static struct action show_sign_words(struct ui *ui, const struct model *m, int sign) {
    struct slot value = *session_get(m->session, SLOT_SIGN, sign);
    if (!show_words(ui, m, ui_key(ui, "signs/%s/words", sign_of(m, sign)->id), &value))
        return action_none;
    return answer_sign(ui, m, sign, value, value.text ? tr(m->language, "own words") : "");
}

/* Will the answers, with so much more below them, stand at the lower edge? Where they would take
 * too much of the region they follow in the flow, and reading begins at the top. */
static bool is_pinned(const struct ui *ui, float more) {
    const struct region *r = ui->region;
    if (r->pinned < 0 || r->pinned >= r->block_count)
        return false;
    return r->y - r->blocks[r->pinned].y + more <= pinned_most(ui);
}

static struct action show_answers(struct ui *ui, const struct model *m, int sign) {
    bool noted = session_sign(m->session, sign) == STATE_NOTED;
    float known = ui_lines(ui, TYPE_BUTTON, 1) + 2 * SPACE_2 + ui_control(ui, ui->portrait ? 84 : 48, 1);
    struct action out = show_states(ui, m, sign);
    if (noted)
        action_take(&out, show_known(ui, m, sign));
    action_take(&out, show_sign_words(ui, m, sign));
    /* The room of the ways of knowing stays free, so that nothing moves when they come. */
    if (!noted && is_pinned(ui, known))
        ui_place(ui, known);
    return out;
}

/* ---- the open question */

static const char *open_question_of(const struct model *m) {
    const struct setting *s = model_setting(m);
    if (!model_is_child(m) || m->pack->questions.child.count == 0)
        return content_text(m->language, "setting", s->id, "open-question", s->open_question);
    const struct question *q = &m->pack->questions.child.items[m->pack->questions.open.index];
    return content_text(m->language, "question", q->id, "text", q->text);
}

/* "Not asked" is no key: it is what stands there while none is down. */
static struct action show_help_keys(struct ui *ui, const struct model *m) {
    const struct fact_info *f = &facts[FACT_WISH_HELP];
    int now = session_fact(m->session, FACT_WISH_HELP), values[8], count = 0;
    struct key_item items[8];
    for (int v = 1; v <= f->value_count && count < 8; v++) {
        if (!strcmp(f->values[v - 1].word, "not-asked"))
            continue;
        items[count] = (struct key_item){
            .id = f->values[v - 1].word, .label = fact_answer(m, FACT_WISH_HELP, v), .cap = '1' + count, .on = now == v
        };
        values[count++] = v;
    }
    const char *question =
        tr(m->language, "Has the person, unasked, sought help to get away from someone, or said they are forced, held or used?");
    struct key_group g = {
        .key = ui_key(ui, "signs/%s", f->path), .label = question, .digits = "signs/answer", .items = items, .count = count, .columns = 3
    };
    ui_label(ui, question, NULL);
    int pressed = ui_keys(ui, &g);
    ui_gap(ui, gap(ui));
    if (pressed < 0)
        return action_none;
    int value = now == values[pressed] ? 0 : values[pressed];
    return action_answer(ui, SLOT_FACT, FACT_WISH_HELP, (struct slot){ .value = value },
                         kept_words(ui, m, tr(m->language, "Asked for help"), fact_answer(m, FACT_WISH_HELP, value)));
}

static struct action show_open_words(struct ui *ui, const struct model *m) {
    int field = detail_find(m, "own-words");
    if (field < 0)
        return action_none;
    struct slot value = *detail_slot(m, field);
    if (!show_words(ui, m, "signs/own-words", &value))
        return action_none;
    return action_answer(ui, SLOT_DETAIL, m->pack->note.fields.items[field].detail, value,
                         kept_words(ui, m, detail_label(m, field), value.text ? tr(m->language, "written") : ""));
}

static const char *open_question_hint(const struct model *m) {
    if (session_on_file(m->session))
        return tr(m->language, "Does the file hold words of the person? Write them down as they stand there.");
    return model_asking_over(m) ? tr(m->language, "Listen. Write down the words as they were said.")
                                : tr(m->language, "Then wait and listen. Write down the words as they were said.");
}

static struct action show_open_question(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    ui_heading(ui, "signs/open-question", tr(m->language, "One open question"), NULL);
    ui_gap(ui, gap(ui) - SPACE_2);
    if (!model_asking_over(m))
        show_ask(ui, m, "signs/open-question/ask", open_question_of(m));
    ui_words(ui, "signs/open-question/hint", TYPE_BODY, PAINT_TEXT, open_question_hint(m), 0);
    ui_gap(ui, gap(ui));
    if (model_enough(m))
        action_take(&out, show_enough(ui, m));
    ui_pin(ui);
    action_take(&out, show_help_keys(ui, m));
    action_take(&out, show_open_words(ui, m));
    return out;
}

/* ---- the sheet */

/* Is there room for the question and for the stop line? Else the stop line takes its place. */
static bool has_room_for_both(struct ui *ui, const char *question) {
    const struct paragraph *p = ui_paragraph(ui, TYPE_LEAD, question, ui->region->w - SPACE_4, 0);
    float ask = ui_lines(ui, TYPE_BUTTON, 1) + ui_paragraph_height(ui, p) + 4 + gap(ui);
    return !has_room_for_answers(ui) || ask + notice_height(ui) <= room_left(ui);
}

/* Where nothing is asked, what to look for takes the place of the question; is it shown there? */
static bool show_ask_or_look(struct ui *ui, const struct model *m, const struct indicator *x) {
    const char *question = model_asking_over(m) ? NULL : question_of(m, x);
    bool enough = model_enough(m);
    if (question && (!enough || has_room_for_both(ui, question)))
        show_ask(ui, m, ui_key(ui, "signs/%s/ask", x->id), question);
    else if (!enough)
        show_look_first(ui, m, x);
    return !question && !enough;
}

static struct action show_sign(struct ui *ui, const struct model *m, int sign) {
    const struct indicator *x = sign_of(m, sign);
    ui_heading(ui, ui_key(ui, "signs/%s/statement", x->id), content_text(m->language, "indicator", x->id, "statement", x->statement), NULL);
    ui_gap(ui, gap(ui) - SPACE_2);
    bool look = show_ask_or_look(ui, m, x);
    struct middle p = plan_middle(ui, m, sign, look);
    struct action out = show_middle(ui, m, sign, &p);
    /* What was opened although there is no room for it is to be read; the answers follow. */
    if (p.fits || !p.open)
        ui_pin(ui);
    action_take(&out, show_answers(ui, m, sign));
    return out;
}

struct action sign_sheet_show(struct ui *ui, const struct model *m, const struct sign_list *l, int row) {
    struct action out = row == l->count ? show_open_question(ui, m) : show_sign(ui, m, l->signs[row]);
    ui_default_focus(ui, sign_list_answer_key(ui, m, l, row));
    return out;
}
