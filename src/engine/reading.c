/* engine/reading.c: a report's fields and text as they were read. */
#include "engine/reading.h"

#include "base/error.h"
#include "base/json.h"
#include "engine/columns.h"

#include <string.h>

static bool reading__done(FILE *stream, struct laut_error *error)
{
    return !ferror(stream) || error_set(error, NULL, 0, "look whether the disk is full", "the output could not be written");
}

static void reading__field(FILE *stream, const char *name, const char *value)
{
    if (!value)
        return;
    (void)fprintf(stream, "%s: ", name);
    columns_print(value, strlen(value), stream);
    (void)fputc('\n', stream);
}

bool reading_write(const struct document *document, FILE *stream, struct laut_error *error)
{
    struct laut_report report;
    record_report(document, &report);
    reading__field(stream, "Title", report.title);
    reading__field(stream, "Published", report.published);
    reading__field(stream, "Modified", report.modified);
    reading__field(stream, "Status", report.status);
    reading__field(stream, "Embargo until", report.embargo);
    reading__field(stream, "Note", report.note);
    reading__field(stream, "Publisher", report.publisher);
    reading__field(stream, "Author", report.author);
    reading__field(stream, "Address", report.uri);
    for (size_t i = 0; i < document->paragraph_count; i++) {
        const struct paragraph *const paragraph = &document->paragraphs[i];
        if (paragraph->span.begin_byte < document->body_begin_byte)
            continue;
        (void)fputs(paragraph->kind == PARAGRAPH_HEADING ? "\n## " : "\n", stream);
        columns_print(document->text + paragraph->span.begin_byte, paragraph->span.end_byte - paragraph->span.begin_byte, stream);
        (void)fputc('\n', stream);
    }
    (void)fputc('\n', stream);
    return reading__done(stream, error);
}

bool reading_write_json(const struct document *document, FILE *stream, struct laut_error *error)
{
    struct laut_report report;
    record_report(document, &report);
    const char *const slash = report.input ? strrchr(report.input, '/') : NULL;
    struct json_writer json = json_writer_on(stream);
    json_write_object_open(&json, NULL);
    json_write_string(&json, "file", slash ? slash + 1 : report.input);
    json_write_string(&json, "id", report.id);
    json_write_string(&json, "title", report.title);
    json_write_string(&json, "published", report.published);
    json_write_string(&json, "published_basis", report.published ? report.published_basis : NULL);
    json_write_string(&json, "modified", report.modified);
    json_write_string(&json, "publisher", report.publisher);
    json_write_string(&json, "author", report.author);
    json_write_string(&json, "uri", report.uri);
    json_write_string(&json, "lead", report.lead);
    json_write_string(&json, "language", report.language);
    json_write_string(&json, "status", report.status);
    json_write_string(&json, "embargo", report.embargo);
    if (report.version)
        json_write_integer(&json, "version", report.version);
    json_write_string(&json, "note", report.note);
    json_write_string(&json, "text", report.text);
    json_write_object_close(&json);
    if (!json_write_finish(&json, error))
        return false;
    (void)fputc('\n', stream);
    return reading__done(stream, error);
}
