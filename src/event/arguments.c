/* event/arguments.c: reads the companions of verbs and nouns off the tree. Functions are those of docs/tables.md.
 *
 *   Verb: nsubj is nom, in the passive akk; objects by case; PPs by preposition; the agent phrase of a passive is nom. Without an
 *   own subject: that of the first conjunct, of the governing verb (infinitives; verbs of event/controls.tsv hand down their
 *   object), or the noun that a participle or relative clause belongs to.
 *   Noun: genitive and von, possessive, adjectives, compound's first part, PPs, content clauses.
 *   Parses err: PPs that hang on a neighbour are added as weak arguments.
 */
#include "event/arguments.h"

#include "parse/tree.h"

#include <string.h>

enum { ARGUMENTS_DEEPEST = 4 };          /* infinitives below each other whose subject is looked for */

static const struct token *arguments__token(const struct scene *scene, uint32_t token)
{
    return &scene->document->tokens[token];
}

/* Times ("im Mai", "Dienstag") are no subjects or objects, though parsers take them for such. */
static void arguments__add(const struct scene *scene, struct arguments *arguments, enum frame_function function,
                           const char *preposition, uint32_t token, bool weak)
{
    if (token == DOCUMENT_NONE || arguments->count == ARGUMENTS_MOST || (scene->is_time[token] && function <= FUNCTION_GEN))
        return;
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].token == token && arguments->items[i].slot.function == function)
            return;
    arguments->items[arguments->count++] = (struct argument){{function, preposition}, token, weak};
}

static bool arguments__has(const struct arguments *arguments, enum frame_function function)
{
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == function)
            return true;
    return false;
}

static bool arguments__has_flag(const struct token *token, uint32_t flag)
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].flags & flag)
            return true;
    return false;
}

bool arguments_is_noun(const struct scene *scene, uint32_t token)
{
    const enum upos upos = arguments__token(scene, token)->upos;
    return upos == UPOS_NOUN || upos == UPOS_PROPN;
}

/* ---- words --------------------------------------------------------------------------------------------------- */

const char *arguments_preposition(const struct scene *scene, uint32_t token)
{
    const uint32_t preposition = tree_preposition(scene->document, token);
    if (preposition == DOCUMENT_NONE)
        return NULL;
    const struct token *const word = arguments__token(scene, preposition);
    return word->lemma ? word->lemma : word->form;
}

/* The head of the relative clause that token stands in, looking through conjuncts; DOCUMENT_NONE: it stands in none. */
static uint32_t arguments__relative_head(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    for (uint32_t at = token; at != DOCUMENT_NONE; at = tree_head(document, at)) {
        if (at != token && arguments__token(scene, at)->relation == RELATION_ACL)
            return tree_head(document, at);
        if (at != token && arguments__token(scene, at)->relation != RELATION_CONJ && tree_is_clause(document, at) &&
            arguments__token(scene, at)->relation != RELATION_XCOMP)
            return DOCUMENT_NONE;
    }
    return DOCUMENT_NONE;
}

uint32_t arguments_antecedent(const struct scene *scene, uint32_t token)
{
    if (token == DOCUMENT_NONE)
        return token;
    const struct token *const word = arguments__token(scene, token);
    if ((word->upos != UPOS_PRON && word->upos != UPOS_DET) || !arguments__has_flag(word, ANALYSIS_RELATIVE))
        return token;
    const uint32_t head = arguments__relative_head(scene, token);
    return head != DOCUMENT_NONE && head < token && arguments_is_noun(scene, head) ? head : token;
}

/* ---- verbs --------------------------------------------------------------------------------------------------- */

static void arguments__object(const struct scene *scene, struct arguments *arguments, uint32_t child)
{
    const struct token *const word = arguments__token(scene, child);
    const uint32_t token = arguments_antecedent(scene, child);
    if (arguments__has_flag(word, ANALYSIS_REFLEXIVE) && !arguments__has_flag(word, ANALYSIS_PERSONAL)) {
        arguments__add(scene, arguments, FUNCTION_REFL, NULL, child, false);
        return;
    }
    const enum grammatical_case given = word->morphology.grammatical_case;
    const bool dative = given == CASE_DAT || (word->relation == RELATION_IOBJ && given != CASE_ACC);
    if (given == CASE_GEN && arguments__has(arguments, FUNCTION_AKK))
        arguments__add(scene, arguments, FUNCTION_GEN, NULL, token, false);
    else
        arguments__add(scene, arguments, dative ? FUNCTION_DAT : FUNCTION_AKK, NULL, token, false);
}

