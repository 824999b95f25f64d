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
    size_t rank, of_family;          /* its number among the mentions that can tell one act by their type, from 0, and how many they are */
    const char *lemma;               /* of the trigger */
    enum deed deed;                  /* DEED_NONE: not told */
    enum incident_determiner determiner;
    struct incident_party_heads actors, recipients;
    double number;                   /* of those who suffer it; NAN: not told */
    bool person;                     /* one of those who suffer it is a person or a group of people */
    bool plural, earlier, often, thereby, pluperfect, old, tells_place;
};

/* Can mentions of these types tell one act? */
bool incident_same_family(enum event_type a, enum event_type b);

/* mentions: [count], of events[count]. */
void incident_mentions_read(const struct scene *scene, const struct event *events, size_t count, struct incident_mention *mentions);

#endif
