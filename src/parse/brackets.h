/* parse/brackets.h: see brackets.c.
 *
 *     "Die USA haben dem Irak, der sich wehrt, Waffen zugesagt."     zugesagt, taken for a conjunct of wehrt  ->  root; haben aux of it
 */
#ifndef PARSE_BRACKETS_H
#define PARSE_BRACKETS_H

#include "parse/constructions.h"

/* Changes heads and relations; before tree_index. */
void brackets_settle(struct document *document, const struct constructions *constructions);

#endif
