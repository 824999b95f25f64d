/* tests/failures/archive_test.c: the archive under memory and output that end. Each allocation of the library and of jansson fails in turn, and each
 * one of SQLite: an operation must say so and leave nothing half done, or (both do without some memory) give what it gives else. Jansson
 * is left its memory while it reads: where its buffer cannot grow it leaves a byte out and does not say so. Each
 * write of the exports fails in turn. Of the thousands of allocations all of the first and then every STRIDE-th fail, more with
 * LAUT_TEST_LONG set. */
#include "failing.h"

#include "laut.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>
#include <sqlite3.h>

enum { FIRST = 60, STRIDE = 41, STRIDE_LONG = 3 };

/* ---- jansson's memory */

static bool reading;

json_t *__real_json_loadb(const char *bytes, size_t length, size_t flags, json_error_t *error);
json_t *__wrap_json_loadb(const char *bytes, size_t length, size_t flags, json_error_t *error);
json_t *__real_json_loads(const char *text, size_t flags, json_error_t *error);
json_t *__wrap_json_loads(const char *text, size_t flags, json_error_t *error);

json_t *__wrap_json_loadb(const char *bytes, size_t length, size_t flags, json_error_t *error)
{
    reading = true;
    json_t *const value = __real_json_loadb(bytes, length, flags, error);
    reading = false;
    return value;
}

json_t *__wrap_json_loads(const char *text, size_t flags, json_error_t *error)
{
    return __wrap_json_loadb(text, strlen(text), flags, error);
}

void *__real_malloc(size_t size);

static void *json__malloc(size_t size)
{
    return reading ? __real_malloc(size) : malloc(size);
}

/* ---- SQLite's memory */

static sqlite3_mem_methods usual;
static size_t sqlite_left;
static bool sqlite_on, sqlite_met;

static bool sqlite__now(void)
{
    if (!sqlite_on || sqlite_met)
        return false;
    sqlite_met = sqlite_left-- == 0;
    return sqlite_met;
}

static void *sqlite__malloc(int size)
{
    return sqlite__now() ? NULL : usual.xMalloc(size);
}

static void *sqlite__realloc(void *old, int size)
{
    return sqlite__now() ? NULL : usual.xRealloc(old, size);
}

/* ---- what is done */

struct job {
    const char *path, *name;
    const char *record;              /* to add */
    const struct laut_original *original;        /* what it was read from; NULL: not to be kept */
    enum laut_rows rows;
    struct laut_export form;
    char id[LAUT_ID_BYTES];
    bool (*run)(const struct job *, struct laut_archive *, FILE *, struct laut_error *);
    bool writes;                     /* it changes the archive */
};

static bool run_add(const struct job *job, struct laut_archive *archive, FILE *stream, struct laut_error *error)
{
    (void)stream;
    return laut_archive_add(archive, job->record, strlen(job->record), job->original, NULL, error) != LAUT_ADDING_REFUSED;
}

static bool run_remove(const struct job *job, struct laut_archive *archive, FILE *stream, struct laut_error *error)
{
    (void)stream;
    return laut_archive_remove(archive, job->id, error);
}

static bool run_rows(const struct job *job, struct laut_archive *archive, FILE *stream, struct laut_error *error)
{
    const struct laut_query query = {.rows = job->rows, .claims = true};
    struct laut_answer *const answer = laut_answer_open(archive, &query, error);
    for (const char *row; answer && (row = laut_answer_read(answer, error));)
        (void)fprintf(stream, "%s\n", row);
    laut_answer_free(answer);
    return answer && !error->message[0];
}

static bool run_filtered(const struct job *job, struct laut_archive *archive, FILE *stream, struct laut_error *error)
{
    const char *const filters[] = {"who:RUS,IRN", "-certainty:denied", "Raketen"};
    const struct laut_query query = {.rows = job->rows, .filters = filters, .filter_count = 3};
    struct laut_answer *const answer = laut_answer_open(archive, &query, error);
    for (const char *row; answer && (row = laut_answer_read(answer, error));)
        (void)fprintf(stream, "%s\n", row);
    laut_answer_free(answer);
    return answer && !error->message[0];
}

static bool run_show(const struct job *job, struct laut_archive *archive, FILE *stream, struct laut_error *error)
{
    return laut_archive_show(archive, job->id, stream, error);
}

