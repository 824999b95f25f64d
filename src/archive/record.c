/* archive/record.c: checks what an archive relies on: ids, known types and certainties, spans inside the text, the text's hash. What
 * a later laut may add is kept as it is. */
#include "archive/record.h"

#include "archive/builder.h"
#include "base/hash.h"
#include "base/table.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

static const char *const record__types[] = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
                                            "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"};
static const char *const record__factualities[] = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"};
static const char record__remedy[] = "give records as 'laut read --json' prints them, docs/record.md";

const char *record_string(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

size_t record_offset(const char *text, size_t codepoint)
{
    size_t at = 0;
    for (; codepoint && text[at]; codepoint--)
        do
            at++;
        while (((unsigned char)text[at] & 0xc0) == 0x80);
    return at;
}

static bool record__refuse(struct laut_error *error, const char *field, const char *cause)
{
    return error_set(error, NULL, 0, record__remedy, "the record's %s %s", field, cause);
}

/* The words of an array of strings, or of one field of an array of objects, as a list. */
static const char *record__list(struct arena *arena, const json_t *array, const char *field, struct laut_error *error)
{
    struct builder list = builder_on(arena, error);
    size_t index;
    json_t *entry;
    json_array_foreach(array, index, entry) {
        const char *const word = field ? record_string(entry, field) : json_string_value(entry);
        if (word && *word)
            builder_word(&list, word);
    }
    return builder_text(&list);
}

static const char *record__parties(struct arena *arena, const json_t *array, struct laut_error *error)
{
    struct builder list = builder_on(arena, error);
    size_t index;
    json_t *party;
    json_array_foreach(array, index, party) {
        const char *const code = record_string(party, "code"), *const sector = record_string(party, "sector");
        char word[64];
        (void)snprintf(word, sizeof word, "%.20s/%.20s", code ? code : "?", sector ? sector : "?");
        builder_word(&list, word);
    }
    return builder_text(&list);
}

static struct record_days record__days(const json_t *interval)
{
    struct record_days days = {DAY_UNKNOWN, DAY_UNKNOWN};
    if (!day_read(record_string(interval, "begin"), &days.begin))
        return days;
    if (!day_read(record_string(interval, "end"), &days.end) || days.end < days.begin)
        days.end = days.begin;
    return days;
}

static bool record__evidence(const json_t *json, const char *text, struct record_event *event, struct laut_error *error)
{
    const json_t *const span = json_object_get(json, "evidence");
    const json_int_t begin = json_integer_value(json_array_get(span, 0)), end = json_integer_value(json_array_get(span, 1));
    if (json_array_size(span) != 2 || begin < 0 || end < begin || !text)
        return record__refuse(error, "evidence", "is no span");
    const size_t first = record_offset(text, (size_t)begin);
    const size_t length = record_offset(text + first, (size_t)(end - begin));
    if (utf8_count(text + first, length) != (size_t)(end - begin))
        return record__refuse(error, "evidence", "ends behind the text");
    event->words = text + first;
    event->words_bytes = length;
    return true;
}

bool record_event_open(json_t *json, struct arena *arena, const char *text, const char *title, struct record_event *event,
                       struct laut_error *error)
{
    const json_t *const place = json_object_get(json, "place"), *const confidence = json_object_get(json, "confidence");
    const json_int_t incident = json_integer_value(json_object_get(json, "incident"));
    const char *const part = record_string(json, "part");
    *event = (struct record_event){
        .json = json, .claim = record_string(json, "claim"), .type = record_string(json, "type"),
        .factuality = record_string(json, "factuality"), .modes = record__list(arena, json_object_get(json, "mode"), NULL, error),
        .aux = record__list(arena, json_object_get(json, "aux"), NULL, error),
        .who = record__parties(arena, json_object_get(json, "actors"), error),
        .whom = record__parties(arena, json_object_get(json, "recipients"), error),
        .sources = record__parties(arena, json_object_get(json, "sources"), error),
        .goods = record__list(arena, json_object_get(json, "items"), "class", error),
        .country = record_string(place, "country"), .place = record_string(place, "text"),
        .precision = record_string(place, "precision"), .happened = record__days(json_object_get(json, "when")),
        .said = record__days(json_object_get(json, "said")),
        .confidence = json_is_number(confidence) ? json_number_value(confidence) : (double)NAN,
        .incident = incident > 0 ? (size_t)incident : 0};
    if (!event->modes || !event->aux || !event->who || !event->whom || !event->sources || !event->goods)
        return false;
    if (!event->claim || strncmp(event->claim, "c-", 2) != 0 || strlen(event->claim) > 40)
        return record__refuse(error, "claim", "is no c-…");
    if (!event->type || table_term(event->type, record__types, sizeof record__types / sizeof *record__types) < 0)
        return record__refuse(error, "type", "is not known");
    if (!event->factuality ||
        table_term(event->factuality, record__factualities, sizeof record__factualities / sizeof *record__factualities) < 0)
        return record__refuse(error, "factuality", "is not known");
    return !text || record__evidence(json, part && strcmp(part, "title") == 0 ? title : text, event, error);
}

static int record__by_claim(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool record__claims_differ(const struct archive_record *record, struct arena *arena, struct laut_error *error)
{
    const char **const claims = arena_take(arena, record->event_count + 1, sizeof *claims, error);
    if (!claims)
        return false;
    for (size_t i = 0; i < record->event_count; i++)
        claims[i] = record->events[i].claim;
    qsort(claims, record->event_count, sizeof *claims, record__by_claim);
    for (size_t i = 1; i < record->event_count; i++)
        if (strcmp(claims[i - 1], claims[i]) == 0)
            return record__refuse(error, "claim", "stands there twice");
    return true;
}

static bool record__events(struct archive_record *record, struct arena *arena, struct laut_error *error)
{
    const json_t *const events = json_object_get(record->root, "events");
    if (!json_is_array(events))
        return record__refuse(error, "events", "are missing");
    record->event_count = json_array_size(events);
    record->events = arena_take(arena, record->event_count + 1, sizeof *record->events, error);
    if (!record->events)
        return false;
    for (size_t i = 0; i < record->event_count; i++)
        if (!record_event_open(json_array_get(events, i), arena, record->text, record->title, &record->events[i], error))
            return false;
    return record__claims_differ(record, arena, error);
}

static bool record__report(struct archive_record *record, bool redacted, struct arena *arena, struct laut_error *error)
{
    const json_t *const doc = json_object_get(record->root, "doc"), *const laut = json_object_get(record->root, "laut");
    record->id = record_string(doc, "id");
    record->uri = record_string(doc, "uri");
    record->title = record_string(doc, "title");
    record->published = record_string(doc, "published");
    record->publisher = record_string(doc, "publisher");
    record->sha256_input = record_string(doc, "sha256_input");
    record->sha256_text = record_string(doc, "sha256_text");
    record->agencies = record__list(arena, json_object_get(doc, "agencies"), NULL, error);
    record->status = record_string(doc, "status");
    record->embargo = record_string(doc, "embargo");
    record->note = record_string(doc, "note");
    record->number = json_integer_value(json_object_get(doc, "version"));
    record->version = record_string(laut, "version");
    record->tables = record_string(laut, "tables");
    record->model = record_string(laut, "model");
    record->text = record_string(record->root, "text");
    record->entities = json_object_get(record->root, "entities");
    if (!record->agencies)
        return false;
    if (!record->id || !record->sha256_text || !record->sha256_input)
        return record__refuse(error, "doc", "has no id or no hashes");
    if (!record->version || !record->tables || !record->model)
        return record__refuse(error, "laut", "does not tell what coded it");
    if (!record->text)
        return record__refuse(error, "text", "is missing");
    record->text_bytes = json_string_length(json_object_get(record->root, "text"));
    if (strlen(record->text) != record->text_bytes)
        return record__refuse(error, "text", "has a zero byte");
    char digest[65];
    hash_sha256(record->text, record->text_bytes, digest);
    if (!redacted && strcmp(digest, record->sha256_text) != 0)
        return record__refuse(error, "text", "is not the one of its hash");
    record->own_id = strncmp(record->id, digest, strlen(record->id)) != 0;
    (void)day_read(record->published, &record->published_day);
    return true;
}

bool record_open(const char *bytes, size_t length, struct arena *arena, struct archive_record *record, struct laut_error *error)
{
    json_error_t why;
    *record = (struct archive_record){.root = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &why)};
    if (!record->root && (!why.text[0] || json_error_code(&why) == json_error_out_of_memory))
        return error_out_of_memory(error);
    if (!record->root)
        return error_set(error, NULL, 0, record__remedy, "no JSON: %s", why.text);
    if (record__report(record, false, arena, error) && record__events(record, arena, error))
        return true;
    record_close(record);
    return false;
}

bool record_open_redacted(json_t *root, struct arena *arena, struct archive_record *record, struct laut_error *error)
{
    *record = (struct archive_record){.root = root};
    if (record__report(record, true, arena, error) && record__events(record, arena, error))
        return true;
    record_close(record);
    return false;
}

void record_close(struct archive_record *record)
{
    json_decref(record->root);
    record->root = NULL;
}

const json_t *record_entity(const struct archive_record *record, const json_t *party)
{
    const char *const id = record_string(party, "entity");
    size_t index;
    json_t *entity;
    if (id)
        json_array_foreach(record->entities, index, entity)
            if (record_string(entity, "id") && strcmp(record_string(entity, "id"), id) == 0)
                return entity;
    return NULL;
}
