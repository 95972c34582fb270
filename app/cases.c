/* The cases in memory: begun, put aside, moved to another setting, ended, and their answers. */
#include "app_parts.h"

#include "base/utf8.h"
#include "core/booth_code.h"
#include "core/fact.h"
#include "note_files.h"

#include <string.h>

struct open_case *case_now(const struct app *app) {
    return app->open >= 0 ? app->cases[app->open] : NULL;
}

/* ---- ending */

/* The case lies in its own arena, which is overwritten with it. */
void case_wipe(struct open_case *c) {
    struct arena a = c->arena;
    arena_free(&a);
}

static void remove_case(struct app *app, int index) {
    case_wipe(app->cases[index]);
    for (int i = index; i + 1 < app->case_count; i++)
        app->cases[i] = app->cases[i + 1];
    app->case_count--;
}

static void leave_case(struct app *app) {
    struct view_state *v = view_of(app);
    if (screens[v->screen].overlay) /* it opens again where the work was */
        view_visit(v, v->under);
    v->beneath_count = 0;
    app->open = -1;
    app->assessed_for = (struct assessed_for){ 0 };
    arena_free(&app->assessed);
    paper_forget(app);
    view_visit(&app->start, SCREEN_START);
    app->start.back_count = 0;
    ui_forget(&app->ui);
    app->host->forget_drawn(app->host->self);
}

/* The case stays open; one of the booth in which nothing was noted is none. */
void case_put_aside(struct app *app) {
    int index = app->open;
    const struct session *s = &app->cases[index]->session;
    bool lane = app->pack->settings.items[s->setting].lane.count > 0, empty = s->change_count == 0 && s->redo_count == 0;
    leave_case(app);
    if (lane && empty)
        remove_case(app, index);
}

void case_end(struct app *app) {
    int index = app->open;
    leave_case(app);
    remove_case(app, index);
}

/* ---- beginning */

static void set_detail(struct session *s, const char *field, const char *text) {
    int index = pack_find(s->pack, THING_FIELD, field);
    int detail = index >= 0 ? s->pack->note.fields.items[index].detail : -1;
    if (detail >= 0 && *text)
        session_set(s, SLOT_DETAIL, detail, (struct slot){ .text = text });
}

/* What is set about the unit stands in each new note; it is nothing to take back. */
static void fill_from_preferences(struct session *s, const struct preferences *set, const struct setting *setting) {
    const char *state = set->texts[PREFERENCE_STATE];
    set_detail(s, "officer-id", set->texts[PREFERENCE_UNIT]);
    set_detail(s, "officer-contact", set->texts[PREFERENCE_NUMBER]);
    if (*state) {
        session_set(s, SLOT_TEXT, TEXT_STANDS, (struct slot){ .text = state });
        session_set(s, SLOT_TEXT, TEXT_SERVES, (struct slot){ .text = state });
    }
    if (setting->mode)
        session_set(s, SLOT_FACT, FACT_TALK_MODE, (struct slot){ .value = setting->mode });
    s->change_count = s->redo_count = 0;
}

static void say_full(struct app *app) {
    struct arena a = { 0 };
    struct buffer said = { .arena = &a };
    struct fill count = { "count", arena_printf(&a, "%d", CASES_MAX) };
    tr_fill(&said, &app->language,
            trn(&app->language, "{count} case is open. End it before you start another.",
                "{count} cases are open. End one before you start another.", CASES_MAX),
            &count, 1);
    app_say(app, buffer_text(&said));
    arena_free(&a);
}

/* Where a case begins. */
static enum screen first_screen(const struct session *s) {
    if (s->pack->settings.items[s->setting].lane.count > 0)
        return SCREEN_BOOTH;
    for (int i = 0; i < STEP_COUNT; i++)
        if (model_steps(s) & BIT(i))
            return (enum screen)i;
    return SCREEN_SAFETY;
}

/* Returns the case, or NULL where none can be begun. */
struct open_case *case_begin(struct app *app, int setting) {
    struct error e = { 0 };
    struct arena a = { 0 };
    struct stamp stamp;
    if (app->case_count == CASES_MAX) {
        say_full(app);
        return NULL;
    }
    if (!stamp_make(app->host, &a, &stamp, &e)) {
        app_say(app, e.text);
        arena_free(&a);
        return NULL;
    }
    const struct setting *s = &app->pack->settings.items[setting];
    struct open_case *c = arena_alloc(&a, 1, sizeof *c);
    c->stamp = stamp;
    c->arena = a;
    c->session = session_new(&c->arena, app->pack, setting);
    fill_from_preferences(&c->session, &app->preferences, s);
    c->view = view_new(first_screen(&c->session));
    app->cases[app->case_count] = c;
    app->open = app->case_count++;
    view_visit(&c->view, c->view.screen);
    ui_new_screen(&app->ui);
    return c;
}

void case_open(struct app *app, int index) {
    app->open = index;
    ui_new_screen(&app->ui);
}

