/* entity/gazetteer.c: binary search over the rows of places-geonames.tsv, ordered by the bytes of their names.
 *
 * All names that begin with one word stand together: from the first row that is not less than the word, as long as names begin with it. */
#include "entity/gazetteer.h"

#include <stdlib.h>
#include <string.h>

enum { ID, NAME, COUNTRY, NEEDS, LATITUDE, LONGITUDE, GEONAMES, COLUMN_COUNT = 9 };

struct named_row {
    const char *name;
    size_t row;
};

struct gazetteer {
    const struct table *table;
    const struct named_row *order;   /* [row_count] with a user's table; NULL: the table is in order */
};

static int gazetteer__compare(const void *a, const void *b)
{
    const struct named_row *const first = a, *const second = b;
    const int order = strcmp(first->name, second->name);
    return order ? order : (first->row > second->row) - (first->row < second->row);
}

/* A user's lines come behind the shipped ones. */
static bool gazetteer__sort(struct gazetteer *gazetteer, struct arena *arena, struct laut_error *error)
{
    const struct table *const table = gazetteer->table;
    struct named_row *const order = arena_take(arena, table->row_count, sizeof *order, error);
    for (size_t row = 0; order && row < table->row_count; row++)
        order[row] = (struct named_row){table_cell(table, row, NAME), row};
    if (order)
        qsort(order, table->row_count, sizeof *order, gazetteer__compare);
    gazetteer->order = order;
    return order != NULL;
}

const struct gazetteer *gazetteer_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "name", "country", "needs", "latitude", "longitude", "geonames", "source", "checked"};
    struct gazetteer *const gazetteer = arena_take(set->arena, 1, sizeof *gazetteer, error);
    if (!gazetteer)
        return NULL;
    gazetteer->table = table_open(set, "entity/places-geonames.tsv", columns, COLUMN_COUNT, error);
    const bool done = gazetteer->table && (!gazetteer->table->overlay_path || gazetteer__sort(gazetteer, set->arena, error));
    return done ? gazetteer : NULL;
}

static size_t gazetteer__row(const struct gazetteer *gazetteer, size_t place)
{
    return gazetteer->order ? gazetteer->order[place].row : place;
}

static const char *gazetteer__name(const struct gazetteer *gazetteer, size_t place)
{
    return table_cell(gazetteer->table, gazetteer__row(gazetteer, place), NAME);
}

/* The first place in the order whose name is not less than the length bytes of word. */
static size_t gazetteer__first(const struct gazetteer *gazetteer, const char *word, size_t length)
{
    size_t low = 0, high = gazetteer->table->row_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strncmp(gazetteer__name(gazetteer, middle), word, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How many tokens from token on are this name, 0: they are another; the last may have the genitive's s. */
static uint32_t gazetteer__matches(const struct document *document, const char *name, uint32_t token, uint32_t end)
{
    for (uint32_t at = token; at < end; at++) {
        const char *const form = document->tokens[at].form;
        const size_t part = strcspn(name, " "), length = strlen(form);
        const bool last = !name[part];
        const bool genitive = last && length == part + 1 && form[part] == 's' && part > 2;
        if (memcmp(form, name, length < part ? length : part) != 0 || (length != part && !genitive))
            return 0;
        if (last)
            return at + 1 - token;
        name += part + 1;
    }
    return 0;
}

/* The longest name whose first word is the length bytes of word; names of one word and of several stand together, the space before all
 * other bytes. */
static void gazetteer__longest(const struct gazetteer *gazetteer, const struct document *document, const char *word, size_t length,
                               uint32_t token, uint32_t end, size_t *row, uint32_t *count)
{
    for (size_t place = gazetteer__first(gazetteer, word, length); place < gazetteer->table->row_count; place++) {
        const char *const name = gazetteer__name(gazetteer, place);
        if (strncmp(name, word, length) != 0 || (name[length] && name[length] != ' '))
            break;
        const uint32_t words = gazetteer__matches(document, name, token, end);
        if (words > *count) {
            *row = gazetteer__row(gazetteer, place);
            *count = words;
        }
    }
}

bool gazetteer_find(const struct gazetteer *gazetteer, const struct document *document, uint32_t token, uint32_t end, size_t *row,
                    uint32_t *count)
{
    const char *const form = document->tokens[token].form;
    const size_t length = strlen(form);
    *count = 0;
    gazetteer__longest(gazetteer, document, form, length, token, end, row, count);
    if (!*count && length > 3 && form[length - 1] == 's')
        gazetteer__longest(gazetteer, document, form, length - 1, token, token + 1, row, count);
    return *count > 0;
}

struct gazetteer_city gazetteer_city(const struct gazetteer *gazetteer, size_t row)
{
    const struct table *const table = gazetteer->table;
    const char *const geonames = table_cell(table, row, GEONAMES);
    return (struct gazetteer_city){
        .id = table_cell(table, row, ID), .name = table_cell(table, row, NAME), .country = table_cell(table, row, COUNTRY),
        .geonames = geonames[0] ? geonames : NULL, .latitude = strtod(table_cell(table, row, LATITUDE), NULL),
        .longitude = strtod(table_cell(table, row, LONGITUDE), NULL), .needs_place = table_cell(table, row, NEEDS)[0] != '\0'};
}
