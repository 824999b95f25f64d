/* cli/query.h: commands that ask the archive for rows: find, incidents, transfers, reports, actors, timeline. */
#ifndef CLI_QUERY_H
#define CLI_QUERY_H

#include "cli/arguments.h"
#include "laut.h"

#include <jansson.h>

enum { QUERY_ARCHIVE, QUERY_JSON, QUERY_CSV, QUERY_LIMIT, QUERY_WIDTH, QUERY_REVIEWED, QUERY_OWN };      /* QUERY_OWN: a command's own options follow */

enum { QUERY_COLUMNS = 32, QUERY_CELL_BYTES = 512 };

/* A column of a table: what stands in it, made of a row; least columns wide, and its part of what is left. */
struct query_column {
    const char *name;
    void (*cell)(const json_t *row, char text[QUERY_CELL_BYTES]);
    unsigned width, share;
    bool table;                      /* false: in CSV only */
};

extern const struct query_column query_event_columns[], query_incident_columns[], query_report_columns[], query_actor_columns[],
    query_timeline_columns[], query_transfer_columns[], query_review_columns[], query_log_columns[];

/* One line of CSV; row NULL: the names of the columns. */
void query_write_csv(const struct query_column *columns, const json_t *row, FILE *stream);

/* Rows below the names of their columns, on standard output, width columns of the terminal wide. */
void query_write_table(const struct query_column *columns, const json_t *rows, unsigned width);

/* A line for each claim: how sure, by whose word, the words it rests on. */
void query_write_claims(const json_t *claims);

/* columns end with a name NULL. Exit status. */
int query_run(const struct arguments *arguments, struct laut_query *query, const struct query_column *columns);

#endif
