/* event/implicit.c: roles that other sentences tell "without doubt" (coding guide, section 3). The report's other acts are asked, the
 * latest before first:
 *   - an act that goes on, with one side told, has the other side of another of its kind between the same sides;
 *   - who launched missiles last launched those that are told next, who raided a country hit whoever of it is hit right after;
 *   - an attack without target by someone who was attacked is on the attacker; weapons that are shot down are the attacker's;
 *   - an act with neither side told is the only one that the report tells.
 * Nouns ("der Angriff"): event/implicit_noun.c. Whom words answer: event/implicit_answer.c.
 */
#include "event/implicit.h"

#include "entity/entity.h"
#include "event/place.h"
#include "event/side.h"
#include "parse/tree.h"

#include <string.h>

enum { IMPLICIT_SENTENCES = 12, IMPLICIT_SENTENCES_OF_LAUNCH = 3 };      /* how far back an act may lie */

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

/* ---- earlier acts -------------------------------------------------------------------------------------------- */

/* "Die meisten wurden abgefangen": some of the arms told before, of which this word has no number. */
static bool implicit__hits_some(const struct scene *scene, const struct candidate *candidate, uint32_t token)
{
    const enum upos upos = scene->document->tokens[token].upos;
    return frame_has_mode(candidate->match.frame, "destroy") && scene->mention[token] == DOCUMENT_NONE && upos != UPOS_NOUN && upos != UPOS_PROPN;
}

/* "37 davon wurden abgefangen": the target is a weapon, so the other side acts. */
static bool implicit__is_interception(const struct scene *scene, const struct candidate *candidate)
{
    const struct frame_slot object = {FUNCTION_AKK, NULL};
    const size_t found = match_argument(&candidate->arguments, object, 0);
    uint32_t items[1];
    return implicit__is_force(candidate->type) && found != SIZE_MAX && !candidate->recipients.count &&
           frame_looks_in(candidate->match.frame, ROLE_RECIPIENT, object) &&
           (implicit__hits_some(scene, candidate, candidate->arguments.items[found].token) ||
            (match_items(scene, candidate->arguments.items[found].token, items, 1) > 0 && entity_is_arms(scene->document->items[items[0]].item_class)));
}

/* "die Räume des Dienstes durchsucht", "Gefängnisse gestürmt": a thing stands where the target is looked for, so that it is told whom the act
 * hits, though not by a name. Weapons are shot down, not hit. */
static bool implicit__has_object(const struct scene *scene, const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        uint32_t items[1];
        if (!argument->weak && frame_looks_in(candidate->match.frame, ROLE_RECIPIENT, argument->slot) &&
            scene->document->tokens[argument->token].upos == UPOS_NOUN && !match_items(scene, argument->token, items, 1))
            return true;
    }
    return false;
}

/* A state or its forces that the report names, DOCUMENT_NONE: it names neither. */
static uint32_t implicit__state(const struct document *document, const char *code)
{
    uint32_t found = DOCUMENT_NONE;
    for (uint32_t i = 0; i < document->entity_count; i++) {
        const struct entity *const entity = &document->entities[i];
        const bool forces = entity->sector == SECTOR_MIL && (entity->kind == ENTITY_GROUP || entity->kind == ENTITY_ORGANISATION);
        const bool seat = entity->sector == SECTOR_GOV && entity->kind == ENTITY_PLACE;
        if (strcmp(entity->code, code) != 0)
            continue;
        if (entity->kind == ENTITY_COUNTRY)
            return i;
        found = found == DOCUMENT_NONE && (forces || seat) ? i : found;
    }
    return found;
}

/* Who shoots down what was fired at them: not houses and people, but their state. */
static struct role_parties implicit__defenders(const struct document *document, const struct role_parties *attacked)
{
    struct role_parties defenders = {.count = 0};
    for (size_t i = 0; i < attacked->count; i++) {
        const struct party *const party = &attacked->items[i];
        const bool unarmed = party->sector == SECTOR_CVL || party->sector == SECTOR_UNK;
        const uint32_t state = unarmed && party->code[0] ? implicit__state(document, party->code) : DOCUMENT_NONE;
        if ((unarmed && state == DOCUMENT_NONE) || (state != DOCUMENT_NONE && roles_have(&defenders, state)))
            continue;
        defenders.tokens[defenders.count] = attacked->tokens[i];
        defenders.items[defenders.count++] = state == DOCUMENT_NONE ? *party : roles_party(document, state, (struct span){0, 0});
    }
    return defenders;
}

