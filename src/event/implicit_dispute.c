/* event/implicit_dispute.c: who mediates, or calls for restraint, without saying between whom, means the two who are in dispute: those of the
 * last attack that the report tells before, where there is none those who talked, threatened or blamed. He is none of the two himself; "die
 * Vermittler" are who did so. Calls for restraint go to both only where both have attacked.
 *
 *     "Thailand und Kambodscha liefern sich Gefechte. Malaysia bot sich als Vermittler an."   ->  AGREE MYS > KHM,THA
 */
#include "event/implicit.h"

#include "entity/entity.h"
#include "event/side.h"
#include "event/sides.h"
#include "event/told.h"

#include <string.h>

enum { DISPUTE_SENTENCES_OF_WORDS = 12 };        /* how far back words may lie */

/* "bot sich als Vermittler an", "mahnte zur Zurückhaltung": a word among the companions, which the frame need not ask for. */
static bool dispute__has_word(const struct scene *scene, const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        if (argument->slot.function != FUNCTION_NOM && !argument->weak &&
            knowledge_is_dispute(scene->knowledge, arguments_lemma(scene, argument->token)))
            return true;
    }
    return candidate->match.noun != DOCUMENT_NONE && knowledge_is_dispute(scene->knowledge, arguments_lemma(scene, candidate->match.noun));
}

static bool dispute__is_about(const struct scene *scene, const struct candidate *candidate)
{
    return frame_has_mode(candidate->match.frame, "third-party") ||
           ((candidate->type == EVENT_AGREE || candidate->type == EVENT_REQUEST) && dispute__has_word(scene, candidate));
}

static void dispute__add(const struct role_parties *from, const struct candidate *mediator, struct role_parties *pair)
{
    for (size_t i = 0; i < from->count && pair->count < 2; i++) {
        const struct party *const party = &from->items[i];
        if (!party->code[0] || strcmp(party->code, "IGO") == 0 || strcmp(party->code, "NGO") == 0 || side_has(&mediator->actors, party, false) ||
            side_has(pair, party, false))
            continue;
        pair->items[pair->count] = *party;
        pair->tokens[pair->count++] = from->tokens[i];
    }
}

/* The two sides of the last act of these types, of two countries or (within) of one; false: none has two. */
static bool dispute__last(const struct scene *scene, const struct candidates *candidates, size_t index, uint32_t types, bool within, struct role_parties *pair)
{
    const struct token *const tokens = scene->document->tokens;
    const struct candidate *const candidate = &candidates->items[index];
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (types != TOLD_TYPE(ASSAULT) && tokens[candidate->token].sentence - tokens[earlier->token].sentence > DISPUTE_SENTENCES_OF_WORDS)
            return false;
        *pair = (struct role_parties){.count = 0};
        if (earlier->type == EVENT_TYPE_COUNT || !(types & UINT32_C(1) << earlier->type) || frame_has_mode(earlier->match.frame, "third-party") ||
            side_overlap(&earlier->actors, &candidate->actors, false))
            continue;
        dispute__add(&earlier->actors, candidate, pair);
        dispute__add(&earlier->recipients, candidate, pair);
        if (pair->count == 2 && (within || strcmp(pair->items[0].code, pair->items[1].code) != 0))
            return true;
    }
    return false;
}

/* "dankte den Vermittlern", "die Vermittler schlugen vor": those who mediated last. */
static void dispute__name_mediators(const struct scene *scene, const struct candidates *candidates, size_t index, const struct role_parties *others,
                                    struct role_parties *parties)
{
    const uint32_t noun = parties->count == 1 && !parties->items[0].code[0] ? parties->tokens[0] : DOCUMENT_NONE;
    if (noun == DOCUMENT_NONE || !arguments_is_noun(scene, noun) || !implicit_is_definite(scene, noun) ||
        !knowledge_is_dispute(scene->knowledge, arguments_lemma(scene, noun)))
        return;
    for (size_t i = index; i-- > 0;)
        if (frame_has_mode(candidates->items[i].match.frame, "third-party") && candidates->items[i].actors.count) {
            const struct role_parties *const mediators = &candidates->items[i].actors;
            parties->count = 0;
            for (size_t j = 0; j < mediators->count; j++) {
                if (side_has(others, &mediators->items[j], false))
                    continue;
                parties->items[parties->count] = mediators->items[j];
                parties->tokens[parties->count++] = mediators->tokens[j];
            }
            return;
        }
}

void implicit_dispute(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    struct role_parties pair;
    dispute__name_mediators(scene, candidates, index, &candidate->recipients, &candidate->actors);
    dispute__name_mediators(scene, candidates, index, &candidate->actors, &candidate->recipients);
    if (candidate->type == EVENT_TYPE_COUNT || candidate->recipients.count || candidate->actors.count == 0 || !dispute__is_about(scene, candidate))
        return;
    const uint32_t words = TOLD_TYPE(THREATEN) | TOLD_TYPE(ACCUSE) | TOLD_TYPE(CONSULT) | TOLD_TYPE(COERCE) | TOLD_TYPE(RETREAT) |
                           TOLD_TYPE(CONCEDE);
    const bool found = dispute__last(scene, candidates, index, TOLD_TYPE(ASSAULT), false, &pair) ||
                       sides_in_conflict(candidates, candidate, &pair) ||
                       dispute__last(scene, candidates, index, words, false, &pair) ||
                       dispute__last(scene, candidates, index, TOLD_TYPE(ASSAULT) | words, true, &pair);
    if (found && (candidate->type != EVENT_REQUEST || sides_attack(candidates, index, &pair)))
        candidate->recipients = pair;
}
