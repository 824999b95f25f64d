/* parse/pronouns.c: pronouns that look like articles ("die Firma, gegen die Chile Sanktionen verhängt hat", "hatte dieser das Abkommen
 * gekündigt"). An article has its noun's case, number and gender (Duden, Grammatik: Kongruenz), countries of neuter gender have none, and no
 * noun has two. What looks like an article, does not go with the noun behind it, and opens a relative clause, alone or behind a
 * preposition, or stands before another article is a pronoun, and the preposition before it is its own. */
#include "parse/pronouns.h"

#include "lexicon/lexicon.h"
#include "parse/attributes.h"
#include "parse/network.h"

#include <string.h>

struct pronouns__place {
    size_t noun, end;                    /* the noun that it is not the article of, where the clause ends */
    bool relative, country;              /* opens a relative clause, stands right before a country */
};

static bool pronouns__is_article(const struct token *token)
{
    return (token->upos == UPOS_DET || token->upos == UPOS_PRON) && lexicon_may_be(token, WORD_ARTICLE);
}

/* "dessen Bau" is no article either, but belongs to the noun. */
static bool pronouns__may_be_pronoun(const struct token *token)
{
    const bool capital = token->form[0] >= 'A' && token->form[0] <= 'Z';         /* "Den Haag" */
    bool only_genitive = true;
    for (size_t i = 0; i < token->analysis_count; i++)
        only_genitive = only_genitive && token->analyses[i].morphology.grammatical_case == CASE_GEN;
    return !capital && !only_genitive && (token->upos == UPOS_DET || token->upos == UPOS_PRON) &&
           lexicon_has_flag(token, ANALYSIS_RELATIVE | ANALYSIS_DEMONSTRATIVE);
}

/* Is it a reading that the lexicon vouches for, of the word or of its head? */
static bool pronouns__reads_as_noun(const struct token *token, size_t index)
{
    const struct analysis *const reading = &token->analyses[index];
    return (reading->word_class == WORD_NOUN || reading->word_class == WORD_NAME) && reading->morphology.gender &&
           (!(reading->flags & ANALYSIS_GUESSED) || token->compound_head);
}

/* Has the article a reading that goes with this one of the noun? */
static bool pronouns__goes_with(const struct token *article, const struct morphology *noun)
{
    for (size_t i = 0; i < article->analysis_count; i++) {
        const struct morphology *const m = &article->analyses[i].morphology;
        if (m->grammatical_case && lexicon_fits(m->grammatical_case, noun->grammatical_case) && lexicon_fits(m->number, noun->number) &&
            (m->number == NUMBER_PLUR || noun->number == NUMBER_PLUR || lexicon_fits(m->gender, noun->gender)))
            return true;
    }
    return false;
}

/* Can the word not be the noun's article, or not together with the next one? What the lexicon does not know may have any. */
static bool pronouns__disagree(const struct token *word, const struct token *next, const struct token *noun)
{
    bool known = false;
    for (size_t i = 0; i < noun->analysis_count; i++) {
        const struct morphology *const m = &noun->analyses[i].morphology;
        if (!pronouns__reads_as_noun(noun, i) || (next && !pronouns__goes_with(next, m)))
            continue;
        known = true;
        if (pronouns__goes_with(word, m))
            return false;
    }
    return known && (noun->upos == UPOS_NOUN || lexicon_has_flag(noun, ANALYSIS_COUNTRY | ANALYSIS_TOWN));
}

/* "Chile", "Israel" */
static bool pronouns__is_bare_country(const struct token *token)
{
    bool neuter = false;
    for (size_t i = 0; i < token->analysis_count; i++) {
        if (!(token->analyses[i].flags & ANALYSIS_COUNTRY))
            continue;
        neuter = token->analyses[i].morphology.gender == GENDER_NEUT;
        if (!neuter)
            return false;
    }
    return neuter && token->upos == UPOS_PROPN;
}

static bool pronouns__is_verb(const struct token *token)
{
    return token->upos == UPOS_VERB || token->upos == UPOS_AUX;
}

static size_t pronouns__begin(const struct token *tokens, size_t at)
{
    while (at > 0 && tokens[at - 1].upos != UPOS_PUNCT)
        at--;
    return at;
}

static size_t pronouns__end(const struct token *tokens, size_t count, size_t at)
{
    while (at < count && tokens[at].upos != UPOS_PUNCT)
        at++;
    return at;
}

/* "nannte das ein Verbrechen": no article stands before an indefinite one without ending ("das eine Verbrechen"). */
static bool pronouns__has_no_ending(const struct token *article)
{
    bool indefinite = false;
    for (size_t i = 0; i < article->analysis_count; i++)
        indefinite = indefinite || article->analyses[i].morphology.definite == DEFINITE_IND;
    return indefinite && article->analysis_count && article->analyses[0].lemma && strcmp(article->form, article->analyses[0].lemma) == 0;
}

