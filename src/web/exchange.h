/* web/exchange.h: one request and the answer to it.
 *
 *     GET /api/v1/reports/r-17?format=json  ->  method METHOD_GET, path "/api/v1/reports/r-17", argument "format" "json"
 */
#ifndef WEB_EXCHANGE_H
#define WEB_EXCHANGE_H

#include "laut.h"

#include <microhttpd.h>

enum { ARGUMENTS_AT_MOST = 12, BODY_BYTES_AT_MOST = 512 * 1024, SENT_FILE_BYTES_AT_MOST = 8 << 20 };

enum method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

struct argument {
    const char *name, *value;
};

/* What is sent back. bytes are the answer's own (malloc) unless lent. */
struct reply {
    unsigned status;
    const char *type;                /* Content-Type */
    char *bytes;
    size_t length;
    const char *gzip;                /* the same bytes compressed beforehand, lent; NULL: compress when worth it */
    size_t gzip_length;
    bool lent;
    struct MHD_Response *stream;     /* instead of bytes: made as it is taken */
    bool immutable;                  /* its address changes when its content does */
    char etag[24];                   /* "": none */
    uint64_t hash;                   /* what the ETag is made of */
    char *location;                  /* Location, malloc */
    char *cookie;                    /* Set-Cookie, malloc */
    const char *allow;               /* Allow */
    const char *more;                /* Laut-More-Reports: what else a file held */
    char file_name[64];              /* "": shown, else downloaded under that name */
};

struct exchange {
    struct web_server *server;
    struct MHD_Connection *connection;
    struct connection_slot *slot;
    enum method method;
    const char *path;                /* unescaped */
    const char *id;                  /* what stood for the route's "*", else NULL */
    struct argument arguments[ARGUMENTS_AT_MOST];
    size_t argument_count;
    bool refused;                    /* the answer is made before the body has come */
    char *body;
    size_t body_length;
    struct reply reply;
};

/* Reads method, path and arguments. False: bad request, the answer says why. */
bool exchange_begin(struct exchange *exchange, const char *path, const char *method);
/* How many bytes its body may have: SENT_FILE_BYTES_AT_MOST for a file as it is (application/octet-stream), else BODY_BYTES_AT_MOST. */
size_t exchange_body_limit(const struct exchange *exchange);
/* Adds to the body. False: too large, or no memory; the answer says so. */
bool exchange_take(struct exchange *exchange, const char *bytes, size_t count);
void exchange_free(struct exchange *exchange);

/* The argument's value, or NULL. */
const char *exchange_argument(const struct exchange *exchange, const char *name);
const char *exchange_header(const struct exchange *exchange, const char *name);
/* True if all arguments are among names (count of them); else the answer names the first that is not. */
bool exchange_knows(struct exchange *exchange, const char *const *names, size_t count);

/* An answer by way of problem details (RFC 9457). remedy may be NULL. */
void reply_problem(struct exchange *exchange, unsigned status, const char *remedy, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The answer is bytes, which it takes over. NULL bytes: out of memory. */
void reply_take(struct exchange *exchange, const char *type, char *bytes, size_t length);
/* Bytes that outlive the server. */
void reply_lend(struct exchange *exchange, const char *type, const char *bytes, size_t length);

/* The reply is what the response hands out, which it takes over. */
void reply_stream(struct exchange *exchange, const char *type, struct MHD_Response *response);
/* Sets the ETag. False: the asker has this already, and the reply says so. */
bool reply_is_new(struct exchange *exchange, uint64_t hash);
/* As reply_take, with the ETag that reply_is_new has set. */
void reply_keep_tag(struct exchange *exchange, const char *type, char *bytes, size_t length);

/* Gives the answer to libmicrohttpd: headers, compression, 304 where the asker has it already. */
enum MHD_Result reply_send(struct exchange *exchange);

/* 64 bits of FNV-1a, for ETags. */
uint64_t reply_hash(const void *bytes, size_t count, uint64_t seed);
/* Compressed copy (malloc) or NULL. */
char *reply_gzip(const char *bytes, size_t count, int level, size_t *length);

#endif
