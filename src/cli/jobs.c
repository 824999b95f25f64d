/* cli/jobs.c: a ring of results between workers and the one thread that prints. A worker takes the next report's bytes together with
 * its number while it holds the source, and reads and codes them when others may take theirs; it waits before taking while the ring is full, so that memory stays bounded however
 * slow the printing. */
#include "cli/jobs.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

enum { RESULTS_PER_JOB = 4, JOBS_AT_MOST = 256 };

struct ring {
    struct laut_source *source;
    const struct jobs *jobs;
    pthread_mutex_t source_lock, lock;
    pthread_cond_t room, news;       /* room: a place in the ring is free; news: a result is there, or all are */
    struct job_result *results;      /* [size], the result of report number n at n modulo size */
    bool *done;                      /* [size] */
    size_t size, taken, printed, workers;
    bool end, stop;
};

static void jobs__describe(const struct laut_document *document, struct job_result *result)
{
    const struct laut_report *const report = laut_document_report(document);
    (void)snprintf(result->input, sizeof result->input, "%s", report->input ? report->input : "");
    (void)snprintf(result->id, sizeof result->id, "%s", report->id ? report->id : "");
    result->input_line = report->input_line;
}

/* An error that knows no file gets the report's. */
static void jobs__place(struct job_result *result)
{
    if (result->error.file[0])
        return;
    (void)snprintf(result->error.file, sizeof result->error.file, "%s", result->input);
    result->error.line = result->input_line;
}

/* As far as the format needs it. */
static bool jobs__prepare(struct laut_document *document, enum laut_format format, struct laut_error *error)
{
    if (format == LAUT_FORMAT_READING || format == LAUT_FORMAT_READING_JSON)
        return true;
    const bool trees = format == LAUT_FORMAT_CONLLU || format == LAUT_FORMAT_NAMES;
    return trees ? laut_document_parse(document, error) : laut_document_code(document, error);
}

/* False: failed, or passed over. */
static bool jobs__read(const struct laut_source *source, struct laut_document *document, struct job_result *result)
{
    const enum laut_reading reading = laut_source_read_taken(source, document, &result->error);
    result->failed = reading == LAUT_READING_REFUSED;
    result->passed = reading == LAUT_READING_PASSED;
    return reading == LAUT_READING_DONE;
}

/* What the document was read from outlives it. */
static bool jobs__keep(const struct laut_document *document, struct job_result *result)
{
    const struct laut_original original = laut_document_original(document);
    char *const bytes = original.bytes ? malloc(original.length + 1) : NULL;
    if (original.bytes && !bytes) {
        (void)snprintf(result->error.message, sizeof result->error.message, "out of memory");
        return false;
    }
    if (bytes)
        memcpy(bytes, original.bytes, original.length);
    result->original = (struct laut_original){bytes, original.length};
    return true;
}

static void jobs__release(struct job_result *result)
{
    free(result->bytes);
    free((char *)result->original.bytes);
}

/* Frees the document. */
static void jobs__code(const struct laut_source *source, const struct jobs *jobs, struct laut_document *document, struct job_result *result)
{
    if (!jobs__read(source, document, result)) {
        laut_document_free(document);
        return;
    }
    jobs__describe(document, result);
    FILE *const stream = open_memstream(&result->bytes, &result->length);
    bool coded = stream != NULL;
    if (!stream)
        (void)snprintf(result->error.message, sizeof result->error.message, "out of memory");
    coded = coded && jobs__prepare(document, jobs->format, &result->error) &&
            laut_document_write(document, jobs->format, &jobs->style, stream, &result->error) && (!jobs->keep_bytes || jobs__keep(document, result));
    if (stream && fclose(stream) != 0)
        coded = false;
    result->failed = !coded;
    if (result->failed)
        jobs__place(result);
    laut_document_free(document);
}

/* False: no more reports. */
static bool jobs__next(struct laut_source *source, struct laut_document **document, struct job_result *result)
{
    *result = (struct job_result){.failed = false};
    *document = NULL;
    const enum laut_reading reading = laut_source_take(source, document, &result->error);
    result->failed = reading == LAUT_READING_REFUSED;
    return reading != LAUT_READING_END;
}

static bool jobs__alone(struct laut_source *source, const struct jobs *jobs)
{
    struct laut_document *document;
    struct job_result result;
    bool going = true;
    while (going && jobs__next(source, &document, &result)) {
        if (!result.failed)
            jobs__code(source, jobs, document, &result);
        going = result.passed || jobs->emit(jobs->context, &result);
        jobs__release(&result);
    }
    return going;
}

