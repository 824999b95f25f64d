/* event/code.c: from triggers with roles to coded events (coding guide, sections 2 to 7).
 *
 *   type           the frame's; a planned or promised cooperative act is AGREE, a coming RETREAT is CONCEDE, a coming SANCTION,
 *                  COERCE or ASSAULT of the one who speaks of it is THREATEN (section 2)
 *   sources        the statements in which the trigger stands, outermost first (section 4)
 *   factuality     what statement/ found for the trigger; an act of words that took place is CT+ (section 5)
 *   when, place    time expression of the clause; place phrases of the clause, the place attacked or visited (section 7)
 */
#include "event/candidate.h"
#include "event/confidence.h"
#include "event/content.h"
#include "event/event.h"
#include "event/incident.h"
#include "event/likely.h"
#include "event/modal.h"
#include "event/mode.h"
#include "event/place.h"
#include "event/said.h"
#include "event/shift.h"
#include "event/when.h"
#include "parse/tree.h"
#include "statement/statement.h"

#include <stdlib.h>
#include <string.h>

enum { CODE_MOST_SOURCES = 8 };

struct coder {
    struct document *document;
    const struct scene *scene;
    struct laut_error *error;
};

static void *code__copy(const struct coder *coder, const void *from, size_t count, size_t size, bool *done)
{
    void *const to = arena_take(coder->document->arena, count + 1, size, coder->error);
    if (!to)
        *done = false;
    else if (count)
        memcpy(to, from, count * size);
    return to;
}

/* ---- trigger and evidence ------------------------------------------------------------------------------------ */

static int code__compare_spans(const void *a, const void *b)
{
    const struct span *const left = a, *const right = b;
    return left->begin_byte < right->begin_byte ? -1 : left->begin_byte > right->begin_byte;
}

static bool code__trigger(const struct coder *coder, const struct candidate *candidate, struct event *event)
{
    const struct document *const document = coder->document;
    struct span *const spans = arena_take(document->arena, 3, sizeof *spans, coder->error);
    if (!spans)
        return false;
    size_t count = 0;
    spans[count++] = document->tokens[candidate->token].span;
    const uint32_t particle = coder->scene->particle[candidate->token];
    if (particle != DOCUMENT_NONE)
        spans[count++] = document->tokens[particle].span;
    if (candidate->match.frame->kind >= FRAME_LIGHT && candidate->match.noun != DOCUMENT_NONE)
        spans[count++] = document->tokens[candidate->match.noun].span;
    qsort(spans, count, sizeof *spans, code__compare_spans);
    event->trigger = (struct span_list){spans, count};
    return true;
}

static struct span code__evidence(const struct document *document, const struct candidate *candidate)
{
    const uint32_t token = candidate->token;
    const struct token_range range = tree_subtree(document, token);
    uint32_t first = range.count ? range.first : token, end = range.count ? range.first + range.count : token + 1;
    for (size_t i = 0; i < candidate->actors.count; i++) {
        first = candidate->actors.tokens[i] < first ? candidate->actors.tokens[i] : first;
        end = candidate->actors.tokens[i] >= end ? candidate->actors.tokens[i] + 1 : end;
    }
    const struct token_range sentence = document->sentences[document->tokens[token].sentence].tokens;
    first = first < sentence.first ? sentence.first : first;
    end = end > sentence.first + sentence.count ? sentence.first + sentence.count : end;
    while (end > token + 1 && document->tokens[end - 1].upos == UPOS_PUNCT)
        end--;
    while (first < token && document->tokens[first].upos == UPOS_PUNCT)
        first++;
    return (struct span){document->tokens[first].span.begin_byte, document->tokens[end - 1].span.end_byte};
}

/* ---- sources ------------------------------------------------------------------------------------------------- */

/* A party of the same state: the ministry that speaks of what its army did is no third one. */
static bool code__is_same_party(const struct party *source, const struct party *other)
{
    const bool states = (source->sector == SECTOR_GOV || source->sector == SECTOR_MIL) && (other->sector == SECTOR_GOV || other->sector == SECTOR_MIL);
    return source->entity != DOCUMENT_NONE &&
           (source->entity == other->entity || (states && source->code[0] && strcmp(source->code, other->code) == 0));
}

