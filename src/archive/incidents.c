/* archive/incidents.c: see archive/incidents.h. */
#include "archive/incidents.h"

#include "base/hash.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void incidents__named_after(const char *claim, unsigned number, char public[LAUT_ID_BYTES])
{
    (void)snprintf(public, LAUT_ID_BYTES, "i-%016" PRIx64, hash_bytes(claim, strlen(claim), number));
}

/* A new incident, named after a claim; a name that the claim's incident had before it went up in another is taken back. */
static bool incidents__new(struct laut_archive *archive, const char *claim, int64_t *incident, struct laut_error *error)
{
    char public[LAUT_ID_BYTES];
    int64_t taken = 0;
    incidents__named_after(claim, 0, public);
    if (!statement_number(archive, SQL_INCIDENT_FIND, error, &taken, "s", public) || !statement_run(archive, SQL_FORWARD_DELETE, error, "s", public))
        return false;
    for (unsigned number = 1; taken; number++) {
        taken = 0;
        incidents__named_after(claim, number, public);
        if (!statement_number(archive, SQL_INCIDENT_TAKEN, error, &taken, "s", public))
            return false;
    }
    const bool done = statement_run(archive, SQL_INCIDENT_INSERT, error, "s", public);
    *incident = sqlite3_last_insert_rowid(archive->database);
    return done;
}

static bool incidents__name(struct laut_archive *archive, int64_t incident, char public[LAUT_ID_BYTES], struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_INCIDENT_NAME, error);
    if (statement_bind(&find, "i", incident) && statement_step(&find))
        (void)snprintf(public, LAUT_ID_BYTES, "%s", column_string(&find, 0));
    return statement_close(&find);
}

bool incidents_is_namesake(struct laut_archive *archive, int64_t incident, const char *claim, bool *namesake, struct laut_error *error)
{
    char own[LAUT_ID_BYTES], public[LAUT_ID_BYTES] = "";
    incidents__named_after(claim, 0, own);
    *namesake = incidents__name(archive, incident, public, error) && strcmp(own, public) == 0;
    return *public != '\0';
}

bool incidents_forward(struct laut_archive *archive, int64_t former, int64_t present, struct laut_error *error)
{
    char from[LAUT_ID_BYTES] = "", to[LAUT_ID_BYTES] = "";
    return incidents__name(archive, former, from, error) && incidents__name(archive, present, to, error) &&
           statement_run(archive, SQL_FORWARD_REDIRECT, error, "ss", from, to) &&
           statement_run(archive, SQL_FORWARD_INSERT, error, "ss", from, to) &&
           statement_run(archive, SQL_INCIDENT_DELETE, error, "i", former);
}

bool incidents_forget(struct laut_archive *archive, int64_t incident, struct laut_error *error)
{
    return statement_run(archive, SQL_GONE_INSERT, error, "i", incident) && statement_run(archive, SQL_INCIDENT_DELETE, error, "i", incident);
}

bool incidents_merge(struct laut_archive *archive, int64_t *incident, int64_t other, struct laut_error *error)
{
    const int64_t kept = *incident < other ? *incident : other, gone = *incident < other ? other : *incident;
    *incident = kept;
    return kept == gone || (statement_run(archive, SQL_INCIDENT_MERGE, error, "ii", gone, kept) &&
                            incidents_forward(archive, gone, kept, error));
}

static bool incidents__set(struct laut_archive *archive, int64_t mention, int64_t incident, struct laut_error *error)
{
    if (!statement_run(archive, SQL_MENTION_INCIDENT, error, "ii", mention, incident))
        return false;
    struct statement children = statement_open(archive, SQL_MENTION_CHILDREN, error);
    bool done = statement_bind(&children, "i", mention);
    while (done && statement_step(&children))
        done = incidents__set(archive, column_number(&children, 0), incident, error);
    return statement_close(&children) && done;
}

static bool incidents__size(struct laut_archive *archive, int64_t mention, int64_t *size, struct laut_error *error)
{
    struct statement children = statement_open(archive, SQL_MENTION_CHILDREN, error);
    bool done = statement_bind(&children, "i", mention);
    ++*size;
    while (done && statement_step(&children))
        done = incidents__size(archive, column_number(&children, 0), size, error);
    return statement_close(&children) && done;
}

/* Does nothing stand in the mention's incident but what hangs on it? */
static bool incidents__alone(struct laut_archive *archive, const struct mention *mention, bool *alone, struct laut_error *error)
{
    int64_t own = 0, all = 0;
    *alone = false;
    if (!mention->incident)
        return true;
    if (!incidents__size(archive, mention->id, &own, error) ||
        !statement_number(archive, SQL_INCIDENT_SIZE, error, &all, "i", mention->incident))
        return false;
    *alone = own == all;
    return true;
}

bool incidents_move(struct laut_archive *archive, const struct mention *mention, int64_t target, int64_t keep, struct laut_error *error)
{
    bool alone;
    int64_t left = 0;
    if (!target && keep)
        target = keep;
    if (!target) {
        if (!incidents__alone(archive, mention, &alone, error))
            return false;
        if (alone)
            return true;
        if (!incidents__new(archive, mention->features.claim, &target, error))
            return false;
    }
    if (!mention->incident)                      /* it is new: nothing hangs on it */
        return statement_run(archive, SQL_MENTION_INCIDENT, error, "ii", mention->id, target);
    if (!incidents__set(archive, mention->id, target, error))
        return false;
    if (mention->incident == target)
        return true;
    return statement_number(archive, SQL_INCIDENT_ANY_MEMBER, error, &left, "i", mention->incident) &&
           (left || incidents_merge(archive, &target, mention->incident, error));
}
