/* statement/source_phrase.c: sources without a verb (coding guide, section 4): "laut X", "X zufolge", "nach Angaben von X", "aus Sicht von X"; then those of
 * source_again.c, source_so.c and, whom these have it from, source_inside.c. What they are the source of: source_reach.c. */
#include "parse/tree.h"
#include "statement/finder.h"

#include <string.h>

/* "nach palästinensischen Medien", "nach BBC": an outlet, which can stand for what it says. */
static bool source__is_outlet(const struct finder *finder, uint32_t first, uint32_t end)
{
    const struct document *const document = finder->document;
    const uint32_t mention = end > first ? finder->token_mention[end - 1] : DOCUMENT_NONE;
    return mention != DOCUMENT_NONE && document->mentions[mention].entity_count && document->mentions[mention].tokens.first <= first + 1 &&
           document->entities[document->mentions[mention].entities[0]].sector == SECTOR_JRN &&
           document->entities[document->mentions[mention].entities[0]].kind != ENTITY_PERSON;
}

/* "nach dem Urteil", "nach Artikel 5": nobody's, so that it tells when or by which rule something is done. */
static bool source__is_owned(const struct finder *finder, uint32_t noun, uint32_t first, uint32_t end)
{
    const struct document *const document = finder->document;
    if (noun + 1 < document->token_count && document->tokens[noun + 1].upos == UPOS_NUM)
        return false;
    for (uint32_t token = first; token < noun; token++)
        if (surface_has_role(finder->surface, token, ROLE_OWN))
            return true;             /* "nach eigenen Worten" */
    return noun + 1 < end || document->tokens[first].relation == RELATION_DET_POSS || who_owner(finder, noun) != DOCUMENT_NONE;
}

/* laut X, nach Angaben X, gemäß X; "laut" as an adjective or noun has no phrase after it. */
static bool source__before(struct finder *finder, uint32_t token)
{
    const struct source_word *const word = source_word_at(finder, token, SOURCE_BEFORE);
    const uint32_t limit = finder->surface->segments[finder->surface->segment_of[token]].end;
    uint32_t first, end;
    if (!word || !phrase_at(finder, token + 1, limit, &first, &end))
        return true;
    end = phrase_with_joined(finder, first, end, limit);
    const uint32_t noun = source_saying_noun(finder, first, end, NOUN_NACH);
    if (word->noun_only && noun == DOCUMENT_NONE && !source__is_outlet(finder, first, end))
        return true;
    if (word->noun_only && noun != DOCUMENT_NONE && (source_noun(finder, noun)->kind & NOUN_OWNED) && !source__is_owned(finder, noun, first, end))
        return true;
    const uint32_t about = word->noun_only && end < limit && surface_has_role(finder->surface, end, ROLE_ABOUT) ? tree_head(finder->document, end) : DOCUMENT_NONE;
    if (about != DOCUMENT_NONE && noun != DOCUMENT_NONE && tree_head(finder->document, about) == noun)
        return true;                 /* "hat nach Berichten über Folter Ermittlungen eingeleitet": when, not who */
    return source_make(finder, &(struct source_phrase){word, token, {token, end - token}, {first, end - first}, noun});
}

/* Where the owner of "Sicht" begins: "Sicht der Regierung", "Sicht von X", "Sicht Moskaus"; DOCUMENT_NONE: it has none behind it. */
static uint32_t source__owner_behind(const struct finder *finder, uint32_t token, uint32_t limit)
{
    const uint32_t next = token + 1;
    if (next >= limit)
        return DOCUMENT_NONE;
    if (surface_has_role(finder->surface, next, ROLE_AGENT))
        return next + 1;
    const bool name = surface_is(finder->surface, next, WORD_IS_NOMINAL) && finder->token_mention[next] != DOCUMENT_NONE &&
                      finder->document->tokens[next].morphology.grammatical_case != CASE_NOM;
    return surface_has_role(finder->surface, next, ROLE_GENITIVE) || name ? next : DOCUMENT_NONE;
}