/* The government speaks of what was done to a place of its own ("nach Angaben aus Kiew wurde Charkiw beschossen"). */
static bool code__is_own_place(const struct document *document, const struct party *source, const struct party *other)
{
    return source->sector == SECTOR_GOV && source->code[0] && other->entity != DOCUMENT_NONE &&
           document->entities[other->entity].kind == ENTITY_PLACE && strcmp(source->code, other->code) == 0;
}

/* Who makes the claim; where nobody is known the words that name the source ("offizielle Angaben"). */
static bool code__source(const struct coder *coder, const struct statement *statement, const struct event *event, struct party *source)
{
    const struct document *const document = coder->document;
    const bool told = statement->speaker.count && statement->type != STATEMENT_FREE_INDIRECT;
    *source = (struct party){.text = "", .entity = DOCUMENT_NONE, .sector = SECTOR_UNK, .naming = statement->naming, .is_party = "third"};
    if (statement->entity != DOCUMENT_NONE) {
        const struct span span = statement->speaker_mention != DOCUMENT_NONE ? document->mentions[statement->speaker_mention].span
                                 : statement->speaker.count ? statement->speaker.items[0] : (struct span){0, 0};
        *source = roles_party(document, statement->entity, span);
        source->naming = statement->naming;
        source->is_party = "third";
    } else if (told) {
        source->span = statement->speaker.items[0];
        source->text = arena_copy_string(document->arena, document->text + source->span.begin_byte,
                                         source->span.end_byte - source->span.begin_byte, coder->error);
    }
    for (size_t i = 0; i < event->recipient_count; i++)
        if (code__is_same_party(source, &event->recipients[i]) || code__is_own_place(document, source, &event->recipients[i]))
            source->is_party = "recipient";
    for (size_t i = 0; i < event->actor_count; i++)
        if (code__is_same_party(source, &event->actors[i]))
            source->is_party = "actor";
    return source->text != NULL;
}

/* Others who say it together ("Kiew und Washington", "beide Regierungen"): the mentions joined to the speaker's, and its further
 * entities, each a copy of the statement's source; the last told first, as the chain is read from within. */
static bool code__joint_sources(const struct coder *coder, const struct statement *statement, const struct event *event, struct party *found, size_t *count)
{
    const struct document *const document = coder->document;
    const uint32_t own = statement->speaker_mention;
    struct statement other = *statement;
    if (own == DOCUMENT_NONE || !document->tree || !statement->speaker.count)
        return true;
    const struct span words = statement->speaker.items[0], named = document->mentions[own].span;
    const bool elsewhere = named.end_byte <= words.begin_byte || named.begin_byte >= words.end_byte;       /* "in der gemeinsamen Erklärung" */
    for (size_t i = document->mention_count; i-- > own + 1;) {
        const struct mention *const mention = &document->mentions[i];
        const bool joined = mention->entity_count && (elsewhere || (mention->span.begin_byte >= words.begin_byte && mention->span.end_byte <= words.end_byte)) &&
                            document->tokens[mention->head].relation == RELATION_CONJ &&
                            tree_first_conjunct(document, mention->head) == document->mentions[own].head;
        if (!joined || *count == CODE_MOST_SOURCES)
            continue;
        other.speaker_mention = (uint32_t)i;
        other.entity = mention->entities[0];
        if (!code__source(coder, &other, event, &found[(*count)++]))
            return false;
    }
    other.speaker_mention = own;
    for (size_t i = document->mentions[own].entity_count; i-- > 1;) {
        other.entity = document->mentions[own].entities[i];
        if (*count < CODE_MOST_SOURCES && !code__source(coder, &other, event, &found[(*count)++]))
            return false;
    }
    return true;
}

/* "kündigte seinen Rückzug an": the act of the cue itself, which nobody else tells. */
static bool code__is_own_words(const struct document *document, const struct statement *statement, const struct event *event)
{
    const bool reported = statement->type == STATEMENT_REPORTED && statement->cue_token != DOCUMENT_NONE;
    for (size_t i = 0; reported && i < event->trigger.count; i++)
        if (event->trigger.items[i].begin_byte == document->tokens[statement->cue_token].span.begin_byte)
            return true;
    return false;
}

/* "Die USA gingen davon aus, …, bekräftigte ein Sprecher": what a state thinks is told by those who speak for it. */
static bool code__speaks_for(const struct document *document, const struct party *outer, const struct party *inner)
{
    return inner->entity != DOCUMENT_NONE && document->entities[inner->entity].kind == ENTITY_COUNTRY && outer->sector == SECTOR_GOV && outer->code[0] &&
           strcmp(outer->code, inner->code) == 0;
}

