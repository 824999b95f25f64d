/* parse/labels.h: the names of Universal Dependencies' labels and the numbers the document has for them.
 *
 *     labels_upos_name(UPOS_NOUN)                       ->  "NOUN"
 *     labels_relation_find("nsubj:pass", 10)            ->  RELATION_NSUBJ_PASS;   "obl:arg" -> RELATION_OBL
 *     labels_write_features(&morphology, text)          ->  "Case=Nom|Gender=Fem|Number=Sing"
 */
#ifndef PARSE_LABELS_H
#define PARSE_LABELS_H

#include "report/document.h"

enum { LABELS_FEATURES_BYTES = 320 };    /* room for the longest FEATS text with its NUL */

const char *labels_upos_name(enum upos upos);                           /* "_" for UPOS_NONE */
enum upos labels_upos_find(const char *name, size_t length);            /* UPOS_NONE: unknown */

const char *labels_relation_name(enum relation relation);               /* "_" for RELATION_NONE */
/* A subtype that the document does not tell apart is its relation; RELATION_NONE: unknown. */
enum relation labels_relation_find(const char *name, size_t length);

/* FEATS in CoNLL-U's order, "_" where nothing is told; returns the bytes written without NUL. */
size_t labels_write_features(const struct morphology *morphology, char text[LABELS_FEATURES_BYTES]);
/* The same with those of closed classes, as CoNLL-U has them. */
size_t labels_write_all_features(const struct token *token, char text[LABELS_FEATURES_BYTES]);
/* Features that the document does not hold are passed over. */
struct morphology labels_read_features(const char *text, size_t length);

/* The STTS tag (XPOS) of token.xpos, else that tags, features and analyses tell; "_" where they do not. */
const char *labels_stts(const struct token *token);

#endif
