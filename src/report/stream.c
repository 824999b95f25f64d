/* report/stream.c: a buffer that grows to what is asked for and is filled by read(2), or by who made the stream. */
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
    int file;                        /* below 0: source is read */
    struct stream_source source;
    const char *given;               /* of bytes in memory: what is left of them */
    size_t given_length;
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

struct stream *stream_on(struct stream_source source, const char *name, struct laut_error *error)
{
    struct stream *const stream = calloc(1, sizeof *stream);
    if (stream)
        *stream = (struct stream){.path = name, .file = -1, .source = source};
    else
        (void)error_out_of_memory(error);
    return stream;
}

static ssize_t stream__read_given(void *context, char *room, size_t most, struct laut_error *error)
{
    struct stream *const stream = context;
    const size_t count = stream->given_length < most ? stream->given_length : most;
    (void)error;
    memcpy(room, stream->given, count);
    stream->given += count;
    stream->given_length -= count;
    return (ssize_t)count;
}

struct stream *stream_on_bytes(const char *bytes, size_t length, const char *name, struct laut_error *error)
{
    struct stream *const stream = stream_on((struct stream_source){stream__read_given, NULL}, name, error);
    if (stream) {
        stream->source.context = stream;
        stream->given = bytes;
        stream->given_length = length;
    }
    return stream;
}

void stream_free(struct stream *stream)
{
    if (!stream)
        return;
    if (stream->file >= 0 && stream->file != STDIN_FILENO)
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

/* Below 0: failed, the error says why. */
static ssize_t stream__read(struct stream *stream, char *room, size_t most, struct laut_error *error)
{
    if (stream->file < 0)
        return stream->source.read(stream->source.context, room, most, error);
    ssize_t count;
    do
        count = read(stream->file, room, most);
    while (count < 0 && errno == EINTR);
    if (count < 0)
        (void)error_set(error, stream->path, 0, NULL, "cannot be read: %s", strerror(errno));
    return count;
}

static bool stream__fill(struct stream *stream, struct laut_error *error)
{
    if (!stream__make_room(stream, error))
        return false;
    const ssize_t count = stream__read(stream, stream->buffer + stream->end, stream->capacity - stream->end, error);
    if (count < 0)
        return false;
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

enum stream_state stream_take(struct stream *stream, size_t count, const char **bytes, size_t *length, struct laut_error *error)
{
    while (!stream->at_end && stream->end - stream->begin < count)
        if (!stream__fill(stream, error))
            return STREAM_FAILED;
    const size_t there = stream->end - stream->begin;
    *length = there < count ? there : count;
    *bytes = *length ? stream->buffer + stream->begin : "";
    stream->begin += *length;
    return *length || !count ? STREAM_READ : STREAM_END;
}

enum stream_state stream_some(struct stream *stream, const char **bytes, size_t *length, struct laut_error *error)
{
    if (!stream->at_end && stream->begin == stream->end && !stream__fill(stream, error))
        return STREAM_FAILED;
    *length = stream->end - stream->begin;
    *bytes = stream->buffer + stream->begin;
    stream->begin = stream->end;
    return *length ? STREAM_READ : STREAM_END;
}

enum stream_state stream_pass(struct stream *stream, uint64_t count, struct laut_error *error)
{
    while (count > 0) {
        const char *bytes;
        size_t length;
        const enum stream_state state = stream_take(stream, count < BLOCK_BYTES ? (size_t)count : BLOCK_BYTES, &bytes, &length, error);
        if (state != STREAM_READ)
            return state;
        count -= length;
    }
    return STREAM_READ;
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
