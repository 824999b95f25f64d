/* archive/terms.c: see archive/terms.h. */
#include "archive/terms.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { TOKEN_BYTES = 96 };

void terms_plain(struct builder *terms, const char *prefix, const char *word)
{
    char token[TOKEN_BYTES];
    size_t length = (size_t)snprintf(token, sizeof token, "%s", prefix);
    for (const char *at = word; *at && length + 2 < sizeof token; at++) {
        if (isalnum((unsigned char)*at) && (unsigned char)*at < 0x80)
            token[length++] = (char)tolower((unsigned char)*at);
        else if (*at == '+')
            token[length++] = 'p';
        else if (*at == '/')
            token[length++] = 'x';
    }
    token[length] = '\0';
    builder_word(terms, token);
}

static void terms__hash(struct builder *terms, const char *prefix, const char *bytes, size_t length)
{
    char token[TOKEN_BYTES];
    (void)snprintf(token, sizeof token, "%sx%016" PRIx64, prefix, hash_bytes(bytes, length, 0));
    builder_word(terms, token);
}

void terms_name(struct builder *terms, const char *prefix, const char *name, bool whole)
{
    const size_t length = strlen(name);
    char *const lower = arena_take(terms->arena, length * 2 + 4, 1, terms->error);
    if (!lower) {
        terms->failed = true;
        return;
    }
    const size_t lower_length = utf8_lower_string(name, length, lower);
    if (whole)
        terms__hash(terms, prefix, lower, lower_length);
    for (size_t at = 0, begin = 0; !whole && at <= lower_length;) {
        size_t step = 1;
        const uint32_t letter = at < lower_length ? utf8_decode(lower + at, lower_length - at, &step) : ' ';
        const bool inside = utf8_is_letter(letter) || utf8_is_digit(letter);
        if (!inside && at > begin)
            terms__hash(terms, prefix, lower + begin, at - begin);
        at += step;
        if (!inside)
            begin = at;
    }
}

static void terms__name_and_words(struct builder *terms, const char *prefix, const char *name)
{
    if (!name || !*name)
        return;
    terms_name(terms, prefix, name, true);
    terms_name(terms, prefix, name, false);
}

static void terms__parties(struct builder *terms, const char *prefix, const json_t *parties)
{
    size_t index;
    json_t *party;
    json_array_foreach(parties, index, party) {
        const char *const code = record_string(party, "code"), *const sector = record_string(party, "sector");
        const char *const named = record_string(party, "named");
        char word[64];
        if (code)
            terms_plain(terms, prefix, code);
        (void)snprintf(word, sizeof word, "/%.30s", sector ? sector : "UNK");
        terms_plain(terms, prefix, word);
        if (code && sector) {
            (void)snprintf(word, sizeof word, "%.20s/%.30s", code, sector);
            terms_plain(terms, prefix, word);
        }
        if (named && strcmp(named, "unnamed") == 0)
            terms_plain(terms, prefix, "/unnamed");
        terms__name_and_words(terms, prefix, record_string(party, "text"));
    }
}

static void terms__items(struct builder *terms, const json_t *items)
{
    size_t index, number;
    json_t *item, *category;
    json_array_foreach(items, index, item) {
        const char *const class = record_string(item, "class"), *const model = record_string(item, "designation");
        const char *const origin = record_string(item, "origin");
        if (class)
            terms_plain(terms, TERM_ITEM, class);
        if (origin)
            terms_plain(terms, TERM_ORIGIN, origin);
        json_array_foreach(json_object_get(item, "unroca"), number, category)
            terms_plain(terms, TERM_CATEGORY, json_string_value(category));
        terms__name_and_words(terms, TERM_MODEL, model);
    }
}

static void terms__modes(struct builder *terms, const struct record_event *event)
{
    size_t index;
    json_t *mode;
    terms_plain(terms, TERM_TYPE, event->type);
    json_array_foreach(json_object_get(event->json, "mode"), index, mode) {
        char word[64];
        (void)snprintf(word, sizeof word, "%.20s/%.30s", event->type, json_string_value(mode));
        terms_plain(terms, TERM_MODE, word);
    }
}

const char *terms_of_event(const struct record_event *event, const char *outlet, const char *state, struct arena *arena,
                           struct laut_error *error)
{
    struct builder terms = builder_on(arena, error);
    terms__modes(&terms, event);
    terms_plain(&terms, TERM_CERTAINTY, event->factuality);
    terms__parties(&terms, TERM_ACTOR, json_object_get(event->json, "actors"));
    terms__parties(&terms, TERM_RECIPIENT, json_object_get(event->json, "recipients"));
    terms__parties(&terms, TERM_SOURCE, json_object_get(event->json, "sources"));
    if (!*event->sources)
        terms_plain(&terms, TERM_SOURCE, "/report");
    terms__items(&terms, json_object_get(event->json, "items"));
    if (event->country)
        terms_plain(&terms, TERM_COUNTRY, event->country);
    terms__name_and_words(&terms, TERM_PLACE, event->place);
    terms__name_and_words(&terms, TERM_OUTLET, outlet);
    if (state)
        terms_plain(&terms, TERM_STATE, state);
    return builder_text(&terms);
}
