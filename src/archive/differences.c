/* archive/differences.c: pairs the claims of two codings: first those that are equal in every field, then those that share type and
 * sense, then those that share type and a party; among several the one that differs in the fewest fields. */
#include "archive/differences.h"

#include "archive/builder.h"
#include "archive/json_text.h"
#include "archive/layers.h"
#include "archive/record.h"

#include <string.h>

enum { FIELD_COUNT = 10, NOT_THE_SAME = FIELD_COUNT + 1 };

static const char *const differences__names[FIELD_COUNT] = {"mode", "actors", "recipients", "items", "when", "place",
                                                            "sources", "factuality", "aux", "said"};

struct side {
    const char *claim, *type, *sense, *who, *whom;
    const char *fields[FIELD_COUNT];
    bool paired;
};

struct sides {
    struct side *items;
    size_t count, capacity;
};

/* A field without what differs between two texts that say the same: spans, ids, entries of tables. */
static void differences__content(json_t *value)
{
    static const char *const places[] = {"span", "entity", "why", "time", "inherited", "basis"};
    size_t index;
    json_t *entry;
    for (size_t i = 0; json_is_object(value) && i < sizeof places / sizeof places[0]; i++)
        (void)json_object_del(value, places[i]);
    if (json_is_array(value))
        json_array_foreach(value, index, entry)
            differences__content(entry);
    if (json_is_object(json_object_get(value, "quantity")))
        differences__content(json_object_get(value, "quantity"));
}

static const char *differences__field(json_t *event, const char *name, struct arena *arena, struct laut_error *error)
{
    json_t *const value = json_object_get(event, name);
    if (json_is_object(value) || json_is_array(value))
        differences__content(value);
    if (!value)
        return "null";
    char *const text = json_text(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_SORT_KEYS | JSON_REAL_PRECISION(9));
    const char *const copy = text ? arena_copy_string(arena, text, strlen(text), error) : NULL;
    if (!text)
        (void)error_out_of_memory(error);
    free(text);
    return copy;
}

static bool differences__side(const void *packed, size_t length, struct arena *arena, struct side *side, struct laut_error *error)
{
    json_t *const event = event_unpack(packed, length, error);
    struct record_event fields;
    bool done = event && record_event_open(event, arena, NULL, NULL, &fields, error);
    if (done) {
        const char *const sense = record_string(json_object_get(event, "why"), "frame");
        *side = (struct side){.claim = arena_format(arena, error, "%s", fields.claim), .type = arena_format(arena, error, "%s", fields.type),
                              .sense = arena_format(arena, error, "%s", sense ? sense : ""), .who = fields.who, .whom = fields.whom};
        done = side->claim && side->type && side->sense;
        for (size_t i = 0; done && i < FIELD_COUNT; i++)
            done = (side->fields[i] = differences__field(event, differences__names[i], arena, error)) != NULL;
    }
    json_decref(event);
    return done;
}

static bool differences__read(struct laut_archive *archive, int64_t coding, struct arena *arena, struct sides *sides,
                              struct laut_error *error)
{
    struct statement events = statement_open(archive, SQL_CODING_EVENTS, error);
    bool done = statement_bind(&events, "i", coding);
    while (done && statement_step(&events)) {
        struct side *const side = arena_append(arena, &sides->items, &sides->count, &sides->capacity, sizeof *side, error);
        done = side && differences__side(sqlite3_column_blob(events.handle, 2), (size_t)sqlite3_column_bytes(events.handle, 2), arena, side, error);
    }
    return statement_close(&events) && done;
}

/* In how many fields two claims differ; NOT_THE_SAME: they do not tell the same act. rank: 0 equal, 1 same sense, 2 a party in common. */
static size_t differences__distance(const struct side *a, const struct side *b, int rank)
{
    size_t distance = 0;
    if (strcmp(a->type, b->type) != 0)
        return NOT_THE_SAME;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        distance += strcmp(a->fields[i], b->fields[i]) != 0;
    const bool same_sense = strcmp(a->sense, b->sense) == 0;
    const bool same_party = (*a->who && strcmp(a->who, b->who) == 0) || (*a->whom && strcmp(a->whom, b->whom) == 0);
    if (rank == 0)
        return same_sense && distance == 0 ? 0 : NOT_THE_SAME;
    return (rank == 1 ? same_sense : same_party) ? distance : NOT_THE_SAME;
}

