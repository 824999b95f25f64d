/* base/table.c: reads a table and lays a user's table over it; see base/table.h for the format. */
#include "base/table.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A table while it is read. */
struct table_rows {
    const char **cells;
    uint32_t *lines;
    const char **paths;
    size_t cell_count, cell_capacity, line_count, line_capacity, path_count, path_capacity;
    bool *removed;
    size_t removed_count, removed_capacity;
};

struct table_reader {
    struct arena *arena;
    const char *path;
    const char *const *columns;
    size_t column_count, id_column, source_column, checked_column;
    bool overlay;
    struct table_rows *rows;
    struct string_map *ids;
    struct laut_error *error;
};

static const char table__remedy[] = "separate columns with one tab, write - for an empty cell, see docs/tables.md";

static bool table__header(const struct table_reader *reader, char *const *cells, size_t count, size_t line)
{
    for (size_t i = 0; i < reader->column_count; i++)
        if (i >= count || strcmp(cells[i], reader->columns[i]) != 0)
            return error_set(reader->error, reader->path, line, table__remedy, "column %zu is \"%s\", \"%s\" expected",
                             i + 1, i < count ? cells[i] : "", reader->columns[i]);
    return count == reader->column_count ||
           error_set(reader->error, reader->path, line, table__remedy, "%zu columns expected, %zu found",
                     reader->column_count, count);
}

static bool table__add_row(struct table_reader *reader, char *const *cells, size_t line)
{
    struct table_rows *const rows = reader->rows;
    bool *const removed = arena_append(reader->arena, &rows->removed, &rows->removed_count, &rows->removed_capacity,
                                       sizeof *removed, reader->error);
    uint32_t *const at = removed ? arena_append(reader->arena, &rows->lines, &rows->line_count, &rows->line_capacity,
                                                sizeof *at, reader->error)
                                 : NULL;
    const char **const path = at ? arena_append(reader->arena, &rows->paths, &rows->path_count, &rows->path_capacity,
                                                sizeof *path, reader->error)
                                 : NULL;
    if (!path)
        return false;
    *at = (uint32_t)line;
    *path = reader->path;
    for (size_t i = 0; i < reader->column_count; i++) {
        const char **const cell = arena_append(reader->arena, &rows->cells, &rows->cell_count, &rows->cell_capacity,
                                               sizeof *cell, reader->error);
        if (!cell)
            return false;
        *cell = strcmp(cells[i], "-") == 0 ? "" : cells[i];
    }
    const char *const id = cells[reader->id_column];
    return string_map_add(reader->ids, id, strlen(id), (uint32_t)(rows->line_count - 1), reader->error);
}

static bool table__entry(struct table_reader *reader, char *const *cells, size_t count, size_t line)
{
    const char *const id = count > reader->id_column ? cells[reader->id_column] : "";
    struct string_map_hit hit = string_map_find(reader->ids, id, strlen(id));
    if (reader->overlay) {
        for (; hit.found; hit = string_map_next(reader->ids, hit))
            reader->rows->removed[hit.value] = true;
        if (count >= 2 && strcmp(cells[1], "!") == 0)
            return true;
    } else if (hit.found) {
        return error_set(reader->error, reader->path, line, "give the entry an id of its own",
                         "id \"%s\" stands in line %u already", id, reader->rows->lines[hit.value]);
    }
    if (count != reader->column_count)
        return error_set(reader->error, reader->path, line, table__remedy, "%zu columns expected, %zu found",
                         reader->column_count, count);
    const size_t filled[] = {reader->id_column, reader->source_column, reader->checked_column};
    for (size_t i = 0; i < 3; i++)
        if (!*cells[filled[i]] || strcmp(cells[filled[i]], "-") == 0)
            return error_set(reader->error, reader->path, line, "say where the entry comes from and when it was checked",
                             "\"%s\" is empty", reader->columns[filled[i]]);
    return table__add_row(reader, cells, line);
}

/* Cuts one line into cells in place; line is NUL-terminated. */
static bool table__line(struct table_reader *reader, char *text, size_t line, bool *header_seen)
{
    enum { CELLS_AT_MOST = 32 };
    char *cells[CELLS_AT_MOST];
    size_t count = 0;
    for (char *at = text; at;) {
        if (count == CELLS_AT_MOST)
            return error_set(reader->error, reader->path, line, table__remedy, "more than %d columns", CELLS_AT_MOST);
        char *const tab = strchr(at, '\t');
        if (tab)
            *tab = '\0';
        cells[count++] = at;
        at = tab ? tab + 1 : NULL;
    }
    if (*header_seen)
        return table__entry(reader, cells, count, line);
    *header_seen = true;
    return table__header(reader, cells, count, line);
}

