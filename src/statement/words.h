/* statement/words.h: what a token can be, as bits of surface.h.
 *
 *     word_bits(document, "seien")  ->  WORD_IS_FINITE | WORD_IS_KONJUNKTIV | WORD_IS_AUXILIARY
 */
#ifndef STATEMENT_WORDS_H
#define STATEMENT_WORDS_H

#include "statement/surface.h"

uint32_t word_bits(const struct document *document, uint32_t index);

#endif
