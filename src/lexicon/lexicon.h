/* lexicon/lexicon.h: what a German word form can be.
 *
 *     lexicon_lookup(lexicon, "aufruft", 7, arena, &analyses, &count, &error)
 *         ->  {lemma "aufrufen", WORD_VERB, person 3, NUMBER_SING, MOOD_IND, TENSE_PRES, ANALYSIS_PARTICLE_ATTACHED}, …
 *
 * The lexicon is a section of the image that tools/lexicon makes; see lexicon/format.h.
 */
#ifndef LEXICON_LEXICON_H
#define LEXICON_LEXICON_H

#include "base/table.h"
#include "report/document.h"

struct lexicon;

/* Opens the image's section "lexicon" and the tables of lexicon/. The result lives in set->arena, the section stays in
 * the image. NULL: error says why. */
const struct lexicon *lexicon_open(const struct table_set *set, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The analyses of one form exactly as written; *count 0 if the lexicon does not have it. False: out of memory. */
bool lexicon_lookup(const struct lexicon *lexicon, const char *form, size_t length, struct arena *arena,
                    const struct analysis **analyses, size_t *count, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Whether the lexicon has the form with this word class; takes no memory. */
bool lexicon_has(const struct lexicon *lexicon, const char *form, size_t length, enum word_class word_class);

/* Whether one of the word's analyses is of that class. */
bool lexicon_may_be(const struct token *token, enum word_class word_class);

/* Whether two values of a feature (case, number, gender) go together; 0 is any. */
static inline bool lexicon_fits(uint8_t a, uint8_t b)
{
    return !a || !b || a == b;
}

/* Whether one of the word's analyses is a verb in that form. */
bool lexicon_may_be_verb(const struct token *token, enum verb_form form);

/* Whether one of the word's analyses has one of these ANALYSIS_ bits. */
bool lexicon_has_flag(const struct token *token, uint32_t flags);

/* Fills token.analyses, compound_head and compound_modifier of every token. */
bool lexicon_analyse(struct document *document, const struct lexicon *lexicon, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
