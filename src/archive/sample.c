/* archive/sample.c: a stratified random sample of claims, for people to judge: the coding sheet.
 *
 * Every stratum (a type, unless told) is drawn from, as near to its share as may be; within one the claims come in an order that depends on the
 * seed and the claim's id alone (simple random sampling without replacement; Cochran, Sampling Techniques, chapter 5). A claim's weight is
 * how many of its stratum it stands for, so that what is found can be said of all. */
#include "archive/answer.h"

#include "archive/json_text.h"
#include "archive/record.h"
#include "archive/sheet.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

enum { SAMPLE_USUAL = 100 };

struct drawn {
    int64_t event;
    uint64_t order;
    size_t stratum;
};

struct stratum {
    const char *name;
    size_t claims, wanted, taken;
};

struct sample {
    struct laut_archive *archive;
    const struct laut_sample *asked;
    struct arena *arena;
    struct drawn *items;
    size_t count, capacity;
    struct stratum *strata;
    size_t stratum_count, stratum_capacity;
    json_t *seen;
    struct laut_error *error;
};

static const char *const sample__by[] = {"type", "certainty", "outlet", "month", "confidence", "nothing"};

static void sample__name(const struct sample *sample, const struct stream_row *row, const struct statement *claim, char name[128])
{
    const char *const by = sample->asked->by ? sample->asked->by : "type";
    char day[DAY_BYTES] = "unknown";
    if (strcmp(by, "type") == 0) {
        (void)snprintf(name, 128, "%s", row->type);
    } else if (strcmp(by, "certainty") == 0) {
        (void)snprintf(name, 128, "%s", row->factuality);
    } else if (strcmp(by, "outlet") == 0) {
        (void)snprintf(name, 128, "%.120s", column_string(claim, 1));
    } else if (strcmp(by, "month") == 0) {
        if (row->published != DAY_UNKNOWN)
            day_write(row->published, day);
        (void)snprintf(name, 128, "%.7s", day);
    } else if (strcmp(by, "confidence") == 0) {
        const int tenth = row->confidence < 0 ? -1 : (int)(row->confidence * 5);
        (void)snprintf(name, 128, tenth < 0 ? "unknown" : "%.1f-%.1f", tenth / 5.0, (tenth + 1) / 5.0);
    } else {
        (void)snprintf(name, 128, "all");
    }
}

static bool sample__stratum(struct sample *sample, const char *name, size_t *index)
{
    for (*index = 0; *index < sample->stratum_count; ++*index)
        if (strcmp(sample->strata[*index].name, name) == 0)
            return true;
    struct stratum *const one = arena_append(sample->arena, &sample->strata, &sample->stratum_count, &sample->stratum_capacity, sizeof *one, sample->error);
    if (!one)
        return false;
    *one = (struct stratum){.name = arena_format(sample->arena, sample->error, "%s", name)};
    return one->name != NULL;
}

static bool sample__claim(struct sample *sample, const struct stream_row *row)
{
    char name[128];
    size_t stratum = 0;
    struct statement find = statement_open(sample->archive, SQL_SAMPLE_CLAIM, sample->error);
    bool done = statement_bind(&find, "i", row->id) && statement_step(&find), known = false;
    uint64_t order = 0;
    if (done) {
        const char *const claim = column_string(&find, 0);
        known = json_object_get(sample->seen, claim) != NULL;
        order = hash_mix(hash_bytes(claim, strlen(claim), sample->asked->seed));
        sample__name(sample, row, &find, name);
        done = json_object_set_new(sample->seen, claim, json_true()) == 0;
    }
    done = statement_close(&find) && done;
    if (!done || known)
        return done;
    if (!sample__stratum(sample, name, &stratum))
        return false;
    struct drawn *const one = arena_append(sample->arena, &sample->items, &sample->count, &sample->capacity, sizeof *one, sample->error);
    if (!one)
        return false;
    *one = (struct drawn){row->id, order, stratum};
    sample->strata[stratum].claims++;
    return true;
}

static bool sample__collect(struct sample *sample)
{
    struct filter filter;
    struct claim_stream stream;
    if (!filter_read(sample->asked->filters, sample->asked->filter_count, sample->arena, &filter, sample->error) ||
        !claim_stream_open(&stream, sample->archive, &filter, true, 0, INT64_MAX, sample->error))
        return false;
    bool done = true;
    while (done && claim_stream_next(&stream))
        done = sample__claim(sample, &stream.row);
    return claim_stream_close(&stream) && done;
}

