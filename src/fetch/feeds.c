/* fetch/feeds.c: when a feed is asked, and what its answers mean for the next time. */
#include "fetch/feeds.h"

#include "archive/retrieval.h"
#include "report/stream.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DAY_S = 24 * 3600, LONGEST_AGAIN_S = 7 * DAY_S, DOUBLINGS_AT_MOST = 16 };

void feeds_now(char moment[32])
{
    const time_t now = time(NULL);
    struct tm date;
    (void)strftime(moment, 32, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &date));
}

struct laut_feeds *laut_feeds_open(const struct laut_engine *engine, struct laut_archive *archive, const struct laut_feeds_options *options,
                                   struct laut_error *error)
{
    struct laut_feeds *const feeds = calloc(1, sizeof *feeds);
    if (!feeds) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    *feeds = (struct laut_feeds){.engine = engine, .archive = archive, .options = *options};
    (void)snprintf(feeds->user_agent, sizeof feeds->user_agent, options->user_agent ? "%s" : "laut/%s (news research)",
                   options->user_agent ? options->user_agent : laut_version());
    const struct fetcher_options fetching = {.user_agent = feeds->user_agent, .reservations = engine->report->reservations, .pause_ms = options->pause_ms,
                                             .local = options->local, .research = options->research, .wait = options->wait, .context = options->context};
    feeds->arena = arena_open(0, error);
    feeds->fetcher = feeds->arena ? fetcher_open(&fetching, error) : NULL;
    if (feeds->fetcher)
        return feeds;
    laut_feeds_free(feeds);
    return NULL;
}

void laut_feeds_free(struct laut_feeds *feeds)
{
    if (!feeds)
        return;
    fetcher_free(feeds->fetcher);
    arena_free(feeds->arena);
    free(feeds);
}

/* After the nth failure in a row; at least what the server asked for. */
static long feeds__back_off(const struct laut_feeds *feeds, int64_t failures, long retry_after_s)
{
    const long interval = feeds->options.interval_s ? (long)feeds->options.interval_s : 1;
    long again = interval < DAY_S ? interval : DAY_S;
    for (int64_t i = 0; i < failures && i < DOUBLINGS_AT_MOST && again < DAY_S; i++)
        again = again * 2 < DAY_S ? again * 2 : DAY_S;
    if (retry_after_s > again)
        again = retry_after_s;
    return again < LONGEST_AGAIN_S ? again : LONGEST_AGAIN_S;
}

static void feeds__keep_failure(struct laut_feeds *feeds, const char *address, struct retrieval *retrieval, const struct fetched *fetched, const char *result,
                                struct laut_poll *poll)
{
    retrieval->failures++;
    retrieval->status = fetched->answer.status;
    retrieval->result = result;
    if (retrieval->status == 404 || retrieval->status == 410)                /* where it was moved to it is no more */
        retrieval->moved = NULL;
    poll->again_s = feeds__back_off(feeds, retrieval->failures, fetched->answer.retry_after_s);
    retrieval->due_s = (int64_t)time(NULL) + poll->again_s;
    (void)!retrieval_keep(feeds->archive, address, retrieval, NULL);         /* what failed is told already */
}

/* What was answered is taken in; only then is its ETag kept, so that a process that is killed on the way asks for the whole again. */
static bool feeds__take_in(struct laut_feeds *feeds, const char *address, struct retrieval *retrieval, const struct fetched *fetched, bool same,
                           struct laut_poll *poll, struct laut_error *error)
{
    const struct http_answer *const answer = &fetched->answer;
    const struct feed_bytes feed = {.bytes = answer->bytes, .length = answer->length, .name = address, .address = fetched->address.whole,
                                    .charset = answer->charset[0] ? answer->charset : NULL, .rights = fetched->rights};
    if (!same && !entries_add(feeds, &feed, poll, error)) {
        feeds__keep_failure(feeds, address, retrieval, fetched, "failed", poll);
        return false;
    }
    if (poll->stopped)
        return true;
    const bool whole = !poll->later && !poll->refused;               /* else all of it is wanted again */
    if (!same) {
        retrieval->etag = whole && answer->etag[0] ? answer->etag : NULL;
        retrieval->last_modified = whole && answer->last_modified[0] ? answer->last_modified : NULL;
    }
    if (fetched->moved) {
        retrieval->moved = fetched->address.whole;
        (void)snprintf(poll->moved, sizeof poll->moved, "%.511s", fetched->address.whole);
    }
    retrieval->status = answer->status;
    retrieval->result = same ? "same" : "added";
    retrieval->failures = 0;
    retrieval->due_s = 0;
    return retrieval_keep(feeds->archive, address, retrieval, error);
}

