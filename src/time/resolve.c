/* time/resolve.c: the rules that patterns name; dates proper are in resolve_date.c, lengths and what is counted from the last time told
 * in resolve_duration.c, times of day and repeated times in resolve_clock.c.
 *
 *   date [bc]            a day, week, month, season, year …; with a part of day a TIME
 *   today [present|day]  heute, gestern: a day, or these times (PRESENT_REF)
 *   feast RULE, advent   a feast by its rule (calendar.h)          turn      the turn of the year
 *   decade, century [bc] 196, 18                                   night [last] the night before the day that is named
 *   shift [next]         counted from the last time told           same      the last time told, as exact as the unit
 *   duration [ago|ahead|since|last|one]                            vague     PXY of the unit
 *   later                a duration after or before the last time told
 *   clock [+15|-15|past] a time of day                             set       repeated
 *   copy                 the word's own value                      literal V the value V        ref-tense  PAST_REF or PRESENT_REF
 */
#include "time/resolve.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

bool resolve_copy(struct resolver *resolver, struct resolution *resolution, const char *value)
{
    resolution->value = arena_copy_string(resolver->document->arena, value, strlen(value), resolver->error);
    return resolution->value != NULL;
}

/* What stands before the expression changes its interval: seit, bis … */
static struct day_interval resolve__with_lead(const struct resolver *resolver, const char *lead, struct day_interval interval)
{
    const struct day_interval none = {DAY_NONE, DAY_NONE};
    if (interval.begin == DAY_NONE || !*lead || strcmp(lead, "from") == 0 || strcmp(lead, "of") == 0 || strcmp(lead, "for") == 0)
        return interval;
    if (resolver->published == DAY_NONE)
        return none;
    if (strcmp(lead, "since") == 0 && interval.begin <= resolver->published)
        return (struct day_interval){interval.begin, resolver->published};
    if (strcmp(lead, "until") == 0 && interval.end >= resolver->published)
        return (struct day_interval){resolver->published, interval.end};
    return none;
}

bool resolve_finish_date(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
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
    const char *const lead = resolve_lead(resolver, match, bracket);
    resolution->interval = resolve__with_lead(resolver, lead, resolution->interval);
    resolution->of_noun = strcmp(lead, "of") == 0;
    return resolution->value != NULL;
}

static bool resolve__date(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                          struct resolution *resolution)
{
    resolution->moment = resolve_date(resolver, match, bracket, strcmp(argument, "bc") == 0);
    resolution->rejected = resolution->moment.grain == GRAIN_NONE;
    return resolution->rejected || resolve_finish_date(resolver, match, bracket, resolution);
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
    bool present = is_today && strcmp(argument, "present") == 0 && resolve_tense(resolver, match, bracket) != TENSE_HINT_FUTURE;   /* "will noch heute beraten" */
    if (is_today && !*argument && strcmp(resolve_lead(resolver, match, bracket), "until") != 0) {
        const enum tense_hint tense = resolve_tense(resolver, match, bracket);
        present = tense != TENSE_HINT_PAST && (tense_is_general(resolver->words, resolver->document, token) ||
                                               (word == NULL) || (tense != TENSE_HINT_NONE && !resolve__talks_of_days(resolver)));
    }
    if (present)
        return resolve_copy(resolver, resolution, "PRESENT_REF");
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
    return resolve_finish_date(resolver, match, bracket, resolution);
}

static bool resolve__century(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                             struct resolution *resolution)
{
    const struct pattern_slot *number = NULL;                  /* the last ordinal: "der ersten Hälfte des 15. Jahrhunderts" */
    for (size_t i = 0; i < match->slot_count; i++)
        if ((match->slots[i].class == TIME_ORD || match->slots[i].class == TIME_DAY) && match->slots[i].bracket == bracket)
            number = &match->slots[i];
    const struct pattern_slot *const unit = resolve_slot(match, bracket, TIME_UNIT, true);
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
    return resolve_finish_date(resolver, match, bracket, resolution);
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

static bool resolve__night(struct resolver *resolver, const struct pattern_match *match, size_t bracket, const char *argument,
                           struct resolution *resolution)
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
    if (strcmp(argument, "last") == 0 && resolver->published != DAY_NONE) {       /* "in der vergangenen Nacht": it led to today */
        moment = moment_day(resolver->published);
        moment.relative = true;
    }
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
    if (!resolve_finish_date(resolver, match, bracket, resolution))
        return false;
    if (moment.known)
        resolution->interval = (struct day_interval){moment.day, moment.day + 1};
    return true;
}

static bool resolve__turn(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    if (resolver->published == DAY_NONE)
        return resolve_copy(resolver, resolution, "XXXX-12-31");
    const int year = resolve_year_of(resolver, 12, 31, resolve_tense(resolver, match, bracket));
    resolution->moment = moment_day(calendar_day(year, 12, 31));
    resolution->moment.relative = true;
    if (!resolve_finish_date(resolver, match, bracket, resolution))
        return false;
    if (resolution->interval.begin != DAY_NONE && resolution->interval.begin == resolution->interval.end)
        resolution->interval.end++;
    return true;
}

/* ---- the rules by name ----------------------------------------------------------------------------------------- */

static bool resolve__own_value(struct resolver *resolver, const struct pattern_match *match, size_t bracket, struct resolution *resolution)
{
    for (size_t i = 0; i < match->slot_count; i++) {
        const char *const code = match->slots[i].code;
        if (match->slots[i].bracket == bracket && ((code[0] == 'P' && code[1]) || strchr(code, '_') || strncmp(code, "XXXX", 4) == 0))
            return resolve_copy(resolver, resolution, code);
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
        return resolve__night(resolver, match, bracket, argument, resolution);
    case 8:
        return resolve_shift(resolver, match, bracket, argument, resolution);
    case 9:
        return resolve_same(resolver, match, bracket, resolution);
    case 10:
        return resolve_duration(resolver, match, bracket, argument, resolution);
    case 11:
        return resolve_later(resolver, match, bracket, resolution);
    case 12:
        return resolve_vague(resolver, match, bracket, resolution);
    case 13:
        return resolve_clock(resolver, match, bracket, argument, resolution);
    case 14:
        return resolve_set(resolver, match, bracket, resolution);
    case 15:
        return resolve__own_value(resolver, match, bracket, resolution);
    case 16:
        return resolve_copy(resolver, resolution, argument);
    case 17:
        return resolve_copy(resolver, resolution, resolve_tense(resolver, match, bracket) == TENSE_HINT_PAST ? "PAST_REF" : "PRESENT_REF");
    default:
        resolution->rejected = true;                           /* suppressing lines have no rule */
        return true;
    }
}
