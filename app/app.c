#include "app.h"

#include "base/utf8.h"
#include "core/booth_code.h"
#include "core/fact.h"
#include "note_files.h"
#include "resources.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BOOTH_IDLE 60

/* ---- the view */

static void forget_pages(struct app *app) {
    arena_free(&app->paper);
    app->pages_for = (struct pages_for){ 0 };
}

static struct open_case *open_case(const struct app *app) {
    return app->open >= 0 ? app->cases[app->open] : NULL;
}

static struct view_state *view_of(struct app *app) {
    return app->open >= 0 ? &app->cases[app->open]->view : &app->start;
}

static void copy(char *to, size_t size, const char *from) {
    size_t fits = utf8_fit(from ? from : "", size - 1);
    memmove(to, from ? from : "", fits);
    to[fits] = '\0';
}

/* Where a case of a setting begins. */
static enum screen first_screen(const struct setting *s) {
    if (s->lane.count > 0)
        return SCREEN_BOOTH;
    for (int i = 0; i < STEP_COUNT; i++)
        if (s->steps & BIT(i))
            return (enum screen)i;
    return SCREEN_SAFETY;
}

static struct view_state new_view(enum screen screen) {
    return (struct view_state){ .screen = screen, .under = screen, .list = LIST_QUICK, .receiver = -1 };
}

static void visit(struct view_state *v, enum screen screen) {
    v->screen = screen;
    if (screen < STEP_COUNT)
        v->visited |= BIT(screen);
    v->more = false;
    v->problem[0] = v->find[0] = '\0';
}

/* Back leads along the way that was gone; overlays are not part of it. */
static void remember(struct view_state *v) {
    if (v->back_count == BACK_MAX) {
        memmove(v->back, v->back + 1, sizeof v->back - sizeof *v->back);
        v->back_count--;
    }
    v->back[v->back_count++] = v->screen;
}

/* A step that the setting does not have gives way to the next one. */
static enum screen step_of_setting(const struct app *app, enum screen screen) {
    unsigned steps = app->open >= 0 ? app->pack->settings.items[app->cases[app->open]->session.setting].steps : 0;
    while (steps && screen < STEP_COUNT && !(steps & BIT(screen)) && screen + 1 < STEP_COUNT)
        screen++;
    return screen;
}

static void go(struct app *app, enum screen wanted) {
    struct view_state *v = view_of(app);
    enum screen screen = step_of_setting(app, wanted);
    if (screen == v->screen)
        return;
    if (screens[screen].overlay) {
        if (!screens[v->screen].overlay)
            v->under = v->screen;
        else if (v->beneath_count < OVERLAYS_MAX)
            v->beneath[v->beneath_count++] = v->screen;
    } else if (screens[v->screen].overlay) {
        v->beneath_count = 0;
        v->screen = v->under;
        if (screen != v->screen)
            remember(v);
    } else {
        remember(v);
    }
    visit(v, screen);
    ui_new_screen(&app->ui);
}

/* The case lies in its own arena, which is overwritten with it. */
static void wipe_case(struct open_case *c) {
    struct arena a = c->arena;
    arena_free(&a);
}

static void remove_case(struct app *app, int index) {
    wipe_case(app->cases[index]);
    for (int i = index; i + 1 < app->case_count; i++)
        app->cases[i] = app->cases[i + 1];
    app->case_count--;
}

static void leave_case(struct app *app) {
    struct view_state *v = view_of(app);
    if (screens[v->screen].overlay) /* it opens again where the work was */
        visit(v, v->under);
    v->beneath_count = 0;
    app->open = -1;
    app->assessed_for = (struct assessed_for){ 0 };
    arena_free(&app->assessed);
    forget_pages(app);
    visit(&app->start, SCREEN_START);
    app->start.back_count = 0;
    ui_forget(&app->ui);
    app->host->forget_drawn(app->host->self);
}

