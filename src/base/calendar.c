/* base/calendar.c: the proleptic Gregorian calendar.
 *
 *   Days are counted as in [1]: the year begins in March, so that the leap day is its last; 400 years have 146,097 days.
 *   [1] Hinnant: chrono-compatible low-level date algorithms, 2013.
 */
#include "base/calendar.h"

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
