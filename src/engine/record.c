/* engine/record.c: the view of a document that the record shows. Every layer is copied once into the types of laut.h; ids
 * count what lies in the report's own text, in the document's order; the public id of a claim hashes the text's digest, the
 * trigger and the type, so that it changes only with these. */
#include "engine/record.h"

#include "base/hash.h"
#include "engine/names.h"
#include "engine/positions.h"
#include "time/calendar.h"

#include <math.h>
#include <string.h>

/* The part of the document's text that a span lies in. */
enum part { PART_TITLE, PART_TEXT };

struct maker {
    const struct document *document;
    struct arena *arena;
    struct positions positions;
    uint32_t text_begin;                         /* code points before the report's own text */
    const struct laut_time *times;               /* [time_count], like the document's; id NULL: in the title */
    const struct laut_quantity *quantities;
    const struct laut_statement *statements;
    const struct laut_item *items;
    const uint32_t *sentence_numbers;            /* [sentence_count]; UINT32_MAX: in the title */
    struct record *record;
    struct laut_error *error;
};

static enum part maker__part(const struct maker *maker, struct span span)
{
    return span.begin_byte >= maker->document->body_begin_byte ? PART_TEXT : PART_TITLE;
}

static struct laut_span maker__span(const struct maker *maker, struct span span)
{
    const uint32_t shift = maker__part(maker, span) == PART_TEXT ? maker->text_begin : 0;
    return (struct laut_span){positions_codepoint(&maker->positions, span.begin_byte) - shift,
                              positions_codepoint(&maker->positions, span.end_byte) - shift};
}

/* The spans of a list that lie in part. */
static bool maker__spans(const struct maker *maker, struct span_list list, enum part part, struct laut_spans *spans)
{
    struct laut_span *const items = arena_take(maker->arena, list.count, sizeof *items, maker->error);
    if (!items)
        return false;
    *spans = (struct laut_spans){.items = items};
    for (size_t i = 0; i < list.count; i++)
        if (maker__part(maker, list.items[i]) == part)
            items[spans->count++] = maker__span(maker, list.items[i]);
    return true;
}

static const char *maker__id(const struct maker *maker, char letter, size_t number)
{
    return arena_format(maker->arena, maker->error, "%c%zu", letter, number);
}

static const char *maker__words(const struct maker *maker, struct span span)
{
    return arena_copy_string(maker->arena, maker->document->text + span.begin_byte, span.end_byte - span.begin_byte,
                             maker->error);
}

static const char *maker__code(const char code[4])
{
    return code[0] ? code : NULL;
}

/* YYYY-MM-DD; before year 0 with a minus before four digits. */
static const char *maker__day(const struct maker *maker, int32_t day)
{
    const struct calendar_date date = calendar_date_of(day);
    return arena_format(maker->arena, maker->error, "%s%04d-%02d-%02d", date.year < 0 ? "-" : "", date.year < 0 ? -date.year : date.year,
                        date.month, date.day);
}

static bool maker__interval(const struct maker *maker, int32_t begin, int32_t end, struct laut_interval *interval)
{
    *interval = (struct laut_interval){NULL, NULL};
    if (begin == DAY_NONE || end == DAY_NONE)
        return true;
    interval->begin = maker__day(maker, begin);
    interval->end = maker__day(maker, end);
    return interval->begin && interval->end;
}

static bool maker__sentences(struct maker *maker)
{
    const struct document *const document = maker->document;
    struct laut_span *const spans = arena_take(maker->arena, document->sentence_count, sizeof *spans, maker->error);
    uint32_t *const numbers = arena_take(maker->arena, document->sentence_count, sizeof *numbers, maker->error);
    if (!spans || !numbers)
        return false;
    for (size_t i = 0; i < document->sentence_count; i++) {
        numbers[i] = UINT32_MAX;
        if (maker__part(maker, document->sentences[i].span) == PART_TITLE)
            continue;
        numbers[i] = (uint32_t)maker->record->sentence_count;
        spans[maker->record->sentence_count++] = maker__span(maker, document->sentences[i].span);
    }
    maker->sentence_numbers = numbers;
    maker->record->sentences = spans;
    return true;
}

