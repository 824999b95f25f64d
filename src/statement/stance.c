/* statement/stance.c: for every verb and noun, in which statement it stands and how sure the innermost source is of it (coding
 * guide, sections 4 and 5). From the word upwards: its own clause and the word that begins it (stance_clause.c), the verb or noun that
 * governs it (plant, die Möglichkeit), as far as the cue of its statement (stance_statement.c); a noun as stance_noun.c says.
 * What a relative or a causal clause tells is taken for granted by whoever says the sentence: nothing above it counts. */
#include "statement/stance.h"

#include "parse/tree.h"

#include <string.h>

enum { STANCE_MOST_STEPS = 8 };

/* ---- what governs the clause ------------------------------------------------------------------------------------ */

static bool stance__is_negation(const struct stances *stances, uint32_t token)
{
    const uint32_t row = stances->adverb[token];
    return row != DOCUMENT_NONE && stances->finder->knowledge->adverbs[row].role == ADVERB_NEGATION;
}

/* "keine Hinweise", "hat nicht die Absicht" */
static bool stance__has_no(const struct stances *stances, uint32_t noun)
{
    const uint32_t determiner = tree_child(stances->finder->document, noun, RELATION_DET);
    return determiner != DOCUMENT_NONE &&
           (stance__is_negation(stances, determiner) || (determiner > 0 && stance__is_negation(stances, determiner - 1)));
}

/* What a word's effect is where the word is negated; an act that nobody intends ("keine Absicht, … anzugreifen") is not so. */
static struct effect stance__negated(const struct effect *effect, bool nominal)
{
    struct effect negated = certainty_negated(effect);
    if (nominal && effect->factuality == FACTUALITY_UU && (effect->aux & AUX_FUTURE))
        negated = (struct effect){.id = effect->id, .factuality = FACTUALITY_CT_MINUS};
    return negated;
}

/* "Hinweise darauf gibt es nicht": the verb says that what its subject tells is there, or not. */
static bool stance__is_missing(const struct stances *stances, uint32_t noun)
{
    const struct finder *const finder = stances->finder;
    const uint32_t head = tree_head(finder->document, noun), cue = head == DOCUMENT_NONE ? DOCUMENT_NONE : finder->token_cue[head];
    return cue != DOCUMENT_NONE && (finder->cues[cue].verb->content & CONTENT_CLAIM) && finder->cues[cue].verb->effect.factuality == FACTUALITY_CT_PLUS &&
           stance_is_negated(stances, head);
}

/* "gelang es nicht, die Stadt zu erobern", "hörte nicht auf, die Stadt zu beschießen": a verb that says of an act only that it takes place, or not. */
static bool stance__is_implicative(const struct cue_verb *verb)
{
    const enum factuality factuality = verb->effect.factuality;
    return !verb->statement && !verb->medium && (verb->content & CONTENT_INFINITIVE) && (factuality == FACTUALITY_CT_PLUS || factuality == FACTUALITY_CT_MINUS) &&
           !(verb->effect.aux & (uint8_t)~AUX_NEGATION);
}

void stance_add(const struct stances *stances, const struct effect *effect, uint32_t predicate, struct certainty *certainty)
{
    const struct effect negated = certainty_negated(effect);
    certainty_add(certainty, stance_is_negated(stances, predicate) ? &negated : effect);
}

