/* event/likely_features.c: what speaks for a side, of the report, of the acts told in it and of the trigger's own sentence. */
#include "event/likely_features.h"

#include "entity/entity.h"
#include "event/content.h"
#include "event/place.h"
#include "event/side.h"
#include "parse/tree.h"

#include <string.h>

enum { LIKELY_NEAR_SENTENCES = 5, LIKELY_SAME_ACT_SENTENCES = 12, LIKELY_SAME_ROLE_SENTENCES = 3, LIKELY_MANY_COUNTRIES = 4 };

static uint64_t likely__bit(enum likely_feature feature)
{
    return UINT64_C(1) << feature;
}

/* ---- sectors ---------------------------------------------------------------------------------------------------- */

/* Who does or suffers acts of a type: bits of sectors. */
static uint32_t likely__sectors(enum frame_role_name role, enum event_type type)
{
    const uint32_t armed = SIDE_SECTOR(MIL) | SIDE_SECTOR(REB) | SIDE_SECTOR(PRM) | SIDE_SECTOR(UAF);
    const uint32_t rule = SIDE_SECTOR(GOV) | SIDE_SECTOR(LEG) | SIDE_SECTOR(PTY) | SIDE_SECTOR(OPP);
    const uint32_t people = SIDE_SECTOR(CVL) | SIDE_SECTOR(OPP) | SIDE_SECTOR(SOC) | SIDE_SECTOR(REL) | SIDE_SECTOR(LAB) | SIDE_SECTOR(EDU);
    switch (type) {
    case EVENT_COERCE:
        return role == ROLE_ACTOR ? SIDE_SECTOR(COP) | SIDE_SECTOR(GOV) | SIDE_SECTOR(MIL) | SIDE_SECTOR(JUD) | SIDE_SECTOR(SPY)
                                  : people | SIDE_SECTOR(REB) | SIDE_SECTOR(CRM) | SIDE_SECTOR(ELI);
    case EVENT_SANCTION:
        return role == ROLE_ACTOR ? SIDE_SECTOR(JUD) | SIDE_SECTOR(GOV) : rule | people | SIDE_SECTOR(ELI) | SIDE_SECTOR(REB);
    case EVENT_ASSAULT:
        return role == ROLE_ACTOR ? armed | SIDE_SECTOR(COP) | SIDE_SECTOR(CRM) : SIDE_SECTOR(CVL) | armed | SIDE_SECTOR(COP) | SIDE_SECTOR(GOV);
    case EVENT_PROTEST:
        return role == ROLE_ACTOR ? people | SIDE_SECTOR(PTY) : SIDE_SECTOR(GOV);
    case EVENT_MOBILIZE:
    case EVENT_RETREAT:
        return role == ROLE_ACTOR ? armed | SIDE_SECTOR(GOV) | SIDE_SECTOR(COP) : rule | people;
    default:
        return rule;
    }
}

bool likely_fits(const struct likely *likely, const struct likely_mention *mention, enum frame_role_name role, enum event_type type)
{
    const struct entity *const entity = &likely->scene->document->entities[mention->entity];
    return entity->kind != ENTITY_COUNTRY && entity->sector != SECTOR_NONE && (likely__sectors(role, type) & UINT32_C(1) << entity->sector);
}

/* ---- parties told already --------------------------------------------------------------------------------------- */

const struct role_parties *likely_role(const struct candidate *candidate, enum frame_role_name role)
{
    return role == ROLE_ACTOR ? &candidate->actors : &candidate->recipients;
}

enum frame_role_name likely_other(enum frame_role_name role)
{
    return role == ROLE_ACTOR ? ROLE_RECIPIENT : ROLE_ACTOR;
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
        if (earlier->type != EVENT_TYPE_COUNT && (!same_type || earlier->type == candidate->type) && likely_role(earlier, role)->count)
            return earlier;
    }
    return NULL;
}

/* ---- features --------------------------------------------------------------------------------------------------- */

