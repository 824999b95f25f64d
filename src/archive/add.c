/* archive/add.c: adds one record in one transaction.
 *
 * Which report it is: the one with the same uri; without a uri the one with the same id and outlet; without either the one with the
 * same text. A text and title that this report had before change nothing, so that adding a folder twice adds nothing. Another
 * text is a new version: its claims become the current ones, those of the version before stay as superseded. A version that was
 * published before the current one, or has a smaller number of its newsroom's, is kept as an older version, whatever the order in which they come. A
 * withdrawal is no text: what was withdrawn stays, marked (archive/standing.h). */
#include "archive/add.h"

#include "archive/differences.h"
#include "archive/forget.h"
#include "archive/layers.h"
#include "archive/log.h"
#include "archive/original.h"
#include "archive/place.h"
#include "archive/review.h"
#include "archive/standing.h"
#include "base/hash.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static bool add__outlet(struct laut_archive *archive, const char *name, int64_t *id, struct laut_error *error)
{
    *id = 0;
    if (!statement_number(archive, SQL_OUTLET_FIND, error, id, "s", name))
        return false;
    if (*id)
        return true;
    const bool done = statement_run(archive, SQL_OUTLET_INSERT, error, "s", name);
    *id = sqlite3_last_insert_rowid(archive->database);
    return done;
}

bool add_coder(struct laut_archive *archive, const char *version, const char *tables, const char *model, int64_t *id, struct laut_error *error)
{
    *id = 0;
    if (!statement_number(archive, SQL_CODER_FIND, error, id, "sss", version, tables, model))
        return false;
    if (*id)
        return true;
    const bool done = statement_run(archive, SQL_CODER_INSERT, error, "sss", version, tables, model);
    *id = sqlite3_last_insert_rowid(archive->database);
    return done;
}

static bool add__find(struct laut_archive *archive, const struct archive_record *record, int64_t outlet, int64_t *report,
                      struct laut_error *error)
{
    *report = 0;
    if (record->uri && !statement_number(archive, SQL_REPORT_BY_URI, error, report, "s", record->uri))
        return false;
    if (!*report && record->own_id &&
        !statement_number(archive, SQL_REPORT_BY_OWN_ID, error, report, "sii", record->id, outlet, (int64_t)!record->uri))
        return false;
    return *report || record->uri || record->own_id ||
           statement_number(archive, SQL_REPORT_BY_TEXT, error, report, "s", record->sha256_text);
}

/* r- and 16 digits made of what names the report; where two names have the same digits, a number behind. */
static bool add__public(struct laut_archive *archive, const struct archive_record *record, char public[LAUT_ID_BYTES],
                        struct laut_error *error)
{
    const char *const outlet = record->publisher ? record->publisher : "";
    const char *const name = record->uri ? record->uri : record->id;
    uint64_t hash = hash_bytes(name, strlen(name), 1);
    if (!record->uri && record->own_id)
        hash = hash_bytes(outlet, strlen(outlet), hash);
    int64_t taken = 1;
    for (unsigned number = 0; taken; number++) {
        taken = 0;
        (void)snprintf(public, LAUT_ID_BYTES, "r-%016" PRIx64, hash + number);
        if (!statement_number(archive, SQL_REPORT_PUBLIC_TAKEN, error, &taken, "s", public))
            return false;
    }
    return true;
}

static bool add__report(struct laut_archive *archive, const struct archive_record *record, int64_t outlet, int64_t *report,
                        struct laut_error *error)
{
    char public[LAUT_ID_BYTES];
    if (!add__public(archive, record, public, error) ||
        !statement_run(archive, SQL_REPORT_INSERT, error, "sssi", public, record->uri, record->id, outlet))
        return false;
    *report = sqlite3_last_insert_rowid(archive->database);
    return statement_run(archive, SQL_REPORT_VOICE, error, "ii", *report, *report);
}

/* What is current of a report that is there already. */
struct head {
    int64_t version, coding;
    char published[64], sha256_input[65];
    bool withdrawn;
    int64_t number;                  /* the newsroom's, 0: none */
};

static bool add__head(struct laut_archive *archive, int64_t report, struct head *head, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_REPORT_HEAD, error);
    if (statement_bind(&find, "i", report) && statement_step(&find)) {
        const char *const published = column_string(&find, 8);
        *head = (struct head){.version = column_number(&find, 1), .coding = column_number(&find, 6),
                              .withdrawn = standing_is_withdrawn(column_string(&find, 9)), .number = column_number(&find, 10)};
        (void)snprintf(head->published, sizeof head->published, "%s", published ? published : "");
        (void)snprintf(head->sha256_input, sizeof head->sha256_input, "%s", column_string(&find, 3));
    }
    return statement_close(&find);
}

