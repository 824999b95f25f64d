/* parse/second.c: the German main clause has its finite verb in second place (Duden, Grammatik: Verbzweitsatz), and only one phrase
 * stands before it. What that says before there is a tree:
 *   - a word behind a pronoun that can be nothing but nominative, in a stretch between punctuation without any verb, is the verb if the
 *     lexicon allows it ("man verdächtige Nordkorea");
 *   - a participle behind the finite auxiliary of a clause that another participle ends is an adverb ("haben wiederholt vor Kämpfen gewarnt");
 *   - a sentence with a full stop but without any verb has a word that may be one behind its first noun: what looks like an adjective in
 *     "Polen besetzte Litauen" is its verb, and no arc goes past it;
 *   - what looks like an adjective without an article behind "und" is the verb of a second clause, where it could only be a dative and none
 *     stands before ("stürmten das Haus und entführten Frauen");
 *   - an adjective that stands for people right before the verb that it opens the sentence for is a noun ("Bewaffnete drangen ein");
 *   - what stands between a colon and the finite verb belongs to that verb, not to what is before the colon; auxiliaries and nouns before
 *     the colon belong to what is there;
 *   - what stands behind "und" and a verb that can only be finite belongs to what is there, not to the clause before ("kamen für Kosten auf
 *     und stellten Fahrzeuge bereit"). */
#include "parse/second.h"

#include "lexicon/lexicon.h"
#include "parse/network.h"

#include <string.h>

enum { SECOND_RATHER = 20 };
enum { SECOND_FIELD = 6 };               /* words that the field before the verb has at most, as far as is looked */

static bool second__is_nominative_pronoun(const struct token *token)
{
    bool pronoun = false;
    for (size_t i = 0; i < token->analysis_count; i++) {
        if (token->analyses[i].word_class != WORD_PRONOUN || token->analyses[i].morphology.grammatical_case != CASE_NOM)
            return false;
        pronoun = true;
    }
    return pronoun && token->upos == UPOS_PRON;
}

static bool second__is_verb(const struct token *token)
{
    return token->upos == UPOS_VERB || token->upos == UPOS_AUX;
}

/* How many words the stretch between punctuation that begins here has, if a nominative pronoun opens it and the next word is, or may be, its
 * only verb; else 0. */
static size_t second__stretch(const struct token *tokens, size_t count, size_t begin)
{
    const bool opens = begin == 0 || tokens[begin - 1].upos == UPOS_PUNCT;
    if (!opens || begin + 1 >= count || !second__is_nominative_pronoun(&tokens[begin]) || !lexicon_may_be_verb(&tokens[begin + 1], VERB_FORM_FIN) ||
        (tokens[begin + 1].upos != UPOS_ADJ && tokens[begin + 1].upos != UPOS_VERB))
        return 0;
    size_t at = begin + 2;
    for (; at < count && tokens[at].upos != UPOS_PUNCT; at++)
        if (second__is_verb(&tokens[at]))
            return 0;
    return at - begin;
}

/* Can the word, which looks like an adjective, be the sentence's verb? Behind a noun or pronoun it can, and behind an adverb where
 * something begins right behind it that no adjective stands before ("Dann wankte der Turm."). */
static bool second__may_be_missing_verb(const struct token *tokens, size_t at)
{
    if (tokens[at].upos != UPOS_ADJ || !lexicon_may_be_verb(&tokens[at], VERB_FORM_FIN))
        return false;
    const enum upos before = tokens[at - 1].upos, behind = tokens[at + 1].upos;
    return before == UPOS_NOUN || before == UPOS_PROPN || before == UPOS_PRON ||
           (before == UPOS_ADV && (behind == UPOS_DET || behind == UPOS_PRON));
}

/* The place of the verb that a sentence lacks; 0: it has one, or none is in sight. */
static size_t second__missing_verb(const struct token *tokens, size_t count)
{
    size_t found = 0;
    if (count < 3 || strcmp(tokens[count - 1].form, ".") != 0)
        return 0;
    for (size_t i = 0; i < count; i++) {
        if (second__is_verb(&tokens[i]))
            return 0;
        if (i && i + 1 < count && !found && second__may_be_missing_verb(tokens, i))
            found = i;
    }
    return found;
}