/* "Vorwürfe, X habe …, seien haltlos", "nannte Berichte über … falsch": what is said of the noun of saying holds for its content. */
static void stance__claim(const struct stances *stances, uint32_t noun, struct certainty *certainty)
{
    const struct finder *const finder = stances->finder;
    const enum relation relation = finder->document->tokens[noun].relation;
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[noun]];
    uint32_t head = tree_head(finder->document, noun), cue = head == DOCUMENT_NONE ? DOCUMENT_NONE : finder->token_cue[head];
    for (uint32_t token = noun; token < segment->end && cue != DOCUMENT_NONE && !(finder->cues[cue].verb->content & CONTENT_CLAIM); token++)
        if (finder->token_cue[token] != DOCUMENT_NONE && (finder->cues[finder->token_cue[token]].verb->content & CONTENT_CLAIM)) {
            cue = finder->token_cue[token];      /* "Berichte … seien falsch, sagte X": the tree may hang them on what X does */
            head = tree_clause(finder->document, token);
        }
    if (cue == DOCUMENT_NONE || !(finder->cues[cue].verb->content & CONTENT_CLAIM) || finder->cues[cue].verb->effect.factuality == FACTUALITY_CT_PLUS ||
        (relation != RELATION_NSUBJ && relation != RELATION_NSUBJ_PASS && relation != RELATION_OBJ))
        return;
    stance_add(stances, &finder->cues[cue].verb->effect, head, certainty);
}

bool stance_governor(const struct stances *stances, uint32_t head, bool nominal, struct certainty *certainty)
{
    const struct finder *const finder = stances->finder;
    const struct effect *effect = NULL;
    if (finder->token_cue[head] != DOCUMENT_NONE) {
        const struct cue_verb *const verb = finder->cues[finder->token_cue[head]].verb;
        if (nominal && !verb->nominal)
            return false;
        effect = &verb->effect;
    } else if (surface_is(finder->surface, head, WORD_IS_NOMINAL) && source_noun(finder, head)) {
        effect = &source_noun(finder, head)->effect;
        stance__claim(stances, head, certainty);
    }
    if (!effect)
        return false;
    const uint32_t verb = finder->token_cue[head];
    const struct effect negated = stance__negated(effect, verb == DOCUMENT_NONE);
    const bool is_negated = verb == DOCUMENT_NONE ? stance__has_no(stances, head) || stance__is_missing(stances, head) : stance_is_negated(stances, head);
    const bool implies = verb != DOCUMENT_NONE && stance__is_implicative(finder->cues[verb].verb);       /* its negation is that of the act */
    certainty_add(certainty, is_negated && !implies ? &negated : effect);
    return true;
}

/* The same where the content stands between the noun and the verb: "Vorwürfe, X habe …, seien haltlos". */
static void stance__claim_around(const struct stances *stances, uint32_t predicate, struct certainty *certainty)
{
    const struct finder *const finder = stances->finder;
    const struct surface *const surface = finder->surface;
    const uint32_t own = surface->segment_of[predicate], sentence = finder->document->tokens[predicate].sentence;
    if (own == finder_segment_begin(finder, sentence) || own + 1 >= finder_segment_end(finder, sentence))
        return;
    const struct segment *const before = &surface->segments[own - 1], *const after = &surface->segments[own + 1];
    const uint32_t noun = before->end > before->first ? before->end - 1 : before->first;
    if (before->kind != SEGMENT_FRAGMENT || !surface_is(surface, noun, WORD_IS_NOMINAL) || !source_noun(finder, noun) || after->kind != SEGMENT_MAIN ||
        after->finite != after->word)
        return;
    for (uint32_t token = after->first; token < after->end; token++) {
        const uint32_t cue = finder->token_cue[token];
        if (cue == DOCUMENT_NONE || !(finder->cues[cue].verb->content & CONTENT_CLAIM) || finder->cues[cue].token != token)
            continue;
        stance_add(stances, &finder->cues[cue].verb->effect, tree_clause(finder->document, token), certainty);
    }
}

