/* time/resolve_date.c: which day, month, season or year is meant (coding guide, section 7).
 *
 * What is told is taken; what is not told follows from the day of publication and the tense: the last such day, month or
 * season up to publication in the past (the day of publication itself counts), the next one in present and future. A month without
 * a year takes the year of an absolute time in the same or the sentence before ("Im März 1992 … Im April").
 */
#include "time/resolve.h"

#include <stdlib.h>
#include <string.h>

/* What the slots of a bracket say. */
struct date_parts {
    const struct pattern_slot *weekday, *day, *month, *year, *season, *part, *ordinal, *holiday, *unit, *relative, *day_relative,
        *prior, *position, *position_unit, *date, *half_noun, *month_day;      /* month_day: a month in figures */
    int weekday_number;
    const char *part_code;
    bool has_year;
    int year_number;
};

const struct pattern_slot *resolve_slot(const struct pattern_match *match, size_t bracket, unsigned class, bool elsewhere)
{
    for (size_t i = 0; i < match->slot_count; i++)
        if (match->slots[i].class == class && match->slots[i].bracket == bracket)
            return &match->slots[i];
    for (size_t i = 0; elsewhere && i < match->slot_count; i++)
        if (match->slots[i].class == class)
            return &match->slots[i];
    return NULL;
}

static const struct pattern_slot *resolve__any(const struct pattern_match *match, size_t bracket, const unsigned *classes, size_t count,
                                               bool elsewhere)
{
    for (size_t i = 0; i < count; i++) {
        const struct pattern_slot *const slot = resolve_slot(match, bracket, classes[i], elsewhere);
        if (slot)
            return slot;
    }
    return NULL;
}

static struct date_parts resolve__parts(const struct pattern_match *match, size_t bracket)
{
    static const unsigned days[] = {TIME_DAY, TIME_ORD, TIME_FIRST}, parts[] = {TIME_PART, TIME_PARTLOW, TIME_PARTS},
                          relatives[] = {TIME_REL, TIME_THIS}, weekdays[] = {TIME_WEEKDAY, TIME_WEEKDAYSHORT},
                          units[] = {TIME_UNIT, TIME_UNITS}, years[] = {TIME_YEAR, TIME_OLDYEAR, TIME_YEARSPAN},
                          positions[] = {TIME_POS, TIME_POSADJ}, near_days[] = {TIME_DAYREL, TIME_DAYADJ};
    struct date_parts found = {
        .weekday = resolve__any(match, bracket, weekdays, 2, false), .day = resolve__any(match, bracket, days, 3, false),
        .month = resolve_slot(match, bracket, TIME_MONTH, true), .year = resolve__any(match, bracket, years, 3, true),
        .season = resolve_slot(match, bracket, TIME_SEASON, false), .part = resolve__any(match, bracket, parts, 3, false),
        .holiday = resolve_slot(match, bracket, TIME_HOLIDAY, false), .unit = resolve__any(match, bracket, units, 2, true),
        .relative = resolve__any(match, bracket, relatives, 2, true), .day_relative = resolve__any(match, bracket, near_days, 2, false),
        .prior = resolve_slot(match, bracket, TIME_PRIORPUB, true), .position = resolve__any(match, bracket, positions, 2, false),
        .position_unit = resolve_slot(match, bracket, TIME_POSUNIT, false), .date = resolve_slot(match, bracket, TIME_DATENUM, false),
        .half_noun = resolve_slot(match, bracket, TIME_HALFNOUN, false)};
    found.ordinal = found.day;
    for (size_t i = 0; i < match->slot_count && found.day && !found.month && found.year; i++)
        if (match->slots[i].class == TIME_DAY && match->slots[i].bracket == bracket && &match->slots[i] != found.day)
            found.month_day = &match->slots[i];
    const struct pattern_slot *const compound = resolve_slot(match, bracket, TIME_WDPART, false);
    if (found.weekday)
        found.weekday_number = (int)found.weekday->number;
    if (found.part)
        found.part_code = found.part->code;
    if (compound) {
        found.weekday = compound;
        found.weekday_number = atoi(compound->code);
        found.part_code = strchr(compound->code, '~') + 1;
    }
    return found;
}

