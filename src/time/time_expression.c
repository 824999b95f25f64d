/* time/time_expression.c: the stage: items, matches, values, in the order of the text.
 *
 * Days of a list ("am 3., 4. und 7. Oktober", "vom 5. bis 9. Juni") take month and year from the last one; two days that touch, and
 * the ends of a range, both carry the whole interval, so that an event at either has all its days.
 */
#include "time/time_expression.h"

#include "base/calendar.h"
#include "time/resolve.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct time_knowledge {
    const struct number_words *numbers;
    const struct time_words *words;
    const struct pattern_set *patterns;
};

/* A sentence while its matches become expressions. */
struct time_finder {
    struct document *document;
    const struct time_knowledge *knowledge;
    struct resolver resolver;
    struct time_item *items;
    size_t item_count;
    size_t capacity, capacity_items;
    const struct class_set *list;
    uint32_t list_row;
    struct day_interval plain;       /* of the expression that was added last, without what stands before it */
    struct laut_error *error;
};

enum { LINKS_AT_MOST = 4, LIST_DAYS_AT_MOST = 32 };

const struct time_knowledge *time_knowledge_open(const struct table_set *set, struct laut_error *error)
{
    struct time_knowledge *const knowledge = arena_take(set->arena, 1, sizeof *knowledge, error);
    if (!knowledge)
        return NULL;
    knowledge->numbers = number_words_open(set, error);
    struct time_words *const words = knowledge->numbers ? time_words_open(set, knowledge->numbers, error) : NULL;
    knowledge->words = words;
    knowledge->patterns = words ? pattern_set_open(set, words, error) : NULL;
    return knowledge->patterns ? knowledge : NULL;
}

const struct number_words *time_knowledge_numbers(const struct time_knowledge *knowledge)
{
    return knowledge->numbers;
}

static const char *time__cell(const struct time_finder *finder, uint32_t row, size_t column)
{
    return table_cell(pattern_set_table(finder->knowledge->patterns), row, column);
}

/* "Seit der Wahl im Juli 2021 …": what lasts until today is no year of the story. */
static bool time__is_since(const struct time_finder *finder, const struct pattern_match *match, size_t bracket)
{
    for (size_t at = match->brackets[bracket].begin; at-- > 0;) {
        const struct time_reading *const lead = time_item_reading(&finder->items[at], TIME_LEAD);
        if (lead && strcmp(lead->code, "since") == 0)
            return true;
    }
    return false;
}

static void time__remember(struct time_finder *finder, const struct resolution *resolution, bool since)
{
    struct resolver *const resolver = &finder->resolver;
    if (resolution->moment.grain == GRAIN_NONE || !resolution->moment.known || resolution->aside)
        return;
    resolver->last = resolution->moment;
    resolver->last_sentence = resolver->sentence;
    resolver->last_year_told = !resolution->moment.relative && !since;
    if (resolution->moment.grain == GRAIN_DAY) {
        resolver->last_day = resolution->moment;
        resolver->last_day_sentence = resolver->sentence;
    }
}

/* One bracket becomes an expression; *added NULL if it is no time after all. */
static bool time__add(struct time_finder *finder, const struct pattern_match *match, size_t bracket, const char *type,
                      const char *rule, size_t *added)
{
    struct document *const document = finder->document;
    struct resolution resolution;
    *added = SIZE_MAX;
    if (!resolve_match(&finder->resolver, match, bracket, type, rule, &resolution))
        return false;
    if (resolution.rejected)
        return true;
    struct time_expression *const time = arena_append(document->arena, &document->times, &document->time_count, &finder->capacity,
                                                      sizeof *time, finder->error);
    if (!time)
        return false;
    const struct time_item *const begin = &finder->items[match->brackets[bracket].begin], *const end = &finder->items[match->brackets[bracket].end - 1];
    const uint32_t first = begin->first, last = end->last;
    struct span span = {document->tokens[first].span.begin_byte, document->tokens[last].span.end_byte};
    if (begin->part_end)
        span.begin_byte += begin->part_begin;
    if (end->part_end)
        span.end_byte = document->tokens[last].span.begin_byte + end->part_end;
    *time = (struct time_expression){
        .span = span, .tokens = {first, last - first + 1},
        .type = resolution.type, .value = resolution.value, .mod = resolution.mod, .begin_day = resolution.interval.begin,
        .end_day = resolution.interval.end, .relative = resolution.relative, .of_noun = resolution.of_noun, .why = time__cell(finder, match->row, 0)};
    *added = document->time_count - 1;
    finder->plain = resolution.plain.begin == DAY_NONE ? resolution.interval : resolution.plain;
    time__remember(finder, &resolution, time__is_since(finder, match, bracket));
    return true;
}

