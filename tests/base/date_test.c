#include "support.h"

#include "base/date.h"

#include <string.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static void check(const struct date_time *d, int year, int month, int day, int hour, int minute, int second, int offset) {
    assert_int_equal(d->year, year);
    assert_int_equal(d->month, month);
    assert_int_equal(d->day, day);
    assert_int_equal(d->hour, hour);
    assert_int_equal(d->minute, minute);
    assert_int_equal(d->second, second);
    assert_int_equal(d->offset, offset);
}

/* ---- reading */

static void a_time_with_its_offset_is_read(void **state) {
    struct date_time d;
    (void)state;
    assert_true(date_time_read("2026-01-02T10:20:30+01:00", &d));
    check(&d, 2026, 1, 2, 10, 20, 30, 60);
    assert_true(date_time_read("2026-12-31T23:59:59-09:30", &d));
    check(&d, 2026, 12, 31, 23, 59, 59, -570);
    assert_true(date_time_read("0001-01-01T00:00:00Z", &d));
    check(&d, 1, 1, 1, 0, 0, 0, 0);
    assert_true(date_time_read("9999-12-31T23:59:59+14:00", &d));
    check(&d, 9999, 12, 31, 23, 59, 59, 840);
    assert_true(date_time_read("2026-01-02T10:20:30-00:00", &d));
    check(&d, 2026, 1, 2, 10, 20, 30, 0);
}

static void what_is_no_time_is_refused(void **state) {
    static const char *const texts[] = {
        "",
        "2026",
        "2026-01-02",
        "2026-01-02T10:20:30",
        "2026-01-02T10:20:30+01",
        "2026-01-02T10:20:30+0100",
        "2026-01-02T10:20+01:00",
        "2026-01-02 10:20:30Z",
        "2026-01-02t10:20:30z",
        "2026-01-02T10:20:30.5Z",
        "2026-01-02T10:20:30ZZ",
        " 2026-01-02T10:20:30Z",
        "2026-01-02T10:20:30Z ",
        "2026-01-02T10:20:30Z\n",
        "26-01-02T10:20:30Z",
        "12026-01-02T10:20:30Z",
        "-026-01-02T10:20:30Z",
        "2026-00-02T10:20:30Z",
        "2026-13-02T10:20:30Z",
        "2026-01-00T10:20:30Z",
        "2026-01-32T10:20:30Z",
        "2026-04-31T10:20:30Z",
        "2026-02-29T10:20:30Z",
        "0000-01-02T10:20:30Z",
        "2026-01-02T24:00:00Z",
        "2026-01-02T10:60:30Z",
        "2026-01-02T10:20:60Z",
        "2026-01-02T10:20:30+15:00",
        "2026-01-02T10:20:30-99:00",
        "2026-01-02T10:20:30+01:60",
        "2026-01-02T10:20:30*01:00",
        ("2026-01-02T10:20:30\xE2\x88\x92"
         "01:00"),
        "2026-1-2T10:20:30Z",
        "2O26-01-02T10:20:30Z",
        "####-##-##T##:##:##Z",
        "\xD9\xA2\xD9\xA0\xD9\xA2\xD9\xA6-01-02T10:20:30Z",
    };
    struct date_time d;
    (void)state;
    for (int i = 0; i < COUNT(texts); i++)
        if (date_time_read(texts[i], &d))
            fail_msg("\"%s\" is accepted", texts[i]);
}

static void no_beginning_of_a_time_is_a_time(void **state) {
    const char whole[] = "2026-01-02T10:20:30+01:00";
    char part[sizeof whole];
    struct date_time d;
    int hour, minute;
    (void)state;
    for (size_t size = 0; size < sizeof whole - 1; size++) {
        memset(part, 0, sizeof part);
        memcpy(part, whole, size);
        assert_false(date_time_read(part, &d));
        assert_int_equal(date_read(part, &d), size == 10);
        assert_false(clock_read(part, &hour, &minute));
    }
}

static void a_date_is_read(void **state) {
    struct date_time d;
    (void)state;
    assert_true(date_read("2026-01-02", &d));
    check(&d, 2026, 1, 2, 0, 0, 0, 0);
}

