/* time/resolve.c: the rules that patterns name, all but the calendar ones of resolve_date.c.
 *
 *   date [bc]            a day, week, month, season, year …; with a part of day a TIME
 *   today [present|day]  heute, gestern: a day, or these times (PRESENT_REF)
 *   feast RULE, advent   a feast by its rule (calendar.h)          turn      the turn of the year
 *   decade, century [bc] 196, 18                                   night     the night before the day that is named
 *   shift [next]         counted from the last time told           same      the last time told, as exact as the unit
 *   duration [ago|ahead|since|last|one]                            vague     PXY of the unit
 *   later                a duration after or before the last time told
 *   clock [+15|-15|past] a time of day                             set       repeated
 *   copy                 the word's own value                      literal V the value V        ref-tense  PAST_REF or PRESENT_REF
 */
#include "time/resolve.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE_BYTES = 64 };

enum tense_hint resolve_tense(const struct resolver *resolver, const struct pattern_match *match, size_t bracket)
{
    return tense_of_token(resolver->words, resolver->document, resolver->items[match->brackets[bracket].begin].first);
}

const char *resolve_lead(const struct resolver *resolver, const struct pattern_match *match, size_t bracket)
{
    size_t at = match->brackets[bracket].begin;
    for (int steps = 0; at > 0 && steps < 3; steps++) {
        const struct time_item *const item = &resolver->items[--at];
        const struct time_reading *const lead = time_item_reading(item, TIME_LEAD);
        if (lead)
            return lead->code;
        if (!class_set_has(&item->classes, TIME_ART) && !class_set_has(&item->classes, TIME_LEADSKIP))
            break;
    }
    return "";
}

static bool resolve__copy(struct resolver *resolver, struct resolution *resolution, const char *value)
{
    resolution->value = arena_copy_string(resolver->document->arena, value, strlen(value), resolver->error);
    return resolution->value != NULL;
}

/* What stands before the expression changes its interval: seit, bis … */
static struct day_interval resolve__with_lead(const struct resolver *resolver, const char *lead, struct day_interval interval)
{
    const struct day_interval none = {DAY_NONE, DAY_NONE};
    if (interval.begin == DAY_NONE || !*lead || strcmp(lead, "from") == 0 || strcmp(lead, "of") == 0)
        return interval;
    if (resolver->published == DAY_NONE)
        return none;
    if (strcmp(lead, "since") == 0 && interval.begin <= resolver->published)
        return (struct day_interval){interval.begin, resolver->published};
    if (strcmp(lead, "until") == 0 && interval.end >= resolver->published)
        return (struct day_interval){resolver->published, interval.end};
    return none;
}

static bool resolve__finish_date(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    struct moment *const moment = &resolution->moment;
    resolution->value = moment_value(moment, resolver->document->arena, resolver->error);
    resolution->mod = moment->mod;
    resolution->relative = moment->relative;
    resolution->interval = moment_interval(moment);
    if (moment->part || moment->clock >= 0)
        resolution->type = TIMEX_TIME;
    const struct pattern_slot *const this_one = resolve_slot(match, bracket, TIME_THIS, false);
    const bool cut = this_one && !moment->mod && (moment->grain == GRAIN_YEAR || moment->grain == GRAIN_MONTH) &&
                     resolution->interval.begin != DAY_NONE && resolution->interval.begin <= resolver->published &&
                     resolution->interval.end > resolver->published && resolve_tense(resolver, match, bracket) == TENSE_HINT_PAST;
    if (cut)
        resolution->interval.end = resolver->published;
    resolution->plain = resolution->interval;
    resolution->interval = resolve__with_lead(resolver, resolve_lead(resolver, match, bracket), resolution->interval);
    return resolution->value != NULL;
}

static bool resolve__date(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                          struct resolution *resolution)
{
    resolution->moment = resolve_date(resolver, match, bracket, strcmp(argument, "bc") == 0);
    resolution->rejected = resolution->moment.grain == GRAIN_NONE;
    return resolution->rejected || resolve__finish_date(resolver, match, bracket, resolution);
}