/* The case stays open; one of the booth in which nothing was noted is none. */
static void put_aside(struct app *app) {
    int index = app->open;
    const struct session *s = &app->cases[index]->session;
    bool lane = app->pack->settings.items[s->setting].lane.count > 0, empty = s->change_count == 0 && s->redo_count == 0;
    leave_case(app);
    if (lane && empty)
        remove_case(app, index);
}

static void back(struct app *app) {
    struct view_state *v = view_of(app);
    if (screens[v->screen].overlay) {
        visit(v, v->beneath_count > 0 ? v->beneath[--v->beneath_count] : v->under);
        ui_new_screen(&app->ui);
    } else if (v->back_count > 0) {
        visit(v, v->back[--v->back_count]);
        ui_new_screen(&app->ui);
    } else if (app->open >= 0) {
        put_aside(app);
    }
}

void app_say(struct app *app, const char *problem) {
    struct view_state *v = view_of(app);
    copy(v->problem, sizeof v->problem, problem);
}

/* ---- settings */

static void keep_settings(struct app *app) {
    struct arena a = { 0 };
    struct buffer text = { .arena = &a };
    struct error e = { 0 };
    const struct host *host = app->host;
    app->ui.theme = app->settings.theme;
    app->ui.text = (float)app->settings.text / 100;
    app->ui.caps = app->settings.caps;
    settings_write(&app->settings, &text);
    if (app->keep_settings && host->settings_file && !host->replace_file(host->self, host->settings_file, buffer_bytes(&text), &e))
        app_say(app, e.text);
    arena_free(&a);
}

static void load_settings(struct app *app) {
    struct arena a = { 0 };
    struct error e = { 0 }, unread = { 0 };
    struct bytes text;
    const struct host *host = app->host;
    settings_default(&app->settings);
    /* A file that is not there is the first start; any other reason shows when it is written. */
    if (app->keep_settings && host->settings_file && host->read_file(host->self, &a, host->settings_file, 64 * 1024, &text, &unread)
        && !settings_read(&a, text, host->settings_file, &app->settings, &e))
        app_say(app, e.text);
    arena_free(&a);
}

/* Where this machine works: as set, else the first place where a talk is held. */
static int usual_setting(const struct app *app) {
    int set = pack_find_setting(app->pack, app->settings.texts[SETTING_PLACE]);
    for (int i = 0; set < 0 && i < app->pack->settings.count; i++)
        if (app->pack->settings.items[i].lane.count == 0)
            return i;
    return set < 0 ? 0 : set;
}

static void pick_setting(struct app *app, int setting) {
    app->start.setting = setting;
    copy(app->settings.texts[SETTING_PLACE], SETTING_TEXT_MAX + 1, app->pack->settings.items[setting].id);
    keep_settings(app);
}

/* ---- languages */

/* What was shown in the language before may still be pointed to, so its texts stay for one
 * change more. */
bool app_set_language(struct app *app, const char *code, struct error *e) {
    struct language language;
    int next = !app->language_arena;
    arena_free(&app->language_arenas[next]);
    if (!resources_language(app->host, &app->language_arenas[next], code, &language, e))
        return false;
    /* Words of the old language that were kept for the screen. */
    for (int i = 0; i < app->case_count; i++)
        app->cases[i]->view.kept[0] = app->cases[i]->view.problem[0] = '\0';
    app->start.problem[0] = '\0';
    app->language = language;
    app->language_arena = next;
    copy(app->settings.texts[SETTING_LANGUAGE], SETTING_TEXT_MAX + 1, code);
    texts_forget(&app->ui.texts);
    forget_pages(app);
    return true;
}

static void choose_language(struct app *app, const char *code) {
    struct error e = { 0 };
    if (app_set_language(app, code, &e))
        keep_settings(app);
    back(app);
    if (e.kind)
        app_say(app, e.text);
}

/* The name of a language in its own letters: from the pack, else its code. */
static const char *language_name(const struct pack *p, const char *code) {
    for (int i = 0; i < p->languages.languages.count; i++)
        if (!strcmp(p->languages.languages.items[i].code, code))
            return p->languages.languages.items[i].own;
    return code;
}

