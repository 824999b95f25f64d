/* engine/source.c: documents out of report/'s reader, and out of memory. */
#include "engine/engine.h"

#include "base/hash.h"
#include "parse/conllu.h"
#include "report/html_report.h"
#include "report/reader.h"

#include <stdlib.h>
#include <string.h>

struct laut_source {
    const struct laut_engine *engine;
    struct report_reader *reader;
    enum laut_input input;
};

struct laut_source *laut_source_open(const struct laut_engine *engine, const char *const *paths, size_t path_count,
                                     const struct laut_source_options *options, struct laut_error *error)
{
    static const enum report_input inputs[] = {[LAUT_INPUT_REPORTS] = REPORT_INPUT_NEWS, [LAUT_INPUT_BARE_TEXT] = REPORT_INPUT_BARE,
                                               [LAUT_INPUT_CONLLU] = REPORT_INPUT_BYTES, [LAUT_INPUT_WORDS] = REPORT_INPUT_BYTES};
    struct laut_source *const source = calloc(1, sizeof *source);
    if (!source) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    source->engine = engine;
    source->input = options ? options->input : LAUT_INPUT_REPORTS;
    const struct report_reader_options reading = {.input = inputs[source->input], .published = options ? options->published : NULL,
                                                  .language = options ? options->language : NULL,
                                                  .keep_bytes = options && options->keep_bytes};
    source->reader = report_reader_open(engine->report, paths, path_count, &reading, error);
    if (source->reader)
        return source;
    free(source);
    return NULL;
}

struct laut_source *source_open_given(const struct laut_engine *engine, const struct report_given *given, const struct report_reader_options *options,
                                      struct laut_error *error)
{
    struct laut_source *const source = calloc(1, sizeof *source);
    if (!source) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    *source = (struct laut_source){.engine = engine};
    source->reader = report_reader_open_bytes(engine->report, given, options, error);
    if (source->reader)
        return source;
    free(source);
    return NULL;
}

struct laut_source *laut_source_open_bytes(const struct laut_engine *engine, const char *bytes, size_t length, const char *name, const char *published,
                                           struct laut_error *error)
{
    return source_open_given(engine, &(struct report_given){.bytes = bytes, .length = length, .name = name},
                             &(struct report_reader_options){.published = published}, error);
}

/* A file's bytes into sentences and words; those of CoNLL-U stay as they are. */
static bool source__words(struct laut_document *document, enum laut_input input, struct laut_error *error)
{
    struct report *const report = &document->document.report;
    const char *const bytes = document->document.text;
    const size_t length = document->document.text_bytes;
    document->document.text = NULL;
    document->document.text_bytes = 0;
    document->segmented = input == LAUT_INPUT_CONLLU;
    if (!conllu_read_forms(&document->document, report->input, bytes, length, error))
        return false;
    hash_sha256(document->document.text, document->document.text_bytes, report->sha256_text);
    report->id = arena_format(document->document.arena, error, "%.16s", report->sha256_text);
    return report->id != NULL;
}

enum laut_reading laut_source_take(struct laut_source *source, struct laut_document **document, struct laut_error *error)
{
    *document = engine_document_open(source->engine, error);
    if (!*document)
        return LAUT_READING_REFUSED;
    const enum report_reading reading = report_reader_take(source->reader, &(*document)->document, &(*document)->taken, error);
    if (reading == REPORT_READ)
        return LAUT_READING_DONE;
    laut_document_free(*document);
    *document = NULL;
    return reading == REPORT_END ? LAUT_READING_END : LAUT_READING_REFUSED;
}

enum laut_reading laut_source_read_taken(const struct laut_source *source, struct laut_document *document, struct laut_error *error)
{
    const bool words = source->input == LAUT_INPUT_CONLLU || source->input == LAUT_INPUT_WORDS;
    const enum report_reading reading = report_reader_read(source->reader, &document->document, &document->taken, error);
    if (reading != REPORT_READ)
        return reading == REPORT_PASSED ? LAUT_READING_PASSED : LAUT_READING_REFUSED;
    if (words && !source__words(document, source->input, error))
        return LAUT_READING_REFUSED;
    record_report(&document->document, &document->record.report);
    return LAUT_READING_DONE;
}

enum laut_reading laut_source_read(struct laut_source *source, struct laut_document **document, struct laut_error *error)
{
    for (;;) {
        enum laut_reading reading = laut_source_take(source, document, error);
        if (reading == LAUT_READING_DONE)
            reading = laut_source_read_taken(source, *document, error);
        if (reading == LAUT_READING_DONE)
            return reading;
        laut_document_free(*document);
        *document = NULL;
        if (reading != LAUT_READING_PASSED)
            return reading;
    }
}

struct laut_original laut_document_original(const struct laut_document *document)
{
    return (struct laut_original){.bytes = document->taken.bytes, .length = document->taken.length};
}

double laut_source_progress(const struct laut_source *source)
{
    return report_reader_progress(source->reader);
}

void laut_source_free(struct laut_source *source)
{
    if (!source)
        return;
    report_reader_free(source->reader);
    free(source);
}

/* A string of the caller's, checked, into the document. */
static bool source__string(struct document *document, const char *given, const char **field, struct laut_error *error)
{
    *field = NULL;
    if (!given)
        return true;
    if (!report_check_bytes(given, strlen(given), NULL, 0, error))
        return false;
    *field = arena_copy_string(document->arena, given, strlen(given), error);
    return *field != NULL;
}

/* A page's source pasted in is read as a page. */
static bool source__text(const struct laut_engine *engine, struct document *document, const char *text, size_t length, struct laut_error *error)
{
    size_t blanks = 0;
    while (blanks < length && (text[blanks] == ' ' || text[blanks] == '\n' || text[blanks] == '\r' || text[blanks] == '\t'))
        blanks++;
    if (!document->report.title && blanks < length && text[blanks] == '<' && html_is_page(text, length))
        return html_report_read(document, engine->report, text, length, "utf-8", NULL, error);
    return report_finish(document, engine->report, text, length, REPORT_LAYOUT_NEWS, NULL, error);
}

static bool source__given(const struct laut_engine *engine, struct document *document, const struct laut_report_given *given,
                          struct laut_error *error)
{
    struct report *const report = &document->report;
    if (!given->text)
        return error_set(error, NULL, 0, "give a text", "the report has no text");
    const size_t length = given->text_bytes ? given->text_bytes : strlen(given->text);
    return source__string(document, given->id, &report->id, error) && source__string(document, given->title, &report->title, error) &&
           source__string(document, given->uri, &report->uri, error) &&
           source__string(document, given->publisher, &report->publisher, error) &&
           (!given->published || report_set_published(document, given->published, "field", error)) &&
           report_check_bytes(given->text, length, NULL, 0, error) && source__text(engine, document, given->text, length, error);
}

struct laut_document *laut_document_read(const struct laut_engine *engine, const struct laut_report_given *given,
                                         struct laut_error *error)
{
    struct laut_document *const document = engine_document_open(engine, error);
    if (!document)
        return NULL;
    if (source__given(engine, &document->document, given, error) && laut_document_code(document, error))
        return document;
    laut_document_free(document);
    return NULL;
}
