#include "support.h"

#include "base/problem.h"

#include <string.h>

static void a_problem_keeps_file_line_path_and_text(void **state) {
    struct arena a = { 0 };
    struct problems ps = { .arena = &a };
    (void)state;
    problem_add(&ps, "rules.json", 12, "rules/R5/when", "has %d words, not %s", 3, "four");
    assert_int_equal(ps.count, 1);
    assert_int_equal(ps.left_out, 0);
    assert_string_equal(ps.items[0].file, "rules.json");
    assert_int_equal(ps.items[0].line, 12);
    assert_string_equal(ps.items[0].path, "rules/R5/when");
    assert_string_equal(ps.items[0].text, "has 3 words, not four");
    arena_free(&a);
}

static void a_problem_outlives_the_names_it_was_given(void **state) {
    struct arena a = { 0 };
    struct problems ps = { .arena = &a };
    char file[] = "a.json", path[] = "x/y";
    (void)state;
    problem_add(&ps, file, 1, path, "wrong");
    memset(file, '-', strlen(file));
    memset(path, '-', strlen(path));
    assert_string_equal(ps.items[0].file, "a.json");
    assert_string_equal(ps.items[0].path, "x/y");
    arena_free(&a);
}

static void a_hostile_file_cannot_fill_memory(void **state) {
    struct arena a = { 0 };
    struct problems ps = { .arena = &a };
    (void)state;
    for (int i = 0; i < PROBLEMS_MAX; i++)
        problem_add(&ps, "a.json", i, "", "number %d", i);
    assert_int_equal(ps.count, PROBLEMS_MAX);
    assert_int_equal(ps.left_out, 0);
    size_t used = a.used;
    for (int i = 0; i < 1000; i++)
        problem_add(&ps, "a.json", i, "", "more");
    assert_int_equal(ps.count, PROBLEMS_MAX);
    assert_int_equal(ps.left_out, 1000);
    assert_int_equal(a.used, used);
    for (int i = 0; i < PROBLEMS_MAX; i++)
        assert_int_equal(ps.items[i].line, i);
    arena_free(&a);
}

static void a_line_says_only_what_is_known(void **state) {
    static const struct {
        struct problem problem;
        const char *expected;
    } cases[] = {
        { { "rules.json", 12, "rules/R5/when", "what is wrong" }, "rules.json:12: rules/R5/when: what is wrong" },
        { { "rules.json", 12, "", "what is wrong" }, "rules.json:12: what is wrong" },
        { { "rules.json", 0, "rules", "what is wrong" }, "rules.json: rules: what is wrong" },
        { { "rules.json", 0, "", "what is wrong" }, "rules.json: what is wrong" },
        { { "", 0, "rules", "what is wrong" }, "rules: what is wrong" },
        { { "", 0, "", "what is wrong" }, "what is wrong" },
        /* Without a file its line means nothing. */
        { { "", 7, "", "what is wrong" }, "what is wrong" },
        { { "%s%n", 1, "%d", "100%" }, "%s%n:1: %d: 100%" },
    };
    struct arena a = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(problem_line(&a, &cases[i].problem), cases[i].expected);
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_problem_keeps_file_line_path_and_text),
        cmocka_unit_test(a_problem_outlives_the_names_it_was_given),
        cmocka_unit_test(a_hostile_file_cannot_fill_memory),
        cmocka_unit_test(a_line_says_only_what_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