/* Can the word be of this case? */
static bool second__may_be_case(const struct token *token, enum grammatical_case grammatical_case)
{
    bool may_be = false;
    for (size_t i = 0; i < token->analysis_count; i++)
        may_be = may_be || token->analyses[i].morphology.grammatical_case == grammatical_case;
    return may_be;
}

/* "entführten" before "Frauen": an adjective that no article stands before has strong endings, which would make it a dative here. */
static bool second__could_only_be_dative(const struct token *token)
{
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct morphology *const reading = &token->analyses[i].morphology;
        if (token->analyses[i].word_class != WORD_VERB && reading->grammatical_case != CASE_DAT && reading->grammatical_case &&
            !reading->definite && reading->number == NUMBER_PLUR)
            return false;
    }
    return true;
}

/* Is what stands before the conjunction a noun that is no dative, nor of a row of adjectives? */
static bool second__ends_clause(const struct token *tokens, size_t conjunction)
{
    const enum upos last = tokens[conjunction - 1].upos;
    if ((last != UPOS_NOUN && last != UPOS_PROPN && last != UPOS_ADP && last != UPOS_ADV) ||
        (last == UPOS_NOUN && !second__may_be_case(&tokens[conjunction - 1], CASE_NOM) && !second__may_be_case(&tokens[conjunction - 1], CASE_ACC)))
        return false;
    for (size_t at = conjunction; at-- > 0 && tokens[at].upos != UPOS_PUNCT;) {
        if (second__is_verb(&tokens[at]))
            return lexicon_may_be_verb(&tokens[at], VERB_FORM_FIN);
        if (tokens[at].upos == UPOS_ADP && at + 1 < conjunction && tokens[at + 1].upos != UPOS_PROPN &&
            (tokens[at + 1].upos != UPOS_DET || second__may_be_case(&tokens[at + 1], CASE_DAT)))
            return false;
    }
    return false;
}

/* Is the word, an adjective by its form, the verb of a clause that "und" opens? */
static bool second__is_conjoined_verb(const struct token *tokens, size_t count, size_t at)
{
    if (at < 3 || at + 1 >= count || (tokens[at].upos != UPOS_ADJ && tokens[at].upos != UPOS_VERB) || !lexicon_may_be(&tokens[at], WORD_PARTICIPLE_PERFECT) || tokens[at - 1].upos != UPOS_CCONJ || tokens[at + 1].upos != UPOS_NOUN ||
        !lexicon_may_be_verb(&tokens[at], VERB_FORM_FIN) || !second__could_only_be_dative(&tokens[at]) || !second__ends_clause(tokens, at - 1))
        return false;
    for (size_t next = at + 1; next < count && tokens[next].upos != UPOS_PUNCT; next++)
        if (second__is_verb(&tokens[next]))
            return false;
    return true;
}

/* Without an ending of declension. */
static bool second__is_bare_participle(const struct token *token)
{
    bool bare = false;
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_PARTICIPLE_PERFECT)
            bare = bare || !token->analyses[i].morphology.grammatical_case;
    return bare;
}

/* The participle in which the clause that goes on at `at` ends, with words between; 0: it does not end so. */
static size_t second__last_participle(const struct token *tokens, size_t count, size_t at)
{
    size_t end = at + 1;
    for (; end < count && tokens[end].upos != UPOS_PUNCT; end++)
        if (tokens[end].upos == UPOS_CCONJ || tokens[end].upos == UPOS_SCONJ || tokens[end].upos == UPOS_AUX ||
            (second__is_verb(&tokens[end]) && !lexicon_may_be(&tokens[end], WORD_PARTICIPLE_PERFECT)))
            return 0;
    return end > at + 2 && tokens[end - 1].upos == UPOS_VERB && lexicon_may_be(&tokens[end - 1], WORD_PARTICIPLE_PERFECT) ? end - 1 : 0;
}

/* "haben Berlin wiederholt vor Kämpfen gewarnt": of two participles in one clause behind its finite auxiliary the first is an adverb of the
 * last, whose place is returned; 0: it is none. */
