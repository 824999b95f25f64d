/* event/implicit.c: roles that other sentences tell "without doubt" (coding guide, section 3). The report's other acts are asked, the
 * latest before first:
 *   - an act that goes on, with one side told, has the other side of another of its kind between the same sides;
 *   - an attack without target by someone who was attacked is on the attacker; weapons that are shot down are the attacker's;
 *   - an act with neither side told ("der Angriff") is the one before, a bare one the only one that the report tells;
 *   - who refuses, agrees or yields without a partner named answers the one who demanded something before.
 */
#include "event/implicit.h"

#include "event/content.h"
#include "event/place.h"
#include "event/side.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

enum { IMPLICIT_SENTENCES = 12, IMPLICIT_SENTENCES_OF_WORDS = 4 };       /* how far back an act may lie */

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

/* "die Räume des Dienstes durchsucht", "Gefängnisse gestürmt": a thing stands where the target is looked for, so that it is told whom the act
 * hits, though not by a name. Weapons are shot down, not hit. */
static bool implicit__has_object(const struct scene *scene, const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        uint32_t items[1];
        if (!argument->weak && implicit__is_target(candidate->match.frame, argument->slot) &&
            scene->document->tokens[argument->token].upos == UPOS_NOUN && !match_items(scene, argument->token, items, 1))
            return true;
    }
    return false;
}

/* Tries one earlier attack; true when something was filled. */
static bool implicit__from_attack(const struct scene *scene, const struct candidate *earlier, struct candidate *candidate)
{
    const bool no_actor = candidate->actors.count == 0, no_recipient = candidate->recipients.count == 0;
    const bool within = side_within_country(earlier);
    if (no_actor && no_recipient) {
        if (!earlier->actors.count || !earlier->recipients.count || !implicit__is_interception(scene, candidate))
            return false;
        candidate->actors = earlier->recipients;
        candidate->recipients = earlier->actors;
        return true;
    }
    if (no_recipient && earlier->actors.count && !implicit__has_object(scene, candidate) &&
        side_overlap(&earlier->recipients, &candidate->actors, within)) {
        candidate->recipients = earlier->actors;
        return true;
    }
    return false;
}

/* Who did it according to someone else is in doubt: the report itself, or the same source, must say it. */
static bool implicit__is_agreed(const struct scene *scene, const struct candidate *earlier, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t told = document->token_stance[earlier->token].statement, now = document->token_stance[candidate->token].statement;
    if (earlier->accuser)
        return false;
    if (told == DOCUMENT_NONE || document->statements[told].entity == DOCUMENT_NONE)
        return true;
    if (now == DOCUMENT_NONE || document->statements[now].entity == DOCUMENT_NONE)
        return false;
    const struct party a = roles_party(document, document->statements[told].entity, (struct span){0, 0});
    const struct party b = roles_party(document, document->statements[now].entity, (struct span){0, 0});
    return side_same(&a, &b, false);
}

/* What did not happen tells nothing of what did. */
static bool implicit__is_denied(const struct scene *scene, const struct candidate *candidate)
{
    return scene->document->token_stance[candidate->token].factuality == FACTUALITY_CT_MINUS;
}

/* What authorities do to their people goes on as one measure: a ban tells nothing of arrests. */
static bool implicit__same_measure(const struct candidate *a, const struct candidate *b)
{
    const struct frame *const one = a->match.frame, *const two = b->match.frame;
    if (a->type != EVENT_COERCE && a->type != EVENT_SANCTION)
        return true;
    for (size_t i = 0; i < one->mode_count; i++)
        for (size_t j = 0; j < two->mode_count; j++)
            if (strcmp(one->modes[i], two->modes[j]) == 0)
                return true;
    return one->mode_count + two->mode_count == 0;
}