/* Is there a word of a range ("bis", "-") among the items, or one that opens it ("zwischen", "von") before them? */
static bool time__is_range(const struct time_finder *finder, size_t before, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct time_reading *const link = time_item_reading(&finder->items[i], TIME_LINK);
        if (link && strcmp(link->code, "range") == 0)
            return true;
    }
    return before > 0 && time_item_reading(&finder->items[before - 1], TIME_RANGEBEGIN) != NULL;
}

/* "vom 5. Januar bis 7. März 2023", "von Juni bis September": a day or month without a year has that of the range's end, or the one before. */
static bool time__take_year(const struct time_finder *finder, struct time_expression *begin, const struct time_expression *end)
{
    int year = 0, month = 0, end_year = 0;
    if (!begin->relative || begin->type != TIMEX_DATE || sscanf(end->value, "%4d-", &end_year) != 1 ||
        sscanf(begin->value, "%4d-%2d", &year, &month) != 2 || begin->begin_day == DAY_NONE)
        return true;
    const struct calendar_date first = calendar_date_of(begin->begin_day), last = calendar_date_of(begin->end_day);
    for (int step = 0; step < 2; step++) {
        const int own = end_year - step;
        if (!calendar_date_exists(own, first.month, first.day) || calendar_day(own, first.month, first.day) > end->end_day)
            continue;
        begin->begin_day = calendar_day(own, first.month, first.day);
        begin->end_day = begin->begin_day + calendar_day(last.year, last.month, last.day) - calendar_day(first.year, first.month, first.day);
        begin->value = arena_format(finder->document->arena, finder->error, "%04d%s", own, begin->value + 4);
        begin->relative = end->relative;
        return begin->value != NULL;
    }
    return true;
}

/* Gives two expressions, the later one just added, their common interval if they are a range or touch. */
static bool time__join(const struct time_finder *finder, size_t earlier, size_t later, bool range)
{
    struct time_expression *const a = &finder->document->times[earlier], *const b = &finder->document->times[later];
    if (range) {                                               /* "vom 3. bis 7. März": bis tells the end, not until when from today */
        b->begin_day = finder->plain.begin;
        b->end_day = finder->plain.end;
        if (b->begin_day != DAY_NONE && !time__take_year(finder, a, b))
            return false;
    }
    if (a->begin_day == DAY_NONE || b->begin_day == DAY_NONE || a->type == TIMEX_DURATION)
        return true;
    if (range && a->tokens.count == 1 && b->tokens.count == 1 && a->relative && a->begin_day == a->end_day && b->begin_day - a->begin_day >= 7) {
        const int32_t weeks = (b->begin_day - a->begin_day) / 7;       /* "von Dienstag bis Samstag": of one week */
        a->begin_day = a->end_day = a->begin_day + 7 * weeks;
        const struct calendar_date day = calendar_date_of(a->begin_day);
        a->value = arena_format(finder->document->arena, finder->error, "%04d-%02d-%02d", day.year, day.month, day.day);
        if (!a->value)
            return false;
    }
    if (a->begin_day > b->begin_day && range && a->begin_day - 7 <= b->begin_day && a->begin_day == a->end_day) {
        a->begin_day -= 7;                                     /* "von Samstag bis Montag" */
        a->end_day -= 7;
    }
    if (a->begin_day > b->end_day || (!range && b->begin_day - a->end_day > 1))
        return true;
    b->begin_day = a->begin_day;
    a->end_day = b->end_day;
    return true;
}

static bool time__match(struct time_finder *finder, const struct pattern_match *match)
{
    const char *const type = time__cell(finder, match->row, 2), *const rule = time__cell(finder, match->row, 3);
    if (!*type)
        return true;
    size_t first = SIZE_MAX, second = SIZE_MAX;
    if (!time__add(finder, match, 0, type, rule, &first))
        return false;
    if (match->bracket_count < 2)
        return true;
    if (!time__add(finder, match, 1, type, rule, &second))
        return false;
    return first == SIZE_MAX || second == SIZE_MAX ||
           time__join(finder, first, second,
                      time__is_range(finder, match->brackets[0].begin, match->brackets[0].end, match->brackets[1].begin));
}

/* ---- days of a list -------------------------------------------------------------------------------------------- */

