/* entity/finder.h: what the files of entity/ share while they read one document. */
#ifndef ENTITY_FINDER_H
#define ENTITY_FINDER_H

#include "entity/knowledge.h"

struct entity_finder {
    struct document *document;
    const struct entity_knowledge *knowledge;
    size_t entity_capacity, mention_capacity, item_capacity;
    uint32_t *known_entity;          /* [knowledge->name_count] the entity made of a known name, or DOCUMENT_NONE */
    bool *covered;                   /* [token_count] inside a name already */
    struct laut_error *error;
};

/* ---- entities and mentions (entity.c) -------------------------------------------------------------------------- */

/* A new entity; NULL: out of memory. */
struct entity *entity_add(struct entity_finder *finder, uint32_t *index);
/* The entity of a known name, made when it is first named; DOCUMENT_NONE: out of memory. */
uint32_t entity_of_name(struct entity_finder *finder, uint32_t name);
/* A mention of one entity with this head; sets token_mention (token_modifier for MENTION_MODIFIER). */
bool entity_mention(struct entity_finder *finder, struct token_range tokens, uint32_t head, enum mention_kind kind,
                    uint32_t entity);
/* The first entity that the token's mention means, or NULL; modifiers left out. */
const struct entity *entity_at(const struct entity_finder *finder, uint32_t token);

/* ---- the steps, in order --------------------------------------------------------------------------------------- */

bool entity_find_names(struct entity_finder *finder);        /* names.c: names, adjectives of nationality, parts of compounds */
bool entity_find_people(struct entity_finder *finder);       /* nominal.c: office holders and people not in the tables */
bool entity_find_nominals(struct entity_finder *finder);     /* nominal.c: "israelische Kampfflugzeuge", "die Regierung in Teheran" */
bool entity_find_pronouns(struct entity_finder *finder);     /* coreference.c */
bool entity_find_items(struct entity_finder *finder);        /* items.c */

/* The row of the role that a noun names: by its lemma, else by its compound's head; NULL: none. */
const struct known_role *entity_role(const struct entity_finder *finder, const struct token *token);

/* The party meant by "das Land" or "der Präsident" at token, from what was named before (coreference.c); DOCUMENT_NONE: nobody. */
uint32_t entity_antecedent_country(const struct entity_finder *finder, uint32_t token, uint32_t other_than);

#endif
