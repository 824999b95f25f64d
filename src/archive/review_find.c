/* archive/review_find.c: the last word on a claim, and what a row says of it. */
#include "archive/review.h"

#include "archive/differences.h"
#include "archive/layers.h"
#include "base/hash.h"
#include "base/table.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

const char *const review_states[REVIEW_STATES] = {"unreviewed", "confirmed", "corrected", "rejected", "added"};

int review_state_of(const char *name)
{
    return name ? table_term(name, review_states, REVIEW_STATES) : -1;
}

static char *review__copy(const struct statement *row, int column)
{
    const char *const text = column_string(row, column);
    return text ? strdup(text) : NULL;
}

static bool review__read(const struct statement *row, struct review *review, struct laut_error *error)
{
    const int state = review_state_of(column_string(row, 3));
    const char *const correction = column_string(row, 5), *const coding = column_string(row, 6);
    review->id = column_number(row, 0);
    review->state = state < 0 ? REVIEW_NONE : (enum review_state)state;
    review->reviewer = review__copy(row, 1);
    review->made = review__copy(row, 2);
    review->reason = review__copy(row, 4);
    review->correction = correction ? json_loads(correction, 0, NULL) : NULL;
    review->coding = coding ? json_loads(coding, 0, NULL) : NULL;
    return (review->reviewer && review->made && (review->correction || !correction) && (review->coding || !coding)) || error_out_of_memory(error);
}

/* Does this row, the last of another reviewer, say something else than the review that stands? */
static bool review__differs(const struct statement *row, const struct review *review)
{
    const char *const correction = column_string(row, 5);
    if (strcmp(column_string(row, 3), review_states[review->state]) != 0)
        return true;
    json_t *const other = correction ? json_loads(correction, 0, NULL) : NULL;
    const bool differs = !!other != !!review->correction || (other && json_equal(other, review->correction) != 1);
    json_decref(other);
    return differs;
}

bool review_find(struct laut_archive *archive, const char *claim, struct review *review, struct laut_error *error)
{
    struct statement numbers = statement_open(archive, SQL_REVIEW_NUMBERS, error), rows = statement_open(archive, SQL_REVIEW_STANDING, error);
    *review = (struct review){.id = 0};
    bool done = statement_bind(&numbers, "s", claim) && statement_bind(&rows, "s", claim);
    if (done && statement_step(&numbers)) {
        review->count = column_number(&numbers, 0);
        review->last = column_number(&numbers, 1);
    }
    if (done && statement_step(&rows))
        done = review__read(&rows, review, error);
    while (done && !review->disputed && statement_step(&rows))
        if (strcmp(column_string(&rows, 1), review->reviewer) != 0)
            review->disputed = review__differs(&rows, review);
    const bool closed = statement_close(&numbers);
    done = statement_close(&rows) && closed && done;
    if (!done)
        review_close(review);
    return done;
}

void review_close(struct review *review)
{
    free(review->reviewer);
    free(review->made);
    free(review->reason);
    json_decref(review->correction);
    json_decref(review->coding);
    *review = (struct review){.id = 0};
}

json_t *review_event(const struct review *review)
{
    if (review->state == REVIEW_ADDED)
        return json_deep_copy(review->correction);
    json_t *const event = review->coding && review->state != REVIEW_REJECTED ? json_deep_copy(review->coding) : NULL;
    if (event && review->state == REVIEW_CORRECTED && json_object_update(event, review->correction) != 0) {
        json_decref(event);
        return NULL;
    }
    return event;
}

/* Which fields the machine codes otherwise now than when it was reviewed. */
static json_t *review__changed(const struct review *review, const json_t *coded)
{
    json_t *const seen = review->state == REVIEW_ADDED ? review->correction : review->coding;
    return review->id && seen && coded ? differences_fields(seen, coded) : json_array();
}

static bool review__describe(const struct review *review, const json_t *coded, bool dropped, json_t *row)
{
    json_t *const changed = review__changed(review, coded);
    const bool done = json_object_set(row, "changed", changed) == 0;
    json_decref(changed);
    return done && json_object_set_new(row, "dropped", json_boolean(dropped && review->id && review->state != REVIEW_ADDED)) == 0;
}

json_t *review_row(struct laut_archive *archive, const char *claim, bool spoken_of, const void *packed, size_t length, struct laut_error *error)
{
    struct review review = {.id = 0};
    char revision[48];
    if (spoken_of && !review_find(archive, claim, &review, error))
        return NULL;
    json_t *const coded = review.id && packed ? event_unpack(packed, length, error) : NULL;
    (void)snprintf(revision, sizeof revision, "%" PRId64 "-%016" PRIx64, review.last, packed ? hash_bytes(packed, length, 11) : 0);
    json_t *row = json_pack("{s:s,s:s,s:o,s:s?,s:s?,s:s?,s:O?,s:b,s:I}", "state", review_states[review.state], "revision", revision, "id",
                            review.id ? json_integer(review.id) : json_null(), "reviewer", review.reviewer, "made", review.made, "reason",
                            review.reason, "correction", review.state == REVIEW_CORRECTED ? review.correction : NULL, "disputed",
                            (int)review.disputed, "count", (json_int_t)review.count);
    if (!row || !review__describe(&review, coded, !packed, row)) {
        (void)error_out_of_memory(error);
        json_decref(row);
        row = NULL;
    }
    json_decref(coded);
    review_close(&review);
    return row;
}

json_t *review_row_now(struct laut_archive *archive, const char *claim, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_CLAIM_CODED_NOW, error);
    const bool coded = statement_bind(&find, "s", claim) && statement_step(&find);
    json_t *const row = find.failed ? NULL
                                    : review_row(archive, claim, true, coded ? sqlite3_column_blob(find.handle, 0) : NULL,
                                                 coded ? (size_t)sqlite3_column_bytes(find.handle, 0) : 0, error);
    if (statement_close(&find))
        return row;
    json_decref(row);
    return NULL;
}
