/* event/drop.c: what the coding guide leaves out (sections 1 and 2): content of a REQUEST, AGREE, THREATEN or REJECT, nouns that
 * their verb's frame already uses, acts in which no political, military, social or armed party takes part, ordinary crime. */
#include "event/drop.h"

#include "entity/entity.h"
#include "event/ordinary.h"
#include "parse/tree.h"

#include <string.h>

/* Towns and regions suffer acts of public life; of those that do something most are clubs and firms named after them. */
static bool drop__is_place(const struct scene *scene, const struct party *party)
{
    return party->entity != DOCUMENT_NONE && scene->document->entities[party->entity].kind == ENTITY_PLACE &&
           party->sector == SECTOR_CVL;
}

static bool drop__is_public(const struct scene *scene, const struct role_parties *parties, bool actors)
{
    for (size_t i = 0; i < parties->count; i++) {
        const struct party *const party = &parties->items[i];
        if ((party->code[0] && party->sector != SECTOR_NONE && !(actors && drop__is_place(scene, party))) ||
            ordinary_is_public_sector(party->sector))
            return true;
    }
    return false;
}

/* The verb that the noun is a companion of, with its coordination resolved. */
static uint32_t drop__governor(const struct scene *scene, uint32_t token)
{
    return tree_head(scene->document, tree_first_conjunct(scene->document, token));
}

/* "bei einem Anschlag getötet": a phrase that the verb's frame does not ask for tells of the act itself; "reiste nach Gesprächen mit dem Emir
 * weiter": where one goes to is no meeting. */
static bool drop__stands_beside(const struct scene *scene, const struct frame *frame, uint32_t noun)
{
    const struct frame_slot slot = {FUNCTION_PP, arguments_preposition(scene, noun)};
    const unsigned use = knowledge_preposition(scene->knowledge, slot.preposition);
    if (!slot.preposition || (use & PREPOSITION_MEANS))
        return false;
    if (frame->type == EVENT_CONSULT && (use & PREPOSITION_DIRECTION) && (use & PREPOSITION_OCCASION))
        return true;
    for (size_t i = 0; i < frame->condition_count; i++)
        if (frame_slot_equal(frame->conditions[i].slot, slot))
            return false;
    for (size_t role = 0; role < ROLE_COUNT; role++)
        if (frame_looks_in(frame, role, slot))
            return false;
    return true;
}

/* What is refused, given in to, blamed or praised was done, asked or offered before: "die Forderung der Opposition zurückweisen". */
static bool drop__answers(enum event_type answer, enum event_type type)
{
    if (answer == EVENT_COERCE && type == EVENT_PROTEST)                /* "Proteste niederschlagen" */
        return true;
    if (answer == EVENT_ACCUSE)                                         /* "den Angriff verurteilen" */
        return type == EVENT_ASSAULT || type == EVENT_COERCE || type == EVENT_MOBILIZE || type == EVENT_SANCTION;
    return (answer == EVENT_REJECT || answer == EVENT_AGREE || answer == EVENT_CONCEDE || answer == EVENT_SUPPORT) &&
           answer != type &&
           (type == EVENT_REQUEST || (type == EVENT_AGREE && answer != EVENT_SUPPORT) || type == EVENT_THREATEN);
}

static bool drop__is_answered(const struct scene *scene, const struct candidate *candidate, const struct candidate *above)
{
    const enum event_type answer = above->match.frame->type;
    if (answer == EVENT_COERCE && scene->document->token_stance[candidate->token].factuality == FACTUALITY_CT_MINUS)
        return false;                                                   /* "verbot die Demonstration": there was none */
    return candidate->match.frame->kind == FRAME_NOUN && above->match.frame->kind != FRAME_NOUN &&
           drop__answers(answer, candidate->match.frame->type);
}

/* "ist ein Treffen geplant": the participle tells what becomes of the noun that the parser takes for the predicate. */
static bool drop__is_told_by_state(const struct scene *scene, const struct candidates *candidates, uint32_t noun)
{
    const struct document *const document = scene->document;
    if (tree_child(document, noun, RELATION_COP) == DOCUMENT_NONE)
        return false;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const uint32_t index = candidates->of_token[child];
        if (index != DOCUMENT_NONE && document->tokens[child].relation == RELATION_ACL &&
            document->tokens[child].morphology.verb_form == VERB_FORM_PART_PERF &&
            candidates->items[index].match.frame->type == EVENT_AGREE)
            return true;
    }
    return false;
}

