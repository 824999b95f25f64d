/* archive/review_locate.c: where the words of an added claim stand, and its public id. */
#include "archive/review.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <string.h>

static const char locate__remedy[] = "give [[begin, end]] in code points of the text, or words that stand there once";

/* [begin, end) of the one place where the words stand between two bytes of the text. NULL: nowhere, or at two places. */
static json_t *locate__words(const char *text, size_t first, size_t last, const char *words)
{
    const size_t length = strlen(words);
    const char *const found = length ? memmem(text + first, last - first, words, length) : NULL;
    if (!found || memmem(found + 1, last - (size_t)(found + 1 - text), words, length))
        return NULL;
    const size_t begin = utf8_count(text, (size_t)(found - text));
    return json_pack("[I,I]", (json_int_t)begin, (json_int_t)(begin + utf8_count(words, length)));
}

static bool locate__is_span(const json_t *span, size_t most)
{
    const json_t *const begin = json_array_get(span, 0), *const end = json_array_get(span, 1);
    return json_array_size(span) == 2 && json_is_integer(begin) && json_is_integer(end) && json_integer_value(begin) >= 0 &&
           json_integer_value(end) > json_integer_value(begin) && (size_t)json_integer_value(end) <= most;
}

bool review_locate(json_t *event, const char *field, bool nested, const char *text, const json_t *within, struct laut_error *error)
{
    const json_t *const given = json_object_get(event, field);
    const size_t length = strlen(text);
    if (json_is_string(given)) {
        const size_t first = within ? record_offset(text, (size_t)json_integer_value(json_array_get(within, 0))) : 0;
        const size_t last = within ? record_offset(text, (size_t)json_integer_value(json_array_get(within, 1))) : length;
        json_t *const span = locate__words(text, first, last, json_string_value(given));
        if (span)
            return json_object_set_new(event, field, nested ? json_pack("[o]", span) : span) == 0 || error_out_of_memory(error);
        return error_set(error, NULL, 0, locate__remedy, "the %s '%.80s' does not stand once in the %s", field, json_string_value(given),
                         within ? "evidence" : "text");
    }
    const size_t most = utf8_count(text, length);
    size_t index;
    json_t *span;
    bool right = nested ? json_array_size(given) > 0 : locate__is_span(given, most);
    if (nested)
        json_array_foreach(given, index, span)
            right = right && locate__is_span(span, most);
    return right || error_set(error, NULL, 0, locate__remedy, "the %s is no place in the text", field);
}

void review_claim_id(const char *sha256_text, const json_t *event, char claim[LAUT_ID_BYTES])
{
    char key[65 + 512], digest[65];
    size_t index, length = (size_t)snprintf(key, sizeof key, "%s %s", sha256_text, record_string(event, "part"));
    json_t *span;
    json_array_foreach(json_object_get(event, "trigger"), index, span)
        if (length + 48 < sizeof key)
            length += (size_t)snprintf(key + length, sizeof key - length, " %u-%u", (unsigned)json_integer_value(json_array_get(span, 0)),
                                       (unsigned)json_integer_value(json_array_get(span, 1)));
    length += (size_t)snprintf(key + length, sizeof key - length, " %s", record_string(event, "type"));
    hash_sha256(key, length, digest);
    (void)snprintf(claim, LAUT_ID_BYTES, "c-%.16s", digest);
}
