/* cli/propose.h: what laut review --propose prints and, where a person accepts, writes. */
#ifndef CLI_PROPOSE_H
#define CLI_PROPOSE_H

#include "cli/arguments.h"
#include "laut.h"

struct propose_options {
    const char *archive, *tables, *accept, *least;         /* NULL: none */
    bool json;
};

/* Exit status. */
int propose_run(const struct arguments *arguments, const struct propose_options *options);

#endif
