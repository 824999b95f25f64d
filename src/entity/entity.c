/* entity/entity.c: the steps of this room in order, and the lists they fill. Names come first, since descriptions, pronouns and goods
 * lean on them. */
#include "entity/entity.h"

#include "entity/finder.h"

#include <math.h>
#include <string.h>

struct entity *entity_add(struct entity_finder *finder, uint32_t *index)
{
    struct document *const document = finder->document;
    struct entity *const entity = arena_append(document->arena, &document->entities, &document->entity_count,
                                               &finder->entity_capacity, sizeof *entity, finder->error);
    if (entity) {
        *entity = (struct entity){.latitude = NAN, .longitude = NAN, .naming = NAMING_UNNAMED, .why = ""};
        *index = (uint32_t)document->entity_count - 1;
    }
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
    memcpy(entity->code, known->code, strnlen(known->code, 3));
    memcpy(entity->place_country, known->place_country, strnlen(known->place_country, 3));
    finder->known_entity[name] = index;
    return index;
}

bool entity_mention(struct entity_finder *finder, struct token_range tokens, uint32_t head, enum mention_kind kind,
                    uint32_t entity)
{
    struct document *const document = finder->document;
    uint32_t *const entities = arena_take(document->arena, 1, sizeof *entities, finder->error);
    struct mention *const mention = entities ? arena_append(document->arena, &document->mentions, &document->mention_count,
                                                            &finder->mention_capacity, sizeof *mention, finder->error)
                                             : NULL;
    if (!mention)
        return false;
    *entities = entity;
    *mention = (struct mention){
        .span = {document->tokens[tokens.first].span.begin_byte, document->tokens[tokens.first + tokens.count - 1].span.end_byte},
        .tokens = tokens, .head = head, .entities = entities, .entity_count = 1, .kind = kind};
    const uint32_t index = (uint32_t)document->mention_count - 1;
    if (kind == MENTION_MODIFIER)
        document->token_modifier[head] = index;
    else
        document->token_mention[head] = index;
    return true;
}

static uint32_t *entity__none(struct entity_finder *finder, size_t count)
{
    uint32_t *const indexes = arena_take(finder->document->arena, count, sizeof *indexes, finder->error);
    if (indexes)
        memset(indexes, 0xFF, count * sizeof *indexes);          /* DOCUMENT_NONE */
    return indexes;
}

bool entity_find(struct document *document, const struct entity_knowledge *knowledge, struct laut_error *error)
{
    struct entity_finder finder = {.document = document, .knowledge = knowledge, .error = error};
    document->token_mention = entity__none(&finder, document->token_count);
    document->token_modifier = entity__none(&finder, document->token_count);
    document->token_item = entity__none(&finder, document->token_count);
    finder.known_entity = entity__none(&finder, knowledge->name_count);
    finder.covered = arena_take(document->arena, document->token_count, sizeof *finder.covered, error);
    if (!document->token_mention || !document->token_modifier || !document->token_item || !finder.known_entity || !finder.covered)
        return false;
    return entity_find_names(&finder) && entity_find_people(&finder) && entity_find_nominals(&finder) &&
           entity_find_pronouns(&finder) && entity_find_items(&finder);
}
