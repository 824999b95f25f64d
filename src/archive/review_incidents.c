/* archive/review_incidents.c: incidents that people join and split. Which claims are in which group is a function of all such reviews that
 * stand, in the order in which they were made: made anew after each of them, and compared with what was. */
#include "archive/review.h"

#include "archive/incident.h"
#include "archive/joining.h"

#include <stdlib.h>
#include <string.h>

struct regrouping {
    struct laut_archive *archive;
    json_t *before, *now;            /* claim: [number, apart] */
    struct arena *arena;
    struct laut_error *error;
};

static json_int_t grouping__number(const json_t *groups, const char *claim)
{
    return json_integer_value(json_array_get(json_object_get(groups, claim), 0));
}

static bool grouping__is_apart(const json_t *groups, const char *claim)
{
    return json_integer_value(json_array_get(json_object_get(groups, claim), 1)) != 0;
}

/* The claims of a review, and those that are in a group with them where it joins. */
static json_t *grouping__touched(const json_t *groups, const json_t *sides, bool joined, bool *apart)
{
    json_t *const touched = json_object(), *const numbers = json_object();
    size_t index, number;
    json_t *side, *claim;
    const char *name;
    char key[24];
    *apart = !joined;
    json_array_foreach(sides, index, side)
        json_array_foreach(side, number, claim) {
            (void)json_object_set_new(touched, json_string_value(claim), json_true());
            (void)snprintf(key, sizeof key, "%lld", (long long)grouping__number(groups, json_string_value(claim)));
            (void)json_object_set_new(numbers, key, json_true());
            *apart = *apart || grouping__is_apart(groups, json_string_value(claim));
        }
    if (joined)
        json_object_foreach((json_t *)(uintptr_t)groups, name, claim) {
            (void)snprintf(key, sizeof key, "%lld", (long long)grouping__number(groups, name));
            if (json_object_get(numbers, key))
                (void)json_object_set_new(touched, name, json_true());
        }
    json_decref(numbers);
    return touched;
}

static bool grouping__review(struct regrouping *regrouping, const struct statement *row)
{
    json_t *const sides = json_loads(column_string(row, 2), 0, NULL);
    bool apart, done = sides != NULL;
    json_t *const touched = grouping__touched(regrouping->now, sides, strcmp(column_string(row, 1), "joined") == 0, &apart);
    const char *claim;
    json_t *value;
    json_object_foreach(touched, claim, value)
        done = done && json_object_set_new(regrouping->now, claim, json_pack("[I,i]", (json_int_t)column_number(row, 0), (int)apart)) == 0;
    json_decref(touched);
    json_decref(sides);
    return done || error_out_of_memory(regrouping->error);
}

static bool grouping__read(struct regrouping *regrouping)
{
    struct statement all = statement_open(regrouping->archive, SQL_GROUPING_ALL, regrouping->error);
    struct statement reviews = statement_open(regrouping->archive, SQL_REVIEW_OF_INCIDENTS, regrouping->error);
    bool done = !all.failed && !reviews.failed;
    while (done && statement_step(&all))
        done = json_object_set_new(regrouping->before, column_string(&all, 0),
                                   json_pack("[I,I]", (json_int_t)column_number(&all, 1), (json_int_t)column_number(&all, 2))) == 0;
    while (done && statement_step(&reviews))
        done = grouping__review(regrouping, &reviews);
    const bool closed = statement_close(&all);
    return statement_close(&reviews) && closed && done;
}

static bool grouping__incidents(struct regrouping *regrouping, const char *claim, int64_t **incidents, size_t *count, size_t *capacity)
{
    struct statement find = statement_open(regrouping->archive, SQL_CLAIM_INCIDENTS, regrouping->error);
    bool done = statement_bind(&find, "s", claim);
    while (done && statement_step(&find)) {
        bool known = false;
        for (size_t i = 0; i < *count; i++)
            known = known || (*incidents)[i] == column_number(&find, 0);
        int64_t *const one = known ? NULL : arena_append(regrouping->arena, incidents, count, capacity, sizeof *one, regrouping->error);
        done = known || one;
        if (one)
            *one = column_number(&find, 0);
    }
    return statement_close(&find) && done;
}

static bool grouping__write(void *context)
{
    struct regrouping *const regrouping = context;
    const char *claim;
    json_t *group;
    bool done = statement_run(regrouping->archive, SQL_GROUPING_CLEAR, regrouping->error, "");
    json_object_foreach(regrouping->now, claim, group)
        done = done && statement_run(regrouping->archive, SQL_GROUPING_INSERT, regrouping->error, "sii", claim,
                                     (int64_t)json_integer_value(json_array_get(group, 0)), (int64_t)json_integer_value(json_array_get(group, 1)));
    return done;
}

