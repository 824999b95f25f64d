/* parse/relations.c: relations of the words to the heads that the tree gives them: the best scored ones under two conditions.
 * Relation and part of speech go together (wellformed.h): where they do not, what loses less score gives way. A head has one
 * subject: of several the one with the best claim by score, case and place stays it, the others are objects. */
#include "parse/relations.h"

#include "parse/tags.h"
#include "parse/wellformed.h"

static bool relations__is_subject(enum relation relation)
{
    return relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS;
}

/* The best relation that the part of speech may have; subject: also a subject's. */
static enum relation relations__best(const float *line, enum upos upos, bool head_before, bool subject)
{
    enum relation best = RELATION_NONE;
    for (enum relation relation = RELATION_ACL; relation < RELATION_COUNT; relation++)
        if (relation != RELATION_ROOT && (subject || !relations__is_subject(relation)) && wellformed_allows(relation, upos, head_before) &&
            (!best || line[relation] > line[best]))
            best = relation;
    return best;
}

static void relations__choose_one(struct token *token, const float *line, const float *tags, bool head_before)
{
    enum relation best = RELATION_ACL;
    for (enum relation relation = RELATION_ACL; relation < RELATION_COUNT; relation++)
        best = relation != RELATION_ROOT && line[relation] > line[best] ? relation : best;
    const enum relation allowed = relations__best(line, token->upos, head_before, true);
    enum upos other = UPOS_NONE;
    for (enum upos candidate = UPOS_ADJ; candidate < UPOS_COUNT; candidate++)
        if (wellformed_allows(best, candidate, head_before) && (!other || tags[candidate] > tags[other]))
            other = candidate;
    const bool keep = best == allowed || !other || tags[token->upos] - tags[other] > line[best] - line[allowed];
    token->relation = keep ? allowed : best;
    token->upos = keep ? token->upos : other;
}

/* How well a word is the only subject: what it loses by another relation, and how much better the nominative is than other cases. */
static float relations__claim(const struct token *tokens, const struct relation_scores *scores, size_t i)
{
    const float *const line = scores->relations + i * NETWORK_RELATIONS;
    const float *const cases = scores->tags + i * scores->tag_stride + tags_attributes[TAGS_CASE].first;
    float other = cases[CASE_GEN];
    for (unsigned value = CASE_DAT; value <= CASE_ACC; value++)
        other = cases[value] > other ? cases[value] : other;
    return line[tokens[i].relation] - line[relations__best(line, tokens[i].upos, scores->head[i] < i + 1, false)] + cases[CASE_NOM] - other;
}

/* Of two subjects of one head, a before b, the one with the weaker claim is an object. Nouns that are subjects come first,
 * where nothing else tells. */
static void relations__settle_subjects(struct token *tokens, const struct relation_scores *scores, size_t a, size_t b)
{
    const float first_bonus = tokens[a].upos == UPOS_PRON ? 0.0f : 4.0f;
    const size_t loser = relations__claim(tokens, scores, a) + first_bonus < relations__claim(tokens, scores, b) ? a : b;
    const float *const line = scores->relations + loser * NETWORK_RELATIONS;
    tokens[loser].relation = line[RELATION_IOBJ] > line[RELATION_OBJ] ? RELATION_IOBJ : RELATION_OBJ;
}

void relations_choose(struct token *tokens, size_t count, const struct relation_scores *scores)
{
    for (size_t i = 0; i < count; i++) {
        const float *const line = scores->relations + i * NETWORK_RELATIONS, *const tags = scores->tags + i * scores->tag_stride;
        if (scores->head[i] == 0)
            tokens[i].relation = RELATION_ROOT;
        else
            relations__choose_one(&tokens[i], line, tags, scores->head[i] < i + 1);
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; relations__is_subject(tokens[i].relation) && k < i; k++)
            if (scores->head[k] == scores->head[i] && relations__is_subject(tokens[k].relation))
                relations__settle_subjects(tokens, scores, k, i);
}
