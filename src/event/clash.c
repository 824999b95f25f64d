/* event/clash.c: "Gefechte", "Kämpfe", "ein Schusswechsel": frames of ASSAULT whose actors stand behind "zwischen", or each with the others.
 *   - where no companion tells the sides, two countries that a phrase of the clause joins are they: "an der Grenze zwischen A und B",
 *     "im Konflikt zwischen A und B", "an der A-B-ischen Grenze";
 *   - what another act tells of who attacked whom makes both of them sides ("Rebellen griffen die Armee an. Bei den Kämpfen …"), and so does who was
 *     hit where one side is told ("bei Zusammenstößen mit Demonstranten wurden drei Soldaten verletzt"); but not people. */
#include "event/clash.h"

#include "event/implicit.h"
#include "event/sides.h"
#include "parse/tree.h"

#include <string.h>

bool clash_is(const struct scene *scene, const struct candidate *candidate)
{
    const struct frame *const frame = candidate->match.frame;
    return candidate->type == EVENT_ASSAULT && frame->kind != FRAME_VERB && !frame->roles[ROLE_RECIPIENT].count &&
           (sides_are_between(scene, frame, ROLE_ACTOR) || frame->roles[ROLE_ACTOR].count > 1);
}

static bool clash__are_countries(const struct scene *scene, const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++) {
        const uint32_t entity = parties->items[i].entity;
        const enum entity_kind kind = entity == DOCUMENT_NONE ? ENTITY_NAME : scene->document->entities[entity].kind;
        if (!parties->items[i].code[0] || (kind != ENTITY_COUNTRY && kind != ENTITY_PLACE))
            return false;
    }
    return parties->count == 2 && strcmp(parties->items[0].code, parties->items[1].code) != 0;
}

/* Does the noun tell an act itself, such as talks between the two? */
static bool clash__is_other_act(const struct candidates *candidates, const struct candidate *candidate, uint32_t noun)
{
    const uint32_t act = candidates->of_token[noun];
    return act != DOCUMENT_NONE && &candidates->items[act] != candidate && candidates->items[act].type != EVENT_ASSAULT;
}

/* The two countries between which the phrase is, or that its adjective joins. */
static bool clash__take_phrase(const struct scene *scene, const struct candidates *candidates, uint32_t noun, struct candidate *candidate)
{
    struct arguments inner;
    struct role_parties sides = {.count = 0};
    if (!arguments_is_noun(scene, noun) || clash__is_other_act(candidates, candidate, noun))
        return false;
    arguments_of_noun(scene, noun, &inner);
    for (size_t i = 0; i < inner.count && !clash__are_countries(scene, &sides); i++) {
        const struct frame_slot slot = inner.items[i].slot;
        const bool between = slot.function == FUNCTION_PP && (knowledge_preposition(scene->knowledge, slot.preposition) & PREPOSITION_BETWEEN);
        sides.count = 0;
        if (between || slot.function == FUNCTION_ADJ)
            roles_add(scene, slot, inner.items[i].token, &sides);
    }
    if (!clash__are_countries(scene, &sides))
        return false;
    candidate->actors = sides;
    return true;
}

/* Phrases on the verb, or on the noun itself. */
static bool clash__take_from(const struct scene *scene, const struct candidates *candidates, uint32_t head, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, head); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (child != candidate->token && arguments_preposition(scene, child) &&
            (clash__take_phrase(scene, candidates, child, candidate) || clash__take_from(scene, candidates, child, candidate)))
            return true;
    return false;
}

/* "Die Kämpfe dauern an": between those of the last fight of which both sides are told, or who attacked each other. */
static void clash__again(const struct scene *scene, const struct candidates *candidates, size_t index, uint32_t noun)
{
    struct candidate *const candidate = &candidates->items[index];
    struct role_parties pair;
    if (noun == DOCUMENT_NONE || !implicit_is_definite(scene, noun))
        return;
    for (size_t i = index; i-- > 0;)
        if (clash_is(scene, &candidates->items[i]) && candidates->items[i].actors.count > 1) {
            candidate->actors = candidates->items[i].actors;
            return;
        }
    if (sides_in_conflict(candidates, candidate, &pair) && sides_attack(candidates, index, &pair))
        candidate->actors = pair;
}

void clash_name(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    if (!clash_is(scene, candidate) || candidate->actors.count)
        return;
    const uint32_t noun = candidate->match.frame->kind == FRAME_LIGHT ? candidate->match.noun : candidate->token;
    if (noun != DOCUMENT_NONE && (clash__take_phrase(scene, candidates, noun, candidate) || clash__take_from(scene, candidates, noun, candidate)))
        return;
    const uint32_t clause = tree_clause(scene->document, candidate->token);
    if (clause == DOCUMENT_NONE || !clash__take_from(scene, candidates, clause, candidate))
        clash__again(scene, candidates, index, noun);
}

/* People are hit in fights; who fights is a state, its forces, or others in arms, and whoever fights these alone ("Zusammenstöße mit der Polizei"). */
static bool clash__is_side(const struct candidate *candidate, const struct party *party)
{
    const bool people = party->sector == SECTOR_CVL || party->sector == SECTOR_JRN || party->sector == SECTOR_SOC || party->sector == SECTOR_REF ||
                        party->sector == SECTOR_MED || party->sector == SECTOR_EDU || party->sector == SECTOR_UNK;
    return !people || (candidate->recipient_path == PATH_CLAUSE && candidate->actors.count == 1 && candidate->actors.items[0].sector == SECTOR_COP);
}

void clash_join(const struct scene *scene, struct candidate *candidate)
{
    const bool told = candidate->recipient_path == PATH_CLAUSE;
    if (!clash_is(scene, candidate) || (candidate->recipient_path != PATH_REPORT && !told))
        return;
    struct role_parties *const actors = &candidate->actors;
    const bool whole = told ? actors->count > 1 : candidate->actor_path != PATH_REPORT;          /* "zwischen A und B" */
    for (size_t i = 0; i < candidate->recipients.count && actors->count && actors->count < ROLES_MOST && !whole; i++) {
        const struct party *const party = &candidate->recipients.items[i];
        if (!clash__is_side(candidate, party) || roles_have(actors, party->entity))
            continue;
        actors->tokens[actors->count] = candidate->recipients.tokens[i];
        actors->items[actors->count++] = *party;
    }
    candidate->recipients.count = 0;
    candidate->recipient_path = PATH_NONE;
}

bool clash_leaves_open(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate)
{
    for (size_t i = 0; candidate->type == EVENT_ASSAULT && !clash_is(scene, candidate) && i < candidate->arguments.count; i++) {
        const uint32_t act = candidates->of_token[candidate->arguments.items[i].token];
        if (act != DOCUMENT_NONE && candidates->items[act].actors.count > 1 && clash_is(scene, &candidates->items[act]))
            return true;
    }
    return false;
}
