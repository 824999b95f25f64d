/* fetch/fetcher.c: hosts are known by scheme, name and port. What a host said in robots.txt and tdmrep.json holds for a day (RFC 9309, 2.4); a robots.txt that
 * could not be had for a fault of the server allows nothing and is asked for again after ten minutes, one that is not there allows everything. */
#include "fetch/fetcher.h"

#include "fetch/robots.h"
#include "fetch/tdmrep.h"
#include "report/rights.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_REDIRECTS = 5, MOST_RULE_BYTES = 1 << 20, DAY_S = 24 * 3600, AGAIN_S = 600, WAIT_STEP_MS = 1000, MOST_HOSTS = 4096 };

struct host {
    char origin[ORIGIN_BYTES];
    struct arena *arena;             /* of what it said; NULL: nothing yet */
    const struct robots *robots;     /* NULL: there is none */
    const struct tdmrep *tdmrep;     /* NULL: there is none */
    bool closed;                     /* robots.txt could not be had */
    bool local;                      /* it is this machine, or in a private network */
    char why[128];                   /* it is closed */
    double known_until_s;            /* clock; 0: nothing is known */
    double asked_s, free_at_s;       /* when the last request went out, when the next one may */
    double left_alone_until_s;       /* Retry-After */
};

struct fetcher {
    struct fetcher_options options;
    struct http_options http_options;
    struct http *http;
    char agent[64];
    struct host **hosts;
    size_t host_count, host_capacity;
};

static void host__free(struct host *host)
{
    arena_free(host->arena);
    free(host);
}

static double fetcher__clock(void)
{
    struct timespec now;
    return clock_gettime(CLOCK_BOOTTIME, &now) == 0 ? (double)now.tv_sec + (double)now.tv_nsec * 1e-9 : 0;
}

static bool fetcher__stopped(void *context)
{
    const struct fetcher *const fetcher = context;
    return fetcher->options.wait && !fetcher->options.wait(fetcher->options.context, 0);
}

struct fetcher *fetcher_open(const struct fetcher_options *options, struct laut_error *error)
{
    struct fetcher *const fetcher = calloc(1, sizeof *fetcher);
    if (!fetcher) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    fetcher->options = *options;
    (void)snprintf(fetcher->agent, sizeof fetcher->agent, "%.*s", (int)strcspn(options->user_agent, "/ ("), options->user_agent);
    fetcher->http_options = (struct http_options){options->user_agent, options->local, fetcher__stopped, fetcher};
    fetcher->http = http_open(&fetcher->http_options, error);
    if (fetcher->http)
        return fetcher;
    fetcher_free(fetcher);
    return NULL;
}

void fetcher_free(struct fetcher *fetcher)
{
    if (!fetcher)
        return;
    http_free(fetcher->http);
    for (size_t i = 0; i < fetcher->host_count; i++)
        host__free(fetcher->hosts[i]);
    free(fetcher->hosts);
    free(fetcher);
}

const struct curl *fetcher_curl(const struct fetcher *fetcher)
{
    return http_curl(fetcher->http);
}

void fetched_free(struct fetched *fetched)
{
    http_answer_free(&fetched->answer);
}

/* ---- hosts ---------------------------------------------------------------------------------------------------------- */

static struct host *fetcher__host(struct fetcher *fetcher, const char *origin, struct laut_error *error)
{
    for (size_t i = 0; i < fetcher->host_count; i++)
        if (strcmp(fetcher->hosts[i]->origin, origin) == 0)
            return fetcher->hosts[i];
    if (fetcher->host_count == MOST_HOSTS) {
        (void)error_set(error, NULL, 0, "name fewer feeds at once", "more than %d hosts", MOST_HOSTS);
        return NULL;
    }
    if (fetcher->host_count == fetcher->host_capacity) {
        const size_t larger = fetcher->host_capacity ? fetcher->host_capacity * 2 : 8;
        struct host **const hosts = realloc(fetcher->hosts, larger * sizeof *hosts);
        if (!hosts) {
            (void)error_out_of_memory(error);
            return NULL;
        }
        fetcher->hosts = hosts;
        fetcher->host_capacity = larger;
    }
    struct host *const host = calloc(1, sizeof *host);
    if (!host) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    (void)snprintf(host->origin, sizeof host->origin, "%s", origin);
    fetcher->hosts[fetcher->host_count++] = host;
    return host;
}

