/* archive/review_queue.c: which claims to look at first, the gravest and least certain: each ground below has a weight; among equals the less
 * confident, then the newer. Of more than QUEUE_CLAIMS only the newest are weighed. What is handed out is held for its reviewer for a while. */
#include "archive/answer.h"

#include "archive/json_text.h"
#include "archive/record.h"
#include "archive/review.h"

#include <stdlib.h>
#include <string.h>

enum { QUEUE_CLAIMS = 20000, QUEUE_USUAL = 20, LEASE_SECONDS = 600 };

enum ground { GROUND_PARTY, GROUND_DYAD, GROUND_DENIED, GROUND_TRANSFER, GROUND_CONFIDENCE, GROUND_CHANGED, GROUND_DISPUTED, GROUNDS };

static const struct { const char *name; int weight; } queue__grounds[GROUNDS] = {
    [GROUND_PARTY] = {"party", 4},               /* the source is itself actor or recipient of what it claims */
    [GROUND_DYAD] = {"dyad", 3},                 /* actor and recipient are both known, and not the same */
    [GROUND_DENIED] = {"denied", 3},
    [GROUND_TRANSFER] = {"transfer", 3},         /* of arms */
    [GROUND_CONFIDENCE] = {"low-confidence", 2},
    [GROUND_CHANGED] = {"changed", 4},           /* coded otherwise since it was reviewed */
    [GROUND_DISPUTED] = {"disputed", 4},         /* two reviewers differ */
};

struct candidate {
    int64_t id;
    unsigned grounds;                /* bits */
    int priority;
    double confidence;
    const char *claim;
};

struct queue {
    struct laut_archive *archive;
    const struct laut_queue *asked;
    struct arena *arena;
    json_t *held, *seen;             /* claims that others hold; claims that were met */
    struct candidate *items;
    size_t count, capacity, open;
    struct laut_error *error;
};

/* Do two lists of CODE/SECTOR share a code? */
static bool queue__codes_meet(const char *a, const char *b)
{
    for (const char *at = a; *at; at += strcspn(at, " "), at += *at == ' ')
        for (const char *other = b; *other; other += strcspn(other, " "), other += *other == ' ')
            if (strncmp(at, other, 3) == 0 && at[0] != '?' && (at[3] == '/' || at[3] == ' ' || !at[3]))
                return true;
    return false;
}

static bool queue__has_code(const char *list)
{
    return *list && *list != '?';
}

static unsigned queue__grounds_of(const struct stream_row *row, bool transfer, bool changed, bool disputed)
{
    unsigned grounds = 0;
    grounds |= (unsigned)(queue__codes_meet(row->sources, row->who) || queue__codes_meet(row->sources, row->whom)) << GROUND_PARTY;
    grounds |= (unsigned)(queue__has_code(row->who) && queue__has_code(row->whom) && !queue__codes_meet(row->who, row->whom)) << GROUND_DYAD;
    grounds |= (unsigned)(row->factuality[strlen(row->factuality) - 1] == '-') << GROUND_DENIED;
    grounds |= (unsigned)transfer << GROUND_TRANSFER;
    grounds |= (unsigned)(row->confidence >= 0 && row->confidence < 0.5) << GROUND_CONFIDENCE;
    grounds |= (unsigned)changed << GROUND_CHANGED;
    grounds |= (unsigned)disputed << GROUND_DISPUTED;
    return grounds;
}

/* Is there still something to say of a claim of which people have spoken? */
static bool queue__spoken(struct queue *queue, const char *claim, bool *wanted, bool *changed, bool *disputed)
{
    json_t *const review = review_row_now(queue->archive, claim, queue->error);
    *changed = json_array_size(json_object_get(review, "changed")) > 0;
    *disputed = json_is_true(json_object_get(review, "disputed"));
    *wanted = *changed || *disputed || !json_is_integer(json_object_get(review, "id"));
    json_decref(review);
    return review != NULL;
}

static bool queue__weigh(struct queue *queue, const struct stream_row *row)
{
    struct statement find = statement_open(queue->archive, SQL_QUEUE_CLAIM, queue->error);
    bool wanted = true, changed = false, disputed = false, done = statement_bind(&find, "i", row->id) && statement_step(&find);
    const char *const claim = done ? arena_format(queue->arena, queue->error, "%s", column_string(&find, 0)) : NULL;
    const bool transfer = done && !column_is_null(&find, 1);
    done = statement_close(&find) && claim && (!(row->views & VIEW_SPOKEN_OF) || queue__spoken(queue, claim, &wanted, &changed, &disputed));
    if (!done || !wanted || json_object_get(queue->seen, claim))
        return done;
    (void)json_object_set_new(queue->seen, claim, json_true());
    queue->open++;
    if (json_object_get(queue->held, claim))
        return true;
    struct candidate *const one = arena_append(queue->arena, &queue->items, &queue->count, &queue->capacity, sizeof *one, queue->error);
    if (!one)
        return false;
    *one = (struct candidate){.id = row->id, .grounds = queue__grounds_of(row, transfer, changed, disputed), .confidence = row->confidence, .claim = claim};
    for (int i = 0; i < GROUNDS; i++)
        one->priority += (one->grounds >> i & 1) ? queue__grounds[i].weight : 0;
    return true;
}