/* Gathers each entity's mentions: counted, laid out, filled. */
static bool maker__entity_mentions(const struct maker *maker, struct laut_entity *entities)
{
    const struct document *const document = maker->document;
    size_t *const ends = arena_take(maker->arena, document->entity_count + 1, sizeof *ends, maker->error);
    if (!ends)
        return false;
    size_t total = 0;
    for (size_t i = 0; i < document->mention_count; i++)
        for (size_t k = 0; k < document->mentions[i].entity_count; k++, total++)
            ends[document->mentions[i].entities[k]]++;
    struct laut_span *const spans = arena_take(maker->arena, total, sizeof *spans, maker->error);
    if (!spans)
        return false;
    size_t begin = 0;
    for (size_t i = 0; i < document->entity_count; i++) {
        entities[i].mentions.items = spans + begin;
        begin += ends[i];
        ends[i] = begin - ends[i];
    }
    for (size_t i = 0; i < document->mention_count; i++) {
        const struct mention *const mention = &document->mentions[i];
        if (maker__part(maker, mention->span) == PART_TITLE)
            continue;
        for (size_t k = 0; k < mention->entity_count; k++) {
            spans[ends[mention->entities[k]]++] = maker__span(maker, mention->span);
            entities[mention->entities[k]].mentions.count++;
        }
    }
    return true;
}

static bool maker__entities(struct maker *maker)
{
    const struct document *const document = maker->document;
    struct laut_entity *const entities = arena_take(maker->arena, document->entity_count, sizeof *entities, maker->error);
    if (!entities)
        return false;
    for (size_t i = 0; i < document->entity_count; i++) {
        const struct entity *const from = &document->entities[i];
        entities[i] = (struct laut_entity){.id = maker__id(maker, 'N', i + 1), .name = from->name,
                                           .kind = name_entity_kind(from->kind), .code = maker__code(from->code),
                                           .sector = name_sector(from->sector), .geonames = from->geonames};
        if (!entities[i].id)
            return false;
    }
    maker->record->entities = entities;
    maker->record->entity_count = document->entity_count;
    return maker__entity_mentions(maker, entities);
}

static bool maker__times(struct maker *maker)
{
    const struct document *const document = maker->document;
    struct laut_time *const times = arena_take(maker->arena, document->time_count, sizeof *times, maker->error);
    const struct laut_time **const shown = arena_take(maker->arena, document->time_count, sizeof *shown, maker->error);
    if (!times || !shown)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < document->time_count; i++) {
        const struct time_expression *const from = &document->times[i];
        times[i] = (struct laut_time){.span = maker__span(maker, from->span), .type = name_timex_type(from->type),
                                      .value = from->value, .mod = from->mod, .why = from->why};
        if (!maker__interval(maker, from->begin_day, from->end_day, &times[i].interval))
            return false;
        if (maker__part(maker, from->span) == PART_TITLE)
            continue;
        shown[count++] = &times[i];
        times[i].id = maker__id(maker, 'T', count);
        if (!times[i].id)
            return false;
    }
    maker->times = times;
    maker->record->times = shown;
    maker->record->time_count = count;
    return true;
}

/* Does an item have the quantity? */
static bool maker__is_counted(const struct document *document, size_t quantity)
{
    for (uint32_t i = 0; i < document->item_count; i++)
        if (document->items[i].quantity == quantity)
            return true;
    return false;
}

static bool maker__quantities(struct maker *maker)
{
    const struct document *const document = maker->document;
    struct laut_quantity *const quantities = arena_take(maker->arena, document->quantity_count, sizeof *quantities,
                                                        maker->error);
    const struct laut_quantity **const shown = arena_take(maker->arena, document->quantity_count, sizeof *shown,
                                                          maker->error);
    if (!quantities || !shown)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < document->quantity_count; i++) {
        const struct quantity *const from = &document->quantities[i];
        quantities[i] = (struct laut_quantity){.span = maker__span(maker, from->span), .value = from->value, .to = from->to,
                                               .relation = from->relation, .unit = from->unit,
                                               .scope = name_scope(from->scope), .why = from->why};
        if (maker__part(maker, from->span) == PART_TITLE || (from->article && !maker__is_counted(document, i)))
            continue;
        shown[count++] = &quantities[i];
        quantities[i].id = maker__id(maker, 'Q', count);
        if (!quantities[i].id)
            return false;
    }
    maker->quantities = quantities;
    maker->record->quantities = shown;
    maker->record->quantity_count = count;
    return true;
}

