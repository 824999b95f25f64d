/* event/incident_mention.h: what one mention of an act tells beside its record, read once for all comparisons with others.
 *
 *     "Dabei waren drei Soldaten getötet worden."  ->  deed DEED_HARM, thereby, pluperfect, recipient "Soldat", number 3
 */
#ifndef EVENT_INCIDENT_MENTION_H
#define EVENT_INCIDENT_MENTION_H

#include "event/scene.h"

enum { INCIDENT_PARTIES_MOST = 4 };

enum incident_determiner { DETERMINER_NONE /* a verb */, DETERMINER_BARE, DETERMINER_DEFINITE, DETERMINER_INDEFINITE, DETERMINER_THIS };

struct incident_party_heads {        /* of the first parties of a role, in their order */
    uint32_t tokens[INCIDENT_PARTIES_MOST];      /* DOCUMENT_NONE: not in the text */
    size_t count;
};

struct incident_mention {
    const struct event *event;
    const char *lemma;               /* of the trigger */
    enum deed deed;                  /* DEED_NONE: not told */
    enum incident_determiner determiner;
    struct incident_party_heads actors, recipients;
    double number;                   /* of those who suffer it; NAN: not told */
    bool person;                     /* one of those who suffer it is a person or a group of people */
    bool plural, earlier, often, thereby, pluperfect, old, tells_place;
};

void incident_mention_read(const struct scene *scene, const struct event *event, struct incident_mention *mention);

#endif
