/* tools/bench_archive.c: how fast an archive takes reports and answers, and how large it gets.
 *
 *     bench_archive [--events N] [--seed N] [--archive FILE] [--keep]      100,000 events unless told
 *
 * The reports are made from those in examples/, by a seeded generator: each tells one of STORIES stories of its day, with the countries,
 * towns and dates of that story; half of its words are replaced by others of the same length, so that every text is another. Only
 * laut_archive_add is timed. Prints events a second, what the last reports cost against the first, bytes an event, and the 99th
 * percentile of milliseconds for pages of 50 rows.
 */
#include "laut.h"

#include "base/hash.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { EXAMPLES = 32, WORDS_AT_MOST = 8192, LENGTHS = 24, COUNTRIES = 48, TOWNS = 400, STORIES = 8, REPORTS_A_DAY = 24, PAGE = 50,
       QUERIES = 400, OUTLETS = 60, WINDOW = 10000 };

struct bench {
    json_t *examples[EXAMPLES];
    size_t example_count;
    char *words[LENGTHS][WORDS_AT_MOST / LENGTHS * 2];
    size_t word_counts[LENGTHS];
    uint64_t random;
    size_t reports, events;
    double seconds, processor, *costs;
};

static double bench__now(void)
{
    struct timespec now;
    return clock_gettime(CLOCK_MONOTONIC, &now) == 0 ? (double)now.tv_sec + (double)now.tv_nsec * 1e-9 : 0;
}

static double bench__processor(void)
{
    struct timespec used;
    return clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) == 0 ? (double)used.tv_sec + (double)used.tv_nsec * 1e-9 : 0;
}

static bool bench__fail(const struct laut_error *error)
{
    char line[2048];
    laut_error_describe(error, line, sizeof line);
    (void)fprintf(stderr, "bench_archive: %s\n", line);
    return false;
}

static uint64_t bench__random(struct bench *bench)
{
    bench->random += 0x9e3779b97f4a7c15u;
    return hash_mix(bench->random);
}

/* A number below count; small ones come more often, as names do in news. */
static size_t bench__often(struct bench *bench, size_t count)
{
    const double share = (double)(bench__random(bench) >> 11) / 9007199254740992.0;
    return (size_t)((double)count * share * share);
}

/* ---- the examples */

static size_t bench__points(const char *text, size_t bytes)
{
    size_t points = 0;
    for (size_t i = 0; i < bytes; i++)
        points += ((unsigned char)text[i] & 0xc0) != 0x80;
    return points;
}

