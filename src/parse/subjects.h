/* parse/subjects.h: see subjects.c.
 *
 *     "Nordkorea habe Container geliefert"      Nordkorea nsubj, Container nsubj:pass  ->  Container obj
 */
#ifndef PARSE_SUBJECTS_H
#define PARSE_SUBJECTS_H

#include "report/document.h"

/* Gives finite clauses without a subject the object that can be it ("Dem Land fehlt das Geld."), and changes subject and object where
 * their forms or the verb's number leave nothing else ("die der Iran lieferte", "Raketen lieferte Chile"). Needs document->tree. */
void subjects_find(struct document *document);

/* Changes relations; heads stay. */
bool subjects_settle(struct document *document, struct laut_error *error) __attribute__((warn_unused_result));

#endif