/* Does the report tell its story by days? A short one is taken to. */
static bool resolve__talks_of_days(struct resolver *resolver)
{
    enum { SHORT_REPORT_TOKENS = 200 };
    const struct document *const document = resolver->document;
    if (resolver->day_talk < 0) {
        resolver->day_talk = document->token_count < SHORT_REPORT_TOKENS;
        for (size_t i = 0; !resolver->day_talk && i < document->token_count; i++)
            resolver->day_talk = time_words_form_has(resolver->words, document->tokens[i].form, TIME_DAYBEFORE);
    }
    return resolver->day_talk;
}

static bool resolve__today(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                           struct resolution *resolution)
{
    const struct pattern_slot *const word = resolve_slot(match, bracket, TIME_DAYREL, false);
    const struct pattern_slot *const slot = word ? word : resolve_slot(match, bracket, TIME_DAYADJ, false);
    const uint32_t token = resolver->items[match->brackets[bracket].begin].first;
    const bool is_today = slot && slot->number > -0.5 && slot->number < 0.5;
    bool present = is_today && strcmp(argument, "present") == 0;
    if (is_today && !*argument && strcmp(resolve_lead(resolver, match, bracket), "until") != 0) {
        const enum tense_hint tense = resolve_tense(resolver, match, bracket);
        present = tense != TENSE_HINT_PAST && (tense_is_general(resolver->words, resolver->document, token) ||
                                               (word == NULL) || (tense != TENSE_HINT_NONE && !resolve__talks_of_days(resolver)));
    }
    if (present)
        return resolve__copy(resolver, resolution, "PRESENT_REF");
    if (!resolve__date(resolver, match, bracket, "", resolution))
        return false;
    if (is_today && strcmp(resolve_lead(resolver, match, bracket), "until") == 0)
        resolution->interval = (struct day_interval){DAY_NONE, DAY_NONE};
    return true;
}

static bool resolve__feast(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *rule,
                           struct resolution *resolution)
{
    const struct pattern_slot *const ordinal = resolve_slot(match, bracket, TIME_DAY, false);
    const struct pattern_slot *const word = resolve_slot(match, bracket, TIME_FIRST, false);
    const struct pattern_slot *const other = resolve_slot(match, bracket, TIME_ORD, false);
    const int number = ordinal ? (int)ordinal->number : word ? (int)word->number : other ? (int)other->number : 0;
    char shifted[16];
    (void)snprintf(shifted, sizeof shifted, "%s", rule);
    if (strcmp(rule, "advent") == 0)
        (void)snprintf(shifted, sizeof shifted, "A%d", number);
    else if (number && strncmp(rule, "12-", 3) == 0)
        (void)snprintf(shifted, sizeof shifted, "12-%d", atoi(rule + 3) + number);
    struct pattern_match copy = *match;
    copy.slot_count = 0;                                       /* the ordinal is no day of a month */
    copy.slots[copy.slot_count++] = (struct pattern_slot){.class = TIME_HOLIDAY, .bracket = (uint8_t)bracket, .code = shifted};
    return resolve__date(resolver, &copy, bracket, "", resolution);
}

static bool resolve__decade(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    const struct pattern_slot *slot = resolve_slot(match, bracket, TIME_DECADENUM, false);
    const struct pattern_slot *position = resolve_slot(match, bracket, TIME_POS, false);
    struct moment moment = moment_year(0);
    if (!position)
        position = resolve_slot(match, bracket, TIME_POSADJ, false);
    moment.grain = GRAIN_DECADE;
    if (slot) {
        const int number = (int)slot->number;
        moment.year = number >= 100 ? number : number >= 20 ? 1900 + number : 2000 + number;
    } else {
        slot = resolve_slot(match, bracket, TIME_DECADEWORD, false);
        if (!slot)
            slot = resolve_slot(match, bracket, TIME_DECADENOUN, false);
        if (!slot)
            return true;
        moment.year = (slot->number < 2 ? 2000 : 1900) + 10 * (int)slot->number;
    }
    moment.mod = position ? position->code : NULL;
    resolution->moment = moment;
    return resolve__finish_date(resolver, match, bracket, resolution);
}