static bool drop__is_subject(const struct candidate *candidate, uint32_t token)
{
    const size_t subject = match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_NOM, NULL}, 0);
    return subject != SIZE_MAX && candidate->arguments.items[subject].token == token;
}

static bool drop__asks_for_subject(const struct frame *frame)
{
    for (size_t i = 0; i < frame->condition_count; i++)
        if (frame->conditions[i].slot.function == FUNCTION_NOM)
            return true;
    return frame->kind != FRAME_VERB;
}

/* "bei einem Schusswechsel, der dann stattfand": the relative clause's frame has used the noun. */
static bool drop__is_told_by_relative(const struct scene *scene, const struct candidates *candidates, uint32_t noun)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const struct candidate *const told =
            candidates->of_token[child] == DOCUMENT_NONE ? NULL : &candidates->items[candidates->of_token[child]];
        if (told && document->tokens[child].relation == RELATION_ACL && drop__asks_for_subject(told->match.frame) &&
            told->match.frame->type == candidates->items[candidates->of_token[noun]].match.frame->type &&
            (told->match.noun == noun || drop__is_subject(told, noun)))
            return true;
    }
    return false;
}

/* "hob das Urteil gegen ihn auf": what is lifted was done before. */
static bool drop__is_lifted(const struct candidate *candidate, const struct candidate *above)
{
    const size_t object = match_argument(&above->arguments, (struct frame_slot){FUNCTION_AKK, NULL}, 0);
    return above->match.frame->type == EVENT_CONCEDE && above->match.frame->kind != FRAME_NOUN && object != SIZE_MAX &&
           above->arguments.items[object].token == candidate->token &&
           (candidate->match.frame->type == EVENT_SANCTION || candidate->match.frame->type == EVENT_COERCE);
}

/* A noun tells no act of its own where its verb's frame has used it or tells the same type. */
static bool drop__noun_is_used(const struct scene *scene, const struct candidates *candidates,
                                    const struct candidate *candidate)
{
    if (drop__is_told_by_state(scene, candidates, candidate->token) ||
        drop__is_told_by_relative(scene, candidates, candidate->token))
        return true;
    const uint32_t governor = drop__governor(scene, candidate->token);
    const uint32_t index = governor == DOCUMENT_NONE ? DOCUMENT_NONE : candidates->of_token[governor];
    if (index == DOCUMENT_NONE)
        return false;
    const struct candidate *const above = &candidates->items[index];
    const bool says_nothing = above->match.frame->kind == FRAME_VERB && above->match.frame->type == EVENT_TYPE_COUNT;
    if (says_nothing && !candidate->bare)                               /* "die Sanktionen der EU gegen Russland treffen …" */
        return false;
    if (drop__is_lifted(candidate, above))
        return true;
    if (above->match.noun == candidate->token)
        return above->match.frame->kind != FRAME_VERB || !drop__is_answered(scene, candidate, above);
    return above->match.frame->type == candidate->match.frame->type && above->match.frame->kind != FRAME_NOUN &&
           !drop__stands_beside(scene, above->match.frame, candidate->token);
}

/* What is demanded, promised, threatened, refused or stopped is part of that act ("legte die Lieferung auf Eis"). */
static bool drop__holds_content(const struct frame *frame, const struct frame *content)
{
    const enum event_type type = frame->type;
    if (type == EVENT_CONCEDE)           /* "gab den Widerstand gegen die Lieferung auf" */
        return content && content->kind == FRAME_NOUN && (content->type == EVENT_AID || content->type == EVENT_COOPERATE);
    return type == EVENT_REQUEST || type == EVENT_AGREE || type == EVENT_THREATEN || type == EVENT_REJECT ||
           (type == EVENT_SANCTION && frame_has_mode(frame, "discontinue"));
}

/* Does the arc from token up to its head lead from content to the act whose content it is? */
static bool drop__is_content_arc(const struct scene *scene, uint32_t token, uint32_t head)
{
    const struct document *const document = scene->document;
    const bool noun = !scene->verb_lemma[head];
    const char *preposition = NULL;
    switch (document->tokens[token].relation) {
    case RELATION_CCOMP:
    case RELATION_XCOMP:
    case RELATION_CSUBJ:
    case RELATION_CSUBJ_PASS:
    case RELATION_OBJ:
    case RELATION_NSUBJ_PASS:
        return true;
    case RELATION_NSUBJ:             /* "ist vereinbart" */
        return document->tokens[head].upos == UPOS_ADJ && scene->participle[head] == VERB_FORM_PART_PERF;
    case RELATION_ACL:               /* of a noun: "die Forderung, … abzuziehen", but no relative clause */
        return noun && tree_finite(document, token) == DOCUMENT_NONE;
    case RELATION_OBL:
    case RELATION_NMOD:
        preposition = arguments_preposition(scene, token);
        return noun || (knowledge_preposition(scene->knowledge, preposition) & PREPOSITION_MATTER);
    default:
        return false;
    }
}

