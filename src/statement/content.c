/* statement/content.c: what a verb of saying says (coding guide, section 4): the clause, infinitive or inserted clause around it
 * (content_place.c), or the sentence before ("Das bestätigte X"). A quotation in the place of the content makes it direct. */
#include "lexicon/lexicon.h"
#include "parse/tree.h"
#include "statement/content.h"

/* The quotation that is the whole of [first, end), DOCUMENT_NONE if none is. */
static uint32_t content__quotation(const struct finder *finder, uint32_t first, uint32_t end)
{
    const struct surface *const surface = finder->surface;
    while (first < end && surface_is(surface, first, WORD_IS_BREAK))
        first++;
    if (first >= end || surface->quotation_of[first] == DOCUMENT_NONE)
        return DOCUMENT_NONE;
    const uint32_t quotation = surface->quotation_of[first];
    const struct quotation *const found = &surface->quotations[quotation];
    return (found->first == first || found->first < first) && found->end + 1 >= end ? quotation : DOCUMENT_NONE;
}

/* Who is cited is a source inside the one who cites. */
static bool content__cited(struct finder *finder, const struct cue *cue, struct draft *draft)
{
    struct draft inner = *draft;
    inner.speaker.count = 0;
    speaker_cited(finder, cue, &inner);
    if (!inner.speaker.count)
        return true;
    const bool nobody = draft->speaker.count && surface_has_role(finder->surface, draft->speaker.items[0].first, ROLE_INDEFINITE);
    if (!draft->speaker.count || nobody) {
        *draft = inner;
        return true;
    }
    struct draft *const added = finder_add(finder, inner.type, inner.medium, inner.why, inner.sentence);
    if (!added)
        return false;
    *added = inner;
    added->cue_token = DOCUMENT_NONE;
    return true;
}

/* "Man habe …, hieß es": words in the Konjunktiv before the verb go on with what was said before. */
static bool content__goes_on(const struct finder *finder, const struct cue *cue, const struct content_place *place)
{
    return place->first < cue->token && content_is_konjunktiv(finder, &finder->surface->segments[finder->surface->segment_of[place->first]]);
}

/* "…, hieß es weiter", "darin heißt es": whoever spoke before; "Man habe …, hieß es": who speaks in the sentence before. */
static void content__hearsay(const struct finder *finder, const struct cue *cue, const struct content_place *place, struct draft *draft)
{
    const struct surface *const surface = finder->surface;
    bool again = false;
    for (uint32_t token = surface->segments[cue->first_segment].first; token < surface->segments[cue->last_segment].end; token++)
        again = again || surface_has_role(surface, token, ROLE_AGAIN);
    draft->near = !again;
    if (!again && !content__goes_on(finder, cue, place))
        return;
    draft->unspoken = true;
    draft->same_speaker = (uint32_t)(draft - finder->drafts);
}

/* "Zudem meldete es, …": the pronoun, where it stands for whoever speaks or acts in the sentence before. */
static void content__of_es(const struct finder *finder, const struct cue *cue, const struct content_place *place, struct draft *draft)
{
    const struct surface *const surface = finder->surface;
    const bool personal = cue->finite != DOCUMENT_NONE && !cue->passive && cue->verb->medium && !surface_is(surface, cue->finite, WORD_IS_MODAL);
    uint32_t es = tree_child(finder->document, cue->token, RELATION_NSUBJ);
    if (!surface_has_role(surface, es, ROLE_ES))
        es = tree_child(finder->document, cue->token, RELATION_EXPL);
    if (!personal || !surface_has_role(surface, es, ROLE_ES) || !content_is_konjunktiv(finder, &surface->segments[surface->segment_of[place->first]]))
        return;
    ranges_add(&draft->speaker, es, es + 1);
    draft->same_speaker = (uint32_t)(draft - finder->drafts);
}

/* "…, hieß es in einer Mitteilung": of whoever spoke or acted before; "Man habe …, hieß es in einem Bericht": of who speaks in the sentence before. */
static bool content__is_of_before(const struct finder *finder, const struct cue *cue, const struct content_place *place, struct draft *draft)
{
    if (who_is_saying_of_before(finder, &draft->speaker))
        return true;
    draft->near = (cue->verb->content & CONTENT_CIRCLE) && content__goes_on(finder, cue, place) && who_is_text_of_nobody(finder, &draft->speaker);
    return draft->near;
}

/* "wies Vorwürfe Kiews zurück, …": what is refused is told by the one whose accusation it is. */
static void content__accused(const struct finder *finder, const struct cue *cue, struct draft *draft)
{
    for (uint32_t i = 0; cue->verb->companion_count && cue->verb->effect.factuality == FACTUALITY_CT_MINUS && i < cue->part_count; i++) {
        const uint32_t token = cue->parts[i];
        const struct cue_noun *const noun = surface_is(finder->surface, token, WORD_IS_NOMINAL) ? source_noun(finder, token) : NULL;
        struct draft owner = {.noun = token};
        if (!noun || (noun->kind & NOUN_NACH) || noun->effect.factuality != FACTUALITY_CT_PLUS || !noun_cue_owner(finder, token, &owner) ||
            !speaker_can_speak(finder, &owner.speaker))
            continue;
        draft->speaker = owner.speaker;
        draft->effect = &noun->effect;
        return;
    }
}

