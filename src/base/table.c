/* base/table.c: reads a table and lays a user's table over it; see base/table.h for the format.
 *
 * In the image a table is
 *     "LAUTTAB1", uint32 columns, uint32 rows, uint32 line of the header, uint32 header[columns], uint32 cells[rows][columns], uint32 lines[rows], text
 * where header and cells tell at which byte of text a NUL-terminated cell begins. Little endian. */
#include "base/table.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS_AT_MOST = 32, COLUMNS = 0, ROWS, HEADER_LINE, NUMBERS, FIXED_BYTES = 8 + NUMBERS * 4 };

static const char table__magic[8] = {'L', 'A', 'U', 'T', 'T', 'A', 'B', '1'};
static const char table__remedy[] = "separate columns with one tab, write - for an empty cell, see docs/tables.md";

/* A table while its text is read. */
struct table_reader {
    struct arena *arena;
    const char *path;
    char *text;                      /* cells are cut in place */
    uint32_t *header, *cells, *lines;
    size_t column_count, cell_count, cell_capacity, row_count, row_capacity;
    size_t id_column, source_column, checked_column, header_line;
    bool overlay;
    struct string_map *ids;
    struct laut_error *error;
};

/* ---- reading text ---------------------------------------------------------------------------------------------- */

static bool table__header(struct table_reader *reader, char *const *cells, size_t count, size_t line)
{
    size_t *const wanted[] = {&reader->id_column, &reader->source_column, &reader->checked_column};
    static const char *const names[] = {"id", "source", "checked"};
    reader->column_count = count;
    reader->header_line = line;
    reader->header = arena_take(reader->arena, count, sizeof *reader->header, reader->error);
    if (!reader->header)
        return false;
    for (size_t i = 0; i < count; i++)
        reader->header[i] = (uint32_t)(cells[i] - reader->text);
    for (size_t k = 0; k < 3; k++) {
        size_t column = 0;
        while (column < count && strcmp(cells[column], names[k]) != 0)
            column++;
        if (column == count)
            return error_set(reader->error, reader->path, line, table__remedy, "no column is \"%s\"", names[k]);
        *wanted[k] = column;
    }
    return true;
}

static bool table__add_row(struct table_reader *reader, char *const *cells, size_t line)
{
    const char *const id = cells[reader->id_column];
    uint32_t *const at = arena_append(reader->arena, &reader->lines, &reader->row_count, &reader->row_capacity, sizeof *at,
                                      reader->error);
    if (!at)
        return false;
    *at = (uint32_t)line;
    for (size_t i = 0; i < reader->column_count; i++) {
        uint32_t *const cell = arena_append(reader->arena, &reader->cells, &reader->cell_count, &reader->cell_capacity,
                                            sizeof *cell, reader->error);
        if (!cell)
            return false;
        *cell = (uint32_t)(cells[i] - reader->text);
        if (strcmp(cells[i], "-") == 0)
            cells[i][0] = '\0';
    }
    return string_map_add(reader->ids, id, strlen(id), (uint32_t)(reader->row_count - 1), reader->error);
}

/* "id  !": the user's table removes an entry; its other cells are empty. */
static bool table__is_removal(const struct table_reader *reader, char *const *cells, size_t count)
{
    return reader->overlay && count >= 2 && strcmp(cells[1], "!") == 0;
}

