/* web/route.c: which address is answered by whom. "*" at the end of a route stands for an id, which may hold slashes. */
#include "web/interface.h"
#include "web/server.h"

#include <stdio.h>
#include <string.h>

static const char route__prefix[] = "/api/v1/";

struct route {
    const char *path;                /* behind the prefix */
    bool takes_body;                 /* POST; else GET and HEAD */
    void (*answer)(struct exchange *);
};

/* web/openapi.json, put there by the build. */
extern const char web_openapi[];
extern const char *const web_openapi_end;

static void route__openapi(struct exchange *exchange)
{
    if (!exchange_knows(exchange, NULL, 0))
        return;
    const size_t length = (size_t)(web_openapi_end - web_openapi);
    reply_lend(exchange, "application/json", web_openapi, length);
    (void)snprintf(exchange->reply.etag, sizeof exchange->reply.etag, "W/\"%016llx\"",
                   (unsigned long long)reply_hash(web_openapi, length, 0));
}

static const struct route route__table[] = {
    {"", false, interface_about},
    {"actors", false, interface_actors},
    {"actors/*", false, interface_actor},
    {"code", true, code_answer},
    {"events", false, interface_events},
    {"events.atom", false, interface_feed},
    {"events/*", false, interface_event},
    {"facets", false, interface_facets},
    {"flows", false, interface_flows},
    {"incidents", false, interface_incidents},
    {"incidents/*", false, interface_incident},
    {"openapi.json", false, route__openapi},
    {"places", false, interface_places},
    {"queue", true, interface_queue},
    {"reports", false, interface_reports},
    {"reports/*", false, interface_report},
    {"reviews", false, interface_reviews},
    {"reviews", true, interface_review},
    {"sample", false, interface_sample},
    {"stats", false, interface_stats},
    {"timeline", false, interface_timeline},
    {"transfers", false, interface_transfers},
    {"transfers/*", false, interface_transfer},
};

/* The route of a path behind the prefix, with what stands for its "*", the one of the method where there are two; NULL: none. */
static const struct route *route__find(const char *path, bool body, const char **id)
{
    const struct route *found = NULL;
    for (size_t i = 0; i < sizeof route__table / sizeof route__table[0]; i++) {
        const size_t length = strlen(route__table[i].path);
        const bool open = length > 0 && route__table[i].path[length - 1] == '*';
        const bool same = open ? strncmp(path, route__table[i].path, length - 1) == 0 && path[length - 1] : strcmp(path, route__table[i].path) == 0;
        if (!same || (found && route__table[i].takes_body != body))
            continue;
        found = &route__table[i];
        *id = open ? path + length - 1 : NULL;
        if (found->takes_body == body)
            break;
    }
    return found;
}

static const struct route *route__of(struct exchange *exchange)
{
    if (strncmp(exchange->path, route__prefix, sizeof route__prefix - 1) != 0)
        return NULL;
    return route__find(exchange->path + sizeof route__prefix - 1, exchange->method == METHOD_POST, &exchange->id);
}

static void route__refuse_method(struct exchange *exchange, const char *allowed)
{
    reply_problem(exchange, MHD_HTTP_METHOD_NOT_ALLOWED, NULL, "this address answers %s", allowed);
    exchange->reply.allow = allowed;
}

bool route_takes_body(struct exchange *exchange)
{
    const struct route *const route = route__of(exchange);
    if (route && route->takes_body)
        return true;
    route__refuse_method(exchange, "GET, HEAD");
    return false;
}

static void route__page(struct exchange *exchange)
{
    if (exchange->server->page)
        page_answer(exchange->server->page, exchange);
    else
        reply_problem(exchange, MHD_HTTP_NOT_FOUND, "install node 18 or newer and npm, then run make",
                       "the page was not built; the interface is at /api/v1/openapi.json");
}

void route_answer(struct exchange *exchange)
{
    const struct route *const route = route__of(exchange);
    const bool asks = exchange->method == METHOD_GET || exchange->method == METHOD_HEAD;
    if (route && (route->takes_body ? exchange->method != METHOD_POST : !asks))
        route__refuse_method(exchange, route->takes_body ? "POST" : "GET, HEAD");
    else if (route)
        route->answer(exchange);
    else if (!asks)
        route__refuse_method(exchange, "GET, HEAD");
    else if (strncmp(exchange->path, "/api/", 5) == 0)
        reply_problem(exchange, MHD_HTTP_NOT_FOUND, "see /api/v1/openapi.json", "nothing has this address");
    else
        route__page(exchange);
}
