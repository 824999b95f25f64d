/* event/implicit.c: roles that are told elsewhere "without doubt" (coding guide, section 3).
 *
 * In the same sentence: the subject of a verb of phase ("begann mit dem Beschuss": event/phases.tsv) does what the noun says; an act and
 * the noun beside it that tells the same ("bei einem Angriff der Miliz getötet") share their parties; a demand in the passive is
 * that of the one who speaks.
 * Then the report's earlier acts are asked, latest first:
 *   - an act that goes on, with one side told, has the other side of the earlier one of its kind between the same sides;
 *   - an attack without target by someone who was attacked is on the attacker; weapons that are shot down are the attacker's;
 *   - who refuses, agrees or yields without a partner named answers the one who demanded something before.
 * Sides are told apart by entity, else by country, a country's rebels and its other parties being two; where both sides are of one
 * country only the same sector is the same side.
 */
#include "event/implicit.h"

#include "event/content.h"
#include "parse/tree.h"

#include <string.h>

enum { IMPLICIT_SENTENCES = 12, IMPLICIT_SENTENCES_OF_WORDS = 4 };       /* how far back an act may lie */

/* ---- sides --------------------------------------------------------------------------------------------------- */

static bool implicit__is_rebel(const struct party *party)
{
    return party->sector == SECTOR_REB || party->sector == SECTOR_PRM || party->sector == SECTOR_UAF;
}

static bool implicit__same(const struct party *a, const struct party *b, bool within_country)
{
    if (a->entity != DOCUMENT_NONE && a->entity == b->entity)
        return true;
    if (!a->code[0] || strcmp(a->code, b->code) != 0 || implicit__is_rebel(a) != implicit__is_rebel(b))
        return false;
    return !within_country || a->sector == b->sector;
}

static bool implicit__overlap(const struct role_parties *a, const struct role_parties *b, bool within_country)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (implicit__same(&a->items[i], &b->items[j], within_country))
                return true;
    return false;
}

/* Are both sides of one country? */
static bool implicit__is_within_country(const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->actors.count; i++)
        for (size_t j = 0; j < candidate->recipients.count; j++)
            if (candidate->actors.items[i].code[0] &&
                strcmp(candidate->actors.items[i].code, candidate->recipients.items[j].code) == 0)
                return true;
    return false;
}

/* ---- kinds of acts ------------------------------------------------------------------------------------------- */

static bool implicit__is_force(enum event_type type)
{
    return type == EVENT_ASSAULT;
}

/* Acts that go on between the same two sides, and may be told under two types. */
static bool implicit__goes_on(enum event_type a, enum event_type b)
{
    switch (a) {
    case EVENT_ASSAULT:
        return b == EVENT_ASSAULT;
    case EVENT_AID:
    case EVENT_COOPERATE:
        return b == EVENT_AID || b == EVENT_COOPERATE;
    case EVENT_SANCTION:
    case EVENT_COERCE:
        return b == EVENT_SANCTION || b == EVENT_COERCE;
    default:
        return false;
    }
}

static bool implicit__is_answer(enum event_type type)
{
    return type == EVENT_REJECT || type == EVENT_AGREE || type == EVENT_CONCEDE || type == EVENT_SUPPORT;
}

static bool implicit__is_demand(enum event_type type)
{
    return type == EVENT_REQUEST || type == EVENT_ACCUSE || type == EVENT_THREATEN;
}

/* ---- the same sentence --------------------------------------------------------------------------------------- */

/* "begann mit dem Beschuss der Stadt": the subject of the verb of phase above the noun. */
static void implicit__phase(const struct scene *scene, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t noun = tree_first_conjunct(document, candidate->token), verb = tree_head(document, noun);
    if (candidate->match.frame->kind != FRAME_NOUN || candidate->actors.count || verb == DOCUMENT_NONE || !scene->verb_lemma[verb] ||
        document->tokens[noun].relation == RELATION_NSUBJ ||
        !knowledge_is_phase(scene->knowledge, scene->verb_lemma[verb], arguments_preposition(scene, noun)))
        return;
    struct arguments arguments;
    arguments_of_verb(scene, verb, &arguments);
    const struct frame_slot subject = {FUNCTION_NOM, NULL};
    for (size_t i = 0; i < arguments.count; i++)
        if (frame_slot_equal(arguments.items[i].slot, subject) && arguments.items[i].token != noun)
            roles_add(scene, subject, arguments.items[i].token, &candidate->actors);
}

