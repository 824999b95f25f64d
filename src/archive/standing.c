/* archive/standing.c: see archive/standing.h. */
#include "archive/standing.h"

#include <string.h>

bool standing_is_withdrawn(const char *status)
{
    return status && strcmp(status, "withdrawn") == 0;
}

bool standing_tell(struct laut_archive *archive, int64_t report, const struct archive_record *record, struct laut_error *error)
{
    const bool told = record->status || record->embargo || record->note || record->number;
    return !told || statement_run(archive, SQL_REPORT_STANDING, error, "isssi", report, record->status, record->embargo, record->note, record->number);
}

bool standing_mark(struct laut_archive *archive, int64_t version, struct laut_error *error)
{
    return statement_run(archive, SQL_EVENT_WITHDRAW, error, "i", version) && statement_run(archive, SQL_DEED_WITHDRAW, error, "i", version);
}
