/* statement/source_again.c: sources told before: "demnach", "danach" with the Konjunktiv, "ein Bericht, wonach …", "Berichte, nach denen …". */
#include "parse/tree.h"
#include "statement/finder.h"

/* "wies Berichte zurück, wonach …": the noun of saying in the clause before the comma, where it does not stand right before it. */
static void source__report_before(const struct finder *finder, const struct segment *segment, struct ranges *speaker)
{
    const struct surface *const surface = finder->surface;
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[segment->first].sentence), own = surface->segment_of[segment->first];
    if (own == begin)
        return;
    for (uint32_t token = segment[-1].end; token-- > segment[-1].first;) {
        const struct cue_noun *const noun = surface_is(surface, token, WORD_IS_NOMINAL) ? source_noun(finder, token) : NULL;
        uint32_t first = token;
        if (!noun || !(noun->kind & NOUN_CONTENT))
            continue;
        while (first > segment[-1].first && surface_is(surface, first - 1, WORD_IS_DETERMINER | WORD_IS_ADJECTIVE) && !surface_is(surface, first - 1, WORD_IS_NOMINAL))
            first--;
        ranges_add(speaker, first, token + 1);
        return;
    }
}

/* "Berichte, nach denen …": a relative clause of a noun of saying. */
static bool source__is_relative(const struct finder *finder, const struct segment *segment, uint32_t token)
{
    struct ranges before = {.count = 0};
    if (segment->kind != SEGMENT_RELATIVE || token + 1 >= segment->end || !surface_is(finder->surface, token + 1, WORD_IS_RELATIVE))
        return false;
    speaker_antecedent(finder, segment, &before);
    const uint32_t noun = before.count ? before.items[0].first + before.items[0].count - 1 : DOCUMENT_NONE;
    return noun != DOCUMENT_NONE && source_noun(finder, noun) && (source_noun(finder, noun)->kind & NOUN_CONTENT);
}

/* "dementierte Berichte, wonach …", "bestätigte Berichte, wonach …": who denies or confirms the report is the source. */
static void source__denied(const struct finder *finder, const struct segment *segment, struct draft *draft)
{
    struct ranges report = draft->speaker;
    const bool own = report.count && source_noun(finder, report.items[0].first + report.items[0].count - 1);
    if (!own) {       /* "Berichte der Zeitung, wonach …" */
        report.count = 0;
        source__report_before(finder, segment, &report);
    }
    const uint32_t noun = report.count ? report.items[0].first + report.items[0].count - 1 : DOCUMENT_NONE;
    const uint32_t head = noun == DOCUMENT_NONE ? DOCUMENT_NONE : tree_head(finder->document, noun);
    const uint32_t cue = head == DOCUMENT_NONE ? DOCUMENT_NONE : finder->token_cue[head];
    const struct cue_verb *const verb = cue == DOCUMENT_NONE ? NULL : finder->cues[cue].verb;
    const bool confirms = own && verb && (verb->content & CONTENT_KNOWN) && verb->statement;
    if (!verb || !source_noun(finder, noun) || !(confirms || verb->effect.factuality == FACTUALITY_CT_MINUS))
        return;
    struct draft denier = *draft;
    denier.speaker.count = 0;
    speaker_of_verb(finder, &finder->cues[cue], &denier);
    if (!denier.speaker.count && !own)
        return;                      /* "Ein Bericht der Agentur, wonach …, wurde dementiert" */
    *draft = denier;
    draft->effect = &verb->effect;
    draft->aside = false;
}

/* demnach, danach, wonach: the last source once more. */
bool source_again_find(struct finder *finder, uint32_t token)
{
    const struct source_word *word = source_word_at(finder, token, SOURCE_AGAIN);
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[token]];
    const uint32_t next = token + 1;
    if (!word && token == finder->document->sentences[finder->document->tokens[token].sentence].tokens.first) {
        word = source_word_at(finder, token, SOURCE_FIRST);
        if (word && segment->finite != DOCUMENT_NONE && !surface_is(finder->surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2))
            word = NULL;             /* "danach" of time goes with the indicative */
    }
    const bool relative = token == segment->word && source__is_relative(finder, segment, token);
    if (!word && token == segment->word && (relative || (segment->kind == SEGMENT_DEPENDENT && segment->opener == token)))
        word = source_word_at(finder, token, SOURCE_CLAUSE);
    if (!word || next >= finder->document->token_count)
        return true;
    const size_t before = finder->draft_count;
    if (!source_make(finder, &(struct source_phrase){word, token, {token, 1}, {0, 0}, DOCUMENT_NONE}))
        return false;
    struct draft *const draft = &finder->drafts[before];
    if (word->position == SOURCE_CLAUSE) {
        draft->quote.count = 0;
        ranges_add(&draft->quote, relative ? next + 1 : next, segment->end);
        speaker_antecedent(finder, segment, &draft->speaker);
        if (!draft->speaker.count)
            source__report_before(finder, segment, &draft->speaker);
        source__denied(finder, segment, draft);
        if (draft->speaker.count && !speaker_is_named(finder, &draft->speaker) && !speaker_can_speak(finder, &draft->speaker)) {
            draft->quote.count = 0;  /* "fing den Bären ein, wonach er freigelassen wurde": when */
            return true;
        }
        if (draft->speaker.count)
            return true;             /* "ein Bericht, wonach …" */
    }
    ranges_add(&draft->speaker, token, next);
    draft->same_speaker = (uint32_t)before;          /* settled once all drafts are there, see voice.c */
    return true;
}
