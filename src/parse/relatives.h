/* parse/relatives.h: see relatives.c.
 *
 *     "Der Iran, dem Israel Spionage vorwirft, schweigt."     dem, taken for an article of Israel  ->  PRON, obl of vorwirft, as GSD has datives
 */
#ifndef PARSE_RELATIVES_H
#define PARSE_RELATIVES_H

#include "report/document.h"

/* Changes heads, relations and parts of speech; before tree_index. */
void relatives_settle(struct document *document);

#endif