static bool code__sources(const struct coder *coder, const struct candidate *candidate, struct event *event)
{
    const struct document *const document = coder->document;
    struct party found[CODE_MOST_SOURCES];
    size_t count = 0;
    const bool own_words = event->statement != DOCUMENT_NONE && said_is_act(candidate->match.frame);
    for (uint32_t at = own_words ? document->statements[event->statement].inside : event->statement;
         at != DOCUMENT_NONE && count < CODE_MOST_SOURCES;) {
        const struct statement *const statement = &document->statements[at];
        struct party source;
        if (!code__source(coder, statement, event, &source))
            return false;
        const bool again = count && source.entity == found[count - 1].entity && source.entity != DOCUMENT_NONE;
        const bool attributes = statement->attributes && !again && !code__is_own_words(document, statement, event);
        if (attributes && count && code__speaks_for(document, &source, &found[count - 1]))
            count--;
        if (attributes && !code__joint_sources(coder, statement, event, found, &count))
            return false;
        if (attributes && count < CODE_MOST_SOURCES)
            found[count++] = source;
        at = statement->inside != at ? statement->inside : DOCUMENT_NONE;
    }
    if (!count && candidate->accuser && candidate->accuser->actors.count) {
        for (size_t i = candidate->accuser->actors.count; i-- > 0 && count < CODE_MOST_SOURCES;) {       /* the last told first */
            found[count] = candidate->accuser->actors.items[i];
            found[count++].is_party = "third";
        }
        event->why_attribution = candidate->accuser->match.frame->id;
    }
    for (size_t i = 0; i < count / 2; i++) {
        const struct party swap = found[i];
        found[i] = found[count - 1 - i];
        found[count - 1 - i] = swap;
    }
    bool done = true;
    event->sources = code__copy(coder, found, count, sizeof *found, &done);
    event->source_count = count;
    return done;
}

static void code__said(const struct document *document, struct event *event)
{
    if (!statement_said(document, event->statement, &event->said_begin_day, &event->said_end_day))
        event->said_begin_day = event->said_end_day = DAY_NONE;
}

static void code__place(const struct coder *coder, const struct candidates *candidates, const struct candidate *candidate,
                        struct event *event)
{
    const uint32_t place = place_find(coder->scene, candidates, candidate);
    event->place_entity = event->place_mention = DOCUMENT_NONE;
    if (place == DOCUMENT_NONE)
        return;
    event->place_mention = coder->scene->mention[place];
    event->place_entity = coder->document->mentions[event->place_mention].entities[0];
}

/* ---- events -------------------------------------------------------------------------------------------------- */

static bool code__is_supply(enum event_type type)
{
    return type == EVENT_AID || type == EVENT_COOPERATE || type == EVENT_MOBILIZE;
}

/* Does a noun of the demand name arms, or that they be brought or made: "verlangt Raketen", "ruft zur Ausweitung der Produktion auf"? */
static bool code__names_supply(const struct scene *scene, const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const struct token_range phrase = tree_subtree(scene->document, argument->token);
        if (argument->slot.function != FUNCTION_AKK && argument->slot.function != FUNCTION_PP)
            continue;
        if (argument->slot.function == FUNCTION_AKK && scene->document->token_item[argument->token] != DOCUMENT_NONE)
            return true;
        for (uint32_t at = phrase.first; at < phrase.first + phrase.count; at++)
            if (match_noun_has_type(scene, at, EVENT_AID) || match_noun_has_type(scene, at, EVENT_COOPERATE) || match_noun_has_type(scene, at, EVENT_MOBILIZE))
                return true;
    }
    return false;
}

/* Arms are asked for where help is asked, or a demand is about bringing or making them: not in "forderte auf, die Waffen niederzulegen". */
static bool code__is_about_items(const struct scene *scene, const struct candidate *candidate, const struct event *event)
{
    for (size_t i = 0; i < candidate->items.count; i++)
        if (scene->document->items[candidate->items.items[i]].quantity != DOCUMENT_NONE)
            return true;             /* how many is told because the demand is about them */
    if (event->type == EVENT_SUPPORT)
        return false;
    return event->type != EVENT_REQUEST || candidate->match.frame->roles[ROLE_ITEM].count || code__is_supply(candidate->content) ||
           (event->mode_count && strcmp(event->modes[0], "assist") == 0) ||
           (candidate->content == EVENT_TYPE_COUNT && code__names_supply(scene, candidate));
}

