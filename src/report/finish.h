/* report/finish.h: from a report's fields and text to a document that text/ can cut into sentences.
 *
 *     fields title "Öl für Kuba", text "Die Türkei liefert …"
 *         ->  document.text "Öl für Kuba\n\nDie Türkei liefert …", body_begin_byte 14, two paragraphs, language, hashes, id
 */
#ifndef REPORT_FINISH_H
#define REPORT_FINISH_H

#include "report/knowledge.h"

enum { REPORT_BYTES_AT_MOST = 64 << 20 };        /* of one report's text */

/* Refuses bytes that are no UTF-8 text, with the offset; file and line as the message names them. */
bool report_check_bytes(const char *bytes, size_t length, const char *file, size_t line, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Takes an ISO 8601 date into report->published, or refuses it. */
bool report_set_published(struct document *document, const char *date, const char *basis, struct laut_error *error)
    __attribute__((warn_unused_result));

/* A name from outside (of a file, an address) as UTF-8: what is none becomes U+FFFD. */
const char *report_copy_name(struct document *document, const char *name, struct laut_error *error) __attribute__((warn_unused_result));

enum report_layout {
    REPORT_LAYOUT_NEWS,              /* look for title, date lines, headings */
    REPORT_LAYOUT_BARE,              /* paragraphs alone */
};

/* A report that its newsroom withdrew or withholds may come without its text. */
bool report_may_be_empty(const struct report *report);

/* document.report holds what is known; text is that of the report alone, checked. published_option: for a report that does not tell
 * its date, NULL: none. An empty text is refused
 * unless the report may be empty. */
bool report_finish(struct document *document, const struct report_knowledge *knowledge, const char *text, size_t length,
                   enum report_layout layout, const char *published_option, struct laut_error *error) __attribute__((warn_unused_result));

/* The same with paragraphs that are known. */
struct report_paragraphs {
    struct paragraph *items;
    size_t count;
};
bool report_finish_paragraphs(struct document *document, const struct report_knowledge *knowledge, const char *text, size_t length,
                              const struct report_paragraphs *paragraphs, const char *published_option, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