static bool resolve__century(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                             struct resolution *resolution)
{
    const struct pattern_slot *number = NULL;                  /* the last ordinal: "der ersten Hälfte des 15. Jahrhunderts" */
    for (size_t i = 0; i < match->slot_count; i++)
        if (match->slots[i].class == TIME_ORD || match->slots[i].class == TIME_DAY)
            number = &match->slots[i];
    const struct pattern_slot *const unit = resolve_slot(match, bracket, TIME_UNIT, false);
    const struct pattern_slot *position = resolve_slot(match, bracket, TIME_POS, false);
    if (!position)
        position = resolve_slot(match, bracket, TIME_POSADJ, false);
    if (!number || !unit || number->number < 1 || number->number > 40) {
        resolution->rejected = true;
        return true;
    }
    struct moment moment = moment_year(0);
    moment.grain = GRAIN_CENTURY;
    moment.millennium = unit->code[0] == 'L';
    moment.year = ((int)number->number - 1) * (moment.millennium ? 1000 : 100);
    moment.before_christ = strcmp(argument, "bc") == 0;
    moment.mod = position ? position->code : NULL;
    resolution->moment = moment;
    return resolve__finish_date(resolver, match, bracket, resolution);
}

/* Of two days ("von Montag auf Dienstag", "vom 5. auf den 6. Januar") the later one stays. */
static void resolve__drop_earlier(struct pattern_match *match, unsigned class)
{
    const bool weekday = class == TIME_WEEKDAY, day = class == TIME_DAY || class == TIME_ORD;
    uint8_t kept = 0;
    for (uint8_t i = 0; i < match->slot_count; i++) {
        const unsigned other = match->slots[i].class;
        const bool same = weekday ? other == TIME_WEEKDAY || other == TIME_WDPART : day ? other == TIME_DAY || other == TIME_ORD
                                                                                      : class == TIME_MONTH && other == TIME_MONTH;
        if (!same)
            match->slots[kept++] = match->slots[i];
    }
    match->slot_count = kept;
}

static bool resolve__night(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    struct pattern_match copy = *match;                        /* the day that the night leads to: the last one named, without the night */
    copy.slot_count = 0;
    for (size_t i = 0; i < match->slot_count; i++) {
        const struct pattern_slot slot = match->slots[i];
        resolve__drop_earlier(&copy, slot.class);
        if (slot.class != TIME_UNIT)
            copy.slots[copy.slot_count++] = slot;
    }
    struct moment moment = resolve_date(resolver, &copy, bracket, false);
    if (moment.grain != GRAIN_DAY) {
        resolution->rejected = moment.grain == GRAIN_NONE;
        if (resolution->rejected)
            return true;
    } else if (moment.known) {
        const bool relative = moment.relative;
        moment = moment_day(moment.day - 1);
        moment.relative = relative;
    }
    moment.part = "NI";
    resolution->moment = moment;
    if (!resolve__finish_date(resolver, match, bracket, resolution))
        return false;
    if (moment.known)
        resolution->interval = (struct day_interval){moment.day, moment.day + 1};
    return true;
}

static bool resolve__turn(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    if (resolver->published == DAY_NONE)
        return resolve__copy(resolver, resolution, "XXXX-12-31");
    const int year = resolve_year_of(resolver, 12, 31, resolve_tense(resolver, match, bracket));
    resolution->moment = moment_day(calendar_day(year, 12, 31));
    resolution->moment.relative = true;
    if (!resolve__finish_date(resolver, match, bracket, resolution))
        return false;
    if (resolution->interval.begin != DAY_NONE && resolution->interval.begin == resolution->interval.end)
        resolution->interval.end++;
    return true;
}

/* ---- from the last time told ----------------------------------------------------------------------------------- */

/* A day inside the last time told (or inside the last day, for units of days); DAY_NONE: there is none. */
static int32_t resolve__anchor(const struct resolver *resolver, const char *unit)
{
    const bool small = strcmp(unit, "D") == 0 || strcmp(unit, "W") == 0 || strcmp(unit, "WE") == 0 || strlen(unit) != 1;
    const struct moment *const anchor = small && resolver->last_day.grain != GRAIN_NONE ? &resolver->last_day : &resolver->last;
    if (anchor->grain == GRAIN_NONE || !anchor->known || (small && anchor->grain < GRAIN_WEEK && unit[0] == 'D'))
        return resolver->published != DAY_NONE && anchor->grain == GRAIN_NONE ? resolver->published : DAY_NONE;
    return moment_interval(anchor).begin;
}

