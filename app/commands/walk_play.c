#include "commands/walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_MAX_BYTES 6000

/* ---- a world that never changes */

static bool fixed_now(void *self, struct date_time *out, struct error *e) {
    (void)self;
    (void)e;
    return date_time_read("2026-11-22T10:42:00+01:00", out);
}

/* Gives the reference 7K-M2Q9, then 8M-N3RA and so on. */
static bool fixed_random(void *self, unsigned char *out, size_t size, struct error *e) {
    static const unsigned char bytes[] = { 5, 17, 18, 0, 21, 7 };
    struct walk_world *world = self;
    (void)e;
    for (size_t i = 0; i < size; i++)
        out[i] = (unsigned char)(bytes[i % sizeof bytes] + world->given);
    world->given++;
    return true;
}

static bool no_window(void *self, const char *title, struct error *e) {
    (void)self;
    (void)title;
    return error_set(e, ERROR_WORLD, "a walk has no window");
}

static bool no_write(void *self, const char *folder, const struct host_file *files, int count, struct error *e) {
    (void)self;
    (void)folder;
    (void)files;
    (void)count;
    return error_set(e, ERROR_WORLD, "a walk writes notes only where --out or --shots names a folder");
}

static void no_words(void *self, const char *text) {
    (void)self;
    (void)text;
}

static void no_full_screen(void *self, bool on) {
    (void)self;
    (void)on;
}

static void nothing_drawn(void *self) {
    (void)self;
}

static const char *no_paste(void *self, struct arena *a) {
    (void)self;
    (void)a;
    return NULL;
}

static bool real_pdf(void *self, struct arena *a, const struct pages *pages, struct bytes *out, struct error *e) {
    struct walk_world *world = self;
    return world->real->pages_pdf(world->real->self, a, pages, out, e);
}

/* Files are those of the real host, whose functions for them need no self. */
struct host walk_host(const struct host *real, const char *documents, struct walk_world *world) {
    struct host host = *real;
    world->real = real;
    host.self = world;
    host.pages_pdf = real_pdf;
    host.forget_drawn = nothing_drawn;
    host.now = fixed_now;
    host.random = fixed_random;
    host.open_window = no_window;
    host.set_title = no_words;
    host.set_full_screen = no_full_screen;
    host.paste = no_paste;
    host.preferences_file = NULL;
    host.documents_folder = documents ? documents : "";
    if (!documents)
        host.write_files = no_write;
    return host;
}

/* ---- what the options and the verbs set */

bool walk_size(struct app *app, const char *size, struct error *e) {
    int w = 0, h = 0, used = 0;
    if (sscanf(size, "%5dx%5d%n", &w, &h, &used) != 2 || size[used] || w < 320 || h < 320 || w > 10000 || h > 10000)
        return error_set(e, ERROR_USAGE, "a size is two numbers, such as 800x600");
    app_handle(app, &(struct input){ .kind = INPUT_SIZE, .width = (float)w, .height = (float)h, .scale = 1 });
    return true;
}

bool walk_theme(struct app *app, const char *theme, struct error *e) {
    static const char *const names[THEME_COUNT] = { "light", "dark", "contrast" };
    for (int i = 0; i < THEME_COUNT; i++)
        if (!strcmp(names[i], theme)) {
            app->preferences.theme = app->ui.theme = (enum theme)i;
            app_show_again(app);
            return true;
        }
    return error_set(e, ERROR_USAGE, "a theme is light, dark or contrast");
}

bool walk_text(struct app *app, const char *text, struct error *e) {
    int size = atoi(text);
    if (size < 100 || size > 200)
        return error_set(e, ERROR_USAGE, "a text size is a number from 100 to 200");
    app->preferences.text = size;
    app->ui.text = (float)size / 100;
    app_show_again(app);
    return true;
}

/* ---- keys by their names */

