/* report/warc_report.h: web pages out of a WARC file (ISO 28500), as crawls keep them.
 *
 *     WARC/1.0
 *     WARC-Type: response
 *     WARC-Target-URI: https://example.org/a        ->  a report with uri, retrieved and warc_record; other records are passed over
 *     …
 */
#ifndef REPORT_WARC_REPORT_H
#define REPORT_WARC_REPORT_H

#include "report/finish.h"
#include "report/stream.h"

enum warc_reading { WARC_READ, WARC_REFUSED, WARC_END, WARC_FAILED /* nothing more can be read of this file */ };

/* The next record that holds a page. language: pages that say they are in another are passed over; NULL: none are. */
enum warc_reading warc_report_next(struct stream *stream, struct document *document, const struct report_knowledge *knowledge,
                                   const char *language, const char *published_option, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