/* "im Herbst desselben Jahres", "im Mai des folgenden Jahres": the year counted from that of the last time told. */
static bool resolve__year_of_last(const struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct date_parts *parts)
{
    static const unsigned classes[] = {TIME_SAMEDET, TIME_SAME, TIME_FOLLOWING};
    const struct pattern_slot *const by = resolve__any(match, bracket, classes, 3, true);
    if (!by || !parts->unit || strcmp(parts->unit->code, "Y") != 0 || resolver->last.grain < GRAIN_YEAR || !resolver->last.known)
        return false;
    parts->year_number = resolver->last.year + (by->class == TIME_FOLLOWING ? (int)by->number : 0);
    return true;
}

/* The year that the words tell, by itself or from the day of publication. */
static void resolve__told_year(const struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct date_parts *parts)
{
    const struct pattern_slot *const number = resolve_slot(match, bracket, TIME_NUM, false);
    const bool known = resolver->published != DAY_NONE;
    const int published = known ? calendar_date_of(resolver->published).year : 0;
    parts->has_year = true;
    if (parts->year)
        parts->year_number = (int)parts->year->number;
    else if (number && !parts->unit)
        parts->year_number = (int)number->number;
    else if (resolve__year_of_last(resolver, match, bracket, parts))
        return;
    else if (resolve_slot(match, bracket, TIME_YEARADV, false) && known)
        parts->year_number = published;
    else if (parts->relative && parts->unit && strcmp(parts->unit->code, "Y") == 0 && known)
        parts->year_number = published + (int)parts->relative->number;
    else if (parts->prior && known && strchr(parts->prior->code, 'Y'))
        parts->year_number = published + (int)parts->prior->number;
    else
        parts->has_year = false;
}

static int resolve__absolute(int number)
{
    return number < 0 ? -number : number;
}

int resolve_year_of(const struct resolver *resolver, int month, int day, enum tense_hint tense)
{
    const struct calendar_date published = calendar_date_of(resolver->published);
    const struct moment *const last = &resolver->last;
    const bool near = last->grain != GRAIN_NONE && last->known && resolver->sentence - resolver->last_sentence <= 1;
    const bool fits = last->year < published.year ? tense != TENSE_HINT_FUTURE : tense != TENSE_HINT_PAST;
    if (near && resolver->last_year_told && last->grain >= GRAIN_YEAR && last->year != published.year && fits) {
        const bool next_year = last->month && month < last->month && month + 12 - last->month <= 6 && last->year < published.year;
        return last->year + next_year;
    }
    const int first = day ? day : 1;
    const int here = month * 100 + first, now = published.month * 100 + published.day;
    if (day && tense == TENSE_HINT_PAST && here > now && (month - published.month) * 30 + first - published.day < 90)
        return published.year;                                 /* nobody calls a day nine months ago "am 19. Dezember" */
    if (day && tense == TENSE_HINT_FUTURE && here < now && (published.month - month) * 30 + published.day - first < 90)
        return published.year;
    if (tense == TENSE_HINT_PAST)
        return here <= now ? published.year : published.year - 1;
    if (tense == TENSE_HINT_FUTURE) {
        const int end = day ? here : month * 100 + 31;
        return end >= now ? published.year : published.year + 1;
    }
    const int months = (month - published.month) * 30 + first - (day ? published.day : 1);
    if (resolve__absolute(months) <= 182)
        return published.year;
    return months > 0 ? published.year - 1 : published.year + 1;
}

static enum tense_hint resolve__tense_with_lead(const struct resolver *resolver, const struct pattern_match *match, size_t bracket)
{
    const char *const lead = resolve_lead(resolver, match, bracket);
    const enum tense_hint tense = resolve_tense(resolver, match, bracket);
    if (strcmp(lead, "since") == 0 || (strcmp(lead, "of") == 0 && tense != TENSE_HINT_FUTURE))
        return TENSE_HINT_PAST;
    if (strcmp(lead, "for") == 0 || ((strcmp(lead, "until") == 0 || strcmp(lead, "from") == 0) && tense != TENSE_HINT_PAST))
        return TENSE_HINT_FUTURE;
    return tense;
}

static struct moment resolve__calendar_day(const struct resolver *resolver, const struct date_parts *parts, enum tense_hint tense, int month, int day)
{
    struct moment moment = moment_none();
    if (day < 1 || day > 31)
        return moment;
    moment.grain = GRAIN_DAY;
    moment.month = month;
    moment.day_of_month = day;
    if (!parts->has_year && resolver->published == DAY_NONE)
        return moment;
    moment.year = parts->has_year ? parts->year_number : resolve_year_of(resolver, month, day, tense);
    if (!calendar_date_exists(moment.year, month, day))
        return moment_none();
    return moment_day(calendar_day(moment.year, month, day));
}

