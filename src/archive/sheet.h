/* archive/sheet.h: a coding sheet, one claim a line: what the machine coded, then a column right_… for each of its fields that a person fills
 * with y or n; empty: not judged. */
#ifndef ARCHIVE_SHEET_H
#define ARCHIVE_SHEET_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

/* items: rows of claims with stratum and weight. excel: for a German Excel. False: out of memory, or a write failed. */
bool sheet_write(const json_t *items, bool excel, FILE *stream);

#endif
