/* report/warc_report.c: records one after another, one in memory at a time. */
#include "report/warc_report.h"

#include "report/rights.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LONGEST_HEADER_LINE = 16 << 10, LONGEST_VALUE = 2048, LONGEST_RECORD = REPORT_BYTES_AT_MOST, HEAD_OF_PAGE = 2048 };

struct warc_record {
    char type[32], uri[LONGEST_VALUE], date[64], id[128];
    uint64_t length;
};

/* "Name: value" where name is the line's; value copied. */
static bool warc__value(const char *line, size_t length, const char *name, char *value, size_t size)
{
    const size_t name_length = strlen(name);
    if (length <= name_length || strncasecmp(line, name, name_length) != 0 || line[name_length] != ':')
        return false;
    const char *at = line + name_length + 1, *end = line + length;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    while (end > at && (end[-1] == '\r' || end[-1] == ' '))
        end--;
    (void)snprintf(value, size, "%.*s", (int)(end - at), at);
    return true;
}

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
        (void)(warc__value(line, length, "WARC-Type", record->type, sizeof record->type) ||
               warc__value(line, length, "WARC-Target-URI", record->uri, sizeof record->uri) ||
               warc__value(line, length, "WARC-Date", record->date, sizeof record->date) ||
               warc__value(line, length, "WARC-Record-ID", record->id, sizeof record->id));
        if (warc__value(line, length, "Content-Length", number, sizeof number))
            record->length = strtoull(number, NULL, 10);
    }
}

/* ---- HTTP ---------------------------------------------------------------------------------------------------------- */

struct http {
    const char *body;
    size_t length;
    char type[128];
    bool done, chunked;              /* done: status 200 */
};

static struct http http__read(const char *bytes, size_t length)
{
    struct http http = {.done = length > 12 && memcmp(bytes, "HTTP/", 5) == 0 && memcmp(bytes + 8, " 200", 4) == 0};
    const char *const end = bytes + length;
    for (const char *at = bytes; at < end;) {
        const char *const stop = memchr(at, '\n', (size_t)(end - at));
        const size_t line = stop ? (size_t)(stop - at) : (size_t)(end - at);
        char value[64];
        if (line == 0 || (line == 1 && *at == '\r')) {
            http.body = stop ? stop + 1 : end;
            http.length = (size_t)(end - http.body);
            return http;
        }
        (void)warc__value(at, line, "Content-Type", http.type, sizeof http.type);
        if (warc__value(at, line, "Transfer-Encoding", value, sizeof value))
            http.chunked = strcasestr(value, "chunked") != NULL;
        at = stop ? stop + 1 : end;
    }
    http.done = false;
    return http;
}

static const char http__digits[] = "0123456789abcdef";

/* Takes the lengths of chunks out, where there are any: many crawls have done so before. */
static const char *http__body(const struct http *http, struct arena *arena, size_t *length, struct laut_error *error)
{
    *length = http->length;
    size_t digits = 0;
    while (digits < http->length && digits < 9 && isxdigit((unsigned char)http->body[digits]))
        digits++;
    if (!http->chunked || !digits || digits > 8 || digits >= http->length || http->body[digits] != '\r')
        return http->body;
    char *const out = arena_take(arena, http->length + 1, 1, error);
    size_t written = 0;
    for (size_t at = 0; out && at < http->length;) {
        size_t chunk = 0;
        for (size_t digit = at; digit < http->length && digit < at + 8 && isxdigit((unsigned char)http->body[digit]); digit++)
            chunk = chunk * 16 + (size_t)(strchr(http__digits, tolower((unsigned char)http->body[digit])) - http__digits);
        const char *const line = memchr(http->body + at, '\n', http->length - at);
        if (!line || !chunk)
            break;
        at = (size_t)(line + 1 - http->body);
        const size_t taken = chunk < http->length - at ? chunk : http->length - at;
        memcpy(out + written, http->body + at, taken);
        written += taken;
        at += taken + 2;
    }
    *length = written;
    return out;
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

/* What HTTP's header says of rights. */
static bool warc__rights(struct document *document, const struct table *reservations, const char *header, size_t length, struct laut_error *error)
{
    const char *const end = header + length;
    for (const char *at = header, *stop; at < end; at = stop + 1) {
        stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop)
            return true;
        if (!rights_tell_line(reservations, &document->report.rights, at, (size_t)(stop - at), document->arena, error))
            return false;
    }
    return true;
}

static bool warc__page(struct document *document, const struct warc_record *record, const struct http *http, struct taken *taken, struct laut_error *error)
{
    struct report *const report = &document->report;
    const char *const charset = strcasestr(http->type, "charset=");
    size_t length;
    const char *const body = http__body(http, document->arena, &length, error);
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
        const struct http http = http__read(bytes, length);
        if (http.done && strcasestr(http.type, "html") && !(language && warc__is_foreign(http.body, http.length, language)))
            return warc__rights(document, knowledge->reservations, bytes, (size_t)(http.body - bytes), error) &&
                           warc__page(document, &record, &http, taken, error) ? WARC_TAKEN : WARC_REFUSED;
    }
}