/* A name without article shows no case. */
static bool arguments__is_bare_name(const struct scene *scene, uint32_t token)
{
    return arguments__token(scene, token)->upos == UPOS_PROPN && tree_determiner(scene->document, token) == DOCUMENT_NONE;
}

static void arguments__phrase(const struct scene *scene, struct arguments *arguments, uint32_t child, bool passive)
{
    const char *const preposition = arguments_preposition(scene, child);
    const struct token *const word = arguments__token(scene, child);
    const uint32_t token = arguments_antecedent(scene, child);
    if (!preposition) {
        if (word->morphology.grammatical_case == CASE_DAT)
            arguments__add(scene, arguments, FUNCTION_DAT, NULL, token, false);
        else if (word->morphology.grammatical_case == CASE_GEN) {        /* "der Ukraine" is a dative as well */
            arguments__add(scene, arguments, FUNCTION_GEN, NULL, token, true);
            arguments__add(scene, arguments, FUNCTION_DAT, NULL, token, true);
        }
        else if (arguments__has_flag(word, ANALYSIS_REFLEXIVE))
            arguments__add(scene, arguments, FUNCTION_REFL, NULL, token, false);
        else if (arguments__is_bare_name(scene, child))
            arguments__add(scene, arguments, FUNCTION_DAT, NULL, token, true);
        return;
    }
    if (passive && (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_AGENT))
        arguments__add(scene, arguments, FUNCTION_NOM, NULL, token, false);
    arguments__add(scene, arguments, FUNCTION_PP, preposition, token, false);
}

/* "dagegen, dass …": the PP's noun is the clause; without one the adverb itself. */
static void arguments__adverb(const struct scene *scene, struct arguments *arguments, uint32_t child)
{
    const struct token *const word = arguments__token(scene, child);
    const char *const preposition = knowledge_adverb(scene->knowledge, word->lemma ? word->lemma : word->form);
    if (preposition)
        arguments__add(scene, arguments, FUNCTION_PP, preposition, child, false);
    else if (arguments_preposition(scene, child))
        arguments__add(scene, arguments, FUNCTION_PP, arguments_preposition(scene, child), child, false);
}

static void arguments__clause(const struct scene *scene, struct arguments *arguments, uint32_t child)
{
    const bool infinitive = arguments__token(scene, child)->morphology.verb_form == VERB_FORM_ZU_INF ||
                            (tree_finite(scene->document, child) == DOCUMENT_NONE &&
                             arguments__token(scene, child)->relation == RELATION_XCOMP);
    arguments__add(scene, arguments, infinitive ? FUNCTION_INF : FUNCTION_DASS, NULL, child, false);
}

static void arguments__child(const struct scene *scene, struct arguments *arguments, uint32_t child, bool passive)
{
    switch (arguments__token(scene, child)->relation) {
    case RELATION_NSUBJ:
    case RELATION_NSUBJ_PASS:
        arguments__add(scene, arguments, passive ? FUNCTION_AKK : FUNCTION_NOM, NULL, arguments_antecedent(scene, child), false);
        break;
    case RELATION_OBJ:
    case RELATION_IOBJ:
    case RELATION_EXPL:
        arguments__object(scene, arguments, child);
        break;
    case RELATION_OBL:
    case RELATION_NMOD:
        arguments__phrase(scene, arguments, child, passive);
        break;
    case RELATION_ADVMOD:
        arguments__adverb(scene, arguments, child);
        break;
    case RELATION_CCOMP:
    case RELATION_XCOMP:
    case RELATION_CSUBJ:
    case RELATION_CSUBJ_PASS:
    case RELATION_PARATAXIS:
        arguments__clause(scene, arguments, child);
        break;
    default:
        break;
    }
}

static void arguments__own(const struct scene *scene, uint32_t verb, bool passive, struct arguments *arguments)
{
    for (uint32_t child = tree_first_child(scene->document, verb); child != DOCUMENT_NONE;
         child = tree_next_sibling(scene->document, child))
        arguments__child(scene, arguments, child, passive);
}

/* A bare object may be the dative ("droht Indien", "lieferte Syrien Panzer"). */
static void arguments__bare_names(const struct scene *scene, struct arguments *arguments)
{
    const size_t own = arguments->count;
    for (size_t i = 0; i < own; i++) {
        const struct argument argument = arguments->items[i];
        if (argument.slot.function == FUNCTION_AKK && arguments__is_bare_name(scene, argument.token))
            arguments__add(scene, arguments, FUNCTION_DAT, NULL, argument.token, true);
    }
}

