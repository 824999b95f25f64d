/* parse/names.h: names of persons, places and organisations, as the network tags them.
 *
 *     "Ministerpräsident Mark Rutte reiste nach Tel Aviv."     ->     names[0] {Mark Rutte, NAME_PERSON}, names[1] {Tel Aviv, NAME_LOCATION}
 *
 * As GermEval 2014 counts them: the outermost names; words derived from names (russisch) and compounds with one
 * (US-Präsident) are none.
 */
#ifndef PARSE_NAMES_H
#define PARSE_NAMES_H

#include "report/document.h"

#include <stdio.h>

/* The values of TAGS_NAME. */
enum name_tag { NAME_TAG_OUTSIDE, NAME_TAG_BEGIN, NAME_TAG_INSIDE = NAME_TAG_BEGIN + NAME_KIND_COUNT,
                NAME_TAG_COUNT = NAME_TAG_INSIDE + NAME_KIND_COUNT };

/* "PER", "LOC", "ORG", "OTH" */
const char *names_kind_label(enum name_kind kind);
/* The tag that "B-PER", "I-LOC", "O" … stand for; of derived and partial names ("B-LOCderiv") NAME_TAG_OUTSIDE. */
enum name_tag names_tag_find(const char *label, size_t length);

/* Appends the names among the words of a sentence from their scores: tags[word * stride + tag]. The best sequence of tags in
 * which no name begins inside. */
bool names_add(struct document *document, struct token_range words, const float *tags, size_t stride, struct laut_error *error) __attribute__((warn_unused_result));

/* A line for every written word: word, tab, B-PER, I-PER, … or O; a blank line after each sentence. */
bool names_write_tsv(const struct document *document, FILE *stream, struct laut_error *error) __attribute__((warn_unused_result));

#endif
