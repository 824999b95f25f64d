/* report/feed_report.h: the entries of a feed: RSS 2.0 and 1.0, Atom, sitemaps of news.
 *
 *     <item><title>Öl für Kuba</title><link>https://example.org/a</link><pubDate>Fri, 05 Jan 2024 04:55:00 +0100</pubDate>
 *     <description>Venezuela hat …</description></item>          ->  a report, published 2024-01-05T04:55:00+01:00, basis feed
 */
#ifndef REPORT_FEED_REPORT_H
#define REPORT_FEED_REPORT_H

#include "report/taken.h"

struct feed;

/* Whether a file begins like a feed. */
bool feed_is_feed(const char *bytes, size_t length);

/* NULL: the error says why. */
struct feed *feed_open(const char *bytes, size_t length, const char *file, struct laut_error *error) __attribute__((warn_unused_result));
void feed_free(struct feed *feed);

/* The next entry into the document, and into taken its bytes where the options ask for them; *end: there is none. False: refused, the error says why. */
bool feed_next(struct feed *feed, struct document *document, const struct report_knowledge *knowledge, const struct report_reader_options *options,
               struct taken *taken, bool *end, struct laut_error *error) __attribute__((warn_unused_result));

#endif
