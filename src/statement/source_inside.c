/* statement/source_inside.c: whom a source has it from, itself a source inside the other (coding guide, section 4): "unter Berufung auf X",
 * "Das Blatt beruft sich auf X", "nach Informationen der dpa aus Regierungskreisen". It says what the outer source says. */
#include "parse/tree.h"
#include "statement/finder.h"

#include <string.h>

/* The draft that "unter Berufung auf X" is said beside: whose cue stands in its clause ("Das berichtet Y unter …"), else the last of the sentence that
 * attributes; DOCUMENT_NONE. */
static uint32_t source__beside(const struct finder *finder, uint32_t token)
{
    uint32_t last = DOCUMENT_NONE;
    for (size_t i = finder->draft_count; i-- > 0;) {
        const struct draft *const draft = &finder->drafts[i];
        if (!draft->quote.count || !draft->attributes)
            continue;
        if (draft->cue_token != DOCUMENT_NONE && finder->surface->segment_of[draft->cue_token] == finder->surface->segment_of[token])
            return (uint32_t)i;
        if (last == DOCUMENT_NONE && draft->sentence == finder->document->tokens[token].sentence)
            last = (uint32_t)i;
    }
    return last;
}

/* The last draft of the sentence that says something, DOCUMENT_NONE. */
static uint32_t source__last_of(const struct finder *finder, uint32_t sentence)
{
    for (size_t i = finder->draft_count; i-- > 0;)
        if (finder->drafts[i].sentence == sentence && finder->drafts[i].quote.count)
            return (uint32_t)i;
    return DOCUMENT_NONE;
}

/* Says what the outer draft says, by whom it has it. */
static bool source__inside(struct finder *finder, uint32_t outer_draft, uint32_t cue, const char *why, struct token_range speaker)
{
    if (outer_draft == DOCUMENT_NONE)
        return true;
    const struct draft outer = finder->drafts[outer_draft];
    struct draft *const draft = finder_add(finder, outer.type, outer.medium, why, outer.sentence);
    if (!draft)
        return false;
    draft->quote = outer.quote;
    draft->effect = outer.effect;
    ranges_add(&draft->cue, cue, cue + 1);
    ranges_add(&draft->speaker, speaker.first, speaker.first + speaker.count);
    draft->cue_token = cue;
    draft->aside = true;
    return true;
}

/* The phrase behind the preposition, also where its noun has words of its own before it ("auf mit den Plänen vertraute Personen"). */
static bool source__phrase_behind(const struct finder *finder, uint32_t preposition, uint32_t *first, uint32_t *end)
{
    const uint32_t limit = finder->surface->segments[finder->surface->segment_of[preposition]].end;
    uint32_t noun = tree_head(finder->document, preposition);
    if (phrase_at(finder, preposition + 1, limit, first, end))
        return true;
    if (noun != DOCUMENT_NONE && finder->document->tokens[noun].relation == RELATION_NUMMOD)
        noun = tree_head(finder->document, noun);
    if (noun == DOCUMENT_NONE || noun <= preposition || noun >= limit || !surface_is(finder->surface, noun, WORD_IS_NOMINAL))
        return false;
    *first = preposition + 1;
    *end = phrase_with_owner(finder, noun + 1, limit);
    return true;
}

/* unter Berufung auf X: a source inside the source of the clause. */
static bool source__reference(struct finder *finder, uint32_t token)
{
    const struct source_word *const word = source_word_at(finder, token, SOURCE_REFERENCE);
    uint32_t first, end;
    if (!word || token == 0 || token + 2 >= finder->document->token_count ||
        strcmp(finder->document->tokens[token + 1].form, word->object) != 0 ||
        !surface_is(finder->surface, token - 1, WORD_IS_PREPOSITION) || !source__phrase_behind(finder, token + 1, &first, &end))
        return true;
    return source__inside(finder, source__beside(finder, token), token, word->id, (struct token_range){first, end - first});
}

/* "Das Blatt beruft sich auf X", "…, und stützte sich auf X": of what the clause before tells, or the sentence before. */
static bool source__relies(struct finder *finder, const struct cue *cue)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[cue->token].sentence;
    const uint32_t noun = cue->verb->content & CONTENT_RELIES ? reported_noun(finder, cue) : DOCUMENT_NONE;
    if (noun == DOCUMENT_NONE)
        return true;
    uint32_t first, end, outer = source__last_of(finder, sentence);
    if (!source__phrase_behind(finder, tree_preposition(document, noun), &first, &end))
        return true;
    struct ranges speaker = {.count = 0};
    ranges_add(&speaker, first, end);
    if (!speaker_can_speak(finder, &speaker) && source_saying_noun(finder, first, end, NOUN_NACH | NOUN_CIRCLE) == DOCUMENT_NONE)
        return true;                 /* "beruft sich auf das Völkerrecht" */
    if (outer == DOCUMENT_NONE && sentence > 0 && document->sentences[sentence].paragraph == document->sentences[sentence - 1].paragraph)
        outer = source__last_of(finder, sentence - 1);
    const bool tells = outer != DOCUMENT_NONE && finder->drafts[outer].cue_token == cue->token;       /* "zitierte die Agentur aus dem Ministerium" */
    return source__inside(finder, outer, tells ? tree_preposition(document, noun) : cue->token, cue->verb->id, (struct token_range){first, end - first});
}

/* "Nach Informationen der dpa aus Regierungskreisen": whoever the medium has it from. */
static bool source__circle_inside(struct finder *finder, size_t index)
{
    const struct surface *const surface = finder->surface;
    const struct draft outer = finder->drafts[index];
    if (!outer.aside || outer.noun == DOCUMENT_NONE || outer.speaker.count != 1)
        return true;
    const uint32_t begin = outer.speaker.items[0].first, stop = begin + outer.speaker.items[0].count;
    const bool owned = finder->document->token_modifier && finder->document->token_modifier[outer.noun] != DOCUMENT_NONE;      /* "nach dpa-Informationen aus …" */
    for (uint32_t token = outer.noun + (owned ? 1 : 2); token + 1 < stop; token++) {
        if (!surface_has_role(surface, token, ROLE_CIRCLE) || surface_has_role(surface, token, ROLE_AGENT) || !surface_is(surface, token, WORD_IS_PREPOSITION) ||
            source_saying_noun(finder, token + 1, stop, NOUN_CIRCLE) == DOCUMENT_NONE ||
            source_saying_noun(finder, outer.noun + 1, token, NOUN_CIRCLE) != DOCUMENT_NONE)
            continue;
        finder->drafts[index].speaker.items[0].count = token - begin;
        return source__inside(finder, (uint32_t)index, token, outer.why, (struct token_range){token + 1, stop - token - 1});
    }
    return true;
}

bool source_inside_find_all(struct finder *finder)
{
    for (uint32_t token = 0; token < finder->document->token_count; token++)
        if (surface_is(finder->surface, token, WORD_IS_NOMINAL) && !source__reference(finder, token))
            return false;
    for (size_t i = 0; i < finder->cue_count; i++)
        if (!source__relies(finder, &finder->cues[i]))
            return false;
    for (size_t i = 0, count = finder->draft_count; i < count; i++)
        if (!source__circle_inside(finder, i))
            return false;
    return true;
}
