/* entity/nominal.h: what the files that read nouns of roles.tsv share; see nominal.c.
 *
 *     "russische Soldaten"   ->  {token Soldaten, role of "Soldat", owner {Russland}, plural}  ->  a group, RUS MIL
 *     "die Regierung"        ->  {token Regierung, role of "Regierung", owner {}, definite}    ->  nominal_bare
 */
#ifndef ENTITY_NOMINAL_H
#define ENTITY_NOMINAL_H

#include "entity/owner.h"

/* A noun that is being resolved. */
struct nominal {
    uint32_t token;
    const struct known_role *role;
    struct owner owner;
    bool plural, definite, former, other;    /* former: "der frühere"; other: "der künftige", "der stellvertretende" */
    bool several, international;             /* "westliche", "internationale" */
    bool own, local;                         /* "eigene", "dortige" */
    const struct known_region *region;       /* "westafrikanische", NULL: none */
};

/* ---- entities (nominal_entity.c) ------------------------------------------------------------------------------- */

/* Whether the role is of places: a city, a region, a site. */
bool nominal_is_place(const struct known_role *role);
/* "die Insel" is a state named before, "die Bewegung" one of fighters, or nobody. */
bool nominal_is_anaphor_only(const struct known_role *role);
/* "die Mission": the word is a body only where one is named, else what is to be done. */
bool nominal_is_task(const struct known_role *role);
/* The noun with the adjectives right before it. */
struct token_range nominal_core(const struct document *document, uint32_t noun);
/* A new entity of the role and the code; owner: whose it is, NULL: nobody is told. */
bool nominal_make(struct entity_finder *finder, const struct nominal *nominal, const struct entity *owner, const char *code, uint32_t *index);
/* Tells whoever is named beside the noun what it says of them. */
void nominal_inform(struct entity_finder *finder, const struct nominal *nominal, struct entity *named);
/* Notes who is now called so, by the whole word and by its head (Außenminister, Minister). */
void nominal_remember(struct entity_finder *finder, const struct nominal *nominal, uint32_t entity);
/* A mention of the entity in these words, remembered. */
bool nominal_mention(struct entity_finder *finder, const struct nominal *nominal, struct token_range range, uint32_t entity);

/* ---- people told before (nominal_person.c) ------------------------------------------------------------------------- */

/* Who was told before and is meant by "der 26-Jährige", "die Festgenommenen", "die Soldaten"; DOCUMENT_NONE: nobody, or the noun is none of these. */
uint32_t nominal_person(const struct entity_finder *finder, const struct nominal *nominal);
/* The people of the noun's kind who were told with their country in the sentences before, of whom a named one may be; DOCUMENT_NONE: none. */
uint32_t nominal_told_people(const struct entity_finder *finder, const struct nominal *nominal);

/* ---- who was called so before (nominal_earlier.c) ----------------------------------------------------------------- */

/* "das Nachbarland der Ukraine", "ihr Verbündeter", "der NATO-Partner": a country that is not its owner. */
bool nominal_is_related(const struct nominal *nominal);
/* The countries of an adjective: "das westafrikanische Land" is one of these. Whose neighbour or ally it is it is not. */
struct focus_limits nominal_limits(const struct nominal *nominal);
/* "Der UN-Sicherheitsrat … Der Rat solle helfen, sagte Chinas Botschafter": the body named last whose name ends with the noun, however long ago and
 * whoever speaks; DOCUMENT_NONE: none, or the noun's adjectives tell of another. */
uint32_t nominal_short_name(const struct entity_finder *finder, const struct nominal *nominal);
/* A definite noun that stands for someone named before; DOCUMENT_NONE: nobody. */
uint32_t nominal_earlier(struct entity_finder *finder, const struct nominal *nominal);
/* "der gestürzte Staatschef": who was told last to have lost such an office; DOCUMENT_NONE: nobody was. */
uint32_t nominal_former(const struct entity_finder *finder, const struct nominal *nominal);

/* ---- nouns that do not tell whose they are (nominal_bare.c) ------------------------------------------------------- */

/* Reads the noun as one that was named before, or whose the report speaks of. */
bool nominal_bare(struct entity_finder *finder, const struct nominal *nominal);

#endif
