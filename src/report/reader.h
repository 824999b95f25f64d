/* report/reader.h: reports out of files of any kind that laut reads, one after another.
 *
 *     while ((reading = report_reader_next(reader, document, &error)) != REPORT_END)      with a fresh document each time
 *
 * A file's kind is told from its content: JSON Lines, TimeML, HTML, WARC, feeds, else plain text; any of them compressed, or in a tar or zip archive.
 */
#ifndef REPORT_READER_H
#define REPORT_READER_H

#include "report/finish.h"

enum report_input {
    REPORT_INPUT_NEWS,
    REPORT_INPUT_BARE,               /* paragraphs between blank lines, no title or date looked for */
    REPORT_INPUT_BYTES,              /* a file's bytes as they are in document->text, checked for UTF-8 */
};

struct report_reader_options {
    enum report_input input;
    const char *published;           /* ISO 8601, for reports that do not tell their date; NULL: none */
    const char *language;            /* ISO 639-1: reports that are in another are passed over; NULL: none are */
};

struct report_reader;

/* paths and the options' strings are lent. NULL: out of memory. */
struct report_reader *report_reader_open(const struct report_knowledge *knowledge, const char *const *paths, size_t count,
                                         const struct report_reader_options *options, struct laut_error *error)
    __attribute__((warn_unused_result));
void report_reader_free(struct report_reader *reader);

enum report_reading { REPORT_READ, REPORT_REFUSED, REPORT_PASSED /* in another language; its document is of no use */, REPORT_END };

/* Fills report, text and paragraphs of a document that has nothing but its arena. */
enum report_reading report_reader_next(struct report_reader *reader, struct document *document, struct laut_error *error)
    __attribute__((warn_unused_result));

/* How far it has read, 0 to 1; below 0 where that cannot be told (standard input, folders). */
double report_reader_progress(const struct report_reader *reader);

#endif
