/* cli/watch.h: laut add --watch: adds what arrives in a folder, until the process is told to end. */
#ifndef CLI_WATCH_H
#define CLI_WATCH_H

#include "cli/adding.h"

/* Exit status. */
int watch_folder(struct laut_archive *archive, const struct adding_plan *plan, const char *folder);

#endif
