/* event/likely.c: a role that is told by no word beside the trigger and by no other act without doubt (event/implicit.c) may still be
 * clear to the reader. Each country c that the report speaks of, and nobody, has features f; with points w of event/likely.tsv
 *     p(c) = exp(sum of w(f of c) / 100) / sum over all options o of exp(sum of w(f of o) / 100)
 * a conditional logit (McFadden 1974), fitted by tools/calibrate-parties to coded reports. The likeliest country is taken where
 * it reaches LIKELY_LEAST and nobody is not ahead of it by LIKELY_NOBODY_AHEAD. It is named after who did the same before, a body near by that
 * acts or suffers so, or the country itself, never after a person; where there is no such name the role stays empty, and so does that of who
 * gives or gets goods. */
#include "event/likely.h"

#include "event/clash.h"
#include "event/content.h"
#include "event/likely_features.h"
#include "event/reaction.h"
#include "event/side.h"
#include "event/promise.h"

#include <math.h>
#include <string.h>

static const double LIKELY_LEAST = 0.3, LIKELY_NOBODY_AHEAD = 1.25;

/* ---- options ---------------------------------------------------------------------------------------------------- */

/* How good a mention is as the name of the side that its country stands for: armed bodies, courts and crowds that act or suffer so near by,
 * then the country itself, then its authorities near by; 0: no name for it. A person is none: which one it was is not told. */
static unsigned likely__rank_of(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role,
                                const struct likely_mention *mention)
{
    const struct entity *const entity = &likely->scene->document->entities[mention->entity];
    const bool body = entity->kind == ENTITY_ORGANISATION || entity->kind == ENTITY_GROUP;
    const bool near = likely_distance(likely, candidate, mention) <= LIKELY_LAST;
    if (roles_have(likely_role(candidate, likely_other(role)), mention->entity))
        return 0;
    if (entity->kind == ENTITY_COUNTRY)
        return 2;
    if (!body || !near || !likely_fits(likely, mention, role, candidate->type))
        return 0;
    return entity->sector == SECTOR_GOV || entity->sector == SECTOR_PTY || entity->sector == SECTOR_LEG ? 1 : 3;
}

/* By which mention the country would be named; SIZE_MAX: by none. *another: someone of it is not the other side. */
static size_t likely__name(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role, uint32_t country, bool *another)
{
    unsigned best = 0;
    size_t name = SIZE_MAX;
    *another = false;
    for (size_t i = 0; i < likely->report.mention_count; i++) {
        const struct likely_mention *const mention = &likely->report.mentions[i];
        if (mention->country != country)
            continue;
        const unsigned rank = likely__rank_of(likely, candidate, role, mention);
        *another = *another || !roles_have(likely_role(candidate, likely_other(role)), mention->entity);
        if (rank && rank >= best) {
            best = rank;
            name = i;
        }
    }
    return name;
}

static void likely__weigh(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role, struct likely_options *options)
{
    double sum = 0;
    for (size_t i = 0; i < options->count; i++) {
        const float points = likely_points_sum(likely->scene->knowledge->likely, role, candidate->type, options->items[i].features);
        options->items[i].probability = exp((double)points / 100);
        sum += options->items[i].probability;
    }
    for (size_t i = 0; i < options->count; i++)
        options->items[i].probability /= sum;
}

bool likely_open(const struct scene *scene, const struct candidates *candidates, struct arena *arena, struct likely *likely, struct laut_error *error)
{
    *likely = (struct likely){.scene = scene, .candidates = candidates};
    return likely_report_open(scene, arena, &likely->report, error);
}

/* "löste Kritik aus": the subject of the light verb is no critic, and who they are is left open. */
static bool likely__is_caused(const struct frame *frame)
{
    return frame->kind == FRAME_LIGHT && frame->noun_slot.function == FUNCTION_AKK &&
           !frame_looks_in(frame, ROLE_ACTOR, (struct frame_slot){FUNCTION_NOM, NULL});
}