/* "forderte Japan auf, keine Waffen an das Militär zu liefern" */
static bool code__asks_not_to(const struct scene *scene, const struct candidate *candidate)
{
    for (size_t i = 0; candidate->match.frame->type == EVENT_REQUEST && i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        struct arguments own;
        if ((argument->slot.function != FUNCTION_INF && argument->slot.function != FUNCTION_DASS) || argument->weak || !scene->verb_lemma[argument->token])
            continue;
        arguments_of_verb(scene, argument->token, &own);
        if (arguments_has(&own, FUNCTION_NEG))
            return true;
    }
    return false;
}

/* "sagte zu, kein Waffenembargo zu verhängen", "forderte, die Waffen zu beschlagnahmen": what is to be barred or seized is not what is promised or asked. */
static bool code__bars_items(const struct candidate *candidate)
{
    const enum event_type type = candidate->match.frame->type;
    const bool words = type == EVENT_AGREE || type == EVENT_REQUEST || type == EVENT_REJECT || type == EVENT_CONCEDE;
    return words && (candidate->content == EVENT_SANCTION || candidate->content == EVENT_COERCE);
}

static bool code__parties(const struct coder *coder, const struct candidate *candidate, struct event *event)
{
    bool done = true;
    event->actors = code__copy(coder, candidate->actors.items, candidate->actors.count, sizeof *event->actors, &done);
    event->recipients = code__copy(coder, candidate->recipients.items, candidate->recipients.count, sizeof *event->recipients, &done);
    event->items = code__copy(coder, candidate->items.items, candidate->items.count, sizeof *event->items, &done);
    event->actor_count = candidate->actors.count;
    event->recipient_count = candidate->recipients.count;
    const bool about = candidate->items.count && code__is_about_items(coder->scene, candidate, event) && !code__bars_items(candidate) &&
                       !code__asks_not_to(coder->scene, candidate);
    event->item_count = about ? candidate->items.count : 0;
    return done;
}

/* "stimmt nicht zu", "will nicht zustimmen" is a refusal that took place: the frame that asks for a negation has told it. */
static void code__tell_negation(const struct scene *scene, const struct candidate *candidate, struct event *event)
{
    const struct frame *const frame = candidate->match.frame;
    for (size_t i = 0; i < frame->condition_count; i++) {
        if (frame->conditions[i].slot.function != FUNCTION_NEG)
            continue;
        event->aux = (uint8_t)(event->aux & ~AUX_NEGATION);
        event->factuality = event->factuality == FACTUALITY_CT_MINUS   ? FACTUALITY_CT_PLUS
                            : event->factuality == FACTUALITY_PR_MINUS ? FACTUALITY_PR_PLUS
                            : event->factuality == FACTUALITY_PS_MINUS ? FACTUALITY_PS_PLUS : event->factuality;
        if (frame->type == EVENT_REJECT && event->factuality == FACTUALITY_UU && !(event->aux & AUX_HYPOTHETICAL) &&
            modal_plans(scene, candidate->token)) {
            event->aux = (uint8_t)(event->aux & ~AUX_FUTURE);
            event->factuality = FACTUALITY_CT_PLUS;
        }
    }
}

/* "werde angemessen antworten": the threat was made; what someone merely wants is none yet. */
static void code__tell_future(const struct document *document, const struct candidate *candidate, struct event *event)
{
    const struct frame *const frame = candidate->match.frame;
    for (size_t i = 0; i < frame->condition_count; i++)
        if (frame->conditions[i].slot.function == FUNCTION_FUT && (said_by_actor(frame) || tree_modal(document, candidate->token) == DOCUMENT_NONE))
            event->factuality = FACTUALITY_CT_PLUS;
}

/* "lehnte die Forderung ab": the demand was made. */
static bool code__is_refused(const struct candidates *candidates, const struct scene *scene, const struct candidate *candidate)
{
    const uint32_t head = tree_head(scene->document, candidate->token);
    const uint32_t above = head == DOCUMENT_NONE ? DOCUMENT_NONE : candidates->of_token[head];
    return candidate->match.frame->kind == FRAME_NOUN && content_is_act_of_words(candidate->match.frame->type) &&
           above != DOCUMENT_NONE && candidates->items[above].match.frame->type == EVENT_REJECT;
}

