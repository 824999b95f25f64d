/* engine/csv.h: events as a table, one line each, RFC 4180.
 *
 *     review,report_id,…,claim,type,mode,actor_text,actor_code,…
 *     "machine, unreviewed",seed,…,c-5f3a…,ASSAULT,heavy-weapons,Russland,RUS,…
 *
 * Several actors, items … of one event stand in one cell, separated by "; ", in the same order in all of their columns.
 */
#ifndef ENGINE_CSV_H
#define ENGINE_CSV_H

#include "engine/record.h"

bool csv_write_header(FILE *stream, struct laut_error *error) __attribute__((warn_unused_result));
bool csv_write(const struct record *record, double min_confidence, FILE *stream, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
