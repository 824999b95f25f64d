/* web/answer.c: answers: problems in words, headers that every answer has, compression, and nothing sent twice.
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

static const char *const answer__headers[][2] = {
    {"Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                                "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                                "frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
};

uint64_t answer_hash(const void *bytes, size_t count, uint64_t seed)
{
    const unsigned char *const data = bytes;
    uint64_t hash = 0xcbf29ce484222325u ^ seed;
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ data[i]) * 0x100000001b3u;
    return hash;
}

char *answer_gzip(const char *bytes, size_t count, int level, size_t *length)
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

static void answer__clear(struct answer *answer)
{
    if (!answer->lent)
        free(answer->bytes);
    free(answer->location);
    free(answer->cookie);
    *answer = (struct answer){.status = 0};
}

void answer_take(struct exchange *exchange, const char *type, char *bytes, size_t length)
{
    if (!bytes) {
        answer_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, "try again", "out of memory");
        return;
    }
    answer__clear(&exchange->answer);
    exchange->answer = (struct answer){.status = MHD_HTTP_OK, .type = type, .bytes = bytes, .length = length};
}

void answer_lend(struct exchange *exchange, const char *type, const char *bytes, size_t length)
{
    answer__clear(&exchange->answer);
    exchange->answer = (struct answer){.status = MHD_HTTP_OK, .type = type, .bytes = (char *)(uintptr_t)bytes,
                                       .length = length, .lent = true};
}

void answer_problem(struct exchange *exchange, unsigned status, const char *remedy, const char *format, ...)
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
        answer_take(exchange, "application/problem+json", bytes, strlen(bytes));
    else
        answer_lend(exchange, "application/problem+json", no_memory, sizeof no_memory - 1);
    exchange->answer.status = bytes ? status : MHD_HTTP_SERVICE_UNAVAILABLE;
}

/* Whether a list such as "gzip, br;q=0.5" names the token, and not with weight 0. */
static bool answer__accepts_gzip(const char *list)
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

static bool answer__has_already(const struct exchange *exchange)
{
    const char *const known = exchange_header(exchange, MHD_HTTP_HEADER_IF_NONE_MATCH);
    return known && exchange->answer.etag[0] && exchange->answer.status == MHD_HTTP_OK &&
           (strcmp(known, "*") == 0 || strstr(known, exchange->answer.etag));
}

static struct MHD_Response *answer__body(struct exchange *exchange, bool *compressed)
{
    struct answer *const answer = &exchange->answer;
    *compressed = false;
    if (answer->status == MHD_HTTP_NOT_MODIFIED)
        return MHD_create_response_from_buffer(0, (void *)(uintptr_t)"", MHD_RESPMEM_PERSISTENT);
    if (answer->length >= WORTH_COMPRESSING && answer__accepts_gzip(exchange_header(exchange, MHD_HTTP_HEADER_ACCEPT_ENCODING))) {
        size_t length = answer->gzip_length;
        char *const bytes = answer->gzip ? NULL : answer_gzip(answer->bytes, answer->length, 4, &length);
        *compressed = answer->gzip || bytes;
        if (answer->gzip)
            return MHD_create_response_from_buffer(length, (void *)(uintptr_t)answer->gzip, MHD_RESPMEM_PERSISTENT);
        if (bytes)
            return MHD_create_response_from_buffer(length, bytes, MHD_RESPMEM_MUST_FREE);
    }
    if (answer->lent)
        return MHD_create_response_from_buffer(answer->length, answer->bytes, MHD_RESPMEM_PERSISTENT);
    struct MHD_Response *const response = MHD_create_response_from_buffer(answer->length, answer->bytes, MHD_RESPMEM_MUST_FREE);
    if (response)
        answer->bytes = NULL;
    return response;
}

static bool answer__headers_add(const struct answer *answer, bool compressed, struct MHD_Response *response)
{
    char disposition[128];
    (void)snprintf(disposition, sizeof disposition, "attachment; filename=\"%s\"", answer->file_name);
    const char *const headers[][2] = {
        {MHD_HTTP_HEADER_CONTENT_TYPE, answer->type},
        {MHD_HTTP_HEADER_VARY, "Accept-Encoding, Authorization, Cookie"},
        {MHD_HTTP_HEADER_CACHE_CONTROL, answer->immutable ? "private, max-age=31536000, immutable" : "private, no-cache"},
        {MHD_HTTP_HEADER_ETAG, answer->etag[0] ? answer->etag : NULL},
        {MHD_HTTP_HEADER_CONTENT_ENCODING, compressed ? "gzip" : NULL},
        {MHD_HTTP_HEADER_LOCATION, answer->location},
        {MHD_HTTP_HEADER_SET_COOKIE, answer->cookie},
        {MHD_HTTP_HEADER_ALLOW, answer->allow},
        {MHD_HTTP_HEADER_WWW_AUTHENTICATE, answer->status == MHD_HTTP_UNAUTHORIZED ? "Bearer realm=\"laut\"" : NULL},
        {MHD_HTTP_HEADER_RETRY_AFTER, answer->status == MHD_HTTP_TOO_MANY_REQUESTS ? "1" : NULL},
        {MHD_HTTP_HEADER_CONTENT_DISPOSITION, answer->file_name[0] ? disposition : NULL},
    };
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
        if (headers[i][1] && MHD_add_response_header(response, headers[i][0], headers[i][1]) != MHD_YES)
            return false;
    for (size_t i = 0; i < sizeof answer__headers / sizeof answer__headers[0]; i++)
        if (MHD_add_response_header(response, answer__headers[i][0], answer__headers[i][1]) != MHD_YES)
            return false;
    return true;
}

enum MHD_Result answer_send(struct exchange *exchange)
{
    struct answer *const answer = &exchange->answer;
    if (answer__has_already(exchange))
        answer->status = MHD_HTTP_NOT_MODIFIED;
    bool compressed;
    struct MHD_Response *const response = answer__body(exchange, &compressed);
    if (!response)
        return MHD_NO;
    enum MHD_Result result = MHD_NO;
    if (answer__headers_add(answer, compressed, response))
        result = MHD_queue_response(exchange->connection, answer->status, response);
    MHD_destroy_response(response);
    return result;
}