static bool run_stats(const struct job *job, struct laut_archive *archive, FILE *stream, struct laut_error *error)
{
    (void)job;
    return laut_archive_stats(archive, stream, error);
}

static bool run_check(const struct job *job, struct laut_archive *archive, FILE *stream, struct laut_error *error)
{
    size_t problems = 0;
    (void)job;
    return laut_archive_check(archive, stream, &problems, error) && problems == 0;
}

static bool run_export(const struct job *job, struct laut_archive *archive, FILE *stream, struct laut_error *error)
{
    return laut_archive_export(archive, &job->form, stream, error);
}

/* ---- the test */

static struct laut_archive *open_archive(const char *path, bool read_only)
{
    struct laut_error error = {.line = 0};
    struct laut_archive *const archive = laut_archive_open(path, &(struct laut_archive_options){.read_only = read_only, .create = !read_only}, &error);
    if (!archive)
        fail_msg("%s: %s", path, error.message);
    return archive;
}

/* What the job gives without a failure, or how much is in the archive. Yours to free. */
static char *text_of(const struct job *job, bool stats)
{
    char *text = NULL;
    size_t length = 0;
    struct laut_error error = {.line = 0};
    FILE *const stream = open_memstream(&text, &length);
    struct laut_archive *const archive = open_archive(job->path, !stats && !job->writes && job->run != run_check);
    assert_non_null(stream);
    if (!(stats ? run_stats(job, archive, stream, &error) : job->run(job, archive, stream, &error)))
        fail_msg("%s: %s", job->name, error.message);
    laut_archive_free(archive);
    assert_int_equal(fclose(stream), 0);
    return text;
}

static size_t next(size_t number)
{
    return number + (number < FIRST ? 1 : getenv("LAUT_TEST_LONG") ? STRIDE_LONG : STRIDE);
}

/* One run in which that allocation fails; sqlite: of SQLite's. False: it did not come to that. */
static bool fails(const struct job *job, size_t number, bool sqlite, const char *expected)
{
    char *text = NULL;
    size_t length = 0;
    struct laut_error error = {.line = 0};
    FILE *const stream = open_memstream(&text, &length);
    struct laut_archive *const archive = open_archive(job->path, !job->writes && job->run != run_check);
    assert_non_null(stream);
    sqlite_left = number;
    sqlite_on = sqlite;
    sqlite_met = false;
    if (!sqlite)
        failing_begin(number);
    const bool done = job->run(job, archive, stream, &error);
    const bool met = sqlite ? sqlite_met : failing_end();
    sqlite_on = false;
    laut_archive_free(archive);
    assert_int_equal(fclose(stream), 0);
    if (met && done && (expected ? strcmp(text, expected) != 0 : !sqlite))
        fail_msg("%s: allocation %zu%s failed and nobody noticed", job->name, number, sqlite ? " of SQLite" : "");
    const bool found = strstr(text, "error code=7") != NULL;     /* SQLite's check of its file tells what hinders it (SQLITE_NOMEM) as a finding */
    if (met && !done && !strstr(error.message, "memory") && !found)
        fail_msg("%s: allocation %zu%s failed and the message is \"%s\"", job->name, number, sqlite ? " of SQLite" : "", error.message);
    if (!met && !done)
        fail_msg("%s: %s", job->name, error.message);
    free(text);
    return met && !(job->writes && done);
}

static void fail_each(const struct job *job)
{
    for (int sqlite = 0; sqlite <= 1; sqlite++) {
        char *const before = text_of(job, true), *const expected = job->writes ? NULL : text_of(job, false);
        size_t number = 0;
        bool again = true;
        while (again) {
            again = fails(job, number, sqlite != 0, expected);
            if (again) {
                char *const after = text_of(job, true);
                if (job->writes && strcmp(before, after) != 0)
                    fail_msg("%s: allocation %zu failed and something was changed: %s%s", job->name, number, before, after);
                free(after);
                number = next(number);
            }
        }
        print_message("%s: %zu allocations%s\n", job->name, number, sqlite ? " of SQLite" : "");
        free(before);
        free(expected);
        if (job->writes)
            break;                               /* it is done now */
    }
}

struct world {
    char folder[32], path[64];
    char *records[4];
    char ids[5][LAUT_ID_BYTES];      /* report, claim, incident, transfer, actor */
};

