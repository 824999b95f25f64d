/* report/html_report.h: a report out of a web page. */
#ifndef REPORT_HTML_REPORT_H
#define REPORT_HTML_REPORT_H

#include "report/finish.h"

/* Whether one of the tags that only pages have stands in the begin of a file. */
bool html_is_page(const char *bytes, size_t length);

/* charset: what the server said of the encoding, NULL: nothing. A report->uri that is there stays unless the page names its own. */
bool html_report_read(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length,
                      const char *charset, const char *published_option, struct laut_error *error) __attribute__((warn_unused_result));

/* A piece of HTML that is a report's text, all of it: the other fields are in document->report. */
bool html_report_read_part(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length,
                           const char *published_option, struct laut_error *error) __attribute__((warn_unused_result));

#endif
