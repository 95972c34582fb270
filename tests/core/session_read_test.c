#include "core/fixture.h"

#include <string.h>

/* What a person said; it must never stand in a message. */
#define SECRET "Maria-told-me"

struct refusal {
    const char *answers;
    int line;
    const char *path, *text;
};

#define ADULT "'setting': 'border-second-line', 'profile': {'age': 'adult'}"

static const struct refusal refusals[] = {
    { "{}", 1, "setting", "is missing" },
    { "{" ADULT ",\n '" SECRET "': 1}", 2, "", "unknown key" },
    { "{'setting': '" SECRET "', 'profile': {'age': 'adult'}}", 1, "setting", "must be one of" },
    { "{'setting': 'border-second-line'}", 1, "profile.age", "is missing" },
    { "{'setting': 'border-second-line', 'profile': {'age': '" SECRET "'}}", 1, "profile.age", "is none of: adult, child, maybe-child" },
    { "{'setting': 'border-second-line', 'profile': {'age': 'adult', 'name': '" SECRET "'}}", 1, "profile", "unknown key" },
    { "{" ADULT ", 'talk': {'alone': 'maybe'}}", 1, "talk.alone", "is none of" },
    { "{" ADULT ", 'talk': '" SECRET "'}", 1, "talk", "must be an object" },
    { "{" ADULT ", 'place': {'stands': 'Romania'}}", 1, "place.stands", "two capital letters" },
    { "{" ADULT ", 'triage': {\n'" SECRET "': 'yes'}}", 2, "triage", "unknown key" },
    { "{" ADULT ", 'triage': {'t-injury': '" SECRET "'}}", 1, "triage.t-injury", "is none of" },
    { "{" ADULT ", 'answers': {'" SECRET "': {'state': 'noted'}}}", 1, "answers", "no sign of the content" },
    { "{" ADULT ", 'answers': {'docs-held-by-other': {'words': '" SECRET "'}}}", 1, "answers.docs-held-by-other", "state is missing" },
    { "{" ADULT ", 'answers': {'docs-held-by-other': {'state': '" SECRET "'}}}", 1, "answers.docs-held-by-other.state", "is none of" },
    { "{" ADULT ", 'answers': {'docs-held-by-other': {'state': 'noted',\n'words': 7}}}", 2, "answers.docs-held-by-other.words",
      "must be a text" },
    { "{" ADULT ", 'answers': {'docs-held-by-other': {'state': 'noted', 'words': '" SECRET "\\u0007'}}}", 1,
      "answers.docs-held-by-other.words", "control character" },
    { "{" ADULT ", 'details': {'wants': '" SECRET "\\u009b'}}", 1, "details.wants", "control character" },
    { "{" ADULT ", 'details': {'wants': '" SECRET "\\u202e'}}", 1, "details.wants", "control character" },
    { "{" ADULT ", 'details': {'wants': '" SECRET "\\uffff'}}", 1, "details.wants", "control character" },
    { "{" ADULT ", 'activities': [{'id': '" SECRET "'}]}", 1, "activities.0", "needs the id" },
    { "{" ADULT ", 'activities': [{'id': 'farm'}, {'id': 'farm'}]}", 1, "activities.1", "stands twice" },
    { "{" ADULT ", 'activities': [{'id': 'farm'}, {'id': 'care'}, {'id': 'kitchen'}, {'id': 'factory'}]}", 1, "activities", "more than 3" },
    { "{" ADULT ", 'raise': {'to': '" SECRET "', 'reason': 'x'}}", 1, "raise", "next step" },
    { "{" ADULT ", 'deadline': {'what': 'flight', 'time': '" SECRET "'}}", 1, "deadline.time", "must be a time" },
    { "{" ADULT ", 'deadline': {'time': '14:20'}}", 1, "deadline.what", "is missing" },
    { "{" ADULT ", 'details': {'" SECRET "': 'x'}}", 1, "details", "no field of the note" },
    { "{" ADULT ", 'details': {'outcome': '" SECRET "'}}", 1, "details.outcome", "cannot be typed in" },
    { "{" ADULT ", 'details': {'agree-referral': '" SECRET "'}}", 1, "details.agree-referral", "no value of this field" },
    { "{" ADULT ", 'details': {'phase': ['before', '" SECRET "']}}", 1, "details.phase", "no value of this field" },
    { "{" ADULT ", 'details': {'retention': '" SECRET "'}}", 1, "details.retention", "must be a date" },
    { "{" ADULT ", 'profile': {'age': 'child'}}", 1, "", "a key stands twice" },
    { "{'setting': 'border-second-line', 'profile': {'age': 'adult', 'languages': ['" SECRET "/..']}}", 1, "profile.languages", "no code" },
    { "[" SECRET "]", 1, "", "not a JSON value" },
    { "", 1, "", "ends too early" },
};

