/* engine/table_line.c: a line of a shipped table as it stands in its file, for whoever wants to change it in tables of their own. */
#include "base/table.h"
#include "engine/engine.h"

#include <stdio.h>
#include <string.h>

struct table_form {
    const char *name;
    size_t count;
    const char *columns[12];
};

static const struct table_form line__forms[] = {
    {"event/verbs.tsv", 10, {"id", "lemma", "frame", "type", "mode", "actor", "recipient", "item", "source", "checked"}},
    {"event/nouns.tsv", 10, {"id", "lemma", "frame", "type", "mode", "actor", "recipient", "item", "source", "checked"}},
    {"event/light.tsv", 11, {"id", "verb", "noun", "function", "type", "mode", "actor", "recipient", "item", "source", "checked"}},
    {"statement/verbs.tsv", 11, {"id", "lemma", "companion", "content", "medium", "effect", "aux", "nominal", "statement", "source", "checked"}}};

static bool line__write(const struct table *table, const struct table_form *form, size_t row, const char *column, const char *value, char *line, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; i < form->count && length < size; i++) {
        const bool mode = column && strcmp(column, "type") == 0 && strcmp(form->columns[i], "mode") == 0;    /* modes are of one type */
        const char *const cell = mode ? "" : column && strcmp(form->columns[i], column) == 0 ? value : table_cell(table, row, i);
        length += (size_t)snprintf(line + length, size - length, "%s%s", i ? "\t" : "", *cell ? cell : "-");
    }
    return length < size;
}

bool laut_engine_table_line(const struct laut_engine *engine, const char *const *tables, size_t table_count, const char *id, const char *column,
                            const char *value, const char **table_name, char *line, size_t size)
{
    struct arena *const arena = arena_open(0, NULL);
    const struct table_set set = {.arena = arena, .image = engine->image};
    bool found = false;
    for (size_t i = 0; arena && !found && i < table_count; i++)
        for (size_t k = 0; !found && k < sizeof line__forms / sizeof *line__forms; k++) {
            if (strcmp(line__forms[k].name, tables[i]) != 0)
                continue;
            const struct table *const table = table_open(&set, tables[i], line__forms[k].columns, line__forms[k].count, NULL);
            for (size_t row = 0; table && !found && row < table->row_count; row++)
                found = strcmp(table_cell(table, row, 0), id) == 0 && line__write(table, &line__forms[k], row, column, value, line, size);
            *table_name = tables[i];
        }
    arena_free(arena);
    return found;
}
