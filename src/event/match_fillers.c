/* event/match_fillers.c: does a word pass the fillers of a condition or a role (docs/tables.md, "Fillers")? */
#include "event/match.h"

#include "entity/entity.h"
#include "parse/tree.h"

#include <string.h>

static bool match__has_item(const struct scene *scene, const struct frame_filler *filler, struct frame_slot slot, uint32_t token)
{
    uint32_t items[16];
    const size_t count = match_items_of(scene, slot, token, items, 16);
    for (size_t i = 0; i < count; i++) {
        const char *const item_class = scene->document->items[items[i]].item_class;
        if (filler->kind == FILLER_GOODS ? strcmp(item_class, "troops") != 0
            : filler->kind == FILLER_ARMS ? entity_is_arms(item_class)
            : filler->kind == FILLER_TROOPS ? strcmp(item_class, "troops") == 0
            : filler->kind == FILLER_MONEY ? strcmp(item_class, "money") == 0 : strcmp(item_class, filler->word) == 0)
            return true;
    }
    return false;
}

/* "man sei bereit": who says so; NULL: another word, or nobody is known to say it. */
static const struct entity *match__speaker(const struct scene *scene, struct frame_slot slot, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t statement = document->token_stance[token].statement;
    const char *const lemma = document->tokens[token].lemma;
    if (slot.function != FUNCTION_NOM || !lemma || statement == DOCUMENT_NONE || !knowledge_is_speaker(scene->knowledge, lemma))
        return NULL;
    const uint32_t entity = document->statements[statement].entity;
    return entity == DOCUMENT_NONE ? NULL : &document->entities[entity];
}

const struct entity *match_entity(const struct scene *scene, struct frame_slot slot, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t mention = slot.function == FUNCTION_MOD ? document->token_modifier[token] : scene->mention[token];
    if (mention == DOCUMENT_NONE || document->mentions[mention].entity_count == 0)
        return match__speaker(scene, slot, token);
    return &document->entities[document->mentions[mention].entities[0]];
}

static bool match__is_actor(const struct entity *entity)
{
    return entity && (entity->kind != ENTITY_PLACE || entity->sector != SECTOR_NONE);
}

/* "Warschau bestellte Panzer", "der Kreml", "das Verteidigungsministerium": a seat or body that stands for its country. */
static bool match__is_seat(const struct entity *entity)
{
    return (entity->kind == ENTITY_PLACE || entity->kind == ENTITY_ORGANISATION) && entity->sector == SECTOR_GOV &&
           strcmp(entity->code, "IGO") != 0;
}

/* Ships, planes and tanks that the report speaks of as of a group, by any of its words for them: nobody extradites or arrests them. */
static bool match__is_machine(const struct document *document, const struct entity *entity)
{
    for (size_t m = 0; m < document->mention_count; m++) {
        const struct mention *const mention = &document->mentions[m];
        const uint32_t item = mention->entity_count && &document->entities[mention->entities[0]] == entity ? document->token_item[mention->head] : DOCUMENT_NONE;
        if (item != DOCUMENT_NONE && entity_is_arms(document->items[item].item_class))
            return true;
    }
    return false;
}

static bool match__is_person(const struct document *document, const struct entity *entity)
{
    return entity && (entity->kind == ENTITY_PERSON || entity->kind == ENTITY_OFFICE ||
                      (entity->kind == ENTITY_GROUP && !match__is_machine(document, entity)));
}

/* "Georgier": people by the name of their country, whatever they are beside. */
static bool match__is_people(const struct scene *scene, const struct entity *entity, uint32_t token)
{
    return entity && entity->kind == ENTITY_GROUP && entity->sector == SECTOR_CVL && scene->mention[token] != DOCUMENT_NONE &&
           scene->document->mentions[scene->mention[token]].kind == MENTION_NAME;
}

