/* event/subject_object.c: subjects that the parser took for objects, and objects for subjects. Number, case, order and what coordinated verbs
 * share tell which is which. */
#include "event/subject.h"

#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

/* One person by name, or by a title right before it, whatever number the tagger sees in the title. */
static bool subject__is_person(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const struct mention *const mention = scene->mention[token] == DOCUMENT_NONE ? NULL : &document->mentions[scene->mention[token]];
    return mention && mention->entity_count == 1 && document->entities[mention->entities[0]].kind == ENTITY_PERSON;
}

static bool subject__is_plural(const struct scene *scene, uint32_t token)
{
    return (arguments_token(scene, token)->morphology.number == NUMBER_PLUR && !subject__is_person(scene, token)) ||
           tree_child(scene->document, token, RELATION_CONJ) != DOCUMENT_NONE;
}

bool subject_fits_finite(const struct scene *scene, uint32_t verb, uint32_t token)
{
    const struct token *const word = arguments_token(scene, token);
    const uint32_t last = arguments_conjunct_with_auxiliary(scene, verb);
    const uint32_t finite = tree_finite(scene->document, last == DOCUMENT_NONE ? verb : last);
    const uint8_t number = finite == DOCUMENT_NONE ? (uint8_t)NUMBER_NONE : arguments_token(scene, finite)->morphology.number;
    return number == NUMBER_NONE || word->morphology.number == NUMBER_NONE ||
           (number == NUMBER_PLUR) == subject__is_plural(scene, token);
}

/* A subject that does not agree with its finite verb in number, or is an accusative beside another, is none. */
static bool subject__agrees(const struct scene *scene, uint32_t verb, uint32_t token)
{
    const struct token *const word = arguments_token(scene, token);
    return word->morphology.grammatical_case != CASE_ACC && word->morphology.grammatical_case != CASE_DAT &&
           subject_fits_finite(scene, verb, token);
}

/* Parsers sometimes find two subjects ("Israel verurteilte die Türkei"): the one that cannot be it, else the later, is the object;
 * beside an object it is the dative ("Syrien wurden Panzer geliefert", "Indien verkauft Frankreich Flugzeuge"). */
void subject_split(const struct scene *scene, uint32_t verb, bool passive, struct arguments *arguments)
{
    const enum frame_function subject = passive ? FUNCTION_AKK : FUNCTION_NOM;
    const enum frame_function other = passive || arguments_has(arguments, FUNCTION_AKK) ? FUNCTION_DAT : FUNCTION_AKK;
    size_t first = SIZE_MAX, second = SIZE_MAX;
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == subject) {
            second = first == SIZE_MAX ? SIZE_MAX : i;
            first = first == SIZE_MAX ? i : first;
        }
    if (first != SIZE_MAX && second == SIZE_MAX && passive && !arguments_has(arguments, FUNCTION_DAT) &&
        arguments_is_bare_name(scene, arguments->items[first].token) && !subject__agrees(scene, verb, arguments->items[first].token))
        arguments->items[first].slot.function = FUNCTION_DAT;            /* "Syrien wurden … geliefert" */
    if (second == SIZE_MAX || arguments_has(arguments, other))
        return;
    const uint32_t *const mention = scene->mention;
    const uint32_t one = arguments->items[first].token, two = arguments->items[second].token;
    if (mention[one] != DOCUMENT_NONE && mention[one] == mention[two])               /* two words of one name */
        return;
    const bool exchange = !subject__agrees(scene, verb, one) && subject__agrees(scene, verb, two);
    arguments->items[exchange ? first : second].slot.function = other;
}

/* "wo die zum Bündnis gehörende Miliz Stützpunkte überrannte": what stands right before the noun's attributes is its article, no pronoun. */
static void subject__of_article(const struct scene *scene, struct arguments *arguments)
{
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM);
    const uint32_t article = subject == SIZE_MAX ? DOCUMENT_NONE : arguments->items[subject].token;
    if (article == DOCUMENT_NONE || (arguments_token(scene, article)->upos != UPOS_PRON && arguments_token(scene, article)->upos != UPOS_DET) ||
        !lexicon_has_flag(arguments_token(scene, article), ANALYSIS_DEMONSTRATIVE))
        return;
    for (size_t i = 0; i < arguments->count; i++) {
        struct argument *const noun = &arguments->items[i];
        if (noun->slot.function != FUNCTION_AKK || noun->weak || !arguments_is_noun(scene, noun->token) ||
            tree_subtree(scene->document, noun->token).first != article + 1 || tree_child(scene->document, noun->token, RELATION_AMOD) == DOCUMENT_NONE ||
            tree_determiner(scene->document, noun->token) != DOCUMENT_NONE)
            continue;
        arguments->items[subject].token = noun->token;
        *noun = arguments->items[--arguments->count];
        return;
    }
}