/* Is the noun in a phrase of the verb's own clause? */
static bool implicit__stand_together(const struct scene *scene, const struct candidate *noun, const struct candidate *verb)
{
    if (noun->match.frame->kind != FRAME_NOUN || verb->match.frame->kind == FRAME_NOUN || noun->type != verb->type)
        return false;
    const uint32_t token = tree_first_conjunct(scene->document, noun->token), head = tree_head(scene->document, token);
    return head != DOCUMENT_NONE && tree_first_conjunct(scene->document, verb->token) == tree_first_conjunct(scene->document, head) &&
           arguments_preposition(scene, token);
}

static void implicit__share(struct role_parties *a, struct role_parties *b)
{
    if (!a->count)
        *a = *b;
    else if (!b->count)
        *b = *a;
}

static void implicit__beside(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const uint32_t sentence = scene->document->tokens[candidate->token].sentence;
    for (size_t i = index; i-- > 0 && scene->document->tokens[candidates->items[i].token].sentence == sentence;) {
        struct candidate *const other = &candidates->items[i];
        if (!implicit__is_force(candidate->type) || (!implicit__stand_together(scene, candidate, other) &&
                                                     !implicit__stand_together(scene, other, candidate)))
            continue;
        implicit__share(&candidate->actors, &other->actors);
        implicit__share(&candidate->recipients, &other->recipients);
    }
}

/* "Israel wurde aufgefordert, … zu öffnen", in what someone says. */
static void implicit__speaker(const struct scene *scene, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t statement = document->token_stance[candidate->token].statement;
    if (candidate->type != EVENT_REQUEST || candidate->actors.count || candidate->match.frame->kind == FRAME_NOUN ||
        scene->participle[candidate->token] || statement == DOCUMENT_NONE || document->statements[statement].entity == DOCUMENT_NONE)
        return;
    const struct statement *const said = &document->statements[statement];
    const struct span span = said->speaker_mention != DOCUMENT_NONE ? document->mentions[said->speaker_mention].span : (struct span){0, 0};
    candidate->actors.items[0] = roles_party(document, said->entity, span);
    candidate->actors.tokens[0] = candidate->token;
    candidate->actors.count = 1;
}

void implicit_actors(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    if (candidate->type == EVENT_TYPE_COUNT)
        return;
    implicit__phase(scene, candidate);
    implicit__beside(scene, candidates, index);
    implicit__speaker(scene, candidate);
}

/* ---- earlier acts -------------------------------------------------------------------------------------------- */

static bool implicit__is_target(const struct frame *frame, struct frame_slot slot)
{
    const struct frame_role *const role = &frame->roles[ROLE_RECIPIENT];
    for (size_t i = 0; i < role->count; i++)
        for (size_t j = 0; j < role->groups[i].count; j++)
            if (frame_slot_equal(role->groups[i].terms[j].slot, slot))
                return true;
    return false;
}

/* "37 davon wurden abgefangen": the target is a weapon, so the other side acts. */
static bool implicit__is_interception(const struct scene *scene, const struct candidate *candidate)
{
    const struct frame_slot object = {FUNCTION_AKK, NULL};
    const size_t found = match_argument(&candidate->arguments, object, 0);
    uint32_t items[1];
    return implicit__is_force(candidate->type) && found != SIZE_MAX && !candidate->recipients.count &&
           implicit__is_target(candidate->match.frame, object) &&
           match_items(scene, candidate->arguments.items[found].token, items, 1) > 0;
}

/* Tries one earlier attack; true when something was filled. */
static bool implicit__from_attack(const struct scene *scene, const struct candidate *earlier, struct candidate *candidate)
{
    const bool no_actor = candidate->actors.count == 0, no_recipient = candidate->recipients.count == 0;
    const bool within = implicit__is_within_country(earlier);
    if (no_actor && no_recipient) {
        if (!earlier->actors.count || !earlier->recipients.count || !implicit__is_interception(scene, candidate))
            return false;
        candidate->actors = earlier->recipients;
        candidate->recipients = earlier->actors;
        return true;
    }
    if (no_recipient && earlier->actors.count && implicit__overlap(&earlier->recipients, &candidate->actors, within)) {
        candidate->recipients = earlier->actors;
        return true;
    }
    return false;
}