/* "Im Mai genehmigt die Regierung Ausfuhren": a finite verb that looks like its participle. */
static bool arguments__is_finite_homonym(const struct scene *scene, uint32_t verb)
{
    const struct token *const word = arguments__token(scene, verb);
    if (tree_child(scene->document, verb, RELATION_NSUBJ) == DOCUMENT_NONE)
        return false;
    for (size_t i = 0; i < word->analysis_count; i++)
        if (word->analyses[i].word_class == WORD_VERB && word->analyses[i].morphology.verb_form == VERB_FORM_FIN)
            return true;
    return false;
}

static bool arguments__is_passive(const struct scene *scene, uint32_t verb)
{
    const struct token *const word = arguments__token(scene, verb);
    if (scene->participle[verb])
        return scene->participle[verb] == VERB_FORM_PART_PERF;
    if (tree_is_passive(scene->document, verb))
        return true;
    /* A bare participle after its noun ("Raketen, geliefert von …", headlines): no auxiliary at all. */
    return word->morphology.verb_form == VERB_FORM_PART_PERF && tree_finite(scene->document, verb) == DOCUMENT_NONE &&
           !arguments__is_finite_homonym(scene, verb);
}

/* The one of whom an infinitive below governor is told. */
static uint32_t arguments__controller(const struct scene *scene, uint32_t governor, unsigned depth)
{
    const struct document *const document = scene->document;
    struct arguments above = {.count = 0};
    if (governor == DOCUMENT_NONE || depth == ARGUMENTS_DEEPEST)
        return DOCUMENT_NONE;
    if (!scene->verb_lemma[governor]) {
        const uint32_t subject = arguments_antecedent(scene, tree_subject(document, governor));
        return subject != DOCUMENT_NONE ? subject : arguments__controller(scene, tree_governing_clause(document, governor), depth + 1);
    }
    const bool passive = arguments__is_passive(scene, governor);
    arguments__own(scene, governor, passive, &above);
    arguments__bare_names(scene, &above);
    const enum frame_function wanted = knowledge_control(scene->knowledge, scene->verb_lemma[governor]);
    for (size_t i = 0; i < above.count; i++)
        if (above.items[i].slot.function == wanted)
            return above.items[i].token;
    if (wanted != FUNCTION_NOM && !passive)
        return DOCUMENT_NONE;
    const uint32_t subject = arguments_antecedent(scene, tree_subject(document, governor));
    if (subject != DOCUMENT_NONE)
        return subject;
    const enum relation relation = arguments__token(scene, governor)->relation;
    return relation == RELATION_XCOMP || relation == RELATION_ADVCL
               ? arguments__controller(scene, tree_head(document, governor), depth + 1) : DOCUMENT_NONE;
}

static uint32_t arguments__first_of_coordination(const struct scene *scene, uint32_t verb)
{
    uint32_t first = verb;
    while (arguments__token(scene, first)->relation == RELATION_CONJ && tree_head(scene->document, first) != DOCUMENT_NONE &&
           scene->verb_lemma[tree_head(scene->document, first)])
        first = tree_head(scene->document, first);
    return first;
}

static bool arguments__is_plural(const struct scene *scene, uint32_t token)
{
    return arguments__token(scene, token)->morphology.number == NUMBER_PLUR ||
           tree_child(scene->document, token, RELATION_CONJ) != DOCUMENT_NONE;
}

/* A subject that does not agree with its finite verb in number, or is an accusative beside another, is none. */
static bool arguments__can_be_subject(const struct scene *scene, uint32_t verb, uint32_t token)
{
    const struct token *const word = arguments__token(scene, token);
    const uint32_t finite = tree_finite(scene->document, verb);
    const uint8_t number = finite == DOCUMENT_NONE ? (uint8_t)NUMBER_NONE : arguments__token(scene, finite)->morphology.number;
    if (word->morphology.grammatical_case == CASE_ACC || word->morphology.grammatical_case == CASE_DAT)
        return false;
    return number == NUMBER_NONE || word->morphology.number == NUMBER_NONE ||
           (number == NUMBER_PLUR) == arguments__is_plural(scene, token);
}