static bool stance__is_content(const struct finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    const uint32_t mark = tree_mark(document, token);
    switch (document->tokens[token].relation) {
    case RELATION_CCOMP:
    case RELATION_XCOMP:
    case RELATION_CSUBJ:
    case RELATION_CSUBJ_PASS:
        return true;
    case RELATION_ACL:               /* "die Möglichkeit, … anzugreifen", but no relative clause */
        return document->tokens[token].morphology.verb_form == VERB_FORM_ZU_INF ||
               (mark != DOCUMENT_NONE && !surface_has_role(finder->surface, mark, ROLE_PLACE)) ||      /* "in Rakhine, wo …" tells of the place */
               document->tokens[tree_head(document, token)].upos == UPOS_ADJ ||    /* "unklar, wer …" */
               (finder->surface->segments[finder->surface->segment_of[token]].kind == SEGMENT_MAIN && source_noun(finder, tree_head(document, token)));      /* "die Darstellung, sie seien …" */
    case RELATION_ADVCL:             /* "plant, bis zu 60 Hubschrauber zu kaufen": the number's preposition is no conjunction */
        return surface_is_of_number(document, mark) && finder->token_cue[tree_head(document, token)] != DOCUMENT_NONE;
    default:
        return false;
    }
}

/* Is the statement's cue the word that begins the predicate's clause ("wonach", "nach denen")? */
static bool stance__begins_clause(const struct finder *finder, const struct draft *draft, uint32_t predicate)
{
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[predicate]];
    return draft->cue_token != DOCUMENT_NONE && ((segment->kind == SEGMENT_DEPENDENT && segment->opener == draft->cue_token) ||
                                                 (segment->kind == SEGMENT_RELATIVE && segment->word == draft->cue_token));
}

/* Does a semicolon stand between the two words: clauses of their own, whatever the tree says? */
static bool stance__is_apart(const struct finder *finder, uint32_t one, uint32_t other)
{
    const struct surface *const surface = finder->surface;
    const uint32_t first = surface->segment_of[one < other ? one : other], last = surface->segment_of[one < other ? other : one];
    for (uint32_t segment = first + 1; segment <= last; segment++)
        if (surface->segments[segment].before & WORD_IS_SEMICOLON)
            return true;
    return false;
}

/* "bestritt, dass …, – die Opposition verlangt dennoch …": the tree hangs a main clause in the indicative on a verb whose content ends before it. */
static bool stance__is_behind_content(const struct finder *finder, uint32_t predicate, uint32_t head)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[surface->segment_of[predicate]];
    const uint32_t cue = finder->token_cue[head];
    return cue != DOCUMENT_NONE && finder->cues[cue].verb->statement && finder->document->token_stance[predicate].statement == DOCUMENT_NONE &&
           predicate > head && segment->kind == SEGMENT_MAIN && segment->before && !(segment->before & (WORD_IS_COMMA | WORD_IS_COLON)) &&
           !surface_is(surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2);
}

/* "hat sie nicht begangen, er hat sie befohlen", "haben nie geholfen und können es nicht": the tree hangs a clause on one beside it, which says
 * nothing of it. */
static bool stance__is_beside(const struct finder *finder, uint32_t predicate, uint32_t head)
{
    const struct document *const document = finder->document;
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[predicate]];
    const uint32_t coordinator = tree_child(document, head, RELATION_CC);
    if (finder->token_cue[head] != DOCUMENT_NONE || document->tokens[predicate].relation != RELATION_CCOMP || surface_is(finder->surface, head, WORD_IS_NOMINAL) ||
        document->tokens[head].upos == UPOS_ADJ)
        return false;
    return (coordinator != DOCUMENT_NONE && coordinator > predicate && coordinator < head) ||
           (predicate > head && segment->kind == SEGMENT_MAIN && (segment->before & WORD_IS_COMMA) && segment->finite > segment->word &&
            !surface_is(finder->surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2));
}

/* "Es gebe „klare Hinweise“, dass …": a noun of saying in words that are quoted within the predicate's statement. */
static bool stance__is_quoted_noun(const struct finder *finder, uint32_t predicate, uint32_t noun)
{
    const struct draft *const own = stance_draft(finder, predicate);
    return own && ranges_hold(&own->quote, noun) && surface_is(finder->surface, noun, WORD_IS_NOMINAL) && source_noun(finder, noun);
}

