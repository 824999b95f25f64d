/* report/stream.h: the bytes of one file, by lines or whole, never more of them in memory than a report may have.
 *
 *     while ((state = stream_line(stream, &line, &length, &error)) != STREAM_END)
 *         if (state == STREAM_READ) ...
 */
#ifndef REPORT_STREAM_H
#define REPORT_STREAM_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

struct stream;

/* path "-": standard input. NULL: the error says why. */
struct stream *stream_open(const char *path, struct laut_error *error) __attribute__((warn_unused_result));
void stream_free(struct stream *stream);

/* The first bytes, as many as are there up to *count, without taking them. NULL: failed. */
const char *stream_peek(struct stream *stream, size_t *count, struct laut_error *error) __attribute__((warn_unused_result));

enum stream_state {
    STREAM_READ,
    STREAM_TOO_LONG,                 /* a line, or the whole, is longer than allowed; it is passed over */
    STREAM_END,
    STREAM_FAILED,                   /* the error says why; nothing more can be read */
};

/* The next line without its end, lent until the next call; at most so many bytes. */
enum stream_state stream_line(struct stream *stream, size_t most, const char **line, size_t *length, struct laut_error *error)
    __attribute__((warn_unused_result));

/* All that is left, lent until the stream is freed. */
enum stream_state stream_rest(struct stream *stream, size_t most, const char **bytes, size_t *length, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Bytes taken off the file so far. */
uint64_t stream_taken(const struct stream *stream);

#endif
