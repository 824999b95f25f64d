/* statement/reported.c: content in a noun phrase ("berichtete von Kämpfen", "bestätigte den Angriff", "übernahm die Verantwortung
 * für …"): the clause is quoted, its noun phrase is what is told. */
#include "parse/tree.h"
#include "statement/content.h"

#include <string.h>

static bool reported__is_preposition_of(const struct finder *finder, const struct cue *cue, uint32_t token)
{
    const struct token *const word = token == DOCUMENT_NONE ? NULL : &finder->document->tokens[token];
    for (size_t i = 0; word && i < cue->verb->preposition_count; i++)       /* the lemma: "Zu dem Anschlag bekannte sich …" */
        if (strcmp(word->lemma ? word->lemma : word->form, cue->verb->prepositions[i]) == 0)
            return true;
    return false;
}

/* The noun under one of the cue's words ("übernahm die Verantwortung für …") behind a preposition of the verb. */
uint32_t reported_noun(const struct finder *finder, const struct cue *cue)
{
    const struct document *const document = finder->document;
    for (uint32_t part = 0; part < cue->part_count; part++)
        for (uint32_t child = tree_first_child(document, cue->parts[part]); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
            if (surface_is(finder->surface, child, WORD_IS_NOMINAL) && reported__is_preposition_of(finder, cue, tree_preposition(document, child)))
                return child;
    return DOCUMENT_NONE;
}

/* The noun that tells the content: of a preposition of the verb, else its object, in the passive its subject. */
static uint32_t reported__noun(const struct finder *finder, const struct cue *cue)
{
    const struct document *const document = finder->document;
    const uint32_t child = reported_noun(finder, cue);
    if (child != DOCUMENT_NONE)
        return child;
    if (!(cue->verb->content & CONTENT_OBJECT))
        return DOCUMENT_NONE;
    uint32_t noun = cue->passive ? tree_subject(document, cue->token) : tree_object(document, cue->token);
    if (noun != DOCUMENT_NONE && surface_is(finder->surface, noun, WORD_IS_RELATIVE) && document->tokens[cue->token].relation == RELATION_ACL)
        noun = tree_head(document, cue->token);      /* "der Mord, den Teheran Israel zuschreibt" */
    return noun != DOCUMENT_NONE && surface_is(finder->surface, noun, WORD_IS_NOMINAL) ? noun : DOCUMENT_NONE;
}

/* "einer Welle russischer Angriffe", where the tree hangs the genitive on the verb: words without a preposition behind the noun. */
static bool reported__is_owner(const struct finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    const struct token *const word = &document->tokens[token];
    return word->relation == RELATION_OBL && word->morphology.grammatical_case == CASE_GEN && tree_preposition(document, token) == DOCUMENT_NONE &&
           surface_is(finder->surface, token, WORD_IS_NOMINAL);
}

/* One past the noun's phrase; "Berichte über Lieferungen", also where the tree hangs the phrase behind a noun of saying on its verb. */
static uint32_t reported__end(const struct finder *finder, uint32_t noun, struct token_range range)
{
    const struct document *const document = finder->document;
    const uint32_t end = range.first + range.count;
    if (end >= document->token_count)
        return end;
    const enum relation relation = document->tokens[end].relation;
    const bool modifies = relation == RELATION_CASE || relation == RELATION_AMOD || relation == RELATION_DET;
    const uint32_t head = modifies ? tree_head(document, end) : end;
    const bool goes_on = head != DOCUMENT_NONE && (relation == RELATION_CASE ? source_noun(finder, noun) != NULL : reported__is_owner(finder, head));
    if (!goes_on || tree_head(document, head) != tree_head(document, noun))
        return end;
    const struct token_range next = tree_subtree(document, head);
    return next.first + next.count;
}

/* The noun's phrase without relative and causal clauses in the indicative, which tell what is known. */
static void reported__told(const struct finder *finder, uint32_t noun, struct ranges *told)
{
    const struct token_range range = tree_subtree(finder->document, noun);
    const uint32_t end = reported__end(finder, noun, range);
    for (uint32_t token = range.first; token < end; token++) {
        const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[token]];
        const bool aside = segment->kind == SEGMENT_RELATIVE ||
                           (segment->kind == SEGMENT_DEPENDENT && (!surface_has_role(finder->surface, segment->opener, ROLE_CONTENT | ROLE_QUESTION) ||
                                                                   content_is_consequence(finder, segment)));
        if (!aside || surface_is(finder->surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2) ||
            finder->surface->segment_of[token] == finder->surface->segment_of[noun])
            ranges_add(told, token, token + 1);
    }
}

/* "Von Kämpfen wird gesprochen": the phrase that is told was taken for the one who tells. */
static bool reported__tells_itself(const struct draft *draft)
{
    return draft->speaker.count && ranges_hold(&draft->told, draft->speaker.items[0].first);
}

/* "Ein UN-Bericht dokumentiert Angriffe": a text whose owner is known. */
static bool reported__is_document(const struct finder *finder, const struct draft *draft)
{
    const struct token_range *const words = &draft->speaker.items[0];
    return draft->speaker.count && source_saying_noun(finder, words->first, words->first + words->count, NOUN_OUTLET | NOUN_SAID) != DOCUMENT_NONE &&
           (who_mention(finder, draft) != DOCUMENT_NONE || who_of_document(finder, draft) != DOCUMENT_NONE);
}

/* The whole clause is the quote; its speaker must be somebody who can speak. */
bool reported_find(struct finder *finder, const struct cue *cue, uint32_t sentence)
{
    const struct surface *const surface = finder->surface;
    const bool possible = cue->finite != DOCUMENT_NONE && !(cue->verb->content & CONTENT_RELIES);       /* "zitiert aus dem Ministerium": whose words, see source_inside.c */
    const uint32_t noun = possible ? reported__noun(finder, cue) : DOCUMENT_NONE;
    if (noun == DOCUMENT_NONE)
        return true;
    struct draft *const draft = finder_add(finder, STATEMENT_REPORTED, cue->verb->medium, cue->verb->id, sentence);
    if (!draft)
        return false;
    const bool alone = cue->first_segment == finder_segment_begin(finder, sentence) && cue->last_segment + 1 == finder_segment_end(finder, sentence);
    ranges_add(&draft->quote, surface->segments[cue->first_segment].first,
               alone ? finder_sentence_end(finder, sentence) : surface->segments[cue->last_segment].end);
    reported__told(finder, noun, &draft->told);
    draft->attributes = cue->verb->effect.factuality != FACTUALITY_UU && !(cue->verb->effect.aux & AUX_FUTURE) &&    /* "fordert den Abzug" is one act */
                        (!(cue->verb->content & CONTENT_ALS) || cue->verb->nominal);       /* "verurteilt den Anschlag": who judges an act takes it for granted */
    draft->cue_token = cue->token;
    draft->effect = &cue->verb->effect;
    speaker_of_verb(finder, cue, draft);
    if (reported__tells_itself(draft) ||
        (!speaker_can_speak(finder, &draft->speaker) && !speaker_is_pronoun(finder, &draft->speaker) && (cue->passive || !reported__is_document(finder, draft))))
        draft->quote.count = 0;
    return true;
}
