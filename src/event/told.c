/* event/told.c: looks among the acts told before a reaction, the latest first, for whoever it may concern. */
#include "event/told.h"

#include "event/implicit.h"
#include "event/side.h"

#include <string.h>

/* ---- what an earlier act is to the reaction ------------------------------------------------------------------------ */

bool told_is_reaction(enum event_type type)
{
    return type == EVENT_ACCUSE || type == EVENT_SUPPORT || type == EVENT_REJECT;
}

static uint32_t told__distance(const struct reaction *reaction, const struct candidate *earlier)
{
    const struct token *const tokens = reaction->scene->document->tokens;
    return tokens[reaction->candidate->token].sentence - tokens[earlier->token].sentence;
}

bool told_is_own(const struct reaction *reaction, const struct role_parties *parties)
{
    return side_are_one(parties, &reaction->candidate->actors);
}

static bool told__is_done(const struct reaction *reaction, const struct candidate *earlier, uint32_t types)
{
    const struct document *const document = reaction->scene->document;
    const enum paragraph_kind kind = document->sentences[document->tokens[earlier->token].sentence].kind;
    return (kind == PARAGRAPH_BODY || kind == PARAGRAPH_LEAD) && !earlier->bare && earlier->type != EVENT_TYPE_COUNT &&
           (types & UINT32_C(1) << earlier->type) && earlier->actors.count;
}

/* Who did an act of force that the earlier act answers: "Minsk verhaftete … Litauen wies Diplomaten aus … Berlin zeigte sich empört" is about Minsk.
 * NULL: it answers nobody, or those who react now. */
static const struct role_parties *told__answered(const struct reaction *reaction, const struct candidate *earlier)
{
    const uint32_t answers = TOLD_TYPE(SANCTION) | TOLD_TYPE(THREATEN) | TOLD_TYPE(REJECT) | TOLD_TYPE(PROTEST);
    const uint32_t force = TOLD_TYPE(ASSAULT) | TOLD_TYPE(COERCE) | TOLD_TYPE(MOBILIZE);
    const bool own = told_is_own(reaction, &earlier->recipients) || (side_are_of_state(&reaction->candidate->actors) &&
                                                                     side_share_country(&earlier->recipients, &reaction->candidate->actors));
    if (!(answers & UINT32_C(1) << earlier->type) || !earlier->recipients.count || own)
        return NULL;
    for (const struct candidate *cause = earlier; cause-- > reaction->candidates->items;)
        if (told__is_done(reaction, cause, force) && strcmp(cause->actors.items[0].code, earlier->recipients.items[0].code) == 0 &&
            cause->actors.items[0].code[0] && !told_is_own(reaction, &cause->actors))
            return &cause->actors;
    return NULL;
}

/* ---- by what was done ---------------------------------------------------------------------------------------------- */

const struct role_parties *told_last(const struct reaction *reaction, uint32_t types, uint32_t sentences)
{
    for (size_t i = reaction->index; i-- > 0;) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        if (told__distance(reaction, earlier) > sentences)
            return NULL;
        const bool own = told_is_own(reaction, &earlier->actors) ||
                         (earlier->type == EVENT_MOBILIZE && side_share_country(&earlier->actors, &reaction->candidate->actors));      /* "die Russen übten" */
        if (!told__is_done(reaction, earlier, types) || own)
            continue;
        const struct role_parties *const answered = told__answered(reaction, earlier);
        return answered ? answered : &earlier->actors;
    }
    return NULL;
}

const struct role_parties *told_target(const struct reaction *reaction)
{
    const uint32_t force = TOLD_TYPE(MOBILIZE) | TOLD_TYPE(COERCE) | TOLD_TYPE(ASSAULT), answers = TOLD_TYPE(SANCTION) | TOLD_TYPE(THREATEN) | TOLD_TYPE(ACCUSE);
    for (size_t i = reaction->index; i-- > 0;) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        if (told__distance(reaction, earlier) > TOLD_SENTENCES_OF_NOTHING)
            return NULL;
        if (!told__is_done(reaction, earlier, force | answers) || told_is_own(reaction, &earlier->actors))
            continue;
        if (told__is_done(reaction, earlier, force) || told_is_own(reaction, &earlier->recipients))
            return &earlier->actors;
        if (earlier->recipients.count)
            return &earlier->recipients;
    }
    return NULL;
}

