/* archive/rows_log.c: what was done with the archive, the newest first. */
#include "archive/answer.h"

enum row_found rows_log(struct laut_answer *answer, json_t **row, struct laut_error *error)
{
    struct statement *const rows = &answer->stream.rows;
    if (!answer->streaming) {
        answer->stream = (struct claim_stream){.archive = answer->archive, .filter = &answer->filter, .error = error,
                                               .rows = statement_open(answer->archive, SQL_LOG_NEWEST, error)};
        answer->streaming = statement_bind(rows, "i", answer->after > 0 ? answer->after : (int64_t)0);
    }
    if (!answer->streaming || !statement_step(rows))
        return rows->failed ? ROW_FAILED : ROW_NONE;
    if (!row)
        return ROW_FOUND;
    answer->at = column_number(rows, 0);
    *row = json_loads(column_string(rows, 1), 0, NULL);
    return *row && json_object_set_new(*row, "hash", json_string(column_string(rows, 2))) == 0 ? ROW_FOUND : ROW_FAILED;
}
