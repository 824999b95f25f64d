/* archive/review_apply.c: what people say becomes rows beside those of the machine, in a coding of their own, so that every view, filter and
 * sum of reviewed claims reads them like any other.
 *
 *     the machine codes it as people say   its own row stands in both views
 *     it codes it otherwise                its row stands among the codings, one of people among the reviewed, in the same mention
 *     it does not code it                  (added, or dropped by a later laut) a row of people stands in both, in a mention of its own
 *
 * Rows of people are made anew whenever something is said of their text or the text is coded again: they are a function of the reviews and
 * the present coding. */
#include "archive/review.h"

#include "archive/add.h"
#include "archive/differences.h"
#include "archive/layers.h"
#include "archive/place.h"
#include "archive/report_row.h"
#include "archive/remove.h"

#include <stdlib.h>
#include <string.h>

struct coded {                       /* a claim of the machine's present coding */
    int64_t event, mention;
    const char *claim;
    json_t *json;
};

struct applying {
    struct laut_archive *archive;
    struct arena *arena;
    struct stored_report stored;     /* coding: the machine's */
    const char *sha256_text;
    struct coded *coded;
    size_t coded_count, coded_capacity;
    json_t *events;                  /* rows of people */
    int64_t *mentions;               /* of each, 0: its own */
    size_t mention_count, mention_capacity;
    struct laut_error *error;
};

static bool apply__head(struct applying *applying, int64_t version, bool *present)
{
    struct statement find = statement_open(applying->archive, SQL_VERSION_HEAD, applying->error);
    bool done = statement_bind(&find, "i", version);
    *present = false;
    if (done && statement_step(&find)) {
        applying->stored = (struct stored_report){.report = column_number(&find, 0), .version = version, .coding = column_number(&find, 1),
                                                  .outlet = column_number(&find, 2),
                                                  .outlet_name = arena_format(applying->arena, applying->error, "%s", column_string(&find, 3))};
        applying->sha256_text = arena_format(applying->arena, applying->error, "%s", column_string(&find, 4));
        *present = column_number(&find, 5) != 0;
        done = applying->stored.outlet_name && applying->sha256_text;
    }
    return statement_close(&find) && done;
}

static bool apply__coded(struct applying *applying)
{
    struct statement find = statement_open(applying->archive, SQL_CODING_CLAIMS, applying->error);
    bool done = statement_bind(&find, "i", applying->stored.coding);
    while (done && statement_step(&find)) {
        struct coded *const one = arena_append(applying->arena, &applying->coded, &applying->coded_count, &applying->coded_capacity,
                                               sizeof *one, applying->error);
        if (!one) {
            done = false;
            break;
        }
        *one = (struct coded){.event = column_number(&find, 0), .mention = column_number(&find, 2),
                              .claim = arena_format(applying->arena, applying->error, "%s", column_string(&find, 1)),
                              .json = event_unpack(sqlite3_column_blob(find.handle, 3), (size_t)sqlite3_column_bytes(find.handle, 3), applying->error)};
        done = one->claim && one->json;
    }
    return statement_close(&find) && done;
}

static const struct coded *apply__claim(const struct applying *applying, const char *claim)
{
    for (size_t i = 0; i < applying->coded_count; i++)
        if (strcmp(applying->coded[i].claim, claim) == 0)
            return &applying->coded[i];
    return NULL;
}

/* The event stands as people say, in the machine's mention or in its own. */
static bool apply__add(struct applying *applying, json_t *event, const char *claim, const struct coded *machine)
{
    int64_t *const mention = arena_append(applying->arena, &applying->mentions, &applying->mention_count, &applying->mention_capacity,
                                          sizeof *mention, applying->error);
    if (!mention)
        return false;
    *mention = machine ? machine->mention : 0;
    return (json_object_set_new(event, "claim", json_string(claim)) == 0 && json_object_set_new(event, "incident", json_integer(0)) == 0 &&
            json_array_append(applying->events, event) == 0) ||
           error_out_of_memory(applying->error);
}

