/* report/tool.h: another program that turns a file into text, kept on a short lead.
 *
 *     tool_run({"pdftotext", "-", "-", NULL}, bytes, length, …)  ->  what it wrote to its standard output
 *
 * No shell runs it. Its input is what it is given, it works in an empty folder of its own that goes afterwards, with limits on time, memory and what it writes.
 */
#ifndef REPORT_TOOL_H
#define REPORT_TOOL_H

#include "base/arena.h"

enum { TOOL_SECONDS = 60, TOOL_MEGABYTES = 1024, TOOL_OUTPUT_MEGABYTES = 64 };

struct tool_output {
    const char *bytes;               /* in the arena, NUL-terminated */
    size_t length;
    char complaint[200];             /* the first line that it wrote to standard error, "" : none */
    int status;                      /* as it exited; below 0: it was ended */
};

/* words end with NULL, the first is the program's name, looked for where PATH says. False: it is not there (the remedy names the package), or could not be run. */
bool tool_run(struct arena *arena, const char *const *words, const char *package, const char *bytes, size_t length, struct tool_output *output,
              struct laut_error *error) __attribute__((warn_unused_result));

#endif
