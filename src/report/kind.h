/* report/kind.h: what a file holds, told from how it begins, never from its name.
 *
 *     "{\"text\": …"  ->  FILE_JSON_LINES        "WARC/1.0\r\n…"  ->  FILE_WARC        "<!doctype html>…"  ->  FILE_HTML
 */
#ifndef REPORT_KIND_H
#define REPORT_KIND_H

#include <stddef.h>

enum { KIND_PEEK_BYTES = 4096 };     /* so many are enough to tell it by; what stands behind them is not looked at */

enum file_kind { FILE_JSON_LINES, FILE_TIMEML, FILE_HTML, FILE_WARC, FILE_FEED, FILE_NEWSML, FILE_NINJS, FILE_OFFICE, FILE_RTF, FILE_PDF, FILE_TEXT };

enum file_kind kind_tell(const char *bytes, size_t length);

#endif
