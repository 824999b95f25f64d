/* statement/direct.c: quotations that are no verb's whole content: words quoted inside indirect speech, beside a verb that takes
 * them ("nannte das „…“"), and whole sentences in quotation marks, which go on with the last source. Titles and single words in
 * quotation marks are no speech. */
#include "statement/finder.h"

static bool direct__covers(const struct ranges *ranges, uint32_t first, uint32_t end)
{
    for (uint32_t i = 0; i < ranges->count; i++)
        if (first >= ranges->items[i].first && end <= ranges->items[i].first + ranges->items[i].count)
            return true;
    return false;
}

/* The smallest draft around [first, end). */
static uint32_t direct__inside(const struct finder *finder, uint32_t first, uint32_t end)
{
    uint32_t best = DOCUMENT_NONE, size = UINT32_MAX;
    const uint32_t sentence = finder->document->tokens[first].sentence;
    for (size_t i = 0; i < finder->draft_count; i++) {
        const struct draft *const draft = &finder->drafts[i];
        if (draft->sentence != sentence || !direct__covers(&draft->quote, first, end))
            continue;
        uint32_t words = 0;
        for (uint32_t part = 0; part < draft->quote.count; part++)
            words += draft->quote.items[part].count;
        if (words < size) {
            best = (uint32_t)i;
            size = words;
        }
    }
    return best;
}

/* Names and titles ("Die Zeit") begin with a capital and have no verb; speech has a verb, a small beginning, or length. */
static bool direct__is_speech(const struct finder *finder, const struct quotation *quotation)
{
    const struct surface *const surface = finder->surface;
    uint32_t words = 0, verbs = 0, capitals = 0;
    for (uint32_t token = quotation->first + 1; token + 1 < quotation->end; token++) {
        if (surface_is(surface, token, WORD_IS_PUNCTUATION))
            continue;
        words++;
        verbs += surface_is(surface, token, WORD_IS_FINITE) && !surface_is(surface, token, WORD_IS_WEAK);
        capitals += surface_is(surface, token, WORD_IS_NOMINAL);
    }
    const bool small = quotation->first + 1 < quotation->end && !surface_is(surface, quotation->first + 1, WORD_IS_NOMINAL);
    return words >= 8 || (verbs > 0 && words >= 3) || (small && words >= 2 && capitals < words);
}

/* The cue verb of the quotation's clause that takes direct speech; DOCUMENT_NONE: none. */
static uint32_t direct__cue(const struct finder *finder, const struct quotation *quotation)
{
    const struct surface *const surface = finder->surface;
    const uint32_t sentence = finder->document->tokens[quotation->first].sentence;
    uint32_t best = DOCUMENT_NONE;
    for (size_t i = 0; i < finder->cue_count; i++) {
        const struct cue *const cue = &finder->cues[i];
        if (finder->document->tokens[cue->token].sentence != sentence || !(cue->verb->content & (CONTENT_DIRECT | CONTENT_ALS)) ||
            (cue->token >= quotation->first && cue->token < quotation->end))
            continue;
        if (surface->segment_of[quotation->first] >= cue->first_segment && surface->segment_of[quotation->first] <= cue->last_segment + 1)
            best = (uint32_t)i;
    }
    return best;
}

static bool direct__add(struct finder *finder, struct quotation *quotation, const char *medium, const char *why,
                        const struct draft *like, const struct cue *cue, uint32_t same_speaker)
{
    const struct ranges no_range = {.count = 0};
    const struct ranges speaker = like ? like->speaker : no_range, cue_ranges = like ? like->cue : no_range;
    const uint32_t token = like ? like->cue_token : cue ? cue->token : DOCUMENT_NONE;
    const struct effect *const effect = like ? like->effect : NULL;
    struct draft *const draft = finder_add(finder, STATEMENT_DIRECT, medium, why, finder->document->tokens[quotation->first].sentence);
    if (!draft)
        return false;
    quotation->used = true;
    ranges_add(&draft->quote, quotation->first, quotation->end);
    draft->speaker = speaker;
    draft->cue = cue_ranges;
    draft->cue_token = token;
    draft->same_speaker = same_speaker;
    draft->effect = effect;
    if (cue) {
        for (uint32_t i = 0; i < cue->part_count; i++)
            ranges_add(&draft->cue, cue->parts[i], cue->parts[i] + 1);
        speaker_of_verb(finder, cue, draft);
    }
    return true;
}

static bool direct__try(struct finder *finder, struct quotation *quotation)
{
    const struct surface *const surface = finder->surface;
    const uint32_t sentence = finder->document->tokens[quotation->first].sentence;
    const uint32_t inside = direct__inside(finder, quotation->first, quotation->end);
    const bool speech = direct__is_speech(finder, quotation);
    if (inside != DOCUMENT_NONE) {
        const struct draft like = finder->drafts[inside];
        return !speech || direct__add(finder, quotation, like.medium, like.why, &like, NULL,
                                      like.same_speaker != DOCUMENT_NONE ? inside : DOCUMENT_NONE);
    }
    const uint32_t cue = direct__cue(finder, quotation);
    if (cue != DOCUMENT_NONE && speech) {
        const struct cue taken = finder->cues[cue];
        return direct__add(finder, quotation, taken.verb->medium, taken.verb->id, NULL, &taken, DOCUMENT_NONE);
    }
    const uint32_t first = finder->document->sentences[sentence].tokens.first;
    const bool whole = quotation->first == first || (quotation->first > first && surface_is(surface, quotation->first - 1, WORD_IS_COLON));
    if (!whole || !speech || quotation->end - quotation->first < 6)
        return true;
    return direct__add(finder, quotation, NULL, "quotation", NULL, NULL, (uint32_t)finder->draft_count);
}

bool direct_find_all(struct finder *finder)
{
    for (size_t i = 0; i < finder->surface->quotation_count; i++)
        if (!finder->surface->quotations[i].used && !direct__try(finder, &finder->surface->quotations[i]))
            return false;
    return true;
}
