/* parse/possessors.h: see possessors.c.
 *
 *     "in Polens innere Angelegenheiten"      in case of Polens, Angelegenheiten obj  ->  in case of Angelegenheiten, which is obl
 */
#ifndef PARSE_POSSESSORS_H
#define PARSE_POSSESSORS_H

#include "parse/constructions.h"

/* Before tree_index: changes heads and relations. */
void possessors_settle(struct document *document, const struct constructions *constructions);

#endif
