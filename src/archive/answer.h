/* archive/answer.h: what kinds of rows share. A kind gives its rows one after another; answer.c counts them, writes them as text and
 * tells where the next page begins. */
#ifndef ARCHIVE_ANSWER_H
#define ARCHIVE_ANSWER_H

#include "archive/event_row.h"
#include "archive/claim_stream.h"
#include "archive/review.h"

#include <jansson.h>

struct laut_answer {
    struct laut_archive *archive;
    struct arena *arena;
    struct filter filter;
    enum laut_rows kind;
    size_t limit, given;
    const char *by;
    bool claims, oldest_first;
    int64_t after;                   /* behind which row the page begins: an id, or how many rows; -1: the first page */
    int64_t at;                      /* that of the row given last */
    struct claim_stream stream;
    bool streaming;
    int64_t *seen;                   /* hash set of ids that were given already */
    size_t seen_count, seen_capacity;
    struct ledger *ledger;           /* lines of transfers */
    json_t *all;                     /* rows of kinds that count first: handed out one by one */
    size_t next;
    char *text;
    bool end, failed;
    char cursor[24];
};

enum row_found { ROW_FOUND, ROW_NONE, ROW_FAILED };

/* row NULL: only whether there is one. */
enum row_found rows_events(struct laut_answer *answer, json_t **row, struct laut_error *error);
enum row_found rows_incidents(struct laut_answer *answer, json_t **row, struct laut_error *error);
enum row_found rows_transfers(struct laut_answer *answer, json_t **row, struct laut_error *error);
enum row_found rows_reports(struct laut_answer *answer, json_t **row, struct laut_error *error);

enum row_found rows_log(struct laut_answer *answer, json_t **row, struct laut_error *error);
enum row_found rows_reviews(struct laut_answer *answer, json_t **row, struct laut_error *error);

/* Kinds that count first fill answer->all. */
bool rows_actors(struct laut_answer *answer, struct laut_error *error) __attribute__((warn_unused_result));
bool rows_timeline(struct laut_answer *answer, struct laut_error *error) __attribute__((warn_unused_result));
bool rows_flows(struct laut_answer *answer, struct laut_error *error) __attribute__((warn_unused_result));
bool rows_places(struct laut_answer *answer, struct laut_error *error) __attribute__((warn_unused_result));
bool rows_facets(struct laut_answer *answer, struct laut_error *error) __attribute__((warn_unused_result));

/* Opens the answer's ledger: the lines that its filter lets through. */
bool answer_ledger(struct laut_answer *answer, struct laut_error *error) __attribute__((warn_unused_result));
/* Opens the answer's stream behind the page before. */
bool answer_stream(struct laut_answer *answer, struct laut_error *error) __attribute__((warn_unused_result));
static inline bool answer_failed(const struct laut_answer *answer)
{
    return answer->stream.failed || answer->stream.rows.failed;
}
/* Was this id seen before? It is from now on. False: out of memory. */
bool answer_seen(struct laut_answer *answer, int64_t id, bool *seen, struct laut_error *error) __attribute__((warn_unused_result));

#endif