static bool match__is_politician(const struct entity *entity)
{
    return entity && (entity->kind == ENTITY_PERSON || entity->kind == ENTITY_OFFICE) &&
           (entity->sector == SECTOR_GOV || entity->sector == SECTOR_LEG || entity->sector == SECTOR_PTY ||
            entity->sector == SECTOR_OPP || entity->sector == SECTOR_ELI);
}

/* "Russland und China", "die Streitkräfte Russlands und Chinas": who stands there with another one that can act. */
static bool match__is_several(const struct scene *scene, struct frame_slot slot, uint32_t token)
{
    const uint32_t other = tree_next_conjunct(scene->document, token), mention = scene->mention[token];
    if (!match__is_actor(match_entity(scene, slot, token)))
        return false;
    return (mention != DOCUMENT_NONE && scene->document->mentions[mention].entity_count > 1) ||
           (other != DOCUMENT_NONE && match__is_actor(match_entity(scene, slot, other)));
}

bool match_is_lemma(const struct scene *scene, const char *word, uint32_t token)
{
    const struct token *const noun = &scene->document->tokens[token];
    if ((noun->lemma && strcmp(noun->lemma, word) == 0) || strcmp(noun->form, word) == 0)
        return true;
    if (noun->compound_head && strcmp(noun->compound_head, word) == 0)
        return true;
    /* A head that is a compound itself: "Atomwaffenprogramm" has the head "Programm", but Waffenprogramm is meant too. */
    const char *const full = noun->lemma ? noun->lemma : noun->form;
    const size_t length = strlen(full), part = strlen(word);
    /* A plural in -s that the lexicon does not have: "Kampfjets". */
    if (noun->upos == UPOS_NOUN && length == part + 1 && full[part] == 's' && strncmp(full, word, part) == 0)
        return true;
    return noun->compound_head && length > part && part > strlen(noun->compound_head) &&
           strcmp(full + length - part + 1, word + 1) == 0;
}

/* The adjective itself ("nannte das falsch"), or one before the noun ("ein falscher Schritt"). */
static bool match__is_adjective(const struct scene *scene, const char *word, uint32_t token)
{
    const struct document *const document = scene->document;
    if (match_is_lemma(scene, word, token))
        return true;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (document->tokens[child].relation == RELATION_AMOD && match_is_lemma(scene, word, child))
            return true;
    return false;
}

/* The first part of a compound as a word of the filler: "Waffen" of Waffenlieferung. */
static bool match__modifier_is_lemma(const struct scene *scene, const char *word, uint32_t token)
{
    const char *const modifier = scene->document->tokens[token].compound_modifier;
    return modifier && strncmp(modifier, word, strlen(word)) == 0;
}

/* The type of the act that the verb tells here, with what stands beside it, or EVENT_TYPE_COUNT: "kündigte an, das Gesetz zu ändern" tells none. */
static enum event_type match__type_of_verb(const struct scene *scene, uint32_t token)
{
    struct arguments arguments;
    arguments_of_verb(scene, token, &arguments);
    const struct frame_match match = match_verb(scene, token, &arguments);
    return match.frame ? match.frame->type : EVENT_TYPE_COUNT;
}

/* A noun of which some sense is of the type, or the verb of a content clause ("fordert, die Truppen abzuziehen") that tells such an act. */
static bool match__has_type(const struct scene *scene, uint32_t token, enum event_type type)
{
    return scene->verb_lemma[token] ? match__type_of_verb(scene, token) == type : match_noun_has_type(scene, token, type);
}

/* Does the word name an act in some sense? A verb's other companions need not stand there. */
static bool match__may_tell_act(const struct scene *scene, uint32_t token)
{
    const char *const verb = scene->verb_lemma[token];
    return verb ? match_verb_has_type(scene, verb, EVENT_TYPE_COUNT) : match_noun_has_type(scene, token, EVENT_TYPE_COUNT);
}

/* Does the word tell an act here? */
static bool match__tells_act(const struct scene *scene, uint32_t token)
{
    return scene->verb_lemma[token] ? match__type_of_verb(scene, token) != EVENT_TYPE_COUNT : match__may_tell_act(scene, token);
}

