/* archive/original.c: see archive/original.h. */
#include "archive/original.h"

#include "archive/layers.h"
#include "archive/redact.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

enum { ORIGINAL_BYTES_AT_MOST = 64 << 20 };      /* no report is read from more */

bool original_check(const struct laut_original *original, const struct archive_record *record, struct laut_error *error)
{
    char hash[65];
    if (!original)
        return true;
    if (original->length > ORIGINAL_BYTES_AT_MOST)
        return error_set(error, NULL, 0, "keep it elsewhere", "more than %d MB are not kept of a report", ORIGINAL_BYTES_AT_MOST >> 20);
    hash_sha256(original->bytes, original->length, hash);
    return strcmp(hash, record->sha256_input) == 0 ||
           error_set(error, NULL, 0, "give those that the record was read from", "the bytes to be kept are not those of its sha256_input");
}

bool original_keep(struct laut_archive *archive, const struct laut_original *original, const struct archive_record *record, int64_t report,
                   struct arena *arena, struct laut_error *error)
{
    struct layers packed;
    return !original || (layers_pack_bytes(original->bytes, original->length, arena, &packed, error) &&
                         statement_run(archive, SQL_ORIGINAL_INSERT, error, "sbi", record->sha256_input, packed.bytes, packed.length, report));
}

/* *bytes NULL: damaged. False: memory ended. */
static bool original__unpack(const struct statement *row, char **bytes, size_t *length, struct laut_error *error)
{
    return layers_open_bytes(sqlite3_column_blob(row->handle, 1), (size_t)sqlite3_column_bytes(row->handle, 1), bytes, length, error);
}

static bool original__fail(const char *sha256, struct laut_error *error)
{
    return error_set(error, NULL, 0, "go back to a copy made by laut backup", "the bytes kept as %.64s are damaged", sha256);
}

bool original_open(struct laut_archive *archive, const char *sha256, char **bytes, size_t *length, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_ORIGINAL_FIND, error);
    bool done = true;
    *bytes = NULL;
    if (statement_bind(&find, "s", sha256) && statement_step(&find))
        done = original__unpack(&find, bytes, length, error) && (*bytes || original__fail(sha256, error));
    if (statement_close(&find) && done)
        return true;
    free(*bytes);
    return false;
}

/* Those that are damaged cannot be searched, and go, too. */
static bool original__list_with(const struct statement *row, const char *name, json_t *list, struct laut_error *error)
{
    char *bytes;
    size_t length;
    if (!original__unpack(row, &bytes, &length, error))
        return false;
    const bool wanted = !bytes || redact_bytes_have(bytes, length, name);
    free(bytes);
    return !wanted || json_array_append_new(list, json_string(column_string(row, 0))) == 0 || error_out_of_memory(error);
}

bool original_forget_name(struct laut_archive *archive, const char *name, json_t *forgotten, struct laut_error *error)
{
    struct statement all = statement_open(archive, SQL_ORIGINALS_ALL, error);
    bool done = !all.failed;
    size_t index;
    json_t *one;
    while (done && statement_step(&all))
        done = original__list_with(&all, name, forgotten, error);
    done = statement_close(&all) && done;
    json_array_foreach(forgotten, index, one)
        done = done && statement_run(archive, SQL_ORIGINAL_DELETE, error, "s", json_string_value(one));
    return done;
}

bool original_check_all(struct laut_archive *archive, FILE *stream, size_t *problems, struct laut_error *error)
{
    struct statement all = statement_open(archive, SQL_ORIGINALS_ALL, error);
    bool done = !all.failed;
    while (done && statement_step(&all)) {
        char hash[65] = "", *bytes;
        size_t length;
        done = original__unpack(&all, &bytes, &length, error);
        if (bytes)
            hash_sha256(bytes, length, hash);
        if (done && strcmp(hash, column_string(&all, 0)) != 0) {
            (void)fprintf(stream, "original: the bytes kept as %s are not those of its hash\n", column_string(&all, 0));
            ++*problems;
        }
        free(bytes);
    }
    return statement_close(&all) && done;
}