/* Where a mention stands, seen from the trigger: the smaller the nearer. */
enum likely_feature likely_distance(const struct likely *likely, const struct candidate *candidate, const struct likely_mention *mention)
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
    features |= focus_is_country(country->code) ? 0 : likely__bit(LIKELY_INTERNATIONAL);
    return features;
}

/* The party that the governing clause's act is done by, or its subject. */
static bool likely__governs(const struct likely *likely, const struct candidate *candidate, const char *code)
{
    const struct document *const document = likely->scene->document;
    const uint32_t above = tree_governing_clause(document, candidate->token);
    const uint32_t subject = above == DOCUMENT_NONE ? DOCUMENT_NONE : tree_subject(document, above);
    const uint32_t act = above == DOCUMENT_NONE ? DOCUMENT_NONE : likely->candidates->of_token[above];
    if (act != DOCUMENT_NONE && side_have_code(&likely->candidates->items[act].actors, code))
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

static bool likely__is_place_of(const struct likely_view *view, const char *code)
{
    const struct document *const document = view->likely->scene->document;
    const uint32_t mention = view->place == DOCUMENT_NONE ? DOCUMENT_NONE : view->likely->scene->mention[view->place];
    return mention != DOCUMENT_NONE && strcmp(document->entities[document->mentions[mention].entities[0]].place_country, code) == 0;
}

/* Whether another act of the report is between the two: in the same direction, or in the other. */
static bool likely__are_pair(const struct likely_view *view, const char *code, bool same_direction)
{
    const enum frame_role_name there = same_direction ? view->role : likely_other(view->role);
    const struct candidates *const candidates = view->likely->candidates;
    for (size_t i = 0; i < candidates->count; i++) {
        const struct candidate *const act = &candidates->items[i];
        if (act != view->candidate && !act->dropped && act->type != EVENT_TYPE_COUNT && side_have_code(likely_role(act, there), code) &&
            side_share_country(view->others, likely_role(act, likely_other(there))))
            return true;
    }
    return false;
}

/* Whether what is asked, blamed or praised in the trigger's clause of content is done by the country. */
static bool likely__is_in_content(const struct likely *likely, const struct candidate *candidate, const char *code)
{
    const struct document *const document = likely->scene->document;
    for (size_t i = 0; i < likely->candidates->count; i++) {
        const struct candidate *const act = &likely->candidates->items[i];
        if (act != candidate && tree_is_inside(document, act->token, candidate->token) && side_have_code(&act->actors, code))
            return true;
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

/* "warf Syrien vor, Libyen mit Waffen versorgt zu haben": who is spoken of only in what is said does not say it. */
static bool likely__is_spoken_of(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role, uint32_t country)
{
    if (role != ROLE_ACTOR || !content_is_act_of_words(candidate->type))
        return false;
    for (size_t i = 0; i < likely->report.mention_count; i++)
        if (likely->report.mentions[i].country == country &&
            !tree_is_inside(likely->scene->document, likely->report.mentions[i].token, candidate->token))
            return false;
    return true;
}

static bool likely__is_inside(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role, uint32_t country)
{
    for (size_t i = 0; i < likely->report.mention_count; i++) {
        const struct likely_mention *const mention = &likely->report.mentions[i];
        if (mention->country == country && !roles_have(likely_role(candidate, likely_other(role)), mention->entity) &&
            tree_is_inside(likely->scene->document, mention->token, candidate->token))
            return true;
    }
    return false;
}

/* The country spoken of most that is not the other side's. */
static uint32_t likely__most_other(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role)
{
    uint32_t most = DOCUMENT_NONE;
    for (uint32_t i = 0; i < likely->report.country_count; i++)
        if (!side_have_code(likely_role(candidate, likely_other(role)), likely->report.countries[i].code) &&
            (most == DOCUMENT_NONE || likely->report.countries[i].mentions > likely->report.countries[most].mentions))
            most = i;
    return most;
}

/* Who speaks to or acts on the own state: its government, or anyone else there. */
static enum likely_feature likely__within(const struct likely_view *view)
{
    const uint32_t above = SIDE_SECTOR(GOV) | SIDE_SECTOR(MIL) | SIDE_SECTOR(COP) | SIDE_SECTOR(SPY);
    return view->others->count && (above & UINT32_C(1) << view->others->items[0].sector) ? LIKELY_FROM_ABOVE : LIKELY_FROM_BELOW;
}

/* What the acts told before and the trigger's own surroundings say of a country. */
static uint64_t likely__act_features(const struct likely_view *view, const char *code)
{
    const struct likely *const likely = view->likely;
    const struct candidate *const candidate = view->candidate;
    const enum frame_role_name role = view->role;
    uint64_t features = 0;
    features |= side_have_code(view->others, code) ? likely__bit(LIKELY_OTHER_SIDE) | likely__bit(likely__within(view)) : 0;
    features |= likely__are_pair(view, code, true) ? likely__bit(LIKELY_SAME_PAIR) : 0;
    features |= likely__are_pair(view, code, false) ? likely__bit(LIKELY_OPPONENT) : 0;
    features |= likely__is_in_content(likely, candidate, code) ? likely__bit(LIKELY_CONTENT) : 0;
    features |= view->same && side_have_code(likely_role(view->same, role), code) ? likely__bit(LIKELY_SAME_ACT) : 0;
    features |= view->last && side_have_code(likely_role(view->last, role), code) ? likely__bit(LIKELY_SAME_ROLE) : 0;
    features |= view->changed && side_have_code(likely_role(view->changed, likely_other(role)), code) ? likely__bit(LIKELY_CHANGED_ROLE) : 0;
    features |= likely__speaks(likely, candidate, code) ? likely__bit(LIKELY_SPEAKER) : 0;
    features |= likely__governs(likely, candidate, code) ? likely__bit(LIKELY_GOVERNOR) : 0;
    features |= likely__is_place_of(view, code) ? likely__bit(LIKELY_PLACE) : 0;
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

/* How often the report tells the role in the other acts: bits. */
static uint64_t likely__habit(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role)
{
    enum { ACTS_FEW = 3 };
    size_t acts = 0, told = 0;
    for (size_t i = 0; i < likely->candidates->count; i++) {
        const struct candidate *const act = &likely->candidates->items[i];
        if (act == candidate || act->dropped || act->type == EVENT_TYPE_COUNT)
            continue;
        acts++;
        told += likely_role(act, role)->count > 0;
    }
    return acts < ACTS_FEW ? 0 : 4 * told >= 3 * acts ? likely__bit(LIKELY_NOBODY_OFTEN) : 2 * told < acts ? likely__bit(LIKELY_NOBODY_SELDOM) : 0;
}

uint64_t likely_nobody_features(const struct likely_view *view)
{
    const struct likely *const likely = view->likely;
    const struct candidate *const candidate = view->candidate;
    const enum frame_role_name role = view->role;
    const struct frame *const frame = candidate->match.frame;
    uint64_t features = likely__bit(LIKELY_NOBODY);
    features |= frame->kind == FRAME_NOUN ? likely__bit(LIKELY_NOBODY_NOUN) : 0;
    features |= candidate->bare ? likely__bit(LIKELY_NOBODY_BARE) : 0;
    features |= frame->kind != FRAME_NOUN && arguments_is_passive(likely->scene, candidate->token) ? likely__bit(LIKELY_NOBODY_PASSIVE) : 0;
    features |= !view->others->count ? likely__bit(LIKELY_NOBODY_LONE) : 0;
    features |= !frame->roles[role].count ? likely__bit(LIKELY_NOBODY_UNASKED) : 0;
    features |= likely__is_stranger(candidate, role) ? likely__bit(LIKELY_NOBODY_STRANGER) : 0;
    features |= match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_DASS, NULL}, 0) != SIZE_MAX ||
                        match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_INF, NULL}, 0) != SIZE_MAX
                    ? likely__bit(LIKELY_NOBODY_CONTENT) : 0;
    features |= match_argument(&candidate->arguments, (struct frame_slot){FUNCTION_AKK, NULL}, 0) != SIZE_MAX ? likely__bit(LIKELY_NOBODY_THING) : 0;
    features |= likely__habit(likely, candidate, role);
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
        if (earlier->type == EVENT_ASSAULT && side_have_code(&earlier->recipients, code))
            return !side_have_code(&earlier->actors, code);
    }
    return false;
}

