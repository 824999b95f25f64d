/* base/arena.c: a list of blocks, each twice as large as the last up to a limit; a piece is cut from the newest block.
 * A piece too large for the next block gets a block of its own size. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { ARENA_FIRST_BLOCK = 64 * 1024, ARENA_LARGEST_BLOCK = 4 * 1024 * 1024, ARENA_ALIGNMENT = 16,
       ARENA_LARGE_PAGE = 2 * 1024 * 1024 };

struct arena_block {
    struct arena_block *previous;
    size_t size, used;
    _Alignas(ARENA_ALIGNMENT) unsigned char bytes[];
};

struct arena {
    struct arena_block *newest;
    size_t next_block_bytes;
};

/* A block of *bytes, more where whole large pages are rounded up to: the kernel then fills two megabytes at one fault and not at 512. */
static struct arena_block *arena__block(size_t *bytes)
{
    if (*bytes < ARENA_LARGE_PAGE)
        return malloc(*bytes);
    *bytes = (*bytes + ARENA_LARGE_PAGE - 1) / ARENA_LARGE_PAGE * ARENA_LARGE_PAGE;
    struct arena_block *const block = aligned_alloc(ARENA_LARGE_PAGE, *bytes);
#ifdef MADV_HUGEPAGE
    if (block)
        (void)madvise(block, *bytes, MADV_HUGEPAGE);         /* refused: as slow as without */
#endif
    return block;
}

static bool arena__grow(struct arena *arena, size_t at_least, struct laut_error *error)
{
    if (at_least > SIZE_MAX - sizeof(struct arena_block) - ARENA_LARGE_PAGE)
        return error_out_of_memory(error);
    const size_t needed = at_least + sizeof(struct arena_block);
    size_t bytes = needed > arena->next_block_bytes ? needed : arena->next_block_bytes;
    struct arena_block *const block = arena__block(&bytes);
    if (!block)
        return error_out_of_memory(error);
    block->previous = arena->newest;
    block->size = bytes - sizeof *block;
    block->used = 0;
    arena->newest = block;
    if (arena->next_block_bytes < ARENA_LARGEST_BLOCK)
        arena->next_block_bytes *= 2;
    return true;
}

struct arena *arena_open(size_t first_block_bytes, struct laut_error *error)
{
    struct arena *arena = malloc(sizeof *arena);
    if (!arena) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    *arena = (struct arena){.next_block_bytes = first_block_bytes ? first_block_bytes : ARENA_FIRST_BLOCK};
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct arena_block *block = arena->newest; block;) {
        struct arena_block *const previous = block->previous;
        free(block);
        block = previous;
    }
    free(arena);
}

static void *arena__cut(struct arena *arena, size_t bytes, struct laut_error *error)
{
    if (bytes > SIZE_MAX - ARENA_ALIGNMENT) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    const size_t rounded = (bytes + ARENA_ALIGNMENT - 1) / ARENA_ALIGNMENT * ARENA_ALIGNMENT;
    if ((!arena->newest || arena->newest->size - arena->newest->used < rounded) &&
        !arena__grow(arena, rounded, error))
        return NULL;
    void *const piece = arena->newest->bytes + arena->newest->used;
    arena->newest->used += rounded;
    return piece;
}

void *arena_take(struct arena *arena, size_t count, size_t size, struct laut_error *error)
{
    if (size && count > SIZE_MAX / size) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    const size_t bytes = count * size;
    void *const piece = arena__cut(arena, bytes ? bytes : 1, error);
    if (piece)
        memset(piece, 0, bytes);
    return piece;
}

char *arena_copy_string(struct arena *arena, const char *bytes, size_t length, struct laut_error *error)
{
    char *const copy = length < SIZE_MAX ? arena__cut(arena, length + 1, error) : NULL;
    if (!copy)
        return NULL;
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_format(struct arena *arena, struct laut_error *error, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *const text = length < 0 ? NULL : arena__cut(arena, (size_t)length + 1, error);
    if (text)
        (void)vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

void *arena_append(struct arena *arena, void *items_pointer, size_t *count, size_t *capacity, size_t element_size,
                   struct laut_error *error)
{
    void *items;
    memcpy(&items, items_pointer, sizeof items);
    if (*count == *capacity) {
        const size_t larger = *capacity ? *capacity * 2 : 8;
        void *const grown = larger > *capacity ? arena_take(arena, larger, element_size, error) : NULL;
        if (!grown)
            return NULL;
        if (*count)
            memcpy(grown, items, *count * element_size);
        memcpy(items_pointer, &grown, sizeof grown);
        items = grown;
        *capacity = larger;
    }
    unsigned char *const place = (unsigned char *)items + *count * element_size;
    (*count)++;
    return place;
}
