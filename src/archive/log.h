/* archive/log.h: what was done with the archive, written down so that a changed, missing, inserted or cut-off entry is found.
 *
 *     hash of entry n = SHA-256(hash of entry n-1, "\n", entry n);  before the first: 64 zeros
 *
 * An entry is one line of JSON: {"number":3,"at":"2026-11-27T13:50:00Z","what":"add","about":"r-…", …}. It holds ids and hashes, never text, names
 * of a report or addresses, so that it can stay when these are forgotten (reviewers are named: they answer for what they say). The head, number
 * and hash of the last entry, stands in property log_head too, and in each dossier: what is cut off at the end is missed there.
 */
#ifndef ARCHIVE_LOG_H
#define ARCHIVE_LOG_H

#include "archive/archive.h"

#include <jansson.h>
#include <stdio.h>

enum { LOG_HASH_BYTES = 65 };

/* Appends an entry; detail, an object, is taken over; NULL: memory ended when it was made. Within a transaction. */
bool log_append(struct laut_archive *archive, const char *what, const char *about, json_t *detail, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The hash of an entry behind one with hash former. False: out of memory. */
bool log_hash(const char former[LOG_HASH_BYTES], const char *entry, char hash[LOG_HASH_BYTES]);

struct log_checker {                 /* zeroed before the first entry */
    int64_t number;                  /* of the entry before */
    char hash[LOG_HASH_BYTES];
    size_t problems;
    bool failed;                     /* memory ended: not all was checked */
    FILE *stream;                    /* a line for each problem */
};

/* The next entry in order. */
void log_check_entry(struct log_checker *checker, int64_t number, const char *entry, const char *hash);
/* What the head should be: "12 5e88…". NULL or "": an empty log. */
void log_check_head(struct log_checker *checker, const char *head, const char *whose);

/* All entries of the archive against each other, the head, and the reviews that they tell of. */
bool log_check(struct laut_archive *archive, FILE *stream, size_t *problems, struct laut_error *error) __attribute__((warn_unused_result));

/* SHA-256 of what a review says, as the log keeps it. */
bool log_review_hash(struct laut_archive *archive, int64_t review, char hash[LOG_HASH_BYTES], struct laut_error *error)
    __attribute__((warn_unused_result));

/* One line an entry: its hash, a space, the entry. */
bool log_write(struct laut_archive *archive, FILE *stream, struct laut_error *error) __attribute__((warn_unused_result));

#endif