static bool match__group(const struct scene *scene, const struct filler_group *group, struct frame_slot slot, uint32_t token);

static bool match__filler(const struct scene *scene, const struct frame_filler *filler, struct frame_slot slot, uint32_t token)
{
    const struct entity *const entity = match_entity(scene, slot, token);
    switch (filler->kind) {
    case FILLER_ARMS:
    case FILLER_GOODS:
    case FILLER_TROOPS:
    case FILLER_MONEY:
    case FILLER_ITEM_CLASS:
        return match__has_item(scene, filler, slot, token) ||
               (filler->kind == FILLER_TROOPS && entity && entity->kind == ENTITY_GROUP && entity->sector == SECTOR_MIL);
    case FILLER_ACTOR:
        return match__is_actor(entity) || knowledge_is_reciprocal(scene->knowledge, scene->document->tokens[token].form);
    case FILLER_PERSON:
        return match__is_person(scene->document, entity);
    case FILLER_POLITICIAN:
        return match__is_politician(entity);
    case FILLER_SEVERAL:
        return match__is_several(scene, slot, token);
    case FILLER_COUNTRY:
        return entity && (entity->kind == ENTITY_COUNTRY || (slot.function <= FUNCTION_GEN && match__is_seat(entity)));
    case FILLER_ORGANISATION:
        return entity && entity->kind == ENTITY_ORGANISATION;
    case FILLER_PLACE:
        return entity && (entity->kind == ENTITY_PLACE || entity->kind == ENTITY_COUNTRY);
    case FILLER_TOWN:
        return entity && entity->kind == ENTITY_PLACE;
    case FILLER_PEOPLE:
        return match__is_people(scene, entity, token);
    case FILLER_EVENT:
        return filler->negated ? match__tells_act(scene, token) : match__may_tell_act(scene, token);
    case FILLER_EVENT_TYPE:
        return match__has_type(scene, token, filler->type);
    case FILLER_GROUP:
        return match__group(scene, filler->group, slot, token);
    case FILLER_ADJECTIVE:
        return match__is_adjective(scene, filler->word, token);
    case FILLER_LEMMA:
        return slot.function == FUNCTION_MOD ? match__modifier_is_lemma(scene, filler->word, token)
                                             : match_is_lemma(scene, filler->word, token);
    }
    return false;
}

static bool match__group(const struct scene *scene, const struct filler_group *group, struct frame_slot slot, uint32_t token)
{
    for (size_t i = 0; i < group->count; i++)
        if (match__filler(scene, &group->fillers[i], slot, token))
            return true;
    return false;
}

bool match_fillers(const struct scene *scene, const struct frame_term *term, struct frame_slot slot, uint32_t token)
{
    bool positive = false, passed = false;
    for (size_t i = 0; i < term->filler_count; i++) {
        const struct frame_filler *const filler = &term->fillers[i];
        const bool match = match__filler(scene, filler, slot, token);
        if (filler->negated && match)
            return false;
        positive = positive || !filler->negated;
        passed = passed || (!filler->negated && match);
    }
    return !positive || passed;
}

bool match_field(const struct scene *scene, const struct frame_term *term, uint32_t token)
{
    const struct filler_groups *const groups = &scene->knowledge->groups;
    const struct token *const noun = &scene->document->tokens[token];
    const char *const words[] = {noun->lemma, noun->form, noun->compound_head};
    for (size_t word = 0; term->field_count && word < 3; word++) {
        if (!words[word])
            continue;
        for (struct string_map_hit hit = string_map_find(groups->by_noun, words[word], strlen(words[word])); hit.found;
             hit = string_map_next(groups->by_noun, hit))
            for (size_t i = 0; i < term->field_count; i++)
                if (term->fields[i] == &groups->fields[hit.value])
                    return true;
    }
    return false;
}
