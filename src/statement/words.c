/* statement/words.c: what each token can be, from the lexicon's readings, narrowed by the part of speech that the tagger chose. */
#include "statement/words.h"

#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

static bool word__is_upper(const char *form)
{
    size_t length;
    return form[0] && utf8_is_upper(utf8_decode(form, strlen(form), &length));
}

/* Readings of the third person as finite verb. */
struct finite_readings {
    bool any, indicative, indicative_past, konjunktiv, konjunktiv_2, konjunktiv_2_plural, participle, infinitive, other;
};

static void word__count_reading(const struct analysis *reading, struct finite_readings *found)
{
    const struct morphology *const m = &reading->morphology;
    if (reading->word_class == WORD_PARTICIPLE_PERFECT)
        found->participle = true;
    if (reading->word_class != WORD_VERB)
        return;
    if (m->verb_form == VERB_FORM_PART_PERF)
        found->participle = true;
    if (m->verb_form == VERB_FORM_INF || m->verb_form == VERB_FORM_ZU_INF)
        found->infinitive = true;
    if (m->verb_form != VERB_FORM_FIN || m->mood == MOOD_IMP)
        return;
    found->any = true;
    if (m->person != 3 && m->person != 0)
        return;
    if (m->mood == MOOD_IND && m->tense == TENSE_PAST)
        found->indicative_past = true;
    if (m->mood == MOOD_IND)
        found->indicative = true;
    if (m->mood == MOOD_SUB && m->tense == TENSE_PRES)
        found->konjunktiv = true;
    if (m->mood == MOOD_SUB && m->tense == TENSE_PAST)
        found->konjunktiv_2 = true;
    if (m->mood == MOOD_SUB && m->tense == TENSE_PAST && m->number == NUMBER_PLUR)
        found->konjunktiv_2_plural = true;
}

static uint32_t word__class_bits(const struct analysis *reading)
{
    switch (reading->word_class) {
    case WORD_NOUN:
    case WORD_NAME:
        return WORD_IS_NOMINAL;
    case WORD_ADJECTIVE:
    case WORD_PARTICIPLE_PRESENT:
        return WORD_IS_ADJECTIVE;
    case WORD_PREPOSITION:
        return WORD_IS_PREPOSITION;
    case WORD_ADVERB:
        return WORD_IS_ADVERB;
    case WORD_PARTICLE:
        return WORD_IS_PARTICLE;
    case WORD_ARTICLE:
        return WORD_IS_DETERMINER;
    case WORD_PRONOUN:
        return (reading->flags & ANALYSIS_RELATIVE ? WORD_IS_RELATIVE : 0u) |
               (reading->flags & (ANALYSIS_POSSESSIVE | ANALYSIS_DEMONSTRATIVE | ANALYSIS_INDEFINITE) ? WORD_IS_DETERMINER : 0u);
    default:
        return 0;
    }
}

static uint32_t word__verb_bits(const struct token *token, const struct finite_readings *found, uint32_t classes)
{
    uint32_t bits = 0;
    const bool tagged_verb = token->upos == UPOS_VERB || token->upos == UPOS_AUX;
    const bool other = (classes & (WORD_IS_PREPOSITION | WORD_IS_DETERMINER | WORD_IS_ADVERB | WORD_IS_RELATIVE)) != 0;
    const bool possible = token->upos == UPOS_NONE ? !other : tagged_verb;
    if (found->any && possible)
        bits |= WORD_IS_FINITE;
    if (found->participle)
        bits |= WORD_IS_PARTICIPLE;
    if (found->infinitive && (token->upos == UPOS_NONE || tagged_verb))
        bits |= WORD_IS_INFINITIVE;
    if ((bits & WORD_IS_FINITE) && (found->participle || found->infinitive || (token->upos == UPOS_NONE && (classes & WORD_IS_ADJECTIVE))))
        bits |= WORD_IS_WEAK;
    if (!(bits & WORD_IS_FINITE))
        return bits;
    if (found->konjunktiv && !found->indicative)
        bits |= WORD_IS_KONJUNKTIV;
    if (found->konjunktiv_2 && !found->indicative)
        bits |= WORD_IS_KONJUNKTIV_2;
    if (found->indicative_past)
        bits |= WORD_IS_PAST;
    if (found->konjunktiv_2_plural && found->indicative_past)
        bits |= WORD_IS_EITHER_MOOD;
    return bits;
}

