/* report/json_report.h: a report as one JSON object.
 *
 *     {"id": "a1", "title": "…", "published": "2024-01-05", "text": "…", "uri": "https://…", "publisher": "…"}
 *
 * Only text must be there; null is as good as absent, other keys are passed over.
 */
#ifndef REPORT_JSON_REPORT_H
#define REPORT_JSON_REPORT_H

#include "report/finish.h"

/* A line of a file that is named and numbered in document->report. */
bool json_report_read(struct document *document, const struct report_knowledge *knowledge, const char *line, size_t length,
                      const char *published_option, struct laut_error *error) __attribute__((warn_unused_result));

#endif
