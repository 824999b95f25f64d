/* event/likely.c: a role that is told by no word beside the trigger and by no other act without doubt (event/implicit.c) may still be
 * clear to the reader. Each country c that the report speaks of, and nobody, has features f; with points w of event/likely.tsv
 *     p(c) = exp(sum of w(f of c) / 100) / sum over all options o of exp(sum of w(f of o) / 100)
 * a conditional logit (McFadden 1974), fitted by tools/calibrate-parties to coded reports. A country is taken where it is likelier than
 * LIKELY_LEAST_… (to call one an attacker takes most). It is named after who did the same before, a body near by that acts or suffers so,
 * or the country itself, never after a person; where there is no such name the role stays empty, and so does that of who gives or gets goods. */
#include "event/likely.h"

#include "event/place.h"
#include "event/side.h"
#include "parse/tree.h"

#include <math.h>
#include <string.h>

static const double LIKELY_LEAST_ACTOR = 0.6, LIKELY_LEAST_RECIPIENT = 0.6, LIKELY_LEAST_ATTACKER = 0.75;

enum { LIKELY_NEAR_SENTENCES = 5, LIKELY_SAME_ACT_SENTENCES = 12, LIKELY_SAME_ROLE_SENTENCES = 3, LIKELY_MANY_COUNTRIES = 4 };

static uint64_t likely__bit(enum likely_feature feature)
{
    return UINT64_C(1) << feature;
}

/* ---- sectors ---------------------------------------------------------------------------------------------------- */

#define LIKELY_SECTOR(name) (UINT32_C(1) << SECTOR_##name)

/* Who does or suffers acts of a type: bits of sectors. */
static uint32_t likely__sectors(enum frame_role_name role, enum event_type type)
{
    const uint32_t armed = LIKELY_SECTOR(MIL) | LIKELY_SECTOR(REB) | LIKELY_SECTOR(PRM) | LIKELY_SECTOR(UAF);
    const uint32_t rule = LIKELY_SECTOR(GOV) | LIKELY_SECTOR(LEG) | LIKELY_SECTOR(PTY) | LIKELY_SECTOR(OPP);
    const uint32_t people = LIKELY_SECTOR(CVL) | LIKELY_SECTOR(OPP) | LIKELY_SECTOR(SOC) | LIKELY_SECTOR(REL) | LIKELY_SECTOR(LAB) | LIKELY_SECTOR(EDU);
    switch (type) {
    case EVENT_COERCE:
        return role == ROLE_ACTOR ? LIKELY_SECTOR(COP) | LIKELY_SECTOR(GOV) | LIKELY_SECTOR(MIL) | LIKELY_SECTOR(JUD) | LIKELY_SECTOR(SPY)
                                  : people | LIKELY_SECTOR(REB) | LIKELY_SECTOR(CRM) | LIKELY_SECTOR(ELI);
    case EVENT_SANCTION:
        return role == ROLE_ACTOR ? LIKELY_SECTOR(JUD) | LIKELY_SECTOR(GOV) : rule | people | LIKELY_SECTOR(ELI) | LIKELY_SECTOR(REB);
    case EVENT_ASSAULT:
        return role == ROLE_ACTOR ? armed | LIKELY_SECTOR(COP) | LIKELY_SECTOR(CRM) : LIKELY_SECTOR(CVL) | armed | LIKELY_SECTOR(COP) | LIKELY_SECTOR(GOV);
    case EVENT_PROTEST:
        return role == ROLE_ACTOR ? people | LIKELY_SECTOR(PTY) : LIKELY_SECTOR(GOV);
    case EVENT_MOBILIZE:
    case EVENT_RETREAT:
        return role == ROLE_ACTOR ? armed | LIKELY_SECTOR(GOV) | LIKELY_SECTOR(COP) : rule | people;
    default:
        return rule;
    }
}

/* A country that is named alone: its government, or its people where they act and suffer. */
static enum sector likely__sector_of_country(enum frame_role_name role, enum event_type type)
{
    const bool people = role == ROLE_ACTOR ? type == EVENT_PROTEST : type == EVENT_COERCE || type == EVENT_ASSAULT;
    return people ? SECTOR_CVL : SECTOR_GOV;
}

