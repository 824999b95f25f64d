/* event/side.h: sides of acts that go on.
 *
 *     "die israelische Armee", "Israel"  ->  one side         "die Regierung Äthiopiens", "die Rebellen in Tigray"  ->  two
 */
#ifndef EVENT_SIDE_H
#define EVENT_SIDE_H

#include "event/candidate.h"

#define SIDE_SECTOR(name) (UINT32_C(1) << SECTOR_##name)          /* a bit of a set of sectors */

/* within_country: the act is one of two sides of the same country. */
bool side_same(const struct party *a, const struct party *b, bool within_country);
/* Is the party of the same side as one of these, or one of those as one of these? */
bool side_has(const struct role_parties *parties, const struct party *party, bool within_country);
bool side_overlap(const struct role_parties *a, const struct role_parties *b, bool within_country);
/* Do they speak for one another? Organs of a state do; a court, parliament or party of its country stands on another side. */
bool side_are_one(const struct role_parties *a, const struct role_parties *b);

/* Are they organs of a state, which speak for one another: government, ministries, forces, police? */
bool side_are_of_state(const struct role_parties *parties);
/* Is any of them of rebels, militias or gunmen whom nobody knows? */
bool side_have_rebels(const struct role_parties *parties);
/* Forces, police, rebels and militias. */
bool side_is_armed(enum sector sector);

/* Is one of them of the country with this code? "": is one of no known country? */
bool side_have_code(const struct role_parties *parties, const char *code);
/* Is any of these of the same country as any of those? */
bool side_share_country(const struct role_parties *a, const struct role_parties *b);
/* Are actors and recipients of one country? */
bool side_within_country(const struct candidate *candidate);

#endif
