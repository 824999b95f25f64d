/* engine/document.c: documents as users of laut.h see them: coded by the rooms one after another, then shown as a record. */
#include "engine/csv.h"
#include "engine/engine.h"
#include "engine/ledger.h"
#include "engine/reading.h"
#include "engine/record_json.h"
#include "engine/timeml.h"
#include "event/explain.h"
#include "parse/conllu.h"
#include "parse/names.h"

#include <string.h>

struct laut_document *engine_document_open(const struct laut_engine *engine, struct laut_error *error)
{
    struct arena *const arena = arena_open(0, error);
    struct laut_document *const document = arena ? arena_take(arena, 1, sizeof *document, error) : NULL;
    if (!document) {
        arena_free(arena);
        return NULL;
    }
    document->engine = engine;
    document->document.arena = arena;
    document->document.report.published_day = DAY_NONE;
    return document;
}

void laut_document_free(struct laut_document *document)
{
    if (document)
        arena_free(document->document.arena);
}

/* The rooms know German only: a text in another language has its language told and nothing coded. */
static bool document__is_german(const struct document *document)
{
    return !document->report.language || strcmp(document->report.language, "de") == 0;
}

/* Runs the stages up to the one called last (NULL: all). */
static bool document__run(struct laut_document *document, const char *last, struct laut_error *error)
{
    const size_t count = engine_stage_count();
    for (size_t i = document->segmented ? 1 : 0; i < count; i++) {
        if (!engine_stage_run(document->engine, i, &document->document, error))
            return false;
        if ((last && strcmp(engine_stage_name(i), last) == 0) || (!last && !document__is_german(&document->document)))
            break;
    }
    return true;
}

bool laut_document_parse(struct laut_document *document, struct laut_error *error)
{
    return document__run(document, "parse", error);
}

bool laut_document_code(struct laut_document *document, struct laut_error *error)
{
    return document__run(document, NULL, error) && record_make(&document->document, &document->record, error);
}

/* ---- accessors ----------------------------------------------------------------------------------------------- */

const struct laut_report *laut_document_report(const struct laut_document *document)
{
    return &document->record.report;
}

size_t laut_document_sentence_count(const struct laut_document *document)
{
    return document->record.sentence_count;
}

const struct laut_span *laut_document_sentence(const struct laut_document *document, size_t index)
{
    return index < document->record.sentence_count ? &document->record.sentences[index] : NULL;
}

size_t laut_document_entity_count(const struct laut_document *document)
{
    return document->record.entity_count;
}

const struct laut_entity *laut_document_entity(const struct laut_document *document, size_t index)
{
    return index < document->record.entity_count ? &document->record.entities[index] : NULL;
}

size_t laut_document_time_count(const struct laut_document *document)
{
    return document->record.time_count;
}

const struct laut_time *laut_document_time(const struct laut_document *document, size_t index)
{
    return index < document->record.time_count ? document->record.times[index] : NULL;
}

size_t laut_document_quantity_count(const struct laut_document *document)
{
    return document->record.quantity_count;
}

const struct laut_quantity *laut_document_quantity(const struct laut_document *document, size_t index)
{
    return index < document->record.quantity_count ? document->record.quantities[index] : NULL;
}

size_t laut_document_statement_count(const struct laut_document *document)
{
    return document->record.statement_count;
}

const struct laut_statement *laut_document_statement(const struct laut_document *document, size_t index)
{
    return index < document->record.statement_count ? document->record.statements[index] : NULL;
}

size_t laut_document_event_count(const struct laut_document *document)
{
    return document->record.event_count;
}

const struct laut_event *laut_document_event(const struct laut_document *document, size_t index)
{
    return index < document->record.event_count ? &document->record.events[index] : NULL;
}

/* ---- writing ------------------------------------------------------------------------------------------------- */

static bool document__explain(const struct laut_document *document, const char *event, FILE *stream, struct laut_error *error)
{
    const struct event_knowledge *const knowledge = engine_event_knowledge(document->engine);
    size_t index = SIZE_MAX;
    for (size_t i = 0; event && i < document->record.event_count; i++)
        if (strcmp(document->record.events[i].id, event) == 0)
            index = i;
    if (event && index == SIZE_MAX)
        return error_set(error, document->record.report.id, 0, "'laut read --json' gives the ids of events", "there is no event %s", event);
    return event_explain(&document->document, knowledge, index, stream, error);
}

bool laut_document_write(const struct laut_document *document, enum laut_format format, const struct laut_style *style,
                         FILE *stream, struct laut_error *error)
{
    const struct laut_style plain = {.width = 80};
    const struct laut_style *const used = style ? style : &plain;
    switch (format) {
    case LAUT_FORMAT_JSON: {
        const struct record_version version = {laut_version(), document->engine->tables_sha256, document->engine->model_sha256};
        return record_write_json(&document->record, &version, used->min_confidence, stream, error);
    }
    case LAUT_FORMAT_CSV:
        return csv_write(&document->record, used->min_confidence, stream, error);
    case LAUT_FORMAT_LEDGER:
        return ledger_write(&document->record, used, stream, error);
    case LAUT_FORMAT_TIMEML:
        return timeml_write(&document->document, stream, error);
    case LAUT_FORMAT_CONLLU:
        return conllu_write(&document->document, stream, error);
    case LAUT_FORMAT_NAMES:
        return names_write_tsv(&document->document, stream, error);
    case LAUT_FORMAT_READING:
        return reading_write(&document->document, stream, error);
    case LAUT_FORMAT_READING_JSON:
        return reading_write_json(&document->document, stream, error);
    case LAUT_FORMAT_EXPLANATION:
        return document__explain(document, used->event, stream, error);
    default:
        return error_set(error, NULL, 0, NULL, "format %d is not known", (int)format);
    }
}

bool laut_format_begin(enum laut_format format, const struct laut_style *style, FILE *stream, struct laut_error *error)
{
    const struct laut_style plain = {.width = 80};
    if (format == LAUT_FORMAT_CSV)
        return csv_write_header(stream, error);
    if (format == LAUT_FORMAT_LEDGER)
        return ledger_write_header(style ? style : &plain, stream, error);
    return true;
}

/* ---- version and errors -------------------------------------------------------------------------------------- */

const char *laut_version(void)
{
    return LAUT_VERSION;
}

void laut_error_describe(const struct laut_error *error, char *line, size_t size)
{
    char place[sizeof error->file + 32] = "";
    if (error->file[0] && error->line)
        (void)snprintf(place, sizeof place, "%s:%zu: ", error->file, error->line);
    else if (error->file[0])
        (void)snprintf(place, sizeof place, "%s: ", error->file);
    (void)snprintf(line, size, "%s%s%s%s", place, error->message, error->remedy[0] ? "; " : "", error->remedy);
}