static bool likely__fits(const struct likely *likely, const struct likely_mention *mention, enum frame_role_name role, enum event_type type)
{
    const struct entity *const entity = &likely->scene->document->entities[mention->entity];
    return entity->kind != ENTITY_COUNTRY && entity->sector != SECTOR_NONE && (likely__sectors(role, type) & UINT32_C(1) << entity->sector);
}

/* ---- parties told already --------------------------------------------------------------------------------------- */

static const struct role_parties *likely__role(const struct candidate *candidate, enum frame_role_name role)
{
    return role == ROLE_ACTOR ? &candidate->actors : &candidate->recipients;
}

static enum frame_role_name likely__other(enum frame_role_name role)
{
    return role == ROLE_ACTOR ? ROLE_RECIPIENT : ROLE_ACTOR;
}

static bool likely__have_code(const struct role_parties *parties, const char *code)
{
    for (size_t i = 0; i < parties->count; i++)
        if (strcmp(parties->items[i].code, code) == 0)
            return true;
    return false;
}

static uint32_t likely__sentence(const struct likely *likely, const struct candidate *candidate)
{
    return likely->scene->document->tokens[candidate->token].sentence;
}

/* The last act before with this role told; of the same type or any. NULL: none so near. */
static const struct candidate *likely__before(const struct likely *likely, size_t index, enum frame_role_name role, bool same_type, uint32_t sentences)
{
    const struct candidate *const candidate = &likely->candidates->items[index];
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &likely->candidates->items[i];
        if (likely__sentence(likely, candidate) - likely__sentence(likely, earlier) > sentences)
            return NULL;
        if (earlier->type != EVENT_TYPE_COUNT && (!same_type || earlier->type == candidate->type) && likely__role(earlier, role)->count)
            return earlier;
    }
    return NULL;
}

/* ---- features --------------------------------------------------------------------------------------------------- */

/* Where a mention stands, seen from the trigger: the smaller the nearer. */
static enum likely_feature likely__distance(const struct likely *likely, const struct candidate *candidate, const struct likely_mention *mention)
{
    const uint32_t here = likely__sentence(likely, candidate), there = likely->scene->document->tokens[mention->token].sentence;
    if (there > here)
        return LIKELY_LATER;
    switch (here - there) {
    case 0:
        return mention->subject ? LIKELY_OWN_SUBJECT : mention->token < candidate->token ? LIKELY_OWN_BEFORE : LIKELY_OWN_AFTER;
    case 1:
        return mention->subject ? LIKELY_LAST_SUBJECT : LIKELY_LAST;
    case 2:
        return LIKELY_SECOND_LAST;
    default:
        return here - there <= LIKELY_NEAR_SENTENCES ? LIKELY_NEAR : LIKELY_FAR;
    }
}

/* What the whole report says of a country. */
static uint64_t likely__report_features(const struct likely_report *report, uint32_t index)
{
    const struct likely_country *const country = &report->countries[index];
    uint64_t features = 0;
    features |= country->title ? likely__bit(LIKELY_TITLE) : 0;
    features |= country->beginning ? likely__bit(LIKELY_BEGINNING) : 0;
    features |= index == report->first ? likely__bit(LIKELY_MOST) : index == report->second ? likely__bit(LIKELY_SECOND_MOST) : 0;
    features |= 2 * country->mentions >= report->mention_count ? likely__bit(LIKELY_HALF) : 0;
    features |= report->country_count == 1 ? likely__bit(LIKELY_LONE) : 0;
    features |= index == report->scene ? likely__bit(LIKELY_SCENE) : 0;
    features |= strcmp(country->code, "IGO") == 0 || strcmp(country->code, "NGO") == 0 || strcmp(country->code, "MNC") == 0
                    ? likely__bit(LIKELY_INTERNATIONAL) : 0;
    return features;
}