static size_t second__adverb_of(const struct token *tokens, size_t count, size_t at)
{
    const bool told = tokens[at].upos == UPOS_VERB || tokens[at].upos == UPOS_ADJ;
    const size_t verb = told && second__is_bare_participle(&tokens[at]) ? second__last_participle(tokens, count, at) : 0;
    for (size_t before = at; verb && before-- > 0 && tokens[before].upos != UPOS_PUNCT && tokens[before].upos != UPOS_VERB;)
        if (tokens[before].upos == UPOS_AUX)
            return lexicon_may_be_verb(&tokens[before], VERB_FORM_FIN) ? verb : 0;
    return 0;
}

/* A noun that an adjective is made into, of men and of women ("Bewaffnete"), but not "Gut". */
static bool second__may_be_people(const struct token *token)
{
    unsigned genders = 0;
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_NOUN)
            genders |= 1u << token->analyses[i].morphology.gender;
    return genders >> GENDER_MASC & genders >> GENDER_FEM & 1;
}

size_t second_complete_tags(struct token *tokens, size_t count, float *tags, size_t stride)
{
    for (size_t begin = 0; begin < count; begin++)
        if (second__stretch(tokens, count, begin)) {
            tokens[begin + 1].upos = UPOS_VERB;
            tags[(begin + 1) * stride + UPOS_VERB] += NETWORK_FORBIDDEN;
        }
    if (count > 2 && tokens[0].upos == UPOS_ADJ && second__is_verb(&tokens[1]) && lexicon_may_be_verb(&tokens[1], VERB_FORM_FIN) &&
        second__may_be_people(&tokens[0])) {
        tokens[0].upos = UPOS_NOUN;
        tags[UPOS_NOUN] += NETWORK_FORBIDDEN;
    }
    for (size_t at = 1; at < count; at++)
        if (tokens[at].upos == UPOS_ADJ && second__is_conjoined_verb(tokens, count, at)) {
            tokens[at].upos = UPOS_VERB;
            tags[at * stride + UPOS_VERB] += NETWORK_FORBIDDEN;
        }
    for (size_t at = 1; at < count; at++)
        if (tokens[at].upos == UPOS_VERB && second__adverb_of(tokens, count, at)) {
            tokens[at].upos = UPOS_ADJ;
            tags[at * stride + UPOS_ADJ] += NETWORK_FORBIDDEN;
        }
    const size_t verb = second__missing_verb(tokens, count);
    if (verb) {
        tokens[verb].upos = UPOS_VERB;
        tags[verb * stride + UPOS_VERB] += NETWORK_FORBIDDEN;
    }
    return verb;
}

/* How many words stand between a colon at `colon` and the finite verb of the clause behind it; 0: none, or no such clause. */
static size_t second__field(const struct token *tokens, size_t count, size_t colon)
{
    for (size_t i = 1; i <= SECOND_FIELD + 1 && colon + i < count; i++) {
        const struct token *const token = &tokens[colon + i];
        if (second__is_verb(token))
            return lexicon_may_be_verb(token, VERB_FORM_FIN) ? i - 1 : 0;
        if (token->upos == UPOS_PUNCT || token->upos == UPOS_SCONJ)
            return 0;
    }
    return 0;
}

static bool second__has_verb(const struct token *tokens, size_t count)
{
    bool found = false;
    for (size_t i = 0; i < count && !found; i++)
        found = second__is_verb(&tokens[i]);
    return found;
}

/* Auxiliaries and nominals before a colon have their heads there ("Deutlicher wurde Oslo: Das Ministerium setzte …"). */
static bool second__stays_before(const struct token *token)
{
    return token->upos == UPOS_AUX || token->upos == UPOS_NOUN || token->upos == UPOS_PROPN || token->upos == UPOS_PRON;
}

/* The verb of such a stretch governs its words, the pronoun is its own, and nothing in it hangs on a word elsewhere. It hangs on a
 * verb rather than on a noun, and on what is behind it only where that begins with a verb ("…, man verdächtige ihn, sagte er"). */
