/* archive/filter.c: the language of filters. Every word must hold; a comma in a value means "or", a minus before a word "not".
 * What was typed reaches SQL as a bound value only, and the full-text expression as quoted strings or as tokens of letters and
 * digits. */
#include "archive/filter.h"

#include "archive/filter_terms.h"
#include "archive/review.h"
#include "archive/terms.h"
#include "base/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reader {
    struct arena *arena;
    struct laut_error *error;
    struct filter *filter;
    struct builder yes, no, words, unwanted;                 /* full-text expressions */
    const char **typed;
};

static bool filter__refuse(struct reader *reader, const char *word, const char *remedy)
{
    return error_set(reader->error, NULL, 0, remedy, "the filter '%s' is not understood", word);
}

/* The first and the last day of 2024, 2024-01 or 2024-01-05. */
static bool filter__day(const char *text, size_t length, bool last, int32_t *day)
{
    char form[32];
    int year = 0, month = 0, number = 0, read = 0;
    (void)snprintf(form, sizeof form, "%.*s", (int)length, text);
    if (length >= sizeof form || sscanf(form, "%4d%n-%2d%n-%2d%n", &year, &read, &month, &read, &number, &read) < 1 ||
        (size_t)read != length)
        return false;
    (void)snprintf(form, sizeof form, "%04d-%02d-%02d", year, month ? month : last ? 12 : 1, number ? number : 1);
    if (!day_read(form, day))
        return false;
    if (last && !number) {
        (void)snprintf(form, sizeof form, "%04d-%02d-01", month == 12 || !month ? year + 1 : year, month == 12 || !month ? 1 : month + 1);
        if (!day_read(form, day))
            return false;
        --*day;
    }
    return true;
}

static bool filter__range(struct reader *reader, const char *text, size_t length, struct filter_ranges *ranges)
{
    struct filter_range *const range = arena_append(reader->arena, &ranges->items, &ranges->count, &ranges->capacity, sizeof *range,
                                                    reader->error);
    const char *const dots = memmem(text, length, "..", 2);
    const size_t first = dots ? (size_t)(dots - text) : length;
    const char *const end = dots ? dots + 2 : text;
    const size_t end_length = dots ? length - first - 2 : length;
    if (!range)
        return false;
    *range = (struct filter_range){.begin = INT32_MIN + 1, .end = INT32_MAX};
    return ((dots && !first) || filter__day(text, first, false, &range->begin)) &&
           ((dots && !end_length) || filter__day(end, end_length, true, &range->end)) && length > 2;
}

static bool filter__ranges(struct reader *reader, const char *word, const char *value, struct filter_ranges *ranges)
{
    for (const char *at = value;; at++) {
        const size_t length = strcspn(at, ",");
        if (!filter__range(reader, at, length, ranges))
            return filter__refuse(reader, word, "write when:2024, when:2024-01, when:2024-01-05 or when:2024-01..2024-03");
        at += length;
        if (!*at)
            return true;
    }
}

bool filter_ranges_have(const struct filter_ranges *ranges, int32_t day)
{
    for (size_t i = 0; i < ranges->count; i++)
        if (day >= ranges->items[i].begin && day <= ranges->items[i].end)
            return true;
    return ranges->count == 0;
}

static bool filter__public(struct reader *reader, const char *word, const char *value, const char *prefix, const char **id)
{
    if (strncmp(value, prefix, strlen(prefix)) != 0 || *id)
        return filter__refuse(reader, word, "write one id as it is printed: report:r-… incident:i-… claim:c-… actor:a-…");
    *id = arena_copy_string(reader->arena, value, strlen(value), reader->error);
    return *id != NULL;
}

static bool filter__status(struct reader *reader, const char *word, const char *value)
{
    static const char *const names[] = {"current", "superseded", "withdrawn", "all"};
    const int status = table_term(value, names, sizeof names / sizeof *names);
    if (status < 0)
        return filter__refuse(reader, word, "write status:current, status:superseded, status:withdrawn or status:all");
    reader->filter->status = (enum filter_status)status;
    return true;
}

static bool filter__confidence(struct reader *reader, const char *word, const char *value)
{
    char *end;
    const char *const number = strncmp(value, ">=", 2) == 0 ? value + 2 : value;
    reader->filter->confidence = strtod(number, &end);
    return (end > number && !*end && reader->filter->confidence >= 0 && reader->filter->confidence <= 1) ||
           filter__refuse(reader, word, "write confidence:>=0.5, a number from 0 to 1");
}

/* Only what people have confirmed, corrected or added, as they corrected it. */
static bool filter__reviewed(struct reader *reader, const char *word, const char *value)
{
    static const char *const names[] = {"no", "yes"};
    const int reviewed = table_term(value, names, 2);
    reader->filter->views = reviewed == 1 ? VIEW_REVIEWED : VIEW_CODED;
    return reviewed >= 0 || filter__refuse(reader, word, "write reviewed:yes or reviewed:no");
}

