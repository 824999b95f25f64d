/* report/warc_report.c: records one after another, one in memory at a time. */
#include "report/warc_report.h"

#include "report/http_message.h"
#include "report/rights.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LONGEST_HEADER_LINE = 16 << 10, LONGEST_VALUE = 2048, LONGEST_RECORD = REPORT_BYTES_AT_MOST, HEAD_OF_PAGE = 2048 };

struct warc_record {
    char type[32], uri[LONGEST_VALUE], date[64], id[128];
    uint64_t length;
};

/* Up to the empty line behind the header. */
static enum warc_reading warc__header(struct stream *stream, struct warc_record *record, struct laut_error *error)
{
    const char *line;
    size_t length;
    bool inside = false;
    *record = (struct warc_record){.length = 0};
    for (;;) {
        const enum stream_state state = stream_line(stream, LONGEST_HEADER_LINE, &line, &length, error);
        char number[32];
        if (state == STREAM_FAILED)
            return WARC_FAILED;
        if (state == STREAM_END) {
            if (inside)
                (void)error_set(error, NULL, 0, "was the file copied whole?", "the WARC file ends in the header of a record");
            return inside ? WARC_FAILED : WARC_END;
        }
        const bool empty = length == 0 || (length == 1 && line[0] == '\r');
        if (!inside && empty)
            continue;
        if (!inside && (length < 5 || memcmp(line, "WARC/", 5) != 0)) {
            (void)error_set(error, NULL, 0, "is it whole?", "no WARC record begins where one should");
            return WARC_FAILED;
        }
        inside = true;
        if (empty)
            return WARC_TAKEN;
        if (state == STREAM_TOO_LONG)
            continue;
        (void)(http_message_value(line, length, "WARC-Type", record->type, sizeof record->type) ||
               http_message_value(line, length, "WARC-Target-URI", record->uri, sizeof record->uri) ||
               http_message_value(line, length, "WARC-Date", record->date, sizeof record->date) ||
               http_message_value(line, length, "WARC-Record-ID", record->id, sizeof record->id));
        if (http_message_value(line, length, "Content-Length", number, sizeof number))
            record->length = strtoull(number, NULL, 10);
    }
}

/* Whether the page says by its html element that it is in another language. */
static bool warc__is_foreign(const char *body, size_t length, const char *language)
{
    char head[HEAD_OF_PAGE + 1];
    (void)snprintf(head, sizeof head, "%.*s", (int)(length < HEAD_OF_PAGE ? length : HEAD_OF_PAGE), body);
    const char *const html = strcasestr(head, "<html"), *const end = html ? strchr(html, '>') : NULL;
    const char *lang = html ? strcasestr(html, "lang=") : NULL;
    if (!lang || !end || lang > end)
        return false;
    lang += 5 + (lang[5] == '"' || lang[5] == '\'');
    return lang[0] && strncasecmp(lang, language, strlen(language)) != 0;
}

/* ---- records ------------------------------------------------------------------------------------------------------- */

static bool warc__page(struct document *document, const struct warc_record *record, const struct http_message *http, struct taken *taken, struct laut_error *error)
{
    struct report *const report = &document->report;
    const char *const charset = strcasestr(http->type, "charset=");
    size_t length;
    const char *const body = http_message_body(http, document->arena, &length, error);
    if (!body || !taken_copy(taken, document, FILE_HTML, body, length, error))
        return false;
    taken->charset = charset ? report_copy_name(document, charset + strlen("charset="), error) : NULL;
    report->retrieved = report_copy_name(document, record->date, error);
    report->warc_record = report->retrieved ? report_copy_name(document, record->id, error) : NULL;
    const char *const uri = record->uri[0] ? report_copy_name(document, record->uri, error) : "";
    report->uri = uri && uri[0] ? uri : NULL;
    return report->warc_record && uri && (taken->charset || !charset);
}

enum warc_reading warc_take(struct stream *stream, struct document *document, const struct report_knowledge *knowledge, const char *language, struct taken *taken,
                            struct laut_error *error)
{
    struct warc_record record;
    for (;;) {
        const enum warc_reading reading = warc__header(stream, &record, error);
        const char *bytes;
        size_t length;
        if (reading != WARC_TAKEN)
            return reading;
        const bool response = strcasecmp(record.type, "response") == 0;
        if (!response || record.length > LONGEST_RECORD) {
            if (stream_pass(stream, record.length, error) == STREAM_FAILED)
                return WARC_FAILED;
            if (!response)
                continue;
            (void)error_set(error, NULL, 0, "take it out by other means", "the record of %.300s has more than %d MB", record.uri, LONGEST_RECORD >> 20);
            return WARC_REFUSED;
        }
        if (stream_take(stream, (size_t)record.length, &bytes, &length, error) == STREAM_FAILED)
            return WARC_FAILED;
        if (length < record.length) {
            (void)error_set(error, NULL, 0, "was the file copied whole?", "the WARC file ends in the record of %.300s", record.uri);
            return WARC_FAILED;
        }
        const struct http_message http = http_message_read(bytes, length);
        if (http.status == 200 && strcasestr(http.type, "html") && !(language && warc__is_foreign(http.body, http.length, language)))
            return rights_tell_header(knowledge->reservations, &document->report.rights, http.header, http.header_length, document->arena, error) &&
                           warc__page(document, &record, &http, taken, error) ? WARC_TAKEN : WARC_REFUSED;
    }
}