/* "wies den Vorwurf zurück, Panzer geliefert zu haben": what is said not to have happened is a claim of its own (section 1); what somebody
 * refuses to do is not. */
static bool drop__is_denied(const struct scene *scene, const struct candidate *candidate, const struct candidate *above)
{
    const struct document *const document = scene->document;
    const struct stance *const stance = &document->token_stance[candidate->token];
    const struct statement *const statement = stance->statement == DOCUMENT_NONE ? NULL : &document->statements[stance->statement];
    const uint32_t object = tree_object(document, above->token);
    bool said = statement && statement->cue_token != DOCUMENT_NONE && document->tokens[statement->cue_token].upos != UPOS_VERB;
    for (size_t i = 0; statement && object != DOCUMENT_NONE && i < statement->cue.count; i++)       /* "den Vorwurf" is of the cue */
        said = said || (document->tokens[object].span.begin_byte >= statement->cue.items[i].begin_byte &&
                        document->tokens[object].span.end_byte <= statement->cue.items[i].end_byte);
    const bool perfect = tree_finite(document, candidate->token) == DOCUMENT_NONE && tree_child(document, candidate->token, RELATION_AUX) != DOCUMENT_NONE &&
                         document->tokens[candidate->token].morphology.verb_form == VERB_FORM_PART_PERF;
    const bool told = said && (stance->factuality == FACTUALITY_CT_PLUS || stance->factuality == FACTUALITY_CT_MINUS);       /* "wies Vorwürfe Kiews zurück" */
    return above->match.frame->type == EVENT_REJECT && (told || (stance->factuality == FACTUALITY_CT_MINUS && perfect && statement));
}

/* "stimmte dem Verkauf zu": a bare object in the dative, which parsers take for a phrase. */
static bool drop__is_agreed_to(const struct scene *scene, const struct candidate *above, uint32_t token)
{
    return above && above->match.frame->type == EVENT_AGREE && scene->document->tokens[token].relation == RELATION_OBL &&
           !arguments_preposition(scene, token);
}

/* The demand, promise, threat or refusal that the candidate is part of; NULL: none. */
static struct candidate *drop__holder(const struct scene *scene, const struct candidates *candidates, uint32_t token)
{
    const struct document *const document = scene->document;
    const struct frame *const own = candidates->of_token[token] == DOCUMENT_NONE ? NULL : candidates->items[candidates->of_token[token]].match.frame;
    uint32_t at = token;
    for (uint32_t head = tree_head(document, at); head != DOCUMENT_NONE; at = head, head = tree_head(document, head)) {
        const enum relation relation = document->tokens[at].relation;
        if (relation == RELATION_CONJ || relation == RELATION_AMOD || relation == RELATION_APPOS)
            continue;
        const uint32_t index = candidates->of_token[head];
        struct candidate *const above = index == DOCUMENT_NONE ? NULL : &candidates->items[index];
        const bool content = drop__is_content_arc(scene, at, head) || drop__is_agreed_to(scene, above, at);
        if (above && content && !above->dropped && above->match.noun != token && drop__holds_content(above->match.frame, own))
            return above;
        if (!content && relation != RELATION_OBL && relation != RELATION_NMOD && relation != RELATION_NSUBJ)
            return NULL;
        if (relation == RELATION_NSUBJ && above)
            return NULL;
    }
    return NULL;
}

/* "Menschen", "ein Mann", of whom the words themselves do not tell a country, as "Libyer" and "israelische Siedler" do. */
static bool drop__is_anyone(const struct scene *scene, const struct party *party, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t mention = scene->mention[token];
    if (party->sector != SECTOR_CVL || mention == DOCUMENT_NONE || document->mentions[mention].kind != MENTION_NOMINAL)
        return false;
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (scene->mention[child] != DOCUMENT_NONE && scene->mention[child] != mention)
            return false;
    return true;
}

static bool drop__are_anyone(const struct scene *scene, const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (!drop__is_anyone(scene, &parties->items[i], parties->tokens[i]))
            return false;
    return true;
}

/* "ein Mann erstach …": one of whom nothing is told. */
static bool drop__is_someone(const struct scene *scene, const struct role_parties *parties)
{
    return parties->count == 1 && scene->document->tokens[parties->tokens[0]].morphology.number == NUMBER_SING &&
           drop__are_anyone(scene, parties);
}