/* The kind of arms that the act hits, NULL: none. */
static const char *implicit__class_hit(const struct scene *scene, const struct candidate *candidate)
{
    const size_t found = match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_AKK, NULL}, 0);
    uint32_t items[1];
    const bool hit = found != SIZE_MAX && frame_looks_in(candidate->match.frame, ROLE_RECIPIENT, (struct frame_slot){FUNCTION_AKK, NULL}) &&
                     match_items(scene, candidate->arguments.items[found].token, items, 1) > 0;
    return hit ? scene->document->items[items[0]].item_class : NULL;
}

/* "hat ein russisches Kriegsschiff versenkt … Der Kreuzer sei getroffen worden": by the same. */
static bool implicit__hits_same_kind(const struct scene *scene, const struct candidate *earlier, const struct candidate *candidate)
{
    const char *const before = implicit__class_hit(scene, earlier), *const now = implicit__class_hit(scene, candidate);
    return before && now && strcmp(before, now) == 0;
}

/* Tries one earlier attack; true when something was filled. */
static bool implicit__from_attack(const struct scene *scene, const struct candidate *earlier, struct candidate *candidate)
{
    const bool no_actor = candidate->actors.count == 0, no_recipient = candidate->recipients.count == 0;
    const bool within = side_within_country(earlier);
    if (no_actor && no_recipient) {
        if (!earlier->actors.count || !earlier->recipients.count || !implicit__is_interception(scene, candidate))
            return false;
        const bool again = implicit__hits_same_kind(scene, earlier, candidate);
        candidate->actors = again ? earlier->actors : implicit__defenders(scene->document, &earlier->recipients);
        candidate->recipients = again ? earlier->recipients : earlier->actors;
        return true;
    }
    if (no_recipient && earlier->actors.count && !implicit__has_object(scene, candidate) &&
        side_overlap(&earlier->recipients, &candidate->actors, within)) {
        candidate->recipients = earlier->actors;
        return true;
    }
    return false;
}

bool implicit_is_agreed(const struct scene *scene, const struct candidate *earlier, const struct candidate *candidate)
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

/* "in der von Russland besetzten Stadt Donezk": who holds a place is told with it, no attack. */
static bool implicit__holds_place(const struct scene *scene, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t noun = tree_head(document, candidate->token), mention = noun == DOCUMENT_NONE ? DOCUMENT_NONE : scene->mention[noun];
    return scene->participle[candidate->token] && document->tokens[candidate->token].relation == RELATION_AMOD && mention != DOCUMENT_NONE &&
           document->mentions[mention].entity_count && document->entities[document->mentions[mention].entities[0]].kind == ENTITY_PLACE;
}

bool implicit_is_denied(const struct scene *scene, const struct candidate *candidate)
{
    return implicit__holds_place(scene, candidate) ||
           scene->document->token_stance[candidate->token].factuality == FACTUALITY_CT_MINUS;
}

/* What authorities do to their people goes on as one measure: a ban tells nothing of arrests. */
static bool implicit__same_measure(const struct candidate *a, const struct candidate *b)
{
    const struct frame *const one = a->match.frame, *const two = b->match.frame;
    if (a->type != EVENT_COERCE && a->type != EVENT_SANCTION)
        return true;
    return frame_shares_mode(one, two) || one->mode_count + two->mode_count == 0;
}

/* In the same sentence or the next. */
static bool implicit__is_near(const struct scene *scene, const struct candidate *earlier, const struct candidate *candidate)
{
    return scene->document->tokens[candidate->token].sentence - scene->document->tokens[earlier->token].sentence <= 1;
}

