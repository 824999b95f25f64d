/* fetch/entries.c: the entries of a feed into the archive. An entry whose bytes the archive has seen under its address is passed over without reading; one that is
 * followed is its page, else its own text. A page that is gone (404, 410) leaves what the archive has as it is; one that could not be had is asked for again. */
#include "fetch/feeds.h"

#include "archive/retrieval.h"
#include "report/kind.h"
#include "report/rights.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* An entry that is being looked at. */
struct entry {
    struct laut_feeds *feeds;
    const struct feed_bytes *feed;
    struct laut_poll *poll;
    struct arena *arena;
    const struct report *told;       /* what the feed tells of it */
    struct retrieval retrieval;
    struct rights rights;
};

static void entries__refuse(struct laut_feeds *feeds, struct laut_poll *poll, const struct laut_error *error)
{
    poll->refused++;
    if (feeds->options.refused)
        feeds->options.refused(feeds->options.context, error);
}

/* ---- into the archive ----------------------------------------------------------------------------------------------- */

/* Codes a document that is read and adds its record. False: the archive failed. */
static bool entries__add(struct laut_feeds *feeds, struct laut_document *document, struct laut_poll *poll, struct laut_error *error)
{
    char *record = NULL;
    size_t length = 0;
    struct laut_added added;
    FILE *const stream = open_memstream(&record, &length);
    bool done = stream ? laut_document_code(document, error) && laut_document_write(document, LAUT_FORMAT_JSON, NULL, stream, error) : error_out_of_memory(error);
    if (stream && fclose(stream) != 0)
        done = false;
    const struct laut_original original = laut_document_original(document);
    const enum laut_adding adding = done ? laut_archive_add(feeds->archive, record, length, feeds->options.keep_bytes ? &original : NULL, &added, error) : LAUT_ADDING_REFUSED;
    free(record);
    poll->reports += adding == LAUT_ADDING_NEW;
    poll->versions += adding == LAUT_ADDING_VERSION;
    poll->same += adding == LAUT_ADDING_SAME;
    poll->claims += adding == LAUT_ADDING_REFUSED ? 0 : added.added;
    return adding != LAUT_ADDING_REFUSED;
}

static bool entries__keep(struct entry *entry, const char *result, struct laut_error *error)
{
    entry->retrieval.feed = entry->feed->name;
    entry->retrieval.entry = entry->told->sha256_input;
    entry->retrieval.result = result;
    return retrieval_keep(entry->feeds->archive, entry->told->uri, &entry->retrieval, error);
}

/* ---- entries that are taken back ---------------------------------------------------------------------------------------- */

/* Under which address the entry's page was added: a feed that takes an entry back names its id alone. */
static bool entries__keep_id(const struct entry *entry, const char *uri, struct laut_error *error)
{
    const struct retrieval id = {.feed = entry->feed->name, .entry = entry->told->sha256_input, .moved = uri, .result = "added"};
    return !entry->told->id || strcmp(entry->told->id, entry->told->uri) == 0 || retrieval_keep(entry->feeds->archive, entry->told->id, &id, error);
}

static bool entries__is_withdrawn(const struct report *report)
{
    return report->status && strcmp(report->status, "withdrawn") == 0;
}

/* False: the archive failed. */
static bool entries__withdraw(struct entry *entry, struct laut_document *document, struct laut_error *error)
{
    struct report *const report = &document->document.report;
    if (!report->uri && !retrieval_find(entry->feeds->archive, report->id, entry->arena, &entry->retrieval, error))
        return false;
    if (!report->uri)
        report->uri = entry->retrieval.moved;
    if (!entries__add(entry->feeds, document, entry->poll, error))
        entries__refuse(entry->feeds, entry->poll, error);
    return true;
}

/* ---- pages ------------------------------------------------------------------------------------------------------------ */

/* The page's canonical address holds if it lies on the host that gave the page: no page speaks for another site's. */
static bool entries__is_of_host(const struct entry *entry, const char *uri, const struct address *page)
{
    static const char www[] = "www.";
    struct address named;
    if (!uri || !address_read(fetcher_curl(entry->feeds->fetcher), uri, NULL, &named, NULL))
        return false;
    const char *const a = named.host + (strncmp(named.host, www, 4) == 0 ? 4 : 0), *const b = page->host + (strncmp(page->host, www, 4) == 0 ? 4 : 0);
    return strcmp(a, b) == 0;
}

