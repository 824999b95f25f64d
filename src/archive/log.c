/* archive/log.c: see archive/log.h. */
#include "archive/log.h"

#include "archive/json_text.h"
#include "archive/record.h"
#include "base/hash.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const char log__zeros[LOG_HASH_BYTES] = "0000000000000000000000000000000000000000000000000000000000000000";

bool log_hash(const char former[LOG_HASH_BYTES], const char *entry, char hash[LOG_HASH_BYTES])
{
    const size_t length = strlen(entry);
    char *const bytes = malloc(length + LOG_HASH_BYTES + 1);
    hash[0] = '\0';
    if (!bytes)
        return false;
    (void)snprintf(bytes, length + LOG_HASH_BYTES + 1, "%s\n%s", former, entry);
    hash_sha256(bytes, length + LOG_HASH_BYTES, hash);
    free(bytes);
    return true;
}

static bool log__last(struct laut_archive *archive, int64_t *number, char hash[LOG_HASH_BYTES], char at[32], struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_LOG_LAST, error);
    *number = 0;
    (void)snprintf(hash, LOG_HASH_BYTES, "%s", log__zeros);
    if (!find.failed && statement_step(&find)) {
        (void)snprintf(at, 32, "%s", column_string(&find, 0));
        *number = column_number(&find, 1);
        if (*number)
            (void)snprintf(hash, LOG_HASH_BYTES, "%s", column_string(&find, 2));
    }
    return statement_close(&find);
}

bool log_append(struct laut_archive *archive, const char *what, const char *about, json_t *detail, struct laut_error *error)
{
    int64_t number;
    char former[LOG_HASH_BYTES], hash[LOG_HASH_BYTES], at[32] = "", head[LOG_HASH_BYTES + 24];
    bool done = log__last(archive, &number, former, at, error);
    number++;
    json_t *const entry = json_pack("{s:I,s:s,s:s,s:s?}", "number", (json_int_t)number, "at", at, "what", what, "about", about);
    char *const text = entry && detail && json_object_update(entry, detail) == 0 ? json_text(entry, JSON_COMPACT) : NULL;
    json_decref(detail);
    json_decref(entry);
    if (done && (!text || !log_hash(former, text, hash)))
        done = error_out_of_memory(error);
    if (done) {
        (void)snprintf(head, sizeof head, "%" PRId64 " %s", number, hash);
        done = statement_run(archive, SQL_LOG_INSERT, error, "iss", number, text, hash) && statement_run(archive, SQL_PROPERTY_SET, error, "ss", "log_head", head);
    }
    free(text);
    return done;
}

static void log__problem(struct log_checker *checker, int64_t number, const char *what)
{
    checker->problems++;
    (void)fprintf(checker->stream, "log: entry %" PRId64 " %s\n", number, what);
}

void log_check_entry(struct log_checker *checker, int64_t number, const char *entry, const char *hash)
{
    char right[LOG_HASH_BYTES];
    if (!checker->number && !checker->hash[0])
        (void)snprintf(checker->hash, sizeof checker->hash, "%s", log__zeros);
    json_t *const json = entry ? json_loads(entry, 0, NULL) : NULL;
    if (!log_hash(checker->hash, entry ? entry : "", right)) {
        checker->failed = true;
        log__problem(checker, number, "was not checked: memory ended");
    } else if (number != checker->number + 1)
        log__problem(checker, checker->number + 1, "is missing");
    else if (!json || json_integer_value(json_object_get(json, "number")) != number)
        log__problem(checker, number, "does not tell its own number: it was changed or put in");
    else if (!hash || strcmp(right, hash) != 0)
        log__problem(checker, number, "is not what its hash says: it, its hash or an entry before it was changed, or one was put in or taken out");
    json_decref(json);
    checker->number = number;
    (void)snprintf(checker->hash, sizeof checker->hash, "%s", hash ? hash : "");
}

void log_check_head(struct log_checker *checker, const char *head, const char *whose)
{
    char own[LOG_HASH_BYTES + 24] = "";
    if (checker->number)
        (void)snprintf(own, sizeof own, "%" PRId64 " %s", checker->number, checker->hash);
    if (strcmp(own, head ? head : "") == 0)
        return;
    checker->problems++;
    (void)fprintf(checker->stream, "log: it ends at '%s' and %s says '%s': entries were cut off at its end, or it was changed\n", own, whose, head ? head : "");
}

bool log_review_hash(struct laut_archive *archive, int64_t review, char hash[LOG_HASH_BYTES], struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_LOG_REVIEW, error);
    hash[0] = '\0';
    if (statement_bind(&find, "i", review) && statement_step(&find))
        hash_sha256(column_string(&find, 0), (size_t)sqlite3_column_bytes(find.handle, 0), hash);
    return statement_close(&find);
}

