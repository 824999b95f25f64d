/* statement/stance_noun.c: how sure the act is that a noun tells (coding guide, sections 4 and 5), by what stands around it:
 *
 *     "ein mutmaßlicher Angriff", "kein Angriff"             its adjectives and its determiner
 *     "Der Angriff blieb aus", "soll erfolgen"               the verb that says whether it takes place
 *     "plant einen Angriff", "Pläne für einen Angriff"       the verb or noun that governs it
 *     "Vermutlich begann ein Angriff"                        a new one (no "der"): its clause, as of a verb */
#include "statement/stance.h"

#include "parse/tree.h"

static bool stance__is_indefinite(const struct document *document, uint32_t noun)
{
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if ((document->tokens[child].relation == RELATION_DET && document->tokens[child].morphology.definite != DEFINITE_IND) ||
            document->tokens[child].relation == RELATION_DET_POSS)
            return false;
    return true;
}

/* Adjectives, "kein" and "ohne" at the noun itself. */
static void stance__modifiers(const struct stances *stances, uint32_t noun, struct certainty *certainty)
{
    const struct finder *const finder = stances->finder;
    const struct document *const document = finder->document;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct token *const word = &document->tokens[child];
        const uint32_t adjective = word->lemma ? statement_row(finder->knowledge->adjective_rows, word->lemma) : DOCUMENT_NONE;
        const uint32_t preposition = word->relation == RELATION_CASE ? statement_row(finder->knowledge->conjunction_rows, word->form)
                                                                     : DOCUMENT_NONE;
        const uint32_t adverb = stances->adverb[child];
        if (word->relation == RELATION_AMOD && adjective != DOCUMENT_NONE)
            certainty_add(certainty, &finder->knowledge->adjectives[adjective]);
        if (preposition != DOCUMENT_NONE && finder->knowledge->conjunctions[preposition].factuality == FACTUALITY_CT_MINUS)
            certainty_add(certainty, &finder->knowledge->conjunctions[preposition]);
        if (adverb != DOCUMENT_NONE && finder->knowledge->adverbs[adverb].role != ADVERB_NARROW &&
            (word->relation == RELATION_DET || word->relation == RELATION_ADVMOD) && !stance_is_narrow(stances, child))
            certainty_add(certainty, &finder->knowledge->adverbs[adverb].effect);
    }
}

/* "Pläne für einen Angriff", "die Möglichkeit eines Angriffs"; the owner in "das Ziel der Offensive" is no content. */
static bool stance__is_content_of_noun(const struct document *document, uint32_t noun)
{
    if (tree_preposition(document, noun) != DOCUMENT_NONE)
        return true;
    const uint32_t determiner = tree_determiner(document, noun);
    return determiner == DOCUMENT_NONE || document->tokens[determiner].morphology.definite == DEFINITE_IND;
}

/* "Der Angriff blieb aus", "soll erfolgen", "Der Angriff ist geplant": the verb or predicate says whether its subject takes place. */
static bool stance__takes_place(const struct stances *stances, uint32_t head, enum relation relation, struct certainty *certainty)
{
    const struct finder *const finder = stances->finder;
    const struct token *const word = &finder->document->tokens[head];
    if (relation != RELATION_NSUBJ && relation != RELATION_NSUBJ_PASS)
        return false;
    const uint32_t adjective = word->upos == UPOS_ADJ && word->lemma ? statement_row(finder->knowledge->adjective_rows, word->lemma) : DOCUMENT_NONE;
    const uint32_t cue = finder->token_cue[head];
    if (adjective != DOCUMENT_NONE)
        certainty_add(certainty, &finder->knowledge->adjectives[adjective]);
    else if (cue != DOCUMENT_NONE && (finder->cues[cue].verb->content & CONTENT_SUBJECT))
        certainty_add(certainty, &finder->cues[cue].verb->effect);
    else
        return false;
    (void)stance_clause(stances, head, true, certainty);
    return true;
}

/* "gibt es keine Hinweise auf einen Angriff": the noun of saying straight before the phrase, which the parser hangs on the verb. */
static uint32_t stance__noun_before(const struct finder *finder, uint32_t noun)
{
    const uint32_t preposition = tree_preposition(finder->document, noun);
    const bool follows = preposition != DOCUMENT_NONE && preposition > 0 && surface_is(finder->surface, preposition - 1, WORD_IS_NOMINAL) &&
                         finder->token_cue[preposition - 1] == DOCUMENT_NONE && source_noun(finder, preposition - 1);
    return follows ? preposition - 1 : DOCUMENT_NONE;
}

