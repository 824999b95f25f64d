/* tools/each_report.c: reads and codes one report after the other, until one fails. */
#include "each_report.h"

#include <stdio.h>

int each_report(int argc, char **argv, const char *name, bool (*see)(const struct laut_document *, struct laut_error *))
{
    struct laut_error error = {.line = 0};
    struct laut_engine *const engine = laut_engine_open(NULL, &error);
    const char *const *const paths = (const char *const *)(argv + 1);
    struct laut_source *const source = engine && argc > 1 ? laut_source_open(engine, paths, (size_t)argc - 1, NULL, &error) : NULL;
    bool done = source != NULL;
    while (done) {
        struct laut_document *document;
        const enum laut_reading reading = laut_source_read(source, &document, &error);
        if (reading == LAUT_READING_END)
            break;
        done = reading == LAUT_READING_DONE && laut_document_code(document, &error) && see(document, &error);
        if (reading == LAUT_READING_DONE)
            laut_document_free(document);
    }
    if (!done && argc > 1) {
        char line[2048];
        laut_error_describe(&error, line, sizeof line);
        (void)fprintf(stderr, "%s: %s\n", name, line);
    } else if (!done) {
        (void)fprintf(stderr, "%s: usage: %s REPORTS.jsonl\n", name, name);
    }
    laut_source_free(source);
    laut_engine_free(engine);
    return done ? 0 : 1;
}
