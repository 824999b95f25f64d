/* parse/nominal.c: what the lexicon's analyses of a noun and of its determiner leave open together, and the verb's. A finite verb of the
 * third person has its subject's number: coordinated subjects are plural or, rarely, singular; a relative pronoun has its noun's number. */
#include "parse/nominal.h"

#include "parse/tree.h"

enum { NOMINAL_BOTH = 1u << NUMBER_SING | 1u << NUMBER_PLUR };

/* Do a determiner's and a noun's analyses go together in this case and number (0: any)? Where one tells nothing, they do. */
static bool nominal__go_together(const struct morphology *determiner, const struct morphology *noun, enum grammatical_case found,
                                  enum grammatical_number number)
{
    return determiner->grammatical_case == found && (!determiner->number || !noun->number || determiner->number == noun->number) &&
           (!determiner->gender || !noun->gender || determiner->gender == noun->gender) &&
           (!number || !determiner->number || determiner->number == number);
}

static bool nominal__determiner_allows(const struct token *determiner, const struct morphology *noun, enum grammatical_case found,
                                        enum grammatical_number number)
{
    bool any = false;
    for (size_t i = 0; determiner && i < determiner->analysis_count; i++) {
        if (!determiner->analyses[i].morphology.grammatical_case)
            continue;
        any = true;
        if (nominal__go_together(&determiner->analyses[i].morphology, noun, found, number))
            return true;
    }
    return !any;
}

/* "Bewaffnete", "Angehörige" are adjectives: the lexicon lacks their plurals that stand without a determiner. */
static bool nominal__is_adjective(const struct token *token)
{
    unsigned genders = 0;
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_NOUN && token->analyses[i].morphology.number == NUMBER_SING)
            genders |= 1u << token->analyses[i].morphology.gender;
    return genders >> GENDER_MASC & genders >> GENDER_FEM & 1;
}

/* A word in a name of several words ("Mars Süßwaren Deutschland"): its own number tells nothing. */
static bool nominal__is_in_name(const struct document *document, uint32_t noun)
{
    return document->tokens[noun].upos == UPOS_PROPN &&
           (tree_child(document, noun, RELATION_FLAT) != DOCUMENT_NONE || tree_child(document, noun, RELATION_COMPOUND) != DOCUMENT_NONE);
}

bool nominal_can_be(const struct document *document, uint32_t noun, enum grammatical_case found, enum grammatical_number number)
{
    const struct token *const token = &document->tokens[noun];
    const uint32_t child = tree_determiner(document, noun);
    const struct token *const determiner = child == DOCUMENT_NONE ? NULL : &document->tokens[child];
    bool any = false;
    for (size_t i = 0; i < token->analysis_count && !nominal__is_in_name(document, noun); i++) {
        const struct morphology *const m = &token->analyses[i].morphology;
        if (!m->grammatical_case)
            continue;
        any = true;
        if (m->grammatical_case == found && (!m->number || !number || m->number == number) &&
            nominal__determiner_allows(determiner, m, found, number))
            return true;
    }
    return !any && nominal__determiner_allows(determiner, &(struct morphology){0}, found, number);
}

/* ---- subject and verb ---------------------------------------------------------------------------------------------- */

/* Numbers, a bit each, that the verb's form can have in the third person; where the lexicon does not know it, what the tagger says. */
static unsigned nominal__verb_numbers(const struct token *verb)
{
    unsigned numbers = 0;
    for (size_t i = 0; i < verb->analysis_count; i++) {
        const struct morphology *const m = &verb->analyses[i].morphology;
        if (verb->analyses[i].word_class == WORD_VERB && m->verb_form == VERB_FORM_FIN && m->mood != MOOD_IMP && (!m->person || m->person == 3))
            numbers |= m->number ? 1u << m->number : (unsigned)NOMINAL_BOTH;
    }
    const bool tagged = verb->morphology.verb_form == VERB_FORM_FIN && verb->morphology.person == 3 && verb->morphology.number;
    return numbers ? numbers : tagged ? 1u << verb->morphology.number : (unsigned)NOMINAL_BOTH;
}

/* Numbers that the noun can have in the nominative; what is counted is plural where its form allows. */
static unsigned nominal__numbers(const struct document *document, uint32_t noun)
{
    const unsigned singular = nominal_can_be(document, noun, CASE_NOM, NUMBER_SING) ? 1u << NUMBER_SING : 0,
                   bare = singular && nominal__is_adjective(&document->tokens[noun]) && tree_determiner(document, noun) == DOCUMENT_NONE,
                   plural = bare || nominal_can_be(document, noun, CASE_NOM, NUMBER_PLUR) ? 1u << NUMBER_PLUR : 0;
    return plural && tree_child(document, noun, RELATION_NUMMOD) != DOCUMENT_NONE ? plural : singular | plural;
}

static bool nominal__is_coordinated(const struct document *document, uint32_t noun)
{
    return tree_child(document, noun, RELATION_CONJ) != DOCUMENT_NONE;
}

/* Numbers that the noun can have in any case. */
static unsigned nominal__numbers_of_form(const struct document *document, uint32_t noun)
{
    unsigned numbers = 0;
    for (enum grammatical_case found = CASE_NOM; found <= CASE_ACC; found++)
        for (enum grammatical_number number = NUMBER_SING; number <= NUMBER_PLUR; number++)
            numbers |= nominal_can_be(document, noun, found, number) ? 1u << number : 0;
    return numbers;
}

/* "die" in "die Raketen, die Israel lieferte": the number of its noun, or of another noun between the two. */
static unsigned nominal__relative_numbers(const struct document *document, uint32_t pronoun, uint32_t noun)
{
    unsigned numbers = nominal__is_coordinated(document, noun) ? NOMINAL_BOTH : 0;
    for (uint32_t i = noun; i < pronoun; i++)
        if (document->tokens[i].upos == UPOS_NOUN || document->tokens[i].upos == UPOS_PROPN || i == noun)
            numbers |= nominal__numbers_of_form(document, i);
    return nominal__numbers(document, pronoun) & numbers;
}

bool nominal_may_agree(const struct document *document, uint32_t noun, uint32_t finite)
{
    const struct token *const token = &document->tokens[noun];
    const unsigned verb = nominal__verb_numbers(&document->tokens[finite]);
    if (nominal__is_coordinated(document, noun))
        return nominal_can_be(document, noun, CASE_NOM, NUMBER_NONE);
    if (token->upos == UPOS_PRON && token->morphology.person && token->morphology.person != 3)
        return true;
    const uint32_t clause = tree_head(document, noun);
    const bool relative = token->upos == UPOS_PRON && clause != DOCUMENT_NONE && document->tokens[clause].relation == RELATION_ACL;
    return verb & (relative && tree_head(document, clause) != DOCUMENT_NONE
                       ? nominal__relative_numbers(document, noun, tree_head(document, clause))
                       : nominal__numbers(document, noun));
}
