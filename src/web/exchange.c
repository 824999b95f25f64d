/* web/exchange.c: a request as libmicrohttpd gives it, taken apart and checked once, before any handler sees it: method,
 * arguments (no name twice, valid UTF-8, no NUL), body within its limit. */
#include "web/exchange.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static enum method exchange__method(const char *name)
{
    static const struct { const char *name; enum method method; } methods[] = {
        {"GET", METHOD_GET}, {"HEAD", METHOD_HEAD}, {"POST", METHOD_POST}};
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++)
        if (strcmp(methods[i].name, name) == 0)
            return methods[i].method;
    return METHOD_OTHER;
}

/* jansson makes no string of what is not UTF-8. */
static bool exchange__is_utf8(const char *bytes, size_t count)
{
    json_t *const string = json_stringn(bytes, count);
    json_decref(string);
    return string != NULL;
}

static enum MHD_Result exchange__argument(void *context, enum MHD_ValueKind kind, const char *name, size_t name_length,
                                          const char *value, size_t value_length)
{
    struct exchange *const exchange = context;
    (void)kind;
    if (exchange->argument_count == ARGUMENTS_AT_MOST) {
        reply_problem(exchange, MHD_HTTP_BAD_REQUEST, NULL, "more than %d arguments", ARGUMENTS_AT_MOST);
        return MHD_NO;
    }
    value = value ? value : "";
    if (strlen(name) != name_length || strlen(value) != value_length || !exchange__is_utf8(name, name_length) ||
        !exchange__is_utf8(value, value_length)) {
        reply_problem(exchange, MHD_HTTP_BAD_REQUEST, "escape UTF-8 with %XX", "an argument is not valid UTF-8");
        return MHD_NO;
    }
    if (exchange_argument(exchange, name)) {
        reply_problem(exchange, MHD_HTTP_BAD_REQUEST, NULL, "the argument '%.40s' stands twice", name);
        return MHD_NO;
    }
    exchange->arguments[exchange->argument_count++] = (struct argument){name, value};
    return MHD_YES;
}

bool exchange_begin(struct exchange *exchange, const char *path, const char *method)
{
    exchange->path = path;
    exchange->method = exchange__method(method);
    if (!exchange__is_utf8(path, strlen(path))) {
        reply_problem(exchange, MHD_HTTP_BAD_REQUEST, "escape UTF-8 with %XX", "the address is not valid UTF-8");
        return false;
    }
    (void)MHD_get_connection_values_n(exchange->connection, MHD_GET_ARGUMENT_KIND, exchange__argument, exchange);
    return exchange->reply.status == 0;
}

size_t exchange_body_limit(const struct exchange *exchange)
{
    static const char file[] = "application/octet-stream";
    const char *const type = exchange_header(exchange, MHD_HTTP_HEADER_CONTENT_TYPE);
    return type && strncasecmp(type, file, sizeof file - 1) == 0 ? SENT_FILE_BYTES_AT_MOST : BODY_BYTES_AT_MOST;
}

bool exchange_take(struct exchange *exchange, const char *bytes, size_t count)
{
    const size_t most = exchange_body_limit(exchange);
    if (count > most - exchange->body_length) {
        reply_problem(exchange, MHD_HTTP_CONTENT_TOO_LARGE, "paste one report at a time; 'laut read' reads files of any size",
                       "the text is larger than %zu KiB", most / 1024);
        return false;
    }
    char *const body = realloc(exchange->body, exchange->body_length + count + 1);
    if (!body) {
        reply_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, "try again", "out of memory");
        return false;
    }
    memcpy(body + exchange->body_length, bytes, count);
    exchange->body = body;
    exchange->body_length += count;
    body[exchange->body_length] = '\0';
    return true;
}

void exchange_free(struct exchange *exchange)
{
    if (!exchange)
        return;
    if (exchange->reply.stream)
        MHD_destroy_response(exchange->reply.stream);
    if (!exchange->reply.lent)
        free(exchange->reply.bytes);
    free(exchange->reply.location);
    free(exchange->reply.cookie);
    free(exchange->body);
    free(exchange);
}

const char *exchange_argument(const struct exchange *exchange, const char *name)
{
    for (size_t i = 0; i < exchange->argument_count; i++)
        if (strcmp(exchange->arguments[i].name, name) == 0)
            return exchange->arguments[i].value;
    return NULL;
}

const char *exchange_header(const struct exchange *exchange, const char *name)
{
    return MHD_lookup_connection_value(exchange->connection, MHD_HEADER_KIND, name);
}

bool exchange_knows(struct exchange *exchange, const char *const *names, size_t count)
{
    for (size_t i = 0; i < exchange->argument_count; i++) {
        bool known = false;
        char list[256] = "";
        for (size_t k = 0; k < count; k++) {
            known = known || strcmp(exchange->arguments[i].name, names[k]) == 0;
            (void)strncat(list, k ? ", " : "", sizeof list - strlen(list) - 1);
            (void)strncat(list, names[k], sizeof list - strlen(list) - 1);
        }
        if (!known) {
            reply_problem(exchange, MHD_HTTP_BAD_REQUEST, NULL, "no argument '%.40s' here; %s%s",
                           exchange->arguments[i].name, count ? "there are " : "there are none", list);
            return false;
        }
    }
    return true;
}
