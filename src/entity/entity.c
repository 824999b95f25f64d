/* entity/entity.c: the steps of this room in order, and the lists they fill. Names come first, since descriptions, pronouns and goods
 * lean on them. */
#include "entity/entity.h"

#include "entity/country.h"
#include "entity/finder.h"
#include "parse/tree.h"

#include <math.h>
#include <string.h>

struct entity *entity_add(struct entity_finder *finder, uint32_t *index)
{
    struct document *const document = finder->document;
    struct entity *const entity = arena_append(document->arena, &document->entities, &document->entity_count,
                                               &finder->entity_capacity, sizeof *entity, finder->error);
    struct entity_note *const note = entity ? arena_append(document->arena, &finder->notes, &finder->note_count, &finder->note_capacity,
                                                           sizeof *note, finder->error) : NULL;
    if (!note)
        return NULL;
    *note = (struct entity_note){.name = DOCUMENT_NONE};
    *entity = (struct entity){.latitude = NAN, .longitude = NAN, .naming = NAMING_UNNAMED, .why = ""};
    *index = (uint32_t)document->entity_count - 1;
    return entity;
}

uint32_t entity_of_name(struct entity_finder *finder, uint32_t name)
{
    const struct known_name *const known = &finder->knowledge->names[name];
    if (finder->known_entity[name] != DOCUMENT_NONE)
        return finder->known_entity[name];
    uint32_t index;
    struct entity *const entity = entity_add(finder, &index);
    if (!entity)
        return DOCUMENT_NONE;
    *entity = (struct entity){.name = known->name, .kind = known->kind, .sector = known->sector, .naming = known->naming,
                              .precision = known->precision, .latitude = known->latitude, .longitude = known->longitude,
                              .geonames = known->geonames, .why = known->why};
    const int32_t published = finder->document->report.published_day;
    if (known->known_until && published != DAY_NONE && published > known->known_until_day)
        entity->known_until = known->known_until;
    memcpy(entity->code, known->code, strnlen(known->code, 3));
    memcpy(entity->place_country, known->place_country, strnlen(known->place_country, 3));
    finder->known_entity[name] = index;
    finder->notes[index].name = name;
    return index;
}

bool entity_mention_all(struct entity_finder *finder, struct token_range tokens, uint32_t head, enum mention_kind kind,
                        const uint32_t *entities, size_t count)
{
    struct document *const document = finder->document;
    struct mention *const mention = arena_append(document->arena, &document->mentions, &document->mention_count,
                                                 &finder->mention_capacity, sizeof *mention, finder->error);
    if (!mention)
        return false;
    *mention = (struct mention){
        .span = {document->tokens[tokens.first].span.begin_byte, document->tokens[tokens.first + tokens.count - 1].span.end_byte},
        .tokens = tokens, .head = head, .entities = entities, .entity_count = (uint16_t)count, .kind = kind};
    const uint32_t index = (uint32_t)document->mention_count - 1;
    if (kind == MENTION_MODIFIER)
        document->token_modifier[head] = index;
    else
        document->token_mention[head] = index;
    for (uint32_t i = tokens.first; kind == MENTION_NAME && i < tokens.first + tokens.count; i++)
        finder->name_mention[i] = index;
    return true;
}

bool entity_mention(struct entity_finder *finder, struct token_range tokens, uint32_t head, enum mention_kind kind,
                    uint32_t entity)
{
    uint32_t *const entities = arena_take(finder->document->arena, 1, sizeof *entities, finder->error);
    if (!entities)
        return false;
    *entities = entity;
    return entity_mention_all(finder, tokens, head, kind, entities, 1);
}

const struct entity *entity_at(const struct entity_finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    const uint32_t mention = document->token_mention[token];
    if (mention == DOCUMENT_NONE || document->mentions[mention].entity_count == 0)
        return NULL;
    return &document->entities[document->mentions[mention].entities[0]];
}

const struct name *entity_tagged(const struct entity_finder *finder, uint32_t token)
{
    return finder->tagged[token] == DOCUMENT_NONE ? NULL : &finder->document->names[finder->tagged[token]];
}

bool entity_tells_whose(const struct document *document, uint32_t token)
{
    const enum relation relation = document->tokens[token].relation;
    return relation == RELATION_AMOD || (relation == RELATION_NMOD && tree_preposition(document, token) == DOCUMENT_NONE);
}

uint32_t entity_preposition(const struct entity_finder *finder, uint32_t token)
{
    const uint32_t preposition = tree_preposition(finder->document, token);
    const char *const lemma = preposition == DOCUMENT_NONE ? NULL : finder->document->tokens[preposition].lemma;
    const struct string_map_hit hit = lemma ? string_map_find(finder->knowledge->prepositions, lemma, strlen(lemma))
                                            : (struct string_map_hit){0};
    return hit.found ? hit.value : 0;
}

void entity_set_gender(struct entity_finder *finder, uint32_t entity, uint8_t gender)
{
    if (gender && entity < finder->note_count && !finder->notes[entity].gender)
        finder->notes[entity].gender = gender;
}

/* The entity of that kind of which this word is a name that no table has, or NULL. */
static struct entity *entity__unknown(const struct entity_finder *finder, uint32_t token, enum entity_kind kind)
{
    const struct document *const document = finder->document;
    const uint32_t mention = document->token_mention[token];
    if (mention == DOCUMENT_NONE || document->mentions[mention].kind != MENTION_NAME)
        return NULL;
    struct entity *const entity = &document->entities[document->mentions[mention].entities[0]];
    return entity->kind == kind && strcmp(entity->why, "name") == 0 ? entity : NULL;
}

