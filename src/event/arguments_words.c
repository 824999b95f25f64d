/* event/arguments_words.c: what a companion shows of itself: its preposition (or the word behind it), the cases that its article allows, what
 * a number in it counts. */
#include "event/arguments.h"

#include "parse/tree.h"

enum { ANY_CASE = 1 << CASE_NOM | 1 << CASE_GEN | 1 << CASE_DAT | 1 << CASE_ACC };

const struct token *arguments_token(const struct scene *scene, uint32_t token)
{
    return &scene->document->tokens[token];
}

const struct quantity *arguments_quantity(const struct document *document, uint32_t token)
{
    size_t low = 0, high = document->quantity_count;
    while (low < high) {             /* the last quantity that begins at or before the token; they stand in the order of the text */
        const size_t middle = (low + high) / 2;
        if (document->quantities[middle].tokens.first <= token)
            low = middle + 1;
        else
            high = middle;
    }
    const struct quantity *const quantity = low ? &document->quantities[low - 1] : NULL;
    return quantity && token < quantity->tokens.first + quantity->tokens.count ? quantity : NULL;
}

/* "mehr als eine Million Granaten", "mit Dutzenden Raketen": parsers take the number for the noun; what is counted, else the token itself. */
uint32_t arguments_counted(const struct document *document, uint32_t token)
{
    const struct quantity *const quantity = document->tokens[token].upos == UPOS_NOUN ? arguments_quantity(document, token) : NULL;
    return quantity && quantity->counted != DOCUMENT_NONE && quantity->counted > token && tree_head(document, quantity->counted) == token
               ? quantity->counted : token;
}

bool arguments_is_noun(const struct scene *scene, uint32_t token)
{
    const enum upos upos = arguments_token(scene, token)->upos;
    return upos == UPOS_NOUN || upos == UPOS_PROPN;
}

const char *arguments_lemma(const struct scene *scene, uint32_t token)
{
    const struct token *const word = arguments_token(scene, token);
    return word->lemma ? word->lemma : word->form;
}

static bool arguments__is_postposition(const struct scene *scene, uint32_t token)
{
    return (knowledge_preposition(scene->knowledge, arguments_lemma(scene, token)) & PREPOSITION_BEHIND) != 0;
}

/* "Erkenntnissen zufolge": the word behind the phrase that parsers hang on what follows. */
const char *arguments_postposition(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const struct token_range range = tree_subtree(document, token);
    const uint32_t next = range.first + range.count;
    return range.count && next < document->token_count && arguments_token(scene, next)->upos == UPOS_ADP &&
                   arguments__is_postposition(scene, next)
               ? arguments_lemma(scene, next) : NULL;
}

/* "bis zu 31 Panzer", "über 20 Raketen", "mehr als eine Million Granaten": the preposition belongs to the number. */
static bool arguments__is_of_number(const struct document *document, uint32_t preposition, uint32_t noun)
{
    const struct quantity *const quantity = arguments_quantity(document, preposition);
    return quantity && (quantity->counted == noun || arguments_counted(document, noun) == quantity->counted);
}

/* "mit Dutzenden Raketen": the preposition of the whole phrase, which the parser gave to the noun that counts. */
static uint32_t arguments__of_measure(const struct document *document, uint32_t noun)
{
    const uint32_t measure = tree_first_child(document, noun);
    const bool counts = measure != DOCUMENT_NONE && measure + 1 == noun && document->tokens[measure].relation == RELATION_NMOD &&
                        document->tokens[measure].upos == UPOS_NOUN;
    return counts ? tree_child(document, measure, RELATION_CASE) : DOCUMENT_NONE;
}

/* "riss ihn mit in den Tod": of two prepositions the second is the noun's. */
static uint32_t arguments__second_of_two(const struct scene *scene, uint32_t preposition)
{
    const struct document *const document = scene->document;
    const uint32_t next = preposition + 1;
    const bool two = next < document->token_count && document->tokens[next].relation == RELATION_CASE &&
                     tree_head(document, next) == tree_head(document, preposition) &&
                     (knowledge_preposition(scene->knowledge, arguments_lemma(scene, preposition)) & PREPOSITION_OUTER);
    return two ? next : preposition;
}

const char *arguments_preposition(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t own = tree_preposition(document, token);
    const uint32_t preposition = own != DOCUMENT_NONE ? own : arguments__of_measure(document, token);
    if (preposition != DOCUMENT_NONE && arguments__is_of_number(document, preposition, token))
        return NULL;
    if (preposition == DOCUMENT_NONE)
        return arguments_is_noun(scene, token) ? arguments_postposition(scene, token) : NULL;
    if (preposition > token || !arguments__is_postposition(scene, preposition))
        return arguments_lemma(scene, arguments__second_of_two(scene, preposition));
    for (uint32_t child = tree_next_sibling(document, preposition); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (arguments_token(scene, child)->relation == RELATION_CASE)
            return arguments_lemma(scene, child);
    return NULL;
}

/* Can the noun have the article's gender? Where the lexicon has it, that decides ("der Ministerpräsidentin"). */
static bool arguments__fits_gender(const struct token *noun, uint8_t gender)
{
    bool known = false;
    for (size_t i = 0; i < noun->analysis_count; i++) {
        const struct analysis *const reading = &noun->analyses[i];
        if (reading->word_class != WORD_NOUN || !reading->morphology.gender)
            continue;
        known = true;
        if (lexicon_fits(gender, reading->morphology.gender))
            return true;
    }
    return !known && lexicon_fits(gender, noun->morphology.gender);
}

/* Which cases the form allows, 1 << CASE_…; ANY_CASE where nothing tells. */
static unsigned arguments__cases(const struct scene *scene, uint32_t token)
{
    const uint32_t determiner = tree_determiner(scene->document, token);
    const struct token *const noun = arguments_token(scene, token);
    unsigned cases = 0;
    if (determiner == DOCUMENT_NONE)
        return ANY_CASE;
    const struct token *const word = arguments_token(scene, determiner);
    for (size_t i = 0; i < word->analysis_count; i++) {
        const struct morphology *const reading = &word->analyses[i].morphology;
        const bool article = word->analyses[i].word_class == WORD_ARTICLE || word->analyses[i].word_class == WORD_PRONOUN;
        if (article && reading->grammatical_case && lexicon_fits(reading->number, noun->morphology.number) &&
            (reading->number == NUMBER_PLUR || arguments__fits_gender(noun, reading->gender)))
            cases |= 1U << reading->grammatical_case;
    }
    return cases ? cases : ANY_CASE;
}

bool arguments_may_be(const struct scene *scene, uint32_t token, enum grammatical_case wanted)
{
    return (arguments__cases(scene, token) & (1U << wanted)) != 0;
}

/* A name without article shows no case; that of Poland is read as the Poles, too. */
bool arguments_is_bare_name(const struct scene *scene, uint32_t token)
{
    const uint32_t mention = scene->mention[token];
    const bool name = mention != DOCUMENT_NONE && scene->document->mentions[mention].kind == MENTION_NAME;
    return (name || arguments_token(scene, token)->upos == UPOS_PROPN) && tree_determiner(scene->document, token) == DOCUMENT_NONE;
}