static struct moment resolve__month(const struct resolver *resolver, const struct date_parts *parts, enum tense_hint tense)
{
    const int month = (int)parts->month->number;
    struct moment moment = moment_month(0, month);
    moment.known = false;
    if (parts->has_year)
        return moment_month(parts->year_number, month);
    if (resolver->published == DAY_NONE)
        return moment;
    if (parts->relative && !parts->unit) {                     /* "vergangenen Juni", "diesen Mai" */
        const int offset = (int)parts->relative->number;
        const struct calendar_date published = calendar_date_of(resolver->published);
        int year = published.year;
        if (offset < 0)
            year = month < published.month ? year : year - 1;
        else if (offset > 0)
            year = month > published.month ? year : year + 1;
        return moment_month(year, month);
    }
    return moment_month(resolve_year_of(resolver, month, 0, tense), month);
}

static struct moment resolve__season(const struct resolver *resolver, const struct date_parts *parts, enum tense_hint tense)
{
    struct moment moment = moment_none();
    moment.grain = GRAIN_SEASON;
    moment.index = moment_season(parts->season->code);
    moment.known = parts->has_year;
    moment.year = parts->year_number;
    if (moment.known || resolver->published == DAY_NONE || moment.index < 0)
        return moment;
    moment.known = true;
    if (parts->relative && parts->relative->number < 0)
        tense = TENSE_HINT_PAST;
    if (parts->relative && parts->relative->number > 0)
        tense = TENSE_HINT_FUTURE;
    const struct calendar_date published = calendar_date_of(resolver->published);
    if (parts->relative && parts->relative->number > -0.5 && parts->relative->number < 0.5 && moment.index < 3)
        moment.year = published.year;                          /* "in diesem Sommer" */
    else if (moment.index == 3 && published.month <= 3 && tense != TENSE_HINT_FUTURE)
        moment.year = published.year - 1;                      /* the winter that is just over began last year */
    else
        moment.year = resolve_year_of(resolver, moment.index == 3 ? 12 : 3 + 3 * moment.index, 0,
                                      tense == TENSE_HINT_FUTURE ? TENSE_HINT_NONE : tense);
    if (tense == TENSE_HINT_FUTURE && !parts->relative && moment_interval(&moment).end < resolver->published)
        moment.year++;
    const struct day_interval days = moment_interval(&moment);
    if (parts->relative && parts->relative->number < 0 && days.end >= resolver->published)
        moment.year--;
    if (parts->relative && parts->relative->number > 0 && days.begin <= resolver->published)
        moment.year++;
    return moment;
}

/* "23. Januar 2024: Am Dienstag …", "Am 11. November 1918 … Am Mittwoch …": the weekday on or after a day just told in full that is
 * not of the days around publication; DAY_NONE: none was told. */
static int32_t resolve__weekday_told(const struct resolver *resolver, int weekday)
{
    enum { DAYS_OF_NEWS = 7, SENTENCES_OF_DAY = 2 };
    const struct moment *const last = &resolver->last_day;
    const bool told = last->grain == GRAIN_DAY && last->known && !last->relative && resolver->sentence - resolver->last_day_sentence <= SENTENCES_OF_DAY;
    const int after = told ? (weekday - calendar_weekday(last->day) + 7) % 7 : 0;
    const bool of_news = told && last->day + DAYS_OF_NEWS > resolver->published && last->day - DAYS_OF_NEWS < resolver->published;
    return told && (!of_news || (after == 0 && resolver->sentence == resolver->last_day_sentence)) ? last->day + after : DAY_NONE;
}

static struct moment resolve__weekday(const struct resolver *resolver, const struct date_parts *parts, enum tense_hint tense)
{
    struct moment moment = moment_none();
    moment.grain = GRAIN_DAY;
    moment.index = parts->weekday_number;
    if (resolver->published == DAY_NONE)
        return moment;
    const int32_t today = resolver->published;
    const int32_t told = parts->relative ? DAY_NONE : resolve__weekday_told(resolver, parts->weekday_number);
    if (told != DAY_NONE)
        return moment_day(told);
    const int back = (calendar_weekday(today) - parts->weekday_number + 7) % 7;    /* days since the last one, 0 today */
    if (parts->unit && parts->relative && strcmp(parts->unit->code, "W") == 0)
        return moment_day(today - calendar_weekday(today) + 7 * (int)parts->relative->number + parts->weekday_number);
    if (parts->relative && parts->relative->number < 0)
        return moment_day(today - (back > 1 ? back : 7 + back) + 7 * ((int)parts->relative->number + 1));
    if (parts->relative && parts->relative->number > 0)
        return moment_day(today + 7 - back + 7 * ((int)parts->relative->number - 1));
    if (tense == TENSE_HINT_PAST || tense == TENSE_HINT_NONE)
        return moment_day(today - back);
    return moment_day(back ? today + 7 - back : today);
}