/* One of each stratum, then always of that whose share is the most below its part. */
static void sample__allot(struct sample *sample)
{
    size_t left = sample->asked->size ? sample->asked->size : SAMPLE_USUAL;
    left = left < sample->count ? left : sample->count;
    const double part = sample->count ? (double)left / (double)sample->count : 0;
    while (left) {
        struct stratum *most = NULL;
        double lacking = -1e300;
        for (size_t i = 0; i < sample->stratum_count; i++) {
            struct stratum *const one = &sample->strata[i];
            const double lack = (double)one->claims * part - (double)one->wanted + (one->wanted ? 0 : 1e6);
            if (one->wanted < one->claims && lack > lacking) {
                most = one;
                lacking = lack;
            }
        }
        if (!most)
            return;
        most->wanted++;
        left--;
    }
}

static int sample__compare(const void *a, const void *b)
{
    const struct drawn *const left = a, *const right = b;
    return left->order != right->order ? (left->order < right->order ? -1 : 1) : left->event < right->event ? -1 : left->event > right->event;
}

static json_t *sample__row(struct sample *sample, const struct drawn *drawn)
{
    struct event_row row;
    const struct stratum *const stratum = &sample->strata[drawn->stratum];
    if (!event_row_open(sample->archive, drawn->event, NULL, 0, &row, sample->error))
        return NULL;
    if (json_object_set_new(row.json, "stratum", json_string(stratum->name)) == 0 &&
        json_object_set_new(row.json, "weight", json_real((double)stratum->claims / (double)stratum->wanted)) == 0)
        return row.json;
    json_decref(row.json);
    return NULL;
}

static bool sample__write_json(json_t *items, const struct sample *sample, FILE *stream)
{
    json_t *const strata = json_array();
    for (size_t i = 0; i < sample->stratum_count; i++)
        (void)json_array_append_new(strata, json_pack("{s:s,s:I,s:I}", "stratum", sample->strata[i].name, "claims", (json_int_t)sample->strata[i].claims,
                                                      "drawn", (json_int_t)sample->strata[i].taken));
    json_t *const root = json_pack("{s:I,s:s,s:o,s:O}", "seed", (json_int_t)sample->asked->seed, "by", sample->asked->by ? sample->asked->by : "type",
                                   "strata", strata, "items", items);
    char *const text = root ? json_text(root, JSON_COMPACT | JSON_REAL_PRECISION(9)) : NULL;
    const bool done = text && fputs(text, stream) != EOF && fputc('\n', stream) != EOF;
    free(text);
    json_decref(root);
    return done;
}

static bool sample__draw(struct sample *sample, FILE *stream)
{
    json_t *const items = json_array();
    bool done = items != NULL;
    if (sample->count)
        qsort(sample->items, sample->count, sizeof *sample->items, sample__compare);
    sample__allot(sample);
    for (size_t i = 0; done && i < sample->count; i++) {
        struct stratum *const stratum = &sample->strata[sample->items[i].stratum];
        if (stratum->taken == stratum->wanted)
            continue;
        stratum->taken++;
        done = json_array_append_new(items, sample__row(sample, &sample->items[i])) == 0;
    }
    done = done && (sample->asked->json ? sample__write_json(items, sample, stream) : sheet_write(items, sample->asked->excel, stream));
    json_decref(items);
    return done || (sample->error->message[0] ? false : error_set(sample->error, NULL, 0, "make room on the disk, or write elsewhere", "the sheet cannot be written"));
}

bool laut_archive_sample(struct laut_archive *archive, const struct laut_sample *asked, FILE *stream, struct laut_error *error)
{
    struct laut_error unasked;
    error = error ? error : &unasked;
    *error = (struct laut_error){.line = 0};
    bool known = !asked->by;
    for (size_t i = 0; i < sizeof sample__by / sizeof *sample__by; i++)
        known = known || strcmp(sample__by[i], asked->by) == 0;
    if (!known)
        return error_set(error, NULL, 0, "strata are by type, certainty, outlet, month, confidence or nothing", "no strata are by '%.40s'", asked->by);
    struct sample sample = {.archive = archive, .asked = asked, .arena = arena_open(0, error), .seen = json_object(), .error = error};
    bool done = sample.arena && sample.seen && archive_begin_reading(archive, error);
    if (done) {
        done = sample__collect(&sample) && sample__draw(&sample, stream);
        archive_end_reading(archive);
    }
    json_decref(sample.seen);
    arena_free(sample.arena);
    return done;
}
