/* fetch/fetcher.h: asks for addresses as a guest does: robots.txt and reservations of text and data mining first, one request at a time to a host with a pause
 * between, a redirect at most so often, and no address of this machine.
 *
 *     fetcher_get(fetcher, &(struct fetch_wish){.address = "https://example.org/a", .most_bytes = 20 << 20}, &fetched, &error)
 *         ->  FETCH_DONE, fetched.answer.bytes, fetched.rights {robots "allowed"}
 */
#ifndef FETCH_FETCHER_H
#define FETCH_FETCHER_H

#include "fetch/http.h"
#include "report/document.h"

struct table;

struct fetcher_options {
    const char *user_agent;          /* "laut/0.1.0 (…)"; its name up to the slash is what robots.txt is asked for */
    const struct table *reservations;            /* report/rights.h */
    unsigned pause_ms;               /* between two requests to a host, at least */
    bool local, research;            /* research: reservations are recorded and keep nothing out (section 60d UrhG) */
    bool (*wait)(void *context, unsigned ms);    /* false: stop now; 0 ms: only asks */
    void *context;
};

struct fetcher;

/* options are copied, what they point to is lent. NULL: the error says why. */
struct fetcher *fetcher_open(const struct fetcher_options *options, struct laut_error *error) __attribute__((warn_unused_result));
void fetcher_free(struct fetcher *fetcher);
const struct curl *fetcher_curl(const struct fetcher *fetcher);

enum fetching {
    FETCH_DONE,                      /* status 200 */
    FETCH_SAME,                      /* 304 */
    FETCH_DISALLOWED,                /* robots.txt does not allow it; nothing was asked */
    FETCH_RESERVED,                  /* text and data mining is reserved */
    FETCH_REFUSED,                   /* another status, or a host that asked to be left alone until later; answer.status 0: no answer came */
    FETCH_FORBIDDEN,                 /* no address of the web, or one of this machine or a private network */
    FETCH_STOPPED,                   /* wait said so */
};

struct fetch_wish {
    const char *address, *base;      /* base: from which address is told; NULL: from nowhere */
    const char *etag, *last_modified;
    size_t most_bytes;
    struct arena *arena;
};

struct fetched {
    struct http_answer answer;
    struct address address;          /* that answered in the end */
    bool moved;                      /* every redirect on the way was for good */
    struct rights rights;            /* strings live in the wish's arena */
};

/* What is not FETCH_DONE or FETCH_SAME has an error that says why. fetched_free it in any case. */
enum fetching fetcher_get(struct fetcher *fetcher, const struct fetch_wish *wish, struct fetched *fetched, struct laut_error *error)
    __attribute__((warn_unused_result));
void fetched_free(struct fetched *fetched);

/* What a host says of the wish's address without asking for it: rights->robots "disallowed" where it does not allow it. What is not FETCH_DONE tells nothing. */
enum fetching fetcher_rights(struct fetcher *fetcher, const struct fetch_wish *wish, struct rights *rights, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
