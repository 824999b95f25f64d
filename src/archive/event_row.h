/* archive/event_row.h: a claim as a row of an answer: the event of the record and where it stands. */
#ifndef ARCHIVE_EVENT_ROW_H
#define ARCHIVE_EVENT_ROW_H

#include "archive/archive.h"

#include <jansson.h>

struct event_row {
    json_t *json;                    /* yours to decref */
    int64_t id, report, outlet, voice, mention;
};

/* words: what to highlight (word_count of them). False: failed. */
bool event_row_open(struct laut_archive *archive, int64_t id, const char *const *words, size_t word_count, struct event_row *row,
                    struct laut_error *error) __attribute__((warn_unused_result));

/* Without the words it rests on, for sums: their text need not be read. */
bool event_row_open_without_words(struct laut_archive *archive, int64_t id, struct event_row *row, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Adds "coder" and "changes": what made the claim, and what became of it in other versions and codings. */
bool event_row_history(struct laut_archive *archive, json_t *event, struct laut_error *error) __attribute__((warn_unused_result));

/* The words that an event of a record rests on, in its report's text or title; lent, *length bytes. */
const char *event_words(const json_t *event, const char *text, const char *title, size_t *length);

#endif
