#include "core/fixture.h"

/* The worked checks of the rulings are content cases; here is what cases cannot say. */

#define SECOND_LINE "'setting': 'border-second-line'"
#define ADULT_AND(more) "{" SECOND_LINE ", 'profile': {'age': 'adult'}, " more "}"
#define CHILD_AND(more) "{" SECOND_LINE ", 'profile': {'age': 'child', 'guardian': 'present'}, " more "}"
#define NOTED(id, known) "'" id "': {'state': 'noted', 'known': ['" known "']}"

static const char *open_name(struct fixture *f, const struct assessment *r, int i) {
    return ground_name(&f->scratch, f->pack, r->open.items[i]);
}

static bool is_open(struct fixture *f, const struct assessment *r, const char *name) {
    for (int i = 0; i < r->open.count; i++)
        if (!strcmp(open_name(f, r, i), name))
            return true;
    return false;
}

/* The outcome that this one change would give, or NULL. */
static const char *would_give(struct fixture *f, const struct assessment *r, const char *name, const char *to) {
    for (int i = 0; i < r->would_change.count; i++) {
        const struct would_change *w = &r->would_change.items[i];
        if (w->change_count == 1 && !strcmp(ground_name(&f->scratch, f->pack, w->changes[0].what), name) && !strcmp(w->changes[0].to, to))
            return f->pack->rules.outcomes.items[w->outcome].id;
    }
    return NULL;
}

static void the_same_answers_give_the_same_bytes(void **state) {
    struct fixture *f = *state;
    struct buffer first = { .arena = &f->scratch }, second = { .arena = &f->scratch };
    for (int i = 0; i < 2; i++) {
        struct assessment r = fixture_assess(f, ADULT_AND("'answers': {" NOTED("docs-held-by-other", "said") "}"));
        assess_write(f->pack, &r, i ? &second : &first);
    }
    assert_string_equal(buffer_text(&first), buffer_text(&second));
}

static void the_order_in_which_answers_were_given_does_not_matter(void **state) {
    struct fixture *f = *state;
    struct buffer first = { .arena = &f->scratch }, second = { .arena = &f->scratch };
    struct assessment a =
        fixture_assess(f, ADULT_AND("'answers': {" NOTED("docs-held-by-other", "said") ", " NOTED("number-slip", "seen") "}"));
    struct assessment b =
        fixture_assess(f, ADULT_AND("'answers': {" NOTED("number-slip", "seen") ", " NOTED("docs-held-by-other", "said") "}"));
    assess_write(f->pack, &a, &first);
    assess_write(f->pack, &b, &second);
    assert_string_equal(buffer_text(&first), buffer_text(&second));
}

static void what_was_refused_or_unsafe_is_never_offered_again(void **state) {
    struct fixture *f = *state;
    struct assessment r = fixture_assess(
        f, ADULT_AND("'wishes': {'help': 'declined'}, 'answers': {'docs-held-by-other': {'state': 'declined'}, 'violence-suffered': "
                     "{'state': 'not-safe'}, 'threat-of-violence': {'state': 'not-known'}, 'family-threatened': {'state': 'not-noted'}}"));
    assert_false(is_open(f, &r, "docs-held-by-other"));
    assert_false(is_open(f, &r, "violence-suffered"));
    assert_false(is_open(f, &r, "family-threatened"));
    assert_false(is_open(f, &r, "wishes.help"));
    assert_true(is_open(f, &r, "threat-of-violence"));
    assert_null(would_give(f, &r, "docs-held-by-other", "noted"));
    assert_null(would_give(f, &r, "wishes.help", "yes"));
}

static void what_would_change_only_ever_raises(void **state) {
    static const char *const answers[] = {
        ADULT_AND("'wishes': {}"),
        ADULT_AND("'answers': {" NOTED("number-slip", "seen") ", " NOTED("fear-of-companion", "seen") "}"),
        ADULT_AND("'answers': {" NOTED("docs-held-by-other", "said") "}"),
        CHILD_AND("'answers': {" NOTED("number-slip", "seen") "}"),
        CHILD_AND("'triage': {'t-injury': 'yes'}"),
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct assessment r = fixture_assess(f, answers[i]);
        int rank = f->pack->rules.outcomes.items[r.outcome].rank;
        for (int k = 0; k < r.would_change.count; k++)
            assert_true(f->pack->rules.outcomes.items[r.would_change.items[k].outcome].rank > rank);
    }
}

