/* web/interface.c: lists, sums and single things out of the archive, as JSON. The archive writes the rows; here they get their
 * frame. */
#include "web/interface.h"

#include "web/listing.h"
#include "web/server.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The rows of an opened listing as {"items": […], "next": …}. */
static bool interface__write_rows(struct listing *listing, FILE *stream, struct laut_error *error)
{
    const char *row;
    bool first = true;
    (void)fputs("{\"items\": [", stream);
    while ((row = laut_answer_read(listing->answer, error))) {
        (void)fprintf(stream, "%s%s", first ? "" : ",\n", row);
        first = false;
    }
    const char *const next = laut_answer_cursor(listing->answer);
    if (next)
        (void)fprintf(stream, "], \"next\": \"%s\"}\n", next);
    else
        (void)fputs("], \"next\": null}\n", stream);
    return !error->message[0];
}

static void interface__rows(struct exchange *exchange, const struct listing_form *form)
{
    struct listing listing;
    struct laut_error error = {.line = 0};
    char *bytes = NULL;
    size_t length = 0;
    if (!listing_open(&listing, exchange, form))
        return;
    if (listing.format != LISTING_JSON) {
        listing_download(&listing);
        return;
    }
    FILE *const stream = open_memstream(&bytes, &length);
    const bool written = stream && interface__write_rows(&listing, stream, &error);
    const bool closed = stream && fclose(stream) == 0;
    listing_close(&listing);
    if (closed && written) {
        if (form->sums)
            cache_put(exchange->server->cache, exchange->reply.hash, bytes, length);
        reply_keep_tag(exchange, "application/json", bytes, length);
        return;
    }
    free(bytes);
    if (!stream || written)
        (void)snprintf(error.message, sizeof error.message, "out of memory");
    (void)snprintf(error.file, sizeof error.file, "archive");
    listing_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, &error);
}

void interface_events(struct exchange *exchange)
{
    interface__rows(exchange, &(struct listing_form){.rows = LAUT_ROWS_EVENTS, .columns = query_event_columns, .name = "events", .paged = true});
}

void interface_incidents(struct exchange *exchange)
{
    interface__rows(exchange, &(struct listing_form){.rows = LAUT_ROWS_INCIDENTS, .columns = query_incident_columns, .name = "incidents", .paged = true});
}

void interface_transfers(struct exchange *exchange)
{
    interface__rows(exchange, &(struct listing_form){.rows = LAUT_ROWS_TRANSFERS, .columns = query_transfer_columns, .name = "transfers", .paged = true});
}

void interface_reports(struct exchange *exchange)
{
    interface__rows(exchange, &(struct listing_form){.rows = LAUT_ROWS_REPORTS, .columns = query_report_columns, .name = "reports", .paged = true});
}

void interface_actors(struct exchange *exchange)
{
    interface__rows(exchange, &(struct listing_form){.rows = LAUT_ROWS_ACTORS, .columns = query_actor_columns, .name = "actors", .paged = true});
}

void interface_reviews(struct exchange *exchange)
{
    interface__rows(exchange, &(struct listing_form){.rows = LAUT_ROWS_REVIEWS, .columns = query_review_columns, .name = "reviews", .paged = true});
}

void interface_timeline(struct exchange *exchange)
{
    interface__rows(exchange, &(struct listing_form){.rows = LAUT_ROWS_TIMELINE, .sums = true, .by = true});
}

void interface_facets(struct exchange *exchange)
{
    interface__rows(exchange, &(struct listing_form){.rows = LAUT_ROWS_FACETS, .sums = true});
}

void interface_flows(struct exchange *exchange)
{
    interface__rows(exchange, &(struct listing_form){.rows = LAUT_ROWS_FLOWS, .sums = true});
}

void interface_places(struct exchange *exchange)
{
    interface__rows(exchange, &(struct listing_form){.rows = LAUT_ROWS_PLACES, .sums = true});
}