static const struct key_name {
    const char *name;
    int key;
} key_names[] = {
    { "Tab", KEY_TAB },       { "Enter", KEY_ENTER },     { "Space", KEY_SPACE },
    { "Esc", KEY_ESCAPE },    { "Left", KEY_LEFT },       { "Right", KEY_RIGHT },
    { "Up", KEY_UP },         { "Down", KEY_DOWN },       { "Home", KEY_HOME },
    { "End", KEY_END },       { "Page Up", KEY_PAGE_UP }, { "Page Down", KEY_PAGE_DOWN },
    { "-", KEY_MINUS },       { "+", KEY_PLUS },          { "Backspace", KEY_BACKSPACE },
    { "Delete", KEY_DELETE }, { "*", KEY_STAR },          { "/", KEY_SLASH },
    { ".", KEY_POINT },       { "F1", KEY_F1 },           { "F2", KEY_F2 },
    { "F3", KEY_PLUS },       { "F4", KEY_F4 },           { "F5", KEY_F5 },
    { "F6", KEY_F6 },         { "F8", KEY_F8 },           { "F9", KEY_F9 },
    { "F11", KEY_F11 },
};

static bool read_key(const char *name, struct input *in) {
    for (;; name += strcspn(name, " ") + 1)
        if (!strncmp(name, "Ctrl ", 5))
            in->control = true;
        else if (!strncmp(name, "Shift ", 6))
            in->shift = true;
        else
            break;
    for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++)
        if (!strcmp(key_names[i].name, name))
            in->key = key_names[i].key;
    if (!in->key && name[0] && !name[1] && ((name[0] >= '0' && name[0] <= '9') || (name[0] >= 'A' && name[0] <= 'Z')))
        in->key = name[0] >= 'A' ? name[0] - 'A' + 'a' : name[0];
    return in->key != 0;
}

/* ---- verbs */

struct script_line {
    char verb[32], a[LINE_MAX_BYTES], b[UI_KEY_MAX * 2];
};

static bool check_picture(struct walk *w, struct error *e) {
    char what[200];
    int faults = picture_faults(app_picture(w->app), what, sizeof what);
    return faults == 0 || error_set(e, ERROR_INPUT, "%d faults of the picture; the first: %s", faults, what);
}

static bool give(struct walk *w, struct input in, struct error *e) {
    in.milliseconds = w->app->ui.milliseconds + 100;
    app_handle(w->app, &in);
    return !w->after || w->after(w->self, app_picture(w->app), NULL, e);
}

static const struct node *find(struct walk *w, const char *key, struct error *e) {
    const struct node *n = picture_find(app_picture(w->app), key);
    if (!n)
        error_set(e, ERROR_INPUT, "there is no %s on this picture", key);
    return n;
}

static bool press(struct walk *w, const struct script_line *l, struct error *e) {
    struct input in = { .kind = INPUT_KEY };
    if (!read_key(l->a, &in))
        return error_set(e, ERROR_INPUT, "there is no key of this name");
    w->presses++;
    return give(w, in, e);
}

static bool type(struct walk *w, const struct script_line *l, struct error *e) {
    if (!w->app->ui.typing)
        return error_set(e, ERROR_INPUT, "no field has the caret");
    return give(w, (struct input){ .kind = INPUT_TEXT, .text = l->a }, e);
}

static bool point_at(struct walk *w, const char *key, bool touch, struct error *e) {
    const struct node *n = find(w, key, e);
    if (!n)
        return false;
    struct input in = { .kind = INPUT_MOVE, .x = n->box.x + n->box.w / 2, .y = n->box.y + n->box.h / 2, .touch = touch };
    const struct node *hit = picture_hit(app_picture(w->app), in.x, in.y);
    if (!hit || strcmp(hit->key, key) != 0)
        return error_set(e, ERROR_INPUT, "%s cannot be pressed: it is scrolled away or something lies over it", key);
    w->presses++;
    if (!touch && !give(w, in, e))
        return false;
    in.kind = INPUT_DOWN;
    if (!give(w, in, e))
        return false;
    in.kind = INPUT_UP;
    return give(w, in, e);
}

static bool click(struct walk *w, const struct script_line *l, struct error *e) {
    return point_at(w, l->a, false, e);
}

static bool touch(struct walk *w, const struct script_line *l, struct error *e) {
    return point_at(w, l->a, true, e);
}

static bool has_state(struct walk *w, const char *key, unsigned state, const char *what, struct error *e) {
    const struct node *n = find(w, key, e);
    return n && (n->state & state || error_set(e, ERROR_INPUT, "%s %s", key, what));
}