/* Waits until the host may be asked again. False: stop. */
static bool fetcher__wait(const struct fetcher *fetcher, struct host *host)
{
    for (double left_s; (left_s = host->free_at_s - fetcher__clock()) > 0;) {
        const unsigned ms = left_s * 1000 < WAIT_STEP_MS ? (unsigned)(left_s * 1000) + 1 : WAIT_STEP_MS;
        if (fetcher->options.wait && !fetcher->options.wait(fetcher->options.context, ms))
            return false;
    }
    return true;
}

/* When the host may be asked next: the longer of our pause and its Crawl-delay after the last request. */
static void fetcher__hold(const struct fetcher *fetcher, struct host *host)
{
    const double delay = host->robots ? host->robots->delay_s : 0, pause = fetcher->options.pause_ms / 1000.0;
    host->free_at_s = host->asked_s + (delay > pause ? delay : pause);
}

/* One request, when the host's pause is over. */
static bool fetcher__ask(struct fetcher *fetcher, struct host *host, const struct http_request *request, struct http_answer *answer, struct laut_error *error)
{
    *answer = (struct http_answer){.stopped = true};
    if (!fetcher__wait(fetcher, host))
        return error_set(error, request->address, 0, NULL, "stopped");
    const bool done = http_get(fetcher->http, request, answer, error);
    const double now = host->asked_s = fetcher__clock();
    fetcher__hold(fetcher, host);
    if ((answer->status == 429 || answer->status == 503) && answer->retry_after_s > 0)
        host->left_alone_until_s = now + (double)answer->retry_after_s;
    return done;
}

/* One of the files in which a site says how it wants to be treated; redirects are followed. */
static enum fetching fetcher__rule_file(struct fetcher *fetcher, struct host *host, const char *path, struct http_answer *answer, struct laut_error *error)
{
    struct address address;
    char whole[ADDRESS_BYTES];
    (void)snprintf(whole, sizeof whole, "%s%s", host->origin, path);
    *answer = (struct http_answer){.status = 0};
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        if (!address_read(fetcher_curl(fetcher), whole, NULL, &address, error) || (!fetcher->options.local && address_names_local(address.host)))
            return FETCH_FORBIDDEN;
        http_answer_free(answer);
        if (!fetcher__ask(fetcher, host, &(struct http_request){.address = address.whole, .most_bytes = MOST_RULE_BYTES}, answer, error) &&
            !answer->too_long)                   /* of a file without an end the begin is read */
            return answer->stopped ? FETCH_STOPPED : answer->local && !hop ? FETCH_FORBIDDEN : FETCH_REFUSED;
        if (!answer->redirect[0])
            return answer->status == 200 ? FETCH_DONE : FETCH_REFUSED;
        (void)snprintf(whole, sizeof whole, "%s", answer->redirect);
    }
    return FETCH_REFUSED;
}

