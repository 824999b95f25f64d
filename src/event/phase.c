/* event/phase.c: a noun that tells an act without who did it, below a verb of phase or support ("begann mit dem Beschuss", "die von den USA
 * geführte Aktion") or one by which its doer tells it ("meldeten die Einnahme der Stadt"): event/phases.tsv. */
#include "event/phase.h"

#include "event/implicit.h"
#include "event/side.h"
#include "parse/tree.h"

#include <string.h>

/* "gab den Beginn der Entsendung bekannt": of a noun that names nobody and no act; else the noun itself. */
static uint32_t phase__whole(const struct scene *scene, uint32_t noun)
{
    const struct document *const document = scene->document;
    const uint32_t head = tree_head(document, noun);
    const bool part = head != DOCUMENT_NONE && document->tokens[noun].relation == RELATION_NMOD && !arguments_preposition(scene, noun) &&
                      document->tokens[head].upos == UPOS_NOUN && scene->mention[head] == DOCUMENT_NONE && !scene->verb_lemma[head] &&
                      !match_noun_has_type(scene, head, EVENT_TYPE_COUNT);
    return part ? head : noun;
}

/* "die Einnahme", "den Abschuss", not "einen Angriff": what is told as a success is told as known. */
static bool phase__may_be_told(const struct scene *scene, const struct candidate *candidate)
{
    return (candidate->type == EVENT_ASSAULT || candidate->type == EVENT_COERCE) && implicit_is_definite(scene, candidate->token);
}

/* Forces, police and rebels, and states, of what was not done to their own country. */
static bool phase__are_doers(const struct scene *scene, const struct candidate *candidate, const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++) {
        const struct party *const party = &parties->items[i];
        const enum entity_kind kind = party->entity == DOCUMENT_NONE ? ENTITY_NAME : scene->document->entities[party->entity].kind;
        const bool state = party->sector == SECTOR_GOV && strcmp(party->code, "IGO") != 0 && kind != ENTITY_PERSON;
        if (!(party->sector == SECTOR_REB || party->sector == SECTOR_COP) && side_have_code(&candidate->recipients, party->code))
            return false;
        if (!side_is_armed(party->sector) && !state)
            return false;
    }
    return parties->count > 0;
}

/* "begann mit dem Beschuss der Stadt": the subject of the verb of phase above the noun; "meldeten die Einnahme der Stadt". */
static void phase__of_verb(const struct scene *scene, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t noun = phase__whole(scene, tree_first_conjunct(document, candidate->token)), verb = tree_head(document, noun);
    if (verb == DOCUMENT_NONE || !scene->verb_lemma[verb] || document->tokens[noun].relation == RELATION_NSUBJ)
        return;
    const char *const preposition = arguments_preposition(scene, noun);
    const bool deed = !preposition && knowledge_tells_deed(scene->knowledge, scene->verb_lemma[verb]) && phase__may_be_told(scene, candidate);
    if (!deed && !knowledge_is_phase(scene->knowledge, scene->verb_lemma[verb], preposition))
        return;
    struct arguments arguments;
    struct role_parties found = {.count = 0};
    arguments_of_verb(scene, verb, &arguments);
    const struct frame_slot subject = {FUNCTION_NOM, NULL};
    for (size_t i = 0; i < arguments.count; i++)
        if (frame_slot_equal(arguments.items[i].slot, subject) && arguments.items[i].token != noun)
            roles_add(scene, subject, arguments.items[i].token, &found);
    if (!deed || phase__are_doers(scene, candidate, &found))
        candidate->actors = found;
}

/* "bei der von den USA geführten Aktion gegen die Miliz": so does the agent of such a verb's participle before the noun. */
static void phase__of_participle(const struct scene *scene, struct candidate *candidate)
{
    static const struct frame_slot agent = {FUNCTION_NOM, NULL};
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, candidate->token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        struct arguments arguments;
        if (document->tokens[child].relation != RELATION_AMOD || scene->participle[child] != VERB_FORM_PART_PERF || !scene->verb_lemma[child] ||
            !knowledge_is_phase(scene->knowledge, scene->verb_lemma[child], NULL))
            continue;
        arguments_of_verb(scene, child, &arguments);
        for (size_t i = 0; i < arguments.count; i++)
            if (frame_slot_equal(arguments.items[i].slot, agent))
                roles_add(scene, agent, arguments.items[i].token, &candidate->actors);
    }
}

void phase_actors(const struct scene *scene, struct candidate *candidate)
{
    if (candidate->match.frame->kind != FRAME_NOUN || candidate->actors.count)
        return;
    phase__of_verb(scene, candidate);
    if (!candidate->actors.count)
        phase__of_participle(scene, candidate);
}