/* "Die US-Marine hat ein Schiff gestoppt, teilte sie mit": a pronoun that nobody is known for is who acts in the words before it. */
static void content__of_subject(const struct finder *finder, const struct cue *cue, const struct content_place *place, struct draft *draft)
{
    const struct document *const document = finder->document;
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[place->first]];
    const uint32_t word = draft->speaker.items[0].first;
    if (cue->finite == DOCUMENT_NONE || !speaker_is_pronoun(finder, &draft->speaker) || document->tokens[word].upos != UPOS_PRON ||
        place->first > cue->token || segment->kind != SEGMENT_MAIN || content_is_konjunktiv(finder, segment) || finder->token_mention[word] != DOCUMENT_NONE)
        return;
    const uint32_t subject = tree_subject(document, tree_clause(document, segment->finite));
    struct ranges found = {.count = 0};
    if (subject == DOCUMENT_NONE || subject > cue->token)
        return;
    const struct morphology *const pronoun = &document->tokens[word].morphology, *const noun = &document->tokens[subject].morphology;
    if (!lexicon_fits(document->tokens[cue->finite].morphology.number, noun->number) || (noun->number == NUMBER_SING && !lexicon_fits(pronoun->gender, noun->gender)))
        return;
    ranges_add(&found, subject, subject + 1);
    if (speaker_can_speak(finder, &found))
        draft->meant = found;
}

/* "beschloss, Panzer zu liefern": one act of the verb, which nobody else tells; "hat nicht entschieden, ob er liefert": what is left open. */
static bool content__is_commitment(const struct finder *finder, const struct cue *cue, const struct content_place *place)
{
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[place->first]];
    const uint32_t row = segment->kind == SEGMENT_DEPENDENT ? statement_row(finder->knowledge->conjunction_rows, finder->document->tokens[segment->opener].form)
                                                            : DOCUMENT_NONE;
    const bool open = row != DOCUMENT_NONE && finder->knowledge->conjunctions[row].factuality == FACTUALITY_UU;
    return (cue->verb->effect.aux & AUX_FUTURE) && place->first > cue->token && (segment->kind == SEGMENT_INFINITIVE || open);
}

static bool content__make(struct finder *finder, const struct cue *cue, uint32_t sentence, const struct content_place *place)
{
    const struct surface *const surface = finder->surface;
    uint32_t quotation = content__quotation(finder, place->first, place->end);
    if (quotation == DOCUMENT_NONE && place->end > place->first && surface->quotation_of[place->end - 1] != DOCUMENT_NONE) {
        const uint32_t last = surface->quotation_of[place->end - 1], first = surface->quotations[last].first;
        if (first < place->first || (first > 0 && surface_is(surface, first - 1, WORD_IS_COLON)))       /* "Er gab nach: „…“, heißt es" */
            quotation = last;
    }
    const bool own = quotation != DOCUMENT_NONE && surface->quotation_of[cue->token] == quotation;     /* a cue inside what is said */
    const bool direct = quotation != DOCUMENT_NONE && !own && (cue->verb->content & CONTENT_DIRECT);
    struct draft *const draft = finder_add(finder, direct ? STATEMENT_DIRECT : STATEMENT_INDIRECT, cue->verb->medium,
                                           cue->verb->id, sentence);
    if (!draft)
        return false;
    if (direct) {
        surface->quotations[quotation].used = true;
        ranges_add(&draft->quote, surface->quotations[quotation].first, surface->quotations[quotation].end);
        const uint32_t more = place->more_end > place->more_first ? content__quotation(finder, place->more_first, place->more_end)
                                                                  : DOCUMENT_NONE;
        if (more != DOCUMENT_NONE && more != quotation) {
            surface->quotations[more].used = true;
            ranges_add(&draft->quote, surface->quotations[more].first, surface->quotations[more].end);
        }
    } else {
        ranges_add(&draft->quote, place->first, place->end);
        if (place->more_end > place->more_first)
            ranges_add(&draft->quote, place->more_first, place->more_end);
    }
    for (uint32_t i = 0; i < cue->part_count; i++)
        ranges_add(&draft->cue, cue->parts[i], cue->parts[i] + 1);
    draft->cue_token = cue->token;
    draft->attributes = !content__is_commitment(finder, cue, place);
    const bool denied = cue->verb->effect.factuality == FACTUALITY_CT_MINUS;       /* "dementiert das: Man habe …": the reason */
    draft->effect = denied && place->first > 0 && surface_is(surface, place->first - 1, WORD_IS_COLON) ? NULL : &cue->verb->effect;
    speaker_of_verb(finder, cue, draft);
    content__accused(finder, cue, draft);
    if ((cue->verb->content & CONTENT_KNOWN) && !draft->speaker.count && !cue->passive)
        draft->attributes = false;   /* "wurde bekannt, dass …" */
    if ((cue->verb->content & CONTENT_CIRCLE) && !draft->speaker.count)
        content__hearsay(finder, cue, place, draft);
    else if (!draft->speaker.count)
        content__of_es(finder, cue, place, draft);
    else if (content__is_of_before(finder, cue, place, draft))
        draft->same_speaker = (uint32_t)(draft - finder->drafts);
    else
        content__of_subject(finder, cue, place, draft);
    return !(cue->verb->content & CONTENT_CITED) || content__cited(finder, cue, draft);
}

