/* base/error.h: an error is a value that knows its place.
 *
 * It travels up unprinted; only cli and web print it, as FILE:LINE: MESSAGE; REMEDY.
 *
 *     if (columns != table->column_count)
 *         return error_set(error, path, line, "separate columns with one tab, see docs/tables.md",
 *                          "%zu columns expected, %zu found", table->column_count, columns);
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "laut.h"

#include <stdbool.h>
#include <stddef.h>

/* Fills error and returns false, so that a function can fail in one statement. file and remedy may be NULL, line 0:
 * unknown. A NULL error is allowed: the caller does not want to know why. */
bool error_set(struct laut_error *error, const char *file, size_t line, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* The one message for a failed allocation; returns false. */
bool error_out_of_memory(struct laut_error *error);

#endif
