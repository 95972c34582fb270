/* One slip, one message. That each planted fault is found is in tests/note/faults_test.c. */
#include "core/fixture.h"

#include "base/date.h"

/* The problems of the content once `find` in a file reads `replace`. */
static struct problems problems_with(struct arena *a, const char *file, const char *find, const char *replace) {
    struct problems ps = { .arena = a };
    int count;
    struct pack_file *files = fixture_all_files(a, &count);
    for (int i = 0; i < count; i++) {
        const char *at = strcmp(files[i].name, file) ? NULL : strstr(files[i].text.data, find);
        if (at)
            files[i].text =
                support_bytes(arena_printf(a, "%.*s%s%s", (int)(at - files[i].text.data), files[i].text.data, replace, at + strlen(find)));
    }
    const struct pack *p = pack_read(a, files, count, &ps);
    if (ps.count == 0)
        pack_check(a, p, NULL, &ps);
    return ps;
}

static void one_slip_gives_one_message(void **state) {
    static const struct {
        const char *file, *find, *replace, *expected;
    } rows[] = {
        { "rules.json", "\"definitions\": [", "\"definitions\": [,", "mend this first" },
        { "indicators/i-work.json", "\"indicators\": [", "\"indicators\": [,", "mend this first" },
        { "countries/AT.json", "\"contacts\": [", "\"contacts\": [,", "mend this first" },
        { "routes.json", "{ \"fact\": \"wishes.asylum\", \"in\": [\"yes\"] }", "{ \"fact\": \"asylum\", \"in\": [\"yes\"] }",
          "\"asylum\" is no fact" },
        { "measures.json", "{ \"setting\": [\"border\"", "{ \"setting\": [\"airport\"", "\"airport\" is none of: border, consular" },
        { "prompts.json", "\"id\": \"man\"", "\"id\": \"woman\"", "the id woman stands twice" },
        { "questions.json", "\"Who takes care of you?\"", "\"Is he your father?\"", "begin with one of" },
        { "cases/signs.json", "\"rules\": [\"R3\", \"R8\"]", "\"rules\": [\"R1\", \"R2\"]", "the rules are R3, R8, expected R1, R2" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena a = { 0 };
        struct problems ps = problems_with(&a, rows[i].file, rows[i].find, rows[i].replace);
        bool once = ps.count == 1 && strstr(ps.items[0].text, rows[i].expected);
        for (int k = 0; !once && k < ps.count; k++)
            print_error("%s\n", problem_line(&a, &ps.items[k]));
        if (!once)
            fail_msg("%s: %d problems, expected one: %s", rows[i].file, ps.count, rows[i].expected);
        arena_free(&a);
    }
}

/* "ill" people lie in bed, and the boss may have a job for an adult. */
static void words_are_refused_only_where_they_judge_or_lead(void **state) {
    static const struct {
        const char *file, *find, *replace;
    } rows[] = {
        { "routes.json", "Health comes before every other question.", "A person who is lying ill needs a doctor first." },
        { "indicators/a-journey.json", "If your plans changed, what could you do?", "Does your boss know where you are?" },
        { "indicators/a-journey.json", "If your plans changed, what could you do?", "If you wanted to leave, could you?" },
        { "countries/AT.json", "\"service\": \"LEF", "\"service\": \"Help for victims of trafficking, LEF" },
        { "routes.json", "Health comes before every other question.",
          "Romania\xE2\x80\x99s \xE2\x80\x9Crisk\xE2\x80\x9D list has no \xE2\x80\x9Crisks\xE2\x80\x9D." },
        { "questions.json", "Who takes care of you?", "Tell me about \xE2\x80\x9CI must not\xE2\x80\x9D. What happened then?" },
        { "settings/reception.json", "You have done nothing wrong.",
          "You can say \xE2\x80\x9CI am hurt\xE2\x80\x9D, or nothing. I work here." },
        { "countries/DK.json", "\"+45 70 20 25 50\"", "\"(0045) 70/20 25-50 ext. 12; 112 from abroad\"" },
        { "cases/stories.json", "does not know the others.", "has read of trafficking." },
        { "forms.json", "\"text\": \"", "\"text\": \"Trafficking. " },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena a = { 0 };
        struct problems ps = problems_with(&a, rows[i].file, rows[i].find, rows[i].replace);
        for (int k = 0; k < ps.count; k++)
            print_error("%s\n", problem_line(&a, &ps.items[k]));
        assert_int_equal(ps.count, 0);
        arena_free(&a);
    }
}

/* A path leads to the key, whatever finds the problem. */
static void paths_are_alike_everywhere(void **state) {
    struct arena a = { 0 };
    (void)state;
    struct problems wording = problems_with(&a, "indicators/a-journey.json", "That dependence may be used.", "Slaves are many.");
    assert_string_equal(wording.items[0].path, "indicators/no-own-means/why");
    struct problems reading = problems_with(&a, "indicators/a-journey.json", "That dependence may be used.", "May be used. ");
    assert_string_equal(reading.items[0].path, "indicators/no-own-means/why");
    struct problems source = problems_with(&a, "sources.json", "\"year\": \"2010\"", "\"year\": 2010");
    assert_string_equal(source.items[0].path, "sources/S-IOM10/year");
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_slip_gives_one_message),
        cmocka_unit_test(words_are_refused_only_where_they_judge_or_lead),
        cmocka_unit_test(paths_are_alike_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
