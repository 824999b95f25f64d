/* web/code.c: a pasted text, or a file of any kind that 'laut read' knows, is coded and forgotten.
 *
 *     POST /api/v1/code  {"text": "Teheran dementiert, Drohnen geliefert zu haben.", "published": "2024-01-05"}
 *         ->  the record, as 'laut read --json' prints it; of a file (application/octet-stream) with several reports that of the first
 */
#include "web/server.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const code__remedy = "send {\"text\": \"…\"}, perhaps with title, published, uri, publisher; or text/plain; or a file as application/octet-stream";

/* The strings stay those of the JSON value. */
static bool code__fields(struct exchange *exchange, const json_t *root, struct laut_report_given *given)
{
    const struct { const char *name; const char **value; } fields[] = {
        {"text", &given->text}, {"title", &given->title}, {"published", &given->published}, {"uri", &given->uri},
        {"publisher", &given->publisher}, {"id", &given->id}};
    const char *name;
    json_t *value;
    if (!json_is_object(root)) {
        reply_problem(exchange, MHD_HTTP_BAD_REQUEST, code__remedy, "the body is no JSON object");
        return false;
    }
    json_object_foreach((json_t *)(uintptr_t)root, name, value) {
        size_t i = 0;
        while (i < sizeof fields / sizeof fields[0] && strcmp(fields[i].name, name) != 0)
            i++;
        if (i == sizeof fields / sizeof fields[0] || !(json_is_string(value) || json_is_null(value))) {
            reply_problem(exchange, MHD_HTTP_BAD_REQUEST, code__remedy, "the field '%.40s' is %s", name,
                           i < sizeof fields / sizeof fields[0] ? "no string" : "not known");
            return false;
        }
        *fields[i].value = json_string_value(value);
    }
    if (!given->text)
        reply_problem(exchange, MHD_HTTP_BAD_REQUEST, code__remedy, "there is no text");
    given->text_bytes = given->text ? strlen(given->text) : 0;
    return given->text != NULL;
}

static void code__write(struct exchange *exchange, const struct laut_document *document)
{
    char *bytes = NULL;
    size_t length = 0;
    struct laut_error error = {.line = 0};
    FILE *const stream = open_memstream(&bytes, &length);
    const bool written = stream && laut_document_write(document, LAUT_FORMAT_JSON, NULL, stream, &error);
    if (stream && (fclose(stream) != 0 || !written)) {
        free(bytes);
        bytes = NULL;
    }
    reply_take(exchange, "application/json", bytes, length);
}

static void code__report(struct exchange *exchange, const struct laut_report_given *given)
{
    struct laut_error error = {.line = 0};
    if (given->text[strspn(given->text, " \t\r\n")] == '\0') {
        reply_problem(exchange, MHD_HTTP_UNPROCESSABLE_CONTENT, "paste a German text", "the text is empty");
        return;
    }
    struct laut_document *const document = laut_document_read(exchange->server->engine, given, &error);
    if (document)
        code__write(exchange, document);
    else
        reply_problem(exchange, MHD_HTTP_UNPROCESSABLE_CONTENT, error.remedy, "%s", error.message);
    laut_document_free(document);
}

/* The first report of the source, coded: of a file that is larger than a text may be, its text must not be. */
static struct laut_document *code__first(struct laut_source *source, struct laut_error *error)
{
    struct laut_document *document;
    const enum laut_reading reading = laut_source_read(source, &document, error);
    const bool read = reading == LAUT_READING_DONE, fits = read && strlen(laut_document_report(document)->text) <= BODY_BYTES_AT_MOST;
    if (fits && laut_document_code(document, error))
        return document;
    if (read && !fits)
        (void)snprintf(error->message, sizeof error->message, "the report's text is larger than %d KiB", BODY_BYTES_AT_MOST / 1024);
    if (reading == LAUT_READING_END)
        (void)snprintf(error->message, sizeof error->message, "the file is empty");
    laut_document_free(read ? document : NULL);
    return NULL;
}

static bool code__has_more(struct laut_source *source)
{
    struct laut_document *document = NULL;
    const bool more = laut_source_take(source, &document, NULL) != LAUT_READING_END;
    laut_document_free(document);
    return more;
}

static void code__file(struct exchange *exchange)
{
    const char *const name = exchange_argument(exchange, "name");
    struct laut_error error = {.line = 0};
    struct laut_source *const source = laut_source_open_bytes(exchange->server->engine, exchange->body, exchange->body_length, name && name[0] ? name : "file",
                                                              exchange_argument(exchange, "published"), &error);
    struct laut_document *const document = source ? code__first(source, &error) : NULL;
    if (document)
        code__write(exchange, document);
    else
        reply_problem(exchange, MHD_HTTP_UNPROCESSABLE_CONTENT, error.remedy, "%s", error.message);
    if (document && code__has_more(source))
        exchange->reply.more = "yes";
    laut_document_free(document);
    laut_source_free(source);
}

void code_answer(struct exchange *exchange)
{
    static const char *const arguments[] = {"name", "published"};
    const char *const type = exchange_header(exchange, MHD_HTTP_HEADER_CONTENT_TYPE);
    struct laut_report_given given = {.text = NULL};
    const bool file = exchange_body_limit(exchange) == SENT_FILE_BYTES_AT_MOST;
    if (!exchange_knows(exchange, arguments, file ? sizeof arguments / sizeof arguments[0] : 0))
        return;
    if (!exchange->body) {
        reply_problem(exchange, MHD_HTTP_BAD_REQUEST, code__remedy, "there is no text");
    } else if (file) {
        code__file(exchange);
    } else if (type && strncasecmp(type, "text/plain", 10) == 0) {
        given.text = exchange->body;
        given.text_bytes = exchange->body_length;
        if (memchr(exchange->body, '\0', exchange->body_length))
            reply_problem(exchange, MHD_HTTP_BAD_REQUEST, NULL, "the text holds a NUL byte");
        else
            code__report(exchange, &given);
    } else if (type && strncasecmp(type, "application/json", 16) == 0) {
        json_error_t error;
        json_t *const root = json_loadb(exchange->body, exchange->body_length, JSON_REJECT_DUPLICATES, &error);
        if (!root)
            reply_problem(exchange, MHD_HTTP_BAD_REQUEST, code__remedy, "the body is no JSON: %s", error.text);
        else if (code__fields(exchange, root, &given))
            code__report(exchange, &given);
        json_decref(root);
    } else {
        reply_problem(exchange, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE, code__remedy, "the body is neither application/json, text/plain nor a file (application/octet-stream)");
    }
}
