/* report/stream.c: a buffer that grows to what is asked for and is filled by read(2). */
#include "report/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK_BYTES = 64 << 10 };

struct stream {
    const char *path;                /* the caller's */
    int file;
    char *buffer;
    size_t begin, end, capacity;     /* unread bytes are [begin, end) */
    bool at_end;
    uint64_t taken;
};

struct stream *stream_open(const char *path, struct laut_error *error)
{
    struct stream *const stream = calloc(1, sizeof *stream);
    if (!stream) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    stream->path = path;
    stream->file = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (stream->file >= 0)
        return stream;
    const char *const remedy = errno == EACCES ? "look at its rights: ls -l" : errno == ENOENT ? "look at its name" : NULL;
    (void)error_set(error, path, 0, remedy, "cannot be opened: %s", strerror(errno));
    free(stream);
    return NULL;
}

void stream_free(struct stream *stream)
{
    if (!stream)
        return;
    if (stream->file != STDIN_FILENO)
        (void)close(stream->file);
    free(stream->buffer);
    free(stream);
}

/* Makes room for a block behind the unread bytes. */
static bool stream__make_room(struct stream *stream, struct laut_error *error)
{
    if (stream->begin > 0) {
        memmove(stream->buffer, stream->buffer + stream->begin, stream->end - stream->begin);
        stream->end -= stream->begin;
        stream->begin = 0;
    }
    if (stream->capacity - stream->end >= BLOCK_BYTES)
        return true;
    const size_t larger = stream->capacity ? stream->capacity * 2 : 2 * BLOCK_BYTES;
    char *const buffer = realloc(stream->buffer, larger);
    if (!buffer)
        return error_out_of_memory(error);
    stream->buffer = buffer;
    stream->capacity = larger;
    return true;
}

static bool stream__fill(struct stream *stream, struct laut_error *error)
{
    if (!stream__make_room(stream, error))
        return false;
    ssize_t count;
    do
        count = read(stream->file, stream->buffer + stream->end, stream->capacity - stream->end);
    while (count < 0 && errno == EINTR);
    if (count < 0)
        return error_set(error, stream->path, 0, NULL, "cannot be read: %s", strerror(errno));
    stream->end += (size_t)count;
    stream->taken += (uint64_t)count;
    stream->at_end = count == 0;
    return true;
}

const char *stream_peek(struct stream *stream, size_t *count, struct laut_error *error)
{
    while (!stream->at_end && stream->end - stream->begin < *count)
        if (!stream__fill(stream, error))
            return NULL;
    if (stream->end - stream->begin < *count)
        *count = stream->end - stream->begin;
    return *count ? stream->buffer + stream->begin : "";
}

/* Passes over the rest of a line that is too long. */
static enum stream_state stream__pass_line(struct stream *stream, struct laut_error *error)
{
    for (;;) {
        const char *const stop = memchr(stream->buffer + stream->begin, '\n', stream->end - stream->begin);
        stream->begin = stop ? (size_t)(stop - stream->buffer) + 1 : stream->end;
        if (stop || stream->at_end)
            return STREAM_TOO_LONG;
        if (!stream__fill(stream, error))
            return STREAM_FAILED;
    }
}

enum stream_state stream_line(struct stream *stream, size_t most, const char **line, size_t *length, struct laut_error *error)
{
    for (size_t looked = 0;;) {
        const size_t there = stream->end - stream->begin;
        const char *const stop = there > looked ? memchr(stream->buffer + stream->begin + looked, '\n', there - looked) : NULL;
        if (stop || (stream->at_end && there)) {
            *line = stream->buffer + stream->begin;
            *length = stop ? (size_t)(stop - *line) : there;
            stream->begin += *length + (stop != NULL);
            return *length > most ? STREAM_TOO_LONG : STREAM_READ;
        }
        if (stream->at_end)
            return STREAM_END;
        if (there > most)
            return stream__pass_line(stream, error);
        looked = there;
        if (!stream__fill(stream, error))
            return STREAM_FAILED;
    }
}

enum stream_state stream_rest(struct stream *stream, size_t most, const char **bytes, size_t *length, struct laut_error *error)
{
    while (!stream->at_end && stream->end - stream->begin <= most)
        if (!stream__fill(stream, error))
            return STREAM_FAILED;
    *length = stream->end - stream->begin;
    *bytes = *length ? stream->buffer + stream->begin : "";
    return *length > most ? STREAM_TOO_LONG : STREAM_READ;
}

uint64_t stream_taken(const struct stream *stream)
{
    return stream->taken;
}
