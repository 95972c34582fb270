/* The booth lane (rulings 8): what can be seen and heard from the booth in seconds, under neutral
 * nouns; then danger, the second line, or goodbye. Nothing is asked beside the companion. */
#include "core/booth_code.h"

#include "core/fact.h"
#include "screens/asking.h"
#include "screens/reasons.h"
#include "screens/words.h"

static const char *row_noun(const struct model *m, const struct lane_row *r) {
    return content_text(m->language, "lane row", r->id, "noun", r->noun);
}

/* ---- answers */

/* A press notes the row; again takes it back. */
static struct action switch_row(struct ui *ui, const struct model *m, int i) {
    const struct lane_row *r = &model_lane(m)->lane.items[i];
    bool noted = session_sign(m->session, r->sign.index) == STATE_NOTED;
    struct slot value = { 0 };
    if (!noted)
        value = booth_noted(r, m->language);
    return action_answer(ui, SLOT_SIGN, r->sign.index, value,
                         kept_words(ui, m, row_noun(m, r), noted ? "" : trc(m->language, "answer key", state_keys[STATE_NOTED])));
}

/* "Looked or asked: no" for the rows that are still open. */
static struct action nothing_else(struct ui *ui, const struct model *m) {
    const struct setting *s = model_lane(m);
    struct answer *answers = arena_alloc(&ui->p->arena, (size_t)s->lane.count, sizeof *answers);
    int count = 0;
    for (int i = 0; i < s->lane.count; i++)
        if (session_sign(m->session, s->lane.items[i].sign.index) == STATE_NOT_ASKED)
            answers[count++] = (struct answer){ SLOT_SIGN, s->lane.items[i].sign.index, { .value = STATE_NOT_NOTED } };
    if (count == 0)
        return action_none;
    return (
        struct action){ .kind = ACTION_ANSWER, .answers = answers, .answer_count = count, .kept = tr(m->language, "Nothing else seen") };
}

static struct action switch_age(struct ui *ui, const struct model *m) {
    int maybe = fact_value_find(FACT_AGE, "maybe-child"), now = session_fact(m->session, FACT_AGE);
    return action_answer(
        ui, SLOT_FACT, FACT_AGE, (struct slot){ .value = now == maybe ? 0 : maybe },
        kept_words(ui, m, trc(m->language, "fact", facts[FACT_AGE].label), fact_answer(m, FACT_AGE, now == maybe ? 0 : maybe)));
}

/* In the booth nobody finds out which: help is called, and whoever comes looks. */
static struct action switch_danger(struct ui *ui, const struct model *m) {
    const struct setting *s = model_lane(m);
    bool on = booth_of(m->session).danger;
    int count = booth_danger_count(s);
    struct answer *answers = arena_alloc(&ui->p->arena, (size_t)count, sizeof *answers);
    for (int i = 0; i < count; i++)
        answers[i] = (struct answer){ SLOT_DANGER, s->tiles.items[i].index, { .value = on ? DANGER_NOT_ASKED : DANGER_UNSURE } };
    return (struct action){ .kind = ACTION_ANSWER,
                            .answers = answers,
                            .answer_count = count,
                            .kept = on ? kept_words(ui, m, tr(m->language, "Danger or doctor"), "") : tr(m->language, "Danger or doctor") };
}

/* ---- what shows */

static struct action show_rows(struct ui *ui, const struct model *m, float below) {
    const struct setting *s = model_lane(m);
    struct lane_key *rows = arena_alloc(&ui->p->arena, (size_t)s->lane.count, sizeof *rows);
    for (int i = 0; i < s->lane.count; i++) {
        const struct lane_row *r = &s->lane.items[i];
        enum state state = session_sign(m->session, r->sign.index);
        rows[i] = (struct lane_key){
            .key = ui_key(ui, "booth/%s", r->id),
            .noun = row_noun(m, r),
            .text = content_text(m->language, "lane row", r->id, "text", r->text),
            .end = state == STATE_NOT_ASKED ? trc(m->language, "booth", "Open") : sign_state_words(ui, m, r->sign.index),
            .on = state == STATE_NOTED,
        };
    }
    int pressed = ui_lane(ui, rows, s->lane.count, m->view->more, below);
    return pressed < 0 ? action_none : switch_row(ui, m, pressed);
}

static void show_danger(struct ui *ui, const struct model *m) {
    if (m->assessment->urgency != URGENCY_NOW)
        return;
    ui_panel(ui, SPACE_3);
    outcome_steps(ui, m, "booth/step", m->assessment->outcome);
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
}

/* Below the rows: what a press does, and one key for all that is open. */
static struct action show_foot(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    ui_gap(ui, SPACE_3);
    if (ui_button(ui, &(struct button){ .key = "booth/nothing",
                                        .label = tr(m->language, "Nothing else seen"),
                                        .kind = BUTTON_SECONDARY,
                                        .cap = "0",
                                        .shortcut = { '0', false } }))
        out = nothing_else(ui, m);
    return out;
}

