/* archive/report_row.h: a report as a row, and whole. */
#ifndef ARCHIVE_REPORT_ROW_H
#define ARCHIVE_REPORT_ROW_H

#include "archive/archive.h"
#include "archive/record.h"

/* The report of a version; with words, the place in the text where they stand. NULL: failed. Yours to decref. */
json_t *report_row_open(struct laut_archive *archive, int64_t version, const char *const *words, size_t word_count,
                        struct laut_error *error) __attribute__((warn_unused_result));

/* The record of a version as it was added; rows: its events as rows. NULL: failed. Yours to decref. */
json_t *report_record_open(struct laut_archive *archive, int64_t version, bool rows, struct laut_error *error)
    __attribute__((warn_unused_result));

/* With its record, history and copies; NULL: failed, or there is no such report. */
json_t *report_whole_open(struct laut_archive *archive, const char *public, struct laut_error *error) __attribute__((warn_unused_result));

#endif
