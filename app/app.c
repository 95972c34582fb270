#include "app_parts.h"

#include "base/utf8.h"
#include "resources.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BOOTH_IDLE 60

static void choose_language(struct app *app, const char *code) {
    struct error e = { 0 };
    if (app_set_language(app, code, &e))
        preferences_keep(app);
    view_back(app);
    if (e.kind)
        app_say(app, e.text);
}

static void chosen(struct app *app, const struct action *a) {
    struct view_state *v = view_of(app);
    switch (v->choice) {
    case CHOICE_LANGUAGE: choose_language(app, a->text); return;
    case CHOICE_STATE:
        utf8_copy(app->preferences.texts[PREFERENCE_STATE], PREFERENCE_TEXT_MAX + 1, a->text);
        preferences_keep(app);
        break;
    case CHOICE_RECEIVER:
        v->receiver = a->index;
        v->written = false;
        break;
    case CHOICE_SETTING: case_move(app, a->index); break;
    case CHOICE_TALK_LANGUAGE:
    case CHOICE_CITIZENSHIP: case_answer(app, a); break;
    }
    view_back(app);
}

/* ---- hiding and closing */

/* It fits the place: that of the case, else the one chosen on the start screen. */
static const struct hidden_page *hidden_page_of(const struct app *app) {
    int setting = app->open >= 0 ? case_now(app)->session.setting : app->start.setting;
    return pack_hidden_page(app->pack, app->pack->settings.items[setting].kind);
}

static void hide(struct app *app) {
    const struct hidden_page *page = hidden_page_of(app);
    app->hidden = true;
    paper_forget(app);
    ui_forget(&app->ui);
    app->host->forget_drawn(app->host->self);
    app->host->set_title(app->host->self, content_text(&app->language, "hidden page", page->id, "title", page->title));
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
    utf8_copy(app->preferences.texts[a->index], PREFERENCE_TEXT_MAX + 1, a->text);
    preferences_keep(app);
}

static void apply(struct app *app, const struct action *a) {
    char focus[UI_KEY_MAX]; /* the picture it lies in may go */
    utf8_copy(focus, sizeof focus, a->focus);
    switch (a->kind) {
    case ACTION_NONE: return;
    case ACTION_ANSWER: case_answer(app, a); break;
    case ACTION_UNDO: case_undo(app, false); break;
    case ACTION_REDO: case_undo(app, true); break;
    case ACTION_GO: view_go(app, a->screen); break;
    case ACTION_BACK: view_back(app); break;
    case ACTION_MORE: view_of(app)->more = !view_of(app)->more; break;
    case ACTION_OPEN_LIST: view_open_list(app, a->index, a->value); break;
    case ACTION_OPEN_SIGN: view_open_sign(app, a->index); break;
    case ACTION_FIND: utf8_copy(view_of(app)->find, sizeof view_of(app)->find, a->text); break;
    case ACTION_CHOOSE:
        if (view_of(app)->screen == SCREEN_CHOOSE) /* one list at a time */
            break;
        view_go(app, SCREEN_CHOOSE);
        view_of(app)->choice = (enum choice)a->index;
        break;
    case ACTION_CHOSEN: chosen(app, a); break;
    case ACTION_PICK_SETTING: preferences_pick_setting(app, a->index); break;
    case ACTION_NEW_CASE: case_begin(app, a->index); break;
    case ACTION_OPEN_CASE: case_open(app, a->index); break;
    case ACTION_OPEN_CODE: case_open_code(app, a->text); break;
    case ACTION_FINISH: case_finish(app); break;
    case ACTION_LEAVE_CASE: case_put_aside(app); break;
    case ACTION_ASK_END:
        app->dialog = DIALOG_END;
        ui_new_screen(&app->ui);
        break;
    case ACTION_HANDED_OVER:
        app->dialog = DIALOG_HANDED_OVER;
        ui_new_screen(&app->ui);
        break;
    case ACTION_WRITE_NOTE: hand_over_write(app); break;
    case ACTION_SET_TEXT: set_text(app, a); break;
    case ACTION_SET_THEME:
        app->preferences.theme = (enum theme)a->value;
        preferences_keep(app);
        break;
    case ACTION_SET_SIZE:
        app->preferences.text = a->value;
        preferences_keep(app);
        break;
    case ACTION_SET_CAPS:
        app->preferences.caps = (enum caps)a->value;
        preferences_keep(app);
        break;
    case ACTION_SET_IDLE:
        app->preferences.idle = a->value;
        preferences_keep(app);
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

static struct model make_model(struct app *app) {
    struct open_case *c = case_now(app);
    arena_free(&app->scratch);
    struct model m = {
        .pack = app->pack,
        .language = &app->language,
        .languages = app->languages,
        .language_count = app->language_count,
        .preferences = &app->preferences,
        .documents = app->host->documents_folder,
        .cases = case_lines(app),
        .case_count = app->case_count,
        .view = view_of(app),
        .hidden = hidden_page_of(app),
        .now = app->now,
        .has_now = app->has_now,
    };
    if (!c)
        return m;
    case_assess(app);
    m.session = &c->session;
    m.assessment = &app->assessment;
    m.stamp = &c->stamp;
    m.can_undo = c->session.change_count > 0;
    if (c->view.screen == SCREEN_NOTE && !app->hidden)
        m.pages = paper_pages(app, model_receiver(&m));
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
        case_end(app);
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
    utf8_copy(pressed, sizeof pressed, app->ui.pressed);
    app->ui.pressed[0] = '\0';
    show(app);
    app->ui.left[0] = '\0';
    utf8_copy(app->ui.pressed, sizeof app->ui.pressed, pressed);
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
    return booth && app->preferences.idle > BOOTH_IDLE ? BOOTH_IDLE : app->preferences.idle;
}

static bool is_idle(const struct app *app) {
    return app->preferences.idle > 0 && !app->hidden && app->ui.milliseconds - app->last_input >= 1000LL * idle_seconds(app);
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
    long long idle = app->preferences.idle > 0 && !app->hidden ? app->last_input + 1000LL * idle_seconds(app) - app->ui.milliseconds : -1;
    if (app->ui.typing && app->ui.milliseconds - app->ui.last_key < CARET_RESTS)
        return CARET_BLINKS;
    if (app->hidden)
        return 1000 * (60 - (app->has_now ? app->now.second : 0));
    return idle < 0 ? (app->preferences.idle > 0 && !app->hidden ? 1 : -1) : (int)idle + 1;
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
                         .start = view_new(SCREEN_START),
                         .keep_preferences = start->keep_preferences };
    app->ui.width = 1280;
    app->ui.height = 800;
    app->ui.scale = app->ui.text = 1;
    app->ui.language = &app->language;
    app->ui.fonts = &app->fonts;
    /* Caps show until a finger says that there may be no keyboard. */
    app->ui.keyboard_used = true;
    if (!resources_fonts(host, a, start->assets, &app->fonts, e))
        return false;
    preferences_load(app);
    app->start.setting = preferences_usual_setting(app);
    preferences_list_languages(app);
    if (start->state)
        utf8_copy(app->preferences.texts[PREFERENCE_STATE], PREFERENCE_TEXT_MAX + 1, start->state);
    const char *code = start->language ? start->language : app->preferences.texts[PREFERENCE_LANGUAGE];
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
        case_wipe(app->cases[i]);
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
