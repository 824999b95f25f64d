/* event/incident_features.h: what two mentions have in common and where they differ. */
#ifndef EVENT_INCIDENT_FEATURES_H
#define EVENT_INCIDENT_FEATURES_H

#include "event/incident_mention.h"

/* Of mentions[earlier] and mentions[later], earlier < later < count. */
void incident_features(const struct scene *scene, const struct incident_mention *mentions, size_t count, size_t earlier, size_t later, struct incident_features *features);

#endif
