/* Safety first: three tiles for what cannot wait, the other questions behind F2, and what to do
 * now or today. The officer says what was seen or told; nothing here is asked of the person. */
#include "screens/asking.h"
#include "screens/reasons.h"
#include "screens/words.h"

#define TILES_MAX 4           /* ui_tiles() */
#define ROW_PAD (SPACE_3 + 4) /* of tiles and rows, so that all words stand in one line */
#define ANSWERS (DANGER_NONE_NOTED - DANGER_YES + 1)

/* TRANSLATORS: in the middle of a sentence, behind names and a colon: "Doctor now: unsure." */
static const char *const answer_words[] = {
    NC_("danger in a sentence", "not asked yet"),
    NC_("danger in a sentence", "yes"),
    NC_("danger in a sentence", "unsure"),
    NC_("danger in a sentence", "nothing seen or told"),
};

/* ---- the questions */

static bool is_tile(const struct model *m, int danger) {
    return refs_have(&model_setting(m)->tiles, danger);
}

/* Safety comes before the age is known; until then the questions about a child stand there too. */
static bool is_meant(const struct model *m, int danger) {
    const struct danger_question *q = &m->pack->dangers.items[danger];
    return model_is_meant(m, q->settings, session_fact(m->session, FACT_AGE) ? q->who : WHO_ANY);
}

static bool is_open(const struct model *m, int danger) {
    return is_meant(m, danger) && session_danger(m->session, danger) == DANGER_NOT_ASKED;
}

static const char *danger_row(const struct model *m, int danger) {
    const struct danger_question *q = &m->pack->dangers.items[danger];
    return content_text(m->language, "danger", q->id, "row", q->row);
}

/* ---- words */

/* "Doctor now: unsure." */
static const char *answer_sentence(struct ui *ui, const struct model *m, const char *names, enum danger answer) {
    struct fill fills[] = { { "names", names }, { "answer", trc(m->language, "danger in a sentence", answer_words[answer]) } };
    /* TRANSLATORS: "Danger now, Child in danger: nothing seen or told." */
    return ui_fill(ui, tr(m->language, "{names}: {answer}."), fills, 2);
}

/* The tiles in one line; those with one answer share a sentence, and what is urgent comes first. */
static const char *tiles_in_words(struct ui *ui, const struct model *m) {
    static const enum danger order[] = { DANGER_YES, DANGER_UNSURE, DANGER_NONE_NOTED, DANGER_NOT_ASKED };
    const struct refs *tiles = &model_setting(m)->tiles;
    struct buffer b = { .arena = &ui->p->arena };
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const char *names = "";
        for (int t = 0; t < tiles->count; t++)
            if (session_danger(m->session, tiles->items[t].index) == order[i])
                names = *names ? words_comma(ui, names, danger_name(m, tiles->items[t].index)) : danger_name(m, tiles->items[t].index);
        if (!*names)
            continue;
        buffer_add(&b, b.size ? " " : "");
        buffer_add(&b, answer_sentence(ui, m, names, order[i]));
    }
    return buffer_text(&b);
}

/* ---- answering */

static const char *danger_key(struct ui *ui, const struct model *m, int danger) {
    return ui_key(ui, "safety/%s", m->pack->dangers.items[danger].id);
}

static struct key_group danger_keys(struct ui *ui, const struct model *m, int danger) {
    enum danger now = session_danger(m->session, danger);
    struct key_item *items = arena_alloc(&ui->p->arena, ANSWERS, sizeof *items);
    for (int a = DANGER_YES; a <= DANGER_NONE_NOTED; a++)
        items[a - DANGER_YES] = (struct key_item){
            .id = danger_words.words[a], .label = trc(m->language, "danger", danger_labels[a]), .cap = '0' + a, .on = a == (int)now
        };
    return (struct key_group){
        .key = danger_key(ui, m, danger),
        .label = danger_row(m, danger),
        .set = "safety",
        .items = items,
        .count = ANSWERS,
        .columns = 1,
        .height = 56,
    };
}

/* Where the eye and the keyboard begin, among the tiles or the other questions: at what is open;
 * where nothing is, at the first. */
static const char *first_key(struct ui *ui, const struct model *m, bool tiles) {
    const struct refs *order = &model_setting(m)->tiles;
    int first = -1, count = tiles ? order->count : m->pack->dangers.count;
    for (int k = 0; k < count; k++) {
        int i = tiles ? order->items[k].index : k; /* in the order in which they stand */
        if (!is_meant(m, i) || is_tile(m, i) != tiles)
            continue;
        if (first < 0 || (is_open(m, i) && !is_open(m, first)))
            first = i;
    }
    if (first < 0)
        return NULL;
    enum danger now = is_open(m, first) ? DANGER_YES : session_danger(m->session, first);
    return ui_key(ui, "%s/%s", danger_key(ui, m, first), danger_words.words[now]);
}

/* Opens or closes the other questions; the keyboard goes where something is open. */
static struct action toggle_more(struct ui *ui, const struct model *m) {
    return (struct action){ .kind = ACTION_MORE, .focus = first_key(ui, m, m->view->more) };
}