/* "rief zu einer Demonstration auf": everybody. */
static bool likely__asks_to_protest(const struct likely *likely, const struct candidate *candidate)
{
    for (size_t i = 0; candidate->type == EVENT_REQUEST && i < candidate->arguments.count; i++)
        if (candidate->arguments.items[i].slot.function == FUNCTION_PP && arguments_is_noun(likely->scene, candidate->arguments.items[i].token) &&
            match_noun_has_type(likely->scene, candidate->arguments.items[i].token, EVENT_PROTEST))
            return true;
    return false;
}

/* "verurteilte den Anschlag", of which nobody knows whose it was: not who suffered it. */
static bool likely__blames_unknown(const struct likely *likely, const struct candidate *candidate)
{
    const size_t object = match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_AKK, NULL}, 0);
    const uint32_t told = candidate->type == EVENT_ACCUSE ? reaction_matter(likely->scene, candidate) : DOCUMENT_NONE;
    const uint32_t matter = object != SIZE_MAX && candidate->arguments.items[object].token == told ? told : DOCUMENT_NONE;      /* not "sprach von …" */
    const uint32_t act = matter == DOCUMENT_NONE ? DOCUMENT_NONE : likely->candidates->of_token[matter];
    const char *const word = matter == DOCUMENT_NONE ? NULL : likely->scene->document->tokens[matter].lemma;
    return (act != DOCUMENT_NONE && likely->candidates->items[act].type == EVENT_ASSAULT) ||
           (word && knowledge_anaphor(likely->scene->knowledge, word) == ANAPHOR_ATTACK);
}

/* Talks, the raising of forces and calls for protest have no side that suffers them unless words tell. */
static bool likely__is_one_sided(const struct likely *likely, enum frame_role_name role, const struct candidate *candidate)
{
    if (role != ROLE_RECIPIENT)
        return clash_leaves_open(likely->scene, likely->candidates, candidate) || likely__is_caused(candidate->match.frame);
    return frame_is_closed(candidate->match.frame) || clash_is(likely->scene, candidate) || candidate->type == EVENT_CONSULT || candidate->type == EVENT_MOBILIZE || likely__asks_to_protest(likely, candidate) ||
           likely__blames_unknown(likely, candidate) || content_is_to_somebody(likely->scene, candidate);
}

bool likely_options(const struct likely *likely, size_t index, enum frame_role_name role, struct likely_options *options)
{
    const struct candidate *const candidate = &likely->candidates->items[index];
    if (candidate->dropped || candidate->type == EVENT_TYPE_COUNT || likely__is_one_sided(likely, role, candidate) ||
        likely_role(candidate, role)->count)
        return false;
    struct likely_view view;
    likely_view_open(likely, index, role, &view);
    options->same = view.same;
    options->count = 1;
    options->items[0] = (struct likely_option){"", likely_nobody_features(&view), 0, SIZE_MAX};
    for (uint32_t country = 0; country < likely->report.country_count && options->count < LIKELY_OPTIONS_MOST; country++) {
        const char *const code = likely->report.countries[country].code;
        bool another;
        const size_t name = likely__name(likely, candidate, role, country, &another);
        if (another && !likely_is_out(&view, country))
            options->items[options->count++] = (struct likely_option){code, likely_country_features(&view, country), 0, name};
    }
    likely__weigh(likely, candidate, role, options);
    return true;
}

/* ---- filling ---------------------------------------------------------------------------------------------------- */

/* The likeliest, NULL where that is nobody or not likely enough. somebody: it is not asked whether anyone is told. */
static const struct likely_option *likely__best(const struct likely_options *options, bool somebody)
{
    const double nobody = somebody ? 0 : options->items[0].probability, rest = somebody ? 1 - options->items[0].probability : 1;
    const struct likely_option *best = NULL;
    for (size_t i = 1; i < options->count; i++)
        if (!best || options->items[i].probability > best->probability)
            best = &options->items[i];
    return best && best->probability >= LIKELY_LEAST * rest && LIKELY_NOBODY_AHEAD * best->probability > nobody ? best : NULL;
}

struct likely_choice {
    bool taken;
    struct party party;
    uint32_t token;
};

