/* report/office_report.h: the text of a DOCX or ODT file, which are zip archives of XML.
 *
 *     word/document.xml "<w:p><w:r><w:t>Öl für Kuba</w:t></w:r></w:p>", docProps/core.xml "<dc:creator>Eva</dc:creator>"  ->  "Öl für Kuba", author Eva
 *
 * What was deleted with changes tracked, notes, comments and fields' commands are left out. Spreadsheets, slides and files of Word before 2007 are refused.
 */
#ifndef REPORT_OFFICE_REPORT_H
#define REPORT_OFFICE_REPORT_H

#include "report/finish.h"

/* Whether a file begins like one. */
bool office_is_document(const char *bytes, size_t length);

bool office_report_read(struct document *document, const struct report_knowledge *knowledge, const char *bytes, size_t length, const char *published_option,
                        struct laut_error *error) __attribute__((warn_unused_result));

#endif
