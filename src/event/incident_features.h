/* event/incident_features.h: what two mentions have in common and where they differ. */
#ifndef EVENT_INCIDENT_FEATURES_H
#define EVENT_INCIDENT_FEATURES_H

#include "event/incident_mention.h"

/* Of an earlier and a later mention of one family. */
void incident_features(const struct scene *scene, const struct incident_mention *earlier, const struct incident_mention *later, struct incident_features *features);

#endif
