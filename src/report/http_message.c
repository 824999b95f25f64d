/* report/http_message.c: header lines, chunks (RFC 9112), zlib for what is packed. */
#include "report/http_message.h"

#include "report/finish.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <zlib.h>

enum { ZLIB_OR_GZIP = 15 + 32, STEP_BYTES = 16 << 10 };

bool http_message_value(const char *line, size_t length, const char *name, char *value, size_t size)
{
    const size_t name_length = strlen(name);
    if (length <= name_length || strncasecmp(line, name, name_length) != 0 || line[name_length] != ':')
        return false;
    const char *at = line + name_length + 1, *end = line + length;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    while (end > at && strchr("\r\n \t", end[-1]))
        end--;
    if ((size_t)(end - at) >= size)
        return false;
    (void)snprintf(value, size, "%.*s", (int)(end - at), at);
    return true;
}

/* Of "HTTP/1.1 200 OK" and "HTTP/2 200". */
static int http__status(const char *bytes, size_t length)
{
    const char *const space = length > 12 && memcmp(bytes, "HTTP/", 5) == 0 ? memchr(bytes, ' ', 12) : NULL;
    const char *const end = bytes + length;
    int status = 0;
    for (const char *at = space ? space + 1 : end; at < end && at < space + 4 && isdigit((unsigned char)*at); at++)
        status = status * 10 + (*at - '0');
    return status;
}

struct http_message http_message_read(const char *bytes, size_t length)
{
    struct http_message message = {.header = bytes, .status = http__status(bytes, length)};
    const char *const end = bytes + length;
    for (const char *at = bytes; at < end;) {
        const char *const stop = memchr(at, '\n', (size_t)(end - at));
        const size_t line = stop ? (size_t)(stop - at) : (size_t)(end - at);
        char value[64];
        if (line == 0 || (line == 1 && *at == '\r')) {
            message.body = stop ? stop + 1 : end;
            message.header_length = (size_t)(message.body - bytes);
            message.length = (size_t)(end - message.body);
            return message;
        }
        (void)http_message_value(at, line, "Content-Type", message.type, sizeof message.type);
        (void)http_message_value(at, line, "Content-Encoding", message.encoding, sizeof message.encoding);
        if (http_message_value(at, line, "Transfer-Encoding", value, sizeof value))
            message.chunked = strcasestr(value, "chunked") != NULL;
        at = stop ? stop + 1 : end;
    }
    message.status = 0;
    return message;
}

/* ---- the body ------------------------------------------------------------------------------------------------------ */

/* The number that a chunk begins with, at most eight digits; *digits how many. */
static size_t http__chunk(const char *bytes, size_t length, size_t *digits)
{
    size_t number = 0;
    for (*digits = 0; *digits < length && *digits < 8 && isxdigit((unsigned char)bytes[*digits]); ++*digits) {
        const char c = bytes[*digits];
        number = number * 16 + (size_t)(isdigit((unsigned char)c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return number;
}

static bool http__is_chunked(const struct http_message *message)
{
    size_t digits;
    (void)http__chunk(message->body, message->length, &digits);
    return message->chunked && digits && digits < message->length && (message->body[digits] == '\r' || message->body[digits] == ';');
}

/* Takes the lengths of chunks out. */
static const char *http__join(const struct http_message *message, struct arena *arena, size_t *length, struct laut_error *error)
{
    char *const out = arena_take(arena, message->length + 1, 1, error);
    size_t written = 0;
    for (size_t at = 0; out && at < message->length;) {
        const char *const line = memchr(message->body + at, '\n', message->length - at);
        size_t digits;
        const size_t chunk = http__chunk(message->body + at, message->length - at, &digits);
        if (!line || !chunk)
            break;
        at = (size_t)(line + 1 - message->body);
        const size_t taken = chunk < message->length - at ? chunk : message->length - at;
        memcpy(out + written, message->body + at, taken);
        written += taken;
        at += taken + 2;
    }
    *length = written;
    return out;
}

/* Unpacks into out, or only counts (NULL); *length as far as it goes. False: it is not packed so, or longer than most. */
static bool http__inflate(const char *bytes, size_t count, char *out, size_t most, size_t *length)
{
    char step[STEP_BYTES];
    union { const char *lent; Bytef *own; } in = {.lent = bytes};
    z_stream stream = {.next_in = in.own, .avail_in = (uInt)count};
    int state = inflateInit2(&stream, ZLIB_OR_GZIP);
    *length = 0;
    while (state == Z_OK && *length <= most) {
        char *const room = out ? out + *length : step;
        const size_t left = out ? most - *length : STEP_BYTES;
        stream.next_out = (Bytef *)room;
        stream.avail_out = (uInt)(left < STEP_BYTES ? left : STEP_BYTES);
        const uInt before = stream.avail_out;
        state = inflate(&stream, Z_NO_FLUSH);
        *length += before - stream.avail_out;
    }
    (void)inflateEnd(&stream);
    return state == Z_STREAM_END && *length <= most;
}

static const char *http__unpack(const char *bytes, size_t count, struct arena *arena, size_t *length, struct laut_error *error)
{
    if (!http__inflate(bytes, count, NULL, REPORT_BYTES_AT_MOST, length)) {
        (void)error_set(error, NULL, 0, "was the file copied whole?", *length > REPORT_BYTES_AT_MOST ? "a packed page of more than %d MB is not read"
                                                                                                         : "a packed page is damaged or cut off (limit %d MB)",
                        REPORT_BYTES_AT_MOST >> 20);
        return NULL;
    }
    size_t written;
    char *const out = arena_take(arena, *length + 1, 1, error);
    return out && http__inflate(bytes, count, out, *length + 1, &written) ? out : NULL;
}

const char *http_message_body(const struct http_message *message, struct arena *arena, size_t *length, struct laut_error *error)
{
    const char *body = message->body;
    *length = message->length;
    if (http__is_chunked(message))
        body = http__join(message, arena, length, error);
    const bool gzip = body && *length > 2 && memcmp(body, "\x1F\x8B", 2) == 0, deflate = strcasecmp(message->encoding, "deflate") == 0;
    if (body && *length > 0 && (gzip || (deflate && (body[0] & 0x0f) == 8)))
        return http__unpack(body, *length, arena, length, error);
    if (body && (strcasecmp(message->encoding, "br") == 0 || strcasecmp(message->encoding, "zstd") == 0) && !memchr(body, '<', *length < 64 ? *length : 64)) {
        (void)error_set(error, NULL, 0, "unpack its records by the tool that wrote them", "a page that is packed with %s is not read", message->encoding);
        return NULL;
    }
    return body;
}
