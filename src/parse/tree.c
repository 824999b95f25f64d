/* parse/tree.c: children lists by one pass from the last word to the first; subtree ranges from the leaves upwards;
 * a head that closes a circle is taken away first. Relations are those of UD German GSD: content words
 * govern, function words are their aux, case, mark and det children. */
#include "parse/tree.h"

#include "lexicon/lexicon.h"

#include <string.h>

enum { TREE_LONGEST_CHAIN = 512 };       /* conjuncts and clauses above each other; real trees stay far below */

static bool tree__has(const struct document *document, uint32_t token)
{
    return document->tree && token < document->token_count;
}

uint32_t tree_head(const struct document *document, uint32_t token)
{
    if (token >= document->token_count)
        return DOCUMENT_NONE;
    const uint32_t head = document->tokens[token].head;
    return head < document->token_count && head != token && document->tokens[head].sentence == document->tokens[token].sentence
               ? head : DOCUMENT_NONE;
}

/* Takes away a head that closes a circle. state: 0 new, 1 on this walk, 2 done. */
static void tree__cut_circle(struct document *document, uint32_t token, uint8_t *state, uint32_t *path)
{
    size_t length = 0;
    for (uint32_t at = token; at != DOCUMENT_NONE && state[at] == 0; at = tree_head(document, at)) {
        state[at] = 1;
        path[length++] = at;
    }
    if (!length)
        return;
    const uint32_t beyond = tree_head(document, path[length - 1]);
    if (beyond != DOCUMENT_NONE && state[beyond] == 1)
        document->tokens[path[length - 1]].head = DOCUMENT_NONE;
    for (size_t i = 0; i < length; i++)
        state[path[i]] = 2;
}

/* Children before parents, without recursion: ranges grow upwards. */
static void tree__grow_ranges(const struct document *document, const struct sentence *sentence, uint32_t *begin,
                              uint32_t *end, uint32_t *pending, uint32_t *order)
{
    const uint32_t first = sentence->tokens.first, stop = first + sentence->tokens.count;
    memset(pending + first, 0, sentence->tokens.count * sizeof *pending);
    for (uint32_t token = first; token < stop; token++) {
        const uint32_t head = tree_head(document, token);
        if (head != DOCUMENT_NONE)
            pending[head]++;
    }
    size_t count = 0;
    for (uint32_t token = first; token < stop; token++)
        if (!pending[token])
            order[count++] = token;
    for (size_t i = 0; i < count; i++) {
        const uint32_t token = order[i], head = tree_head(document, token);
        if (head == DOCUMENT_NONE)
            continue;
        if (begin[token] < begin[head])
            begin[head] = begin[token];
        if (end[token] > end[head])
            end[head] = end[token];
        if (--pending[head] == 0)
            order[count++] = head;
    }
}

static void tree__link_children(const struct document *document, uint32_t *first_child, uint32_t *next_sibling)
{
    memset(first_child, 0xFF, document->token_count * sizeof *first_child);
    memset(next_sibling, 0xFF, document->token_count * sizeof *next_sibling);
    for (size_t i = document->token_count; i-- > 0;) {
        const uint32_t head = tree_head(document, (uint32_t)i);
        if (head == DOCUMENT_NONE)
            continue;
        next_sibling[i] = first_child[head];
        first_child[head] = (uint32_t)i;
    }
}

bool tree_index(struct document *document, struct laut_error *error)
{
    const size_t count = document->token_count;
    struct tree *const tree = arena_take(document->arena, 1, sizeof *tree, error);
    uint32_t *const numbers = arena_take(document->arena, 6 * count, sizeof *numbers, error);
    uint8_t *const state = arena_take(document->arena, count, 1, error);
    if (!tree || !numbers || !state)
        return false;
    uint32_t *const begin = numbers, *const end = numbers + count, *const spare = numbers + 2 * count,
             *const order = numbers + 3 * count;
    for (uint32_t token = 0; token < count; token++) {
        tree__cut_circle(document, token, state, spare);
        begin[token] = token;
        end[token] = token + 1;
    }
    for (size_t i = 0; i < document->sentence_count; i++)
        tree__grow_ranges(document, &document->sentences[i], begin, end, spare, order);
    tree__link_children(document, numbers + 4 * count, numbers + 5 * count);
    *tree = (struct tree){numbers + 4 * count, numbers + 5 * count, begin, end};
    document->tree = tree;
    return true;
}

uint32_t tree_first_child(const struct document *document, uint32_t token)
{
    return tree__has(document, token) ? document->tree->first_child[token] : DOCUMENT_NONE;
}

uint32_t tree_next_sibling(const struct document *document, uint32_t token)
{
    return tree__has(document, token) ? document->tree->next_sibling[token] : DOCUMENT_NONE;
}