static void list_languages(struct app *app) {
    struct host_names names, drafts = { 0 };
    struct error e = { 0 };
    if (!resources_languages(app->host, app->arena, &names, &e) || !resources_drafts(app->host, app->arena, &drafts, &e))
        app_say(app, e.text);
    app->languages = arena_alloc(app->arena, (size_t)names.count, sizeof *app->languages);
    app->language_count = names.count;
    for (int i = 0; i < names.count; i++)
        app->languages[i] =
            (struct language_choice){ names.items[i], language_name(app->pack, names.items[i]), host_names_have(&drafts, names.items[i]) };
}

/* ---- cases */

static void set_detail(struct session *s, const char *field, const char *text) {
    int index = pack_find(s->pack, THING_FIELD, field);
    int detail = index >= 0 ? s->pack->note.fields.items[index].detail : -1;
    if (detail >= 0 && *text)
        session_set(s, SLOT_DETAIL, detail, (struct slot){ .text = text });
}

/* What the settings say about the unit stands in each new note; it is nothing to take back. */
static void fill_from_settings(struct session *s, const struct settings *settings, const struct setting *setting) {
    const char *state = settings->texts[SETTING_STATE];
    set_detail(s, "officer-id", settings->texts[SETTING_UNIT]);
    set_detail(s, "officer-contact", settings->texts[SETTING_NUMBER]);
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
    buffer_fill(&said,
                trn(&app->language, "{count} case is open. End it before you start another.",
                    "{count} cases are open. End one before you start another.", CASES_MAX),
                &count, 1);
    app_say(app, buffer_text(&said));
    arena_free(&a);
}

/* Returns the case, or NULL where none can be begun. */
static struct open_case *new_case(struct app *app, int setting) {
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
    c->view = new_view(first_screen(s));
    c->arena = a;
    c->session = session_new(&c->arena, app->pack, setting);
    fill_from_settings(&c->session, &app->settings, s);
    app->cases[app->case_count] = c;
    app->open = app->case_count++;
    visit(&c->view, c->view.screen);
    ui_new_screen(&app->ui);
    return c;
}

static void open_again(struct app *app, int index) {
    app->open = index;
    ui_new_screen(&app->ui);
}

static void end_case(struct app *app) {
    int index = app->open;
    leave_case(app);
    remove_case(app, index);
}

/* ---- the booth */

static void finish(struct app *app) {
    int setting = open_case(app)->session.setting;
    end_case(app);
    new_case(app, setting);
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
            buffer_fill(&both, tr(&app->language, "{first}, {next}"), fills, 2);
        rows = rows ? buffer_text(&both) : noun;
    }
    if (rows)
        buffer_fill(&said, tr(&app->language, "From the booth: {rows}"), &(struct fill){ "rows", rows }, 1);
    copy(c->view.kept, sizeof c->view.kept, buffer_text(&said));
    arena_free(&a);
}

/* The case of a booth goes on here: in the setting chosen on the start screen. */
static void open_code(struct app *app, const char *code) {
    const struct setting *lane = booth_lane(app->pack);
    struct booth b;
    if (!lane || !booth_code_read(lane, code, &b)) {
        app_say(app, tr(&app->language, "This is no code of the booth. Ask for it again: four letters and a digit."));
        return;
    }
    struct open_case *c = new_case(app, app->start.setting);
    if (!c)
        return;
    booth_apply(lane, &b, &c->session, &app->language);
    c->session.change_count = c->session.redo_count = 0; /* what the booth noted is no slip to take back */
    say_from_booth(app, c, lane, &b);
}

/* ---- answers */

static void answer(struct app *app, const struct action *a) {
    struct open_case *c = open_case(app);
    for (int i = 0; i < a->answer_count; i++) {
        const struct answer *x = &a->answers[i];
        if (i == 0)
            session_set(&c->session, x->kind, x->index, x->value);
        else
            session_set_more(&c->session, x->kind, x->index, x->value);
    }
    copy(c->view.kept, sizeof c->view.kept, a->kept);
    c->view.written = false;
    c->view.problem[0] = c->view.find[0] = '\0';
}