static void every_problem_has_its_place_and_repeats_no_answer(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const struct refusal *r = &refusals[i];
        struct problems ps = { .arena = &f->scratch };
        struct session s;
        if (session_read(&f->scratch, f->pack, support_quotes(&f->scratch, r->answers), "answers.json", &s, &ps))
            fail_msg("accepted: %s", r->answers);
        const struct problem *p = &ps.items[0];
        if (p->line != r->line || strcmp(p->path, r->path) != 0 || !strstr(p->text, r->text))
            fail_msg("%s\n gave: %s", r->answers, problem_line(&f->scratch, p));
        for (int k = 0; k < ps.count; k++)
            assert_null(strstr(problem_line(&f->scratch, &ps.items[k]), SECRET));
    }
}

static void all_problems_are_listed_not_only_the_first(void **state) {
    struct fixture *f = *state;
    struct problems ps = { .arena = &f->scratch };
    struct session s;
    const char *answers = "{'setting': 'nowhere', 'profile': {'age': 'old', 'gender': 'x'}, 'triage': {'t-injury': 'perhaps'}}";
    assert_false(session_read(&f->scratch, f->pack, support_quotes(&f->scratch, answers), "answers.json", &s, &ps));
    assert_int_equal(ps.count, 4);
}

static void a_text_of_the_greatest_length_is_kept_and_one_byte_more_refused(void **state) {
    struct fixture *f = *state;
    char *words = arena_alloc(&f->scratch, SESSION_TEXT_MAX + 2, 1);
    for (int i = 0; i < SESSION_TEXT_MAX + 1; i++)
        words[i] = 'w';
    for (int more = 0; more < 2; more++) {
        struct problems ps = { .arena = &f->scratch };
        struct session s;
        words[SESSION_TEXT_MAX + more] = '\0';
        const char *answers = arena_printf(&f->scratch, "{" ADULT ", 'details': {'wants': '%s'}}", words);
        assert_int_equal(session_read(&f->scratch, f->pack, support_quotes(&f->scratch, answers), "a", &s, &ps), !more);
        words[SESSION_TEXT_MAX + more] = 'w';
    }
}

static const char *written(struct fixture *f, const struct session *s) {
    struct buffer b = { .arena = &f->scratch };
    session_write(s, &b);
    return buffer_text(&b);
}

static void what_is_written_reads_back_the_same(void **state) {
    static const char *const cases[] = { "adult", "child", "maybe-child", "danger", "refusal", "labour" };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct problems ps = { .arena = &f->scratch };
        struct session first, second;
        struct bytes file = support_file(&f->scratch, arena_printf(&f->scratch, "tests/golden/%s/answers.json", cases[i]));
        assert_true(session_read(&f->scratch, f->pack, file, cases[i], &first, &ps));
        const char *once = written(f, &first);
        assert_true(session_read(&f->scratch, f->pack, support_bytes(once), cases[i], &second, &ps));
        assert_string_equal(once, written(f, &second));
        for (int k = 0; k < session_slot_count(f->pack); k++) {
            assert_int_equal(first.slots[k].value, second.slots[k].value);
            assert_int_equal(first.slots[k].known, second.slots[k].known);
            assert_int_equal(first.slots[k].bits, second.slots[k].bits);
        }
    }
}

static void a_file_cut_anywhere_is_refused_without_harm(void **state) {
    struct fixture *f = *state;
    struct bytes file = support_file(&f->scratch, "tests/golden/danger/answers.json");
    for (size_t size = 0; size + 2 < file.size; size++) {
        struct arena a = { 0 };
        struct problems ps = { .arena = &a };
        struct session s;
        assert_false(session_read(&a, f->pack, (struct bytes){ file.data, size }, "cut", &s, &ps));
        arena_free(&a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(every_problem_has_its_place_and_repeats_no_answer, fixture_clean),
        cmocka_unit_test_teardown(all_problems_are_listed_not_only_the_first, fixture_clean),
        cmocka_unit_test_teardown(a_text_of_the_greatest_length_is_kept_and_one_byte_more_refused, fixture_clean),
        cmocka_unit_test_teardown(what_is_written_reads_back_the_same, fixture_clean),
        cmocka_unit_test_teardown(a_file_cut_anywhere_is_refused_without_harm, fixture_clean),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
