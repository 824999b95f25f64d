/* tools/incident_pairs.c: for tools/calibrate-incidents: what event/incident.c compares of each two mentions of a type.
 *
 *     incident_pairs REPORTS.jsonl        one line a pair: report, number of the earlier and of the later event (from 0, as in the record), the later's type, then
 *                                         "feature feature …", separated by tabs
 */
#include "engine/engine.h"
#include "event/event.h"
#include "event/incident_features.h"

#include <stdio.h>

static void incident_pairs__print(const struct document *document, size_t earlier, size_t later, const struct incident_features *features)
{
    (void)printf("%s\t%zu\t%zu\t%s\t", document->report.id, earlier, later, event_type_name(document->events[later].type));
    for (int feature = 0; feature < INCIDENT_FEATURE_COUNT; feature++)
        if (features->has[feature])
            (void)printf("%s%s", feature ? " " : "", incident_feature_name((enum incident_feature)feature));
    (void)putchar('\n');
}

static bool incident_pairs__document(const struct laut_document *read, struct laut_error *error)
{
    struct document copy = read->document;
    struct scene scene;
    if (!event_find(&copy, engine_event_knowledge(read->engine), &scene, error))
        return false;
    struct incident_mention *const mentions = arena_take(copy.arena, copy.event_count + 1, sizeof *mentions, error);
    if (mentions)
        incident_mentions_read(&scene, copy.events, copy.event_count, mentions);
    for (size_t later = 0; mentions && later < copy.event_count; later++)
        for (size_t earlier = 0; earlier < later; earlier++) {
            struct incident_features features;
            if (!incident_same_family(copy.events[earlier].type, copy.events[later].type))
                continue;
            incident_features(&scene, &mentions[earlier], &mentions[later], &features);
            incident_pairs__print(&copy, earlier, later, &features);
        }
    return mentions != NULL;
}

int main(int argc, char **argv)
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
        done = reading == LAUT_READING_DONE && laut_document_code(document, &error) && incident_pairs__document(document, &error);
        if (reading == LAUT_READING_DONE)
            laut_document_free(document);
    }
    if (!done) {
        char line[2048];
        laut_error_describe(&error, line, sizeof line);
        (void)fprintf(stderr, "incident_pairs: %s\n", argc > 1 ? line : "usage: incident_pairs REPORTS.jsonl");
    }
    laut_source_free(source);
    laut_engine_free(engine);
    return done ? 0 : 1;
}
