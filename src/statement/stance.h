/* statement/stance.h: what the clause of a predicate says of how sure it is.
 *
 *     "Vermutlich lieferte X keine Panzer", predicate lieferte  ->  stance_is_negated true; stance_clause adds PR+ and the negation
 */
#ifndef STATEMENT_STANCE_H
#define STATEMENT_STANCE_H

#include "statement/certainty.h"
#include "statement/finder.h"

struct stances {
    const struct finder *finder;
    uint32_t *adverb;                /* [token_count] row of adverbs, DOCUMENT_NONE */
};

/* Gives every token of document->token_stance the innermost statement it stands in; DOCUMENT_NONE stays where there is none (stance_statement.c). */
void stance_statements(const struct finder *finder);
/* The draft of the innermost statement that the token stands in; NULL: none. */
const struct draft *stance_draft(const struct finder *finder, uint32_t token);

/* "nicht nur", "die nicht im Rat vertretenen Parteien": whether the negation at token is of one word, not of its clause. */
bool stance_is_narrow(const struct stances *stances, uint32_t token);
/* Is the predicate's clause negated? */
bool stance_is_negated(const struct stances *stances, uint32_t predicate);
/* Adds what the clause says of its predicate: its adverbs, its negation too if asked for, modal, future and mood of the finite verb, and the word that
 * begins it, whose effect is returned as by stance_conjunction. */
const struct effect *stance_clause(const struct stances *stances, uint32_t predicate, bool with_negation, struct certainty *certainty);
/* "wenn", "um", "ohne": the effect of the word that begins the predicate's clause; NULL: none that changes anything. */
const struct effect *stance_conjunction(const struct finder *finder, uint32_t predicate);
/* Is it a main clause of a sentence that asks? */
bool stance_is_question(const struct finder *finder, uint32_t predicate);

/* What a word does to what it governs, turned round where its predicate is negated. */
void stance_add(const struct stances *stances, const struct effect *effect, uint32_t predicate, struct certainty *certainty);
/* Effect of the cue verb or the noun at head on what it governs; false: neither. nominal: what it governs is a noun. */
bool stance_governor(const struct stances *stances, uint32_t head, bool nominal, struct certainty *certainty);
/* A noun's act: planned, demanded, denied by the verb or noun it hangs on ("plant einen Angriff", "Pläne für einen Angriff"); a
 * new one ("ein Angriff", "Angriffe") is as sure as its clause (stance_noun.c). */
void stance_noun(const struct stances *stances, uint32_t noun, struct certainty *certainty);

#endif