/* Reviews whose words were forgotten differ from what the log tells, and a later entry says so. */
static bool log__forgotten(struct laut_archive *archive, json_t *forgotten, struct laut_error *error)
{
    struct statement all = statement_open(archive, SQL_LOG_FORGOTTEN, error);
    bool done = !all.failed;
    while (done && statement_step(&all)) {
        size_t index;
        json_t *number, *const entry = json_loads(column_string(&all, 0), 0, NULL);
        json_array_foreach(json_object_get(entry, "reviews"), index, number) {
            char key[24];
            (void)snprintf(key, sizeof key, "%lld", (long long)json_integer_value(number));
            done = done && json_object_set_new(forgotten, key, json_true()) == 0;
        }
        json_decref(entry);
    }
    return statement_close(&all) && done;
}

static bool log__review(struct laut_archive *archive, struct log_checker *checker, const char *text, json_t *forgotten, struct laut_error *error)
{
    char hash[LOG_HASH_BYTES], key[24];
    json_t *const entry = json_loads(text, 0, NULL);
    const int64_t review = json_integer_value(json_object_get(entry, "review"));
    const char *const told = record_string(entry, "sha256");
    bool done = true;
    (void)snprintf(key, sizeof key, "%" PRId64, review);
    if (told && review && !json_object_get(forgotten, key)) {
        done = log_review_hash(archive, review, hash, error);
        if (done && strcmp(hash, told) != 0)
            log__problem(checker, checker->number, hash[0] ? "tells of another review than the one that is there: that review was changed"
                                                           : "tells of a review that is not there");
    }
    json_decref(entry);
    return done;
}

bool log_check(struct laut_archive *archive, FILE *stream, size_t *problems, struct laut_error *error)
{
    struct log_checker checker = {.stream = stream};
    char head[LOG_HASH_BYTES + 24] = "";
    int64_t reviews = 0, told = 0;
    json_t *const forgotten = json_object();
    struct statement all = statement_open(archive, SQL_LOG_ALL, error), property = statement_open(archive, SQL_PROPERTY_GET, error);
    bool done = forgotten && !all.failed && log__forgotten(archive, forgotten, error) && statement_bind(&property, "s", "log_head");
    if (done && statement_step(&property))
        (void)snprintf(head, sizeof head, "%s", column_string(&property, 0) ? column_string(&property, 0) : "");
    while (done && statement_step(&all)) {
        const char *const entry = column_string(&all, 1);
        log_check_entry(&checker, column_number(&all, 0), entry, column_string(&all, 2));
        if (entry && strstr(entry, "\"what\":\"review\"")) {
            told++;
            done = log__review(archive, &checker, entry, forgotten, error);
        }
        done = done && !checker.failed;
    }
    const bool closed = statement_close(&all);
    done = statement_close(&property) && closed && done && statement_number(archive, SQL_LOG_REVIEWS, error, &reviews, "");
    if (!done && error && !error->message[0])        /* what fails without a cause lacks memory */
        (void)error_out_of_memory(error);
    if (done)
        log_check_head(&checker, head, "the archive");
    if (done && told != reviews) {
        checker.problems++;
        (void)fprintf(stream, "log: it tells of %" PRId64 " reviews, there are %" PRId64 "\n", told, reviews);
    }
    json_decref(forgotten);
    *problems += checker.problems;
    return done;
}

bool laut_archive_check_head(struct laut_archive *archive, const char *head, FILE *stream, size_t *problems, struct laut_error *error)
{
    char *end;
    const int64_t number = strtoll(head, &end, 10);
    struct statement find = statement_open(archive, SQL_LOG_ENTRY, error);
    *problems = 0;
    if (*end != ' ' || strlen(end + 1) != LOG_HASH_BYTES - 1)
        return statement_close(&find) && error_set(error, NULL, 0, "give the number and the hash of an entry as laut log prints them", "'%.100s' is no head of a log", head);
    const bool there = statement_bind(&find, "i", number) && statement_step(&find);
    if (!there || strcmp(column_string(&find, 0), end + 1) != 0) {
        (void)fprintf(stream, "log: entry %" PRId64 " %s\n", number, there ? "has another hash: the log is another than it was" : "is not there: the log was cut off");
        *problems = 1;
    }
    return statement_close(&find);
}

bool log_write(struct laut_archive *archive, FILE *stream, struct laut_error *error)
{
    struct statement all = statement_open(archive, SQL_LOG_ALL, error);
    while (statement_step(&all))
        (void)fprintf(stream, "%s %s\n", column_string(&all, 2), column_string(&all, 1));
    return statement_close(&all);
}
