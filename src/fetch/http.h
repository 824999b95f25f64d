/* fetch/http.h: one request, one answer; no redirect is followed, nothing but http and https is spoken, and who answers is looked at before a byte is sent.
 *
 *     http_get(http, &(struct http_request){.address = "https://example.org/rss", .etag = "\"a\"", .most_bytes = 20 << 20}, &answer, &error)
 *         ->  answer.status 304
 */
#ifndef FETCH_HTTP_H
#define FETCH_HTTP_H

#include "fetch/address.h"

#include <stddef.h>

struct http_options {
    const char *user_agent;
    bool local;                      /* addresses of this machine and of private networks are allowed */
    bool (*stopped)(void *context);  /* asked at least once a second */
    void *context;
};

struct http;

/* options are lent. NULL: the error says why. */
struct http *http_open(const struct http_options *options, struct laut_error *error) __attribute__((warn_unused_result));
void http_free(struct http *http);
const struct curl *http_curl(const struct http *http);

struct http_request {
    const char *address;
    const char *etag, *last_modified;            /* of the answer before; NULL or "": none */
    size_t most_bytes;               /* of the answer, unpacked */
};

struct http_answer {
    long status;                     /* HTTP's; 0: no answer came */
    bool stopped, too_long;
    bool local;                      /* it leads to this machine or a private network, and nothing was sent */
    char *bytes;                     /* freed by http_answer_free */
    size_t length;
    char *header;                    /* its lines, unfolded, each with its end; "" where none came */
    size_t header_length;
    char etag[256], last_modified[64], charset[64], redirect[ADDRESS_BYTES];
    long retry_after_s;              /* -1: not told */
};

/* False: no whole answer came; the error says why, the answer's status is what came of it. */
bool http_get(struct http *http, const struct http_request *request, struct http_answer *answer, struct laut_error *error)
    __attribute__((warn_unused_result));
void http_answer_free(struct http_answer *answer);

#endif
