/* report/warc_report.h: web pages out of a WARC file (ISO 28500), as crawls keep them.
 *
 *     WARC/1.0
 *     WARC-Type: response
 *     WARC-Target-URI: https://example.org/a        ->  a report with uri, retrieved and warc_record; other records are passed over
 *     …
 */
#ifndef REPORT_WARC_REPORT_H
#define REPORT_WARC_REPORT_H

#include "report/stream.h"
#include "report/taken.h"

enum warc_reading { WARC_TAKEN, WARC_REFUSED, WARC_END, WARC_FAILED /* nothing more can be read of this file */ };

/* The page of the next record that holds one; uri, retrieved and warc_record into document->report. language: pages that say they are in another are passed over; NULL: none
 * are. */
enum warc_reading warc_take(struct stream *stream, struct document *document, const struct report_knowledge *knowledge, const char *language,
                            struct taken *taken, struct laut_error *error) __attribute__((warn_unused_result));

#endif
