/* web/listing.c: arguments of a search checked, the archive asked. An ETag is made of the archive's number of changes and of all
 * that was asked, so that the same question about the same archive is not answered twice. */
#include "web/listing.h"

#include "web/server.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LIMIT_USUAL = 50, LIMIT_AT_MOST = 500 };

void listing_problem(struct exchange *exchange, unsigned status, const struct laut_error *error)
{
    if (error->file[0])                          /* the name of a file of the server's stays with the server */
        reply_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, "try again; 'laut check' looks at the archive", "%s", error->message);
    else
        reply_problem(exchange, status, error->remedy, "%s", error->message);
}

static uint64_t listing__hash(const struct exchange *exchange, uint64_t change)
{
    uint64_t hash = reply_hash(laut_version(), strlen(laut_version()), change);
    hash = reply_hash(exchange->path, strlen(exchange->path), hash);
    for (size_t i = 0; i < exchange->argument_count; i++) {
        const struct argument *const argument = &exchange->arguments[i];
        hash = reply_hash(argument->name, strlen(argument->name) + 1, hash);
        hash = reply_hash(argument->value, strlen(argument->value) + 1, hash);
    }
    return hash;
}

struct laut_archive *listing_archive(struct exchange *exchange)
{
    struct laut_error error = {.line = 0};
    if (!exchange->server->shelf) {
        reply_problem(exchange, MHD_HTTP_NOT_FOUND, "add reports with 'laut add FILE'; 'laut serve --demo' shows examples",
                      "there is no archive yet");
        return NULL;
    }
    struct laut_archive *const archive = shelf_take(exchange->server->shelf, &error);
    if (!archive) {
        listing_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, &error);
        return NULL;
    }
    if (!reply_is_new(exchange, listing__hash(exchange, laut_archive_change(archive)))) {
        shelf_return(exchange->server->shelf, archive);
        return NULL;
    }
    return archive;
}

static bool listing__limit(struct listing *listing)
{
    const char *const text = exchange_argument(listing->exchange, "limit");
    char *end;
    listing->limit = LIMIT_USUAL;
    if (!text)
        return true;
    errno = 0;
    const long limit = strtol(text, &end, 10);
    if (text[0] >= '0' && text[0] <= '9' && *end == '\0' && errno == 0 && limit >= 1 && limit <= LIMIT_AT_MOST) {
        listing->limit = (size_t)limit;
        return true;
    }
    reply_problem(listing->exchange, MHD_HTTP_BAD_REQUEST, NULL, "limit is a whole number from 1 to %d", LIMIT_AT_MOST);
    return false;
}

static bool listing__format(struct listing *listing)
{
    static const struct { const char *name; enum listing_format format; } formats[] = {
        {"json", LISTING_JSON}, {"jsonl", LISTING_JSONL}, {"csv", LISTING_CSV}};
    const char *const name = exchange_argument(listing->exchange, "format");
    listing->format = LISTING_JSON;
    if (!name)
        return true;
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i].name, name) == 0) {
            listing->format = formats[i].format;
            return true;
        }
    reply_problem(listing->exchange, MHD_HTTP_BAD_REQUEST, NULL, "format is json, jsonl or csv");
    return false;
}

static bool listing__by(const struct listing *listing, const char **by)
{
    *by = exchange_argument(listing->exchange, "by");
    if (!*by || strcmp(*by, "day") == 0 || strcmp(*by, "month") == 0 || strcmp(*by, "year") == 0)
        return true;
    reply_problem(listing->exchange, MHD_HTTP_BAD_REQUEST, NULL, "by is day, month or year");
    return false;
}

static bool listing__knows(const struct listing *listing)
{
    static const char *const paged[] = {"q", "limit", "cursor", "format"}, *const by[] = {"q", "by"};
    if (listing->form->paged)
        return exchange_knows(listing->exchange, paged, sizeof paged / sizeof paged[0]);
    return exchange_knows(listing->exchange, by, listing->form->by ? 2 : 1);
}

static bool listing__ask(struct listing *listing, const struct words *words, const char *by)
{
    struct laut_error error = {.line = 0};
    const bool whole = listing->format != LISTING_JSON || !(listing->form->paged || listing->form->feed);
    const struct laut_query query = {
        .rows = listing->form->rows, .filters = words->items, .filter_count = words->count,
        .limit = whole ? 0 : listing->limit, .cursor = exchange_argument(listing->exchange, "cursor"), .by = by};
    listing->answer = laut_answer_open(listing->archive, &query, &error);
    if (!listing->answer)
        listing_problem(listing->exchange, MHD_HTTP_BAD_REQUEST, &error);
    return listing->answer != NULL;
}

/* True: the reply is what was answered before. */
static bool listing__kept(const struct listing *listing)
{
    struct exchange *const exchange = listing->exchange;
    size_t length;
    char *const bytes = listing->form->sums ? cache_get(exchange->server->cache, exchange->reply.hash, &length) : NULL;
    if (bytes)
        reply_keep_tag(exchange, "application/json", bytes, length);
    return bytes != NULL;
}

bool listing_open(struct listing *listing, struct exchange *exchange, const struct listing_form *form)
{
    *listing = (struct listing){.exchange = exchange, .form = form};
    const char *by = NULL;
    if (!listing__knows(listing) || !listing__limit(listing) || !listing__format(listing) || !listing__by(listing, &by))
        return false;
    struct words words;
    if (!words_split(&words, exchange_argument(exchange, "q"))) {
        reply_problem(exchange, MHD_HTTP_BAD_REQUEST, NULL, "a search has at most %d words", WORDS_AT_MOST);
        words_free(&words);
        return false;
    }
    listing->archive = listing_archive(exchange);
    const bool opened = listing->archive && !listing__kept(listing) && listing__ask(listing, &words, by);
    words_free(&words);
    if (!opened)
        listing_close(listing);
    return opened;
}

void listing_close(struct listing *listing)
{
    laut_answer_free(listing->answer);
    if (listing->archive)
        shelf_return(listing->exchange->server->shelf, listing->archive);
    listing->answer = NULL;
    listing->archive = NULL;
}