static bool pronouns__find(const struct token *tokens, size_t count, size_t at, struct pronouns__place *place)
{
    if (at + 2 >= count || !pronouns__may_be_pronoun(&tokens[at]))
        return false;
    const bool article = pronouns__is_article(&tokens[at + 1]);
    const bool phrase = at > 1 && tokens[at - 1].upos == UPOS_ADP && tokens[at - 2].upos == UPOS_PUNCT;
    size_t noun = at + 1;
    while (noun < count && ((article && noun == at + 1) || tokens[noun].upos == UPOS_ADJ || tokens[noun].upos == UPOS_NUM))
        noun++;
    if (noun >= count || (tokens[noun].upos != UPOS_NOUN && tokens[noun].upos != UPOS_PROPN))
        return false;
    *place = (struct pronouns__place){noun, pronouns__end(tokens, count, noun + 1), phrase || (at > 0 && tokens[at - 1].upos == UPOS_PUNCT),
                                      noun == at + 1 && pronouns__is_bare_country(&tokens[noun])};
    const bool disagree = (article && pronouns__has_no_ending(&tokens[at + 1])) || pronouns__disagree(&tokens[at], article ? &tokens[at + 1] : NULL, &tokens[noun]);
    const bool attribute = noun + 1 < count && tokens[noun + 1].upos == UPOS_ADJ, fixed = at > 0 && tokens[at - 1].upos == UPOS_ADP;      /* "vor allem" */
    const bool found = place->relative ? (disagree || place->country) && pronouns__is_verb(&tokens[place->end - 1]) : article && disagree && !attribute && !fixed;
    return found && !attributes_is_determiner(tokens, count, at);
}

void pronouns_tag(struct token *tokens, size_t count, float *tags, size_t stride)
{
    struct pronouns__place place;
    for (size_t at = 0; at < count; at++)
        if (pronouns__find(tokens, count, at, &place)) {
            tokens[at].upos = UPOS_PRON;
            tags[at * stride + UPOS_PRON] += NETWORK_FORBIDDEN;
        }
}

/* In the relative clause behind the noun, else anywhere in the clause. */
static bool pronouns__has_verb(const struct token *tokens, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (tokens[i].upos == UPOS_VERB)
            return true;
    return false;
}

/* Only the verb of a relative clause governs the word; without one ("die Teil des Plans sind") any word of the clause may, but a noun
 * does not where the word would be its article. */
static void pronouns__forbid_heads(const struct token *tokens, size_t count, size_t d, const struct pronouns__place *place, float *line)
{
    const bool verb = pronouns__has_verb(tokens, place->relative ? place->noun + 1 : pronouns__begin(tokens, d), place->end);
    for (size_t h = 0; h <= count; h++) {
        const bool inside = h > d + 1 && h <= place->end, own = place->country && h == place->noun + 1;
        if (place->relative ? !inside || own || (verb && tokens[h - 1].upos != UPOS_VERB) : verb && inside && h <= place->noun + 1)
            line[h] -= NETWORK_FORBIDDEN;
    }
}

void pronouns_forbid(const struct token *tokens, size_t count, float *score, size_t stride)
{
    struct pronouns__place place;
    for (size_t at = 0; at < count; at++) {
        if (!pronouns__find(tokens, count, at, &place))
            continue;
        pronouns__forbid_heads(tokens, count, at, &place, score + at * stride);
        if (place.country)
            pronouns__forbid_heads(tokens, count, place.noun, &place, score + place.noun * stride);
        for (size_t h = 0; h <= count && at > 0 && tokens[at - 1].upos == UPOS_ADP; h++)
            score[(at - 1) * stride + h] -= h != at + 1 ? NETWORK_FORBIDDEN : 0;
    }
}

static bool pronouns__may_be_subject(const struct token *tokens, size_t at)
{
    bool nominative = false;
    for (size_t i = 0; i < tokens[at].analysis_count && !nominative; i++)
        nominative = tokens[at].analyses[i].morphology.grammatical_case == CASE_NOM;
    return nominative && tokens[at - 1].upos != UPOS_ADP;
}

/* "dem Israel Spionage vorwirft": beside a pronoun that is not the subject the name right behind it is. */
static void pronouns__place_name(struct token *tokens, size_t count, const uint32_t *head, size_t at, size_t name)
{
    const uint32_t verb = head[at];
    if (name != at + 1 || tokens[name].upos != UPOS_PROPN || !verb || head[name] != verb || pronouns__may_be_subject(tokens, at))
        return;
    for (size_t i = name + 1; i < count; i++)
        if (head[i] == verb && tokens[i].relation == RELATION_NSUBJ)
            tokens[i].relation = RELATION_OBJ;
    tokens[name].relation = RELATION_NSUBJ;
}

void pronouns_relate(struct token *tokens, size_t count, const uint32_t *head)
{
    struct pronouns__place place;
    for (size_t at = 0; at < count; at++) {
        if (tokens[at].upos != UPOS_PRON || !pronouns__find(tokens, count, at, &place))
            continue;
        if (tokens[at].relation == RELATION_DET)
            tokens[at].relation = at > 0 && tokens[at - 1].upos == UPOS_ADP ? RELATION_OBL : RELATION_NSUBJ;
        if (place.relative)
            pronouns__place_name(tokens, count, head, at, place.noun);
    }
}
