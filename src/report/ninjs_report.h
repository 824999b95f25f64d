/* report/ninjs_report.h: a report in ninjs (IPTC's News in JSON), 1.x to 3.x.
 *
 *     {"uri": "urn:a", "pubStatus": "usable", "headlines": [{"value": "Öl für Kuba"}], "bodies": [{"value": "Venezuela …"}]}
 */
#ifndef REPORT_NINJS_REPORT_H
#define REPORT_NINJS_REPORT_H

#include "report/finish.h"

#include <jansson.h>

/* Whether an object is a ninjs item: it has no "text" of its own and names that only ninjs has. */
bool ninjs_is_item(const json_t *object);

/* Whether a file begins like one item written on several lines. */
bool ninjs_is_file(const char *bytes, size_t length);

bool ninjs_report_read(struct document *document, const struct report_knowledge *knowledge, const json_t *item, const char *published_option,
                       struct laut_error *error) __attribute__((warn_unused_result));

#endif
