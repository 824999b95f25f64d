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

/* The rows of a table that has forms and nothing else. */
static const struct string_map *text__open_forms(const struct table_set *set, const char *name, struct laut_error *error)
{
    static const char *const columns[] = {"id", "form", "source", "checked"};
    const struct table *const table = table_open(set, name, columns, 4, error);
    return table ? text__index(table, 1, set->arena, error) : NULL;
}

const struct text_knowledge *text_knowledge_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const abbreviations[] = {"id", "form", "position", "source", "checked"};
    static const char *const contractions[] = {"id", "form", "first", "second", "source", "checked"};
    struct text_knowledge *const knowledge = arena_take(set->arena, 1, sizeof *knowledge, error);
    if (!knowledge)
        return NULL;
    const struct { const struct string_map **rows; const char *name; } forms[] = {
        {&knowledge->ordinal_noun_rows, "text/ordinal-nouns.tsv"}, {&knowledge->opener_rows, "text/sentence-openers.tsv"},
        {&knowledge->determiner_rows, "text/determiners.tsv"}, {&knowledge->gender_ending_rows, "text/gender-endings.tsv"}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!(*forms[i].rows = text__open_forms(set, forms[i].name, error)))
            return NULL;
    knowledge->abbreviations = table_open(set, "text/abbreviations.tsv", abbreviations, 5, error);
    knowledge->contractions = knowledge->abbreviations ? table_open(set, "text/contractions.tsv", contractions, 6, error) : NULL;
    if (!knowledge->contractions)
        return NULL;
    knowledge->abbreviation_rows = text__index(knowledge->abbreviations, ABBREVIATION_FORM, set->arena, error);
    knowledge->contraction_rows = text__index(knowledge->contractions, CONTRACTION_FORM, set->arena, error);
    return knowledge->abbreviation_rows && knowledge->contraction_rows ? knowledge : NULL;
}

uint32_t text_row(const struct string_map *rows, const char *bytes, size_t length)
{
    const struct string_map_hit hit = string_map_find(rows, bytes, length);
    return hit.found ? hit.value : DOCUMENT_NONE;
}
