/* statement/modality.c: what a modal verb, or werden of the future, does to the act under it (coding guide, section 5): "soll liefern", "könnte
 * liefern", "wird liefern", "hatte liefern wollen", "hätte liefern können", "liefern zu wollen", "kann nicht liefern". */
#include "statement/modality.h"

#include "lexicon/lexicon.h"
#include "parse/tree.h"

uint32_t modality_row(const struct finder *finder, uint32_t token)
{
    if (!surface_is(finder->surface, token, WORD_IS_MODAL | WORD_IS_AUXILIARY))
        return DOCUMENT_NONE;
    const struct token *const word = &finder->document->tokens[token];
    for (size_t i = 0; i < word->analysis_count; i++)
        if (word->analyses[i].word_class == WORD_VERB) {
            const uint32_t row = statement_row(finder->knowledge->modal_rows, word->analyses[i].lemma);
            if (row != DOCUMENT_NONE)
                return row;
        }
    return DOCUMENT_NONE;
}

/* An infinitive under the finite verb, so that werden makes a future and no passive. */
static bool modality__has_infinitive(const struct finder *finder, uint32_t predicate, uint32_t finite)
{
    const struct document *const document = finder->document;
    if (document->tokens[predicate].morphology.verb_form == VERB_FORM_INF ||
        (document->tokens[finite].relation == RELATION_AUX && lexicon_may_be_verb(&document->tokens[predicate], VERB_FORM_INF)))
        return true;                                                     /* "werde Panzer übergeben" looks like a participle */
    for (uint32_t child = tree_first_child(document, predicate); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (child != finite && surface_is(finder->surface, child, WORD_IS_AUXILIARY | WORD_IS_MODAL) &&
            document->tokens[child].morphology.verb_form == VERB_FORM_INF)
            return true;
    return false;
}

static enum modal_use modality__use(const struct finder *finder, uint32_t predicate, uint32_t finite)
{
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[predicate]];
    if (run_has_perfect_infinitive(finder, segment->first, segment->end))
        return MODAL_PERFECT;
    if (surface_is(finder->surface, finite, WORD_IS_KONJUNKTIV_2))
        return MODAL_SUBJUNCTIVE;
    return surface_is(finder->surface, finite, WORD_IS_PAST) ? MODAL_PAST : MODAL_INFINITIVE;
}

/* What a modal below the predicate, other than finite, does in that use; NULL: there is none. */
static const struct effect *modality__below(const struct finder *finder, uint32_t predicate, uint32_t finite, enum modal_use use)
{
    const struct document *const document = finder->document;
    for (uint32_t child = tree_first_child(document, predicate); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const uint32_t row = child != finite && surface_is(finder->surface, child, WORD_IS_MODAL) ? modality_row(finder, child) : DOCUMENT_NONE;
        if (row != DOCUMENT_NONE && finder->knowledge->modals[row].uses[use].id)
            return &finder->knowledge->modals[row].uses[use];
    }
    return NULL;
}

/* "hätte liefern können": it did not happen; "hatte liefern wollen": what the modal says in the past. NULL: no infinitive of a modal. */
static const struct effect *modality__perfect_modal(const struct finder *finder, uint32_t predicate, uint32_t finite)
{
    if (surface_is(finder->surface, finite, WORD_IS_MODAL) || finite == predicate)
        return NULL;
    const enum modal_use use = modality_row(finder, finite) != DOCUMENT_NONE ? MODAL_INFINITIVE        /* "wird liefern können" */
                               : surface_is(finder->surface, finite, WORD_IS_KONJUNKTIV_2) ? MODAL_COUNTERFACTUAL : MODAL_PAST;
    return modality__below(finder, predicate, finite, use);
}

const struct effect *modality_effect(const struct finder *finder, uint32_t predicate, uint32_t finite, bool negated)
{
    if (finite == DOCUMENT_NONE)
        return modality__below(finder, predicate, DOCUMENT_NONE, MODAL_INFINITIVE);      /* "…, Panzer liefern zu wollen" */
    const struct effect *const perfect = modality__perfect_modal(finder, predicate, finite);
    const uint32_t row = finite == predicate ? DOCUMENT_NONE : modality_row(finder, finite);
    if (perfect || row == DOCUMENT_NONE || (!surface_is(finder->surface, finite, WORD_IS_MODAL) && !modality__has_infinitive(finder, predicate, finite)))
        return perfect;
    const struct effect *const uses = finder->knowledge->modals[row].uses;
    const enum modal_use use = modality__use(finder, predicate, finite);
    const bool cannot = use == MODAL_INFINITIVE && uses[MODAL_NEGATED].id && negated;
    const struct effect *const effect = &uses[cannot ? MODAL_NEGATED : use];
    return effect->id ? effect : NULL;
}
