/* archive/actor.c: see archive/actor.h. */
#include "archive/actor.h"

#include "archive/actors.h"
#include "archive/event_row.h"
#include "archive/sets.h"

#include <string.h>

static const char *const actor__parts[] = {"did", "received", "said", "denied"};

static json_t *actor__head(struct laut_archive *archive, const char *public, int64_t *id, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_ACTOR_BY_PUBLIC, error);
    json_t *head = NULL;
    if (statement_bind(&find, "s", public) && statement_step(&find)) {
        *id = column_number(&find, 0);
        head = json_pack("{s:s,s:s,s:s,s:s?,s:s?,s:i,s:i,s:i,s:i,s:{s:{},s:{}},s:[],s:[]}", "id", public, "name",
                         actors_name(archive, public, column_string(&find, 1)), "kind", column_string(&find, 2), "code", column_string(&find, 3), "sector", column_string(&find, 4), "did", 0,
                         "received", 0, "said", 0, "denied", 0, "types", "did", "received", "with", "recent");
    }
    if (statement_close(&find) && (*id || archive_unknown(public, error)))
        return head;
    json_decref(head);
    return NULL;
}

static bool actor__types(struct laut_archive *archive, int64_t id, json_t *actor, struct laut_error *error)
{
    struct statement counts = statement_open(archive, SQL_ACTOR_TYPES, error);
    bool done = statement_bind(&counts, "i", id);
    while (done && statement_step(&counts)) {
        const int64_t part = column_number(&counts, 0), count = column_number(&counts, 2);
        done = count_add(actor, actor__parts[part], count) &&
               (part > 1 || count_add(json_object_get(json_object_get(actor, "types"), actor__parts[part]), column_string(&counts, 1), count));
    }
    return statement_close(&counts) && done;
}

static bool actor__others(struct laut_archive *archive, int64_t id, json_t *actor, struct laut_error *error)
{
    struct statement others = statement_open(archive, SQL_ACTOR_OTHERS, error);
    bool done = statement_bind(&others, "i", id);
    while (done && statement_step(&others))
        done = json_array_append_new(json_object_get(actor, "with"),
                                     json_pack("{s:s,s:s,s:I,s:I}", "id", column_string(&others, 0), "name",
                                               actors_name(archive, column_string(&others, 0), column_string(&others, 1)), "did", column_number(&others, 2), "received", column_number(&others, 3))) == 0;
    return statement_close(&others) && done;
}

static bool actor__recent(struct laut_archive *archive, int64_t id, json_t *actor, struct laut_error *error)
{
    struct statement recent = statement_open(archive, SQL_ACTOR_RECENT, error);
    bool done = statement_bind(&recent, "i", id);
    while (done && statement_step(&recent)) {
        struct event_row row;
        done = event_row_open(archive, column_number(&recent, 0), NULL, 0, &row, error) &&
               json_array_append_new(json_object_get(actor, "recent"), row.json) == 0;
    }
    return statement_close(&recent) && done;
}

json_t *actor_open(struct laut_archive *archive, const char *public, struct laut_error *error)
{
    int64_t id = 0;
    json_t *const actor = actor__head(archive, public, &id, error);
    if (actor && actor__types(archive, id, actor, error) && actor__others(archive, id, actor, error) &&
        actor__recent(archive, id, actor, error))
        return actor;
    json_decref(actor);
    return NULL;
}
