/* event/ordinary.h: acts of public life and of ordinary life (coding guide, section 1): ordinary crime, accidents, business, sport and what
 * private people do among themselves are not coded.
 *
 *     "Die Polizei nahm den Einbrecher fest. Ein Richter schickte ihn in Untersuchungshaft."   ->  a report of ordinary life: no events
 */
#ifndef EVENT_ORDINARY_H
#define EVENT_ORDINARY_H

#include "event/candidate.h"

/* What a report tells, counted over the candidates that stand. */
struct ordinary_tally {
    size_t political;                /* acts with a party of politics or conflict */
    size_t governing;                /* those whose actor is one */
    size_t attacks, protests, threats;
    size_t crimes;                   /* attacks and threats by somebody of no public life */
};

/* Do the members of the sector act in public life? */
bool ordinary_is_public_sector(enum sector sector);

bool ordinary_has_public_sector(const struct role_parties *parties);

/* Has the act a party whose acts make a report one of politics or conflict? Police and courts are in every report of crime. */
bool ordinary_is_political(const struct candidate *candidate);

/* Is one of them a party of politics or conflict? */
bool ordinary_has_political_sector(const struct role_parties *parties);

/* Is the act of a report that tells no politics, protest, attack or threat one among private people and firms, or of police and courts with them? */
bool ordinary_is_act(const struct scene *, const struct ordinary_tally *tally, const struct candidate *candidate);

#endif