/* Parsers sometimes find two subjects ("Israel verurteilte die Türkei"): the one that cannot be it, else the later, is the object;
 * beside an object it is the dative ("Syrien wurden Panzer geliefert", "Indien verkauft Frankreich Flugzeuge"). */
static void arguments__split_subjects(const struct scene *scene, uint32_t verb, bool passive, struct arguments *arguments)
{
    const enum frame_function subject = passive ? FUNCTION_AKK : FUNCTION_NOM;
    const enum frame_function other = passive || arguments__has(arguments, FUNCTION_AKK) ? FUNCTION_DAT : FUNCTION_AKK;
    size_t first = SIZE_MAX, second = SIZE_MAX;
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == subject) {
            second = first == SIZE_MAX ? SIZE_MAX : i;
            first = first == SIZE_MAX ? i : first;
        }
    if (second == SIZE_MAX || arguments__has(arguments, other))
        return;
    const uint32_t *const mention = scene->mention;
    const uint32_t one = arguments->items[first].token, two = arguments->items[second].token;
    if (mention[one] != DOCUMENT_NONE && mention[one] == mention[two])               /* two words of one name */
        return;
    const bool exchange = !arguments__can_be_subject(scene, verb, one) && arguments__can_be_subject(scene, verb, two);
    arguments->items[exchange ? first : second].slot.function = other;
}

/* The subject that stands elsewhere. */
static uint32_t arguments__shared_subject(const struct scene *scene, uint32_t verb)
{
    const struct document *const document = scene->document;
    const uint32_t subject = tree_subject(document, verb);
    if (subject != DOCUMENT_NONE)
        return arguments_antecedent(scene, subject);
    const uint32_t first = arguments__first_of_coordination(scene, verb);
    const struct token *const word = arguments__token(scene, first);
    const uint32_t head = tree_head(document, first);
    if (head == DOCUMENT_NONE)
        return DOCUMENT_NONE;
    if (scene->participle[first] && word->relation == RELATION_AMOD)
        return head;
    if (tree_finite(document, first) != DOCUMENT_NONE && tree_finite(document, first) != first &&
        word->relation != RELATION_XCOMP)
        return DOCUMENT_NONE;
    if (word->relation == RELATION_ACL && word->morphology.verb_form == VERB_FORM_PART_PERF)
        return head;
    if (word->relation == RELATION_XCOMP || word->relation == RELATION_ADVCL || word->relation == RELATION_CCOMP ||
        word->relation == RELATION_ACL)
        return tree_finite(document, first) == first ? DOCUMENT_NONE
                                                     : arguments__controller(scene, tree_clause(document, head), 0);
    return DOCUMENT_NONE;
}

static bool arguments__can_be_nominative(const struct scene *scene, uint32_t token)
{
    const uint32_t determiner = tree_determiner(scene->document, token);
    const struct token *const word = arguments__token(scene, determiner == DOCUMENT_NONE ? token : determiner);
    bool told = false;
    for (size_t i = 0; i < word->analysis_count; i++) {
        const uint8_t given = word->analyses[i].morphology.grammatical_case;
        if (given == CASE_NOM)
            return true;
        told = told || given != CASE_NONE;
    }
    return !told;
}

/* A finite clause has a subject. Where the parser found none, an object that can be one is it: "…, forderte Unterhändler Meier". */
static void arguments__find_subject(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    if (tree_finite(scene->document, verb) == DOCUMENT_NONE || arguments__has(arguments, FUNCTION_NOM))
        return;
    for (size_t i = 0; i < arguments->count; i++) {
        struct argument *const argument = &arguments->items[i];
        if (argument->slot.function != FUNCTION_AKK || argument->weak || !arguments_is_noun(scene, argument->token) ||
            scene->mention[argument->token] == DOCUMENT_NONE || !arguments__can_be_nominative(scene, argument->token))
            continue;
        argument->slot.function = FUNCTION_NOM;
        return;
    }
}

/* PPs that the parser hung on a companion though they may belong to the verb. */
static void arguments__weak_phrases(const struct scene *scene, struct arguments *arguments)
{
    const size_t own = arguments->count;
    for (size_t i = 0; i < own; i++) {
        const struct argument argument = arguments->items[i];
        if (argument.slot.function == FUNCTION_DASS || argument.slot.function == FUNCTION_INF ||
            !arguments_is_noun(scene, argument.token))
            continue;
        for (uint32_t child = tree_first_child(scene->document, argument.token); child != DOCUMENT_NONE;
             child = tree_next_sibling(scene->document, child)) {
            const enum relation relation = arguments__token(scene, child)->relation;
            const char *const preposition =
                relation == RELATION_NMOD || relation == RELATION_OBL ? arguments_preposition(scene, child) : NULL;
            if (preposition)
                arguments__add(scene, arguments, FUNCTION_PP, preposition, arguments_antecedent(scene, child), true);
        }
    }
}

