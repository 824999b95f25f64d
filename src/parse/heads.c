/* parse/heads.c: what German trees hardly ever do, though the best tree by score does it. Arcs cross where clauses stand apart from their
 * nouns; elsewhere in one word of 400 (GSD and news), so that a crossing arc gives way to the best one that crosses nothing. Separated
 * particles stand behind their verbs; clauses of nouns hang on nouns, verbs are coordinated with clauses, nouns with nouns. */
#include "parse/heads.h"

#include "lexicon/lexicon.h"
#include "parse/network.h"
#include "parse/wellformed.h"

static const float heads__most_lost = 5;

/* The best scored relation of token d (from 1) to its head. */
static enum relation heads__relation(const struct head_scores *scores, uint32_t d)
{
    const float *const line = scores->relations + (d - 1) * NETWORK_RELATIONS;
    enum relation best = RELATION_ACL;
    for (enum relation relation = RELATION_ACL; relation < RELATION_COUNT; relation++)
        best = line[relation] > line[best] ? relation : best;
    return best;
}

/* Would the tree have a circle if token d hung on head h (places from 1)? */
static bool heads__closes_circle(const uint32_t *head, uint32_t d, uint32_t h)
{
    for (; h && h != d; h = head[h - 1])
        continue;
    return h == d;
}

/* The best head of token d whose arc crosses none; 0: there is none. */
static uint32_t heads__best_uncrossed(const struct token *tokens, size_t count, const float *line, const uint32_t *head, uint32_t d)
{
    uint32_t best = 0;
    for (uint32_t h = 1; h <= count; h++)
        if (h != d && (!best || line[h] > line[best]) && !heads__closes_circle(head, d, h) &&
            !wellformed_crosses(tokens, count, head, d, h))
            best = h;
    return best;
}

/* Arcs that cross others give way to ones that do not, the cheapest first. */
static bool heads__uncross(const struct token *tokens, size_t count, const struct head_scores *scores, uint32_t *head)
{
    bool changed = false;
    for (size_t step = 0; step < count; step++) {
        uint32_t cheapest = 0, cheapest_head = 0;
        float least = heads__most_lost;
        for (uint32_t d = 1; d <= count; d++) {
            const float *const line = scores->arcs + (d - 1) * scores->stride;
            if (!head[d - 1] || tokens[d - 1].upos == UPOS_PUNCT || heads__relation(scores, d) == RELATION_ACL ||
                !wellformed_crosses(tokens, count, head, d, head[d - 1]))
                continue;
            const uint32_t other = heads__best_uncrossed(tokens, count, line, head, d);
            if (other && line[head[d - 1]] - line[other] < least) {
                least = line[head[d - 1]] - line[other];
                cheapest = d;
                cheapest_head = other;
            }
        }
        if (!cheapest)
            break;
        head[cheapest - 1] = cheapest_head;
        changed = true;
    }
    return changed;
}

/* A separated particle stands behind its verb. */
static bool heads__settle_particles(const struct token *tokens, size_t count, const struct head_scores *scores, uint32_t *head)
{
    bool changed = false;
    for (uint32_t d = 1; d <= count; d++) {
        const float *const line = scores->arcs + (d - 1) * scores->stride;
        uint32_t best = 0;
        if (head[d - 1] <= d || heads__relation(scores, d) != RELATION_COMPOUND_PRT)
            continue;
        for (uint32_t h = 1; h < d; h++)
            if (tokens[h - 1].upos == UPOS_VERB && (!best || line[h] > line[best]) && !heads__closes_circle(head, d, h))
                best = h;
        head[d - 1] = best ? best : head[d - 1];
        changed = changed || best;
    }
    return changed;
}

static bool heads__is_clause(const struct token *tokens, size_t count, const struct head_scores *scores, const uint32_t *head, uint32_t place)
{
    bool copula = false;
    for (uint32_t d = 1; d <= count && !copula; d++)
        copula = head[d - 1] == place && heads__relation(scores, d) == RELATION_COP;
    return copula || tokens[place - 1].upos == UPOS_VERB || tokens[place - 1].upos == UPOS_AUX;
}