static bool bench__is_letter(const char *at)
{
    return (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (unsigned char)*at >= 0x80;
}

static bool bench__learn(struct bench *bench, const char *text)
{
    for (const char *at = text; *at;) {
        size_t length = 0;
        while (bench__is_letter(at + length))
            length++;
        const size_t points = bench__points(at, length);
        if (points > 3 && points < LENGTHS && bench->word_counts[points] < WORDS_AT_MOST / LENGTHS * 2) {
            char *const word = strndup(at, length);
            if (!word)
                return false;
            bench->words[points][bench->word_counts[points]++] = word;
        }
        at += length + !length;
    }
    return true;
}

static bool bench__examples(struct bench *bench, struct laut_error *error)
{
    const char *const path = LAUT_SOURCE_FOLDER "/examples/reports.jsonl";
    struct laut_engine *const engine = laut_engine_open(NULL, error);
    struct laut_source *const source = engine ? laut_source_open(engine, &path, 1, NULL, error) : NULL;
    struct laut_document *document;
    bool done = source != NULL;
    while (done && bench->example_count < EXAMPLES && laut_source_read(source, &document, error) == LAUT_READING_DONE) {
        char *bytes = NULL;
        size_t length = 0;
        FILE *const stream = open_memstream(&bytes, &length);
        done = stream && laut_document_code(document, error) && laut_document_write(document, LAUT_FORMAT_JSON, NULL, stream, error);
        done = stream && fclose(stream) == 0 && done;
        json_t *const record = done ? json_loadb(bytes, length, 0, NULL) : NULL;
        done = record && bench__learn(bench, json_string_value(json_object_get(record, "text")));
        bench->examples[bench->example_count++] = record;
        free(bytes);
        laut_document_free(document);
    }
    laut_source_free(source);
    laut_engine_free(engine);
    return done;
}

/* ---- one report */

/* Replaces words by others of the same length, so that all spans stay right. */
static char *bench__text(struct bench *bench, const char *from)
{
    char *const text = malloc(2 * strlen(from) + 1);
    size_t length = 0;
    for (const char *at = from; text && *at;) {
        size_t word = 0;
        while (bench__is_letter(at + word))
            word++;
        const size_t points = bench__points(at, word);
        const size_t step = word ? word : 1;
        const char *put = at;
        size_t put_length = step;
        if (points > 3 && points < LENGTHS && bench->word_counts[points] && bench__random(bench) % 2) {
            put = bench->words[points][bench__often(bench, bench->word_counts[points])];
            put_length = strlen(put);
        }
        memcpy(text + length, put, put_length);
        length += put_length;
        at += step;
    }
    if (text)
        text[length] = '\0';
    return text;
}

static void bench__day(long day, char text[16])
{
    const time_t seconds = (time_t)day * 86400;
    struct tm date;
    (void)gmtime_r(&seconds, &date);
    (void)strftime(text, 16, "%Y-%m-%d", &date);
}

/* Countries of the story stand for those of the example: the same one for the same one. */
static void bench__codes(json_t *parties, uint64_t story)
{
    size_t index;
    json_t *party;
    json_array_foreach(parties, index, party) {
        const char *const code = json_string_value(json_object_get(party, "code"));
        if (!code || strlen(code) != 3 || strcmp(code, "IGO") == 0)
            continue;
        const uint64_t pick = hash_mix(story ^ hash_bytes(code, 3, 0));
        const unsigned number = (unsigned)(pick % COUNTRIES) * (unsigned)((pick >> 32) % COUNTRIES) / COUNTRIES;
        char other[4] = {'Q', (char)('A' + number / 24), (char)('A' + number % 24), '\0'};
        (void)json_object_set_new(party, "code", json_string(other));
    }
}

static void bench__event(struct bench *bench, json_t *event, uint64_t story, long day, size_t index)
{
    char claim[24], date[16], town[24];
    (void)snprintf(claim, sizeof claim, "c-%016" PRIx64, bench__random(bench));
    (void)json_object_set_new(event, "claim", json_string(claim));
    bench__codes(json_object_get(event, "actors"), story);
    bench__codes(json_object_get(event, "recipients"), story);
    bench__codes(json_object_get(event, "sources"), story);
    bench__day(day - (long)(hash_mix(story + index) % 2), date);
    if (json_is_object(json_object_get(event, "when"))) {
        (void)json_object_set_new(json_object_get(event, "when"), "begin", json_string(date));
        (void)json_object_set_new(json_object_get(event, "when"), "end", json_string(date));
    }
    json_t *const place = json_object_get(event, "place");
    (void)snprintf(town, sizeof town, "Ort %u", (unsigned)(hash_mix(story * 31 + index) % TOWNS));
    if (json_is_object(place) && json_is_number(json_object_get(place, "lat")))
        (void)json_object_set_new(place, "text", json_string(town));
}

static json_t *bench__report(struct bench *bench, size_t number)
{
    const long day = 16000 + (long)(number / REPORTS_A_DAY);
    const uint64_t story = hash_mix((uint64_t)day * STORIES + bench__often(bench, STORIES));
    json_t *const record = json_deep_copy(bench->examples[hash_mix(story + 1) % bench->example_count]);
    json_t *const doc = json_object_get(record, "doc");
    char *const text = bench__text(bench, json_string_value(json_object_get(record, "text")));
    char digest[65], date[16], uri[64], outlet[32];
    size_t index;
    json_t *event;
    if (!record || !text)
        return NULL;
    hash_sha256(text, strlen(text), digest);
    bench__day(day, date);
    (void)snprintf(uri, sizeof uri, "https://example.org/%zu", number);
    (void)snprintf(outlet, sizeof outlet, "Blatt %zu", bench__often(bench, OUTLETS));
    (void)json_object_set_new(record, "text", json_string(text));
    const struct { const char *name, *value; } fields[] = {
        {"id", uri}, {"uri", uri}, {"publisher", outlet}, {"published", date}, {"sha256_text", digest}, {"sha256_input", digest}};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        (void)json_object_set_new(doc, fields[i].name, json_string(fields[i].value));
    json_array_foreach(json_object_get(record, "events"), index, event)
        bench__event(bench, event, story, day, index);
    free(text);
    return record;
}

/* ---- adding */

static bool bench__add(struct bench *bench, struct laut_archive *archive, size_t events, struct laut_error *error)
{
    size_t capacity = 0;
    for (; bench->events < events; bench->reports++) {
        struct laut_added added;
        json_t *const record = bench__report(bench, bench->reports);
        char *const json = record ? json_dumps(record, JSON_COMPACT) : NULL;
        if (bench->reports == capacity) {
            capacity = capacity ? 2 * capacity : 65536;
            bench->costs = realloc(bench->costs, capacity * sizeof *bench->costs);
        }
        if (!json || !bench->costs)
            return false;
        const double begin = bench__now(), begin_processor = bench__processor();
        const enum laut_adding adding = laut_archive_add(archive, json, strlen(json), NULL, &added, error);
        const double used = bench__processor() - begin_processor;
        bench->costs[bench->reports] = used / (double)(added.added ? added.added : 1);
        bench->processor += used;
        bench->seconds += bench__now() - begin;
        bench->events += added.added;
        free(json);
        json_decref(record);
        if (adding == LAUT_ADDING_REFUSED)
            return bench__fail(error);
    }
    return true;
}

static double bench__mean(const double *costs, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += costs[i];
    return count ? sum / (double)count : 0;
}

/* ---- asking */

static int bench__compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static bool bench__ask(struct laut_archive *archive, const struct laut_query *query, double *seconds, struct laut_error *error)
{
    const double begin = bench__now();
    struct laut_answer *const answer = laut_answer_open(archive, query, error);
    if (!answer)
        return bench__fail(error);
    while (laut_answer_read(answer, error))
        ;
    laut_answer_free(answer);
    *seconds = bench__now() - begin;
    return !error->message[0] || bench__fail(error);
}

/* One filter of each kind that is asked, with countries, types, days and words as often as they are in the archive. */
static size_t bench__filters(struct bench *bench, bool words, char texts[4][64])
{
    static const char *const types[] = {"ASSAULT", "AID", "REQUEST", "ACCUSE", "SANCTION", "THREATEN", "COERCE", "SUPPORT"};
    const size_t length = 4 + bench__random(bench) % 10, kind = bench__random(bench) % 4;
    size_t count = 0;
    const unsigned number = (unsigned)bench__often(bench, COUNTRIES);
    if (words) {
        (void)snprintf(texts[count++], 64, "%s", bench->word_counts[length] ? bench->words[length][bench__often(bench, bench->word_counts[length])] : "Rakete");
        return count;
    }
    (void)snprintf(texts[count++], 64, "who:Q%c%c", (char)('A' + number / 24), (char)('A' + number % 24));
    if (kind > 0)
        (void)snprintf(texts[count++], 64, "what:%s", types[bench__random(bench) % 8]);
    if (kind > 1)
        (void)snprintf(texts[count++], 64, "when:%u", 2014 + (unsigned)(bench__random(bench) % 8));
    if (kind > 2)
        (void)snprintf(texts[count++], 64, "%s", bench__random(bench) % 2 ? "certainty:denied" : "with:missile");
    return count;
}

static bool bench__pages(struct bench *bench, struct laut_archive *archive, const char *name, enum laut_rows rows, bool words,
                         struct laut_error *error)
{
    double times[QUERIES];
    for (size_t i = 0; i < QUERIES; i++) {
        char texts[4][64];
        const char *filters[4] = {texts[0], texts[1], texts[2], texts[3]};
        const struct laut_query query = {.rows = rows, .filters = filters, .filter_count = bench__filters(bench, words, texts), .limit = PAGE};
        if (!bench__ask(archive, &query, &times[i], error))
            return false;
    }
    qsort(times, QUERIES, sizeof times[0], bench__compare);
    (void)printf("%-10s %.1f ms at the 99th percentile, %.1f ms in the middle, %.1f ms at most (%d pages of %d)\n", name,
                 1e3 * times[QUERIES * 99 / 100], 1e3 * times[QUERIES / 2], 1e3 * times[QUERIES - 1], QUERIES, PAGE);
    return true;
}

static bool bench__run(struct bench *bench, const char *path, size_t events, struct laut_error *error)
{
    struct laut_archive *archive = laut_archive_open(path, &(struct laut_archive_options){.create = true}, error);
    struct stat status = {.st_size = 0};
    if (!archive || !bench__examples(bench, error) || !bench__add(bench, archive, events, error))
        return bench__fail(error);
    laut_archive_free(archive);
    (void)stat(path, &status);
    const size_t window = bench->reports < 4 * WINDOW ? bench->reports / 4 : WINDOW;
    (void)printf("adding     %.0f events a second (%zu events of %zu reports in %.1f s, %.1f s of them on the processor)\n",
                 (double)bench->events / bench->seconds, bench->events, bench->reports, bench->seconds, bench->processor);
    (void)printf("growth     %.2f: processor time an event of the last %zu reports, against the first\n",
                 bench__mean(bench->costs + bench->reports - window, window) / bench__mean(bench->costs, window), window);
    (void)printf("size       %.0f bytes an event\n", (double)status.st_size / (double)bench->events);
    archive = laut_archive_open(path, &(struct laut_archive_options){.read_only = true}, error);
    const bool done = archive && bench__pages(bench, archive, "filtered", LAUT_ROWS_EVENTS, false, error) &&
                      bench__pages(bench, archive, "incidents", LAUT_ROWS_INCIDENTS, false, error) &&
                      bench__pages(bench, archive, "words", LAUT_ROWS_EVENTS, true, error) &&
                      bench__pages(bench, archive, "reports", LAUT_ROWS_REPORTS, true, error);
    laut_archive_free(archive);
    return done;
}

int main(int argc, char **argv)
{
    static struct bench bench;
    struct laut_error error = {.line = 0};
    char own[64] = "";
    const char *path = NULL;
    size_t events = 100000;
    bool keep = false;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--events") == 0 && i + 1 < argc)
            events = strtoul(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--seed") == 0 && i + 1 < argc)
            bench.random = strtoull(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--archive") == 0 && i + 1 < argc)
            path = argv[++i];
        else if (strcmp(argv[i], "--keep") == 0)
            keep = true;
        else
            return fputs("usage: bench_archive [--events N] [--seed N] [--archive FILE] [--keep]\n", stderr), 2;
    }
    if (!path) {
        (void)snprintf(own, sizeof own, "/tmp/laut-bench-%ld.sqlite", (long)getpid());
        path = own;
    }
    const bool done = bench__run(&bench, path, events, &error);
    if (!keep)
        (void)remove(path);
    for (size_t i = 0; i < bench.example_count; i++)
        json_decref(bench.examples[i]);
    for (size_t i = 0; i < LENGTHS; i++)
        for (size_t k = 0; k < bench.word_counts[i]; k++)
            free(bench.words[i][k]);
    free(bench.costs);
    return done ? 0 : 1;
}