/* "Gestern hat China Russland Bauteile geliefert": of two bare names behind the finite verb the first is the subject. */
void subject_by_order(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const uint32_t finite = tree_finite(scene->document, verb);
    struct argument *subject = NULL;
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == FUNCTION_NOM && !arguments->items[i].weak)
            subject = &arguments->items[i];
    if (!subject || finite == DOCUMENT_NONE || finite + 2 != subject->token || !arguments_is_bare_name(scene, subject->token))
        return;
    for (size_t i = 0; i < arguments->count; i++) {
        struct argument *const other = &arguments->items[i];
        if (other->token + 1 != subject->token || (other->slot.function != FUNCTION_DAT && other->slot.function != FUNCTION_AKK) ||
            !arguments_is_bare_name(scene, other->token))
            continue;
        const uint32_t first = other->token;
        other->token = subject->token;
        other->weak = false;
        subject->token = first;
        return;
    }
}

/* "In Haiti haben Banden 2500 Menschen getötet": of two behind the finite verb that could both be either, the first is the subject. */
static void subject__first_of_two(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM), object = arguments_strong(arguments, FUNCTION_AKK);
    const uint32_t finite = tree_finite(scene->document, verb);
    if (subject == SIZE_MAX || object == SIZE_MAX || finite == DOCUMENT_NONE)
        return;
    const uint32_t nominative = arguments->items[subject].token, accusative = arguments->items[object].token;
    if (accusative < finite || nominative < accusative || tree_head(scene->document, nominative) != verb || tree_head(scene->document, accusative) != verb ||
        !arguments_is_noun(scene, nominative) || !arguments_is_noun(scene, accusative) || scene->mention[accusative] == DOCUMENT_NONE ||
        !arguments_may_be(scene, accusative, CASE_NOM) || !arguments_may_be(scene, nominative, CASE_ACC) || !subject_fits_finite(scene, verb, accusative))
        return;
    arguments->items[subject].slot.function = FUNCTION_AKK;
    arguments->items[object].slot.function = FUNCTION_NOM;
}

/* A party told by bare names and titles ("Außenminister Lawrow", "Peking"), which show no case. */
static bool subject__shows_no_case(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t mention = scene->mention[token];
    if (mention == DOCUMENT_NONE || !document->mentions[mention].entity_count || !arguments_is_noun(scene, token) ||
        tree_determiner(document, token) != DOCUMENT_NONE || tree_child(document, token, RELATION_AMOD) != DOCUMENT_NONE)
        return false;
    const struct entity *const entity = &document->entities[document->mentions[mention].entities[0]];
    return entity->kind == ENTITY_PERSON || entity->kind == ENTITY_COUNTRY || entity->kind == ENTITY_ORGANISATION ||
           (entity->kind == ENTITY_PLACE && entity->sector == SECTOR_GOV);
}

/* "Die Armee", "das Parlament": a party whose article is that of an accusative too. */
static bool subject__may_be_either(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t mention = scene->mention[token];
    return mention != DOCUMENT_NONE && arguments_is_noun(scene, token) && !arguments_preposition(scene, token) && arguments_may_be(scene, token, CASE_NOM) &&
           document->entities[document->mentions[mention].entities[0]].kind != ENTITY_PLACE;
}

/* Has the verb an object besides these two? */
static bool subject__has_third(const struct arguments *arguments, const struct argument *one, const struct argument *other)
{
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == FUNCTION_AKK && !arguments->items[i].weak && &arguments->items[i] != one && &arguments->items[i] != other)
            return true;
    return false;
}

/* "Verteidigungsminister Pistorius sagte Präsident Selenskyj Panzer zu", "Die Armee stellte Präsident Mursi ein Ultimatum": of two parties that
 * show no case the one before the verb is the subject. */
