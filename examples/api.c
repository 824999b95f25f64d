/* api.c: who did what to whom, according to whom, from a C program:  cc api.c $(pkg-config --cflags --libs laut) */
#include <laut.h>

static int fail(const struct laut_error *error)
{
    char line[1024];
    laut_error_describe(error, line, sizeof line);
    (void)fprintf(stderr, "api: %s\n", line);
    return 1;
}

static void print_parties(const char *label, struct laut_parties parties)
{
    for (size_t i = 0; i < parties.count; i++)
        (void)printf("%s%s (%s)", i ? ", " : label, parties.items[i].text, parties.items[i].code ? parties.items[i].code : "?");
}

int main(int argc, char **argv)
{
    struct laut_error error;
    const char *const text = argc > 1 ? argv[1] : "Teheran dementiert, Drohnen an Russland geliefert zu haben.";
    struct laut_engine *const engine = laut_engine_open(NULL, &error);
    if (!engine)
        return fail(&error);
    const struct laut_report_given report = {.text = text, .published = "2024-01-05"};
    struct laut_document *const document = laut_document_read(engine, &report, &error);
    for (size_t i = 0; document && i < laut_document_event_count(document); i++) {
        const struct laut_event *const event = laut_document_event(document, i);
        (void)printf("%s %s", event->type, event->factuality);
        print_parties("  by ", event->actors);
        print_parties("  to ", event->recipients);
        print_parties("  according to ", event->sources);
        (void)puts("");
    }
    laut_document_free(document);
    laut_engine_free(engine);
    return document ? 0 : fail(&error);
}
