/* lexicon/knowledge.h: the opened lexicon, as the files of this room see it. */
#ifndef LEXICON_KNOWLEDGE_H
#define LEXICON_KNOWLEDGE_H

#include "lexicon/format.h"

struct lexicon {
    const struct lexicon_tag *tags;
    const struct lemma_script *scripts;
    const uint32_t *set_begins, *readings, *arcs;
    const char *text;                /* suffixes of lemma scripts */
    uint32_t root;
};

#endif