/* "stimmt nur für den Fall zu, dass …", "liefert unter der Bedingung Panzer, dass …": the noun whose content stands behind the verb. */
static void stance__condition(const struct stances *stances, uint32_t content, uint32_t head, struct certainty *certainty)
{
    const struct finder *const finder = stances->finder;
    const struct document *const document = finder->document;
    if (!surface_has_role(finder->surface, tree_mark(document, content), ROLE_CONTENT))
        return;
    for (uint32_t child = tree_first_child(document, head); child != DOCUMENT_NONE && child < content; child = tree_next_sibling(document, child)) {
        const struct cue_noun *const noun = document->tokens[child].relation == RELATION_OBL && surface_is(finder->surface, child, WORD_IS_NOMINAL) &&
                                            tree_first_child(document, child) != DOCUMENT_NONE ? source_noun(finder, child) : NULL;
        if (noun && (noun->kind & NOUN_EFFECT))
            certainty_add(certainty, &noun->effect);
    }
}

/* "hat Pläne, Charkiw anzugreifen", "verfolgt das Ziel, …", "der Plan, … zu liefern, stieß …": the tree hangs the infinitive on the verb beside its noun. */
static void stance__aim(const struct stances *stances, uint32_t content, uint32_t head, struct certainty *certainty)
{
    const struct finder *const finder = stances->finder;
    const struct document *const document = finder->document;
    if (document->tokens[content].relation != RELATION_XCOMP || finder->surface->segments[finder->surface->segment_of[content]].kind != SEGMENT_INFINITIVE)
        return;
    for (uint32_t child = tree_first_child(document, head); child != DOCUMENT_NONE && child < content; child = tree_next_sibling(document, child)) {
        const enum relation relation = document->tokens[child].relation;
        const struct cue_noun *const noun = surface_is(finder->surface, child, WORD_IS_NOMINAL) ? source_noun(finder, child) : NULL;
        if (noun && (noun->kind & NOUN_EFFECT) && noun->effect.factuality == FACTUALITY_UU && (relation == RELATION_OBJ || relation == RELATION_NSUBJ) &&
            !stance__has_no(stances, child))
            certainty_add(certainty, &noun->effect);
    }
}

/* From a predicate upwards to the cue of its statement. True: its whole content is in the cue's reach. */
static bool stance__climb(const struct stances *stances, uint32_t predicate, struct certainty *certainty)
{
    const struct finder *const finder = stances->finder;
    const struct document *const document = finder->document;
    const struct draft *const draft = stance_draft(finder, predicate);
    for (unsigned step = 0; step < STANCE_MOST_STEPS; step++) {
        const struct effect *const conjunction = stance_clause(stances, predicate, true, certainty);
        const uint32_t first = tree_first_conjunct(document, predicate), head = tree_head(document, first);
        if (head == DOCUMENT_NONE || document->tokens[first].relation == RELATION_PARATAXIS || stance__is_apart(finder, first, head) ||
            stance__is_behind_content(finder, predicate, head))
            return true;
        if (draft && document->token_stance[head].statement != document->token_stance[predicate].statement &&
            stance__begins_clause(finder, draft, predicate))
            return true;             /* "Berichte, wonach …" */
        if (!stance__is_content(finder, first))
            return false;
        if (draft && head == draft->cue_token)
            return true;
        if (stance__is_beside(finder, first, head))
            return true;
        if (document->token_stance[head].statement != document->token_stance[predicate].statement && !stance__is_quoted_noun(finder, predicate, head))
            return true;
        if (conjunction && conjunction->factuality == FACTUALITY_UU && !conjunction->aux)
            return true;             /* "nicht entschieden, ob …": what is asked stays open, whatever is said of the question */
        (void)stance_governor(stances, head, false, certainty);
        stance__condition(stances, first, head, certainty);
        stance__aim(stances, first, head, certainty);
        if (!tree_is_clause(document, head))
            return false;
        predicate = head;
    }
    return false;
}