static void undo(struct app *app, bool again) {
    struct open_case *c = open_case(app);
    if (!(again ? session_redo(&c->session) : session_undo(&c->session)))
        return;
    c->view.written = false;
    copy(c->view.kept, sizeof c->view.kept, again ? tr(&app->language, "Done again.") : tr(&app->language, "Taken back."));
}

/* A sign opens in the list it stands in, else alone. */
static void open_sign(struct app *app, int sign) {
    struct view_state *v = view_of(app);
    const struct setting *s = &app->pack->settings.items[open_case(app)->session.setting];
    bool child = app->assessment.child;
    const struct refs *quick = session_quick(&open_case(app)->session, child);
    v->list = LIST_SINGLE;
    v->single = sign;
    v->row = 0;
    for (int g = s->groups.count - 1; g >= -1; g--) {
        const struct refs *signs = g < 0 ? quick : &s->groups.items[g].signs;
        for (int i = 0; i < signs->count; i++)
            if (signs->items[i].index == sign) {
                v->list = g < 0 ? LIST_QUICK : g;
                v->row = i;
            }
    }
    if (v->screen == SCREEN_SIGNS)
        ui_new_screen(&app->ui);
    else
        go(app, SCREEN_SIGNS);
}

static void open_list(struct app *app, int list, int row) {
    struct view_state *v = view_of(app);
    bool here = v->screen == SCREEN_SIGNS && v->list == list;
    v->list = list;
    v->row = row;
    v->more = false;
    if (v->screen != SCREEN_SIGNS)
        go(app, SCREEN_SIGNS);
    else if (!here)
        ui_new_screen(&app->ui);
}

/* Signs of another setting keep their answers: each counts in every setting. */
static void move_case(struct app *app, int setting) {
    struct open_case *c = open_case(app);
    c->session.setting = setting;
    c->view.list = LIST_QUICK;
    c->view.row = 0;
    c->view.under = step_of_setting(app, c->view.under);
    app->assessed_for = (struct assessed_for){ 0 };
    forget_pages(app);
}

static void chosen(struct app *app, const struct action *a) {
    struct view_state *v = view_of(app);
    switch (v->choice) {
    case CHOICE_LANGUAGE: choose_language(app, a->text); return;
    case CHOICE_STATE:
        copy(app->settings.texts[SETTING_STATE], SETTING_TEXT_MAX + 1, a->text);
        keep_settings(app);
        break;
    case CHOICE_RECEIVER:
        v->receiver = a->index;
        v->written = false;
        break;
    case CHOICE_SETTING: move_case(app, a->index); break;
    case CHOICE_TALK_LANGUAGE:
    case CHOICE_CITIZENSHIP: answer(app, a); break;
    }
    back(app);
}

/* ---- hand-over */

static bool make_note(struct app *app, struct arena *a, struct note *n, struct error *e) {
    struct open_case *c = open_case(app);
    struct assessment r = assess_without_pairs(a, app->pack, &c->session, &c->stamp);
    struct assessment *kept = arena_alloc(a, 1, sizeof *kept);
    int receiver = c->view.receiver >= 0 ? c->view.receiver : note_receiver(app->pack, &r);
    *kept = r;
    if (receiver < 0)
        return error_set(e, ERROR_INPUT, "%s", tr(&app->language, "Choose to whom the note goes."));
    *n = note_make(a, app->pack, &c->session, kept, receiver, &app->language, &c->stamp);
    return true;
}

/* Each note has a folder of its own: one that is there already may be another receiver's. */
static const char *find_folder(struct app *app, struct arena *a) {
    const char *set = app->settings.texts[SETTING_FOLDER], *reference = open_case(app)->stamp.reference;
    const char *base = app->host->documents_folder, *folder;
    set += strspn(set, " ");
    /* What does not begin at the root lies in the officer's own folder, wherever the program runs. */
    if (*set && *set != '/')
        base = arena_printf(a, "%s/%s", base, set);
    else if (*set)
        base = set;
    folder = arena_printf(a, "%s/%s", base, reference);
    const char *path = folder;
    for (int i = 2; i < 100 && app->host->is_folder(app->host->self, path); i++)
        path = arena_printf(a, "%s-%d", folder, i);
    return path;
}