/* Signs of another setting keep their answers: each counts in every setting. */
void case_move(struct app *app, int setting) {
    struct open_case *c = case_now(app);
    c->session.setting = setting;
    c->view.list = LIST_QUICK;
    c->view.row = 0;
    c->view.under = view_step_of_case(app, c->view.under);
    app->assessed_for = (struct assessed_for){ 0 };
    paper_forget(app);
}

/* ---- the booth */

void case_finish(struct app *app) {
    int setting = case_now(app)->session.setting;
    case_end(app);
    case_begin(app, setting);
}

/* "From the booth: Company, Papers": nobody has to look for what came along. */
static void say_from_booth(struct app *app, struct open_case *c, const struct setting *lane, const struct booth *b) {
    struct arena a = { 0 };
    const char *rows = NULL;
    struct buffer said = { .arena = &a };
    for (int i = 0; i < lane->lane.count; i++) {
        const struct lane_row *row = &lane->lane.items[i];
        if (b->rows[i] != STATE_NOTED)
            continue;
        const char *noun = content_text(&app->language, "lane row", row->id, "noun", row->noun);
        struct buffer both = { .arena = &a };
        struct fill fills[] = { { "first", rows }, { "next", noun } };
        if (rows)
            tr_fill(&both, &app->language, tr(&app->language, "{first}, {next}"), fills, 2);
        rows = rows ? buffer_text(&both) : noun;
    }
    if (rows)
        tr_fill(&said, &app->language, tr(&app->language, "From the booth: {rows}"), &(struct fill){ "rows", rows }, 1);
    utf8_copy(c->view.kept, sizeof c->view.kept, buffer_text(&said));
    arena_free(&a);
}

/* The case of a booth goes on here: in the setting chosen on the start screen. */
void case_open_code(struct app *app, const char *code) {
    const struct setting *lane = booth_lane(app->pack);
    struct booth b;
    if (!lane || !booth_code_read(lane, code, &b)) {
        app_say(app, tr(&app->language, "This is no code of the booth. Ask for it again: four letters and a digit."));
        return;
    }
    struct open_case *c = case_begin(app, app->start.setting);
    if (!c)
        return;
    booth_apply(lane, &b, &c->session, &app->language);
    c->session.change_count = c->session.redo_count = 0; /* what the booth noted is no slip to take back */
    say_from_booth(app, c, lane, &b);
}

/* ---- answers */

/* What was kept; more than that, the danger question that is open again because of it. */
static void say_kept(struct app *app, const char *kept, int danger) {
    struct view_state *v = view_of(app);
    struct arena a = { 0 };
    struct buffer b = { .arena = &a };
    if (danger >= 0) {
        const struct danger_question *q = &app->pack->dangers.items[danger];
        const struct fill name = { "question", content_text(&app->language, "danger", q->id, "name", q->name) };
        tr_fill(&b, &app->language, tr(&app->language, "Look again at Safety: {question}."), &name, 1);
        kept = buffer_text(&b);
    }
    utf8_copy(v->kept, sizeof v->kept, kept);
    arena_free(&a);
}

void case_answer(struct app *app, const struct action *a) {
    struct open_case *c = case_now(app);
    int danger = -1;
    for (int i = 0; i < a->answer_count; i++) {
        const struct answer *x = &a->answers[i];
        int before = session_get(&c->session, x->kind, x->index)->value;
        if (i == 0)
            session_set(&c->session, x->kind, x->index, x->value);
        else
            session_set_more(&c->session, x->kind, x->index, x->value);
        if (x->kind == SLOT_SIGN && x->value.value == STATE_NOTED && before != STATE_NOTED)
            danger = session_look_again(&c->session, x->index);
    }
    /* With a file alone it waits for the person. */
    say_kept(app, a->kept, model_steps(&c->session) & BIT(SCREEN_SAFETY) ? danger : -1);
    c->view.written = false;
    c->view.problem[0] = c->view.find[0] = '\0';
    view_follow_case(app);
}

void case_undo(struct app *app, bool again) {
    struct open_case *c = case_now(app);
    if (!(again ? session_redo(&c->session) : session_undo(&c->session)))
        return;
    c->view.written = false;
    utf8_copy(c->view.kept, sizeof c->view.kept, again ? tr(&app->language, "Done again.") : tr(&app->language, "Taken back."));
    view_follow_case(app);
}

bool case_same_answers(const struct assessed_for *a, const struct assessed_for *b) {
    return a->open == b->open && a->changes == b->changes && a->redos == b->redos && a->step == b->step;
}

void case_assess(struct app *app) {
    const struct open_case *c = case_now(app);
    const struct session *s = &c->session;
    struct assessed_for now = { c, s->change_count, s->redo_count, s->step }, *old = &app->assessed_for;
    if (case_same_answers(old, &now))
        return;
    arena_free(&app->assessed);
    app->assessment = assess_without_pairs(&app->assessed, app->pack, &c->session, &c->stamp);
    app->assessed_for = now;
}
