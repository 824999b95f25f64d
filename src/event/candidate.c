/* event/candidate.c: finds triggers and who takes part. Verbs, participles before nouns and nouns each ask the frame tables; parties that
 * no companion names are looked for elsewhere; then event/drop.c leaves out what is no event. */
#include "event/candidate.h"

#include "event/answered.h"
#include "event/clause.h"
#include "event/content.h"
#include "event/drop.h"
#include "event/claimed.h"
#include "event/clash.h"
#include "event/homeland.h"
#include "event/implicit.h"
#include "event/maker.h"
#include "event/modal.h"
#include "event/place.h"
#include "event/reaction.h"
#include "event/receiving.h"
#include "event/said.h"
#include "event/sanctioned.h"
#include "event/sides.h"
#include "event/subject.h"
#include "event/victim.h"
#include "parse/tree.h"

#include <string.h>

/* ---- finding ------------------------------------------------------------------------------------------------- */

static bool candidate__add(const struct scene *scene, struct arena *arena, struct candidates *candidates, uint32_t token,
                           const struct frame_match *match, const struct arguments *arguments, const struct role_parties *speaker,
                           struct laut_error *error)
{
    struct candidate *const candidate = arena_append(arena, &candidates->items, &candidates->count, &candidates->capacity,
                                                     sizeof *candidate, error);
    if (!candidate)
        return false;
    candidate->token = token;
    candidate->match = *match;
    candidate->arguments = *arguments;
    candidate->type = match->frame->type;
    candidate->content = EVENT_TYPE_COUNT;
    candidate->accuser = candidate->holder = NULL;
    candidate->actor_path = candidate->recipient_path = PATH_NONE;
    candidate->actors = *speaker;
    roles_parties(scene, match, arguments, ROLE_ACTOR, &candidate->actors);
    roles_parties(scene, match, arguments, ROLE_RECIPIENT, &candidate->recipients);
    roles_items(scene, match, arguments, &candidate->items);
    candidates->of_token[token] = (uint32_t)(candidates->count - 1);
    return true;
}

