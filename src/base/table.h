/* base/table.h: knowledge as people edit it.
 *
 * A table is UTF-8 text, one entry a line, cells separated by one tab. Lines that begin with # and empty lines are
 * comments. The first other line names the columns; "id", "source" and "checked" (a date) must be among them, and every
 * entry fills these three. An empty cell is written "-" and read as "".
 *
 *     # verbs that name an act
 *     id         lemma    frame        type  mode  source                   checked
 *     liefern.1  liefern  nom dat akk  AID   -     coding guide, section 2  2026-11-22
 *
 *     static const char *const columns[] = {"id", "lemma", "frame", "type", "mode", "source", "checked"};
 *     const struct table *table = table_open(tables, "event/verbs.tsv", columns, 7, &error);
 *     for (size_t row = 0; row < table->row_count; row++)
 *         use(table_cell(table, row, 1));                          lemma
 *
 * Shipped tables are read when the image is made (tools/pack): the image holds their cells, and opening one is no work. A user's
 * table is read by the same function when the engine opens.
 */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "base/arena.h"
#include "base/image.h"

#include <stdint.h>

struct table {
    size_t column_count;
    size_t row_count;
    const uint32_t *cells;           /* [row_count][column_count], where each begins in text */
    const uint32_t *lines;           /* [row_count], line in the file, from 1 */
    const char *text;                /* NUL-terminated cells, "" for "-" */
    size_t shipped_rows;             /* these come first, then those of the user's table */
    const char *path, *overlay_path; /* as an error names them; overlay_path NULL: no user's table */
};

/* Where tables come from: the image, with a user's folder (--tables) laid over it. An entry of the user's file replaces
 * the shipped one of the same id, other ids are added; an entry whose second column is "!" removes the shipped one. */
struct table_set {
    struct arena *arena;             /* the engine's; tables live there */
    const struct image *image;
    const char *overlay_folder;      /* NULL: none */
};

/* Opens knowledge/<name>. columns must be the file's columns in this order. NULL: error says file, line and cause. */
const struct table *table_open(const struct table_set *set, const char *name, const char *const *columns,
                               size_t column_count, struct laut_error *error) __attribute__((warn_unused_result));

/* The same of a table's text that the program carries in itself. */
const struct table *table_open_text(struct arena *arena, const char *path, const char *text, size_t length,
                                    const char *const *columns, size_t column_count, struct laut_error *error)
    __attribute__((warn_unused_result));

static inline const char *table_cell(const struct table *table, size_t row, size_t column)
{
    return table->text + table->cells[row * table->column_count + column];
}

/* An error in a cell, with the row's file and line; returns false. */
bool table_error(const struct table *table, size_t row, struct laut_error *error, const char *remedy,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The bytes with which an image holds a table: text is read and checked, ids are unique. In the arena; NULL: error says file, line and
 * cause. */
const void *table_prepare(struct arena *arena, const char *path, const char *text, size_t length, size_t *prepared_length,
                          struct laut_error *error) __attribute__((warn_unused_result));

/* Splits a cell at spaces (or at separator) into words in the arena; *count how many. NULL: out of memory. An empty cell
 * gives count 0 and a pointer that is not NULL. */
const char *const *table_words(struct arena *arena, const char *cell, char separator, size_t *count,
                               struct laut_error *error) __attribute__((warn_unused_result));

/* The index of word in names (count of them), or -1: for cells that hold a term of a closed list. */
int table_term(const char *word, const char *const *names, size_t count);

/* Reads a cell that is a number from its first byte to its last; false: it is none. */
bool table_number(const char *cell, double *number);

#endif