static bool add__version(struct laut_archive *archive, const struct archive_record *record, int64_t report, const struct head *head,
                         struct stored_report *stored, struct laut_error *error)
{
    int64_t count = 0;
    const char *const kind = !head->version                                              ? "first"
                             : standing_is_withdrawn(record->status)                         ? "withdrawal"
                             : strcmp(head->sha256_input, record->sha256_input) == 0 ? "extraction"
                                                                                         : "outlet";
    return statement_number(archive, SQL_VERSION_COUNT, error, &count, "i", report) &&
           store_next_id(archive, SQL_VERSION_LAST_ID, record->published_day, &stored->version, error) &&
           statement_run(archive, SQL_VERSION_INSERT, error, "iiissssss", stored->version, report, count + 1, kind, record->published,
                         record->title, record->text, record->sha256_input, record->sha256_text);
}

bool add_coding(struct laut_archive *archive, const struct archive_record *record, struct stored_report *stored, struct arena *arena,
                struct laut_error *error)
{
    int64_t coder;
    struct layers layers;
    if (!add_coder(archive, record->version, record->tables, record->model, &coder, error) || !layers_pack(record->root, arena, &layers, error) ||
        !statement_run(archive, SQL_CODING_INSERT, error, "iib", stored->version, coder, layers.bytes, layers.length))
        return false;
    stored->coding = sqlite3_last_insert_rowid(archive->database);
    return statement_run(archive, SQL_VERSION_CODING, error, "ii", stored->version, stored->coding) &&
           store_events(archive, stored, record, arena, error);
}

/* The stored version is the current one now. */
static bool add__advance(struct laut_archive *archive, const struct archive_record *record, const struct head *head,
                         const struct stored_report *stored, struct arena *arena, struct laut_added *added, struct laut_error *error)
{
    if (head->version && (!differences_store(archive, head->coding, stored->coding, arena, added, error) ||
                          !review_withdraw(archive, head->version, arena, error) ||
                          !place_withdraw_claims(archive, head->coding, arena, error) ||
                          !place_withdraw_text(archive, stored->report, arena, error) ||
                          !add_unindex(archive, head->version, error)))
        return false;
    return statement_run(archive, SQL_REPORT_CURRENT, error, "ii", stored->report, stored->version) &&
           statement_run(archive, SQL_REPORT_INDEX_INSERT, error, "iss", stored->version, record->title ? record->title : "",
                         record->text) &&
           place_text(archive, stored, record, arena, error) && place_claims(archive, stored->coding, arena, error) &&
           review_apply(archive, stored->version, arena, error);
}

bool add_unindex(struct laut_archive *archive, int64_t version, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_VERSION_TEXT, error);
    bool done = true;
    if (statement_bind(&find, "i", version) && statement_step(&find))
        done = statement_run(archive, SQL_REPORT_INDEX_DELETE, error, "iss", version, column_string(&find, 0), column_string(&find, 1));
    return statement_close(&find) && done;
}

/* A version older than the current one: its claims are superseded from the start. */
static bool add__older(struct laut_archive *archive, const struct stored_report *stored, struct laut_error *error)
{
    return statement_run(archive, SQL_EVENT_SUPERSEDE, error, "i", stored->coding);
}

/* A newsroom counts its versions; else the day of publication tells which is older. */
static bool add__is_older(const struct head *head, const struct archive_record *record)
{
    if (head->number && record->number)
        return record->number < head->number;
    return head->version && record->published && strcmp(record->published, head->published) < 0;
}

static bool add__new_text(struct laut_archive *archive, const struct archive_record *record, const struct head *head,
                          struct stored_report *stored, struct arena *arena, struct laut_added *added, struct laut_error *error)
{
    const bool older = add__is_older(head, record);
    added->added = older ? 0 : record->event_count;
    if (!add__version(archive, record, stored->report, head, stored, error) || !add_coding(archive, record, stored, arena, error))
        return false;
    if (older)
        return add__older(archive, stored, error);
    return standing_tell(archive, stored->report, record, error) && add__advance(archive, record, head, stored, arena, added, error) &&
           standing_mark(archive, stored->version, error);
}

/* The report is withdrawn: its text and claims stay, marked; the notice is kept as a version of its own, and nothing in it is a claim. */
static bool add__withdraw(struct laut_archive *archive, const struct archive_record *record, const struct head *head, struct stored_report *stored,
                          struct arena *arena, struct laut_added *added, struct laut_error *error)
{
    struct archive_record notice = *record;
    notice.event_count = 0;
    if (!add__version(archive, record, stored->report, head, stored, error) || !add_coding(archive, &notice, stored, arena, error) ||
        !standing_tell(archive, stored->report, record, error) || !statement_run(archive, SQL_EVENT_WITHDRAW, error, "i", head->version))
        return false;
    added->withdrawn = (size_t)sqlite3_changes(archive->database);
    return standing_mark(archive, head->version, error);
}

