/* event/arguments.c: reads the companions of verbs off the tree. Functions are those of docs/tables.md.
 *
 *   nsubj is nom, in the passive akk; objects by case; PPs by preposition; the agent phrase of a passive is nom. A subject that
 *   stands elsewhere: event/subject.c; all of them together: event/arguments_verb.c. What a companion shows of itself: event/arguments_words.c.
 *   Parses err: what hangs elsewhere is added as weak arguments (event/arguments_weak.c).
 */
#include "event/company.h"

#include "entity/entity.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

/* "einen Teil ihrer Sanktionen", "die Hälfte der Truppen": the whole that its genitive or "von" names, else the token itself. */
static uint32_t arguments__whole(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    if (arguments_token(scene, token)->upos != UPOS_NOUN || !knowledge_is_part(scene->knowledge, arguments_lemma(scene, token)))
        return token;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const char *const preposition = arguments_preposition(scene, child);
        if (child > token && arguments_token(scene, child)->relation == RELATION_NMOD && (!preposition || knowledge_is_von(scene->knowledge, preposition)))
            return child;
    }
    return token;
}

/* Times ("im Mai", "Dienstag") are no subjects or objects, though parsers take them for such; who is only a source ("Medien zufolge")
 * has no part in the act. */
void arguments_add(const struct scene *scene, struct arguments *arguments, enum frame_function function, const char *preposition,
                   uint32_t token, bool weak)
{
    if (token != DOCUMENT_NONE)
        token = arguments__whole(scene, arguments_counted(scene->document, token));
    if (token == DOCUMENT_NONE || arguments->count == ARGUMENTS_MOST || scene->is_source[token] || company_is_example(scene, token) ||
        company_is_bracketed(scene, token) || (scene->is_time[token] && function <= FUNCTION_GEN))
        return;
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].token == token && arguments->items[i].slot.function == function)
            return;
    arguments->items[arguments->count++] = (struct argument){{function, preposition}, token, weak};
}

bool arguments_has(const struct arguments *arguments, enum frame_function function)
{
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == function)
            return true;
    return false;
}

size_t arguments_strong(const struct arguments *arguments, enum frame_function function)
{
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == function && !arguments->items[i].weak)
            return i;
    return SIZE_MAX;
}

/* Is it a dative by its form, "der Ukraine" and the like (genitives do not hang on verbs)? */
static bool arguments__is_dative(const struct scene *scene, uint32_t token)
{
    return arguments_may_be(scene, token, CASE_DAT) && !arguments_may_be(scene, token, CASE_NOM) &&
           !arguments_may_be(scene, token, CASE_ACC);
}

static bool arguments__is_counted(const struct scene *scene, uint32_t token)
{
    return arguments_token(scene, token)->upos == UPOS_NOUN && !scene->is_time[token] &&
           tree_child(scene->document, token, RELATION_NUMMOD) != DOCUMENT_NONE;
}

/* "12 von 15 Raketen": the number is the object, the noun behind it tells of what. */
static bool arguments__part_of_number(const struct scene *scene, struct arguments *arguments, uint32_t number)
{
    const uint32_t next = number + 1;
    if (arguments_token(scene, number)->upos != UPOS_NUM || next >= scene->document->token_count ||
        arguments_token(scene, next)->relation != RELATION_CASE)
        return false;
    const uint32_t noun = tree_head(scene->document, next);
    if (noun == DOCUMENT_NONE || !arguments__is_counted(scene, noun))
        return false;
    arguments_add(scene, arguments, FUNCTION_AKK, NULL, noun, false);
    return true;
}

/* "werfen einander Verstöße vor": a word that shows no case. False: the child is another. */
static bool arguments__reciprocal(const struct scene *scene, struct arguments *arguments, uint32_t child)
{
    if (!knowledge_is_reciprocal(scene->knowledge, arguments_lemma(scene, child)))
        return false;
    arguments_add(scene, arguments, FUNCTION_DAT, NULL, child, true);
    arguments_add(scene, arguments, FUNCTION_AKK, NULL, child, true);
    return true;
}