static void write_note(struct app *app) {
    struct arena a = { 0 };
    struct error e = { 0 };
    struct note n;
    struct view_state *v = view_of(app);
    const char *folder = find_folder(app, &a);
    unsigned formats = note_formats(NULL);
    v->problem[0] = '\0';
    v->written = make_note(app, &a, &n, &e) && note_files_write(app->host, &a, &n, &app->fonts, formats, folder, NULL, &e);
    if (v->written) {
        v->written_receiver = n.receiver;
        copy(v->written_to, sizeof v->written_to, folder);
    } else {
        const char *said = tr(&app->language, "The note was not saved. Nothing is lost. Try another folder.");
        app_say(app, arena_printf(&a, "%s\n%s", said, e.text));
    }
    arena_free(&a);
}

/* ---- hiding and closing */

static void hide(struct app *app) {
    app->hidden = true;
    forget_pages(app);
    ui_forget(&app->ui);
    app->host->forget_drawn(app->host->self);
    app->host->set_title(app->host->self, content_text(&app->language, "hidden page", NULL, "title", app->pack->hidden.title));
}

static void unhide(struct app *app) {
    app->hidden = false;
    ui_new_screen(&app->ui);
    app->host->set_title(app->host->self, "Waymark");
}

/* A question must not wait behind the hidden page: it comes back first. */
static void close_program(struct app *app) {
    if (app->hidden && app->case_count > 0)
        return;
    if (app->case_count > 0)
        app->dialog = DIALOG_CLOSE;
    else
        app->done = true;
    ui_new_screen(&app->ui);
}

/* ---- actions */

static void set_text(struct app *app, const struct action *a) {
    copy(app->settings.texts[a->index], SETTING_TEXT_MAX + 1, a->text);
    keep_settings(app);
}

static void apply(struct app *app, const struct action *a) {
    char focus[UI_KEY_MAX]; /* the picture it lies in may go */
    copy(focus, sizeof focus, a->focus);
    switch (a->kind) {
    case ACTION_NONE: return;
    case ACTION_ANSWER: answer(app, a); break;
    case ACTION_UNDO: undo(app, false); break;
    case ACTION_REDO: undo(app, true); break;
    case ACTION_GO: go(app, a->screen); break;
    case ACTION_BACK: back(app); break;
    case ACTION_MORE: view_of(app)->more = !view_of(app)->more; break;
    case ACTION_OPEN_LIST: open_list(app, a->index, a->value); break;
    case ACTION_OPEN_SIGN: open_sign(app, a->index); break;
    case ACTION_FIND: copy(view_of(app)->find, sizeof view_of(app)->find, a->text); break;
    case ACTION_CHOOSE:
        if (view_of(app)->screen == SCREEN_CHOOSE) /* one list at a time */
            break;
        go(app, SCREEN_CHOOSE);
        view_of(app)->choice = (enum choice)a->index;
        break;
    case ACTION_CHOSEN: chosen(app, a); break;
    case ACTION_PICK_SETTING: pick_setting(app, a->index); break;
    case ACTION_NEW_CASE: new_case(app, a->index); break;
    case ACTION_OPEN_CASE: open_again(app, a->index); break;
    case ACTION_OPEN_CODE: open_code(app, a->text); break;
    case ACTION_FINISH: finish(app); break;
    case ACTION_LEAVE_CASE: put_aside(app); break;
    case ACTION_ASK_END:
        app->dialog = DIALOG_END;
        ui_new_screen(&app->ui);
        break;
    case ACTION_HANDED_OVER:
        app->dialog = DIALOG_HANDED_OVER;
        ui_new_screen(&app->ui);
        break;
    case ACTION_WRITE_NOTE: write_note(app); break;
    case ACTION_SET_TEXT: set_text(app, a); break;
    case ACTION_SET_THEME:
        app->settings.theme = (enum theme)a->value;
        keep_settings(app);
        break;
    case ACTION_SET_SIZE:
        app->settings.text = a->value;
        keep_settings(app);
        break;
    case ACTION_SET_CAPS:
        app->settings.caps = (enum caps)a->value;
        keep_settings(app);
        break;
    case ACTION_SET_IDLE:
        app->settings.idle = a->value;
        keep_settings(app);
        break;
    case ACTION_HIDE: hide(app); break;
    case ACTION_UNHIDE: unhide(app); break;
    case ACTION_SAY: app_say(app, a->text); break;
    case ACTION_CLOSE: close_program(app); break;
    }
    if (*focus)
        ui_set_focus(&app->ui, focus);
}