static bool table__entry(struct table_reader *reader, char **cells, size_t count, size_t line)
{
    const char *const id = count > reader->id_column ? cells[reader->id_column] : "";
    const struct string_map_hit hit = string_map_find(reader->ids, id, strlen(id));
    if (hit.found)
        return error_set(reader->error, reader->path, line, "give the entry an id of its own",
                         "id \"%s\" stands in line %u already", id, reader->lines[hit.value]);
    if (table__is_removal(reader, cells, count)) {
        for (size_t i = 2; i < reader->column_count; i++)
            cells[i] = cells[1] + 1;
        return table__add_row(reader, cells, line);
    }
    if (count != reader->column_count)
        return error_set(reader->error, reader->path, line, table__remedy, "%zu columns expected, %zu found",
                         reader->column_count, count);
    const size_t filled[] = {reader->id_column, reader->source_column, reader->checked_column};
    static const char *const names[] = {"id", "source", "checked"};
    for (size_t i = 0; i < 3; i++)
        if (!*cells[filled[i]] || strcmp(cells[filled[i]], "-") == 0)
            return error_set(reader->error, reader->path, line, "say where the entry comes from and when it was checked",
                             "\"%s\" is empty", names[i]);
    return table__add_row(reader, cells, line);
}

/* Cuts one line into cells in place; text is NUL-terminated. */
static bool table__line(struct table_reader *reader, char *text, size_t line)
{
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
    return reader->header ? table__entry(reader, cells, count, line) : table__header(reader, cells, count, line);
}

/* Reads reader->text, which is length bytes and a NUL. */
static bool table__text(struct table_reader *reader, size_t length)
{
    char *const end_of_text = reader->text + length;
    size_t line = 0;
    if (length > UINT32_MAX / 2)
        return error_set(reader->error, reader->path, 0, "split it", "too long a table");
    for (char *at = reader->text; at < end_of_text;) {
        char *const end = memchr(at, '\n', (size_t)(end_of_text - at));
        char *const next = end ? end + 1 : end_of_text;
        line++;
        if (end)
            *end = '\0';
        const size_t line_length = (size_t)(next - at) - (end ? 1 : 0);
        if (utf8_first_invalid(at, line_length) < line_length || memchr(at, 0, line_length))
            return error_set(reader->error, reader->path, line, "save the file as UTF-8", "broken UTF-8");
        if (line_length && at[line_length - 1] == '\r')
            at[line_length - 1] = '\0';
        if (*at && *at != '#' && !table__line(reader, at, line))
            return false;
        at = next;
    }
    return reader->header || error_set(reader->error, reader->path, 1, table__remedy, "no line names the columns");
}

/* ---- the prepared form ----------------------------------------------------------------------------------------- */

static const void *table__prepare(struct arena *arena, const char *path, const char *text, size_t length, bool overlay,
                                  size_t *prepared_length, struct laut_error *error)
{
    struct table_reader reader = {.arena = arena, .path = path, .overlay = overlay, .error = error,
                                  .text = arena_copy_string(arena, text, length, error), .ids = string_map_open(arena, 256, error)};
    if (!reader.text || !reader.ids || !table__text(&reader, length))
        return NULL;
    const size_t head = reader.column_count * sizeof(uint32_t), cells = reader.cell_count * sizeof(uint32_t),
                 lines = reader.row_count * sizeof(uint32_t);
    const uint32_t numbers[NUMBERS] = {(uint32_t)reader.column_count, (uint32_t)reader.row_count, (uint32_t)reader.header_line};
    *prepared_length = FIXED_BYTES + head + cells + lines + length + 1;
    unsigned char *const prepared = arena_take(arena, *prepared_length, 1, error);
    if (!prepared)
        return NULL;
    unsigned char *at = prepared;
    const struct { const void *bytes; size_t length; } parts[] = {
        {table__magic, 8}, {numbers, sizeof numbers}, {reader.header, head}, {reader.cells, cells}, {reader.lines, lines},
        {reader.text, length + 1}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].length)
            memcpy(at, parts[i].bytes, parts[i].length);
        at += parts[i].length;
    }
    return prepared;
}

const void *table_prepare(struct arena *arena, const char *path, const char *text, size_t length, size_t *prepared_length,
                          struct laut_error *error)
{
    return table__prepare(arena, path, text, length, false, prepared_length, error);
}

