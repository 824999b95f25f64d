/* parse/verbs.h: what is settled once the tree stands: full verbs and infinitives with zu.
 *
 *     "rief … auf"            ->  particle the token "auf", verb_lemma "aufrufen"
 *     "zu liefern"            ->  VERB_FORM_ZU_INF
 */
#ifndef PARSE_VERBS_H
#define PARSE_VERBS_H

#include "report/document.h"

/* Sets particle, verb_lemma and zu-infinitives from heads, relations, tags and lemmas. */
bool verbs_complete(struct document *document, struct laut_error *error) __attribute__((warn_unused_result));

#endif