static void every_promised_change_gives_the_promised_outcome(void **state) {
    struct fixture *f = *state;
    const char *answers = ADULT_AND("'answers': {" NOTED("number-slip", "seen") ", " NOTED("fear-of-companion", "seen") "}");
    struct assessment r = fixture_assess(f, answers);
    int tried = 0;
    for (int i = 0; i < r.would_change.count; i++) {
        const struct would_change *w = &r.would_change.items[i];
        struct session s = fixture_session(f, answers);
        if (w->changes[0].what.kind != GROUND_SIGN || strcmp(w->changes[0].to, "noted") != 0)
            continue;
        /* Signs that cannot be said are promised as they can be known. */
        const struct indicator *x = &f->pack->indicators.items[w->changes[0].what.index];
        unsigned known = x->known & BIT(KNOWN_SAID) ? BIT(KNOWN_SAID) : x->known;
        session_set(&s, SLOT_SIGN, w->changes[0].what.index, (struct slot){ .value = STATE_NOTED, .known = known });
        struct assessment after = assess(&f->scratch, f->pack, &s, NULL);
        assert_int_equal(after.outcome, w->outcome);
        tried++;
    }
    assert_true(tried > 10);
}

static void a_sign_only_seen_would_raise_when_the_person_says_it(void **state) {
    struct fixture *f = *state;
    struct assessment r = fixture_assess(f, ADULT_AND("'answers': {" NOTED("docs-held-by-other", "seen") "}"));
    assert_string_equal(f->pack->rules.outcomes.items[r.outcome].id, "consult");
    assert_string_equal(would_give(f, &r, "docs-held-by-other", "said"), "offer-referral");
}

/* The real pack, but that no fact is tried as a way to raise. */
static const struct pack *pack_without_facts_to_raise(struct fixture *f) {
    struct problems ps = { .arena = &f->scratch };
    int count;
    struct pack_file *files = fixture_files(&f->scratch, &count);
    for (int i = 0; i < count; i++) {
        const char *list = strcmp(files[i].name, "rules.json") ? NULL : strstr(files[i].text.data, "\"would-change\": [");
        if (list)
            files[i].text = support_bytes(
                arena_printf(&f->scratch, "%.*s\"would-change\": []\n}\n", (int)(list - files[i].text.data), files[i].text.data));
    }
    const struct pack *p = pack_read(&f->scratch, files, count, &ps);
    assert_int_equal(ps.count, 0);
    return p;
}

/* Every sign answered but two weak ones: no single answer makes it consult, both together do. */
static void pairs_are_offered_only_where_no_single_answer_would_do(void **state) {
    struct fixture *f = *state;
    const struct pack *p = pack_without_facts_to_raise(f);
    struct session s = session_new(&f->scratch, p, pack_find_setting(p, "border-second-line"));
    session_set(&s, SLOT_FACT, FACT_AGE, (struct slot){ .value = 1 });
    for (int i = 0; i < p->indicators.count; i++)
        if (strcmp(p->indicators.items[i].id, "number-slip") != 0 && strcmp(p->indicators.items[i].id, "no-own-means") != 0)
            session_set(&s, SLOT_SIGN, i, (struct slot){ .value = STATE_NOT_NOTED });
    for (int i = 0; i < p->dangers.count; i++)
        session_set(&s, SLOT_DANGER, i, (struct slot){ .value = DANGER_NONE_NOTED });
    struct assessment r = assess(&f->scratch, p, &s, NULL);
    assert_int_equal(r.would_change.count, 1);
    assert_int_equal(r.would_change.items[0].change_count, 2);
    assert_string_equal(p->rules.outcomes.items[r.would_change.items[0].outcome].id, "consult");
}

static void what_must_be_checked_comes_first_among_the_open_points(void **state) {
    struct fixture *f = *state;
    struct assessment r = fixture_assess(f, "{" SECOND_LINE ", 'profile': {'age': 'child'}}");
    assert_string_equal(open_name(f, &r, 0), "profile.guardian");
    r = fixture_assess(f, "{" SECOND_LINE ", 'profile': {'age': 'child', 'guardian': 'absent'}}");
    assert_string_equal(open_name(f, &r, 0), "profile.plan");
    r = fixture_assess(f, ADULT_AND("'answers': {" NOTED("child-works", "said") "}"));
    assert_string_equal(open_name(f, &r, 0), "profile.age");
}

