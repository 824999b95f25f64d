/* event/clause.c: actors that the trigger's own sentence names beside it.
 *
 *   - the subject of a verb of phase does what the noun says (event/phase.c); those who do something during or after talks hold
 *     them ("erklärten nach einem Telefonat");
 *   - an act and the noun beside it that tells the same ("bei einem Angriff der Miliz getötet") share their parties;
 *   - what someone is accused of is the accused's act ("macht Iran für den Angriff verantwortlich");
 *   - who fired the weapon that is the subject did the attack;
 *   - who is arrested is so by the authorities of the place; forces of which a passive tells are moved by whom they belong to;
 *   - at whose demand something is done asks the subject for it; a number alone counts those of the act before;
 *   - "man" in what someone says is the speaker (event/clause_speaker.c).
 */
#include "event/clause.h"

#include "event/clash.h"
#include "event/decided.h"
#include "event/phase.h"
#include "event/place.h"
#include "event/side.h"
#include "parse/tree.h"

#include <string.h>

/* "Der Minister fiel einem Anschlag zum Opfer": the noun is the dative of a verb beside which a phrase calls the subject its target. */
static bool clause__falls_victim(const struct scene *scene, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t noun = candidate->token, verb = tree_head(document, noun);
    if (verb == DOCUMENT_NONE || !scene->verb_lemma[verb] || document->tokens[noun].relation == RELATION_NSUBJ || arguments_preposition(scene, noun) ||
        !arguments_may_be(scene, noun, CASE_DAT))
        return false;
    for (uint32_t child = tree_first_child(document, verb); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const uint32_t subject = arguments_antecedent(scene, tree_subject(document, verb));
        if (!document->tokens[child].lemma || !knowledge_is_target(scene->knowledge, document->tokens[child].lemma) ||
            !arguments_preposition(scene, child) || subject == DOCUMENT_NONE)
            continue;
        roles_add(scene, (struct frame_slot){FUNCTION_AKK, NULL}, subject, &candidate->recipients);
        return true;
    }
    return false;
}

/* "Der Minister wurde Opfer eines Anschlags", "Ziel des Angriffs war ein Stützpunkt": whom the clause calls the target of the noun. */
static void clause__target(const struct scene *scene, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    if (candidate->match.frame->kind == FRAME_NOUN && !candidate->recipients.count && clause__falls_victim(scene, candidate))
        return;
    const uint32_t target = tree_head(document, candidate->token);
    if (candidate->match.frame->kind != FRAME_NOUN || candidate->recipients.count || target == DOCUMENT_NONE ||
        document->tokens[candidate->token].relation != RELATION_NMOD || !document->tokens[target].lemma ||
        !knowledge_is_target(scene->knowledge, document->tokens[target].lemma))
        return;
    const uint32_t head = tree_head(document, target);
    const bool predicate = tree_child(document, target, RELATION_COP) != DOCUMENT_NONE;
    uint32_t called = predicate || head == DOCUMENT_NONE ? tree_subject(document, target) : DOCUMENT_NONE;
    if (!predicate && head != DOCUMENT_NONE)
        called = document->tokens[target].relation == RELATION_NSUBJ ? head : scene->verb_lemma[head] ? tree_subject(document, head) : DOCUMENT_NONE;
    called = arguments_antecedent(scene, called);
    if (called != DOCUMENT_NONE && arguments_is_noun(scene, called) && called != target && !arguments_preposition(scene, target))
        roles_add(scene, (struct frame_slot){FUNCTION_AKK, NULL}, called, &candidate->recipients);
}

/* "bombardierten Ziele im Libanon": where a thing that is nobody's is hit tells whom, though the parse hangs the place on the verb. */
static void clause__hit_place(const struct scene *scene, struct candidate *candidate)
{
    static const struct frame_slot object = {FUNCTION_AKK, NULL};
    const struct document *const document = scene->document;
    const size_t hit = match_argument(&candidate->arguments, object, 0);
    if (candidate->type != EVENT_ASSAULT || candidate->match.frame->kind == FRAME_NOUN || candidate->recipients.count || !candidate->actors.count ||
        hit == SIZE_MAX || !frame_looks_in(candidate->match.frame, ROLE_RECIPIENT, object) ||
        scene->mention[candidate->arguments.items[hit].token] != DOCUMENT_NONE ||
        document->tokens[candidate->arguments.items[hit].token].upos != UPOS_NOUN ||
        document->token_item[candidate->arguments.items[hit].token] != DOCUMENT_NONE)
        return;
    for (size_t i = 0; i < candidate->arguments.count && !candidate->recipients.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const uint32_t mention = scene->mention[argument->token];
        const struct entity *const place = mention == DOCUMENT_NONE ? NULL : &document->entities[document->mentions[mention].entities[0]];
        if (argument->slot.function == FUNCTION_PP && place && (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_PLACE) &&
            (place->kind == ENTITY_COUNTRY || place->kind == ENTITY_PLACE) && place->place_country[0] &&
            strcmp(place->place_country, candidate->actors.items[0].code) != 0)
            roles_add(scene, argument->slot, argument->token, &candidate->recipients);
    }
}

