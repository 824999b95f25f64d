/* parse/tree.h: walks over the dependency trees of a document, shared by all later rooms.
 *
 * tree_index is called once, after heads are set (parse_document and conllu_fill do it). Every function takes and gives
 * token indexes; DOCUMENT_NONE in gives DOCUMENT_NONE (or false) out.
 *
 *     "Die Drohnen sollen nicht von der Ukraine geliefert worden sein."      geliefert = 7
 *     tree_subject(d, 7) -> Drohnen    tree_finite(d, 7) -> sollen    tree_modal(d, 7) -> sollen    tree_is_passive(d, 7) -> true
 *     tree_negation(d, 7) -> nicht     tree_preposition(d, Ukraine) -> von    tree_subtree(d, Ukraine) -> "von der Ukraine"
 *
 *     for (uint32_t child = tree_first_child(d, 7); child != DOCUMENT_NONE; child = tree_next_sibling(d, child))
 */
#ifndef PARSE_TREE_H
#define PARSE_TREE_H

#include "report/document.h"

struct tree {                        /* document.tree; use the functions below */
    const uint32_t *first_child, *next_sibling;           /* [token_count], in the order of the words */
    const uint32_t *subtree_begin, *subtree_end;          /* [token_count], first and one past the last token at or below */
};

/* Passive, lassen, sein + zu, modal with perfect: token.constructions, see parse/constructions.h. Names: document.names. */

/* Builds document.tree from the heads. A head outside the sentence or in a circle counts as none. */
bool tree_index(struct document *document, struct laut_error *error) __attribute__((warn_unused_result));

uint32_t tree_first_child(const struct document *document, uint32_t token);
uint32_t tree_next_sibling(const struct document *document, uint32_t token);
uint32_t tree_head(const struct document *document, uint32_t token);

/* The smallest range that holds token and everything below it; crossing arcs may let foreign words in. */
struct token_range tree_subtree(const struct document *document, uint32_t token);
/* Is token ancestor itself or somewhere below it? */
bool tree_is_inside(const struct document *document, uint32_t token, uint32_t ancestor);

/* The first child with that relation; RELATION_AUX does not mean RELATION_AUX_PASS. */
uint32_t tree_child(const struct document *document, uint32_t token, enum relation relation);

/* ---- clauses: "clause" is the head word of one: a verb, or the predicate noun or adjective beside a copula -------- */

/* Is it the head of a clause: root, or a clausal relation, or a verb that is no auxiliary, or anything with a copula? */
bool tree_is_clause(const struct document *document, uint32_t token);
/* The nearest clause at or above token. */
uint32_t tree_clause(const struct document *document, uint32_t token);
/* The nearest clause strictly above token's clause. */
uint32_t tree_governing_clause(const struct document *document, uint32_t token);

/* The finite verb: the head itself or an auxiliary or copula child; for a later conjunct without one that of the first. */
uint32_t tree_finite(const struct document *document, uint32_t clause);
/* Mood of the finite verb, MOOD_NONE without one. */
enum mood tree_mood(const struct document *document, uint32_t clause);
/* nsubj or nsubj:pass; for a later conjunct without its own that of an earlier conjunct. */
uint32_t tree_subject(const struct document *document, uint32_t clause);
/* obj, the accusative one first. A dative is never returned while another obj is there. */
uint32_t tree_object(const struct document *document, uint32_t clause);
/* The dative object: iobj, obj or obl without preposition in the dative. */
uint32_t tree_dative(const struct document *document, uint32_t clause);
/* "wurde geliefert", "ist geliefert worden": aux:pass or nsubj:pass at the clause (or at the conjunct that it shares its auxiliary with). */
bool tree_is_passive(const struct document *document, uint32_t clause);
/* The modal auxiliary ("soll geliefert haben"), also a shared one of the first conjunct. */
uint32_t tree_modal(const struct document *document, uint32_t clause);
/* "nicht", "nie": the child that the lexicon calls a negation. ("kein" is a determiner: tree_determiner.) */
uint32_t tree_negation(const struct document *document, uint32_t token);
/* "dass", "ob", "wenn", "zu": the mark child. */
uint32_t tree_mark(const struct document *document, uint32_t clause);
/* The separated particle of a verb. */
uint32_t tree_particle(const struct document *document, uint32_t verb);

/* ---- nominals ------------------------------------------------------------------------------------------------ */

/* The case child ("aus" in "Raketen aus Nordkorea"); a later conjunct without one has the first conjunct's. */
uint32_t tree_preposition(const struct document *document, uint32_t nominal);
uint32_t tree_determiner(const struct document *document, uint32_t nominal);
/* The head of a coordination that token is a conj of, else token. */
uint32_t tree_first_conjunct(const struct document *document, uint32_t token);
/* All conjuncts from the first in order: start with tree_first_conjunct; DOCUMENT_NONE: no further one. */
uint32_t tree_next_conjunct(const struct document *document, uint32_t token);

#endif
