/* report/pdf_report.h: the text of a PDF file, which pdftotext (poppler) takes out of it, where that is installed. */
#ifndef REPORT_PDF_REPORT_H
#define REPORT_PDF_REPORT_H

#include "report/finish.h"

bool pdf_is_document(const char *bytes, size_t length);

bool pdf_report_read(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length, const char *published_option,
                     struct laut_error *error) __attribute__((warn_unused_result));
/* The same of what pdftotext -htmlmeta printed. */
bool pdf_report_read_printed(struct document *document, const struct report_knowledge *knowledge, const char *printed, size_t length, const char *published_option,
                             struct laut_error *error) __attribute__((warn_unused_result));

#endif