/* Does a bracket of the match begin at that item and name a day with a month? */
static bool time__leads_list(const struct pattern_match *match, size_t item)
{
    return match->brackets[0].begin == item && resolve_slot(match, 0, TIME_MONTH, true) &&
           (resolve_slot(match, 0, TIME_DAY, false) || resolve_slot(match, 0, TIME_ORD, false));
}

/* The match that a day at item belongs to, after words of lists only; NULL: none. *gap_end is where it begins. */
static const struct pattern_match *time__list_target(const struct time_finder *finder, const struct pattern_match *matches, size_t count,
                                                     size_t item, size_t *gap_end)
{
    size_t at = item + 1;
    while (at < finder->item_count && at - item <= LINKS_AT_MOST && class_set_meet(&finder->items[at].classes, finder->list)) {
        at++;
        for (size_t i = 0; i < count; i++)
            if (time__leads_list(&matches[i], at)) {
                *gap_end = at;
                return &matches[i];
            }
    }
    return NULL;
}

static bool time__is_taken(const struct pattern_match *matches, size_t count, size_t item)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < matches[i].bracket_count; k++)
            if (item >= matches[i].brackets[k].begin && item < matches[i].brackets[k].end)
                return true;
    return false;
}

/* Adds a match for every day of a list, from right to left, so that each finds the next one; returns the new count. */
static size_t time__lists(const struct time_finder *finder, struct pattern_match *matches, size_t count, size_t room)
{
    for (size_t item = finder->item_count; item-- > 0 && count < room;) {
        const struct time_reading *const day = time_item_reading(&finder->items[item], TIME_DAY);
        size_t gap_end = 0;
        if (!day || time__is_taken(matches, count, item))
            continue;
        const struct pattern_match *const target = time__list_target(finder, matches, count, item, &gap_end);
        if (!target)
            continue;
        struct pattern_match added = {.row = finder->list_row, .begin = (uint16_t)item, .end = (uint16_t)gap_end, .bracket_count = 1};
        added.brackets[0].begin = (uint16_t)item;
        added.brackets[0].end = (uint16_t)(item + 1);
        added.slots[added.slot_count++] = (struct pattern_slot){.class = TIME_DAY, .bracket = 0, .code = "", .number = day->number,
                                                                .item = (uint16_t)item};
        for (size_t i = 0; i < target->slot_count && added.slot_count < PATTERN_ELEMENTS_AT_MOST; i++) {
            const unsigned class = target->slots[i].class;
            if (class != TIME_DAY && class != TIME_ORD && class != TIME_WEEKDAY) {
                added.slots[added.slot_count] = target->slots[i];
                added.slots[added.slot_count++].bracket = PATTERN_BRACKETS_AT_MOST;
            }
        }
        matches[count++] = added;
    }
    return count;
}

static int time__compare_matches(const void *left, const void *right)
{
    const struct pattern_match *const a = left, *const b = right;
    return (int)a->brackets[0].begin - (int)b->brackets[0].begin;
}

/* ---- sentences ------------------------------------------------------------------------------------------------- */

static bool time__is_clock(const struct time_finder *finder, const struct pattern_match *match)
{
    return strncmp(time__cell(finder, match->row, 3), "clock", 5) == 0;
}

static bool time__names_day(const struct pattern_match *match)
{
    return resolve_slot(match, 0, TIME_DAYREL, false) || resolve_slot(match, 0, TIME_WEEKDAY, false) ||
           resolve_slot(match, 0, TIME_WDPART, false) || resolve_slot(match, 0, TIME_DATENUM, false) ||
           (resolve_slot(match, 0, TIME_MONTH, true) && (resolve_slot(match, 0, TIME_DAY, false) || resolve_slot(match, 0, TIME_ORD, false)));
}

/* A time of day before the day it belongs to ("um 20 Uhr am Montag") waits for it. */
static void time__order(const struct time_finder *finder, struct pattern_match *matches, size_t count)
{
    for (size_t i = 0; i < count && !time__names_day(&matches[i]); i++) {
        if (!time__is_clock(finder, &matches[i]))
            continue;
        for (size_t k = i + 1; k < count; k++)
            if (time__names_day(&matches[k]) && *time__cell(finder, matches[k].row, 2)) {
                const struct pattern_match day = matches[k];
                memmove(&matches[i + 1], &matches[i], (k - i) * sizeof *matches);
                matches[i] = day;
                return;
            }
    }
}

