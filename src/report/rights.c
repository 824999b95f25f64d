/* report/rights.c: the row of reservations.tsv that stands highest of those that are told holds, in whatever order they come. */
#include "report/rights.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { COLUMN_ID, COLUMN_WHERE, COLUMN_NAME, COLUMN_VALUE, COLUMN_SAYS, COLUMN_COUNT = 7, LONGEST_VALUE = 1024 };

const struct table *reservations_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[COLUMN_COUNT] = {"id", "where", "name", "value", "says", "source", "checked"};
    static const char *const says[] = {"reserved", "free", "policy"};
    const struct table *const table = table_open(set, "report/reservations.tsv", columns, COLUMN_COUNT, error);
    for (size_t row = 0; table && row < table->row_count; row++)
        if (table_term(table_cell(table, row, COLUMN_SAYS), says, sizeof says / sizeof says[0]) < 0) {
            (void)table_error(table, row, error, "write reserved, free or policy", "\"%s\" is not known", table_cell(table, row, COLUMN_SAYS));
            return NULL;
        }
    return table;
}

static bool rights__has_word(const char *value, const char *word)
{
    static const char separators[] = " \t,;";
    const size_t length = strlen(word);
    for (const char *at = value + strspn(value, separators); *at; at += strspn(at, separators)) {
        const size_t there = strcspn(at, separators);
        if (there == length && strncasecmp(at, word, length) == 0)
            return true;
        at += there;
    }
    return false;
}

static bool rights__take(const struct table *reservations, struct rights *rights, size_t row, const char *value, struct arena *arena,
                         struct laut_error *error)
{
    const char *const says = table_cell(reservations, row, COLUMN_SAYS);
    const bool policy = strcmp(says, "policy") == 0;
    uint32_t *const rank = policy ? &rights->policy_rank : &rights->rank;       /* from 1: 0 is nothing told */
    if (*rank && *rank <= row + 1)
        return true;
    *rank = (uint32_t)row + 1;
    if (policy) {
        rights->policy = arena_copy_string(arena, value, strlen(value), error);
        return rights->policy != NULL;
    }
    rights->basis = table_cell(reservations, row, COLUMN_ID);
    rights->reservation = strcmp(says, "free") == 0 ? RESERVATION_NONE : RESERVATION_MADE;
    return true;
}

bool rights_tell(const struct table *reservations, struct rights *rights, const char *where, const char *name, const char *value,
                 struct arena *arena, struct laut_error *error)
{
    for (size_t row = 0; row < reservations->row_count; row++) {
        const char *const word = table_cell(reservations, row, COLUMN_VALUE);
        if (strcmp(table_cell(reservations, row, COLUMN_WHERE), where) == 0 && strcasecmp(table_cell(reservations, row, COLUMN_NAME), name) == 0 &&
            (!word[0] || rights__has_word(value, word)) && !rights__take(reservations, rights, row, value, arena, error))
            return false;
    }
    return true;
}

void rights_join(struct rights *rights, const struct rights *also)
{
    if (also->rank && (!rights->rank || also->rank < rights->rank)) {
        rights->rank = also->rank;
        rights->basis = also->basis;
        rights->reservation = also->reservation;
    }
    if (also->policy_rank && (!rights->policy_rank || also->policy_rank < rights->policy_rank)) {
        rights->policy_rank = also->policy_rank;
        rights->policy = also->policy;
    }
    if (also->robots)
        rights->robots = also->robots;
}

static bool rights__tell_line(const struct table *reservations, struct rights *rights, const char *line, size_t length, struct arena *arena, struct laut_error *error)
{
    char name[64], value[LONGEST_VALUE];
    const char *const colon = memchr(line, ':', length);
    if (!colon || (size_t)(colon - line) >= sizeof name)
        return true;
    const char *begin = colon + 1, *end = line + length;
    while (begin < end && (*begin == ' ' || *begin == '\t'))
        begin++;
    while (end > begin && (end[-1] == '\r' || end[-1] == '\n' || end[-1] == ' '))
        end--;
    (void)snprintf(name, sizeof name, "%.*s", (int)(colon - line), line);
    (void)snprintf(value, sizeof value, "%.*s", (int)(end - begin), begin);
    return rights_tell(reservations, rights, "header", name, value, arena, error);
}

bool rights_tell_header(const struct table *reservations, struct rights *rights, const char *header, size_t length, struct arena *arena, struct laut_error *error)
{
    for (const char *at = header, *const end = header + length, *stop; at < end && (stop = memchr(at, '\n', (size_t)(end - at))) != NULL; at = stop + 1)
        if (!rights__tell_line(reservations, rights, at, (size_t)(stop - at), arena, error))
            return false;
    return true;
}