/* "die Gemeinschaft, der sie Untreue vorwerfen": a relative pronoun whose noun's gender leaves it the dative alone. */
static bool arguments__is_relative_dative(const struct scene *scene, uint32_t child, uint32_t noun)
{
    const struct token *const pronoun = arguments_token(scene, child);
    const struct morphology *const of = &arguments_token(scene, noun)->morphology;
    bool dative = false;
    if (noun == child || pronoun->upos != UPOS_PRON || of->number != NUMBER_SING || !of->gender)
        return false;
    for (size_t i = 0; i < pronoun->analysis_count; i++) {
        const struct morphology *const reading = &pronoun->analyses[i].morphology;
        if (reading->number != NUMBER_SING || reading->gender != of->gender)
            continue;
        if (reading->grammatical_case == CASE_NOM || reading->grammatical_case == CASE_ACC)
            return false;
        dative = dative || reading->grammatical_case == CASE_DAT;
    }
    return dative;
}

static void arguments__object(const struct scene *scene, struct arguments *arguments, uint32_t child)
{
    const struct token *const word = arguments_token(scene, child);
    const uint32_t token = arguments_antecedent(scene, child);
    if (arguments__is_relative_dative(scene, child, token)) {
        arguments_add(scene, arguments, FUNCTION_DAT, NULL, token, false);
        return;
    }
    if (arguments__reciprocal(scene, arguments, child))
        return;
    if (arguments_is_noun(scene, child) && arguments_postposition(scene, child)) {            /* "rief Kim Medien zufolge zu … auf" */
        arguments_add(scene, arguments, FUNCTION_PP, arguments_postposition(scene, child), token, false);
        return;
    }
    if (lexicon_has_flag(word, ANALYSIS_REFLEXIVE) && !lexicon_has_flag(word, ANALYSIS_PERSONAL)) {
        arguments_add(scene, arguments, FUNCTION_REFL, NULL, child, false);
        return;
    }
    if (arguments__part_of_number(scene, arguments, child))
        return;
    const enum grammatical_case given = word->morphology.grammatical_case;
    const bool dative = arguments_may_be(scene, child, CASE_DAT) &&
                        (given == CASE_DAT || (word->relation == RELATION_IOBJ && given != CASE_ACC) || arguments__is_dative(scene, child));
    if (given == CASE_GEN && arguments_has(arguments, FUNCTION_AKK))
        arguments_add(scene, arguments, FUNCTION_GEN, NULL, token, false);
    else
        arguments_add(scene, arguments, dative ? FUNCTION_DAT : FUNCTION_AKK, NULL, token, false);
}

/* "ob gegen das Land Strafen verhängt würden" */
static bool arguments__lacks_subject(const struct scene *scene, uint32_t verb)
{
    return tree_child(scene->document, verb, RELATION_NSUBJ) == DOCUMENT_NONE && tree_child(scene->document, verb, RELATION_NSUBJ_PASS) == DOCUMENT_NONE;
}

/* "…, als bewaffnete Räuber einen Konvoi angriffen": what parsers take for a preposition opens a clause that lacks a subject. */
static bool arguments__opens_clause(const struct scene *scene, uint32_t child, const char *preposition)
{
    const struct document *const document = scene->document;
    const uint32_t verb = tree_head(document, child), first = tree_subtree(document, child).first;
    const uint32_t finite = tree_finite(document, verb);
    return (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_CLAUSE) && finite != DOCUMENT_NONE &&
           finite > child && finite >= verb && first > 0 && arguments_token(scene, first - 1)->upos == UPOS_PUNCT &&
           arguments__lacks_subject(scene, verb);
}