/* The party that the governing clause's act is done by, or its subject. */
static bool likely__governs(const struct likely *likely, const struct candidate *candidate, const char *code)
{
    const struct document *const document = likely->scene->document;
    const uint32_t above = tree_governing_clause(document, candidate->token);
    const uint32_t subject = above == DOCUMENT_NONE ? DOCUMENT_NONE : tree_subject(document, above);
    const uint32_t act = above == DOCUMENT_NONE ? DOCUMENT_NONE : likely->candidates->of_token[above];
    if (act != DOCUMENT_NONE && likely__have_code(&likely->candidates->items[act].actors, code))
        return true;
    const uint32_t mention = subject == DOCUMENT_NONE ? DOCUMENT_NONE : likely->scene->mention[subject];
    return mention != DOCUMENT_NONE && document->mentions[mention].entity_count &&
           strcmp(likely_code(&document->entities[document->mentions[mention].entities[0]]), code) == 0;
}

static bool likely__speaks(const struct likely *likely, const struct candidate *candidate, const char *code)
{
    const struct document *const document = likely->scene->document;
    const uint32_t statement = document->token_stance[candidate->token].statement;
    return statement != DOCUMENT_NONE && document->statements[statement].entity != DOCUMENT_NONE &&
           strcmp(likely_code(&document->entities[document->statements[statement].entity]), code) == 0;
}

static bool likely__is_place_of(const struct likely *likely, const struct candidate *candidate, const char *code)
{
    const struct document *const document = likely->scene->document;
    const uint32_t place = place_find(likely->scene, likely->candidates, candidate);
    return place != DOCUMENT_NONE && likely->scene->mention[place] != DOCUMENT_NONE &&
           strcmp(document->entities[document->mentions[likely->scene->mention[place]].entities[0]].place_country, code) == 0;
}

/* What the acts told before and the trigger's own surroundings say of a country. */
static uint64_t likely__act_features(const struct likely *likely, size_t index, enum frame_role_name role, const char *code)
{
    const struct candidate *const candidate = &likely->candidates->items[index];
    const struct candidate *const same = likely__before(likely, index, role, true, LIKELY_SAME_ACT_SENTENCES);
    const struct candidate *const last = likely__before(likely, index, role, false, LIKELY_SAME_ROLE_SENTENCES);
    const struct candidate *const changed = likely__before(likely, index, likely__other(role), false, LIKELY_SAME_ROLE_SENTENCES);
    uint64_t features = 0;
    features |= likely__have_code(likely__role(candidate, likely__other(role)), code) ? likely__bit(LIKELY_OTHER_SIDE) : 0;
    features |= same && likely__have_code(likely__role(same, role), code) ? likely__bit(LIKELY_SAME_ACT) : 0;
    features |= last && likely__have_code(likely__role(last, role), code) ? likely__bit(LIKELY_SAME_ROLE) : 0;
    features |= changed && likely__have_code(likely__role(changed, likely__other(role)), code) ? likely__bit(LIKELY_CHANGED_ROLE) : 0;
    features |= likely__speaks(likely, candidate, code) ? likely__bit(LIKELY_SPEAKER) : 0;
    features |= likely__governs(likely, candidate, code) ? likely__bit(LIKELY_GOVERNOR) : 0;
    features |= likely__is_place_of(likely, candidate, code) ? likely__bit(LIKELY_PLACE) : 0;
    return features;
}

/* A companion stands in the role, but is no party that the report tells more of: "ein Sprengsatz explodierte". */
static bool likely__is_stranger(const struct candidate *candidate, enum frame_role_name role)
{
    const struct frame_role *const wanted = &candidate->match.frame->roles[role];
    for (size_t i = 0; i < wanted->count; i++)
        for (size_t j = 0; j < wanted->groups[i].count; j++)
            if (!wanted->groups[i].terms[j].has_inner &&
                match_argument(&candidate->arguments, wanted->groups[i].terms[j].slot, 0) != SIZE_MAX)
                return true;
    return false;
}

static uint64_t likely__nobody_features(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role)
{
    const struct frame *const frame = candidate->match.frame;
    uint64_t features = likely__bit(LIKELY_NOBODY);
    features |= frame->kind == FRAME_NOUN ? likely__bit(LIKELY_NOBODY_NOUN) : 0;
    features |= candidate->bare ? likely__bit(LIKELY_NOBODY_BARE) : 0;
    features |= frame->kind != FRAME_NOUN && arguments_is_passive(likely->scene, candidate->token) ? likely__bit(LIKELY_NOBODY_PASSIVE) : 0;
    features |= !likely__role(candidate, likely__other(role))->count ? likely__bit(LIKELY_NOBODY_LONE) : 0;
    features |= !frame->roles[role].count ? likely__bit(LIKELY_NOBODY_UNASKED) : 0;
    features |= likely__is_stranger(candidate, role) ? likely__bit(LIKELY_NOBODY_STRANGER) : 0;
    features |= likely->report.country_count >= LIKELY_MANY_COUNTRIES ? likely__bit(LIKELY_NOBODY_MANY) : 0;
    return features;
}

