/* archive/place.c: see archive/place.h. */
#include "archive/place.h"

#include "archive/copies.h"
#include "archive/joining.h"

static bool place__mentions(struct laut_archive *archive, int64_t coding, bool current, struct arena *arena, struct laut_error *error)
{
    struct statement mentions = statement_open(archive, SQL_CODING_MENTIONS, error);
    bool done = statement_bind(&mentions, "i", coding);
    while (done && statement_step(&mentions))
        done = current ? joining_add(archive, column_number(&mentions, 0), arena, error)
                       : joining_remove(archive, column_number(&mentions, 0), arena, error);
    return statement_close(&mentions) && done;
}

bool place_claims(struct laut_archive *archive, int64_t coding, struct arena *arena, struct laut_error *error)
{
    return place__mentions(archive, coding, true, arena, error);
}

bool place_text(struct laut_archive *archive, const struct stored_report *stored, const struct archive_record *record,
                struct arena *arena, struct laut_error *error)
{
    const char *const agencies = copies_agencies(archive, record->text, record->agencies, arena, error);
    return agencies && statement_run(archive, SQL_REPORT_AGENCY, error, "is", stored->report, agencies) &&
           copies_add(archive, stored->report, record->published_day, record->text, agencies, arena, error);
}

bool place_withdraw_claims(struct laut_archive *archive, int64_t coding, struct arena *arena, struct laut_error *error)
{
    return statement_run(archive, SQL_EVENT_SUPERSEDE, error, "i", coding) && statement_run(archive, SQL_DEED_SUPERSEDE, error, "i", coding) &&
           place__mentions(archive, coding, false, arena, error);
}

bool place_withdraw_text(struct laut_archive *archive, int64_t report, struct arena *arena, struct laut_error *error)
{
    return copies_remove(archive, report, arena, error);
}