/* "warf der PTI Heuchelei vor": beside a subject an article that is no accusative shows a dative, of whatever gender the name is. */
static bool arguments__has_dative_article(const struct scene *scene, const struct arguments *arguments, uint32_t token)
{
    const uint32_t determiner = tree_determiner(scene->document, token);
    bool dative = false;
    if (determiner == DOCUMENT_NONE || arguments_token(scene, token)->upos != UPOS_PROPN || !arguments_has(arguments, FUNCTION_NOM))
        return false;
    const struct token *const article = arguments_token(scene, determiner);
    for (size_t i = 0; i < article->analysis_count; i++) {
        if (article->analyses[i].word_class == WORD_ARTICLE && article->analyses[i].morphology.grammatical_case == CASE_ACC)
            return false;
        dative = dative || (article->analyses[i].word_class == WORD_ARTICLE && article->analyses[i].morphology.grammatical_case == CASE_DAT);
    }
    return dative;
}

/* "forderte der Regierungschef von Mali einen Abzug": the country right behind its official is his, whatever the parse hangs it on. */
static bool arguments__tells_office(const struct scene *scene, uint32_t child, const char *relation)
{
    const struct document *const document = scene->document;
    const uint32_t preposition = tree_preposition(document, child), country = document->token_mention[child];
    const uint32_t office = preposition == DOCUMENT_NONE || preposition == 0 ? DOCUMENT_NONE : document->token_mention[preposition - 1];
    if (office == DOCUMENT_NONE || country == DOCUMENT_NONE || !knowledge_is_von(scene->knowledge, relation) ||
        document->mentions[office].kind == MENTION_NAME)
        return false;
    const struct entity *const official = &document->entities[document->mentions[office].entities[0]];
    const struct entity *const named = &document->entities[document->mentions[country].entities[0]];
    return official->kind == ENTITY_OFFICE && named->kind == ENTITY_COUNTRY && strcmp(official->code, named->code) == 0;
}

static bool arguments__is_arms(const struct scene *scene, uint32_t token)
{
    const uint32_t item = token == DOCUMENT_NONE ? DOCUMENT_NONE : scene->document->token_item[token];
    return item != DOCUMENT_NONE && entity_is_arms(scene->document->items[item].item_class);
}

/* "Drei Raketen wurden von der Küste gestartet": from where arms are fired is nobody who does it; "von iranischem Gebiet" tells who. */
static bool arguments__is_launch_site(const struct scene *scene, uint32_t child)
{
    const struct document *const document = scene->document;
    const uint32_t mention = document->token_mention[child], adjective = tree_child(document, child, RELATION_AMOD);
    if (!arguments__is_arms(scene, tree_subject(document, tree_head(document, child))) || document->token_item[child] != DOCUMENT_NONE ||
        arguments_token(scene, child)->upos != UPOS_NOUN || (adjective != DOCUMENT_NONE && document->token_mention[adjective] != DOCUMENT_NONE))
        return false;
    return mention == DOCUMENT_NONE || (document->mentions[mention].kind == MENTION_NOMINAL &&
                                        document->entities[document->mentions[mention].entities[0]].kind == ENTITY_PLACE);
}

