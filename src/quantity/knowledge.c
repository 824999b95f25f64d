/* quantity/knowledge.c: knowledge/quantity/words.tsv and units.tsv, looked up by phrases of up to four words. */
#include "quantity/knowledge.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { PHRASE_WORDS_AT_MOST = 4, PHRASE_BYTES_AT_MOST = 64, EXPECTED_PHRASES = 500 };

static const char *const knowledge__classes[WORDS_CLASS_COUNT] = {
    "before", "before-scale", "preposition", "after", "range", "range-or", "between", "between-and", "respective", "each", "half",
    "additional", "cumulative", "partitive", "single", "total", "governs"};
static const char *const knowledge__kinds[UNIT_KIND_COUNT] = {"currency", "measure", "container", "ratio"};
static const char *const knowledge__relations[] = {"=", ">=", ">", "<=", "<", "~"};

/* Adds the phrases of a cell ("rund, etwa, an die") to a map. */
static bool knowledge__phrases(struct arena *arena, struct string_map *map, const char *cell, bool lower, size_t index, struct laut_error *error)
{
    size_t count = 0;
    const char *const *const phrases = table_words(arena, cell, ',', &count, error);
    for (size_t i = 0; phrases && i < count; i++) {
        const char *const phrase = phrases[i] + strspn(phrases[i], " ");
        char *const key = arena_copy_string(arena, phrase, strlen(phrase), error);
        if (!key)
            return false;
        if (lower)
            utf8_lower_string(phrase, strlen(phrase), key);
        if (!string_map_add(map, key, strlen(key), (uint32_t)index, error))
            return false;
    }
    return phrases != NULL;
}

static bool knowledge__words(const struct table_set *set, struct quantity_knowledge *knowledge, struct laut_error *error)
{
    static const char *const columns[] = {"id", "words", "class", "value", "source", "checked"};
    const struct table *const table = table_open(set, "quantity/words.tsv", columns, 6, error);
    for (size_t row = 0; table && row < table->row_count; row++) {
        const int class = table_term(table_cell(table, row, 2), knowledge__classes, WORDS_CLASS_COUNT);
        const char *const value = table_cell(table, row, 3);
        const int relation = table_term(value, knowledge__relations, sizeof knowledge__relations / sizeof *knowledge__relations);
        if (class < 0)
            return table_error(table, row, error, "the classes are explained at the top of the shipped file", "no such class");
        if (relation < 0 && (class == WORDS_BEFORE || class == WORDS_BEFORE_SCALE || class == WORDS_PREPOSITION || class == WORDS_AFTER || class == WORDS_EACH))
            return table_error(table, row, error, "write one of = >= > <= < ~", "no such relation");
        if (class == WORDS_HALF && !(strtod(value, NULL) > 0))
            return table_error(table, row, error, "write a number such as 0.5", "no number above 0");
        struct quantity_word *const entry = arena_append(set->arena, &knowledge->entries, &knowledge->entry_count,
                                                         &knowledge->entry_capacity, sizeof *entry, error);
        if (!entry)
            return false;
        *entry = (struct quantity_word){.class = (enum quantity_words)class, .relation = relation < 0 ? NULL : knowledge__relations[relation],
                                        .factor = strtod(value, NULL), .id = table_cell(table, row, 0)};
        if (!knowledge__phrases(set->arena, knowledge->words, table_cell(table, row, 1), true, knowledge->entry_count - 1, error))
            return false;
    }
    return table != NULL;
}

static bool knowledge__units(const struct table_set *set, struct quantity_knowledge *knowledge, struct laut_error *error)
{
    static const char *const columns[] = {"id", "words", "unit", "kind", "source", "checked"};
    const struct table *const table = table_open(set, "quantity/units.tsv", columns, 6, error);
    for (size_t row = 0; table && row < table->row_count; row++) {
        const int kind = table_term(table_cell(table, row, 3), knowledge__kinds, UNIT_KIND_COUNT);
        if (kind < 0 || !*table_cell(table, row, 2))
            return table_error(table, row, error, "write a name, and currency, measure, container or ratio", "no unit or no such kind");
        struct quantity_unit *const unit = arena_append(set->arena, &knowledge->unit_entries, &knowledge->unit_count,
                                                        &knowledge->unit_capacity, sizeof *unit, error);
        if (!unit)
            return false;
        *unit = (struct quantity_unit){.name = table_cell(table, row, 2), .kind = (enum unit_kind)kind, .id = table_cell(table, row, 0)};
        if (!knowledge__phrases(set->arena, knowledge->units, table_cell(table, row, 1), false, knowledge->unit_count - 1, error))
            return false;
    }
    return table != NULL;
}