static enum part maker__statement_part(const struct maker *maker, const struct statement *statement)
{
    const struct span_list *const lists[] = {&statement->quote, &statement->cue, &statement->speaker};
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (lists[i]->count)
            return maker__part(maker, lists[i]->items[0]);
    return PART_TEXT;
}

static bool maker__statement(const struct maker *maker, const struct statement *from, struct laut_statement *statement)
{
    const enum part part = maker__statement_part(maker, from);
    statement->type = name_statement_type(from->type);
    statement->medium = from->medium;
    statement->why = from->why;
    if (from->entity != DOCUMENT_NONE)
        statement->entity = maker->record->entities[from->entity].id;
    if (from->time != DOCUMENT_NONE)
        statement->time = maker->times[from->time].id;
    return maker__spans(maker, from->quote, part, &statement->quote) && maker__spans(maker, from->cue, part, &statement->cue) &&
           maker__spans(maker, from->speaker, part, &statement->speaker) &&
           maker__spans(maker, from->addressee, part, &statement->addressee) &&
           maker__spans(maker, from->frame, part, &statement->frame);
}

static bool maker__statements(struct maker *maker)
{
    const struct document *const document = maker->document;
    struct laut_statement *const statements = arena_take(maker->arena, document->statement_count, sizeof *statements,
                                                         maker->error);
    const struct laut_statement **const shown = arena_take(maker->arena, document->statement_count, sizeof *shown,
                                                           maker->error);
    if (!statements || !shown)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < document->statement_count; i++) {
        if (!maker__statement(maker, &document->statements[i], &statements[i]))
            return false;
        if (maker__statement_part(maker, &document->statements[i]) == PART_TITLE)
            continue;
        shown[count++] = &statements[i];
        statements[i].id = maker__id(maker, 'S', count);
        if (!statements[i].id)
            return false;
    }
    for (size_t i = 0; i < document->statement_count; i++)
        if (document->statements[i].inside != DOCUMENT_NONE)
            statements[i].inside = statements[document->statements[i].inside].id;
    maker->statements = statements;
    maker->record->statements = shown;
    maker->record->statement_count = count;
    return true;
}

static bool maker__items(struct maker *maker)
{
    const struct document *const document = maker->document;
    struct laut_item *const items = arena_take(maker->arena, document->item_count, sizeof *items, maker->error);
    if (!items)
        return false;
    for (size_t i = 0; i < document->item_count; i++) {
        const struct item_mention *const from = &document->items[i];
        items[i] = (struct laut_item){.text = maker__words(maker, from->span), .span = maker__span(maker, from->span),
                                      .item_class = from->item_class, .designation = from->designation,
                                      .unroca_basis = from->unroca_basis, .origin = maker__code(from->origin),
                                      .unroca = {from->unroca, from->unroca_count}, .why = from->why};
        if (from->quantity != DOCUMENT_NONE)
            items[i].quantity = &maker->quantities[from->quantity];
        if (!items[i].text)
            return false;
    }
    maker->items = items;
    return true;
}

static bool maker__parties(const struct maker *maker, const struct party *from, size_t count, enum part part, bool sources,
                           struct laut_parties *parties)
{
    struct laut_party *const items = arena_take(maker->arena, count, sizeof *items, maker->error);
    if (!items)
        return false;
    for (size_t i = 0; i < count; i++) {
        items[i] = (struct laut_party){.text = from[i].text ? from[i].text : "", .code = maker__code(from[i].code),
                                       .sector = name_sector(from[i].sector)};
        if (from[i].span.end_byte > from[i].span.begin_byte && maker__part(maker, from[i].span) == part) {
            items[i].has_span = true;
            items[i].span = maker__span(maker, from[i].span);
        }
        if (from[i].entity != DOCUMENT_NONE)
            items[i].entity = maker->record->entities[from[i].entity].id;
        if (sources) {
            items[i].named = name_naming(from[i].naming);
            items[i].party = from[i].is_party;
        }
    }
    *parties = (struct laut_parties){items, count};
    return true;
}

