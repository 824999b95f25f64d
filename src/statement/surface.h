/* statement/surface.h: clauses and quotations as they show on the surface, beside what the tree says: commas, finite verbs and
 * quotation marks are surer in German than any parser.
 *
 *     "Er sagte, dass die Truppen, die dort stehen, abziehen."
 *         ->  segments  "Er sagte" MAIN, "dass die Truppen" DEPENDENT, "die dort stehen" RELATIVE, "abziehen" …
 */
#ifndef STATEMENT_SURFACE_H
#define STATEMENT_SURFACE_H

#include "statement/knowledge.h"

/* What a token can be, bits. */
enum {
    WORD_IS_FINITE = 1,              /* can be a finite verb here */
    WORD_IS_WEAK = 2,                /* … but as well a participle or an infinitive */
    WORD_IS_KONJUNKTIV = 4,          /* Konjunktiv I that is no indicative of the third person */
    WORD_IS_KONJUNKTIV_2 = 8,        /* Konjunktiv II that is no indicative */
    WORD_IS_PAST = 16,               /* past indicative */
    WORD_IS_INFINITIVE = 32, WORD_IS_ZU_INFINITIVE = 64, WORD_IS_PARTICIPLE = 128,
    WORD_IS_AUXILIARY = 256, WORD_IS_MODAL = 512,
    WORD_IS_NOMINAL = 1024,          /* noun, name, or what begins with a capital inside a sentence */
    WORD_IS_PUNCTUATION = 2048, WORD_IS_QUOTE = 4096, WORD_IS_BREAK = 8192,      /* ends a segment: , ; : - ( ) */
    WORD_IS_PREPOSITION = 16384, WORD_IS_ADJECTIVE = 32768, WORD_IS_ADVERB = 65536, WORD_IS_PARTICLE = 131072,
    WORD_IS_RELATIVE = 262144, WORD_IS_COLON = 524288, WORD_IS_DETERMINER = 1048576, WORD_IS_COMMA = 2097152,
    WORD_IS_SEMICOLON = 4194304, WORD_IS_END = 8388608,       /* . ! ? */
    WORD_IS_EITHER_MOOD = 16777216,  /* a plural of the past that is indicative and Konjunktiv II alike (begleiteten, blieben) */
};

enum segment_kind { SEGMENT_FRAGMENT, SEGMENT_MAIN, SEGMENT_DEPENDENT, SEGMENT_RELATIVE, SEGMENT_INFINITIVE };

struct segment {
    uint32_t first, end;             /* tokens [first, end), break marks left out */
    uint32_t word;                   /* first token that is no quotation mark */
    uint32_t opener;                 /* the word that makes it dependent, DOCUMENT_NONE */
    uint32_t finite;                 /* DOCUMENT_NONE: none */
    uint32_t before;                 /* bits of the break mark before it, 0: none */
    enum segment_kind kind;
};

/* From an opening to its closing mark, both in it. */
struct quotation {
    uint32_t first, end;
    bool used;                       /* already the quote of a statement */
};

struct surface {
    uint32_t *bits, *roles;          /* [token_count] */
    uint32_t *segment_of;            /* [token_count]; a break mark belongs to the segment before it */
    struct segment *segments;
    size_t segment_count;
    uint32_t *sentence_segment;      /* [sentence_count + 1] */
    struct quotation *quotations;
    size_t quotation_count;
    uint32_t *quotation_of;          /* [token_count] DOCUMENT_NONE outside */
};

const struct surface *surface_open(const struct document *document, const struct statement_knowledge *knowledge,
                                   struct laut_error *error) __attribute__((warn_unused_result));

/* Does the token stand in a number ("bis zu 60")? */
bool surface_is_of_number(const struct document *document, uint32_t token);

static inline bool surface_is(const struct surface *surface, uint32_t token, uint32_t bits)
{
    return token != DOCUMENT_NONE && (surface->bits[token] & bits) != 0;
}

static inline bool surface_has_role(const struct surface *surface, uint32_t token, uint32_t roles)
{
    return token != DOCUMENT_NONE && (surface->roles[token] & roles) != 0;
}

#endif