/* "weil die Opposition der Regierung Betrug vorwirft": what looks like the subject's owner is the dative that the verb cannot be without. */
static bool candidate__has_dative_beside_subject(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const size_t subject = match_argument(arguments, (struct frame_slot){FUNCTION_NOM, NULL}, 0);
    const uint32_t noun = subject == SIZE_MAX ? DOCUMENT_NONE : arguments->items[subject].token;
    if (noun == DOCUMENT_NONE || arguments_has(arguments, FUNCTION_DAT) || !match_needs_dative(scene, scene->verb_lemma[verb]))
        return false;
    for (uint32_t child = tree_first_child(scene->document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(scene->document, child))
        if (child > noun && scene->document->tokens[child].relation == RELATION_NMOD && !arguments_preposition(scene, child) &&
            arguments_may_be(scene, child, CASE_DAT)) {
            arguments_add(scene, arguments, FUNCTION_DAT, NULL, child, false);
            return true;
        }
    return false;
}

/* Words are said by someone, help and sanctions have an author. */
static bool candidate__has_author(enum event_type type)
{
    return content_is_act_of_words(type) || type == EVENT_AID || type == EVENT_COOPERATE || type == EVENT_SANCTION;
}

/* Is who is asked the object itself ("ruft China auf")? Nobody asks a thing. */
static bool candidate__has_party_as_object(const struct frame *frame)
{
    const struct frame_role *const recipient = &frame->roles[ROLE_RECIPIENT];
    return frame->type == EVENT_REQUEST && recipient->count == 1 && recipient->groups[0].count == 1 && recipient->groups[0].terms[0].slot.function == FUNCTION_AKK &&
           !recipient->groups[0].terms[0].has_inner;
}

/* "Die Hilfe für Peru stellte Chile ein": where the subject is no party but the object is and could be the subject, it is if the act needs a party,
 * or if no line of the tables fits otherwise. */
static struct frame_match candidate__match_verb(const struct scene *scene, uint32_t verb, struct arguments *arguments)
{
    const struct frame_match match = match_verb(scene, verb, arguments);
    struct arguments exchanged = *arguments;
    if (!match.frame && scene->verb_lemma[verb] && candidate__has_dative_beside_subject(scene, verb, arguments))
        return match_verb(scene, verb, arguments);
    if (!match.frame && (subject_of_bare_name(scene, verb, &exchanged) || subject_of_state(scene, verb, &exchanged) ||
                         subject_of_object(scene, verb, &exchanged) || subject_exchange(scene, verb, &exchanged))) {
        const struct frame_match state = match_verb(scene, verb, &exchanged);
        *arguments = state.frame ? exchanged : *arguments;
        return state;
    }
    if (!scene->verb_lemma[verb] || (match.frame && !candidate__has_author(match.frame->type)) ||
        !(subject_exchange(scene, verb, &exchanged) || subject_of_bare_name(scene, verb, &exchanged)))
        return match;
    const struct frame_match other = match_verb(scene, verb, &exchanged);
    if (!other.frame || !candidate__has_author(other.frame->type) || (match.frame && candidate__has_party_as_object(match.frame)))
        return match;                    /* "Die Erklärung ruft China auf" */
    *arguments = exchanged;
    return other;
}

/* "Angriffs- und Verteidigungswaffen": the first part of another word. */
static bool candidate__is_cut_off(const struct document *document, uint32_t token)
{
    const uint32_t end = document->tokens[token].span.end_byte;
    return document->text[end] == '-' || document->text[end - 1] == '-';
}

static bool candidate__look(const struct scene *scene, struct arena *arena, uint32_t token, struct candidates *candidates,
                            struct laut_error *error)
{
    struct arguments arguments;
    struct frame_match match = {NULL, DOCUMENT_NONE};
    struct role_parties speaker = {.count = 0};
    if (scene->verb_lemma[token] && receiving_participle(scene, token) != DOCUMENT_NONE)
        return true;                                                             /* "bekam Panzer geliefert" */
    if (scene->verb_lemma[token]) {
        arguments_of_verb(scene, token, &arguments);
        struct arguments companions = arguments;
        match = candidate__match_verb(scene, token, &companions);
        const bool said = match.frame && said_by_actor(match.frame);
        if (said || !modal_demand(scene, token, &arguments, &match, &speaker))       /* "müsse mit Folgen rechnen" threatens */
            arguments = companions;
    }
    if (!match.frame && arguments_is_noun(scene, token) && !candidate__is_cut_off(scene->document, token)) {
        arguments_of_noun(scene, token, &arguments);
        match = match_noun(scene, token, &arguments);
    }
    if (!match.frame)
        return true;
    return candidate__add(scene, arena, candidates, token, &match, &arguments, &speaker, error);
}

/* ---- parties ---------------------------------------------------------------------------------------------------- */

/* One who is actor and recipient at once acts; the other side is not told. */
static void candidate__separate(struct candidate *candidate)
{
    size_t kept = 0;
    for (size_t i = 0; i < candidate->recipients.count; i++)
        if (!roles_have(&candidate->actors, candidate->recipients.items[i].entity))
            roles_keep(&candidate->recipients, i, &kept);
    candidate->recipients.count = kept;
}

/* Are they of more than one country? Then all of them confer: "traf in Riad saudische und omanische Diplomaten". */
static bool candidate__are_of_several(const struct role_parties *guests)
{
    for (size_t i = 1; i < guests->count; i++)
        if (guests->items[i].code[0] && strcmp(guests->items[i].code, guests->items[0].code) != 0)
            return true;
    return false;
}

/* "Von Israel wird verlangt, …": of whom it stands at the beginning is asked; "wurde von der EU verlangt" tells who asks. */
static void candidate__ask_first(const struct scene *scene, struct candidate *candidate)
{
    const uint32_t finite = tree_finite(scene->document, candidate->token);
    const bool content = arguments_has(&candidate->arguments, FUNCTION_DASS) || arguments_has(&candidate->arguments, FUNCTION_INF);
    if (candidate->type != EVENT_REQUEST || candidate->match.frame->kind == FRAME_NOUN || finite == DOCUMENT_NONE || !content ||
        !arguments_is_passive(scene, candidate->token))
        return;
    size_t kept = 0;
    for (size_t i = 0; i < candidate->actors.count; i++) {
        const uint32_t token = candidate->actors.tokens[i];
        const bool asked = token < finite && arguments_preposition(scene, token) && roles_stand_at(&candidate->recipients, token) &&
                           knowledge_is_von(scene->knowledge, arguments_preposition(scene, token));
        if (!asked)
            roles_keep(&candidate->actors, i, &kept);
    }
    candidate->actors.count = kept;
}

/* Who visits whom: a partner in whose country the talks are held is the host (coding guide, section 3). */
static void candidate__find_host(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate)
{
    if (candidate->type != EVENT_CONSULT || candidate->actors.count < 2 || candidate->recipients.count || frame_has_mode(candidate->match.frame, "phone"))
        return;
    const uint32_t place = place_find(scene, candidates, candidate), governor = tree_governing_clause(scene->document, candidate->token);
    const uint32_t above = governor == DOCUMENT_NONE ? DOCUMENT_NONE : candidates->of_token[governor];
    struct role_parties host = {.count = 0};
    if (place != DOCUMENT_NONE)
        roles_add(scene, (struct frame_slot){FUNCTION_PP, NULL}, place, &host);
    else if (above != DOCUMENT_NONE && candidates->items[above].type == EVENT_CONSULT)      /* "reiste nach …, um … zu treffen" */
        host = candidates->items[above].recipients;
    struct role_parties guests = {.count = 0}, hosts = {.count = 0};
    for (size_t i = 0; i < candidate->actors.count; i++) {
        const char *const code = candidate->actors.items[i].code;
        const bool unknown = i && !code[0] && candidate->actors.items[0].code[0] && candidate->actors.items[i].sector == SECTOR_GOV;       /* "seinen Kollegen" */
        struct role_parties *const side = host.count && (unknown || (code[0] && strcmp(code, host.items[0].code) == 0)) ? &hosts : &guests;
        side->tokens[side->count] = candidate->actors.tokens[i];
        side->items[side->count++] = candidate->actors.items[i];
    }
    if (!hosts.count || !guests.count || candidate__are_of_several(&guests))
        return;
    for (size_t i = 0; i < hosts.count; i++)
        memcpy(hosts.items[i].code, host.items[0].code, sizeof hosts.items[i].code);
    candidate->actors = guests;
    candidate->recipients = hosts;
}

/* "Polizisten und Rebellen beschossen sich": several whose object is themselves, whatever others were hit before. */
static bool candidate__is_mutual_attack(const struct candidate *candidate)
{
    const struct frame *const frame = candidate->match.frame;
    if (candidate->type != EVENT_ASSAULT || candidate->actors.count < 2 || !arguments_has(&candidate->arguments, FUNCTION_REFL))
        return false;
    for (size_t i = 0; i < frame->condition_count; i++)
        if (frame->conditions[i].slot.function == FUNCTION_REFL)
            return !frame->roles[ROLE_RECIPIENT].count;
    return true;
}

/* "beschuldigten sich gegenseitig": each is both; those who fire at each other act. */
static bool candidate__is_reciprocal(const struct scene *scene, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, candidate->token); child != DOCUMENT_NONE && candidate->actors.count;
         child = tree_next_sibling(document, child))
        if (knowledge_is_reciprocal(scene->knowledge, document->tokens[child].lemma ? document->tokens[child].lemma
                                                                                    : document->tokens[child].form))
            return candidate->match.frame->roles[ROLE_RECIPIENT].count > 0;
    return false;
}

