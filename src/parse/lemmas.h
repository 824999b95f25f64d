/* parse/lemmas.h: lemmas as the treebank writes them, where the dictionary writes another (knowledge/parse/lemmas.tsv).
 *
 *     lemmas_correct(lemmas, UPOS_PRON, "ihm", "ich")  ->  "er"       (the dictionary files all personal pronouns under "ich")
 */
#ifndef PARSE_LEMMAS_H
#define PARSE_LEMMAS_H

#include "base/table.h"
#include "report/document.h"

struct lemmas;

const struct lemmas *lemmas_open(const struct table_set *set, struct laut_error *error) __attribute__((warn_unused_result));

/* The table's lemma for the form, else for the dictionary's lemma, else that lemma itself; never one of several words. */
const char *lemmas_correct(const struct lemmas *lemmas, enum upos upos, const char *form, const char *lemma);

#endif
