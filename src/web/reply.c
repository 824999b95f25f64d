/* web/reply.c: answers: problems in words, headers that every answer has, compression, and nothing sent twice.
 *
 * The Content-Security-Policy lets the page load its own files and ask its own server, nothing else. */
#include "web/exchange.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zlib.h>

enum { WORTH_COMPRESSING = 1024 };               /* below this a packet is sent anyway */

static const char *const reply__headers[][2] = {
    {"Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                                "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                                "frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
};

uint64_t reply_hash(const void *bytes, size_t count, uint64_t seed)
{
    const unsigned char *const data = bytes;
    uint64_t hash = 0xcbf29ce484222325u ^ seed;
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ data[i]) * 0x100000001b3u;
    return hash;
}

char *reply_gzip(const char *bytes, size_t count, int level, size_t *length)
{
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)bytes, .avail_in = (uInt)count};
    if (count > UINT32_MAX || deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return NULL;
    const size_t bound = deflateBound(&stream, (uLong)count);
    char *const compressed = malloc(bound);
    if (compressed) {
        stream.next_out = (Bytef *)compressed;
        stream.avail_out = (uInt)bound;
        *length = deflate(&stream, Z_FINISH) == Z_STREAM_END ? stream.total_out : 0;
    }
    (void)deflateEnd(&stream);
    if (compressed && *length > 0)
        return compressed;
    free(compressed);
    return NULL;
}

static bool reply__has_already(const struct exchange *exchange)
{
    const char *const known = exchange_header(exchange, MHD_HTTP_HEADER_IF_NONE_MATCH);
    return known && exchange->reply.etag[0] && exchange->reply.status == MHD_HTTP_OK &&
           (strcmp(known, "*") == 0 || strstr(known, exchange->reply.etag));
}

static void reply__clear(struct reply *reply)
{
    if (reply->stream)
        MHD_destroy_response(reply->stream);
    if (!reply->lent)
        free(reply->bytes);
    free(reply->location);
    free(reply->cookie);
    *reply = (struct reply){.status = 0};
}

void reply_take(struct exchange *exchange, const char *type, char *bytes, size_t length)
{
    if (!bytes) {
        reply_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, "try again", "out of memory");
        return;
    }
    reply__clear(&exchange->reply);
    exchange->reply = (struct reply){.status = MHD_HTTP_OK, .type = type, .bytes = bytes, .length = length};
}

void reply_lend(struct exchange *exchange, const char *type, const char *bytes, size_t length)
{
    reply__clear(&exchange->reply);
    exchange->reply = (struct reply){.status = MHD_HTTP_OK, .type = type, .bytes = (char *)(uintptr_t)bytes,
                                       .length = length, .lent = true};
}

void reply_stream(struct exchange *exchange, const char *type, struct MHD_Response *response)
{
    struct reply *const reply = &exchange->reply;
    char etag[sizeof reply->etag];
    memcpy(etag, reply->etag, sizeof etag);
    reply__clear(reply);
    *reply = (struct reply){.status = MHD_HTTP_OK, .type = type, .stream = response};
    memcpy(reply->etag, etag, sizeof etag);
}

bool reply_is_new(struct exchange *exchange, uint64_t hash)
{
    struct reply *const reply = &exchange->reply;
    (void)snprintf(reply->etag, sizeof reply->etag, "W/\"%016llx\"", (unsigned long long)hash);
    reply->hash = hash;
    reply->status = MHD_HTTP_OK;
    if (!reply__has_already(exchange))
        return true;
    reply->status = MHD_HTTP_NOT_MODIFIED;
    reply->type = "application/json";
    return false;
}

void reply_keep_tag(struct exchange *exchange, const char *type, char *bytes, size_t length)
{
    char etag[sizeof exchange->reply.etag];
    memcpy(etag, exchange->reply.etag, sizeof etag);
    reply_take(exchange, type, bytes, length);
    if (exchange->reply.status == MHD_HTTP_OK)
        memcpy(exchange->reply.etag, etag, sizeof etag);
}

void reply_problem(struct exchange *exchange, unsigned status, const char *remedy, const char *format, ...)
{
    static const char no_memory[] = "{\"type\": \"about:blank\", \"status\": 503, \"detail\": \"out of memory\"}";
    char detail[768];
    va_list list;
    va_start(list, format);
    (void)vsnprintf(detail, sizeof detail, format, list);
    va_end(list);
    for (char *byte = detail; *byte; byte++)     /* what was cut in the midst of a character must still be JSON */
        if ((unsigned char)*byte < ' ')
            *byte = ' ';
    json_t *text = json_string(detail);
    if (!text)
        text = json_string("the request cannot be understood");
    json_t *const problem = json_pack("{s:s, s:s, s:i, s:o*, s:s*}", "type", "about:blank", "title",
                                      MHD_get_reason_phrase_for(status), "status", (int)status, "detail", text,
                                      "remedy", remedy && remedy[0] ? remedy : NULL);
    char *const bytes = problem ? json_dumps(problem, JSON_COMPACT) : NULL;
    json_decref(problem);
    if (bytes)
        reply_take(exchange, "application/problem+json", bytes, strlen(bytes));
    else
        reply_lend(exchange, "application/problem+json", no_memory, sizeof no_memory - 1);
    exchange->reply.status = bytes ? status : MHD_HTTP_SERVICE_UNAVAILABLE;
}

