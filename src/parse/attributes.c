/* parse/attributes.c: a participle between a determiner and its noun, with what belongs to it before it ("die von Peru am Montag begrüßte
 * Einigung", "eine nicht näher bezeichnete Anzahl"; Duden, Grammatik: erweitertes Attribut). Many are finite verbs by their form, and parsers
 * take the determiner for a pronoun and them for the clause's verb. No other construction begins with a determiner right before a
 * preposition, an adverb or another determiner and agrees with the noun behind a participle that agrees with it too.
 * What stands between the determiner and the participle hangs on the participle or inside, the two on the noun, nothing else on either. */
#include "parse/attributes.h"

#include "lexicon/lexicon.h"
#include "parse/network.h"

enum { ATTRIBUTES_FARTHEST = 14, ATTRIBUTES_BETWEEN = 2 };   /* words before the participle, adjectives and numbers behind it */

struct attributes__phrase {
    size_t determiner, first, noun;      /* first: the first word of what belongs to the participle */
    bool of_adverbs;                     /* adverbs alone stand between */
};

static bool attributes__is_participle(const struct analysis *analysis)
{
    return analysis->word_class == WORD_PARTICIPLE_PERFECT || analysis->word_class == WORD_PARTICIPLE_PRESENT;
}

/* Is it an article, whatever the tagger says, or another determiner? */
static bool attributes__may_be_determiner(const struct token *token)
{
    return lexicon_may_be(token, WORD_ARTICLE) ? token->upos == UPOS_DET || token->upos == UPOS_PRON
                                                      : token->upos == UPOS_DET && !lexicon_has_flag(token, ANALYSIS_PERSONAL);
}

/* "besetzten" is a dative plural too, "besetzte" is none: behind articles plurals end as it does. */
static bool attributes__is_weak_plural(const struct token *participle)
{
    for (size_t i = 0; i < participle->analysis_count; i++)
        if (attributes__is_participle(&participle->analyses[i]) && participle->analyses[i].morphology.grammatical_case == CASE_DAT &&
            participle->analyses[i].morphology.number == NUMBER_PLUR)
            return true;
    return false;
}

static bool attributes__noun_allows(const struct token *noun, const struct morphology *determiner, const struct morphology *participle)
{
    bool any = false;
    for (size_t i = 0; i < noun->analysis_count; i++) {
        const struct morphology *const m = &noun->analyses[i].morphology;
        if (!m->grammatical_case || (noun->analyses[i].word_class != WORD_NOUN && noun->analyses[i].word_class != WORD_NAME))
            continue;
        any = true;
        if (lexicon_fits(m->grammatical_case, determiner->grammatical_case) && lexicon_fits(m->number, determiner->number) &&
            lexicon_fits(m->number, participle->number) &&
            (m->number == NUMBER_PLUR || (lexicon_fits(m->gender, determiner->gender) && lexicon_fits(m->gender, participle->gender))))
            return true;
    }
    return !any;
}

static bool attributes__agree(const struct token *determiner, const struct token *participle, const struct token *noun)
{
    const bool weak_plural = attributes__is_weak_plural(participle);
    for (size_t i = 0; i < determiner->analysis_count; i++)
        for (size_t j = 0; j < participle->analysis_count; j++) {
            const struct analysis *const d = &determiner->analyses[i], *const p = &participle->analyses[j];
            const struct morphology *const m = &d->morphology, *const n = &p->morphology;
            if ((d->word_class != WORD_ARTICLE && d->word_class != WORD_PRONOUN) || !attributes__is_participle(p) || !m->grammatical_case || m->grammatical_case != n->grammatical_case ||
                !lexicon_fits(m->number, n->number) || (n->number != NUMBER_PLUR && !lexicon_fits(m->gender, n->gender)) ||
                (n->number == NUMBER_PLUR && d->word_class == WORD_ARTICLE && !weak_plural))
                continue;
            if (attributes__noun_allows(noun, m, n))
                return true;
        }
    return false;
}

/* The noun behind the participle, with adjectives and numbers between; 0: there is none. */
static size_t attributes__noun(const struct token *tokens, size_t count, size_t participle)
{
    size_t at = participle + 1;
    while (at < count && at <= participle + ATTRIBUTES_BETWEEN && (tokens[at].upos == UPOS_ADJ || tokens[at].upos == UPOS_NUM))
        at++;
    return at < count && (tokens[at].upos == UPOS_NOUN || tokens[at].upos == UPOS_PROPN) ? at : 0;
}