static bool maker__event_items(const struct maker *maker, const struct event *from, struct laut_items *items)
{
    struct laut_item *const list = arena_take(maker->arena, from->item_count, sizeof *list, maker->error);
    if (!list)
        return false;
    for (size_t i = 0; i < from->item_count; i++)
        list[i] = maker->items[from->items[i]];
    *items = (struct laut_items){list, from->item_count};
    return true;
}

static bool maker__place(const struct maker *maker, const struct event *from, enum part part, struct laut_place *place)
{
    *place = (struct laut_place){.latitude = (double)NAN, .longitude = (double)NAN};
    if (from->place_entity == DOCUMENT_NONE)
        return true;
    const struct entity *const entity = &maker->document->entities[from->place_entity];
    place->text = entity->name;
    place->country = maker__code(entity->place_country);
    place->precision = name_precision(entity->precision);
    if (entity->precision != PRECISION_COUNTRY) {
        place->latitude = entity->latitude;
        place->longitude = entity->longitude;
    }
    if (from->place_mention == DOCUMENT_NONE)
        return true;
    const struct mention *const mention = &maker->document->mentions[from->place_mention];
    place->has_span = maker__part(maker, mention->span) == part;
    place->span = maker__span(maker, mention->span);
    if (mention->kind == MENTION_NAME)
        place->text = maker__words(maker, mention->span);
    return place->text != NULL;
}

/* c- and 16 digits of the digest; a second event of the same trigger and type gets another number behind. */
static const char *maker__claim(const struct maker *maker, const struct laut_event *event)
{
    char key[65 + 512];
    size_t length = (size_t)snprintf(key, sizeof key, "%s %s", maker->document->report.sha256_text, event->part);
    for (size_t i = 0; i < event->trigger.count && length + 32 < sizeof key; i++)
        length += (size_t)snprintf(key + length, sizeof key - length, " %u-%u", event->trigger.items[i].begin,
                                   event->trigger.items[i].end);
    length += (size_t)snprintf(key + length, sizeof key - length, " %s", event->type);
    char digest[65];
    hash_sha256(key, length, digest);
    unsigned same = 1;
    for (const struct laut_event *earlier = maker->record->events; earlier < event; earlier++)
        same += strncmp(earlier->claim + 2, digest, 16) == 0;
    return same == 1 ? arena_format(maker->arena, maker->error, "c-%.16s", digest)
                     : arena_format(maker->arena, maker->error, "c-%.16s-%u", digest, same);
}

static bool maker__event_times(const struct maker *maker, const struct event *from, struct laut_event *event)
{
    if (!maker__interval(maker, from->begin_day, from->end_day, &event->when) ||
        !maker__interval(maker, from->said_begin_day, from->said_end_day, &event->said))
        return false;
    if (event->when.begin) {
        const bool told = from->time != DOCUMENT_NONE;
        event->when_time = told ? maker->times[from->time].id : NULL;
        event->when_basis = told && maker->document->times[from->time].relative ? "relative" : "explicit";
        event->when_inherited = from->time_inherited;
    }
    return true;
}

/* Notes on parties whose entry may no longer hold on the day of the report. */
static bool maker__notes(struct maker *maker, const struct event *from, struct laut_strings *notes)
{
    const struct { const struct party *parties; size_t count; } roles[] = {
        {from->actors, from->actor_count}, {from->recipients, from->recipient_count}, {from->sources, from->source_count}};
    const char **const items = arena_take(maker->arena, from->actor_count + from->recipient_count + from->source_count + 1, sizeof *items,
                                          maker->error);
    size_t count = 0;
    for (size_t k = 0; items && k < sizeof roles / sizeof *roles; k++)
        for (size_t i = 0; i < roles[k].count; i++) {
            const uint32_t index = roles[k].parties[i].entity;
            const struct entity *const entity = index == DOCUMENT_NONE ? NULL : &maker->document->entities[index];
            if (!entity || !entity->known_until)
                continue;
            const char *const note = arena_format(maker->arena, maker->error, "%s: known until %s", entity->why, entity->known_until);
            bool new = note != NULL;
            for (size_t other = 0; new && other < count; other++)
                new = strcmp(items[other], note) != 0;
            if (!note)
                return false;
            if (new)
                items[count++] = note;
        }
    *notes = (struct laut_strings){items, count};
    return items != NULL;
}

