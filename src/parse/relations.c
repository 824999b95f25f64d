/* parse/relations.c: relations of the words to the heads that the tree gives them: the best scored ones under three conditions.
 * Relation and part of speech go together (wellformed.h): where they do not, what loses less score gives way. What has a preposition
 * is no subject and no object. A head has one subject: of several the one with the best claim by score, case and place stays it, the others are objects. */
#include "parse/relations.h"

#include "parse/tags.h"
#include "parse/wellformed.h"

static bool relations__is_subject(enum relation relation)
{
    return relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS;
}

static bool relations__is_argument(enum relation relation)
{
    return relations__is_subject(relation) || relation == RELATION_OBJ || relation == RELATION_IOBJ;
}

/* A word with its scores and what its head is. */
struct relation_place {
    const float *relations, *tags;
    enum upos head_upos;
    bool head_before;
};

static struct relation_place relations__place(const struct token *tokens, const struct relation_scores *scores, size_t i)
{
    return (struct relation_place){scores->relations + i * NETWORK_RELATIONS, scores->tags + i * scores->tag_stride,
                                   scores->head[i] ? tokens[scores->head[i] - 1].upos : UPOS_NONE, scores->head[i] < i + 1};
}

/* The best relation that the part of speech may have; argument: also that of a subject or object. */
static enum relation relations__best(const struct relation_place *place, enum upos upos, bool argument)
{
    const float *const line = place->relations;
    enum relation best = RELATION_NONE;
    for (enum relation relation = RELATION_ACL; relation < RELATION_COUNT; relation++)
        if (relation != RELATION_ROOT && (argument || !relations__is_argument(relation)) &&
            wellformed_allows(relation, upos, place->head_upos, place->head_before) &&
            (!best || line[relation] > line[best]))
            best = relation;
    return best;
}

static void relations__choose_one(struct token *token, const struct relation_place *place)
{
    const float *const line = place->relations, *const tags = place->tags;
    enum relation best = RELATION_ACL;
    for (enum relation relation = RELATION_ACL; relation < RELATION_COUNT; relation++)
        best = relation != RELATION_ROOT && line[relation] > line[best] ? relation : best;
    const enum relation allowed = relations__best(place, token->upos, true);
    enum upos other = UPOS_NONE;
    for (enum upos candidate = UPOS_ADJ; candidate < UPOS_COUNT; candidate++)
        if (wellformed_allows(best, candidate, place->head_upos, place->head_before) && (!other || tags[candidate] > tags[other]))
            other = candidate;
    const bool verb = token->upos == UPOS_VERB || token->upos == UPOS_AUX;       /* a clause, whatever its relation */
    const bool keep = best == allowed || !other || (verb && relations__is_argument(best)) || tags[token->upos] - tags[other] > line[best] - line[allowed];
    token->relation = keep ? allowed : best;
    token->upos = keep ? token->upos : other;
}

/* Nominals with a preposition are neither subject nor object; those with "als" are oblique, as both treebanks mostly have them. */
static void relations__settle_prepositions(struct token *tokens, size_t count, const struct relation_scores *scores)
{
    for (size_t i = 0; i < count; i++) {
        struct token *const noun = scores->head[i] ? &tokens[scores->head[i] - 1] : NULL;
        if (!noun || tokens[i].relation != RELATION_CASE || tokens[i].upos != UPOS_ADP)
            continue;
        if (noun->relation == RELATION_XCOMP && (noun->upos == UPOS_NOUN || noun->upos == UPOS_PROPN))
            noun->relation = RELATION_OBL;
        if (!relations__is_argument(noun->relation))
            continue;
        const struct relation_place place = relations__place(tokens, scores, scores->head[i] - 1);
        noun->relation = relations__best(&place, noun->upos, false);
    }
}

/* How much better the nominative is than other cases. */
static float relations__nominative(const struct relation_scores *scores, size_t i)
{
    const float *const cases = scores->tags + i * scores->tag_stride + tags_attributes[TAGS_CASE].first;
    float other = cases[CASE_GEN];
    for (unsigned value = CASE_DAT; value <= CASE_ACC; value++)
        other = cases[value] > other ? cases[value] : other;
    return cases[CASE_NOM] - other;
}

/* How well a word is the only subject: what it loses by another relation, and its case and that of its determiner. */
static float relations__claim(const struct token *tokens, size_t count, const struct relation_scores *scores, size_t i)
{
    const struct relation_place place = relations__place(tokens, scores, i);
    float nominative = relations__nominative(scores, i);
    for (size_t k = 0; k < count; k++)
        nominative += scores->head[k] == i + 1 && tokens[k].relation == RELATION_DET ? relations__nominative(scores, k) : 0;
    return place.relations[tokens[i].relation] - place.relations[relations__best(&place, tokens[i].upos, false)] + nominative;
}

/* Of two subjects of one head, a before b, the one with the weaker claim is an object. Nouns that are subjects come first,
 * where nothing else tells. */
static void relations__settle_subjects(struct token *tokens, size_t count, const struct relation_scores *scores, size_t a, size_t b)
{
    const float first_bonus = tokens[a].upos == UPOS_PRON ? 0.0f : 4.0f;
    const size_t loser = relations__claim(tokens, count, scores, a) + first_bonus < relations__claim(tokens, count, scores, b) ? a : b;
    const float *const line = scores->relations + loser * NETWORK_RELATIONS;
    tokens[loser].relation = line[RELATION_IOBJ] > line[RELATION_OBJ] ? RELATION_IOBJ : RELATION_OBJ;
}

/* What the relations and cases of subject and object are worth together. */
static float relations__worth(const struct relation_scores *scores, size_t subject, size_t object)
{
    const float *const cases = scores->tags + tags_attributes[TAGS_CASE].first;
    return scores->relations[subject * NETWORK_RELATIONS + RELATION_NSUBJ] + cases[subject * scores->tag_stride + CASE_NOM] +
           scores->relations[object * NETWORK_RELATIONS + RELATION_OBJ] + cases[object * scores->tag_stride + CASE_ACC];
}

/* A noun is its verb's object and one behind it the subject only where scores say so clearly: subjects come first. */
static void relations__settle_order(struct token *tokens, size_t count, const struct relation_scores *scores, size_t object)
{
    static const float first_bonus = 3;
    const uint32_t head = scores->head[object];
    if (tokens[object].relation != RELATION_OBJ || tokens[object].upos == UPOS_PRON)
        return;
    for (size_t subject = object + 1; subject < count; subject++)
        if (scores->head[subject] == head && tokens[subject].relation == RELATION_NSUBJ && tokens[subject].upos != UPOS_PRON &&
            relations__worth(scores, object, subject) + first_bonus > relations__worth(scores, subject, object)) {
            tokens[object].relation = RELATION_NSUBJ;
            tokens[subject].relation = RELATION_OBJ;
            return;
        }
}

void relations_choose(struct token *tokens, size_t count, const struct relation_scores *scores)
{
    for (size_t i = 0; i < count; i++) {
        const struct relation_place place = relations__place(tokens, scores, i);
        if (scores->head[i] == 0)
            tokens[i].relation = RELATION_ROOT;
        else
            relations__choose_one(&tokens[i], &place);
    }
    relations__settle_prepositions(tokens, count, scores);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; relations__is_subject(tokens[i].relation) && k < i; k++)
            if (scores->head[k] == scores->head[i] && relations__is_subject(tokens[k].relation))
                relations__settle_subjects(tokens, count, scores, k, i);
    for (size_t i = 0; i < count; i++)
        relations__settle_order(tokens, count, scores, i);
}