/* In the same sentence or the next. */
static bool implicit__is_near(const struct scene *scene, const struct candidate *earlier, const struct candidate *candidate)
{
    return scene->document->tokens[candidate->token].sentence - scene->document->tokens[earlier->token].sentence <= 1;
}

/* Gunmen whom nobody knows are not those of every other attack. */
static bool implicit__is_unknown(const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (parties->items[i].code[0] || parties->items[i].sector != SECTOR_UAF)
            return false;
    return parties->count > 0;
}

static bool implicit__from_same(const struct scene *scene, const struct candidate *earlier, struct candidate *candidate)
{
    const bool within = side_within_country(earlier);
    const bool measure = candidate->type == EVENT_COERCE || candidate->type == EVENT_SANCTION;
    if ((implicit__is_unknown(&earlier->actors) && !implicit__is_near(scene, earlier, candidate)) ||
        (measure && (implicit__has_object(scene, candidate) || !implicit__same_measure(candidate, earlier))))
        return false;
    if (!candidate->actors.count && implicit__is_agreed(scene, earlier, candidate) && candidate->recipients.count && earlier->actors.count &&
        side_overlap(&earlier->recipients, &candidate->recipients, within)) {
        candidate->actors = earlier->actors;
        return true;
    }
    if (candidate->actors.count && !candidate->recipients.count && earlier->recipients.count &&
        side_overlap(&earlier->actors, &candidate->actors, within)) {
        candidate->recipients = earlier->recipients;
        return true;
    }
    return false;
}

/* Several who agree answer each other. */
static bool implicit__from_demand(const struct candidate *earlier, struct candidate *candidate)
{
    if (!candidate->actors.count || (candidate->type == EVENT_AGREE && candidate->actors.count > 1) || candidate->recipients.count || !earlier->actors.count ||
        side_overlap(&earlier->actors, &candidate->actors, false) ||
        (earlier->recipients.count && !side_overlap(&earlier->recipients, &candidate->actors, false)))
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
        if (implicit__is_denied(scene, earlier))
            continue;
        if (implicit__goes_on(candidate->type, earlier->type) && implicit__from_same(scene, earlier, candidate))
            continue;
        if (implicit__is_force(candidate->type) && implicit__is_force(earlier->type) && !implicit__is_denied(scene, candidate))
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
        if (!implicit__goes_on(candidate->type, later->type) || !implicit__same_measure(candidate, later) || !later->recipients.count ||
            !side_overlap(&candidate->actors, &later->actors, false))
            continue;
        if (only && !side_overlap(&only->recipients, &later->recipients, false))
            return;
        only = only ? only : later;
    }
    if (only)
        candidate->recipients = only->recipients;
}

/* "Anschläge in Kenia" are not by the army of Kenia that fights in Somalia: the place is the supposed actor's country, and not that of the
 * other side. */
static bool implicit__at_home(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate,
                              const struct role_parties *actors, const struct role_parties *recipients)
{
    const struct document *const document = scene->document;
    const uint32_t place = actors && implicit__is_force(candidate->type) ? place_find(scene, candidates, candidate) : DOCUMENT_NONE;
    if (place == DOCUMENT_NONE || scene->mention[place] == DOCUMENT_NONE)
        return false;
    const char *const country = document->entities[document->mentions[scene->mention[place]].entities[0]].place_country;
    return strcmp(actors->items[0].code, country) == 0 && strcmp(recipients->items[0].code, country) != 0;
}

/* Does the report tell of only one dyad of this kind of act? Sides that differ among the earlier acts are left empty. */
static void implicit__only_dyad(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const struct role_parties *actors = NULL, *recipients = NULL;
    bool one_actor = true, one_recipient = true;
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (!implicit__goes_on(candidate->type, earlier->type) || !implicit__same_measure(candidate, earlier) || !earlier->recipients.count)
            continue;
        one_recipient = one_recipient && (!recipients || side_overlap(recipients, &earlier->recipients, false));
        recipients = recipients ? recipients : &earlier->recipients;
        if (!earlier->actors.count || !implicit__is_agreed(scene, earlier, candidate))
            continue;
        one_actor = one_actor && (!actors || side_overlap(actors, &earlier->actors, false));
        actors = actors ? actors : &earlier->actors;
    }
    if (!recipients || !one_recipient || implicit__at_home(scene, candidates, candidate, actors, recipients))
        return;
    candidate->recipients = *recipients;
    if (actors && one_actor)
        candidate->actors = *actors;
}

