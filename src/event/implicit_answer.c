/* event/implicit_answer.c: whom words answer when they do not say so (coding guide, section 3). The acts before are asked, the latest first:
 *   - who refuses, agrees or yields without a partner named answers the one who demanded something before;
 *   - acts of words in one clause are said to the same; who tells of a demand that others made was asked.
 * Whom reactions concern ("bedauerte den Schritt"): event/reaction.c.
 */
#include "event/implicit.h"

#include "event/content.h"
#include "event/reaction.h"
#include "event/side.h"
#include "parse/tree.h"

enum { IMPLICIT_SENTENCES_OF_WORDS = 4 };        /* how far back an act of words may lie */

static bool implicit__is_answer(enum event_type type)
{
    return type == EVENT_REJECT || type == EVENT_AGREE || type == EVENT_CONCEDE || type == EVENT_SUPPORT;
}

static bool implicit__is_demand(enum event_type type)
{
    return type == EVENT_REQUEST || type == EVENT_ACCUSE || type == EVENT_THREATEN;
}

/* Several who agree answer each other. */
static bool implicit__from_demand(const struct candidate *earlier, struct candidate *candidate)
{
    if (!candidate->actors.count || (candidate->type == EVENT_AGREE && candidate->actors.count > 1) || candidate->recipients.count ||
        !earlier->actors.count || side_overlap(&earlier->actors, &candidate->actors, false) ||
        (earlier->recipients.count && !side_overlap(&earlier->recipients, &candidate->actors, false)))
        return false;
    candidate->recipients = earlier->actors;
    return true;
}

/* "Israel wurde aufgefordert": a demand without its author goes on with the last one to the same. */
static bool implicit__demands_again(const struct candidate *earlier, struct candidate *candidate)
{
    if (candidate->type != EVENT_REQUEST || earlier->type != EVENT_REQUEST || candidate->actors.count || !candidate->recipients.count ||
        !earlier->actors.count || side_overlap(&earlier->actors, &candidate->recipients, false) ||
        (earlier->recipients.count && !side_overlap(&earlier->recipients, &candidate->recipients, false)))
        return false;
    candidate->actors = earlier->actors;
    return true;
}

/* "Russland habe um Waffen gebeten, erklärte General al-Atta": who tells of a demand that others made was asked. */
static void implicit__asked(const struct scene *scene, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t statement = document->token_stance[candidate->token].statement;
    if (candidate->type != EVENT_REQUEST || !candidate->actors.count || candidate->recipients.count || statement == DOCUMENT_NONE ||
        document->statements[statement].entity == DOCUMENT_NONE)
        return;
    struct role_parties speaker = {.count = 1};
    speaker.items[0] = roles_party(document, document->statements[statement].entity, (struct span){0, 0});
    speaker.tokens[0] = candidate->token;
    if (speaker.items[0].code[0] && speaker.items[0].sector != SECTOR_JRN && !side_overlap(&speaker, &candidate->actors, false))
        candidate->recipients = speaker;
}

/* "kritisierte Iran und forderte Aufklärung": acts of words in one clause are said to the same. */
static void implicit__coordinated(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const struct document *const document = scene->document;
    if (candidate->recipients.count || !content_is_act_of_words(candidate->type) || !scene->verb_lemma[candidate->token] ||
        document->tokens[candidate->token].relation != RELATION_CONJ)
        return;
    const uint32_t head = tree_head(document, candidate->token);
    const uint32_t before = head == DOCUMENT_NONE ? DOCUMENT_NONE : candidates->of_token[head];
    if (before != DOCUMENT_NONE && content_is_act_of_words(candidates->items[before].type) &&
        side_overlap(&candidates->items[before].actors, &candidate->actors, false))
        candidate->recipients = candidates->items[before].recipients;
}

void implicit_answer(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const uint32_t sentence = scene->document->tokens[candidate->token].sentence;
    implicit__coordinated(scene, candidates, index);
    implicit__asked(scene, candidate);
    for (size_t i = index; content_is_act_of_words(candidate->type) && i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (sentence - scene->document->tokens[earlier->token].sentence > IMPLICIT_SENTENCES_OF_WORDS)
            break;
        if (implicit__demands_again(earlier, candidate) ||
            (implicit__is_answer(candidate->type) && implicit__is_demand(earlier->type) && implicit__from_demand(earlier, candidate)))
            break;
    }
}