static const char *const texts[] = {
    "Moskau (dpa) - Russland hat nach Angaben der USA am Dienstag mindestens zwei nordkoreanische Raketen auf die Stadt Charkiw abgefeuert. Moskau bestreitet das.",
    "Russland feuerte am Dienstag Raketen auf Charkiw, sagte der Sprecher John Kirby. Iran lieferte Russland über die Türkei 20 Drohnen.",
    "Deutschland liefert der Ukraine Panzer vom Typ Leopard 2. Frankreich verurteilte den Angriff auf Charkiw.",
    "Deutschland liefert der Ukraine 14 Panzer vom Typ Leopard 2. Polen verurteilte den Angriff auf Charkiw."};

static char *record_of(const struct laut_engine *engine, size_t number)
{
    char uri[64], *text = NULL;
    size_t length = 0;
    struct laut_error error = {.line = 0};
    (void)snprintf(uri, sizeof uri, "https://example.org/%zu", number == 3 ? 2 : number);
    const struct laut_report_given given = {.text = texts[number], .uri = uri, .published = number == 3 ? "2024-01-05T12:00:00Z" : "2024-01-05T10:00:00Z",
                                            .publisher = "Blatt"};
    struct laut_document *const document = laut_document_read(engine, &given, &error);
    FILE *const stream = open_memstream(&text, &length);
    if (!document || !stream || !laut_document_write(document, LAUT_FORMAT_JSON, NULL, stream, &error))
        fail_msg("%s", error.message);
    assert_int_equal(fclose(stream), 0);
    laut_document_free(document);
    return text;
}

static void first_id(struct laut_archive *archive, enum laut_rows rows, char id[LAUT_ID_BYTES])
{
    struct laut_error error = {.line = 0};
    const struct laut_query query = {.rows = rows, .limit = 1};
    struct laut_answer *const answer = laut_answer_open(archive, &query, &error);
    const char *const row = answer ? laut_answer_read(answer, &error) : NULL;
    const char *const at = row ? strstr(row, "\"id\":\"") : NULL;
    if (!at)
        fail_msg("no row of kind %d: %s", (int)rows, error.message);
    else
        (void)snprintf(id, LAUT_ID_BYTES, "%.*s", (int)strcspn(at + 6, "\""), at + 6);
    laut_answer_free(answer);
}

static int make_world(void **state)
{
    static const enum laut_rows kinds[] = {LAUT_ROWS_REPORTS, LAUT_ROWS_EVENTS, LAUT_ROWS_INCIDENTS, LAUT_ROWS_TRANSFERS, LAUT_ROWS_ACTORS};
    static struct world world;
    struct laut_error error = {.line = 0};
    (void)snprintf(world.folder, sizeof world.folder, "/tmp/laut-archive-XXXXXX");
    assert_non_null(mkdtemp(world.folder));
    (void)snprintf(world.path, sizeof world.path, "%s/archive", world.folder);
    struct laut_engine *const engine = laut_engine_open(&(struct laut_engine_options){.image_path = TEST_IMAGE}, &error);
    assert_non_null(engine);
    for (size_t i = 0; i < 4; i++)
        world.records[i] = record_of(engine, i);
    laut_engine_free(engine);
    struct laut_archive *const archive = open_archive(world.path, false);
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(laut_archive_add(archive, world.records[i], strlen(world.records[i]), NULL, NULL, &error), LAUT_ADDING_NEW);
    for (size_t i = 0; i < 5; i++)
        first_id(archive, kinds[i], world.ids[i]);
    laut_archive_free(archive);
    *state = &world;
    return 0;
}

static int leave_world(void **state)
{
    struct world *const world = *state;
    char log[80];
    for (size_t i = 0; i < 4; i++)
        free(world->records[i]);
    for (size_t i = 0; i < 3; i++) {
        (void)snprintf(log, sizeof log, "%s%s", world->path, (const char *const[]){"", "-wal", "-shm"}[i]);
        (void)remove(log);
    }
    return rmdir(world->folder);
}

static void test_opening(void **state)
{
    const struct world *const world = *state;
    bool met = true;
    for (size_t number = 0; met; number = next(number)) {
        struct laut_error error = {.line = 0};
        failing_begin(number);
        struct laut_archive *const archive = laut_archive_open(world->path, NULL, &error);
        met = failing_end();
        if (met && (archive || !strstr(error.message, "memory")))
            fail_msg("opening: allocation %zu failed: %s", number, archive ? "nobody noticed" : error.message);
        assert_true(met || archive);
        laut_archive_free(archive);
    }
}

