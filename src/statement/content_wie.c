/* statement/content_wie.c: where the content of "wie X mitteilte" lies, before, behind or around it (coding guide, section 4), and where it has none. */
#include "statement/content.h"

/* "zog ab, um, wie X mitteilte, Opfer zu vermeiden": the inserted clause tells only the clause whose first word stands before it. */
static bool content__is_inside(const struct finder *finder, const struct segment *before)
{
    const uint32_t end = finder_trim(finder, before->first, before->end);
    return end == before->first + 1 && (before->opener == before->first || surface_has_role(finder->surface, before->first, ROLE_PURPOSE));
}

/* "gratulierte ihm – „nicht im Namen der EU“, wie Y klarstellte", "zieht ab, „ein Fehler“, wie Y sagte": of a clause with an addition in
 * quotation marks only that is told; else all. */
static uint32_t content__addition(const struct finder *finder, const struct cue *cue, uint32_t begin, uint32_t wie)
{
    const struct segment *const segments = finder->surface->segments;
    const struct segment *const before = &segments[wie > begin ? wie - 1 : begin];
    if (before == &segments[begin] || content__is_inside(finder, before))
        return before->first;
    if (!surface_is(finder->surface, before->first, WORD_IS_QUOTE))
        return segments[begin].first;
    const bool dash = before->before && !(before->before & (WORD_IS_COMMA | WORD_IS_COLON | WORD_IS_SEMICOLON));
    const uint32_t quotation = finder->surface->quotation_of[before->first];
    const bool whole = quotation != DOCUMENT_NONE && finder->surface->quotations[quotation].first == before->first &&
                       finder->surface->quotations[quotation].end == before->end && before->kind != SEGMENT_MAIN;
    return dash || (whole && (before->before & WORD_IS_COMMA) && content_follows_indicative(finder, cue)) ? before->first : segments[begin].first;
}

/* "…, sagte Y": a clause that its verb of saying begins. */
static bool content__tells_all(const struct finder *finder, uint32_t segment)
{
    const struct segment *const here = &finder->surface->segments[segment];
    const uint32_t cue = here->finite == DOCUMENT_NONE ? DOCUMENT_NONE : finder->token_cue[here->finite];
    return cue != DOCUMENT_NONE && here->kind == SEGMENT_MAIN && here->finite == here->word && (here->before & WORD_IS_COMMA) &&
           finder->cues[cue].verb->statement && (finder->cues[cue].verb->content & CONTENT_PARENTHESIS) && !content_is_konjunktiv(finder, here) &&
           content_is_inserted(finder, &finder->cues[cue]);
}

/* "Wie X mitteilte, …": the verb ends a clause that "wie" begins. */
bool content_find_wie(const struct finder *finder, const struct cue *cue, uint32_t sentence, struct content_place *place)
{
    const struct surface *const surface = finder->surface;
    const uint32_t first_of_all = finder_segment_begin(finder, sentence), last = finder_segment_end(finder, sentence);
    const uint32_t begin = surface->segment_of[content_behind_semicolon(finder, cue, first_of_all, surface->segments[first_of_all].first)];
    if (!(cue->verb->content & (CONTENT_PARENTHESIS | CONTENT_DASS)))
        return false;
    uint32_t segment = cue->last_segment;
    for (uint32_t step = 0; step < SKIP_SEGMENTS + 1; step++, segment--) {
        const struct segment *const here = &surface->segments[segment];
        if (here->kind != SEGMENT_MAIN && surface_has_role(surface, here->word, ROLE_PARENTHESIS) &&
            (here->opener == here->word || here->finite == DOCUMENT_NONE))
            break;
        if (segment == begin || step == SKIP_SEGMENTS || (here->kind == SEGMENT_MAIN && segment != cue->last_segment))
            return false;
    }
    const uint32_t first = surface->segments[segment].first, next = cue->last_segment + 1;
    const uint32_t sentence_first = content__addition(finder, cue, begin, segment);
    if (segment > begin) {
        place->first = sentence_first;
        place->end = finder_trim(finder, sentence_first, first);
    }
    if (next < last && (segment == begin || surface->segments[next].kind == SEGMENT_MAIN || surface->segments[next].kind == SEGMENT_DEPENDENT ||
                        surface->segments[segment - 1].kind == SEGMENT_MAIN)) {
        const uint32_t from = surface->segments[next].first;
        uint32_t *const to_first = segment > begin ? &place->more_first : &place->first;
        uint32_t *const to_end = segment > begin ? &place->more_end : &place->end;
        uint32_t stop = next;
        while (stop < last && !content__tells_all(finder, stop) && !(surface->segments[stop].before & WORD_IS_SEMICOLON))
            stop++;
        *to_first = from;
        *to_end = finder_trim(finder, from, stop < last ? surface->segments[stop].first : finder_sentence_end(finder, sentence));
    }
    return place->end > place->first;
}

bool content_is_contrast(const struct finder *finder, const struct cue *cue)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[cue->last_segment];
    const uint32_t last = finder_trim(finder, segment->first, segment->end) - 1;
    if (last > segment->word + 1 && cue->token == last && surface_has_role(surface, segment->word + 1, ROLE_ALS))
        return true;
    if (segment->kind == SEGMENT_MAIN || segment->kind == SEGMENT_RELATIVE)
        return false;
    const uint32_t before = finder_trim(finder, 0, segment->first);
    const uint32_t row = before > 0 && surface_has_role(surface, segment->word, ROLE_PARENTHESIS)
                             ? statement_row(finder->knowledge->adverb_rows, finder->document->tokens[before - 1].form) : DOCUMENT_NONE;
    return row != DOCUMENT_NONE && finder->knowledge->adverbs[row].role == ADVERB_NEGATION;
}
