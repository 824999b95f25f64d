/* parse/finite.h: see finite.c.
 *
 *     "Er habe nichts gesehen."     habe: MOOD_SUB, person 3          "Ich habe nichts gesehen."     habe: MOOD_IND, person 1
 *     "soll geliefert haben"        haben: VERB_FORM_INF, whatever its word alone may be
 */
#ifndef PARSE_FINITE_H
#define PARSE_FINITE_H

#include "report/document.h"

/* Makes the verb of a relative clause finite where the clause has no other ("das die Strafen kritisiert"), and one between two objects ("Drohnen
 * beschossen Stellungen"); before their subject is looked for. Needs
 * document->tree. */
void finite_find(struct document *document);

/* Changes the morphology of verbs and auxiliaries. Needs document->tree. */
void finite_settle(struct document *document);

#endif