static bool resolve__shift(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                           struct resolution *resolution)
{
    static const unsigned classes[] = {TIME_PRIOR, TIME_PRIOREVE, TIME_AFTERWORD, TIME_FOLLOWING};
    const struct pattern_slot *const unit_slot = resolve_slot(match, bracket, TIME_UNIT, false);
    const struct pattern_slot *const part = resolve_slot(match, bracket, TIME_PART, false);
    const struct pattern_slot *by = NULL;
    for (size_t i = 0; !by && i < 4; i++)
        by = resolve_slot(match, bracket, classes[i], false);
    const int offset = strcmp(argument, "next") == 0 || !by ? 1 : (int)by->number;
    const char *unit = unit_slot ? unit_slot->code : "D";
    const char *part_code = part ? part->code : NULL;
    if (by && (by->class == TIME_PRIOR || by->class == TIME_PRIOREVE))
        unit = strchr(by->code, ' ') + 1;
    if (by && by->class == TIME_PRIOREVE)
        part_code = "EV";
    if (strlen(unit) == 2 && strcmp(unit, "WE") != 0 && strcmp(unit, "DE") != 0 && strcmp(unit, "CE") != 0) {
        part_code = unit;                                      /* "am Abend zuvor" */
        unit = "D";
    }
    const int32_t anchor = resolve__anchor(resolver, unit);
    struct moment moment = anchor == DAY_NONE ? moment_none() : moment_of_unit(anchor, unit, offset);
    resolution->aside = offset < 0;
    if (moment.grain == GRAIN_NONE && anchor != DAY_NONE) {
        resolution->rejected = true;
        return true;
    }
    if (moment.grain == GRAIN_NONE)
        moment.grain = strcmp(unit, "Y") == 0 ? GRAIN_YEAR : strcmp(unit, "M") == 0 ? GRAIN_MONTH : GRAIN_DAY;
    moment.part = part_code;
    moment.relative = true;
    resolution->moment = moment;
    return resolve__finish_date(resolver, match, bracket, resolution);
}

static bool resolve__same(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    const struct pattern_slot *unit = resolve_slot(match, bracket, TIME_UNIT, false);
    if (!unit)
        unit = resolve_slot(match, bracket, TIME_UNITS, false);
    const char *const code = unit ? unit->code : "D";
    const int32_t anchor = resolve__anchor(resolver, code);
    struct moment moment = anchor == DAY_NONE ? moment_none() : moment_of_unit(anchor, code, 0);
    if (moment.grain == GRAIN_NONE)
        moment.grain = code[0] == 'Y' ? GRAIN_YEAR : code[0] == 'M' ? GRAIN_MONTH : code[0] == 'W' ? GRAIN_WEEK : GRAIN_DAY;
    moment.relative = true;
    resolution->moment = moment;
    return resolve__finish_date(resolver, match, bracket, resolution);
}

/* ---- durations ------------------------------------------------------------------------------------------------- */

struct amount {
    bool vague;
    double number;
    const char *unit;
};

static bool resolve__is_unit(unsigned class)
{
    return class == TIME_UNIT || class == TIME_UNITS || class == TIME_YEARKIND;
}

static bool resolve__is_number(unsigned class)
{
    return class == TIME_NUM || class == TIME_ONE || class == TIME_VAGUE || class == TIME_PAAR || class == TIME_HALF ||
           class == TIME_BOTH || class == TIME_NUMUNIT || class == TIME_NUMLENGTH || class == TIME_NUMYEARS;
}

/* The amounts in a bracket: one, or two as in "drei Jahre und vier Monate"; returns how many. */
static size_t resolve__amounts(const struct pattern_match *match, size_t bracket, struct amount amounts[2])
{
    size_t count = 0;
    bool open = false;
    for (size_t i = 0; i < match->slot_count; i++) {
        const struct pattern_slot *const slot = &match->slots[i];
        const bool inside = slot->bracket == bracket;
        if (inside && resolve__is_number(slot->class)) {
            if (!open) {
                if (count == 2)
                    break;
                amounts[count++] = (struct amount){.number = slot->number, .unit = ""};
                open = true;
            }
            struct amount *const amount = &amounts[count - 1];
            amount->vague = amount->vague || slot->class == TIME_VAGUE || slot->class == TIME_PAAR;
            if (slot->class == TIME_HALF || slot->class == TIME_BOTH || slot->class == TIME_NUM)
                amount->number = slot->number;
            if (slot->class == TIME_ONE)
                amount->number = 1;
            if (slot->class == TIME_NUMUNIT || slot->class == TIME_NUMLENGTH || slot->class == TIME_NUMYEARS) {
                amount->unit = slot->code;
                open = false;
            }
        } else if (resolve__is_unit(slot->class) && count > 0 && (inside || !*amounts[count - 1].unit)) {
            amounts[count - 1].unit = slot->code;
            open = false;
            if (!inside)
                break;
        }
    }
    return count > 0 && *amounts[count - 1].unit ? count : 0;
}