static void subject__before_verb(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM);
    const uint32_t finite = tree_finite(scene->document, verb);
    if (subject == SIZE_MAX || finite == DOCUMENT_NONE || arguments_preposition(scene, arguments->items[subject].token) ||
        !subject__shows_no_case(scene, arguments->items[subject].token))
        return;
    const bool last = arguments->items[subject].token < finite;              /* "dass die Armee Präsident Mursi Verrat vorwirft" */
    if (last && (tree_mark(scene->document, verb) == DOCUMENT_NONE || arguments_token(scene, arguments->items[subject].token)->upos != UPOS_NOUN))
        return;
    const uint32_t end = last ? arguments->items[subject].token : finite;
    for (size_t i = 0; i < arguments->count; i++) {
        struct argument *const other = &arguments->items[i];
        if ((other->slot.function != FUNCTION_AKK && other->slot.function != FUNCTION_DAT) || other->weak || other->token > end ||
            tree_head(scene->document, other->token) != verb || !(subject__shows_no_case(scene, other->token) || subject__may_be_either(scene, other->token)) ||
            !subject_fits_finite(scene, verb, other->token))
            continue;
        const bool third = subject__has_third(arguments, &arguments->items[subject], other);
        arguments->items[subject].slot.function = third ? FUNCTION_DAT : other->slot.function;
        other->slot.function = FUNCTION_NOM;
        return;
    }
}

/* "Syrien lieferte der Iran Raketen": who can by his article be nothing but the subject is it, so that the bare name is an object. */
static void subject__only_nominative(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM);
    if (subject == SIZE_MAX || !subject__shows_no_case(scene, arguments->items[subject].token) || tree_head(document, arguments->items[subject].token) != verb ||
        arguments_preposition(scene, arguments->items[subject].token))
        return;
    for (size_t i = 0; i < arguments->count; i++) {
        struct argument *const other = &arguments->items[i];
        const uint32_t token = other->token;
        if ((other->slot.function != FUNCTION_AKK && other->slot.function != FUNCTION_DAT) || other->weak || tree_head(document, token) != verb ||
            arguments_preposition(scene, token) || tree_determiner(document, token) == DOCUMENT_NONE || scene->mention[token] == DOCUMENT_NONE ||
            arguments_token(scene, token)->morphology.grammatical_case != CASE_NOM || !arguments_may_be(scene, token, CASE_NOM) ||
            arguments_may_be(scene, token, CASE_ACC) || !subject_fits_finite(scene, verb, token))
            continue;
        arguments->items[subject].slot.function = subject__has_third(arguments, &arguments->items[subject], other) ? FUNCTION_DAT : FUNCTION_AKK;
        other->slot.function = FUNCTION_NOM;
        return;
    }
}

/* "hat die Macht übernommen und die Ministerin festgenommen": a later conjunct that shares its auxiliary shares the subject too, so that
 * what the parser took for its subject is the object. */
static void subject__of_gapped(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    const uint32_t first = subject_first_of_coordination(scene, verb);
    const size_t own = arguments_strong(arguments, FUNCTION_NOM);
    if (first == verb || own == SIZE_MAX || arguments_has(arguments, FUNCTION_AKK) ||
        arguments_token(scene, verb)->morphology.verb_form == VERB_FORM_FIN ||
        tree_child(document, verb, RELATION_AUX) != DOCUMENT_NONE || tree_child(document, first, RELATION_NSUBJ) == DOCUMENT_NONE)
        return;
    arguments->items[own].slot.function = FUNCTION_AKK;
    arguments_add(scene, arguments, FUNCTION_NOM, NULL, arguments_antecedent(scene, tree_child(document, first, RELATION_NSUBJ)), false);
}

/* "Moskau wies das zurück, warf Kiew aber Betrug vor": a finite verb that opens a later conjunct shares the first one's subject, so that the name
 * behind it is an object. */