/* "ein Überfall, bei dem zwei Polizisten starben", "verübten einen Anschlag, bei dem …": the verb's clause tells what happened in the noun's act. */
static bool clause__tells_of(const struct candidate *act, const struct candidate *verb)
{
    const enum frame_kind kind = act->match.frame->kind;
    const uint32_t noun = kind == FRAME_NOUN ? act->token : kind == FRAME_LIGHT ? act->match.noun : DOCUMENT_NONE;
    for (size_t i = 0; noun != DOCUMENT_NONE && act->type == EVENT_ASSAULT && verb->type == EVENT_ASSAULT && i < verb->arguments.count; i++)
        if (verb->arguments.items[i].slot.function == FUNCTION_PP && verb->arguments.items[i].token == noun)
            return true;
    return false;
}

/* Is the noun in a phrase of the verb's own clause? */
static bool clause__stand_together(const struct scene *scene, const struct candidate *noun, const struct candidate *verb)
{
    if (noun->match.frame->kind != FRAME_NOUN || verb->match.frame->kind == FRAME_NOUN || noun->type != verb->type)
        return false;
    const uint32_t token = tree_first_conjunct(scene->document, noun->token), head = tree_head(scene->document, token);
    return head != DOCUMENT_NONE && tree_first_conjunct(scene->document, verb->token) == tree_first_conjunct(scene->document, head) &&
           arguments_preposition(scene, token);
}

static void clause__share(struct role_parties *a, struct role_parties *b)
{
    if (!a->count)
        *a = *b;
    else if (!b->count)
        *b = *a;
}

/* "bei Kämpfen zwischen Rebellen und Soldaten wurden zehn Zivilisten getötet": by either side. */
static bool clause__is_either(const struct scene *scene, const struct candidate *fight, const struct candidate *harm)
{
    return fight->actors.count > 1 && clash_is(scene, fight) && !clash_is(scene, harm);
}

static void clause__beside(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const uint32_t sentence = scene->document->tokens[candidate->token].sentence;
    for (size_t i = index; i-- > 0 && scene->document->tokens[candidates->items[i].token].sentence == sentence;) {
        struct candidate *const other = &candidates->items[i];
        if (!clause__stand_together(scene, candidate, other) && !clause__stand_together(scene, other, candidate) && !clause__tells_of(other, candidate))
            continue;
        if (candidate->actors.count && other->actors.count && !side_overlap(&candidate->actors, &other->actors, false))
            continue;                /* "nach Beschuss aus dem Libanon bombardierte Israel …" */
        if (!clause__is_either(scene, candidate, other) && !clause__is_either(scene, other, candidate))
            clause__share(&candidate->actors, &other->actors);
        clause__share(&candidate->recipients, &other->recipients);
    }
}

static bool clause__tells_owner(const struct arguments *arguments)
{
    return arguments_has(arguments, FUNCTION_GEN) || arguments_has(arguments, FUNCTION_POSS) || arguments_has(arguments, FUNCTION_ADJ);
}

/* The talks that someone takes part in while he speaks or acts: "sagte Trump in einem Telefonat". */
static void clause__setting(const struct scene *scene, struct candidate *candidate)
{
    static const enum frame_function partners[] = {FUNCTION_NOM, FUNCTION_DAT};
    const size_t steps = candidate->recipients.count ? 1 : 2;            /* "bei einem Besuch in Kiew": the host is told */
    const struct document *const document = scene->document;
    const uint32_t verb = tree_head(document, candidate->token);
    const char *const preposition = arguments_preposition(scene, candidate->token);
    if (candidate->type != EVENT_CONSULT || candidate->match.frame->kind != FRAME_NOUN || candidate->actors.count > 1 ||
        (candidate->recipients.count && candidate->actors.count) || clause__tells_owner(&candidate->arguments) || verb == DOCUMENT_NONE ||
        !scene->verb_lemma[verb] || !(knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_OCCASION))
        return;
    struct arguments arguments;
    arguments_of_verb(scene, verb, &arguments);
    for (size_t step = 0; step < steps; step++)
        for (size_t i = 0; i < arguments.count; i++)
            if (arguments.items[i].slot.function == partners[step] && !arguments.items[i].weak)
                roles_add(scene, arguments.items[i].slot, arguments.items[i].token, &candidate->actors);
}

