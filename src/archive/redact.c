/* archive/redact.c: see archive/redact.h. */
#include "archive/redact.h"

#include "archive/builder.h"
#include "base/utf8.h"

#include <string.h>

static bool redact__letter_before(const char *text, const char *at)
{
    if (at == text)
        return false;
    do
        at--;
    while (at > text && ((unsigned char)*at & 0xc0) == 0x80);
    size_t length;
    return utf8_is_letter(utf8_decode(at, strlen(at), &length));
}

/* Where the name stands next; NULL: nowhere. */
static const char *redact__find(const char *text, const char *from, const char *name)
{
    for (const char *at = strstr(from, name); at; at = strstr(at + 1, name))
        if (!redact__letter_before(text, at))
            return at;
    return NULL;
}

bool redact_has(const char *text, const char *name)
{
    return text && redact__find(text, text, name) != NULL;
}

const char *redact_text(const char *text, const char *name, struct arena *arena, struct laut_error *error)
{
    struct builder builder = builder_on(arena, error);
    const size_t length = strlen(name), points = utf8_count(name, length);
    const char *from = text;
    for (const char *at; (at = redact__find(text, from, name)); from = at + length) {
        builder_bytes(&builder, from, (size_t)(at - from));
        for (size_t i = 0; i < points; i++)
            builder_bytes(&builder, REDACT_BLOCK, sizeof REDACT_BLOCK - 1);
    }
    builder_bytes(&builder, from, strlen(from));
    return builder_text(&builder);
}

static bool redact__string(json_t *value, const char *name, struct arena *arena, bool *found, struct laut_error *error)
{
    if (!redact_has(json_string_value(value), name))
        return true;
    const char *const text = redact_text(json_string_value(value), name, arena, error);
    *found = true;
    return text && (json_string_set(value, text) == 0 || error_out_of_memory(error));
}

bool redact_json(json_t *value, const char *name, struct arena *arena, bool *found, struct laut_error *error)
{
    const char *key;
    size_t index;
    json_t *entry;
    bool done = true;
    if (json_is_string(value))
        return redact__string(value, name, arena, found, error);
    json_array_foreach(value, index, entry)
        done = done && redact_json(entry, name, arena, found, error);
    json_object_foreach(value, key, entry)
        done = done && redact_json(entry, name, arena, found, error);
    return done;
}
