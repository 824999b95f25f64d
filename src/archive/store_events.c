/* archive/store_events.c: see archive/store_events.h. */
#include "archive/store_events.h"

#include "archive/actors.h"
#include "archive/layers.h"
#include "archive/rules.h"
#include "archive/terms.h"
#include "archive/transfers.h"

#include <math.h>
#include <string.h>

bool store_next_id(struct laut_archive *archive, enum sql last, int32_t day, int64_t *id, struct laut_error *error)
{
    const int64_t first = day_first_id(day), behind = day == DAY_UNKNOWN ? day_first_id(DAY_UNKNOWN) + (1 << 24) : day_first_id(day + 1);
    *id = first;
    if (!statement_number(archive, last, error, id, "ii", first, behind))
        return false;
    ++*id;
    return *id < behind || error_set(error, archive->path, 0, "divide it into several archives", "a day has too many claims");
}

static bool store__record(struct laut_archive *archive, const struct record_event *event, int64_t id, struct arena *arena,
                          struct laut_error *error)
{
    struct layers packed;
    return event_pack(event->json, arena, &packed, error) &&
           statement_run(archive, SQL_EVENT_RECORD_INSERT, error, "ib", id, packed.bytes, packed.length);
}

static void store__day(struct statement *statement, int at, int32_t day)
{
    if (day == DAY_UNKNOWN)
        (void)sqlite3_bind_null(statement->handle, at);
    else
        (void)sqlite3_bind_int(statement->handle, at, day);
}

static bool store__row(struct laut_archive *archive, const struct stored_report *stored, const struct archive_record *record,
                       const struct record_event *event, int64_t mention, int64_t id, struct laut_error *error)
{
    struct statement insert = statement_open(archive, SQL_EVENT_INSERT, error);
    if (statement_bind(&insert, "isiiiisssnnnnnsssssdsi", id, event->claim, stored->coding, stored->report, stored->outlet, mention,
                       event->type, event->modes, event->factuality, event->who, event->whom, event->sources, event->goods,
                       event->country, event->confidence, transfers_state(archive, transfers_row(archive, event)), (int64_t)(event - record->events))) {
        store__day(&insert, 10, event->happened.begin);
        store__day(&insert, 11, event->happened.end);
        store__day(&insert, 12, event->said.begin);
        store__day(&insert, 13, event->said.end);
        store__day(&insert, 14, record->published_day);
        (void)statement_step(&insert);
    }
    return statement_close(&insert);
}

static bool store__index(struct laut_archive *archive, const struct stored_report *stored, const struct record_event *event, int64_t id,
                         struct arena *arena, struct laut_error *error)
{
    const char *const terms = terms_of_event(event, stored->outlet_name, transfers_state(archive, transfers_row(archive, event)), arena, error);
    const char *const words = terms ? arena_copy_string(arena, event->words, event->words_bytes, error) : NULL;
    return words && statement_run(archive, SQL_EVENT_INDEX_INSERT, error, "iss", id, terms, words);
}

static bool store__event(struct laut_archive *archive, const struct stored_report *stored, const struct archive_record *record,
                         const struct record_event *event, int64_t mention, int64_t *id, struct arena *arena, struct laut_error *error)
{
    const int32_t day = event->happened.begin != DAY_UNKNOWN ? event->happened.begin : record->published_day;
    return store_next_id(archive, SQL_EVENT_LAST_ID, day, id, error) &&
           store__row(archive, stored, record, event, mention, *id, error) && store__record(archive, event, *id, arena, error) &&
           store__index(archive, stored, event, *id, arena, error) && actors_store(archive, record, event, *id, error) &&
           transfers_store(archive, record, event, transfers_row(archive, event), *id, arena, error);
}

/* What the rules compare of the events that have the same number in the record as the one at index. */
static const char *store__features(struct laut_archive *archive, const struct archive_record *record, size_t index, const char *topics,
                                   struct arena *arena, struct laut_error *error)
{
    const struct record_event *const event = &record->events[index];
    struct features features;
    size_t count = 0, *const events = arena_take(arena, record->event_count, sizeof *events, error);
    for (size_t i = index; events && i < record->event_count; i++)
        if (i == index || (event->incident && record->events[i].incident == event->incident))
            events[count++] = i;
    return events && features_of_mention(record, events, count, rules_family(archive->rules, event->type, event->modes), topics, arena, &features,
                                         error)
               ? features_write(&features, arena, error)
               : NULL;
}

/* The mention of an event: that of an earlier event with the same number in the record, or a new one. */
static bool store__mention(struct laut_archive *archive, const struct stored_report *stored, const struct archive_record *record, size_t index,
                           const char *topics, int64_t *mentions, struct arena *arena, struct laut_error *error)
{
    const struct record_event *const event = &record->events[index];
    for (size_t i = 0; event->incident && i < index; i++) {
        if (record->events[i].incident == event->incident) {
            mentions[index] = mentions[i];
            return true;
        }
    }
    const char *const features = store__features(archive, record, index, topics, arena, error);
    const bool done = features && statement_run(archive, SQL_MENTION_INSERT, error, "inss", stored->coding, rules_family(archive->rules, event->type, event->modes), features);
    mentions[index] = sqlite3_last_insert_rowid(archive->database);
    return done;
}

bool store_events(struct laut_archive *archive, const struct stored_report *stored, const struct archive_record *record,
                  struct arena *arena, struct laut_error *error)
{
    int64_t *const mentions = arena_take(arena, record->event_count + 1, sizeof *mentions, error);
    const char *const topics = mentions ? features_topics(record, arena, error) : NULL;
    if (!topics)
        return false;
    for (size_t i = 0; i < record->event_count; i++) {
        int64_t event;
        if (!store__mention(archive, stored, record, i, topics, mentions, arena, error) ||
            !store__event(archive, stored, record, &record->events[i], mentions[i], &event, arena, error))
            return false;
    }
    return true;
}

bool store_event_of_people(struct laut_archive *archive, const struct stored_report *stored, const struct archive_record *record, size_t index,
                           int64_t mention, int64_t *event, struct arena *arena, struct laut_error *error)
{
    int64_t *const mentions = arena_take(arena, record->event_count + 1, sizeof *mentions, error);
    const char *const topics = mentions && !mention ? features_topics(record, arena, error) : "";
    if (!mentions || !topics)
        return false;
    mentions[index] = mention;
    return (mention || store__mention(archive, stored, record, index, topics, mentions, arena, error)) &&
           store__event(archive, stored, record, &record->events[index], mentions[index], event, arena, error);
}