/* A text that is known: what the newsroom says of it may be new. */
static bool add__same_text(struct laut_archive *archive, const struct archive_record *record, const struct head *head, int64_t report, struct laut_error *error)
{
    return head->withdrawn || add__is_older(head, record) || standing_tell(archive, report, record, error);
}

static bool add__log(struct laut_archive *archive, const struct archive_record *record, const struct laut_added *added, struct laut_error *error)
{
    return log_append(archive, "add", added->report,
                      json_pack("{s:i,s:s,s:s,s:I,s:s,s:s,s:s}", "version", (int)added->version, "sha256_input", record->sha256_input, "sha256_text",
                                record->sha256_text, "claims", (json_int_t)record->event_count, "laut", record->version, "tables", record->tables,
                                "model", record->model),
                      error);
}

/* What was forgotten does not come back. */
static bool add__is_wanted(struct laut_archive *archive, const struct archive_record *record, struct laut_error *error)
{
    bool forgotten;
    return forget_is_known(archive, record->uri, record->sha256_text, &forgotten, error) &&
           (!forgotten || error_set(error, NULL, 0, "docs/law.md tells what that means", "%s was forgotten (laut forget) and is not added again",
                                    record->uri ? record->uri : "the report"));
}

static enum laut_adding add__record(struct laut_archive *archive, const struct archive_record *record, const struct laut_original *original,
                                    struct arena *arena, struct laut_added *added, struct laut_error *error)
{
    struct stored_report stored = {.outlet_name = record->publisher ? record->publisher : ""};
    struct head head = {.version = 0};
    int64_t known = 0;
    if (!add__outlet(archive, stored.outlet_name, &stored.outlet, error) ||
        !add__find(archive, record, stored.outlet, &stored.report, error))
        return LAUT_ADDING_REFUSED;
    const bool new = !stored.report;
    if (new && !add__is_wanted(archive, record, error))
        return LAUT_ADDING_REFUSED;
    if (new && !add__report(archive, record, stored.outlet, &stored.report, error))
        return LAUT_ADDING_REFUSED;
    if (!new && (!add__head(archive, stored.report, &head, error) ||
                 !statement_number(archive, SQL_VERSION_OF_TEXT, error, &known, "iss", stored.report, record->sha256_text, record->title)))
        return LAUT_ADDING_REFUSED;
    const bool withdrawal = !new && standing_is_withdrawn(record->status) && !head.withdrawn && !add__is_older(&head, record);
    if (withdrawal || (head.withdrawn && !standing_is_withdrawn(record->status) && record->number > head.number))
        known = 0;                               /* withdrawn, or given out again */
    const bool done = withdrawal ? add__withdraw(archive, record, &head, &stored, arena, added, error)
                      : known    ? add__same_text(archive, record, &head, stored.report, error)
                                 : add__new_text(archive, record, &head, &stored, arena, added, error);
    if (!done || !original_keep(archive, original, record, stored.report, arena, error))
        return LAUT_ADDING_REFUSED;
    struct statement find = statement_open(archive, SQL_REPORT_HEAD, error);
    if (statement_bind(&find, "i", stored.report) && statement_step(&find)) {
        (void)snprintf(added->report, sizeof added->report, "%s", column_string(&find, 0));
        added->version = (unsigned)column_number(&find, 2);
    }
    if (!statement_close(&find) || (!known && (!statement_run(archive, SQL_CHANGE_COUNT, error, "") || !add__log(archive, record, added, error))))
        return LAUT_ADDING_REFUSED;
    return new ? LAUT_ADDING_NEW : known ? LAUT_ADDING_SAME : LAUT_ADDING_VERSION;
}

enum laut_adding laut_archive_add(struct laut_archive *archive, const char *record_json, size_t length, const struct laut_original *original,
                                  struct laut_added *added, struct laut_error *error)
{
    struct laut_added unasked;
    struct archive_record record;
    struct arena *const arena = arena_open(0, error);
    enum laut_adding adding = LAUT_ADDING_REFUSED;
    if (!added)
        added = &unasked;
    *added = (struct laut_added){.version = 0};
    if (arena && record_open(record_json, length, arena, &record, error)) {
        if (original_check(original, &record, error) && archive_begin(archive, error)) {
            adding = add__record(archive, &record, original, arena, added, error);
            if (!archive_end(archive, adding != LAUT_ADDING_REFUSED, error))
                adding = LAUT_ADDING_REFUSED;
        }
        record_close(&record);
    }
    arena_free(arena);
    return adding;
}
