/* archive/joining_people.c: see archive/joining_people.h. */
#include "archive/joining_people.h"

#include <string.h>

bool group_of_mention(struct laut_archive *archive, int64_t mention, struct group *group, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_MENTION_GROUP, error);
    *group = (struct group){.number = 0};
    if (statement_bind(&find, "i", mention) && statement_step(&find))
        *group = (struct group){column_number(&find, 0), column_number(&find, 1) != 0};
    return statement_close(&find);
}

static bool group__add(struct laut_archive *archive, const struct group *group, int64_t id, struct arena *arena, struct mentions *members,
                       struct laut_error *error)
{
    struct group own;
    if (!group_of_mention(archive, id, &own, error))
        return false;
    if (own.number != group->number)             /* another of its claims is in a newer group */
        return true;
    struct mention *const member = arena_append(arena, &members->items, &members->count, &members->capacity, sizeof *member, error);
    return member && mention_open(archive, id, arena, member, error);
}

bool group_members(struct laut_archive *archive, const struct group *group, struct arena *arena, struct mentions *members, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_GROUP_MEMBERS, error);
    bool done = statement_bind(&find, "i", group->number);
    while (done && statement_step(&find))
        done = group__add(archive, group, column_number(&find, 0), arena, members, error);
    return statement_close(&find) && done;
}

static bool group__before(const struct mention *a, const struct mention *b)
{
    const int a_rank = rules_rank(&a->features), b_rank = rules_rank(&b->features), order = strcmp(a->features.claim, b->features.claim);
    return a_rank != b_rank ? a_rank > b_rank : order != 0 ? order < 0 : a->id < b->id;
}

const struct mention *group_anchor(const struct mentions *members, const struct mention *mention)
{
    const struct mention *anchor = mention;
    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].id != mention->id && group__before(&members->items[i], anchor))
            anchor = &members->items[i];
    return anchor;
}
