/* archive/rows_transfers.c: the ledger. A line is what one party is told to supply to another: goods of one class and model (or of no kind
 * that is told), as long as claims of it follow each other within GAP_DAYS. A line that tells less (no model, missiles of no kind) is part
 * of the one line of the same two parties that it can be, if there is just one. */
#include "archive/ledger.h"

#include "archive/answer.h"
#include "archive/claims.h"
#include "archive/record.h"
#include "archive/sets.h"
#include "archive/standing.h"
#include "base/hash.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { GAP_DAYS = 180 };
static const size_t none = SIZE_MAX;

struct ledger_line {
    const char *supplier, *recipient, *class, *model;
    int64_t first, last;             /* events */
    size_t into;                     /* the more exact line that this one is part of; NONE: it stands for itself */
};

struct ledger {
    int views;                       /* whose claims: enum views */
    bool all;                        /* lines of reports that were withdrawn too */
    struct ledger_line *items;
    size_t count, capacity;
    struct ledger_line **order;      /* those that stand for themselves, newest first */
    size_t whole;
};

/* ---- which lines there are */

static bool line__goes_on(const struct ledger_line *line, const struct statement *row)
{
    return strcmp(line->supplier, column_string(row, 0)) == 0 && strcmp(line->recipient, column_string(row, 1)) == 0 &&
           strcmp(line->class, column_string(row, 2)) == 0 && strcmp(line->model, column_string(row, 3)) == 0 &&
           (day_of_id(line->last) == DAY_UNKNOWN || day_of_id(column_number(row, 4)) - day_of_id(line->last) <= GAP_DAYS);
}

static bool ledger__read(struct laut_archive *archive, struct arena *arena, struct ledger *ledger, struct laut_error *error)
{
    struct statement rows = statement_open(archive, SQL_TRANSFER_LINES, error);
    bool done = statement_bind(&rows, "ii", (int64_t)ledger->views, (int64_t)(ledger->all ? CURRENT_WITHDRAWN : CURRENT_CLAIM));
    while (done && statement_step(&rows)) {
        struct ledger_line *line = ledger->count ? &ledger->items[ledger->count - 1] : NULL;
        const int64_t event = column_number(&rows, 4);
        if (line && line__goes_on(line, &rows)) {
            line->last = event;
            continue;
        }
        line = arena_append(arena, &ledger->items, &ledger->count, &ledger->capacity, sizeof *line, error);
        if (!line)
            done = false;
        else
            *line = (struct ledger_line){arena_format(arena, error, "%s", column_string(&rows, 0)),
                                         arena_format(arena, error, "%s", column_string(&rows, 1)),
                                         arena_format(arena, error, "%s", column_string(&rows, 2)),
                                         arena_format(arena, error, "%s", column_string(&rows, 3)), event, event, none};
        done = done && line->supplier && line->recipient && line->class && line->model;
    }
    return statement_close(&rows) && done;
}

/* Can the less exact line be part of the other? */
static bool line__part_of(const struct ledger_line *part, const struct ledger_line *line)
{
    const int32_t before = day_of_id(part->first) - day_of_id(line->last), behind = day_of_id(line->first) - day_of_id(part->last);
    const bool missile = strcmp(part->class, "missile") == 0 && !*part->model && strcmp(line->class, "missile") != 0 && strstr(line->class, "missile");
    const bool model = !*part->model && *line->model && strcmp(part->class, line->class) == 0;
    return (missile || (model && *part->class)) && before <= GAP_DAYS && behind <= GAP_DAYS;
}

static bool ledger__same_parties(const struct ledger_line *a, const struct ledger_line *b)
{
    return strcmp(a->supplier, b->supplier) == 0 && strcmp(a->recipient, b->recipient) == 0;
}

