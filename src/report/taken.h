/* report/taken.h: a report's bytes, taken off their file but not read yet. Taking is quick and goes in the order of the file; reading, which parses and decodes,
 * may be done by many threads at once.
 *
 *     {FILE_HTML, "<!doctype html>…", charset "utf-8"}  ->  a document with its report, text and paragraphs
 */
#ifndef REPORT_TAKEN_H
#define REPORT_TAKEN_H

#include "report/finish.h"
#include "report/kind.h"

enum report_input {
    REPORT_INPUT_NEWS,
    REPORT_INPUT_BARE,               /* paragraphs between blank lines, no title or date looked for */
    REPORT_INPUT_BYTES,              /* a file's bytes as they are in document->text, checked for UTF-8 */
};

struct report_reader_options {
    enum report_input input;
    const char *published;           /* ISO 8601, for reports that do not tell their date; NULL: none */
    const char *language;            /* ISO 639-1: reports that are in another are passed over; NULL: none are */
    bool keep_bytes;                 /* what is read when it is taken keeps its bytes, too */
};

enum report_reading { REPORT_READ, REPORT_REFUSED, REPORT_PASSED /* in another language; its document is of no use */, REPORT_END };

/* Everything lives in the document's arena. */
struct taken {
    bool read;                       /* there is nothing left to do: an entry of a feed or an item of a newsroom's file is read when it is taken */
    enum file_kind kind;             /* FILE_JSON_LINES: one line of them */
    const char *bytes, *charset;     /* those of the report's sha256_input; NULL: read, and not kept. charset: what a server said of it; NULL: nothing */
    size_t length;
};

/* False: out of memory. */
bool taken_copy(struct taken *taken, struct document *document, enum file_kind kind, const char *bytes, size_t length, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Of what is read when it is taken: the hash of its bytes into the report, and where keep says so the bytes into taken. False: out of memory. */
bool taken_note(struct taken *taken, struct document *document, const char *bytes, size_t length, bool keep, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Fills report, text and paragraphs of a document whose report has its input. Never REPORT_END. An error names the report's file and line. */
enum report_reading taken_read(const struct taken *taken, struct document *document, const struct report_knowledge *knowledge,
                               const struct report_reader_options *options, struct laut_error *error) __attribute__((warn_unused_result));

#endif
