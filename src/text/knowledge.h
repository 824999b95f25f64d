/* text/knowledge.h: the tables of text/, as its files see them. */
#ifndef TEXT_KNOWLEDGE_H
#define TEXT_KNOWLEDGE_H

#include "base/hash.h"
#include "base/table.h"

struct text_knowledge {
    const struct table *abbreviations, *contractions;
    const struct string_map *abbreviation_rows, *contraction_rows, *ordinal_noun_rows;   /* by form */
    const struct string_map *opener_rows, *determiner_rows, *gender_ending_rows;
};

enum { ABBREVIATION_FORM = 1, ABBREVIATION_POSITION, CONTRACTION_FORM = 1, CONTRACTION_FIRST, CONTRACTION_SECOND };

/* The row whose form is bytes, or DOCUMENT_NONE. */
uint32_t text_row(const struct string_map *rows, const char *bytes, size_t length);

#endif