static void subject__of_verb_first(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    const uint32_t first = subject_first_of_coordination(scene, verb);
    const uint32_t above = arguments_token(scene, first)->relation == RELATION_XCOMP ? tree_head(document, first) : first;      /* "gelobte, … zu schützen, bot …" */
    const uint32_t shared = first == verb ? DOCUMENT_NONE : tree_child(document, above, RELATION_NSUBJ);
    const size_t own = arguments_strong(arguments, FUNCTION_NOM);
    if (shared == DOCUMENT_NONE || own == SIZE_MAX || verb == 0 || shared > first || arguments_token(scene, verb)->morphology.verb_form != VERB_FORM_FIN ||
        tree_mark(document, verb) != DOCUMENT_NONE)
        return;
    const enum upos before = arguments_token(scene, verb - 1)->upos;
    const uint32_t name = arguments->items[own].token, subject = arguments_antecedent(scene, shared);
    if ((before != UPOS_PUNCT && before != UPOS_CCONJ) || name < verb || !arguments_is_bare_name(scene, name) || scene->mention[name] == DOCUMENT_NONE ||
        !subject_fits_finite(scene, verb, subject) || scene->mention[subject] == DOCUMENT_NONE)
        return;
    arguments->items[own].slot.function = arguments_has(arguments, FUNCTION_AKK) ? FUNCTION_DAT : FUNCTION_AKK;
    if (arguments->items[own].slot.function == FUNCTION_AKK)
        arguments_add(scene, arguments, FUNCTION_DAT, NULL, name, true);
    arguments_add(scene, arguments, FUNCTION_NOM, NULL, subject, false);
}

/* "Sie sind sicher: Russland setzt die ein": the name before the verb that the parser hung on the clause before the colon is the subject,
 * and a pronoun behind the verb the object. */
static void subject__behind_colon(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    const size_t own = arguments_strong(arguments, FUNCTION_NOM);
    if (verb < 2 || arguments_token(scene, verb)->relation != RELATION_PARATAXIS ||
        arguments_token(scene, verb)->morphology.verb_form != VERB_FORM_FIN || scene->mention[verb - 1] == DOCUMENT_NONE ||
        arguments_token(scene, verb - 2)->upos != UPOS_PUNCT || tree_head(document, verb - 1) != tree_head(document, verb) ||
        arguments_preposition(scene, verb - 1) ||
        (own != SIZE_MAX && (arguments->items[own].token < verb || arguments_is_noun(scene, arguments->items[own].token))))
        return;
    if (own != SIZE_MAX)
        arguments->items[own].slot.function = arguments_has(arguments, FUNCTION_AKK) ? FUNCTION_DAT : FUNCTION_AKK;
    arguments_add(scene, arguments, FUNCTION_NOM, NULL, verb - 1, false);
}

static bool subject__is_country(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const struct mention *const mention = scene->mention[token] == DOCUMENT_NONE ? NULL : &document->mentions[scene->mention[token]];
    return mention && mention->kind == MENTION_NAME && document->entities[mention->entities[0]].kind == ENTITY_COUNTRY;
}

/* "zwei Männer, die ein Gericht verurteilt hatte", "die den Präsident gestürzt und geputscht hatten", "Waffen und Munition lieferte die Armee", "Die Militärs hatten Präsident Bazoum
 * festgesetzt": the number of the verb tells which of two is the subject. */
static void subject__by_number(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM), object = arguments_strong(arguments, FUNCTION_AKK);
    if (subject == SIZE_MAX || object == SIZE_MAX || subject_fits_finite(scene, verb, arguments->items[subject].token) ||
        !subject_fits_finite(scene, verb, arguments->items[object].token) || !arguments_may_be(scene, arguments->items[object].token, CASE_NOM))
        return;
    const bool party = scene->mention[arguments->items[object].token] != DOCUMENT_NONE &&
                       (scene->mention[arguments->items[subject].token] == DOCUMENT_NONE || subject__is_person(scene, arguments->items[subject].token));
    const bool relative = arguments_token(scene, verb)->relation == RELATION_ACL && tree_head(scene->document, verb) == arguments->items[subject].token &&
                          arguments_token(scene, arguments->items[subject].token)->morphology.number == NUMBER_PLUR;
    if (arguments_conjunct_with_auxiliary(scene, verb) == DOCUMENT_NONE && !relative &&
        !(party && arguments_may_be(scene, arguments->items[subject].token, CASE_ACC) && arguments_is_noun(scene, arguments->items[subject].token)))
        return;
    const bool third = subject__has_third(arguments, &arguments->items[subject], &arguments->items[object]) &&
                       arguments_may_be(scene, arguments->items[subject].token, CASE_DAT);
    arguments->items[subject].slot.function = third ? FUNCTION_DAT : FUNCTION_AKK;
    arguments->items[object].slot.function = FUNCTION_NOM;
}

/* Right behind the finite verb a phrase without preposition that the parser made no companion, and that can be the subject. */
static uint32_t subject__without_case(const struct scene *scene, uint32_t verb, uint32_t finite)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, verb); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (arguments_token(scene, child)->relation == RELATION_OBL && tree_subtree(document, child).first == finite + 1 &&
            scene->mention[child] != DOCUMENT_NONE && !arguments_preposition(scene, child) && arguments_may_be(scene, child, CASE_NOM))
            return child;
    return DOCUMENT_NONE;
}