static void arguments__phrase(const struct scene *scene, struct arguments *arguments, uint32_t child, bool passive)
{
    const char *const preposition = arguments_preposition(scene, child);
    const struct token *const word = arguments_token(scene, child);
    const uint32_t token = arguments_antecedent(scene, child);
    if (!preposition && arguments__reciprocal(scene, arguments, child))
        return;
    if (!preposition && word->relation == RELATION_NMOD && arguments_is_noun(scene, tree_head(scene->document, child))) {
        arguments_add(scene, arguments, FUNCTION_GEN, NULL, token, false);       /* "ist eine Provokation der Türkei" */
        return;
    }
    if (!preposition) {
        if (word->morphology.grammatical_case == CASE_DAT || arguments__is_dative(scene, child) ||
            arguments__has_dative_article(scene, arguments, child))
            arguments_add(scene, arguments, FUNCTION_DAT, NULL, token, false);
        else if (word->morphology.grammatical_case == CASE_GEN) {        /* "der Ukraine" is a dative as well, and few verbs have genitives */
            arguments_add(scene, arguments, FUNCTION_GEN, NULL, token, true);
            arguments_add(scene, arguments, FUNCTION_DAT, NULL, token, false);
        }
        else if (lexicon_has_flag(word, ANALYSIS_REFLEXIVE))
            arguments_add(scene, arguments, FUNCTION_REFL, NULL, token, false);
        else if (word->upos == UPOS_NOUN && !scene->is_time[child] &&       /* "in Tigray Zivilisten getötet zu haben", "Getötet wurden Zivilisten" */
                 (passive ? arguments__lacks_subject(scene, tree_head(scene->document, child)) : word->morphology.grammatical_case == CASE_ACC))
            arguments_add(scene, arguments, FUNCTION_AKK, NULL, token, arguments_has(arguments, FUNCTION_AKK));
        else if (word->upos == UPOS_NUM ||                                       /* "20 davon wurden zerstört" */
                 tree_preposition(scene->document, child) != DOCUMENT_NONE)      /* the preposition belongs to the phrase before it */
            arguments_add(scene, arguments, FUNCTION_AKK, NULL, token, false);
        else if (arguments_is_bare_name(scene, child)) {                /* "bat Berlin um Hilfe" */
            arguments_add(scene, arguments, FUNCTION_DAT, NULL, token, true);
            if (!passive && !arguments_has(arguments, FUNCTION_AKK) && child > 0 && (!arguments_is_noun(scene, child - 1) || scene->is_source[child - 1]))
                arguments_add(scene, arguments, FUNCTION_AKK, NULL, token, true);
        } else if (!passive && arguments__is_counted(scene, child))                /* "hat mehr als 1000 Container geliefert" */
            arguments_add(scene, arguments, FUNCTION_AKK, NULL, token, true);
        return;
    }
    if (!passive && arguments__tells_office(scene, child, preposition))
        return;
    if (arguments__opens_clause(scene, child, preposition)) {
        arguments_add(scene, arguments, passive ? FUNCTION_AKK : FUNCTION_NOM, NULL, token, false);
        return;
    }
    const uint32_t before = tree_preposition(scene->document, child);
    const bool whole = before != DOCUMENT_NONE && before > 0 && company_whole(scene, before - 1) == child;       /* "zwei von ihnen wurden getötet" */
    if (passive && !whole && (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_AGENT) && !arguments__is_launch_site(scene, child))
        arguments_add(scene, arguments, FUNCTION_NOM, NULL, token, false);
    if (arguments__is_counted(scene, child) && before > 0 &&                      /* "wehrte 12 von 15 Raketen ab" */
        (tree_child(scene->document, child, RELATION_NUMMOD) < before || arguments_token(scene, before - 1)->upos == UPOS_NUM))
        arguments_add(scene, arguments, FUNCTION_AKK, NULL, token, true);
    arguments_add(scene, arguments, FUNCTION_PP, preposition, token, false);
}

/* "dagegen, dass …": the PP's noun is the clause; without one the adverb itself. */
static void arguments__adverb(const struct scene *scene, struct arguments *arguments, uint32_t child)
{
    const struct token *const word = arguments_token(scene, child);
    const char *const lemma = word->lemma ? word->lemma : word->form, *const preposition = knowledge_adverb(scene->knowledge, lemma);
    if (!arguments__reciprocal(scene, arguments, child) && preposition)
        arguments_add(scene, arguments, FUNCTION_PP, preposition, child, false);
    else if (arguments_preposition(scene, child))
        arguments_add(scene, arguments, FUNCTION_PP, arguments_preposition(scene, child), child, false);
}

