/* statement/who.c: who is meant by the words of a speaker: the one at the head of the phrase, else the first one in it ("Angaben der
 * Polizei": the police). A document without an owner beside it ("dem Bericht zufolge") is of whoever it was told to be of before: as owner
 * of the same noun ("der UN-Bericht"), or as the one who brought it out ("Die Armee legte einen Bericht vor"). Several sayings
 * ("den Angaben zufolge") are those of the voice before, see voice.c. */
#include "lexicon/lexicon.h"
#include "parse/tree.h"
#include "statement/finder.h"

#include <string.h>

enum { SENTENCES_OF_DOCUMENT = 40, MENTIONS_LOOKED_AT = 1000 };

/* The entity at the head of the phrase ("Serbiens Präsident": the president), DOCUMENT_NONE. */
static uint32_t who__mention_of_head(const struct finder *finder, const struct ranges *speaker)
{
    const struct document *const document = finder->document;
    const struct token_range *const range = &speaker->items[0];
    for (uint32_t token = range->first; speaker->count && document->tree && token < range->first + range->count; token++) {
        const uint32_t head = tree_head(document, token), mention = document->token_mention[token];
        if ((head != DOCUMENT_NONE && head >= range->first && head < range->first + range->count) || mention == DOCUMENT_NONE)
            continue;
        const bool possible = document->mentions[mention].entity_count && document->mentions[mention].kind != MENTION_ADJECTIVE;
        return possible ? mention : DOCUMENT_NONE;
    }
    return DOCUMENT_NONE;
}

/* A name that stands alone after it was told in full ("laut el-Baradei"), and that no mention was made of; DOCUMENT_NONE: none. */
static uint32_t who__of_last_name(const struct finder *finder, const struct ranges *speaker)
{
    const struct document *const document = finder->document;
    const uint32_t name = speaker->count == 1 ? speaker->items[0].first + speaker->items[0].count - 1 : DOCUMENT_NONE;
    if (name == DOCUMENT_NONE || !surface_is(finder->surface, name, WORD_IS_NOMINAL) || document->token_mention[name] != DOCUMENT_NONE)
        return DOCUMENT_NONE;
    const size_t length = strlen(document->tokens[name].form);
    for (uint32_t i = 0; i < document->mention_count && i < MENTIONS_LOOKED_AT; i++) {
        const struct mention *const mention = &document->mentions[i];
        const char *const whole = mention->kind == MENTION_NAME && mention->entity_count == 1 ? document->entities[mention->entities[0]].name : "";
        const size_t all = strlen(whole);
        if (all > length + 1 && whole[all - length - 1] == ' ' && strcmp(whole + all - length, document->tokens[name].form) == 0)
            return i;
    }
    return DOCUMENT_NONE;
}

/* The mention of a source in a token range: its head's own, else the first one in it; the owner of a noun of saying before it. */
uint32_t who_mention(const struct finder *finder, const struct draft *draft)
{
    const struct document *const document = finder->document;
    if (!document->token_mention)
        return DOCUMENT_NONE;
    uint32_t before_noun = DOCUMENT_NONE;
    const struct ranges *const speaker = draft->meant.count ? &draft->meant : &draft->speaker;
    const uint32_t own = draft->noun == DOCUMENT_NONE && !draft->unnamed ? who__mention_of_head(finder, speaker) : DOCUMENT_NONE;
    if (own != DOCUMENT_NONE)
        return own;
    for (uint32_t i = 0; !draft->unnamed && i < speaker->count; i++)
        for (uint32_t token = speaker->items[i].first; token < speaker->items[i].first + speaker->items[i].count; token++) {
            uint32_t mention = document->token_mention[token];
            const uint32_t modifier = document->token_modifier ? document->token_modifier[token] : DOCUMENT_NONE;
            if (mention == DOCUMENT_NONE && token == draft->noun)
                mention = modifier;
            if (mention == DOCUMENT_NONE && modifier != DOCUMENT_NONE && document->mentions[modifier].entity_count)
                before_noun = before_noun == DOCUMENT_NONE ? modifier : before_noun;       /* "US-Geheimdienstkreise" */
            if (mention == DOCUMENT_NONE || !document->mentions[mention].entity_count)
                continue;
            const enum mention_kind kind = document->mentions[mention].kind;
            if (kind == MENTION_ADJECTIVE || (draft->noun != DOCUMENT_NONE && token < draft->noun)) {
                before_noun = before_noun == DOCUMENT_NONE ? mention : before_noun;
                continue;
            }
            return mention;
        }
    return before_noun == DOCUMENT_NONE && !draft->unnamed ? who__of_last_name(finder, speaker) : before_noun;
}

