/* archive/rows_transfers.c: the ledger, line by line (archive/ledger_lines.h). */
#include "archive/ledger.h"

#include "archive/answer.h"
#include "archive/claims.h"
#include "archive/ledger_lines.h"
#include "archive/record.h"
#include "archive/sets.h"

#include <string.h>

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
        done = !claims_counts(claims, claims->count - 1) || 
               ledger_claim(claim, (size_t)column_number(&find, 2), column_string(&find, 1), column_string(&find, 3), row) || error_out_of_memory(error);
    }
    return statement_close(&find) && done;
}

/* Those of the line and of the lines that are part of it. */
static bool line__claims(struct laut_archive *archive, const struct ledger *ledger, const struct ledger_line *line, bool words,
                         struct arena *arena, struct claims *claims, json_t *row, struct laut_error *error)
{
    bool done = line__own_claims(archive, ledger->views, line, words, arena, claims, row, error);
    const struct ledger_line *part = ledger_part(ledger, line, NULL);
    for (; done && part; part = ledger_part(ledger, line, part))
        done = line__own_claims(archive, ledger->views, part, words, arena, claims, row, error);
    return done;
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
    ledger_line_public(line, public);
    json_t *const row = json_pack("{s:s,s:s,s:s,s:[],s:o,s:[],s:[],s:[],s:[],s:b}", "id", public, "supplier", line->supplier, "recipient",
                                  line->recipient, "via", "class", line__text(line->class), "designations", "unroca", "quantities", "states",
                                  "implied", line->implied);
    bool done = arena && row && line__claims(archive, ledger, line, with_claims, arena, &claims, row, error) &&
                (ledger_summary(&claims, row) || error_out_of_memory(error));
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

bool answer_ledger(struct laut_answer *answer, struct laut_error *error)
{
    struct ledger *const ledger = arena_take(answer->arena, 1, sizeof *ledger, error);
    if (!ledger)
        return false;
    *ledger = (struct ledger){.views = answer->filter.views,
                              .all = answer->filter.status == FILTER_ALL || answer->filter.status == FILTER_WITHDRAWN};
    answer->ledger = ledger;
    return ledger_open(answer->archive, &answer->filter, answer->arena, ledger, error);
}

enum row_found rows_transfers(struct laut_answer *answer, json_t **row, struct laut_error *error)
{
    if (!answer->ledger) {
        if (!answer_ledger(answer, error))
            return ROW_FAILED;
        answer->next = answer->after > 0 ? (size_t)answer->after : 0;
    }
    if (answer->next >= answer->ledger->whole)
        return ROW_NONE;
    if (!row)
        return ROW_FOUND;
    *row = line__row(answer->archive, answer->ledger, answer->ledger->order[answer->next], answer->claims, error);
    answer->at = (int64_t)++answer->next;
    return *row ? ROW_FOUND : ROW_FAILED;
}

/* The line of that id; *found false: there is none. */
static json_t *transfer__open(struct laut_archive *archive, const char *public, bool all, bool *found, struct laut_error *error)
{
    struct ledger ledger = {.views = VIEW_CODED, .all = all};
    struct arena *const arena = arena_open(0, error);
    json_t *row = NULL;
    const bool done = arena && ledger_open(archive, NULL, arena, &ledger, error);
    *found = !done;                                  /* what failed is not looked for again */
    for (size_t i = 0; done && !*found && i < ledger.whole; i++) {
        char own[LAUT_ID_BYTES];
        ledger_line_public(ledger.order[i], own);
        *found = strcmp(own, public) == 0;
        if (*found)
            row = line__row(archive, &ledger, ledger.order[i], true, error);
    }
    arena_free(arena);
    return row;
}

/* One whose claims were all withdrawn is shown, too. */
json_t *transfer_open(struct laut_archive *archive, const char *public, struct laut_error *error)
{
    bool found;
    json_t *row = transfer__open(archive, public, false, &found, error);
    if (!found)
        row = transfer__open(archive, public, true, &found, error);
    if (!found)
        (void)archive_unknown(public, error);
    return row;
}