/* ---- the trigger's own sentence ---------------------------------------------------------------------------------- */

/* How a mention in the trigger's own sentence stands there: in which kind of phrase, as an adjective. */
static uint64_t likely__phrase(const struct likely *likely, const struct likely_mention *mention)
{
    const struct document *const document = likely->scene->document;
    const uint32_t preposition = tree_preposition(document, mention->token);
    const struct token *const word = preposition == DOCUMENT_NONE ? NULL : &document->tokens[preposition];
    const unsigned uses = word ? knowledge_preposition(likely->scene->knowledge, word->lemma ? word->lemma : word->form) : 0;
    uint64_t features = document->mentions[mention->mention].kind == MENTION_ADJECTIVE ? likely__bit(LIKELY_ADJECTIVE) : 0;
    features |= uses & PREPOSITION_AGENT ? likely__bit(LIKELY_AGENT) : 0;
    features |= uses & PREPOSITION_DIRECTION ? likely__bit(LIKELY_DIRECTION) : 0;
    return features;
}

/* The mention nearest to the trigger in its sentence that is not the other side's; SIZE_MAX: none. */
static size_t likely__nearest(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role)
{
    size_t nearest = SIZE_MAX;
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < likely->report.mention_count; i++) {
        const struct likely_mention *const mention = &likely->report.mentions[i];
        const uint32_t apart = mention->token < candidate->token ? candidate->token - mention->token : mention->token - candidate->token;
        if (likely->scene->document->tokens[mention->token].sentence == likely__sentence(likely, candidate) && apart < least &&
            !side_have_code(likely_role(candidate, likely_other(role)), likely->report.countries[mention->country].code)) {
            nearest = i;
            least = apart;
        }
    }
    return nearest;
}

