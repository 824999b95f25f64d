/* event/implicit_answer.c: whom words answer when they do not say so (coding guide, section 3). The acts before are asked, the latest first:
 *   - who refuses, agrees or yields without a partner named answers the one who demanded something before;
 *   - acts of words in one clause are said to the same; who tells of a demand that others made was asked, who tells of an attack in a war of
 *     its own was attacked;
 *   - an act is against whoever did what is given as its occasion ("nachdem …").
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

/* "bat die Verbündeten um Waffen": those of whom it is not told who they are may be anyone. */
static bool implicit__are_open(const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (parties->items[i].code[0])
            return false;
    return true;
}

/* Was the earlier demand, blame or threat made to those of the candidate, or to nobody that is told? */
static bool implicit__was_put_to(const struct candidate *earlier, const struct candidate *candidate)
{
    return !earlier->recipients.count || (earlier->type == EVENT_REQUEST && implicit__are_open(&earlier->recipients)) ||
           side_overlap(&earlier->recipients, &candidate->actors, false);
}

/* Nobody agrees to a threat or backs it; several who agree answer each other. */
static bool implicit__may_answer(const struct candidate *earlier, const struct candidate *candidate)
{
    const bool consent = candidate->type == EVENT_SUPPORT || candidate->type == EVENT_AGREE;
    return !(consent && earlier->type == EVENT_THREATEN) && !(candidate->type == EVENT_AGREE && candidate->actors.count > 1);
}

static bool implicit__from_demand(const struct candidate *earlier, struct candidate *candidate)
{
    if (candidate->recipients.count || !candidate->actors.count || !earlier->actors.count || !implicit__may_answer(earlier, candidate) ||
        side_overlap(&earlier->actors, &candidate->actors, false) || !implicit__was_put_to(earlier, candidate))
        return false;
    candidate->recipients = earlier->actors;
    return true;
}

/* "Trump bot an zu vermitteln; Indien lehnte ab": a refusal answers the offer that was made to those who refuse. */
static bool implicit__from_offer(const struct candidate *earlier, struct candidate *candidate)
{
    if (candidate->type != EVENT_REJECT || earlier->type != EVENT_AGREE || candidate->recipients.count || !candidate->actors.count || !earlier->actors.count ||
        !side_overlap(&earlier->recipients, &candidate->actors, false) || side_overlap(&earlier->actors, &candidate->actors, false))
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
    const struct role_parties speaker = roles_speaker(document, document->statements[statement].entity, candidate->token);
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

/* ---- what an act answers ----------------------------------------------------------------------------------------- */

/* Acts that answer what another party did. */
static bool implicit__answers_acts(enum event_type type)
{
    switch (type) {
    case EVENT_ACCUSE:
    case EVENT_REJECT:
    case EVENT_THREATEN:
    case EVENT_PROTEST:
    case EVENT_SANCTION:
        return true;
    default:
        return false;
    }
}

static bool implicit__provokes(enum event_type type)
{
    return type == EVENT_ASSAULT || type == EVENT_COERCE || type == EVENT_SANCTION || type == EVENT_MOBILIZE || type == EVENT_THREATEN ||
           type == EVENT_REJECT || type == EVENT_REQUEST;
}

static bool implicit__take_doer(const struct candidates *candidates, uint32_t token, struct candidate *candidate)
{
    const uint32_t act = candidates->of_token[token];
    const struct candidate *const cause = act == DOCUMENT_NONE ? NULL : &candidates->items[act];
    if (!cause || !implicit__provokes(cause->type) || !cause->actors.count || !cause->actors.items[0].code[0] ||
        side_overlap(&cause->actors, &candidate->actors, false))
        return false;
    candidate->recipients = cause->actors;
    return true;
}

/* "als Reaktion auf den Raketentest", "aus Protest gegen die Razzia": what the noun answers. */
static bool implicit__answered_by(const struct scene *scene, const struct candidates *candidates, uint32_t noun, struct candidate *candidate)
{
    struct arguments own;
    if (!arguments_is_noun(scene, noun) || !knowledge_is_occasion(scene->knowledge, arguments_lemma(scene, noun)))
        return false;
    arguments_of_noun(scene, noun, &own);
    for (size_t i = 0; i < own.count; i++)
        if (own.items[i].slot.function == FUNCTION_PP && implicit__take_doer(candidates, own.items[i].token, candidate))
            return true;
    return false;
}

/* "zog seinen Botschafter ab, nachdem Caracas …", "verhängte nach dem Raketentest Nordkoreas Sanktionen": whoever did what is given as the
 * occasion is the one whom the act is against. */
static void implicit__occasion(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    if (!implicit__answers_acts(candidate->type) || candidate->recipients.count || !candidate->actors.count || !scene->verb_lemma[candidate->token])
        return;
    for (uint32_t child = tree_first_child(document, candidate->token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const uint32_t mark = document->tokens[child].relation == RELATION_ADVCL ? tree_mark(document, child) : DOCUMENT_NONE;
        if (mark != DOCUMENT_NONE && knowledge_is_occasion(scene->knowledge, arguments_lemma(scene, mark)) &&
            implicit__take_doer(candidates, child, candidate))
            return;
    }
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const bool occasion = argument->slot.function == FUNCTION_PP &&
                              ((knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_OCCASION) ||
                               knowledge_is_occasion(scene->knowledge, argument->slot.preposition));
        if ((occasion && implicit__take_doer(candidates, argument->token, candidate)) ||
            (argument->slot.function == FUNCTION_PP && implicit__answered_by(scene, candidates, argument->token, candidate)))
            return;
    }
}

static bool implicit__is_hostile(enum event_type type)
{
    return type == EVENT_ACCUSE || type == EVENT_THREATEN || type == EVENT_SANCTION || type == EVENT_COERCE;
}

/* Whom the earlier act shows to be the opponent of the candidate's actors, by their own act or one against them; NULL: nobody. */
static const struct role_parties *implicit__opponent(const struct candidate *earlier, const struct candidate *candidate, bool violence)
{
    const bool within = side_within_country(earlier), tells = violence ? earlier->type == EVENT_THREATEN : implicit__is_hostile(earlier->type);
    if (!earlier->actors.count || !earlier->recipients.count || !(tells || earlier->type == EVENT_ASSAULT))
        return NULL;
    const bool own = side_overlap(&earlier->actors, &candidate->actors, violence && within);
    const bool suffered = earlier->type != EVENT_ACCUSE &&           /* words alone make nobody the opponent of whom they blame */
                          (within ? side_overlap(&earlier->recipients, &candidate->actors, true)
                                  : side_share_country(&earlier->recipients, &candidate->actors));
    const struct role_parties *const other = own ? &earlier->recipients : suffered ? &earlier->actors : NULL;
    return other && other->items[0].code[0] && !side_overlap(other, &candidate->actors, violence && within) ? other : NULL;
}

/* "kündigte weitere Maßnahmen an", "drohte mit Vergeltung": a threat or punishment that does not say against whom goes on with the last that its
 * author blamed, threatened or punished; force is threatened against whom he fights. */
static void implicit__same_opponent(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const bool violence = frame_has_mode(candidate->match.frame, "violence");
    if ((candidate->type != EVENT_THREATEN && candidate->type != EVENT_SANCTION) || !candidate->actors.count || candidate->recipients.count ||
        frame_has_mode(candidate->match.frame, "convict") || !scene->verb_lemma[candidate->token])
        return;
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (scene->document->tokens[candidate->token].sentence - scene->document->tokens[earlier->token].sentence > IMPLICIT_SENTENCES_OF_WORDS)
            return;
        const struct role_parties *const opponent = implicit__opponent(earlier, candidate, violence);
        if (opponent) {
            candidate->recipients = *opponent;
            return;
        }
    }
}

