#include "core/fixture.h"

#define ADULT "{'setting': 'border-second-line', 'profile': {'age': 'adult'}}"

static void a_new_session_has_asked_nothing(void **state) {
    struct fixture *f = *state;
    struct session s = session_new(&f->scratch, f->pack, 0);
    assert_int_equal(session_sign(&s, 0), STATE_NOT_ASKED);
    assert_int_equal(session_danger(&s, 0), DANGER_NOT_ASKED);
    assert_int_equal(session_fact(&s, FACT_AGE), 0);
    assert_false(session_undo(&s));
    assert_false(session_redo(&s));
}

static void a_line_may_be_shown_in_some_kinds_of_place_only(void **state) {
    static struct line items[] = {
        { .id = "everywhere" },
        { .id = "abroad", .settings = BIT(PLACE_CONSULAR) },
        { .id = "here", .settings = BIT(PLACE_BORDER) | BIT(PLACE_ASYLUM) | BIT(PLACE_RECEPTION) },
    };
    static const struct {
        const char *setting, *second;
    } rows[] = { { "border-second-line", "here" },
                 { "visa-desk", "abroad" },
                 { "consular-help", "abroad" },
                 { "asylum-interview", "here" },
                 { "reception", "here" } };
    struct fixture *f = *state;
    const line_list lines = { items, 3 };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct session s = session_new(&f->scratch, f->pack, pack_find_setting(f->pack, rows[i].setting));
        line_list shown = session_lines(&f->scratch, &s, &lines);
        assert_int_equal(shown.count, 2);
        assert_string_equal(shown.items[0].id, "everywhere");
        assert_string_equal(shown.items[1].id, rows[i].second);
    }
}

static void undo_and_redo_go_through_every_change(void **state) {
    struct fixture *f = *state;
    struct session s = fixture_session(f, ADULT);
    session_set(&s, SLOT_SIGN, 3, (struct slot){ .value = STATE_NOTED, .known = BIT(KNOWN_SAID), .text = "first" });
    session_set(&s, SLOT_SIGN, 3, (struct slot){ .value = STATE_NOTED, .known = BIT(KNOWN_SAID), .text = "second" });
    session_set(&s, SLOT_FACT, FACT_WISH_HELP, (struct slot){ .value = 1 });

    assert_true(session_undo(&s));
    assert_int_equal(session_fact(&s, FACT_WISH_HELP), 0);
    assert_true(session_undo(&s));
    assert_string_equal(session_get(&s, SLOT_SIGN, 3)->text, "first");
    assert_true(session_undo(&s));
    assert_int_equal(session_sign(&s, 3), STATE_NOT_ASKED);
    assert_false(session_undo(&s));

    assert_true(session_redo(&s));
    assert_true(session_redo(&s));
    assert_string_equal(session_get(&s, SLOT_SIGN, 3)->text, "second");
    assert_true(session_redo(&s));
    assert_int_equal(session_fact(&s, FACT_WISH_HELP), 1);
    assert_false(session_redo(&s));
}

static void answers_of_one_step_are_taken_back_together(void **state) {
    struct fixture *f = *state;
    struct session s = fixture_session(f, ADULT);
    session_set(&s, SLOT_FACT, FACT_WISH_HELP, (struct slot){ .value = 1 });
    session_set_more(&s, SLOT_FACT, FACT_WISH_LAWYER, (struct slot){ .value = 1 });
    session_set(&s, SLOT_FACT, FACT_WISH_HELP, (struct slot){ .value = 1 }); /* no change, but a step of its own */
    session_set_more(&s, SLOT_FACT, FACT_WISH_ASYLUM, (struct slot){ .value = 1 });

    assert_true(session_undo(&s));
    assert_int_equal(session_fact(&s, FACT_WISH_ASYLUM), 0);
    assert_int_equal(session_fact(&s, FACT_WISH_LAWYER), 1);
    assert_true(session_undo(&s));
    assert_int_equal(session_fact(&s, FACT_WISH_LAWYER), 0);
    assert_int_equal(session_fact(&s, FACT_WISH_HELP), 0);
    assert_false(session_undo(&s));

    assert_true(session_redo(&s));
    assert_int_equal(session_fact(&s, FACT_WISH_HELP), 1);
    assert_int_equal(session_fact(&s, FACT_WISH_LAWYER), 1);
    assert_int_equal(session_fact(&s, FACT_WISH_ASYLUM), 0);
}

static void a_new_answer_after_undo_ends_what_could_be_redone(void **state) {
    struct fixture *f = *state;
    struct session s = fixture_session(f, ADULT);
    session_set(&s, SLOT_DANGER, 0, (struct slot){ .value = DANGER_YES });
    session_undo(&s);
    session_set(&s, SLOT_DANGER, 1, (struct slot){ .value = DANGER_UNSURE });
    assert_false(session_redo(&s));
    assert_int_equal(session_danger(&s, 0), DANGER_NOT_ASKED);
    assert_int_equal(session_danger(&s, 1), DANGER_UNSURE);
}

static void setting_what_stands_there_already_is_no_change(void **state) {
    struct fixture *f = *state;
    struct session s = fixture_session(f, ADULT);
    session_set(&s, SLOT_SIGN, 1, (struct slot){ .value = STATE_DECLINED, .text = "" });
    session_set(&s, SLOT_SIGN, 1, (struct slot){ .value = STATE_DECLINED });
    assert_true(session_undo(&s));
    assert_false(session_undo(&s));
}

