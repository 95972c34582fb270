#include "core/fixture.h"

/* The value of a condition, both written with single quotes. */
static enum truth value(struct fixture *f, const char *condition, const char *answers, struct grounds *g) {
    struct problems ps = { .arena = &f->scratch };
    struct record_reader r = { .arena = &f->scratch, .problems = &ps, .file = "condition" };
    struct json_fault fault;
    struct session *s = arena_alloc(&f->scratch, 1, sizeof *s);
    struct expr *e = arena_alloc(&f->scratch, 1, sizeof *e);
    const struct json *json = json_parse(&f->scratch, support_quotes(&f->scratch, condition), &fault);
    assert_non_null(json);
    expr_read(&r, json, "", e);
    for (int i = 0; i < r.pending_count; i++) {
        r.pending[i].ref->index = pack_find(f->pack, (enum thing)r.pending[i].refers, r.pending[i].ref->id);
        assert_true(r.pending[i].ref->index >= 0);
    }
    assert_int_equal(ps.count, 0);
    *s = fixture_session(f, answers);
    struct view v = view_make(&f->scratch, f->pack, s, NULL, true);
    return evaluate(&v, e, g);
}

#define SECOND_LINE "'setting': 'border-second-line'"
#define ADULT "{" SECOND_LINE ", 'profile': {'age': 'adult'}}"
#define ADULT_AND(more) "{" SECOND_LINE ", 'profile': {'age': 'adult'}, " more "}"
#define NOTED(id, known) "'" id "': {'state': 'noted', 'known': ['" known "']}"

struct row {
    const char *condition, *answers;
    enum truth expected;
};

static void check(struct fixture *f, const struct row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        enum truth got = value(f, rows[i].condition, rows[i].answers, NULL);
        if (got != rows[i].expected)
            fail_msg("%s with %s is %d, expected %d", rows[i].condition, rows[i].answers, got, rows[i].expected);
    }
}
#define CHECK(f, rows) check(f, rows, sizeof rows / sizeof *rows)

static void an_open_fact_is_unknown_and_never_no(void **state) {
    static const struct row rows[] = {
        { "{'fact': 'wishes.help', 'in': ['yes']}", ADULT, UNKNOWN },
        { "{'fact': 'wishes.help', 'in': ['yes']}", ADULT_AND("'wishes': {'help': 'yes'}"), YES },
        { "{'fact': 'wishes.help', 'in': ['yes']}", ADULT_AND("'wishes': {'help': 'no'}"), NO },
        { "{'fact': 'wishes.help', 'in': ['yes']}", ADULT_AND("'wishes': {'help': 'declined'}"), UNKNOWN },
        { "{'fact': 'wishes.help', 'in': ['yes']}", ADULT_AND("'wishes': {'help': 'not-safe'}"), UNKNOWN },
        { "{'fact': 'wishes.help', 'in': ['missing']}", ADULT, YES },
        { "{'not': {'fact': 'wishes.help', 'in': ['yes']}}", ADULT, UNKNOWN },
        { "{'not': {'fact': 'wishes.help', 'in': ['yes']}}", ADULT_AND("'wishes': {'help': 'no'}"), YES },
    };
    CHECK(*state, rows);
}

static void unsure_and_not_known_are_open_too(void **state) {
    static const struct row rows[] = {
        { "{'not': {'activity': ['farm']}}", ADULT_AND("'activities': [{'id': 'not-known'}]"), UNKNOWN },
        { "{'not': {'activity': ['farm']}}", ADULT_AND("'activities': [{'id': 'kitchen'}]"), YES },
        { "{'not': {'activity': ['farm']}}", ADULT, UNKNOWN },
        { "{'not': {'danger-ids': ['t-others']}}", ADULT_AND("'triage': {'t-others': 'none-noted'}"), YES },
        { "{'not': {'danger-ids': ['t-others']}}", ADULT, UNKNOWN },
    };
    CHECK(*state, rows);
}

static void all_any_and_at_least_count_what_is_sure_and_what_is_open(void **state) {
    static const struct row rows[] = {
        { "{'all': [{'always': true}, {'fact': 'wishes.help', 'in': ['yes']}]}", ADULT, UNKNOWN },
        { "{'all': [{'not': {'always': true}}, {'fact': 'wishes.help', 'in': ['yes']}]}", ADULT, NO },
        { "{'any': [{'always': true}, {'fact': 'wishes.help', 'in': ['yes']}]}", ADULT, YES },
        { "{'any': [{'not': {'always': true}}, {'fact': 'wishes.help', 'in': ['yes']}]}", ADULT, UNKNOWN },
        { "{'at-least': 2, 'of': [{'always': true}, {'fact': 'wishes.help', 'in': ['yes']}, {'not': {'always': true}}]}", ADULT, UNKNOWN },
        { "{'at-least': 2, 'of': [{'always': true}, {'not': {'always': true}}, {'not': {'always': true}}]}", ADULT, NO },
        { "{'at-least': 2, 'of': [{'always': true}, {'always': true}, {'fact': 'wishes.help', 'in': ['yes']}]}", ADULT, YES },
    };
    CHECK(*state, rows);
}

