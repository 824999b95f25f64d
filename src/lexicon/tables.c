/* lexicon/tables.c: opens knowledge/lexicon/. */
#include "lexicon/knowledge.h"

#include <stdlib.h>
#include <string.h>

static bool tables__parts(struct lexicon *lexicon, const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "part", "role", "source", "checked"};
    static const char *const roles[] = {"head", "modifier", "never"};
    const struct table *const table = table_open(set, "lexicon/compound-parts.tsv", columns, 5, error);
    struct string_map *const parts = table ? string_map_open(set->arena, table->row_count, error) : NULL;
    for (size_t row = 0; parts && row < table->row_count; row++) {
        const char *const part = table_cell(table, row, 1);
        const int role = table_term(table_cell(table, row, 2), roles, 3);
        if (role < 0)
            return table_error(table, row, error, "write head, modifier or never", "role \"%s\" is unknown",
                               table_cell(table, row, 2));
        if (!string_map_add(parts, part, strlen(part), (uint32_t)role, error))
            return false;
    }
    lexicon->parts = parts;
    return parts != NULL;
}

static bool tables__links(struct lexicon *lexicon, const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "link", "source", "checked"};
    const struct table *const table = table_open(set, "lexicon/links.tsv", columns, 4, error);
    const char **const links = table ? arena_take(set->arena, table->row_count, sizeof *links, error) : NULL;
    for (size_t row = 0; links && row < table->row_count; row++)
        links[row] = table_cell(table, row, 1);
    lexicon->links = links;
    lexicon->link_count = links ? table->row_count : 0;
    return links != NULL;
}

static bool tables__ending(const struct table *table, size_t row, struct ending *ending, struct laut_error *error)
{
    static const char *const classes[] = {"noun", "name", "adjective", "verb", "participle"};
    static const enum word_class word_classes[] = {WORD_NOUN, WORD_NAME, WORD_ADJECTIVE, WORD_VERB,
                                                   WORD_PARTICIPLE_PERFECT};
    static const char *const genders[] = {"", "MASC", "FEM", "NEUT"};
    const int word_class = table_term(table_cell(table, row, 2), classes, 5);
    const int gender = table_term(table_cell(table, row, 3), genders, 4);
    if (word_class < 0 || gender < 0)
        return table_error(table, row, error, "write noun, name, adjective, verb or participle; MASC, FEM, NEUT or -",
                           "class \"%s\" or gender \"%s\" is unknown", table_cell(table, row, 2), table_cell(table, row, 3));
    const char *const text = table_cell(table, row, 1);
    char *add = NULL;
    const size_t strip = strtoul(table_cell(table, row, 4), &add, 10);
    *ending = (struct ending){text, strlen(text), strip, *add == '+' ? add + 1 : "",
                              word_classes[word_class], (uint8_t)gender, strcmp(table_cell(table, row, 5), "capital") == 0};
    return true;
}

static bool tables__endings(struct lexicon *lexicon, const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "ending", "class", "gender", "strip", "letters", "source", "checked"};
    const struct table *const table = table_open(set, "lexicon/endings.tsv", columns, 8, error);
    struct ending *const endings = table ? arena_take(set->arena, table->row_count, sizeof *endings, error) : NULL;
    for (size_t row = 0; endings && row < table->row_count; row++)
        if (!tables__ending(table, row, &endings[row], error))
            return false;
    lexicon->endings = endings;
    lexicon->ending_count = endings ? table->row_count : 0;
    return endings != NULL;
}

bool lexicon_tables_open(struct lexicon *lexicon, const struct table_set *set, struct laut_error *error)
{
    return tables__parts(lexicon, set, error) && tables__links(lexicon, set, error) &&
           tables__endings(lexicon, set, error);
}