/* The kinds of marks, by the character alone. */
static uint32_t word__mark_bits(const char *form)
{
    static const char *const quotes[] = {"\"", "„", "“", "”", "»", "«", "‟", "''", "``"};
    static const char *const breaks[] = {"-", "–", "—", "(", ")", "[", "]", "…"};
    for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++)
        if (strcmp(form, quotes[i]) == 0)
            return WORD_IS_PUNCTUATION | WORD_IS_QUOTE;
    for (size_t i = 0; i < sizeof breaks / sizeof breaks[0]; i++)
        if (strcmp(form, breaks[i]) == 0)
            return WORD_IS_PUNCTUATION | WORD_IS_BREAK;
    if (strcmp(form, ",") == 0)
        return WORD_IS_PUNCTUATION | WORD_IS_BREAK | WORD_IS_COMMA;
    if (strcmp(form, ";") == 0)
        return WORD_IS_PUNCTUATION | WORD_IS_BREAK | WORD_IS_SEMICOLON;
    if (strcmp(form, ":") == 0)
        return WORD_IS_PUNCTUATION | WORD_IS_BREAK | WORD_IS_COLON;
    if (strcmp(form, ".") == 0 || strcmp(form, "!") == 0 || strcmp(form, "?") == 0)
        return WORD_IS_PUNCTUATION | WORD_IS_BREAK | WORD_IS_END;
    return 0;
}

/* After a quotation mark or a colon a capital says nothing, unless the tagger knows a noun or name. */
static bool word__opens_speech(const struct document *document, uint32_t index)
{
    const struct token *const token = &document->tokens[index];
    return index > 0 && (word__mark_bits(token[-1].form) & (WORD_IS_QUOTE | WORD_IS_COLON)) && token->upos != UPOS_NOUN &&
           token->upos != UPOS_PROPN;
}

/* "SPD-Chef", "Luft- und Raumfahrt": the hyphen of a compound ends nothing. */
static bool word__is_joining_hyphen(const struct document *document, uint32_t index)
{
    return index > 0 && strcmp(document->tokens[index].form, "-") == 0 && !document->tokens[index - 1].space_after;
}

/* "el-Baradei", "ndr.de": names that begin small. */
static bool word__is_small_name(const char *form)
{
    const char *const hyphen = strrchr(form, '-'), *const dot = strrchr(form, '.');
    if (word__is_upper(form))
        return false;
    return (hyphen && hyphen > form && word__is_upper(hyphen + 1)) ||
           (dot && dot > form + 1 && isalpha((unsigned char)dot[-1]) && isalpha((unsigned char)dot[1]) && isalpha((unsigned char)dot[2]));
}

uint32_t word_bits(const struct document *document, uint32_t index)
{
    const struct token *const token = &document->tokens[index];
    const uint32_t marks = word__mark_bits(token->form);
    if (marks && word__is_joining_hyphen(document, index))
        return WORD_IS_PUNCTUATION | WORD_IS_NOMINAL;
    if (marks)
        return marks;
    if (word__is_small_name(token->form))
        return WORD_IS_NOMINAL;
    struct finite_readings found = {0};
    uint32_t classes = 0, flags = 0;
    bool zu_infinitive = token->morphology.verb_form == VERB_FORM_ZU_INF, verb = false;
    for (size_t i = 0; i < token->analysis_count; i++) {
        const struct analysis *const reading = &token->analyses[i];
        word__count_reading(reading, &found);
        classes |= word__class_bits(reading);
        flags |= reading->flags;
        verb = verb || reading->word_class == WORD_VERB;
        zu_infinitive = zu_infinitive || reading->morphology.verb_form == VERB_FORM_ZU_INF;
    }
    const bool initial = index == document->sentences[token->sentence].tokens.first || word__opens_speech(document, index);
    const bool capital = word__is_upper(token->form) && !initial;
    if (capital && token->upos != UPOS_VERB && token->upos != UPOS_AUX)
        return WORD_IS_NOMINAL | (classes & (WORD_IS_ADJECTIVE | WORD_IS_DETERMINER));
    uint32_t bits = classes | word__verb_bits(token, &found, classes);
    if (verb && (flags & ANALYSIS_AUXILIARY))
        bits |= WORD_IS_AUXILIARY;
    if (verb && (flags & ANALYSIS_MODAL))
        bits |= WORD_IS_MODAL;
    if (token->upos == UPOS_PRON && (classes & WORD_IS_DETERMINER))
        bits |= WORD_IS_RELATIVE;        /* der, die, das: where the tagger sees no article */
    if (zu_infinitive)
        bits |= WORD_IS_ZU_INFINITIVE;
    if (!word__is_upper(token->form))
        bits &= ~(uint32_t)WORD_IS_NOMINAL;
    return bits;
}
