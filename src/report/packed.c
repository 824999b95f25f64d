/* report/packed.c: a stack of what is open, each in an entry of the one below. One that is damaged is left for the next beside it. */
#include "report/packed.h"

#include "report/office_report.h"
#include "report/unpack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct packed_level {
    struct unpack *unpack;
    char *name;                      /* of what it unpacks */
};

struct packed {
    struct packed_level levels[PACKED_DEPTH_AT_MOST];
    size_t count;
    char *name;                      /* of the file that is read; NULL: none */
    bool found;                      /* something was found in it, be it only a fault */
};

static bool packed__push(struct packed *packed, struct stream *stream, char *name, struct laut_error *error)
{
    struct unpack *const within = packed->count ? packed->levels[packed->count - 1].unpack : NULL;
    struct unpack *const unpack = unpack_open(stream, within, name, error);
    if (unpack)
        packed->levels[packed->count++] = (struct packed_level){unpack, name};
    else
        free(name);
    return unpack != NULL;
}

static void packed__pop(struct packed *packed)
{
    const struct packed_level level = packed->levels[--packed->count];
    unpack_free(level.unpack);
    free(level.name);
}

struct packed *packed_open(struct stream *file, const char *name, struct laut_error *error)
{
    struct packed *const packed = calloc(1, sizeof *packed);
    char *const copy = packed ? strdup(name) : NULL;
    if (copy && packed__push(packed, file, copy, error))
        return packed;
    if (!copy)
        (void)error_out_of_memory(error);
    free(packed);
    return NULL;
}

void packed_free(struct packed *packed)
{
    if (!packed)
        return;
    while (packed->count)
        packed__pop(packed);
    free(packed->name);
    free(packed);
}

/* Takes the name of the next entry, or opens it where it is packed itself: *opened. */
static bool packed__enter(struct packed *packed, const char *entry, struct stream *stream, bool *opened, struct laut_error *error)
{
    const char *const around = packed->levels[packed->count - 1].name;
    size_t length = UNPACK_PEEK_BYTES;
    char *name = NULL;
    if ((entry ? asprintf(&name, "%s:%s", around, entry) : asprintf(&name, "%s", around)) < 0)
        return error_out_of_memory(error);
    free(packed->name);
    packed->name = name;
    const char *const bytes = stream_peek(stream, &length, error);
    if (!bytes)
        return false;
    *opened = unpack_is_packed(bytes, length) && !office_is_document(bytes, length);
    if (!*opened)
        return true;
    if (packed->count == PACKED_DEPTH_AT_MOST)
        return error_set(error, name, 0, "unpack it yourself if you trust it", "is packed more than %d times over", PACKED_DEPTH_AT_MOST);
    packed->name = NULL;
    return packed__push(packed, stream, name, error);
}

enum files_state packed_next(struct packed *packed, const char **name, struct stream **stream, struct laut_error *error)
{
    while (packed->count) {
        struct unpack *const unpack = packed->levels[packed->count - 1].unpack;
        const char *entry;
        bool opened = false;
        const enum stream_state state = unpack_is_spent(unpack) ? STREAM_END : unpack_next(unpack, &entry, stream, error);
        packed->found |= state != STREAM_END;
        if (state == STREAM_FAILED)
            return FILES_REFUSED;
        if (state == STREAM_END && packed->count == 1 && !packed->found) {
            packed->found = true;
            (void)error_set(error, packed->levels[0].name, 0, "look into it: tar -tf or unzip -l tells", "there is no file in it");
            return FILES_REFUSED;
        }
        if (state == STREAM_END)
            packed__pop(packed);
        else if (!packed__enter(packed, entry, *stream, &opened, error))
            return FILES_REFUSED;
        else if (!opened) {
            *name = packed->name;
            return FILES_NEXT;
        }
    }
    return FILES_END;
}
