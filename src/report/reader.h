/* report/reader.h: reports out of files of any kind that laut reads, one after another.
 *
 *     while ((reading = report_reader_take(reader, document, &taken, &error)) != REPORT_END)      with a fresh document each time
 *         if (reading == REPORT_READ) reading = report_reader_read(reader, document, &taken, &error);
 *
 * A file's kind is told from its content: JSON Lines, ninjs, TimeML, NewsML-G2, NITF, HTML, WARC, feeds, else plain text; any of them compressed, or in a tar or zip archive.
 */
#ifndef REPORT_READER_H
#define REPORT_READER_H

#include "report/taken.h"

/* Bytes in memory, and what is known of them beside. Strings are lent; NULL: not known. */
struct report_given {
    const char *bytes;
    size_t length;
    const char *name;                /* as messages and the record have it */
    const char *uri, *retrieved;     /* where and when they were fetched */
    const char *charset;             /* what the server said of it */
    const struct rights *rights;
};

struct report_reader;

/* paths and the options' strings are lent. NULL: out of memory. */
struct report_reader *report_reader_open(const struct report_knowledge *knowledge, const char *const *paths, size_t count,
                                         const struct report_reader_options *options, struct laut_error *error)
    __attribute__((warn_unused_result));
/* The same for bytes of any kind that a file may have. What given points to is lent. */
struct report_reader *report_reader_open_bytes(const struct report_knowledge *knowledge, const struct report_given *given,
                                               const struct report_reader_options *options, struct laut_error *error) __attribute__((warn_unused_result));
void report_reader_free(struct report_reader *reader);

/* The next report's bytes, for a document that has nothing but its arena. REPORT_READ, REPORT_REFUSED or REPORT_END. */
enum report_reading report_reader_take(struct report_reader *reader, struct document *document, struct taken *taken, struct laut_error *error)
    __attribute__((warn_unused_result));
/* Reads what was taken, on any thread. */
enum report_reading report_reader_read(const struct report_reader *reader, struct document *document, const struct taken *taken, struct laut_error *error)
    __attribute__((warn_unused_result));

/* How far it has read, 0 to 1; below 0 where that cannot be told (standard input, folders). */
double report_reader_progress(const struct report_reader *reader);

#endif