/* "drei Menschen wurden getötet": whom nobody harmed may have had an accident; "ein Mann erstach seinen Nachbarn": ordinary crime. */
static bool drop__harms_only_people(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate)
{
    if (candidate->match.frame->type != EVENT_ASSAULT || candidate->match.frame->kind == FRAME_NOUN || candidate->items.count ||
        (candidate->actors.count && !drop__is_someone(scene, &candidate->actors)))
        return false;
    for (size_t i = 0; i < candidate->arguments.count; i++) {            /* "bei einem Anschlag" */
        const uint32_t index = candidates->of_token[candidate->arguments.items[i].token];
        if (index != DOCUMENT_NONE && candidates->items[index].match.frame->type == EVENT_ASSAULT)
            return false;
    }
    return drop__are_anyone(scene, &candidate->recipients);
}

/* "Im Hafen wurden iranische Raketen beschlagnahmt": arms that a state made stand for a party. */
static bool drop__tells_maker(const struct scene *scene, const struct candidate *candidate)
{
    for (size_t i = 0; candidate->match.frame->kind != FRAME_NOUN && i < candidate->items.count; i++) {
        const struct item_mention *const item = &scene->document->items[candidate->items.items[i]];
        if (item->origin[0] && entity_is_arms(item->item_class))
            return true;
    }
    return false;
}

static bool drop__lacks_parties(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate)
{
    const bool maker = drop__tells_maker(scene, candidate);
    if (candidate->bare || (candidate->actors.count + candidate->recipients.count == 0 && !maker) ||
        drop__harms_only_people(scene, candidates, candidate))
        return true;
    if (scene->participle[candidate->token] && scene->document->tokens[candidate->token].relation == RELATION_AMOD &&
        (candidate->actors.count == 0 || candidate->actor_path == PATH_LIKELY))
        return true;
    return !maker && !drop__is_public(scene, &candidate->actors, true) && !drop__is_public(scene, &candidate->recipients, false);
}

/* Nouns of these types name acts even where nobody stands with them (Schusswechsel, Forderung); those of the others name what
 * lasts (Abkommen, Waffenruhe, Sanktionen). */
static bool drop__noun_is_act(enum event_type type)
{
    return type == EVENT_ASSAULT || type == EVENT_COERCE || type == EVENT_REQUEST || type == EVENT_ACCUSE ||
           type == EVENT_REJECT || type == EVENT_CONSULT || type == EVENT_PROTEST || type == EVENT_MOBILIZE;
}

/* In a report of politics or conflict an act stands without a party that is known: "zwei Menschen wurden getötet"; a protest is one of public
 * life wherever it stands. */
static bool drop__may_stand_alone(const struct scene *scene, const struct candidate *candidate)
{
    if (candidate->match.frame->kind == FRAME_NOUN)
        return drop__noun_is_act(candidate->match.frame->type);
    return !scene->participle[candidate->token] || scene->document->tokens[candidate->token].relation != RELATION_AMOD;
}

