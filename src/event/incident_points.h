/* event/incident_points.h: what speaks for and against two mentions' being one act, and how much: event/incident.tsv.
 *
 *     time-other  -  -> -300     acts of different days are seldom one
 */
#ifndef EVENT_INCIDENT_POINTS_H
#define EVENT_INCIDENT_POINTS_H

#include "base/table.h"
#include "report/document.h"

/* Of an earlier and a later mention; where neither is named, of both. */
enum incident_feature {
    INCIDENT_ANY,                    /* of every pair */
    /* The best fit of two parties in a role: one entity, one country, a party without a country, told in one mention alone, another country though one
     * was guessed, another country; then: no sector in common, a state here and its foes there, the same word for another phrase, other nouns, one phrase. */
    INCIDENT_ACTOR_SAME, INCIDENT_ACTOR_COUNTRY, INCIDENT_ACTOR_OPEN, INCIDENT_ACTOR_ONE, INCIDENT_ACTOR_GUESSED, INCIDENT_ACTOR_OTHER, INCIDENT_ACTOR_SECTOR,
    INCIDENT_ACTOR_FOES, INCIDENT_ACTOR_WORD, INCIDENT_ACTOR_NOUN, INCIDENT_ACTOR_PHRASE,
    INCIDENT_RECIPIENT_SAME, INCIDENT_RECIPIENT_COUNTRY, INCIDENT_RECIPIENT_OPEN, INCIDENT_RECIPIENT_ONE, INCIDENT_RECIPIENT_GUESSED, INCIDENT_RECIPIENT_OTHER,
    INCIDENT_RECIPIENT_SECTOR, INCIDENT_RECIPIENT_FOES, INCIDENT_RECIPIENT_WORD, INCIDENT_RECIPIENT_NOUN, INCIDENT_RECIPIENT_PHRASE,
    INCIDENT_PEOPLE, INCIDENT_PEOPLE_ONE,                                /* both, one of them hit people */
    INCIDENT_RETURNED, INCIDENT_RETURNED_COUNTRY,                        /* who does the one suffers the other */
    INCIDENT_NUMBER_SAME, INCIDENT_NUMBER_OTHER,                         /* of those who suffer it */
    INCIDENT_TIME_SAME, INCIDENT_TIME_WITHIN, INCIDENT_TIME_OTHER, INCIDENT_TIME_ONE, INCIDENT_TIME_OLD /* one was long before the report */,
    INCIDENT_PLACE_SAME, INCIDENT_PLACE_COUNTRY /* the same */, INCIDENT_PLACE_WITHIN /* a country and a place in it */, INCIDENT_PLACE_POINTS /* two towns */,
    INCIDENT_PLACE_REGIONS, INCIDENT_PLACE_ABROAD, INCIDENT_PLACE_ONE,
    INCIDENT_ITEMS_SAME, INCIDENT_ITEMS_GENERAL /* "Waffen" */, INCIDENT_ITEMS_OTHER, INCIDENT_ITEMS_ONE,
    INCIDENT_MODE_SAME, INCIDENT_MODE_OTHER, INCIDENT_MODE_ONE,
    INCIDENT_DEED_SAME, INCIDENT_DEED_HARM /* one tells what became of people */, INCIDENT_DEED_DEFENCE /* one */, INCIDENT_DEED_OTHER,
    INCIDENT_HARM_WITHIN, INCIDENT_HARM_AFTER,                           /* what became of people, in the same sentence; soon after the attack itself */
    INCIDENT_EARLIER_DEED,           /* and those after it, in the order of enum deed */
    INCIDENT_LATER_DEED = INCIDENT_EARLIER_DEED + 8,
    INCIDENT_WORD_SAME = INCIDENT_LATER_DEED + 8, INCIDENT_WORD_STEM,
    INCIDENT_NOUN_BARE, INCIDENT_NOUN_DEFINITE, INCIDENT_NOUN_INDEFINITE, INCIDENT_NOUN_THIS, INCIDENT_NOUN_PLURAL,      /* the later */
    INCIDENT_BEFORE /* zuvor */, INCIDENT_OFTEN /* one */, INCIDENT_THEREBY, INCIDENT_PLUPERFECT /* one */, INCIDENT_HISTORICAL /* one */, INCIDENT_FUTURE /* one */,
    INCIDENT_POLARITY,               /* another */
    INCIDENT_SOURCE_SAME, INCIDENT_SOURCE_OTHER, INCIDENT_SOURCE_ONE,
    INCIDENT_SENTENCE_SAME, INCIDENT_SENTENCE_NEXT, INCIDENT_SENTENCE_SECOND, INCIDENT_SENTENCE_NEAR, INCIDENT_SENTENCE_FAR, INCIDENT_SENTENCE_FARTHEST,
    INCIDENT_PARAGRAPH, INCIDENT_TITLE /* the earlier */, INCIDENT_LEAD /* the earlier */,
    INCIDENT_JOINED /* by "und" */, INCIDENT_INSIDE /* one is part of the other's clause */, INCIDENT_PURPOSE /* the later: "reiste hin, um ihn zu treffen" */,
    INCIDENT_FIRST /* the earlier is the first of its type */, INCIDENT_NEAREST /* none of the type between */, INCIDENT_LONE /* no other of the type */, INCIDENT_MANY,
    INCIDENT_FEATURE_COUNT
};

struct incident_features {
    bool has[INCIDENT_FEATURE_COUNT];
};

struct incident_points {             /* [feature][type], EVENT_TYPE_COUNT: of every type; in hundredths of a logit */
    float points[INCIDENT_FEATURE_COUNT][EVENT_TYPE_COUNT + 1];
};

const char *incident_feature_name(enum incident_feature feature);

const struct incident_points *incident_points_open(const struct table_set *set, struct laut_error *error) __attribute__((warn_unused_result));

/* The sum over the features, of every type and of this one. */
float incident_points_sum(const struct incident_points *points, enum event_type type, const struct incident_features *features);

#endif