/* "Bei ihrem Besuch sagte sie Hilfe zu", "forderte nach dem Treffen": during or after what something is promised or asked is no part of it. */
static const struct stance *code__stance(const struct scene *scene, const struct candidate *candidate)
{
    const struct stance *const own = &scene->document->token_stance[candidate->token];
    const uint32_t verb = tree_head(scene->document, candidate->token);
    const char *const preposition =
        candidate->match.frame->kind == FRAME_NOUN && verb != DOCUMENT_NONE && scene->verb_lemma[verb] ? arguments_preposition(scene, candidate->token) : NULL;
    if (!preposition || !(knowledge_preposition(scene->knowledge, preposition) & (PREPOSITION_OCCASION | PREPOSITION_DURING)) ||
        !(own->factuality == FACTUALITY_UU || (own->aux & AUX_FUTURE)))
        return own;
    const struct stance *const told = &scene->document->token_stance[verb];
    return told->factuality == FACTUALITY_CT_PLUS && !(told->aux & AUX_FUTURE) ? told : own;
}

static bool code__event(const struct coder *coder, const struct candidates *candidates, const struct candidate *candidate,
                        struct event *event)
{
    struct document *const document = coder->document;
    const struct frame *const frame = candidate->match.frame;
    const struct stance *const stance = code__stance(coder->scene, candidate);
    event->type = frame->type;
    event->trigger_token = candidate->token;
    event->sentence = document->tokens[candidate->token].sentence;
    event->statement = stance->statement;
    event->factuality = stance->factuality;
    event->aux = stance->aux;
    if (stance->plans && event->factuality == FACTUALITY_CT_PLUS &&
        (event->type == EVENT_AGREE || event->type == EVENT_CONCEDE || event->type == EVENT_THREATEN)) {
        event->factuality = FACTUALITY_UU;       /* "plant einen Besuch": wanted, not promised */
        event->aux |= AUX_FUTURE;
    }
    if (frame->kind == FRAME_MODAL) {            /* the speaker's own act of words is certain */
        event->factuality = FACTUALITY_CT_PLUS;
        event->aux = 0;
    }
    code__tell_negation(coder->scene, candidate, event);
    code__tell_future(document, candidate, event);
    if (code__is_refused(candidates, coder->scene, candidate) && event->factuality == FACTUALITY_CT_MINUS) {
        event->factuality = FACTUALITY_CT_PLUS;
        event->aux &= (uint8_t)~AUX_NEGATION;
    }
    event->why_frame = frame->id;
    event->why_attribution = stance->statement != DOCUMENT_NONE ? document->statements[stance->statement].why : stance->why[0];
    if (!mode_set(coder->scene, candidates, candidate, event, coder->error) || !code__trigger(coder, candidate, event) || !code__parties(coder, candidate, event) ||
        !code__sources(coder, candidate, event))
        return false;
    when_set(coder->scene, candidate->token, event);
    shift_type(coder->scene, candidate, event);
    when_said(document, event);
    code__place(coder, candidates, candidate, event);
    code__said(document, event);
    event->evidence = code__evidence(document, candidate);
    return confidence_set(coder->scene, candidate, event, coder->error);
}

bool event_find(struct document *document, const struct event_knowledge *knowledge, struct scene *scene, struct laut_error *error)
{
    struct candidates candidates;
    document->events = NULL;
    document->event_count = 0;
    if (!scene_open(scene, document, knowledge, error) || !candidates_find(scene, document->arena, &candidates, error) ||
        !likely_fill(scene, &candidates, document->arena, error))
        return false;
    document->events = arena_take(document->arena, candidates.count + 1, sizeof *document->events, error);
    if (!document->events)
        return false;
    const struct coder coder = {document, scene, error};
    for (size_t i = 0; i < candidates.count; i++) {
        if (candidates.items[i].dropped)
            continue;
        if (!code__event(&coder, &candidates, &candidates.items[i], &document->events[document->event_count]))
            return false;
        document->event_count++;
    }
    return true;
}

bool event_code(struct document *document, const struct event_knowledge *knowledge, struct laut_error *error)
{
    struct scene scene;
    if (!event_find(document, knowledge, &scene, error) || !incident_number(&scene, document->events, document->event_count, error))
        return false;
    mode_settle(document->events, document->event_count);
    place_settle(&scene, document->events, document->event_count);
    when_settle(document, document->events, document->event_count);
    return true;
}
