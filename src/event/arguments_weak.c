/* event/arguments_weak.c: companions that the tree hangs elsewhere or in another case. What they are added as is weak: taken only where no
 * other has the function. PPs that hang on a neighbour, names and nouns that run into the one before them, accusatives that look
 * like datives and the other way. */
#include "event/arguments.h"

#include "parse/tree.h"

#include <string.h>

enum { ARGUMENTS_DEEPEST = 1 };          /* phrases within phrases */

/* Can the word and its article, by their forms, both be of this case and number? */
static bool arguments__may_be(const struct scene *scene, uint32_t token, enum grammatical_case grammatical_case, enum grammatical_number number)
{
    const uint32_t determiner = tree_determiner(scene->document, token);
    const struct token *const words[2] = {determiner == DOCUMENT_NONE ? NULL : arguments_token(scene, determiner), arguments_token(scene, token)};
    for (size_t word = 0; word < 2; word++) {
        bool fits = false;
        for (size_t i = 0; words[word] && i < words[word]->analysis_count; i++)
            fits = fits || (words[word]->analyses[i].morphology.grammatical_case == grammatical_case &&
                            words[word]->analyses[i].morphology.number == number);
        if (!fits)
            return false;
    }
    return true;
}

/* Has the word a dative plural reading, or, where the lexicon does not know it, may it have one? */
static bool arguments__has_dative_plural(const struct token *word)
{
    bool known = false;
    for (size_t i = 0; i < word->analysis_count; i++) {
        const struct morphology *const m = &word->analyses[i].morphology;
        known = known || (m->grammatical_case && !(word->analyses[i].flags & ANALYSIS_GUESSED));
        if (m->grammatical_case == CASE_DAT && m->number == NUMBER_PLUR)
            return true;
    }
    return !known && (word->upos == UPOS_NOUN || word->upos == UPOS_ADJ);
}

/* "stellte den Rebellen ein Ultimatum", "lieferte syrischen Soldaten Gewehre", "stellte Regierung und Armee ein Ultimatum": what looks like the
 * accusative of a man may be the dative of several, and so may a party without article. */
static bool arguments__may_be_dative(const struct scene *scene, uint32_t token)
{
    const struct token *const noun = arguments_token(scene, token);
    const uint32_t determiner = tree_determiner(scene->document, token), adjective = tree_child(scene->document, token, RELATION_AMOD);
    if (determiner != DOCUMENT_NONE || adjective != DOCUMENT_NONE)
        return arguments__has_dative_plural(noun) &&
               arguments__has_dative_plural(arguments_token(scene, determiner != DOCUMENT_NONE ? determiner : adjective));
    bool dative = false;
    for (size_t i = 0; i < noun->analysis_count && !dative; i++)
        dative = noun->analyses[i].morphology.grammatical_case == CASE_DAT && noun->analyses[i].morphology.number == noun->morphology.number;
    return dative && noun->upos == UPOS_NOUN && scene->mention[token] != DOCUMENT_NONE && scene->document->token_item[token] == DOCUMENT_NONE;
}

/* Of two objects one may be the dative, and so may the only one ("drohte den Rebellen"). */
static void arguments__one_of_two_objects(const struct scene *scene, struct arguments *arguments)
{
    size_t objects = 0, dative = SIZE_MAX;
    for (size_t i = 0; i < arguments->count; i++) {
        const struct argument *const argument = &arguments->items[i];
        if (argument->slot.function != FUNCTION_AKK || argument->weak)
            continue;
        objects++;
        if (dative == SIZE_MAX && arguments__may_be_dative(scene, argument->token))
            dative = i;
    }
    if (objects > 2 || dative == SIZE_MAX || arguments_has(arguments, FUNCTION_DAT))
        return;
    const uint32_t token = arguments->items[dative].token;
    if (objects == 2)
        arguments->items[dative].weak = tree_first_child(scene->document, token) == token - 1;       /* "den Rebellen", but not "Regierung und Armee" */
    arguments_add(scene, arguments, FUNCTION_DAT, NULL, token, true);
}

