/* statement/source_so.c: the source inserted without a verb, "…, so X", behind words or within them. */
#include "statement/finder.h"

/* Does the clause before the inserted source go on after it: no finite main verb of its own stands after, but its verb's rest? */
static bool source__is_cut(const struct finder *finder, uint32_t segment)
{
    const struct surface *const surface = finder->surface;
    const uint32_t next = segment + 1;
    return next < finder_segment_end(finder, finder->document->tokens[surface->segments[segment].word].sentence) &&
           surface->segments[next].finite == DOCUMENT_NONE && surface->segments[next].kind == SEGMENT_FRAGMENT &&
           (surface->segments[next].before & WORD_IS_COMMA) &&
           surface_is(surface, surface->segments[next].word, WORD_IS_PARTICIPLE | WORD_IS_INFINITIVE | WORD_IS_ZU_INFINITIVE);
}

/* "Die Stadt sei, so X, noch einmal beschossen worden": words without a finite verb that end with the clause's participle or infinitive. */
static bool source__ends_clause(const struct finder *finder, const struct segment *segment)
{
    const uint32_t end = finder_trim(finder, segment->first, segment->end);
    return end > segment->first && surface_is(finder->surface, end - 1, WORD_IS_PARTICIPLE | WORD_IS_INFINITIVE | WORD_IS_AUXILIARY) &&
           !surface_is(finder->surface, end - 1, WORD_IS_NOMINAL);
}

/* "…, so X": a segment without a verb that "so" begins. */
bool source_so_find(struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[surface->segment_of[token]];
    const struct source_word *const word = token == segment->word ? source_word_at(finder, token, SOURCE_SO) : NULL;
    const uint32_t sentence = finder->document->tokens[token].sentence;
    const uint32_t sentence_first = surface->segments[finder_segment_begin(finder, sentence)].first;
    if (!word || segment->finite != DOCUMENT_NONE || segment->first == sentence_first)
        return true;
    uint32_t from = token + 1, first, end;
    while (from < segment->end && surface_has_role(surface, from, ROLE_AGAIN))
        from++;
    const uint32_t before = surface->segment_of[token] - 1, told = surface->segments[before].finite;
    if (from > token + 1 && surface->quotation_of[surface->segments[before].end - 1] == DOCUMENT_NONE &&
        !(told != DOCUMENT_NONE && surface_is(surface, told, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2)))
        return true;                 /* "wurden viele verschleppt, so auch X": an example */
    if (!phrase_at(finder, from, segment->end, &first, &end) || surface_is(surface, first, WORD_IS_ADVERB))
        return true;
    if (surface_is(surface, first, WORD_IS_ADJECTIVE) && !surface_is(surface, first, WORD_IS_NOMINAL | WORD_IS_DETERMINER))
        return true;
    const uint32_t stop = finder_trim(finder, sentence_first, segment->first);
    const uint32_t quotation = stop > 0 ? surface->quotation_of[stop - 1] : DOCUMENT_NONE;
    /* "wurden als „Verräter“, so der Minister, verhaftet": of a clause that goes on only the quotation is told */
    const bool cut = quotation != DOCUMENT_NONE && segment->end < finder_trim(finder, sentence_first, finder_sentence_end(finder, sentence)) &&
                     source__is_cut(finder, surface->segment_of[token]);
    const bool direct = quotation != DOCUMENT_NONE && (cut || surface->quotations[quotation].first <= sentence_first);
    struct draft *const draft = finder_add(finder, direct ? STATEMENT_DIRECT : STATEMENT_INDIRECT, word->medium, word->id, sentence);
    if (!draft)
        return false;
    if (direct)
        surface->quotations[quotation].used = true;
    ranges_add(&draft->quote, direct ? surface->quotations[quotation].first : sentence_first,
               direct ? surface->quotations[quotation].end : stop);
    const uint32_t next = surface->segment_of[token] + 1;
    if (!direct && next < finder_segment_end(finder, sentence) && surface->segments[next].kind != SEGMENT_RELATIVE &&
        (surface->segments[next].finite != DOCUMENT_NONE || source__ends_clause(finder, &surface->segments[next])))
        ranges_add(&draft->quote, surface->segments[next].first, surface->segments[finder_segment_end(finder, sentence) - 1].end);
    ranges_add(&draft->cue, token, token + 1);
    ranges_add(&draft->speaker, first, end);
    draft->cue_token = token;
    draft->aside = true;
    return true;
}