void arguments_of_verb(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    arguments->count = 0;
    const bool passive = arguments__is_passive(scene, verb);
    const enum frame_function subject = passive ? FUNCTION_AKK : FUNCTION_NOM;
    arguments__own(scene, verb, passive, arguments);
    arguments__split_subjects(scene, verb, passive, arguments);
    arguments__bare_names(scene, arguments);
    if (!arguments__has(arguments, subject))
        arguments__add(scene, arguments, subject, NULL, arguments__shared_subject(scene, verb), false);
    if (!passive)
        arguments__find_subject(scene, verb, arguments);
    const uint32_t first = arguments__first_of_coordination(scene, verb);
    if (first != verb && !arguments__has(arguments, FUNCTION_AKK)) {     /* "verurteilte und verspottete ihn": rarely the other way */
        const uint32_t object = tree_object(scene->document, first);
        if (object != DOCUMENT_NONE && !passive)
            arguments__add(scene, arguments, FUNCTION_AKK, NULL, arguments_antecedent(scene, object), true);
    }
    arguments__weak_phrases(scene, arguments);
}

/* ---- nouns --------------------------------------------------------------------------------------------------- */

static void arguments__noun_child(const struct scene *scene, struct arguments *arguments, uint32_t child)
{
    const struct token *const word = arguments__token(scene, child);
    const char *preposition = NULL;
    switch (word->relation) {
    case RELATION_NMOD:
    case RELATION_OBL:
    case RELATION_APPOS:
        preposition = arguments_preposition(scene, child);
        if (preposition && (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_GENITIVE))
            arguments__add(scene, arguments, FUNCTION_GEN, NULL, child, false);
        if (preposition)
            arguments__add(scene, arguments, FUNCTION_PP, preposition, child, false);
        else if (word->relation == RELATION_NMOD)
            arguments__add(scene, arguments, FUNCTION_GEN, NULL, child, false);
        break;
    case RELATION_DET_POSS:
        arguments__add(scene, arguments, FUNCTION_POSS, NULL, child, false);
        break;
    case RELATION_DET:
        if (arguments__has_flag(word, ANALYSIS_POSSESSIVE))
            arguments__add(scene, arguments, FUNCTION_POSS, NULL, child, false);
        break;
    case RELATION_AMOD:
        if (scene->mention[child] != DOCUMENT_NONE)
            arguments__add(scene, arguments, FUNCTION_ADJ, NULL, child, false);
        break;
    case RELATION_ACL:
    case RELATION_CCOMP:
    case RELATION_XCOMP:
        arguments__clause(scene, arguments, child);
        break;
    default:
        break;
    }
}

/* A PP right behind the noun's phrase that the parser hung on the noun's verb. */
static void arguments__noun_neighbours(const struct scene *scene, uint32_t noun, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    const uint32_t head = tree_head(document, noun);
    if (head == DOCUMENT_NONE)
        return;
    uint32_t end = tree_subtree(document, noun).first + tree_subtree(document, noun).count;
    for (uint32_t sibling = tree_first_child(document, head); sibling != DOCUMENT_NONE;
         sibling = tree_next_sibling(document, sibling)) {
        const struct token_range range = tree_subtree(document, sibling);
        const enum relation relation = arguments__token(scene, sibling)->relation;
        if (sibling == noun || range.first != end || (relation != RELATION_OBL && relation != RELATION_NMOD))
            continue;
        const char *const preposition = arguments_preposition(scene, sibling);
        if (!preposition)
            continue;
        arguments__add(scene, arguments, FUNCTION_PP, preposition, arguments_antecedent(scene, sibling), true);
        end = range.first + range.count;
    }
}

void arguments_of_noun(const struct scene *scene, uint32_t noun, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    arguments->count = 0;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        arguments__noun_child(scene, arguments, child);
    if (document->token_modifier[noun] != DOCUMENT_NONE || arguments__token(scene, noun)->compound_modifier)
        arguments__add(scene, arguments, FUNCTION_MOD, NULL, noun, false);
    arguments__noun_neighbours(scene, noun, arguments);
}