/* Where the country is mentioned, seen from the trigger, and who of it could act or suffer so. */
static uint64_t likely__mention_features(const struct likely_view *view, uint32_t country)
{
    const struct likely *const likely = view->likely;
    enum likely_feature nearest = LIKELY_LATER;
    uint64_t features = 0;
    for (size_t i = 0; i < likely->report.mention_count; i++) {
        const struct likely_mention *const mention = &likely->report.mentions[i];
        if (mention->country != country)
            continue;
        const enum likely_feature distance = likely_distance(likely, view->candidate, mention);
        nearest = distance < nearest ? distance : nearest;
        features |= distance <= LIKELY_OWN_AFTER ? likely__phrase(likely, mention) : 0;
        features |= i == view->nearest ? likely__bit(LIKELY_NEAREST) : 0;
        if (likely_fits(likely, mention, view->role, view->candidate->type))
            features |= likely__bit(LIKELY_FIT) | (distance <= LIKELY_LAST ? likely__bit(LIKELY_FIT_NEAR) : 0);
    }
    return features | likely__bit(nearest);
}

/* ---- all together ------------------------------------------------------------------------------------------------- */

void likely_view_open(const struct likely *likely, size_t index, enum frame_role_name role, struct likely_view *view)
{
    const struct candidate *const candidate = &likely->candidates->items[index];
    *view = (struct likely_view){.likely = likely, .candidate = candidate, .index = index, .role = role, .others = likely_role(candidate, likely_other(role)),
                                 .same = likely__before(likely, index, role, true, LIKELY_SAME_ACT_SENTENCES),
                                 .last = likely__before(likely, index, role, false, LIKELY_SAME_ROLE_SENTENCES),
                                 .changed = likely__before(likely, index, likely_other(role), false, LIKELY_SAME_ROLE_SENTENCES),
                                 .nearest = likely__nearest(likely, candidate, role), .most_other = likely__most_other(likely, candidate, role),
                                 .place = place_find(likely->scene, likely->candidates, candidate)};
}

