/* event/side.h: sides of acts that go on.
 *
 *     "die israelische Armee", "Israel"  ->  one side         "die Regierung Äthiopiens", "die Rebellen in Tigray"  ->  two
 */
#ifndef EVENT_SIDE_H
#define EVENT_SIDE_H

#include "event/candidate.h"

/* within_country: the act is one of two sides of the same country. */
bool side_same(const struct party *a, const struct party *b, bool within_country);
/* Is the party of the same side as one of these, or one of those as one of these? */
bool side_has(const struct role_parties *parties, const struct party *party, bool within_country);
bool side_overlap(const struct role_parties *a, const struct role_parties *b, bool within_country);

/* Are they organs of a state, which speak for one another: government, ministries, forces, police? */
bool side_are_of_state(const struct role_parties *parties);

/* Is one of them of the country with this code? "": is one of no known country? */
bool side_have_code(const struct role_parties *parties, const char *code);
/* Is any of these of the same country as any of those? */
bool side_share_country(const struct role_parties *a, const struct role_parties *b);
/* Are actors and recipients of one country? */
bool side_within_country(const struct candidate *candidate);

#endif
