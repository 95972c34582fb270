/* Begin: what to say aloud before anything is asked, and whether the talk can be held. */
#include "screens/asking.h"
#include "screens/words.h"

#include "core/fact.h"

static const enum fact questions[] = { FACT_TALK_ALONE, FACT_TALK_MODE, FACT_TALK_AGREED, FACT_WISH_INTERVIEWER_SEX };
#define QUESTIONS (sizeof questions / sizeof *questions)

/* ---- what to say */

/* A line in quotation marks, with what this officer must also report. */
static const char *line_to_say(struct ui *ui, const struct model *m, const struct setting *s, const struct line *l) {
    struct fill duty = { "duty", content_text(m->language, "setting", s->id, "duty", s->duty) };
    return quoted(ui, ui_fill(ui, content_text(m->language, "line", l->id, "text", l->text), &duty, 1));
}

static void show_lines(struct ui *ui, const struct model *m) {
    const struct setting *s = model_setting(m);
    line_list lines = session_begin(&ui->p->arena, m->session, model_is_child(m));
    enum type type = ui->room >= ROOM_REGULAR || ui->portrait ? TYPE_CARD : TYPE_LEAD;
    ui_panel(ui, SPACE_4);
    for (int i = 0; i < lines.count; i++) {
        const struct line *l = &lines.items[i];
        ui_more_title(ui, tr(m->language, "lines to say"));
        ui_numbered(ui, ui_key(ui, "begin/say/%s", l->id), i + 1, type, line_to_say(ui, m, s, l));
    }
    ui_panel_end(ui);
}

/* ---- can the talk be held? */

/* With a file nobody is alone or agrees. Where files are looked at, how the talk is held was asked
 * under Who. */
static bool is_asked(const struct model *m, enum fact fact) {
    return !session_on_file(m->session) && (fact != FACT_TALK_MODE || !model_has_files(m));
}

static void begin_at(struct ui *ui, enum fact fact) {
    ui_default_focus(ui, ui_key(ui, "begin/%s/%s", facts[fact].path, facts[fact].values[0].word));
}

/* The eye begins where something is open; where nothing is, at the first. A wish may stay open. */
static void begin_at_open(struct ui *ui, const struct model *m) {
    for (size_t i = 0; i < QUESTIONS; i++)
        if (questions[i] != FACT_WISH_INTERVIEWER_SEX && is_asked(m, questions[i]) && !session_fact(m->session, questions[i]))
            begin_at(ui, questions[i]);
    if (is_asked(m, questions[0]))
        begin_at(ui, questions[0]);
}

static struct action ask(struct ui *ui, const struct model *m, enum fact fact) {
    if (!is_asked(m, fact))
        return action_none;
    if (fact != questions[0])
        ui_gap(ui, SPACE_4);
    if (ui->room > ROOM_TINY)
        ui_join(ui);
    ui_label(ui, fact_question(m, fact), NULL);
    struct action out = fact_keys(ui, m, "begin", fact, 3);
    ui_join_end(ui);
    return out;
}

static struct action show_questions(struct ui *ui, const struct model *m) {
    struct action out = { 0 };
    for (size_t i = ui->columns.side_by_side ? 0 : 1; i < QUESTIONS; i++)
        action_take(&out, ask(ui, m, questions[i]));
    if (is_asked(m, FACT_TALK_AGREED) && session_fact(m->session, FACT_TALK_AGREED) == fact_value_find(FACT_TALK_AGREED, "no")) {
        ui_gap(ui, SPACE_2);
        ui_words(ui, "begin/refused", TYPE_BODY, PAINT_QUIET,
                 tr(m->language, "Then ask nothing. Signs that can be seen still count, and help stays open."), 0);
    }
    return out;
}

static const char *note_words(const struct model *m) {
    if (session_on_file(m->session))
        return tr(m->language, "Only the file is here. When the person comes in, say so under Who, and begin with these lines.");
    return tr(m->language, "Until you are alone, every question reads \xE2\x80\x9CNot now\xE2\x80\x9D. An interpreter who did "
                           "not come with the person may stay.");
}

/* At the lower edge where there is room for it, else behind the questions. */
static void show_note(struct ui *ui, const struct model *m) {
    const char *words = note_words(m);
    const struct region *r = ui->region;
    float indent = ui_icon_size(ui) + SPACE_3, height = ui_paragraph_height(ui, ui_paragraph(ui, TYPE_BODY, words, r->w - indent, 0));
    if (ui->columns.side_by_side && r->y + SPACE_3 + height <= r->box.y + r->box.h)
        ui_pin(ui);
    else
        ui_gap(ui, SPACE_3);
    ui_icon_words(ui, "begin/alone", ICON_PERSON, PAINT_QUIET, NULL, words);
}

struct action begin_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 1, false }, { 1, false } };
    struct action out = frame_top(ui, m, NULL);
    action_take(
        &out,
        frame_footer(ui, m, &(struct frame_footer){ .next = tr(m->language, "Go on to the signs"), .action = action_go(SCREEN_SIGNS) }));
    ui_columns(ui, "begin", ui_body(ui), columns, 2);
    begin_at_open(ui, m);
    frame_problem(ui, m);
    float top = ui->region->y;
    if (!ui->columns.side_by_side) { /* whoever came along must not hear the lines */
        action_take(&out, ask(ui, m, FACT_TALK_ALONE));
        ui_gap(ui, SPACE_3);
    }
    ui_title(ui, tr(m->language, "Begin"),
             session_on_file(m->session) ? tr(m->language, "When the person comes in, say this aloud.")
                                         : tr(m->language, "Say this aloud, line by line."));
    float title = ui->region->y - top;
    show_lines(ui, m);
    ui_next_column(ui);
    if (ui->columns.side_by_side)
        ui_place(ui, title);
    action_take(&out, show_questions(ui, m));
    show_note(ui, m);
    ui_columns_end(ui);
    return out;
}