const struct quantity_knowledge *quantity_knowledge_open(const struct table_set *set, const struct number_words *numbers, struct laut_error *error)
{
    struct quantity_knowledge *const knowledge = arena_take(set->arena, 1, sizeof *knowledge, error);
    if (!knowledge)
        return NULL;
    knowledge->numbers = numbers;
    knowledge->words = string_map_open(set->arena, EXPECTED_PHRASES, error);
    knowledge->units = knowledge->words ? string_map_open(set->arena, EXPECTED_PHRASES, error) : NULL;
    if (!knowledge->units)
        return NULL;
    return knowledge__words(set, knowledge, error) && knowledge__units(set, knowledge, error) ? knowledge : NULL;
}

/* The words of [first, first + count) with single spaces; 0: too long, or beyond the sentence. */
static size_t knowledge__join(const struct document *document, uint32_t first, uint32_t count, bool lower, char key[PHRASE_BYTES_AT_MOST * 2])
{
    size_t length = 0;
    for (uint32_t i = first; i < first + count; i++) {
        if (i >= document->token_count || document->tokens[i].sentence != document->tokens[first].sentence)
            return 0;
        const char *const form = document->tokens[i].form;
        const size_t bytes = strlen(form);
        if (length + bytes + 2 > PHRASE_BYTES_AT_MOST)
            return 0;
        if (length)
            key[length++] = ' ';
        if (lower) {
            length += utf8_lower_string(form, bytes, key + length);
        } else {
            memcpy(key + length, form, bytes);
            length += bytes;
        }
    }
    return length;
}

static const struct quantity_word *knowledge__find_key(const struct quantity_knowledge *knowledge, const char *key, size_t length, enum quantity_words class)
{
    for (struct string_map_hit hit = string_map_find(knowledge->words, key, length); hit.found; hit = string_map_next(knowledge->words, hit))
        if (knowledge->entries[hit.value].class == class)
            return &knowledge->entries[hit.value];
    return NULL;
}

static const struct quantity_word *knowledge__find(const struct quantity_knowledge *knowledge, const struct document *document, uint32_t first,
                                                   uint32_t count, enum quantity_words class)
{
    char key[PHRASE_BYTES_AT_MOST * 2];
    const size_t length = knowledge__join(document, first, count, true, key);
    return length ? knowledge__find_key(knowledge, key, length, class) : NULL;
}

const struct quantity_word *quantity_word_named(const struct quantity_knowledge *knowledge, const char *lemma, enum quantity_words class)
{
    char key[PHRASE_BYTES_AT_MOST];
    const size_t length = strlen(lemma);
    return length < sizeof key ? knowledge__find_key(knowledge, key, utf8_lower_string(lemma, length, key), class) : NULL;
}

const struct quantity_word *quantity_word_at(const struct quantity_knowledge *knowledge, const struct document *document,
                                             uint32_t token, enum quantity_words class, uint32_t *count)
{
    for (*count = PHRASE_WORDS_AT_MOST; *count > 0; --*count) {
        const struct quantity_word *const word = knowledge__find(knowledge, document, token, *count, class);
        if (word)
            return word;
    }
    return NULL;
}

const struct quantity_word *quantity_word_before(const struct quantity_knowledge *knowledge, const struct document *document,
                                                 uint32_t token, enum quantity_words class, uint32_t *count)
{
    const uint32_t sentence_first = document->sentences[document->tokens[token].sentence].tokens.first;
    for (*count = PHRASE_WORDS_AT_MOST; *count > 0; --*count) {
        const struct quantity_word *const word =
            token - sentence_first >= *count ? knowledge__find(knowledge, document, token - *count, *count, class) : NULL;
        if (word)
            return word;
    }
    return NULL;
}

const struct quantity_unit *quantity_unit_at(const struct quantity_knowledge *knowledge, const struct document *document, uint32_t token,
                                             uint32_t *count)
{
    char key[PHRASE_BYTES_AT_MOST * 2];
    for (*count = PHRASE_WORDS_AT_MOST; *count > 0; --*count) {
        const size_t length = knowledge__join(document, token, *count, false, key);
        const struct quantity_unit *const unit = length ? quantity_unit_named(knowledge, key, length) : NULL;
        if (unit)
            return unit;
    }
    return NULL;
}

const struct quantity_unit *quantity_unit_named(const struct quantity_knowledge *knowledge, const char *word, size_t length)
{
    const struct string_map_hit hit = string_map_find(knowledge->units, word, length);
    return hit.found ? &knowledge->unit_entries[hit.value] : NULL;
}
