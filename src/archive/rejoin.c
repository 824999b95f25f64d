/* archive/rejoin.c: see archive/rejoin.h. */
#include "archive/rejoin.h"

#include "archive/incidents.h"
#include "archive/joining.h"

#include <string.h>

enum { ARENA_EVERY = 500 };          /* mentions after which the memory they took is given back */

/* Those that tell just so much. */
static bool rejoin__each(struct laut_archive *archive, int rank, struct laut_error *error)
{
    struct arena *arena = arena_open(0, error);
    struct statement all = statement_open(archive, SQL_JOINED_ALL, error);
    bool done = arena != NULL;
    for (size_t count = 1; done && statement_step(&all); count++) {
        struct mention mention;
        done = mention_open(archive, column_number(&all, 0), arena, &mention, error) &&
               (rules_rank(&mention.features) != rank || joining_restore(archive, mention.id, column_number(&all, 1), arena, error));
        if (done && count % ARENA_EVERY == 0) {
            arena_free(arena);
            arena = arena_open(0, error);
            done = arena != NULL;
        }
    }
    arena_free(arena);
    return statement_close(&all) && done;
}

/* Incidents that no mention stands in any more forward to where their first mention stands now. */
static bool rejoin__forwards(struct laut_archive *archive, struct laut_error *error)
{
    struct statement left = statement_open(archive, SQL_JOINED_LEFT, error);
    bool done = !left.failed;
    while (done && statement_step(&left))
        done = incidents_forward(archive, column_number(&left, 0), column_number(&left, 1), error);
    return statement_close(&left) && done;
}

bool rejoin_all(struct laut_archive *archive, int64_t *differences, struct laut_error *error)
{
    static const enum sql clearing[] = {SQL_JOINED_BEFORE_DROP, SQL_JOINED_BEFORE,       SQL_JOINED_NAMES_DROP, SQL_JOINED_NAMES,
                                        SQL_JOINED_CLEAR,       SQL_JOINED_CLEAR_KEYS, SQL_JOINED_CLEAR_LINKS};
    int64_t before = 0, now = 0, pairs = 0;
    bool done = true;
    for (size_t i = 0; i < sizeof clearing / sizeof clearing[0]; i++)
        if (!statement_run(archive, clearing[i], error, ""))
            return false;
    for (int rank = RANK_MOST; done && rank >= 0; rank--)         /* what others hang on comes before them, so that few have to move */
        done = rejoin__each(archive, rank, error);
    if (!done || !statement_number(archive, SQL_JOINED_COUNT, error, &before, "") ||
        !statement_number(archive, SQL_JOINED_COUNT_NOW, error, &now, "") ||
        !statement_number(archive, SQL_JOINED_DIFFER, error, &pairs, "") || !rejoin__forwards(archive, error) ||
        !statement_run(archive, SQL_JOINED_FORGET, error, ""))
        return false;
    *differences = 2 * pairs - before - now;     /* 0 only where each incident of before is one of now */
    return statement_run(archive, SQL_PROPERTY_SET, error, "ss", "rules", archive->rules->sha256);
}

bool rejoin_if_outdated(struct laut_archive *archive, struct laut_error *error)
{
    char rules[65] = "";
    int64_t differences;
    struct statement find = statement_open(archive, SQL_PROPERTY_GET, error);
    if (statement_bind(&find, "s", "rules") && statement_step(&find) && column_string(&find, 0))
        (void)snprintf(rules, sizeof rules, "%s", column_string(&find, 0));
    if (!statement_close(&find))
        return false;
    if (strcmp(rules, archive->rules->sha256) == 0)
        return true;
    return archive_begin(archive, error) && archive_end(archive, rejoin_all(archive, &differences, error), error);
}