/* ---- all words ----------------------------------------------------------------------------------------------------- */

/* "plant einen Besuch": what is planned is named by the verb that plans it, and is nobody's statement. */
static bool stance__plans(const struct finder *finder, uint32_t token)
{
    const struct cue_verb *const verb = finder->token_cue[token] == DOCUMENT_NONE ? NULL : finder->cues[finder->token_cue[token]].verb;
    return verb && !verb->statement && verb->nominal && verb->effect.factuality == FACTUALITY_UU && (verb->effect.aux & AUX_FUTURE);
}

/* A verb, or an adjective that is said of somebody ("ist daran nicht beteiligt"). */
static bool stance__is_predicate(const struct document *document, uint32_t token)
{
    const struct token *const word = &document->tokens[token];
    return word->relation != RELATION_AMOD && (word->verb_lemma || (word->upos == UPOS_ADJ && tree_is_clause(document, token)));
}

/* Is what gives the statement's content its effect negated: its verb, its noun, or the verb that has "Berichte, wonach …" as object? */
static bool stance__is_denied(const struct stances *stances, const struct draft *draft)
{
    const struct finder *const finder = stances->finder;
    if (draft->cue_token == DOCUMENT_NONE)
        return false;
    if (finder->token_cue[draft->cue_token] != DOCUMENT_NONE)
        return stance_is_negated(stances, draft->cue_token);
    for (size_t i = 0; i < finder->cue_count; i++)
        if (&finder->cues[i].verb->effect == draft->effect && finder->document->tokens[finder->cues[i].token].sentence == draft->sentence)
            return stance_is_negated(stances, finder->cues[i].token);
    return stance__has_no(stances, draft->cue_token);
}

static void stance__word(const struct stances *stances, uint32_t token)
{
    static const struct effect question = {FACTUALITY_UU, 0, false, "question"};
    const struct finder *const finder = stances->finder;
    struct stance *const stance = &finder->document->token_stance[token];
    const struct draft *const draft = stance_draft(finder, token);
    struct certainty certainty = {.degree = 0};
    if (!stance__is_predicate(finder->document, token)) {
        stance_noun(stances, token, &certainty);
    } else {
        const bool reached = stance__climb(stances, token, &certainty);
        stance__claim_around(stances, token, &certainty);
        if (reached && draft && draft->effect && draft->type == STATEMENT_INDIRECT) {
            const struct effect negated = certainty_negated(draft->effect);
            certainty_add(&certainty, stance__is_denied(stances, draft) ? &negated : draft->effect);
        }
        if (stance_is_question(finder, token))
            certainty_add(&certainty, &question);
    }
    stance->factuality = certainty_factuality(&certainty);
    stance->aux = certainty_aux(&certainty);
    stance->plans = stance__plans(finder, token);
    memcpy(stance->why, certainty.why, sizeof stance->why);
}

bool stance_fill(struct finder *finder)
{
    struct document *const document = finder->document;
    struct stances stances = {finder, arena_take(document->arena, document->token_count + 1, sizeof(uint32_t), finder->error)};
    document->token_stance = arena_take(document->arena, document->token_count + 1, sizeof *document->token_stance, finder->error);
    if (!stances.adverb || !document->token_stance)
        return false;
    for (size_t token = 0; token < document->token_count; token++) {
        stances.adverb[token] = statement_row_lower(finder->knowledge->adverb_rows, document->tokens[token].form);
        document->token_stance[token] = (struct stance){.statement = DOCUMENT_NONE, .factuality = FACTUALITY_CT_PLUS};
    }
    stance_statements(finder);
    for (uint32_t token = 0; document->tree && token < document->token_count; token++)
        if (document->tokens[token].verb_lemma || surface_is(finder->surface, token, WORD_IS_NOMINAL) ||
            document->tokens[token].relation == RELATION_AMOD || stance__is_predicate(document, token))
            stance__word(&stances, token);
    return true;
}
