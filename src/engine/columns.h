/* engine/columns.h: how wide text stands on a terminal, and text that a terminal may be given.
 *
 *     columns_of("Jänner", 7)  ->  6
 */
#ifndef ENGINE_COLUMNS_H
#define ENGINE_COLUMNS_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Columns of UTF-8 bytes after columns_print has cleaned them. */
size_t columns_of(const char *bytes, size_t length);

/* How many of the bytes, whole characters, fit into that many columns. */
size_t columns_fitting(const char *bytes, size_t length, size_t columns);

/* Writes the bytes; white space becomes one space each; control characters, which could command the terminal, and marks that
 * turn the direction of writing become U+FFFD. */
void columns_print(const char *bytes, size_t length, FILE *stream);

#endif