static bool clause__is_deed(enum event_type type)
{
    return type == EVENT_ASSAULT || type == EVENT_AID || type == EVENT_COOPERATE || type == EVENT_COERCE || type == EVENT_SANCTION ||
           type == EVENT_MOBILIZE;
}

/* "ein Anschlag, für den Teheran Israel verantwortlich macht": whom a relative clause of the noun's phrase accuses of it. */
static void clause__accused_of_it(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    if (candidate->match.frame->kind != FRAME_NOUN || candidate->actors.count || !clause__is_deed(candidate->type))
        return;
    for (size_t i = (size_t)(candidate - candidates->items) + 1; i < candidates->count; i++) {
        const struct candidate *const words = &candidates->items[i];
        if (document->tokens[words->token].sentence != document->tokens[candidate->token].sentence)
            return;
        const uint32_t pronoun = tree_subtree(document, words->token).first + 1;        /* behind the comma */
        if (pronoun >= words->token)
            continue;
        const uint32_t opener = document->tokens[pronoun].upos == UPOS_ADP ? pronoun + 1 : pronoun;
        if (words->type != EVENT_ACCUSE || frame_has_mode(words->match.frame, "disapprove") || document->tokens[words->token].relation != RELATION_ACL ||
            !tree_is_inside(document, words->token, candidate->token) || !words->recipients.count || opener >= words->token ||
            !arguments_may_be_relative(scene, opener) || tree_subject(document, words->token) == opener)
            continue;
        candidate->actors = words->recipients;
        candidate->accuser = words;
        return;
    }
}

/* "macht den Iran für die Angriffe verantwortlich", "Vorwürfe, Anlagen angegriffen zu haben". */
static void clause__accused(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t head = tree_head(document, tree_first_conjunct(document, candidate->token));
    uint32_t above = head == DOCUMENT_NONE ? DOCUMENT_NONE : candidates->of_token[head];
    if (head != DOCUMENT_NONE && above == DOCUMENT_NONE && tree_head(document, head) != DOCUMENT_NONE) {
        above = candidates->of_token[tree_head(document, head)];             /* "für den Angriff" hangs on "verantwortlich" */
        const bool of_object = document->tokens[head].relation == RELATION_OBJ;       /* or on the one accused */
        above = above != DOCUMENT_NONE && (of_object || candidates->items[above].match.noun == head) ? above : DOCUMENT_NONE;
    }
    const enum relation relation = document->tokens[candidate->token].relation;
    const char *const preposition = arguments_preposition(scene, candidate->token);
    if (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_OCCASION)
        return;                      /* "nach den Anschlägen verurteilte Paris …" */
    if (above == DOCUMENT_NONE || candidates->items[above].type != EVENT_ACCUSE || !clause__is_deed(candidate->type) || relation == RELATION_NSUBJ ||
        relation == RELATION_ADVCL || arguments_is_cut_off(document, candidate->token, candidates->items[above].token))
        return;
    const uint32_t finite = relation == RELATION_ACL ? tree_finite(document, candidate->token) : DOCUMENT_NONE;
    if (finite != DOCUMENT_NONE && document->tokens[finite].morphology.mood == MOOD_IND)
        return;                      /* "wirft ihm Mord in Butscha vor, wo Soldaten Zivilisten töteten" */
    const bool judges = frame_has_mode(candidates->items[above].match.frame, "disapprove");
    if (judges && document->tokens[tree_first_conjunct(document, candidate->token)].relation == RELATION_OBJ)
        return;                      /* "verurteilte den Angriff": who judges an act neither tells it nor says who did it */
    if (!candidate->actors.count)
        candidate->actors = candidates->items[above].recipients;
    if (!judges)                     /* "besorgt über den Angriff": who did it, but nobody's claim */
        candidate->accuser = &candidates->items[above];
}

/* Does who ends this also take part in it, so that the noun tells both sides of what is ended? */
static bool clause__ends_own(enum event_type end, enum event_type ended)
{
    const bool shared = ended == EVENT_CONSULT || ended == EVENT_AGREE || ended == EVENT_COOPERATE || ended == EVENT_AID;
    return shared && (end == EVENT_SANCTION || end == EVENT_CONSULT || end == EVENT_COOPERATE);
}

