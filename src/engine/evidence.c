/* engine/evidence.c: shortens a claim's evidence to a line. Words enter in the order of their weight: the trigger, then the
 * words of actors, recipients and items, then their neighbours by distance from the trigger; a word that no longer fits ends
 * it. Gaps show as an ellipsis. */
#include "engine/evidence.h"

#include "engine/columns.h"

#include <string.h>

enum { WORDS_AT_MOST = 256, GAP_COLUMNS = 2 };

struct evidence_word {
    const char *bytes;
    size_t length, columns;
    uint32_t begin, end;             /* code points of the text */
    uint32_t distance;               /* words to the trigger, 0: of the trigger */
    bool of_role, kept;
};

struct evidence_words {
    struct evidence_word words[WORDS_AT_MOST];
    size_t count;
};

static bool evidence__space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

/* Splits [begin, end) of text at white space. */
static void evidence__split(struct evidence_words *line, const char *text, struct laut_span span)
{
    uint32_t at = 0;
    bool in_word = false;
    for (const char *c = text; *c && at < span.end; c++) {
        const bool begins = ((unsigned char)c[0] & 0xC0) != 0x80, ends = ((unsigned char)c[1] & 0xC0) != 0x80;
        if (begins && at >= span.begin && evidence__space(*c)) {
            in_word = false;
        } else if (begins && at >= span.begin && !in_word) {
            if (line->count == WORDS_AT_MOST)
                return;
            line->words[line->count++] = (struct evidence_word){.bytes = c, .begin = at};
            in_word = true;
        }
        at += ends;
        if (in_word && ends) {
            struct evidence_word *const word = &line->words[line->count - 1];
            word->length = (size_t)(c + 1 - word->bytes);
            word->end = at;
        }
    }
    for (size_t i = 0; i < line->count; i++)
        line->words[i].columns = columns_of(line->words[i].bytes, line->words[i].length);
}

static bool evidence__touches(const struct evidence_word *word, struct laut_span span)
{
    return word->begin < span.end && span.begin < word->end;
}

static bool evidence__of_trigger(const struct evidence_word *word, const struct laut_event *event)
{
    for (size_t i = 0; i < event->trigger.count; i++)
        if (evidence__touches(word, event->trigger.items[i]))
            return true;
    return false;
}

static bool evidence__of_role(const struct evidence_word *word, const struct laut_event *event)
{
    const struct laut_parties *const parties[] = {&event->actors, &event->recipients};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < parties[k]->count; i++)
            if (parties[k]->items[i].has_span && evidence__touches(word, parties[k]->items[i].span))
                return true;
    for (size_t i = 0; i < event->items.count; i++)
        if (evidence__touches(word, event->items.items[i].span))
            return true;
    return false;
}

static void evidence__weigh(struct evidence_words *line, const struct laut_event *event)
{
    uint32_t distance = WORDS_AT_MOST;
    for (size_t i = 0; i < line->count; i++) {
        struct evidence_word *const word = &line->words[i];
        distance = evidence__of_trigger(word, event) ? 0 : distance + 1;
        word->distance = distance;
        word->of_role = evidence__of_role(word, event);
    }
    distance = WORDS_AT_MOST;
    for (size_t i = line->count; i-- > 0;) {
        struct evidence_word *const word = &line->words[i];
        distance = word->distance == 0 ? 0 : distance + 1;
        if (distance < word->distance)
            word->distance = distance;
    }
}

static size_t evidence__columns(const struct evidence_words *line)
{
    size_t columns = 0;
    bool gap = false;
    for (size_t i = 0; i < line->count; i++) {
        if (!line->words[i].kept) {
            columns += gap ? 0 : GAP_COLUMNS;
            gap = true;
            continue;
        }
        columns += line->words[i].columns + 1;
        gap = false;
    }
    return columns ? columns - 1 : 0;
}

/* The weightiest word not yet kept, or count. */
static size_t evidence__next(const struct evidence_words *line)
{
    size_t best = line->count;
    uint32_t best_rank = UINT32_MAX;
    for (size_t i = 0; i < line->count; i++) {
        const struct evidence_word *const word = &line->words[i];
        const uint32_t rank = word->distance == 0 ? 0 : word->of_role ? word->distance : 2 * WORDS_AT_MOST + word->distance;
        if (!word->kept && rank < best_rank) {
            best = i;
            best_rank = rank;
        }
    }
    return best;
}

static void evidence__choose(struct evidence_words *line, size_t columns)
{
    for (size_t next; (next = evidence__next(line)) < line->count;) {
        line->words[next].kept = true;
        if (line->words[next].distance && evidence__columns(line) > columns) {
            line->words[next].kept = false;
            return;
        }
    }
}

/* The word, with the part that is the trigger marked ("Raketenlieferung" whole, "geliefert." without its stop). */
static void evidence__print_word(const struct evidence_word *word, const struct laut_event *event, const char *mark_begin,
                                 const char *mark_end, FILE *stream)
{
    uint32_t at = word->begin;
    bool inside = false;
    for (size_t i = 0; i < word->length;) {
        bool of_trigger = false;
        for (size_t k = 0; k < event->trigger.count; k++)
            of_trigger = of_trigger || (at >= event->trigger.items[k].begin && at < event->trigger.items[k].end);
        if (of_trigger != inside)
            (void)fputs(of_trigger ? mark_begin : mark_end, stream);
        inside = of_trigger;
        size_t length = 1;
        while (i + length < word->length && ((unsigned char)word->bytes[i + length] & 0xC0) == 0x80)
            length++;
        columns_print(word->bytes + i, length, stream);
        i += length;
        at++;
    }
    if (inside)
        (void)fputs(mark_end, stream);
}

void evidence_print(const struct laut_event *event, const char *text, size_t columns, const char *mark_begin,
                    const char *mark_end, FILE *stream)
{
    struct evidence_words line = {.count = 0};
    evidence__split(&line, text, event->evidence);
    evidence__weigh(&line, event);
    evidence__choose(&line, columns);
    bool gap = false, first = true;
    for (size_t i = 0; i < line.count; i++) {
        if (!line.words[i].kept && gap)
            continue;
        if (!first)
            (void)fputc(' ', stream);
        first = false;
        gap = !line.words[i].kept;
        if (gap)
            (void)fputs("…", stream);
        else
            evidence__print_word(&line.words[i], event, mark_begin, mark_end, stream);
    }
}
