/* lexicon/knowledge.h: the opened lexicon and its tables, as the files of this room see them. */
#ifndef LEXICON_KNOWLEDGE_H
#define LEXICON_KNOWLEDGE_H

#include "base/hash.h"
#include "lexicon/format.h"
#include "lexicon/lexicon.h"

enum compound_part_role { PART_HEAD, PART_MODIFIER, PART_NEVER };

struct ending {
    const char *text;
    size_t length, strip;
    const char *add;                 /* what the lemma has instead of what is stripped */
    enum word_class word_class;
    uint8_t gender;
    bool capital;
};

struct lexicon {
    const struct lexicon_tag *tags;
    const struct lemma_script *scripts;
    const uint32_t *set_begins, *readings, *arcs;
    const char *text;                /* suffixes of lemma scripts */
    uint32_t root;
    const struct string_map *parts;  /* part of a compound -> enum compound_part_role */
    const char *const *links;        /* linking elements, longest last */
    size_t link_count;
    const struct ending *endings;
    size_t ending_count;
};

/* Fills parts, links and endings from knowledge/lexicon/. */
bool lexicon_tables_open(struct lexicon *lexicon, const struct table_set *set, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Where a noun falls into two parts. */
struct compound_split {
    size_t modifier_length;          /* bytes, linking element left out; 0: no compound */
    size_t head_begin;
};

/* word: a noun with a capital, without hyphens. The last part is a noun of the lexicon, what stands before it is known too;
 * loose: what stands before may be unknown. The shortest such last part counts. */
struct compound_split lexicon_split(const struct lexicon *lexicon, const char *word, size_t length, bool loose);

#endif
