/* time/calendar.c: weeks and feasts.
 *
 *   Easter Sunday is Butcher's rule as in [1], ch. 8: a is the place in the Moon's cycle of 19 years (golden number less
 *   one), h the epact's distance, l the days to the next Sunday, m the correction for the late Moon.
 *   [1] Meeus: Astronomical Algorithms, 1991.
 */
#include "time/calendar.h"

#include <stdlib.h>
#include <string.h>

struct calendar_week calendar_week_of(int32_t day)
{
    const int32_t thursday = day - calendar_weekday(day) + 4;  /* a week belongs to the year of its Thursday */
    const int year = calendar_date_of(thursday).year;
    return (struct calendar_week){.year = year, .week = (thursday - calendar_day(year, 1, 1)) / 7 + 1};
}

int32_t calendar_week_begin(int year, int week)
{
    const int32_t fourth = calendar_day(year, 1, 4);           /* always in week 1 */
    return fourth - calendar_weekday(fourth) + 1 + (week - 1) * 7;
}

int32_t calendar_easter(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return calendar_day(year, sum / 31, sum % 31 + 1);
}

/* The nth (from 1) such weekday of a month. */
static int32_t calendar__nth_weekday(int year, int month, int weekday, int nth)
{
    const int32_t first = calendar_day(year, month, 1);
    return first + (weekday - calendar_weekday(first) + 7) % 7 + (nth - 1) * 7;
}

bool calendar_feast(const char *rule, int year, int32_t *day)
{
    const int32_t christmas = calendar_day(year, 12, 25);
    const int32_t fourth_advent = christmas - (calendar_weekday(christmas) == 7 ? 7 : calendar_weekday(christmas));
    char *end = NULL;
    if (rule[0] == 'E') {
        const long offset = strtol(rule + 1, &end, 10);
        *day = calendar_easter(year) + (int32_t)offset;
        return *end == '\0' && labs(offset) < 200;
    }
    if (rule[0] == 'A' && rule[1] >= '1' && rule[1] <= '4' && rule[2] == '\0') {
        *day = fourth_advent - 7 * ('4' - rule[1]);
        return true;
    }
    if (strcmp(rule, "B") == 0) {
        *day = fourth_advent - 21 - 11;                        /* eleven days before the first Sunday of Advent */
        return true;
    }
    const long month = strtol(rule, &end, 10);
    if (month < 1 || month > 12)
        return false;
    if (*end == '-') {
        const long number = strtol(end + 1, &end, 10);
        *day = calendar_day(year, (int)month, (int)number);
        return *end == '\0' && number >= 1 && number <= 31;
    }
    if (*end != '.')
        return false;
    const long weekday = strtol(end + 1, &end, 10);
    const long nth = *end == '.' ? strtol(end + 1, &end, 10) : 0;
    if (weekday < 1 || weekday > 7 || nth < 1 || nth > 5 || *end != '\0')
        return false;
    *day = calendar__nth_weekday(year, (int)month, (int)weekday, (int)nth);
    return true;
}