static bool filter__review(struct reader *reader, const char *word, const char *value, bool negative)
{
    struct filter_review *const review = &reader->filter->review;
    for (const char *at = value; *at; at += *at == ',') {
        char name[24];
        const size_t length = strcspn(at, ",");
        (void)snprintf(name, sizeof name, "%.*s", (int)(length < sizeof name ? length : 0), at);
        const int state = review_state_of(name);
        if (state >= 0)
            review->states |= 1u << state;
        else if (strcmp(name, "disputed") == 0)
            review->disputed = true;
        else if (strcmp(name, "changed") == 0)
            review->changed = true;
        else
            return filter__refuse(reader, word, "write review: and unreviewed, confirmed, corrected, rejected, added, disputed or changed");
        at += length;
    }
    review->any = true;
    review->negative = negative;
    return true;
}

/* Appends a group to the expressions of what must or must not hold. */
static void filter__group(struct reader *reader, bool negative, const char *column, const char *group)
{
    struct builder *const side = negative ? &reader->no : &reader->yes;
    if (side->length)
        builder_format(side, negative ? " OR " : " AND ");
    builder_format(side, "%s : (", column);
    builder_bytes(side, group, strlen(group));
    builder_bytes(side, ")", 1);
}

/* Words to be found in a claim: quoted, so that nothing in them is taken for an operator; Rakete* is a prefix. */
static bool filter__words(struct reader *reader, const char *word, bool negative)
{
    struct builder phrase = builder_on(reader->arena, reader->error);
    size_t length = strlen(word);
    if (length >= 2 && word[0] == '"' && word[length - 1] == '"') {
        word++;
        length -= 2;
    }
    const bool prefix = length > 1 && word[length - 1] == '*';
    builder_bytes(&phrase, "\"", 1);
    for (size_t i = 0; i < length - prefix; i++)
        if (word[i] != '"')
            builder_bytes(&phrase, word + i, 1);
    builder_format(&phrase, prefix ? "\" *" : "\"");
    const char *const text = builder_text(&phrase);
    if (!text || phrase.length <= 2)
        return text ? filter__refuse(reader, word, "write a word, \"several words\" or the begin of a word with *") : false;
    filter__group(reader, negative, "words", text);
    struct builder *const words = negative ? &reader->unwanted : &reader->words;
    if (words->length)
        builder_format(words, negative ? " OR " : " AND ");
    builder_bytes(words, text, phrase.length);
    if (negative)
        return true;
    char *const typed = arena_copy_string(reader->arena, word, length - prefix, reader->error);
    reader->typed[reader->filter->word_count++] = typed;
    return typed != NULL;
}

static bool filter__outlet(struct reader *reader, const char *value, bool negative)
{
    struct filter *const filter = reader->filter;
    struct filter_outlet *const outlet = arena_append(reader->arena, &filter->outlets, &filter->outlet_count, &filter->outlet_capacity,
                                                      sizeof *outlet, reader->error);
    if (outlet)
        *outlet = (struct filter_outlet){.value = value, .negative = negative};
    return outlet != NULL;
}

static bool filter__field(struct reader *reader, const char *word, const char *name, const char *value, bool negative)
{
    struct filter *const filter = reader->filter;
    const bool days = strcmp(name, "when") == 0 || strcmp(name, "published") == 0;
    static const char *const alone[] = {"when", "published", "report", "incident", "claim", "status", "confidence", "reviewed"};
    if (!*value)
        return filter__refuse(reader, word, "write a value behind the colon, as in who:RUS");
    if (negative && table_term(name, alone, sizeof alone / sizeof *alone) >= 0)
        return filter__refuse(reader, word, "a minus goes with words and with who, whom, what, with, where, source, certainty, outlet");
    if (strcmp(name, "report") != 0 && strcmp(name, "published") != 0 && strcmp(name, "outlet") != 0)
        filter->only_words = false;
    if (days)
        return filter__ranges(reader, word, value, strcmp(name, "when") == 0 ? &filter->when : &filter->published);
    if (strcmp(name, "report") == 0)
        return filter__public(reader, word, value, "r-", &filter->report);
    if (strcmp(name, "incident") == 0)
        return filter__public(reader, word, value, "i-", &filter->incident);
    if (strcmp(name, "claim") == 0)
        return filter__public(reader, word, value, "c-", &filter->claim);
    if (strcmp(name, "actor") == 0 && strncmp(value, "a-", 2) == 0)
        return filter__public(reader, word, value, "a-", &filter->actor);
    if (strcmp(name, "status") == 0)
        return filter__status(reader, word, value);
    if (strcmp(name, "confidence") == 0)
        return filter__confidence(reader, word, value);
    if (strcmp(name, "reviewed") == 0)
        return filter__reviewed(reader, word, value);
    if (strcmp(name, "review") == 0)
        return filter__review(reader, word, value, negative);
    const char *const group = filter_terms(name, value, reader->arena, reader->error);
    if (!group || (strcmp(name, "outlet") == 0 && !filter__outlet(reader, value, negative)))
        return false;
    filter__group(reader, negative, "terms", group);
    return true;
}

