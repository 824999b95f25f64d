/* statement/direct.c: quotations that are no verb's whole content: words quoted inside indirect speech, beside a verb that takes
 * them ("nannte das „…“"), and whole sentences in quotation marks, which go on with the last source. Titles and single words in
 * quotation marks are no speech. */
#include "parse/tree.h"
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

/* "Wie „netz online“ berichtet", "wie die „Aktion Nachbar hilft“ mitteilte" */
static bool direct__is_after_how(const struct finder *finder, const struct quotation *quotation)
{
    uint32_t before = quotation->first;
    if (before > 1 && surface_is(finder->surface, before - 1, WORD_IS_DETERMINER))
        before--;
    return before > 0 && surface_has_role(finder->surface, before - 1, ROLE_PARENTHESIS);
}

/* A name or a title: quoted words that are somebody known, or that stand straight behind the noun that says what they are ("die
 * Zeitung „Welt“"). */
static bool direct__is_name(const struct finder *finder, const struct quotation *quotation)
{
    const struct surface *const surface = finder->surface;
    const struct document *const document = finder->document;
    const uint32_t before = quotation->first > 0 ? quotation->first - 1 : DOCUMENT_NONE;
    if (direct__is_after_how(finder, quotation))
        return true;
    bool proper = true;
    for (uint32_t token = quotation->first + 1; token + 1 < quotation->end; token++) {
        if (finder->token_mention[token] != DOCUMENT_NONE)
            return true;
        proper = proper && document->tokens[token].upos == UPOS_PROPN;
    }
    return proper || (before != DOCUMENT_NONE && surface_is(surface, before, WORD_IS_NOMINAL) && document->tokens[before].upos == UPOS_NOUN);
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
        verbs += surface_is(surface, token, WORD_IS_FINITE) && (!surface_is(surface, token, WORD_IS_WEAK) ||
                                                                finder->document->tokens[token].morphology.verb_form == VERB_FORM_FIN);
        capitals += surface_is(surface, token, WORD_IS_NOMINAL);
    }
    const bool small = quotation->first + 1 < quotation->end && !surface_is(surface, quotation->first + 1, WORD_IS_NOMINAL);
    return words >= 8 || (!direct__is_after_how(finder, quotation) && ((verbs > 0 && words >= 3) || (small && capitals < words)));
}

/* The cue verb of the quotation's clause that takes direct speech; DOCUMENT_NONE: none. */
static uint32_t direct__cue(const struct finder *finder, const struct quotation *quotation)
{
    const struct surface *const surface = finder->surface;
    const uint32_t sentence = finder->document->tokens[quotation->first].sentence;
    uint32_t best = DOCUMENT_NONE;
    for (size_t i = 0; i < finder->cue_count; i++) {
        const struct cue *const cue = &finder->cues[i];
        if (finder->document->tokens[cue->token].sentence != sentence || !cue->verb->statement || !(cue->verb->content & (CONTENT_DIRECT | CONTENT_ALS)) ||
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
        if (!speaker_can_speak(finder, &draft->speaker) && !speaker_is_pronoun(finder, &draft->speaker) &&
            surface_is(finder->surface, cue->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2)) {
            draft->speaker.count = draft->cue.count = 0;       /* "Es drohe „eine Katastrophe“": the voice of the text goes on */
            draft->same_speaker = (uint32_t)(draft - finder->drafts);
        }
    }
    return true;
}

/* ---- quotations that stand beside a clause: "Er griff sie an: „…“", "Ziercke: „…“", "„…“, zeigte sich der Trainer zufrieden" ---- */

static uint32_t direct__finite_of(const struct finder *finder, uint32_t segment)
{
    const struct segment *const here = &finder->surface->segments[segment];
    return here->kind == SEGMENT_MAIN ? here->finite : DOCUMENT_NONE;
}

/* The verb of the clause that the colon before the quotation ends; DOCUMENT_NONE: it has none. */
static uint32_t direct__verb_before(const struct finder *finder, const struct quotation *quotation)
{
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[quotation->first].sentence);
    for (uint32_t segment = finder->surface->segment_of[quotation->first]; segment-- > begin;) {
        const uint32_t finite = direct__finite_of(finder, segment);
        if (finite != DOCUMENT_NONE && !surface_is(finder->surface, finite, WORD_IS_KONJUNKTIV))
            return tree_clause(finder->document, finite);
    }
    return DOCUMENT_NONE;
}

