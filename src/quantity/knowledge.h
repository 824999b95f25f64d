/* quantity/knowledge.h: the words beside numbers, and units.
 *
 *     quantity_word_before(knowledge, document, 7, WORDS_BEFORE, &count)      "mehr als" before token 7  ->  relation ">", count 2
 *     quantity_unit_at(knowledge, document, 8, end, &count)                   "US-Dollar"  ->  {USD, UNIT_CURRENCY}, count 1
 */
#ifndef QUANTITY_KNOWLEDGE_H
#define QUANTITY_KNOWLEDGE_H

#include "quantity/quantity.h"
#include "time/number.h"

enum quantity_words {
    WORDS_BEFORE, WORDS_BEFORE_SCALE, WORDS_PREPOSITION, WORDS_AFTER, WORDS_RANGE, WORDS_RANGE_OR, WORDS_BETWEEN, WORDS_BETWEEN_AND,
    WORDS_RESPECTIVE, WORDS_EACH, WORDS_HALF, WORDS_ADDITIONAL, WORDS_CUMULATIVE, WORDS_PARTITIVE, WORDS_SINGLE, WORDS_TOTAL, WORDS_GOVERNS,
    WORDS_CLASS_COUNT
};

struct quantity_word {
    enum quantity_words class;
    const char *relation;            /* before, after, preposition, each: as struct quantity has it */
    double factor;                   /* half */
    const char *id;
};

enum unit_kind { UNIT_CURRENCY, UNIT_MEASURE, UNIT_CONTAINER, UNIT_RATIO, UNIT_KIND_COUNT };

struct quantity_unit {
    const char *name;
    enum unit_kind kind;
    const char *id;
};

struct quantity_knowledge {
    const struct number_words *numbers;
    struct string_map *words;        /* phrases in lower case: index into entries */
    struct quantity_word *entries;
    size_t entry_count, entry_capacity;
    struct string_map *units;        /* phrases as written: index into unit_entries */
    struct quantity_unit *unit_entries;
    size_t unit_count, unit_capacity;
};

/* The longest phrase of a class that begins at token, or ends right before it, in the same sentence; *count its tokens. NULL: none. */
const struct quantity_word *quantity_word_at(const struct quantity_knowledge *knowledge, const struct document *document,
                                             uint32_t token, enum quantity_words class, uint32_t *count);
const struct quantity_word *quantity_word_before(const struct quantity_knowledge *knowledge, const struct document *document,
                                                 uint32_t token, enum quantity_words class, uint32_t *count);

/* A word as such, by its lemma; NULL: none of that class. */
const struct quantity_word *quantity_word_named(const struct quantity_knowledge *knowledge, const char *lemma, enum quantity_words class);

const struct quantity_unit *quantity_unit_at(const struct quantity_knowledge *knowledge, const struct document *document, uint32_t token,
                                             uint32_t *count);
/* The unit that one word names, length bytes long. */
const struct quantity_unit *quantity_unit_named(const struct quantity_knowledge *knowledge, const char *word, size_t length);

#endif
