/* parse/function_words.h: STTS tags and features of words of closed classes, from knowledge/parse/function-words.tsv.
 *
 *     "seine" (DET, lemma sein)   ->   xpos "PPOSAT", closed_features "Gender[psor]=Masc,Neut|Number[psor]=Sing|Person=3|Poss=Yes|PronType=Prs"
 */
#ifndef PARSE_FUNCTION_WORDS_H
#define PARSE_FUNCTION_WORDS_H

#include "base/table.h"
#include "report/document.h"

struct function_words;

const struct function_words *function_words_open(const struct table_set *set, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Sets xpos and closed_features of all tokens. Needs document->tree. */
void function_words_tell(struct document *document, const struct function_words *words);

#endif