/* The same key again takes the answer back. */
static struct action answer(struct ui *ui, const struct model *m, int danger, int pressed) {
    int now = (int)session_danger(m->session, danger), value = pressed + DANGER_YES;
    if (pressed < 0)
        return action_none;
    if (value == now)
        value = DANGER_NOT_ASKED;
    const char *words = value == DANGER_NOT_ASKED ? "" : trc(m->language, "danger", danger_labels[value]);
    return action_answer(ui, SLOT_DANGER, danger, (struct slot){ .value = value }, kept_words(ui, m, danger_name(m, danger), words));
}

/* "Nothing seen or told" for all that is open, as one step. */
static struct action answer_open(struct ui *ui, const struct model *m) {
    struct answer *answers = arena_alloc(&ui->p->arena, (size_t)m->pack->dangers.count, sizeof *answers);
    int count = 0;
    for (int i = 0; i < m->pack->dangers.count; i++)
        if (is_open(m, i))
            answers[count++] = (struct answer){ SLOT_DANGER, i, { .value = DANGER_NONE_NOTED } };
    if (count == 0)
        return action_none;
    const char *words = trc(m->language, "danger", danger_labels[DANGER_NONE_NOTED]);
    return (struct action){
        .kind = ACTION_ANSWER,
        .answers = answers,
        .answer_count = count,
        .kept = kept_words(ui, m, tr(m->language, "All that was open"), words),
    };
}

/* Where files are looked at, who is here was asked before. */
static enum screen next_screen(const struct model *m) {
    return model_has_files(m) && session_fact(m->session, FACT_AGE) ? SCREEN_BEGIN : SCREEN_WHO;
}

static struct action show_footer(struct ui *ui, const struct model *m) {
    struct frame_footer f = { .next = tr(m->language, "Go on"), .action = action_go(next_screen(m)), .second_action = answer_open(ui, m) };
    if (f.second_action.kind != ACTION_NONE)
        f.second = (struct button){
            .key = "safety/none",
            .label = tr(m->language, "Nothing seen or told, for all that is open"),
            .kind = BUTTON_SECONDARY,
            .cap = "0",
            .shortcut = { '0', false },
        };
    return frame_footer(ui, m, &f);
}

/* ---- what to do */

/* What asks for action as soon as `effect`, under its heading; true if there was something. */
static bool show_effect(struct ui *ui, const struct model *m, enum effect effect, const char *heading, bool follows) {
    bool any = false;
    for (int i = 0; i < m->pack->dangers.count; i++) {
        const struct danger_question *q = &m->pack->dangers.items[i];
        enum danger now = session_danger(m->session, i);
        if (danger_effect(q, now) != effect)
            continue;
        if (!any && follows) {
            ui_gap(ui, SPACE_2);
            ui_rule(ui);
            ui_gap(ui, SPACE_3);
        }
        ui_join(ui);
        if (!any)
            ui_heading(ui, ui_key(ui, "safety/do-%s", effect_words.words[effect]), heading, NULL);
        ui_icon_words(ui, ui_key(ui, "safety/do/%s", q->id), ICON_ATTENTION, PAINT_TEXT, answer_sentence(ui, m, danger_name(m, i), now),
                      danger_now(m, i));
        ui_join_end(ui);
        ui_gap(ui, SPACE_2);
        any = true;
    }
    return any;
}

static bool show_what_to_do(struct ui *ui, const struct model *m) {
    bool now = show_effect(ui, m, EFFECT_NOW, tr(m->language, "Do now"), false);
    return show_effect(ui, m, EFFECT_TODAY, tr(m->language, "Do today"), now) || now;
}

static bool is_something_to_do(const struct model *m) {
    for (int i = 0; i < m->pack->dangers.count; i++)
        if (danger_effect(&m->pack->dangers.items[i], session_danger(m->session, i)) != EFFECT_NONE)
            return true;
    return false;
}

/* Quiet words at the lower edge; not where they would push away what matters more. */
static void show_at_edge(struct ui *ui, const char *key, const char *words) {
    const struct region *r = ui->region;
    float height = ui_paragraph_height(ui, ui_paragraph(ui, TYPE_BODY, words, r->w, 0));
    if (r->y + SPACE_3 + height > r->box.y + r->box.h - r->pad)
        return;
    ui_pin(ui);
    ui_words(ui, key, TYPE_BODY, PAINT_QUIET, words, 0);
}

/* ---- closed: the tiles */

/* The whole question where there is room for it. */
static const char *tile_text(const struct ui *ui, const struct model *m, int danger) {
    const struct danger_question *q = &m->pack->dangers.items[danger];
    return ui->room >= ROOM_REGULAR ? content_text(m->language, "danger", q->id, "question", q->question) : danger_row(m, danger);
}

