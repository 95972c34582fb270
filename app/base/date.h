/* Dates and times as people write them down: with the offset of the place, no time zones. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

struct date_time {
    int year, month, day;     /* 1 to 9999, 1 to 12, 1 to 31 */
    int hour, minute, second; /* local at the offset */
    int offset;               /* minutes east of UTC */
};

/* Reads "2026-01-02T10:00:00+01:00" or with Z (RFC 3339, whole seconds). */
bool date_time_read(const char *text, struct date_time *out);

/* Reads "2026-01-02". */
bool date_read(const char *text, struct date_time *out);

/* Reads "14:20". */
bool clock_read(const char *text, int *hour, int *minute);

/* Whole days from 1970-01-01 to the date as written, without looking at the offset. */
int64_t date_days(const struct date_time *d);

/* Minutes from 1970-01-01T00:00Z. */
int64_t date_minutes(const struct date_time *d);

/* "2026-01-02T10:00:00+01:00" for a time given in seconds since 1970 and an offset. */
struct date_time date_from_seconds(int64_t seconds, int offset);

#define DATE_TIME_SIZE 40
const char *date_time_write(const struct date_time *d, char out[DATE_TIME_SIZE]);

/* "2026-01-02 10:00 (UTC+01:00)": the same in every language, and never misread. */
const char *date_time_show(const struct date_time *d, char out[DATE_TIME_SIZE]);

#endif
