/* time/moment.c: values after TimeML 1.2.1 (TIMEX3), intervals after the coding guide, section 7.
 *
 * Early, middle and end of a month are its days 1-10, 11-20 and the rest; of a year the first and last three months and the four
 * between them and the middle; of a week Monday and Tuesday, Wednesday, Thursday to Sunday; of a decade or century a third.
 * Spring begins on 1 March, summer on 1 June, autumn on 1 September, winter on 1 December.
 */
#include "time/moment.h"

#include "report/document.h"

#include <stdio.h>
#include <string.h>

static const char *const moment__seasons[] = {"SP", "SU", "FA", "WI"};

int moment_season(const char *code)
{
    for (int i = 0; i < 4; i++)
        if (strcmp(code, moment__seasons[i]) == 0)
            return i;
    return -1;
}

struct moment moment_none(void)
{
    return (struct moment){.grain = GRAIN_NONE, .day = DAY_NONE, .clock = -1};
}

struct moment moment_day(int32_t day)
{
    struct moment moment = moment_none();
    const struct calendar_date date = calendar_date_of(day);
    moment.grain = GRAIN_DAY;
    moment.known = true;
    moment.day = day;
    moment.year = date.year;
    moment.month = date.month;
    moment.day_of_month = date.day;
    return moment;
}

struct moment moment_year(int year)
{
    struct moment moment = moment_none();
    moment.grain = GRAIN_YEAR;
    moment.known = true;
    moment.year = year;
    return moment;
}

struct moment moment_month(int year, int month)
{
    struct moment moment = moment_year(year);
    moment.grain = GRAIN_MONTH;
    moment.month = month;
    return moment;
}

struct moment moment_week(int32_t any_day, bool weekend)
{
    struct moment moment = moment_none();
    const struct calendar_week week = calendar_week_of(any_day);
    moment.grain = weekend ? GRAIN_WEEKEND : GRAIN_WEEK;
    moment.known = true;
    moment.year = week.year;
    moment.index = week.week;
    moment.day = calendar_week_begin(week.year, week.week);
    return moment;
}

int32_t moment_add_months(int32_t day, int months)
{
    const struct calendar_date date = calendar_date_of(day);
    const int count = date.year * 12 + date.month - 1 + months;
    const int year = (count >= 0 ? count : count - 11) / 12, month = count - year * 12 + 1;
    const int length = calendar_month_length(year, month);
    return calendar_day(year, month, date.day < length ? date.day : length);
}

static int moment__floor(int number, int unit)
{
    return (number >= 0 ? number / unit : -((unit - 1 - number) / unit)) * unit;
}

static struct moment moment__span(enum grain grain, int year, int index)
{
    struct moment moment = moment_year(year);
    moment.grain = grain;
    moment.index = index;
    return moment;
}

struct moment moment_of_unit(int32_t day, const char *unit, int offset)
{
    const struct calendar_date date = calendar_date_of(day);
    if (strcmp(unit, "D") == 0)
        return moment_day(day + offset);
    if (strcmp(unit, "W") == 0 || strcmp(unit, "WE") == 0)
        return moment_week(day + 7 * offset, unit[1] == 'E');
    if (strcmp(unit, "M") == 0) {
        const struct calendar_date moved = calendar_date_of(moment_add_months(calendar_day(date.year, date.month, 1), offset));
        return moment_month(moved.year, moved.month);
    }
    if (strcmp(unit, "Y") == 0)
        return moment_year(date.year + offset);
    if (strcmp(unit, "Q") == 0 || strcmp(unit, "H") == 0) {
        const int per_year = unit[0] == 'Q' ? 4 : 2;
        const int count = date.year * per_year + (date.month - 1) / (12 / per_year) + offset;
        const int year = moment__floor(count, per_year) / per_year;
        return moment__span(per_year == 4 ? GRAIN_QUARTER : GRAIN_HALF, year, count - year * per_year + 1);
    }
    if (strcmp(unit, "DE") == 0)
        return moment__span(GRAIN_DECADE, moment__floor(date.year, 10) + 10 * offset, 0);
    if (strcmp(unit, "CE") == 0)
        return moment__span(GRAIN_CENTURY, moment__floor(date.year, 100) + 100 * offset, 0);
    return moment_none();
}

/* ---- value ----------------------------------------------------------------------------------------------------- */

static void moment__date_value(const struct moment *moment, const char *year, char *text, size_t size)
{
    switch (moment->grain) {
    case GRAIN_HALF:
        (void)snprintf(text, size, "%s-H%d", year, moment->index);
        break;
    case GRAIN_QUARTER:
        (void)snprintf(text, size, "%s-Q%d", year, moment->index);
        break;
    case GRAIN_SEASON:
        (void)snprintf(text, size, "%s-%s", year, moment__seasons[moment->index & 3]);
        break;
    case GRAIN_MONTH:
        if (moment->month)
            (void)snprintf(text, size, "%s-%02d", year, moment->month);
        else
            (void)snprintf(text, size, "%s-XX", year);
        break;
    case GRAIN_WEEK:
    case GRAIN_WEEKEND:
        if (moment->known)
            (void)snprintf(text, size, "%s-W%02d%s", year, moment->index, moment->grain == GRAIN_WEEKEND ? "-WE" : "");
        else
            (void)snprintf(text, size, "%s-WXX%s", year, moment->grain == GRAIN_WEEKEND ? "-WE" : "");
        break;
    case GRAIN_DAY:
        if (!moment->known && moment->index)
            (void)snprintf(text, size, "%s-WXX-%d", year, moment->index);
        else if (!moment->month)
            (void)snprintf(text, size, moment->day_of_month ? "%s-XX-%02d" : "%s-XX-XX", year, moment->day_of_month);
        else
            (void)snprintf(text, size, "%s-%02d-%02d", year, moment->month, moment->day_of_month);
        break;
    default:
        (void)snprintf(text, size, "%s", year);
    }
}

