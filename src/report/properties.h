/* report/properties.h: what a document of an office program says of itself beside its text.
 *
 *     properties title "Drohnen für Moskau", created 2024-01-05; the text begins with these words
 *         ->  report.title "Drohnen für Moskau", published 2024-01-05, basis properties
 */
#ifndef REPORT_PROPERTIES_H
#define REPORT_PROPERTIES_H

#include "report/finish.h"

struct properties {
    const char *title, *author;      /* NULL or "": not told */
    const char *created, *changed;   /* ISO 8601 */
};

/* Text in paragraphs with a blank line between. The title counts where it stands in the text or the text begins without one (many a file still has
 * the title of its template), the date where no line of the text tells one. */
bool properties_finish(struct document *document, const struct report_knowledge *knowledge, const struct properties *properties, const char *text, size_t length,
                       const char *published_option, struct laut_error *error) __attribute__((warn_unused_result));

/* A text that grows; failed: memory ended. */
struct passages {
    struct arena *arena;
    struct laut_error *error;
    char *text;
    size_t length, room;
    bool failed;
};

void passages_add(struct passages *passages, const char *bytes, size_t length);
/* A new paragraph, where the present one holds anything. */
void passages_break(struct passages *passages);

#endif