/* Who was just attacked is not who is blamed: "nach den Anschlägen von Madrid verurteilte Paris den Terror". */
static bool likely__is_victim(const struct likely *likely, size_t index, enum frame_role_name role, const char *code)
{
    const struct candidate *const candidate = &likely->candidates->items[index];
    for (size_t i = index; role == ROLE_RECIPIENT && candidate->type == EVENT_ACCUSE && i-- > 0;) {
        const struct candidate *const earlier = &likely->candidates->items[i];
        if (likely__sentence(likely, candidate) - likely__sentence(likely, earlier) > LIKELY_SAME_ROLE_SENTENCES)
            return false;
        if (earlier->type == EVENT_ASSAULT && likely__have_code(&earlier->recipients, code))
            return !likely__have_code(&earlier->actors, code);
    }
    return false;
}

/* "Beschuss aus dem Gazastreifen" hits somewhere else. */
static bool likely__is_own_ground(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role, const char *code)
{
    for (size_t i = 0; role == ROLE_RECIPIENT && candidate->type == EVENT_ASSAULT && i < candidate->actors.count; i++) {
        const struct party *const actor = &candidate->actors.items[i];
        const enum entity_kind kind = actor->entity == DOCUMENT_NONE ? ENTITY_NAME : likely->scene->document->entities[actor->entity].kind;
        if (kind == ENTITY_PLACE && strcmp(actor->code, code) == 0)
            return true;
    }
    return false;
}

/* ---- options ---------------------------------------------------------------------------------------------------- */


/* How good a mention is as the name of the side that its country stands for: armed bodies, courts and crowds that act or suffer so near by,
 * then the country itself, then its authorities near by; 0: no name for it. A person is none: which one it was is not told. */
static unsigned likely__rank_of(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role,
                                const struct likely_mention *mention)
{
    const struct entity *const entity = &likely->scene->document->entities[mention->entity];
    const bool body = entity->kind == ENTITY_ORGANISATION || entity->kind == ENTITY_GROUP;
    const bool near = likely__distance(likely, candidate, mention) <= LIKELY_LAST;
    if (roles_have(likely__role(candidate, likely__other(role)), mention->entity))
        return 0;
    if (entity->kind == ENTITY_COUNTRY)
        return 2;
    if (!body || !near || !likely__fits(likely, mention, role, candidate->type))
        return 0;
    return entity->sector == SECTOR_GOV || entity->sector == SECTOR_PTY || entity->sector == SECTOR_LEG ? 1 : 3;
}

