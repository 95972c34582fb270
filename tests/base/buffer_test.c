#include "support.h"

#include "base/buffer.h"

#include <string.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static void an_empty_buffer_has_an_empty_text(void **state) {
    struct arena a = { 0 };
    struct buffer b = { .arena = &a };
    (void)state;
    assert_string_equal(buffer_text(&b), "");
    assert_non_null(buffer_bytes(&b).data);
    assert_int_equal(buffer_bytes(&b).size, 0);
    buffer_add(&b, "");
    buffer_printf(&b, "%s", "");
    buffer_add_bytes(&b, NULL, 0);
    assert_string_equal(buffer_text(&b), "");
    arena_free(&a);
}

static void pieces_stand_one_after_the_other(void **state) {
    struct arena a = { 0 };
    struct buffer b = { .arena = &a };
    (void)state;
    buffer_add(&b, "one ");
    buffer_add_bytes(&b, "two and more", 4);
    buffer_printf(&b, "%d", 3);
    assert_string_equal(buffer_text(&b), "one two 3");
    assert_int_equal(buffer_bytes(&b).size, strlen("one two 3"));
    arena_free(&a);
}

static void bytes_may_hold_nul(void **state) {
    struct arena a = { 0 };
    struct buffer b = { .arena = &a };
    (void)state;
    buffer_add_bytes(&b, "a\0b", 3);
    buffer_add(&b, "c");
    assert_int_equal(buffer_bytes(&b).size, 4);
    assert_memory_equal(buffer_bytes(&b).data, "a\0bc", 5);
    arena_free(&a);
}

/* Each length around the sizes at which the text moves. */
static void a_text_is_terminated_at_every_length(void **state) {
    struct arena a = { 0 };
    struct buffer bytes = { .arena = &a }, printed = { .arena = &a };
    (void)state;
    for (size_t i = 0; i < 3000; i++) {
        char letter = (char)('a' + i % 26);
        buffer_add_bytes(&bytes, &letter, 1);
        buffer_printf(&printed, "%c", letter);
        assert_int_equal(strlen(buffer_text(&bytes)), i + 1);
        assert_string_equal(buffer_text(&printed), buffer_text(&bytes));
    }
    arena_free(&a);
}

static void one_piece_may_be_larger_than_any_room(void **state) {
    struct arena a = { 0 };
    struct buffer b = { .arena = &a };
    (void)state;
    buffer_add(&b, "begin");
    buffer_printf(&b, "%100000d", 1);
    buffer_add(&b, "end");
    assert_int_equal(buffer_bytes(&b).size, 100008);
    assert_string_equal(buffer_text(&b) + 100004, "1end");
    arena_free(&a);
}

static void signs_of_html_are_escaped(void **state) {
    struct arena a = { 0 };
    struct buffer b = { .arena = &a };
    const char *text = "a<b> & \"c\" 'd' &lt; \xC3\xA9 and more";
    (void)state;
    buffer_add_escaped(&b, text, strlen(text) - strlen(" and more"));
    assert_string_equal(buffer_text(&b), "a&lt;b&gt; &amp; &quot;c&quot; 'd' &amp;lt; \xC3\xA9");
    buffer_add_escaped(&b, "", 0);
    assert_int_equal(buffer_bytes(&b).size, strlen(buffer_text(&b)));
    arena_free(&a);
}

static const char *filled(struct arena *a, const char *sentence) {
    static const struct fill fills[] = {
        { "name", "Indicator" }, { "count", "3" }, { "empty", "" }, { "braces", "{count}" }, { "percent", "100%n%s" },
    };
    struct buffer b = { .arena = a };
    buffer_fill(&b, sentence, fills, COUNT(fills));
    return buffer_text(&b);
}

static void sentences_are_filled(void **state) {
    static const struct {
        const char *sentence, *expected;
    } cases[] = {
        { "", "" },
        { "no places", "no places" },
        { "{name}", "Indicator" },
        { "{name}{count}", "Indicator3" },
        { "{count} of {count}: {name}.", "3 of 3: Indicator." },
        { "before{empty}after", "beforeafter" },
        /* A name that is not known is left out, also one that only looks alike. */
        { "a {unknown} b", "a  b" },
        { "[{}]", "[]" },
        { "[{Name}{name }{ name}{nam}{names}]", "[]" },
        { "[{%s%n}]", "[]" },
        /* Braces that do not close, or were never open, are text. */
        { "{name", "{name" },
        { "{", "{" },
        { "}", "}" },
        { "}{", "}{" },
        { "{name} {count", "Indicator {count" },
        { "name}", "name}" },
        { "{{name}}", "}" },
        { "{a{name}", "" },
        /* What was filled in is not looked at again, and nothing is a format. */
        { "{braces}", "{count}" },
        { "{percent} %d %s %n", "100%n%s %d %s %n" },
        { "\xE2\x80\x9E{name}\xE2\x80\x9C", "\xE2\x80\x9EIndicator\xE2\x80\x9C" },
    };
    struct arena a = { 0 };
    (void)state;
    for (int i = 0; i < COUNT(cases); i++)
        if (strcmp(filled(&a, cases[i].sentence), cases[i].expected) != 0)
            fail_msg("\"%s\" gives \"%s\"", cases[i].sentence, filled(&a, cases[i].sentence));
    arena_free(&a);
}

static void of_equal_names_the_first_is_filled_in(void **state) {
    static const struct fill fills[] = { { "a", "first" }, { "a", "second" } };
    struct arena a = { 0 };
    struct buffer b = { .arena = &a };
    (void)state;
    buffer_fill(&b, "{a}", fills, 2);
    assert_string_equal(buffer_text(&b), "first");
    arena_free(&a);
}

static void without_fills_every_place_is_left_out(void **state) {
    struct arena a = { 0 };
    struct buffer b = { .arena = &a };
    (void)state;
    buffer_fill(&b, "a{b}c", NULL, 0);
    assert_string_equal(buffer_text(&b), "ac");
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_buffer_has_an_empty_text),
        cmocka_unit_test(pieces_stand_one_after_the_other),
        cmocka_unit_test(bytes_may_hold_nul),
        cmocka_unit_test(a_text_is_terminated_at_every_length),
        cmocka_unit_test(one_piece_may_be_larger_than_any_room),
        cmocka_unit_test(signs_of_html_are_escaped),
        cmocka_unit_test(sentences_are_filled),
        cmocka_unit_test(of_equal_names_the_first_is_filled_in),
        cmocka_unit_test(without_fills_every_place_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