static struct moment resolve__holiday(const struct resolver *resolver, const struct date_parts *parts, enum tense_hint tense)
{
    struct moment moment = moment_none();
    int32_t day = 0;
    moment.grain = GRAIN_DAY;
    if (!parts->has_year && resolver->published == DAY_NONE) {
        if (calendar_feast(parts->holiday->code, 2000, &day) && strchr(parts->holiday->code, '-') && parts->holiday->code[0] != 'E') {
            moment.month = calendar_date_of(day).month;
            moment.day_of_month = calendar_date_of(day).day;
        }
        return moment;
    }
    int year = parts->has_year ? parts->year_number : calendar_date_of(resolver->published).year;
    if (!calendar_feast(parts->holiday->code, year, &day))
        return moment_none();
    if (!parts->has_year) {
        if (parts->relative && parts->relative->number < 0)
            tense = TENSE_HINT_PAST;
        if (parts->relative && parts->relative->number > 0)
            tense = TENSE_HINT_FUTURE;
        const int32_t away = day - resolver->published;
        if (tense == TENSE_HINT_PAST)
            year -= away > 90;
        else if (tense == TENSE_HINT_FUTURE)
            year += away < -90;
        else
            year += away > 183 ? -1 : away < -182 ? 1 : 0;
        if (!calendar_feast(parts->holiday->code, year, &day))
            return moment_none();
    }
    return moment_day(day);
}

/* "drittes Quartal", "erste Jahreshälfte". */
static struct moment resolve__quarter(const struct resolver *resolver, const struct date_parts *parts, const char *unit, enum tense_hint tense)
{
    struct moment moment = moment_none();
    const int parts_of_year = unit[0] == 'Q' ? 4 : 2;
    moment.grain = unit[0] == 'Q' ? GRAIN_QUARTER : GRAIN_HALF;
    moment.index = (int)parts->ordinal->number;
    moment.year = parts->year_number;
    moment.known = parts->has_year;
    if (moment.index < 1 || moment.index > parts_of_year)
        return moment_none();
    if (!moment.known && resolver->published != DAY_NONE) {
        const struct moment now = moment_of_unit(resolver->published, unit, 0);
        moment.known = true;
        moment.year = now.year;
        if (tense == TENSE_HINT_PAST && moment.index > now.index)
            moment.year--;
        if (tense == TENSE_HINT_FUTURE && moment.index < now.index)
            moment.year++;
    }
    return moment;
}

/* A unit counted from the day of publication: "nächste Woche", "Vormonat", "Ende des Jahres". */
static struct moment resolve__unit(const struct resolver *resolver, const char *unit, int offset, enum tense_hint tense)
{
    struct moment moment = moment_none();
    if (resolver->published != DAY_NONE) {
        if (strcmp(unit, "WE") == 0 && offset == 0 && calendar_weekday(resolver->published) < 6 &&
            (tense == TENSE_HINT_PAST || tense == TENSE_HINT_NONE))
            offset = -1;                                       /* "am Wochenende" told on a weekday: the last one */
        return moment_of_unit(resolver->published, unit, offset);
    }
    moment.grain = strcmp(unit, "W") == 0 ? GRAIN_WEEK : strcmp(unit, "WE") == 0 ? GRAIN_WEEKEND : strcmp(unit, "M") == 0 ? GRAIN_MONTH : GRAIN_YEAR;
    return moment;
}

/* "am Abend": of the day just told, else of the day of publication. */
static struct moment resolve__part(const struct resolver *resolver, const struct date_parts *parts, enum tense_hint tense)
{
    struct moment moment = moment_none();
    moment.grain = GRAIN_DAY;
    if (resolver->last_day.grain == GRAIN_DAY && resolver->last_day.known && resolver->sentence - resolver->last_day_sentence <= 2)
        return moment_day(resolver->last_day.day);
    if (resolver->published == DAY_NONE)
        return moment;
    moment = moment_day(resolver->published);
    if (strcmp(parts->part_code, "NI") == 0 && tense != TENSE_HINT_FUTURE)
        moment.night = true;
    return moment;
}