/* "US-Geheimdienstkreise", "Regierungsbeamte": a circle by the noun of the speaker; else as the entity is named. */
enum naming who_naming(const struct finder *finder, const struct draft *draft, uint32_t mention, uint32_t entity)
{
    const struct ranges *const speaker = draft->meant.count ? &draft->meant : &draft->speaker;
    for (uint32_t i = 0; !draft->unnamed && i < speaker->count; i++)
        for (uint32_t token = speaker->items[i].first; token < speaker->items[i].first + speaker->items[i].count; token++) {
            const struct cue_noun *const noun = surface_is(finder->surface, token, WORD_IS_NOMINAL) ? source_noun(finder, token) : NULL;
            if (noun && (noun->kind & NOUN_CIRCLE))
                return NAMING_CIRCLE;
        }
    if (entity == DOCUMENT_NONE)
        return NAMING_UNNAMED;
    const struct entity *const known = &finder->document->entities[entity];
    const bool several = mention != DOCUMENT_NONE && finder->document->mentions[mention].kind == MENTION_NOMINAL &&
                         finder->document->tokens[finder->document->mentions[mention].head].morphology.number == NUMBER_PLUR;
    return several && known->kind == ENTITY_OFFICE ? NAMING_UNNAMED : known->naming;       /* "Diplomaten" */
}

/* ---- documents without an owner ---------------------------------------------------------------------------------------- */

/* The definite noun of saying at the head of the speaker ("dem Bericht", "den Angaben"), DOCUMENT_NONE. */
static uint32_t who__definite_saying(const struct finder *finder, const struct ranges *speaker)
{
    const struct document *const document = finder->document;
    if (speaker->count != 1)
        return DOCUMENT_NONE;
    const uint32_t end = speaker->items[0].first + speaker->items[0].count;
    uint32_t noun = speaker->items[0].first;       /* "der Erklärung auf der Plattform": the first one */
    while (noun + 1 < end && !surface_is(finder->surface, noun, WORD_IS_NOMINAL))
        noun++;
    const uint32_t determiner = tree_determiner(document, noun);
    if (!surface_is(finder->surface, noun, WORD_IS_NOMINAL) || !source_noun(finder, noun) || determiner == DOCUMENT_NONE)
        return DOCUMENT_NONE;
    const struct token *const word = &document->tokens[determiner];
    return word->morphology.definite == DEFINITE_DEF || lexicon_has_flag(word, ANALYSIS_DEMONSTRATIVE) ? noun : DOCUMENT_NONE;
}

static bool who__is_possible(const struct document *document, uint32_t mention)
{
    return mention != DOCUMENT_NONE && document->mentions[mention].entity_count == 1;
}

uint32_t who_owner(const struct finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const uint32_t modifier = document->token_modifier ? document->token_modifier[noun] : DOCUMENT_NONE;
    if (who__is_possible(document, modifier))
        return modifier;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const uint32_t preposition = tree_child(document, child, RELATION_CASE), mention = document->token_mention[child];
        if (who__is_possible(document, mention) && (preposition == DOCUMENT_NONE || surface_has_role(finder->surface, preposition, ROLE_AGENT)))
            return mention;
    }
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        struct draft agent = {.noun = DOCUMENT_NONE};       /* "der Resolution, die vom Sicherheitsrat angenommen wurde" */
        if (document->tokens[child].relation == RELATION_ACL && tree_is_passive(document, child) && speaker_agent(finder, child, &agent) &&
            who__is_possible(document, document->token_mention[agent.speaker.items[0].first + agent.speaker.items[0].count - 1]))
            return document->token_mention[agent.speaker.items[0].first + agent.speaker.items[0].count - 1];
    }
    const enum relation relation = document->tokens[noun].relation;
    const uint32_t clause = relation == RELATION_OBJ ? tree_head(document, noun) : DOCUMENT_NONE;
    const uint32_t subject = tree_is_passive(document, clause) ? DOCUMENT_NONE : tree_subject(document, clause);
    return subject != DOCUMENT_NONE && who__is_possible(document, document->token_mention[subject]) ? document->token_mention[subject] : DOCUMENT_NONE;
}

static bool who__is_same_noun(const struct token *left, const struct token *right)
{
    const char *const a = left->compound_head ? left->compound_head : left->lemma, *const b = right->compound_head ? right->compound_head : right->lemma;
    return a && b && strcmp(a, b) == 0;
}

/* The owner of a document told before that the noun stands for. */
static uint32_t who__of_document(const struct finder *finder, uint32_t noun)
{
    const struct document *const document = finder->document;
    const struct token *const word = &document->tokens[noun];
    for (uint32_t before = noun; before-- > 0 && word->sentence - document->tokens[before].sentence <= SENTENCES_OF_DOCUMENT;) {
        const uint32_t owner = surface_is(finder->surface, before, WORD_IS_NOMINAL) && who__is_same_noun(word, &document->tokens[before])
                                   ? who_owner(finder, before) : DOCUMENT_NONE;
        if (owner != DOCUMENT_NONE)
            return owner;
    }
    return DOCUMENT_NONE;
}

