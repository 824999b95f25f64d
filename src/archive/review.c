/* archive/review.c: takes what a person says, checks it, and stores it in one transaction with what follows from it. */
#include "archive/review.h"

#include "archive/json_text.h"
#include "archive/layers.h"
#include "archive/log.h"
#include "archive/sets.h"
#include "archive/standing.h"
#include "base/hash.h"
#include "base/table.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { REVIEWER_BYTES = 100, REASON_BYTES = 4000 };

static const char review__remedy[] = "docs/review.md shows what a review looks like";

struct reviewing {
    struct laut_archive *archive;
    const json_t *given;
    const char *verdict, *reviewer, *reason, *claim;
    json_t *coding, *correction, *claims;        /* what is stored; NULL: nothing */
    char sha256_text[65], made_claim[LAUT_ID_BYTES];
    int64_t undoes, id;
    struct arena *arena;
    struct laut_error *error;
    enum laut_reviewing outcome;
};

static bool reviewing__refuse(struct reviewing *reviewing, const char *cause)
{
    return error_set(reviewing->error, NULL, 0, review__remedy, "%s", cause);
}

/* One line without control characters. */
static bool reviewing__is_line(const char *text, size_t most)
{
    const size_t length = strlen(text);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] < ' ' && text[i] != '\n' && text[i] != '\t')
            return false;
    return length <= most;
}

static bool reviewing__head(struct reviewing *reviewing)
{
    reviewing->verdict = record_string(reviewing->given, "verdict");
    reviewing->reviewer = record_string(reviewing->given, "reviewer");
    reviewing->reason = record_string(reviewing->given, "reason");
    reviewing->claim = record_string(reviewing->given, "claim");
    if (!json_is_object(reviewing->given) || !reviewing->verdict)
        return reviewing__refuse(reviewing, "a review has a verdict: confirmed, corrected, rejected, added, joined, split or undone");
    if (!reviewing->reviewer || !*reviewing->reviewer || !reviewing__is_line(reviewing->reviewer, REVIEWER_BYTES) || strchr(reviewing->reviewer, '\n'))
        return reviewing__refuse(reviewing, "a review has a reviewer, a name of at most 100 bytes in one line");
    return !reviewing->reason || reviewing__is_line(reviewing->reason, REASON_BYTES) ||
           reviewing__refuse(reviewing, "the reason has at most 4000 bytes and no control characters");
}

/* ---- claims */

/* The claim's event as it is coded, and its text. found: is there such a claim? */
static bool reviewing__find(struct reviewing *reviewing, bool *found)
{
    struct statement find = statement_open(reviewing->archive, SQL_CLAIM_CODED, reviewing->error);
    bool done = statement_bind(&find, "s", reviewing->claim);
    *found = done && statement_step(&find);
    if (*found) {
        reviewing->coding = event_unpack(sqlite3_column_blob(find.handle, 0), (size_t)sqlite3_column_bytes(find.handle, 0), reviewing->error);
        (void)snprintf(reviewing->sha256_text, sizeof reviewing->sha256_text, "%s", column_string(&find, 2));
        done = reviewing->coding != NULL;
    }
    return statement_close(&find) && done;
}

/* Is what the reviewer saw still so? Without a revision nothing is compared. */
static bool reviewing__is_seen(struct reviewing *reviewing)
{
    const char *const seen = record_string(reviewing->given, "revision");
    if (!seen)
        return true;
    json_t *const standing = review_row_now(reviewing->archive, reviewing->claim, reviewing->error);
    const bool same = standing && strcmp(record_string(standing, "revision"), seen) == 0;
    json_decref(standing);
    if (standing && !same) {
        reviewing->outcome = LAUT_REVIEWING_CONFLICT;
        (void)error_set(reviewing->error, NULL, 0, "look at the review that stands and give its revision", "%s was reviewed or coded anew since", reviewing->claim);
    }
    return same;
}

static bool reviewing__on_claim(struct reviewing *reviewing)
{
    bool found;
    if (!reviewing->claim || !reviewing__find(reviewing, &found))
        return reviewing->claim ? false : reviewing__refuse(reviewing, "this review names a claim, c-…");
    if (!found)
        return error_set(reviewing->error, NULL, 0, "laut find prints the ids of claims", "there is no claim %.40s", reviewing->claim);
    if (!reviewing__is_seen(reviewing))
        return false;
    const json_t *const correction = json_object_get(reviewing->given, "correction");
    if (strcmp(reviewing->verdict, "corrected") != 0)
        return !correction || reviewing__refuse(reviewing, "only a review that is 'corrected' has a correction");
    reviewing->correction = review_values(correction, false, reviewing->error);
    return reviewing->correction != NULL;
}