/* ---- showing */

static struct case_line *case_lines(struct app *app) {
    struct case_line *lines = arena_alloc(&app->scratch, (size_t)app->case_count, sizeof *lines);
    for (int i = 0; i < app->case_count; i++) {
        const struct view_state *v = &app->cases[i]->view;
        lines[i] = (struct case_line){ app->cases[i]->stamp.reference, screens[v->screen].overlay ? v->under : v->screen,
                                       app->cases[i]->stamp.time };
    }
    return lines;
}

static bool same_answers(const struct assessed_for *a, const struct assessed_for *b) {
    return a->open == b->open && a->changes == b->changes && a->redos == b->redos && a->step == b->step;
}

/* The assessment depends on pack, answers and stamp alone: it is made again when an answer changed. */
static void assess_again(struct app *app, const struct open_case *c) {
    const struct session *s = &c->session;
    struct assessed_for now = { c, s->change_count, s->redo_count, s->step }, *old = &app->assessed_for;
    if (same_answers(old, &now))
        return;
    arena_free(&app->assessed);
    app->assessment = assess_without_pairs(&app->assessed, app->pack, &c->session, &c->stamp);
    app->assessed_for = now;
}

/* The pages of the note, or NULL where nobody is chosen to receive it. */
static const struct pages *make_pages(struct app *app, const struct open_case *c, int receiver) {
    struct pages_for now = { app->assessed_for, receiver }, *old = &app->pages_for;
    if (receiver < 0)
        return NULL;
    if (same_answers(&old->answers, &now.answers) && old->receiver == now.receiver)
        return &app->pages;
    forget_pages(app);
    struct note n = note_make(&app->paper, app->pack, &c->session, &app->assessment, receiver, &app->language, &c->stamp);
    app->pages = note_pages(&app->paper, &n, &app->fonts);
    app->pages.serial = ++app->pages_made;
    app->pages_for = now;
    return &app->pages;
}

static struct model make_model(struct app *app) {
    struct open_case *c = open_case(app);
    arena_free(&app->scratch);
    struct model m = {
        .pack = app->pack,
        .language = &app->language,
        .languages = app->languages,
        .language_count = app->language_count,
        .settings = &app->settings,
        .documents = app->host->documents_folder,
        .cases = case_lines(app),
        .case_count = app->case_count,
        .view = view_of(app),
        .now = app->now,
        .has_now = app->has_now,
    };
    if (!c)
        return m;
    assess_again(app, c);
    m.session = &c->session;
    m.assessment = &app->assessment;
    m.stamp = &c->stamp;
    m.can_undo = c->session.change_count > 0;
    if (c->view.screen == SCREEN_NOTE && !app->hidden)
        m.pages = make_pages(app, c, model_receiver(&m));
    return m;
}