/* The definite noun of the speaker, alone with its article and nobody's ("den Angaben"), DOCUMENT_NONE. */
static uint32_t who__saying_of_nobody(const struct finder *finder, const struct ranges *speaker)
{
    const uint32_t noun = who__definite_saying(finder, speaker);
    return noun != DOCUMENT_NONE && !finder->document->tokens[noun].compound_head && tree_determiner(finder->document, noun) + 1 == noun &&
                   who_owner(finder, noun) == DOCUMENT_NONE
               ? noun : DOCUMENT_NONE;
}

/* "einer am Abend verbreiteten Erklärung", "der im Fernsehen verlesenen Erklärung", "einem Bericht": the noun of saying at the head of the
 * phrase, with whatever words of its own, where it is of none of these kinds and nobody's; DOCUMENT_NONE: there is none. */
static uint32_t who__text_of_nobody(const struct finder *finder, const struct ranges *speaker, unsigned kinds)
{
    const struct document *const document = finder->document;
    if (speaker->count != 1 || !document->tree || !document->token_mention)
        return DOCUMENT_NONE;
    const uint32_t head = ranges_head(document, &speaker->items[0]);
    const struct cue_noun *const noun = head != DOCUMENT_NONE && document->tokens[head].upos == UPOS_NOUN ? source_noun(finder, head) : NULL;
    return noun && (noun->kind & kinds) && tree_determiner(document, head) != DOCUMENT_NONE && who_owner(finder, head) == DOCUMENT_NONE ? head : DOCUMENT_NONE;
}

bool who_is_text_of_nobody(const struct finder *finder, const struct ranges *speaker)
{
    return who__text_of_nobody(finder, speaker, NOUN_NACH | NOUN_SAID | NOUN_OUTLET) != DOCUMENT_NONE;
}

bool who_is_saying_of_before(const struct finder *finder, const struct ranges *speaker)
{
    const uint32_t noun = who__saying_of_nobody(finder, speaker), said = noun == DOCUMENT_NONE ? who__text_of_nobody(finder, speaker, NOUN_SAID) : noun;
    if (noun == DOCUMENT_NONE)
        return said != DOCUMENT_NONE && (who__definite_saying(finder, speaker) == DOCUMENT_NONE || who__of_document(finder, said) == DOCUMENT_NONE);
    return finder->document->tokens[noun].morphology.number == NUMBER_PLUR ||
           ((source_noun(finder, noun)->kind & NOUN_SAID) && who__of_document(finder, noun) == DOCUMENT_NONE) || who_is_of_outlet_before(finder, speaker);
}

bool who_is_of_outlet_before(const struct finder *finder, const struct ranges *speaker)
{
    const uint32_t noun = who__saying_of_nobody(finder, speaker);
    return noun != DOCUMENT_NONE && (source_noun(finder, noun)->kind & NOUN_OUTLET) && who__of_document(finder, noun) == DOCUMENT_NONE;
}

uint32_t who_of_document(const struct finder *finder, const struct draft *draft)
{
    const bool possible = !draft->unnamed && finder->document->tree && finder->document->token_mention;
    const uint32_t noun = possible ? who__definite_saying(finder, draft->meant.count ? &draft->meant : &draft->speaker) : DOCUMENT_NONE;
    const uint32_t own = noun == DOCUMENT_NONE ? DOCUMENT_NONE : who_owner(finder, noun);
    return noun == DOCUMENT_NONE || own != DOCUMENT_NONE ? own : who__of_document(finder, noun);
}

bool who_wrote(const struct finder *finder, const struct cue *cue, struct draft *draft)
{
    const struct document *const document = finder->document;
    const struct segment *const segment = &finder->surface->segments[cue->last_segment];
    if (segment->kind != SEGMENT_RELATIVE || segment->finite == DOCUMENT_NONE || !phrase_is_preposition(finder, segment->word) ||
        !surface_has_role(finder->surface, segment->word, ROLE_CIRCLE))
        return false;
    const uint32_t clause = tree_clause(document, segment->finite);
    uint32_t noun = clause != DOCUMENT_NONE && document->tokens[clause].relation == RELATION_ACL ? tree_head(document, clause) : DOCUMENT_NONE;
    uint32_t last = segment->first;
    while (last > 0 && surface_is(finder->surface, last - 1, WORD_IS_PUNCTUATION))
        last--;
    if (last > 0 && surface_is(finder->surface, last - 1, WORD_IS_NOMINAL) && source_noun(finder, last - 1))
        noun = last - 1;             /* "eine Stelle aus dem Bericht, in der …" */
    if (noun == DOCUMENT_NONE || noun >= segment->first || document->tokens[noun].upos != UPOS_NOUN)
        return false;
    const uint32_t determiner = tree_determiner(document, noun), owner = who_owner(finder, noun);
    ranges_add(&draft->speaker, determiner != DOCUMENT_NONE && determiner < noun ? determiner : noun, noun + 1);
    if (owner != DOCUMENT_NONE)
        ranges_add(&draft->meant, document->mentions[owner].tokens.first, document->mentions[owner].tokens.first + document->mentions[owner].tokens.count);
    return true;
}