/* aus Sicht der Regierung, aus seiner Sicht, in den Augen Pekings */
static bool source__noun(struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const struct source_word *const word = source_word_at(finder, token, SOURCE_NOUN);
    const uint32_t limit = surface->segments[surface->segment_of[token]].end;
    uint32_t begin = token, first, end;
    if (!word || token == 0)
        return true;
    while (begin > 0 && ((surface_is(surface, begin - 1, WORD_IS_DETERMINER | WORD_IS_ADJECTIVE) && !surface_is(surface, begin - 1, WORD_IS_NOMINAL)) ||
                         source_is_city_adjective(finder, begin - 1)))
        begin--;
    if (begin == 0 || !surface_has_role(surface, begin - 1, ROLE_CIRCLE))
        return true;
    const uint32_t owner = source__owner_behind(finder, token, limit);
    if (owner != DOCUMENT_NONE && phrase_at(finder, owner, limit, &first, &end))
        return source_make(finder, &(struct source_phrase){word, token, {begin - 1, end - begin + 1}, {first, end - first}, DOCUMENT_NONE});
    return begin == token ||
           source_make(finder, &(struct source_phrase){word, token, {begin - 1, token + 2 - begin}, {begin, token + 1 - begin}, token});
}

/* "des Verbandes (VDL) zufolge": the words before a short form in brackets straight before the word; else the word itself. */
static uint32_t source__before_bracket(const struct finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    if (token < 3 || strcmp(document->tokens[token - 1].form, ")") != 0)
        return token;
    for (uint32_t open = token - 1; open-- > 0 && open + 4 > token - 1;)
        if (strcmp(document->tokens[open].form, "(") == 0)
            return open;
    return token;
}

/* "die Rebellen, die Schätzungen zufolge …": the word that begins the relative clause, before a plural without an article. */
static bool source__opens_relative(const struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[surface->segment_of[token]];
    return segment->kind == SEGMENT_RELATIVE && segment->word == token;
}

/* "dem Sprecher der Armee, Daniel Hagari, zufolge": the first of the two commas around a name straight before the word; else the word itself. */
static uint32_t source__before_apposition(const struct finder *finder, uint32_t token)
{
    enum { WORDS_OF_NAME = 6 };
    const uint32_t close = token > 0 ? token - 1 : 0;
    if (!surface_is(finder->surface, close, WORD_IS_COMMA))
        return token;
    for (uint32_t open = close; open-- > 0 && open + WORDS_OF_NAME > close;) {
        if (surface_is(finder->surface, open, WORD_IS_COMMA))
            return open + 1 < close ? open : token;
        if (finder->token_mention[open] == DOCUMENT_NONE && finder->document->tokens[open].upos != UPOS_PROPN)
            return token;
    }
    return token;
}

/* X zufolge, seiner Ansicht nach: the phrase that ends before the word. */
static bool source__after(struct finder *finder, uint32_t token)
{
    const struct source_word *const word = source_word_at(finder, token, SOURCE_AFTER);
    if (!word)
        return true;
    const uint32_t stop = source__before_apposition(finder, source__before_bracket(finder, token));
    const uint32_t begin = finder->surface->segments[finder->surface->segment_of[stop > 0 ? stop - 1 : 0]].first;
    for (uint32_t from = begin; from < stop; from++) {
        uint32_t first, end;
        const bool two = surface_has_role(finder->surface, from + 1, ROLE_OBLIQUE | ROLE_GENITIVE) && surface_is(finder->surface, from, WORD_IS_DETERMINER) &&
                         surface_is(finder->surface, from + 1, WORD_IS_DETERMINER);      /* "die seiner Ansicht nach …" */
        if (two || source__opens_relative(finder, from) || !phrase_at(finder, from, stop, &first, &end) || end != stop)
            continue;
        const uint32_t noun = source_saying_noun(finder, first, end, NOUN_NACH);
        if (word->noun_only && noun == DOCUMENT_NONE)
            return true;
        return source_make(finder, &(struct source_phrase){word, token, {first, token + 1 - first}, {first, end - first}, noun});
    }
    return true;
}

bool source_phrase_find_all(struct finder *finder)
{
    for (uint32_t token = 0; token < finder->document->token_count; token++)
        if (!surface_is(finder->surface, token, WORD_IS_PUNCTUATION) &&
            (!source__before(finder, token) || !source__after(finder, token) || !source_again_find(finder, token) ||
             !source_so_find(finder, token) || !source__noun(finder, token)))
            return false;
    return source_inside_find_all(finder);
}
