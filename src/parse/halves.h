/* parse/halves.h: see halves.c.
 *
 *     "Die Außen- und Verteidigungsminister Polens reisten ab."     Außen, subject with Verteidigungsminister as conjunct  ->
 *                                                                   Verteidigungsminister, subject with Außen as compound
 */
#ifndef PARSE_HALVES_H
#define PARSE_HALVES_H

#include "report/document.h"

/* Changes heads and relations and builds document.tree anew; after parse_document; the trees of laut parse stay as treebanks have them. */
bool halves_settle(struct document *document, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
