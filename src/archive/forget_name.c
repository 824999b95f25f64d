/* archive/forget_name.c: a name is taken out of every text, title, layer, claim and review in which it stands. Claims keep their public ids, which
 * are made of the hash of the text as it was; their rows, words and parties are made anew from what is left. */
#include "archive/forget.h"

#include "archive/add.h"
#include "archive/layers.h"
#include "archive/log.h"
#include "archive/original.h"
#include "archive/place.h"
#include "archive/redact.h"
#include "archive/remove.h"
#include "archive/report_row.h"
#include "archive/review.h"
#include "archive/standing.h"

#include <stdlib.h>
#include <string.h>

struct naming {
    struct laut_archive *archive;
    const char *name;
    struct stored_report stored;     /* the version at hand */
    int64_t coding;                  /* its present one */
    bool present;                    /* it is its report's current version */
    char sha256_input[65];
    struct arena *arena;
    struct laut_forgotten *told;
    json_t *versions, *originals, *reviews;      /* what the log is told */
    struct laut_error *error;
};

struct naming_coding {
    int64_t id;
    json_t *record;                  /* whole, without the name */
};

/* A coding's record as it is, text and events in it; yours to decref. */
static json_t *name__record(struct naming *naming, const struct statement *row)
{
    json_t *const record = layers_open(sqlite3_column_blob(row->handle, 1), (size_t)sqlite3_column_bytes(row->handle, 1), naming->error);
    json_t *const events = json_array();
    struct statement find = statement_open(naming->archive, SQL_CODING_EVENTS_ORDERED, naming->error);
    bool done = record && events && statement_bind(&find, "i", column_number(row, 0));
    while (done && statement_step(&find))
        done = json_array_append_new(events, event_unpack(sqlite3_column_blob(find.handle, 2), (size_t)sqlite3_column_bytes(find.handle, 2), naming->error)) == 0;
    done = statement_close(&find) && done && json_object_set_new(record, "text", json_string(column_string(row, 2))) == 0 &&
           json_object_set(record, "events", events) == 0;
    json_decref(events);
    if (done)
        return record;
    json_decref(record);
    return NULL;
}

static bool name__codings(struct naming *naming, struct naming_coding **codings, size_t *count, bool *found, const char **text, const char **title)
{
    size_t capacity = 0;
    struct statement rows = statement_open(naming->archive, SQL_VERSION_CODINGS, naming->error);
    bool done = statement_bind(&rows, "i", naming->stored.version);
    *found = false;
    *text = *title = NULL;
    while (done && statement_step(&rows)) {
        struct naming_coding *const one = arena_append(naming->arena, codings, count, &capacity, sizeof *one, naming->error);
        if (!one) {
            done = false;
            break;
        }
        *one = (struct naming_coding){column_number(&rows, 0), name__record(naming, &rows)};
        done = one->record && redact_json(one->record, naming->name, naming->arena, found, naming->error);
        const char *const own = column_string(&rows, 3);
        if (done && !*text) {
            *text = redact_text(column_string(&rows, 2), naming->name, naming->arena, naming->error);
            *title = own ? redact_text(own, naming->name, naming->arena, naming->error) : NULL;
            *found = *found || redact_has(own, naming->name);
            done = *text && (*title || !own);
        }
    }
    return statement_close(&rows) && done;
}

/* The rows of a coding go, and come back without the name. */
static bool name__rewrite(struct naming *naming, const struct naming_coding *coding)
{
    struct archive_record record;
    struct layers layers;
    struct stored_report stored = naming->stored;
    const bool present = naming->present && coding->id == naming->coding;
    stored.coding = coding->id;
    if (!statement_run(naming->archive, SQL_CODING_EVENTS_DELETE, naming->error, "i", coding->id) ||
        !statement_run(naming->archive, SQL_CODING_MENTIONS_DELETE, naming->error, "i", coding->id) ||
        !record_open_redacted(json_incref(coding->record), naming->arena, &record, naming->error))
        return false;
    const bool done = layers_pack(record.root, naming->arena, &layers, naming->error) &&
                      statement_run(naming->archive, SQL_CODING_LAYERS, naming->error, "ib", coding->id, layers.bytes, layers.length) &&
                      store_events(naming->archive, &stored, &record, naming->arena, naming->error);
    naming->told->claims += present ? record.event_count : 0;
    record_close(&record);
    return done && (present || (statement_run(naming->archive, SQL_EVENT_SUPERSEDE, naming->error, "i", coding->id) &&
                                statement_run(naming->archive, SQL_DEED_SUPERSEDE, naming->error, "i", coding->id)));
}

/* What stood of the version in indexes and incidents is taken out while its words are still there. */
static bool name__withdraw(struct naming *naming, const struct naming_coding *codings, size_t count)
{
    if (naming->present && (!review_withdraw(naming->archive, naming->stored.version, naming->arena, naming->error) ||
                            !place_withdraw_claims(naming->archive, naming->coding, naming->arena, naming->error) ||
                            !add_unindex(naming->archive, naming->stored.version, naming->error)))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!remove_coding_words(naming->archive, codings[i].id, naming->arena, naming->error))
            return false;
    return true;
}