static int queue__compare(const void *a, const void *b)
{
    const struct candidate *const left = a, *const right = b;
    if (left->priority != right->priority)
        return left->priority > right->priority ? -1 : 1;
    if (left->confidence < right->confidence || left->confidence > right->confidence)
        return left->confidence < right->confidence ? -1 : 1;
    return left->id > right->id ? -1 : left->id < right->id;
}

static bool queue__held(struct queue *queue)
{
    struct statement find = statement_open(queue->archive, SQL_LEASES_OF_OTHERS, queue->error);
    bool done = statement_bind(&find, "s", queue->asked->reviewer);
    while (done && statement_step(&find))
        done = json_object_set_new(queue->held, column_string(&find, 0), json_true()) == 0;
    return statement_close(&find) && done;
}

static bool queue__collect(struct queue *queue)
{
    struct filter filter;
    struct claim_stream stream;
    size_t weighed = 0;
    if (!filter_read(queue->asked->filters, queue->asked->filter_count, queue->arena, &filter, queue->error) ||
        !claim_stream_open(&stream, queue->archive, &filter, false, 0, INT64_MAX, queue->error))
        return false;
    bool done = true;
    while (done && weighed < QUEUE_CLAIMS && claim_stream_next(&stream)) {
        done = !(stream.row.views & VIEW_CODED) || queue__weigh(queue, &stream.row);
        weighed++;
    }
    done = claim_stream_close(&stream) && done;
    if (done && queue->count)
        qsort(queue->items, queue->count, sizeof *queue->items, queue__compare);
    return done;
}

static json_t *queue__row(struct queue *queue, const struct candidate *candidate)
{
    struct event_row row;
    json_t *const grounds = json_array();
    bool done = grounds && event_row_open(queue->archive, candidate->id, NULL, 0, &row, queue->error);
    if (!done) {
        json_decref(grounds);
        return NULL;
    }
    for (int i = 0; done && i < GROUNDS; i++)
        done = !(candidate->grounds >> i & 1) || json_array_append_new(grounds, json_string(queue__grounds[i].name)) == 0;
    done = json_object_set_new(row.json, "grounds", grounds) == 0 && json_object_set_new(row.json, "priority", json_integer(candidate->priority)) == 0 && done;
    if (done)
        return row.json;
    json_decref(row.json);
    return NULL;
}

static bool queue__hand_out(struct queue *queue, json_t *items)
{
    const size_t limit = queue->asked->limit ? queue->asked->limit : QUEUE_USUAL;
    bool done = statement_run(queue->archive, SQL_LEASES_RELEASE, queue->error, "s", queue->asked->reviewer);
    for (size_t i = 0; done && i < queue->count && i < limit; i++)
        done = statement_run(queue->archive, SQL_LEASE_TAKE, queue->error, "ssi", queue->items[i].claim, queue->asked->reviewer, (int64_t)LEASE_SECONDS) &&
               json_array_append_new(items, queue__row(queue, &queue->items[i])) == 0;
    return done;
}

static bool queue__run(struct queue *queue, json_t *root)
{
    if (queue->asked->release)
        return statement_run(queue->archive, SQL_LEASES_RELEASE, queue->error, "s", queue->asked->reviewer);
    return statement_run(queue->archive, SQL_LEASES_EXPIRE, queue->error, "") && queue__held(queue) && queue__collect(queue) &&
           queue__hand_out(queue, json_object_get(root, "items")) && json_object_set_new(root, "left", json_integer((json_int_t)queue->open)) == 0;
}

bool laut_archive_queue(struct laut_archive *archive, const struct laut_queue *asked, FILE *stream, struct laut_error *error)
{
    struct laut_error unasked;
    error = error ? error : &unasked;
    *error = (struct laut_error){.line = 0};
    if (!asked->reviewer || !*asked->reviewer)
        return error_set(error, NULL, 0, "name a reviewer", "the queue is asked for by somebody");
    json_t *const root = json_pack("{s:[],s:i}", "items", "left", 0);
    struct queue queue = {.archive = archive, .asked = asked, .arena = arena_open(0, error), .held = json_object(), .seen = json_object(), .error = error};
    bool done = root && queue.arena && queue.held && queue.seen && archive_begin(archive, error);
    if (done)
        done = archive_end(archive, queue__run(&queue, root), error);
    char *const text = done ? json_text(root, JSON_COMPACT | JSON_REAL_PRECISION(9)) : NULL;
    done = text && fputs(text, stream) != EOF && fputc('\n', stream) != EOF;
    free(text);
    json_decref(root);
    json_decref(queue.held);
    json_decref(queue.seen);
    arena_free(queue.arena);
    return done || error->message[0] ? done : error_out_of_memory(error);
}