/* "Belarus, dem Russland Raketen überlassen hat, warnte …": a relative clause that the parser took for what the verb behind it tells. */
static bool arguments__is_relative(const struct scene *scene, uint32_t child)
{
    const uint32_t first = tree_subtree(scene->document, child).first, pronoun = first + 1, head = tree_head(scene->document, child);
    return first > 0 && pronoun < child && head != DOCUMENT_NONE && child < head && arguments_token(scene, first)->upos == UPOS_PUNCT &&
           arguments_is_noun(scene, first - 1) && arguments_token(scene, pronoun)->upos == UPOS_PRON && arguments_may_be_relative(scene, pronoun) &&
           tree_finite(scene->document, child) >= child;
}

/* "…, was Moskau als Provokation bezeichnete": a comment on the clause, none of its contents. */
static bool arguments__is_comment(const struct scene *scene, uint32_t child)
{
    const uint32_t first = tree_subtree(scene->document, child).first;
    const uint32_t pronoun = first + (arguments_token(scene, first)->upos == UPOS_PUNCT);
    return pronoun < child && arguments_antecedent(scene, pronoun) == tree_head(scene->document, child) && arguments_is_of_clause(scene, pronoun);
}

bool arguments_is_cut_off(const struct document *document, uint32_t one, uint32_t other)
{
    for (uint32_t token = one < other ? one : other; token < (one < other ? other : one); token++)
        if (strcmp(document->tokens[token].form, ";") == 0)
            return true;
    return false;
}

void arguments_clause(const struct scene *scene, struct arguments *arguments, uint32_t child)
{
    const uint32_t verb = tree_head(scene->document, child);
    if (verb < child && arguments_is_cut_off(scene->document, verb, child))
        return;
    if (arguments__is_comment(scene, child))
        return;
    if (arguments__is_relative(scene, child))
        return;
    if (arguments_token(scene, child)->relation == RELATION_XCOMP && arguments_is_noun(scene, child))
        return;                              /* "nannte das ein Verbrechen": what it is called */
    const bool infinitive = arguments_token(scene, child)->morphology.verb_form == VERB_FORM_ZU_INF ||
                            (tree_finite(scene->document, child) == DOCUMENT_NONE &&
                             arguments_token(scene, child)->relation == RELATION_XCOMP);
    arguments_add(scene, arguments, infinitive ? FUNCTION_INF : FUNCTION_DASS, NULL, child, false);
}

/* "der Mann, dem Ankara Spionage zur Last legt": parsers take the relative pronoun for the article of the name behind it. Adds the
 * pronoun's noun and the name as subject; false: it is an article. */
static bool arguments__hidden_relative(const struct scene *scene, struct arguments *arguments, uint32_t child)
{
    const struct document *const document = scene->document;
    const uint32_t determiner = tree_determiner(document, child), verb = tree_head(document, child);
    if (determiner == DOCUMENT_NONE || determiner == 0 || determiner + 1 != child || arguments_token(scene, child)->upos != UPOS_PROPN ||
        arguments_token(scene, determiner - 1)->upos != UPOS_PUNCT || arguments_token(scene, verb)->relation != RELATION_ACL ||
        tree_finite(document, verb) == DOCUMENT_NONE ||      /* "die Absicht, die Ukraine anzugreifen" */
        arguments_preposition(scene, child) || !arguments_may_be_relative(scene, determiner))
        return false;
    const bool dative = arguments_token(scene, determiner)->morphology.grammatical_case == CASE_DAT;
    arguments_add(scene, arguments, dative ? FUNCTION_DAT : FUNCTION_AKK, NULL, tree_head(document, verb), false);
    arguments_add(scene, arguments, FUNCTION_NOM, NULL, child, false);
    return true;
}

static void arguments__child(const struct scene *scene, struct arguments *arguments, uint32_t child, bool passive)
{
    if (!passive && arguments__hidden_relative(scene, arguments, child))
        return;
    switch (arguments_token(scene, child)->relation) {
    case RELATION_NSUBJ:
    case RELATION_NSUBJ_PASS:
        if (arguments__is_dative(scene, child) || arguments__is_relative_dative(scene, child, arguments_antecedent(scene, child)))
            arguments_add(scene, arguments, FUNCTION_DAT, NULL, arguments_antecedent(scene, child), false);       /* "der Ministerin wird vorgeworfen, …" */
        else
            arguments_add(scene, arguments, passive ? FUNCTION_AKK : FUNCTION_NOM, NULL, arguments_antecedent(scene, child), false);
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
        arguments_clause(scene, arguments, child);
        break;
    default:
        break;
    }
}