/* One thing whole. prefix: how ids of this kind begin; NULL: any that are no other kind's. */
static void interface__show(struct exchange *exchange, const char *prefix)
{
    struct laut_error error = {.line = 0};
    const char *const id = exchange->id;
    char *bytes = NULL;
    size_t length = 0;
    if (!exchange_knows(exchange, NULL, 0))
        return;
    const bool of_kind = prefix ? strncmp(id, prefix, 2) == 0 : strncmp(id, "a-", 2) == 0 || id[0] == '\0' || id[1] != '-';
    if (!of_kind || strlen(id) >= LAUT_ID_BYTES) {
        reply_problem(exchange, MHD_HTTP_NOT_FOUND, prefix ? NULL : "ids of actors begin with a-, or are codes of countries",
                      "there is no %.60s here", id);
        return;
    }
    struct laut_archive *const archive = listing_archive(exchange);
    if (!archive)
        return;
    FILE *const stream = open_memstream(&bytes, &length);
    const bool written = stream && laut_archive_show(archive, id, stream, &error);
    const bool closed = stream && fclose(stream) == 0;
    shelf_return(exchange->server->shelf, archive);
    if (closed && written) {
        reply_keep_tag(exchange, "application/json", bytes, length);
        return;
    }
    free(bytes);
    listing_problem(exchange, stream && closed ? MHD_HTTP_NOT_FOUND : MHD_HTTP_SERVICE_UNAVAILABLE, &error);
}

void interface_event(struct exchange *exchange)
{
    interface__show(exchange, "c-");
}

void interface_incident(struct exchange *exchange)
{
    interface__show(exchange, "i-");
}

void interface_transfer(struct exchange *exchange)
{
    interface__show(exchange, "t-");
}

void interface_report(struct exchange *exchange)
{
    interface__show(exchange, "r-");
}

void interface_actor(struct exchange *exchange)
{
    interface__show(exchange, NULL);
}

/* {"laut": {…}, "demo": false, "archive": true} */
void interface_about(struct exchange *exchange)
{
    const struct web_server *const server = exchange->server;
    char *bytes = NULL;
    if (!exchange_knows(exchange, NULL, 0))
        return;
    json_t *const reviewer = server->reviewer ? json_string(server->reviewer) : NULL;
    char *const name = reviewer ? json_dumps(reviewer, JSON_ENCODE_ANY) : NULL;
    json_decref(reviewer);
    const int length = asprintf(&bytes, "{\"laut\": {\"version\": \"%s\", \"tables\": \"sha256:%s\", \"model\": \"sha256:%s\"}, \"demo\": %s, \"archive\": %s, "
                                "\"review\": {\"enabled\": %s, \"reviewer\": %s}}\n",
                                laut_version(), laut_engine_tables_sha256(server->engine), laut_engine_model_sha256(server->engine),
                                server->demo ? "true" : "false", server->shelf ? "true" : "false", server->writers ? "true" : "false", name ? name : "null");
    free(name);
    reply_take(exchange, "application/json", length < 0 ? NULL : bytes, length < 0 ? 0 : (size_t)length);
}

/* What the archive tells of itself, but not where it lies. */
static char *interface__stats(struct laut_archive *archive, struct laut_error *error)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *const memory = open_memstream(&bytes, &length);
    const bool asked = memory && laut_archive_stats(archive, memory, error);
    const bool closed = memory && fclose(memory) == 0;
    json_t *const stats = asked && closed ? json_loadb(bytes, length, 0, NULL) : NULL;
    free(bytes);
    (void)json_object_del(stats, "archive");
    char *const text = stats ? json_dumps(stats, JSON_COMPACT) : NULL;
    json_decref(stats);
    return text;
}

void interface_stats(struct exchange *exchange)
{
    struct laut_error error = {.line = 0};
    size_t length = 0;
    if (!exchange_knows(exchange, NULL, 0))
        return;
    struct laut_archive *const archive = listing_archive(exchange);
    if (!archive)
        return;
    const uint64_t key = exchange->reply.hash;
    char *bytes = cache_get(exchange->server->cache, key, &length);
    if (!bytes && (bytes = interface__stats(archive, &error))) {
        length = strlen(bytes);
        cache_put(exchange->server->cache, key, bytes, length);
    }
    shelf_return(exchange->server->shelf, archive);
    if (bytes)
        reply_keep_tag(exchange, "application/json", bytes, length);
    else
        listing_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, &error);
}
