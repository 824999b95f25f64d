/* entity/homonym.c: bodies and places of several countries that have one name: "die Grünen", "PTI", "die Nationale Einheitsregierung".
 *
 * The tables tell them in the order of how often each is meant. In a report it is the first, unless
 *     the noun before the name tells of another's sector                         (die Agentur PTI)
 *     or the report names another's country more often than that of the first    (what is so named, and its namesakes, not counted)
 * The place of the date line counts as named once. */
#include "entity/finder.h"

#include <string.h>

/* How often the report names the country; mentions of namesakes are left out. */
static size_t homonym__times_named(const struct entity_finder *finder, const char *code, uint32_t namesake)
{
    const struct document *const document = finder->document;
    size_t times = 0;
    for (size_t i = 0; i < finder->focus.dateline_count; i++)
        times += strcmp(finder->focus.datelines[i], code) == 0;
    for (size_t m = 0; m < document->mention_count; m++)
        for (size_t i = 0; i < document->mentions[m].entity_count; i++) {
            const uint32_t index = document->mentions[m].entities[i];
            const struct entity *const entity = &document->entities[index];
            times += index != namesake && (strcmp(entity->code, code) == 0 || strcmp(entity->place_country, code) == 0);
        }
    return times;
}

/* The words of the mention as the tables have them, or (loose) with endings cut, into out; its length, 0: too long. */
static size_t homonym__key(const struct document *document, const struct mention *mention, bool loose, char out[static PHRASE_BYTES_AT_MOST])
{
    if (mention->kind != MENTION_MODIFIER)
        return entity_join_forms(document, mention->tokens.first, mention->tokens.count, loose, out);
    const char *const first_part = document->tokens[mention->head].compound_modifier;
    const size_t length = loose ? entity_stem(first_part, strlen(first_part)) : strlen(first_part);
    if (length + 2 > PHRASE_BYTES_AT_MOST)
        return 0;
    memcpy(out, first_part, length);
    return length;
}

/* The sector that the noun before the name tells ("die Agentur PTI"), SECTOR_NONE: there is none. */
static enum sector homonym__told_sector(const struct entity_finder *finder, const struct mention *mention)
{
    const struct token *const tokens = finder->document->tokens;
    const uint32_t at = mention->tokens.first;
    const struct known_role *const role = mention->kind == MENTION_NAME && at > 0 && tokens[at - 1].sentence == tokens[at].sentence
                                              ? entity_role(finder, &tokens[at - 1]) : NULL;
    return role && role->kind == ROLE_KIND_BODY ? role->sector : SECTOR_NONE;
}

/* The row that is meant of those under the key; own: the one that was taken. */
static uint32_t homonym__meant(const struct entity_finder *finder, const struct mention *mention, const struct string_map *map,
                               const char *key, size_t length, uint32_t own)
{
    const struct known_name *const names = finder->knowledge->names;
    const enum sector told = homonym__told_sector(finder, mention);
    uint32_t best = own;
    size_t best_times = 0;
    if (told != SECTOR_NONE && told == names[own].sector)
        return own;
    for (struct string_map_hit hit = string_map_find(map, key, length); hit.found; hit = string_map_next(map, hit)) {
        const struct known_name *const name = &names[hit.value];
        if (name->kind != ENTITY_ORGANISATION || strcmp(name->code, names[own].code) == 0)
            continue;
        if (told != SECTOR_NONE && told == name->sector)
            return hit.value;
        if (best == own && !best_times)
            best_times = homonym__times_named(finder, names[own].code, mention->entities[0]);
        const size_t times = homonym__times_named(finder, name->code, mention->entities[0]);
        best = times > best_times ? hit.value : best;
        best_times = times > best_times ? times : best_times;
    }
    return best;
}

/* The entity becomes that of another row. */
static void homonym__change(struct entity_finder *finder, uint32_t index, uint32_t row)
{
    const struct known_name *const known = &finder->knowledge->names[row];
    struct entity *const entity = &finder->document->entities[index];
    entity->name = known->name;
    entity->sector = known->sector;
    entity->naming = known->naming;
    entity->why = known->why;
    memset(entity->code, 0, sizeof entity->code);
    memcpy(entity->code, known->code, strnlen(known->code, 3));
    finder->notes[index].name = row;
    if (finder->known_entity[row] == DOCUMENT_NONE)
        finder->known_entity[row] = index;
}

/* The row that the mention means, as it is written or with endings cut. */
static uint32_t homonym__row(const struct entity_finder *finder, const struct mention *mention, uint32_t own)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    char key[PHRASE_BYTES_AT_MOST];
    const size_t length = homonym__key(finder->document, mention, false, key);
    if (length && string_map_find(knowledge->phrases, key, length).found)
        return homonym__meant(finder, mention, knowledge->phrases, key, length, own);
    const size_t loose = homonym__key(finder->document, mention, true, key);
    return loose ? homonym__meant(finder, mention, knowledge->loose_phrases, key, loose, own) : own;
}

void entity_part_homonyms(struct entity_finder *finder)
{
    const struct document *const document = finder->document;
    for (size_t m = 0; m < document->mention_count; m++) {
        const struct mention *const mention = &document->mentions[m];
        const uint32_t index = mention->entity_count == 1 ? mention->entities[0] : DOCUMENT_NONE;
        const uint32_t own = index == DOCUMENT_NONE || document->entities[index].kind != ENTITY_ORGANISATION ? DOCUMENT_NONE : finder->notes[index].name;
        const uint32_t meant = own == DOCUMENT_NONE ? own : homonym__row(finder, mention, own);
        if (meant != own)
            homonym__change(finder, index, meant);
    }
}