bool implicit_is_unknown(const struct role_parties *parties)
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
    if ((implicit_is_unknown(&earlier->actors) && !implicit__is_near(scene, earlier, candidate)) ||
        (measure && (implicit__has_object(scene, candidate) || !implicit__same_measure(candidate, earlier))))
        return false;
    if (!candidate->actors.count && implicit_is_agreed(scene, earlier, candidate) && candidate->recipients.count && earlier->actors.count &&
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

static bool implicit__is_transfer(enum event_type type)
{
    return type == EVENT_AID || type == EVENT_COOPERATE || type == EVENT_AGREE;
}

/* Goods of one class; "die Maschinen" are those told before, whatever they are. */
static bool implicit__shares_goods(const struct scene *scene, const struct candidate *earlier, const struct candidate *candidate)
{
    const struct item_mention *const items = scene->document->items;
    for (size_t i = 0; i < earlier->items.count; i++)
        for (size_t j = 0; j < candidate->items.count; j++) {
            const struct item_mention *const item = &items[candidate->items.items[j]];
            if (strcmp(items[earlier->items.items[i]].item_class, item->item_class) == 0 ||
                (strcmp(item->item_class, "goods") == 0 && implicit_is_definite(scene, item->head)))
                return true;
        }
    return false;
}

/* "hat 2400 Drohnen bestellt", "bereitet die Lieferung vor": the same goods go between the same two, whoever is told. */
static bool implicit__from_transfer(const struct scene *scene, const struct candidate *earlier, struct candidate *candidate)
{
    if (!implicit__is_transfer(earlier->type) || !candidate->actors.count || candidate->recipients.count || !earlier->actors.count ||
        !earlier->recipients.count || !implicit__shares_goods(scene, earlier, candidate))
        return false;
    if (side_overlap(&earlier->actors, &candidate->actors, false))
        candidate->recipients = earlier->recipients;
    else if (side_overlap(&earlier->recipients, &candidate->actors, false))
        candidate->recipients = earlier->actors;
    else if (candidate->type == EVENT_AID && earlier->type != EVENT_COOPERATE && implicit__is_near(scene, earlier, candidate))
        candidate->recipients = earlier->recipients;                      /* "auch Polen gibt Panzer": in the same cause */
    return candidate->recipients.count > 0;
}

/* Is a weapon launched or tried, or another thing done to arms? */
static bool implicit__moves_arms(const struct scene *scene, const struct candidate *candidate)
{
    if (frame_has_mode(candidate->match.frame, "weapons"))
        return true;
    for (size_t i = 0; i < candidate->items.count; i++)
        if (entity_is_arms(scene->document->items[candidate->items.items[i]].item_class))
            return true;
    return false;
}

/* "Nordkorea testete Raketen. Die Geschosse seien an der Ostküste gestartet worden, teilte Seoul mit": by who fired the last. */
static bool implicit__from_launch(const struct scene *scene, const struct candidate *earlier, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t distance = document->tokens[candidate->token].sentence - document->tokens[earlier->token].sentence;
    const bool fired = candidate->type == EVENT_MOBILIZE ||
                       (candidate->type == EVENT_ASSAULT && !candidate->recipients.count && frame_has_mode(candidate->match.frame, "heavy-weapons"));
    const size_t subject = match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_NOM, NULL}, 0);
    const bool acts = subject != SIZE_MAX && document->token_item[candidate->arguments.items[subject].token] == DOCUMENT_NONE;
    const bool launch = earlier->type == EVENT_MOBILIZE || (earlier->type == EVENT_ASSAULT && candidate->type == EVENT_MOBILIZE && !scene->participle[candidate->token]);
    if (!fired || acts || candidate->match.frame->kind == FRAME_NOUN || candidate->actors.count || !launch || !earlier->actors.count || distance > IMPLICIT_SENTENCES_OF_LAUNCH ||
        !implicit__moves_arms(scene, earlier) || !implicit__moves_arms(scene, candidate))
        return false;
    candidate->actors = earlier->actors;
    return true;
}

/* "Die USA bombardierten ein Lager in Syrien. Fünf Kämpfer wurden getötet": whoever of the attacked country is hit right after, by the same. */
static bool implicit__from_raid(const struct scene *scene, const struct candidate *earlier, struct candidate *candidate)
{
    if (candidate->actors.count || !earlier->actors.count || !earlier->actors.items[0].code[0] || !implicit__is_near(scene, earlier, candidate) ||
        side_within_country(earlier) || !implicit_is_agreed(scene, earlier, candidate) ||
        !side_share_country(&candidate->recipients, &earlier->recipients))
        return false;
    candidate->actors = earlier->actors;
    return true;
}

static bool implicit__gives(const struct candidate *candidate)
{
    return candidate->type == EVENT_AID || (candidate->type == EVENT_AGREE && candidate->content == EVENT_AID);
}

