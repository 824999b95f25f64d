/* time/resolve_clock.c: times of day, and what is repeated.
 *
 *   clock [+15|-15|past]   14.30, halb acht, Viertel nach acht: of the day told last
 *   set                    jeden Montag XXXX-WXX-1, dreimal im Jahr
 */
#include "time/resolve.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

bool resolve_clock(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
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
    return resolve_finish_date(resolver, match, bracket, resolution);
}

/* ---- repeated -------------------------------------------------------------------------------------------------- */

bool resolve_set(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
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
                           ? resolve_amounts(match, bracket, amounts)
                           : 0;
        if (count != 1 || match->brackets[bracket].end - match->brackets[bracket].begin > 3)
            amounts[0] = (struct amount){.number = nth ? nth->number : 1, .unit = unit->code};
        char text[RESOLVE_VALUE_BYTES];
        resolve_amount_value(amounts, 1, text, sizeof text);
        return resolve_copy(resolver, resolution, text);
    } else {
        resolution->rejected = true;
        return true;
    }
    return resolution->value != NULL;
}
