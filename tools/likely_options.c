/* tools/likely_options.c: for tools/calibrate-parties: what event/likely.c saw of every role that no word told.
 *
 *     likely_options REPORTS.jsonl        one line a role: report, byte of the trigger in its text, role, type, then "CODE feature feature …" by option
 *                                         ("-": nobody), separated by tabs
 */
#include "each_report.h"
#include "engine/engine.h"
#include "event/likely.h"

#include <stdio.h>

static void likely_options__print(const struct laut_document *read, const struct candidate *candidate, const char *role,
                                  const struct likely_options *options)
{
    const struct document *const document = &read->document;
    const uint32_t begin = document->tokens[candidate->token].span.begin_byte;
    (void)printf("%s\t%ld\t%s\t%s", document->report.id, (long)begin - (long)document->body_begin_byte, role, event_type_name(candidate->type));
    for (size_t i = 0; i < options->count; i++) {
        (void)printf("\t%s", options->items[i].code[0] ? options->items[i].code : "-");
        for (int feature = 0; feature < LIKELY_FEATURE_COUNT; feature++)
            if (options->items[i].features & UINT64_C(1) << feature)
                (void)printf(" %s", likely_feature_name((enum likely_feature)feature));
    }
    (void)putchar('\n');
}

static bool likely_options__document(const struct laut_document *read, struct laut_error *error)
{
    const struct event_knowledge *const knowledge = engine_event_knowledge(read->engine);
    struct document copy = read->document;
    struct scene scene;
    struct candidates candidates;
    struct likely likely;
    if (!scene_open(&scene, &copy, knowledge, error) || !candidates_find(&scene, copy.arena, &candidates, error) ||
        !likely_open(&scene, &candidates, copy.arena, &likely, error))
        return false;
    for (size_t i = 0; i < candidates.count; i++)
        for (int role = ROLE_ACTOR; role <= ROLE_RECIPIENT; role++) {
            struct likely_options options;
            if (likely_options(&likely, i, (enum frame_role_name)role, &options))
                likely_options__print(read, &candidates.items[i], role == ROLE_ACTOR ? "actor" : "recipient", &options);
        }
    return true;
}

int main(int argc, char **argv)
{
    return each_report(argc, argv, "likely_options", likely_options__document);
}
