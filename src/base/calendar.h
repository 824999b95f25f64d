/* base/calendar.h: days and months of the Gregorian calendar.
 *
 *     calendar_day(2024, 2, 29)        ->  19782, days since 1970-01-01
 *
 * Years are astronomical: 1 BC is 0. Every function takes any year between -9999 and 9999.
 */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

struct calendar_date {
    int year, month, day;            /* month 1 to 12, day from 1 */
};

int32_t calendar_day(int year, int month, int day);
struct calendar_date calendar_date_of(int32_t day);
bool calendar_date_exists(int year, int month, int day);
int calendar_month_length(int year, int month);
int calendar_weekday(int32_t day);                         /* 1 Monday to 7 Sunday */

#endif
