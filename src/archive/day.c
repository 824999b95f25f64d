/* archive/day.c: see archive/day.h. */
#include "archive/day.h"

#include "base/calendar.h"

#include <stdio.h>
#include <stdlib.h>

enum { DAY_SHIFT = 3000000, NUMBER_BITS = 24, HASH_BITS = 39 };  /* day 3,000,000 before 1970 lies in the year -6244 */

bool day_read(const char *text, int32_t *day)
{
    int year, month, number, length = 0;
    *day = DAY_UNKNOWN;
    if (!text || sscanf(text, "%5d-%2d-%2d%n", &year, &month, &number, &length) != 3 || year < -5000 || year > 9999)
        return false;
    if (!calendar_date_exists(year, month, number))
        return false;
    *day = calendar_day(year, month, number);
    return true;
}

void day_write(int32_t day, char text[DAY_BYTES])
{
    const struct calendar_date date = calendar_date_of(day);
    (void)snprintf(text, DAY_BYTES, "%s%04d-%02u-%02u", date.year < 0 ? "-" : "", abs(date.year) % 10000,
                   (unsigned)date.month % 100, (unsigned)date.day % 100);
}

int64_t day_first_id(int32_t day)
{
    return day == DAY_UNKNOWN ? 0 : ((int64_t)day + DAY_SHIFT) << NUMBER_BITS;
}

int32_t day_of_id(int64_t id)
{
    const int64_t day = id >> NUMBER_BITS;
    return day == 0 ? DAY_UNKNOWN : (int32_t)(day - DAY_SHIFT);
}

int64_t day_key(int64_t day, int64_t hash)
{
    return day_first_id((int32_t)day) << (HASH_BITS - NUMBER_BITS) | (hash & (((int64_t)1 << HASH_BITS) - 1));
}
