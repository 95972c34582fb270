/* Who is here: what the talk and the rules need before anything is asked. The rest of the
 * profile is asked where it is needed. */
#include "screens/asking.h"
#include "screens/words.h"

#include "core/fact.h"

/* ---- what is asked */

/* A child without a verified guardian here travels by a plan, and that can be checked. */
static bool asks_plan(const struct model *m) {
    int guardian = session_fact(m->session, FACT_GUARDIAN);
    return model_is_child(m) && guardian != 0 && guardian != fact_value_find(FACT_GUARDIAN, "present");
}

/* A file came with nobody and needs no interpreter. Whether only a file is here is asked first, where
 * that may be: all else depends on it. */
static bool is_asked(const struct model *m, enum fact fact) {
    if (fact == FACT_TALK_MODE)
        return model_has_files(m);
    if (fact == FACT_ACCOMPANIED || fact == FACT_INTERPRETER)
        return !session_on_file(m->session);
    return fact == FACT_PLAN ? asks_plan(m) : fact == FACT_GUARDIAN ? model_is_child(m) : true;
}

/* The eye begins where something is open; where nothing is, at the first. */
static void begin_at_open(struct ui *ui, const struct model *m) {
    static const enum fact order[] = { FACT_TALK_MODE, FACT_AGE, FACT_ACCOMPANIED, FACT_GUARDIAN, FACT_INTERPRETER, FACT_PLAN };
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (is_asked(m, order[i]) && !session_fact(m->session, order[i]))
            ui_default_focus(ui, ui_key(ui, "who/%s/%s", facts[order[i]].path, facts[order[i]].values[0].word));
    ui_default_focus(ui, ui_key(ui, "who/%s/%s", facts[FACT_AGE].path, facts[FACT_AGE].values[0].word));
}

/* Below what was asked before; a child has more to ask. */
static struct action ask(struct ui *ui, const struct model *m, enum fact fact, int columns, const char *beside) {
    if (!is_asked(m, fact))
        return action_none;
    if (fact != FACT_TALK_MODE && (fact != FACT_AGE || model_has_files(m)))
        ui_gap(ui, model_is_child(m) ? SPACE_3 : SPACE_4);
    if (ui->room > ROOM_TINY) /* there the keys of a group may be more than a page */
        ui_join(ui);
    ui_label(ui, fact_question(m, fact), beside);
    struct action out = fact_keys(ui, m, "who", fact, columns);
    ui_join_end(ui);
    return out;
}

/* ---- the language of the talk */

/* "Portuguese, French" */
static const char *language_names(struct ui *ui, const struct model *m) {
    const char *at = session_text(m->session, TEXT_LANGUAGES), *names = NULL;
    struct bytes code;
    while (session_next_code(&at, &code)) {
        const char *name = pack_language_name(m->pack, m->language, ui_key(ui, "%.*s", (int)code.size, code.data));
        names = names ? words_comma(ui, names, name) : name;
    }
    return names ? names : tr(m->language, "Not chosen yet");
}

static struct action ask_language(struct ui *ui, const struct model *m) {
    const char *label =
        session_on_file(m->session) ? tr(m->language, "Language for the interview") : tr(m->language, "Language of the talk");
    bool pressed = ui_list_field(ui, "who/languages", label, language_names(ui, m), NULL, (struct shortcut){ 0, false });
    return pressed ? (struct action){ .kind = ACTION_CHOOSE, .index = CHOICE_TALK_LANGUAGE } : action_none;
}

static struct action ask_interpreter(struct ui *ui, const struct model *m) {
    struct action out = ask(ui, m, FACT_INTERPRETER, 2, NULL);
    if (asks_plan(m) || !is_asked(m, FACT_INTERPRETER))
        return out; /* the plan takes the place of the words */
    ui_gap(ui, SPACE_2);
    ui_words(ui, "who/interpreter", TYPE_BODY, PAINT_QUIET,
             tr(m->language, "Better alone by telephone than through someone who came along. What such a person passes on is marked so."),
             0);
    return out;
}

/* Where the walk began with a file, Safety waited for the person. */
static struct frame_footer footer_of(const struct model *m) {
    if (session_on_file(m->session))
        return (struct frame_footer){ .next = tr(m->language, "Go on to the signs"), .action = action_go(SCREEN_SIGNS) };
    if (model_has_files(m) && !(m->view->visited & BIT(SCREEN_SAFETY)))
        return (struct frame_footer){ .next = tr(m->language, "Safety first"), .action = action_go(SCREEN_SAFETY) };
    return (struct frame_footer){ .next = tr(m->language, "Begin the talk"), .action = action_go(SCREEN_BEGIN) };
}

struct action who_show(struct ui *ui, const struct model *m) {
    static const struct column columns[] = { { 5, false }, { 4, false } };
    bool file = session_on_file(m->session);
    struct frame_footer footer = footer_of(m);
    struct action out = frame_top(ui, m, NULL);
    action_take(&out, frame_footer(ui, m, &footer));
    begin_at_open(ui, m);
    ui_columns(ui, "who", ui_body(ui), columns, 2);
    frame_problem(ui, m);
    float top = ui->region->y;
    ui_title(ui, file ? tr(m->language, "Whose file is it?") : tr(m->language, "Who is here?"), NULL);
    float title = ui->region->y - top;
    action_take(&out, ask(ui, m, FACT_TALK_MODE, 3, NULL));
    action_take(&out, ask(ui, m, FACT_AGE, 3, tr(m->language, "When in doubt, a child.")));
    action_take(&out, ask(ui, m, FACT_ACCOMPANIED, 3, NULL));
    action_take(&out, ask(ui, m, FACT_GUARDIAN, 3, NULL));
    ui_next_column(ui);
    if (ui->columns.side_by_side)
        ui_place(ui, title); /* the first labels stand on one line */
    action_take(&out, ask_language(ui, m));
    action_take(&out, ask_interpreter(ui, m));
    action_take(&out, ask(ui, m, FACT_PLAN, 2, NULL));
    ui_columns_end(ui);
    return out;
}
