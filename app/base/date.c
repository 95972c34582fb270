#include "base/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Matches `text` against a pattern in which # stands for a digit. */
static bool shaped(const char *text, const char *pattern) {
    for (; *pattern; pattern++, text++)
        if (*pattern == '#' ? *text < '0' || *text > '9' : *text != *pattern)
            return false;
    return *text == '\0';
}

static int number(const char *text, int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++)
        value = value * 10 + (text[i] - '0');
    return value;
}

static int days_in_month(int year, int month) {
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

static bool date_fill(const char *text, struct date_time *d) {
    *d = (struct date_time){ .year = number(text, 4), .month = number(text + 5, 2), .day = number(text + 8, 2) };
    return d->year >= 1 && d->month >= 1 && d->month <= 12 && d->day >= 1 && d->day <= days_in_month(d->year, d->month);
}

bool date_read(const char *text, struct date_time *out) {
    return shaped(text, "####-##-##") && date_fill(text, out);
}

bool clock_read(const char *text, int *hour, int *minute) {
    if (!shaped(text, "##:##"))
        return false;
    *hour = number(text, 2);
    *minute = number(text + 3, 2);
    return *hour <= 23 && *minute <= 59;
}

bool date_time_read(const char *text, struct date_time *out) {
    bool utc = shaped(text, "####-##-##T##:##:##Z");
    if (!utc && !shaped(text, "####-##-##T##:##:##+##:##") && !shaped(text, "####-##-##T##:##:##-##:##"))
        return false;
    if (!date_fill(text, out))
        return false;
    out->hour = number(text + 11, 2);
    out->minute = number(text + 14, 2);
    out->second = number(text + 17, 2);
    if (out->hour > 23 || out->minute > 59 || out->second > 59)
        return false;
    if (utc)
        return true;
    int hours = number(text + 20, 2), minutes = number(text + 23, 2);
    out->offset = (hours * 60 + minutes) * (text[19] == '-' ? -1 : 1);
    return hours <= 14 && minutes <= 59;
}

/* Days from the civil calendar: the year is taken to begin in March, so that the leap day
 * comes last. */
int64_t date_days(const struct date_time *d) {
    int64_t year = d->month <= 2 ? d->year - 1 : d->year;
    int64_t month = d->month <= 2 ? d->month + 9 : d->month - 3;
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + d->day - 1 - 719468;
}

int64_t date_minutes(const struct date_time *d) {
    return date_days(d) * 1440 + d->hour * 60 + d->minute - d->offset;
}

struct date_time date_from_seconds(int64_t seconds, int offset) {
    int64_t local = seconds + (int64_t)offset * 60;
    int64_t days = local / 86400, rest = local % 86400;
    if (rest < 0) {
        days--;
        rest += 86400;
    }
    /* A guess that is never too late: years are counted up from it. */
    int64_t years = days < 0 ? days / 365 - 1 : days / 366;
    struct date_time d = { .year = (int)(1970 + years), .month = 1, .day = 1, .offset = offset };
    for (; date_days(&(struct date_time){ .year = d.year + 1, .month = 1, .day = 1 }) <= days; d.year++) {
    }
    for (; date_days(&d) + days_in_month(d.year, d.month) <= days; d.month++) {
    }
    d.day = (int)(days - date_days(&d)) + 1;
    d.hour = (int)(rest / 3600);
    d.minute = (int)(rest / 60 % 60);
    d.second = (int)(rest % 60);
    return d;
}

static const char *offset_write(const struct date_time *d, char out[8]) {
    int size = abs(d->offset);
    snprintf(out, 8, "%c%02d:%02d", d->offset < 0 ? '-' : '+', size / 60 % 24, size % 60);
    return out;
}

const char *date_time_write(const struct date_time *d, char out[DATE_TIME_SIZE]) {
    char offset[8];
    snprintf(out, DATE_TIME_SIZE, "%04d-%02d-%02dT%02d:%02d:%02d%s", d->year % 10000, d->month % 100, d->day % 100, d->hour % 100,
             d->minute % 100, d->second % 100, offset_write(d, offset));
    return out;
}

const char *date_time_show(const struct date_time *d, char out[DATE_TIME_SIZE]) {
    char offset[8];
    snprintf(out, DATE_TIME_SIZE, "%04d-%02d-%02d %02d:%02d (UTC%s)", d->year % 10000, d->month % 100, d->day % 100, d->hour % 100,
             d->minute % 100, offset_write(d, offset));
    return out;
}
