/* parse/constructions.h: see constructions.c. Later rooms read token.constructions.
 *
 *     "Der Bericht ist zu prüfen."          prüfen: CONSTRUCTION_TO_BE_DONE       "soll geliefert haben"     CONSTRUCTION_MODAL_PERFECT
 *     "Er ließ Panzer liefern."             liefern: CONSTRUCTION_CAUSED          "wurde geliefert"          CONSTRUCTION_PASSIVE
 */
#ifndef PARSE_CONSTRUCTIONS_H
#define PARSE_CONSTRUCTIONS_H

#include "base/table.h"
#include "report/document.h"

struct constructions;

/* Reads knowledge/parse/constructions.tsv. */
const struct constructions *constructions_open(const struct table_set *set, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Whether the auxiliary makes a passive of a participle ("wurde geliefert"). */
bool constructions_makes_passive(const struct constructions *constructions, const struct token *auxiliary);

/* Whether the word, taken for a preposition, can open a clause as well ("als Kämpfer einrückten"). */
bool constructions_opens_clause(const struct constructions *constructions, const struct token *preposition);

/* Whether the adverb sets a clause against the one before ("kritisierte Tokio aber"). */
bool constructions_contrasts(const struct constructions *constructions, const struct token *adverb);

/* Whether the preposition tells by whom something is done ("von der Armee"). */
bool constructions_tells_agent(const struct constructions *constructions, const struct token *preposition);

/* Sets token.constructions of all tokens. Needs document->tree and verbs_complete. */
void constructions_find(struct document *document, const struct constructions *constructions);

#endif