static void going_higher_counts_and_going_lower_does_not(void **state) {
    struct fixture *f = *state;
    struct assessment r = fixture_assess(f, ADULT_AND("'raise': {'to': 'offer-referral', 'reason': 'x'}"));
    assert_true(r.raised);
    assert_string_equal(f->pack->rules.outcomes.items[r.outcome].id, "offer-referral");
    assert_int_equal(r.urgency, URGENCY_SOON);

    r = fixture_assess(f, ADULT_AND("'wishes': {'help': 'yes'}, 'raise': {'to': 'consult', 'reason': 'x'}"));
    assert_false(r.raised);
    assert_string_equal(f->pack->rules.outcomes.items[r.outcome].id, "offer-referral");

    r = fixture_assess(f, CHILD_AND("'raise': {'to': 'offer-referral', 'reason': 'x'}"));
    assert_string_equal(f->pack->rules.outcomes.items[r.outcome].id, "refer-child");

    r = fixture_assess(f, ADULT_AND("'wishes': {'help': 'yes'}, 'raise': {'to': 'refer-child', 'reason': 'x'}"));
    assert_true(r.raised);
    assert_string_equal(f->pack->rules.outcomes.items[r.outcome].id, "refer-child");

    r = fixture_assess(f, ADULT_AND("'raise': {'to': 'act-now', 'reason': 'x'}"));
    assert_int_equal(r.outcomes.count, 2);
    assert_string_equal(f->pack->rules.outcomes.items[r.outcomes.items[0]].id, "act-now");
    assert_string_equal(f->pack->rules.outcomes.items[r.outcomes.items[1]].id, "inform");
    assert_int_equal(r.urgency, URGENCY_NOW);
}

static void what_was_raised_is_told_apart_from_what_stands_beside_it(void **state) {
    struct fixture *f = *state;
    struct assessment r = fixture_assess(f, ADULT_AND("'triage': {'t-selfharm': 'yes'}, 'raise': {'to': 'offer-referral'}"));
    assert_string_equal(f->pack->rules.outcomes.items[r.outcome].id, "act-now");
    assert_string_equal(f->pack->rules.outcomes.items[r.raised_to].id, "offer-referral");
}

static void signs_of_the_past_count_but_are_never_more_than_soon(void **state) {
    struct fixture *f = *state;
    struct assessment r =
        fixture_assess(f, CHILD_AND("'answers': {'child-works': {'state': 'noted', 'known': ['said'], 'when': 'before'}}"));
    assert_string_equal(f->pack->rules.outcomes.items[r.outcome].id, "refer-child");
    assert_int_equal(r.urgency, URGENCY_SOON);
    r = fixture_assess(f, CHILD_AND("'answers': {'child-works': {'state': 'noted', 'known': ['said'], 'when': 'both'}}"));
    assert_int_equal(r.urgency, URGENCY_TODAY);
}

static void a_dated_deadline_is_measured_against_the_stamp(void **state) {
    static const struct {
        const char *deadline, *now;
        enum urgency expected;
    } rows[] = {
        { "14:20", "2026-01-02T10:00:00+01:00", URGENCY_TODAY },
        { "2026-01-02T23:59:00+01:00", "2026-01-02T00:01:00+01:00", URGENCY_TODAY },
        { "2026-01-03T06:30:00+01:00", "2026-01-02T20:00:00+01:00", URGENCY_TODAY }, /* this night */
        { "2026-01-03T23:30:00+01:00", "2026-01-02T10:00:00+01:00", URGENCY_NONE },
        { "2026-01-01T10:00:00+01:00", "2026-01-02T10:00:00+01:00", URGENCY_TODAY }, /* overdue */
        { "2027-01-01T10:00:00+01:00", NULL, URGENCY_TODAY },                        /* nobody says what day it is */
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct stamp stamp = { .has_time = rows[i].now && date_time_read(rows[i].now, &stamp.time) };
        struct session s =
            fixture_session(f, arena_printf(&f->scratch, ADULT_AND("'deadline': {'what': 'flight', 'time': '%s'}"), rows[i].deadline));
        struct assessment r = assess(&f->scratch, f->pack, &s, &stamp);
        if (r.urgency != rows[i].expected)
            fail_msg("%s at %s is %d", rows[i].deadline, rows[i].now, (int)r.urgency);
    }
}

