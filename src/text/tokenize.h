/* text/tokenize.h: one paragraph into raw tokens: surface words, numbers and marks, before contractions are opened.
 *
 *     "(z.B. 1.000 US-Soldaten)."  ->  ( | z.B. | 1.000 | US-Soldaten | ) | .
 */
#ifndef TEXT_TOKENIZE_H
#define TEXT_TOKENIZE_H

#include "report/document.h"
#include "text/knowledge.h"

enum raw_kind { RAW_WORD, RAW_NUMBER, RAW_MARK };

struct raw_token {
    struct span span;
    enum raw_kind kind;
    bool space_after;
    bool own_stop;                   /* ends in a full stop that belongs to it: an abbreviation, an ordinal, an initial */
};

struct raw_tokens {
    struct raw_token *items;
    size_t count, capacity;
};

/* Appends the raw tokens of document->text[span] to tokens, in the document's arena. */
bool text_tokenize(struct document *document, struct span span, const struct text_knowledge *knowledge,
                   struct raw_tokens *tokens, struct laut_error *error) __attribute__((warn_unused_result));

#endif