/* "zogen vor das Parlament, um zu protestieren": the protest is told by what they came for. */
static bool drop__is_told_by_purpose(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    if (candidate->match.frame->type != EVENT_PROTEST || candidate->match.frame->kind == FRAME_NOUN)
        return false;
    for (uint32_t child = tree_first_child(document, candidate->token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const uint32_t index = candidates->of_token[child];
        if (index != DOCUMENT_NONE && candidates->items[index].match.frame->type == EVENT_PROTEST && document->tokens[child].relation == RELATION_ADVCL &&
            tree_finite(document, child) == DOCUMENT_NONE)
            return true;
    }
    return false;
}

static bool drop__is_left_out(const struct scene *scene, const struct candidates *candidates, struct candidate *candidate)
{
    candidate->used = candidate->match.frame->kind == FRAME_NOUN && drop__noun_is_used(scene, candidates, candidate);
    return candidate->match.frame->type == EVENT_TYPE_COUNT || candidate->used || drop__is_told_by_purpose(scene, candidates, candidate);
}

/* "eine Rakete aus dem Gazastreifen traf Israel": one land harms another. */
static bool drop__is_between_lands(const struct scene *scene, const struct candidate *candidate)
{
    const struct party *const actor = &candidate->actors.items[0];
    return actor->entity != DOCUMENT_NONE && scene->document->entities[actor->entity].kind == ENTITY_PLACE && candidate->recipients.count &&
           candidate->recipients.items[0].code[0] && strcmp(candidate->recipients.items[0].code, actor->code) != 0;
}

/* Somebody of no public life attacks or threatens. */
static bool drop__is_crime(const struct scene *scene, const struct candidate *candidate)
{
    const enum event_type type = candidate->match.frame->type;
    return (type == EVENT_ASSAULT || type == EVENT_THREATEN) && candidate->actors.count && !ordinary_has_public_sector(&candidate->actors) &&
           candidate->actors.items[0].sector != SECTOR_CRM && !drop__is_between_lands(scene, candidate);
}

static void drop__count(const struct scene *scene, const struct candidate *candidate, struct ordinary_tally *tally)
{
    const enum event_type type = candidate->match.frame->type;
    tally->protests += type == EVENT_PROTEST;
    tally->threats += type == EVENT_THREATEN;
    if (candidate->dropped)
        return;
    tally->political += ordinary_is_political(candidate);
    tally->governing += ordinary_has_political_sector(&candidate->actors);
    tally->attacks += type == EVENT_ASSAULT;
    tally->crimes += drop__is_crime(scene, candidate);
}

/* "verurteilte den Angriff", "seit Beginn der Unruhen": an object or genitive beside which nothing stands, of an act such as one told before. */
static bool drop__is_told_again(const struct scene *scene, const struct candidates *candidates, size_t index)
{
    const struct candidate *const candidate = &candidates->items[index];
    const struct token *const token = &scene->document->tokens[candidate->token];
    const uint32_t determiner = tree_determiner(scene->document, candidate->token);
    const bool hangs = token->relation == RELATION_OBJ || token->relation == RELATION_NSUBJ_PASS ||
                       (token->relation == RELATION_NMOD && !arguments_preposition(scene, candidate->token));
    if (!candidate->bare || !hangs || candidate->arguments.count || candidate->match.frame->kind != FRAME_NOUN || determiner == DOCUMENT_NONE ||
        scene->document->tokens[determiner].morphology.definite != DEFINITE_DEF)
        return false;
    for (size_t i = 0; i < index; i++)
        if (!candidates->items[i].dropped && candidates->items[i].match.frame->type == candidate->match.frame->type)
            return true;
    return false;
}

static void drop__without_parties(const struct scene *scene, struct candidates *candidates)
{
    enum { POLITICAL_ACTS_OF_A_REPORT = 2 };
    struct ordinary_tally tally = {0};
    for (size_t i = 0; i < candidates->count; i++) {
        struct candidate *const candidate = &candidates->items[i];
        candidate->lacks_parties = drop__lacks_parties(scene, candidates, candidate);
        candidate->dropped = drop__is_left_out(scene, candidates, candidate) || candidate->lacks_parties;
        drop__count(scene, candidate, &tally);
    }
    for (size_t i = 0; i < candidates->count; i++) {
        struct candidate *const candidate = &candidates->items[i];
        const bool public = tally.political >= POLITICAL_ACTS_OF_A_REPORT || candidate->match.frame->type == EVENT_PROTEST ||
                            (tally.attacks && drop__harms_only_people(scene, candidates, candidate) &&
                             drop__is_public(scene, &candidate->recipients, false));
        const bool crime = tally.crimes && !tally.political && !tally.protests && !ordinary_has_public_sector(&candidate->actors) &&
                           !ordinary_has_public_sector(&candidate->recipients);
        if (crime || ordinary_is_act(scene, &tally, candidate) || drop__is_told_again(scene, candidates, i))
            candidate->dropped = true;
        else if (candidate->lacks_parties && public && drop__may_stand_alone(scene, candidate))
            candidate->dropped = drop__is_left_out(scene, candidates, candidate);
    }
}

void drop_candidates(const struct scene *scene, struct candidates *candidates)
{
    drop__without_parties(scene, candidates);
    for (size_t i = 0; i < candidates->count; i++) {
        struct candidate *const candidate = &candidates->items[i];
        struct candidate *const above = candidate->dropped ? NULL : drop__holder(scene, candidates, candidate->token);
        if (!above || drop__is_answered(scene, candidate, above) || drop__is_denied(scene, candidate, above))
            continue;
        if (above->content == EVENT_TYPE_COUNT)
            above->content = candidate->match.frame->type;
        candidate->holder = above;
        candidate->type = EVENT_TYPE_COUNT;              /* told apart from dropped: what is below it is content too */
        if (!above->items.count && !roles_rejects_claim(scene, above->match.frame, &above->arguments))       /* "verspricht, Panzer zu liefern": its arms are the promise's */
            above->items = candidate->items;
    }
}
