#include "support.h"

#include "base/plural.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* A rule as a header says it, and the same rule as the C compiler understands it. */
#define RULE(name, forms, rule)                                                     \
    static const char name##_header[] = "nplurals=" #forms "; plural=(" #rule ");"; \
    static unsigned long name##_form(unsigned long n) {                             \
        return (unsigned long)(rule);                                               \
    }

RULE(en, 2, n != 1)
RULE(fr, 2, n > 1)
RULE(pl, 3, n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2)
RULE(ar, 6, n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5)
RULE(ga, 5, n == 1 ? 0 : n == 2 ? 1 : n < 7 ? 2 : n < 11 ? 3 : 4)
RULE(sl, 4, n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : n % 100 == 3 || n % 100 == 4 ? 2 : 3)
RULE(odd, 8, !n ? 7 : !!(n / 3 * 2 - 1 > 4) + (n - n / 2 - n / 4 <= 3) * 2)

static void known_rules_give_what_the_compiler_gives(void **state) {
    static const struct {
        const char *header;
        unsigned long (*form)(unsigned long);
    } rules[] = {
        { en_header, en_form }, { fr_header, fr_form }, { pl_header, pl_form },   { ar_header, ar_form },
        { ga_header, ga_form }, { sl_header, sl_form }, { odd_header, odd_form },
    };
    (void)state;
    for (int i = 0; i < COUNT(rules); i++) {
        struct plural p;
        assert_true(plural_read(rules[i].header, &p));
        for (unsigned long n = 0; n < 1300; n++)
            if ((unsigned long)plural_form(&p, n) != rules[i].form(n))
                fail_msg("%s gives %d for %lu", rules[i].header, plural_form(&p, n), n);
    }
}

/* Numbers whose form one can look up in a grammar. */
static void known_numbers_have_their_known_form(void **state) {
    static const struct {
        const char *header;
        unsigned long n;
        int form;
    } cases[] = {
        { en_header, 0, 1 },   { en_header, 1, 0 },   { en_header, 2, 1 },   { en_header, 101, 1 }, { fr_header, 0, 0 },
        { fr_header, 1, 0 },   { fr_header, 2, 1 },   { pl_header, 0, 2 },   { pl_header, 1, 0 },   { pl_header, 2, 1 },
        { pl_header, 4, 1 },   { pl_header, 5, 2 },   { pl_header, 12, 2 },  { pl_header, 14, 2 },  { pl_header, 21, 2 },
        { pl_header, 22, 1 },  { pl_header, 112, 2 }, { pl_header, 122, 1 }, { ar_header, 0, 0 },   { ar_header, 1, 1 },
        { ar_header, 2, 2 },   { ar_header, 3, 3 },   { ar_header, 10, 3 },  { ar_header, 11, 4 },  { ar_header, 99, 4 },
        { ar_header, 100, 5 }, { ar_header, 102, 5 }, { ar_header, 103, 3 }, { ar_header, 111, 4 }, { ga_header, 0, 2 },
        { ga_header, 1, 0 },   { ga_header, 2, 1 },   { ga_header, 6, 2 },   { ga_header, 7, 3 },   { ga_header, 10, 3 },
        { ga_header, 11, 4 },  { ga_header, 101, 4 }, { sl_header, 0, 3 },   { sl_header, 1, 0 },   { sl_header, 2, 1 },
        { sl_header, 3, 2 },   { sl_header, 4, 2 },   { sl_header, 5, 3 },   { sl_header, 11, 3 },  { sl_header, 101, 0 },
        { sl_header, 204, 2 },
    };
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        struct plural p;
        assert_true(plural_read(cases[i].header, &p));
        if (plural_form(&p, cases[i].n) != cases[i].form)
            fail_msg("%s gives %d for %lu", cases[i].header, plural_form(&p, cases[i].n), cases[i].n);
    }
}

static void english_is_known_without_a_catalogue(void **state) {
    (void)state;
    assert_int_equal(plural_english.forms, 2);
    assert_int_equal(plural_form(&plural_english, 0), 1);
    assert_int_equal(plural_form(&plural_english, 1), 0);
    assert_int_equal(plural_form(&plural_english, 2), 1);
}