/* "Nach Angaben Kiews griff Russland mit Drohnen an": of those who attack or are attacked elsewhere in the report who tells of
 * an attack is its target. */
static void implicit__told_by_target(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    const struct document *const document = scene->document;
    struct candidate *const candidate = &candidates->items[index];
    const uint32_t statement = document->token_stance[candidate->token].statement;
    if (candidate->type != EVENT_ASSAULT || candidate->recipients.count || !candidate->actors.count ||
        !candidate->match.frame->roles[ROLE_RECIPIENT].count || statement == DOCUMENT_NONE ||
        document->statements[statement].entity == DOCUMENT_NONE)
        return;
    const struct role_parties teller = roles_speaker(document, document->statements[statement].entity, candidate->token);
    if (!teller.items[0].code[0] || !side_are_of_state(&teller) || side_overlap(&teller, &candidate->actors, false))
        return;
    for (size_t i = 0; i < candidates->count; i++) {
        const struct candidate *const other = &candidates->items[i];
        if (i != index && other->type == EVENT_ASSAULT &&
            (side_overlap(&teller, &other->recipients, false) || side_overlap(&teller, &other->actors, false))) {
            candidate->recipients = teller;
            return;
        }
    }
}

void implicit_answer(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const uint32_t sentence = scene->document->tokens[candidate->token].sentence;
    if (frame_is_closed(candidate->match.frame))
        return;
    implicit__coordinated(scene, candidates, index);
    implicit__asked(scene, candidate);
    implicit__occasion(scene, candidates, candidate);
    implicit__told_by_target(scene, candidates, index);
    implicit__same_opponent(scene, candidates, index);
    const bool reacts = (candidate->type == EVENT_SUPPORT && reaction_matter(scene, candidate) != DOCUMENT_NONE) ||
                        (candidate->type == EVENT_REJECT && reaction_is_to_claim(scene, candidate));
    for (size_t i = index; !reacts && content_is_act_of_words(candidate->type) && i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (sentence - scene->document->tokens[earlier->token].sentence > IMPLICIT_SENTENCES_OF_WORDS)
            break;
        if (implicit__demands_again(earlier, candidate) || implicit__from_offer(earlier, candidate) ||
            (implicit__is_answer(candidate->type) && implicit__is_demand(earlier->type) && implicit__from_demand(earlier, candidate)))
            break;
    }
}
