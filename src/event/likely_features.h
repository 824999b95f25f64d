/* event/likely_features.h: what speaks for a country as a side of an act, and for nobody.
 *
 *     "In Minsk gingen Tausende auf die Straße. Hunderte wurden verhaftet."
 *         ->  BLR as the actor of verhaftet: last, lone, scene, other-side …
 */
#ifndef EVENT_LIKELY_FEATURES_H
#define EVENT_LIKELY_FEATURES_H

#include "event/likely.h"

/* A role of an act, and what of the report is the same for every country that might stand in it. */
struct likely_view {
    const struct likely *likely;
    const struct candidate *candidate;
    size_t index;
    enum frame_role_name role;
    const struct role_parties *others;                        /* the other side */
    const struct candidate *same, *last, *changed;            /* before: with this role told, of the type and of any; with the other; NULL: none near */
    size_t nearest;                                           /* the mention nearest in the sentence that is not the other side's; SIZE_MAX: none */
    uint32_t most_other, place;                               /* the country spoken of most that is not the other side's, where the act takes place */
};

void likely_view_open(const struct likely *likely, size_t candidate, enum frame_role_name role, struct likely_view *view);

/* Bits 1 << LIKELY_… of a country of the report, by its index; of nobody. */
uint64_t likely_country_features(const struct likely_view *view, uint32_t country);
uint64_t likely_nobody_features(const struct likely_view *view);

const struct role_parties *likely_role(const struct candidate *candidate, enum frame_role_name role);
enum frame_role_name likely_other(enum frame_role_name role);
/* Is the mention's sector one that acts or suffers so? */
bool likely_fits(const struct likely *likely, const struct likely_mention *mention, enum frame_role_name role, enum event_type type);
/* Where a mention stands, seen from the trigger: the smaller the nearer. */
enum likely_feature likely_distance(const struct likely *likely, const struct candidate *candidate, const struct likely_mention *mention);
/* The country can be no side of the act: who blames did not do it, whom one denies to have helped did not say so, whoever was just attacked is not blamed, fire out of a country does not hit it, whoever is named
 * only in what is said does not say it, whoever is named only for his opinion does not suffer what it is of. */
bool likely_is_out(const struct likely_view *view, uint32_t country);

#endif