static struct moment resolve__by_kind(const struct resolver *resolver, const struct date_parts *parts, enum tense_hint tense)
{
    const char *const unit = parts->unit ? parts->unit->code : parts->half_noun ? parts->half_noun->code : "";
    const bool quarter = strcmp(unit, "Q") == 0 || strcmp(unit, "H") == 0 || parts->half_noun;
    if (parts->date) {
        const int number = (int)parts->date->number;
        struct date_parts told = *parts;
        told.has_year = number >= 10000;
        told.year_number = number / 10000;
        return resolve__calendar_day(resolver, &told, tense, number / 100 % 100, number % 100);
    }
    if (parts->day_relative) {
        struct moment unknown = moment_none();
        unknown.grain = GRAIN_DAY;
        return resolver->published == DAY_NONE ? unknown : moment_day(resolver->published + (int)parts->day_relative->number);
    }
    if (parts->holiday)
        return resolve__holiday(resolver, parts, tense);
    if (parts->month_day)                                      /* "4. 11. 1918" */
        return resolve__calendar_day(resolver, parts, tense, (int)parts->month_day->number, (int)parts->day->number);
    if (parts->day && parts->month)
        return resolve__calendar_day(resolver, parts, tense, (int)parts->month->number, (int)parts->day->number);
    if (parts->month)
        return resolve__month(resolver, parts, tense);
    if (parts->season)
        return resolve__season(resolver, parts, tense);
    if (parts->ordinal && quarter)
        return resolve__quarter(resolver, parts, parts->half_noun ? "H" : unit, tense);
    if (parts->weekday && !parts->day)
        return resolve__weekday(resolver, parts, tense);
    if (parts->day) {                                          /* "am 15.", "Freitag, den 13.": of the month that the tense gives */
        if (resolver->published == DAY_NONE)
            return moment_none();
        const struct calendar_date published = calendar_date_of(resolver->published);
        int32_t month = calendar_day(published.year, published.month, 1);
        if (tense == TENSE_HINT_PAST && (int)parts->day->number > published.day)
            month = moment_add_months(month, -1);
        if (tense == TENSE_HINT_FUTURE && (int)parts->day->number < published.day)
            month = moment_add_months(month, 1);
        const struct calendar_date first = calendar_date_of(month);
        struct date_parts told = *parts;
        told.has_year = true;
        told.year_number = first.year;
        return resolve__calendar_day(resolver, &told, tense, first.month, (int)parts->day->number);
    }
    if (parts->position_unit)
        return parts->has_year ? moment_year(parts->year_number)
                               : resolve__unit(resolver, strchr(parts->position_unit->code, ' ') + 1, 0, tense);
    if (parts->has_year)
        return moment_year(parts->year_number);
    if (parts->part_code)
        return resolve__part(resolver, parts, tense);
    if (parts->prior)
        return resolve__unit(resolver, strchr(parts->prior->code, ' ') + 1, (int)parts->prior->number, tense);
    const struct moment *const last = &resolver->last;
    if (parts->position && parts->unit && !parts->relative && strcmp(unit, "Y") == 0 && resolver->last_year_told && last->known &&
        resolver->sentence - resolver->last_sentence <= 1 && last->grain >= GRAIN_YEAR && tense == TENSE_HINT_PAST)
        return moment_year(last->year);                        /* "1991 … Ende des Jahres" */
    if (parts->unit)
        return resolve__unit(resolver, unit, parts->relative ? (int)parts->relative->number : 0, tense);
    return moment_none();
}

struct moment resolve_date(struct resolver *resolver, const struct pattern_match *match, size_t bracket, bool before_christ)
{
    struct date_parts parts = resolve__parts(match, bracket);
    resolve__told_year(resolver, match, bracket, &parts);
    const enum tense_hint tense = resolve__tense_with_lead(resolver, match, bracket);
    struct moment moment = resolve__by_kind(resolver, &parts, tense);
    if (moment.grain == GRAIN_NONE)
        return moment;
    moment.part = parts.part_code;
    moment.relative = !(parts.year || (parts.date && parts.date->number >= 10000) || before_christ);
    moment.before_christ = before_christ;
    if (before_christ && moment.grain == GRAIN_YEAR)
        moment.known = true;
    static const char *const names[] = {"START", "MID", "END"};
    const char *const code = parts.position ? parts.position->code : parts.position_unit ? parts.position_unit->code : "";
    for (size_t i = 0; i < 3; i++)
        if (strncmp(code, names[i], strlen(names[i])) == 0)
            moment.mod = names[i];
    /* "this year" told in the past ends with the day of publication: resolve.c cuts it there. */
    return moment;
}