static bool maker__event(struct maker *maker, const struct event *from, size_t number, struct laut_event *event)
{
    const enum part part = from->trigger.count ? maker__part(maker, from->trigger.items[0]) : PART_TEXT;
    const char **const aux = arena_take(maker->arena, 4, sizeof *aux, maker->error);
    if (!aux)
        return false;
    *event = (struct laut_event){.id = maker__id(maker, 'E', number), .part = part == PART_TEXT ? "text" : "title",
                                 .type = name_event_type(from->type), .modes = {from->modes, from->mode_count},
                                 .sentence = maker->sentence_numbers[from->sentence], .incident = from->incident,
                                 .factuality = name_factuality(from->factuality), .aux = {aux, names_aux(from->aux, aux)},
                                 .evidence = maker__span(maker, from->evidence),
                                 .confidence = from->confidence > 0 ? round(from->confidence * 100) / 100 : (double)NAN,
                                 .why_frame = from->why_frame, .why_attribution = from->why_attribution,
                                 .why_confidence = {from->why_confidence, from->why_confidence_count}};
    if (from->statement != DOCUMENT_NONE)
        event->statement = maker->statements[from->statement].id;
    if (!event->id || !maker__notes(maker, from, &event->why_notes) || !maker__spans(maker, from->trigger, part, &event->trigger) ||
        !maker__parties(maker, from->actors, from->actor_count, part, false, &event->actors) ||
        !maker__parties(maker, from->recipients, from->recipient_count, part, false, &event->recipients) ||
        !maker__parties(maker, from->sources, from->source_count, part, true, &event->sources) ||
        !maker__event_items(maker, from, &event->items) || !maker__event_times(maker, from, event) ||
        !maker__place(maker, from, part, &event->place))
        return false;
    event->claim = maker__claim(maker, event);
    return event->claim != NULL;
}

static bool maker__events(struct maker *maker)
{
    const struct document *const document = maker->document;
    struct laut_event *const events = arena_take(maker->arena, document->event_count, sizeof *events, maker->error);
    if (!events)
        return false;
    maker->record->events = events;
    for (size_t i = 0; i < document->event_count; i++)
        if (!maker__event(maker, &document->events[i], i + 1, &events[i]))
            return false;
    maker->record->event_count = document->event_count;
    return true;
}

static struct laut_rights record__rights(const struct rights *from)
{
    static const char *const words[] = {[RESERVATION_NONE] = "free", [RESERVATION_MADE] = "reserved"};
    return (struct laut_rights){from->reservation == RESERVATION_UNTOLD ? NULL : words[from->reservation], from->basis, from->policy, from->robots};
}

void record_report(const struct document *document, struct laut_report *report)
{
    const struct report *const from = &document->report;
    *report = (struct laut_report){
        .id = from->id, .uri = from->uri, .title = from->title, .published = from->published,
        .published_basis = from->published ? from->published_basis : NULL, .modified = from->modified,
        .publisher = from->publisher, .agencies = {from->agencies, from->agency_count},
        .author = from->author, .lead = from->lead, .language = from->language, .input = from->input,
        .input_line = from->input_line, .title_in_text = from->title_in_text, .sha256_input = from->sha256_input,
        .sha256_text = from->sha256_text, .retrieved = from->retrieved, .warc_record = from->warc_record, .repairs = from->repairs,
        .rights = record__rights(&from->rights),
        .status = from->status, .embargo = from->embargo, .note = from->note, .version = from->version,
        .text = document->text + document->body_begin_byte};
}

bool record_make(const struct document *document, struct record *record, struct laut_error *error)
{
    struct maker maker = {.document = document, .arena = document->arena, .record = record, .error = error};
    *record = (struct record){.sentence_count = 0};
    record_report(document, &record->report);
    if (!positions_open(document->arena, document->text, document->text_bytes, &maker.positions, error))
        return false;
    maker.text_begin = positions_codepoint(&maker.positions, document->body_begin_byte);
    return maker__sentences(&maker) && maker__entities(&maker) && maker__times(&maker) && maker__quantities(&maker) &&
           maker__statements(&maker) && maker__items(&maker) && maker__events(&maker);
}
