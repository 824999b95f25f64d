/* tools/each_report.h: what the programs that show a stage's inside have in common: they code every report of the files named and print of each.
 *
 *     return each_report(argc, argv, "incident_pairs", incident_pairs__document);
 */
#ifndef TOOLS_EACH_REPORT_H
#define TOOLS_EACH_REPORT_H

#include "laut.h"

#include <stdbool.h>

/* Calls see for each coded report of the arguments; the status of main. What went wrong is told under the program's name. */
int each_report(int argc, char **argv, const char *name, bool (*see)(const struct laut_document *, struct laut_error *));

#endif
