/* report/http_message.h: an answer of a web server, as crawls keep it.
 *
 *     "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>…"  ->  status 200, type "text/html", body "<html>…"
 */
#ifndef REPORT_HTTP_MESSAGE_H
#define REPORT_HTTP_MESSAGE_H

#include "base/arena.h"

struct http_message {
    const char *header, *body;       /* lent */
    size_t header_length, length;
    int status;                      /* 0: it is none */
    char type[512], encoding[32];    /* Content-Type, Content-Encoding; "": not told */
    bool chunked;
};

struct http_message http_message_read(const char *bytes, size_t length);

/* The body without the lengths of chunks and unpacked (gzip, deflate), where it still is so: many crawls have done that before. NULL: the error says why. */
const char *http_message_body(const struct http_message *message, struct arena *arena, size_t *length, struct laut_error *error) __attribute__((warn_unused_result));

/* Whether a line of a header has that name and a value of less than size bytes, which is copied then. */
bool http_message_value(const char *line, size_t length, const char *name, char *value, size_t size);

#endif