/* Whether a list such as "gzip, br;q=0.5" names the token, and not with weight 0. */
static bool reply__accepts_gzip(const char *list)
{
    while (list && *list) {
        list += strspn(list, " \t,");
        const size_t length = strcspn(list, ",");
        if (strncasecmp(list, "gzip", 4) == 0 && strcspn(list, " \t,;") == 4) {
            const char *const weight = memchr(list, '=', length);
            return !weight || strtod(weight + 1, NULL) > 0;
        }
        list += length;
    }
    return false;
}

static struct MHD_Response *reply__body(struct exchange *exchange, bool *compressed)
{
    struct reply *const reply = &exchange->reply;
    *compressed = false;
    if (reply->stream) {
        struct MHD_Response *const stream = reply->stream;
        reply->stream = NULL;
        return stream;
    }
    if (reply->status == MHD_HTTP_NOT_MODIFIED)
        return MHD_create_response_from_buffer(0, (void *)(uintptr_t)"", MHD_RESPMEM_PERSISTENT);
    if (reply->length >= WORTH_COMPRESSING && reply__accepts_gzip(exchange_header(exchange, MHD_HTTP_HEADER_ACCEPT_ENCODING))) {
        size_t length = reply->gzip_length;
        char *const bytes = reply->gzip ? NULL : reply_gzip(reply->bytes, reply->length, 4, &length);
        *compressed = reply->gzip || bytes;
        if (reply->gzip)
            return MHD_create_response_from_buffer(length, (void *)(uintptr_t)reply->gzip, MHD_RESPMEM_PERSISTENT);
        if (bytes)
            return MHD_create_response_from_buffer(length, bytes, MHD_RESPMEM_MUST_FREE);
    }
    if (reply->lent)
        return MHD_create_response_from_buffer(reply->length, reply->bytes, MHD_RESPMEM_PERSISTENT);
    struct MHD_Response *const response = MHD_create_response_from_buffer(reply->length, reply->bytes, MHD_RESPMEM_MUST_FREE);
    if (response)
        reply->bytes = NULL;
    return response;
}

static bool reply__headers_add(const struct reply *reply, bool compressed, struct MHD_Response *response)
{
    char disposition[128];
    (void)snprintf(disposition, sizeof disposition, "attachment; filename=\"%s\"", reply->file_name);
    const char *const headers[][2] = {
        {MHD_HTTP_HEADER_CONTENT_TYPE, reply->type},
        {MHD_HTTP_HEADER_VARY, "Accept-Encoding, Authorization, Cookie"},
        {MHD_HTTP_HEADER_CACHE_CONTROL, reply->immutable ? "private, max-age=31536000, immutable" : "private, no-cache"},
        {MHD_HTTP_HEADER_ETAG, reply->etag[0] ? reply->etag : NULL},
        {MHD_HTTP_HEADER_CONTENT_ENCODING, compressed ? "gzip" : NULL},
        {MHD_HTTP_HEADER_LOCATION, reply->location},
        {MHD_HTTP_HEADER_SET_COOKIE, reply->cookie},
        {MHD_HTTP_HEADER_ALLOW, reply->allow},
        {"Laut-More-Reports", reply->more},
        {MHD_HTTP_HEADER_WWW_AUTHENTICATE, reply->status == MHD_HTTP_UNAUTHORIZED ? "Bearer realm=\"laut\"" : NULL},
        {MHD_HTTP_HEADER_RETRY_AFTER, reply->status == MHD_HTTP_TOO_MANY_REQUESTS ? "1" : NULL},
        {MHD_HTTP_HEADER_CONTENT_DISPOSITION, reply->file_name[0] ? disposition : NULL},
    };
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
        if (headers[i][1] && MHD_add_response_header(response, headers[i][0], headers[i][1]) != MHD_YES)
            return false;
    for (size_t i = 0; i < sizeof reply__headers / sizeof reply__headers[0]; i++)
        if (MHD_add_response_header(response, reply__headers[i][0], reply__headers[i][1]) != MHD_YES)
            return false;
    return true;
}

enum MHD_Result reply_send(struct exchange *exchange)
{
    struct reply *const reply = &exchange->reply;
    if (reply__has_already(exchange))
        reply->status = MHD_HTTP_NOT_MODIFIED;
    bool compressed;
    struct MHD_Response *const response = reply__body(exchange, &compressed);
    if (!response)
        return MHD_NO;
    enum MHD_Result result = MHD_NO;
    if (reply__headers_add(reply, compressed, response))
        result = MHD_queue_response(exchange->connection, reply->status, response);
    MHD_destroy_response(response);
    return result;
}
