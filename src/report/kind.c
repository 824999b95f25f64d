/* report/kind.c: by marks and words that a format begins with. */
#include "report/kind.h"

#include "report/feed_report.h"
#include "report/html_report.h"
#include "report/newsml_report.h"
#include "report/ninjs_report.h"
#include "report/office_report.h"
#include "report/pdf_report.h"
#include "report/rtf_report.h"

#include <string.h>

static const char *kind__skip(const char *bytes, const char *end, const char *what)
{
    while (bytes < end && strchr(what, *bytes) && *bytes)
        bytes++;
    return bytes;
}

enum file_kind kind_tell(const char *bytes, size_t length)
{
    static const char timeml[] = "<TimeML";
    char narrow[KIND_PEEK_BYTES];
    length = length < KIND_PEEK_BYTES ? length : KIND_PEEK_BYTES;
    if (office_is_document(bytes, length))
        return FILE_OFFICE;
    if (rtf_is_document(bytes, length))
        return FILE_RTF;
    if (pdf_is_document(bytes, length))
        return FILE_PDF;
    const bool marked = length > 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
    if (marked || (length > 2 && (!bytes[0] || !bytes[1]))) {           /* a page in UTF-16 shows by its letters */
        size_t count = 0;
        for (size_t i = marked ? 2 : 0; i < length && count < sizeof narrow; i++)
            if (bytes[i])
                narrow[count++] = bytes[i];
        return html_is_page(narrow, count) ? FILE_HTML : FILE_TEXT;
    }
    const char *const end = bytes + length, *const begin = kind__skip(bytes, end, "\xEF\xBB\xBF \t\r\n");
    if (length > 7 && memcmp(bytes, "WARC/1.", 7) == 0)
        return FILE_WARC;
    const char *const inside = begin < end && *begin == '[' ? kind__skip(begin + 1, end, " \t\r\n") : end;
    if (begin < end && *begin == '{' && ninjs_is_file(begin, (size_t)(end - begin)))
        return FILE_NINJS;
    if (begin < end && (*begin == '{' || (inside < end && *inside == '{')))
        return FILE_JSON_LINES;
    if (begin < end && *begin == '<' && memmem(begin, (size_t)(end - begin), timeml, sizeof timeml - 1))
        return FILE_TIMEML;
    if (begin < end && *begin == '<' && newsml_is_newsml(begin, (size_t)(end - begin)))
        return FILE_NEWSML;
    if (begin < end && *begin == '<' && !memmem(begin, (size_t)(end - begin), "<html", 5) && feed_is_feed(begin, (size_t)(end - begin)))
        return FILE_FEED;
    return begin < end && *begin == '<' && html_is_page(begin, (size_t)(end - begin)) ? FILE_HTML : FILE_TEXT;
}
