/* report/reader.c: opens file after file, and what is packed in them, and hands each to what reads its kind. */
#include "report/reader.h"

#include "report/feed_report.h"
#include "report/files.h"
#include "report/kind.h"
#include "report/newsml_report.h"
#include "report/office_report.h"
#include "report/packed.h"
#include "report/stream.h"
#include "report/unpack.h"
#include "report/warc_report.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LONGEST_JSON_LINE = 32 << 20, LONGEST_FILE = REPORT_BYTES_AT_MOST };

struct report_reader {
    const struct report_knowledge *knowledge;
    struct report_reader_options options;
    struct files *files;             /* NULL: given is read */
    struct report_given given;       /* bytes NULL: files are read */
    bool given_taken;
    struct stream *file;             /* the file that is read; NULL: none */
    struct packed *packed;           /* what is packed in it; NULL: nothing */
    struct feed *feed;               /* the feed that is read; NULL: none */
    struct newsml *newsml;           /* the NewsML or NITF file that is read; NULL: none */
    struct stream *stream;           /* the file's bytes, or those of what is packed in it; NULL: open the next */
    char *path;                      /* of the file */
    const char *name;                /* of what is read, as messages have it; NULL: as the file */
    enum file_kind kind;
    size_t line;
    uint64_t total_bytes, finished_bytes;        /* of the files that were named; total 0: not known */
};

/* ---- opening ------------------------------------------------------------------------------------------------- */

static uint64_t reader__total(const char *const *paths, size_t count)
{
    uint64_t total = 0;
    for (size_t i = 0; i < count; i++) {
        struct stat status;
        if (strcmp(paths[i], "-") == 0)
            return 0;
        if (stat(paths[i], &status) != 0)
            continue;
        if (!S_ISREG(status.st_mode))
            return 0;
        total += (uint64_t)status.st_size;
    }
    return total;
}

struct report_reader *report_reader_open(const struct report_knowledge *knowledge, const char *const *paths, size_t count,
                                         const struct report_reader_options *options, struct laut_error *error)
{
    struct report_reader *const reader = calloc(1, sizeof *reader);
    if (!reader) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    *reader = (struct report_reader){.knowledge = knowledge, .options = *options, .total_bytes = reader__total(paths, count)};
    reader->files = files_open(paths, count, error);
    if (reader->files)
        return reader;
    free(reader);
    return NULL;
}

struct report_reader *report_reader_open_bytes(const struct report_knowledge *knowledge, const struct report_given *given,
                                               const struct report_reader_options *options, struct laut_error *error)
{
    struct report_reader *const reader = calloc(1, sizeof *reader);
    if (!reader) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    *reader = (struct report_reader){.knowledge = knowledge, .options = *options, .given = *given, .total_bytes = given->length};
    return reader;
}

static void reader__close_file(struct report_reader *reader)
{
    if (reader->file)
        reader->finished_bytes += stream_taken(reader->file);
    feed_free(reader->feed);
    newsml_free(reader->newsml);
    packed_free(reader->packed);
    stream_free(reader->file);
    free(reader->path);
    reader->file = reader->stream = NULL;
    reader->feed = NULL;
    reader->newsml = NULL;
    reader->packed = NULL;
    reader->path = NULL;
    reader->name = NULL;
}

/* What is read has ended: the next one packed beside it, or the next file. */
static void reader__close_stream(struct report_reader *reader)
{
    feed_free(reader->feed);
    newsml_free(reader->newsml);
    reader->feed = NULL;
    reader->newsml = NULL;
    reader->stream = NULL;
    if (!reader->packed)
        reader__close_file(reader);
}

void report_reader_free(struct report_reader *reader)
{
    if (!reader)
        return;
    reader__close_file(reader);
    files_free(reader->files);
    free(reader);
}

static bool reader__open_named(struct report_reader *reader, const char *path, struct laut_error *error)
{
    size_t length = UNPACK_PEEK_BYTES;
    reader->path = strdup(path);
    if (!reader->path)
        return error_out_of_memory(error);
    reader->file = reader->files ? stream_open(reader->path, error)
                                 : stream_on_bytes(reader->given.bytes, reader->given.length, reader->path, error);
    reader->given_taken = true;
    const char *const bytes = reader->file ? stream_peek(reader->file, &length, error) : NULL;
    if (!bytes)
        return false;
    if (reader->options.input == REPORT_INPUT_BYTES || !unpack_is_packed(bytes, length) || office_is_document(bytes, length)) {
        reader->stream = reader->file;
        return true;
    }
    reader->packed = packed_open(reader->file, reader->path, error);
    return reader->packed != NULL;
}