/* "Dem Irak bot Peking Gespräche an", "… bot die Türkei Gespräche an": right behind the finite verb who can be the subject is it where what
 * stands before the verb can only be the dative. */
static void subject__behind_dative(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const uint32_t finite = tree_finite(scene->document, verb);
    struct argument *dative = NULL, *name = NULL;
    for (size_t i = 0; i < arguments->count && finite != DOCUMENT_NONE; i++) {
        struct argument *const argument = &arguments->items[i];
        const enum frame_function function = argument->slot.function;
        if (!arguments_is_noun(scene, argument->token) || (function != FUNCTION_NOM && function != FUNCTION_DAT && function != FUNCTION_AKK))
            continue;
        const bool behind = tree_subtree(scene->document, argument->token).first == finite + 1 && scene->mention[argument->token] != DOCUMENT_NONE;
        if (function != FUNCTION_AKK && argument->token < finite && !argument->weak && !arguments_may_be(scene, argument->token, CASE_NOM) &&
            arguments_may_be(scene, argument->token, CASE_DAT))
            dative = argument;
        else if (behind && (arguments_is_bare_name(scene, argument->token) || (arguments_may_be(scene, argument->token, CASE_NOM) && function == FUNCTION_AKK)))
            name = argument;
        else if (function == FUNCTION_NOM)
            return;
    }
    const uint32_t token = name ? name->token : dative ? subject__without_case(scene, verb, finite) : DOCUMENT_NONE;
    if (!dative || token == DOCUMENT_NONE || !subject_fits_finite(scene, verb, token))
        return;
    dative->slot.function = FUNCTION_DAT;
    if (name) {
        name->slot.function = FUNCTION_NOM;
        name->weak = false;
    } else {
        arguments_add(scene, arguments, FUNCTION_NOM, NULL, token, false);
    }
}

/* "Die UNO erklärte, Russland wolle Polen angreifen", "Russland, das Polen angreifen will": of two bare names, which show no case, the first
 * is the subject where both can be it (Duden, Grammatik: the subject comes first where nothing else tells). */
static void subject__first_of_names(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM), object = arguments_strong(arguments, FUNCTION_AKK);
    const uint32_t finite = tree_finite(scene->document, verb);
    if (subject == SIZE_MAX || object == SIZE_MAX || finite == DOCUMENT_NONE)
        return;
    const uint32_t first = arguments->items[object].token, second = arguments->items[subject].token;
    const bool relative = arguments_token(scene, verb)->relation == RELATION_ACL && tree_head(scene->document, verb) == first &&
                          subject__is_country(scene, first);
    if (first > second || !(relative || first < finite) || !(relative || second > finite) || !arguments_is_bare_name(scene, second) ||
        (!relative && !arguments_is_bare_name(scene, first)) || scene->mention[first] == DOCUMENT_NONE || scene->mention[second] == DOCUMENT_NONE ||
        !subject_fits_finite(scene, verb, first) || !subject_fits_finite(scene, verb, second))
        return;
    arguments->items[subject].slot.function = FUNCTION_AKK;
    arguments->items[object].slot.function = FUNCTION_NOM;
}

void subject_among_two(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    subject_of_comment(scene, verb, arguments);
    subject_of_relative(scene, verb, arguments);
    subject__first_of_names(scene, verb, arguments);
    subject__behind_dative(scene, verb, arguments);
    subject__of_article(scene, arguments);
    subject__by_number(scene, verb, arguments);
    subject__first_of_two(scene, verb, arguments);
    subject__before_verb(scene, verb, arguments);
    subject__only_nominative(scene, verb, arguments);
    subject__behind_colon(scene, verb, arguments);
    subject__of_gapped(scene, verb, arguments);
    subject__of_verb_first(scene, verb, arguments);
}

/* "Das lehnte Peking ab" */
static bool subject__is_anaphor(const struct scene *scene, uint32_t token)
{
    enum { LONGEST = 8 };
    const struct token *const word = arguments_token(scene, token);
    char lower[LONGEST + 4];
    const size_t length = strlen(word->form);
    if (length > LONGEST || (word->upos != UPOS_PRON && word->upos != UPOS_DET))
        return false;
    lower[utf8_lower_string(word->form, length, lower)] = '\0';
    return knowledge_anaphor(scene->knowledge, lower) != ANAPHOR_NONE;
}

