/* time/calendar.c: the proleptic Gregorian calendar.
 *
 *   Days are counted as in [1]: the year begins in March, so that the leap day is its last; 400 years have 146,097 days.
 *   Easter Sunday is Butcher's rule as in [2], ch. 8: a is the place in the Moon's cycle of 19 years (golden number less
 *   one), h the epact's distance, l the days to the next Sunday, m the correction for the late Moon.
 *   [1] Hinnant: chrono-compatible low-level date algorithms, 2013.  [2] Meeus: Astronomical Algorithms, 1991.
 */
#include "time/calendar.h"

#include <stdlib.h>
#include <string.h>

enum { DAYS_PER_ERA = 146097, YEARS_PER_ERA = 400, DAYS_TO_1970 = 719468 };

static int calendar__floor_divide(int number, int divisor)
{
    return (number >= 0 ? number : number - divisor + 1) / divisor;
}

int32_t calendar_day(int year, int month, int day)
{
    const int shifted = month <= 2 ? year - 1 : year;
    const int era = calendar__floor_divide(shifted, YEARS_PER_ERA);
    const int year_of_era = shifted - era * YEARS_PER_ERA;
    const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970;
}

struct calendar_date calendar_date_of(int32_t day)
{
    const int shifted = day + DAYS_TO_1970;
    const int era = calendar__floor_divide(shifted, DAYS_PER_ERA);
    const int day_of_era = shifted - era * DAYS_PER_ERA;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int month = (5 * day_of_year + 2) / 153;
    struct calendar_date date = {.year = year_of_era + era * YEARS_PER_ERA,
                                 .month = month < 10 ? month + 3 : month - 9,
                                 .day = day_of_year - (153 * month + 2) / 5 + 1};
    date.year += date.month <= 2;
    return date;
}

int calendar_month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return lengths[month - 1] + (month == 2 && leap);
}

bool calendar_date_exists(int year, int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= calendar_month_length(year, month);
}

int calendar_weekday(int32_t day)
{
    const int from_monday = (int)(((int64_t)day + 3) % 7);     /* 1970-01-01 was a Thursday */
    return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

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
