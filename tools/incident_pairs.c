/* tools/incident_pairs.c: for tools/calibrate-incidents: what event/incident.c compares of each two mentions of a type.
 *
 *     incident_pairs REPORTS.jsonl        one line a pair: report, number of the earlier and of the later event (from 0, as in the record), the later's type, then
 *                                         "feature feature …", separated by tabs
 */
#include "each_report.h"
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
    return each_report(argc, argv, "incident_pairs", incident_pairs__document);
}