static void resolve__amount_value(const struct amount *amounts, size_t count, char *text, size_t size)
{
    size_t used = 0;
    bool clock = false;
    for (size_t i = 0; i < count && used + 20 < size; i++) {
        const char *unit = amounts[i].unit;
        const bool of_day = strlen(unit) == 2 && (unit[0] == 'T' || strcmp(unit, "EV") == 0 || strcmp(unit, "NI") == 0 ||
                                                  strcmp(unit, "AF") == 0 || strcmp(unit, "MO") == 0);
        used += (size_t)snprintf(text + used, size - used, "%s%s", i == 0 ? "P" : "", of_day && !clock ? "T" : "");
        clock = clock || of_day;
        unit += unit[0] == 'T' && unit[1];
        used += amounts[i].vague ? (size_t)snprintf(text + used, size - used, "X%s", unit)
                                 : (size_t)snprintf(text + used, size - used, "%.10g%s", amounts[i].number, unit);
    }
}

/* The day that lies n units after (n < 0: before) day, and how exact that is. */
static struct day_interval resolve__moved(int32_t day, double number, const char *unit)
{
    const struct day_interval none = {DAY_NONE, DAY_NONE};
    if (fabs(number) > 100000 || day == DAY_NONE)
        return none;
    if (strlen(unit) == 2 && unit[0] == 'T')
        return (struct day_interval){day, day};
    if (strcmp(unit, "D") == 0)
        return (struct day_interval){day + (int)round(number), day + (int)round(number)};
    if (strcmp(unit, "W") == 0) {
        const struct moment week = moment_week(day + (int)round(7 * number), false);
        return moment_interval(&week);
    }
    const double months = number * (strcmp(unit, "M") == 0 ? 1 : strcmp(unit, "Q") == 0 ? 3 : strcmp(unit, "H") == 0 ? 6 :
                                    strcmp(unit, "Y") == 0 ? 12 : strcmp(unit, "DE") == 0 ? 120 : strcmp(unit, "CE") == 0 ? 1200 : 0);
    if (fabs(months) < 0.5 || fabs(months) > 100000)
        return none;
    const int32_t there = moment_add_months(day, (int)round(months));
    const bool whole_years = fabs(months) >= 12 && strcmp(unit, "M") != 0 && fabs(fmod(months, 12)) < 0.01;
    const struct moment moment = moment_of_unit(there, whole_years ? "Y" : "M", 0);
    return moment_interval(&moment);
}

static struct day_interval resolve__duration_days(const struct resolver *resolver, const struct amount *amount, const char *kind, double direction)
{
    const struct day_interval none = {DAY_NONE, DAY_NONE};
    const int32_t today = resolver->published;
    if (amount->vague || today == DAY_NONE || !*kind || strcmp(kind, "one") == 0)
        return none;
    const bool back = strcmp(kind, "ago") == 0 || strcmp(kind, "since") == 0 || (strcmp(kind, "last") == 0 && direction < 0);
    struct day_interval there = resolve__moved(today, back ? -amount->number : amount->number, amount->unit);
    if (there.begin == DAY_NONE || strcmp(kind, "ago") == 0 || strcmp(kind, "ahead") == 0)
        return there;
    if (strcmp(amount->unit, "W") == 0)
        there.begin = there.end = today + (int)round((back ? -7 : 7) * amount->number);
    return back ? (struct day_interval){there.begin, today} : (struct day_interval){today, there.end};
}