enum heads__kind { KIND_ANY, KIND_NOMINAL, KIND_CLAUSE };

static bool heads__is_nominal(enum upos upos)
{
    return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_PRON || upos == UPOS_NUM || upos == UPOS_DET;
}

/* What token d should hang on, where it hangs on something else. */
static enum heads__kind heads__wanted(const struct token *tokens, size_t count, const struct head_scores *scores, const uint32_t *head,
                                      uint32_t d)
{
    const enum relation relation = heads__relation(scores, d);
    const enum upos upos = tokens[d - 1].upos, above = tokens[head[d - 1] - 1].upos;
    const bool verb_above = above == UPOS_VERB || above == UPOS_AUX;
    if (relation == RELATION_ACL)
        return verb_above ? KIND_NOMINAL : KIND_ANY;
    if (relation != RELATION_CONJ)
        return KIND_ANY;
    if (upos == UPOS_VERB)
        return heads__is_clause(tokens, count, scores, head, head[d - 1]) ? KIND_ANY : KIND_CLAUSE;
    return (upos == UPOS_NOUN || upos == UPOS_PROPN) && verb_above && !heads__is_clause(tokens, count, scores, head, d) ? KIND_NOMINAL
                                                                                                                        : KIND_ANY;
}

/* Clauses of nouns hang on nouns, verbs are coordinated with clauses, nouns with nouns. */
static bool heads__settle_kinds(const struct token *tokens, size_t count, const struct head_scores *scores, uint32_t *head)
{
    bool changed = false;
    for (uint32_t d = 1; d <= count; d++) {
        const float *const line = scores->arcs + (d - 1) * scores->stride;
        const enum heads__kind wanted = head[d - 1] ? heads__wanted(tokens, count, scores, head, d) : KIND_ANY;
        uint32_t best = 0;
        for (uint32_t h = 1; wanted != KIND_ANY && h < d; h++)
            if ((!best || line[h] > line[best]) && !heads__closes_circle(head, d, h) &&
                (wanted == KIND_NOMINAL ? heads__is_nominal(tokens[h - 1].upos) : heads__is_clause(tokens, count, scores, head, h)))
                best = h;
        if (!best || line[head[d - 1]] - line[best] > heads__most_lost)
            continue;
        head[d - 1] = best;
        changed = true;
    }
    return changed;
}

/* "beschlossen die Staats- und Regierungschefs": an article right before a noun of the same head is that noun's. */
static bool heads__settle_articles(const struct token *tokens, size_t count, uint32_t *head)
{
    bool changed = false;
    for (uint32_t d = 1; d < count; d++)
        if (tokens[d - 1].upos == UPOS_DET && lexicon_may_be(&tokens[d - 1], WORD_ARTICLE) && tokens[d].upos == UPOS_NOUN && head[d - 1] && head[d - 1] == head[d] && head[d - 1] != d + 1 &&
            (tokens[head[d - 1] - 1].upos == UPOS_VERB || tokens[head[d - 1] - 1].upos == UPOS_AUX)) {
            head[d - 1] = d + 1;
            changed = true;
        }
    return changed;
}

static bool heads__has_determiner(const struct token *tokens, size_t count, const uint32_t *head, uint32_t noun)
{
    bool found = false;
    for (uint32_t d = 1; d <= count && !found; d++)
        found = head[d - 1] == noun && tokens[d - 1].upos == UPOS_DET;
    return found;
}