/* Lines of the same two parties stand together; finds for each the one line that it is part of. */
static void ledger__nest(struct ledger *ledger)
{
    for (size_t begin = 0, end; begin < ledger->count; begin = end) {
        for (end = begin + 1; end < ledger->count && ledger__same_parties(&ledger->items[begin], &ledger->items[end]);)
            end++;
        for (size_t i = begin; i < end; i++) {
            size_t found = 0;
            for (size_t k = begin; k < end; k++)
                if (line__part_of(&ledger->items[i], &ledger->items[k])) {
                    ledger->items[i].into = k;
                    found++;
                }
            if (found != 1)
                ledger->items[i].into = none;
        }
    }
}

static int ledger__newest_first(const void *a, const void *b)
{
    const struct ledger_line *const left = *(const struct ledger_line *const *)a, *const right = *(const struct ledger_line *const *)b;
    return left->last != right->last ? (left->last < right->last ? 1 : -1) : left < right ? -1 : left > right;
}

static void line__public(const struct ledger_line *line, char public[LAUT_ID_BYTES])
{
    const char *const parts[] = {line->supplier, line->recipient, line->class, line->model};
    const int32_t day = day_of_id(line->first);
    uint64_t hash = hash_bytes(&day, sizeof day, 7);
    for (size_t i = 0; i < 4; i++)
        hash = hash_bytes(parts[i], strlen(parts[i]), hash + i);
    (void)snprintf(public, LAUT_ID_BYTES, "t-%016" PRIx64, hash);
}

static bool ledger__open(struct laut_archive *archive, struct arena *arena, struct ledger *ledger, struct laut_error *error)
{
    if (!ledger__read(archive, arena, ledger, error))
        return false;
    ledger__nest(ledger);
    ledger->order = arena_take(arena, ledger->count + 1, sizeof *ledger->order, error);
    for (size_t i = 0; ledger->order && i < ledger->count; i++)
        if (ledger->items[i].into == none || ledger->items[ledger->items[i].into].into != none)
            ledger->order[ledger->whole++] = &ledger->items[i];
    if (ledger->whole)
        qsort(ledger->order, ledger->whole, sizeof(struct ledger_line *), ledger__newest_first);
    return ledger->order != NULL;
}

/* ---- one line */

static bool line__own_claims(struct laut_archive *archive, int views, const struct ledger_line *line, bool words, struct arena *arena, struct claims *claims,
                             json_t *row, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_TRANSFER_CLAIMS, error);
    bool done = statement_bind(&find, "ssssiii", line->supplier, line->recipient, line->class, line->model, line->first, line->last,
                               (int64_t)views);
    int64_t last = 0;
    while (done && statement_step(&find)) {
        const int64_t event = column_number(&find, 0);
        if (event != last && !claims_add(archive, event, words, arena, claims, error)) {
            done = false;
            break;
        }
        last = event;
        json_t *const claim = claims->items[claims->count - 1].json;
        done = !claims_counts(claims, claims->count - 1) || ledger_claim(claim, (size_t)column_number(&find, 2), column_string(&find, 1), row) || error_out_of_memory(error);
    }
    return statement_close(&find) && done;
}

/* Those of the line and of the lines that are part of it. */
static bool line__claims(struct laut_archive *archive, const struct ledger *ledger, const struct ledger_line *line, bool words,
                         struct arena *arena, struct claims *claims, json_t *row, struct laut_error *error)
{
    const size_t index = (size_t)(line - ledger->items);
    if (!line__own_claims(archive, ledger->views, line, words, arena, claims, row, error))
        return false;
    for (size_t i = 0; i < ledger->count; i++)
        if (ledger->items[i].into == index && ledger->items[index].into == none &&
            !line__own_claims(archive, ledger->views, &ledger->items[i], words, arena, claims, row, error))
            return false;
    return true;
}

static json_t *line__text(const char *text)
{
    return *text ? json_string(text) : json_null();
}

