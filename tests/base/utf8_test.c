#include "support.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))
#define INVALID UINT32_C(0xFFFFFFFF)

/* As RFC 3629 writes a character, also one that it forbids. */
static int write_bytes(uint32_t c, int length, char out[4]) {
    static const unsigned char first[] = { 0, 0x00, 0xC0, 0xE0, 0xF0 };
    for (int i = length - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(first[length] | c);
    return length;
}

static int length_of(uint32_t c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

static void every_character_is_read_whole(void **state) {
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        char text[4];
        const char *at = text, *end = text + write_bytes(c, length_of(c), text);
        bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        uint32_t read = utf8_next(&at, end);
        if (read != (surrogate ? INVALID : c) || at != (surrogate ? text + 1 : end))
            fail_msg("U+%04X is read as U+%04X, %d bytes", (unsigned)c, (unsigned)read, (int)(at - text));
    }
}

static void what_is_written_is_read_again(void **state) {
    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        char text[4];
        const char *at = text, *end = text + utf8_write(c, text);
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        if (end - text != length_of(c) || utf8_next(&at, end) != c || at != end)
            fail_msg("U+%04X", (unsigned)c);
    }
}

static void overlong_forms_are_invalid(void **state) {
    (void)state;
    for (int length = 2; length <= 4; length++) {
        static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
        for (uint32_t c = 0; c < least[length]; c++) {
            char text[4];
            write_bytes(c, length, text);
            if (utf8_valid((struct bytes){ text, (size_t)length }))
                fail_msg("U+%04X passes in %d bytes", (unsigned)c, length);
        }
    }
}

static void broken_bytes_are_invalid(void **state) {
    static const char *const texts[] = {
        "\x80",
        "\xBF",
        "a\x80",
        "\xC0\x80",
        "\xC1\xBF",
        "\xC2",
        "\xC2 ",
        "\xC2\xC2",
        "\xC3\x28",
        "\xE2\x82",
        "\xE2\x82 ",
        "\xE2 \x82",
        "\xE0\x80\x80",
        "\xE0\x9F\xBF",
        "\xED\xA0\x80",
        "\xED\xBF\xBF",
        "\xED\xA0\xBD\xED\xB8\x80",
        "\xF0\x9F\x98",
        "\xF0\x9F\x98z",
        "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80",
        "\xF7\xBF\xBF\xBF",
        "\xF8\x88\x80\x80\x80",
        "\xFC\x84\x80\x80\x80\x80",
        "\xFE",
        "\xFF",
        "ok \xE2\x82\xAC then \xE2\x82",
    };
    (void)state;
    for (int i = 0; i < COUNT(texts); i++)
        if (utf8_valid(support_bytes(texts[i])))
            fail_msg("text %d passes", i);
}

static void whole_texts_are_valid(void **state) {
    static const char *const texts[] = {
        "",
        "plain",
        "\x01\x7F",
        ("Gr\xC3\xBC\xC3\x9F"
         "e"),
        "\xE2\x82\xAC",
        "\xF0\x9F\x98\x80",
        "\xF4\x8F\xBF\xBF",
        "\xED\x9F\xBF\xEE\x80\x80",
        "\xEF\xBF\xBE\xEF\xBF\xBF",
        "\xEF\xBB\xBF",
    };
    (void)state;
    for (int i = 0; i < COUNT(texts); i++)
        if (!utf8_valid(support_bytes(texts[i])))
            fail_msg("text %d is refused", i);
    assert_true(utf8_valid((struct bytes){ "a\0b", 3 }));
    assert_true(utf8_valid((struct bytes){ NULL, 0 }));
}

/* In memory of exactly its size, so that a look behind the end is caught. */
static void a_cut_character_is_invalid_and_moves_by_one_byte(void **state) {
    static const char *const whole[] = { "\xC3\xBC", "\xE2\x82\xAC", "\xF0\x9F\x98\x80" };
    (void)state;
    for (int i = 0; i < COUNT(whole); i++)
        for (size_t size = 1; size < strlen(whole[i]); size++) {
            char *text = malloc(size);
            memcpy(text, whole[i], size);
            const char *at = text;
            assert_int_equal(utf8_next(&at, text + size), INVALID);
            assert_ptr_equal(at, text + 1);
            free(text);
        }
}

static void reading_goes_on_behind_an_invalid_byte(void **state) {
    const char text[] = "\xE2\x82z\xC3\xBC", *at = text, *end = text + sizeof text - 1;
    static const uint32_t expected[] = { INVALID, INVALID, 'z', 0xFC };
    (void)state;
    for (int i = 0; i < COUNT(expected); i++)
        assert_int_equal(utf8_next(&at, end), expected[i]);
    assert_ptr_equal(at, end);
}

static void columns_count_what_is_seen(void **state) {
    static const struct {
        const char *text;
        int columns;
    } cases[] = {
        { "", 0 },
        { "plain", 5 },
        { "Gr\xC3\xBC\xC3\x9F"
          "e",
          5 },
        { "u\xCC\x88", 1 },                /* a combining diaeresis */
        { "\xD8\xB4\xD9\x8E\xD9\x91", 1 }, /* Arabic with vowel signs */
        { "\xE2\x81\xA8"
          "abc\xE2\x81\xA9\xE2\x80\x8F",
          3 }, /* direction marks */
        { "\xEF\xBB\xBF", 0 },
        { "a\xFF"
          "b",
          3 },
    };
    (void)state;
    for (int i = 0; i < COUNT(cases); i++)
        if (utf8_columns(cases[i].text, strlen(cases[i].text)) != cases[i].columns)
            fail_msg("\"%s\" takes %d columns", cases[i].text, utf8_columns(cases[i].text, strlen(cases[i].text)));
}

static void columns_stop_at_the_given_size(void **state) {
    (void)state;
    assert_int_equal(utf8_columns("abcdef", 3), 3);
    assert_int_equal(utf8_columns("a\xE2\x82\xAC", 2), 2);
}

/* Unicode, chapter 23.7. */
static void sixty_six_code_points_are_no_characters(void **state) {
    int count = 0;
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        count += utf8_is_no_character(c);
        assert_true(!utf8_is_no_character(c) || utf8_disturbs(c));
    }
    assert_int_equal(count, 66);
    assert_true(utf8_is_no_character(0xFFFE) && utf8_is_no_character(0x1FFFF) && utf8_is_no_character(0xFDEF));
    assert_false(utf8_is_no_character(0xFFFD) || utf8_is_no_character(0x1F1F7));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_is_read_whole),
        cmocka_unit_test(what_is_written_is_read_again),
        cmocka_unit_test(overlong_forms_are_invalid),
        cmocka_unit_test(broken_bytes_are_invalid),
        cmocka_unit_test(whole_texts_are_valid),
        cmocka_unit_test(a_cut_character_is_invalid_and_moves_by_one_byte),
        cmocka_unit_test(reading_goes_on_behind_an_invalid_byte),
        cmocka_unit_test(columns_count_what_is_seen),
        cmocka_unit_test(columns_stop_at_the_given_size),
        cmocka_unit_test(sixty_six_code_points_are_no_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