static bool differences__write(struct laut_archive *archive, int64_t coding, struct side *former, struct side *present,
                               struct arena *arena, struct laut_added *added, struct laut_error *error)
{
    struct builder fields = builder_on(arena, error);
    for (size_t i = 0; former && present && i < FIELD_COUNT; i++)
        if (strcmp(former->fields[i], present->fields[i]) != 0)
            builder_word(&fields, differences__names[i]);
    const char *const list = builder_text(&fields);
    const char *const kind = !former ? "added" : !present ? "withdrawn" : list && *list ? "changed" : "kept";
    if (former && present)
        former->paired = present->paired = true;
    added->added += !former;
    added->withdrawn += !present;
    added->changed += former && present && list && *list;
    added->kept += former && present && list && !*list;
    return list && statement_run(archive, SQL_CHANGE_INSERT, error, "issss", coding, kind, former ? former->claim : "",
                                 present ? present->claim : "", list);
}

static bool differences__pair(struct laut_archive *archive, int64_t coding, struct sides *former, struct sides *present, int rank,
                              struct arena *arena, struct laut_added *added, struct laut_error *error)
{
    for (size_t i = 0; i < present->count; i++) {
        struct side *const side = &present->items[i];
        struct side *best = NULL;
        size_t least = NOT_THE_SAME;
        for (size_t k = 0; !side->paired && k < former->count; k++) {
            const size_t distance = former->items[k].paired ? NOT_THE_SAME : differences__distance(&former->items[k], side, rank);
            if (distance < least) {
                least = distance;
                best = &former->items[k];
            }
        }
        if (best && !differences__write(archive, coding, best, side, arena, added, error))
            return false;
    }
    return true;
}

static bool differences__rest(struct laut_archive *archive, int64_t coding, struct sides *former, struct sides *present,
                              struct arena *arena, struct laut_added *added, struct laut_error *error)
{
    for (size_t i = 0; i < former->count; i++)
        if (!former->items[i].paired && !differences__write(archive, coding, &former->items[i], NULL, arena, added, error))
            return false;
    for (size_t i = 0; i < present->count; i++)
        if (!present->items[i].paired && !differences__write(archive, coding, NULL, &present->items[i], arena, added, error))
            return false;
    return true;
}

bool differences_store(struct laut_archive *archive, int64_t former, int64_t present, struct arena *arena, struct laut_added *added,
                       struct laut_error *error)
{
    struct sides before = {.count = 0}, after = {.count = 0};
    added->added = 0;
    if (!differences__read(archive, former, arena, &before, error) || !differences__read(archive, present, arena, &after, error))
        return false;
    for (int rank = 0; rank <= 2; rank++)
        if (!differences__pair(archive, present, &before, &after, rank, arena, added, error))
            return false;
    return differences__rest(archive, present, &before, &after, arena, added, error);
}

static bool differences__same(const json_t *former, const json_t *present, const char *name)
{
    json_t *const a = json_deep_copy(json_object_get(former, name)), *const b = json_deep_copy(json_object_get(present, name));
    differences__content(a);
    differences__content(b);
    const bool same = (json_is_null(a) || !a) ? json_is_null(b) || !b : json_equal(a, b) == 1;
    json_decref(a);
    json_decref(b);
    return same;
}

json_t *differences_fields(const json_t *former, const json_t *present)
{
    json_t *const fields = json_array();
    bool done = fields && (differences__same(former, present, "type") || json_array_append_new(fields, json_string("type")) == 0);
    for (size_t i = 0; done && i < FIELD_COUNT; i++)
        done = differences__same(former, present, differences__names[i]) || json_array_append_new(fields, json_string(differences__names[i])) == 0;
    if (done)
        return fields;
    json_decref(fields);
    return NULL;
}
