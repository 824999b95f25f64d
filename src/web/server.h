/* web/server.h: what handlers know of the server. */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include "web/cache.h"
#include "web/connections.h"
#include "web/exchange.h"
#include "web/pace.h"
#include "web/page.h"
#include "web/shelf.h"
#include "web/web.h"

struct web_server {
    const struct laut_engine *engine;
    char *token;                     /* NULL: none is needed */
    char *url;
    struct page *page;               /* NULL: was not built */
    struct shelf *shelf;             /* NULL: no archive */
    struct shelf *writers;           /* for reviews; NULL: none are taken */
    char *reviewer;                  /* who reviews where a request does not say; NULL: nobody */
    struct cache *cache;
    bool demo;                       /* of example reports, which the page says */
    struct pace *pace;
    struct connections *connections;
    struct MHD_Daemon *daemon;
};

/* Finds the handler for the exchange's path and method and makes the answer. The body, if any, is complete. */
void route_answer(struct exchange *exchange);
/* Whether a body is wanted at all; false: the answer says what is. */
bool route_takes_body(struct exchange *exchange);

/* POST /api/v1/code */
void code_answer(struct exchange *exchange);

#endif