struct action booth_show(struct ui *ui, const struct model *m) {
    struct frame_footer f = {
        .no_back = true,
        .lead = { .key = "booth/danger",
                  .label = tr(m->language, "Danger or doctor"),
                  .kind = BUTTON_SECONDARY,
                  .icon = booth_of(m->session).danger ? ICON_TICK : ICON_ATTENTION,
                  .cap = "9",
                  .shortcut = { '9', false } },
        .lead_action = switch_danger(ui, m),
        .second = { .key = "booth/finish", .label = tr(m->language, "Finish"), .kind = BUTTON_SECONDARY },
        .second_action = { .kind = ACTION_FINISH },
        .next = tr(m->language, "To the second line"),
        .action = action_go(SCREEN_BOOTH_CODE),
    };
    struct action out = frame_top(ui, m, NULL);
    if (ui_pressed(ui, "bar/extra"))
        action_take(&out, switch_age(ui, m));
    action_take(&out, frame_footer(ui, m, &f));
    if (ui_shortcut(ui, "booth/texts", tr(m->language, "Full text of the rows"), (struct shortcut){ KEY_F2, false }))
        action_take(&out, (struct action){ .kind = ACTION_MORE });
    if (ui_shortcut(ui, "booth/leave", tr(m->language, "Back"), (struct shortcut){ KEY_ESCAPE, false }))
        action_take(&out, (struct action){ .kind = ACTION_BACK });
    ui_region(ui, "booth", ui_body(ui));
    frame_problem(ui, m);
    ui_title(ui, tr(m->language, "What do you see and hear?"), tr(m->language, "Your usual questions are enough."));
    show_danger(ui, m);
    action_take(&out, show_rows(ui, m, ui_control(ui, 48, 1) + SPACE_3));
    action_take(&out, show_foot(ui, m));
    ui_region_end(ui);
    if (model_lane(m)->lane.count > 0)
        ui_default_focus(ui, ui_key(ui, "booth/%s", model_lane(m)->lane.items[0].id));
    return out;
}

/* ---- the code */

/* The letters as the spelling alphabet of radio and telephone says them (ICAO, ITU). */
static const char *spelled(char letter) {
    static const char *const words[] = { "Alfa",    "Bravo", "Charlie", "Delta",  "Echo",     "Foxtrot", "Golf",   "Hotel",  "India",
                                         "Juliett", "Kilo",  "Lima",    "Mike",   "November", "Oscar",   "Papa",   "Quebec", "Romeo",
                                         "Sierra",  "Tango", "Uniform", "Victor", "Whiskey",  "X-ray",   "Yankee", "Zulu" };
    return words[letter - 'A'];
}

static const char *spelled_code(struct ui *ui, const char *code) {
    const char *words = "";
    for (const char *at = code; *at; at++) {
        if (*at == ' ')
            continue;
        const char *word = *at >= 'A' && *at <= 'Z' ? spelled(*at) : ui_key(ui, "%c", *at);
        words = *words ? words_comma(ui, words, word) : word;
    }
    return words;
}

static void show_fact(struct ui *ui, const char *key, const char *text) {
    ui_fact_row(ui, &(struct row){ .key = key, .icon = ICON_TICK, .label = text });
}

static const char *carries(struct ui *ui, const struct model *m, int rows) {
    struct fill count = { "count", ui_key(ui, "%d", rows) };
    return ui_fill(ui,
                   trn(m->language, "It carries the row, danger, and \xE2\x80\x9Cmay be under 18\xE2\x80\x9D.",
                       "It carries the {count} rows, danger, and \xE2\x80\x9Cmay be under 18\xE2\x80\x9D.", (unsigned long)rows),
                   &count, 1);
}

/* What the traveller hears who is sent to the second line, or goes on. */
static void show_goodbye(struct ui *ui, const struct model *m) {
    line_list begin = session_begin(&ui->p->arena, m->session, model_is_child(m));
    const char **lines = arena_alloc(&ui->p->arena, (size_t)begin.count, sizeof *lines);
    for (int i = 0; i < begin.count; i++)
        lines[i] = quoted(ui, content_text(m->language, "line", begin.items[i].id, "text", begin.items[i].text));
    ui_panel(ui, SPACE_4);
    ui_say(ui, "booth-code/goodbye", tr(m->language, "Say"), lines, begin.count);
    ui_panel_end(ui);
}

static void show_code(struct ui *ui, const struct model *m, const char *code) {
    ui_panel(ui, SPACE_4);
    ui_words(ui, "booth-code/code", TYPE_DISPLAY, PAINT_TEXT, ui_key(ui, "%s", code), 0);
    ui_words(ui, "booth-code/spelled", TYPE_LEAD, PAINT_QUIET, spelled_code(ui, code), 0);
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
    ui_words(ui, "booth-code/say", TYPE_BODY, PAINT_TEXT,
             tr(m->language, "Say it by telephone, or write it on a slip of your own. Never into the passport."), 0);
    ui_gap(ui, SPACE_3);
    ui_panel(ui, SPACE_3);
    show_fact(ui, "booth-code/carries", carries(ui, m, model_lane(m)->lane.count));
    show_fact(ui, "booth-code/nobody", tr(m->language, "It carries no name, no words, no number of a document."));
    ui_panel_end(ui);
    ui_gap(ui, SPACE_3);
    ui_words(ui, "booth-code/then", TYPE_BODY, PAINT_QUIET,
             tr(m->language, "Typed in there, it opens the case. Finish, and nothing stays here."), 0);
}

struct action booth_code_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 1, false }, { 1, false } };
    struct booth b = booth_of(m->session);
    char code[BOOTH_CODE_SIZE];
    struct frame_footer f = { .next = tr(m->language, "Finish"), .action = { .kind = ACTION_FINISH } };
    booth_code_write(model_lane(m), &b, code);
    struct action out = frame_top(ui, m, NULL);
    if (ui_pressed(ui, "bar/extra"))
        action_take(&out, switch_age(ui, m));
    action_take(&out, frame_footer(ui, m, &f));
    ui_columns(ui, "booth-code", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    float top = ui->region->y;
    ui_title(ui, tr(m->language, "Code for the second line"), NULL);
    float title = ui->region->y - top;
    show_code(ui, m, code);
    ui_next_column(ui);
    if (ui->columns.side_by_side)
        ui_place(ui, title);
    show_goodbye(ui, m);
    ui_columns_end(ui);
    return out;
}
