/* statement/stance_clause.c: what a predicate's own clause says of how sure it is (coding guide, section 5): adverbs, negation, modal and mood,
 * the word that begins it (wenn, um, ohne), question. */
#include "statement/modality.h"
#include "statement/stance.h"

#include "parse/tree.h"

#include <string.h>

/* The segments of the predicate's clause: its own, and the one that a relative or infinitive clause has cut it off from. */
static uint32_t stance__first_segment(const struct finder *finder, uint32_t predicate)
{
    const struct surface *const surface = finder->surface;
    const uint32_t begin = finder_segment_begin(finder, finder->document->tokens[predicate].sentence);
    uint32_t segment = surface->segment_of[predicate];
    if (surface->segments[segment].kind != SEGMENT_FRAGMENT)
        return segment;
    while (segment > begin && (surface->segments[segment].kind == SEGMENT_FRAGMENT || surface->segments[segment].kind == SEGMENT_RELATIVE ||
                               surface->segments[segment].kind == SEGMENT_INFINITIVE))
        segment--;
    return segment;
}

/* Does the adverb at token belong to the predicate's clause? */
static bool stance__is_of_clause(const struct finder *finder, uint32_t token, uint32_t predicate)
{
    const struct document *const document = finder->document;
    const uint32_t clause = tree_clause(document, token);
    if (clause == predicate)
        return true;
    return tree_first_conjunct(document, predicate) == clause && finder->surface->segment_of[token] == finder->surface->segment_of[predicate];
}

/* "gingen nicht gegen A vor, sondern gegen B": what follows without a verb of its own is so, and only A is negated. */
static bool stance__has_contrast(const struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const uint32_t last = finder_segment_end(finder, finder->document->tokens[token].sentence);
    for (uint32_t segment = surface->segment_of[token] + 1; segment < last; segment++)
        if (surface_has_role(surface, surface->segments[segment].word, ROLE_CONTRAST))
            return surface->segments[segment].finite == DOCUMENT_NONE;
    return false;
}

/* "nicht nur", "nicht näher bezeichnete", "die nicht im Rat vertretenen Parteien": the negation of one word. */
bool stance_is_narrow(const struct stances *stances, uint32_t token)
{
    const struct document *const document = stances->finder->document;
    const uint32_t next = token + 1, head = tree_head(document, token);
    const bool adverb = next < document->token_count && document->tokens[next].upos != UPOS_ADP && document->tokens[next].relation != RELATION_MARK;
    if (adverb && stances->adverb[next] != DOCUMENT_NONE &&       /* "nicht zu groß", but not "nicht zu Angriffen", "nicht zu liefern" */
        stances->finder->knowledge->adverbs[stances->adverb[next]].role == ADVERB_NARROW)
        return true;
    const struct token *const before = token > 0 ? &document->tokens[token - 1] : NULL;
    if (token > 0 && surface_has_role(stances->finder->surface, token - 1, ROLE_PARENTHESIS))
        return true;                 /* "so viele wie nie zuvor" */
    const bool of_noun = before && before->relation == RELATION_DET && before->head != DOCUMENT_NONE && before->head > token;
    return (head != DOCUMENT_NONE && document->tokens[head].relation == RELATION_AMOD) || of_noun || stance__has_contrast(stances->finder, token);
}