/* A prepared table, seen as it is; its columns must have these names. */
static bool table__view(const void *prepared, size_t length, const char *path, const char *const *columns, size_t column_count,
                        struct table *table, size_t *text_length, struct laut_error *error)
{
    uint32_t numbers[NUMBERS] = {0};
    const char *const bytes = prepared;
    const bool fixed = length > FIXED_BYTES && memcmp(bytes, table__magic, sizeof table__magic) == 0 && bytes[length - 1] == '\0';
    if (fixed)
        memcpy(numbers, bytes + 8, sizeof numbers);
    const size_t width = numbers[COLUMNS], rows = numbers[ROWS], offsets = (rows + 1) * width + rows;
    if (!width || width > CELLS_AT_MOST || offsets > (length - FIXED_BYTES - 1) / sizeof(uint32_t))
        return error_set(error, path, 0, "build the project again", "the image has no such table");
    const uint32_t *const header = (const uint32_t *)(const void *)(bytes + FIXED_BYTES);
    *table = (struct table){.column_count = width, .row_count = rows, .shipped_rows = rows, .cells = header + width,
                            .lines = header + width * (rows + 1), .text = (const char *)(header + offsets), .path = path};
    *text_length = length - FIXED_BYTES - offsets * sizeof(uint32_t);
    for (size_t i = 0; i < column_count; i++) {
        const char *const found = i < width && header[i] < *text_length ? table->text + header[i] : "";
        if (strcmp(found, columns[i]) != 0)
            return error_set(error, path, numbers[HEADER_LINE], table__remedy, "column %zu is \"%s\", \"%s\" expected", i + 1, found,
                             columns[i]);
    }
    return width == column_count || error_set(error, path, numbers[HEADER_LINE], table__remedy, "%zu columns expected, %zu found",
                                              column_count, width);
}

/* ---- a user's table -------------------------------------------------------------------------------------------- */

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

/* Which rows of the shipped table the user's leaves; NULL: out of memory. */
static const bool *table__kept(struct arena *arena, const struct table *shipped, const struct table *users, size_t id_column,
                               struct laut_error *error)
{
    bool *const kept = arena_take(arena, shipped->row_count, sizeof *kept, error);
    struct string_map *const ids = kept ? string_map_open(arena, users->row_count, error) : NULL;
    for (size_t row = 0; ids && row < users->row_count; row++) {
        const char *const id = table_cell(users, row, id_column);
        if (!string_map_add(ids, id, strlen(id), (uint32_t)row, error))
            return NULL;
    }
    for (size_t row = 0; ids && row < shipped->row_count; row++) {
        const char *const id = table_cell(shipped, row, id_column);
        kept[row] = !string_map_find(ids, id, strlen(id)).found;
    }
    return ids ? kept : NULL;
}

/* Copies a row; its cells' text begins at offset in the joined text. */
static void table__copy_row(const struct table *from, size_t row, size_t offset, uint32_t *cells, uint32_t *lines, struct table *to)
{
    for (size_t i = 0; i < from->column_count; i++)
        cells[to->row_count * to->column_count + i] = (uint32_t)(from->cells[row * from->column_count + i] + offset);
    lines[to->row_count++] = from->lines[row];
}

static bool table__join(struct arena *arena, struct table *shipped, size_t shipped_length, const struct table *users, size_t users_length,
                        size_t id_column, struct laut_error *error)
{
    const size_t rows = shipped->row_count + users->row_count;
    const bool *const kept = table__kept(arena, shipped, users, id_column, error);
    uint32_t *const cells = kept ? arena_take(arena, rows * shipped->column_count, sizeof *cells, error) : NULL;
    uint32_t *const lines = cells ? arena_take(arena, rows, sizeof *lines, error) : NULL;
    char *const text = lines ? arena_take(arena, shipped_length + users_length, 1, error) : NULL;
    if (!text)
        return false;
    memcpy(text, shipped->text, shipped_length);
    memcpy(text + shipped_length, users->text, users_length);
    struct table joined = {.column_count = shipped->column_count, .cells = cells, .lines = lines, .text = text, .path = shipped->path,
                           .overlay_path = users->path};
    for (size_t row = 0; row < shipped->row_count; row++)
        if (kept[row])
            table__copy_row(shipped, row, 0, cells, lines, &joined);
    joined.shipped_rows = joined.row_count;
    for (size_t row = 0; row < users->row_count; row++)
        if (strcmp(table_cell(users, row, 1), "!") != 0)
            table__copy_row(users, row, shipped_length, cells, lines, &joined);
    *shipped = joined;
    return true;
}

