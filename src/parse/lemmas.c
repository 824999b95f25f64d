/* parse/lemmas.c: two hash maps, by form and by lemma; words of other parts of speech under the same key are passed over. */
#include "parse/lemmas.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "parse/labels.h"

#include <string.h>

enum { LEMMAS_UPOS = 1, LEMMAS_KIND, LEMMAS_WORD, LEMMAS_LEMMA, LEMMAS_COLUMNS = 7, LEMMAS_FORM_BYTES = 64 };

struct lemmas {
    const struct table *table;
    struct string_map *forms, *lemmas;
    uint32_t upos_with_rows;         /* a bit for each part of speech that has a row */
    const uint8_t *upos;             /* [row] */
};

const struct lemmas *lemmas_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[LEMMAS_COLUMNS] = {"id", "upos", "kind", "word", "lemma", "source", "checked"};
    static const char *const kinds[] = {"form", "lemma"};
    struct lemmas *const lemmas = arena_take(set->arena, 1, sizeof *lemmas, error);
    const struct table *const table = table_open(set, "parse/lemmas.tsv", columns, LEMMAS_COLUMNS, error);
    uint8_t *const upos = table ? arena_take(set->arena, table->row_count, 1, error) : NULL;
    if (!lemmas || !upos || !(lemmas->forms = string_map_open(set->arena, table->row_count, error)) ||
        !(lemmas->lemmas = string_map_open(set->arena, 64, error)))
        return NULL;
    lemmas->table = table;
    lemmas->upos = upos;
    for (size_t row = 0; row < table->row_count; row++) {
        const char *const tag = table_cell(table, row, LEMMAS_UPOS), *const word = table_cell(table, row, LEMMAS_WORD);
        const int kind = table_term(table_cell(table, row, LEMMAS_KIND), kinds, 2);
        upos[row] = (uint8_t)labels_upos_find(tag, strlen(tag));
        if (kind < 0 || !upos[row] || !*word || !*table_cell(table, row, LEMMAS_LEMMA)) {
            (void)table_error(table, row, error, "write a tag of Universal Dependencies, form or lemma, and two words", "bad lemma line");
            return NULL;
        }
        lemmas->upos_with_rows |= 1u << upos[row];
        if (!string_map_add(kind ? lemmas->lemmas : lemmas->forms, word, strlen(word), (uint32_t)row, error))
            return NULL;
    }
    return lemmas;
}

static const char *lemmas__find(const struct lemmas *lemmas, const struct string_map *map, enum upos upos, const char *word, size_t length)
{
    for (struct string_map_hit hit = string_map_find(map, word, length); hit.found; hit = string_map_next(map, hit))
        if (lemmas->upos[hit.value] == upos)
            return table_cell(lemmas->table, hit.value, LEMMAS_LEMMA);
    return NULL;
}

const char *lemmas_correct(const struct lemmas *lemmas, enum upos upos, const char *form, const char *lemma)
{
    char lower[LEMMAS_FORM_BYTES];
    const size_t length = strlen(form);
    const char *found = NULL;
    const bool rows = lemmas->upos_with_rows >> upos & 1;
    if (rows && length + 8 < sizeof lower)
        found = lemmas__find(lemmas, lemmas->forms, upos, lower, utf8_lower_string(form, length, lower));
    if (rows && !found)
        found = lemmas__find(lemmas, lemmas->lemmas, upos, lemma, strlen(lemma));
    return found ? found : strchr(lemma, ' ') ? form : lemma;      /* the dictionary's "Fast Food" for Fastfood */
}