static bool implicit__from_same(const struct candidate *earlier, struct candidate *candidate)
{
    const bool within = implicit__is_within_country(earlier);
    if (!candidate->actors.count && candidate->recipients.count && earlier->actors.count &&
        implicit__overlap(&earlier->recipients, &candidate->recipients, within)) {
        candidate->actors = earlier->actors;
        return true;
    }
    if (candidate->actors.count && !candidate->recipients.count && earlier->recipients.count &&
        implicit__overlap(&earlier->actors, &candidate->actors, within)) {
        candidate->recipients = earlier->recipients;
        return true;
    }
    return false;
}

/* Several who agree answer each other. */
static bool implicit__from_demand(const struct candidate *earlier, struct candidate *candidate)
{
    if (!candidate->actors.count || (candidate->type == EVENT_AGREE && candidate->actors.count > 1) || candidate->recipients.count || !earlier->actors.count ||
        implicit__overlap(&earlier->actors, &candidate->actors, false) ||
        (earlier->recipients.count && !implicit__overlap(&earlier->recipients, &candidate->actors, false)))
        return false;
    candidate->recipients = earlier->actors;
    return true;
}

static void implicit__ask_earlier(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const uint32_t sentence = scene->document->tokens[candidate->token].sentence;
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        const uint32_t distance = sentence - scene->document->tokens[earlier->token].sentence;
        if ((candidate->actors.count && candidate->recipients.count) || distance > IMPLICIT_SENTENCES)
            return;
        if (implicit__goes_on(candidate->type, earlier->type) && implicit__from_same(earlier, candidate))
            continue;
        if (implicit__is_force(candidate->type) && implicit__is_force(earlier->type))
            (void)implicit__from_attack(scene, earlier, candidate);
    }
}

/* A lead tells an act in short: "Seitdem liefert Nordkorea Waffen". Whom it concerns is what all later acts of that kind by the
 * same actor say. */
static void implicit__ask_later(const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const struct candidate *only = NULL;
    if (!candidate->actors.count || candidate->recipients.count || candidate->match.frame->kind == FRAME_NOUN)
        return;
    for (size_t i = index + 1; i < candidates->count; i++) {
        const struct candidate *const later = &candidates->items[i];
        if (!implicit__goes_on(candidate->type, later->type) || !later->recipients.count ||
            !implicit__overlap(&candidate->actors, &later->actors, false))
            continue;
        if (only && !implicit__overlap(&only->recipients, &later->recipients, false))
            return;
        only = only ? only : later;
    }
    if (only)
        candidate->recipients = only->recipients;
}

/* An attack of which neither side is told is one of those before: that of the one who tells of it, else the only one if all went the
 * same way. */
static const struct candidate *implicit__dyad(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    const uint32_t statement = scene->document->token_stance[candidates->items[index].token].statement;
    const struct candidate *only = NULL;
    bool several = false;
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (!implicit__is_force(earlier->type) || !earlier->actors.count || !earlier->recipients.count)
            continue;
        struct role_parties speaker = {.count = 0};
        if (statement != DOCUMENT_NONE && scene->document->statements[statement].entity != DOCUMENT_NONE) {
            speaker.items[speaker.count++] = roles_party(scene->document, scene->document->statements[statement].entity, (struct span){0, 0});
            if (implicit__overlap(&speaker, &earlier->actors, implicit__is_within_country(earlier)))
                return earlier;
        }
        several = several || (only && !(implicit__overlap(&only->actors, &earlier->actors, false) &&
                                        implicit__overlap(&only->recipients, &earlier->recipients, false)));
        only = only ? only : earlier;
    }
    return several ? NULL : only;
}

void implicit_fill(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    if (candidate->type == EVENT_TYPE_COUNT)
        return;
    implicit__ask_earlier(scene, candidates, index);
    implicit__ask_later(candidates, index);
    if (!implicit__is_force(candidate->type) || candidate->actors.count || candidate->recipients.count)
        return;
    const struct candidate *const dyad = implicit__dyad(scene, candidates, index);
    if (dyad) {
        candidate->actors = dyad->actors;
        candidate->recipients = dyad->recipients;
    }
}

void implicit_answer(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const uint32_t sentence = scene->document->tokens[candidate->token].sentence;
    if (!implicit__is_answer(candidate->type))
        return;
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (sentence - scene->document->tokens[earlier->token].sentence > IMPLICIT_SENTENCES_OF_WORDS)
            return;
        if (implicit__is_demand(earlier->type) && implicit__from_demand(earlier, candidate))
            return;
    }
}
