/* report/rtf_report.h: the text of a file in Rich Text Format.
 *
 *     {\rtf1\ansi\ansicpg1252{\info{\author Eva}}\pard f\'fcr Kuba\par}  ->  "für Kuba", author Eva
 */
#ifndef REPORT_RTF_REPORT_H
#define REPORT_RTF_REPORT_H

#include "report/finish.h"

bool rtf_is_document(const char *bytes, size_t length);

bool rtf_report_read(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length, const char *published_option,
                     struct laut_error *error) __attribute__((warn_unused_result));

#endif
