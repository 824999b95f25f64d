/* time/calendar.h: weeks and feasts of the Gregorian calendar; days and months are in base/calendar.h.
 *
 *     calendar_easter(2024)                           ->  calendar_day(2024, 3, 31)
 *     calendar_week_of(calendar_day(2014, 2, 18))     ->  year 2014, week 8
 */
#ifndef TIME_CALENDAR_H
#define TIME_CALENDAR_H

#include "base/calendar.h"

struct calendar_week {
    int year, week;                  /* ISO 8601 */
};

struct day_interval {
    int32_t begin, end;              /* both inclusive; DAY_NONE: none */
};

struct calendar_week calendar_week_of(int32_t day);
int32_t calendar_week_begin(int year, int week);           /* its Monday */
int32_t calendar_easter(int year);                         /* Easter Sunday */

/* A feast by its rule: "12-24" a fixed day, "E-2" days from Easter Sunday, "A1" to "A4" the Sundays of Advent, "B" the
 * Wednesday eleven days before Advent (Buß- und Bettag), "5.7.2" the second Sunday of May. False: no such rule. */
bool calendar_feast(const char *rule, int year, int32_t *day);

#endif