/* What the page does not tell is as its feed told it. */
static bool entries__complete(const struct entry *entry, struct laut_document *document, const struct address *page, struct laut_error *error)
{
    struct report *const report = &document->document.report;
    if (report->published_basis && strcmp(report->published_basis, "option") == 0)
        report->published_basis = entry->told->published_basis;
    if (!report->publisher && entry->told->publisher)
        report->publisher = arena_copy_string(document->document.arena, entry->told->publisher, strlen(entry->told->publisher), error);
    if (!entries__is_of_host(entry, report->uri, page))
        report->uri = arena_copy_string(document->document.arena, page->whole, strlen(page->whole), error);
    return report->uri && (report->publisher || !entry->told->publisher);
}

/* Reads the first report of what was fetched. NULL: refused. */
static struct laut_document *entries__page(const struct entry *entry, const struct fetched *fetched, struct laut_error *error)
{
    char moment[32];
    const struct http_answer *const answer = &fetched->answer;
    const enum file_kind kind = kind_tell(answer->bytes, answer->length);
    const struct report_given given = {.bytes = answer->bytes, .length = answer->length, .name = fetched->address.whole, .uri = fetched->address.whole,
                                       .retrieved = moment, .charset = answer->charset[0] ? answer->charset : NULL, .rights = &fetched->rights};
    const struct report_reader_options options = {.published = entry->told->published, .keep_bytes = entry->feeds->options.keep_bytes};
    struct laut_document *document = NULL;
    feeds_now(moment);
    if (kind == FILE_FEED || kind == FILE_WARC) {
        (void)error_set(error, fetched->address.whole, 0, NULL, "an entry leads to a feed or a crawl, not to a page");
        return NULL;
    }
    struct laut_source *const source = source_open_given(entry->feeds->engine, &given, &options, error);
    enum laut_reading reading = source ? laut_source_read(source, &document, error) : LAUT_READING_REFUSED;
    if (reading == LAUT_READING_END)
        (void)error_set(error, fetched->address.whole, 0, NULL, "the page is empty");
    if (reading == LAUT_READING_DONE && !entries__complete(entry, document, &fetched->address, error)) {
        laut_document_free(document);
        document = NULL;
    }
    laut_source_free(source);
    return document;
}

static bool entries__add_page(struct entry *entry, const struct fetched *fetched, struct laut_error *error)
{
    struct laut_feeds *const feeds = entry->feeds;
    struct laut_document *const document = entries__page(entry, fetched, error);
    const char *result = "failed";
    bool done = document != NULL;
    if (done && document->document.report.rights.reservation == RESERVATION_MADE && !feeds->options.research) {
        entry->poll->reserved++;
        result = "reserved";
    } else if (done && (done = entries__add(feeds, document, entry->poll, error) && entries__keep_id(entry, document->document.report.uri, error))) {
        result = "added";
    }
    laut_document_free(document);
    if (!done)
        entries__refuse(feeds, entry->poll, error);
    entry->retrieval.etag = fetched->answer.etag[0] ? fetched->answer.etag : NULL;
    entry->retrieval.last_modified = fetched->answer.last_modified[0] ? fetched->answer.last_modified : NULL;
    return entries__keep(entry, result, error);
}

/* The entry's page; *own_text: it may not be asked for, its feed's text is what there is. False: the archive failed. */
static bool entries__follow(struct entry *entry, bool *own_text, struct laut_error *error)
{
    struct laut_poll *const poll = entry->poll;
    const bool known = entry->retrieval.status == 200 || entry->retrieval.status == 304;
    const struct fetch_wish wish = {.address = entry->told->uri, .etag = known ? entry->retrieval.etag : NULL,
                                    .last_modified = known ? entry->retrieval.last_modified : NULL, .most_bytes = FEED_BYTES_AT_MOST, .arena = entry->arena};
    struct fetched fetched;
    const enum fetching state = fetcher_get(entry->feeds->fetcher, &wish, &fetched, error);
    const long status = entry->retrieval.status = fetched.answer.status;
    bool done = true;
    if (state == FETCH_DONE) {
        done = entries__add_page(entry, &fetched, error);
    } else if (state == FETCH_SAME) {
        poll->same++;
        done = entries__keep(entry, "same", error);
    } else if (state == FETCH_RESERVED) {
        poll->reserved++;
        done = entries__keep(entry, "reserved", error);
    } else if (state == FETCH_DISALLOWED) {
        poll->disallowed++;
        *own_text = true;
    } else if (state == FETCH_STOPPED) {
        poll->stopped = true;
    } else if (status == 404 || status == 410) {
        poll->gone++;
        done = entries__keep(entry, "gone", error);
    } else if (state == FETCH_REFUSED && (status == 0 || status == 429 || status >= 500)) {
        poll->later++;                           /* nothing is kept: the next look asks again */
    } else {
        entries__refuse(entry->feeds, poll, error);
        done = entries__keep(entry, "failed", error);
    }
    fetched_free(&fetched);
    return done;
}

