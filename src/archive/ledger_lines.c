/* archive/ledger_lines.c: see archive/ledger_lines.h. One pass over the claims that a filter lets through, one over those of the ledger. */
#include "archive/ledger_lines.h"

#include "archive/filter_terms.h"
#include "archive/standing.h"
#include "base/hash.h"
#include "base/table.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GAP_DAYS = 180 };

struct accepted {
    int64_t *items;                  /* events, ascending */
    size_t count, capacity;
};

/* ---- which claims the filter lets through */

static bool accepted__everything(const struct filter *filter)
{
    return !filter->match && !filter->report && !filter->incident && !filter->claim && !filter->actor && !filter->when.count &&
           !filter->published.count && filter->confidence < 0 && filter->status == FILTER_CURRENT && !filter->review.any;
}

static bool accepted__read(struct laut_archive *archive, const struct filter *filter, struct arena *arena, struct accepted *accepted,
                           struct laut_error *error)
{
    struct filter narrow = *filter;
    struct claim_stream stream;
    const char *const transfers = filter_terms_transfer(arena, error);
    if (!transfers)
        return false;
    if (!filter->report && !filter->incident && !filter->claim && !filter->actor) {      /* of the words' index only what is in the ledger */
        narrow.match = filter->match ? arena_format(arena, error, "(%s) AND terms : (%s)", filter->match, transfers)
                                     : arena_format(arena, error, "terms : (%s)", transfers);
        if (!narrow.match)
            return false;
    }
    if (!claim_stream_open(&stream, archive, &narrow, true, 0, INT64_MAX, error))
        return false;
    bool done = true;
    while (done && claim_stream_next(&stream)) {
        int64_t *const event = arena_append(arena, &accepted->items, &accepted->count, &accepted->capacity, sizeof *event, error);
        done = event != NULL;
        if (done)
            *event = stream.row.id;
    }
    return claim_stream_close(&stream) && done;
}