/* An attack that one of the attackers before tells of is his. */
static bool implicit__by_speaker(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    const struct document *const document = scene->document;
    struct candidate *const candidate = &candidates->items[index];
    const uint32_t statement = document->token_stance[candidate->token].statement;
    if (statement == DOCUMENT_NONE || document->statements[statement].entity == DOCUMENT_NONE)
        return false;
    struct role_parties speaker = {.count = 1};
    speaker.items[0] = roles_party(document, document->statements[statement].entity, (struct span){0, 0});
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (!implicit__goes_on(candidate->type, earlier->type) || !earlier->actors.count || !earlier->recipients.count ||
            implicit__is_denied(scene, earlier) || !side_overlap(&speaker, &earlier->actors, side_within_country(earlier)))
            continue;
        candidate->actors = earlier->actors;
        candidate->recipients = earlier->recipients;
        return true;
    }
    return false;
}

static bool implicit__is_definite(const struct scene *scene, uint32_t noun)
{
    const uint32_t determiner = tree_determiner(scene->document, noun);
    if (determiner == DOCUMENT_NONE)
        return false;
    const struct token *const word = &scene->document->tokens[determiner];
    return word->morphology.definite == DEFINITE_DEF || lexicon_has_flag(word, ANALYSIS_DEMONSTRATIVE);
}

/* An attack is named in many ways, other acts by a word of the same lemma or mode ("wurde festgenommen" … "die Festnahme"). */
static bool implicit__may_be_named(const struct candidate *earlier, const struct candidate *noun)
{
    const struct frame *const a = earlier->match.frame, *const b = noun->match.frame;
    if (strcmp(a->lemma, b->lemma) == 0 || (implicit__is_force(noun->type) && (!a->mode_count || !b->mode_count)))
        return true;
    if (noun->type == EVENT_CONSULT)                                      /* who takes part in a summit is not all who meet there */
        return false;
    for (size_t i = 0; i < a->mode_count; i++)
        for (size_t j = 0; j < b->mode_count; j++)
            if (strcmp(a->modes[i], b->modes[j]) == 0)
                return true;
    return false;
}

/* "der Angriff": the one that was told last. */
static bool implicit__anaphor(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    if (candidate->match.frame->kind != FRAME_NOUN || !implicit__is_definite(scene, candidate->token))
        return false;
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (earlier->type != candidate->type || earlier->actors.count + earlier->recipients.count == 0 ||
            (frame_has_mode(earlier->match.frame, "destroy") && !frame_has_mode(candidate->match.frame, "destroy")) ||   /* drones shot down */
            !implicit__may_be_named(earlier, candidate) || implicit__is_denied(scene, earlier))
            continue;
        candidate->actors = earlier->actors;
        candidate->recipients = earlier->recipients;
        return true;
    }
    return false;
}

void implicit_fill(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    if (candidate->type == EVENT_TYPE_COUNT)
        return;
    implicit__ask_earlier(scene, candidates, index);
    implicit__ask_later(candidates, index);
    if (candidate->actors.count || candidate->recipients.count || implicit__by_speaker(scene, candidates, index) ||
        implicit__anaphor(scene, candidates, index))
        return;
    implicit__only_dyad(scene, candidates, index);
}

/* ---- answers and reactions ----------------------------------------------------------------------------------- */

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
        if (word->upos != UPOS_NOUN || implicit__is_definite(scene, argument->token))
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
