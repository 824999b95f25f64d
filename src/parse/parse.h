/* parse/parse.h: tags, one analysis for each word, and the dependency trees.
 *
 *     const struct parser *parser = parse_knowledge_open(tables, &error);
 *     parse_document(document, parser, &error)     fills upos, lemma, morphology, head, relation, verb_lemma, particle of every
 *                                                  token, root of every sentence, and document.tree
 */
#ifndef PARSE_PARSE_H
#define PARSE_PARSE_H

#include "base/table.h"
#include "report/document.h"

struct parser;

/* Opens the image's section "model". The result lives in set->arena, the section stays in the image. */
const struct parser *parse_knowledge_open(const struct table_set *set, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Needs sentences, tokens and their analyses. */
bool parse_document(struct document *document, const struct parser *parser, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