const struct role_parties *told_first(const struct reaction *reaction, uint32_t types)
{
    for (size_t i = 0; i < reaction->index; i++) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        if (!told__is_done(reaction, earlier, types))
            continue;
        if (!told_is_own(reaction, &earlier->actors))
            return &earlier->actors;
        if (reaction->candidate->type == EVENT_SUPPORT)
            return NULL;
    }
    return NULL;
}

/* Does nobody in the report say that such an act was another's? */
static bool told__is_undisputed(const struct reaction *reaction, const struct candidate *told)
{
    for (size_t i = 0; i < reaction->index; i++) {
        const struct candidate *const other = &reaction->candidates->items[i];
        if (other->type == told->type && other->actors.count &&
            (!side_overlap(&other->actors, &told->actors, false) || reaction->scene->document->token_stance[other->token].factuality == FACTUALITY_CT_MINUS))
            return false;
    }
    return !told->accuser;
}

/* Planned, feared or denied acts are not what a noun for an act done means. */
static bool told__took_place(const struct reaction *reaction, const struct candidate *earlier)
{
    const enum factuality factuality = reaction->scene->document->token_stance[earlier->token].factuality;
    return factuality != FACTUALITY_UU && factuality != FACTUALITY_CT_MINUS;
}

/* Does the report say it, or the source of the reaction, or those who react themselves? */
static bool told__is_believed(const struct reaction *reaction, const struct candidate *earlier)
{
    const struct document *const document = reaction->scene->document;
    const uint32_t statement = document->token_stance[earlier->token].statement;
    if (implicit_is_agreed(reaction->scene, earlier, reaction->candidate))
        return true;
    if (earlier->accuser || statement == DOCUMENT_NONE || document->statements[statement].entity == DOCUMENT_NONE)
        return false;
    const struct party teller = roles_party(document, document->statements[statement].entity, (struct span){0, 0});
    return side_has(&reaction->candidate->actors, &teller, false) || side_has(&earlier->actors, &teller, false);      /* whoever says it of himself */
}

const struct role_parties *told_named(const struct reaction *reaction, uint32_t types, const struct frame *like)
{
    for (size_t i = reaction->index; i-- > 0;) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        if (told__distance(reaction, earlier) > TOLD_SENTENCES)
            return NULL;
        if ((like && !frame_is_alike(earlier->match.frame, like)) || !told__took_place(reaction, earlier))
            continue;
        const bool done = told__is_done(reaction, earlier, types), own = done && told_is_own(reaction, &earlier->actors);
        if (own && reaction->candidate->type != EVENT_ACCUSE)
            return NULL;
        if (done && !own && told__is_believed(reaction, earlier))
            return &earlier->actors;
        if (done && !own && earlier->type == EVENT_ASSAULT)
            return told__is_undisputed(reaction, earlier) ? &earlier->actors : NULL;
    }
    return NULL;
}

const struct role_parties *told_last_body(const struct reaction *reaction, enum anaphor anaphor)
{
    for (size_t i = reaction->index; i-- > 0;) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        const struct party *const doer = &earlier->actors.items[0];
        if (told__distance(reaction, earlier) > TOLD_SENTENCES)
            return NULL;
        if (told__is_done(reaction, earlier, ~TOLD_TYPE(CONSULT)) &&
            (anaphor == ANAPHOR_VERDICT ? doer->sector == SECTOR_JUD
             : anaphor == ANAPHOR_LAW   ? doer->sector == SECTOR_LEG
                                        : strcmp(doer->code, "IGO") == 0))
            return &earlier->actors;
    }
    return NULL;
}