/* "Eine Expertengruppe wirft Kigali vor", "Das Abschlussdokument kritisiert Peking": before its verb a text or group speaks itself. */
static bool subject__tells(const struct scene *scene, uint32_t token)
{
    const struct token *const word = arguments_token(scene, token);
    const uint32_t finite = tree_finite(scene->document, tree_head(scene->document, token));
    return word->upos == UPOS_NOUN && finite != DOCUMENT_NONE && token < finite &&
           (knowledge_is_teller(scene->knowledge, word->lemma) || knowledge_is_teller(scene->knowledge, word->compound_head));
}

bool subject_may_act(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t mention = scene->mention[token];
    return mention != DOCUMENT_NONE && (document->mentions[mention].kind == MENTION_NAME || document->mentions[mention].kind == MENTION_PRONOUN ||
                                        document->entities[document->mentions[mention].entities[0]].kind != ENTITY_PLACE);
}

bool subject_exchange(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM), object = arguments_strong(arguments, FUNCTION_AKK);
    if (subject == SIZE_MAX || object == SIZE_MAX || tree_finite(scene->document, verb) == DOCUMENT_NONE)
        return false;
    const uint32_t nominative = arguments->items[subject].token, accusative = arguments->items[object].token;
    if ((!arguments_is_noun(scene, nominative) && !subject__is_anaphor(scene, nominative)) || subject__tells(scene, nominative) || !arguments_is_noun(scene, accusative) ||
        subject_may_act(scene, nominative) || scene->mention[accusative] == DOCUMENT_NONE ||
        tree_head(scene->document, nominative) != verb || tree_head(scene->document, accusative) != verb ||
        !arguments_may_be(scene, nominative, CASE_ACC) || !arguments_may_be(scene, accusative, CASE_NOM) ||
        !subject_fits_finite(scene, verb, accusative))
        return false;
    arguments->items[subject].slot.function = FUNCTION_AKK;
    arguments->items[object].slot.function = FUNCTION_NOM;
    return true;
}

bool subject_of_state(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM);
    if (subject == SIZE_MAX || arguments_has(arguments, FUNCTION_AKK) ||
        arguments_token(scene, verb)->morphology.verb_form != VERB_FORM_PART_PERF || arguments_is_passive(scene, verb) ||
        scene->mention[arguments->items[subject].token] != DOCUMENT_NONE)
        return false;
    arguments->items[subject].slot.function = FUNCTION_AKK;
    return true;
}

bool subject_of_bare_name(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const size_t subject = arguments_strong(arguments, FUNCTION_NOM);
    const uint32_t finite = tree_finite(scene->document, verb);
    if (subject == SIZE_MAX || arguments_strong(arguments, FUNCTION_AKK) != SIZE_MAX || finite == DOCUMENT_NONE)
        return false;
    const uint32_t object = arguments->items[subject].token, name = finite + 1;
    if (object < finite || scene->mention[object] != DOCUMENT_NONE || !arguments_is_noun(scene, object) || !arguments_may_be(scene, object, CASE_ACC) ||
        !subject_fits_finite(scene, verb, name))
        return false;
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == FUNCTION_DAT && arguments->items[i].token == name && arguments_is_bare_name(scene, name)) {
            arguments->items[subject].slot.function = FUNCTION_AKK;
            arguments->items[i] = (struct argument){{FUNCTION_NOM, NULL}, name, false};
            return true;
        }
    return false;
}

bool subject_of_object(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const uint32_t finite = tree_finite(scene->document, verb);
    if (arguments_has(arguments, FUNCTION_NOM) || finite == DOCUMENT_NONE || arguments_is_passive(scene, verb))
        return false;
    for (size_t i = 0; i < arguments->count; i++) {
        const uint32_t object = arguments->items[i].token;
        if (arguments->items[i].slot.function != FUNCTION_AKK || tree_head(scene->document, object) != verb || !arguments_is_noun(scene, object) ||
            arguments_preposition(scene, object) || !arguments_may_be(scene, object, CASE_NOM) || !subject_fits_finite(scene, verb, object))
            continue;
        arguments->items[i] = (struct argument){{FUNCTION_NOM, NULL}, object, false};
        return true;
    }
    return false;
}
