/* entity/holder.c: who an office is that a report names only a sentence later:
 *
 *     "Der norwegische Botschafter in Mali hat der Junta Wortbruch vorgeworfen. Das Abkommen gelte weiter, sagte Nils Holm der Zeitung …"
 *
 * A person whom the tables do not know and no noun describes, told for the first time as the subject of a clause, right after a sentence whose
 * subject is one office with its country, is who holds it. */
#include "entity/finder.h"
#include "parse/tree.h"

#include <string.h>

/* The office that the sentence before tells of, DOCUMENT_NONE: none, or several, or one with a name. */
static uint32_t holder__office(const struct entity_finder *finder, uint32_t sentence)
{
    const struct document *const document = finder->document;
    const struct token_range tokens = document->sentences[sentence].tokens;
    for (uint32_t token = tokens.first; token < tokens.first + tokens.count; token++) {
        const uint32_t clause = tree_head(document, token), index = document->token_mention[token];
        const struct mention *const mention = index == DOCUMENT_NONE ? NULL : &document->mentions[index];
        if (!mention || mention->kind != MENTION_NOMINAL || mention->entity_count != 1 || document->tokens[token].relation != RELATION_NSUBJ ||
            clause == DOCUMENT_NONE || document->tokens[clause].head != DOCUMENT_NONE || document->tokens[token].morphology.number == NUMBER_PLUR)
            continue;
        const struct entity *const entity = &document->entities[mention->entities[0]];
        return entity->kind == ENTITY_OFFICE && entity->code[0] && finder->notes[mention->entities[0]].is_told ? mention->entities[0] : DOCUMENT_NONE;
    }
    return DOCUMENT_NONE;
}

static bool holder__was_named(const struct document *document, uint32_t before, uint32_t entity)
{
    for (uint32_t token = 0; token < before; token++) {
        const uint32_t mention = document->token_mention[token];
        if (mention != DOCUMENT_NONE && document->mentions[mention].entity_count == 1 && document->mentions[mention].entities[0] == entity)
            return true;
    }
    return false;
}

/* A person of whom nothing is known, who says something for the first time. */
static bool holder__is_stranger(const struct entity_finder *finder, uint32_t token, uint32_t first)
{
    const struct document *const document = finder->document;
    const uint32_t index = finder->name_mention[token], clause = tree_head(document, token);
    const struct mention *const mention = index == DOCUMENT_NONE ? NULL : &document->mentions[index];
    if (!mention || mention->head != token || mention->tokens.count < 2 || document->tokens[token].relation != RELATION_NSUBJ || clause == DOCUMENT_NONE)
        return false;
    const struct entity *const entity = &document->entities[mention->entities[0]];
    const bool tells = tree_child(document, clause, RELATION_CCOMP) != DOCUMENT_NONE || tree_child(document, clause, RELATION_PARATAXIS) != DOCUMENT_NONE;
    return entity->kind == ENTITY_PERSON && !entity->code[0] && entity->sector == SECTOR_NONE && strcmp(entity->why, "name") == 0 && tells &&
           !holder__was_named(document, first, mention->entities[0]);
}

void entity_find_holder(struct entity_finder *finder, const struct sentence *sentence)
{
    struct document *const document = finder->document;
    const uint32_t index = (uint32_t)(sentence - document->sentences);
    const uint32_t office = index == 0 ? DOCUMENT_NONE : holder__office(finder, index - 1);
    for (uint32_t token = sentence->tokens.first; office != DOCUMENT_NONE && token < sentence->tokens.first + sentence->tokens.count; token++) {
        if (!holder__is_stranger(finder, token, sentence->tokens.first))
            continue;
        const uint32_t person = document->mentions[finder->name_mention[token]].entities[0];
        memcpy(document->entities[person].code, document->entities[office].code, sizeof document->entities[person].code);
        document->entities[person].sector = document->entities[office].sector;
        for (size_t role = 0; role < finder->knowledge->role_count; role++)
            if (finder->role_entity[role].entity == office)
                finder->role_entity[role].entity = person;
        return;
    }
}
