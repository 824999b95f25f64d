/* cli/feed.c: each feed has its time; the one that is due first is asked next. One line a look goes to standard error. */
#include "cli/feed.h"

#include "cli/cli.h"
#include "cli/ending.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST_WAIT_MS = 60000 };

struct polling {
    struct laut_feeds *feeds;
    const struct feed_plan *plan;
    int signals;
    time_t *due;                     /* [feeds], when each is asked next */
    bool failed;
};

static bool polling__wait(void *context, unsigned ms)
{
    const struct polling *const polling = context;
    return ending_wait(polling->signals, ms);
}

static void polling__refused(void *context, const struct laut_error *error)
{
    (void)context;
    cli_print_error(error);
}

static void polling__count(const char *what, size_t count)
{
    if (count)
        (void)fprintf(stderr, ", %zu %s", count, what);
}

/* One line: when, which feed, what became of it. */
static void polling__tell(const char *name, const struct laut_poll *poll, const struct laut_error *error)
{
    char moment[32];
    const time_t now = time(NULL);
    struct tm date;
    (void)strftime(moment, sizeof moment, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &date));
    (void)fprintf(stderr, "%s  %s  ", moment, name);
    if (poll->status)
        (void)fprintf(stderr, "%ld  ", poll->status);
    if (error && poll->stopped)
        (void)fputs("stopped", stderr);
    else if (error)
        (void)fprintf(stderr, "%s", error->message);
    else
        (void)fprintf(stderr, "%zu new reports, %zu new versions, %zu without change, %zu refused; %zu new claims", poll->reports, poll->versions, poll->same,
                      poll->refused, poll->claims);
    polling__count("reserved", poll->reserved);
    polling__count("not allowed by robots.txt", poll->disallowed);
    polling__count("gone", poll->gone);
    polling__count("to be asked for again", poll->later);
    if (poll->again_s)
        (void)fprintf(stderr, "; not asked again for %ld s", poll->again_s);
    if (poll->moved[0])
        (void)fprintf(stderr, "; moved for good, name it as %s", poll->moved);
    (void)fputc('\n', stderr);
}

/* False: stop. */
static bool polling__poll(struct polling *polling, size_t index)
{
    struct laut_poll poll;
    struct laut_error error = {.line = 0};
    const bool done = laut_feeds_poll(polling->feeds, index, &poll, &error);
    const char *const name = laut_feeds_name(polling->feeds, index);
    if (!poll.stopped && !done && error.file[0] && strcmp(error.file, name) != 0 && !poll.asked) {
        cli_print_error(&error);                 /* the archive failed */
        polling->failed = true;
        return false;
    }
    polling__tell(name, &poll, done ? NULL : &error);
    polling->failed |= !done || poll.refused || poll.later;
    polling->due[index] = time(NULL) + (poll.again_s > polling->plan->interval_s ? poll.again_s : polling->plan->interval_s);
    return !poll.stopped;
}

static bool polling__all_saved(const struct laut_feeds *feeds)
{
    for (size_t i = 0; i < laut_feeds_count(feeds); i++)
        if (!laut_feeds_is_saved(feeds, i))
            return false;
    return true;
}

static void polling__once(struct polling *polling)
{
    for (size_t i = 0; i < laut_feeds_count(polling->feeds); i++)
        if (!polling__poll(polling, i))
            return;
}

/* Until told to end: which is no failure. */
static void polling__loop(struct polling *polling)
{
    const size_t count = laut_feeds_count(polling->feeds);
    (void)fprintf(stderr, "laut: %zu feed%s, asked every %ld s; end with Ctrl-C\n", count, count == 1 ? "" : "s", polling->plan->interval_s);
    for (;;) {
        size_t first = 0;
        for (size_t i = 1; i < count; i++)
            if (polling->due[i] < polling->due[first])
                first = i;
        for (time_t now; (now = time(NULL)) < polling->due[first];) {
            const time_t left_s = polling->due[first] - now;
            if (!ending_wait(polling->signals, left_s * 1000 < LONGEST_WAIT_MS ? (unsigned)left_s * 1000 : LONGEST_WAIT_MS)) {
                polling->failed = false;
                return;
            }
        }
        if (!polling__poll(polling, first))
            return;
    }
}

static void polling__run(struct polling *polling, const struct adding_plan *plan)
{
    struct laut_error error = {.line = 0};
    for (size_t i = 0; i < plan->path_count; i++)
        if (!laut_feeds_add(polling->feeds, plan->paths[i], &error)) {
            cli_print_error(&error);
            polling->failed = true;
            return;
        }
    const size_t count = laut_feeds_count(polling->feeds);
    polling->due = calloc(count + 1, sizeof *polling->due);
    polling->failed = !count || !polling->due;
    if (polling->failed)
        (void)fputs(count ? "laut: out of memory\n" : "laut: the list names no feed; one address a line\n", stderr);
    else if (polling->plan->once || polling__all_saved(polling->feeds))
        polling__once(polling);
    else
        polling__loop(polling);
}

int feed_add(struct laut_archive *archive, const struct adding_plan *plan, const struct feed_plan *feed)
{
    struct laut_error error = {.line = 0};
    struct polling polling = {.plan = feed, .signals = ending_open()};
    const struct laut_feeds_options options = {.user_agent = feed->user_agent, .pause_ms = (unsigned)feed->pause_s * 1000,
                                               .interval_s = (unsigned)feed->interval_s, .follow = feed->follow, .research = feed->research,
                                               .local = feed->local, .keep_bytes = plan->source.keep_bytes, .wait = polling__wait, .refused = polling__refused, .context = &polling};
    struct laut_engine *const engine = laut_engine_open(&plan->engine, &error);
    polling.feeds = engine ? laut_feeds_open(engine, archive, &options, &error) : NULL;
    polling.failed = !polling.feeds;
    if (polling.feeds)
        polling__run(&polling, plan);
    else
        cli_print_error(&error);
    free(polling.due);
    laut_feeds_free(polling.feeds);
    laut_engine_free(engine);
    if (polling.signals >= 0)
        (void)close(polling.signals);
    return polling.failed ? STATUS_REFUSED : STATUS_DONE;
}