/* "drohte nach dem Angriff", "forderte bei einem Treffen": when or why something is said is not what is said. */
static bool stance__is_circumstance(const struct finder *finder, uint32_t noun)
{
    const uint32_t preposition = tree_preposition(finder->document, noun);
    return preposition != DOCUMENT_NONE && surface_has_role(finder->surface, preposition, ROLE_CIRCUMSTANCE);
}

/* "hat sich nicht an Morden beteiligt", "von Folter könne keine Rede sein": a verb that says no more than that the act takes place. */
static bool stance__is_light(const struct finder *finder, uint32_t head)
{
    const struct cue_verb *const verb = finder->token_cue[head] == DOCUMENT_NONE ? NULL : finder->cues[finder->token_cue[head]].verb;
    return verb && !verb->statement && verb->nominal && verb->effect.factuality == FACTUALITY_CT_PLUS && !verb->effect.aux;
}

/* "Ein Angriff wäre ein Fehler", "Es wäre der siebte Test": what is only supposed, also where somebody says so. */
static void stance__supposed(const struct stances *stances, uint32_t noun, struct certainty *certainty)
{
    static const struct effect unreal = {FACTUALITY_UU, AUX_HYPOTHETICAL, false, "konjunktiv"};
    const struct finder *const finder = stances->finder;
    const struct document *const document = finder->document;
    uint32_t copula = tree_child(document, noun, RELATION_COP);
    if (copula == DOCUMENT_NONE && document->tokens[noun].relation == RELATION_NSUBJ && stance__is_indefinite(document, noun))
        copula = tree_child(document, tree_head(document, noun), RELATION_COP);
    if (surface_is(finder->surface, copula, WORD_IS_KONJUNKTIV_2))
        certainty_add(certainty, &unreal);
}

/* "Ziel der Offensive ist die Einnahme der Stadt": what a noun of plans is, or is said to be. */
static void stance__aimed(const struct stances *stances, uint32_t noun, struct certainty *certainty)
{
    const struct finder *const finder = stances->finder;
    const struct document *const document = finder->document;
    uint32_t other = tree_child(document, noun, RELATION_COP) == DOCUMENT_NONE ? DOCUMENT_NONE : tree_child(document, noun, RELATION_NSUBJ);
    if (other == DOCUMENT_NONE && document->tokens[noun].relation == RELATION_NSUBJ &&
        (tree_child(document, noun, RELATION_COP) != DOCUMENT_NONE || tree_child(document, tree_head(document, noun), RELATION_COP) != DOCUMENT_NONE))
        other = tree_head(document, noun);
    const struct cue_noun *const plan = surface_is(finder->surface, other, WORD_IS_NOMINAL) ? source_noun(finder, other) : NULL;
    if (plan && (plan->kind & NOUN_EFFECT) && plan->effect.factuality == FACTUALITY_UU)
        certainty_add(certainty, &plan->effect);
}

void stance_noun(const struct stances *stances, uint32_t noun, struct certainty *certainty)
{
    const struct finder *const finder = stances->finder;
    const struct document *const document = finder->document;
    stance__modifiers(stances, noun, certainty);
    stance__supposed(stances, noun, certainty);
    stance__aimed(stances, noun, certainty);
    const struct draft *const draft = stance_draft(finder, noun);
    if (draft && draft->type == STATEMENT_REPORTED && draft->effect)
        stance_add(stances, draft->effect, draft->cue_token, certainty);
    const uint32_t first = tree_first_conjunct(document, noun), head = tree_head(document, first);
    if (head == DOCUMENT_NONE || document->token_stance[head].statement != document->token_stance[noun].statement)
        return;
    const enum relation relation = document->tokens[first].relation;
    if (stance__takes_place(stances, head, relation, certainty))
        return;
    const uint32_t owner = relation == RELATION_OBL ? stance__noun_before(finder, first) : DOCUMENT_NONE;
    if (owner != DOCUMENT_NONE && stance_governor(stances, owner, true, certainty))
        return;
    const bool core = relation == RELATION_OBJ || relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS;
    const bool governed = (core && (relation != RELATION_NSUBJ)) || (relation == RELATION_OBL && !stance__is_circumstance(finder, first)) ||
                          (relation == RELATION_NMOD && stance__is_content_of_noun(document, first));
    if (governed && stance__is_light(finder, head)) {
        (void)stance_clause(stances, head, true, certainty);
        return;
    }
    if (governed && stance_governor(stances, head, true, certainty)) {
        const struct effect *const conjunction = finder->token_cue[head] == DOCUMENT_NONE ? NULL : stance_conjunction(finder, head);
        if (conjunction)
            certainty_add(certainty, conjunction);       /* "um Angriffe zu verhindern" */
        return;
    }
    if (core && tree_is_clause(document, head) && stance__is_indefinite(document, noun))
        (void)stance_clause(stances, head, false, certainty);
}
