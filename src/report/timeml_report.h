/* report/timeml_report.h: a report as TimeML has it: <DCT> with its time of creation, <TITLE>, <TEXT>. Tags in the text are taken off. */
#ifndef REPORT_TIMEML_REPORT_H
#define REPORT_TIMEML_REPORT_H

#include "report/finish.h"

bool timeml_report_read(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length,
                        const char *published_option, struct laut_error *error) __attribute__((warn_unused_result));

#endif
