/* web/review.c: what people say of claims goes into the archive, where the server was started for that (laut serve --review).
 *
 *     POST /api/v1/reviews  {"verdict": "confirmed", "claim": "c-…", "revision": "0-…", "reviewer": "Ada"}  ->  201
 *     POST /api/v1/queue    {"reviewer": "Ada", "q": "who:RUS", "limit": 20}                                ->  200
 *
 * The browser sends them from the page alone: another site's page cannot name this type of body, and its Origin is refused.
 */
#include "web/interface.h"

#include "web/listing.h"
#include "web/server.h"
#include "web/words.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { QUEUE_AT_MOST = 200, SAMPLE_AT_MOST = 10000 };

static const char review__remedy[] = "send JSON as docs/review.md shows";

/* Is the Origin, if the browser names one, this server? */
static bool review__own_origin(const struct exchange *exchange)
{
    const char *const origin = exchange_header(exchange, "Origin"), *const host = exchange_header(exchange, MHD_HTTP_HEADER_HOST);
    const char *const name = origin ? strstr(origin, "://") : NULL;
    return !origin || (name && host && strcmp(name + 3, host) == 0);
}

/* The body as an object, yours to decref; NULL: the reply is made. */
static json_t *review__body(struct exchange *exchange)
{
    const char *const type = exchange_header(exchange, MHD_HTTP_HEADER_CONTENT_TYPE);
    json_error_t why;
    if (!exchange_knows(exchange, NULL, 0))
        return NULL;
    if (!exchange->server->writers) {
        reply_problem(exchange, MHD_HTTP_FORBIDDEN, "start it with 'laut serve --review'", "this server takes no reviews");
        return NULL;
    }
    if (!review__own_origin(exchange)) {
        reply_problem(exchange, MHD_HTTP_FORBIDDEN, "review on the page or by a program", "asked by another site's page");
        return NULL;
    }
    if (!type || strncasecmp(type, "application/json", 16) != 0) {
        reply_problem(exchange, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE, review__remedy, "the body is no application/json");
        return NULL;
    }
    json_t *const body = exchange->body ? json_loadb(exchange->body, exchange->body_length, JSON_REJECT_DUPLICATES, &why) : NULL;
    if (json_is_object(body))
        return body;
    reply_problem(exchange, MHD_HTTP_BAD_REQUEST, review__remedy, "the body is no JSON object");
    json_decref(body);
    return NULL;
}

/* The problem with the review that stands beside it. */
static void review__conflict(struct exchange *exchange, const struct laut_error *error, char *standing)
{
    json_t *const root = json_loads(standing, 0, NULL);
    json_t *const problem = json_pack("{s:s,s:s,s:i,s:s,s:s,s:O?}", "type", "about:blank", "title", "Conflict", "status", MHD_HTTP_CONFLICT, "detail",
                                      error->message, "remedy", error->remedy, "review", json_object_get(root, "review"));
    char *const text = problem ? json_dumps(problem, JSON_COMPACT) : NULL;
    json_decref(problem);
    json_decref(root);
    free(standing);
    reply_take(exchange, "application/problem+json", text, text ? strlen(text) : 0);
    if (text)
        exchange->reply.status = MHD_HTTP_CONFLICT;
}

static void review__answer(struct exchange *exchange, enum laut_reviewing outcome, const struct laut_error *error, char *bytes, size_t length)
{
    if (outcome == LAUT_REVIEWING_CONFLICT) {
        review__conflict(exchange, error, bytes);
        return;
    }
    if (outcome == LAUT_REVIEWING_REFUSED) {
        free(bytes);
        listing_problem(exchange, MHD_HTTP_BAD_REQUEST, error);
        return;
    }
    reply_take(exchange, "application/json", bytes, length);
    exchange->reply.status = MHD_HTTP_CREATED;
}

void interface_review(struct exchange *exchange)
{
    struct laut_error error = {.line = 0};
    char *bytes = NULL;
    size_t length = 0;
    json_t *const body = review__body(exchange);
    if (!body)
        return;
    if (!json_object_get(body, "reviewer") && exchange->server->reviewer)
        (void)json_object_set_new(body, "reviewer", json_string(exchange->server->reviewer));
    char *const review = json_dumps(body, JSON_COMPACT);
    json_decref(body);
    FILE *const stream = review ? open_memstream(&bytes, &length) : NULL;
    struct laut_archive *const archive = stream ? shelf_take(exchange->server->writers, &error) : NULL;
    const enum laut_reviewing outcome = archive ? laut_archive_review(archive, review, strlen(review), stream, &error) : LAUT_REVIEWING_REFUSED;
    if (archive)
        shelf_return(exchange->server->writers, archive);
    free(review);
    if (!stream || fclose(stream) != 0)
        reply_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, "try again", "out of memory");
    else
        review__answer(exchange, outcome, &error, bytes, length);
}

