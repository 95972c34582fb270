/* The fonts of assets/fonts.json, as staged, can show every name of a language and a state. */
#include "paper.h"

#include "base/utf8.h"
#include "text/font.h"

struct fixture {
    struct arena arena;
    struct font_set fonts;
    int looked_at; /* characters */
};

static const struct json *json_file(struct arena *a, const char *path) {
    struct json_fault fault = { 0 };
    const struct json *root = json_parse(a, support_file(a, path), &fault);
    if (!root)
        fail_msg("%s:%d: %s", path, fault.line, fault.why);
    return root;
}

static int open_fonts(void **state) {
    static struct fixture f;
    staged_fonts(&f.arena, &f.fonts);
    *state = &f;
    return 0;
}

static int close_fonts(void **state) {
    struct fixture *f = *state;
    font_close(&f->fonts);
    arena_free(&f->arena);
    return 0;
}

static void assert_shown(struct fixture *f, const char *text) {
    for (const char *at = text, *end = text + strlen(text); at < end; f->looked_at++) {
        uint32_t character = utf8_next(&at, end);
        if (!font_has(&f->fonts, font_for(&f->fonts, character, false), character))
            fail_msg("%s: no font has U+%04X", text, (unsigned)character);
    }
}

/* Every text below this value. */
static void assert_all_shown(struct fixture *f, const struct json *value) {
    if (value->kind == JSON_TEXT)
        assert_shown(f, value->text);
    for (int i = 0; (value->kind == JSON_LIST || value->kind == JSON_OBJECT) && i < value->count; i++)
        assert_all_shown(f, &value->items[i]);
}

static void every_name_of_a_language_can_be_shown(void **state) {
    struct fixture *f = *state;
    f->looked_at = 0;
    assert_all_shown(f, json_file(&f->arena, "content/languages.json"));
    assert_true(f->looked_at > 1000);
}

static void every_name_of_a_state_can_be_shown(void **state) {
    struct fixture *f = *state;
    f->looked_at = 0;
    assert_all_shown(f, json_file(&f->arena, "content/states.json"));
    assert_true(f->looked_at > 2000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_of_a_language_can_be_shown),
        cmocka_unit_test(every_name_of_a_state_can_be_shown),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
