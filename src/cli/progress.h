/* cli/progress.h: a bar on standard error, only where that is a terminal, standard output is none, and the work takes over a
 * second.
 *
 *     laut: [=========>          ]  47 %   1204 reports
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "laut.h"

struct progress {
    const struct laut_source *source;            /* NULL: no bar */
    size_t reports;
    double begin_s, shown_s;                     /* clock; shown_s 0: no bar stands there */
};

struct progress progress_begin(const struct laut_source *source);
/* One report more. */
void progress_show(struct progress *progress);
/* Takes the bar off the line. */
void progress_clear(struct progress *progress);

#endif