static bool table__bytes(struct table_reader *reader, const char *bytes, size_t length)
{
    char *const copy = arena_copy_string(reader->arena, bytes, length, reader->error);
    if (!copy)
        return false;
    bool header_seen = false;
    size_t line = 0;
    for (char *at = copy; at < copy + length;) {
        char *const end = memchr(at, '\n', (size_t)(copy + length - at));
        char *const next = end ? end + 1 : copy + length;
        line++;
        if (end)
            *end = '\0';
        const size_t line_length = (size_t)(next - at) - (end ? 1 : 0);
        if (utf8_first_invalid(at, line_length) < line_length || memchr(at, 0, line_length))
            return error_set(reader->error, reader->path, line, "save the file as UTF-8", "broken UTF-8");
        if (line_length && at[line_length - 1] == '\r')
            at[line_length - 1] = '\0';
        if (*at && *at != '#' && !table__line(reader, at, line, &header_seen))
            return false;
        at = next;
    }
    return header_seen || error_set(reader->error, reader->path, 1, table__remedy, "no line names the columns");
}

/* Reads a whole file into the arena; *bytes NULL with true returned: there is no such file. */
static bool table__file(struct arena *arena, const char *path, const char **bytes, size_t *length,
                        struct laut_error *error)
{
    *bytes = NULL;
    FILE *const file = fopen(path, "rbe");
    if (!file)
        return errno == ENOENT ? true : error_set(error, path, 0, "look at its rights", "%s", strerror(errno));
    bool done = fseek(file, 0, SEEK_END) == 0;
    const long size = done ? ftell(file) : -1;
    char *const content = size < 0 || fseek(file, 0, SEEK_SET) != 0
                              ? NULL
                              : arena_take(arena, (size_t)size + 1, 1, error);
    if (!content)
        done = error_set(error, path, 0, "give a regular file", "cannot be read");
    else if (fread(content, 1, (size_t)size, file) != (size_t)size)
        done = error_set(error, path, 0, "try again", "cannot be read to its end");
    (void)fclose(file);
    *bytes = content;
    *length = size < 0 ? 0 : (size_t)size;
    return done;
}

static const struct table *table__finish(const struct table_reader *reader, const char *path)
{
    struct table *const table = arena_take(reader->arena, 1, sizeof *table, reader->error);
    if (!table)
        return NULL;
    struct table_rows *const rows = reader->rows;
    size_t kept = 0;
    for (size_t row = 0; row < rows->line_count; row++) {
        if (rows->removed[row])
            continue;
        for (size_t i = 0; i < reader->column_count; i++)
            rows->cells[kept * reader->column_count + i] = rows->cells[row * reader->column_count + i];
        rows->lines[kept] = rows->lines[row];
        rows->paths[kept] = rows->paths[row];
        kept++;
    }
    *table = (struct table){.path = path, .column_count = reader->column_count, .row_count = kept,
                            .cells = rows->cells, .lines = rows->lines, .paths = rows->paths};
    return table;
}

static size_t table__column(const char *const *columns, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(columns[i], name) == 0)
            return i;
    return 0;
}

const struct table *table_open(const struct table_set *set, const char *name, const char *const *columns,
                               size_t column_count, struct laut_error *error)
{
    struct table_rows rows = {0};
    struct table_reader reader = {
        .arena = set->arena, .path = arena_format(set->arena, error, "knowledge/%s", name), .columns = columns,
        .column_count = column_count, .id_column = table__column(columns, column_count, "id"),
        .source_column = table__column(columns, column_count, "source"),
        .checked_column = table__column(columns, column_count, "checked"), .rows = &rows,
        .ids = string_map_open(set->arena, 256, error), .error = error};
    if (!reader.path || !reader.ids)
        return NULL;
    const char *const path = reader.path;
    const struct image_section section = image_find(set->image, name);
    if (!section.bytes) {
        (void)error_set(error, path, 0, "build the project again", "the image has no such table");
        return NULL;
    }
    if (!table__bytes(&reader, section.bytes, section.length))
        return NULL;
    if (set->overlay_folder) {
        const char *bytes;
        size_t length;
        reader.overlay = true;
        reader.path = arena_format(set->arena, error, "%s/%s", set->overlay_folder, name);
        if (!reader.path || !table__file(set->arena, reader.path, &bytes, &length, error) ||
            (bytes && !table__bytes(&reader, bytes, length)))
            return NULL;
    }
    return table__finish(&reader, path);
}

bool table_error(const struct table *table, size_t row, struct laut_error *error, const char *remedy,
                 const char *format, ...)
{
    char message[sizeof error->message];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return error_set(error, table->paths[row], table->lines[row], remedy, "%s", message);
}

const char *const *table_words(struct arena *arena, const char *cell, char separator, size_t *count,
                               struct laut_error *error)
{
    size_t most = 1;
    for (const char *at = cell; *at; at++)
        most += *at == separator;
    const char **const words = arena_take(arena, most, sizeof *words, error);
    *count = 0;
    for (const char *at = cell; words && *at;) {
        const char *end = strchr(at, separator);
        if (!end)
            end = at + strlen(at);
        if (end > at) {
            words[*count] = arena_copy_string(arena, at, (size_t)(end - at), error);
            if (!words[(*count)++])
                return NULL;
        }
        at = *end ? end + 1 : end;
    }
    return words;
}

int table_term(const char *word, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, names[i]) == 0)
            return (int)i;
    return -1;
}
