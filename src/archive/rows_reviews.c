/* archive/rows_reviews.c: what people said, the newest first. */
#include "archive/answer.h"

#include "archive/record.h"

static json_t *review__json(const struct statement *find, int column)
{
    const char *const text = column_string(find, column);
    json_t *const value = text ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;
    return value ? value : json_null();
}

static json_t *review__whole(struct laut_archive *archive, int64_t id, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_REVIEW_BY_ID, error);
    json_t *row = NULL;
    if (statement_bind(&find, "i", id) && statement_step(&find)) {
        const bool added = review_state_of(column_string(&find, 0)) == REVIEW_ADDED;
        json_t *const content = review__json(&find, 6);
        row = json_pack("{s:I,s:s,s:s?,s:s,s:s,s:s?,s:o,s:O,s:o,s:o,s:b}", "id", (json_int_t)id, "verdict", column_string(&find, 0), "claim",
                        column_string(&find, 1), "reviewer", column_string(&find, 3), "made", column_string(&find, 4), "reason", column_string(&find, 5),
                        "correction", added ? json_null() : json_incref(content), "event", added ? content : json_null(), "claims", review__json(&find, 7),
                        "undoes", column_is_null(&find, 8) ? json_null() : json_integer(column_number(&find, 8)), "undone", (int)column_number(&find, 9));
        json_decref(content);
    }
    if (statement_close(&find))
        return row;
    json_decref(row);
    return NULL;
}

enum row_found rows_reviews(struct laut_answer *answer, json_t **row, struct laut_error *error)
{
    struct statement *const rows = &answer->stream.rows;
    if (!answer->streaming) {
        answer->stream = (struct claim_stream){.archive = answer->archive, .filter = &answer->filter, .error = error,
                                               .rows = statement_open(answer->archive, SQL_REVIEW_NEWEST, error)};
        answer->streaming = statement_bind(rows, "si", answer->filter.claim, answer->after > 0 ? answer->after : (int64_t)0);
    }
    if (!answer->streaming || !statement_step(rows))
        return rows->failed ? ROW_FAILED : ROW_NONE;
    if (!row)
        return ROW_FOUND;
    answer->at = column_number(rows, 0);
    *row = review__whole(answer->archive, answer->at, error);
    return *row ? ROW_FOUND : ROW_FAILED;
}
