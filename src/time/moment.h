/* time/moment.h: a time as exact as it was told, its TIMEX3 value and its days.
 *
 *     {GRAIN_MONTH, year 2015, month 4, mod "MID"}  ->  "2015-04", 2015-04-11 to 2015-04-20
 *     {GRAIN_DAY, day 16484, part "EV"}             ->  "2015-02-18TEV"
 */
#ifndef TIME_MOMENT_H
#define TIME_MOMENT_H

#include "base/arena.h"
#include "time/calendar.h"

enum grain { GRAIN_NONE, GRAIN_CENTURY, GRAIN_DECADE, GRAIN_YEAR, GRAIN_HALF, GRAIN_QUARTER, GRAIN_SEASON, GRAIN_MONTH, GRAIN_WEEK,
             GRAIN_WEEKEND, GRAIN_DAY };

struct moment {
    enum grain grain;
    bool known;                      /* the year is; else only month, weekday, season … are */
    bool millennium, before_christ;  /* year counts BC */
    int year;                        /* of a century or decade its first */
    int index;                       /* half 1, 2; quarter 1 to 4; season 0 spring to 3 winter; week; unknown day: weekday or 0 */
    int month, day_of_month;         /* 0: not told */
    int32_t day;                     /* GRAIN_DAY and known: the day; GRAIN_WEEK, GRAIN_WEEKEND: the Monday */
    const char *part;                /* "EV", or NULL */
    int clock;                       /* hours * 100 + minutes, -1: none */
    const char *zone;
    const char *mod;                 /* START, MID, END … or NULL */
    bool relative;
    bool night;                      /* the night before the day: interval from the evening before */
};

struct moment moment_none(void);
struct moment moment_day(int32_t day);
struct moment moment_month(int year, int month);
struct moment moment_year(int year);
struct moment moment_week(int32_t any_day, bool weekend);

/* The unit of that TIMEX code (D W M Q H Y DE CE WE) that holds day, moved by offset units. grain NONE: no such unit. */
struct moment moment_of_unit(int32_t day, const char *unit, int offset);

const char *moment_value(const struct moment *moment, struct arena *arena, struct laut_error *error)
    __attribute__((warn_unused_result));
struct day_interval moment_interval(const struct moment *moment);

/* day moved by months, the last day of the month where it is too short. */
int32_t moment_add_months(int32_t day, int months);

/* season's place in the year: "SP" 0, "SU" 1, "FA" 2, "WI" 3; -1: no season. */
int moment_season(const char *code);

#endif