static bool attributes__is_adverb(const struct token *token)
{
    return token->upos == UPOS_ADV || token->upos == UPOS_PART || token->upos == UPOS_ADJ;
}

/* "eine nicht näher bezeichnete Anzahl" */
static bool attributes__behind_adverbs(const struct token *tokens, size_t participle, struct attributes__phrase *phrase)
{
    size_t first = participle;
    while (first > 0 && attributes__is_adverb(&tokens[first - 1]))
        first--;
    *phrase = (struct attributes__phrase){first ? first - 1 : 0, first, participle + 1, true};
    return first > 0 && first < participle && tokens[first - 1].upos == UPOS_DET;
}

enum attributes__ending { ENDING_UNKNOWN, ENDING_NONE, ENDING_OF_CASE };

/* "mühsam" has no ending and is an adverb here, "neue" has one. */
static enum attributes__ending attributes__ending(const struct token *adjective)
{
    enum attributes__ending found = ENDING_UNKNOWN;
    for (size_t i = 0; i < adjective->analysis_count; i++) {
        const struct analysis *const reading = &adjective->analyses[i];
        if (reading->word_class != WORD_ADJECTIVE && !attributes__is_participle(reading))
            continue;
        if (reading->morphology.grammatical_case)
            return ENDING_OF_CASE;
        found = ENDING_NONE;
    }
    return found;
}

/* Behind the determiner and what else belongs to the noun ("die beiden von …"): where a phrase begins that no determiner's noun can be in, 0:
 * none does. */
static size_t attributes__first(const struct token *tokens, size_t determiner, size_t participle)
{
    size_t at = determiner + 1;
    while (at < participle && (tokens[at].upos == UPOS_NUM || (tokens[at].upos == UPOS_ADJ && attributes__ending(&tokens[at]) == ENDING_OF_CASE) ||
                               (tokens[at].upos == UPOS_DET && !lexicon_may_be(&tokens[at], WORD_ARTICLE))))
        at++;
    const struct token *const token = &tokens[at];
    const bool opens = token->upos == UPOS_ADP || token->upos == UPOS_ADV || token->upos == UPOS_PART || token->upos == UPOS_DET ||
                       (token->upos == UPOS_ADJ && attributes__ending(token) == ENDING_NONE) || lexicon_has_flag(token, ANALYSIS_REFLEXIVE);
    return at < participle && opens ? at : 0;
}

/* Is it the head of a phrase, so that the word behind it may be a participle? "als sicher" is one, "mit 20" is none. */
static bool attributes__is_nominal(const struct token *tokens, size_t at)
{
    switch (tokens[at].upos) {
    case UPOS_NOUN:
    case UPOS_PROPN:
    case UPOS_PRON:
        return true;
    case UPOS_NUM:
        return at > 0 && tokens[at - 1].upos == UPOS_ADP && !lexicon_may_be(&tokens[at], WORD_ARTICLE);
    case UPOS_ADP:
        return lexicon_may_be(&tokens[at], WORD_CONJUNCTION);
    default:
        return false;
    }
}

/* "die neu ausgestellten Pässe in digitaler Form gespeicherte Fotos": the article is that of an earlier noun. */
static bool attributes__is_of_earlier(const struct token *tokens, size_t count, size_t determiner, size_t participle)
{
    for (size_t at = determiner + 1; at < participle; at++) {
        const size_t noun = tokens[at].upos == UPOS_ADJ || tokens[at].upos == UPOS_VERB ? attributes__noun(tokens, count, at) : 0;
        if (noun && noun < participle && attributes__agree(&tokens[determiner], &tokens[at], &tokens[noun]))
            return true;
    }
    return false;
}

