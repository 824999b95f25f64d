/* archive/builder.c: see archive/builder.h. */
#include "archive/builder.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_BYTES = 128, FORMAT_BYTES = 512, NUMBER_BYTES = 24 };

struct builder builder_on(struct arena *arena, struct laut_error *error)
{
    return (struct builder){.arena = arena, .error = error};
}

static bool builder__room(struct builder *builder, size_t more)
{
    if (builder->failed)
        return false;
    if (builder->bytes && builder->length + more < builder->capacity)
        return true;
    size_t capacity = builder->capacity ? builder->capacity * 2 : FIRST_BYTES;
    while (capacity <= builder->length + more)
        capacity *= 2;
    char *const bytes = arena_take(builder->arena, capacity, 1, builder->error);
    if (!bytes) {
        builder->failed = true;
        return false;
    }
    if (builder->bytes)
        memcpy(bytes, builder->bytes, builder->length);
    builder->bytes = bytes;
    builder->capacity = capacity;
    return true;
}

void builder_bytes(struct builder *builder, const char *bytes, size_t length)
{
    if (!builder__room(builder, length))
        return;
    memcpy(builder->bytes + builder->length, bytes, length);
    builder->length += length;
    builder->bytes[builder->length] = '\0';
}

void builder_format(struct builder *builder, const char *format, ...)
{
    char text[FORMAT_BYTES];
    va_list values;
    va_start(values, format);
    const int length = vsnprintf(text, sizeof text, format, values);
    va_end(values);
    if (length > 0)
        builder_bytes(builder, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

bool list_has(const char *list, const char *word)
{
    const size_t length = strlen(word);
    for (const char *at = list; at && *at;) {
        const size_t found = strcspn(at, " ");
        if (found == length && memcmp(at, word, length) == 0)
            return true;
        at += found + (at[found] == ' ');
    }
    return false;
}

void builder_word(struct builder *builder, const char *word)
{
    if (builder->bytes && list_has(builder->bytes, word))
        return;
    if (builder->length)
        builder_bytes(builder, " ", 1);
    builder_bytes(builder, word, strlen(word));
}

const char *builder_text(const struct builder *builder)
{
    if (builder->failed)
        return NULL;
    return builder->bytes ? builder->bytes : "";
}

/* By hand: formatted output took a tenth of the time of looking for neighbours. */
static size_t builder__number(int64_t number, char *to)
{
    char digits[NUMBER_BYTES];
    size_t count = 0, length = 0;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        digits[count++] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0)
        to[length++] = '-';
    while (count)
        to[length++] = digits[--count];
    return length;
}

const char *builder_numbers(const int64_t *numbers, size_t count, struct arena *arena, struct laut_error *error)
{
    char *const list = arena_take(arena, count + 1, NUMBER_BYTES, error);
    size_t length = 0;
    if (!list)
        return NULL;
    list[length++] = '[';
    for (size_t i = 0; i < count; i++) {
        if (i)
            list[length++] = ',';
        length += builder__number(numbers[i], list + length);
    }
    list[length++] = ']';
    list[length] = '\0';
    return list;
}