/* The next report and its number; false when there is none. */
static bool jobs__take(struct ring *ring, struct laut_document **document, struct job_result *result, size_t *number)
{
    (void)pthread_mutex_lock(&ring->source_lock);
    (void)pthread_mutex_lock(&ring->lock);
    while (!ring->stop && ring->taken - ring->printed >= ring->size)
        (void)pthread_cond_wait(&ring->room, &ring->lock);
    bool going = !ring->stop && !ring->end;
    (void)pthread_mutex_unlock(&ring->lock);
    going = going && jobs__next(ring->source, document, result);
    (void)pthread_mutex_lock(&ring->lock);
    if (going)
        *number = ring->taken++;
    else
        ring->end = true;
    (void)pthread_mutex_unlock(&ring->lock);
    (void)pthread_mutex_unlock(&ring->source_lock);
    return going;
}

static void *jobs__work(void *pointer)
{
    struct ring *const ring = pointer;
    struct laut_document *document;
    struct job_result result;
    size_t number;
    while (jobs__take(ring, &document, &result, &number)) {
        if (!result.failed)
            jobs__code(ring->source, ring->jobs, document, &result);
        (void)pthread_mutex_lock(&ring->lock);
        ring->results[number % ring->size] = result;
        ring->done[number % ring->size] = true;
        (void)pthread_cond_signal(&ring->news);
        (void)pthread_mutex_unlock(&ring->lock);
    }
    (void)pthread_mutex_lock(&ring->lock);
    ring->workers--;
    (void)pthread_cond_signal(&ring->news);
    (void)pthread_mutex_unlock(&ring->lock);
    return NULL;
}

static bool jobs__print(struct ring *ring)
{
    bool going = true;
    (void)pthread_mutex_lock(&ring->lock);
    for (;;) {
        const size_t at = ring->printed % ring->size;
        while (!ring->done[at] && ring->workers)
            (void)pthread_cond_wait(&ring->news, &ring->lock);
        if (!ring->done[at])
            break;
        struct job_result result = ring->results[at];
        ring->done[at] = false;
        (void)pthread_mutex_unlock(&ring->lock);
        going = going && (result.passed || ring->jobs->emit(ring->jobs->context, &result));
        jobs__release(&result);
        (void)pthread_mutex_lock(&ring->lock);
        ring->printed++;
        ring->stop = !going;
        (void)pthread_cond_broadcast(&ring->room);
    }
    (void)pthread_mutex_unlock(&ring->lock);
    return going;
}

static bool jobs__on_threads(struct ring *ring, unsigned count, struct laut_error *error)
{
    pthread_t threads[JOBS_AT_MOST];
    size_t started = 0;
    (void)pthread_mutex_lock(&ring->lock);
    while (started < count && pthread_create(&threads[started], NULL, jobs__work, ring) == 0)
        started++;
    ring->workers = started;
    (void)pthread_mutex_unlock(&ring->lock);
    if (!started)
        (void)snprintf(error->message, sizeof error->message, "no thread could be started");
    const bool done = started && jobs__print(ring);
    for (size_t i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
    return done;
}

bool jobs_run(struct laut_source *source, const struct jobs *jobs, struct laut_error *error)
{
    const unsigned count = jobs->count < JOBS_AT_MOST ? jobs->count : JOBS_AT_MOST;
    if (count <= 1)
        return jobs__alone(source, jobs);
    struct ring ring = {.source = source, .jobs = jobs, .size = (size_t)count * RESULTS_PER_JOB,
                        .source_lock = PTHREAD_MUTEX_INITIALIZER, .lock = PTHREAD_MUTEX_INITIALIZER,
                        .room = PTHREAD_COND_INITIALIZER, .news = PTHREAD_COND_INITIALIZER};
    ring.results = calloc(ring.size, sizeof *ring.results);
    ring.done = calloc(ring.size, sizeof *ring.done);
    bool done = ring.results && ring.done;
    if (done)
        done = jobs__on_threads(&ring, count, error);
    else
        (void)snprintf(error->message, sizeof error->message, "out of memory");
    free(ring.results);
    free(ring.done);
    return done;
}

unsigned jobs_processors(void)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    const int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return count < 1 ? 1 : (unsigned)count;
}