static void test_rows(void **state)
{
    const struct world *const world = *state;
    static const char *const names[] = {"events", "incidents", "transfers", "reports", "actors", "timeline", "facets", "places", "flows", "reviews"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        fail_each(&(struct job){.path = world->path, .name = names[i], .rows = (enum laut_rows)i, .run = run_rows});
    fail_each(&(struct job){.path = world->path, .name = "filtered events", .rows = LAUT_ROWS_EVENTS, .run = run_filtered});
    fail_each(&(struct job){.path = world->path, .name = "filtered transfers", .rows = LAUT_ROWS_TRANSFERS, .run = run_filtered});
}

static void test_showing(void **state)
{
    const struct world *const world = *state;
    for (size_t i = 0; i < 5; i++) {
        struct job job = {.path = world->path, .name = world->ids[i], .run = run_show};
        (void)snprintf(job.id, sizeof job.id, "%s", world->ids[i]);
        fail_each(&job);
    }
    fail_each(&(struct job){.path = world->path, .name = "stats", .run = run_stats});
    fail_each(&(struct job){.path = world->path, .name = "check", .run = run_check});
}

static const struct {
    const char *name;
    struct laut_export form;
} exports[] = {{"records", {.form = LAUT_EXPORT_RECORDS}},    {"csv", {.form = LAUT_EXPORT_CSV}},           {"excel", {.form = LAUT_EXPORT_CSV, .excel = true}},
               {"codebook", {.form = LAUT_EXPORT_CSV, .codebook = true}}, {"conflict", {.form = LAUT_EXPORT_CONFLICT}}, {"plover", {.form = LAUT_EXPORT_PLOVER}},
               {"entities", {.form = LAUT_EXPORT_ENTITIES}},  {"annotations", {.form = LAUT_EXPORT_ANNOTATIONS}}};

static void test_exports(void **state)
{
    const struct world *const world = *state;
    for (size_t i = 0; i < sizeof exports / sizeof exports[0]; i++)
        fail_each(&(struct job){.path = world->path, .name = exports[i].name, .form = exports[i].form, .run = run_export});
}

static void test_writes(void **state)
{
    const struct world *const world = *state;
    for (size_t i = 0; i < sizeof exports / sizeof exports[0]; i++) {
        bool met = true;
        size_t number = 0;
        for (; met; number += number < FIRST ? 1 : 97) {
            struct laut_error error = {.line = 0};
            struct laut_archive *const archive = open_archive(world->path, true);
            FILE *const stream = failing_stream(number);
            const bool done = laut_archive_export(archive, &exports[i].form, stream, &error);
            met = failing_stream_failed();
            if (met == done)
                fail_msg("%s: write %zu %s", exports[i].name, number, met ? "failed and nobody noticed" : error.message);
            if (met && (!strstr(error.message, "written") || !error.remedy[0]))
                fail_msg("%s: write %zu failed and the message is \"%s\"", exports[i].name, number, error.message);
            (void)fclose(stream);
            laut_archive_free(archive);
        }
        print_message("%s: %zu characters\n", exports[i].name, number);
    }
}

static void test_adding(void **state)
{
    const struct world *const world = *state;
    const struct laut_original original = {texts[2], strlen(texts[2])};
    struct job job = {.path = world->path, .name = "a new report", .record = world->records[2], .original = &original, .run = run_add, .writes = true};
    fail_each(&job);
    job.name = "a new version";
    job.record = world->records[3];
    job.original = NULL;
    fail_each(&job);
    job.name = "removing";
    job.run = run_remove;
    (void)snprintf(job.id, sizeof job.id, "%s", world->ids[0]);
    fail_each(&job);
    fail_each(&(struct job){.path = world->path, .name = "check after all", .run = run_check});
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_opening), cmocka_unit_test(test_rows),    cmocka_unit_test(test_showing),
                                       cmocka_unit_test(test_exports), cmocka_unit_test(test_writes), cmocka_unit_test(test_adding)};
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual) != SQLITE_OK)
        return 1;
    sqlite3_mem_methods failing = usual;
    failing.xMalloc = sqlite__malloc;
    failing.xRealloc = sqlite__realloc;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &failing) != SQLITE_OK)
        return 1;
    json_set_alloc_funcs(json__malloc, free);
    return cmocka_run_group_tests(tests, make_world, leave_world);
}
