/* time/tense.c: past, present or future of a clause.
 *
 * Perfect, pluperfect and preterite are past, also "soll geliefert haben" and an attribute like "die am Montag getöteten"; werden,
 * modals and zu-infinitives are future; a plain present is present. With a tree the clause and its finite verb come from it; without
 * one, from the verb forms between the punctuation marks around the token, else from the whole sentence.
 */
#include "time/tense.h"

#include "base/utf8.h"
#include "parse/tree.h"

#include <string.h>

/* What the verb forms of some tokens show. */
struct verb_evidence {
    bool past, perfect, participle, present, future, subjunctive, perfect_infinitive, stative;
};

static bool tense__has_tree(const struct document *document)
{
    return document->token_count > 0 && document->tree != NULL;
}

static bool tense__is(const struct time_words *words, const struct document *document, uint32_t token, unsigned class)
{
    return token != DOCUMENT_NONE && time_words_form_has(words, document->tokens[token].form, class);
}

static bool tense__is_participle(const struct token *token)
{
    if (token->morphology.verb_form == VERB_FORM_PART_PERF)
        return true;
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_PARTICIPLE_PERFECT ||
            token->analyses[i].morphology.verb_form == VERB_FORM_PART_PERF)
            return true;
    return false;
}

/* An attribute before its noun: "die am Montag veröffentlichte Studie". */
static bool tense__is_attribute(const struct document *document, uint32_t token)
{
    const struct token *const here = &document->tokens[token];
    return (here->upos == UPOS_ADJ || here->upos == UPOS_VERB) && here->head != DOCUMENT_NONE && here->head > token &&
           (here->relation == RELATION_AMOD || here->relation == RELATION_ACL) && tense__is_participle(here);
}

/* "fielen" is preterite and Konjunktiv II: of times the preterite is meant. */
static bool tense__is_preterite_form(const struct token *token)
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_VERB && token->analyses[i].morphology.mood == MOOD_IND &&
            token->analyses[i].morphology.tense == TENSE_PAST)
            return true;
    return false;
}

static enum tense_hint tense__of_clause(const struct time_words *words, const struct document *document, uint32_t clause)
{
    const uint32_t finite = tree_finite(document, clause);
    if (finite == DOCUMENT_NONE) {
        const struct token *const head = &document->tokens[clause];
        if (head->morphology.verb_form == VERB_FORM_ZU_INF || head->morphology.verb_form == VERB_FORM_INF)
            return TENSE_HINT_FUTURE;
        const bool label = clause + 1 < document->token_count && strcmp(document->tokens[clause + 1].form, ":") == 0;     /* "Geöffnet: …" */
        return !label && tense__is_participle(head) && (head->upos == UPOS_VERB || head->upos == UPOS_AUX) ? TENSE_HINT_PAST : TENSE_HINT_NONE;
    }
    const struct token *const verb = &document->tokens[finite];
    const bool participle = finite != clause && tense__is_participle(&document->tokens[clause]);
    bool perfect = tense__is(words, document, finite, TIME_PERFECT) && participle;
    for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (child != finite && document->tokens[child].relation == RELATION_AUX && participle &&
            tense__is(words, document, child, TIME_PERFECT) && tense__is(words, document, finite, TIME_MODALVERB))
            perfect = true;                                    /* "will am Freitag … getötet haben" */
    if (perfect)
        return TENSE_HINT_PAST;
    const bool preterite = verb->morphology.tense == TENSE_PAST && (verb->morphology.mood != MOOD_SUB || tense__is_preterite_form(verb));
    if (preterite || tense__is(words, document, finite, TIME_PASTVERB))
        return tense__is(words, document, finite, TIME_MODALVERB) ? TENSE_HINT_FUTURE : TENSE_HINT_PAST;
    if (tense__is(words, document, finite, TIME_FUTUREVERB) || tense__is(words, document, finite, TIME_MODALVERB))
        return TENSE_HINT_FUTURE;
    return TENSE_HINT_PRESENT;
}

