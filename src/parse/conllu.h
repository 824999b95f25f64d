/* parse/conllu.h: CoNLL-U, the treebanks' format, to and from a document.
 *
 *     6-7  im  _   _    _  _  _  _     _  _
 *     6    in  in  ADP  _  _  8  case  _  _        ->  tokens "in" (contraction_part 1) and "dem" (2) with the span of "im"
 *     7    dem der DET  …
 *
 * GSD takes words with hyphens apart ("US", "-", "Sanktionen"), laut keeps them whole for its lexicon: reading puts such words
 * together, writing takes them apart again.
 */
#ifndef PARSE_CONLLU_H
#define PARSE_CONLLU_H

#include "report/document.h"

#include <stdio.h>

/* Fills text, paragraphs, sentences and tokens with all that the columns tell: form, lemma, upos, morphology, head, relation,
 * verb_lemma, particle, and document.tree. The XPOS tags VM*, VA*, PTKNEG give an analysis that says modal, auxiliary, negation,
 * so that tree.h works without a lexicon. Everything but document->arena must be zero before; report is left alone. A blank
 * line ends a sentence, "# newdoc" or "# newpar" begins a paragraph. file: as messages name it. */
bool conllu_read(struct document *document, const char *file, const char *bytes, size_t length, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Like conllu_read, but reads columns 1 and 2 only (and SpaceAfter=No): what --pretokenized takes. Words stay as they are given,
 * and document.tokens_given says so. */
bool conllu_read_forms(struct document *document, const char *file, const char *bytes, size_t length, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Writes all sentences, numbered from 1, with "# text", multiword tokens, SpaceAfter=No and VerbLemma in MISC. False: the
 * stream could not be written. */
bool conllu_write(const struct document *document, FILE *stream, struct laut_error *error) __attribute__((warn_unused_result));

#endif