static const char *resolve__approximation(const struct resolver *resolver, const struct pattern_match *match, size_t bracket)
{
    const struct pattern_slot *const slot = resolve_slot(match, bracket, TIME_APPROX, false);
    (void)resolver;
    return slot && strcmp(slot->code, "EQUAL") != 0 ? slot->code : NULL;
}

static bool resolve__duration(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                              struct resolution *resolution)
{
    struct amount amounts[2] = {{.unit = ""}, {.unit = ""}};
    size_t count = resolve__amounts(match, bracket, amounts);
    const struct pattern_slot *const unit = resolve_slot(match, bracket, TIME_UNIT, false);
    if (strcmp(argument, "one") == 0 && unit) {
        amounts[0] = (struct amount){.number = 1, .unit = unit->code};
        count = 1;
    }
    resolution->rejected = count == 0;
    if (count == 0)
        return true;
    char text[VALUE_BYTES];
    resolve__amount_value(amounts, count, text, sizeof text);
    if (strcmp(argument, "ahead") == 0) {                      /* "60 Tests in einem Jahr" */
        const enum tense_hint tense = resolve_tense(resolver, match, bracket);
        if (tense == TENSE_HINT_PAST || tense == TENSE_HINT_NONE)
            argument = "";
    }
    const struct pattern_slot *const direction = resolve_slot(match, bracket, TIME_REL, false);
    resolution->interval = resolve__duration_days(resolver, &amounts[0], argument, direction ? direction->number : -1);
    resolution->relative = resolution->interval.begin != DAY_NONE;
    resolution->mod = resolve__approximation(resolver, match, bracket);
    if (resolution->mod)                                       /* "vor gut zwei Wochen" is vague */
        resolution->interval = (struct day_interval){DAY_NONE, DAY_NONE};
    return resolve__copy(resolver, resolution, text);
}

/* "drei Tage später": the value is the duration, the days are counted from the last time told. */
static bool resolve__later(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    const struct pattern_slot *const after = resolve_slot(match, bracket, TIME_AFTERWORD, false);
    struct amount amounts[2] = {{.unit = ""}, {.unit = ""}};
    const size_t count = resolve__amounts(match, bracket, amounts);
    resolution->rejected = count == 0;
    if (count == 0)
        return true;
    char text[VALUE_BYTES];
    resolve__amount_value(amounts, count, text, sizeof text);
    const bool has_anchor = resolver->last.grain != GRAIN_NONE && resolver->last.known;
    const int32_t anchor = has_anchor ? resolve__anchor(resolver, amounts[0].unit) : DAY_NONE;
    if (!amounts[0].vague && anchor != DAY_NONE && after)
        resolution->interval = resolve__moved(anchor, after->number * amounts[0].number, amounts[0].unit);
    if (resolution->interval.begin != DAY_NONE && resolution->interval.begin == resolution->interval.end)
        resolution->moment = moment_day(resolution->interval.begin);
    resolution->relative = true;
    return resolve__copy(resolver, resolution, text);
}

static bool resolve__vague(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    const struct pattern_slot *unit = resolve_slot(match, bracket, TIME_UNITS, false);
    if (!unit)
        unit = resolve_slot(match, bracket, TIME_UNIT, false);
    resolution->rejected = !unit;
    if (!unit)
        return true;
    const struct amount amount = {.vague = true, .unit = unit->code};
    char text[VALUE_BYTES];
    resolve__amount_value(&amount, 1, text, sizeof text);
    return resolve__copy(resolver, resolution, text);
}

/* ---- times of day ---------------------------------------------------------------------------------------------- */

/* Hours and minutes as hours * 100 + minutes; -1: no time of day. */
static int resolve__hours(const struct pattern_match *match, size_t bracket, const char *argument)
{
    const struct pattern_slot *const clock = resolve_slot(match, bracket, TIME_CLOCK, false);
    const struct pattern_slot *const name = resolve_slot(match, bracket, TIME_CLOCKNAME, false);
    double numbers[3];
    size_t count = 0;
    for (size_t i = 0; i < match->slot_count && count < 3; i++)
        if (match->slots[i].class == TIME_NUM && match->slots[i].bracket == bracket)
            numbers[count++] = match->slots[i].number;
    if (name)
        return 2400;
    if (clock)
        return (int)clock->number;
    if (count == 0)
        return -1;
    int hour = (int)numbers[0], minute = count > 1 ? (int)numbers[1] : 0;
    if (strcmp(argument, "past") == 0 && count > 1) {
        hour = (int)numbers[1];
        minute = (int)numbers[0];
    }
    if (numbers[0] > 24 || minute > 59 || numbers[0] - floor(numbers[0]) > 0)
        return strcmp(argument, "past") == 0 && hour <= 24 && minute < 60 ? hour * 100 + minute : -1;
    int minutes = hour * 60 + minute;
    if (resolve_slot(match, bracket, TIME_HALB, false))
        minutes -= 30;
    else if (argument[0] == '+' || argument[0] == '-')
        minutes += atoi(argument);
    return minutes < 0 ? -1 : minutes / 60 * 100 + minutes % 60;
}

