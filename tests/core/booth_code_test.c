/* The code that a booth says to the second line: what it carries, and what it refuses. */
#include "core/fixture.h"

#include "core/booth_code.h"
#include "core/fact.h"

#include <stdio.h>
#include <string.h>

static const struct setting *lane_of(struct fixture *f) {
    const struct setting *lane = booth_lane(f->pack);
    assert_non_null(lane);
    return lane;
}

/* Every third state in turn, from a number. */
static struct booth booth_from(int number) {
    static const enum state states[] = { STATE_NOT_ASKED, STATE_NOTED, STATE_NOT_NOTED };
    struct booth b = { .danger = number & 1, .child = number & 2 };
    number /= 4;
    for (int i = 0; i < LANE_ROWS; i++, number /= 3)
        b.rows[i] = states[number % 3];
    return b;
}

#define ALL (4 * 2187)

static void all_that_a_booth_can_say_comes_back(void **state) {
    struct fixture *f = *state;
    const struct setting *lane = lane_of(f);
    char code[BOOTH_CODE_SIZE], before[BOOTH_CODE_SIZE] = "";
    for (int n = 0; n < ALL; n++) {
        struct booth b = booth_from(n), back;
        booth_code_write(lane, &b, code);
        assert_int_equal(strlen(code), 6);
        assert_string_not_equal(code, before);
        assert_true(booth_code_read(lane, code, &back));
        assert_memory_equal(&back.rows, &b.rows, sizeof b.rows);
        assert_int_equal(back.danger, b.danger);
        assert_int_equal(back.child, b.child);
        strcpy(before, code);
    }
}

static void a_code_is_read_as_people_write_it(void **state) {
    struct fixture *f = *state;
    const struct setting *lane = lane_of(f);
    char code[BOOTH_CODE_SIZE], written[16];
    struct booth b = booth_from(1234), back;
    booth_code_write(lane, &b, code);
    snprintf(written, sizeof written, " %c%c-%c %c%c ", code[0] + 32, code[1] + 32, code[2], code[3], code[5]);
    assert_true(booth_code_read(lane, written, &back));
    assert_memory_equal(&back.rows, &b.rows, sizeof b.rows);
}

static void what_is_no_code_is_refused(void **state) {
    static const char *const no_codes[] = { "",       "7",     "BCDG",    "BCDG 12", "BCDG77",          "BCDA 7",
                                            "ABCD 7", "BCD 7", "BCDGP 7", "7 BCDG",  "\xC3\xA4\xC3\xB6" };
    struct fixture *f = *state;
    struct booth b;
    for (size_t i = 0; i < sizeof no_codes / sizeof *no_codes; i++)
        assert_false(booth_code_read(lane_of(f), no_codes[i], &b));
}

/* A slip of the tongue or the pen must not open another case. */
static void every_wrong_letter_and_every_swap_is_refused(void **state) {
    static const char letters[] = "BCDGPTVZFHKJLMNQSWRX";
    struct fixture *f = *state;
    const struct setting *lane = lane_of(f);
    int tried = 0, taken = 0;
    for (int n = 0; n < ALL; n += 37) {
        char code[BOOTH_CODE_SIZE], wrong[BOOTH_CODE_SIZE];
        struct booth b = booth_from(n), back;
        booth_code_write(lane, &b, code);
        for (int i = 0; i < 4; i++) {
            for (int l = 0; l < 20; l++) {
                strcpy(wrong, code);
                wrong[i] = letters[l];
                if (letters[l] != code[i]) {
                    tried++;
                    taken += booth_code_read(lane, wrong, &back);
                }
            }
            strcpy(wrong, code);
            if (i < 3 && code[i] != code[i + 1]) {
                wrong[i] = code[i + 1];
                wrong[i + 1] = code[i];
                tried++;
                taken += booth_code_read(lane, wrong, &back);
            }
        }
    }
    assert_true(tried > 15000);
    if (taken > 0)
        fail_msg("%d of %d slips are taken for a code", taken, tried);
}

static void a_code_of_other_rows_is_refused(void **state) {
    struct fixture *f = *state;
    struct setting other = *lane_of(f);
    struct lane_row rows[LANE_ROWS];
    struct booth b = booth_from(99), back;
    char code[BOOTH_CODE_SIZE];
    memcpy(rows, other.lane.items, sizeof *rows * (size_t)other.lane.count);
    rows[0].id = "other-row";
    other.lane.items = rows;
    booth_code_write(lane_of(f), &b, code);
    assert_false(booth_code_read(&other, code, &back));
}

static void what_the_booth_noted_opens_in_the_second_line(void **state) {
    struct fixture *f = *state;
    const struct setting *lane = lane_of(f);
    struct booth b = { .rows = { STATE_NOT_ASKED, STATE_NOTED, STATE_NOTED, STATE_NOT_NOTED }, .danger = true, .child = true };
    struct session s = session_new(&f->scratch, f->pack, pack_find_setting(f->pack, "border-second-line"));
    booth_apply(lane, &b, &s, &language_english);
    assert_int_equal(session_fact(&s, FACT_AGE), fact_value_find(FACT_AGE, "maybe-child"));
    assert_int_equal(session_sign(&s, pack_find(f->pack, THING_INDICATOR, "fear-of-companion")), STATE_NOTED);
    assert_int_equal(session_sign(&s, pack_find(f->pack, THING_INDICATOR, "destination-unknown")), STATE_NOT_NOTED);
    assert_int_equal(session_sign(&s, pack_find(f->pack, THING_INDICATOR, "companion-answers")), STATE_NOT_ASKED);
    const struct slot *papers = session_get(&s, SLOT_SIGN, pack_find(f->pack, THING_INDICATOR, "docs-held-by-other"));
    assert_int_equal(papers->known, BIT(KNOWN_SEEN));
    assert_non_null(strstr(papers->remark, "to be checked in the second line"));
    const struct slot *fear = session_get(&s, SLOT_SIGN, pack_find(f->pack, THING_INDICATOR, "fear-of-companion"));
    assert_non_null(strstr(fear->remark, "Seen at the booth."));
    struct assessment r = assess(&f->scratch, f->pack, &s, NULL);
    assert_int_equal(r.urgency, URGENCY_NOW);
    assert_true(r.child);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(all_that_a_booth_can_say_comes_back, fixture_clean),
        cmocka_unit_test_teardown(a_code_is_read_as_people_write_it, fixture_clean),
        cmocka_unit_test_teardown(what_is_no_code_is_refused, fixture_clean),
        cmocka_unit_test_teardown(every_wrong_letter_and_every_swap_is_refused, fixture_clean),
        cmocka_unit_test_teardown(a_code_of_other_rows_is_refused, fixture_clean),
        cmocka_unit_test_teardown(what_the_booth_noted_opens_in_the_second_line, fixture_clean),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