/* The next file; FILES_END: none. */
static enum files_state reader__open_file(struct report_reader *reader, struct laut_error *error)
{
    const char *path = reader->given.name;
    const bool given_left = !reader->given_taken && reader->given.length;
    const enum files_state state = reader->files ? files_next(reader->files, &path, error) : given_left ? FILES_NEXT : FILES_END;
    if (state != FILES_NEXT || reader__open_named(reader, path, error))
        return state;
    reader__close_file(reader);
    return FILES_REFUSED;
}

/* The next thing packed in the file; FILES_END: no more. */
static enum files_state reader__open_entry(struct report_reader *reader, struct laut_error *error)
{
    const enum files_state state = packed_next(reader->packed, &reader->name, &reader->stream, error);
    if (state != FILES_NEXT)
        reader->stream = NULL;
    if (state == FILES_END)
        reader__close_file(reader);
    return state;
}

/* Tells the kind of what is opened. */
static bool reader__begin(struct report_reader *reader, struct laut_error *error)
{
    size_t length = KIND_PEEK_BYTES;
    const char *const bytes = stream_peek(reader->stream, &length, error);
    reader->line = 0;
    if (bytes) {
        reader->kind = reader->options.input == REPORT_INPUT_NEWS ? kind_tell(bytes, length) : FILE_TEXT;
        return true;
    }
    reader__close_stream(reader);
    return false;
}

/* Opens what comes next, a file or what is packed in one; FILES_END: nothing. */
static enum files_state reader__open(struct report_reader *reader, struct laut_error *error)
{
    while (!reader->stream) {
        const bool packed = reader->packed != NULL;
        const enum files_state state = packed ? reader__open_entry(reader, error) : reader__open_file(reader, error);
        if (state == FILES_REFUSED || (state == FILES_END && !packed))
            return state;
    }
    return reader__begin(reader, error) ? FILES_NEXT : FILES_REFUSED;
}

/* ---- reports ------------------------------------------------------------------------------------------------- */

/* An error that knows no file has the report's. */
static enum report_reading reader__result(const struct report_reader *reader, bool done, struct laut_error *error)
{
    if (!done && error && !error->file[0]) {
        (void)snprintf(error->file, sizeof error->file, "%s", reader->name ? reader->name : reader->path ? reader->path : "");
        error->line = error->line ? error->line : reader->line;
    }
    return done ? REPORT_READ : REPORT_REFUSED;
}

/* Where given bytes were fetched, when, and what was said of rights. */
static bool reader__name_retrieval(const struct report_reader *reader, struct document *document, struct laut_error *error)
{
    const struct report_given *const given = &reader->given;
    struct report *const report = &document->report;
    report->uri = given->uri ? report_copy_name(document, given->uri, error) : NULL;
    report->retrieved = given->retrieved ? report_copy_name(document, given->retrieved, error) : NULL;
    if ((given->uri && !report->uri) || (given->retrieved && !report->retrieved))
        return false;
    if (!given->rights)
        return true;
    report->rights = *given->rights;
    report->rights.policy = given->rights->policy ? report_copy_name(document, given->rights->policy, error) : NULL;
    return report->rights.policy || !given->rights->policy;
}

static bool reader__name_input(const struct report_reader *reader, struct document *document, struct laut_error *error)
{
    const char *const name = reader->name ? reader->name : reader->path;
    document->report.input = report_copy_name(document, name, error);
    document->report.input_line = (uint32_t)reader->line;
    return document->report.input && reader__name_retrieval(reader, document, error);
}

static bool reader__is_blank(const char *line, size_t length)
{
    size_t at = 0;
    while (at < length && line[at] && strchr(" \t\r\n", line[at]))
        at++;
    return at == length;
}

/* The next line that holds something; REPORT_END: the file has no more. */
static enum report_reading reader__json_line(struct report_reader *reader, struct document *document, struct taken *taken, struct laut_error *error)
{
    const char *line;
    size_t length;
    enum stream_state state;
    do {
        state = stream_line(reader->stream, LONGEST_JSON_LINE, &line, &length, error);
        reader->line++;
        if (state == STREAM_READ && reader->line == 1 && length >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0) {
            line += 3;
            length -= 3;
        }
    } while (state == STREAM_READ && reader__is_blank(line, length));
    if (state == STREAM_END)
        return REPORT_END;
    if (state == STREAM_TOO_LONG)
        return reader__result(reader, error_set(error, NULL, 0, "write one report a line", "a line of more than %d MB is no report",
                                                LONGEST_JSON_LINE >> 20), error);
    if (state == STREAM_FAILED) {
        const enum report_reading refused = reader__result(reader, false, error);
        reader__close_stream(reader);
        return refused;
    }
    return reader__result(reader, reader__name_input(reader, document, error) &&
                                      taken_copy(taken, document, FILE_JSON_LINES, line, length, error), error);
}