/* ---- a claim that the machine missed */

static json_t *reviewing__event_fields(struct reviewing *reviewing, const json_t *event)
{
    json_t *const fields = json_deep_copy(event);
    static const char *const places[] = {"trigger", "evidence", "part", "claim", "id"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        (void)json_object_del(fields, places[i]);
    json_t *const values = fields ? review_values(fields, true, reviewing->error) : NULL;
    json_decref(fields);
    json_t *const whole = values ? json_pack("{s:n,s:s,s:n,s:[],s:n,s:n,s:i,s:[],s:[],s:[],s:n,s:n,s:n,s:n,s:[],s:s,s:[],s:n,s:n}", "id", "part", "text",
                                             "type", "mode", "trigger", "sentence", "incident", 0, "actors", "recipients", "items", "when", "said",
                                             "place", "statement", "sources", "factuality", "CT+", "aux", "evidence", "why")
                                 : NULL;
    const bool done = whole && json_object_set_new(whole, "confidence", json_null()) == 0 && json_object_update(whole, values) == 0;
    json_decref(values);
    if (done)
        return whole;
    json_decref(whole);
    return NULL;
}

static bool reviewing__added(struct reviewing *reviewing)
{
    const char *const report = record_string(reviewing->given, "report");
    const json_t *const event = json_object_get(reviewing->given, "event");
    if (!report || !json_is_object(event) || !record_string(event, "type"))
        return reviewing__refuse(reviewing, "a claim that is added names its report and an event with type, trigger and evidence");
    struct statement find = statement_open(reviewing->archive, SQL_REPORT_TEXT_OF, reviewing->error);
    bool done = statement_bind(&find, "s", report);
    const bool found = done && statement_step(&find);
    if (done && !found)
        done = error_set(reviewing->error, NULL, 0, "laut reports prints the ids of reports, r-…", "there is no report %.40s", report);
    if (done) {
        const char *const part = record_string(event, "part");
        const bool title = part && strcmp(part, "title") == 0;
        const char *const text = column_string(&find, title ? 2 : 1);
        struct record_event checked;
        (void)snprintf(reviewing->sha256_text, sizeof reviewing->sha256_text, "%s", column_string(&find, 0));
        reviewing->correction = reviewing__event_fields(reviewing, event);
        done = reviewing->correction && json_object_set_new(reviewing->correction, "part", json_string(title ? "title" : "text")) == 0 &&
               json_object_set(reviewing->correction, "evidence", json_object_get(event, "evidence")) == 0 &&
               json_object_set(reviewing->correction, "trigger", json_object_get(event, "trigger")) == 0 &&
               review_locate(reviewing->correction, "evidence", false, text ? text : "", NULL, reviewing->error) &&
               review_locate(reviewing->correction, "trigger", true, text ? text : "", json_object_get(reviewing->correction, "evidence"), reviewing->error);
        if (done) {
            review_claim_id(reviewing->sha256_text, reviewing->correction, reviewing->made_claim);
            reviewing->claim = reviewing->made_claim;
            done = json_object_set_new(reviewing->correction, "claim", json_string(reviewing->claim)) == 0 &&
                   record_event_open(reviewing->correction, reviewing->arena, column_string(&find, 1), column_string(&find, 2), &checked, reviewing->error);
        }
    }
    return statement_close(&find) && done;
}

/* What the machine codes already is corrected, not added. */
static bool reviewing__is_missed(struct reviewing *reviewing)
{
    struct statement find = statement_open(reviewing->archive, SQL_CLAIM_CODED_NOW, reviewing->error);
    const bool coded = statement_bind(&find, "s", reviewing->claim) && statement_step(&find);
    return statement_close(&find) && (!coded || error_set(reviewing->error, NULL, 0, "confirm or correct that claim",
                                                          "the machine codes it already, as %s", reviewing->claim));
}

/* ---- taking back */

static bool reviewing__undone(struct reviewing *reviewing)
{
    const json_t *const number = json_object_get(reviewing->given, "id");
    struct review review = {.id = 0};
    if (json_is_integer(number)) {
        reviewing->undoes = json_integer_value(number);
    } else {
        if (!reviewing->claim)
            return reviewing__refuse(reviewing, "what is undone is named by the review's id or by its claim, c-…");
        if (!reviewing__is_seen(reviewing) || !review_find(reviewing->archive, reviewing->claim, &review, reviewing->error))
            return false;
        reviewing->undoes = review.id;
        review_close(&review);
        if (!reviewing->undoes)
            return error_set(reviewing->error, NULL, 0, "laut review list prints what stands", "nobody has reviewed %.40s", reviewing->claim);
    }
    struct statement find = statement_open(reviewing->archive, SQL_REVIEW_BY_ID, reviewing->error);
    bool done = statement_bind(&find, "i", reviewing->undoes);
    const bool found = done && statement_step(&find);
    if (done && (!found || strcmp(column_string(&find, 0), "undone") == 0 || column_number(&find, 9)))
        done = error_set(reviewing->error, NULL, 0, "laut review list prints what stands", "there is no review %" PRId64 " that could be undone",
                         reviewing->undoes);
    if (done && column_string(&find, 1)) {
        (void)snprintf(reviewing->made_claim, sizeof reviewing->made_claim, "%s", column_string(&find, 1));
        (void)snprintf(reviewing->sha256_text, sizeof reviewing->sha256_text, "%s", column_string(&find, 2) ? column_string(&find, 2) : "");
        reviewing->claim = reviewing->made_claim;
    }
    if (done && column_string(&find, 7))
        reviewing->claims = json_loads(column_string(&find, 7), 0, NULL);
    return statement_close(&find) && done;
}

/* ---- storing */

static bool reviewing__prepare(struct reviewing *reviewing)
{
    const char *const verdict = reviewing->verdict;
    if (strcmp(verdict, "confirmed") == 0 || strcmp(verdict, "corrected") == 0 || strcmp(verdict, "rejected") == 0)
        return reviewing__on_claim(reviewing);
    if (strcmp(verdict, "added") == 0)
        return reviewing__added(reviewing) && reviewing__is_missed(reviewing);
    if (strcmp(verdict, "undone") == 0)
        return reviewing__undone(reviewing);
    if (strcmp(verdict, "joined") == 0)
        return (reviewing->claims = review_joined_claims(reviewing->archive, json_object_get(reviewing->given, "incidents"), reviewing->error)) != NULL;
    if (strcmp(verdict, "split") == 0)
        return (reviewing->claims = review_split_claims(reviewing->archive, record_string(reviewing->given, "incident"),
                                                        json_object_get(reviewing->given, "claims"), reviewing->error)) != NULL;
    return error_set(reviewing->error, NULL, 0, "there are confirmed corrected rejected added joined split undone", "there is no verdict '%.40s'", verdict);
}

static bool reviewing__insert(struct reviewing *reviewing)
{
    const json_t *const values[] = {reviewing->coding, reviewing->correction, strcmp(reviewing->verdict, "undone") == 0 ? NULL : reviewing->claims};
    char *texts[3] = {NULL, NULL, NULL};
    bool done = true;
    for (size_t i = 0; i < 3; i++) {
        texts[i] = values[i] ? json_text(values[i], JSON_COMPACT | JSON_REAL_PRECISION(17)) : NULL;
        done = done && (texts[i] || !values[i]);
    }
    struct statement insert = statement_open(reviewing->archive, SQL_REVIEW_INSERT, reviewing->error);
    done = done && statement_bind(&insert, reviewing->undoes ? "ssssssssi" : "ssssssssn", reviewing->reviewer, reviewing->verdict, reviewing->claim,
                                  reviewing->sha256_text[0] ? reviewing->sha256_text : NULL, reviewing->reason, texts[0], texts[1], texts[2],
                                  reviewing->undoes);
    if (done)
        (void)statement_step(&insert);
    done = statement_close(&insert) && done;
    reviewing->id = sqlite3_last_insert_rowid(reviewing->archive->database);
    for (size_t i = 0; i < 3; i++)
        free(texts[i]);
    return done || (reviewing->error && reviewing->error->message[0] ? false : error_out_of_memory(reviewing->error));
}

/* What people say of a text stands in all reports that have it. */
static bool reviewing__apply(struct reviewing *reviewing)
{
    int64_t *versions = NULL;
    size_t count = 0, capacity = 0;
    struct statement find = statement_open(reviewing->archive, SQL_VERSIONS_OF_TEXT, reviewing->error);
    bool done = statement_bind(&find, "s", reviewing->sha256_text);
    while (done && statement_step(&find)) {
        int64_t *const version = arena_append(reviewing->arena, &versions, &count, &capacity, sizeof *version, reviewing->error);
        done = version != NULL;
        if (done)
            *version = column_number(&find, 0);
    }
    done = statement_close(&find) && done;
    for (size_t i = 0; done && i < count; i++)
        done = review_apply(reviewing->archive, versions[i], reviewing->arena, reviewing->error) &&
               standing_mark(reviewing->archive, versions[i], reviewing->error);
    return done;
}

static bool reviewing__log(struct reviewing *reviewing)
{
    char hash[LOG_HASH_BYTES];
    return log_review_hash(reviewing->archive, reviewing->id, hash, reviewing->error) &&
           log_append(reviewing->archive, "review", reviewing->claim,
                      json_pack("{s:I,s:s,s:s,s:s}", "review", (json_int_t)reviewing->id, "verdict", reviewing->verdict, "reviewer", reviewing->reviewer,
                                "sha256", hash),
                      reviewing->error);
}

static bool reviewing__store(struct reviewing *reviewing)
{
    return reviewing__prepare(reviewing) && reviewing__insert(reviewing) &&
           (reviewing->claim ? reviewing__apply(reviewing) : review_regroup(reviewing->archive, reviewing->arena, reviewing->error)) &&
           (!reviewing->claim || statement_run(reviewing->archive, SQL_LEASE_DELETE, reviewing->error, "s", reviewing->claim)) &&
           statement_run(reviewing->archive, SQL_CHANGE_COUNT, reviewing->error, "") && reviewing__log(reviewing);
}

/* In which incidents the claims of a review of incidents stand now. */
static bool reviewing__incidents(struct reviewing *reviewing, json_t *root)
{
    json_t *const incidents = json_array();
    size_t index, number;
    json_t *side, *claim;
    bool done = json_object_set_new(root, "incidents", incidents) == 0;
    json_array_foreach(reviewing->claims, index, side)
        json_array_foreach(side, number, claim) {
            struct statement find = statement_open(reviewing->archive, SQL_CLAIM_INCIDENTS, reviewing->error);
            done = done && statement_bind(&find, "s", json_string_value(claim));
            while (done && statement_step(&find))
                done = set_add(incidents, column_string(&find, 1));
            done = statement_close(&find) && done;
        }
    return done;
}

/* {"review": …, "claim": …, "incident": …}; of incidents {"incidents": […]} */
static bool reviewing__answer(struct reviewing *reviewing, FILE *answer)
{
    json_t *const root = json_pack("{s:s?}", "claim", reviewing->claim);
    bool done = root != NULL;
    if (done && reviewing->claim) {
        struct statement find = statement_open(reviewing->archive, SQL_CLAIM_INCIDENT, reviewing->error);
        const bool stands = statement_bind(&find, "s", reviewing->claim) && statement_step(&find);
        done = json_object_set_new(root, "incident", stands ? json_string(column_string(&find, 0)) : json_null()) == 0;
        done = statement_close(&find) && done && json_object_set_new(root, "review", review_row_now(reviewing->archive, reviewing->claim, reviewing->error)) == 0;
    }
    if (done && !reviewing->claim)
        done = reviewing__incidents(reviewing, root);
    if (done && reviewing->id)
        done = json_object_set_new(root, "id", json_integer(reviewing->id)) == 0;
    char *const text = done ? json_text(root, JSON_COMPACT | JSON_REAL_PRECISION(9)) : NULL;
    json_decref(root);
    done = text && (!answer || (fputs(text, answer) != EOF && fputc('\n', answer) != EOF));
    free(text);
    return done;
}

enum laut_reviewing laut_archive_review(struct laut_archive *archive, const char *bytes, size_t length, FILE *answer, struct laut_error *error)
{
    json_error_t why;
    struct laut_error unasked;
    error = error ? error : &unasked;
    *error = (struct laut_error){.line = 0};
    json_t *const given = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &why);
    struct reviewing reviewing = {.archive = archive, .given = given, .arena = arena_open(0, error), .error = error, .outcome = LAUT_REVIEWING_REFUSED};
    if (!given)
        (void)error_set(error, NULL, 0, review__remedy, "no JSON: %s", why.text);
    if (given && reviewing.arena && reviewing__head(&reviewing) && archive_begin(archive, error))
        if (archive_end(archive, reviewing__store(&reviewing), error))
            reviewing.outcome = LAUT_REVIEWING_DONE;
    if (reviewing.outcome == LAUT_REVIEWING_CONFLICT)
        reviewing.id = 0;
    if (reviewing.outcome != LAUT_REVIEWING_REFUSED && !reviewing__answer(&reviewing, answer))
        (void)error_out_of_memory(error);
    json_decref(reviewing.coding);
    json_decref(reviewing.correction);
    json_decref(reviewing.claims);
    json_decref(given);
    arena_free(reviewing.arena);
    return reviewing.outcome;
}
