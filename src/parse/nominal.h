/* parse/nominal.h: which cases and numbers a noun can have, by the lexicon, and whether it can be the subject of a verb.
 * Needs document.tree.
 *
 *     "Den Iran griff Israel an"       nominal_can_be(d, Iran, CASE_NOM, NUMBER_NONE) -> false
 *     "Raketen lieferte Israel"        nominal_may_agree(d, Raketen, lieferte) -> false
 */
#ifndef PARSE_NOMINAL_H
#define PARSE_NOMINAL_H

#include "report/document.h"

/* Can the noun, with its determiner, have that case in that number (NUMBER_NONE: any)? Words that the lexicon does not tell can. */
bool nominal_can_be(const struct document *document, uint32_t noun, enum grammatical_case found, enum grammatical_number number);

/* Can the noun be the subject of that finite verb, by case and number? Coordinated nouns and the first and second person can. */
bool nominal_may_agree(const struct document *document, uint32_t noun, uint32_t finite);

#endif