/* A noun without an article, by its form an accusative too ("Zivilisten"). */
static bool arguments__is_bare_accusative(const struct scene *scene, uint32_t token)
{
    const struct token *const word = arguments_token(scene, token);
    for (size_t i = 0; i < word->analysis_count && tree_determiner(scene->document, token) == DOCUMENT_NONE; i++)
        if (word->analyses[i].word_class == WORD_NOUN && word->analyses[i].morphology.grammatical_case == CASE_ACC)
            return true;
    return false;
}

/* "gewährte den Journalisten Asyl", "überließ den Moldauern Radargeräte", where the two have changed places. */
static void arguments__exchanged_objects(const struct scene *scene, struct arguments *arguments)
{
    const size_t own = arguments->count;
    size_t dative = SIZE_MAX, accusative = SIZE_MAX;
    for (size_t i = 0; i < own; i++) {
        const struct argument *const argument = &arguments->items[i];
        if (argument->slot.function == FUNCTION_DAT && !argument->weak)
            dative = i;
        else if (argument->slot.function == FUNCTION_AKK && !argument->weak)
            accusative = i;
    }
    if (dative == SIZE_MAX || accusative == SIZE_MAX || scene->mention[arguments->items[dative].token] != DOCUMENT_NONE ||
        !arguments__is_bare_accusative(scene, arguments->items[dative].token) || !arguments__may_be_dative(scene, arguments->items[accusative].token))
        return;
    arguments_add(scene, arguments, FUNCTION_DAT, NULL, arguments->items[accusative].token, true);
    arguments_add(scene, arguments, FUNCTION_AKK, NULL, arguments->items[dative].token, true);
}

/* A bare object may be the dative ("droht Indien", "lieferte Syrien Panzer"); alone, what looks like a dative may be the object ("erhielt
 * Hubschrauber", "lieferte den Agenten aus"), in an infinitive clause a name too ("Taiwan mit Waffen zu versorgen", "Zivilisten getötet zu haben"), and behind a source
 * ("haben nach eigenen Angaben Goma eingenommen"). */
void arguments_bare_names(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    arguments__exchanged_objects(scene, arguments);
    arguments__one_of_two_objects(scene, arguments);
    const size_t own = arguments->count;
    const bool lacks_object = !arguments_has(arguments, FUNCTION_AKK), infinitive = tree_finite(scene->document, verb) == DOCUMENT_NONE;
    for (size_t i = 0; i < own; i++) {
        const struct argument argument = arguments->items[i];
        const bool name = arguments_is_bare_name(scene, argument.token);
        const bool behind_source = name && argument.token > 0 && scene->is_source[argument.token - 1];
        if (argument.slot.function == FUNCTION_AKK && name)
            arguments_add(scene, arguments, FUNCTION_DAT, NULL, argument.token, true);
        else if (argument.slot.function == FUNCTION_DAT && lacks_object && ((name && infinitive) || behind_source || arguments__is_bare_accusative(scene, argument.token) ||
                  arguments__may_be(scene, argument.token, CASE_ACC, NUMBER_SING)))
            arguments_add(scene, arguments, FUNCTION_AKK, NULL, argument.token, true);
    }
}

/* Before the finite verb of a main clause stands one phrase, whose parts are its own: "Zerstörer im Mittelmeer feuerten", but not "worauf China die
 * Firmen mit Strafen belegte". */
static bool arguments__stands_first(const struct scene *scene, uint32_t verb, uint32_t token)
{
    const uint32_t finite = tree_finite(scene->document, verb);
    const enum relation relation = arguments_token(scene, verb)->relation;
    return finite != DOCUMENT_NONE && token < finite && tree_mark(scene->document, verb) == DOCUMENT_NONE && relation != RELATION_ACL &&
           relation != RELATION_ADVCL;
}