/* The incidents of claims whose group in one is another than in the other. */
static bool grouping__differ(struct regrouping *regrouping, json_t *one, const json_t *other, int64_t **incidents, size_t *count, size_t *capacity)
{
    const char *claim;
    json_t *group;
    bool done = true;
    json_object_foreach(one, claim, group)
        if (json_equal(group, json_object_get(other, claim)) != 1)
            done = done && grouping__incidents(regrouping, claim, incidents, count, capacity);
    return done;
}

bool review_regroup(struct laut_archive *archive, struct arena *arena, struct laut_error *error)
{
    struct regrouping regrouping = {.archive = archive, .before = json_object(), .now = json_object(), .arena = arena, .error = error};
    int64_t *incidents = NULL;
    size_t count = 0, capacity = 0;
    const bool done = grouping__read(&regrouping) &&
                      grouping__differ(&regrouping, regrouping.before, regrouping.now, &incidents, &count, &capacity) &&
                      grouping__differ(&regrouping, regrouping.now, regrouping.before, &incidents, &count, &capacity) &&
                      joining_regroup(archive, incidents, count, grouping__write, &regrouping, arena, error);
    json_decref(regrouping.before);
    json_decref(regrouping.now);
    return done;
}

/* ---- what a review of incidents is about */

/* An incident that must be there. */
static bool incident__find(struct laut_archive *archive, const char *public, int64_t *incident, struct laut_error *error)
{
    *incident = 0;
    if (!public || strncmp(public, "i-", 2) != 0)
        return error_set(error, NULL, 0, "write ids as laut incidents prints them, i-…", "'%.40s' is no incident", public ? public : "");
    if (!incident_find(archive, public, incident, NULL, error))
        return false;
    return *incident || error_set(error, NULL, 0, "laut incidents prints the ids of incidents, i-…", "there is no incident %.40s", public);
}

/* All claims of an incident, or those whose mentions have a claim of wanted; *left: whether others stay. */
static json_t *incident__claims(struct laut_archive *archive, int64_t incident, const json_t *wanted, bool *left, struct laut_error *error)
{
    json_t *const claims = json_array(), *const mentions = json_object();
    bool done = claims && mentions;
    *left = false;
    for (int pass = 0; pass < 2 && done; pass++) {
        struct statement find = statement_open(archive, SQL_INCIDENT_CLAIMS, error);
        done = statement_bind(&find, "i", incident);
        while (done && statement_step(&find)) {
            char mention[24];
            (void)snprintf(mention, sizeof mention, "%lld", (long long)column_number(&find, 1));
            bool asked = !wanted;
            size_t index;
            json_t *one;
            json_array_foreach(wanted, index, one)
                asked = asked || (json_is_string(one) && strcmp(json_string_value(one), column_string(&find, 0)) == 0);
            if (pass == 0 && asked)
                done = json_object_set_new(mentions, mention, json_true()) == 0;
            if (pass == 1 && json_object_get(mentions, mention))
                done = json_array_append_new(claims, json_string(column_string(&find, 0))) == 0;
            else if (pass == 1)
                *left = true;
        }
        done = statement_close(&find) && done;
    }
    json_decref(mentions);
    if (done)
        return claims;
    json_decref(claims);
    return NULL;
}

json_t *review_joined_claims(struct laut_archive *archive, const json_t *incidents, struct laut_error *error)
{
    json_t *const sides = json_array();
    int64_t first = 0, incident;
    size_t index;
    json_t *public;
    bool left, done = json_array_size(incidents) > 1 || error_set(error, NULL, 0, "name two incidents or more, i-… i-…", "there is nothing to join");
    json_array_foreach(incidents, index, public) {
        done = done && incident__find(archive, json_string_value(public), &incident, error);
        if (done && first == incident)
            done = error_set(error, NULL, 0, "name incidents that differ", "they are one incident already");
        first = first ? first : done ? incident : 0;
        done = done && json_array_append_new(sides, incident__claims(archive, incident, NULL, &left, error)) == 0;
    }
    if (done)
        return sides;
    json_decref(sides);
    return NULL;
}

json_t *review_split_claims(struct laut_archive *archive, const char *public, const json_t *claims, struct laut_error *error)
{
    int64_t incident;
    bool left = false;
    if (!incident__find(archive, public, &incident, error))
        return NULL;
    json_t *const taken = json_array_size(claims) ? incident__claims(archive, incident, claims, &left, error) : json_array();
    if (taken && json_array_size(taken) && left)
        return json_pack("[o]", taken);
    if (taken)
        (void)error_set(error, NULL, 0, "name claims of the incident, but not all; what tells the same act in the same report goes with them",
                        json_array_size(taken) ? "nothing would be left in %.40s" : "none of these claims stands in %.40s", public);
    json_decref(taken);
    return NULL;
}
