#include "support.h"

#include "screens/preferences.h"

#include <stdio.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))
#define PATH "/home/me/settings.json"

/* Reads JSON with single quotes that must be accepted. */
static struct preferences settings_of(const char *text) {
    struct arena a = { 0 };
    struct error e = { 0 };
    struct preferences s;
    if (!preferences_read(&a, support_quotes(&a, text), PATH, &s, &e))
        fail_msg("%s is refused: %s", text, e.text);
    arena_free(&a);
    return s;
}

static struct preferences defaults(void) {
    struct preferences s;
    preferences_default(&s);
    return s;
}

static void assert_settings_equal(const struct preferences *a, const struct preferences *b) {
    for (int i = 0; i < PREFERENCE_TEXT_COUNT; i++)
        assert_string_equal(a->texts[i], b->texts[i]);
    assert_int_equal(a->theme, b->theme);
    assert_int_equal(a->text, b->text);
    assert_int_equal(a->caps, b->caps);
    assert_int_equal(a->idle, b->idle);
}

static struct preferences written_and_read(const struct preferences *s) {
    struct arena a = { 0 };
    struct buffer out = { .arena = &a };
    struct error e = { 0 };
    struct preferences back;
    preferences_write(s, &out);
    if (!preferences_read(&a, buffer_bytes(&out), PATH, &back, &e))
        fail_msg("what was written is refused: %s", e.text);
    arena_free(&a);
    return back;
}

/* ---- what is kept */

static void without_a_file_nothing_is_filled_in_and_the_screen_hides_after_five_minutes(void **state) {
    struct preferences s = defaults();
    (void)state;
    for (int i = 0; i < PREFERENCE_TEXT_COUNT; i++)
        assert_string_equal(s.texts[i], "");
    assert_int_equal(s.theme, THEME_LIGHT);
    assert_int_equal(s.text, 100);
    assert_int_equal(s.caps, CAPS_WHEN_KEYS);
    assert_int_equal(s.idle, 300);
}

static void what_is_written_reads_back_the_same(void **state) {
    struct preferences s = {
        .texts = { "Second line, \"Siret\"", "+40 100", "Agency\\desk", "RO", "/home/me/notes", "pt_PT" },
        .theme = THEME_CONTRAST,
        .text = 175,
        .caps = CAPS_ALWAYS,
        .idle = 60,
    };
    (void)state;
    struct preferences back = written_and_read(&s);
    assert_settings_equal(&back, &s);
}

static void every_theme_size_and_use_of_key_caps_is_kept(void **state) {
    struct preferences s = defaults();
    (void)state;
    for (int i = 0; i < preferences_text_size_count; i++) {
        s.theme = (enum theme)(i % THEME_COUNT);
        s.caps = (enum caps)(i % 3);
        s.text = preferences_text_sizes[i];
        struct preferences back = written_and_read(&s);
        assert_settings_equal(&back, &s);
    }
}

static void a_text_of_full_length_in_another_script_is_kept(void **state) {
    struct preferences s = defaults();
    (void)state;
    for (int i = 0; i < PREFERENCE_TEXT_MAX; i += 2)
        memcpy(s.texts[PREFERENCE_UNIT] + i, "\xD0\xAF", 2);
    struct preferences back = written_and_read(&s);
    assert_settings_equal(&back, &s);
}

static void the_file_is_an_object_with_one_key_a_line(void **state) {
    struct arena a = { 0 };
    struct buffer out = { .arena = &a };
    struct preferences s = defaults();
    (void)state;
    strcpy(s.texts[PREFERENCE_STATE], "RO");
    preferences_write(&s, &out);
    assert_string_equal(buffer_text(&out), "{\n"
                                           "  \"unit\": \"\",\n"
                                           "  \"number\": \"\",\n"
                                           "  \"call\": \"\",\n"
                                           "  \"state\": \"RO\",\n"
                                           "  \"folder\": \"\",\n"
                                           "  \"language\": \"\",\n  \"place\": \"\",\n"
                                           "  \"theme\": \"light\",\n"
                                           "  \"text\": 100,\n"
                                           "  \"caps\": \"when-keys\",\n"
                                           "  \"idle\": 300\n"
                                           "}\n");
    arena_free(&a);
}

static void a_text_that_could_not_be_read_again_is_not_written(void **state) {
    static const char *const broken[] = { "\xC3", "two\nlines", "\xE2\x80\xAEturned" };
    struct preferences s = defaults();
    (void)state;
    strcpy(s.texts[PREFERENCE_NUMBER], "112");
    for (int i = 0; i < COUNT(broken); i++) {
        strcpy(s.texts[PREFERENCE_UNIT], broken[i]);
        struct preferences back = written_and_read(&s);
        assert_string_equal(back.texts[PREFERENCE_UNIT], "");
        assert_string_equal(back.texts[PREFERENCE_NUMBER], "112");
    }
}

/* ---- what is left out */

static void keys_that_are_not_known_are_ignored(void **state) {
    struct preferences s = settings_of("{'later': {'a': [1, 2]}, 'unit': 'Siret', 'Unit': 'no'}");
    (void)state;
    assert_string_equal(s.texts[PREFERENCE_UNIT], "Siret");
}