static size_t table__column(const char *const *columns, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(columns[i], name) == 0)
            return i;
    return 0;
}

/* Lays the user's table of this name, if there is one, over the shipped one. */
static bool table__overlay(const struct table_set *set, const char *name, const char *const *columns, struct table *shipped,
                           size_t shipped_length, struct laut_error *error)
{
    struct table users;
    const char *bytes;
    size_t length = 0, prepared_length = 0, users_length = 0;
    const char *const path = arena_format(set->arena, error, "%s/%s", set->overlay_folder, name);
    if (!path || !table__file(set->arena, path, &bytes, &length, error))
        return false;
    if (!bytes)
        return true;
    const void *const prepared = table__prepare(set->arena, path, bytes, length, true, &prepared_length, error);
    return prepared && table__view(prepared, prepared_length, path, columns, shipped->column_count, &users, &users_length, error) &&
           table__join(set->arena, shipped, shipped_length, &users, users_length, table__column(columns, shipped->column_count, "id"), error);
}

const struct table *table_open(const struct table_set *set, const char *name, const char *const *columns,
                               size_t column_count, struct laut_error *error)
{
    struct table *const table = arena_take(set->arena, 1, sizeof *table, error);
    const char *const path = table ? arena_format(set->arena, error, "knowledge/%s", name) : NULL;
    const struct image_section section = image_find(set->image, name);
    size_t text_length = 0;
    if (!path || !table__view(section.bytes, section.bytes ? section.length : 0, path, columns, column_count, table, &text_length, error) ||
        (set->overlay_folder && !table__overlay(set, name, columns, table, text_length, error)))
        return NULL;
    return table;
}

const struct table *table_open_text(struct arena *arena, const char *path, const char *text, size_t length,
                                    const char *const *columns, size_t column_count, struct laut_error *error)
{
    size_t prepared_length = 0, text_length = 0;
    struct table *const table = arena_take(arena, 1, sizeof *table, error);
    const void *const prepared = table ? table_prepare(arena, path, text, length, &prepared_length, error) : NULL;
    return prepared && table__view(prepared, prepared_length, path, columns, column_count, table, &text_length, error) ? table : NULL;
}

/* ---- cells ----------------------------------------------------------------------------------------------------- */

bool table_error(const struct table *table, size_t row, struct laut_error *error, const char *remedy,
                 const char *format, ...)
{
    char message[sizeof error->message];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return error_set(error, row < table->shipped_rows ? table->path : table->overlay_path, table->lines[row], remedy, "%s", message);
}

const char *const *table_words(struct arena *arena, const char *cell, char separator, size_t *count,
                               struct laut_error *error)
{
    size_t most = 1;
    for (const char *at = strchr(cell, separator); at; at = strchr(at + 1, separator))
        most++;
    const char **const words = arena_take(arena, most, sizeof *words, error);
    char *at = words ? arena_copy_string(arena, cell, strlen(cell), error) : NULL;
    *count = 0;
    if (!at)
        return NULL;
    for (char *end; at; at = end) {
        end = strchr(at, separator);
        if (end)
            *end++ = '\0';
        if (*at)
            words[(*count)++] = at;
    }
    return words;
}

int table_term(const char *word, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word[0] == names[i][0] && strcmp(word, names[i]) == 0)
            return (int)i;
    return -1;
}

bool table_number(const char *cell, double *number)
{
    char *end;
    *number = strtod(cell, &end);
    return cell[0] && !*end;
}
