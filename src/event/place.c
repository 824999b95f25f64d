/* event/place.c: where an act takes place (coding guide, section 7): place phrases of the clause, where a visit goes, the place attacked. */
#include "event/place.h"

#include "parse/tree.h"

static bool place__is_place(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t mention = scene->mention[token];
    if (mention == DOCUMENT_NONE || document->mentions[mention].entity_count == 0)
        return false;
    const struct entity *const entity = &document->entities[document->mentions[mention].entities[0]];
    return entity->place_country[0] && (entity->kind == ENTITY_PLACE || entity->kind == ENTITY_COUNTRY);
}

/* The place that token names or that hangs on it ("Ziele im Gazastreifen"); DOCUMENT_NONE: none. */
static uint32_t place__at(const struct scene *scene, uint32_t token, unsigned depth)
{
    const struct document *const document = scene->document;
    if (place__is_place(scene, token))
        return token;
    if (depth >= 2)
        return DOCUMENT_NONE;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const enum relation relation = document->tokens[child].relation;
        const char *const preposition = relation == RELATION_NMOD || relation == RELATION_APPOS || relation == RELATION_OBL
                                            ? arguments_preposition(scene, child) : NULL;
        const bool locative =
            preposition && (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_PLACE);
        const uint32_t place = locative || (relation == RELATION_APPOS && !preposition) || (relation == RELATION_NMOD && !preposition)
                                   ? place__at(scene, child, depth + 1) : DOCUMENT_NONE;
        if (place != DOCUMENT_NONE)
            return place;
    }
    return DOCUMENT_NONE;
}

uint32_t place_find(const struct scene *scene, const struct candidate *candidate)
{
    const struct arguments *const arguments = &candidate->arguments;
    const unsigned wanted = PREPOSITION_PLACE | (candidate->type == EVENT_CONSULT ? (unsigned)PREPOSITION_DIRECTION : 0U);
    uint32_t place = DOCUMENT_NONE;
    for (size_t i = 0; i < arguments->count && place == DOCUMENT_NONE; i++)
        if (arguments->items[i].slot.function == FUNCTION_PP &&
            (knowledge_preposition(scene->knowledge, arguments->items[i].slot.preposition) & wanted))
            place = place__at(scene, arguments->items[i].token, 0);
    for (size_t i = 0; i < candidate->recipients.count && place == DOCUMENT_NONE && candidate->type == EVENT_ASSAULT; i++)
        place = place__at(scene, candidate->recipients.tokens[i], 1);
    return place;
}