static void headers_are_read_as_catalogues_write_them(void **state) {
    static const struct {
        const char *header;
        int forms, form_of_2;
    } cases[] = {
        { "nplurals=2; plural=(n != 1);", 2, 1 }, { "nplurals=2;plural=n!=1", 2, 1 },     { "nplurals=2; plural=n != 1;\n", 2, 1 },
        { "nplurals=1; plural=0;", 1, 0 },        { " nplurals= 3 ; plural= n ;", 3, 2 }, { "nplurals=3; \\\n plural=\tn\t;", 3, 2 },
        { "plural=n; nplurals=3;", 3, 2 },        { "nplurals=8; plural=n+5;", 8, 7 },    { "nplurals=3; plural=((((n))));", 3, 2 },
    };
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        struct plural p;
        if (!plural_read(cases[i].header, &p))
            fail_msg("\"%s\" is refused", cases[i].header);
        assert_int_equal(p.forms, cases[i].forms);
        if (plural_form(&p, 2) != cases[i].form_of_2)
            fail_msg("\"%s\" gives %d for 2", cases[i].header, plural_form(&p, 2));
    }
}

static void what_is_no_header_is_refused(void **state) {
    static const char *const headers[] = {
        "",
        "nplurals=2",
        "plural=n",
        "nplurals=2;",
        "nplurals=2; plural",
        "nplurals=2; plural=",
        "nplurals=2; plural=;",
        "nplurals=2; plural= ;",
        "nplurals=; plural=n;",
        "nplurals=n; plural=n;",
        "nplurals=INTEGER; plural=EXPRESSION;",
        "NPLURALS=2; PLURAL=n;",
        "nplurals=0; plural=0;",
        "nplurals=-1; plural=0;",
        "nplurals=9; plural=0;",
        "nplurals=1000000; plural=0;",
        /* Would be 2 or 1 in 32 bits. */
        "nplurals=4294967298; plural=n;",
        "nplurals=18446744073709551617; plural=0;",
        "nplurals=99999999999999999999999; plural=0;",
    };
    (void)state;
    for (int i = 0; i < COUNT(headers); i++) {
        struct plural p;
        if (plural_read(headers[i], &p))
            fail_msg("\"%s\" is accepted", headers[i]);
    }
}

static bool reads(const char *rule, struct plural *out) {
    char header[4 * PLURAL_RULE_SIZE];
    snprintf(header, sizeof header, "nplurals=8; plural=%s;", rule);
    return plural_read(header, out);
}

static void what_is_no_rule_is_refused(void **state) {
    static const char *const rules[] = {
        "n n",
        "nn",
        "1 2",
        "n1",
        "2n",
        "(n",
        "n)",
        "()",
        "(",
        ")",
        "((n)",
        "n +",
        "+ n",
        "-n",
        "- 1",
        "n ==",
        "== n",
        "n = 1",
        "n =! 1",
        "n === 1",
        "n <> 1",
        "n => 1",
        "n ! 1",
        "!",
        "n & 1",
        "n | 1",
        "n ^ 1",
        "~n",
        "n && ",
        "&& n",
        "n || ",
        "n & & n",
        "n << 1",
        "n >> 1",
        "n ?",
        "n ? 1",
        "n ? 1 :",
        "n ? : 1",
        "? 1 : 2",
        "n : 1",
        "n ? 1 2",
        "n, 1",
        "n++",
        "--n",
        "n += 1",
        "x",
        "N",
        "m != 1",
        "n != x",
        "sizeof n",
        "f(n)",
        "n[0]",
        "\"n\"",
        "'n'",
        "0x1",
        "1.5",
        "1e3",
        "1u",
        "1L",
        "n # 1",
        "n @ 1",
        "$n",
        "n \\ 1",
        "`n`",
        "{n}",
        "n // 1",
        "n /* */",
        "\xC3\xBC",
        "n \xE2\x89\xA0 1",
        "\xD9\xA1",
        "n\x01",
        "n\x7F",
        "%n",
        "n % % 2",
        "n * * 2",
        "n % ",
        "123456789",
        "n / / 2",
        "99999999999999999999999999999999",
        "n ? n ? 1 : 2",
        "n ? 1 : 2 : 3",
    };
    (void)state;
    for (int i = 0; i < COUNT(rules); i++) {
        struct plural p;
        if (reads(rules[i], &p))
            fail_msg("\"%s\" is accepted", rules[i]);
    }
}