/* The day that a time of day belongs to. */
static struct moment resolve__clock_day(const struct resolver *resolver)
{
    if (resolver->last_day.grain == GRAIN_DAY && resolver->sentence - resolver->last_day_sentence <= 1) {
        struct moment day = resolver->last_day.known ? moment_day(resolver->last_day.day) : resolver->last_day;
        day.relative = resolver->last_day.relative;
        return day;
    }
    struct moment moment = moment_none();
    moment.grain = GRAIN_DAY;
    if (resolver->published != DAY_NONE)
        moment = moment_day(resolver->published);
    moment.relative = true;
    return moment;
}

static bool resolve__clock(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                           struct resolution *resolution)
{
    static const unsigned parts[] = {TIME_PARTS, TIME_PARTLOW, TIME_PART};
    int clock = resolve__hours(match, bracket, argument);
    resolution->rejected = clock < 0;
    if (clock < 0)
        return true;
    for (size_t i = 0; i < 3; i++) {
        const struct pattern_slot *const part = resolve_slot(match, bracket, parts[i], false);
        if (part && clock < 1200 && (strcmp(part->code, "AF") == 0 || strcmp(part->code, "EV") == 0 ||
                                     (strcmp(part->code, "NI") == 0 && clock >= 800)))
            clock += 1200;
    }
    const struct pattern_slot *const zone = resolve_slot(match, bracket, TIME_ZONE, true);
    resolution->moment = resolve__clock_day(resolver);
    resolution->moment.clock = clock;
    if (zone && strcmp(zone->code, "Z") == 0)
        resolution->moment.zone = "Z";
    else if (zone) {
        resolution->moment.zone = arena_format(resolver->document->arena, resolver->error, "%s:00", zone->code);
        if (!resolution->moment.zone)
            return false;
    }
    return resolve__finish_date(resolver, match, bracket, resolution);
}

/* ---- repeated -------------------------------------------------------------------------------------------------- */

static bool resolve__set(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    static const unsigned weekdays[] = {TIME_WEEKDAY, TIME_WEEKDAYS, TIME_WEEKDAYPL};
    const struct pattern_slot *const unit = resolve_slot(match, bracket, TIME_UNIT, false);
    const struct pattern_slot *const month = resolve_slot(match, bracket, TIME_MONTH, false);
    const struct pattern_slot *const season = resolve_slot(match, bracket, TIME_SEASON, false);
    const struct pattern_slot *const compound = resolve_slot(match, bracket, TIME_WDPART, false);
    const struct pattern_slot *part = resolve_slot(match, bracket, TIME_PARTS, false);
    const struct pattern_slot *const nth = resolve_slot(match, bracket, TIME_ORD, false);
    const struct pattern_slot *weekday = NULL;
    struct arena *const arena = resolver->document->arena;
    if (!part)
        part = resolve_slot(match, bracket, TIME_PART, false);
    for (size_t i = 0; !weekday && i < 3; i++)
        weekday = resolve_slot(match, bracket, weekdays[i], false);
    if (compound)
        resolution->value = arena_format(arena, resolver->error, "XXXX-WXX-%dT%s", atoi(compound->code), strchr(compound->code, '~') + 1);
    else if (weekday)
        resolution->value = arena_format(arena, resolver->error, "XXXX-WXX-%d%s%s", (int)weekday->number, part ? "T" : "", part ? part->code : "");
    else if (month)
        resolution->value = arena_format(arena, resolver->error, "XXXX-%02d", (int)month->number);
    else if (season)
        resolution->value = arena_format(arena, resolver->error, "XXXX-%s", season->code);
    else if (part && !unit)
        resolution->value = arena_format(arena, resolver->error, "XXXX-XX-XXT%s", part->code);
    else if (unit) {
        struct amount amounts[2] = {{.unit = ""}, {.unit = ""}};
        const bool times = resolve_slot(match, bracket, TIME_NUM, false) && !resolve_slot(match, bracket, TIME_EVERY, false);
        size_t count = times || resolve_slot(match, bracket, TIME_VAGUE, false) || resolve_slot(match, bracket, TIME_PAAR, false)
                           ? resolve__amounts(match, bracket, amounts)
                           : 0;
        if (count != 1 || match->brackets[bracket].end - match->brackets[bracket].begin > 3)
            amounts[0] = (struct amount){.number = nth ? nth->number : 1, .unit = unit->code};
        char text[VALUE_BYTES];
        resolve__amount_value(amounts, 1, text, sizeof text);
        return resolve__copy(resolver, resolution, text);
    } else {
        resolution->rejected = true;
        return true;
    }
    return resolution->value != NULL;
}