struct token_range tree_subtree(const struct document *document, uint32_t token)
{
    if (!tree__has(document, token))
        return (struct token_range){token, 0};
    const uint32_t begin = document->tree->subtree_begin[token];
    return (struct token_range){begin, document->tree->subtree_end[token] - begin};
}

bool tree_is_inside(const struct document *document, uint32_t token, uint32_t ancestor)
{
    for (; token != DOCUMENT_NONE; token = tree_head(document, token))
        if (token == ancestor)
            return true;
    return false;
}

uint32_t tree_child(const struct document *document, uint32_t token, enum relation relation)
{
    uint32_t child = tree_first_child(document, token);
    while (child != DOCUMENT_NONE && document->tokens[child].relation != relation)
        child = tree_next_sibling(document, child);
    return child;
}

/* ---- clauses ------------------------------------------------------------------------------------------------- */

static bool tree__is_clausal(enum relation relation)
{
    switch (relation) {
    case RELATION_ROOT:
    case RELATION_ACL:
    case RELATION_ADVCL:
    case RELATION_CCOMP:
    case RELATION_CSUBJ:
    case RELATION_CSUBJ_PASS:
    case RELATION_PARATAXIS:
    case RELATION_XCOMP:
        return true;
    default:
        return false;
    }
}

bool tree_is_clause(const struct document *document, uint32_t token)
{
    if (!tree__has(document, token))
        return false;
    const struct token *const word = &document->tokens[token];
    return tree__is_clausal(word->relation) || tree_head(document, token) == DOCUMENT_NONE ||
           (word->upos == UPOS_VERB && word->relation != RELATION_AMOD) ||
           tree_child(document, token, RELATION_COP) != DOCUMENT_NONE;
}

uint32_t tree_clause(const struct document *document, uint32_t token)
{
    while (token != DOCUMENT_NONE && !tree_is_clause(document, token))
        token = tree_head(document, token);
    return token;
}

uint32_t tree_governing_clause(const struct document *document, uint32_t token)
{
    return tree_clause(document, tree_head(document, tree_clause(document, token)));
}

/* The conjunct before: the head of a conj relation, DOCUMENT_NONE for the first. */
static uint32_t tree__earlier_conjunct(const struct document *document, uint32_t token)
{
    return tree__has(document, token) && document->tokens[token].relation == RELATION_CONJ ? tree_head(document, token)
                                                                                           : DOCUMENT_NONE;
}

static bool tree__is_auxiliary(enum relation relation)
{
    return relation == RELATION_AUX || relation == RELATION_AUX_PASS || relation == RELATION_COP;
}

static bool tree__is_finite_auxiliary(const struct document *document, uint32_t token)
{
    return tree__is_auxiliary(document->tokens[token].relation) && document->tokens[token].morphology.verb_form == VERB_FORM_FIN;
}

/* Of two that stand beside each other and look finite both, the later one: "die sie geliefert haben sollen". */
static uint32_t tree__own_finite(const struct document *document, uint32_t clause)
{
    if (document->tokens[clause].morphology.verb_form == VERB_FORM_FIN)
        return clause;
    uint32_t child = tree_first_child(document, clause);
    while (child != DOCUMENT_NONE && !tree__is_finite_auxiliary(document, child))
        child = tree_next_sibling(document, child);
    const uint32_t next = child == DOCUMENT_NONE ? DOCUMENT_NONE : tree_next_sibling(document, child);
    return next != DOCUMENT_NONE && next == child + 1 && tree__is_finite_auxiliary(document, next) ? next : child;
}

uint32_t tree_finite(const struct document *document, uint32_t clause)
{
    for (size_t step = 0; tree__has(document, clause) && step < TREE_LONGEST_CHAIN; step++) {
        const uint32_t finite = tree__own_finite(document, clause);
        if (finite != DOCUMENT_NONE)
            return finite;
        clause = tree__earlier_conjunct(document, clause);
    }
    return DOCUMENT_NONE;
}

enum mood tree_mood(const struct document *document, uint32_t clause)
{
    const uint32_t finite = tree_finite(document, clause);
    return finite == DOCUMENT_NONE ? MOOD_NONE : (enum mood)document->tokens[finite].morphology.mood;
}

uint32_t tree_subject(const struct document *document, uint32_t clause)
{
    for (size_t step = 0; tree__has(document, clause) && step < TREE_LONGEST_CHAIN; step++) {
        uint32_t subject = tree_child(document, clause, RELATION_NSUBJ);
        if (subject == DOCUMENT_NONE)
            subject = tree_child(document, clause, RELATION_NSUBJ_PASS);
        if (subject != DOCUMENT_NONE)
            return subject;
        clause = tree__earlier_conjunct(document, clause);
    }
    return DOCUMENT_NONE;
}

