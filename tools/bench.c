/* tools/bench.c: how fast laut is: start, memory, tokens a second in all and per room, on one core.
 *
 *     bench [FILE …]        without files: examples/reports.jsonl, as it is installed in the source folder
 *
 * Every file is read over and over until two seconds have passed. "start" is an engine opened and one sentence coded, the
 * least of five tries; "memory" the process's peak. A room's tokens a second are all tokens over the time in that room.
 */
#include "engine/engine.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { STAGES_AT_MOST = 16, START_TRIES = 5 };
static const double least_seconds = 2;

struct clockwork {
    double report_s, stage_s[STAGES_AT_MOST], record_s;
    size_t tokens, reports, rounds;
};

static double bench__now(void)
{
    struct timespec now;
    return clock_gettime(CLOCK_MONOTONIC, &now) == 0 ? (double)now.tv_sec + (double)now.tv_nsec * 1e-9 : 0;
}

static bool bench__fail(const struct laut_error *error)
{
    char line[2048];
    laut_error_describe(error, line, sizeof line);
    (void)fprintf(stderr, "bench: %s\n", line);
    return false;
}

static bool bench__start(double *seconds, struct laut_error *error)
{
    *seconds = 1e9;
    for (int i = 0; i < START_TRIES; i++) {
        const double begin = bench__now();
        struct laut_engine *const engine = laut_engine_open(NULL, error);
        const struct laut_report_given report = {.text = "Teheran dementiert, Drohnen an Russland geliefert zu haben."};
        struct laut_document *const document = engine ? laut_document_read(engine, &report, error) : NULL;
        const double taken = bench__now() - begin;
        const bool done = document != NULL;
        laut_document_free(document);
        laut_engine_free(engine);
        if (!done)
            return bench__fail(error);
        if (taken < *seconds)
            *seconds = taken;
    }
    return true;
}

static bool bench__document(struct laut_document *document, struct clockwork *clock, FILE *sink, struct laut_error *error)
{
    double begin = bench__now();
    for (size_t i = 0; i < engine_stage_count(); i++) {
        if (!engine_stage_run(document->engine, i, &document->document, error))
            return false;
        const double end = bench__now();
        clock->stage_s[i] += end - begin;
        begin = end;
    }
    const bool done = record_make(&document->document, &document->record, error) &&
                      laut_document_write(document, LAUT_FORMAT_JSON, NULL, sink, error);
    clock->record_s += bench__now() - begin;
    clock->tokens += document->document.token_count;
    clock->reports++;
    return done;
}

static bool bench__round(const struct laut_engine *engine, const char *const *paths, size_t count, struct clockwork *clock,
                         FILE *sink, struct laut_error *error)
{
    struct laut_source *const source = laut_source_open(engine, paths, count, NULL, error);
    if (!source)
        return false;
    bool done = true;
    while (done) {
        struct laut_document *document;
        const double begin = bench__now();
        const enum laut_reading reading = laut_source_read(source, &document, error);
        clock->report_s += bench__now() - begin;
        if (reading == LAUT_READING_END)
            break;
        done = reading == LAUT_READING_DONE && bench__document(document, clock, sink, error);
        if (reading == LAUT_READING_DONE)
            laut_document_free(document);
    }
    laut_source_free(source);
    clock->rounds++;
    return done;
}

static void bench__line(const char *name, size_t tokens, double seconds)
{
    (void)printf("%-10s %10.0f tokens/s\n", name, seconds > 0 ? (double)tokens / seconds : 0);
}

static void bench__print(const struct clockwork *clock, double start_s)
{
    struct rusage usage;
    double all_s = clock->report_s + clock->record_s;
    for (size_t i = 0; i < engine_stage_count(); i++)
        all_s += clock->stage_s[i];
    (void)getrusage(RUSAGE_SELF, &usage);
    (void)printf("%-10s %10.1f ms (engine opened, one sentence coded)\n", "start", start_s * 1e3);
    (void)printf("%-10s %10.1f MB at most\n", "memory", (double)usage.ru_maxrss / 1024);
    (void)printf("%-10s %10zu reports, %zu tokens, %zu times over\n", "read", clock->reports / clock->rounds,
                 clock->tokens / clock->rounds, clock->rounds);
    bench__line("all", clock->tokens, all_s);
    bench__line("report", clock->tokens, clock->report_s);
    for (size_t i = 0; i < engine_stage_count(); i++)
        bench__line(engine_stage_name(i), clock->tokens, clock->stage_s[i]);
    bench__line("record", clock->tokens, clock->record_s);
}

int main(int argc, char **argv)
{
    static const char *const own[] = {LAUT_SOURCE_FOLDER "/examples/reports.jsonl"};
    const char *const *const paths = argc > 1 ? (const char *const *)(argv + 1) : own;
    struct clockwork clock = {.tokens = 0};
    struct laut_error error = {.line = 0};
    double start_s;
    if (!bench__start(&start_s, &error))
        return 1;
    struct laut_engine *const engine = laut_engine_open(NULL, &error);
    FILE *const sink = fopen("/dev/null", "w");
    bool done = engine && sink;
    const double begin = bench__now();
    while (done && (clock.rounds == 0 || bench__now() - begin < least_seconds))
        done = bench__round(engine, paths, argc > 1 ? (size_t)argc - 1 : 1, &clock, sink, &error);
    if (done)
        bench__print(&clock, start_s);
    else
        (void)bench__fail(&error);
    if (sink)
        (void)fclose(sink);
    laut_engine_free(engine);
    return done ? 0 : 1;
}