/* "Die Gespräche zwischen A und B wurden abgebrochen", "die Waffenlieferung an A wurde gestoppt": where no word beside the verb tells a party,
 * the noun does. */
static void clause__of_object(const struct candidates *candidates, struct candidate *candidate)
{
    const size_t object = match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_AKK, NULL}, 0);
    const uint32_t noun = object == SIZE_MAX ? DOCUMENT_NONE : candidates->of_token[candidate->arguments.items[object].token];
    if (noun == DOCUMENT_NONE || candidate->match.frame->kind == FRAME_NOUN || candidate->actors.count + candidate->recipients.count ||
        !clause__ends_own(candidate->type, candidates->items[noun].type))
        return;
    candidate->actors = candidates->items[noun].actors;
    candidate->recipients = candidates->items[noun].recipients;
}

/* "Ein Abkommen zwischen A und B wurde geschlossen": the noun in the verb's frame tells who takes part. */
static void clause__of_noun(const struct candidates *candidates, struct candidate *candidate)
{
    const uint32_t noun = candidate->match.noun == DOCUMENT_NONE ? DOCUMENT_NONE : candidates->of_token[candidate->match.noun];
    if (noun == DOCUMENT_NONE || candidate->actors.count || candidate->match.frame->kind == FRAME_NOUN)
        return;
    const struct candidate *const told = &candidates->items[noun];
    const bool same = told->type == candidate->type || (told->type == EVENT_AGREE && candidate->type == EVENT_SUPPORT) ||
                      (told->type == EVENT_CONSULT && candidate->type == EVENT_AGREE);
    if (same && told->actors.count)
        candidate->actors = told->actors;
}

/* "Eine von Rebellen abgefeuerte Rakete traf das Haus": whoever fired the weapon that hits did the attack. */
static void clause__of_weapon(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const size_t subject = match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_NOM, NULL}, 0);
    if (candidate->type != EVENT_ASSAULT || candidate->actors.count || subject == SIZE_MAX ||
        document->token_item[candidate->arguments.items[subject].token] == DOCUMENT_NONE)
        return;
    for (uint32_t child = tree_first_child(document, candidate->arguments.items[subject].token); child != DOCUMENT_NONE;
         child = tree_next_sibling(document, child)) {
        const uint32_t fired = scene->participle[child] ? candidates->of_token[child] : DOCUMENT_NONE;
        if (fired != DOCUMENT_NONE && candidates->items[fired].type == EVENT_ASSAULT && !candidate->actors.count)
            candidate->actors = candidates->items[fired].actors;
    }
}

/* Is it told beside the noun whose they are ("russischer Truppen", "der Truppen Russlands", "von US-Truppen")? */
static bool clause__is_owned(const struct scene *scene, uint32_t noun)
{
    struct arguments own;
    arguments_of_noun(scene, noun, &own);
    return clause__tells_owner(&own) || scene->document->token_modifier[noun] != DOCUMENT_NONE;
}

/* "Russische Truppen wurden an die Grenze verlegt", "die Verlegung russischer Truppen": forces and arms are moved, readied, withdrawn and
 * destroyed by whom they belong to. */
static void clause__own_forces(const struct scene *scene, struct candidate *candidate)
{
    const struct frame *const frame = candidate->match.frame;
    const bool noun = frame->kind == FRAME_NOUN;
    const struct frame_slot object = {noun ? FUNCTION_GEN : FUNCTION_AKK, NULL};
    const size_t moved = match_argument(&candidate->arguments, object, 0);
    const bool moves = candidate->type == EVENT_MOBILIZE ||
                       (candidate->type == EVENT_RETREAT && (frame_has_mode(frame, "withdraw") || (noun && frame_has_mode(frame, "disarm"))));
    uint32_t items[1];
    if (!moves || candidate->actors.count || (!noun && !candidate->arguments.agentless) || moved == SIZE_MAX)
        return;
    const uint32_t forces = candidate->arguments.items[moved].token;
    if (noun && !clause__is_owned(scene, forces))
        return;
    const struct entity *const entity = match_entity(scene, object, forces);
    if ((entity && side_is_armed(entity->sector)) || match_items_of(scene, object, forces, items, 1))
        roles_add(scene, object, forces, &candidate->actors);
}