static void a_sign_not_asked_leaves_a_count_unknown(void **state) {
    static const struct row rows[] = {
        { "{'signs': {'ids': ['docs-held-by-other']}}", ADULT, UNKNOWN },
        { "{'signs': {'ids': ['docs-held-by-other']}}", ADULT_AND("'answers': {'docs-held-by-other': {'state': 'not-noted'}}"), NO },
        { "{'signs': {'ids': ['docs-held-by-other']}}", ADULT_AND("'answers': {'docs-held-by-other': {'state': 'declined'}}"), UNKNOWN },
        { "{'signs': {'ids': ['docs-held-by-other']}}", ADULT_AND("'answers': {'docs-held-by-other': {'state': 'not-safe'}}"), UNKNOWN },
        { "{'signs': {'ids': ['docs-held-by-other']}}", ADULT_AND("'answers': {'docs-held-by-other': {'state': 'not-observable'}}"),
          UNKNOWN },
        { "{'signs': {'ids': ['docs-held-by-other']}}", ADULT_AND("'answers': {" NOTED("docs-held-by-other", "seen") "}"), YES },
    };
    CHECK(*state, rows);
}

static void firm_is_said_documented_or_official_but_not_through_a_companion(void **state) {
    static const char firm[] = "{'signs': {'ids': ['docs-held-by-other'], 'firm': true}}";
    static const struct row rows[] = {
        { firm, ADULT_AND("'answers': {" NOTED("docs-held-by-other", "said") "}"), YES },
        { firm, ADULT_AND("'answers': {" NOTED("docs-held-by-other", "document") "}"), YES },
        { firm, ADULT_AND("'answers': {" NOTED("docs-held-by-other", "official") "}"), YES },
        { firm, ADULT_AND("'answers': {" NOTED("docs-held-by-other", "seen") "}"), NO },
        { firm, ADULT_AND("'answers': {" NOTED("docs-held-by-other", "third-party") "}"), NO },
        { firm, ADULT_AND("'answers': {'docs-held-by-other': {'state': 'noted'}}"), NO },
        { firm,
          "{" SECOND_LINE
          ", 'profile': {'age': 'adult', 'interpreter': 'came-with'}, 'answers': {" NOTED("docs-held-by-other", "said") "}}",
          NO },
        { firm,
          "{" SECOND_LINE
          ", 'profile': {'age': 'adult', 'interpreter': 'came-with'}, 'answers': {" NOTED("docs-held-by-other", "official") "}}",
          YES },
    };
    CHECK(*state, rows);
}

static void two_elements_need_two_signs_and_one_of_the_listed_elements(void **state) {
    static const char pair[] = "{'two-elements': {'one-of': ['means-coercion', 'purpose'], 'strength': 'medium', 'with-firm': true}}";
    static const struct row rows[] = {
        /* act and act */
        { pair, ADULT_AND("'answers': {" NOTED("trip-arranged-by-others", "said") ", " NOTED("destination-unknown", "said") "}"), UNKNOWN },
        /* act and coercion */
        { pair, ADULT_AND("'answers': {" NOTED("trip-arranged-by-others", "said") ", " NOTED("threat-to-denounce", "seen") "}"), YES },
        /* the same, none firm */
        { pair, ADULT_AND("'answers': {" NOTED("trip-arranged-by-others", "seen") ", " NOTED("threat-to-denounce", "seen") "}"), UNKNOWN },
        /* coercion twice is one element */
        { pair, ADULT_AND("'answers': {" NOTED("threat-of-violence", "said") ", " NOTED("threat-to-denounce", "said") "}"), UNKNOWN },
        /* one sign alone never covers two */
        { pair, ADULT_AND("'answers': {" NOTED("made-to-offend", "said") "}"), UNKNOWN },
    };
    CHECK(*state, rows);
}

static void a_dimension_is_positive_by_the_five_patterns(void **state) {
    static const char any[] = "{'dimension': {'with-firm': true}}";
    static const struct row rows[] = {
        /* strong and medium of D5 */
        { any, ADULT_AND("'answers': {" NOTED("docs-held-by-other", "said") ", " NOTED("fear-of-companion", "seen") "}"), YES },
        /* the same without a firm one */
        { any, ADULT_AND("'answers': {" NOTED("docs-held-by-other", "seen") ", " NOTED("fear-of-companion", "seen") "}"), UNKNOWN },
        /* two medium of D1, then three */
        { any, ADULT_AND("'answers': {" NOTED("pay-deceived", "said") ", " NOTED("conditions-deceived", "said") "}"), UNKNOWN },
        { any,
          ADULT_AND("'answers': {" NOTED("pay-deceived", "said") ", " NOTED("conditions-deceived", "said") ", " NOTED("fees-deceived",
                                                                                                                      "said") "}"),
          YES },
        /* a sign of appearance with a key of D5 never counts */
        { any,
          ADULT_AND("'answers': {" NOTED("fear-of-companion", "said") ", " NOTED("threat-to-denounce",
                                                                                 "said") ", " NOTED("companion-answers", "seen") "}"),
          UNKNOWN },
    };
    CHECK(*state, rows);
}

