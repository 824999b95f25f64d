/* entity/gazetteer.h: the cities of places-geonames.tsv, looked up in the mapped table itself.
 *
 *     gazetteer_find(gazetteer, document, 4, end, &row, &count)        "Charkiw" "wurde" …  ->  the row of Charkiw, count 1
 *
 * The table has tens of thousands of lines, of which a report needs a handful. They stand in the order of their names' bytes, so that
 * a start reads none of them and a look-up touches a few pages. A user's table is joined to it and sorted when the engine opens.
 */
#ifndef ENTITY_GAZETTEER_H
#define ENTITY_GAZETTEER_H

#include "base/table.h"
#include "report/document.h"

struct gazetteer;

struct gazetteer_city {
    const char *id, *name, *country;
    const char *geonames;            /* NULL: none */
    double latitude, longitude;
    bool needs_place;                /* counts only beside a word that tells a place */
};

/* The result lives in set->arena. NULL: error says file, line and cause. */
const struct gazetteer *gazetteer_open(const struct table_set *set, struct laut_error *error) __attribute__((warn_unused_result));

/* The longest name that begins at token and ends before end, as written or with the genitive's s; false: none. */
bool gazetteer_find(const struct gazetteer *gazetteer, const struct document *document, uint32_t token, uint32_t end, size_t *row,
                    uint32_t *count);
struct gazetteer_city gazetteer_city(const struct gazetteer *gazetteer, size_t row);

#endif
