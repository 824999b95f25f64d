/* event/confidence.c: the probability that type, actors, recipients, source and polarity of an event are all right.
 *
 * An event has one feature of each kind: how the trigger was read, where actor and recipient were found, who the source is, its type, how
 * sure it is. event/confidence.tsv gives points w for each, and
 *     p = 1 / (1 + exp(-sum of w / 100))                              logistic regression
 * tools/calibrate fits them on the development reports and coded articles; docs/confidence.md tells how well they hold there by cross-validation.
 */
#include "event/confidence.h"

#include "parse/tree.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CONFIDENCE_FEATURES = 8, CONFIDENCE_LONG_SENTENCE = 30 };

static const char *confidence__trigger(const struct scene *scene, const struct candidate *candidate)
{
    const struct frame *const frame = candidate->match.frame;
    if (scene->participle[candidate->token])
        return "trigger-participle";
    switch (frame->kind) {
    case FRAME_NOUN:
        return candidate->bare ? "trigger-bare-noun" : "trigger-noun";
    case FRAME_LIGHT:
        return "trigger-light-verb";
    case FRAME_MODAL:
        return "trigger-modal";
    default:
        return frame->condition_count ? "trigger-verb-with-conditions" : "trigger-verb";
    }
}

static bool confidence__has_code(const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (!parties->items[i].code[0])
            return false;
    return true;
}

static const char *confidence__actor(const struct candidate *candidate)
{
    static const char *const paths[] = {"actor-none", "actor-own", "actor-clause", "actor-content", "actor-report", "actor-likely"};
    return candidate->actors.count && !confidence__has_code(&candidate->actors) ? "actor-unknown" : paths[candidate->actor_path];
}

static const char *confidence__recipient(const struct candidate *candidate)
{
    static const char *const paths[] = {"recipient-none", "recipient-own", "recipient-clause", "recipient-content", "recipient-report", "recipient-likely"};
    if (!candidate->recipients.count && !candidate->match.frame->roles[ROLE_RECIPIENT].count)
        return "recipient-not-expected";
    return candidate->recipients.count && !confidence__has_code(&candidate->recipients) ? "recipient-unknown"
                                                                                        : paths[candidate->recipient_path];
}

static const char *confidence__source(const struct event *event)
{
    if (!event->source_count)
        return "source-none";
    return event->source_count > 1 ? "source-chain" : event->sources[0].code[0] ? "source-known" : "source-unknown";
}

/* Points of a feature; one that the table does not have counts nothing. */
static double confidence__points(const struct event_knowledge *knowledge, const char *feature)
{
    const char *const points = knowledge_confidence(knowledge, feature);
    return points ? strtod(points, NULL) : 0;
}

bool confidence_set(const struct scene *scene, const struct candidate *candidate, struct event *event, struct laut_error *error)
{
    const struct document *const document = scene->document;
    const char **const features = arena_take(document->arena, CONFIDENCE_FEATURES, sizeof *features, error);
    if (!features)
        return false;
    const bool long_sentence = document->sentences[event->sentence].tokens.count > CONFIDENCE_LONG_SENTENCE;
    const char *const found[CONFIDENCE_FEATURES] = {"all", confidence__trigger(scene, candidate), confidence__actor(candidate),
                                                    confidence__recipient(candidate), confidence__source(event),
                                                    event_type_name(event->type),
                                                    event->factuality == FACTUALITY_CT_PLUS ? "sure" : "not-sure",
                                                    long_sentence ? "sentence-long" : "sentence-short"};
    double points = 0;
    for (size_t i = 0; i < CONFIDENCE_FEATURES; i++) {
        features[i] = found[i];
        points += confidence__points(scene->knowledge, found[i]);
    }
    event->why_confidence = features;
    event->why_confidence_count = CONFIDENCE_FEATURES;
    event->confidence = 1 / (1 + exp(-points / 100));
    return true;
}