/* "die von Peru am Montag begrüßte Einigung" */
static bool attributes__behind_phrases(const struct token *tokens, size_t count, size_t participle, struct attributes__phrase *phrase)
{
    const size_t noun = attributes__noun(tokens, count, participle);
    bool nominal = false;
    if (!noun || participle < 2 || tokens[participle - 1].upos == UPOS_ADP || tokens[participle - 1].upos == UPOS_DET)
        return false;
    for (size_t at = participle, steps = 0; at-- > 0 && steps < ATTRIBUTES_FARTHEST; steps++) {
        const enum upos upos = tokens[at].upos;
        const bool determiner = attributes__may_be_determiner(&tokens[at]);
        const size_t first = nominal && determiner ? attributes__first(tokens, at, participle) : 0;
        if (upos == UPOS_PUNCT || upos == UPOS_VERB || upos == UPOS_AUX || upos == UPOS_SCONJ || (determiner && !nominal) ||
            (upos == UPOS_CCONJ && at > 0 && tokens[at - 1].upos == UPOS_ADJ))
            return false;
        if (first && attributes__agree(&tokens[at], &tokens[participle], &tokens[noun])) {
            *phrase = (struct attributes__phrase){at, first, noun, false};
            return !attributes__is_of_earlier(tokens, count, at, participle);
        }
        nominal = nominal || attributes__is_nominal(tokens, at);
    }
    return false;
}

static bool attributes__find(const struct token *tokens, size_t count, size_t participle, struct attributes__phrase *phrase)
{
    bool inflected = false;
    if (tokens[participle].upos != UPOS_VERB && tokens[participle].upos != UPOS_ADJ)
        return false;
    for (size_t i = 0; i < tokens[participle].analysis_count && !inflected; i++)
        inflected = attributes__is_participle(&tokens[participle].analyses[i]) && tokens[participle].analyses[i].morphology.grammatical_case;
    return inflected && (attributes__behind_phrases(tokens, count, participle, phrase) ||
                         (participle + 1 < count && tokens[participle + 1].upos == UPOS_NOUN && attributes__behind_adverbs(tokens, participle, phrase)));
}

bool attributes_is_determiner(const struct token *tokens, size_t count, size_t at)
{
    struct attributes__phrase phrase;
    for (size_t participle = at + 1; participle < count && participle <= at + ATTRIBUTES_FARTHEST; participle++)
        if (attributes__find(tokens, count, participle, &phrase) && phrase.determiner == at)
            return true;
    return false;
}

void attributes_tag(struct token *tokens, size_t count, float *tags, size_t stride)
{
    struct attributes__phrase phrase;
    for (size_t at = 1; at < count; at++)
        if (attributes__find(tokens, count, at, &phrase)) {
            tokens[at].upos = UPOS_ADJ;
            tokens[phrase.determiner].upos = UPOS_DET;
            tags[at * stride + UPOS_ADJ] += NETWORK_FORBIDDEN;
            tags[phrase.determiner * stride + UPOS_DET] += NETWORK_FORBIDDEN;
        }
}

void attributes_forbid(const struct token *tokens, size_t count, float *score, size_t stride)
{
    struct attributes__phrase phrase;
    for (size_t at = 1; at < count; at++) {
        if (!attributes__find(tokens, count, at, &phrase))
            continue;
        for (size_t h = 0; h <= count; h++) {
            const bool head_inside = h > phrase.first && h <= at + 1;
            if (h != phrase.noun + 1) {
                score[at * stride + h] -= NETWORK_FORBIDDEN;
                score[phrase.determiner * stride + h] -= NETWORK_FORBIDDEN;
            }
            for (size_t d = 0; d < count && !phrase.of_adverbs; d++)
                if (d != at && (d >= phrase.first && d < at) != head_inside && (d <= phrase.determiner || d >= phrase.first))
                    score[d * stride + h] -= NETWORK_FORBIDDEN;
        }
    }
}

void attributes_relate(struct token *tokens, size_t count, const uint32_t *head)
{
    struct attributes__phrase phrase;
    for (size_t at = 1; at < count; at++) {
        if (!attributes__find(tokens, count, at, &phrase))
            continue;
        struct token *const determiner = &tokens[phrase.determiner];
        tokens[at].relation = head[at] == phrase.noun + 1 ? RELATION_AMOD : tokens[at].relation;
        if (head[phrase.determiner] == phrase.noun + 1 && determiner->relation != RELATION_DET_POSS)
            determiner->relation = RELATION_DET;
        for (size_t d = phrase.first; d < at; d++)
            if (head[d] == at + 1 && tokens[d].relation == RELATION_NMOD)
                tokens[d].relation = RELATION_OBL;
    }
}