static bool name__version(struct naming *naming)
{
    struct naming_coding *codings = NULL;
    size_t count = 0;
    const char *text, *title;
    bool found, done = name__codings(naming, &codings, &count, &found, &text, &title);
    if (done && found) {
        done = name__withdraw(naming, codings, count) &&
               statement_run(naming->archive, SQL_VERSION_REDACT, naming->error, "iss", naming->stored.version, text, title) &&
               statement_run(naming->archive, SQL_ORIGINAL_DELETE, naming->error, "s", naming->sha256_input) &&
               json_array_append_new(naming->versions, json_string(naming->sha256_input)) == 0;
        for (size_t i = 0; done && i < count; i++)
            done = name__rewrite(naming, &codings[i]);
        if (done && naming->present)
            done = statement_run(naming->archive, SQL_REPORT_INDEX_INSERT, naming->error, "iss", naming->stored.version, title ? title : "", text) &&
                   place_claims(naming->archive, naming->coding, naming->arena, naming->error) &&
                   standing_mark(naming->archive, naming->stored.version, naming->error);
        naming->told->reports++;
    }
    for (size_t i = 0; i < count; i++)
        json_decref(codings[i].record);
    return done;
}

/* A column of a review without the name; NULL stays NULL. */
static const char *name__column(struct naming *naming, const struct statement *row, int column, bool *found)
{
    const char *const text = column_string(row, column);
    *found = *found || redact_has(text, naming->name);
    return text ? redact_text(text, naming->name, naming->arena, naming->error) : NULL;
}

static bool name__reviews(struct naming *naming)
{
    struct statement all = statement_open(naming->archive, SQL_REVIEWS_WITH_TEXT, naming->error);
    bool done = !all.failed;
    while (done && statement_step(&all)) {
        bool found = false;
        const int64_t id = column_number(&all, 0);
        const char *const coding = name__column(naming, &all, 1, &found), *const correction = name__column(naming, &all, 2, &found);
        const char *const reason = name__column(naming, &all, 3, &found);
        done = !found || (statement_run(naming->archive, SQL_REVIEW_REDACT, naming->error, "isss", id, coding, correction, reason) &&
                          json_array_append_new(naming->reviews, json_integer(id)) == 0);
        naming->told->reviews += found;
    }
    return statement_close(&all) && done;
}

struct version_row {
    int64_t id, report, outlet, coding;
    const char *outlet_name;
    bool present;
    char sha256_input[65];
};

static bool name__list(struct naming *naming, struct arena *arena, struct version_row **versions, size_t *count)
{
    size_t capacity = 0;
    struct statement all = statement_open(naming->archive, SQL_VERSIONS_ALL, naming->error);
    bool done = !all.failed;
    while (done && statement_step(&all)) {
        struct version_row *const one = arena_append(arena, versions, count, &capacity, sizeof *one, naming->error);
        if (!one) {
            done = false;
            break;
        }
        *one = (struct version_row){.id = column_number(&all, 0), .report = column_number(&all, 1), .outlet = column_number(&all, 2),
                                    .coding = column_number(&all, 4), .outlet_name = arena_format(arena, naming->error, "%s", column_string(&all, 3)),
                                    .present = column_number(&all, 5) != 0};
        (void)snprintf(one->sha256_input, sizeof one->sha256_input, "%s", column_string(&all, 6));
        done = one->outlet_name != NULL;
    }
    return statement_close(&all) && done;
}

/* One version after another, each with memory of its own: first their texts, then, when the reviews are without the name too, the rows of people. */
static bool name__versions(struct naming *naming, const struct version_row *versions, size_t count, bool reviews)
{
    bool done = true;
    for (size_t i = 0; done && i < count; i++) {
        const struct version_row *const row = &versions[i];
        naming->arena = arena_open(0, naming->error);
        naming->stored = (struct stored_report){.report = row->report, .version = row->id, .outlet = row->outlet, .outlet_name = row->outlet_name};
        naming->coding = row->coding;
        naming->present = row->present;
        (void)snprintf(naming->sha256_input, sizeof naming->sha256_input, "%s", row->sha256_input);
        done = naming->arena && (!reviews        ? name__version(naming)
                                 : !row->present || (review_apply(naming->archive, row->id, naming->arena, naming->error) &&
                                                     standing_mark(naming->archive, row->id, naming->error)));
        arena_free(naming->arena);
    }
    naming->arena = NULL;
    return done;
}

bool forget_name(struct laut_archive *archive, const char *name, struct laut_forgotten *told, struct laut_error *error)
{
    struct arena *const arena = arena_open(0, error);
    struct naming naming = {.archive = archive, .name = name, .told = told, .versions = json_array(), .originals = json_array(), .reviews = json_array(), .error = error};
    struct version_row *versions = NULL;
    size_t count = 0;
    bool done = arena && naming.versions && naming.originals && naming.reviews && name__list(&naming, arena, &versions, &count) && name__versions(&naming, versions, count, false);
    naming.arena = arena;
    done = done && name__reviews(&naming) && name__versions(&naming, versions, count, true) && statement_run(archive, SQL_ACTOR_ORPHANS_DELETE, error, "") &&
           original_forget_name(archive, name, naming.originals, error);
    if (done && !told->reports && !told->reviews && !json_array_size(naming.originals))
        done = error_set(error, NULL, 0, "write it as it stands in the reports", "no report, claim or review has the name '%.100s'", name);
    done = done && log_append(archive, "forget", NULL, json_pack("{s:s,s:O,s:O,s:O}", "of", "a name", "sha256_input", naming.versions, "originals", naming.originals, "reviews", naming.reviews), error);
    json_decref(naming.versions);
    json_decref(naming.originals);
    json_decref(naming.reviews);
    arena_free(arena);
    return done;
}