/* ---- entries ------------------------------------------------------------------------------------------------------------ */

static bool entries__own_text(struct entry *entry, struct laut_document *document, struct laut_error *error)
{
    rights_join(&document->document.report.rights, &entry->rights);
    const bool added = entries__add(entry->feeds, document, entry->poll, error);
    if (!added)
        entries__refuse(entry->feeds, entry->poll, error);
    return !entry->told->uri || !added || entries__keep(entry, "added", error);
}

/* False: the archive failed. */
static bool entries__linked(struct entry *entry, struct laut_document *document, struct laut_error *error)
{
    struct laut_poll *const poll = entry->poll;
    const bool follow = entry->feeds->options.follow;
    bool own_text = !follow;
    if (!retrieval_find(entry->feeds->archive, entry->told->uri, entry->arena, &entry->retrieval, error))
        return false;
    const bool seen = entry->retrieval.entry && strcmp(entry->retrieval.entry, entry->told->sha256_input) == 0;
    if (seen && (!follow || entry->retrieval.status)) {
        poll->same++;
        return true;
    }
    if (!follow) {
        const struct fetch_wish wish = {.address = entry->told->uri, .arena = entry->arena};
        const enum fetching state = fetcher_rights(entry->feeds->fetcher, &wish, &entry->rights, error);
        poll->stopped = state == FETCH_STOPPED;
        if (state == FETCH_STOPPED)
            return true;
        if (state == FETCH_DONE && entry->rights.reservation == RESERVATION_MADE && !entry->feeds->options.research) {
            poll->reserved++;
            return entries__keep(entry, "reserved", error);
        }
        entry->rights.robots = NULL;             /* the page is not asked for: what robots.txt says of the feed stands */
    } else if (!entries__follow(entry, &own_text, error)) {
        return false;
    }
    if (own_text && follow)
        entry->rights.robots = "disallowed";
    return !own_text || entries__own_text(entry, document, error);
}

static bool entries__entry(struct laut_feeds *feeds, const struct feed_bytes *feed, struct laut_document *document, struct laut_poll *poll,
                           struct laut_error *error)
{
    struct entry entry = {.feeds = feeds, .feed = feed, .poll = poll, .told = &document->document.report, .arena = arena_open(0, error)};
    const bool done = entry.arena && (entries__is_withdrawn(entry.told) ? entries__withdraw(&entry, document, error) : entry.told->uri ? entries__linked(&entry, document, error) : entries__own_text(&entry, document, error));
    arena_free(entry.arena);
    return done;
}

static bool entries__all(struct laut_feeds *feeds, const struct feed_bytes *feed, struct laut_source *source, struct laut_poll *poll, struct laut_error *error)
{
    for (;;) {
        struct laut_document *document;
        struct laut_error refusal = {.line = 0};
        const enum laut_reading reading = laut_source_read(source, &document, &refusal);
        poll->stopped = poll->stopped || (feeds->options.wait && !feeds->options.wait(feeds->options.context, 0));
        if (reading == LAUT_READING_END || poll->stopped) {
            laut_document_free(reading == LAUT_READING_DONE ? document : NULL);
            return true;
        }
        if (reading == LAUT_READING_REFUSED) {
            entries__refuse(feeds, poll, &refusal);
            continue;
        }
        const bool done = entries__entry(feeds, feed, document, poll, error);
        laut_document_free(document);
        if (!done)
            return false;
    }
}

bool entries_add(struct laut_feeds *feeds, const struct feed_bytes *feed, struct laut_poll *poll, struct laut_error *error)
{
    char moment[32];
    const struct report_given given = {.bytes = feed->bytes, .length = feed->length, .name = feed->name, .uri = feed->address,
                                       .retrieved = feed->address ? moment : NULL, .charset = feed->charset, .rights = &feed->rights};
    feeds_now(moment);
    if (kind_tell(feed->bytes, feed->length) != FILE_FEED)
        return error_set(error, feed->name, 0, "look on its page for the address of its feed (RSS, Atom)", "is no feed");
    struct laut_source *const source = source_open_given(feeds->engine, &given, &(struct report_reader_options){.keep_bytes = feeds->options.keep_bytes}, error);
    const bool done = source && entries__all(feeds, feed, source, poll, error);
    laut_source_free(source);
    return done;
}