static bool apply__review(struct applying *applying, const char *claim)
{
    struct review review;
    const struct coded *const machine = apply__claim(applying, claim);
    if (!review_find(applying->archive, claim, &review, applying->error))
        return false;
    json_t *const said = review.id ? review_event(&review) : NULL;
    json_t *const changed = said && machine ? differences_fields(machine->json, said) : NULL;
    const bool as_coded = changed && json_array_size(changed) == 0;
    bool done = true;
    if (machine)
        done = statement_run(applying->archive, SQL_EVENT_VIEWS, applying->error, "ii", machine->event,
                             (int64_t)(VIEW_CODED | VIEW_SPOKEN_OF | (as_coded ? VIEW_REVIEWED : 0)));
    if (done && said && !as_coded)
        done = apply__add(applying, said, claim, machine);
    json_decref(said);
    json_decref(changed);
    review_close(&review);
    return done;
}

static bool apply__reviews(struct applying *applying)
{
    struct statement claims = statement_open(applying->archive, SQL_REVIEW_CLAIMS_OF_TEXT, applying->error);
    bool done = statement_bind(&claims, "s", applying->sha256_text);
    while (done && statement_step(&claims))
        done = apply__review(applying, column_string(&claims, 0));
    return statement_close(&claims) && done;
}

/* A coding of people, in place of the machine's in *stored. */
static bool apply__coding(struct applying *applying)
{
    static const char coder[] = "people";
    int64_t id = 0;
    if (!add_coder(applying->archive, laut_version(), coder, coder, &id, applying->error) ||
        !statement_run(applying->archive, SQL_PEOPLE_CODING_INSERT, applying->error, "ii", applying->stored.version, id))
        return false;
    applying->stored.coding = sqlite3_last_insert_rowid(applying->archive->database);
    return true;
}

static bool apply__store(struct applying *applying)
{
    struct archive_record record;
    json_t *const root = report_record_open(applying->archive, applying->stored.version, false, applying->error);
    bool done = root && json_object_set(root, "events", applying->events) == 0 && apply__coding(applying);
    if (!done) {
        json_decref(root);
        return false;
    }
    if (!record_open_redacted(root, applying->arena, &record, applying->error))    /* a name may have been taken out of it */
        return false;
    for (size_t i = 0; done && i < record.event_count; i++) {
        int64_t event = 0;
        const bool beside = applying->mentions[i] != 0;
        done = store_event_of_people(applying->archive, &applying->stored, &record, i, applying->mentions[i], &event, applying->arena, applying->error) &&
               statement_run(applying->archive, SQL_EVENT_VIEWS, applying->error, "ii", event,
                             (int64_t)(VIEW_REVIEWED | VIEW_SPOKEN_OF | (beside ? 0 : VIEW_CODED))) &&
               (!beside || statement_run(applying->archive, SQL_EVENT_DEEDS_ASIDE, applying->error, "i", event));
    }
    record_close(&record);
    return done && place_claims(applying->archive, applying->stored.coding, applying->arena, applying->error);
}

bool review_withdraw(struct laut_archive *archive, int64_t version, struct arena *arena, struct laut_error *error)
{
    int64_t coding = 0;
    if (!statement_number(archive, SQL_PEOPLE_CODING, error, &coding, "i", version))
        return false;
    return !coding || (place_withdraw_claims(archive, coding, arena, error) && remove_coding_words(archive, coding, arena, error) &&
                       statement_run(archive, SQL_PEOPLE_CODING_DELETE, error, "i", coding));
}

static bool apply__all(struct applying *applying)
{
    const int64_t machine = applying->stored.coding;
    return review_withdraw(applying->archive, applying->stored.version, applying->arena, applying->error) &&
           statement_run(applying->archive, SQL_CODING_VIEWS_RESET, applying->error, "i", machine) && apply__coded(applying) &&
           apply__reviews(applying) && (!json_array_size(applying->events) || apply__store(applying));
}

bool review_apply(struct laut_archive *archive, int64_t version, struct arena *arena, struct laut_error *error)
{
    struct applying applying = {.archive = archive, .arena = arena, .error = error};
    bool present;
    int64_t any = 0;
    if (!statement_number(archive, SQL_REVIEW_ANY_OF_VERSION, error, &any, "i", version))
        return false;
    if (!any)
        return true;
    if (!apply__head(&applying, version, &present))
        return false;
    if (!present)
        return true;
    applying.events = json_array();
    const bool done = applying.events ? apply__all(&applying) : error_out_of_memory(error);
    for (size_t i = 0; i < applying.coded_count; i++)
        json_decref(applying.coded[i].json);
    json_decref(applying.events);
    return done;
}
