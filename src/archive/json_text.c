/* archive/json_text.c: see archive/json_text.h. */
#include "archive/json_text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BYTES = 1024 };

struct text {
    char *bytes;
    size_t length, capacity;
    bool failed;
};

static int text__take(const char *bytes, size_t count, void *into)
{
    struct text *const text = into;
    if (!text->failed && text->length + count >= text->capacity) {
        size_t capacity = text->capacity ? text->capacity : FIRST_BYTES;
        while (capacity <= text->length + count)
            capacity *= 2;
        char *const larger = realloc(text->bytes, capacity);
        text->failed = !larger;
        text->bytes = larger ? larger : text->bytes;
        text->capacity = larger ? capacity : text->capacity;
    }
    if (text->failed)
        return -1;
    memcpy(text->bytes + text->length, bytes, count);
    text->length += count;
    text->bytes[text->length] = '\0';
    return 0;
}

char *json_text(const json_t *value, size_t flags)
{
    struct text text = {.length = 0};
    if (json_dump_callback(value, text__take, &text, flags) == 0 && !text.failed)
        return text.bytes;
    free(text.bytes);
    return NULL;
}