const struct role_parties *told_of_pronoun(const struct reaction *reaction, bool personal)
{
    for (size_t i = reaction->index; i-- > 0;) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        const struct role_parties *const meant = told_is_reaction(earlier->type) ? &earlier->recipients : &earlier->actors;
        if (told__distance(reaction, earlier) > TOLD_SENTENCES_OF_WORDS)
            return NULL;
        if (earlier->match.frame->kind == FRAME_NOUN || !meant->count || told_is_own(reaction, meant))
            continue;
        return personal && !told_is_reaction(earlier->type) && reaction->candidate->type == EVENT_REJECT ? NULL : meant;
    }
    return NULL;
}

/* ---- by what it has to do with those who react --------------------------------------------------------------------- */

const struct role_parties *told_helper(const struct reaction *reaction)
{
    const uint32_t types = TOLD_TYPE(AID) | TOLD_TYPE(AGREE) | TOLD_TYPE(COOPERATE) | TOLD_TYPE(SUPPORT) | TOLD_TYPE(RETREAT);
    for (size_t i = reaction->index; reaction->candidate->type == EVENT_SUPPORT && i-- > 0;) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        if (told__distance(reaction, earlier) > TOLD_SENTENCES)
            return NULL;
        if (told__is_done(reaction, earlier, types) && !told_is_own(reaction, &earlier->actors) &&
            side_overlap(&earlier->recipients, &reaction->candidate->actors, false))
            return &earlier->actors;
    }
    return NULL;
}

const struct role_parties *told_applicant(const struct reaction *reaction)
{
    for (size_t i = reaction->index; i-- > 0;) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        if (told__is_done(reaction, earlier, TOLD_TYPE(AGREE) | TOLD_TYPE(REQUEST) | TOLD_TYPE(SUPPORT)) && earlier->recipients.count &&
            strcmp(earlier->recipients.items[0].code, "IGO") == 0 && !side_overlap(&earlier->actors, &reaction->candidate->actors, false))
            return &earlier->actors;
    }
    return NULL;
}

const struct role_parties *told_accuser(const struct reaction *reaction)
{
    for (size_t i = reaction->index; i-- > 0;) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        if (told__distance(reaction, earlier) > TOLD_SENTENCES_OF_NOTHING)
            return NULL;
        if (told__is_done(reaction, earlier, TOLD_TYPE(ACCUSE) | TOLD_TYPE(REQUEST)) && !told_is_own(reaction, &earlier->actors) &&
            told_is_own(reaction, &earlier->recipients))
            return &earlier->actors;
        if (told__is_done(reaction, earlier, TOLD_TYPE(ACCUSE)) && told_is_own(reaction, &earlier->actors) && earlier->recipients.count &&
            !told_is_own(reaction, &earlier->recipients))
            return &earlier->recipients;
    }
    return NULL;
}

const struct role_parties *told_blamed(const struct reaction *reaction)
{
    for (size_t i = reaction->index; i-- > 0;) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        if (told__distance(reaction, earlier) > 1)
            return NULL;
        if (told__is_done(reaction, earlier, TOLD_TYPE(ACCUSE) | TOLD_TYPE(SANCTION)) && earlier->recipients.count &&
            !told_is_own(reaction, &earlier->recipients))
            return &earlier->recipients;
    }
    return NULL;
}

const struct role_parties *told_holder(const struct reaction *reaction)
{
    const struct candidate *const candidate = reaction->candidate;
    const size_t object = match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_AKK, NULL}, 0);
    const uint32_t noun = object == SIZE_MAX ? DOCUMENT_NONE : candidate->arguments.items[object].token;
    if (noun == DOCUMENT_NONE || !match_noun_has_mode(reaction->scene, noun, "release"))
        return NULL;
    for (size_t i = reaction->index; i-- > 0;) {
        const struct candidate *const earlier = &reaction->candidates->items[i];
        const struct frame *const frame = earlier->match.frame;
        if (told__distance(reaction, earlier) > TOLD_SENTENCES)
            return NULL;
        if (told__is_done(reaction, earlier, TOLD_TYPE(COERCE) | TOLD_TYPE(ASSAULT)) && !told_is_own(reaction, &earlier->actors) &&
            (frame_has_mode(frame, "arrest") || frame_has_mode(frame, "seize") || frame_has_mode(frame, "abduct")))
            return &earlier->actors;
    }
    return NULL;
}