static bool review__queue(struct exchange *exchange, const json_t *body, FILE *stream, struct laut_error *error)
{
    struct words words;
    const json_t *const limit = json_object_get(body, "limit");
    const char *const reviewer = json_string_value(json_object_get(body, "reviewer"));
    if (!words_split(&words, json_string_value(json_object_get(body, "q")))) {
        words_free(&words);
        (void)snprintf(error->message, sizeof error->message, "a search has at most %d words", WORDS_AT_MOST);
        return false;
    }
    const json_int_t count = json_is_integer(limit) ? json_integer_value(limit) : 0;
    const struct laut_queue queue = {.reviewer = reviewer ? reviewer : exchange->server->reviewer, .filters = words.items, .filter_count = words.count,
                                     .limit = count < 0 ? 0 : count > QUEUE_AT_MOST ? QUEUE_AT_MOST : (size_t)count,
                                     .release = json_is_true(json_object_get(body, "release"))};
    struct laut_archive *const archive = shelf_take(exchange->server->writers, error);
    const bool done = archive && laut_archive_queue(archive, &queue, stream, error);
    if (archive)
        shelf_return(exchange->server->writers, archive);
    words_free(&words);
    return done;
}

void interface_queue(struct exchange *exchange)
{
    struct laut_error error = {.line = 0};
    char *bytes = NULL;
    size_t length = 0;
    json_t *const body = review__body(exchange);
    if (!body)
        return;
    FILE *const stream = open_memstream(&bytes, &length);
    const bool done = stream && review__queue(exchange, body, stream, &error);
    json_decref(body);
    if (!stream || fclose(stream) != 0) {
        reply_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, "try again", "out of memory");
    } else if (done) {
        reply_take(exchange, "application/json", bytes, length);
    } else {
        free(bytes);
        listing_problem(exchange, MHD_HTTP_BAD_REQUEST, &error);
    }
}

static bool sample__number(struct exchange *exchange, const char *name, unsigned long usual, unsigned long most, unsigned long *value)
{
    const char *const text = exchange_argument(exchange, name);
    char *end = NULL;
    *value = text ? strtoul(text, &end, 10) : usual;
    if (!text || (*text >= '0' && *text <= '9' && !*end && *value <= most))
        return true;
    reply_problem(exchange, MHD_HTTP_BAD_REQUEST, NULL, "%s is a whole number up to %lu", name, most);
    return false;
}

/* The coding sheet of laut sample, as JSON or as the CSV that a person fills. */
void interface_sample(struct exchange *exchange)
{
    static const char *const names[] = {"q", "n", "seed", "by", "format"};
    struct laut_error error = {.line = 0};
    struct words words;
    unsigned long size, seed;
    char *bytes = NULL;
    size_t length = 0;
    const char *const format = exchange_argument(exchange, "format");
    const bool csv = format && strcmp(format, "csv") == 0;
    if (!exchange_knows(exchange, names, sizeof names / sizeof *names) || !sample__number(exchange, "n", 100, SAMPLE_AT_MOST, &size) ||
        !sample__number(exchange, "seed", 1, UINT32_MAX, &seed))
        return;
    if (format && !csv && strcmp(format, "json") != 0) {
        reply_problem(exchange, MHD_HTTP_BAD_REQUEST, NULL, "format is json or csv");
        return;
    }
    const bool split = words_split(&words, exchange_argument(exchange, "q"));
    struct laut_archive *const archive = split ? listing_archive(exchange) : NULL;
    if (!split)
        reply_problem(exchange, MHD_HTTP_BAD_REQUEST, NULL, "a search has at most %d words", WORDS_AT_MOST);
    FILE *const stream = archive ? open_memstream(&bytes, &length) : NULL;
    const bool drawn = stream && laut_archive_sample(archive, &(struct laut_sample){.filters = words.items, .filter_count = words.count, .size = size,
                                                     .seed = seed, .by = exchange_argument(exchange, "by"), .json = !csv}, stream, &error);
    const bool closed = stream && fclose(stream) == 0;
    words_free(&words);
    if (archive)
        shelf_return(exchange->server->shelf, archive);
    if (drawn && closed) {
        reply_keep_tag(exchange, csv ? "text/csv; charset=utf-8" : "application/json", bytes, length);
        if (csv)
            (void)snprintf(exchange->reply.file_name, sizeof exchange->reply.file_name, "laut-sheet.csv");
        return;
    }
    free(bytes);
    if (archive)
        listing_problem(exchange, MHD_HTTP_BAD_REQUEST, &error);
}
