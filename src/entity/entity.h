/* entity/entity.h: who and what is meant: names, people by their office, groups, arms and goods; who "er" and "das Land" are.
 *
 *     "Die Ukraine erhielt deutsche Leopard 2A6. Das Land dankte."
 *         ->  entities Ukraine {UKR GOV}, Deutschland {DEU GOV}; mentions "Ukraine", "deutsche", "Land" (Ukraine again);
 *             item "Leopard 2A6" {tank, origin DEU, UN Register I by its name}
 */
#ifndef ENTITY_ENTITY_H
#define ENTITY_ENTITY_H

#include "base/table.h"
#include "report/document.h"

struct entity_knowledge;
struct lexicon;

/* Reads knowledge/entity/. The result lives in set->arena and uses the lexicon. NULL: error says file, line and cause. */
const struct entity_knowledge *entity_knowledge_open(const struct table_set *set, const struct lexicon *lexicon, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Fills entities, mentions, token_mention, token_modifier, items, token_item and token_item_modifier. Trees and quantities must stand. */
bool entity_find(struct document *document, const struct entity_knowledge *knowledge, struct laut_error *error)
    __attribute__((warn_unused_result));

/* "wurden 50 Schiffe von Piraten gekapert", where the parse hangs those who did it on what it was done to: token is the head of such a phrase with
 * "von", of armed people or arms, right before the participle. */
bool entity_is_astray_agent(const struct document *document, uint32_t token);

/* No troops, money, goods or technology: of the classes of knowledge/entity/items.tsv those that are arms. */
bool entity_is_arms(const char *item_class);

/* Whether a code is a country's, not IGO, NGO or MNC (focus.c). */
bool focus_is_country(const char *code);

#endif