static bool arguments__is_colon(const struct scene *scene, uint32_t token)
{
    return arguments_token(scene, token)->upos == UPOS_PUNCT && strcmp(arguments_token(scene, token)->form, ":") == 0;
}

/* "Deutlicher wurde Washington: Das Ministerium setzte …": nothing before a colon belongs to a verb that has words of its own behind it, and no
 * noun behind a colon to the verb before it ("Zwei Staaten haben Truppen zugesagt: Peru und Chile"). */
static bool arguments__is_past_colon(const struct scene *scene, uint32_t verb, uint32_t child)
{
    const bool before = child < verb;
    if (!arguments_is_noun(scene, child))
        return false;
    for (uint32_t at = before ? verb - 1 : child - 1; at > (before ? child : verb); at--)
        if (arguments__is_colon(scene, at))
            return !before || at + 1 < verb;
    return false;
}

/* "Die Drohnen setzt Peru ein": a nominative beside the subject, to which the parser gave no function, is the object that the verb lacks. */
static void arguments__other_nominative(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    if (!arguments_has(arguments, FUNCTION_NOM) || arguments_has(arguments, FUNCTION_AKK))
        return;
    for (uint32_t child = tree_first_child(scene->document, verb); child != DOCUMENT_NONE; child = tree_next_sibling(scene->document, child)) {
        const struct token *const word = arguments_token(scene, child);
        if (word->relation == RELATION_OBL && word->upos == UPOS_NOUN && word->morphology.grammatical_case == CASE_NOM && !arguments_preposition(scene, child) &&
            arguments_may_be(scene, child, CASE_ACC))
            arguments_add(scene, arguments, FUNCTION_AKK, NULL, child, true);
    }
}

/* "nach ukrainischen Angaben von Soldaten": an adjective tells whose the words are that the phrase names. */
static bool arguments__is_owned_source(const struct scene *scene, uint32_t noun)
{
    const uint32_t mention = noun > 0 && scene->is_source[noun] ? scene->document->token_mention[noun - 1] : DOCUMENT_NONE;
    return mention != DOCUMENT_NONE && scene->document->mentions[mention].kind == MENTION_ADJECTIVE;
}

/* "wurden 50 Schiffe von Piraten gekapert": who did it hangs on what it was done to, or on the words that tell it. */
static void arguments__astray_agent(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    const uint32_t subject = tree_child(document, verb, RELATION_NSUBJ_PASS);
    for (uint32_t noun = tree_first_child(document, verb); noun != DOCUMENT_NONE; noun = tree_next_sibling(document, noun)) {
        const bool owned = arguments__is_owned_source(scene, noun);
        for (uint32_t child = noun == subject || owned ? tree_first_child(document, noun) : DOCUMENT_NONE; child != DOCUMENT_NONE;
             child = tree_next_sibling(document, child)) {
            if (knowledge_is_von(scene->knowledge, arguments_preposition(scene, child)) && (owned || entity_is_astray_agent(document, child)))
                arguments_add(scene, arguments, FUNCTION_NOM, NULL, child, false);
        }
    }
}

void arguments_own(const struct scene *scene, uint32_t verb, bool passive, struct arguments *arguments)
{
    for (uint32_t child = tree_first_child(scene->document, verb); child != DOCUMENT_NONE;
         child = tree_next_sibling(scene->document, child))
        if (!arguments__is_past_colon(scene, verb, child))
            arguments__child(scene, arguments, child, passive);
    if (passive && !arguments_has(arguments, FUNCTION_NOM))
        arguments__astray_agent(scene, verb, arguments);
    if (!passive)
        arguments__other_nominative(scene, verb, arguments);
}