/* FIELD:VALUE where FIELD is letters, else words. */
static bool filter__word(struct reader *reader, const char *word)
{
    char name[16];
    const bool negative = word[0] == '-' && word[1];
    const char *const bare = word + negative;
    const size_t length = strspn(bare, "abcdefghijklmnopqrstuvwxyz");
    if (bare[length] != ':' || !length)
        return filter__words(reader, bare, negative);
    if (length >= sizeof name)
        return filter__refuse(reader, word, filter_terms_help());
    (void)snprintf(name, sizeof name, "%.*s", (int)length, bare);
    return filter__field(reader, word, name, bare + length + 1, negative);
}

static bool filter__finish(struct reader *reader)
{
    struct filter *const filter = reader->filter;
    const char *const yes = builder_text(&reader->yes), *const no = builder_text(&reader->no), *const words = builder_text(&reader->words);
    const char *const unwanted = builder_text(&reader->unwanted);
    if (!yes || !no || !words || !unwanted)
        return false;
    if (*no)                                     /* "not" needs something to take from: every claim has a certainty */
        filter->match = arena_format(reader->arena, reader->error, "(%s) NOT (%s)",
                                     *yes ? yes : "terms : (fctp OR fct OR fprp OR fpr OR fpsp OR fps OR fuu)", no);
    else
        filter->match = *yes ? yes : NULL;
    if (*no && !filter->match)
        return false;
    filter->report_match = *words ? words : NULL;
    filter->report_unmatch = *unwanted ? unwanted : NULL;
    filter->words = reader->typed;
    filter->first_id = filter->when.count ? INT64_MAX : 0;
    filter->last_id = filter->when.count ? 0 : INT64_MAX;
    for (size_t i = 0; i < filter->when.count; i++) {
        const struct filter_range range = filter->when.items[i];
        const int64_t first = range.begin < -2000000 ? day_first_id(-2000000) : day_first_id(range.begin);
        const int64_t last = range.end > 4000000 ? INT64_MAX : day_first_id(range.end + 1) - 1;
        filter->first_id = first < filter->first_id ? first : filter->first_id;
        filter->last_id = last > filter->last_id ? last : filter->last_id;
    }
    return true;
}

bool filter_read(const char *const *words, size_t count, struct arena *arena, struct filter *filter, struct laut_error *error)
{
    *filter = (struct filter){.confidence = -1, .only_words = true, .views = VIEW_CODED, .status = FILTER_STANDING};
    struct reader reader = {.arena = arena, .error = error, .filter = filter, .yes = builder_on(arena, error),
                            .no = builder_on(arena, error), .words = builder_on(arena, error), .unwanted = builder_on(arena, error),
                            .typed = arena_take(arena, count + 1, sizeof *reader.typed, error)};
    if (!reader.typed)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!filter__word(&reader, words[i]))
            return false;
    return filter__finish(&reader);
}

/* Are all words of one of the names in value (a comma between them) among tokens? */
static bool filter__names_outlet(const char *value, const char *tokens, struct arena *arena, bool *named, struct laut_error *error)
{
    *named = false;
    for (const char *at = value; *at && !*named; at += *at == ',') {
        const size_t length = strcspn(at, ",");
        struct builder words = builder_on(arena, error);
        const char *const one = arena_copy_string(arena, at, length, error);
        if (one)
            terms_name(&words, TERM_OUTLET, one, false);
        const char *const list = one ? builder_text(&words) : NULL;
        if (!list)
            return false;
        *named = *list != '\0';
        for (const char *word = list; *word && *named; word += strspn(word, " ")) {
            char token[64];
            const size_t end = strcspn(word, " ");
            (void)snprintf(token, sizeof token, "%.*s", (int)end, word);
            *named = list_has(tokens, token);
            word += end;
        }
        at += length;
    }
    return true;
}

bool filter_has_outlet(const struct filter *filter, const char *name, struct arena *arena, bool *has, struct laut_error *error)
{
    *has = true;
    if (!filter->outlet_count)
        return true;
    struct builder words = builder_on(arena, error);
    terms_name(&words, TERM_OUTLET, name, false);
    const char *const tokens = builder_text(&words);
    bool done = tokens != NULL;
    for (size_t i = 0; done && i < filter->outlet_count; i++) {
        bool named;
        done = filter__names_outlet(filter->outlets[i].value, tokens, arena, &named, error);
        *has = *has && done && named != filter->outlets[i].negative;
    }
    return done;
}
