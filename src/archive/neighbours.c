/* archive/neighbours.c: see archive/neighbours.h. */
#include "archive/neighbours.h"

#include <string.h>

bool mention_open(struct laut_archive *archive, int64_t id, struct arena *arena, struct mention *mention, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_MENTION_FIND, error);
    bool done = statement_bind(&find, "i", id) && statement_step(&find);
    if (done) {
        *mention = (struct mention){.id = id, .incident = column_number(&find, 0), .parent = column_number(&find, 1),
                                    .cluster = column_number(&find, 2)};
        char *const line = arena_copy_string(arena, column_string(&find, 3), (size_t)sqlite3_column_bytes(find.handle, 3), error);
        done = line && (features_read(line, &mention->features) ||
                        error_set(error, archive->path, 0, "run laut check", "a mention is damaged"));
    }
    return statement_close(&find) && done;
}

static bool neighbours__has(const struct mentions *mentions, int64_t id)
{
    for (size_t i = 0; i < mentions->count; i++)
        if (mentions->items[i].id == id)
            return true;
    return false;
}

static bool neighbours__add(struct laut_archive *archive, int64_t id, struct arena *arena, struct mentions *found, struct laut_error *error)
{
    if (neighbours__has(found, id))
        return true;
    struct mention *const mention = arena_append(arena, &found->items, &found->count, &found->capacity, sizeof *mention, error);
    return mention && mention_open(archive, id, arena, mention, error);
}

static bool neighbours__key(struct laut_archive *archive, int64_t key, int32_t first, int32_t last, struct arena *arena,
                            struct mentions *found, struct laut_error *error)
{
    struct statement range = statement_open(archive, SQL_MENTION_KEY_RANGE, error);
    bool done = statement_bind(&range, "iii", key, (int64_t)first, (int64_t)last);
    while (done && statement_step(&range))
        done = neighbours__add(archive, column_number(&range, 0), arena, found, error);
    return statement_close(&range) && done;
}

bool neighbours_find(struct laut_archive *archive, const struct mention *mention, bool dated, int32_t first, int32_t last,
                     struct arena *arena, struct mentions *found, struct laut_error *error)
{
    int64_t keys[KEYS_AT_MOST];
    struct features like = mention->features;
    struct mentions all = {.count = 0};
    like.dated = dated;
    const size_t count = rules_keys(archive->rules, &like, keys);
    for (size_t i = 0; i < count; i++)
        if (!neighbours__key(archive, keys[i], first, last, arena, &all, error))
            return false;
    for (size_t i = 0; i < all.count; i++) {
        struct mention *const one = &all.items[i];
        one->rule = one->id == mention->id ? -1 : rules_match(archive->rules, &mention->features, &one->features);
        if (one->rule < 0)
            continue;
        struct mention *const kept = arena_append(arena, &found->items, &found->count, &found->capacity, sizeof *kept, error);
        if (!kept)
            return false;
        *kept = *one;
    }
    return true;
}

bool neighbours_alike(struct laut_archive *archive, int64_t own_key, int32_t first, int32_t last, struct arena *arena,
                      struct mentions *found, struct laut_error *error)
{
    return neighbours__key(archive, own_key, first, last, arena, found, error);
}