static bool tense__by_tree(const struct time_words *words, const struct document *document, uint32_t token, enum tense_hint *hint)
{
    for (uint32_t at = token, steps = 0; at != DOCUMENT_NONE && steps < 100; at = tree_head(document, at), steps++)
        if (tense__is_attribute(document, at)) {
            *hint = TENSE_HINT_PAST;
            return true;
        }
    for (uint32_t clause = tree_clause(document, token), steps = 0; clause != DOCUMENT_NONE && steps < 20;
         clause = tree_governing_clause(document, clause), steps++) {
        *hint = tense__of_clause(words, document, clause);
        if (*hint != TENSE_HINT_NONE)
            return true;
    }
    return false;
}

/* ---- without a tree -------------------------------------------------------------------------------------------- */

static void tense__collect(const struct time_words *words, const struct document *document, uint32_t token, struct verb_evidence *evidence)
{
    const struct token *const here = &document->tokens[token];
    size_t length = 0;
    if (*here->form && utf8_is_upper(utf8_decode(here->form, strlen(here->form), &length)) &&
        token != document->sentences[here->sentence].tokens.first)
        return;
    evidence->perfect = evidence->perfect || time_words_form_has(words, here->form, TIME_PERFECT);
    evidence->past = evidence->past || time_words_form_has(words, here->form, TIME_PASTVERB);
    evidence->future = evidence->future || time_words_form_has(words, here->form, TIME_FUTUREVERB) ||
                       time_words_form_has(words, here->form, TIME_MODALVERB);
    evidence->stative = evidence->stative || time_words_form_has(words, here->form, TIME_STATIVE);
    evidence->subjunctive = evidence->subjunctive || time_words_form_has(words, here->form, TIME_SUBJUNCTIVE);
    evidence->participle = evidence->participle || tense__is_participle(here);
    for (size_t i = 0; i < here->analysis_count; i++) {
        const struct analysis *const analysis = &here->analyses[i];
        if (analysis->word_class != WORD_VERB || analysis->morphology.verb_form != VERB_FORM_FIN)
            continue;
        if (analysis->morphology.tense == TENSE_PAST && analysis->morphology.mood == MOOD_IND)
            evidence->past = true;
        else if (analysis->morphology.mood != MOOD_IMP)
            evidence->present = true;
    }
}

static bool tense__is_boundary(const struct token *token)
{
    return strpbrk(token->form, ",;:()\"") && strlen(token->form) == 1;
}

static struct verb_evidence tense__around(const struct time_words *words, const struct document *document, uint32_t token, bool whole)
{
    struct verb_evidence evidence = {.past = false};
    const struct token_range range = document->sentences[document->tokens[token].sentence].tokens;
    uint32_t begin = token, end = token + 1;
    while (begin > range.first && (whole || !tense__is_boundary(&document->tokens[begin - 1])))
        begin--;
    while (end < range.first + range.count && (whole || !tense__is_boundary(&document->tokens[end])))
        end++;
    for (uint32_t i = begin; i < end; i++)
        tense__collect(words, document, i, &evidence);
    return evidence;
}

static enum tense_hint tense__of_evidence(const struct verb_evidence *evidence)
{
    if (evidence->past || (evidence->perfect && evidence->participle))
        return TENSE_HINT_PAST;
    if (evidence->future)
        return TENSE_HINT_FUTURE;
    return evidence->present || evidence->perfect ? TENSE_HINT_PRESENT : TENSE_HINT_NONE;
}

enum tense_hint tense_of_token(const struct time_words *words, const struct document *document, uint32_t token)
{
    enum tense_hint hint = TENSE_HINT_NONE;
    if (tense__has_tree(document))
        return tense__by_tree(words, document, token, &hint) ? hint : TENSE_HINT_NONE;
    struct verb_evidence evidence = tense__around(words, document, token, false);
    hint = tense__of_evidence(&evidence);
    if (hint != TENSE_HINT_NONE)
        return hint;
    evidence = tense__around(words, document, token, true);
    return tense__of_evidence(&evidence);
}

bool tense_is_general(const struct time_words *words, const struct document *document, uint32_t token)
{
    if (tense__has_tree(document)) {
        const uint32_t clause = tree_clause(document, token), finite = tree_finite(document, clause);
        const bool plain = finite == clause || tree_child(document, clause, RELATION_COP) == finite;
        return tense__is(words, document, finite, TIME_SUBJUNCTIVE) || (plain && tense__is(words, document, finite, TIME_STATIVE));
    }
    const struct verb_evidence evidence = tense__around(words, document, token, false);
    return evidence.subjunctive || (evidence.stative && !evidence.participle);
}
