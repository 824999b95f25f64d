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
#include <sys/types.h>

struct stream;

/* path "-": standard input. NULL: the error says why. */
struct stream *stream_open(const char *path, struct laut_error *error) __attribute__((warn_unused_result));
void stream_free(struct stream *stream);

/* Where a stream that is no file gets its bytes from. */
struct stream_source {
    ssize_t (*read)(void *context, char *room, size_t most, struct laut_error *error);       /* 0: no more; below: failed */
    void *context;                   /* lent */
};
/* name is lent, for messages. NULL: out of memory. */
struct stream *stream_on(struct stream_source source, const char *name, struct laut_error *error) __attribute__((warn_unused_result));
/* The same of bytes in memory, which are lent. */
struct stream *stream_on_bytes(const char *bytes, size_t length, const char *name, struct laut_error *error) __attribute__((warn_unused_result));

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

/* The next bytes, so many or as many as are left, lent until the next call. */
enum stream_state stream_take(struct stream *stream, size_t count, const char **bytes, size_t *length, struct laut_error *error)
    __attribute__((warn_unused_result));
/* Whatever comes next, at least a byte; STREAM_END: nothing. Lent until the next call. */
enum stream_state stream_some(struct stream *stream, const char **bytes, size_t *length, struct laut_error *error)
    __attribute__((warn_unused_result));
/* Passes over so many bytes, or all that are left. */
enum stream_state stream_pass(struct stream *stream, uint64_t count, struct laut_error *error) __attribute__((warn_unused_result));

/* All that is left, lent until the stream is freed. */
enum stream_state stream_rest(struct stream *stream, size_t most, const char **bytes, size_t *length, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Bytes taken off the file so far. */
uint64_t stream_taken(const struct stream *stream);

#endif
