/* parse/coordinated.h: see coordinated.c.
 *
 *     "Paris lobte Seoul, kritisierte Tokio aber."      Tokio nsubj of kritisierte, lobte advcl  ->  Tokio obj, kritisierte conj of lobte
 */
#ifndef PARSE_COORDINATED_H
#define PARSE_COORDINATED_H

#include "parse/constructions.h"

/* Before tree_index: changes heads and relations. */
void coordinated_settle(struct document *document, const struct constructions *constructions);

#endif
