/* event/incident.c: which mentions of a report tell one act (coding guide, section 1).
 *
 * Two mentions of a type (AID and COOPERATE count as one) are compared by what they have in common and where they differ (incident_features.c): parties,
 * time, place, arms, the kind of deed, words, where they stand. Each of these has points in event/incident.tsv, in hundredths of a logit, fitted by
 * tools/calibrate-incidents to coded reports. A mention joins the incident whose mentions speak for it most, on the average, if that is above the
 * threshold, else it opens a new one. The threshold lies where the F1 of pairs is best, well below an even chance (docs/measuring.md).
 */
#include "event/incident.h"

#include "event/incident_features.h"

enum { POINTS_THRESHOLD = -125 };

struct incident_fit {
    float points;                    /* of its mentions with the one asked for, in all */
    uint32_t count;
};

/* The incident that takes the mention, 0: none. fits: [last + 1], by incident. */
static uint32_t incident__best(const struct scene *scene, const struct incident_mention *mentions, size_t index, uint32_t last, struct incident_fit *fits)
{
    const enum event_type type = mentions[index].event->type;
    uint32_t best = 0;
    for (uint32_t incident = 1; incident <= last; incident++)
        fits[incident] = (struct incident_fit){0, 0};
    for (size_t i = 0; i < index; i++) {
        if (!incident_same_family(mentions[i].event->type, type))
            continue;
        struct incident_features features;
        struct incident_fit *const fit = &fits[mentions[i].event->incident];
        incident_features(scene, &mentions[i], &mentions[index], &features);
        fit->points += incident_points_sum(scene->knowledge->incident, type, &features);
        fit->count++;
    }
    for (uint32_t incident = 1; incident <= last; incident++) {
        fits[incident].points = fits[incident].count ? fits[incident].points / (float)fits[incident].count : POINTS_THRESHOLD - 1;
        if (fits[incident].points >= POINTS_THRESHOLD && (!best || fits[incident].points > fits[best].points))
            best = incident;
    }
    return best;
}

bool incident_number(const struct scene *scene, struct event *events, size_t count, struct laut_error *error)
{
    struct incident_fit *const fits = arena_take(scene->document->arena, count + 1, sizeof *fits, error);
    struct incident_mention *const mentions = arena_take(scene->document->arena, count + 1, sizeof *mentions, error);
    uint32_t last = 0;
    if (!fits || !mentions)
        return false;
    incident_mentions_read(scene, events, count, mentions);
    for (size_t i = 0; i < count; i++) {
        events[i].incident = incident__best(scene, mentions, i, last, fits);
        if (!events[i].incident)
            events[i].incident = ++last;
    }
    return true;
}
