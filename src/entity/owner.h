/* entity/owner.h: what stands beside a noun and says whose it is.
 *
 *     "der Präsident der Ukraine, Wolodymyr Selenskyj"  ->  entities {Ukraine}, beside Wolodymyr Selenskyj
 *     "russische und syrische Truppen"                  ->  entities {Russland, Syrien}
 */
#ifndef ENTITY_OWNER_H
#define ENTITY_OWNER_H

#include "entity/finder.h"

enum { OWNERS_MOST = 8 };

struct owner {
    const struct entity *entities[OWNERS_MOST];      /* lent, until the next entity is added */
    size_t count;
    uint32_t beside, beside_token;                   /* the entity whose name stands beside the noun, or DOCUMENT_NONE, and its name */
    bool is_pair;                                    /* "beide" */
    bool by_adjective;                               /* the first is an adjective: "die russische Seite" */
    bool by_name;                                    /* it is called so: "das Nachbarland Polen" */
};

void owner_find(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct owner *owner);

/* Whether a noun of this role can describe who is named beside it: a person beside an office, a body beside its kind, a city beside "Stadt". */
bool owner_describes(const struct known_role *role, const struct entity *named);

/* "seine", "ihre" before the noun. */
bool owner_has_possessive(const struct entity_finder *finder, uint32_t noun);
/* Whether "beide" stands before the noun. */
bool owner_has_pair_word(const struct entity_finder *finder, uint32_t noun);

#endif
