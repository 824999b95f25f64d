/* statement/certainty.h: how sure a source is of a fact, put together from what stands around the fact: FactBank's degrees (Saurí &
 * Pustejovsky 2009), the least sure word decides, each negation turns the polarity.
 *
 *     "könnte nicht geliefert haben"   ->  können PS+, nicht CT-   ->  PS-
 */
#ifndef STATEMENT_CERTAINTY_H
#define STATEMENT_CERTAINTY_H

#include "statement/knowledge.h"

enum { CERTAINTY_MOST_REASONS = 3 };

struct certainty {
    unsigned degree;                 /* 0 certain, 1 probable, 2 possible, 3 not committed */
    bool negative;
    uint8_t aux;                     /* AUX_ bits but for AUX_NEGATION */
    const char *why[CERTAINTY_MOST_REASONS];
    size_t why_count;
};

/* Adds one word's effect; CT+ without aux bits changes nothing and is no reason. */
void certainty_add(struct certainty *certainty, const struct effect *effect);

/* What a word does when it is negated itself: "nicht ausschließen" leaves possible, "nicht glauben" is "probably not". */
struct effect certainty_negated(const struct effect *effect);

enum factuality certainty_factuality(const struct certainty *certainty);
/* The bits with AUX_NEGATION. */
uint8_t certainty_aux(const struct certainty *certainty);

#endif