static bool feeds__ask(struct laut_feeds *feeds, const char *address, struct retrieval *retrieval, struct arena *arena, struct laut_poll *poll,
                       struct laut_error *error)
{
    static const char *const results[] = {[FETCH_DISALLOWED] = "disallowed", [FETCH_RESERVED] = "reserved", [FETCH_REFUSED] = "failed", [FETCH_FORBIDDEN] = "failed"};
    const struct fetch_wish wish = {.address = retrieval->moved ? retrieval->moved : address, .etag = retrieval->etag, .last_modified = retrieval->last_modified,
                                    .most_bytes = FEED_BYTES_AT_MOST, .arena = arena};
    struct fetched fetched;
    const enum fetching state = fetcher_get(feeds->fetcher, &wish, &fetched, error);
    bool done = state == FETCH_STOPPED;
    poll->asked = true;
    poll->status = fetched.answer.status;
    poll->stopped = state == FETCH_STOPPED;
    if (state == FETCH_DONE || state == FETCH_SAME)
        done = feeds__take_in(feeds, address, retrieval, &fetched, state == FETCH_SAME, poll, error);
    else if (state != FETCH_STOPPED)
        feeds__keep_failure(feeds, address, retrieval, &fetched, results[state], poll);
    fetched_free(&fetched);
    return done;
}

static bool feeds__poll(struct laut_feeds *feeds, const char *address, struct laut_poll *poll, struct laut_error *error)
{
    struct arena *const arena = arena_open(0, error);
    struct retrieval retrieval;
    bool done = false;
    if (arena && retrieval_find(feeds->archive, address, arena, &retrieval, error)) {
        poll->again_s = retrieval.due_s > (int64_t)time(NULL) ? (long)(retrieval.due_s - (int64_t)time(NULL)) : 0;
        if (poll->again_s)
            (void)error_set(error, address, 0, NULL, "is not asked yet, because it failed %ld times (%s)", (long)retrieval.failures, retrieval.result);
        else
            done = feeds__ask(feeds, address, &retrieval, arena, poll, error);
    }
    arena_free(arena);
    return done;
}

/* A feed that is saved on disk. */
static bool feeds__read(struct laut_feeds *feeds, const char *path, struct laut_poll *poll, struct laut_error *error)
{
    struct stream *const stream = stream_open(path, error);
    const char *bytes;
    size_t length;
    const enum stream_state state = stream ? stream_rest(stream, FEED_BYTES_AT_MOST, &bytes, &length, error) : STREAM_FAILED;
    bool done = state == STREAM_READ;
    poll->asked = done;
    if (state == STREAM_TOO_LONG)
        (void)error_set(error, path, 0, "split it", "a feed of more than %d MB is not read", FEED_BYTES_AT_MOST >> 20);
    done = done && entries_add(feeds, &(struct feed_bytes){.bytes = bytes, .length = length, .name = path}, poll, error);
    stream_free(stream);
    return done;
}

bool laut_feeds_poll(struct laut_feeds *feeds, size_t index, struct laut_poll *poll, struct laut_error *error)
{
    const struct feed_name *const name = &feeds->names[index];
    if (error)
        *error = (struct laut_error){.line = 0};
    *poll = (struct laut_poll){.status = 0};
    return name->saved ? feeds__read(feeds, name->text, poll, error) : feeds__poll(feeds, name->text, poll, error);
}