static json_t *line__row(struct laut_archive *archive, const struct ledger *ledger, const struct ledger_line *line, bool with_claims,
                         struct laut_error *error)
{
    char public[LAUT_ID_BYTES];
    struct claims claims = {.all = ledger->all};
    struct arena *const arena = arena_open(0, error);
    line__public(line, public);
    json_t *const row = json_pack("{s:s,s:s,s:s,s:[],s:o,s:[],s:[],s:[],s:[],s:b}", "id", public, "supplier", line->supplier, "recipient",
                                  line->recipient, "via", "class", line__text(line->class), "designations", "unroca", "quantities", "states",
                                  "implied", 1);
    bool done = arena && row && line__claims(archive, ledger, line, with_claims, arena, &claims, row, error) &&
                ((set_add(json_object_get(row, "designations"), line->model) && ledger_summary(&claims, row)) || error_out_of_memory(error));
    if (done && with_claims) {
        json_t *const events = json_array();
        done = json_object_set_new(row, "events", events) == 0;
        for (size_t i = 0; done && i < claims.count; i++)
            done = json_array_append(events, claims.items[i].json) == 0;
    }
    claims_close(&claims);
    arena_free(arena);
    if (done)
        return row;
    json_decref(row);
    return NULL;
}

/* ---- answers */

/* Has the line a claim that the filter lets through? */
static bool line__accepted(struct laut_answer *answer, const struct ledger_line *line, bool *accepted, struct laut_error *error)
{
    struct statement find = statement_open(answer->archive, SQL_TRANSFER_CLAIMS, error);
    bool done = statement_bind(&find, "ssssiii", line->supplier, line->recipient, line->class, line->model, line->first, line->last,
                               (int64_t)answer->filter.views);
    *accepted = false;
    while (done && !*accepted && statement_step(&find))
        done = claim_stream_accepts(answer->archive, &answer->filter, column_number(&find, 0), accepted, error);
    return statement_close(&find) && done;
}

static bool transfers__all(const struct filter *filter)
{
    return !filter->match && !filter->report && !filter->incident && !filter->claim && !filter->actor && !filter->when.count &&
           !filter->published.count && filter->confidence < 0 && filter->status == FILTER_CURRENT && !filter->review.any;
}

enum row_found rows_transfers(struct laut_answer *answer, json_t **row, struct laut_error *error)
{
    if (!answer->ledger) {
        answer->ledger = arena_take(answer->arena, 1, sizeof *answer->ledger, error);
        if (answer->ledger)
            *answer->ledger = (struct ledger){.views = answer->filter.views, .all = answer->filter.status == FILTER_ALL || answer->filter.status == FILTER_WITHDRAWN};
        if (!answer->ledger || !ledger__open(answer->archive, answer->arena, answer->ledger, error))
            return ROW_FAILED;
        answer->next = answer->after > 0 ? (size_t)answer->after : 0;
    }
    for (; answer->next < answer->ledger->whole; answer->next++) {
        const struct ledger_line *const line = answer->ledger->order[answer->next];
        bool accepted = true;
        if (!transfers__all(&answer->filter) && !line__accepted(answer, line, &accepted, error))
            return ROW_FAILED;
        if (!accepted)
            continue;
        if (!row)
            return ROW_FOUND;
        *row = line__row(answer->archive, answer->ledger, line, answer->claims, error);
        answer->at = (int64_t)++answer->next;
        return *row ? ROW_FOUND : ROW_FAILED;
    }
    return ROW_NONE;
}

json_t *transfer_open(struct laut_archive *archive, const char *public, struct laut_error *error)
{
    struct ledger ledger = {.views = VIEW_CODED};
    struct arena *const arena = arena_open(0, error);
    json_t *row = NULL;
    if (arena && ledger__open(archive, arena, &ledger, error))
        for (size_t i = 0; !row && i < ledger.whole; i++) {
            char own[LAUT_ID_BYTES];
            line__public(ledger.order[i], own);
            if (strcmp(own, public) == 0)
                row = line__row(archive, &ledger, ledger.order[i], true, error);
        }
    arena_free(arena);
    return row;
}