static void with_a_verified_guardian_ordinary_signs_weigh_little(void **state) {
    static const char strong[] = "{'signs': {'ids': ['docs-held-by-other'], 'strength': 'strong'}}";
    static const char fear[] = "{'signs': {'ids': ['child-fears-adult'], 'strength': 'strong'}}";
    static const struct row rows[] = {
        { strong,
          "{" SECOND_LINE ", 'profile': {'age': 'child', 'guardian': 'present'}, 'answers': {" NOTED("docs-held-by-other", "seen") "}}",
          NO },
        { strong,
          "{" SECOND_LINE ", 'profile': {'age': 'child', 'guardian': 'unverified'}, 'answers': {" NOTED("docs-held-by-other", "seen") "}}",
          YES },
        { strong,
          "{" SECOND_LINE ", 'profile': {'age': 'adult', 'guardian': 'present'}, 'answers': {" NOTED("docs-held-by-other", "seen") "}}",
          YES },
        { fear,
          "{" SECOND_LINE ", 'profile': {'age': 'child', 'guardian': 'present'}, 'answers': {" NOTED("child-fears-adult", "seen") "}}",
          YES },
    };
    CHECK(*state, rows);
}

static void the_grounds_of_a_yes_are_what_made_it_so(void **state) {
    struct fixture *f = *state;
    struct grounds g = { .arena = &f->scratch };
    const char *condition = "{'any': [{'fact': 'wishes.help', 'in': ['yes']}, {'danger-ids': ['t-injury']}, {'activity': ['farm']}, "
                            "{'signs': {'strength': 'strong'}}]}";
    const char *answers = ADULT_AND("'wishes': {'help': 'yes'}, 'triage': {'t-injury': 'unsure'}, 'activities': [{'id': 'farm'}], "
                                    "'answers': {" NOTED("docs-held-by-other", "seen") ", " NOTED("number-slip", "seen") "}");
    static const char *const names[] = { "wishes.help", "triage.t-injury", "activity:farm", "docs-held-by-other" };
    assert_int_equal(value(f, condition, answers, &g), YES);
    assert_int_equal(g.count, 4);
    for (int i = 0; i < 4; i++)
        assert_string_equal(ground_name(&f->scratch, f->pack, g.items[i]), names[i]);
}

static void unsure_has_the_effect_the_content_gives_it(void **state) {
    static const struct row rows[] = {
        { "{'danger': 'now'}", ADULT, UNKNOWN },
        { "{'danger': 'now'}", ADULT_AND("'triage': {'t-danger-now': 'unsure'}"), YES },
        { "{'danger': 'now'}", ADULT_AND("'triage': {'t-others': 'yes'}"), YES },
        { "{'danger': 'now'}", ADULT_AND("'triage': {'t-others': 'unsure'}"), UNKNOWN },
        { "{'danger': 'today'}", ADULT_AND("'triage': {'t-others': 'unsure'}"), YES },
        { "{'danger': 'now'}", ADULT_AND("'triage': {'t-sexual-violence': 'yes'}"), UNKNOWN },
    };
    CHECK(*state, rows);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(an_open_fact_is_unknown_and_never_no, fixture_clean),
        cmocka_unit_test_teardown(unsure_and_not_known_are_open_too, fixture_clean),
        cmocka_unit_test_teardown(all_any_and_at_least_count_what_is_sure_and_what_is_open, fixture_clean),
        cmocka_unit_test_teardown(a_sign_not_asked_leaves_a_count_unknown, fixture_clean),
        cmocka_unit_test_teardown(firm_is_said_documented_or_official_but_not_through_a_companion, fixture_clean),
        cmocka_unit_test_teardown(two_elements_need_two_signs_and_one_of_the_listed_elements, fixture_clean),
        cmocka_unit_test_teardown(a_dimension_is_positive_by_the_five_patterns, fixture_clean),
        cmocka_unit_test_teardown(with_a_verified_guardian_ordinary_signs_weigh_little, fixture_clean),
        cmocka_unit_test_teardown(the_grounds_of_a_yes_are_what_made_it_so, fixture_clean),
        cmocka_unit_test_teardown(unsure_has_the_effect_the_content_gives_it, fixture_clean),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