/* Takes in robots.txt and tdmrep.json of a host whose are not known, or no longer. FETCH_REFUSED: out of memory. */
static enum fetching fetcher__meet(struct fetcher *fetcher, struct host *host, struct laut_error *error)
{
    struct http_answer answer;
    struct laut_error why = {.line = 0}, unasked;
    if (host->known_until_s > fetcher__clock())
        return FETCH_DONE;
    arena_free(host->arena);
    host->robots = NULL;
    host->tdmrep = NULL;
    host->arena = arena_open(0, error);
    if (!host->arena)
        return FETCH_REFUSED;
    enum fetching state = fetcher__rule_file(fetcher, host, "/robots.txt", &answer, &why);
    bool done = true;
    if (state == FETCH_DONE)
        done = (host->robots = robots_read(answer.bytes, answer.length, fetcher->agent, host->arena, error)) != NULL;
    host->local = state == FETCH_FORBIDDEN;
    host->closed = state == FETCH_REFUSED && (answer.status < 300 || answer.status == 429 || answer.status >= 500);
    if (answer.status)
        (void)snprintf(host->why, sizeof host->why, "the server answers %ld", answer.status);
    else
        (void)snprintf(host->why, sizeof host->why, "%.120s", why.message);
    fetcher__hold(fetcher, host);
    http_answer_free(&answer);
    if (done && !host->closed && !host->local && state != FETCH_STOPPED) {
        state = fetcher__rule_file(fetcher, host, "/.well-known/tdmrep.json", &answer, &unasked);
        if (state == FETCH_DONE)
            done = (host->tdmrep = tdmrep_read(answer.bytes, answer.length, host->arena, error)) != NULL;
        http_answer_free(&answer);
    }
    if (!done || state == FETCH_STOPPED)
        return done ? FETCH_STOPPED : FETCH_REFUSED;
    host->known_until_s = fetcher__clock() + (host->closed ? AGAIN_S : DAY_S);
    return FETCH_DONE;
}

/* What the host's files say of a path. */
static bool fetcher__file_rights(const struct fetcher *fetcher, const struct host *host, const char *path, struct rights *rights, struct arena *arena,
                                 struct laut_error *error)
{
    const struct table *const table = fetcher->options.reservations;
    for (size_t i = 0; host->robots && i < host->robots->signal_count; i++) {
        const struct robots_signal *const signal = &host->robots->signals[i];
        if (strncmp(path, signal->pattern, strlen(signal->pattern)) == 0 && !rights_tell(table, rights, "robots", signal->name, signal->value, arena, error))
            return false;
    }
    const struct tdmrep_rule *const rule = host->tdmrep ? tdmrep_find(host->tdmrep, path) : NULL;
    if (rule && (!rights_tell(table, rights, "file", "tdm-reservation", rule->reserved ? "1" : "0", arena, error) ||
                 (rule->policy && !rights_tell(table, rights, "file", "tdm-policy", rule->policy, arena, error))))
        return false;
    const bool allowed = !host->closed && (!host->robots || robots_allows(host->robots, path));
    rights->robots = !allowed ? "disallowed" : host->robots ? "allowed" : "none";
    return true;
}

/* ---- asking ---------------------------------------------------------------------------------------------------------- */

/* Reads an address and meets its host. */
static enum fetching fetcher__approach(struct fetcher *fetcher, const char *text, const char *base, struct address *address, struct host **host, struct laut_error *error)
{
    if (!address_read(fetcher_curl(fetcher), text, base, address, error))
        return FETCH_FORBIDDEN;
    bool local = !fetcher->options.local && address_names_local(address->host);
    if (!local) {
        *host = fetcher__host(fetcher, address->origin, error);
        const enum fetching state = *host ? fetcher__meet(fetcher, *host, error) : FETCH_REFUSED;
        if (state != FETCH_DONE)
            return state;
        local = (*host)->local;
    }
    if (!local)
        return FETCH_DONE;
    (void)error_set(error, address->whole, 0, "--local allows it", "leads to this machine or a private network");
    return FETCH_FORBIDDEN;
}

enum fetching fetcher_rights(struct fetcher *fetcher, const struct fetch_wish *wish, struct rights *rights, struct laut_error *error)
{
    struct address address;
    struct host *host;
    const enum fetching state = fetcher__approach(fetcher, wish->address, wish->base, &address, &host, error);
    if (state != FETCH_DONE)
        return state;
    return fetcher__file_rights(fetcher, host, address.path, rights, wish->arena, error) ? FETCH_DONE : FETCH_REFUSED;
}

