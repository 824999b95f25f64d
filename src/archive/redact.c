/* archive/redact.c: see archive/redact.h. */
#include "archive/redact.h"

#include "archive/builder.h"
#include "base/utf8.h"

#include <libxml/HTMLparser.h>
#include <string.h>
#include <strings.h>

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

/* How many bytes spell a letter that is not ASCII and that own spells in UTF-8; 0: they are others. */
static size_t redact__spelled(const char *at, size_t left, uint32_t letter, const char *own, size_t own_length)
{
    char forms[4][40];
    if (left >= own_length && memcmp(at, own, own_length) == 0)
        return own_length;
    if (letter <= 0xff && (unsigned char)*at == letter)
        return 1;
    if (*at != '\\' && *at != '&')
        return 0;
    const htmlEntityDesc *const entity = htmlEntityValueLookup(letter);
    (void)snprintf(forms[0], sizeof forms[0], "\\u%04x", (unsigned)letter);
    (void)snprintf(forms[1], sizeof forms[1], "&#%u;", (unsigned)letter);
    (void)snprintf(forms[2], sizeof forms[2], "&#x%x;", (unsigned)letter);
    (void)snprintf(forms[3], sizeof forms[3], "&%.30s;", entity ? entity->name : "");
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (left >= strlen(forms[i]) && strncasecmp(at, forms[i], strlen(forms[i])) == 0)
            return strlen(forms[i]);
    return 0;
}

static bool redact__begins(const char *at, size_t left, const char *name)
{
    const size_t length = strlen(name);
    for (size_t read = 0, own, taken; read < length; read += own, at += taken, left -= taken) {
        const uint32_t letter = utf8_decode(name + read, length - read, &own);
        taken = left == 0 ? 0 : letter < 0x80 ? (size_t)(*at == name[read]) : redact__spelled(at, left, letter, name + read, own);
        if (!taken)
            return false;
    }
    return true;
}

bool redact_bytes_have(const char *bytes, size_t length, const char *name)
{
    for (size_t at = 0; at < length; at++)
        if (redact__begins(bytes + at, length - at, name))
            return true;
    return false;
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