uint64_t likely_country_features(const struct likely_view *view, uint32_t country)
{
    const struct likely_report *const report = &view->likely->report;
    uint64_t features = likely__report_features(report, country) | likely__mention_features(view, country) |
                        likely__act_features(view, report->countries[country].code);
    features |= country == view->most_other ? likely__bit(LIKELY_MOST_OTHER) : 0;
    features |= likely__is_inside(view->likely, view->candidate, view->role, country) ? likely__bit(LIKELY_INSIDE) : 0;
    return features;
}

/* "Kolumbien nannte den Einmarsch völkerrechtswidrig": a country that is named for its opinion alone does not suffer what it speaks of. */
static bool likely__only_judges(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role, uint32_t country)
{
    if (role != ROLE_RECIPIENT || likely->report.countries[country].mentions != 1)
        return false;
    for (size_t i = 0; i < likely->candidates->count; i++) {
        const struct candidate *const act = &likely->candidates->items[i];
        if (act != candidate && content_is_act_of_words(act->type) && side_have_code(&act->actors, likely->report.countries[country].code) &&
            tree_is_inside(likely->scene->document, candidate->token, act->token))
            return true;
    }
    return false;
}

/* "Die EU kritisierte die Festnahme des Politikers": a state does not blame itself for what it speaks of. */
static bool likely__blames(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role, const char *code)
{
    const struct document *const document = likely->scene->document;
    for (uint32_t at = candidate->token; role == ROLE_ACTOR && tree_head(document, at) != DOCUMENT_NONE; at = tree_head(document, at)) {
        const uint32_t act = likely->candidates->of_token[tree_head(document, at)];
        const struct candidate *const words = act == DOCUMENT_NONE ? NULL : &likely->candidates->items[act];
        if (document->tokens[at].relation == RELATION_PARATAXIS || document->tokens[at].relation == RELATION_CONJ)
            return false;
        if (words && words->type == EVENT_ACCUSE && side_are_of_state(&words->actors) && side_have_code(&words->actors, code))
            return !side_have_code(&words->recipients, code);
    }
    return false;
}

/* "wies zurück, Russland Drohnen geliefert zu haben": whom one is said to have helped is not who said so. */
static bool likely__is_friend_in_denial(const struct likely *likely, const struct candidate *candidate, enum frame_role_name role, const char *code)
{
    const struct document *const document = likely->scene->document;
    for (size_t i = 0; role == ROLE_RECIPIENT && candidate->type == EVENT_REJECT && i < likely->candidates->count; i++) {
        const struct candidate *const act = &likely->candidates->items[i];
        const bool friendly = act->type == EVENT_AID || act->type == EVENT_COOPERATE || act->type == EVENT_AGREE || act->type == EVENT_SUPPORT ||
                              act->type == EVENT_CONSULT;
        if (act != candidate && friendly && side_have_code(&act->recipients, code) && tree_is_inside(document, act->token, candidate->token))
            return true;
    }
    return false;
}

bool likely_is_out(const struct likely_view *view, uint32_t country)
{
    const struct likely *const likely = view->likely;
    const char *const code = likely->report.countries[country].code;
    return likely__blames(likely, view->candidate, view->role, code) || likely__is_friend_in_denial(likely, view->candidate, view->role, code) ||
           likely__is_victim(likely, view->index, view->role, code) || likely__is_own_ground(likely, view->candidate, view->role, code) ||
           likely__is_spoken_of(likely, view->candidate, view->role, country) || likely__only_judges(likely, view->candidate, view->role, country);
}
