/* cli/jobs.h: many reports on many threads, results in the order of the input.
 *
 *     jobs_run(source, &(struct jobs){.count = 4, .format = LAUT_FORMAT_JSON, .emit = print}, &error)
 */
#ifndef CLI_JOBS_H
#define CLI_JOBS_H

#include "laut.h"

struct job_result {
    bool failed;                     /* error says why, bytes are not there */
    bool passed;                     /* in another language than the one asked for: not emitted */
    struct laut_error error;
    char *bytes;                     /* what laut_document_write wrote */
    size_t length;
    struct laut_original original;   /* what it was read from, where keep_bytes asks for it */
    char input[512];                 /* the report's file */
    char id[128];
    uint32_t input_line;
};

struct jobs {
    unsigned count;                  /* threads; 1: none beside the caller's */
    enum laut_format format;
    struct laut_style style;
    bool keep_bytes;                 /* of a source that has them */
    bool (*emit)(void *context, const struct job_result *);      /* on the caller's thread, in order; false: stop */
    void *context;
};

/* False: the threads could not be started or emit said stop. No more than a few reports per thread are in memory at once. */
bool jobs_run(struct laut_source *source, const struct jobs *jobs, struct laut_error *error);

/* Processors that this process may use. */
unsigned jobs_processors(void);

#endif
