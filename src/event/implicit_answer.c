/* event/implicit_answer.c: whom words answer when they do not say so (coding guide, section 3). The acts before are asked, the latest first:
 *   - who refuses, agrees or yields without a partner named answers the one who demanded something before;
 *   - who welcomes, blames or refuses "die Entscheidung", "das" means whoever decided or claimed it;
 *   - acts of words in one clause are said to the same; who tells of a demand that others made was asked.
 */
#include "event/implicit.h"

#include "event/content.h"
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

static bool implicit__is_reaction(enum event_type type)
{
    return type == EVENT_ACCUSE || type == EVENT_SUPPORT || type == EVENT_REJECT;
}

/* "stimmte dem Beschluss zu": a yes to what someone else decided; "einigten sich auf den Beschluss" is none. */
static bool implicit__is_consent(enum event_type type, enum frame_function object)
{
    return (type == EVENT_AGREE || type == EVENT_CONCEDE) && (object == FUNCTION_DAT || object == FUNCTION_AKK);
}

/* What kind of told thing the word means. */
static enum anaphor implicit__anaphor_of(const struct scene *scene, uint32_t token)
{
    const struct token *const word = &scene->document->tokens[token];
    const enum anaphor anaphor = knowledge_anaphor(scene->knowledge, word->lemma ? word->lemma : word->form);
    return anaphor != ANAPHOR_NONE || !word->compound_head ? anaphor : knowledge_anaphor(scene->knowledge, word->compound_head);
}

/* The word for what was told before ("die Entscheidung", "das") among the objects; DOCUMENT_NONE: none. */
static uint32_t implicit__anaphoric_object(const struct scene *scene, const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const struct token *const word = &scene->document->tokens[argument->token];
        if (argument->weak || argument->slot.function == FUNCTION_NOM || scene->mention[argument->token] != DOCUMENT_NONE ||
            implicit__anaphor_of(scene, argument->token) == ANAPHOR_NONE ||
            !(implicit__is_reaction(candidate->type) || implicit__is_consent(candidate->type, argument->slot.function)))
            continue;
        if (word->upos != UPOS_NOUN || implicit_is_definite(scene, argument->token))
            return argument->token;
    }
    return DOCUMENT_NONE;
}

/* Is it an act that others react to: done, promised, decided, not said? */
static bool implicit__is_decision(enum event_type type)
{
    switch (type) {
    case EVENT_REQUEST:
    case EVENT_ACCUSE:
    case EVENT_SUPPORT:
    case EVENT_CONSULT:
    case EVENT_TYPE_COUNT:
        return false;
    default:
        return true;
    }
}

/* What everybody speaks of is the act that the report began with; a pronoun means the last one, and if that is itself a reaction, the
 * same as it. */
static const struct role_parties *implicit__reacted_to(const struct scene *scene, const struct candidates *candidates, size_t index,
                                                       bool pronoun)
{
    const struct role_parties *const own = &candidates->items[index].actors;
    const uint32_t sentence = scene->document->tokens[candidates->items[index].token].sentence;
    const struct role_parties *found = NULL;
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        const bool near = sentence - scene->document->tokens[earlier->token].sentence <= IMPLICIT_SENTENCES_OF_WORDS;
        const struct role_parties *const meant = implicit__is_reaction(earlier->type) ? &earlier->recipients : &earlier->actors;
        if (pronoun && (!near || (meant->count && !side_overlap(meant, own, false))))
            return near ? meant : NULL;
        if (!pronoun && implicit__is_decision(earlier->type) && earlier->actors.count && !earlier->bare &&
            !side_overlap(&earlier->actors, own, false))
            found = &earlier->actors;
    }
    return found;
}

/* The one who said something last before the trigger. */
static bool implicit__claimant(const struct scene *scene, const struct candidate *candidate, struct role_parties *found)
{
    const struct document *const document = scene->document;
    const uint32_t trigger = document->tokens[candidate->token].span.begin_byte;
    uint32_t latest = 0;
    for (size_t i = 0; i < document->statement_count; i++) {
        const struct statement *const statement = &document->statements[i];
        const uint32_t end = statement->quote.count ? statement->quote.items[statement->quote.count - 1].end_byte : 0;
        if (!end || end > trigger || end < latest || statement->entity == DOCUMENT_NONE)
            continue;
        struct role_parties speaker = {.count = 1};
        speaker.items[0] = roles_party(document, statement->entity, (struct span){0, 0});
        speaker.tokens[0] = candidate->token;
        if (!speaker.items[0].code[0] || side_overlap(&speaker, &candidate->actors, false))
            continue;
        *found = speaker;
        latest = end;
    }
    return latest > 0;
}

static void implicit__react(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const uint32_t object = implicit__anaphoric_object(scene, candidate);
    if (!candidate->actors.count || candidate->recipients.count ||
        candidate->match.frame->kind == FRAME_NOUN || object == DOCUMENT_NONE)
        return;
    if (implicit__anaphor_of(scene, object) == ANAPHOR_CLAIM && implicit__claimant(scene, candidate, &candidate->recipients))
        return;
    const struct role_parties *const meant =
        implicit__reacted_to(scene, candidates, index, scene->document->tokens[object].upos != UPOS_NOUN);
    if (meant)
        candidate->recipients = *meant;
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
    implicit__react(scene, candidates, index);
}