/* The country's option, with where it is mentioned; false: only as the other side. */
static bool likely__look(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role, uint32_t country,
                         struct likely_option *option)
{
    enum likely_feature nearest = LIKELY_LATER;
    unsigned best = 0;
    bool another = false;
    for (size_t i = 0; i < likely->report.mention_count; i++) {
        const struct likely_mention *const mention = &likely->report.mentions[i];
        if (mention->country != country)
            continue;
        const enum likely_feature distance = likely__distance(likely, candidate, mention);
        const unsigned rank = likely__rank_of(likely, candidate, role, mention);
        nearest = distance < nearest ? distance : nearest;
        another = another || !roles_have(likely__role(candidate, likely__other(role)), mention->entity);
        if (likely__fits(likely, mention, role, candidate->type))
            option->features |= likely__bit(LIKELY_FIT) | (distance <= LIKELY_LAST ? likely__bit(LIKELY_FIT_NEAR) : 0);
        if (rank && rank >= best) {
            best = rank;
            option->mention = i;
        }
    }
    option->features |= likely__bit(nearest);
    return another;
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

/* Talks, and the raising of forces, have no side that suffers them unless words tell. */
static bool likely__is_one_sided(enum frame_role_name role, const struct candidate *candidate)
{
    return role == ROLE_RECIPIENT ? candidate->type == EVENT_CONSULT || candidate->type == EVENT_MOBILIZE : likely__is_caused(candidate->match.frame);
}

bool likely_options(const struct likely *likely, size_t index, enum frame_role_name role, struct likely_options *options)
{
    const struct candidate *const candidate = &likely->candidates->items[index];
    if (candidate->dropped || candidate->type == EVENT_TYPE_COUNT || likely__is_one_sided(role, candidate) ||
        likely__role(candidate, role)->count)
        return false;
    options->count = 1;
    options->items[0] = (struct likely_option){"", likely__nobody_features(likely, candidate, role), 0, SIZE_MAX};
    for (uint32_t country = 0; country < likely->report.country_count && options->count < LIKELY_OPTIONS_MOST; country++) {
        const char *const code = likely->report.countries[country].code;
        struct likely_option *const option = &options->items[options->count];
        *option = (struct likely_option){code, likely__report_features(&likely->report, country), 0, SIZE_MAX};
        if (!likely__look(likely, candidate, role, country, option) || likely__is_victim(likely, index, role, code) ||
            likely__is_own_ground(likely, candidate, role, code))
            continue;
        option->features |= likely__act_features(likely, index, role, code);
        options->count++;
    }
    likely__weigh(likely, candidate, role, options);
    return true;
}

/* ---- filling ---------------------------------------------------------------------------------------------------- */

/* The likeliest, NULL where that is nobody or not likely enough. */
static const struct likely_option *likely__best(const struct likely_options *options, double least)
{
    const struct likely_option *best = &options->items[0];
    for (size_t i = 1; i < options->count; i++)
        if (options->items[i].probability > best->probability)
            best = &options->items[i];
    return best->code[0] && best->probability >= least ? best : NULL;
}

struct likely_choice {
    bool taken;
    struct party party;
    uint32_t token;
};

static bool likely__acts_as_other(const struct candidate *candidate, enum frame_role_name role, const struct party *party)
{
    const struct role_parties *const others = likely__role(candidate, likely__other(role));
    for (size_t i = 0; i < others->count; i++)
        if (side_same(party, &others->items[i], true))
            return true;
    return false;
}

/* Who did or suffered the last act of the same type, if it is of that country. */
static bool likely__choose_same(const struct likely *likely, size_t index, enum frame_role_name role, const char *code, struct likely_choice *choice)
{
    const struct candidate *const candidate = &likely->candidates->items[index];
    const struct candidate *const same = likely__before(likely, index, role, true, LIKELY_SAME_ACT_SENTENCES);
    const struct role_parties *const parties = same ? likely__role(same, role) : NULL;
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

static void likely__choose(const struct likely *likely, size_t index, enum frame_role_name role, struct likely_choice *choice)
{
    const struct document *const document = likely->scene->document;
    const enum event_type type = likely->candidates->items[index].type;
    struct likely_options options;
    if (likely__is_transfer(&likely->candidates->items[index]))
        return;
    const double least = role == ROLE_RECIPIENT   ? LIKELY_LEAST_RECIPIENT
                         : type == EVENT_ASSAULT ? LIKELY_LEAST_ATTACKER : LIKELY_LEAST_ACTOR;
    const struct likely_option *const best = likely_options(likely, index, role, &options) ? likely__best(&options, least) : NULL;
    if (!best || likely__choose_same(likely, index, role, best->code, choice) || best->mention == SIZE_MAX)
        return;
    const struct likely_mention *const mention = &likely->report.mentions[best->mention];
    *choice = (struct likely_choice){true, roles_party(document, mention->entity, document->mentions[mention->mention].span), mention->token};
    if (document->entities[mention->entity].kind == ENTITY_COUNTRY)
        choice->party.sector = likely__sector_of_country(role, type);
}

static void likely__take(struct candidate *candidate, enum frame_role_name role, const struct likely_choice *choice)
{
    struct role_parties *const parties = role == ROLE_ACTOR ? &candidate->actors : &candidate->recipients;
    if (!choice->taken || roles_have(likely__role(candidate, likely__other(role)), choice->party.entity))
        return;
    parties->items[0] = choice->party;
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
    return true;
}