/* "in der Nähe von Brüssel", "wegen des Massakers von Srebrenica": the name of a place tells where, not who. */
static bool arguments__tells_place(const struct scene *scene, uint32_t noun, uint32_t phrase, const char *preposition)
{
    const struct document *const document = scene->document;
    const uint32_t determiner = tree_determiner(document, noun);
    if (!(knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_GENITIVE) || scene->mention[phrase] == DOCUMENT_NONE ||
        !arguments_is_bare_name(scene, phrase))
        return false;
    return document->entities[document->mentions[scene->mention[phrase]].entities[0]].kind == ENTITY_PLACE ||
           ((knowledge_preposition(scene->knowledge, arguments_preposition(scene, noun)) & PREPOSITION_PLACE) && determiner != DOCUMENT_NONE &&
            arguments_token(scene, determiner)->morphology.definite == DEFINITE_DEF);
}

/* "als die Stadt von der Armee eingenommen wurde", "dass ein polnisches Schiff von Schweden gerammt worden sei", but not "dass die Stellungen
 * von Rebellen": whose the subject is is told already, or who stands behind it is no name that it would belong to. */
static bool arguments__is_agent_of_subject(const struct scene *scene, uint32_t noun, uint32_t phrase)
{
    const struct document *const document = scene->document;
    const uint32_t determiner = tree_determiner(document, phrase);
    if (arguments_token(scene, noun)->relation != RELATION_NSUBJ_PASS || scene->mention[phrase] == DOCUMENT_NONE)
        return false;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (arguments_token(scene, child)->relation == RELATION_AMOD && scene->mention[child] != DOCUMENT_NONE)
            return true;
    return determiner != DOCUMENT_NONE && tree_determiner(document, noun) != DOCUMENT_NONE && document->token_modifier[noun] == DOCUMENT_NONE;
}

/* "bei Angriffen durch Rebellen getötet", "gegen die Wahl von Soldaten niedergeschlagen": right before its passive verb a phrase of the
 * agent that hangs on another phrase tells who did it. */
static bool arguments__is_agent_before(const struct scene *scene, uint32_t verb, uint32_t noun, uint32_t phrase, const char *preposition)
{
    const struct token_range range = tree_subtree(scene->document, phrase);
    return (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_AGENT) &&
           (arguments_preposition(scene, noun) ? !arguments__tells_place(scene, noun, phrase, preposition)
                                               : arguments__is_agent_of_subject(scene, noun, phrase)) &&
           range.first + range.count == verb && arguments_is_passive(scene, verb);
}

/* PPs that the parser hung on a companion, or on a phrase of it, though they may belong to the verb. */
static void arguments__weak_phrases_below(const struct scene *scene, uint32_t verb, uint32_t noun, unsigned depth, struct arguments *arguments)
{
    for (uint32_t child = tree_first_child(scene->document, noun); child != DOCUMENT_NONE;
         child = tree_next_sibling(scene->document, child)) {
        const enum relation relation = arguments_token(scene, child)->relation;
        const char *const preposition =
            relation == RELATION_NMOD || relation == RELATION_OBL ? arguments_preposition(scene, child) : NULL;
        const bool bare = relation == RELATION_AMOD && !scene->verb_lemma[child] && tree_determiner(scene->document, noun) == DOCUMENT_NONE;
        if (bare && depth < ARGUMENTS_DEEPEST)                                              /* "traf in Doha katarische Minister" */
            arguments__weak_phrases_below(scene, verb, child, depth + 1, arguments);
        const bool conjunct = relation == RELATION_CONJ && arguments_is_noun(scene, child);  /* "drei Banken und zwei Firmen mit Strafen belegen" */
        if (!preposition && (relation == RELATION_NMOD || conjunct) && depth < ARGUMENTS_DEEPEST)    /* "am Rande der Sitzung mit Macron" */
            arguments__weak_phrases_below(scene, verb, child, depth + 1, arguments);
        if (!preposition && relation == RELATION_NMOD && depth && !arguments__stands_first(scene, verb, child))
            arguments_add(scene, arguments, FUNCTION_GEN, NULL, child, true);               /* "den Boten des Papstes des Landes verwiesen" */
        if (!preposition || arguments__stands_first(scene, verb, child))
            continue;
        arguments_add(scene, arguments, FUNCTION_PP, preposition, arguments_antecedent(scene, child), true);
        if (arguments__is_agent_before(scene, verb, noun, child, preposition))
            arguments_add(scene, arguments, FUNCTION_NOM, NULL, arguments_antecedent(scene, child), true);
        if (depth < ARGUMENTS_DEEPEST)
            arguments__weak_phrases_below(scene, verb, child, depth + 1, arguments);
    }
}

