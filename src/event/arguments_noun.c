/* event/arguments_noun.c: the companions of nouns: genitive and von, possessive, adjectives of nationality, the compound's first part,
 * prepositional phrases (also those that the parser hung on the noun's verb or deep inside: weak), content clauses. */
#include "event/arguments.h"

#include "lexicon/lexicon.h"
#include "parse/tree.h"

/* "der Aufruf Kims": parsers take the genitive of a name for an apposition. */
static bool arguments__is_genitive_name(const struct scene *scene, uint32_t token)
{
    const uint32_t head = tree_head(scene->document, token);
    return arguments_token(scene, token)->upos == UPOS_PROPN && scene->mention[token] != DOCUMENT_NONE &&
           arguments_token(scene, token)->morphology.grammatical_case == CASE_GEN &&
           arguments_token(scene, head)->morphology.grammatical_case != CASE_GEN && arguments_token(scene, head)->upos == UPOS_NOUN;
}

/* "in Richtung Aschkelon", "im Raum Donezk": a place behind a noun that names nothing of its own. */
static bool arguments__is_place_behind(const struct scene *scene, uint32_t token)
{
    const uint32_t head = tree_head(scene->document, token), mention = scene->mention[token];
    if (head + 1 != token || mention == DOCUMENT_NONE || scene->mention[head] != DOCUMENT_NONE || arguments_token(scene, head)->upos != UPOS_NOUN)
        return false;
    const enum entity_kind kind = (enum entity_kind)scene->document->entities[scene->document->mentions[mention].entities[0]].kind;
    return kind == ENTITY_PLACE || kind == ENTITY_COUNTRY;
}

static void arguments__noun_child(const struct scene *scene, struct arguments *arguments, uint32_t child)
{
    const struct token *const word = arguments_token(scene, child);
    const char *preposition = NULL;
    switch (word->relation) {
    case RELATION_NMOD:
    case RELATION_OBL:
    case RELATION_APPOS:
        preposition = arguments_preposition(scene, child);
        if ((knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_GENITIVE) &&
            !arguments_has(arguments, FUNCTION_POSS))                    /* "seine Lieferungen von Waffen": told whose already */
            arguments_add(scene, arguments, FUNCTION_GEN, NULL, arguments_antecedent(scene, child), false);
        if (preposition)
            arguments_add(scene, arguments, FUNCTION_PP, preposition, arguments_antecedent(scene, child), false);
        else if (word->relation == RELATION_NMOD || arguments__is_genitive_name(scene, child) || arguments__is_place_behind(scene, child))
            arguments_add(scene, arguments, FUNCTION_GEN, NULL, arguments_antecedent(scene, child), false);
        break;
    case RELATION_DET_POSS:
        arguments_add(scene, arguments, FUNCTION_POSS, NULL, child, false);
        break;
    case RELATION_DET:
        if (lexicon_has_flag(word, ANALYSIS_POSSESSIVE))
            arguments_add(scene, arguments, FUNCTION_POSS, NULL, child, false);
        break;
    case RELATION_AMOD:
        if (scene->mention[child] != DOCUMENT_NONE)
            arguments_add(scene, arguments, FUNCTION_ADJ, NULL, child, false);
        break;
    case RELATION_ACL:
    case RELATION_CCOMP:
    case RELATION_XCOMP:
        arguments_clause(scene, arguments, child);
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
        const enum relation relation = arguments_token(scene, sibling)->relation;
        if (sibling == noun || range.first != end || (relation != RELATION_OBL && relation != RELATION_NMOD))
            continue;
        const char *const preposition = arguments_preposition(scene, sibling);
        if (!preposition)
            continue;
        arguments_add(scene, arguments, FUNCTION_PP, preposition, arguments_antecedent(scene, sibling), true);
        if (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_GENITIVE)
            arguments_add(scene, arguments, FUNCTION_GEN, NULL, sibling, true);
        end = range.first + range.count;
    }
}

/* "die Hinrichtung eines Mannes durch den Iran", "die Übergabe von Booten an die Marine durch Peru": phrases that the parser hung on the genitive,
 * and who does it on another phrase, may belong to the noun. */
static void arguments__phrases_of_phrases(const struct scene *scene, struct arguments *arguments)
{
    const size_t own = arguments->count;
    for (size_t i = 0; i < own; i++) {
        const bool genitive = arguments->items[i].slot.function == FUNCTION_GEN;
        if ((!genitive && arguments->items[i].slot.function != FUNCTION_PP) || arguments->items[i].weak)
            continue;
        for (uint32_t child = tree_first_child(scene->document, arguments->items[i].token); child != DOCUMENT_NONE;
             child = tree_next_sibling(scene->document, child)) {
            const char *const preposition =
                arguments_token(scene, child)->relation == RELATION_NMOD ? arguments_preposition(scene, child) : NULL;
            const unsigned use = knowledge_preposition(scene->knowledge, preposition);
            if (preposition && (genitive || ((use & PREPOSITION_AGENT) && !(use & PREPOSITION_GENITIVE))))
                arguments_add(scene, arguments, FUNCTION_PP, preposition, arguments_antecedent(scene, child), true);
        }
    }
}

/* "der gegen den Konvoi gerichtete Anschlag", "die gegen Teheran verhängte Strafe": phrases of the participle before the noun are its own. */
static void arguments__phrases_of_participles(const struct scene *scene, uint32_t noun, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        if (arguments_token(scene, child)->relation != RELATION_AMOD || scene->participle[child] != VERB_FORM_PART_PERF)
            continue;
        for (uint32_t phrase = tree_first_child(document, child); phrase != DOCUMENT_NONE; phrase = tree_next_sibling(document, phrase)) {
            const enum relation relation = arguments_token(scene, phrase)->relation;
            const char *const preposition = relation == RELATION_OBL || relation == RELATION_NMOD ? arguments_preposition(scene, phrase) : NULL;
            if (preposition && !(knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_AGENT))
                arguments_add(scene, arguments, FUNCTION_PP, preposition, arguments_antecedent(scene, phrase), true);
        }
    }
}

/* "die Lieferung von Panzern vom Typ K2 an Polen": to whom goods go stands behind all that describes them. */
void arguments_receivers(const struct scene *scene, uint32_t phrase, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    const struct token_range range = tree_subtree(document, phrase);
    for (uint32_t at = phrase + 1; at < range.first + range.count; at++) {
        const enum relation relation = arguments_token(scene, at)->relation;
        const char *const preposition =
            (relation == RELATION_NMOD || relation == RELATION_OBL) && tree_clause(document, at) == tree_clause(document, phrase) &&
            tree_is_inside(document, at, phrase) ? arguments_preposition(scene, at) : NULL;
        if (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_RECEIVER)
            arguments_add(scene, arguments, FUNCTION_PP, preposition, arguments_antecedent(scene, at), true);
    }
}

void arguments_of_noun(const struct scene *scene, uint32_t noun, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    arguments->count = 0;
    arguments->agentless = false;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        arguments__noun_child(scene, arguments, child);
    if (document->token_modifier[noun] != DOCUMENT_NONE || arguments_token(scene, noun)->compound_modifier)
        arguments_add(scene, arguments, FUNCTION_MOD, NULL, noun, false);
    arguments__phrases_of_phrases(scene, arguments);
    arguments__phrases_of_participles(scene, noun, arguments);
    arguments__noun_neighbours(scene, noun, arguments);
    const size_t own = arguments->count;
    for (size_t i = 0; i < own; i++)
        if (arguments->items[i].slot.function == FUNCTION_PP)
            arguments_receivers(scene, arguments->items[i].token, arguments);
}