static struct action show_tiles(struct ui *ui, const struct model *m) {
    const struct refs *refs = &model_setting(m)->tiles;
    int count = refs->count < TILES_MAX ? refs->count : TILES_MAX, dangers[TILES_MAX];
    struct tile tiles[TILES_MAX];
    for (int i = 0; i < count; i++) {
        dangers[i] = refs->items[i].index;
        struct key_group keys = danger_keys(ui, m, dangers[i]);
        tiles[i] = (struct tile){ danger_name(m, dangers[i]), tile_text(ui, m, dangers[i]), keys, has_focus_in(ui, keys.key) };
    }
    ui_default_focus(ui, first_key(ui, m, true));
    int pressed = ui_tiles(ui, tiles, count);
    return pressed < 0 ? action_none : answer(ui, m, dangers[pressed / 8], pressed % 8);
}

/* Names what it opens, so that nobody has to look inside to know what could be missed. Where
 * something has to be done, that needs the room. */
static struct action show_more(struct ui *ui, const struct model *m) {
    const char *names = "", *end = NULL;
    unsigned long open = 0;
    for (int i = 0; i < m->pack->dangers.count; i++)
        if (is_meant(m, i) && !is_tile(m, i)) {
            names = *names ? words_comma(ui, names, danger_name(m, i)) : danger_name(m, i);
            open += is_open(m, i);
        }
    if (open)
        end = ui_fill(ui, trn(m->language, "{count} not asked yet", "{count} not asked yet", open),
                      (struct fill[]){ { "count", ui_key(ui, "%lu", open) } }, 1);
    struct disclosure d = {
        .key = "safety/more", .label = tr(m->language, "More"), .text = is_something_to_do(m) ? NULL : names, .end = end, .shortcut = true
    };
    return ui_disclosure(ui, &d) ? toggle_more(ui, m) : action_none;
}

static struct action show_closed(struct ui *ui, const struct model *m) {
    ui_region(ui, "safety", ui_body(ui));
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "Safety first"), tr(m->language, "What you see or are told. When unsure, say so."));
    struct action out = show_tiles(ui, m);
    ui_gap(ui, SPACE_3);
    if (is_something_to_do(m)) {
        ui_panel(ui, ROW_PAD);
        show_what_to_do(ui, m);
        ui_panel_end(ui);
        ui_gap(ui, SPACE_3);
    }
    action_take(&out, show_more(ui, m));
    show_at_edge(ui, "safety/hide", tr(m->language, "Can someone else see this screen? Press F9 and go on elsewhere."));
    ui_region_end(ui);
    return out;
}

/* ---- open: the other questions as rows */

/* The title, with the key that closes the list at its end. */
static struct action show_title_fewer(struct ui *ui, const struct model *m) {
    struct button fewer = { .key = "safety/more",
                            .label = tr(m->language, "Fewer"),
                            .kind = BUTTON_QUIET,
                            .icon = ICON_SHUT,
                            .cap = "F2",
                            .shortcut = { KEY_F2, false } };
    struct region *r = ui->region;
    float width = ui_button_width(ui, &fewer), height = ui_control(ui, TARGET_LEAST, 1), top = r->y, w = r->w;
    r->w = w - width - SPACE_3;
    ui_title(ui, tr(m->language, "Safety first"), tiles_in_words(ui, m));
    r->w = w;
    struct rect box = { r->x + w - width, top + (ui_lines(ui, TYPE_TITLE, 1) - height) / 2, width, height };
    return ui_button_in(ui, box, &fewer) ? toggle_more(ui, m) : action_none;
}

static struct action show_rows(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    ui_default_focus(ui, first_key(ui, m, false));
    ui_panel(ui, 0);
    for (int i = 0; i < m->pack->dangers.count; i++) {
        if (!is_meant(m, i) || is_tile(m, i))
            continue;
        struct key_group keys = danger_keys(ui, m, i);
        action_take(&out, answer(ui, m, i, ui_question_row(ui, &keys, keys.label, has_focus_in(ui, keys.key))));
    }
    ui_panel_end(ui);
    return out;
}

static void show_beside(struct ui *ui, const struct model *m) {
    bool panel = !ui->columns.side_by_side; /* else the column is one */
    if (panel && !is_something_to_do(m))
        return;
    if (panel)
        ui_panel(ui, ROW_PAD);
    if (!show_what_to_do(ui, m)) {
        ui_heading(ui, "safety/do-now", tr(m->language, "Do now"), NULL);
        ui_words(ui, "safety/nothing", TYPE_BODY, PAINT_QUIET, tr(m->language, "Nothing so far."), 0);
    }
    if (panel)
        ui_panel_end(ui);
    else
        show_at_edge(ui, "safety/unsure", tr(m->language, "Unsure means now only for what you can check on the spot."));
}

static struct action show_open(struct ui *ui, const struct model *m) {
    struct column columns[] = { { 1, false }, { (ui->room == ROOM_WIDE ? 400 : 280) * ui->text, true } };
    ui_columns(ui, "safety", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    struct action out = show_title_fewer(ui, m);
    action_take(&out, show_rows(ui, m));
    ui_next_column(ui);
    show_beside(ui, m);
    ui_columns_end(ui);
    return out;
}

struct action safety_show(struct ui *ui, const struct model *m) {
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, show_footer(ui, m));
    action_take(&out, m->view->more ? show_open(ui, m) : show_closed(ui, m));
    return out;
}