/* A country that is named alone: its government, or its people where they act and suffer. */
static enum sector likely__sector_of_country(enum frame_role_name role, enum event_type type)
{
    const bool people = role == ROLE_ACTOR ? type == EVENT_PROTEST : type == EVENT_COERCE || type == EVENT_ASSAULT;
    return people ? SECTOR_CVL : SECTOR_GOV;
}

static bool likely__acts_as_other(const struct candidate *candidate, enum frame_role_name role, const struct party *party)
{
    return side_has(likely_role(candidate, likely_other(role)), party, true);
}

/* Who did or suffered the last act of the same type, if it is of that country. */
static bool likely__choose_same(const struct likely_options *options, const struct candidate *candidate, enum frame_role_name role, const char *code,
                                struct likely_choice *choice)
{
    const struct role_parties *const parties = options->same ? likely_role(options->same, role) : NULL;
    for (size_t i = 0; parties && i < parties->count; i++)
        if (strcmp(parties->items[i].code, code) == 0 && !likely__acts_as_other(candidate, role, &parties->items[i])) {
            *choice = (struct likely_choice){true, parties->items[i], parties->tokens[i]};
            return true;
        }
    return false;
}

/* Would the act be a transfer of goods? Who gives or gets them is told or left open: a guess would stand in the ledger. */
static bool likely__is_transfer(const struct candidate *candidate)
{
    return candidate->items.count > 0 && (candidate->type == EVENT_AID || candidate->type == EVENT_AGREE);
}

/* "In Tiflis demonstrierten Tausende", "erhielt eine Haftstrafe": somebody protests, a court convicts, only of which country is not told. */
static bool likely__is_somebody(const struct candidate *candidate, enum frame_role_name role)
{
    return role == ROLE_ACTOR && (candidate->type == EVENT_PROTEST || frame_has_mode(candidate->match.frame, "convict"));
}

static void likely__choose(const struct likely *likely, size_t index, enum frame_role_name role, struct likely_choice *choice)
{
    const struct document *const document = likely->scene->document;
    struct likely_options options;
    const struct candidate *const candidate = &likely->candidates->items[index];
    if (likely__is_transfer(candidate) || !likely_options(likely, index, role, &options))
        return;
    const struct likely_option *const best = likely__best(&options, likely__is_somebody(candidate, role));
    if (!best || likely__choose_same(&options, candidate, role, best->code, choice) || best->mention == SIZE_MAX)
        return;
    const struct likely_mention *const mention = &likely->report.mentions[best->mention];
    *choice = (struct likely_choice){true, roles_party(document, mention->entity, document->mentions[mention->mention].span), mention->token};
    if (document->entities[mention->entity].kind == ENTITY_COUNTRY)
        choice->party.sector = likely__sector_of_country(role, candidate->type);
}

static void likely__take(struct candidate *candidate, enum frame_role_name role, const struct likely_choice *choice)
{
    struct role_parties *const parties = role == ROLE_ACTOR ? &candidate->actors : &candidate->recipients;
    if (!choice->taken || roles_have(likely_role(candidate, likely_other(role)), choice->party.entity))
        return;
    parties->items[0] = choice->party;
    parties->items[0].guessed = true;
    parties->tokens[0] = choice->token;
    parties->count = 1;
    *(role == ROLE_ACTOR ? &candidate->actor_path : &candidate->recipient_path) = PATH_LIKELY;
}

/* All are judged by what was told before any is filled. */
bool likely_fill(const struct scene *scene, struct candidates *candidates, struct arena *arena, struct laut_error *error)
{
    struct likely likely;
    struct likely_choice *const choices = arena_take(arena, 2 * candidates->count + 1, sizeof *choices, error);
    if (!choices || !likely_open(scene, candidates, arena, &likely, error))
        return false;
    for (size_t i = 0; i < 2 * candidates->count; i++)
        likely__choose(&likely, i / 2, i % 2 ? ROLE_RECIPIENT : ROLE_ACTOR, &choices[i]);
    for (size_t i = 0; i < 2 * candidates->count; i++)
        likely__take(&candidates->items[i / 2], i % 2 ? ROLE_RECIPIENT : ROLE_ACTOR, &choices[i]);
    for (size_t i = 0; i < candidates->count; i++)
        promise_leave(scene, &candidates->items[i]);
    return true;
}