/* "stellte sich geschlossen hinter X": an adjective or participle that no copula or auxiliary makes a clause. */
static bool arguments__is_predicative(const struct scene *scene, uint32_t token)
{
    const struct token *const word = arguments_token(scene, token);
    return (word->upos == UPOS_ADJ || word->morphology.verb_form == VERB_FORM_PART_PERF) && tree_finite(scene->document, token) == DOCUMENT_NONE;
}

void arguments_weak_phrases(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const size_t own = arguments->count;
    for (size_t i = 0; i < own; i++) {
        const struct argument argument = arguments->items[i];
        if (argument.slot.function != FUNCTION_DASS && argument.slot.function != FUNCTION_INF &&
            arguments_is_noun(scene, argument.token))
            arguments__weak_phrases_below(scene, verb, argument.token, 0, arguments);
        if (argument.slot.function == FUNCTION_INF && arguments__is_predicative(scene, argument.token))
            arguments__weak_phrases_below(scene, verb, argument.token, 0, arguments);
        if (argument.slot.function == FUNCTION_AKK && !argument.weak)                                     /* "Waffen und Munition an X" */
            arguments_receivers(scene, argument.token, arguments);
        const uint32_t number = arguments_is_noun(scene, argument.token) ? tree_head(scene->document, argument.token) : DOCUMENT_NONE;
        if (number != DOCUMENT_NONE && arguments_counted(scene->document, number) == argument.token)      /* "eine Million Granaten an X" */
            arguments__weak_phrases_below(scene, verb, number, 0, arguments);
    }
}

/* A genitive shows by what stands before its noun; a bare one is none ("liefern die USA Kiew Streumunition"). */
static bool arguments__shows_genitive(const struct scene *scene, uint32_t token)
{
    return arguments_token(scene, token)->morphology.grammatical_case == CASE_GEN &&
           (tree_determiner(scene->document, token) != DOCUMENT_NONE || tree_child(scene->document, token, RELATION_AMOD) != DOCUMENT_NONE ||
            arguments_token(scene, token)->upos == UPOS_PROPN);
}

/* The country that the word itself or its adjective names, "": neither does. */
static const char *arguments__country_told(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const struct mention *const mention = &document->mentions[scene->mention[token]];
    bool told = mention->kind == MENTION_NAME;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE && child < token; child = tree_next_sibling(document, child))
        told = told || (scene->mention[child] != DOCUMENT_NONE && document->mentions[scene->mention[child]].kind == MENTION_ADJECTIVE);
    return told && mention->entity_count == 1 ? document->entities[mention->entities[0]].code : "";
}

/* "liefern die USA der Ukraine Panzer", "sagte die polnische Regierung der japanischen Hilfe zu", "sagte Meier der Ukraine …", "sagte Prag der Regierung
 * in Quito …": no country is another's, nor is who is of one country; no person has a country, no bare name a genitive with an article. What looks
 * like a genitive is the dative. */
static bool arguments__is_of_another(const struct scene *scene, uint32_t token, uint32_t child)
{
    const struct document *const document = scene->document;
    const uint32_t own = scene->mention[child], other = scene->mention[token];
    if (own == DOCUMENT_NONE || other == DOCUMENT_NONE || !arguments_may_be(scene, child, CASE_DAT) || tree_determiner(document, child) == DOCUMENT_NONE ||
        arguments_preposition(scene, child))
        return false;
    const bool country = document->mentions[own].kind == MENTION_NAME && document->entities[document->mentions[own].entities[0]].kind == ENTITY_COUNTRY;
    const bool person = document->mentions[other].kind == MENTION_NAME && document->entities[document->mentions[other].entities[0]].kind == ENTITY_PERSON &&
                        arguments_token(scene, token)->upos == UPOS_PROPN;
    const char *const code = arguments__country_told(scene, child), *const other_code = arguments__country_told(scene, token);
    const bool bare = arguments_token(scene, token)->upos == UPOS_PROPN && arguments_is_bare_name(scene, token) && arguments_token(scene, child)->relation == RELATION_NMOD;
    return (country && person) || (bare && document->mentions[other].kind == MENTION_NAME) || (code[0] && other_code[0] && strcmp(code, other_code) != 0);
}

