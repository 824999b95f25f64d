/* statement/source_word.c: which words name or open a source: nouns of saying (nouns.tsv), prepositions and adverbs of sources (prepositions.tsv). */
#include "statement/finder.h"

#include <string.h>

const struct source_word *source_word_at(const struct finder *finder, uint32_t token, enum source_position position)
{
    char lower[WORD_BYTES];
    const char *const form = finder->document->tokens[token].form;
    if (!statement_lower(form, lower))
        return NULL;
    for (unsigned round = 0; round < 2; round++) {       /* nouns stand with their capital in the table */
        const char *const key = round ? form : lower;
        for (struct string_map_hit hit = string_map_find(finder->knowledge->source_rows, key, strlen(key)); hit.found;
             hit = string_map_next(finder->knowledge->source_rows, hit))
            if (finder->knowledge->sources[hit.value].position == position)
                return &finder->knowledge->sources[hit.value];
    }
    return NULL;
}

const struct cue_noun *source_noun(const struct finder *finder, uint32_t token)
{
    const struct token *const word = &finder->document->tokens[token];
    uint32_t row = word->lemma ? statement_row(finder->knowledge->noun_rows, word->lemma) : DOCUMENT_NONE;
    for (size_t i = 0; row == DOCUMENT_NONE && i < word->analysis_count; i++)
        if (word->analyses[i].word_class == WORD_NOUN)
            row = statement_row(finder->knowledge->noun_rows, word->analyses[i].lemma);
    if (row == DOCUMENT_NONE && word->compound_head)
        row = statement_row(finder->knowledge->noun_rows, word->compound_head);
    return row == DOCUMENT_NONE ? NULL : &finder->knowledge->nouns[row];
}

bool source_opens_phrase(const struct finder *finder, uint32_t token)
{
    return source_word_at(finder, token, SOURCE_BEFORE) != NULL;
}

bool source_is_city_adjective(const struct finder *finder, uint32_t token)
{
    const struct token *const word = &finder->document->tokens[token];
    return word->upos == UPOS_ADJ && (word->relation == RELATION_AMOD || surface_is(finder->surface, token, WORD_IS_ADJECTIVE));
}

uint32_t source_saying_noun(const struct finder *finder, uint32_t first, uint32_t end, unsigned kind)
{
    for (uint32_t token = first; token < end; token++) {
        const struct cue_noun *const noun = surface_is(finder->surface, token, WORD_IS_NOMINAL) ? source_noun(finder, token) : NULL;
        if (noun)                    /* "nach der Kritik der USA und einem Urteil": the first one counts */
            return (noun->kind & kind) ? token : DOCUMENT_NONE;
        if (surface_is(finder->surface, token, WORD_IS_NOMINAL) && !surface_is(finder->surface, token, WORD_IS_PUNCTUATION) &&
            finder->document->tokens[token].upos != UPOS_PROPN && !source_is_city_adjective(finder, token))
            break;
    }
    return DOCUMENT_NONE;
}

bool source_is_so(const struct finder *finder, uint32_t token)
{
    return source_word_at(finder, token, SOURCE_SO) != NULL;
}

bool source_opens_so(const struct finder *finder, uint32_t token)
{
    uint32_t first, end;
    return source_word_at(finder, token, SOURCE_SO) && token + 1 < finder->document->token_count &&
           phrase_at(finder, token + 1, finder->surface->segments[finder->surface->segment_of[token]].end, &first, &end);
}
