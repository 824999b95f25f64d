/* archive/neighbours.c: see archive/neighbours.h. What is looked up together goes to SQLite as one list of numbers, so that a mention costs
 * one statement and not one for each of its keys and days. */
#include "archive/neighbours.h"

#include "archive/builder.h"

#include <string.h>

enum { WANTED_AT_MOST = KEYS_AT_MOST * (DAYS_BEFORE + 1 + 2 * DAYS_APART + 1) };

struct wanted {
    int64_t keys[WANTED_AT_MOST];
    size_t count;
};

/* ---- one mention */

static bool mention__read(struct laut_archive *archive, const struct statement *row, struct arena *arena, struct mention *mention,
                          struct laut_error *error)
{
    *mention = (struct mention){.id = column_number(row, 0), .incident = column_number(row, 1), .parent = column_number(row, 2),
                                .cluster = column_number(row, 3)};
    const char *const features = column_string(row, 4);
    char *const line = features ? arena_copy_string(arena, features, (size_t)sqlite3_column_bytes(row->handle, 4), error) : NULL;
    if (!features)
        return error_out_of_memory(error);
    return line && (features_read(line, &mention->features) ||
                    error_set(error, archive->path, 0, "run laut check", "a mention is damaged"));
}

bool mention_open(struct laut_archive *archive, int64_t id, struct arena *arena, struct mention *mention, struct laut_error *error)
{
    struct statement find = statement_open(archive, SQL_MENTION_FIND, error);
    const bool done = statement_bind(&find, "i", id) && statement_step(&find) && mention__read(archive, &find, arena, mention, error);
    return statement_close(&find) && done;
}

/* ---- keys */

static bool mention__keys(struct laut_archive *archive, const struct mention *mention, enum sql sql, struct arena *arena, struct laut_error *error)
{
    int64_t keys[KEYS_AT_MOST + 1];
    size_t count = rules_keys(archive->rules, &mention->features, keys);
    if (!mention->features.dated)
        keys[count++] = rules_own_key(&mention->features);
    for (size_t i = 0; i < count; i++)
        keys[i] = day_key(mention->features.day, keys[i]);
    const char *const list = builder_numbers(keys, count, arena, error);
    return list && statement_run(archive, sql, error, "is", mention->id, list);
}

bool neighbours_insert(struct laut_archive *archive, const struct mention *mention, struct arena *arena, struct laut_error *error)
{
    return mention__keys(archive, mention, SQL_MENTION_KEYS_INSERT, arena, error);
}

bool neighbours_delete(struct laut_archive *archive, const struct mention *mention, struct arena *arena, struct laut_error *error)
{
    return mention__keys(archive, mention, SQL_MENTION_KEYS_DELETE, arena, error);
}

/* The keys of mentions that tell a day, or do not, on the days from first to last. */
static void wanted__add(struct wanted *wanted, const struct rules *rules, const struct features *features, bool dated, int64_t first, int64_t last)
{
    int64_t keys[KEYS_AT_MOST];
    struct features like = *features;
    like.dated = dated;
    const size_t count = rules_keys(rules, &like, keys);
    for (int64_t day = first; day <= last; day++)
        for (size_t i = 0; i < count; i++)
            wanted->keys[wanted->count++] = day_key(day, keys[i]);
}

/* Those that have one of the keys; match: that match it by a rule too. */
static bool neighbours__near(struct laut_archive *archive, const struct wanted *wanted, const struct mention *match, struct arena *arena,
                             struct mentions *found, struct laut_error *error)
{
    const char *const list = builder_numbers(wanted->keys, wanted->count, arena, error);
    if (!list)
        return false;
    struct statement near = statement_open(archive, SQL_MENTIONS_NEAR, error);
    bool done = statement_bind(&near, "s", list);
    while (done && statement_step(&near)) {
        struct mention one;
        done = mention__read(archive, &near, arena, &one, error);
        one.rule = done && match && one.id != match->id ? rules_match(archive->rules, &match->features, &one.features) : -1;
        if (!done || (match && one.rule < 0))
            continue;
        struct mention *const kept = arena_append(arena, &found->items, &found->count, &found->capacity, sizeof *kept, error);
        done = kept != NULL;
        if (done)
            *kept = one;
    }
    return statement_close(&near) && done;
}

bool neighbours_find(struct laut_archive *archive, const struct mention *mention, struct arena *arena, struct mentions *found,
                     struct laut_error *error)
{
    const struct features *const features = &mention->features;
    const int64_t day = features->day;
    struct wanted wanted;
    wanted.count = 0;
    wanted__add(&wanted, archive->rules, features, true, features->dated ? day : day - DAYS_BEFORE, day);
    wanted__add(&wanted, archive->rules, features, false, features->dated ? day : day - DAYS_APART,
                day + (features->dated ? DAYS_BEFORE : DAYS_APART));
    return neighbours__near(archive, &wanted, mention, arena, found, error);
}

bool neighbours_alike(struct laut_archive *archive, const struct mention *mention, int64_t first, int64_t last, struct arena *arena,
                      struct mentions *found, struct laut_error *error)
{
    const int64_t key = rules_own_key(&mention->features);
    struct wanted wanted;
    wanted.count = 0;
    for (int64_t day = first; day <= last; day++)
        wanted.keys[wanted.count++] = day_key(day, key);
    return neighbours__near(archive, &wanted, NULL, arena, found, error);
}

bool neighbours_days(struct laut_archive *archive, const struct mention *mention, bool known[2 * DAYS_APART], struct arena *arena,
                     struct laut_error *error)
{
    const int64_t key = rules_own_key(&mention->features);
    int64_t keys[2 * DAYS_APART];
    for (int i = 0; i < 2 * DAYS_APART; i++) {
        keys[i] = day_key(mention->features.day - 1 - i, key);
        known[i] = false;
    }
    const char *const list = builder_numbers(keys, 2 * DAYS_APART, arena, error);
    if (!list)
        return false;
    struct statement find = statement_open(archive, SQL_MENTION_KEYS_KNOWN, error);
    const bool done = statement_bind(&find, "s", list);
    while (done && statement_step(&find))
        for (int i = 0; i < 2 * DAYS_APART; i++)
            known[i] = known[i] || keys[i] == column_number(&find, 0);
    return statement_close(&find) && done;
}
