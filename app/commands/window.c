/* The window: waits for inputs, hands them to the app, shows its pictures. */
#include "commands/command.h"

#include "app.h"
#include "resources.h"

#include <stdio.h>

/* How often and how long a display that is gone is looked for again. */
#define REOPEN_TIMES 120
/* How often in a row a window that opens but shows nothing is opened again. */
#define SHOW_TIMES 5

static bool show(const struct host *host, const struct app *app, struct error *e) {
    host->set_typing(host->self, app->ui.typing, app->ui.caret);
    return host->show_picture(host->self, app_picture(app), e);
}

/* The display went away: a server that was restarted, a session that was locked out. The cases
 * stay, hidden, until there is a display again. */
static bool reopen(const struct host *host, struct app *app, struct error *e) {
    app_handle(app, &(struct input){ .kind = INPUT_LOST });
    host->close_window(host->self);
    for (int i = 0; i < REOPEN_TIMES; i++) {
        struct error quiet = { 0 };
        if (host->open_window(host->self, "Information", &quiet))
            return true;
        host->rest(host->self, 1000);
    }
    return error_set(e, ERROR_WORLD, "the display went away and did not come back");
}

static bool run_window(const struct host *host, struct app *app, struct error *e) {
    for (int failed = 0; !app->done;) {
        struct input in = { 0 };
        struct error lost = { 0 };
        bool ok = host->wait_input(host->self, app_wait(app), &in, &lost);
        if (ok) {
            app_handle(app, &in);
            ok = app->done || show(host, app, &lost);
        }
        failed = ok ? 0 : failed + 1;
        if (failed > SHOW_TIMES)
            return error_set(e, lost.kind, "%s", lost.text);
        if (!ok && !reopen(host, app, e))
            return false;
    }
    return true;
}

/* ---- when the program cannot start */

/* A picture of its own: there is no content, so there are no screens. */
static void show_problem(struct ui *ui, const char *text, bool *close) {
    const struct language *l = ui->language;
    struct footer f = { .words = tr(l, "Nothing was changed. No case was open."),
                        .primary = { .key = "problem/close", .label = tr(l, "Close") } };
    ui_begin(ui);
    *close = ui_footer(ui, &f) == FOOTER_PRIMARY;
    ui_region(ui, "problem", ui_body(ui));
    ui_title(ui, tr(l, "Waymark cannot start"), NULL);
    ui_attention(ui, "problem/text", ICON_ATTENTION, tr(l, "Look here."), text, NULL);
    ui_gap(ui, SPACE_3);
    ui_words(ui, NULL, TYPE_BODY, PAINT_TEXT, tr(l, "Install the program again, or ask the person who looks after this machine."), 0);
    ui_region_end(ui);
    ui_end(ui);
}

static bool ends_it(const struct input *in) {
    return in->kind == INPUT_CLOSE || (in->kind == INPUT_KEY && in->key == KEY_ESCAPE);
}

static void say_in_window(struct run *run, const struct font_set *fonts, const char *text) {
    const struct host *host = run->host;
    struct ui *ui = arena_alloc(run->arena, 1, sizeof *ui);
    struct error e = { 0 };
    bool close = false;
    ui->width = 1280;
    ui->height = 800;
    ui->scale = ui->text = 1;
    ui->fonts = fonts;
    ui->language = &run->language;
    for (struct input in = { 0 }; !close && !ends_it(&in);) {
        ui_input(ui, &in);
        show_problem(ui, text, &close);
        ui_settle(ui);
        if (!close && !host->show_picture(host->self, ui_picture(ui), &e))
            break;
        in = (struct input){ 0 };
        if (!close && !host->wait_input(host->self, -1, &in, &e))
            break;
    }
    ui_forget(ui);
}

/* Says why in the window, and where there is not even a font, in a box of the system. */
static void say_problem(struct run *run, const struct error *why) {
    struct font_set fonts = { 0 };
    struct error e = { 0 };
    if (!run->host->open_window(run->host->self, "Waymark", &e))
        return;
    const char *text = run->first_problem ? arena_printf(run->arena, "%s\n%s", why->text, run->first_problem) : why->text;
    if (resources_fonts(run->host, run->arena, run->options.assets, &fonts, &e))
        say_in_window(run, &fonts, text);
    else
        run->host->say(run->host->self, "Waymark", why->text);
    font_close(&fonts);
    run->host->close_window(run->host->self);
}

enum error_kind command_window(struct run *run, struct error *e) {
    const struct host *host = run->host;
    struct app *app = arena_alloc(run->arena, 1, sizeof *app);
    struct app_start start = { .state = run->options.country, .assets = run->options.assets, .keep_preferences = true };
    /* A catalogue that cannot be read is said on the start screen; the rest works in English. */
    start.language = run->options.language;
    run->options.language = NULL;
    bool loaded = run_load(run, e);
    start.contacts_problem = run->contacts_problem;
    if (!loaded || !app_open(app, host, run->arena, run->pack, &start, e)) {
        say_problem(run, e);
        return e->kind;
    }
    bool opened = host->open_window(host->self, "Waymark", e);
    if (opened)
        run_window(host, app, e);
    host->close_window(host->self);
    app_close(app);
    return e->kind;
}