static void gender_never_changes_the_outcome_or_the_rules(void **state) {
    static const char *const genders[] = { "female", "male", "other", "not-stated" };
    static const char *const signs[] = {
        NOTED("docs-held-by-other", "said"), NOTED("male-sexual-exploitation", "said"), NOTED("pregnant-and-dependent", "said"),
        NOTED("made-to-offend", "said"),     NOTED("fear-of-companion", "seen"),
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const char *first = NULL;
        for (size_t g = 0; g < sizeof genders / sizeof *genders; g++) {
            const char *outcome = fixture_outcome(
                f, arena_printf(&f->scratch, "{" SECOND_LINE ", 'profile': {'age': 'adult', 'gender': '%s'}, 'answers': {%s}}", genders[g],
                                signs[i]));
            if (first)
                assert_string_equal(outcome, first);
            first = outcome;
        }
    }
}

/* Whatever else is noted may raise, never lower (fact base 11.3). */
static void noting_more_never_lowers_the_outcome(void **state) {
    static const char *const ages[] = { "'adult'", "'child', 'guardian': 'present'",
                                        "'maybe-child', 'guardian': 'absent', 'plan': 'verified'" };
    struct fixture *f = *state;
    unsigned random = 7;
    for (int round = 0; round < 60; round++) {
        struct session s = fixture_session(f, arena_printf(&f->scratch, "{" SECOND_LINE ", 'profile': {'age': %s}}", ages[round % 3]));
        int rank = -1;
        for (int step = 0; step < 8; step++) {
            struct assessment r = assess(&f->scratch, f->pack, &s, NULL);
            int now = f->pack->rules.outcomes.items[r.outcome].rank;
            assert_true(now >= rank);
            rank = now;
            random = random * 1103515245u + 12345u;
            int sign = (int)(random >> 8) % f->pack->indicators.count;
            unsigned known = session_get(&s, SLOT_SIGN, sign)->known | 1u << (random >> 20) % 5;
            session_set(&s, SLOT_SIGN, sign, (struct slot){ .value = STATE_NOTED, .known = known });
            if (step == 6)
                session_set(&s, SLOT_DANGER, (int)(random >> 12) % f->pack->dangers.count, (struct slot){ .value = DANGER_UNSURE });
            if (step == 5)
                session_set(&s, SLOT_FACT, FACT_WISH_HELP, (struct slot){ .value = 1 });
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_same_answers_give_the_same_bytes, fixture_clean),
        cmocka_unit_test_teardown(the_order_in_which_answers_were_given_does_not_matter, fixture_clean),
        cmocka_unit_test_teardown(what_was_refused_or_unsafe_is_never_offered_again, fixture_clean),
        cmocka_unit_test_teardown(what_would_change_only_ever_raises, fixture_clean),
        cmocka_unit_test_teardown(every_promised_change_gives_the_promised_outcome, fixture_clean),
        cmocka_unit_test_teardown(a_sign_only_seen_would_raise_when_the_person_says_it, fixture_clean),
        cmocka_unit_test_teardown(pairs_are_offered_only_where_no_single_answer_would_do, fixture_clean),
        cmocka_unit_test_teardown(what_must_be_checked_comes_first_among_the_open_points, fixture_clean),
        cmocka_unit_test_teardown(going_higher_counts_and_going_lower_does_not, fixture_clean),
        cmocka_unit_test_teardown(what_was_raised_is_told_apart_from_what_stands_beside_it, fixture_clean),
        cmocka_unit_test_teardown(signs_of_the_past_count_but_are_never_more_than_soon, fixture_clean),
        cmocka_unit_test_teardown(a_dated_deadline_is_measured_against_the_stamp, fixture_clean),
        cmocka_unit_test_teardown(gender_never_changes_the_outcome_or_the_rules, fixture_clean),
        cmocka_unit_test_teardown(noting_more_never_lowers_the_outcome, fixture_clean),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
