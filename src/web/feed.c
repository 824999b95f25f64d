/* web/feed.c: the newest claims of a search as an Atom feed (RFC 4287). What a claim says stands in its title with its source, so
 * that no reader of feeds shows it without. */
#include "web/interface.h"
#include "web/listing.h"
#include "web/server.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The one place where markup is escaped. Control characters, which XML does not know, become blanks. */
static void feed__escape(FILE *stream, const char *text)
{
    for (const char *byte = text ? text : ""; *byte; byte++)
        switch (*byte) {
        case '&': (void)fputs("&amp;", stream); break;
        case '<': (void)fputs("&lt;", stream); break;
        case '>': (void)fputs("&gt;", stream); break;
        case '"': (void)fputs("&quot;", stream); break;
        default: (void)fputc((unsigned char)*byte < ' ' ? ' ' : *byte, stream);
        }
}

static void feed__parties(FILE *stream, const json_t *parties)
{
    size_t index;
    json_t *party;
    json_array_foreach(parties, index, party) {
        const char *const text = json_string_value(json_object_get(party, "text"));
        (void)fputs(index ? ", " : "", stream);
        feed__escape(stream, text && text[0] ? text : "?");
    }
}

/* "laut Teheran: Iran → Russland, AID, CT-" */
static void feed__title(FILE *stream, const json_t *event)
{
    const json_t *const sources = json_object_get(event, "sources"), *const recipients = json_object_get(event, "recipients");
    const char *const outlet = json_string_value(json_object_get(event, "outlet"));
    const char *const status = json_string_value(json_object_get(event, "status")), *const embargo = json_string_value(json_object_get(event, "embargo"));
    if (status && strcmp(status, "withdrawn") == 0)
        (void)fputs("[zurückgezogen] ", stream);
    if (embargo) {
        (void)fputs("[Sperrfrist bis ", stream);
        feed__escape(stream, embargo);
        (void)fputs("] ", stream);
    }
    (void)fputs("laut ", stream);
    if (json_array_size(sources))
        feed__parties(stream, sources);
    else
        feed__escape(stream, outlet ? outlet : "Bericht");
    (void)fputs(": ", stream);
    feed__parties(stream, json_object_get(event, "actors"));
    if (json_array_size(recipients)) {
        (void)fputs(" → ", stream);
        feed__parties(stream, recipients);
    }
    (void)fputs(", ", stream);
    feed__escape(stream, json_string_value(json_object_get(event, "type")));
    (void)fputs(", ", stream);
    feed__escape(stream, json_string_value(json_object_get(event, "factuality")));
}

/* RFC 3339 from a date as exact as the report gives it. */
static void feed__time(FILE *stream, const char *published)
{
    const size_t length = published ? strlen(published) : 0;
    if (length >= 20)
        feed__escape(stream, published);
    else
        (void)fprintf(stream, "%.10sT00:00:00Z", length >= 10 ? published : "1970-01-01");
}

static void feed__entry(FILE *stream, const json_t *event, const char *site)
{
    const char *const id = json_string_value(json_object_get(event, "id"));
    const char *const report = json_string_value(json_object_get(event, "report"));
    (void)fputs("<entry><id>urn:laut:", stream);
    feed__escape(stream, report);
    (void)fputs(":", stream);
    feed__escape(stream, id);
    (void)fputs("</id><title>", stream);
    feed__title(stream, event);
    (void)fputs("</title><updated>", stream);
    feed__time(stream, json_string_value(json_object_get(event, "published")));
    (void)fputs("</updated><link href=\"", stream);
    feed__escape(stream, site);
    (void)fputs("reports/", stream);
    feed__escape(stream, report);
    (void)fputs("#", stream);
    feed__escape(stream, id);
    (void)fputs("\"/><author><name>", stream);
    const char *const outlet = json_string_value(json_object_get(event, "outlet"));
    feed__escape(stream, outlet ? outlet : "unbekannt");
    (void)fputs("</name></author><summary>„", stream);
    feed__escape(stream, json_string_value(json_object_get(event, "words")));
    (void)fputs("“ (maschinell kodiert, ungeprüft)</summary></entry>\n", stream);
}

/* Where the page is, as the asker sees it. */
static void feed__site(const struct exchange *exchange, char *site, size_t size)
{
    const char *const host = exchange_header(exchange, MHD_HTTP_HEADER_HOST);
    (void)snprintf(site, size, "http://%s/", host ? host : "localhost");
}

static bool feed__write(struct listing *listing, FILE *stream, struct laut_error *error)
{
    const char *const query = exchange_argument(listing->exchange, "q");
    char site[300];
    feed__site(listing->exchange, site, sizeof site);
    (void)fputs("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><title>laut: ", stream);
    feed__escape(stream, query && query[0] ? query : "alle Behauptungen");
    (void)fputs("</title><subtitle>Maschinell kodiert, ungeprüft: Eine Behauptung sagt, wer sie aufstellt, nie dass sie stimmt.</subtitle><id>urn:laut:feed:",
                stream);
    feed__escape(stream, query);
    (void)fprintf(stream, "</id><generator version=\"%s\">laut</generator>", laut_version());
    const char *row = laut_answer_read(listing->answer, error);
    json_t *event = row ? json_loads(row, 0, NULL) : NULL;
    (void)fputs("<updated>", stream);
    feed__time(stream, json_string_value(json_object_get(event, "published")));
    (void)fputs("</updated>\n", stream);
    while (event) {
        feed__entry(stream, event, site);
        json_decref(event);
        row = laut_answer_read(listing->answer, error);
        event = row ? json_loads(row, 0, NULL) : NULL;
    }
    (void)fputs("</feed>\n", stream);
    return !row && !error->message[0];
}

void interface_feed(struct exchange *exchange)
{
    struct listing listing;
    struct laut_error error = {.line = 0};
    char *bytes = NULL;
    size_t length = 0;
    if (!listing_open(&listing, exchange, &(struct listing_form){.rows = LAUT_ROWS_EVENTS, .feed = true}))
        return;
    FILE *const stream = open_memstream(&bytes, &length);
    const bool written = stream && feed__write(&listing, stream, &error);
    const bool closed = stream && fclose(stream) == 0;
    listing_close(&listing);
    if (closed && written) {
        reply_keep_tag(exchange, "application/atom+xml; charset=utf-8", bytes, length);
        return;
    }
    free(bytes);
    reply_problem(exchange, MHD_HTTP_SERVICE_UNAVAILABLE, "try again", "%s", error.message[0] ? error.message : "out of memory");
}
