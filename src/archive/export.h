/* archive/export.h: claims in the forms of others. Each form writes one claim; export.c reads them and opens and closes the file. */
#ifndef ARCHIVE_EXPORT_H
#define ARCHIVE_EXPORT_H

#include "archive/archive.h"

#include <jansson.h>
#include <stdio.h>

struct export {
    struct laut_archive *archive;
    const struct laut_export *plan;
    FILE *stream;
    size_t rows;
    json_t *seen;                    /* ids of entities that were written already */
};

/* False: out of memory. Writing errors are looked for at the end. */
bool export_csv(struct export *export, const json_t *event);
bool export_conflict(struct export *export, const json_t *event);
bool export_plover(struct export *export, const json_t *event);
bool export_entities(struct export *export, const json_t *event);
bool export_annotation(struct export *export, const json_t *event);

void export_csv_head(const struct export *export);
void export_conflict_head(const struct export *export);
bool export_codebook(enum laut_export_form form, FILE *stream);

/* "withdrawn", "superseded; embargo until 2024-01-05T12:00:00Z": what is to be known of the claim's report and standing; "" nothing. */
void export_mark(const json_t *event, char *text, size_t size);

/* "withdrawn: according to John Kirby (USA), certain: " what a form has no field for, before the words; into text. */
void export_according(const json_t *event, char *text, size_t size);

/* "machine, unreviewed", "corrected by Ada" into text. */
void export_review(const json_t *event, char *text, size_t size);

/* One JSON object and a newline; takes the object. */
bool export_json(struct export *export, json_t *object);
void export_cell(const struct export *export, const char *text, bool last);

#endif
