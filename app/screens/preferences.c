#include "screens/preferences.h"

#include "base/json.h"
#include "base/utf8.h"

#include <string.h>

const int preferences_text_sizes[] = { 100, 115, 125, 150, 175, 200 };
const int preferences_text_size_count = sizeof preferences_text_sizes / sizeof *preferences_text_sizes;

const char *const preference_names[PREFERENCE_TEXT_COUNT] = {
    [PREFERENCE_UNIT] = "unit",     [PREFERENCE_NUMBER] = "number",     [PREFERENCE_CALL] = "call",   [PREFERENCE_STATE] = "state",
    [PREFERENCE_FOLDER] = "folder", [PREFERENCE_LANGUAGE] = "language", [PREFERENCE_PLACE] = "place",
};

static const char *const theme_words[THEME_COUNT] = { [THEME_LIGHT] = "light", [THEME_DARK] = "dark", [THEME_CONTRAST] = "contrast" };
static const char *const caps_words[] = { [CAPS_WHEN_KEYS] = "when-keys", [CAPS_ALWAYS] = "always", [CAPS_NEVER] = "never" };
#define CAPS_COUNT ((int)(sizeof caps_words / sizeof *caps_words))

/* The bounds within which a screen that nobody touches has to hide. */
enum { IDLE_LEAST = 20, IDLE_MOST = 300 };

void preferences_default(struct preferences *s) {
    *s = (struct preferences){ .theme = THEME_LIGHT, .text = 100, .caps = CAPS_WHEN_KEYS, .idle = IDLE_MOST };
}

/* ---- what makes sense */

/* What no keyboard writes into one line: line ends and other control characters, and those that
 * turn the direction of what follows. */
static bool is_one_line(const char *text) {
    const char *end = text + strlen(text);
    while (text < end) {
        uint32_t c = utf8_next(&text, end);
        if (utf8_disturbs(c) || c == '\n' || c == '\t')
            return false;
    }
    return true;
}

static bool is_state(const char *code) {
    return strlen(code) == 2 && strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2;
}

/* Asked of what is read and of what is written alike, so that what is kept can be read again. */
static bool makes_sense(enum preference_text which, const char *text) {
    size_t size = strlen(text);
    if (size == 0)
        return true;
    if (size > PREFERENCE_TEXT_MAX || !utf8_valid((struct bytes){ text, size }) || !is_one_line(text))
        return false;
    if (which == PREFERENCE_STATE)
        return is_state(text);
    return which != PREFERENCE_LANGUAGE || language_code_valid(text);
}

static bool is_text_size(int size) {
    for (int i = 0; i < preferences_text_size_count; i++)
        if (preferences_text_sizes[i] == size)
            return true;
    return false;
}

/* ---- reading: a value that makes no sense leaves the default */

static void read_text(const struct json *root, enum preference_text which, struct preferences *s) {
    const struct json *from = json_get(root, preference_names[which]);
    if (from && from->kind == JSON_TEXT && makes_sense(which, from->text))
        memcpy(s->texts[which], from->text, strlen(from->text) + 1);
}

static int read_word(const struct json *root, const char *key, const char *const *words, int count, int other) {
    const struct json *from = json_get(root, key);
    for (int i = 0; from && from->kind == JSON_TEXT && i < count; i++)
        if (!strcmp(from->text, words[i]))
            return i;
    return other;
}

/* A whole number from 1 to 1000, or 0. */
static int read_number(const struct json *root, const char *key) {
    const struct json *from = json_get(root, key);
    if (!from || from->kind != JSON_NUMBER || from->number < 1 || from->number > 1000 || from->number != (int)from->number)
        return 0;
    return (int)from->number;
}

bool preferences_read(struct arena *scratch, struct bytes text, const char *path, struct preferences *s, struct error *e) {
    struct json_fault fault = { .line = 1, .why = "it must be an object" };
    const struct json *root = json_parse(scratch, text, &fault);
    preferences_default(s);
    if (!root || root->kind != JSON_OBJECT)
        return error_set(e, ERROR_INPUT, "The settings in %s cannot be read (line %d: %s). The defaults are used.", path, fault.line,
                         fault.why);
    for (int i = 0; i < PREFERENCE_TEXT_COUNT; i++)
        read_text(root, (enum preference_text)i, s);
    s->theme = (enum theme)read_word(root, "theme", theme_words, THEME_COUNT, (int)s->theme);
    s->caps = (enum caps)read_word(root, "caps", caps_words, CAPS_COUNT, (int)s->caps);
    int size = read_number(root, "text"), idle = read_number(root, "idle");
    if (is_text_size(size))
        s->text = size;
    if (idle >= IDLE_LEAST && idle <= IDLE_MOST)
        s->idle = idle;
    return true;
}

/* ---- writing */

void preferences_write(const struct preferences *s, struct buffer *out) {
    struct json_writer w = { .out = out };
    json_open_object(&w, NULL);
    for (int i = 0; i < PREFERENCE_TEXT_COUNT; i++)
        json_write_text(&w, preference_names[i], makes_sense((enum preference_text)i, s->texts[i]) ? s->texts[i] : "");
    json_write_text(&w, "theme", theme_words[s->theme]);
    json_write_int(&w, "text", s->text);
    json_write_text(&w, "caps", caps_words[s->caps]);
    json_write_int(&w, "idle", s->idle);
    json_close_object(&w);
    json_end(&w);
}