/* "griffen Ziele im Gazastreifen an": what a preposition joins right behind an object without determiner is rather the object's. */
static bool heads__join_phrases(const struct token *tokens, size_t count, const struct head_scores *scores, uint32_t *head)
{
    static const float rather = 3;
    bool changed = false;
    for (uint32_t d = 1; d <= count; d++) {
        const float *const line = scores->arcs + (d - 1) * scores->stride;
        uint32_t first = d;
        while (first > 1 && head[first - 2] == d)
            first--;
        const uint32_t verb = head[d - 1], object = first - 1;
        if (object < 1 || first == d || tokens[first - 1].upos != UPOS_ADP || verb >= object || !verb || head[object - 1] != verb ||
            tokens[object - 1].upos != UPOS_NOUN || heads__relation(scores, d) != RELATION_OBL || heads__relation(scores, object) != RELATION_OBJ ||
            line[verb] - line[object] > rather || heads__has_determiner(tokens, count, head, object))
            continue;
        head[d - 1] = object;
        changed = true;
    }
    return changed;
}

static bool heads__is_subject(const struct head_scores *scores, uint32_t d)
{
    const enum relation relation = heads__relation(scores, d);
    return relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS;
}

/* A name right behind a noun or name, both the subject of one verb, is that one's: "die Raumfahrtbehörde NASA"; two countries are not. */
static bool heads__join_names(const struct token *tokens, size_t count, const struct head_scores *scores, uint32_t *head)
{
    bool changed = false;
    for (uint32_t d = 2; d <= count; d++)
        if (tokens[d - 1].upos == UPOS_PROPN && head[d - 1] && head[d - 1] == head[d - 2] && heads__is_subject(scores, d) &&
            heads__is_subject(scores, d - 1) && (tokens[d - 2].upos == UPOS_NOUN || tokens[d - 2].upos == UPOS_PROPN) &&
            !(lexicon_has_flag(&tokens[d - 1], ANALYSIS_COUNTRY) && lexicon_has_flag(&tokens[d - 2], ANALYSIS_COUNTRY))) {
            head[d - 1] = d - 1;
            changed = true;
        }
    return changed;
}

/* "beschuldigte der Botschafter des Iran Israel": the second belongs to no noun. */
void heads_forbid(const struct token *tokens, size_t count, float *score, size_t stride)
{
    for (size_t d = 1; d < count; d++)
        if (tokens[d].upos == UPOS_PROPN && tokens[d - 1].upos == UPOS_PROPN && lexicon_has_flag(&tokens[d], ANALYSIS_COUNTRY) &&
            lexicon_has_flag(&tokens[d - 1], ANALYSIS_COUNTRY)) {
            score[(d - 1) * stride + d + 1] -= NETWORK_FORBIDDEN;
            for (size_t h = 1; h <= count; h++)
                score[d * stride + h] -= heads__is_nominal(tokens[h - 1].upos) ? NETWORK_FORBIDDEN : 0;
        }
}

bool heads_settle(const struct token *tokens, size_t count, const struct head_scores *scores, uint32_t *head)
{
    const bool particles = heads__settle_particles(tokens, count, scores, head);
    const bool kinds = heads__settle_kinds(tokens, count, scores, head), names = heads__join_names(tokens, count, scores, head);
    const bool articles = heads__settle_articles(tokens, count, head), phrases = heads__join_phrases(tokens, count, scores, head);
    return heads__uncross(tokens, count, scores, head) || kinds || particles || names || articles || phrases;
}

bool heads_lift_prepositions(const struct token *tokens, size_t count, uint32_t *head)
{
    bool changed = false;
    for (uint32_t d = 1; d < count; d++) {
        const uint32_t number = head[d - 1], noun = number > d ? head[number - 1] : 0;
        const bool range = d > 1 && tokens[d - 2].upos == UPOS_NUM;          /* "20 bis 30" */
        if (tokens[d - 1].upos != UPOS_ADP || tokens[d - 1].relation != RELATION_CASE || number != d + 1 || range || noun <= number ||
            tokens[number - 1].relation != RELATION_NUMMOD ||
            (tokens[noun - 1].relation != RELATION_NSUBJ && tokens[noun - 1].relation != RELATION_NSUBJ_PASS))
            continue;
        head[d - 1] = noun;
        changed = true;
    }
    return changed;
}