static int accepted__compare(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

static bool accepted__has(const struct accepted *accepted, int64_t event)
{
    return accepted->count && bsearch(&event, accepted->items, accepted->count, sizeof event, accepted__compare);
}

/* ---- lines */

static bool line__goes_on(const struct ledger_line *line, const struct statement *row)
{
    return strcmp(line->supplier, column_string(row, 0)) == 0 && strcmp(line->recipient, column_string(row, 1)) == 0 &&
           strcmp(line->class, column_string(row, 2)) == 0 && strcmp(line->model, column_string(row, 3)) == 0 &&
           (day_of_id(line->last) == DAY_UNKNOWN || day_of_id(column_number(row, 4)) - day_of_id(line->last) <= GAP_DAYS);
}

static enum ledger_flow line__flow(const char *state, const char *factuality)
{
    static const char *const moved[] = {"delivered", "used", "seized"}, *const hoped[] = {"licensed", "promised", "planned", "requested"};
    static const char *const certainties[] = {[FLOW_ASSERTED] = "CT+", [FLOW_LIKELY] = "PR+", [FLOW_POSSIBLE] = "PS+"};
    if (table_term(state, moved, 3) < 0)
        return table_term(state, hoped, 4) < 0 ? FLOW_NONE : FLOW_OPEN;
    const int certainty = table_term(factuality, certainties, 3);
    return certainty >= 0 ? (enum ledger_flow)certainty : strcmp(factuality, "Uu") == 0 ? FLOW_OPEN : FLOW_DENIED;
}

/* Another claim of the line; what was withdrawn is shown and does not count. */
static void line__add(struct ledger_line *line, const struct statement *row, bool accepted)
{
    const char *const state = column_string(row, 5);
    const enum ledger_flow flow = line__flow(state, column_string(row, 6));
    line->last = column_number(row, 4);
    line->accepted = line->accepted || accepted;
    if (column_number(row, 7) != CURRENT_CLAIM)
        return;
    line->flow = flow < line->flow ? flow : line->flow;
    line->implied = line->implied && (strcmp(state, "used") == 0 || strcmp(state, "seized") == 0);
}

static struct ledger_line *ledger__line(struct ledger *ledger, const struct statement *row, struct arena *arena, struct laut_error *error)
{
    struct ledger_line *const line = arena_append(arena, &ledger->items, &ledger->count, &ledger->capacity, sizeof *line, error);
    if (!line)
        return NULL;
    *line = (struct ledger_line){.supplier = arena_format(arena, error, "%s", column_string(row, 0)),
                                 .recipient = arena_format(arena, error, "%s", column_string(row, 1)),
                                 .class = arena_format(arena, error, "%s", column_string(row, 2)),
                                 .model = arena_format(arena, error, "%s", column_string(row, 3)), .first = column_number(row, 4),
                                 .into = LINE_WHOLE, .flow = FLOW_NONE, .implied = true};
    return line->supplier && line->recipient && line->class && line->model ? line : NULL;
}

static bool ledger__read(struct laut_archive *archive, const struct accepted *accepted, struct arena *arena, struct ledger *ledger,
                         struct laut_error *error)
{
    struct statement rows = statement_open(archive, SQL_TRANSFER_LINES, error);
    bool done = statement_bind(&rows, "ii", (int64_t)ledger->views, (int64_t)(ledger->all ? CURRENT_WITHDRAWN : CURRENT_CLAIM));
    while (done && statement_step(&rows)) {
        struct ledger_line *line = ledger->count ? &ledger->items[ledger->count - 1] : NULL;
        if (!line || !line__goes_on(line, &rows))
            line = ledger__line(ledger, &rows, arena, error);
        done = line != NULL;
        if (done)
            line__add(line, &rows, !accepted || accepted__has(accepted, column_number(&rows, 4)));
    }
    return statement_close(&rows) && done;
}

/* ---- lines that are part of others */

/* Can the less exact line be part of the other? */
static bool line__part_of(const struct ledger_line *part, const struct ledger_line *line)
{
    const int32_t before = day_of_id(part->first) - day_of_id(line->last), behind = day_of_id(line->first) - day_of_id(part->last);
    const bool missile = strcmp(part->class, "missile") == 0 && !*part->model && strcmp(line->class, "missile") != 0 && strstr(line->class, "missile");
    const bool model = !*part->model && *line->model && strcmp(part->class, line->class) == 0;
    return (missile || (model && *part->class)) && before <= GAP_DAYS && behind <= GAP_DAYS;
}

static bool line__same_parties(const struct ledger_line *a, const struct ledger_line *b)
{
    return strcmp(a->supplier, b->supplier) == 0 && strcmp(a->recipient, b->recipient) == 0;
}

/* Lines of the same two parties stand together; finds for each the one line that it is part of. */
static void ledger__nest(struct ledger *ledger)
{
    for (size_t begin = 0, end; begin < ledger->count; begin = end) {
        for (end = begin + 1; end < ledger->count && line__same_parties(&ledger->items[begin], &ledger->items[end]);)
            end++;
        for (size_t i = begin; i < end; i++) {
            size_t found = 0;
            for (size_t k = begin; k < end; k++)
                if (line__part_of(&ledger->items[i], &ledger->items[k])) {
                    ledger->items[i].into = k;
                    found++;
                }
            if (found != 1)
                ledger->items[i].into = LINE_WHOLE;
        }
    }
}

/* The line stands for itself: it is part of none, or of one that is itself a part. */
static bool ledger__is_whole(const struct ledger *ledger, const struct ledger_line *line)
{
    return line->into == LINE_WHOLE || ledger->items[line->into].into != LINE_WHOLE;
}

/* What is told of a part is told of the whole. */
static void ledger__gather(struct ledger *ledger)
{
    for (size_t i = 0; i < ledger->count; i++) {
        const struct ledger_line *const part = &ledger->items[i];
        if (ledger__is_whole(ledger, part))
            continue;
        struct ledger_line *const line = &ledger->items[part->into];
        line->flow = part->flow < line->flow ? part->flow : line->flow;
        line->implied = line->implied && part->implied;
        line->accepted = line->accepted || part->accepted;
    }
}

const struct ledger_line *ledger_part(const struct ledger *ledger, const struct ledger_line *line, const struct ledger_line *behind)
{
    const size_t index = (size_t)(line - ledger->items);
    size_t at = behind ? (size_t)(behind - ledger->items) + 1 : index;
    while (!behind && at > 0 && line__same_parties(line, &ledger->items[at - 1]))
        at--;
    for (; at < ledger->count && line__same_parties(line, &ledger->items[at]); at++)
        if (ledger->items[at].into == index && !ledger__is_whole(ledger, &ledger->items[at]))
            return &ledger->items[at];
    return NULL;
}

/* ---- all */

static int ledger__newest_first(const void *a, const void *b)
{
    const struct ledger_line *const left = *(const struct ledger_line *const *)a, *const right = *(const struct ledger_line *const *)b;
    return left->last != right->last ? (left->last < right->last ? 1 : -1) : left < right ? -1 : left > right;
}

void ledger_line_public(const struct ledger_line *line, char public[LAUT_ID_BYTES])
{
    const char *const parts[] = {line->supplier, line->recipient, line->class, line->model};
    const int32_t day = day_of_id(line->first);
    uint64_t hash = hash_bytes(&day, sizeof day, 7);
    for (size_t i = 0; i < 4; i++)
        hash = hash_bytes(parts[i], strlen(parts[i]), hash + i);
    (void)snprintf(public, LAUT_ID_BYTES, "t-%016" PRIx64, hash);
}

bool ledger_open(struct laut_archive *archive, const struct filter *filter, struct arena *arena, struct ledger *ledger, struct laut_error *error)
{
    struct accepted accepted = {.count = 0};
    const bool everything = !filter || accepted__everything(filter);
    if ((!everything && !accepted__read(archive, filter, arena, &accepted, error)) ||
        !ledger__read(archive, everything ? NULL : &accepted, arena, ledger, error))
        return false;
    ledger__nest(ledger);
    ledger__gather(ledger);
    ledger->order = arena_take(arena, ledger->count + 1, sizeof *ledger->order, error);
    for (size_t i = 0; ledger->order && i < ledger->count; i++)
        if (ledger->items[i].accepted && ledger__is_whole(ledger, &ledger->items[i]))
            ledger->order[ledger->whole++] = &ledger->items[i];
    if (ledger->whole)
        qsort(ledger->order, ledger->whole, sizeof(struct ledger_line *), ledger__newest_first);
    return ledger->order != NULL;
}
