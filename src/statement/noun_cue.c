/* statement/noun_cue.c: nouns of saying and thinking with a content clause ("die Behauptung Moskaus, dass …", "den Vorwurf, …
 * zu haben"). The owner of the noun speaks: genitive, possessive or adjective; without one who acts in its clause ("X vertritt die
 * Ansicht, dass …"); a noun that is the subject itself names nobody ("Der Vorwurf, …"). */
#include "parse/tree.h"
#include "statement/content.h"

static bool noun__accepts(const struct finder *finder, const struct segment *segment)
{
    if (!(segment->before & (WORD_IS_COMMA | WORD_IS_COLON)))
        return false;
    if (segment->kind == SEGMENT_DEPENDENT)
        return surface_has_role(finder->surface, segment->opener, ROLE_CONTENT) && !content_is_consequence(finder, segment);
    if (segment->kind == SEGMENT_INFINITIVE)
        return !surface_has_role(finder->surface, segment->word, ROLE_PURPOSE) && segment->opener == DOCUMENT_NONE;
    return segment->kind == SEGMENT_MAIN && segment->finite != segment->word &&
           surface_is(finder->surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2);
}

bool noun_cue_owner(const struct finder *finder, uint32_t token, struct draft *draft)
{
    const struct surface *const surface = finder->surface;
    const uint32_t next = token + 1, limit = surface->segments[surface->segment_of[token]].end;
    uint32_t first, end;
    if (next < limit && surface_has_role(surface, next, ROLE_GENITIVE | ROLE_AGENT) &&
        phrase_at(finder, surface_has_role(surface, next, ROLE_GENITIVE) ? next : next + 1, limit, &first, &end))
        ranges_add(&draft->speaker, first, end);
    else if (next < limit && surface_is(surface, next, WORD_IS_NOMINAL))
        ranges_add(&draft->speaker, next, next + 1);
    else if (token > 0 && surface_is(surface, token - 1, WORD_IS_DETERMINER | WORD_IS_ADJECTIVE) &&
             finder->document->token_mention && finder->document->token_mention[token - 1] != DOCUMENT_NONE)
        ranges_add(&draft->speaker, token - 1, token);
    const uint32_t participle = tree_child(finder->document, token, RELATION_AMOD);       /* "die von X geäußerte Hoffnung" */
    if (!draft->speaker.count && participle != DOCUMENT_NONE && speaker_agent(finder, participle, draft))
        draft->noun = DOCUMENT_NONE;
    return draft->speaker.count > 0;
}

/* "X vertritt die Ansicht", "X ist der Meinung", "wurde von X mit der Begründung abgelehnt": who acts in the clause of the noun. */
static void noun__user(const struct finder *finder, uint32_t token, struct draft *draft)
{
    const struct document *const document = finder->document;
    const enum relation relation = document->tokens[token].relation;
    const bool predicate = tree_child(document, token, RELATION_COP) != DOCUMENT_NONE;
    const uint32_t verb = predicate ? token : tree_clause(document, tree_head(document, token));
    if (verb == DOCUMENT_NONE)
        return;
    if (!predicate && speaker_agent(finder, verb, draft)) {       /* "erhielt von X die Information", "von X kam die Nachricht" */
        draft->noun = DOCUMENT_NONE;
        return;
    }
    if (relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS)
        return;
    draft->noun = DOCUMENT_NONE;
    if (finder->token_cue[verb] != DOCUMENT_NONE && finder->cues[finder->token_cue[verb]].verb->effect.factuality == FACTUALITY_CT_MINUS)
        draft->effect = &finder->cues[finder->token_cue[verb]].verb->effect;       /* "weist den Vorwurf zurück, …" */
    speaker_of_clause(finder, verb, draft);
}

/* "zitierte X mit den Worten", "vertritt die Ansicht": a noun that makes a verb's entry leaves the clause to the verb. */
static bool noun__is_companion(const struct finder *finder, uint32_t token)
{
    for (size_t i = 0; i < finder->cue_count; i++) {
        const struct cue *const cue = &finder->cues[i];
        for (uint32_t part = 0; part < cue->part_count; part++)
            if (cue->parts[part] == token && (cue->verb->content & (CONTENT_DASS | CONTENT_MAIN)))
                return true;
    }
    return false;
}

/* The content's end: with its relative clauses, and clauses in the Konjunktiv that "und" joins to it. */
static uint32_t noun__content_end(const struct finder *finder, uint32_t segment, uint32_t last)
{
    const struct segment *const segments = finder->surface->segments;
    if (segments[segment].kind == SEGMENT_INFINITIVE)
        return segments[segment].end;
    while (segment + 1 < last && (segments[segment + 1].kind == SEGMENT_RELATIVE ||
                                  (segments[segment + 1].kind == SEGMENT_MAIN && surface_has_role(finder->surface, segments[segment + 1].word, ROLE_COORDINATOR) &&
                                   surface_is(finder->surface, segments[segment + 1].finite, WORD_IS_KONJUNKTIV))))
        segment++;
    return segments[segment].end;
}

static bool noun__try(struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const struct cue_noun *const noun = source_noun(finder, token);
    const uint32_t sentence = finder->document->tokens[token].sentence, own = surface->segment_of[token];
    if (!noun || !(noun->kind & NOUN_CONTENT) || own + 1 >= finder_segment_end(finder, sentence) ||
        !noun__accepts(finder, &surface->segments[own + 1]) || noun__is_companion(finder, token) ||
        (token > 0 && source_opens_phrase(finder, token - 1)))       /* "nach Auffassung von X sei es gut, dass …" */
        return true;
    const struct segment *const content = &surface->segments[own + 1];
    for (uint32_t later = token + 1; later < surface->segments[own].end; later++)      /* a later noun or verb takes the clause */
        if ((surface_is(surface, later, WORD_IS_NOMINAL) && source_noun(finder, later)) ||
            (finder->token_cue[later] != DOCUMENT_NONE && content->kind != SEGMENT_INFINITIVE))
            return true;
    struct draft *const draft = finder_add(finder, STATEMENT_INDIRECT, noun->medium, noun->id, sentence);
    if (!draft)
        return false;
    ranges_add(&draft->quote, content->first, noun__content_end(finder, own + 1, finder_segment_end(finder, sentence)));
    ranges_add(&draft->cue, token, token + 1);
    draft->cue_token = token;
    draft->effect = &noun->effect;
    draft->noun = token;
    if (!noun_cue_owner(finder, token, draft))
        noun__user(finder, token, draft);
    return true;
}

bool noun_cue_find_all(struct finder *finder)
{
    for (uint32_t token = 0; token < finder->document->token_count; token++)
        if (surface_is(finder->surface, token, WORD_IS_NOMINAL) && !noun__try(finder, token))
            return false;
    return true;
}
