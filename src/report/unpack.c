/* report/unpack.c: libarchive reads, from a stream, so that standard input may be packed too. A file that grows to hundreds of times its
 * size, with all that is packed in what is packed in it, is taken for an attack and left. */
#include "report/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_GROWTH = 200, GROWTH_COUNTS_FROM = 64 << 20 };

struct unpack {
    struct archive *archive;
    struct stream *outer, *entry;
    struct unpack *file;             /* the outermost, which may be itself */
    const char *name, *entry_name;   /* entry_name NULL: none */
    uint64_t unpacked;               /* of the outermost: by all in it */
    bool spent;
    struct laut_error outer_error;   /* why its bytes cannot be read */
};

bool unpack_is_packed(const char *bytes, size_t length)
{
    static const struct { size_t at; const char *magic; size_t length; } magics[] = {
        {0, "\x1F\x8B", 2}, {0, "\x28\xB5\x2F\xFD", 4}, {0, "\xFD" "7zXZ", 5}, {0, "BZh", 3}, {0, "PK\x03\x04", 4}, {257, "ustar", 5}};
    for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++)
        if (length >= magics[i].at + magics[i].length && memcmp(bytes + magics[i].at, magics[i].magic, magics[i].length) == 0)
            return true;
    return false;
}

static la_ssize_t unpack__read_outer(struct archive *archive, void *context, const void **bytes)
{
    struct unpack *const unpack = context;
    const char *at;
    size_t length;
    switch (stream_some(unpack->outer, &at, &length, &unpack->outer_error)) {
    case STREAM_READ:
        *bytes = at;
        return (la_ssize_t)length;
    case STREAM_END:
        return 0;
    default:
        archive_set_error(archive, EIO, "%s", unpack->outer_error.message);
        return -1;
    }
}

static bool unpack__fail(const struct unpack *unpack, struct laut_error *error)
{
    const char *const why = archive_error_string(unpack->archive);
    if (unpack->outer_error.message[0] && error) {
        *error = unpack->outer_error;
        return false;
    }
    char file[512];
    (void)snprintf(file, sizeof file, "%s%s%s", unpack->name, unpack->entry_name ? ":" : "", unpack->entry_name ? unpack->entry_name : "");
    return error_set(error, file, 0, "was it copied whole? gzip -t, zstd -t or unzip -t tells", "cannot be unpacked: %s",
                     why ? why : "damaged or cut off");
}

static ssize_t unpack__read_entry(void *context, char *room, size_t most, struct laut_error *error)
{
    struct unpack *const unpack = context;
    const la_ssize_t count = archive_read_data(unpack->archive, room, most);
    struct unpack *const file = unpack->file;
    if (count < 0) {
        unpack->spent = count == ARCHIVE_FATAL;
        (void)unpack__fail(unpack, error);
        return -1;
    }
    file->unpacked += (uint64_t)count;
    if (file->unpacked > GROWTH_COUNTS_FROM && file->unpacked > stream_taken(file->outer) * MOST_GROWTH) {
        file->spent = true;
        (void)error_set(error, unpack->name, 0, "unpack it yourself if you trust it", "unpacks to more than %d times its size", MOST_GROWTH);
        return -1;
    }
    return count;
}

struct unpack *unpack_open(struct stream *outer, struct unpack *within, const char *name, struct laut_error *error)
{
    struct unpack *const unpack = calloc(1, sizeof *unpack);
    struct archive *const archive = unpack ? archive_read_new() : NULL;
    if (!archive) {
        free(unpack);
        (void)error_out_of_memory(error);
        return NULL;
    }
    *unpack = (struct unpack){.archive = archive, .outer = outer, .file = within ? within->file : unpack, .name = name};
    const bool ready = archive_read_support_filter_all(archive) >= ARCHIVE_WARN && archive_read_support_format_tar(archive) == ARCHIVE_OK &&
                       archive_read_support_format_zip_streamable(archive) == ARCHIVE_OK && archive_read_support_format_raw(archive) == ARCHIVE_OK;
    if (ready && archive_read_open(archive, unpack, NULL, unpack__read_outer, NULL) == ARCHIVE_OK)
        return unpack;
    (void)unpack__fail(unpack, error);
    unpack_free(unpack);
    return NULL;
}

void unpack_free(struct unpack *unpack)
{
    if (!unpack)
        return;
    stream_free(unpack->entry);
    (void)archive_read_free(unpack->archive);
    free(unpack);
}

bool unpack_is_spent(const struct unpack *unpack)
{
    return unpack->spent || unpack->file->spent;
}

enum stream_state unpack_next(struct unpack *unpack, const char **name, struct stream **entry, struct laut_error *error)
{
    struct archive_entry *header;
    stream_free(unpack->entry);
    unpack->entry = NULL;
    unpack->entry_name = NULL;
    for (;;) {
        const int state = archive_read_next_header(unpack->archive, &header);
        if (state == ARCHIVE_EOF)
            return STREAM_END;
        if (state < ARCHIVE_WARN) {
            unpack->spent = true;
            (void)unpack__fail(unpack, error);
            return STREAM_FAILED;
        }
        if (archive_entry_filetype(header) == AE_IFREG && !archive_entry_hardlink(header))
            break;
    }
    *name = unpack->entry_name = archive_format(unpack->archive) == ARCHIVE_FORMAT_RAW ? NULL : archive_entry_pathname(header);
    unpack->entry = stream_on((struct stream_source){unpack__read_entry, unpack}, unpack->name, error);
    *entry = unpack->entry;
    return unpack->entry ? STREAM_READ : STREAM_FAILED;
}