/* "der Supertanker Sirius Star", and where that is named again: a ship or plane lies nowhere. */
static bool entity__is_craft(const struct entity_finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    const struct mention *const mention = &document->mentions[document->token_mention[token]];
    uint32_t before = mention->tokens.first;
    while (before > 0 && document->tokens[before - 1].upos == UPOS_PUNCT && document->tokens[before - 1].sentence == document->tokens[token].sentence)
        before--;
    const struct known_role *const role = before > 0 ? entity_role(finder, &document->tokens[before - 1]) : NULL;
    return finder->notes[mention->entities[0]].is_craft || (role && role->kind == ROLE_KIND_CRAFT);
}

/* A name without a country of its own lies where the report's acts happen. */
static void entity__place_names(struct entity_finder *finder, const struct sentence *sentence)
{
    static const struct known_role scene = {.bare = BARE_SCENE};
    for (uint32_t token = sentence->tokens.first; token < sentence->tokens.first + sentence->tokens.count; token++) {
        struct entity *const place = entity__unknown(finder, token, ENTITY_PLACE);
        if (!place || place->place_country[0] || entity__is_craft(finder, token))
            continue;
        struct focus_limits limits = {.allowed = NULL};
        country_limit_place(finder, token, &limits);
        const char *const code = focus_code_within(finder, token, &scene, &limits);
        memcpy(place->code, code, strlen(code));
        memcpy(place->place_country, code, strlen(code));
    }
}

/* A person of whom the report tells no more than a name belongs to the country that it speaks of, if that is clearly one. */
static void entity__claim_people(struct entity_finder *finder, const struct sentence *sentence)
{
    static const struct known_role bare = {.bare = BARE_POWER, .sector = SECTOR_UNK};
    for (uint32_t token = sentence->tokens.first; token < sentence->tokens.first + sentence->tokens.count; token++) {
        struct entity *person = entity__unknown(finder, token, ENTITY_PERSON);
        person = person ? person : entity__unknown(finder, token, ENTITY_NAME);
        person = person ? person : entity__unknown(finder, token, ENTITY_ORGANISATION);
        if (!person || person->code[0])
            continue;
        const char *const code = focus_clear_code(finder, token, &bare);
        memcpy(person->code, code, strlen(code));
    }
}

bool entity_find_described(struct entity_finder *finder)
{
    const struct document *const document = finder->document;
    if (!focus_open(finder))
        return false;
    for (size_t s = 0; s < document->sentence_count; s++) {
        const struct sentence *const sentence = &document->sentences[s];
        if (sentence->kind == PARAGRAPH_MARK)
            continue;
        entity__place_names(finder, sentence);
        if (!entity_find_nominals(finder, sentence, false))
            return false;
        entity_find_holder(finder, sentence);
        if (!entity_find_pronouns(finder, sentence) || !entity_find_nominals(finder, sentence, true) || !focus_add(finder, sentence))
            return false;
    }
    for (size_t s = 0; s < document->sentence_count; s++)
        entity__claim_people(finder, &document->sentences[s]);
    return true;
}

/* count entries that are DOCUMENT_NONE all through. */
static void *entity__none(struct entity_finder *finder, size_t count, size_t size)
{
    void *const indexes = arena_take(finder->document->arena, count, size, finder->error);
    if (indexes)
        memset(indexes, 0xFF, count * size);
    return indexes;
}

static void entity__note_measured(struct entity_finder *finder, struct token_range tokens)
{
    for (uint32_t i = 0; i < tokens.count; i++)
        finder->measured[tokens.first + i] = true;
}

bool entity_find(struct document *document, const struct entity_knowledge *knowledge, struct laut_error *error)
{
    struct entity_finder finder = {.document = document, .knowledge = knowledge, .former = {DOCUMENT_NONE, 0}, .error = error};
    const size_t tokens = document->token_count;
    document->token_mention = entity__none(&finder, tokens, sizeof *document->token_mention);
    document->token_modifier = entity__none(&finder, tokens, sizeof *document->token_modifier);
    document->token_item = entity__none(&finder, tokens, sizeof *document->token_item);
    document->token_item_modifier = entity__none(&finder, tokens, sizeof *document->token_item_modifier);
    finder.name_mention = entity__none(&finder, tokens, sizeof *finder.name_mention);
    finder.tagged = entity__none(&finder, tokens, sizeof *finder.tagged);
    finder.known_entity = entity__none(&finder, knowledge->name_count, sizeof *finder.known_entity);
    finder.role_entity = entity__none(&finder, knowledge->role_count, sizeof *finder.role_entity);
    finder.covered = arena_take(document->arena, tokens, sizeof *finder.covered, error);
    finder.measured = arena_take(document->arena, tokens, sizeof *finder.measured, error);
    if (!document->token_mention || !document->token_modifier || !document->token_item ||
        !document->token_item_modifier || !finder.name_mention || !finder.tagged ||
        !finder.known_entity || !finder.role_entity || !finder.covered || !finder.measured)
        return false;
    for (size_t t = 0; t < document->time_count; t++)
        entity__note_measured(&finder, document->times[t].tokens);
    for (size_t q = 0; q < document->quantity_count; q++)
        if (document->quantities[q].unit)
            entity__note_measured(&finder, document->quantities[q].tokens);          /* "US-Dollar" is not the USA */
    for (uint32_t n = 0; n < document->name_count; n++)
        for (uint32_t i = 0; i < document->names[n].tokens.count; i++)
            finder.tagged[document->names[n].tokens.first + i] = n;
    if (!entity_find_names(&finder) || !entity_find_items(&finder) || !entity_find_people(&finder))
        return false;
    entity_part_abbreviations(&finder);
    entity_part_homonyms(&finder);
    return entity_find_described(&finder);
}