static enum dialog_pressed show_dialog(struct app *app) {
    const struct language *l = &app->language;
    struct dialog dialogs[] = {
        [DIALOG_END] = { "dialog/end", tr(l, "End this case without a note?"),
                         tr(l, "All answers are wiped from this machine. They cannot be brought back."), tr(l, "Keep it"),
                         tr(l, "End it") },
        [DIALOG_HANDED_OVER] = { "dialog/handed-over", tr(l, "Has the note arrived?"),
                                 tr(l, "The case is wiped from this machine. The file stays where you put it."), tr(l, "Not yet"),
                                 tr(l, "It has arrived") },
        [DIALOG_CLOSE] = { "dialog/close", tr(l, "Close with open cases?"),
                           tr(l, "Cases live in memory only. Closing wipes them; they cannot be brought back."), tr(l, "Stay here"),
                           tr(l, "Close") },
    };
    return ui_dialog(&app->ui, &dialogs[app->dialog]);
}

static bool close_dialog(struct app *app, enum dialog_pressed pressed) {
    enum dialog_kind kind = app->dialog;
    if (pressed == DIALOG_NOTHING)
        return false;
    app->dialog = DIALOG_NONE;
    ui_new_screen(&app->ui);
    if (pressed == DIALOG_OTHER && (kind == DIALOG_END || kind == DIALOG_HANDED_OVER))
        end_case(app);
    app->done = pressed == DIALOG_OTHER && kind == DIALOG_CLOSE;
    return true;
}

static bool show_over(struct app *app) {
    enum dialog_pressed pressed = show_dialog(app);
    bool wants_hiding = ui_hide_corner(&app->ui);
    ui_end(&app->ui);
    if (wants_hiding)
        hide(app);
    return close_dialog(app, pressed) || wants_hiding || app->ui.again;
}

/* Makes one picture and does what was pressed in it; true if another has to be made. */
static bool show(struct app *app) {
    struct model m = make_model(app);
    app->ui.language = &app->language;
    ui_begin(&app->ui);
    if (app->dialog && !app->hidden)
        return show_over(app);
    struct action action = app->hidden ? hidden_show(&app->ui, &m) : screens[m.view->screen].show(&app->ui, &m);
    ui_end(&app->ui);
    apply(app, &action);
    return action.kind != ACTION_NONE || app->ui.again;
}

/* An action can show something that is only known once it was laid out: where the focus is,
 * which keys the digits press. It comes to rest after a few pictures. */
static void settle(struct app *app) {
    for (int i = 0; i < 6; i++) {
        ui_settle(&app->ui);
        if (!show(app))
            return;
    }
}

void app_show_again(struct app *app) {
    settle(app);
}

/* ---- inputs */

/* A field that is left gives its text before anything else is done. */
static void leave_field(struct app *app) {
    char pressed[UI_KEY_MAX];
    copy(pressed, sizeof pressed, app->ui.pressed);
    app->ui.pressed[0] = '\0';
    show(app);
    app->ui.left[0] = '\0';
    copy(app->ui.pressed, sizeof app->ui.pressed, pressed);
}

static void paste(struct app *app) {
    struct arena a = { 0 };
    ui_paste(&app->ui, app->host->paste(app->host->self, &a));
    arena_free(&a);
}

static void read_clock(struct app *app) {
    struct error e = { 0 };
    app->has_now = app->host->now(app->host->self, &app->now, &e);
}

static bool is_use(const struct input *in) {
    return in->kind == INPUT_KEY || in->kind == INPUT_TEXT || in->kind == INPUT_MOVE || in->kind == INPUT_DOWN || in->kind == INPUT_UP
           || in->kind == INPUT_WHEEL;
}

/* In the booth others look on: never longer than a minute (rulings 11). */
static int idle_seconds(const struct app *app) {
    bool booth = app->open >= 0 && app->pack->settings.items[app->cases[app->open]->session.setting].lane.count > 0;
    return booth && app->settings.idle > BOOTH_IDLE ? BOOTH_IDLE : app->settings.idle;
}

static bool is_idle(const struct app *app) {
    return app->settings.idle > 0 && !app->hidden && app->ui.milliseconds - app->last_input >= 1000LL * idle_seconds(app);
}

