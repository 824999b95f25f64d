/* time/attach.c: which time holds for a word (coding guide, section 7).
 *
 * An expression holds for a word if it hangs on it, or on the clause of the word, with no other clause between. An infinitive, a
 * participle, an adverbial clause and a later conjunct also have the time of the clause above them, a content clause has not: when
 * something was said is not when it was. Of several the one with the shortest way through the tree, then the nearest, is taken. A time in the
 * phrase of another noun ("die Lieferung am Montag") is that noun's, unless nothing is nearer; behind "von", or beside an attribute ("die im
 * August begonnene Waffenruhe"), it is only that one's.
 */
#include "time/time_expression.h"

#include "parse/tree.h"

enum { CLAUSES_UP_AT_MOST = 4, STEPS_AT_MOST = 60, FAR = 1000 };

static bool attach__has_interval(const struct time_expression *time)
{
    return time->begin_day != DAY_NONE && time->type != TIMEX_SET;
}

static bool attach__is_in(const struct time_expression *time, uint32_t token)
{
    return token >= time->tokens.first && token < time->tokens.first + time->tokens.count;
}

/* The expression's word that hangs on something outside it. */
static uint32_t attach__head(const struct document *document, const struct time_expression *time)
{
    for (uint32_t i = 0; i < time->tokens.count; i++) {
        const uint32_t token = time->tokens.first + i, head = tree_head(document, token);
        if (head == DOCUMENT_NONE || !attach__is_in(time, head))
            return token;
    }
    return time->tokens.first;
}

/* The first expression at or after the sentence's begin, by binary search; *count how many it has. */
static uint32_t attach__times_of_sentence(const struct document *document, uint32_t sentence, uint32_t *count)
{
    const struct token_range tokens = document->sentences[sentence].tokens;
    size_t low = 0, high = document->time_count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (document->times[middle].tokens.first < tokens.first)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < document->time_count && document->times[low + *count].tokens.first < tokens.first + tokens.count)
        ++*count;
    return (uint32_t)low;
}

/* "die im August begonnene Waffenruhe": between article and noun, told of no other word. */
static bool attach__is_enclosed(const struct document *document, const struct time_expression *time, uint32_t attribute, uint32_t target)
{
    const uint32_t noun = document->tokens[attribute].relation == RELATION_AMOD ? tree_head(document, attribute) : DOCUMENT_NONE;
    const uint32_t article = noun == DOCUMENT_NONE || noun == target ? DOCUMENT_NONE : tree_determiner(document, noun);
    return article != DOCUMENT_NONE && article < time->tokens.first;
}

/* Steps from the expression up to target, FAR if it does not hang there or another clause lies between. */
static uint32_t attach__way(const struct document *document, const struct time_expression *time, uint32_t target)
{
    uint32_t at = attach__head(document, time), steps = 0;
    const uint32_t owner = time->of_noun ? tree_head(document, at) : DOCUMENT_NONE;
    if (owner != DOCUMENT_NONE && owner != target && !tree_is_clause(document, owner))
        return FAR;
    for (; at != DOCUMENT_NONE && steps < STEPS_AT_MOST; at = tree_head(document, at), steps++) {
        if (at == target)
            return steps;
        if (steps > 0 && (tree_is_clause(document, at) || attach__is_enclosed(document, time, at, target)))
            return FAR;
    }
    return FAR;
}

static uint32_t attach__distance(const struct time_expression *time, uint32_t token)
{
    return token < time->tokens.first ? time->tokens.first - token : token - time->tokens.first;
}

/* The best expression of the sentence for target; those that lie before limit only. */
static uint32_t attach__best(const struct document *document, uint32_t target, uint32_t word, uint32_t limit)
{
    uint32_t count = 0, best = DOCUMENT_NONE, best_way = FAR;
    const uint32_t first = attach__times_of_sentence(document, document->tokens[target].sentence, &count);
    for (uint32_t i = first; i < first + count; i++) {
        const struct time_expression *const time = &document->times[i];
        if (!attach__has_interval(time) || time->tokens.first >= limit || attach__is_in(time, word))
            continue;
        const uint32_t way = attach__way(document, time, target);
        if (way >= FAR)
            continue;
        const bool nearer = best == DOCUMENT_NONE || way < best_way ||
                            (way == best_way && attach__distance(time, word) < attach__distance(&document->times[best], word));
        if (nearer) {
            best = i;
            best_way = way;
        }
    }
    return best;
}

/* May the clause take over the time of the clause above it? */
static bool attach__may_go_up(const struct document *document, uint32_t clause)
{
    switch (document->tokens[clause].relation) {
    case RELATION_XCOMP:
    case RELATION_ADVCL:
        return true;
    case RELATION_CONJ:              /* "…, London droht mit …": a sentence of its own behind a comma */
        return tree_child(document, clause, RELATION_NSUBJ) == DOCUMENT_NONE || tree_child(document, clause, RELATION_CC) != DOCUMENT_NONE;
    case RELATION_ACL:
        return tree_finite(document, clause) == DOCUMENT_NONE;
    default:
        return tree_finite(document, clause) == DOCUMENT_NONE && document->tokens[clause].relation != RELATION_CCOMP &&
               document->tokens[clause].relation != RELATION_PARATAXIS;
    }
}

/* Is the noun subject or object of its clause, or the noun of a light verb? Only then the clause's time may be its own. */
static bool attach__is_core(const struct document *document, uint32_t token, uint32_t clause)
{
    if (tree_head(document, tree_first_conjunct(document, token)) != clause)
        return false;
    switch (document->tokens[tree_first_conjunct(document, token)].relation) {
    case RELATION_NSUBJ:
    case RELATION_NSUBJ_PASS:
        return true;
    default:
        return false;
    }
}

/* Without a tree: the nearest expression of the sentence. */
static uint32_t attach__nearest(const struct document *document, uint32_t token)
{
    uint32_t count = 0, best = DOCUMENT_NONE;
    const uint32_t first = attach__times_of_sentence(document, document->tokens[token].sentence, &count);
    for (uint32_t i = first; i < first + count; i++)
        if (attach__has_interval(&document->times[i]) &&
            (best == DOCUMENT_NONE || attach__distance(&document->times[i], token) < attach__distance(&document->times[best], token)))
            best = i;
    return best;
}

uint32_t time_of_token(const struct document *document, uint32_t token)
{
    if (token >= document->token_count || document->time_count == 0)
        return DOCUMENT_NONE;
    if (!document->tree)
        return attach__nearest(document, token);
    const uint32_t own = attach__best(document, token, token, UINT32_MAX);
    if (own != DOCUMENT_NONE)
        return own;
    uint32_t clause = tree_clause(document, token);
    if (clause != token && !attach__is_core(document, token, clause))
        return DOCUMENT_NONE;
    for (uint32_t steps = 0; clause != DOCUMENT_NONE && steps < CLAUSES_UP_AT_MOST; steps++) {
        const uint32_t found = attach__best(document, clause, token, UINT32_MAX);
        if (found != DOCUMENT_NONE)
            return found;
        if (!attach__may_go_up(document, clause))
            break;
        clause = tree_governing_clause(document, clause);
    }
    return DOCUMENT_NONE;
}