static void second__forbid_stretch(const struct token *tokens, size_t count, float *score, size_t stride)
{
    for (size_t begin = 0; begin < count; begin++) {
        const size_t verb = begin + 1, end = begin + second__stretch(tokens, count, begin);
        for (size_t h = 0; end > begin && h <= count; h++) {
            const bool inside = h > begin && h <= end;
            for (size_t d = begin; d < end; d++)
                score[d * stride + h] -= inside == (d == verb) || (d == begin && h != verb + 1) ? NETWORK_FORBIDDEN : 0;
            if (h > end && !(end + 1 < count && second__is_verb(&tokens[end + 1])))
                score[verb * stride + h] -= NETWORK_FORBIDDEN;
            else if (h && !inside && !second__is_verb(&tokens[h - 1]))
                score[verb * stride + h] -= SECOND_RATHER;
        }
    }
}

/* The verb is the root, and no arc goes past it. */
static void second__forbid_past(size_t verb, size_t count, float *score, size_t stride)
{
    for (size_t d = 0; d < count; d++)
        for (size_t h = 0; h <= count; h++)
            if (d == verb ? h > 0 : h == 0 || (h != verb + 1 && (d < verb) != (h < verb + 1)))
                score[d * stride + h] -= NETWORK_FORBIDDEN;
}

/* Such an adverb hangs on the last participle, and nothing hangs on it. */
static void second__forbid_adverbs(const struct token *tokens, size_t count, float *score, size_t stride)
{
    for (size_t at = 1; at < count; at++) {
        const size_t verb = second__adverb_of(tokens, count, at);
        if (!verb)
            continue;
        for (size_t h = 0; h <= count; h++)
            score[at * stride + h] -= h == verb + 1 ? 0 : NETWORK_FORBIDDEN;
        for (size_t d = 0; d < count; d++)
            score[d * stride + at + 1] -= NETWORK_FORBIDDEN;
    }
}

/* Is the word a finite verb, by its tag and its readings? One with the form of an infinitive or a bare participle may be none. */
static bool second__is_finite(const struct token *token)
{
    bool finite = false;
    for (size_t i = 0; token->upos == UPOS_VERB && i < token->analysis_count; i++) {
        const struct analysis *analysis = &token->analyses[i];
        if (analysis->word_class != WORD_VERB)
            continue;
        if (analysis->morphology.verb_form != VERB_FORM_FIN)
            return false;
        finite = true;
    }
    return finite;
}

/* What stands behind a finite verb that a conjunction opens, up to the next mark, hangs on nothing before the conjunction, but for verbs; such
 * a verb that looks like an adjective hangs on a verb before it. */
static void second__forbid_conjuncts(const struct token *tokens, size_t count, float *score, size_t stride)
{
    for (size_t verb = 2; verb < count; verb++) {
        const bool conjoined = second__is_conjoined_verb(tokens, count, verb);
        if (!conjoined && (tokens[verb - 1].upos != UPOS_CCONJ || !second__is_finite(&tokens[verb])))
            continue;
        for (size_t d = verb + 1; d < count && tokens[d].upos != UPOS_PUNCT; d++)
            for (size_t h = 0; !second__is_verb(&tokens[d]) && tokens[d].upos != UPOS_CCONJ && h < verb; h++)
                score[d * stride + h + 1] -= NETWORK_FORBIDDEN;
        for (size_t h = 0; conjoined && h < count; h++)
            if (h > verb || !second__is_verb(&tokens[h]))
                score[verb * stride + h + 1] -= NETWORK_FORBIDDEN;
    }
}

void second_forbid(const struct token *tokens, size_t count, size_t verb, float *score, size_t stride)
{
    second__forbid_adverbs(tokens, count, score, stride);
    second__forbid_conjuncts(tokens, count, score, stride);
    if (verb)
        second__forbid_past(verb, count, score, stride);
    second__forbid_stretch(tokens, count, score, stride);
    for (size_t colon = 1; colon < count; colon++) {
        const size_t field = strcmp(tokens[colon].form, ":") == 0 ? second__field(tokens, count, colon) : 0;
        for (size_t d = colon + 1; d <= colon + field; d++)
            for (size_t h = 0; h < colon; h++)
                score[d * stride + h + 1] -= NETWORK_FORBIDDEN;
        for (size_t d = 0; field && second__has_verb(tokens, colon) && d < colon; d++)
            for (size_t h = colon + 1; second__stays_before(&tokens[d]) && h < count; h++)
                score[d * stride + h + 1] -= NETWORK_FORBIDDEN;
    }
}
