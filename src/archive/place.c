/* archive/place.c: see archive/place.h. */
#include "archive/place.h"

#include "base/hash.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* An incident of its own for a mention, named after its first claim. */
static bool place__own_incident(struct laut_archive *archive, int64_t mention, const char *claim, struct laut_error *error)
{
    char public[LAUT_ID_BYTES];
    int64_t taken = 1;
    for (unsigned number = 0; taken; number++) {
        taken = 0;
        (void)snprintf(public, sizeof public, "i-%016" PRIx64, hash_bytes(claim, strlen(claim), number));
        if (!statement_number(archive, SQL_INCIDENT_TAKEN, error, &taken, "s", public))
            return false;
    }
    if (!statement_run(archive, SQL_INCIDENT_INSERT, error, "s", public))
        return false;
    const int64_t incident = sqlite3_last_insert_rowid(archive->database);
    return statement_run(archive, SQL_MENTION_INCIDENT, error, "ii", mention, incident);
}

bool place_report(struct laut_archive *archive, const struct stored_report *stored, const struct archive_record *record,
                  struct arena *arena, struct laut_error *error)
{
    (void)record;
    struct statement mentions = statement_open(archive, SQL_CODING_MENTIONS, error);
    bool done = statement_bind(&mentions, "i", stored->coding);
    while (done && statement_step(&mentions)) {
        char *const claim = arena_format(arena, error, "%s", column_string(&mentions, 1));
        done = claim && place__own_incident(archive, column_number(&mentions, 0), claim, error);
    }
    return statement_close(&mentions) && done;
}

bool place_withdraw(struct laut_archive *archive, int64_t report, int64_t coding, struct arena *arena, struct laut_error *error)
{
    (void)report;
    (void)arena;
    return statement_run(archive, SQL_EVENT_SUPERSEDE, error, "i", coding) && statement_run(archive, SQL_DEED_SUPERSEDE, error, "i", coding) &&
           statement_run(archive, SQL_MENTION_CLEAR, error, "i", coding) && statement_run(archive, SQL_INCIDENT_EMPTY_DELETE, error, "");
}