/* The verb that opens the clause after the quotation. */
static uint32_t direct__verb_after(const struct finder *finder, const struct quotation *quotation)
{
    const struct surface *const surface = finder->surface;
    uint32_t token = quotation->end;
    while (token < finder->document->token_count && surface_is(surface, token, WORD_IS_COMMA))
        token++;
    const uint32_t sentence = finder->document->tokens[quotation->end - 1].sentence;
    if (token >= finder_sentence_end(finder, sentence))
        return DOCUMENT_NONE;
    const uint32_t finite = direct__finite_of(finder, surface->segment_of[token]);
    return finite == token ? tree_clause(finder->document, finite) : DOCUMENT_NONE;
}

/* "BKA-Präsident Ziercke: „…“": the phrase that begins the sentence. */
static void direct__phrase_before(const struct finder *finder, const struct quotation *quotation, struct draft *draft)
{
    uint32_t first, end;
    const struct token_range *const tokens = &finder->document->sentences[finder->document->tokens[quotation->first].sentence].tokens;
    if (phrase_at(finder, tokens->first, quotation->first, &first, &end))
        ranges_add(&draft->speaker, first, end);
}

static void direct__beside(const struct finder *finder, const struct quotation *quotation, struct draft *draft)
{
    const bool colon = quotation->first > 0 && surface_is(finder->surface, quotation->first - 1, WORD_IS_COLON);
    uint32_t verb = direct__verb_after(finder, quotation);
    if (verb == DOCUMENT_NONE && colon)
        verb = direct__verb_before(finder, quotation);
    if (verb == DOCUMENT_NONE) {
        if (colon)
            direct__phrase_before(finder, quotation, draft);
        return;
    }
    speaker_of_clause(finder, verb, draft);
    if (draft->speaker.count) {
        ranges_add(&draft->cue, verb, verb + 1);
        draft->cue_token = verb;
    }
}

static bool direct__try(struct finder *finder, struct quotation *quotation)
{
    const struct surface *const surface = finder->surface;
    const uint32_t sentence = finder->document->tokens[quotation->first].sentence;
    const uint32_t inside = direct__inside(finder, quotation->first, quotation->end);
    const bool speech = direct__is_speech(finder, quotation);
    const bool part = speech || !direct__is_name(finder, quotation);       /* of what somebody says */
    if (inside != DOCUMENT_NONE) {
        const struct draft like = finder->drafts[inside];
        return !(speech || (part && quotation->end - quotation->first > 3)) || direct__add(finder, quotation, like.medium, like.why, &like, NULL,
                                      like.same_speaker != DOCUMENT_NONE ? inside : DOCUMENT_NONE);
    }
    const uint32_t cue = direct__cue(finder, quotation);
    if (cue != DOCUMENT_NONE && part) {
        const struct cue taken = finder->cues[cue];
        return direct__add(finder, quotation, taken.verb->medium, taken.verb->id, NULL, &taken, DOCUMENT_NONE);
    }
    const uint32_t first = finder->document->sentences[sentence].tokens.first;
    const bool whole = quotation->first == first || (quotation->first > first && surface_is(surface, quotation->first - 1, WORD_IS_COLON));
    if (!whole || !speech || quotation->end - quotation->first < 6)
        return true;
    if (!direct__add(finder, quotation, NULL, "quotation", NULL, NULL, (uint32_t)finder->draft_count))
        return false;
    direct__beside(finder, quotation, &finder->drafts[finder->draft_count - 1]);
    return true;
}

bool direct_find_all(struct finder *finder)
{
    for (size_t i = 0; i < finder->surface->quotation_count; i++)
        if (!finder->surface->quotations[i].used && !direct__try(finder, &finder->surface->quotations[i]))
            return false;
    return true;
}
