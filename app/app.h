/* Everything that is alive while the window is open: cases, settings, the language, the screen.
 *
 * One input in, one settled picture out. app_handle() finds what the input meant, shows the
 * screen, applies the action that comes back, and shows again until nothing changes. The same
 * inputs give the same pictures: the clock and random numbers come from the host.
 *
 * Cases live in memory only, each in an arena of its own; ending one overwrites it. Who waits
 * for inputs and paints pictures is the caller: the window (commands/window.c) or a walk. */
#ifndef APP_H
#define APP_H

#include "host.h"
#include "screens/screen.h"

#define CASES_MAX 8

struct open_case {
    struct arena arena;
    struct session session;
    struct stamp stamp;
    struct view_state view;
};

/* What the window has to do besides showing the picture. */
enum dialog_kind { DIALOG_NONE, DIALOG_END, DIALOG_HANDED_OVER, DIALOG_CLOSE };

struct app {
    const struct host *host;
    struct arena *arena; /* as long as the program */
    const struct pack *pack;
    struct font_set fonts;
    struct ui ui;
    struct language language;
    struct arena language_arenas[2]; /* of the present one and the one before */
    int language_arena;
    struct language_choice *languages;
    int language_count;
    struct preferences preferences;
    bool keep_preferences; /* false in a walk: nothing is written */
    struct open_case *cases[CASES_MAX];
    int case_count, open;    /* -1: the start screen */
    struct view_state start; /* the view without a case */
    struct arena scratch;    /* of the present picture */
    struct arena assessed;   /* the assessment of the case on screen, until an answer changes */
    struct assessment assessment;
    struct assessed_for {
        const struct open_case *open;
        int changes, redos, step;
    } assessed_for;
    /* The note of the case on screen as pages, while its screen shows: until an answer, the receiver or the
     * language changes. */
    struct arena paper;
    struct pages pages;
    unsigned pages_made;
    struct pages_for {
        struct assessed_for answers;
        int receiver;
    } pages_for;
    enum dialog_kind dialog;
    bool hidden, done, full_screen;
    long long last_input;
    struct date_time now;
    bool has_now;
};

/* What the program was started with. */
struct app_start {
    const char *language;         /* NULL: as set, else English */
    const char *state;            /* NULL: as set */
    const char *assets;           /* NULL: beside the program */
    const char *contacts_problem; /* said on the start screen: the authority's contacts were left out; NULL: none */
    bool keep_preferences;
};

/* Loads fonts, languages and settings. False where the window could not be read; a language or
 * settings that are damaged are said on the start screen. */
bool app_open(struct app *app, const struct host *host, struct arena *a, const struct pack *pack, const struct app_start *start,
              struct error *e);

/* One input; afterwards app_picture() is settled. */
void app_handle(struct app *app, const struct input *in);
const struct picture *app_picture(const struct app *app);

/* Milliseconds until something shows without an input, or -1. */
int app_wait(const struct app *app);

/* Says a problem on the present screen. */
void app_say(struct app *app, const char *problem);

/* Other languages, themes and sizes, as the settings would (walks). */
bool app_set_language(struct app *app, const char *code, struct error *e);
void app_show_again(struct app *app);

/* The id of the screen that shows, for messages. */
const char *app_screen_id(const struct app *app);

/* Overwrites all cases. */
void app_close(struct app *app);

#endif