/* "Auch London will Munition bereitstellen": arms go to whom all arms go that the report tells of before. */
static void implicit__only_receiver(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const struct role_parties *receivers = NULL;
    if (!implicit__gives(candidate) || !candidate->actors.count || candidate->recipients.count || candidate->match.frame->kind == FRAME_NOUN)
        return;
    for (size_t i = 0; i < index; i++) {
        const struct candidate *const earlier = &candidates->items[i];
        if (!implicit__gives(earlier) || !earlier->actors.count || !earlier->recipients.count || implicit_is_denied(scene, earlier))
            continue;
        if (receivers && !side_overlap(receivers, &earlier->recipients, false))
            return;
        receivers = receivers ? receivers : &earlier->recipients;
    }
    if (receivers && receivers->items[0].code[0] && !side_overlap(receivers, &candidate->actors, false))
        candidate->recipients = *receivers;
}

/* "Die Polizei löste den Protest auf. 60 Menschen wurden festgenommen": the police that acted right before. */
static bool implicit__from_police(const struct scene *scene, const struct candidate *earlier, struct candidate *candidate)
{
    if (candidate->type != EVENT_COERCE || candidate->actors.count || !candidate->recipients.count || !frame_has_mode(candidate->match.frame, "arrest") ||
        (earlier->type != EVENT_COERCE && earlier->type != EVENT_ASSAULT) || !implicit__is_near(scene, earlier, candidate))
        return false;
    for (size_t i = 0; i < earlier->actors.count; i++)
        if (earlier->actors.items[i].sector == SECTOR_COP && strcmp(earlier->actors.items[i].code, candidate->recipients.items[0].code) == 0) {
            candidate->actors.items[0] = earlier->actors.items[i];
            candidate->actors.tokens[0] = earlier->actors.tokens[i];
            candidate->actors.count = 1;
            return true;
        }
    return false;
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
        if (implicit_is_denied(scene, earlier))
            continue;
        if (implicit__from_police(scene, earlier, candidate))
            continue;
        if (implicit__goes_on(candidate->type, earlier->type) && implicit__from_same(scene, earlier, candidate))
            continue;
        if (implicit__from_launch(scene, earlier, candidate))
            continue;
        const bool force = implicit__is_force(candidate->type) && implicit__is_force(earlier->type);
        const bool harm = force || (candidate->type == EVENT_COERCE && earlier->type == EVENT_COERCE);
        if (harm && implicit__from_raid(scene, earlier, candidate))
            continue;
        if (implicit__is_transfer(candidate->type) && implicit__from_transfer(scene, earlier, candidate))
            continue;
        if (force && !implicit_is_denied(scene, candidate))
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

/* "Gefechte", "ein Schusswechsel": a noun whose frame looks for nobody who suffers it. */
static bool implicit__is_mutual(const struct candidate *candidate)
{
    return implicit__is_force(candidate->type) && candidate->match.frame->kind == FRAME_NOUN && !candidate->match.frame->roles[ROLE_RECIPIENT].count;
}

/* Does the report tell of only one dyad of this kind of act? Sides that differ among the earlier acts are left empty. */
static void implicit__only_dyad(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const struct role_parties *actors = NULL, *recipients = NULL;
    bool one_actor = true, one_recipient = true;
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (!implicit__goes_on(candidate->type, earlier->type) || !implicit__same_measure(candidate, earlier) || !earlier->recipients.count ||
            implicit__holds_place(scene, earlier))
            continue;
        one_recipient = one_recipient && (!recipients || side_overlap(recipients, &earlier->recipients, false));
        recipients = recipients ? recipients : &earlier->recipients;
        if (!earlier->actors.count || !implicit_is_agreed(scene, earlier, candidate))
            continue;
        one_actor = one_actor && (!actors || side_overlap(actors, &earlier->actors, false));
        actors = actors ? actors : &earlier->actors;
    }
    if (!recipients || !one_recipient || implicit__is_mutual(candidate) || implicit__at_home(scene, candidates, candidate, actors, recipients))
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
    const struct role_parties speaker = roles_speaker(document, document->statements[statement].entity, candidate->token);
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (!implicit__goes_on(candidate->type, earlier->type) || !earlier->actors.count || !earlier->recipients.count ||
            implicit_is_denied(scene, earlier) || !side_overlap(&speaker, &earlier->actors, side_within_country(earlier)))
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
    implicit__only_receiver(scene, candidates, index);
    if (candidate->actors.count || candidate->recipients.count || implicit__by_speaker(scene, candidates, index) ||
        implicit_noun(scene, candidates, index))
        return;
    implicit__only_dyad(scene, candidates, index);
}
