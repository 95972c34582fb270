#include "support.h"

#include "base/utf8.h"
#include "text/compose.h"

#include <stdio.h>
#include <stdlib.h>

static void letters_and_their_accents_become_one(void **state) {
    static const struct {
        const char *text, *composed;
    } rows[] = {
        { "", "" },
        { "plain words", "plain words" },
        { "A\xCC\x88ndern", "\xC3\x84ndern" },
        { "\xC3\x84ndern", "\xC3\x84ndern" },
        { "nga\xCC\xA3\xCC\x82", "ng\xE1\xBA\xAD" }, /* two marks */
        { "nga\xCC\x82\xCC\xA3", "ng\xE1\xBA\xAD" }, /* in the other order */
        { "\xE2\x84\xAB", "\xC3\x85" },              /* the sign of a unit is the letter */
        { "q\xCC\x83", "q\xCC\x83" },                /* there is no such letter */
        { "\xCC\x81z", "\xCC\x81z" },                /* a mark without a letter */
        { "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "\xED\x95\x9C" },
    };
    struct arena a = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(text_composed(&a, rows[i].text), rows[i].composed);
    arena_free(&a);
}

/* "1E0A 0323": as text. */
static const char *text_of(struct arena *a, const char *codes) {
    char *out = arena_alloc(a, strlen(codes) + 1, 4), *to = out, *end;
    for (const char *at = codes; *at != ';'; at = end)
        to += utf8_write((uint32_t)strtoul(at, &end, 16), to);
    return out;
}

/* Each line: a text, its form NFC, and others. */
static void all_texts_of_unicodes_own_test_are_composed(void **state) {
    FILE *file = popen("bzcat /usr/share/unicode/NormalizationTest.txt.bz2 2> /dev/null", "r");
    char line[2048];
    int compared = 0;
    (void)state;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        struct arena a = { 0 };
        const char *expected = strchr(line, ';');
        if (*line == '#' || *line == '@' || !expected)
            continue;
        const char *text = text_of(&a, line);
        if (strcmp(text_composed(&a, text), text_of(&a, expected + 1)) != 0)
            fail_msg("%s", line);
        compared++;
        arena_free(&a);
    }
    pclose(file);
    if (compared == 0)
        skip(); /* the package unicode-data is not there */
    assert_true(compared > 10000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_and_their_accents_become_one),
        cmocka_unit_test(all_texts_of_unicodes_own_test_are_composed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