static bool focus(struct walk *w, const struct script_line *l, struct error *e) {
    return !strcmp(w->app->ui.focus, l->a) || error_set(e, ERROR_INPUT, "the focus is on %s", w->app->ui.focus);
}

static bool checked(struct walk *w, const struct script_line *l, struct error *e) {
    return has_state(w, l->a, NODE_CHECKED | NODE_CURRENT, "is not chosen", e);
}

static bool open(struct walk *w, const struct script_line *l, struct error *e) {
    return has_state(w, l->a, NODE_OPEN, "is not open", e);
}

static bool see(struct walk *w, const struct script_line *l, struct error *e) {
    const struct node *n = find(w, l->a, e);
    if (!n)
        return false;
    if (*l->b && !strstr(n->label, l->b) && !(n->description && strstr(n->description, l->b)))
        return error_set(e, ERROR_INPUT, "%s does not say so", l->a);
    return true;
}

static bool gone(struct walk *w, const struct script_line *l, struct error *e) {
    return !picture_find(app_picture(w->app), l->a) || error_set(e, ERROR_INPUT, "%s is there", l->a);
}

static bool language(struct walk *w, const struct script_line *l, struct error *e) {
    if (!app_set_language(w->app, l->a, e))
        return false;
    app_show_again(w->app);
    return true;
}

/* As the window's own button does. */
static bool close_window(struct walk *w, const struct script_line *l, struct error *e) {
    (void)l;
    return give(w, (struct input){ .kind = INPUT_CLOSE }, e);
}

static bool size(struct walk *w, const struct script_line *l, struct error *e) {
    return walk_size(w->app, l->a, e);
}

static bool theme(struct walk *w, const struct script_line *l, struct error *e) {
    return walk_theme(w->app, l->a, e);
}

static bool text(struct walk *w, const struct script_line *l, struct error *e) {
    return walk_text(w->app, l->a, e);
}

static bool shot(struct walk *w, const struct script_line *l, struct error *e) {
    if (!*l->a || strspn(l->a, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(l->a))
        return error_set(e, ERROR_INPUT, "the name of a picture is of small letters, digits and hyphens");
    return !w->after || w->after(w->self, app_picture(w->app), l->a, e);
}

static const struct verb {
    const char *name;
    bool (*play)(struct walk *w, const struct script_line *l, struct error *e);
} verbs[] = {
    { "press", press },     { "type", type }, { "click", click }, { "touch", touch },       { "focus", focus },
    { "checked", checked }, { "open", open }, { "see", see },     { "gone", gone },         { "size", size },
    { "theme", theme },     { "text", text }, { "shot", shot },   { "language", language }, { "close", close_window },
};

/* ---- lines */

/* One word, or words in quotation marks; false if there is none or it is too long. */
static bool read_word(const char **at, const char *end, char *out, size_t room) {
    size_t size = 0;
    while (*at < end && **at == ' ')
        (*at)++;
    bool quoted = *at < end && **at == '"';
    *at += quoted;
    while (*at < end && **at != (quoted ? '"' : ' ') && size + 1 < room)
        out[size++] = *(*at)++;
    out[size] = '\0';
    *at += quoted && *at < end;
    return size > 0;
}

static bool play_verb(struct walk *w, const struct script_line *l, struct error *e) {
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (!strcmp(verbs[i].name, l->verb))
            return verbs[i].play(w, l, e) && check_picture(w, e);
    return error_set(e, ERROR_INPUT, "there is no verb of this name");
}

static bool play_line(struct walk *w, const char *at, const char *end, struct error *e) {
    struct script_line l = { .verb = "" };
    if (!read_word(&at, end, l.verb, sizeof l.verb) || *l.verb == '#')
        return true;
    read_word(&at, end, l.a, sizeof l.a);
    read_word(&at, end, l.b, sizeof l.b);
    return play_verb(w, &l, e);
}

bool walk_play(struct walk *w, struct bytes script, struct error *e) {
    const char *at = script.data, *end = script.data + script.size;
    for (int number = 1; at < end; number++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct error why = { 0 };
        stop = stop ? stop : end;
        if (!play_line(w, at, stop, &why))
            return error_set(e, why.kind, "%s:%d: on %s: %s", w->name, number, app_screen_id(w->app), why.text);
        at = stop + 1;
    }
    return true;
}
