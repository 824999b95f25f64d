/* base/arena.h: memory that is taken piece by piece and given back at once.
 *
 *     struct arena *arena = arena_open(0, &error);
 *     char *copy = arena_copy_string(arena, bytes, length, &error);      NUL-terminated, lives as long as the arena
 *     arena_free(arena);
 *
 * One document owns one arena; the engine's tables own another. An arena is used by one thread at a time.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/error.h"

#include <stddef.h>

struct arena;

/* first_block_bytes: size of the first block, 0 for a default. NULL: out of memory, error says so. */
struct arena *arena_open(size_t first_block_bytes, struct laut_error *error) __attribute__((warn_unused_result));
void arena_free(struct arena *arena);

/* count * size zeroed bytes, aligned for any type; NULL when memory ends or the product overflows. */
void *arena_take(struct arena *arena, size_t count, size_t size, struct laut_error *error)
    __attribute__((warn_unused_result));

/* A NUL-terminated copy of length bytes. */
char *arena_copy_string(struct arena *arena, const char *bytes, size_t length, struct laut_error *error)
    __attribute__((warn_unused_result));

/* A formatted, NUL-terminated string. */
char *arena_format(struct arena *arena, struct laut_error *error, const char *format, ...)
    __attribute__((format(printf, 3, 4), warn_unused_result));

/* A list that grows inside an arena: append one element of element_size bytes to items (count used, capacity room for),
 * and get its zeroed place, or NULL. The old block stays in the arena until the arena goes.
 *
 *     struct laut_span *span = arena_append(arena, &list->items, &list->count, &list->capacity, sizeof *span, error);
 */
void *arena_append(struct arena *arena, void *items_pointer, size_t *count, size_t *capacity, size_t element_size,
                   struct laut_error *error) __attribute__((warn_unused_result));

#endif
