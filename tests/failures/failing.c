/* tests/failures/failing.c: a counter before each allocation. */
#include "failing.h"

#include "base/arena.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

static size_t failing_left;          /* allocations until the one that fails */
static bool failing_on, failing_met;

void failing_begin(size_t number)
{
    failing_left = number;
    failing_on = true;
    failing_met = false;
}

bool failing_end(void)
{
    failing_on = false;
    return failing_met;
}

static bool failing__now(void)
{
    if (!failing_on || failing_met)
        return false;
    failing_met = failing_left-- == 0;
    if (failing_met)
        errno = ENOMEM;
    return failing_met;
}

/* ---- libc ---------------------------------------------------------------------------------------------------- */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
char *__real_strdup(const char *text);
FILE *__real_open_memstream(char **bytes, size_t *length);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
char *__wrap_strdup(const char *text);
FILE *__wrap_open_memstream(char **bytes, size_t *length);

void *__wrap_malloc(size_t size)
{
    return failing__now() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return failing__now() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return failing__now() ? NULL : __real_realloc(old, size);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    return failing__now() ? NULL : __real_aligned_alloc(alignment, size);
}

char *__wrap_strdup(const char *text)
{
    return failing__now() ? NULL : __real_strdup(text);
}

FILE *__wrap_open_memstream(char **bytes, size_t *length)
{
    return failing__now() ? NULL : __real_open_memstream(bytes, length);
}

/* ---- the arena ----------------------------------------------------------------------------------------------- */

void *__real_arena_take(struct arena *arena, size_t count, size_t size, struct laut_error *error);
char *__real_arena_copy_string(struct arena *arena, const char *bytes, size_t length, struct laut_error *error);
void *__real_arena_append(struct arena *arena, void *items, size_t *count, size_t *capacity, size_t size, struct laut_error *error);
void *__wrap_arena_take(struct arena *arena, size_t count, size_t size, struct laut_error *error);
char *__wrap_arena_copy_string(struct arena *arena, const char *bytes, size_t length, struct laut_error *error);
void *__wrap_arena_append(struct arena *arena, void *items, size_t *count, size_t *capacity, size_t size, struct laut_error *error);
char *__wrap_arena_format(struct arena *arena, struct laut_error *error, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static bool failing__arena(struct laut_error *error)
{
    if (!failing__now())
        return false;
    (void)error_out_of_memory(error);
    return true;
}

void *__wrap_arena_take(struct arena *arena, size_t count, size_t size, struct laut_error *error)
{
    return failing__arena(error) ? NULL : __real_arena_take(arena, count, size, error);
}

char *__wrap_arena_copy_string(struct arena *arena, const char *bytes, size_t length, struct laut_error *error)
{
    return failing__arena(error) ? NULL : __real_arena_copy_string(arena, bytes, length, error);
}

void *__wrap_arena_append(struct arena *arena, void *items, size_t *count, size_t *capacity, size_t size, struct laut_error *error)
{
    return failing__arena(error) ? NULL : __real_arena_append(arena, items, count, capacity, size, error);
}

char *__wrap_arena_format(struct arena *arena, struct laut_error *error, const char *format, ...)
{
    char *text = NULL;
    va_list values;
    if (failing__arena(error))
        return NULL;
    va_start(values, format);
    const int length = vasprintf(&text, format, values);
    va_end(values);
    char *const copy = length >= 0 ? __real_arena_copy_string(arena, text, (size_t)length, error) : NULL;
    free(length >= 0 ? text : NULL);
    return copy;
}

/* ---- output -------------------------------------------------------------------------------------------------- */

static size_t stream_left;
static bool stream_met;

static ssize_t failing__write(void *cookie, const char *bytes, size_t count)
{
    (void)cookie;
    (void)bytes;
    if (stream_left < count) {
        stream_met = true;
        errno = ENOSPC;
        return 0;
    }
    stream_left -= count;
    return (ssize_t)count;
}

FILE *failing_stream(size_t number)
{
    stream_left = number;
    stream_met = false;
    FILE *const stream = fopencookie(NULL, "w", (cookie_io_functions_t){.write = failing__write});
    if (stream)
        (void)setvbuf(stream, NULL, _IONBF, 0);
    return stream;
}

bool failing_stream_failed(void)
{
    return stream_met;
}
