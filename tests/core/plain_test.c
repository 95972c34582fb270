/* However a word was typed, pasted or typeset, it is the same word. */
#include "core/plain.h"

#include "support.h"

static void a_text_reads_the_same_however_it_is_typeset(void **state) {
    static const struct {
        const char *text, *expected;
    } rows[] = {
        { "No Risk", "no risk" },
        { "no\xC2\xA0risk", "no risk" },
        { "no \xE2\x80\xAF\xE3\x80\x80 risk", "no risk" },
        { "don\xE2\x80\x99t, don\xCA\xBCt", "don't, don't" },
        { "\xE2\x80\x9Cyes\xE2\x80\x9D \xC2\xABno\xC2\xBB", "\"yes\" \"no\"" },
        { "here\xE2\x80\x94there, here \xE2\x80\x94 there", "here/ there, here / there" },
        { "2\xE2\x80\x93"
          "3",
          "2-3" },
        { "so\xC2\xADon, so\xE2\x80\x8Bon, \xEF\xBB\xBFsoon\xE2\x81\xA0", "soon, soon, soon" },
        { "B\xC3\xB8rne, \xD0\xB4\xD0\xB5\xD1\x82\xD0\xB8", "b\xC3\xB8rne, \xD0\xB4\xD0\xB5\xD1\x82\xD0\xB8" },
        { "broken \xFF\xE2\x80", "broken \"\"\"" },
        { "", "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena a = { 0 };
        assert_string_equal(plain(&a, rows[i].text), rows[i].expected);
        arena_free(&a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_reads_the_same_however_it_is_typeset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