static void moment__year_value(const struct moment *moment, char *text, size_t size)
{
    const char *const before = moment->before_christ ? "BC" : "";
    if (!moment->known && !moment->year)
        (void)snprintf(text, size, "XXXX");
    else if (moment->millennium)
        (void)snprintf(text, size, "%s%d", before, moment->year / 1000);
    else if (moment->grain == GRAIN_CENTURY)
        (void)snprintf(text, size, "%s%02d", before, moment->year / 100);
    else if (moment->grain == GRAIN_DECADE)
        (void)snprintf(text, size, "%s%03d", before, moment->year / 10);
    else
        (void)snprintf(text, size, "%s%04d", before, moment->year);
}

const char *moment_value(const struct moment *moment, struct arena *arena, struct laut_error *error)
{
    char year[16], date[48];
    moment__year_value(moment, year, sizeof year);
    moment__date_value(moment, year, date, sizeof date);
    if (moment->clock >= 0)
        return arena_format(arena, error, "%sT%02d:%02d%s", date, moment->clock / 100, moment->clock % 100, moment->zone ? moment->zone : "");
    if (moment->part)
        return arena_format(arena, error, "%sT%s", date, moment->part);
    return arena_format(arena, error, "%s", date);
}

/* ---- interval -------------------------------------------------------------------------------------------------- */

static struct day_interval moment__months(int year, int first, int last)
{
    return (struct day_interval){calendar_day(year, first, 1), calendar_day(year, last, calendar_month_length(year, last))};
}

static struct day_interval moment__years(int first, int last)
{
    return (struct day_interval){calendar_day(first, 1, 1), calendar_day(last, 12, 31)};
}

static struct day_interval moment__season_days(const struct moment *moment)
{
    const int year = moment->year, first = 3 + 3 * moment->index;
    if (moment->index < 3)
        return moment__months(year, first, first + 2);
    return (struct day_interval){calendar_day(year, 12, 1), calendar_day(year + 1, 2, calendar_month_length(year + 1, 2))};
}

static struct day_interval moment__whole(const struct moment *moment)
{
    const struct day_interval none = {DAY_NONE, DAY_NONE};
    if (!moment->known || (moment->before_christ && moment->grain != GRAIN_YEAR))
        return none;
    switch (moment->grain) {
    case GRAIN_CENTURY:
        return moment__years(moment->year, moment->year + (moment->millennium ? 999 : 99));
    case GRAIN_DECADE:
        return moment__years(moment->year, moment->year + 9);
    case GRAIN_YEAR:
        return moment->before_christ ? moment__years(1 - moment->year, 1 - moment->year) : moment__years(moment->year, moment->year);
    case GRAIN_HALF:
        return moment__months(moment->year, moment->index * 6 - 5, moment->index * 6);
    case GRAIN_QUARTER:
        return moment__months(moment->year, moment->index * 3 - 2, moment->index * 3);
    case GRAIN_SEASON:
        return moment__season_days(moment);
    case GRAIN_MONTH:
        return moment__months(moment->year, moment->month, moment->month);
    case GRAIN_WEEK:
        return (struct day_interval){moment->day, moment->day + 6};
    case GRAIN_WEEKEND:
        return (struct day_interval){moment->day + 5, moment->day + 6};
    case GRAIN_DAY:
        return (struct day_interval){moment->day - moment->night, moment->day};
    default:
        return none;
    }
}

/* A third of a decade or century. */
static struct day_interval moment__third(int year, int years, int third)
{
    return moment__years(year + third * years / 3, year + (third + 1) * years / 3 - 1);
}

static struct day_interval moment__third_of_year(int year, int third)
{
    static const int first[] = {1, 5, 10}, last[] = {3, 8, 12};
    return moment__months(year, first[third], last[third]);
}

struct day_interval moment_interval(const struct moment *moment)
{
    static const char *const names[] = {"START", "MID", "END"};
    struct day_interval whole = moment__whole(moment);
    int third = -1;
    for (int i = 0; moment->mod && i < 3; i++)
        if (strcmp(moment->mod, names[i]) == 0)
            third = i;
    if (third < 0 || whole.begin == DAY_NONE || moment->before_christ)
        return whole;
    switch (moment->grain) {
    case GRAIN_CENTURY:
        return moment->millennium ? whole : moment__third(moment->year, 100, third);
    case GRAIN_DECADE:
        return moment__third(moment->year, 10, third);
    case GRAIN_YEAR:
        return moment__third_of_year(moment->year, third);
    case GRAIN_MONTH:
        if (third < 2)
            return (struct day_interval){whole.begin + 10 * third, whole.begin + 10 * third + 9};
        return (struct day_interval){whole.begin + 20, whole.end};
    case GRAIN_WEEK:
        return (struct day_interval){whole.begin + (third == 0 ? 0 : third + 1), third == 0 ? whole.begin + 1 : third == 1 ? whole.begin + 2 : whole.end};
    case GRAIN_QUARTER:
    case GRAIN_SEASON: {
        const struct calendar_date first = calendar_date_of(moment_add_months(whole.begin, third));
        return moment__months(first.year, first.month, first.month);
    }
    default:
        return whole;
    }
}
