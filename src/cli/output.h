/* cli/output.h: from a plan to printed results: opens engine and source, runs the jobs, prints or writes files, shows progress,
 * tells errors, gives the exit status. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/jobs.h"

struct output_plan {
    struct laut_engine_options engine;
    struct laut_source_options source;
    const char *const *paths;
    size_t path_count;
    const char *folder;              /* --out; NULL: standard output */
};

/* Fills in jobs' emit. */
int output_run(const struct output_plan *plan, struct jobs *jobs);

bool output_is_terminal(void);
/* Columns: the terminal's, else COLUMNS, else 100. */
unsigned output_width(void);

#endif
