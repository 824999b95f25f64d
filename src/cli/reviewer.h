/* cli/reviewer.h: who reviews. */
#ifndef CLI_REVIEWER_H
#define CLI_REVIEWER_H

#include <stddef.h>

enum { REVIEWER_BYTES = 128 };

/* option, else the first line of laut/reviewer below XDG_CONFIG_HOME or ~/.config, else the environment's USER. NULL: nobody. */
const char *reviewer_of(const char *option, char name[static REVIEWER_BYTES]);

#endif