static void operators_bind_as_in_c(void **state) {
    static const struct {
        const char *rule;
        int form_of_6;
    } cases[] = {
        { "1 + 2 * 3", 7 },
        { "n - 1 - 1", 4 },
        { "n / 2 / 3", 1 },
        { "n * 2 % 5", 2 },
        { "n % 4 * 3", 6 },
        { "10 - 2 * 3 + 1", 5 },
        { "1 < 2 == 1", 1 },
        { "n == 6 == 0", 0 },
        { "3 > 2 > 1", 0 },
        { "1 || 0 && 0", 1 },
        { "(1 || 0) && 0", 0 },
        { "0 && 0 || 1", 1 },
        { "n <= 6", 1 },
        { "n < 6", 0 },
        { "n >= 6", 1 },
        { "n > 6", 0 },
        { "n<=5", 0 },
        { "n>=7", 0 },
        { "1 + n > 6", 1 },
        { "!n == 0", 1 },
        { "!(n == 0)", 1 },
        { "!!n", 1 },
        { "!!!n", 0 },
        { "! ! n", 1 },
        { "!n+3", 3 },
        { "!0*4", 4 },
        { "2 * !0", 2 },
        { "n!=6", 0 },
        { "n!=!n", 1 },
        { "0 ? 1 : 0 ? 2 : 3", 3 },
        { "1 ? 0 ? 4 : 5 : 6", 5 },
        { "1 ? 2 : 0 ? 3 : 4", 2 },
        { "(1 ? 0 : 1) ? 2 : 3", 3 },
        { "0 || 2", 1 },
        { "5 && 2", 1 },
        { "00000007", 7 },
        { "n&&n||n", 1 },
        { "n?n?1:2:3", 1 },
    };
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        struct plural p;
        if (!reads(cases[i].rule, &p))
            fail_msg("\"%s\" is refused", cases[i].rule);
        if (plural_form(&p, 6) != cases[i].form_of_6)
            fail_msg("\"%s\" gives %d", cases[i].rule, plural_form(&p, 6));
    }
}

static void a_division_by_zero_gives_form_0(void **state) {
    static const char *const rules[] = {
        "1 / 0",      "1 % 0",      "n / n + 3",  "n % n + 3",   "3 + 1 / n",   "3 - (2 % n)",     "1 / (n - n) + 3",
        "!(1 / n)",   "!!(1 / n)",  "n / n == 0", "n / n != 7",  "1 / n < 5",   "1 / n ? 3 : 4",   "n == 0 ? 1 / n : 3",
        "1 / n || 1", "1 / n && 1", "n || 1 / n", "!n && 1 / n", "1 / (1 / n)", "0 * (1 / n) + 3", "1/n/0",
    };
    (void)state;
    for (int i = 0; i < COUNT(rules); i++) {
        struct plural p;
        if (!reads(rules[i], &p))
            fail_msg("\"%s\" is refused", rules[i]);
        if (plural_form(&p, 0) != 0)
            fail_msg("\"%s\" gives %d", rules[i], plural_form(&p, 0));
    }
}

static void a_division_by_zero_that_c_would_not_reach_does_no_harm(void **state) {
    static const struct {
        const char *rule;
        int form_of_0;
    } cases[] = {
        { "n == 0 ? 3 : 1 / n", 3 }, { "n ? 1 / n : 4", 4 },           { "!n || 1 / n", 1 }, { "n && 1 / n", 0 }, { "(n && 1 / n) + 2", 2 },
        { "(1 || 1 / n) + 2", 3 },   { "1 ? 2 : (1 ? 1 / n : 5)", 2 },
    };
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        struct plural p;
        assert_true(reads(cases[i].rule, &p));
        if (plural_form(&p, 0) != cases[i].form_of_0)
            fail_msg("\"%s\" gives %d", cases[i].rule, plural_form(&p, 0));
    }
}

static void a_result_that_is_no_form_gives_form_0(void **state) {
    struct plural p;
    (void)state;
    assert_true(plural_read("nplurals=2; plural=n;", &p));
    assert_int_equal(plural_form(&p, 1), 1);
    assert_int_equal(plural_form(&p, 2), 0);
    assert_int_equal(plural_form(&p, ULONG_MAX), 0);
    assert_true(plural_read("nplurals=1; plural=n != 1;", &p));
    assert_int_equal(plural_form(&p, 5), 0);
    /* Below zero it wraps, as it does in gettext. */
    assert_true(plural_read("nplurals=3; plural=n - 1;", &p));
    assert_int_equal(plural_form(&p, 0), 0);
    assert_int_equal(plural_form(&p, 3), 2);
}