/* Does nothing stand before the noun but adjectives that are no genitives ("weitere Zölle")? */
static bool arguments__is_bare_of_genitive(const struct scene *scene, uint32_t token)
{
    for (uint32_t child = tree_first_child(scene->document, token); child != DOCUMENT_NONE && child < token; child = tree_next_sibling(scene->document, child))
        if (arguments_token(scene, child)->upos != UPOS_ADJ || arguments_may_be(scene, child, CASE_GEN))
            return false;
    return true;
}

/* "verhängte gegen Minister der Regierung Einreiseverbote", "entführten Kämpfer der Miliz drei Helfer", "bereitet nach Angaben von Diplomaten
 * weitere Zölle vor": a noun without article and genitive adjective is no genitive, nor is one that only a number precedes. */
static bool arguments__is_no_genitive(const struct scene *scene, uint32_t token)
{
    const struct token *const word = arguments_token(scene, token);
    if (word->relation == RELATION_NMOD && tree_determiner(scene->document, token) != DOCUMENT_NONE && !arguments_may_be(scene, token, CASE_GEN))
        return true;                 /* "verurteilte die Regierung die Niederlande" */
    if (word->relation != RELATION_NMOD || word->upos != UPOS_NOUN || word->morphology.number != NUMBER_PLUR)
        return false;
    const bool counted = token > 0 && tree_child(scene->document, token, RELATION_NUMMOD) == token - 1 &&
                         tree_determiner(scene->document, token) == DOCUMENT_NONE && arguments_token(scene, token - 1)->head == token;
    return (word->morphology.grammatical_case == CASE_GEN && arguments__is_bare_of_genitive(scene, token)) || counted;
}

static bool arguments__is_site(const struct scene *scene, uint32_t name)
{
    const enum entity_kind kind = (enum entity_kind)scene->document->entities[scene->document->mentions[scene->mention[name]].entities[0]].kind;
    return kind == ENTITY_PLACE || kind == ENTITY_COUNTRY;
}

/* Is the name behind the noun none of its own ("hat China Russland …", "traf am Freitag Charkiw", "traf eine Rakete Charkiw")? "In der Region
 * Catatumbo" is no companion but tells a place by its name. */
static bool arguments__is_name_apart(const struct scene *scene, uint32_t token, uint32_t child)
{
    if (!arguments_is_bare_name(scene, child) || scene->mention[child] == DOCUMENT_NONE)
        return false;
    if (scene->is_time[token])
        return true;
    if (scene->mention[token] == DOCUMENT_NONE)
        return scene->document->token_item[token] != DOCUMENT_NONE && arguments__is_site(scene, child);
    return !(arguments_token(scene, child)->relation == RELATION_APPOS && arguments_preposition(scene, token) &&
             scene->document->entities[scene->document->mentions[scene->mention[child]].entities[0]].kind == ENTITY_PLACE);
}

/* "Südkoreas Hanwha": the genitive of a country, which the parser took for the head of the name behind it. */
static bool arguments__is_owner_before(const struct scene *scene, uint32_t token)
{
    const struct token *const word = arguments_token(scene, token);
    const size_t length = strlen(word->form);
    return word->upos == UPOS_PROPN && word->morphology.grammatical_case == CASE_GEN && tree_determiner(scene->document, token) == DOCUMENT_NONE &&
           word->lemma && strlen(word->lemma) + 1 == length && word->form[length - 1] == 's';
}

