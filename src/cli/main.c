#include "laut.h"

#include <string.h>

int main(int argc, char **argv)
{
    struct laut_error error = {.line = 0};
    char line[2048];
    if (argc > 1 && strcmp(argv[1], "--version") == 0) {
        (void)printf("laut %s\n", laut_version());
        return 0;
    }
    struct laut_engine *const engine = laut_engine_open(NULL, &error);
    if (!engine) {
        laut_error_describe(&error, line, sizeof line);
        (void)fprintf(stderr, "laut: %s\n", line);
        return 1;
    }
    int at = 1, status = 0;
    while (at < argc && (strcmp(argv[at], "read") == 0 || argv[at][0] == '-'))
        at++;
    struct laut_source *const source = laut_source_open(engine, (const char *const *)argv + at, (size_t)(argc - at), NULL, &error);
    struct laut_document *document;
    enum laut_reading reading;
    while (source && (reading = laut_source_read(source, &document, &error)) != LAUT_READING_END) {
        bool done = reading == LAUT_READING_DONE;
        if (done) {
            done = laut_document_code(document, &error) &&
                   laut_document_write(document, LAUT_FORMAT_JSON, NULL, stdout, &error);
            laut_document_free(document);
        }
        if (!done) {
            laut_error_describe(&error, line, sizeof line);
            (void)fprintf(stderr, "laut: %s\n", line);
            status = 1;
        }
    }
    laut_source_free(source);
    laut_engine_free(engine);
    return status;
}