/* "vom 5. Januar bis zum 7. März": nothing but such words between two expressions, one of them of a range. */
static bool time__is_linked(const struct time_finder *finder, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (!class_set_meet(&finder->items[i].classes, finder->list))
            return false;
    return from < to && time__is_range(finder, 0, from, to);
}

/* The day from which a sentence's times count: of its entry in a live ticker, else of the report. */
static int32_t time__day_of(const struct document *document, uint32_t sentence)
{
    const uint32_t paragraph = document->sentences[sentence].paragraph;
    const int32_t entry = paragraph < document->paragraph_count ? document->paragraphs[paragraph].entry_day : 0;
    return entry ? entry : document->report.published_day;
}

static bool time__sentence(struct time_finder *finder, uint32_t sentence)
{
    struct arena *const arena = finder->document->arena;
    size_t count = 0;
    finder->item_count = time_words_items(finder->knowledge->words, finder->document, sentence, finder->items, finder->capacity_items);
    finder->resolver.items = finder->items;
    finder->resolver.item_count = finder->item_count;
    finder->resolver.sentence = sentence;
    finder->resolver.published = time__day_of(finder->document, sentence);
    const struct pattern_match *const found = pattern_set_match(finder->knowledge->patterns, arena, finder->items, finder->item_count,
                                                                &count, finder->error);
    if (!found || count == 0)
        return found != NULL;
    struct pattern_match *const matches = arena_take(arena, count + LIST_DAYS_AT_MOST, sizeof *matches, finder->error);
    if (!matches)
        return false;
    memcpy(matches, found, count * sizeof *matches);
    count = time__lists(finder, matches, count, count + LIST_DAYS_AT_MOST);
    qsort(matches, count, sizeof *matches, time__compare_matches);
    time__order(finder, matches, count);
    size_t list_day = SIZE_MAX, list_end = 0, list_from = 0;
    for (size_t i = 0; i < count; i++) {
        const bool is_list = matches[i].row == finder->list_row && finder->list_row < UINT32_MAX &&
                             strcmp(time__cell(finder, matches[i].row, 2), "list") == 0;
        const size_t before = finder->document->time_count;
        if (is_list) {
            size_t added = SIZE_MAX;
            if (!time__add(finder, &matches[i], 0, "DATE", "date", &added))
                return false;
        } else if (!time__match(finder, &matches[i])) {
            return false;
        }
        const bool one = finder->document->time_count == before + 1;
        bool joined = true;
        if (list_day != SIZE_MAX && list_end == matches[i].brackets[0].begin && finder->document->time_count > before)
            joined = time__join(finder, list_day, before, time__is_range(finder, list_from, list_from, list_end));
        else if (i > 0 && one && before > 0 && time__is_linked(finder, matches[i - 1].brackets[matches[i - 1].bracket_count - 1].end, matches[i].brackets[0].begin))
            joined = time__join(finder, before - 1, before, true);
        if (!joined)
            return false;
        list_day = is_list && finder->document->time_count > before ? before : SIZE_MAX;
        list_end = matches[i].end;
        list_from = matches[i].brackets[0].begin;
    }
    return true;
}

static int time__compare_places(const void *left, const void *right)
{
    const struct time_expression *const a = left, *const b = right;
    return a->span.begin_byte != b->span.begin_byte ? (a->span.begin_byte < b->span.begin_byte ? -1 : 1) : 0;
}

bool time_find(struct document *document, const struct time_knowledge *knowledge, struct laut_error *error)
{
    struct time_finder finder = {.document = document, .knowledge = knowledge, .error = error};
    finder.resolver = (struct resolver){.document = document, .words = knowledge->words, .published = document->report.published_day,
                                        .last = moment_none(), .last_day = moment_none(), .day_talk = -1, .error = error};
    finder.list = pattern_set_list(knowledge->patterns, &finder.list_row);
    size_t longest = 0;
    for (size_t i = 0; i < document->sentence_count; i++)
        if (document->sentences[i].tokens.count > longest)
            longest = document->sentences[i].tokens.count;
    finder.capacity_items = longest + 64;                      /* room for what is split */
    finder.items = arena_take(document->arena, finder.capacity_items, sizeof *finder.items, error);
    document->times = NULL;
    document->time_count = 0;
    if (!finder.items)
        return false;
    for (size_t i = 0; i < document->sentence_count; i++)
        if (!time__sentence(&finder, (uint32_t)i))
            return false;
    if (document->time_count > 1)
        qsort(document->times, document->time_count, sizeof *document->times, time__compare_places);
    return true;
}
