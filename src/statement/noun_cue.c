/* statement/noun_cue.c: nouns of saying and thinking with a content clause ("die Behauptung Moskaus, dass …", "den Vorwurf, …
 * zu haben"). The owner of the noun speaks: genitive, possessive or adjective; without one nobody does. */
#include "statement/finder.h"

static bool noun__accepts(const struct finder *finder, const struct segment *segment)
{
    if (!(segment->before & (WORD_IS_COMMA | WORD_IS_COLON)))
        return false;
    if (segment->kind == SEGMENT_DEPENDENT)
        return surface_has_role(finder->surface, segment->opener, ROLE_CONTENT);
    if (segment->kind == SEGMENT_INFINITIVE)
        return !surface_has_role(finder->surface, segment->word, ROLE_PURPOSE) && segment->opener == DOCUMENT_NONE;
    return segment->kind == SEGMENT_MAIN && segment->finite != segment->word &&
           surface_is(finder->surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2);
}

static bool noun__try(struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const struct cue_noun *const noun = source_noun(finder, token);
    const uint32_t sentence = finder->document->tokens[token].sentence, own = surface->segment_of[token];
    if (!noun || !(noun->kind & NOUN_CONTENT) || own + 1 >= finder_segment_end(finder, sentence) ||
        !noun__accepts(finder, &surface->segments[own + 1]))
        return true;
    const struct segment *const content = &surface->segments[own + 1];
    for (uint32_t later = token + 1; later < surface->segments[own].end; later++)      /* a later noun or verb takes the clause */
        if ((surface_is(surface, later, WORD_IS_NOMINAL) && source_noun(finder, later)) ||
            (finder->token_cue[later] != DOCUMENT_NONE && content->kind != SEGMENT_INFINITIVE))
            return true;
    struct draft *const draft = finder_add(finder, STATEMENT_INDIRECT, noun->medium, noun->id, sentence);
    if (!draft)
        return false;
    uint32_t end = content->end, first, owner_end;
    if (content->kind != SEGMENT_INFINITIVE && own + 2 < finder_segment_end(finder, sentence) &&
        surface->segments[own + 2].kind == SEGMENT_RELATIVE)
        end = surface->segments[own + 2].end;
    ranges_add(&draft->quote, content->first, end);
    ranges_add(&draft->cue, token, token + 1);
    draft->cue_token = token;
    draft->effect = &noun->effect;
    draft->noun = token;
    if (token + 1 < surface->segments[own].end && surface_has_role(surface, token + 1, ROLE_GENITIVE | ROLE_AGENT) &&
        speaker_phrase(finder, token + (surface_has_role(surface, token + 1, ROLE_GENITIVE) ? 1 : 2), surface->segments[own].end, &first, &owner_end))
        ranges_add(&draft->speaker, first, owner_end);
    else if (token + 1 < surface->segments[own].end && surface_is(surface, token + 1, WORD_IS_NOMINAL))
        ranges_add(&draft->speaker, token + 1, token + 2);
    else if (token > 0 && surface_is(surface, token - 1, WORD_IS_DETERMINER | WORD_IS_ADJECTIVE) &&
             finder->document->token_mention && finder->document->token_mention[token - 1] != DOCUMENT_NONE)
        ranges_add(&draft->speaker, token - 1, token);
    return true;
}

bool noun_cue_find_all(struct finder *finder)
{
    for (uint32_t token = 0; token < finder->document->token_count; token++)
        if (surface_is(finder->surface, token, WORD_IS_NOMINAL) && !noun__try(finder, token))
            return false;
    return true;
}