static void handle_window(struct app *app, const struct input *in) {
    if (is_use(in))
        app->last_input = app->ui.milliseconds;
    if (in->kind == INPUT_KEY && in->key == KEY_F11) {
        app->full_screen = !app->full_screen;
        app->host->set_full_screen(app->host->self, app->full_screen);
    }
    bool hides = (in->kind == INPUT_LOST && !app->hidden) || (in->kind == INPUT_TICK && is_idle(app));
    if (hides || in->kind == INPUT_CLOSE) {
        /* The words being typed are kept before the picture changes. */
        ui_leave_field(&app->ui);
        if (*app->ui.left)
            leave_field(app);
    }
    if (hides)
        hide(app);
    if (in->kind == INPUT_CLOSE)
        close_program(app);
}

void app_handle(struct app *app, const struct input *in) {
    read_clock(app);
    ui_input(&app->ui, in);
    handle_window(app, in);
    if (app->ui.paste)
        paste(app);
    if (*app->ui.left)
        leave_field(app);
    if (show(app))
        settle(app);
}

const char *app_screen_id(const struct app *app) {
    const struct view_state *v = app->open >= 0 ? &app->cases[app->open]->view : &app->start;
    return screens[app->hidden ? SCREEN_HIDDEN : v->screen].id;
}

const struct picture *app_picture(const struct app *app) {
    return ui_picture(&app->ui);
}

#define CARET_BLINKS 530
#define CARET_RESTS 10000

int app_wait(const struct app *app) {
    long long idle = app->settings.idle > 0 && !app->hidden ? app->last_input + 1000LL * idle_seconds(app) - app->ui.milliseconds : -1;
    if (app->ui.typing && app->ui.milliseconds - app->ui.last_key < CARET_RESTS)
        return CARET_BLINKS;
    if (app->hidden)
        return 1000 * (60 - (app->has_now ? app->now.second : 0));
    return idle < 0 ? (app->settings.idle > 0 && !app->hidden ? 1 : -1) : (int)idle + 1;
}

/* ---- beginning and end */

bool app_open(struct app *app, const struct host *host, struct arena *a, const struct pack *pack, const struct app_start *start,
              struct error *e) {
    struct error said = { 0 };
    *app = (struct app){ .host = host,
                         .arena = a,
                         .pack = pack,
                         .language = language_english,
                         .open = -1,
                         .start = new_view(SCREEN_START),
                         .keep_settings = start->keep_settings };
    app->ui.width = 1280;
    app->ui.height = 800;
    app->ui.scale = app->ui.text = 1;
    app->ui.language = &app->language;
    app->ui.fonts = &app->fonts;
    /* Caps show until a finger says that there may be no keyboard. */
    app->ui.keyboard_used = true;
    if (!resources_fonts(host, a, start->assets, &app->fonts, e))
        return false;
    load_settings(app);
    app->ui.theme = app->settings.theme;
    app->ui.text = (float)app->settings.text / 100;
    app->ui.caps = app->settings.caps;
    app->start.setting = usual_setting(app);
    list_languages(app);
    if (start->state)
        copy(app->settings.texts[SETTING_STATE], SETTING_TEXT_MAX + 1, start->state);
    const char *code = start->language ? start->language : app->settings.texts[SETTING_LANGUAGE];
    if (*code && !app_set_language(app, code, &said))
        app_say(app, said.text);
    if (start->contacts_problem)
        app_say(app, arena_printf(a, "%s\n%s", tr(&app->language, "Your authority's contacts cannot be read and are left out."),
                                  start->contacts_problem));
    read_clock(app);
    settle(app);
    return true;
}

void app_close(struct app *app) {
    for (int i = 0; i < app->case_count; i++)
        wipe_case(app->cases[i]);
    app->case_count = 0;
    app->open = -1;
    app->host->forget_drawn(app->host->self);
    ui_forget(&app->ui);
    arena_free(&app->scratch);
    arena_free(&app->assessed);
    arena_free(&app->paper);
    for (int i = 0; i < 2; i++)
        arena_free(&app->language_arenas[i]);
    font_close(&app->fonts);
}