static enum report_reading reader__whole_file(struct report_reader *reader, struct document *document, struct taken *taken, struct laut_error *error)
{
    const char *bytes;
    size_t length;
    bool done = false;
    switch (stream_rest(reader->stream, LONGEST_FILE, &bytes, &length, error)) {
    case STREAM_READ:
        done = reader__name_input(reader, document, error) && taken_copy(taken, document, reader->kind, bytes, length, error);
        taken->charset = reader->given.charset;
        break;
    case STREAM_TOO_LONG:
        (void)error_set(error, NULL, 0, "split it into its reports", "a file of more than %d MB is no report", LONGEST_FILE >> 20);
        break;
    default:
        break;
    }
    const enum report_reading reading = reader__result(reader, done, error);
    reader__close_stream(reader);
    return reading;
}

/* The next record of a WARC file; REPORT_END: it has no more. */
static enum report_reading reader__warc(struct report_reader *reader, struct document *document, struct taken *taken, struct laut_error *error)
{
    if (!reader__name_input(reader, document, error))
        return REPORT_REFUSED;
    switch (warc_take(reader->stream, document, reader->knowledge, reader->options.language, taken, error)) {
    case WARC_TAKEN:
        return REPORT_READ;
    case WARC_END:
        return REPORT_END;
    case WARC_REFUSED:
        return reader__result(reader, false, error);
    default:
        (void)reader__result(reader, false, error);
        reader__close_stream(reader);
        return REPORT_REFUSED;
    }
}

/* Opens a feed or a newsroom's file, which are read whole. */
static bool reader__open_whole(struct report_reader *reader, struct document *document, struct taken *taken, struct laut_error *error)
{
    const char *bytes;
    size_t length;
    if (reader->feed || reader->newsml)
        return true;
    const enum stream_state state = stream_rest(reader->stream, LONGEST_FILE, &bytes, &length, error);
    if (state == STREAM_TOO_LONG)
        (void)error_set(error, NULL, 0, "split it", "a feed of more than %d MB is not read", LONGEST_FILE >> 20);
    if (state == STREAM_READ && reader->kind == FILE_FEED)
        reader->feed = feed_open(bytes, length, reader->name ? reader->name : reader->path, error);
    else if (state == STREAM_READ)
        reader->newsml = newsml_open(bytes, length, error);
    return reader->feed || (reader->newsml && taken_note(taken, document, bytes, length, reader->options.keep_bytes, error));
}

/* The next report of a feed or of a newsroom's file; REPORT_END: it has no more. */
static enum report_reading reader__item(struct report_reader *reader, struct document *document, struct taken *taken, struct laut_error *error)
{
    bool end = false;
    *taken = (struct taken){.read = true};
    if (!reader__open_whole(reader, document, taken, error)) {
        (void)reader__result(reader, false, error);
        reader__close_stream(reader);
        return REPORT_REFUSED;
    }
    const bool done = reader__name_input(reader, document, error) &&
                      (reader->feed ? feed_next(reader->feed, document, reader->knowledge, &reader->options, taken, &end, error)
                                    : newsml_next(reader->newsml, document, reader->knowledge, &reader->options, taken, &end, error));
    return done && end ? REPORT_END : reader__result(reader, done, error);
}

static enum report_reading reader__take(struct report_reader *reader, struct document *document, struct taken *taken, struct laut_error *error)
{
    switch (reader->kind) {
    case FILE_JSON_LINES:
        return reader__json_line(reader, document, taken, error);
    case FILE_WARC:
        return reader__warc(reader, document, taken, error);
    case FILE_FEED:
    case FILE_NEWSML:
        return reader__item(reader, document, taken, error);
    default:
        return reader__whole_file(reader, document, taken, error);
    }
}

enum report_reading report_reader_take(struct report_reader *reader, struct document *document, struct taken *taken, struct laut_error *error)
{
    if (error)
        *error = (struct laut_error){.line = 0};
    for (;;) {
        const enum files_state state = reader->stream ? FILES_NEXT : reader__open(reader, error);
        if (state != FILES_NEXT)
            return state == FILES_END ? REPORT_END : REPORT_REFUSED;
        const enum report_reading reading = reader__take(reader, document, taken, error);
        if (reading != REPORT_END)
            return reading;
        reader__close_stream(reader);
    }
}

enum report_reading report_reader_read(const struct report_reader *reader, struct document *document, const struct taken *taken, struct laut_error *error)
{
    return taken_read(taken, document, reader->knowledge, &reader->options, error);
}

double report_reader_progress(const struct report_reader *reader)
{
    if (!reader->total_bytes)
        return -1;
    const uint64_t read = reader->finished_bytes + (reader->file ? stream_taken(reader->file) : 0);
    const double share = (double)read / (double)reader->total_bytes;
    return share > 1 ? 1 : share;
}
