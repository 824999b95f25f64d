/* statement/content_inserted.c: is a clause that its verb begins, behind a mark, an inserted "…, sagte X", whose content is before it (coding guide,
 * section 4)? Second verbs of a sentence, conditions and main clauses behind a subordinate one look the same. */
#include "parse/tree.h"
#include "statement/content.h"

/* "X begrüßten das, fordern aber …": the clause before goes on with a second verb, whose subject stands there. */
static bool content__goes_on(const struct finder *finder, const struct cue *cue)
{
    const struct surface *const surface = finder->surface;
    uint32_t first, end, after = cue->finite + 1;
    if (after >= surface->segments[cue->last_segment].end || !surface_has_role(surface, after, ROLE_COORDINATOR))
        return false;
    struct ranges next = {.count = 0};
    if (phrase_at(finder, after + 1, surface->segments[cue->last_segment].end, &first, &end))
        ranges_add(&next, first, end);
    return !next.count || surface_has_role(surface, first, ROLE_OBLIQUE) || (!speaker_can_speak(finder, &next) && !speaker_is_pronoun(finder, &next));
}

/* "…, sollte sie sich bestätigen": a condition, no inserted "könnte man sagen" or "wollte er sagen". */
static bool content__is_condition(const struct finder *finder, const struct cue *cue)
{
    const struct surface *const surface = finder->surface;
    return cue->finite != cue->token && surface_is(surface, cue->token, WORD_IS_INFINITIVE) && surface_is(surface, cue->finite, WORD_IS_MODAL) &&
           surface_is(surface, cue->finite, WORD_IS_PAST | WORD_IS_KONJUNKTIV_2) && !surface_has_role(surface, cue->finite, ROLE_WANTS) &&
           !surface_has_role(surface, cue->finite + 1, ROLE_INDEFINITE);
}

/* "Der Vorsitzende, X, verurteilte die Gewalt, machte aber …": no inserted "sagte X", for what follows the verb is what it is about. */
bool content_follows_thing(const struct finder *finder, const struct cue *cue)
{
    uint32_t first, end;
    struct ranges next = {.count = 0};
    if (phrase_at(finder, cue->finite + 1, finder->surface->segments[cue->last_segment].end, &first, &end))
        ranges_add(&next, first, end);
    return next.count && !speaker_can_speak(finder, &next) && !speaker_is_pronoun(finder, &next) && !speaker_is_named(finder, &next);
}

/* Is the last main clause before the cue's, outside quotation marks, in the indicative? */
bool content_follows_indicative(const struct finder *finder, const struct cue *cue)
{
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[cue->token].sentence);
    for (uint32_t at = cue->first_segment; at-- > begin;) {
        const struct segment *const segment = &finder->surface->segments[at];
        if (segment->kind == SEGMENT_MAIN)
            return !content_is_konjunktiv(finder, segment) && finder->surface->quotation_of[segment->finite] == DOCUMENT_NONE;
    }
    return false;
}

/* "bestätigten Diplomaten", which the parser takes for an object: somebody who can speak, in the verb's number, and no other subject. */
static bool content__may_be_subject(const struct finder *finder, const struct cue *cue, uint32_t object)
{
    struct ranges range = {.count = 0};
    ranges_add(&range, object, object + 1);
    return speaker_can_speak(finder, &range) &&
           finder->document->tokens[object].morphology.number == finder->document->tokens[cue->finite].morphology.number;
}

/* "Die Junta setzte die Verfassung außer Kraft, schloss die Grenzen und …": the clause before, in the indicative, goes on with a second verb
 * that has its own object. */
static bool content__is_second_verb(const struct finder *finder, const struct cue *cue)
{
    const struct document *const document = finder->document;
    const bool has_subject = tree_child(document, cue->token, RELATION_NSUBJ) != DOCUMENT_NONE;
    if (cue->finite + 1 < finder->document->token_count && content_follows_indicative(finder, cue) && surface_has_role(finder->surface, cue->finite + 1, ROLE_THIS))
        return true;                 /* "erwog einen Angriff, schloss dies aber aus" */
    if (!content_follows_indicative(finder, cue) || (has_subject && document->tokens[cue->token].relation != RELATION_CONJ))
        return false;
    for (uint32_t child = tree_first_child(document, cue->token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (document->tokens[child].relation == RELATION_OBJ && surface_is(finder->surface, child, WORD_IS_NOMINAL))
            return has_subject || !content__may_be_subject(finder, cue, child);
    return false;
}

/* "Wenn Russen in Wien säßen, dürfe man sich nicht wundern", "Sollte er liefern, drohen Sanktionen": the main clause of the subordinate one
 * that begins the sentence, which is told in the Konjunktiv itself or begins with its verb. */
static bool content__follows_subordinate(const struct finder *finder, const struct cue *cue)
{
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[cue->token].sentence);
    const struct segment *const here = &finder->surface->segments[cue->first_segment], *const before = &here[-1];
    if (cue->first_segment != begin + 1)
        return false;
    if (before->kind == SEGMENT_MAIN)
        return before->finite == before->word && surface_is(finder->surface, before->finite, WORD_IS_MODAL) && finder->surface->quotation_of[before->word] == DOCUMENT_NONE;
    return content_is_konjunktiv(finder, here) && before->kind == SEGMENT_DEPENDENT && !surface_has_role(finder->surface, before->opener, ROLE_CONTENT);
}

/* "In einer Rede vor Soldaten, die im Osten kämpfen, kündigte X an": a phrase with its relative clauses before the verb is no clause that is told. */
static bool content__follows_phrase(const struct finder *finder, const struct cue *cue)
{
    const struct segment *const segments = finder->surface->segments;
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[cue->token].sentence);
    for (uint32_t at = begin; at < cue->first_segment; at++)
        if ((segments[at].kind != SEGMENT_FRAGMENT && segments[at].kind != SEGMENT_RELATIVE) || finder->surface->quotation_of[segments[at].first] != DOCUMENT_NONE)
            return false;
    return cue->first_segment > begin + 1 && phrase_is_preposition(finder, segments[begin].word);
}

bool content_is_inserted(const struct finder *finder, const struct cue *cue)
{
    const struct segment *const segment = &finder->surface->segments[cue->first_segment];
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[cue->token].sentence);
    if (cue->finite == DOCUMENT_NONE || segment->kind != SEGMENT_MAIN || cue->first_segment == begin)
        return false;
    if (segment[-1].kind == SEGMENT_FRAGMENT && content_is_konjunktiv(finder, segment))
        return false;                /* "dem Chef, X, sei … gesagt worden" */
    if (content__goes_on(finder, cue) || content__is_second_verb(finder, cue) || content__follows_subordinate(finder, cue) || content__follows_phrase(finder, cue) || content__is_condition(finder, cue))
        return false;
    return cue->finite == segment->word ||       /* "…, sagte X", "…, so sagte X" */
           (cue->finite == segment->word + 1 && !(segment->before & WORD_IS_COLON) && source_is_so(finder, segment->word));
}