/* Words of one name, or a noun and who it describes ("die Werft Thyssenkrupp Marine Systems"). */
static bool arguments__is_same(const struct scene *scene, uint32_t one, uint32_t other)
{
    const struct document *const document = scene->document;
    if (scene->mention[one] == DOCUMENT_NONE || scene->mention[other] == DOCUMENT_NONE)
        return false;
    const struct mention *const noun = &document->mentions[scene->mention[one]];
    return scene->mention[one] == scene->mention[other] ||
           (noun->kind == MENTION_NOMINAL && noun->entities[0] == document->mentions[scene->mention[other]].entities[0] &&
            document->entities[noun->entities[0]].kind == ENTITY_ORGANISATION);
}

/* "errichteten in Gao und Mopti Straßensperren": what is told as a further conjunct, but stands right behind one without a mark or "und", is none. */
static bool arguments__is_no_conjunct(const struct scene *scene, uint32_t child)
{
    const struct token *const before = child > 0 ? arguments_token(scene, child - 1) : NULL;
    return arguments_token(scene, child)->relation == RELATION_CONJ && tree_child(scene->document, child, RELATION_CC) == DOCUMENT_NONE && before &&
           (before->upos == UPOS_PROPN || before->upos == UPOS_NOUN) && arguments_token(scene, child)->upos == UPOS_NOUN &&
           arguments__is_bare_accusative(scene, child);
}

/* Parsers take names and bare nouns that follow each other for one ("hat China Russland Drohnen geliefert", "lieferte Syrien im März
 * Panzer"): what is a name of its own or a common noun, or stands behind a time, may be an object of the verb. */
static void arguments__run_together(const struct scene *scene, uint32_t token, struct arguments *arguments, unsigned depth)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE && depth < 3;
         child = tree_next_sibling(document, child)) {
        const enum relation relation = arguments_token(scene, child)->relation;
        const bool joined = relation == RELATION_FLAT || relation == RELATION_APPOS || relation == RELATION_NMOD;
        if (child > token && joined && arguments__is_of_another(scene, token, child)) {
            arguments_add(scene, arguments, FUNCTION_DAT, NULL, child, true);
            arguments__run_together(scene, child, arguments, depth + 1);
            continue;
        }
        if (arguments__is_no_conjunct(scene, child))
            arguments_add(scene, arguments, FUNCTION_AKK, NULL, child, true);
        if (child == token + 1 && joined && arguments__is_owner_before(scene, token))
            continue;
        if (child < token || !joined || !arguments_is_noun(scene, child) || scene->is_time[child] ||
            arguments__shows_genitive(scene, child) || arguments_preposition(scene, child) ||
            arguments__is_same(scene, token, child))
            continue;
        const bool named = arguments__is_name_apart(scene, token, child);
        const bool item = document->token_item[child] != DOCUMENT_NONE ||
                          (relation == RELATION_FLAT && arguments_token(scene, child)->upos == UPOS_NOUN);
        if (named)
            arguments_add(scene, arguments, FUNCTION_DAT, NULL, child, true);
        if (named || arguments__is_no_genitive(scene, child) || (item && (scene->is_time[token] || scene->mention[token] != DOCUMENT_NONE)))
            arguments_add(scene, arguments, FUNCTION_AKK, NULL, child, true);
        arguments__run_together(scene, child, arguments, depth + 1);
    }
}

/* "und der Ukraine Munition geliefert": what stands with an article before a noun is none of its genitives. */
static void arguments__article_before(const struct scene *scene, uint32_t noun, struct arguments *arguments)
{
    for (uint32_t child = tree_first_child(scene->document, noun); child != DOCUMENT_NONE && child < noun; child = tree_next_sibling(scene->document, child))
        if (arguments_token(scene, child)->relation == RELATION_NMOD && arguments_is_noun(scene, child) && !scene->is_time[child] &&
            tree_determiner(scene->document, child) != DOCUMENT_NONE && arguments_may_be(scene, child, CASE_DAT) && !arguments_preposition(scene, child))
            arguments_add(scene, arguments, FUNCTION_DAT, NULL, child, true);
}

