/* cli/adding.h: reports or records into an open archive, with messages for what is refused and a sum at the end. */
#ifndef CLI_ADDING_H
#define CLI_ADDING_H

#include "cli/jobs.h"

struct adding_plan {
    struct laut_engine_options engine;
    struct laut_source_options source;
    const char *const *paths;
    size_t path_count;
    unsigned jobs;
    bool verbose;
};

struct adding_sum {
    size_t new, versions, same, refused, claims;
    bool broken;                     /* the archive could not be written: no use to go on */
};

/* Exit statuses. */
int adding_reports(struct laut_archive *archive, const struct adding_plan *plan);
int adding_records(struct laut_archive *archive, const struct adding_plan *plan);

/* Codes what paths name with an engine that is open, and adds it. False: stopped. */
bool adding_coded(struct laut_archive *archive, const struct laut_engine *engine, const struct adding_plan *plan, struct adding_sum *sum);
void adding_tell(const struct adding_sum *sum);

#endif
