/* engine/record_json.c: the record as one line of JSON, field by field as docs/record.md and data/record.schema.json have it.
 * Fields of layers that a report does not have (a page's meta data, for one) are null. */
#include "engine/record_json.h"

#include "base/json.h"

#include <math.h>
#include <string.h>

static void json__span(struct json_writer *json, const char *key, struct laut_span span)
{
    json_write_array_open(json, key);
    json_write_integer(json, NULL, span.begin);
    json_write_integer(json, NULL, span.end);
    json_write_array_close(json);
}

static void json__spans(struct json_writer *json, const char *key, struct laut_spans spans)
{
    json_write_array_open(json, key);
    for (size_t i = 0; i < spans.count; i++)
        json__span(json, NULL, spans.items[i]);
    json_write_array_close(json);
}

static void json__strings(struct json_writer *json, const char *key, struct laut_strings strings)
{
    json_write_array_open(json, key);
    for (size_t i = 0; i < strings.count; i++)
        json_write_string(json, NULL, strings.items[i]);
    json_write_array_close(json);
}

static void json__sha256(struct json_writer *json, const char *key, const char *digest)
{
    char named[8 + 65] = "sha256:";
    if (digest)
        (void)strncat(named, digest, 64);
    json_write_string(json, key, digest ? named : NULL);
}

/* null where nothing was told. */
static void json__rights(struct json_writer *json, const struct laut_rights *rights)
{
    if (!rights->reservation && !rights->policy && !rights->robots) {
        json_write_null(json, "rights");
        return;
    }
    json_write_object_open(json, "rights");
    json_write_string(json, "reservation", rights->reservation);
    json_write_string(json, "basis", rights->basis);
    json_write_string(json, "policy", rights->policy);
    json_write_string(json, "robots", rights->robots);
    json_write_object_close(json);
}

static void json__report(struct json_writer *json, const struct laut_report *report)
{
    json_write_object_open(json, "doc");
    json_write_string(json, "id", report->id);
    json_write_string(json, "uri", report->uri);
    json_write_string(json, "title", report->title);
    json_write_string(json, "published", report->published);
    json_write_string(json, "published_basis", report->published_basis);
    json_write_string(json, "modified", report->modified);
    json_write_string(json, "retrieved", report->retrieved);
    json_write_string(json, "publisher", report->publisher);
    json_write_string(json, "author", report->author);
    json_write_string(json, "lead", report->lead);
    json__strings(json, "agencies", report->agencies);
    json_write_string(json, "language", report->language);
    json_write_string(json, "input", report->input);
    json_write_string(json, "sha256_input", report->sha256_input);
    json_write_string(json, "sha256_text", report->sha256_text);
    json_write_integer(json, "repairs", report->repairs);
    json_write_string(json, "warc_record", report->warc_record);
    json__rights(json, &report->rights);
    json_write_string(json, "status", report->status);
    json_write_string(json, "embargo", report->embargo);
    if (report->version)
        json_write_integer(json, "version", report->version);
    else
        json_write_null(json, "version");
    json_write_string(json, "note", report->note);
    json_write_object_close(json);
}

static void json__entities(struct json_writer *json, const struct record *record)
{
    json_write_array_open(json, "entities");
    for (size_t i = 0; i < record->entity_count; i++) {
        const struct laut_entity *const entity = &record->entities[i];
        json_write_object_open(json, NULL);
        json_write_string(json, "id", entity->id);
        json_write_string(json, "name", entity->name);
        json_write_string(json, "kind", entity->kind);
        json_write_string(json, "code", entity->code);
        json_write_string(json, "sector", entity->sector);
        json_write_object_open(json, "external");
        if (entity->geonames)
            json_write_string(json, "geonames", entity->geonames);
        json_write_object_close(json);
        json__spans(json, "mentions", entity->mentions);
        json_write_object_close(json);
    }
    json_write_array_close(json);
}