/* ---- the rules by name ----------------------------------------------------------------------------------------- */

static bool resolve__own_value(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    for (size_t i = 0; i < match->slot_count; i++) {
        const char *const code = match->slots[i].code;
        if (match->slots[i].bracket == bracket && ((code[0] == 'P' && code[1]) || strchr(code, '_') || strncmp(code, "XXXX", 4) == 0))
            return resolve__copy(resolver, resolution, code);
    }
    resolution->rejected = true;
    return true;
}

bool resolve_match(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *type, const char *rule,
                   struct resolution *resolution)
{
    static const char *const names[] = {"date", "today", "feast", "advent", "turn", "decade", "century", "night", "shift", "same",
                                        "duration", "later", "vague", "clock", "set", "copy", "literal", "ref-tense"};
    static const char *const types[] = {"DATE", "TIME", "DURATION", "SET"};
    const size_t length = strcspn(rule, " ");
    const char *const argument = rule[length] ? rule + length + 1 : "";
    char name[16];
    (void)snprintf(name, sizeof name, "%.*s", (int)(length < 15 ? length : 15), rule);
    const int type_number = table_term(type, types, 4);
    *resolution = (struct resolution){.type = type_number < 0 ? TIMEX_DATE : (enum timex_type)type_number,
                                      .interval = {DAY_NONE, DAY_NONE}, .plain = {DAY_NONE, DAY_NONE}, .moment = moment_none()};
    switch (table_term(name, names, sizeof names / sizeof *names)) {
    case 0:
        return resolve__date(resolver, match, bracket, argument, resolution);
    case 1:
        return resolve__today(resolver, match, bracket, argument, resolution);
    case 2:
        return resolve__feast(resolver, match, bracket, argument, resolution);
    case 3:
        return resolve__feast(resolver, match, bracket, "advent", resolution);
    case 4:
        return resolve__turn(resolver, match, bracket, resolution);
    case 5:
        return resolve__decade(resolver, match, bracket, resolution);
    case 6:
        return resolve__century(resolver, match, bracket, argument, resolution);
    case 7:
        return resolve__night(resolver, match, bracket, resolution);
    case 8:
        return resolve__shift(resolver, match, bracket, argument, resolution);
    case 9:
        return resolve__same(resolver, match, bracket, resolution);
    case 10:
        return resolve__duration(resolver, match, bracket, argument, resolution);
    case 11:
        return resolve__later(resolver, match, bracket, resolution);
    case 12:
        return resolve__vague(resolver, match, bracket, resolution);
    case 13:
        return resolve__clock(resolver, match, bracket, argument, resolution);
    case 14:
        return resolve__set(resolver, match, bracket, resolution);
    case 15:
        return resolve__own_value(resolver, match, bracket, resolution);
    case 16:
        return resolve__copy(resolver, resolution, argument);
    case 17:
        return resolve__copy(resolver, resolution, resolve_tense(resolver, match, bracket) == TENSE_HINT_PAST ? "PAST_REF" : "PRESENT_REF");
    default:
        resolution->rejected = true;                           /* suppressing lines have no rule */
        return true;
    }
}