/* Some statement is made of the sentence, or "laut X" and "X zufolge" stand in it. */
static bool content__is_told(const struct finder *finder, uint32_t sentence)
{
    const struct token_range *const tokens = &finder->document->sentences[sentence].tokens;
    for (uint32_t token = tokens->first; token < tokens->first + tokens->count; token++) {
        if (finder->document->tokens[token].upos != UPOS_ADP)
            continue;
        const struct source_word *const before = source_word_at(finder, token, SOURCE_BEFORE), *const after = source_word_at(finder, token, SOURCE_AFTER);
        if ((before && !before->noun_only) || (after && !after->noun_only))
            return true;
    }
    for (size_t i = 0; i < finder->draft_count; i++)
        if (finder->drafts[i].sentence == sentence)
            return true;
    return false;
}

/* The statement that a verb makes of [first, end) before it, which its "das" stands for. */
static bool content__make_before(struct finder *finder, const struct cue *cue, struct token_range before, bool *made)
{
    const struct surface *const surface = finder->surface;
    const uint32_t end = before.first + before.count, quotation = content__quotation(finder, before.first, end);
    const uint32_t word = surface->segments[cue->first_segment].word;
    struct draft *const draft = finder_add(finder, quotation == DOCUMENT_NONE ? STATEMENT_INDIRECT : STATEMENT_DIRECT, cue->verb->medium,
                                           cue->verb->id, finder->document->tokens[before.first].sentence);
    if (!draft)
        return false;
    if (quotation == DOCUMENT_NONE) {
        ranges_add(&draft->quote, before.first, finder_trim(finder, before.first, end));
        ranges_add(&draft->quote, word, word + 1);
    } else {
        surface->quotations[quotation].used = true;
        ranges_add(&draft->quote, surface->quotations[quotation].first, surface->quotations[quotation].end);
    }
    for (uint32_t i = 0; i < cue->part_count; i++)
        ranges_add(&draft->cue, cue->parts[i], cue->parts[i] + 1);
    draft->cue_token = cue->token;
    draft->effect = &cue->verb->effect;
    draft->attributes = quotation != DOCUMENT_NONE || !(cue->verb->content & (CONTENT_KNOWN | CONTENT_ALS));       /* "das verurteilte X" */
    speaker_of_verb(finder, cue, draft);
    *made = draft->speaker.count > 0;
    if (!*made)
        draft->quote.count = 0;
    return true;
}

/* "Das bestätigte ein Sprecher", "…; dies teilte X mit": the sentence, or the clauses of its own, before, unless they have a source already. */
static bool content__said_before(struct finder *finder, const struct cue *cue, uint32_t sentence, bool *made)
{
    const struct surface *const surface = finder->surface;
    const struct document *const document = finder->document;
    const struct segment *const segment = &surface->segments[cue->first_segment];
    const uint32_t word = segment->word, begin = finder_segment_begin(finder, sentence);
    if (!surface_has_role(surface, word, ROLE_THIS) || document->tokens[word].relation == RELATION_DET || !(cue->verb->content & CONTENT_DASS) ||
        cue->verb->effect.factuality != FACTUALITY_CT_PLUS || cue->verb->effect.aux)
        return true;
    if (cue->first_segment != begin && segment->kind == SEGMENT_MAIN && segment->finite == word + 1 && segment->before && !(segment->before & WORD_IS_COLON)) {
        for (size_t i = 0; i < finder->draft_count; i++)
            if (finder->drafts[i].sentence == sentence)
                return true;         /* "X warf ihm vor, …; dies sah Y anders" */
        const uint32_t first = surface->segments[begin].first;
        return content__make_before(finder, cue, (struct token_range){first, segment->first - first}, made);
    }
    if (sentence == 0 || cue->first_segment != begin || document->sentences[sentence - 1].kind == PARAGRAPH_MARK ||
        document->sentences[sentence - 1].kind == PARAGRAPH_TITLE || content__is_told(finder, sentence - 1))
        return true;
    return content__make_before(finder, cue, document->sentences[sentence - 1].tokens, made);
}

static bool content__of_cue(struct finder *finder, const struct cue *cue)
{
    const uint32_t sentence = finder->document->tokens[cue->token].sentence;
    struct content_place place = {0, 0, 0, 0};
    if (!cue->verb->statement)
        return true;
    if (content_find_place(finder, cue, sentence, &place))
        return content__make(finder, cue, sentence, &place);
    bool made = false;
    return content__said_before(finder, cue, sentence, &made) && (made || reported_find(finder, cue, sentence));
}

bool content_find_all(struct finder *finder)
{
    for (size_t i = 0; i < finder->cue_count; i++)
        if (!content__of_cue(finder, &finder->cues[i]))
            return false;
    return true;
}