static void json__times(struct json_writer *json, const struct record *record)
{
    json_write_array_open(json, "times");
    for (size_t i = 0; i < record->time_count; i++) {
        const struct laut_time *const time = record->times[i];
        json_write_object_open(json, NULL);
        json_write_string(json, "id", time->id);
        json__span(json, "span", time->span);
        json_write_string(json, "type", time->type);
        json_write_string(json, "value", time->value);
        json_write_string(json, "mod", time->mod);
        json_write_string(json, "begin", time->interval.begin);
        json_write_string(json, "end", time->interval.end);
        json_write_string(json, "why", time->why);
        json_write_object_close(json);
    }
    json_write_array_close(json);
}

/* with_id: in the list of quantities; without: as part of an item. */
static void json__quantity(struct json_writer *json, const char *key, const struct laut_quantity *quantity, bool with_id)
{
    json_write_object_open(json, key);
    if (with_id)
        json_write_string(json, "id", quantity->id);
    json__span(json, "span", quantity->span);
    json_write_number(json, "value", quantity->value);
    json_write_number(json, "to", quantity->to);
    json_write_string(json, "relation", quantity->relation);
    json_write_string(json, "unit", quantity->unit);
    json_write_string(json, "scope", quantity->scope);
    if (with_id)
        json_write_string(json, "why", quantity->why);
    json_write_object_close(json);
}

static void json__quantities(struct json_writer *json, const struct record *record)
{
    json_write_array_open(json, "quantities");
    for (size_t i = 0; i < record->quantity_count; i++)
        json__quantity(json, NULL, record->quantities[i], true);
    json_write_array_close(json);
}

static void json__statements(struct json_writer *json, const struct record *record)
{
    json_write_array_open(json, "statements");
    for (size_t i = 0; i < record->statement_count; i++) {
        const struct laut_statement *const statement = record->statements[i];
        json_write_object_open(json, NULL);
        json_write_string(json, "id", statement->id);
        json_write_string(json, "type", statement->type);
        json_write_string(json, "medium", statement->medium);
        json__spans(json, "quote", statement->quote);
        json__spans(json, "cue", statement->cue);
        json__spans(json, "speaker", statement->speaker);
        json_write_string(json, "entity", statement->entity);
        json__spans(json, "addressee", statement->addressee);
        json__spans(json, "frame", statement->frame);
        json_write_string(json, "inside", statement->inside);
        json_write_string(json, "time", statement->time);
        json_write_string(json, "why", statement->why);
        json_write_object_close(json);
    }
    json_write_array_close(json);
}

static void json__parties(struct json_writer *json, const char *key, struct laut_parties parties, bool sources)
{
    json_write_array_open(json, key);
    for (size_t i = 0; i < parties.count; i++) {
        const struct laut_party *const party = &parties.items[i];
        json_write_object_open(json, NULL);
        json_write_string(json, "text", party->text);
        if (party->has_span)
            json__span(json, "span", party->span);
        else
            json_write_null(json, "span");
        json_write_string(json, "entity", party->entity);
        json_write_string(json, "code", party->code);
        json_write_string(json, "sector", party->sector);
        if (sources) {
            json_write_string(json, "named", party->named);
            json_write_string(json, "party", party->party);
        }
        json_write_object_close(json);
    }
    json_write_array_close(json);
}

static void json__items(struct json_writer *json, struct laut_items items)
{
    json_write_array_open(json, "items");
    for (size_t i = 0; i < items.count; i++) {
        const struct laut_item *const item = &items.items[i];
        json_write_object_open(json, NULL);
        json_write_string(json, "text", item->text);
        json__span(json, "span", item->span);
        json_write_string(json, "class", item->item_class);
        json_write_string(json, "designation", item->designation);
        json__strings(json, "unroca", item->unroca);
        json_write_string(json, "unroca_basis", item->unroca_basis);
        json_write_string(json, "origin", item->origin);
        if (item->quantity)
            json__quantity(json, "quantity", item->quantity, false);
        else
            json_write_null(json, "quantity");
        json_write_string(json, "why", item->why);
        json_write_object_close(json);
    }
    json_write_array_close(json);
}