uint32_t tree_object(const struct document *document, uint32_t clause)
{
    uint32_t other = DOCUMENT_NONE;
    for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE;
         child = tree_next_sibling(document, child)) {
        if (document->tokens[child].relation != RELATION_OBJ)
            continue;
        if (document->tokens[child].morphology.grammatical_case == CASE_ACC)
            return child;
        if (other == DOCUMENT_NONE || document->tokens[other].morphology.grammatical_case == CASE_DAT)
            other = child;
    }
    return other;
}

uint32_t tree_dative(const struct document *document, uint32_t clause)
{
    for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE;
         child = tree_next_sibling(document, child)) {
        const struct token *const word = &document->tokens[child];
        const bool object = word->relation == RELATION_OBJ || word->relation == RELATION_OBL;
        if (word->relation == RELATION_IOBJ || (object && word->morphology.grammatical_case == CASE_DAT &&
                                                tree_child(document, child, RELATION_CASE) == DOCUMENT_NONE))
            return child;
    }
    return DOCUMENT_NONE;
}

bool tree_is_passive(const struct document *document, uint32_t clause)
{
    for (size_t step = 0; tree__has(document, clause) && step < TREE_LONGEST_CHAIN; step++) {
        if (tree_child(document, clause, RELATION_AUX_PASS) != DOCUMENT_NONE ||
            tree_child(document, clause, RELATION_NSUBJ_PASS) != DOCUMENT_NONE)
            return true;
        if (tree_child(document, clause, RELATION_AUX) != DOCUMENT_NONE ||
            document->tokens[clause].morphology.verb_form != VERB_FORM_PART_PERF)
            return false;
        clause = tree__earlier_conjunct(document, clause);
    }
    return false;
}

uint32_t tree_modal(const struct document *document, uint32_t clause)
{
    for (size_t step = 0; tree__has(document, clause) && step < TREE_LONGEST_CHAIN; step++) {
        for (uint32_t child = tree_first_child(document, clause); child != DOCUMENT_NONE;
             child = tree_next_sibling(document, child))
            if (document->tokens[child].relation == RELATION_AUX && lexicon_has_flag(&document->tokens[child], ANALYSIS_MODAL))
                return child;
        if (tree__own_finite(document, clause) != DOCUMENT_NONE)
            return DOCUMENT_NONE;
        clause = tree__earlier_conjunct(document, clause);
    }
    return DOCUMENT_NONE;
}

uint32_t tree_negation(const struct document *document, uint32_t token)
{
    uint32_t child = tree_first_child(document, token);
    while (child != DOCUMENT_NONE && !lexicon_may_be(&document->tokens[child], WORD_NEGATION))
        child = tree_next_sibling(document, child);
    return child;
}

uint32_t tree_mark(const struct document *document, uint32_t clause)
{
    return tree_child(document, clause, RELATION_MARK);
}

uint32_t tree_particle(const struct document *document, uint32_t verb)
{
    return tree__has(document, verb) ? document->tokens[verb].particle : DOCUMENT_NONE;
}

/* ---- nominals ------------------------------------------------------------------------------------------------ */

uint32_t tree_preposition(const struct document *document, uint32_t nominal)
{
    for (size_t step = 0; tree__has(document, nominal) && step < TREE_LONGEST_CHAIN; step++) {
        const uint32_t preposition = tree_child(document, nominal, RELATION_CASE);
        if (preposition != DOCUMENT_NONE)
            return preposition;
        nominal = tree__earlier_conjunct(document, nominal);
    }
    return DOCUMENT_NONE;
}

uint32_t tree_determiner(const struct document *document, uint32_t nominal)
{
    const uint32_t determiner = tree_child(document, nominal, RELATION_DET);
    return determiner != DOCUMENT_NONE ? determiner : tree_child(document, nominal, RELATION_DET_POSS);
}

uint32_t tree_first_conjunct(const struct document *document, uint32_t token)
{
    for (size_t step = 0; step < TREE_LONGEST_CHAIN; step++) {
        const uint32_t earlier = tree__earlier_conjunct(document, token);
        if (earlier == DOCUMENT_NONE)
            break;
        token = earlier;
    }
    return token;
}

/* Conjuncts hang on the first one (UD); a nested conj is taken in its place: child first, then the next sibling above. */
uint32_t tree_next_conjunct(const struct document *document, uint32_t token)
{
    const uint32_t below = tree_child(document, token, RELATION_CONJ);
    if (below != DOCUMENT_NONE)
        return below;
    for (size_t step = 0; step < TREE_LONGEST_CHAIN && tree__earlier_conjunct(document, token) != DOCUMENT_NONE; step++) {
        for (uint32_t next = tree_next_sibling(document, token); next != DOCUMENT_NONE; next = tree_next_sibling(document, next))
            if (document->tokens[next].relation == RELATION_CONJ)
                return next;
        token = tree_head(document, token);
    }
    return DOCUMENT_NONE;
}