/* "keine Muslime und keine Kroaten": what the first conjunct is negated by is said again. */
static bool stance__is_said_again(const struct stances *stances, uint32_t token)
{
    const struct document *const document = stances->finder->document;
    const uint32_t head = tree_head(document, token), first = head == DOCUMENT_NONE ? DOCUMENT_NONE : tree_first_conjunct(document, head);
    if (first == head || document->tokens[token].relation != RELATION_DET)
        return false;
    for (uint32_t child = tree_first_child(document, first); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (document->tokens[child].relation == RELATION_DET && stances->adverb[child] != DOCUMENT_NONE &&
            stances->finder->knowledge->adverbs[stances->adverb[child]].role == ADVERB_NEGATION)
            return true;
    return false;
}

bool stance_is_negated(const struct stances *stances, uint32_t predicate)
{
    const struct finder *const finder = stances->finder;
    bool negated = false;
    for (uint32_t segment = stance__first_segment(finder, predicate); segment <= finder->surface->segment_of[predicate]; segment++)
        for (uint32_t token = finder->surface->segments[segment].first; token < finder->surface->segments[segment].end; token++) {
            const uint32_t row = stances->adverb[token];
            negated ^= row != DOCUMENT_NONE && finder->knowledge->adverbs[row].role == ADVERB_NEGATION &&
                       !stance_is_narrow(stances, token) && !stance__is_said_again(stances, token) && stance__is_of_clause(finder, token, predicate);
        }
    return negated;
}

/* Adds the effects of the clause's adverbs, of its negation too if asked for. */
static void stance__adverbs(const struct stances *stances, uint32_t predicate, bool with_negation, struct certainty *certainty)
{
    const struct finder *const finder = stances->finder;
    for (uint32_t segment = stance__first_segment(finder, predicate); segment <= finder->surface->segment_of[predicate]; segment++)
        for (uint32_t token = finder->surface->segments[segment].first; token < finder->surface->segments[segment].end; token++) {
            const uint32_t row = stances->adverb[token];
            if (row == DOCUMENT_NONE || finder->knowledge->adverbs[row].role == ADVERB_NARROW)
                continue;
            const bool negation = finder->knowledge->adverbs[row].role == ADVERB_NEGATION;
            const uint32_t head = tree_head(finder->document, token);
            if (head != DOCUMENT_NONE && finder->document->tokens[head].relation == RELATION_AMOD)
                continue;            /* "des vermutlich politischen Anschlags" */
            if ((negation && (!with_negation || stance_is_narrow(stances, token) || stance__is_said_again(stances, token))) ||
                !stance__is_of_clause(finder, token, predicate))
                continue;
            certainty_add(certainty, &finder->knowledge->adverbs[row].effect);
        }
}

/* Is the verb's mood that of indirect speech: does its innermost statement tell words in their own mood? */
static bool stance__is_indirect(const struct finder *finder, uint32_t finite)
{
    const struct draft *const draft = stance_draft(finder, finite);
    return draft && draft->type != STATEMENT_DIRECT;
}

/* "kündigte an, verzichten zu wollen": what is announced is promised, however the infinitive says that it is wanted. */
static bool stance__is_announced(const struct finder *finder, uint32_t predicate)
{
    const uint32_t head = tree_head(finder->document, tree_first_conjunct(finder->document, predicate));
    const struct cue_verb *const verb = head == DOCUMENT_NONE || finder->token_cue[head] == DOCUMENT_NONE ? NULL : finder->cues[finder->token_cue[head]].verb;
    return verb && verb->statement && verb->effect.factuality == FACTUALITY_CT_PLUS && (verb->effect.aux & AUX_FUTURE);
}

/* Modal, future and mood of the finite verb. In indirect speech the Konjunktiv says nothing of how sure its source is. */
static void stance__finite(const struct stances *stances, uint32_t predicate, struct certainty *certainty)
{
    static const struct effect unreal = {FACTUALITY_UU, AUX_HYPOTHETICAL, false, "konjunktiv"};
    const struct finder *const finder = stances->finder;
    const uint32_t finite = tree_finite(finder->document, predicate);
    const struct effect *const effect = modality_effect(finder, predicate, finite, stance_is_negated(stances, predicate));
    if (finite == DOCUMENT_NONE && effect && stance__is_announced(finder, predicate))
        return;
    if (effect)
        certainty_add(certainty, effect);
    const bool uncertain = effect && effect->factuality != FACTUALITY_CT_PLUS;
    if (!uncertain && surface_is(finder->surface, finite, WORD_IS_KONJUNKTIV_2) && !stance__is_indirect(finder, finite))
        certainty_add(certainty, &unreal);
}

/* "Greift der Iran an, …", "Sollte er liefern, …": a clause that its verb begins, before one that begins with its verb too, is a
 * condition. */
static const struct effect *stance__verb_first(const struct finder *finder, uint32_t predicate)
{
    static const struct effect condition = {FACTUALITY_UU, AUX_HYPOTHETICAL, false, "verb-first"};
    const struct surface *const surface = finder->surface;
    const uint32_t sentence = finder->document->tokens[predicate].sentence, first = surface->segment_of[predicate];
    const uint32_t last = finder_segment_end(finder, sentence);
    const struct segment *const here = &surface->segments[first];
    if (here->finite == DOCUMENT_NONE || here->finite != here->word || (here->before && !(here->before & WORD_IS_COLON)))
        return NULL;
    for (uint32_t next = first + 1; next < last && next <= first + 2; next++) {
        const struct segment *const then = &surface->segments[next];
        if (then->kind == SEGMENT_MAIN)
            return (then->before & WORD_IS_COMMA) && then->finite == then->word ? &condition : NULL;
    }
    return NULL;
}

static bool stance__has_zu(const struct finder *finder, const struct segment *segment)
{
    for (uint32_t token = segment->word; token < segment->end; token++)
        if (surface_has_role(finder->surface, token, ROLE_ZU) || surface_is(finder->surface, token, WORD_IS_ZU_INFINITIVE))
            return true;
    return false;
}

/* "wenn", "um", "ohne": the word that begins the predicate's clause; NULL: none that changes anything. */
const struct effect *stance_conjunction(const struct finder *finder, uint32_t predicate)
{
    const struct document *const document = finder->document;
    uint32_t mark = tree_mark(document, predicate);
    if (surface_has_role(finder->surface, mark, ROLE_ZU))
        mark = DOCUMENT_NONE;        /* the word that counts stands before */
    const struct segment *const segment = &finder->surface->segments[stance__first_segment(finder, predicate)];
    if (mark == DOCUMENT_NONE && segment->kind == SEGMENT_DEPENDENT &&
        (document->tokens[segment->opener].upos != UPOS_ADP || stance__has_zu(finder, segment)))
        mark = segment->opener;
    if (mark == DOCUMENT_NONE && segment->kind == SEGMENT_INFINITIVE)
        mark = segment->word;
    if (mark == DOCUMENT_NONE)
        return stance__verb_first(finder, predicate);
    if (surface_has_role(finder->surface, mark, ROLE_PURPOSE) &&
        !stance__has_zu(finder, &finder->surface->segments[finder->surface->segment_of[mark]]))
        return NULL;                 /* "ersuchte um die Freigabe" */
    const uint32_t row = statement_row_lower(finder->knowledge->conjunction_rows, document->tokens[mark].form);
    return row == DOCUMENT_NONE ? NULL : &finder->knowledge->conjunctions[row];
}

const struct effect *stance_clause(const struct stances *stances, uint32_t predicate, bool with_negation, struct certainty *certainty)
{
    const struct effect *const conjunction = stance_conjunction(stances->finder, predicate);
    stance__adverbs(stances, predicate, with_negation, certainty);
    stance__finite(stances, predicate, certainty);
    if (conjunction)
        certainty_add(certainty, conjunction);
    return conjunction;
}

bool stance_is_question(const struct finder *finder, uint32_t predicate)
{
    const uint32_t sentence = finder->document->tokens[predicate].sentence;
    uint32_t last = finder_sentence_end(finder, sentence);
    while (last > finder->document->sentences[sentence].tokens.first + 1 && surface_is(finder->surface, last - 1, WORD_IS_QUOTE))
        last--;
    return strcmp(finder->document->tokens[last - 1].form, "?") == 0 &&
           finder->surface->segments[finder->surface->segment_of[predicate]].kind == SEGMENT_MAIN;
}