static void json__event_times(struct json_writer *json, const struct laut_event *event)
{
    if (event->when.begin) {
        json_write_object_open(json, "when");
        json_write_string(json, "begin", event->when.begin);
        json_write_string(json, "end", event->when.end);
        json_write_string(json, "time", event->when_time);
        json_write_boolean(json, "inherited", event->when_inherited);
        json_write_string(json, "basis", event->when_basis);
        json_write_object_close(json);
    } else {
        json_write_null(json, "when");
    }
    if (event->said.begin) {
        json_write_object_open(json, "said");
        json_write_string(json, "begin", event->said.begin);
        json_write_string(json, "end", event->said.end);
        json_write_object_close(json);
    } else {
        json_write_null(json, "said");
    }
}

static void json__place(struct json_writer *json, const struct laut_place *place)
{
    if (!place->text) {
        json_write_null(json, "place");
        return;
    }
    json_write_object_open(json, "place");
    json_write_string(json, "text", place->text);
    if (place->has_span)
        json__span(json, "span", place->span);
    else
        json_write_null(json, "span");
    json_write_string(json, "country", place->country);
    json_write_string(json, "precision", place->precision);
    json_write_number(json, "lat", place->latitude);
    json_write_number(json, "lon", place->longitude);
    json_write_object_close(json);
}

static void json__event(struct json_writer *json, const struct laut_event *event)
{
    json_write_object_open(json, NULL);
    json_write_string(json, "id", event->id);
    json_write_string(json, "claim", event->claim);
    json_write_string(json, "part", event->part);
    json_write_string(json, "type", event->type);
    json__strings(json, "mode", event->modes);
    json__spans(json, "trigger", event->trigger);
    if (event->sentence == UINT32_MAX)
        json_write_null(json, "sentence");
    else
        json_write_integer(json, "sentence", event->sentence);
    json_write_integer(json, "incident", event->incident);
    json__parties(json, "actors", event->actors, false);
    json__parties(json, "recipients", event->recipients, false);
    json__items(json, event->items);
    json__event_times(json, event);
    json__place(json, &event->place);
    json_write_string(json, "statement", event->statement);
    json__parties(json, "sources", event->sources, true);
    json_write_number(json, "confidence", event->confidence);
    json_write_string(json, "factuality", event->factuality);
    json__strings(json, "aux", event->aux);
    json__span(json, "evidence", event->evidence);
    json_write_object_open(json, "why");
    json_write_string(json, "frame", event->why_frame);
    json_write_string(json, "attribution", event->why_attribution);
    json__strings(json, "confidence", event->why_confidence);
    json__strings(json, "notes", event->why_notes);
    json_write_object_close(json);
    json_write_object_close(json);
}

bool record_write_json(const struct record *record, const struct record_version *version, double min_confidence, FILE *stream,
                       struct laut_error *error)
{
    struct json_writer json = json_writer_on(stream);
    json_write_object_open(&json, NULL);
    json_write_object_open(&json, "laut");
    json_write_string(&json, "version", version->version);
    json_write_string(&json, "coding", "PLOVER 2.0");
    json__sha256(&json, "tables", version->tables_sha256);
    json__sha256(&json, "model", version->model_sha256);
    json_write_object_close(&json);
    json__report(&json, &record->report);
    json_write_string(&json, "text", record->report.text);
    json_write_array_open(&json, "sentences");
    for (size_t i = 0; i < record->sentence_count; i++)
        json__span(&json, NULL, record->sentences[i]);
    json_write_array_close(&json);
    json__entities(&json, record);
    json__times(&json, record);
    json__quantities(&json, record);
    json__statements(&json, record);
    json_write_array_open(&json, "events");
    for (size_t i = 0; i < record->event_count; i++)
        if (!(record->events[i].confidence < min_confidence))
            json__event(&json, &record->events[i]);
    json_write_array_close(&json);
    json_write_object_close(&json);
    if (fputc('\n', stream) == EOF)
        json.failed = true;
    return json_write_finish(&json, error);
}
