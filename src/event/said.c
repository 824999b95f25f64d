/* event/said.c: clauses that someone says of another. "Russland verletze den Vertrag, sagte der Minister" blames Russia in the words of the
 * minister, "Russland verletzte den Vertrag" tells what Russia did: frames that ask for "said" tell the former. */
#include "event/said.h"

#include "event/match.h"
#include "event/roles.h"
#include "event/side.h"
#include "parse/tree.h"

/* "warf vor", "kritisierte": the verb that tells of the words is the act of blame itself. */
static bool said__cue_blames(const struct scene *scene, const struct statement *statement)
{
    return statement->cue_token != DOCUMENT_NONE && match_verb_has_type(scene, scene->verb_lemma[statement->cue_token], EVENT_ACCUSE);
}

bool said_is_public(enum sector sector)
{
    return sector == SECTOR_GOV || sector == SECTOR_MIL || sector == SECTOR_SPY || sector == SECTOR_LEG || sector == SECTOR_PTY ||
           sector == SECTOR_OPP || sector == SECTOR_REB || sector == SECTOR_PRM || sector == SECTOR_SOC ||
           sector == SECTOR_ELI || sector == SECTOR_LAB || sector == SECTOR_REL;
}

/* "wir", "man", or a subject of the speaker's own side. */
static bool said__is_own(const struct scene *scene, struct frame_slot slot, uint32_t subject, const struct party *speaker)
{
    const struct token *const word = &scene->document->tokens[subject];
    struct role_parties parties = {.count = 0};
    if (word->upos == UPOS_PRON && knowledge_is_speaker(scene->knowledge, arguments_lemma(scene, subject)))
        return true;
    if (scene->mention[subject] != DOCUMENT_NONE)
        roles_add(scene, slot, subject, &parties);
    const struct role_parties said = {.items = {*speaker}, .count = 1};
    return side_are_one(&parties, &said);
}

void said_add(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct document *const document = scene->document;
    const uint32_t at = document->token_stance[verb].statement;
    const struct statement *const statement = at != DOCUMENT_NONE ? &document->statements[at] : NULL;
    if (!statement || statement->entity == DOCUMENT_NONE || scene->participle[verb] || said__cue_blames(scene, statement) ||
        arguments_has(arguments, FUNCTION_NEG) || document->token_stance[verb].factuality == FACTUALITY_UU)      /* "ob er gelogen habe" */
        return;
    const struct party speaker = roles_party(document, statement->entity, (struct span){0, 0});
    bool of_another = arguments_is_noun(scene, verb) && tree_child(document, verb, RELATION_COP) == DOCUMENT_NONE;   /* "Ein Rechtsbruch", schrieb er */
    for (size_t i = 0; i < arguments->count && !of_another; i++) {
        if (arguments->items[i].slot.function != FUNCTION_NOM || arguments->items[i].weak)
            continue;
        if (said__is_own(scene, arguments->items[i].slot, arguments->items[i].token, &speaker))
            return;
        of_another = true;
    }
    if (of_another && said_is_public(speaker.sector))
        arguments_add(scene, arguments, FUNCTION_SAID, NULL, statement->cue_token != DOCUMENT_NONE ? statement->cue_token : verb, false);
}

bool said_by_actor(const struct frame *frame)
{
    return frame_looks_in(frame, ROLE_ACTOR, (struct frame_slot){FUNCTION_SAID, NULL});
}

bool said_is_act(const struct frame *frame)
{
    for (size_t i = 0; i < frame->condition_count; i++)
        if (frame->conditions[i].slot.function == FUNCTION_SAID)
            return true;
    return false;
}
