/* archive/rows_facets.c: how often each value stands in the claims that a filter lets through. Of more than FACET_CLAIMS only
 * the newest are counted, and the row says so. */
#include "archive/answer.h"
#include "archive/sets.h"
#include "base/table.h"

#include <stdlib.h>
#include <string.h>


enum { FACET_CLAIMS = 20000, FACET_VALUES = 30 };

static const char *const facet__names[] = {"who", "whom", "what", "with", "where", "source", "certainty", "outlet"};
enum { FACETS = 8 };

/* Counts each word of a list; sectors are left out, so that RUS/GOV and RUS/MIL both count for RUS, once a claim. */
static bool facet__list(json_t *counts, const char *list)
{
    json_t *const codes = json_array();
    size_t index;
    json_t *code;
    bool done = codes != NULL;
    for (const char *at = list; done && at && *at;) {
        char word[64];
        size_t length = strcspn(at, " ");
        const size_t bare = strcspn(at, "/ ");
        (void)snprintf(word, sizeof word, "%.*s", (int)bare, at);
        done = strcmp(word, "?") == 0 || set_add(codes, word);
        length += at[length] == ' ';
        at += length;
    }
    json_array_foreach(codes, index, code)
        done = done && count_add(counts, json_string_value(code), 1);
    json_decref(codes);
    return done;
}

static bool facet__add(const struct stream_row *row, json_t *const counts[FACETS])
{
    char outlet[24];
    (void)snprintf(outlet, sizeof outlet, "%lld", (long long)row->outlet);
    return facet__list(counts[0], row->who) && facet__list(counts[1], row->whom) && count_add(counts[2], row->type, 1) &&
           facet__list(counts[3], row->goods) && (!row->country || count_add(counts[4], row->country, 1)) &&
           (*row->sources ? facet__list(counts[5], row->sources) : count_add(counts[5], "report", 1)) &&
           count_add(counts[6], row->factuality, 1) && count_add(counts[7], outlet, 1);
}

static int facet__compare(const void *a, const void *b)
{
    const json_t *const left = *(json_t *const *)a, *const right = *(json_t *const *)b;
    const json_int_t difference = count_of(right, "count") - count_of(left, "count");
    return difference ? (difference > 0 ? 1 : -1)
                      : strcmp(json_string_value(json_object_get(left, "value")), json_string_value(json_object_get(right, "value")));
}

static bool facet__outlet(struct laut_archive *archive, json_t *value, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_OUTLET_NAME, error);
    const char *const id = json_string_value(json_object_get(value, "value"));
    bool done = statement_bind(&find, "i", (int64_t)strtoll(id, NULL, 10)) && statement_step(&find);
    if (done)
        done = json_object_set_new(value, "value", json_string(column_string(&find, 0))) == 0;
    return statement_close(&find) && done;
}

/* The values most often met, most first. */
static json_t *facet__values(struct laut_archive *archive, json_t *counts, bool outlets, struct laut_error *error)
{
    const size_t size = json_object_size(counts);
    json_t **const sorted = calloc(size + 1, sizeof(json_t *)), *const values = json_array();
    const char *key;
    json_t *count;
    size_t at = 0;
    bool done = sorted && values;
    if (done)
        json_object_foreach(counts, key, count) {
            sorted[at] = json_pack("{s:s,s:O}", "value", key, "count", count);
            done = done && sorted[at] && (!outlets || facet__outlet(archive, sorted[at], error));
            at++;
        }
    if (done)
        qsort(sorted, at, sizeof(json_t *), facet__compare);
    for (size_t i = 0; i < at; i++)
        if (!done || i >= FACET_VALUES)
            json_decref(sorted[i]);
        else
            done = json_array_append_new(values, sorted[i]) == 0;
    free(sorted);
    if (!done)
        json_decref(values);
    return done ? values : NULL;
}

static bool facet__rows(struct laut_answer *answer, json_t *const counts[FACETS], bool complete, struct laut_error *error)
{
    for (size_t i = 0; i < FACETS; i++) {
        if (answer->by && strcmp(answer->by, facet__names[i]) != 0)
            continue;
        json_t *const values = facet__values(answer->archive, counts[i], i == FACETS - 1, error);
        if (!values || json_array_append_new(answer->all, json_pack("{s:s,s:o,s:b}", "facet", facet__names[i], "values", values, "complete",
                                                                    complete)) != 0)
            return false;
    }
    return true;
}

bool rows_facets(struct laut_answer *answer, struct laut_error *error)
{
    json_t *counts[FACETS];
    bool done = true, complete = true;
    size_t number = 0;
    if (answer->by && table_term(answer->by, facet__names, FACETS) < 0)
        return error_set(error, NULL, 0, "there are who whom what with where source certainty outlet", "there is no facet '%s'", answer->by);
    const int64_t page = answer->after;
    answer->after = -1;
    for (size_t i = 0; i < FACETS; i++)
        done = (counts[i] = json_object()) != NULL && done;
    done = done && answer_stream(answer, error);
    while (done && complete && claim_stream_next(&answer->stream)) {
        complete = ++number <= FACET_CLAIMS;
        done = !complete || facet__add(&answer->stream.row, counts) || error_out_of_memory(error);
    }
    answer->after = page;
    done = done && !answer_failed(answer) && facet__rows(answer, counts, complete, error);
    for (size_t i = 0; i < FACETS; i++)
        json_decref(counts[i]);
    return done;
}