/* Roles that the last step has filled were found on this path. */
static void candidate__note_path(struct candidate *candidate, enum role_path path)
{
    candidate->actor_path = !candidate->actors.count              ? PATH_NONE
                            : candidate->actor_path == PATH_NONE ? path
                                                                  : candidate->actor_path;
    candidate->recipient_path = !candidate->recipients.count              ? PATH_NONE
                                : candidate->recipient_path == PATH_NONE ? path
                                                                          : candidate->recipient_path;
}

/* Parties that no companion of the trigger names, step by step: each step asks what the earlier ones found. */
static void candidates__fill(const struct scene *scene, struct candidates *candidates)
{
    for (size_t i = 0; i < candidates->count; i++) {
        candidate__ask_first(scene, &candidates->items[i]);
        candidate__separate(&candidates->items[i]);
        candidate__note_path(&candidates->items[i], PATH_OWN);
        clause_actors(scene, candidates, i);
        candidate__note_path(&candidates->items[i], PATH_CLAUSE);
        candidates->items[i].bare = candidates->items[i].match.frame->kind == FRAME_NOUN &&
                                    candidates->items[i].actors.count + candidates->items[i].recipients.count == 0;
    }
    homeland_leave(scene, candidates);
    claimed_attacks(scene, candidates);
    for (size_t i = 0; i < candidates->count; i++) {
        sides_name(scene, candidates, i);
        victim_name(scene, candidates, i);
        clash_name(scene, candidates, i);
        maker_replace(scene, candidates, &candidates->items[i]);
        candidate__note_path(&candidates->items[i], PATH_CLAUSE);
    }
    for (size_t i = 0; i < candidates->count; i++) {
        implicit_fill(scene, candidates, i);
        candidate__note_path(&candidates->items[i], PATH_REPORT);
        clash_join(scene, &candidates->items[i]);
    }
    for (size_t i = 0; i < candidates->count; i++) {
        content_recipients(scene, candidates, i);
        candidate__note_path(&candidates->items[i], PATH_CONTENT);
    }
    for (size_t i = 0; i < candidates->count; i++) {
        implicit_dispute(scene, candidates, i);
        implicit_answer(scene, candidates, i);
        reaction_fill(scene, candidates, i);
        candidate__note_path(&candidates->items[i], PATH_REPORT);
        candidate__find_host(scene, candidates, &candidates->items[i]);
        homeland_leave_other_side(scene, candidates, i);
        answered_demand(scene, candidates, i);
        sanctioned_name(candidates, i);
        sanctioned_culprit(scene, candidates, &candidates->items[i]);
        candidate__separate(&candidates->items[i]);
        struct candidate *const candidate = &candidates->items[i];
        if (candidate__is_reciprocal(scene, candidate) || candidate__is_mutual_attack(candidate)) {
            candidate->recipients = candidate->type == EVENT_ASSAULT ? (struct role_parties){.count = 0} : candidate->actors;
            candidate__note_path(candidate, candidate->actor_path);
        }
    }
}

bool candidates_find(const struct scene *scene, struct arena *arena, struct candidates *candidates, struct laut_error *error)
{
    const struct document *const document = scene->document;
    *candidates = (struct candidates){.of_token = arena_take(arena, document->token_count + 1, sizeof(uint32_t), error)};
    if (!candidates->of_token)
        return false;
    memset(candidates->of_token, 0xFF, document->token_count * sizeof(uint32_t));
    for (size_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *const sentence = &document->sentences[i];
        if (sentence->kind == PARAGRAPH_MARK)
            continue;
        for (uint32_t token = sentence->tokens.first; token < sentence->tokens.first + sentence->tokens.count; token++)
            if (!candidate__look(scene, arena, token, candidates, error))
                return false;
    }
    candidates__fill(scene, candidates);
    drop_candidates(scene, candidates);
    for (size_t i = 0; i < candidates->count; i++)
        candidates->items[i].dropped = candidates->items[i].dropped || candidates->items[i].type == EVENT_TYPE_COUNT;
    return true;
}
