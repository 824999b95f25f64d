/* report/language.c: counts function words, as Grefenstette (JADT 1995) found them to tell languages apart from one sentence on;
 * a word that several languages have counts for each, letters of scripts without spaces count one by one. */
#include "report/language.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <string.h>

enum { LANGUAGES_AT_MOST = 64, LONGEST_WORD = 24, WORDS_AT_MOST = 3000, FEWEST_HITS = 3, LEAST_PERCENT = 12, LEAD = 2 };

struct languages {
    const struct table *table;
    const struct string_map *rows;   /* words and letters */
};

static bool language__add(const struct table_set *set, struct string_map *map, const char *words, size_t row, struct laut_error *error)
{
    size_t count;
    const char *const *const items = table_words(set->arena, words, ' ', &count, error);
    for (size_t i = 0; items && i < count; i++)
        if (!string_map_add(map, items[i], strlen(items[i]), (uint32_t)row, error))
            return false;
    return items != NULL;
}

static bool language__add_letters(struct string_map *map, const char *letters, size_t row, struct laut_error *error)
{
    for (size_t length; *letters; letters += length) {
        (void)utf8_decode(letters, strlen(letters), &length);
        if (!string_map_add(map, letters, length, (uint32_t)row, error))
            return false;
    }
    return true;
}

const struct languages *languages_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "words", "letters", "source", "checked"};
    struct languages *const languages = arena_take(set->arena, 1, sizeof *languages, error);
    const struct table *const table = languages ? table_open(set, "report/languages.tsv", columns, 5, error) : NULL;
    struct string_map *const map = table ? string_map_open(set->arena, 1024, error) : NULL;
    if (!map)
        return NULL;
    for (size_t row = 0; row < table->row_count; row++)
        if (!language__add(set, map, table_cell(table, row, 1), row, error) ||
            !language__add_letters(map, table_cell(table, row, 2), row, error))
            return NULL;
    *languages = (struct languages){table, map};
    if (table->row_count <= LANGUAGES_AT_MOST)
        return languages;
    (void)table_error(table, LANGUAGES_AT_MOST, error, "leave some out", "more than %d languages", LANGUAGES_AT_MOST);
    return NULL;
}

static void language__count(const struct languages *languages, const char *word, size_t length, unsigned *hits)
{
    for (struct string_map_hit hit = string_map_find(languages->rows, word, length); hit.found;
         hit = string_map_next(languages->rows, hit))
        hits[hit.value]++;
}

/* From 0x2E80 on scripts write words without spaces, or long ones. */
static bool language__counts_alone(uint32_t c)
{
    return c >= 0x2E80 && c != UTF8_INVALID;
}

/* The word at a place, or the letter that counts alone, or what is neither; *is_word tells. */
static size_t language__next(const char *text, size_t at, size_t length, bool *is_word)
{
    size_t end = at, step;
    for (uint32_t c; end < length && utf8_is_letter(c = utf8_decode(text + end, length - end, &step)) && !language__counts_alone(c);)
        end += step;
    *is_word = end > at;
    if (*is_word)
        return end;
    *is_word = language__counts_alone(utf8_decode(text + at, length - at, &step));
    return at + step;
}

const char *languages_guess(const struct languages *languages, const char *text, size_t length)
{
    unsigned hits[LANGUAGES_AT_MOST] = {0};
    size_t words = 0, best = 0;
    bool is_word;
    for (size_t at = 0, end; at < length && words < WORDS_AT_MOST; at = end) {
        char lower[LONGEST_WORD + 1];
        end = language__next(text, at, length, &is_word);
        if (is_word && end - at <= LONGEST_WORD)
            language__count(languages, lower, utf8_lower_string(text + at, end - at, lower), hits);
        words += is_word;
    }
    for (size_t row = 1; row < languages->table->row_count; row++)
        if (hits[row] > hits[best])
            best = row;
    if (hits[best] < hits[0] + LEAD)                 /* the first language is that of most texts */
        best = 0;
    const bool sure = hits[best] >= FEWEST_HITS && hits[best] * 100 >= words * LEAST_PERCENT;
    return sure ? table_cell(languages->table, best, 0) : NULL;
}
