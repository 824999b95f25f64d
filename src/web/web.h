/* web/web.h: laut in a browser: the JSON interface under /api/v1 and the page's own files.
 *
 *     struct web_server *server = web_server_open(&(struct web_options){.engine = engine, .port = 8021}, &error);
 *     puts(web_server_url(server));                             http://127.0.0.1:8021/
 *     ... wait for a signal ...
 *     web_server_free(server);                                  answers what has been asked, then closes
 *
 * It answers GET and HEAD, and POST for texts, which are not stored, and for reviews where it was started for them. The page's files are read once at the start:
 * no request opens a file.
 */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "laut.h"

struct web_server;

struct web_options {
    const struct laut_engine *engine;
    const char *address;             /* NULL: 127.0.0.1 */
    uint16_t port;                   /* 0: any that is free */
    const char *token;               /* NULL: none; without one only this machine is served */
    const char *page_folder;         /* NULL: no page, the interface alone */
    const char *archive;             /* its file; NULL: none, only texts can be coded */
    bool review;                     /* takes what people say of claims */
    const char *reviewer;            /* who, where a request does not say; NULL: it must */
    bool demo;                       /* the archive holds the example reports */
};

/* NULL: the address cannot be had, or the page's files cannot be read. The strings of the options are copied. */
struct web_server *web_server_open(const struct web_options *, struct laut_error *) __attribute__((warn_unused_result));

/* Where a browser finds it, with the token; lent. */
const char *web_server_url(const struct web_server *);
bool web_server_has_page(const struct web_server *);

/* Takes no new request, lets those in hand finish (at most five seconds), closes. */
void web_server_free(struct web_server *);

/* Whether address is one of this machine's own that no other can reach. */
bool web_address_is_loopback(const char *address);

#endif