static void texts_are_copied_into_the_session(void **state) {
    struct fixture *f = *state;
    struct session s = fixture_session(f, ADULT);
    char typed[] = "Room 3";
    session_set(&s, SLOT_TEXT, TEXT_STANDS, (struct slot){ .text = typed });
    typed[0] = 'X';
    assert_string_equal(session_text(&s, TEXT_STANDS), "Room 3");
}

static void reading_a_file_leaves_nothing_to_undo(void **state) {
    struct fixture *f = *state;
    struct session s = fixture_session(f, "{'setting': 'border-second-line', 'profile': {'age': 'child'}, 'wishes': {'help': 'yes'}}");
    assert_false(session_undo(&s));
}

static void wishes_are_asked_about_where_they_can_be_met(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *answers;
        bool child, asylum, consulate, lawyer;
    } people[] = {
        { "{'setting': 'border-second-line', 'profile': {'age': 'adult'}}", false, true, false, true },
        { "{'setting': 'border-second-line', 'profile': {'age': 'adult'}, 'wishes': {'asylum': 'yes'}}", false, true, false, true },
        { "{'setting': 'border-second-line', 'profile': {'age': 'adult'}, 'wishes': {'asylum': 'no'}}", false, true, true, true },
        { "{'setting': 'border-second-line', 'profile': {'age': 'adult'}, 'wishes': {'asylum': 'no'}}", true, true, false, true },
        { "{'setting': 'reception', 'profile': {'age': 'adult'}, 'wishes': {'asylum': 'no'}}", false, true, true, true },
        { "{'setting': 'asylum-interview', 'profile': {'age': 'adult'}, 'wishes': {'asylum': 'no'}}", false, false, false, true },
        { "{'setting': 'asylum-registration', 'profile': {'age': 'adult'}}", true, false, false, true },
        { "{'setting': 'consular-help', 'profile': {'age': 'adult'}, 'wishes': {'asylum': 'no'}}", false, false, false, true },
        { "{'setting': 'visa-desk', 'profile': {'age': 'adult'}}", false, false, false, true },
    };
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        struct session s = fixture_session(f, people[i].answers);
        assert_int_equal(session_asks_wish(&s, people[i].child, FACT_WISH_ASYLUM), people[i].asylum);
        assert_int_equal(session_asks_wish(&s, people[i].child, FACT_WISH_CONSULATE), people[i].consulate);
        assert_int_equal(session_asks_wish(&s, people[i].child, FACT_WISH_LAWYER), people[i].lawyer);
    }
}

static void a_reference_has_two_and_four_letters_or_digits(void **state) {
    static const struct {
        const char *text;
        bool valid;
    } references[] = {
        { "7K-M2Q9", true }, { "00-0000", true },  { "7k-M2Q9", false },   { "7K-M2Q", false },  { "7KM2Q9", false },
        { "", false },       { "../../x", false }, { "7K-M2Q9\n", false }, { "7K/M2Q9", false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof references / sizeof *references; i++)
        assert_int_equal(stamp_reference_valid(references[i].text), references[i].valid);
}

static void a_damaged_stamp_is_refused(void **state) {
    static const char *const stamps[] = {
        "",
        "[]",
        "{'reference': '7K-M2Q9'}",
        "{'reference': '7K-M2Q9', 'time': '2026-01-02'}",
        "{'reference': '7K-M2Q9', 'time': '2026-02-30T10:00:00+01:00'}",
        "{'reference': '../../etc', 'time': '2026-01-02T10:00:00+01:00'}",
        "{'reference': 7, 'time': '2026-01-02T10:00:00+01:00'}",
        "{'reference': '7K-M2Q9', 'time': '2026-01-02T10:00:00+01:00', 'name': 'x'}",
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof stamps / sizeof *stamps; i++) {
        struct error e = { 0 };
        struct stamp stamp;
        assert_false(stamp_read(&f->scratch, support_quotes(&f->scratch, stamps[i]), "stamp.json", &stamp, &e));
        assert_int_equal(e.kind, ERROR_INPUT);
        assert_non_null(strstr(e.text, "stamp.json"));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_new_session_has_asked_nothing, fixture_clean),
        cmocka_unit_test_teardown(a_line_may_be_shown_in_some_kinds_of_place_only, fixture_clean),
        cmocka_unit_test_teardown(undo_and_redo_go_through_every_change, fixture_clean),
        cmocka_unit_test_teardown(answers_of_one_step_are_taken_back_together, fixture_clean),
        cmocka_unit_test_teardown(a_new_answer_after_undo_ends_what_could_be_redone, fixture_clean),
        cmocka_unit_test_teardown(setting_what_stands_there_already_is_no_change, fixture_clean),
        cmocka_unit_test_teardown(texts_are_copied_into_the_session, fixture_clean),
        cmocka_unit_test_teardown(reading_a_file_leaves_nothing_to_undo, fixture_clean),
        cmocka_unit_test_teardown(wishes_are_asked_about_where_they_can_be_met, fixture_clean),
        cmocka_unit_test_teardown(a_reference_has_two_and_four_letters_or_digits, fixture_clean),
        cmocka_unit_test_teardown(a_damaged_stamp_is_refused, fixture_clean),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
