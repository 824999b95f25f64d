/* text/knowledge.c: opens the tables of text/ and indexes them by form. */
#include "text/knowledge.h"

#include "report/document.h"
#include "text/segment.h"

#include <string.h>

static const struct string_map *text__index(const struct table *table, size_t column, struct arena *arena,
                                            struct laut_error *error)
{
    struct string_map *const rows = string_map_open(arena, table->row_count, error);
    for (size_t row = 0; rows && row < table->row_count; row++) {
        const char *const form = table_cell(table, row, column);
        if (!string_map_add(rows, form, strlen(form), (uint32_t)row, error))
            return NULL;
    }
    return rows;
}

const struct text_knowledge *text_knowledge_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const abbreviations[] = {"id", "form", "position", "source", "checked"};
    static const char *const contractions[] = {"id", "form", "first", "second", "source", "checked"};
    static const char *const ordinal_nouns[] = {"id", "form", "source", "checked"};
    struct text_knowledge *const knowledge = arena_take(set->arena, 1, sizeof *knowledge, error);
    if (!knowledge)
        return NULL;
    knowledge->abbreviations = table_open(set, "text/abbreviations.tsv", abbreviations, 5, error);
    knowledge->contractions = knowledge->abbreviations ? table_open(set, "text/contractions.tsv", contractions, 6, error) : NULL;
    knowledge->ordinal_nouns = knowledge->contractions ? table_open(set, "text/ordinal-nouns.tsv", ordinal_nouns, 4, error) : NULL;
    if (!knowledge->ordinal_nouns)
        return NULL;
    knowledge->abbreviation_rows = text__index(knowledge->abbreviations, ABBREVIATION_FORM, set->arena, error);
    knowledge->contraction_rows = text__index(knowledge->contractions, CONTRACTION_FORM, set->arena, error);
    knowledge->ordinal_noun_rows = text__index(knowledge->ordinal_nouns, ORDINAL_NOUN_FORM, set->arena, error);
    return knowledge->abbreviation_rows && knowledge->contraction_rows && knowledge->ordinal_noun_rows ? knowledge : NULL;
}

uint32_t text_row(const struct string_map *rows, const char *bytes, size_t length)
{
    const struct string_map_hit hit = string_map_find(rows, bytes, length);
    return hit.found ? hit.value : DOCUMENT_NONE;
}
