/* engine/timeml.c: TimeML 1.2.1: identifier, day of creation (t0), title, and the text with its time expressions tagged in
 * place. Spans are written in their order; one that begins inside another is left out, tags do not nest here. */
#include "engine/timeml.h"

#include "base/error.h"
#include "engine/names.h"

#include <string.h>

static void timeml__escaped(FILE *stream, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)bytes[i];
        if (byte == '&')
            (void)fputs("&amp;", stream);
        else if (byte == '<')
            (void)fputs("&lt;", stream);
        else if (byte == '>')
            (void)fputs("&gt;", stream);
        else if (byte == '"')
            (void)fputs("&quot;", stream);
        else if (byte >= 0x20 || byte == '\n' || byte == '\t' || byte == '\r')
            (void)fputc(byte, stream);           /* XML 1.0 has no place for the other control characters */
    }
}

static void timeml__attribute(FILE *stream, const char *name, const char *value)
{
    if (!value)
        return;
    (void)fprintf(stream, " %s=\"", name);
    timeml__escaped(stream, value, strlen(value));
    (void)fputc('"', stream);
}

static void timeml__head(const struct document *document, FILE *stream)
{
    const struct report *const report = &document->report;
    (void)fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                " xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n<DOCID>", stream);
    timeml__escaped(stream, report->id, strlen(report->id));
    (void)fputs("</DOCID>\n", stream);
    if (report->published) {
        const size_t day = strcspn(report->published, "T");
        (void)fprintf(stream, "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"%.*s\" temporalFunction=\"false\""
                              " functionInDocument=\"CREATION_TIME\">%.*s</TIMEX3></DCT>\n",
                      (int)day, report->published, (int)day, report->published);
    }
    if (report->title) {
        (void)fputs("<TITLE>", stream);
        timeml__escaped(stream, report->title, strlen(report->title));
        (void)fputs("</TITLE>\n", stream);
    }
}

bool timeml_write(const struct document *document, FILE *stream, struct laut_error *error)
{
    size_t at = document->body_begin_byte, number = 0;
    timeml__head(document, stream);
    (void)fputs("<TEXT>\n", stream);
    for (size_t i = 0; i < document->time_count; i++) {
        const struct time_expression *const time = &document->times[i];
        if (time->span.begin_byte < at)
            continue;
        timeml__escaped(stream, document->text + at, time->span.begin_byte - at);
        (void)fprintf(stream, "<TIMEX3 tid=\"t%zu\"", ++number);
        timeml__attribute(stream, "type", name_timex_type(time->type));
        timeml__attribute(stream, "value", time->value);
        timeml__attribute(stream, "mod", time->mod);
        (void)fputc('>', stream);
        timeml__escaped(stream, document->text + time->span.begin_byte, time->span.end_byte - time->span.begin_byte);
        (void)fputs("</TIMEX3>", stream);
        at = time->span.end_byte;
    }
    timeml__escaped(stream, document->text + at, document->text_bytes - at);
    (void)fputs("\n</TEXT>\n</TimeML>\n", stream);
    return !ferror(stream) || error_set(error, NULL, 0, "look whether the disk is full", "the output could not be written");
}