static void the_largest_number_has_a_form(void **state) {
    struct plural p;
    (void)state;
    assert_true(plural_read(pl_header, &p));
    assert_int_equal(plural_form(&p, ULONG_MAX), pl_form(ULONG_MAX));
    assert_true(reads("n * 99999999 * 99999999 + n * n - 99999999", &p));
    assert_in_range(plural_form(&p, ULONG_MAX), 0, 7);
}

/* `open`, a number of times, then `inside`, then `close` as often. */
static const char *nested(struct arena *a, int depth, const char *open, const char *inside, const char *close) {
    const char *rule = inside;
    for (int i = 0; i < depth; i++)
        rule = arena_printf(a, "%s%s%s", open, rule, close);
    return rule;
}

static void deep_nesting_is_refused(void **state) {
    struct arena a = { 0 };
    struct plural p;
    (void)state;
    assert_true(reads(nested(&a, 20, "(", "n", ")"), &p));
    assert_true(reads(nested(&a, 20, "n == 1 ? 2 : ", "3", ""), &p));
    for (int depth = 50; depth < 250; depth += 50) {
        assert_false(reads(nested(&a, depth, "(", "n", ")"), &p));
        assert_false(reads(nested(&a, depth, "(", "n", ""), &p));
        assert_false(reads(nested(&a, depth, "n?", "1", ":2"), &p));
        assert_false(reads(nested(&a, depth, "0?1:", "2", ""), &p));
        assert_false(reads(nested(&a, depth, "!(", "n", ")"), &p));
    }
    arena_free(&a);
}

static void many_exclamation_marks_take_no_stack(void **state) {
    struct arena a = { 0 };
    struct plural p;
    (void)state;
    assert_true(reads(nested(&a, 500, "!", "n", ""), &p));
    assert_int_equal(plural_form(&p, 5), 1);
    assert_true(reads(nested(&a, 499, "!", "n", ""), &p));
    assert_int_equal(plural_form(&p, 5), 0);
    arena_free(&a);
}

static void a_rule_has_room_for_511_bytes(void **state) {
    struct arena a = { 0 };
    struct plural p;
    (void)state;
    assert_true(reads(nested(&a, (PLURAL_RULE_SIZE - 2) / 2, "n*", "1", ""), &p));
    assert_int_equal(strlen(p.rule), PLURAL_RULE_SIZE - 1);
    assert_false(reads(nested(&a, PLURAL_RULE_SIZE / 2, "n*", "1", ""), &p));
    assert_false(reads(nested(&a, PLURAL_RULE_SIZE, " ", "1", ""), &p));
    arena_free(&a);
}

/* A struct that was never read may hold anything that ends. */
static void a_spoiled_rule_gives_form_0(void **state) {
    static const struct plural rules[] = { { 2, "" }, { 2, "n n" }, { 2, "x" }, { 0, "n" }, { 2, "((((" } };
    (void)state;
    for (int i = 0; i < COUNT(rules); i++)
        assert_int_equal(plural_form(&rules[i], 1), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_rules_give_what_the_compiler_gives),
        cmocka_unit_test(known_numbers_have_their_known_form),
        cmocka_unit_test(english_is_known_without_a_catalogue),
        cmocka_unit_test(headers_are_read_as_catalogues_write_them),
        cmocka_unit_test(what_is_no_header_is_refused),
        cmocka_unit_test(what_is_no_rule_is_refused),
        cmocka_unit_test(operators_bind_as_in_c),
        cmocka_unit_test(a_division_by_zero_gives_form_0),
        cmocka_unit_test(a_division_by_zero_that_c_would_not_reach_does_no_harm),
        cmocka_unit_test(a_result_that_is_no_form_gives_form_0),
        cmocka_unit_test(the_largest_number_has_a_form),
        cmocka_unit_test(deep_nesting_is_refused),
        cmocka_unit_test(many_exclamation_marks_take_no_stack),
        cmocka_unit_test(a_rule_has_room_for_511_bytes),
        cmocka_unit_test(a_spoiled_rule_gives_form_0),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
