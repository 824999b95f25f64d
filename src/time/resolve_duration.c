/* time/resolve_duration.c: lengths of time, and what is counted by them.
 *
 *   duration [ago|ahead|since|last|within|one]   P3D; "vor drei Tagen" has the day that many days ago
 *   later                                 a duration after or before the last time told
 *   vague                                 PXY: a length without a number
 *   shift [next], same                    counted from the last time told; the last time told, as exact as the unit
 */
#include "time/resolve.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- lengths ----------------------------------------------------------------------------------------------------- */

static bool resolve__is_unit(unsigned class)
{
    return class == TIME_UNIT || class == TIME_UNITS || class == TIME_YEARKIND;
}

static bool resolve__is_number(unsigned class)
{
    return class == TIME_NUM || class == TIME_ONE || class == TIME_VAGUE || class == TIME_PAAR || class == TIME_HALF ||
           class == TIME_BOTH || class == TIME_NUMUNIT || class == TIME_NUMLENGTH || class == TIME_NUMYEARS;
}

size_t resolve_amounts(const struct pattern_match *match, size_t bracket, struct amount amounts[2])
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

void resolve_amount_value(const struct amount *amounts, size_t count, char *text, size_t size)
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
    if (strlen(unit) == 2 && unit[0] == 'T') {
        const int days = strcmp(unit, "TH") == 0 ? (int)(number / 24) : 0;         /* "in den vergangenen 24 Stunden": since yesterday */
        return (struct day_interval){day + days, day + days};
    }
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

bool resolve_duration(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                              struct resolution *resolution)
{
    struct amount amounts[2] = {{.unit = ""}, {.unit = ""}};
    size_t count = resolve_amounts(match, bracket, amounts);
    const struct pattern_slot *const unit = resolve_slot(match, bracket, TIME_UNIT, false);
    if (strcmp(argument, "one") == 0 && unit) {
        amounts[0] = (struct amount){.number = 1, .unit = unit->code};
        count = 1;
    }
    resolution->rejected = count == 0;
    if (count == 0)
        return true;
    char text[RESOLVE_VALUE_BYTES];
    resolve_amount_value(amounts, count, text, sizeof text);
    if (strcmp(argument, "within") == 0) {                     /* "binnen 24 Stunden": up to the report where that is told as past */
        const bool short_time = strcmp(amounts[0].unit, "TH") == 0;
        argument = short_time && resolve_tense(resolver, match, bracket) == TENSE_HINT_PAST ? "since" : "";
    }
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
    return resolve_copy(resolver, resolution, text);
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

bool resolve_shift(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
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
    return resolve_finish_date(resolver, match, bracket, resolution);
}

bool resolve_same(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    const struct pattern_slot *unit = resolve_slot(match, bracket, TIME_UNIT, false);
    if (!unit)
        unit = resolve_slot(match, bracket, TIME_UNITS, false);
    const char *const code = unit ? unit->code : "D";
    const int32_t anchor = resolve__anchor(resolver, code);
    struct moment moment = anchor == DAY_NONE ? moment_none() : moment_of_unit(anchor, code, 0);
    if (moment.grain == GRAIN_NONE)
        moment.grain = code[0] == 'Y' ? GRAIN_YEAR : code[0] == 'M' ? GRAIN_MONTH : code[0] == 'W' ? GRAIN_WEEK : GRAIN_DAY;
    const struct pattern_slot *const part = resolve_slot(match, bracket, TIME_PART, false);
    moment.part = part ? part->code : NULL;                    /* "am Abend desselben Tages" */
    moment.relative = true;
    resolution->moment = moment;
    return resolve_finish_date(resolver, match, bracket, resolution);
}

/* "drei Tage später": the value is the duration, the days are counted from the last time told. */
bool resolve_later(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    const struct pattern_slot *const after = resolve_slot(match, bracket, TIME_AFTERWORD, false);
    struct amount amounts[2] = {{.unit = ""}, {.unit = ""}};
    const size_t count = resolve_amounts(match, bracket, amounts);
    resolution->rejected = count == 0;
    if (count == 0)
        return true;
    char text[RESOLVE_VALUE_BYTES];
    resolve_amount_value(amounts, count, text, sizeof text);
    const bool has_anchor = resolver->last.grain != GRAIN_NONE && resolver->last.known;
    const int32_t anchor = has_anchor ? resolve__anchor(resolver, amounts[0].unit) : DAY_NONE;
    if (!amounts[0].vague && anchor != DAY_NONE && after)
        resolution->interval = resolve__moved(anchor, after->number * amounts[0].number, amounts[0].unit);
    if (resolution->interval.begin != DAY_NONE && resolution->interval.begin == resolution->interval.end)
        resolution->moment = moment_day(resolution->interval.begin);
    resolution->relative = true;
    return resolve_copy(resolver, resolution, text);
}

bool resolve_vague(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    const struct pattern_slot *unit = resolve_slot(match, bracket, TIME_UNITS, false);
    if (!unit)
        unit = resolve_slot(match, bracket, TIME_UNIT, false);
    resolution->rejected = !unit;
    if (!unit)
        return true;
    const struct amount amount = {.vague = true, .unit = unit->code};
    char text[RESOLVE_VALUE_BYTES];
    resolve_amount_value(&amount, 1, text, sizeof text);
    return resolve_copy(resolver, resolution, text);
}