/* What keeps an address out: FETCH_DONE: nothing does. */
static enum fetching fetcher__refuse(const struct fetcher *fetcher, const struct fetched *fetched, struct laut_error *error)
{
    if (strcmp(fetched->rights.robots, "disallowed") == 0) {
        (void)error_set(error, fetched->address.whole, 0, NULL, "robots.txt does not allow it");
        return FETCH_DISALLOWED;
    }
    if (fetched->rights.reservation != RESERVATION_MADE || fetcher->options.research)
        return FETCH_DONE;
    (void)error_set(error, fetched->address.whole, 0, NULL, "text and data mining is reserved (%s)", fetched->rights.basis);
    return FETCH_RESERVED;
}

/* What an answer means; FETCH_DONE with a redirect: go on there. */
static enum fetching fetcher__judge(const struct fetcher *fetcher, struct fetched *fetched, struct arena *arena, struct laut_error *error)
{
    const struct http_answer *const answer = &fetched->answer;
    if (answer->status == 304)
        return FETCH_SAME;
    if (!rights_tell_header(fetcher->options.reservations, &fetched->rights, answer->header, answer->header_length, arena, error))
        return FETCH_REFUSED;
    if (answer->status == 200)
        return fetcher__refuse(fetcher, fetched, error);
    if (answer->redirect[0])
        return FETCH_DONE;
    (void)error_set(error, fetched->address.whole, 0, NULL, "the server answers %ld", answer->status);
    return FETCH_REFUSED;
}

static enum fetching fetcher__hop(struct fetcher *fetcher, const struct fetch_wish *wish, const char *text, const char *base, struct fetched *fetched,
                                  struct laut_error *error)
{
    struct host *host;
    const enum fetching state = fetcher__approach(fetcher, text, base, &fetched->address, &host, error);
    if (state != FETCH_DONE)
        return state;
    fetched->rights = (struct rights){.reservation = RESERVATION_UNTOLD};
    if (!fetcher__file_rights(fetcher, host, fetched->address.path, &fetched->rights, wish->arena, error))
        return FETCH_REFUSED;
    if (host->closed) {
        (void)error_set(error, fetched->address.whole, 0, NULL, "robots.txt could not be had, so nothing else is asked for: %s", host->why);
        return FETCH_REFUSED;
    }
    const enum fetching allowed = fetcher__refuse(fetcher, fetched, error);
    if (allowed != FETCH_DONE)
        return allowed;
    if (host->left_alone_until_s > fetcher__clock()) {
        fetched->answer.retry_after_s = (long)(host->left_alone_until_s - fetcher__clock()) + 1;
        (void)error_set(error, fetched->address.whole, 0, NULL, "the server asked to be left alone for now");
        return FETCH_REFUSED;
    }
    const struct http_request request = {fetched->address.whole, wish->etag, wish->last_modified, wish->most_bytes};
    if (!fetcher__ask(fetcher, host, &request, &fetched->answer, error))
        return fetched->answer.stopped ? FETCH_STOPPED : FETCH_REFUSED;
    return fetcher__judge(fetcher, fetched, wish->arena, error);
}

enum fetching fetcher_get(struct fetcher *fetcher, const struct fetch_wish *wish, struct fetched *fetched, struct laut_error *error)
{
    char next[ADDRESS_BYTES];
    bool moved = true;
    *fetched = (struct fetched){.answer = {.retry_after_s = -1}};
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        const enum fetching state = fetcher__hop(fetcher, wish, hop ? next : wish->address, hop ? NULL : wish->base, fetched, error);
        const struct http_answer *const answer = &fetched->answer;
        fetched->moved = moved && hop > 0;
        if (state != FETCH_DONE || !answer->redirect[0])
            return state;
        moved = moved && (answer->status == 301 || answer->status == 308);
        (void)snprintf(next, sizeof next, "%s", answer->redirect);
        http_answer_free(&fetched->answer);
    }
    (void)error_set(error, wish->address, 0, "look where it leads in a browser", "leads on more than %d times", MOST_REDIRECTS);
    return FETCH_REFUSED;
}