static void every_month_ends_on_its_day(void **state) {
    static const struct {
        const char *last, *too_late;
    } cases[] = {
        { "2026-01-31", "2026-01-32" },
        { "2026-02-28", "2026-02-29" },
        { "2026-03-31", "2026-03-32" },
        { "2026-04-30", "2026-04-31" },
        { "2026-05-31", "2026-05-32" },
        { "2026-06-30", "2026-06-31" },
        { "2026-07-31", "2026-07-32" },
        { "2026-08-31", "2026-08-32" },
        { "2026-09-30", "2026-09-31" },
        { "2026-10-31", "2026-10-32" },
        { "2026-11-30", "2026-11-31" },
        { "2026-12-31", "2026-12-32" },
        /* Every fourth year, not every hundredth, but every four hundredth. */
        { "2024-02-29", "2024-02-30" },
        { "2028-02-29", "2028-02-30" },
        { "2000-02-29", "2000-02-30" },
        { "1900-02-28", "1900-02-29" },
        { "2100-02-28", "2100-02-29" },
        { "2400-02-29", "2400-02-30" },
        { "0004-02-29", "0004-02-30" },
        { "9999-02-28", "9999-02-29" },
    };
    struct date_time d;
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        if (!date_read(cases[i].last, &d))
            fail_msg("%s is refused", cases[i].last);
        if (date_read(cases[i].too_late, &d))
            fail_msg("%s is accepted", cases[i].too_late);
    }
}

static void what_is_no_date_is_refused(void **state) {
    static const char *const texts[] = {
        "",           "2026",       "2026-01",
        "2026-01-2",  "2026-1-02",  "2026-01-02Z",
        "2026/01/02", "02.01.2026", "2026-01-02 ",
        "2026-00-01", "2026-01-00", "2026-13-01",
        "0000-01-01", "20260102",   "2026-01-02T10:20:30Z",
    };
    struct date_time d;
    (void)state;
    for (int i = 0; i < COUNT(texts); i++)
        if (date_read(texts[i], &d))
            fail_msg("\"%s\" is accepted", texts[i]);
}

static void a_clock_is_read(void **state) {
    static const char *const refused[] = {
        "", "1", "14:2", "4:20", "24:00", "23:60", "14:20:00", "14.20", " 14:20", "14:20 ", "-1:20", "ab:cd", "2:20 PM",
    };
    int hour, minute;
    (void)state;
    assert_true(clock_read("14:20", &hour, &minute));
    assert_int_equal(hour, 14);
    assert_int_equal(minute, 20);
    assert_true(clock_read("00:00", &hour, &minute));
    assert_int_equal(hour, 0);
    assert_true(clock_read("23:59", &hour, &minute));
    assert_int_equal(minute, 59);
    for (int i = 0; i < COUNT(refused); i++)
        if (clock_read(refused[i], &hour, &minute))
            fail_msg("\"%s\" is accepted", refused[i]);
}

/* ---- counting */

static void days_are_counted_from_1970(void **state) {
    static const struct {
        const char *date;
        int64_t days;
    } cases[] = {
        { "1970-01-01", 0 },       { "1970-01-02", 1 },       { "1969-12-31", -1 },      { "1970-03-01", 59 },    { "1972-02-29", 789 },
        { "1972-03-01", 790 },     { "2000-01-01", 10957 },   { "2000-02-29", 11016 },   { "2000-03-01", 11017 }, { "1900-03-01", -25508 },
        { "1600-01-01", -135140 }, { "0001-01-01", -719162 }, { "9999-12-31", 2932896 }, { "2026-01-02", 20455 },
    };
    struct date_time d;
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        assert_true(date_read(cases[i].date, &d));
        if (date_days(&d) != cases[i].days)
            fail_msg("%s is day %lld", cases[i].date, (long long)date_days(&d));
    }
}

static void days_do_not_look_at_time_or_offset(void **state) {
    struct date_time d;
    (void)state;
    assert_true(date_time_read("2026-01-02T23:59:59-12:00", &d));
    assert_int_equal(date_days(&d), 20455);
}

static void minutes_are_those_of_utc(void **state) {
    static const struct {
        const char *time;
        int64_t minutes;
    } cases[] = {
        { "1970-01-01T00:00:00Z", 0 },        { "1970-01-01T00:01:59Z", 1 },
        { "1969-12-31T23:59:00Z", -1 },       { "1970-01-01T01:00:00+01:00", 0 },
        { "1969-12-31T19:00:00-05:00", 0 },   { "1970-01-01T05:45:00+05:45", 0 },
        { "2001-09-09T01:46:40Z", 16666666 }, { "2001-09-09T03:46:40+02:00", 16666666 },
    };
    struct date_time d;
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        assert_true(date_time_read(cases[i].time, &d));
        if (date_minutes(&d) != cases[i].minutes)
            fail_msg("%s is minute %lld", cases[i].time, (long long)date_minutes(&d));
    }
}