/* Only the authorities of the place arrest: "wurde am 1. Juli in Teheran festgenommen". */
static void clause__arrest(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t token = candidate->type == EVENT_COERCE && !candidate->actors.count && frame_has_mode(candidate->match.frame, "arrest")
                                 ? place_find(scene, candidates, candidate) : DOCUMENT_NONE;
    if (token == DOCUMENT_NONE || (candidate->match.frame->kind != FRAME_NOUN && !arguments_is_passive(scene, candidate->token)) ||
        tree_child(document, token, RELATION_DET_POSS) != DOCUMENT_NONE)                                    /* "in seinem Hotel" is not where his country rules */
        return;
    const struct mention *const place = &document->mentions[scene->mention[token]];
    struct party authority = roles_party(document, place->entities[0], place->span);
    authority.sector = SECTOR_GOV;
    memcpy(authority.code, document->entities[place->entities[0]].place_country, sizeof authority.code);
    candidate->actors.items[0] = authority;
    candidate->actors.tokens[0] = token;
    candidate->actors.count = 1;
}

/* "auf Bitten der Regierung", "unter Vermittlung Perus": a bare noun in a phrase that says what moved someone to the verb's act. */
static bool clause__prompts(const struct scene *scene, const struct candidate *candidate)
{
    const bool asks = candidate->type == EVENT_REQUEST, mediates = candidate->type == EVENT_CONSULT && frame_has_mode(candidate->match.frame, "third-party");
    return (asks || mediates) && candidate->match.frame->kind == FRAME_NOUN && tree_determiner(scene->document, candidate->token) == DOCUMENT_NONE &&
           (knowledge_preposition(scene->knowledge, arguments_preposition(scene, candidate->token)) & PREPOSITION_PROMPT);
}

/* "auf Bitten der Regierung entsandte Peru Truppen", "unter Vermittlung Perus einigten sich …": who does it is who was asked or brought together. */
static void clause__prompted(const struct scene *scene, struct candidate *candidate)
{
    static const struct frame_slot subject = {FUNCTION_NOM, NULL};
    const uint32_t verb = tree_head(scene->document, candidate->token);
    if (candidate->recipients.count || verb == DOCUMENT_NONE || !scene->verb_lemma[verb] || !clause__prompts(scene, candidate))
        return;
    struct arguments arguments;
    arguments_of_verb(scene, verb, &arguments);
    for (size_t i = 0; i < arguments.count; i++)
        if (frame_slot_equal(arguments.items[i].slot, subject) && !arguments.items[i].weak)
            roles_add(scene, subject, arguments.items[i].token, &candidate->recipients);
}

/* What is done to people, of whom a later clause may tell but a number. */
static bool clause__is_done_to_people(enum event_type type)
{
    return type == EVENT_ASSAULT || type == EVENT_COERCE || type == EVENT_RETREAT || type == EVENT_SANCTION;
}

/* "20 Männer wurden getötet, acht weitere festgenommen": a number or "weitere" without a noun counts those of the act before. */
static void clause__more_of_them(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const size_t object = match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_AKK, NULL}, 0);
    const struct candidate *const before = index ? &candidates->items[index - 1] : NULL;
    if (!before || !clause__is_done_to_people(candidate->type) || !clause__is_done_to_people(before->type) || candidate->recipients.count ||
        object == SIZE_MAX || scene->document->tokens[before->token].sentence != scene->document->tokens[candidate->token].sentence)
        return;
    const uint32_t token = candidate->arguments.items[object].token;
    const enum upos upos = scene->document->tokens[token].upos;
    if (upos != UPOS_NUM && !(upos == UPOS_ADJ && tree_child(scene->document, token, RELATION_NUMMOD) != DOCUMENT_NONE))
        return;
    for (size_t i = 0; i < before->recipients.count; i++)
        if (scene->document->entities[before->recipients.items[i].entity].kind == ENTITY_COUNTRY)
            return;
    candidate->recipients = before->recipients;
}

void clause_actors(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    if (candidate->type == EVENT_TYPE_COUNT)
        return;
    phase_actors(scene, candidate);
    clause__target(scene, candidate);
    clause__of_noun(candidates, candidate);
    clause__of_object(candidates, candidate);
    clause__of_weapon(scene, candidates, candidate);
    clause__setting(scene, candidate);
    clause__accused(scene, candidates, candidate);
    clause__accused_of_it(scene, candidates, candidate);
    decided_actor(scene, candidate);
    clause__beside(scene, candidates, index);
    clause_speaker(scene, candidates, candidate);
    clause__own_forces(scene, candidate);
    clause__hit_place(scene, candidate);
    clause__arrest(scene, candidates, candidate);
    clause__prompted(scene, candidate);
    clause__more_of_them(scene, candidates, index);
}
