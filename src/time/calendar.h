/* time/calendar.h: days, weeks, months and feasts of the Gregorian calendar.
 *
 *     calendar_day(2024, 2, 29)                    ->  19782, days since 1970-01-01
 *     calendar_easter(2024)                        ->  calendar_day(2024, 3, 31)
 *     calendar_week(calendar_day(2014, 2, 18))     ->  year 2014, week 8
 *
 * Years are astronomical: 1 BC is 0. Every function takes any year between -9999 and 9999.
 */
#ifndef TIME_CALENDAR_H
#define TIME_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

struct calendar_date {
    int year, month, day;            /* month 1 to 12, day from 1 */
};

struct calendar_week {
    int year, week;                  /* ISO 8601 */
};

struct day_interval {
    int32_t begin, end;              /* both inclusive; DAY_NONE: none */
};

int32_t calendar_day(int year, int month, int day);
struct calendar_date calendar_date_of(int32_t day);
bool calendar_date_exists(int year, int month, int day);
int calendar_month_length(int year, int month);
int calendar_weekday(int32_t day);                         /* 1 Monday to 7 Sunday */
struct calendar_week calendar_week_of(int32_t day);
int32_t calendar_week_begin(int year, int week);           /* its Monday */
int32_t calendar_easter(int year);                         /* Easter Sunday */

/* A feast by its rule: "12-24" a fixed day, "E-2" days from Easter Sunday, "A1" to "A4" the Sundays of Advent, "B" the
 * Wednesday eleven days before Advent (Buß- und Bettag), "5.7.2" the second Sunday of May. False: no such rule. */
bool calendar_feast(const char *rule, int year, int32_t *day);

#endif
