/* report/timestamp.h: a point in time as exactly as a report tells it.
 *
 *     "2024-01-05T04:55+01:00"                      ->  {2024, 1, 5, hour 4, minute 55, zone 60 minutes}
 *     {2024, 1, 5, hour 4, minute 55, no zone}      ->  "2024-01-05T04:55:00+01:00": a German report's clock
 */
#ifndef REPORT_TIMESTAMP_H
#define REPORT_TIMESTAMP_H

#include "base/arena.h"

#include <stdint.h>

enum { TIMESTAMP_UNTOLD = -1, TIMESTAMP_ZONE_UNTOLD = INT16_MIN };

struct timestamp {
    int year, month, day;            /* TIMESTAMP_UNTOLD where not told, as below */
    int hour, minute, second;
    int zone_minutes;                /* east of UTC; TIMESTAMP_ZONE_UNTOLD */
};

enum timestamp_reading { TIMESTAMP_READ, TIMESTAMP_NO_FORM, TIMESTAMP_NO_SUCH_DAY };

struct timestamp timestamp_none(void);

/* Reads ISO 8601: YYYY, YYYY-MM, YYYY-MM-DD, or such a day with T or a space and a time, with a zone or without. */
enum timestamp_reading timestamp_read_iso(const char *text, size_t length, struct timestamp *timestamp);

/* The same, and other forms in which programs write a time: 20240105T045500, Fri, 05 Jan 2024 04:55:00 GMT, seconds since 1970. */
bool timestamp_read_machine(const char *text, struct timestamp *timestamp);

bool timestamp_exists(const struct timestamp *timestamp);

/* The day as in base/calendar.h, DAY_NONE where less than a day is told. */
int32_t timestamp_day(const struct timestamp *timestamp);

/* A time in UTC becomes one in the hours of Central Europe, as its readers count their days; others stay. */
void timestamp_to_central_europe(struct timestamp *timestamp);

/* ISO 8601, YYYY-MM-DD or with a time and its zone; a time without one is Central European. NULL: out of memory. */
const char *timestamp_write(const struct timestamp *timestamp, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
