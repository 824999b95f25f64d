/* report/newsml_report.h: reports in NewsML-G2 (a newsItem, or the items of a newsMessage) and NITF.
 *
 *     <newsItem guid="urn:a" version="2"><itemMeta><pubStatus qcode="stat:usable"/><signal qcode="sig:correction"/> …
 *         ->  a report with id "urn:a", version 2, status "corrected"
 *
 * Packages and items without text (pictures) are passed over; a file that has nothing else is refused.
 */
#ifndef REPORT_NEWSML_REPORT_H
#define REPORT_NEWSML_REPORT_H

#include "report/taken.h"

struct newsml;

/* Whether a file begins like one. */
bool newsml_is_newsml(const char *bytes, size_t length);

/* NULL: the error says why. */
struct newsml *newsml_open(const char *bytes, size_t length, struct laut_error *error) __attribute__((warn_unused_result));
void newsml_free(struct newsml *newsml);

/* The next report into the document, and of an item in a message the bytes into taken where the options ask for them (a file that is one item has its own);
 * *end: there is none. False: refused, the error says why. */
bool newsml_next(struct newsml *newsml, struct document *document, const struct report_knowledge *knowledge, const struct report_reader_options *options,
                 struct taken *taken, bool *end, struct laut_error *error) __attribute__((warn_unused_result));

#endif