static void seconds_become_a_time_on_both_sides_of_1970(void **state) {
    static const struct {
        int64_t seconds;
        int offset;
        const char *expected;
    } cases[] = {
        { 0, 0, "1970-01-01T00:00:00+00:00" },
        { 0, 60, "1970-01-01T01:00:00+01:00" },
        { 0, -60, "1969-12-31T23:00:00-01:00" },
        { 1, 0, "1970-01-01T00:00:01+00:00" },
        { 86399, 0, "1970-01-01T23:59:59+00:00" },
        { 86400, 0, "1970-01-02T00:00:00+00:00" },
        { -1, 0, "1969-12-31T23:59:59+00:00" },
        { -1, 60, "1970-01-01T00:59:59+01:00" },
        { -86400, 0, "1969-12-31T00:00:00+00:00" },
        { -86401, 0, "1969-12-30T23:59:59+00:00" },
        { -31536000, 0, "1969-01-01T00:00:00+00:00" },
        { -31536001, 0, "1968-12-31T23:59:59+00:00" },
        { 951782400, 0, "2000-02-29T00:00:00+00:00" },
        { 951868800, 0, "2000-03-01T00:00:00+00:00" },
        { 1000000000, 120, "2001-09-09T03:46:40+02:00" },
        { 2147483647, 0, "2038-01-19T03:14:07+00:00" },
        { 2147483648, 0, "2038-01-19T03:14:08+00:00" },
        { -2147483648, 0, "1901-12-13T20:45:52+00:00" },
        { -62135596800, 0, "0001-01-01T00:00:00+00:00" },
        { 253402300799, 0, "9999-12-31T23:59:59+00:00" },
    };
    char out[DATE_TIME_SIZE];
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        struct date_time d = date_from_seconds(cases[i].seconds, cases[i].offset);
        if (strcmp(date_time_write(&d, out), cases[i].expected) != 0)
            fail_msg("%lld is %s, not %s", (long long)cases[i].seconds, out, cases[i].expected);
    }
}

static void every_day_of_ten_thousand_years_comes_back(void **state) {
    (void)state;
    for (int64_t day = -719162; day <= 2932896; day++) {
        struct date_time d = date_from_seconds(day * 86400 + 3723, 0);
        if (date_days(&d) != day || d.hour != 1 || d.minute != 2 || d.second != 3 || d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31)
            fail_msg("day %lld is %d-%d-%d", (long long)day, d.year, d.month, d.day);
    }
}

static void a_written_time_is_read_as_the_same(void **state) {
    static const int offsets[] = { 0, 1, -1, 59, 60, -570, 345, 840, -720 };
    char out[DATE_TIME_SIZE], again[DATE_TIME_SIZE];
    (void)state;
    for (int64_t seconds = -62000000000; seconds < 250000000000; seconds += 977777777)
        for (int i = 0; i < COUNT(offsets); i++) {
            struct date_time d = date_from_seconds(seconds, offsets[i]), read;
            if (!date_time_read(date_time_write(&d, out), &read))
                fail_msg("%s is refused", out);
            assert_string_equal(date_time_write(&read, again), out);
            assert_int_equal(read.offset, offsets[i]);
            assert_int_equal(date_minutes(&read), (seconds - (seconds % 60 + 60) % 60) / 60);
        }
}

/* ---- writing */

static void a_time_is_written_and_shown(void **state) {
    static const struct {
        struct date_time time;
        const char *written, *shown;
    } cases[] = {
        { { 2026, 1, 2, 10, 0, 0, 60 }, "2026-01-02T10:00:00+01:00", "2026-01-02 10:00 (UTC+01:00)" },
        { { 2026, 12, 31, 23, 59, 58, -570 }, "2026-12-31T23:59:58-09:30", "2026-12-31 23:59 (UTC-09:30)" },
        { { 2026, 1, 2, 10, 0, 0, -30 }, "2026-01-02T10:00:00-00:30", "2026-01-02 10:00 (UTC-00:30)" },
        { { 7, 1, 2, 3, 4, 5, 0 }, "0007-01-02T03:04:05+00:00", "0007-01-02 03:04 (UTC+00:00)" },
    };
    char out[DATE_TIME_SIZE];
    (void)state;
    for (int i = 0; i < COUNT(cases); i++) {
        assert_string_equal(date_time_write(&cases[i].time, out), cases[i].written);
        assert_string_equal(date_time_show(&cases[i].time, out), cases[i].shown);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_time_with_its_offset_is_read),
        cmocka_unit_test(what_is_no_time_is_refused),
        cmocka_unit_test(no_beginning_of_a_time_is_a_time),
        cmocka_unit_test(a_date_is_read),
        cmocka_unit_test(every_month_ends_on_its_day),
        cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test(a_clock_is_read),
        cmocka_unit_test(days_are_counted_from_1970),
        cmocka_unit_test(days_do_not_look_at_time_or_offset),
        cmocka_unit_test(minutes_are_those_of_utc),
        cmocka_unit_test(seconds_become_a_time_on_both_sides_of_1970),
        cmocka_unit_test(every_day_of_ten_thousand_years_comes_back),
        cmocka_unit_test(a_written_time_is_read_as_the_same),
        cmocka_unit_test(a_time_is_written_and_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