/* Arms or goods that hang bare on the noun, or on a phrase of it. */
static void arguments__bare_goods_of(const struct scene *scene, uint32_t noun, unsigned depth, struct arguments *arguments)
{
    for (uint32_t child = tree_first_child(scene->document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(scene->document, child)) {
        const struct token *const token = arguments_token(scene, child);
        if (token->relation != RELATION_NMOD || token->upos != UPOS_NOUN)
            continue;
        if (arguments_preposition(scene, child) && depth == 0)
            arguments__bare_goods_of(scene, child, depth + 1, arguments);
        else if (scene->document->token_item[child] != DOCUMENT_NONE && arguments__is_bare_accusative(scene, child) && !arguments_preposition(scene, child))
            arguments_add(scene, arguments, FUNCTION_AKK, NULL, child, true);
    }
}

/* "erhielt im Tausch gegen Öl Granaten": arms or goods that hang bare on a phrase of a verb without an object are its object. */
static void arguments__bare_goods(const struct scene *scene, struct arguments *arguments)
{
    const size_t own = arguments->count;
    for (size_t i = 0; i < own && !arguments_has(arguments, FUNCTION_AKK); i++) {
        const uint32_t noun = arguments->items[i].token;
        if (arguments->items[i].slot.function == FUNCTION_PP && !arguments->items[i].weak && !scene->is_time[noun])
            arguments__bare_goods_of(scene, noun, 0, arguments);
    }
}

void arguments_run_together(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    for (uint32_t child = tree_first_child(scene->document, verb); child != DOCUMENT_NONE;
         child = tree_next_sibling(scene->document, child)) {
        if (arguments_is_noun(scene, child))
            arguments__run_together(scene, child, arguments, 0);
        if (arguments_is_noun(scene, child) && !arguments_preposition(scene, child))
            arguments__article_before(scene, child, arguments);
    }
    arguments__bare_goods(scene, arguments);
}

/* "die Panzer, die Russland geliefert hat": the pronoun that parsers take for the article of the name behind it, where they hung both on the
 * noun before. Adds the noun and, as subject, the name. */
static void arguments__relative_before_name(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    const uint32_t noun = tree_head(document, verb);
    if (arguments_token(scene, verb)->relation != RELATION_ACL || noun == DOCUMENT_NONE || noun > verb || arguments_has(arguments, FUNCTION_NOM) ||
        tree_finite(document, verb) == DOCUMENT_NONE)
        return;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE && child < verb; child = tree_next_sibling(document, child)) {
        const uint32_t article = tree_determiner(document, child);
        if (child < noun + 3 || article == DOCUMENT_NONE || article + 1 != child || arguments_token(scene, article - 1)->upos != UPOS_PUNCT ||
            arguments_token(scene, child)->upos != UPOS_PROPN || arguments_preposition(scene, child) || !arguments_may_be_relative(scene, article))
            continue;
        const bool dative = arguments_token(scene, article)->morphology.grammatical_case == CASE_DAT;
        arguments_add(scene, arguments, dative ? FUNCTION_DAT : FUNCTION_AKK, NULL, noun, false);
        arguments_add(scene, arguments, FUNCTION_NOM, NULL, child, false);
        return;
    }
}

/* "verdächtigt Nordkorea, Russland Raketen geliefert zu haben": a bare name behind the comma, which parsers join to the one before it,
 * belongs to the infinitive. */
static void arguments__name_before_infinitive(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    if (arguments_token(scene, verb)->relation != RELATION_XCOMP || tree_mark(document, verb) == DOCUMENT_NONE)
        return;
    uint32_t first = verb;
    while (first > 0 && arguments_token(scene, first - 1)->upos != UPOS_PUNCT &&
           arguments_token(scene, first - 1)->sentence == arguments_token(scene, verb)->sentence)
        first--;
    const struct token *const word = arguments_token(scene, first);
    if (first == verb || word->relation != RELATION_CONJ || tree_child(document, first, RELATION_CC) != DOCUMENT_NONE ||
        !arguments_is_bare_name(scene, first) || scene->mention[first] == DOCUMENT_NONE)
        return;
    arguments_add(scene, arguments, arguments_has(arguments, FUNCTION_AKK) ? FUNCTION_DAT : FUNCTION_AKK, NULL, first, true);
}

void arguments_names_astray(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    arguments__relative_before_name(scene, verb, arguments);
    arguments__name_before_infinitive(scene, verb, arguments);
}
