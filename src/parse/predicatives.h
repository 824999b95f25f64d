/* parse/predicatives.h: see predicatives.c.
 *
 *     "Das Amt reagierte verärgert und kündigte Schritte an"    reagierte xcomp of verärgert, kündigte conj of verärgert
 *                                                            -> verärgert xcomp of reagierte, kündigte conj of reagierte
 */
#ifndef PARSE_PREDICATIVES_H
#define PARSE_PREDICATIVES_H

#include "report/document.h"

/* Before tree_index: changes heads and relations. */
void predicatives_settle(struct document *document);

#endif
