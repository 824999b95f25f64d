/* archive/original.h: what reports were read from, byte for byte, kept where it was asked for (laut add --keep-bytes). It is packed
 * (archive/layers.h), goes by the sha256_input of the version that was read from it, and goes with it.
 */
#ifndef ARCHIVE_ORIGINAL_H
#define ARCHIVE_ORIGINAL_H

#include "archive/archive.h"
#include "archive/record.h"

/* Refuses bytes that are not those of the record's sha256_input. original may be NULL. */
bool original_check(const struct laut_original *original, const struct archive_record *record, struct laut_error *error) __attribute__((warn_unused_result));
/* Keeps them where a version of the report was read from them, and no name was taken out of it. original may be NULL. */
bool original_keep(struct laut_archive *archive, const struct laut_original *original, const struct archive_record *record, int64_t report,
                   struct arena *arena, struct laut_error *error) __attribute__((warn_unused_result));
/* *bytes, yours to free; NULL: they were not kept. False: damaged, or failed. */
bool original_open(struct laut_archive *archive, const char *sha256, char **bytes, size_t *length, struct laut_error *error) __attribute__((warn_unused_result));

/* Takes out those in whose bytes a name stands, however it is spelled there (archive/redact.h), and lists their hashes. */
bool original_forget_name(struct laut_archive *archive, const char *name, json_t *forgotten, struct laut_error *error) __attribute__((warn_unused_result));
/* A line for each whose bytes are not those of its hash. */
bool original_check_all(struct laut_archive *archive, FILE *stream, size_t *problems, struct laut_error *error) __attribute__((warn_unused_result));

#endif