static void a_value_that_makes_no_sense_leaves_the_default_and_the_rest_is_kept(void **state) {
    static const char *const values[] = {
        "'unit': 7",
        "'unit': ['a']",
        "'unit': null",
        "'unit': 'two\\nlines'",
        "'unit': 'a\\u001bb'",
        "'unit': 'a\\u202eb'",
        "'unit': 'a\\u2067b'",
        "'state': 'ro'",
        "'state': 'ROU'",
        "'state': '../..'",
        "'language': '../../etc'",
        "'language': 'de/'",
        "'language': 'ffffffffffffffffffffffff'",
        "'theme': 'pink'",
        "'theme': 1",
        "'text': 99",
        "'text': 110",
        "'text': 100000000000000",
        "'text': 125.5",
        "'text': '125'",
        "'caps': true",
        "'caps': 'Always'",
        "'idle': 0",
        "'idle': -60",
        "'idle': 19",
        "'idle': 301",
        "'idle': 60.5",
        "'idle': 1e300",
    };
    struct preferences expected = defaults();
    (void)state;
    strcpy(expected.texts[PREFERENCE_CALL], "0800 100");
    for (int i = 0; i < COUNT(values); i++) {
        char text[200];
        snprintf(text, sizeof text, "{%s, 'call': '0800 100'}", values[i]);
        struct preferences s = settings_of(text);
        assert_settings_equal(&s, &expected);
    }
}

static void a_text_of_one_byte_too_many_is_left_out(void **state) {
    char text[PREFERENCE_TEXT_MAX + 40], unit[PREFERENCE_TEXT_MAX + 2] = "";
    (void)state;
    memset(unit, 'x', PREFERENCE_TEXT_MAX + 1);
    unit[PREFERENCE_TEXT_MAX + 1] = '\0';
    snprintf(text, sizeof text, "{'unit': '%s'}", unit);
    assert_string_equal(settings_of(text).texts[PREFERENCE_UNIT], "");
    unit[PREFERENCE_TEXT_MAX] = '\0';
    snprintf(text, sizeof text, "{'unit': '%s'}", unit);
    assert_string_equal(settings_of(text).texts[PREFERENCE_UNIT], unit);
}

static void the_bounds_of_the_idle_time_are_inside(void **state) {
    (void)state;
    assert_int_equal(settings_of("{'idle': 20}").idle, 20);
    assert_int_equal(settings_of("{'idle': 300}").idle, 300);
}

/* ---- damaged files */

static void a_damaged_file_gives_the_defaults_and_says_so(void **state) {
    static const char *const damaged[] = {
        "",
        "{",
        "{'unit': 'a'",
        "{'unit': 'a'} x",
        "[1]",
        "'text'",
        "null",
        "{'unit': 'a', 'unit': 'b'}",
        "{'text': 01}",
        "\xFF",
        "{'unit': '\xC3(' }",
        "{'unit': '\\ud800'}",
        "{'unit': 'a\\u0000'}",
    };
    struct preferences expected = defaults();
    (void)state;
    for (int i = 0; i < COUNT(damaged); i++) {
        struct arena a = { 0 };
        struct error e = { 0 };
        struct preferences s;
        memset(&s, 0x55, sizeof s);
        if (preferences_read(&a, support_quotes(&a, damaged[i]), PATH, &s, &e))
            fail_msg("%s is accepted", damaged[i]);
        assert_settings_equal(&s, &expected);
        assert_int_equal(e.kind, ERROR_INPUT);
        assert_non_null(strstr(e.text, PATH));
        assert_non_null(strstr(e.text, "The defaults are used."));
        arena_free(&a);
    }
}

static void a_reason_never_repeats_what_the_file_says(void **state) {
    struct arena a = { 0 };
    struct error e = { 0 };
    struct preferences s;
    (void)state;
    assert_false(preferences_read(&a, support_quotes(&a, "{'unit': 'Popescu' oops}"), PATH, &s, &e));
    assert_null(strstr(e.text, "Popescu"));
    assert_null(strstr(e.text, "oops"));
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_file_nothing_is_filled_in_and_the_screen_hides_after_five_minutes),
        cmocka_unit_test(what_is_written_reads_back_the_same),
        cmocka_unit_test(every_theme_size_and_use_of_key_caps_is_kept),
        cmocka_unit_test(a_text_of_full_length_in_another_script_is_kept),
        cmocka_unit_test(the_file_is_an_object_with_one_key_a_line),
        cmocka_unit_test(a_text_that_could_not_be_read_again_is_not_written),
        cmocka_unit_test(keys_that_are_not_known_are_ignored),
        cmocka_unit_test(a_value_that_makes_no_sense_leaves_the_default_and_the_rest_is_kept),
        cmocka_unit_test(a_text_of_one_byte_too_many_is_left_out),
        cmocka_unit_test(the_bounds_of_the_idle_time_are_inside),
        cmocka_unit_test(a_damaged_file_gives_the_defaults_and_says_so),
        cmocka_unit_test(a_reason_never_repeats_what_the_file_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
