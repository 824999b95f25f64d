/* event/told.h: the acts told before a reaction, searched backwards for whoever it may concern.
 *
 *     "Kanada verhängte Strafzölle. Mexiko bedauerte den Schritt."     ->  told_last(SANCTION …) of "bedauerte": Kanada
 *
 * What is found is lent by the earlier act; NULL: none so near.
 */
#ifndef EVENT_TOLD_H
#define EVENT_TOLD_H

#include "event/candidate.h"

enum { TOLD_SENTENCES = 12, TOLD_SENTENCES_OF_WORDS = 4, TOLD_SENTENCES_OF_NOTHING = 2 };     /* how far back what is meant may lie */

#define TOLD_TYPE(name) (UINT32_C(1) << EVENT_##name)

/* Done, promised or decided, not said. */
static const uint32_t TOLD_DECISIONS = TOLD_TYPE(AGREE) | TOLD_TYPE(CONCEDE) | TOLD_TYPE(COOPERATE) | TOLD_TYPE(AID) | TOLD_TYPE(RETREAT) |
                                       TOLD_TYPE(REJECT) | TOLD_TYPE(THREATEN) | TOLD_TYPE(PROTEST) | TOLD_TYPE(SANCTION) | TOLD_TYPE(MOBILIZE) |
                                       TOLD_TYPE(COERCE) | TOLD_TYPE(ASSAULT);

struct reaction {
    const struct scene *scene;
    const struct candidates *candidates;
    struct candidate *candidate;
    size_t index;                    /* of the candidate */
};

bool told_is_reaction(enum event_type type);

/* Of one side with those who react? A court, parliament or party stands on another side than the government of its country. */
bool told_is_own(const struct reaction *reaction, const struct role_parties *parties);

/* The doers of the last act of these types (TOLD_TYPE bits) that someone on another side did, or of what that answers. */
const struct role_parties *told_last(const struct reaction *reaction, uint32_t types, uint32_t sentences);
/* Whom a threat that names nobody is against: who did an act of force just before, or whom others punish, threaten or blame, unless that is
 * those who threaten now. */
const struct role_parties *told_target(const struct reaction *reaction);
/* The doers of the first act of these types that another side did; NULL also where those who praise, or defend, did that themselves. */
const struct role_parties *told_first(const struct reaction *reaction, uint32_t types);
/* The doers of the last act of the types that a noun names, like: of those told under its own mode; NULL also where those who praise did it
 * themselves, or only someone else says who did it. */
const struct role_parties *told_named(const struct reaction *reaction, uint32_t types, const struct frame *like);
/* The last who acted among courts (ANAPHOR_VERDICT), parliaments (ANAPHOR_LAW), or organisations of states. */
const struct role_parties *told_last_body(const struct reaction *reaction, enum anaphor anaphor);
/* A pronoun means the last act, and if that is itself a reaction, the same as it. personal: "ihn" means only the latter. */
const struct role_parties *told_of_pronoun(const struct reaction *reaction, bool personal);

/* "bedankte sich für die Unterstützung": whoever last gave, promised or backed something to those who praise it. */
const struct role_parties *told_helper(const struct reaction *reaction);
/* "stimmte dem Beitritt zu": who agreed or asked to join an organisation of states. */
const struct role_parties *told_applicant(const struct reaction *reaction);
/* "Orban sprach von Erpressung": who blamed, or asked something of, those who blame now, or whom they just blamed themselves. */
const struct role_parties *told_accuser(const struct reaction *reaction);
/* "Merkel nannte die Darstellung Minsks unglaubwürdig. Michel sprach von einem Skandal": whom others blamed or punished right before. */
const struct role_parties *told_blamed(const struct reaction *reaction);
/* "verlangte die Freilassung": of who arrested, abducted or seized somebody last. */
const struct role_parties *told_holder(const struct reaction *reaction);

#endif
