/* event/incident.c: which mentions of a report tell one act (coding guide, section 1).
 *
 * Two mentions exclude each other when their types are of different families, when one returns the other, or when their parties, times, places, arms
 * or ways of coercion differ; a party
 * without a country ("ein Attentäter"), one that no word tells and attackers' arms of no particular kind ("Waffen") differ from none. What does not exclude each other is
 * weighed: shared parties, place and time speak for one act; distance in the text, other arms, an indefinite noun ("ein Angriff" is news),
 * soldiers here and rebels there, what happened "zuvor" or "seit Jahren" against it; acts of words and of coercion are rarely told twice. An event joins the incident none of whose mentions it excludes and one
 * of which outweighs the threshold most, else opens a new one. The points were set on the development reports and the coded articles
 * (docs/measuring.md) and are of equal quality over a wide range.
 */
#include "event/incident.h"

#include "event/arguments.h"
#include "event/content.h"
#include "lexicon/lexicon.h"
#include "parse/tree.h"

#include <string.h>

enum {
    POINTS_SAME_PARTY = 10,          /* or one of the same country */
    POINTS_OPEN_PARTY = 5,           /* one of no country told */
    POINTS_SAME_PLACE = 20, POINTS_OTHER_PLACE = -15,
    POINTS_SAME_TIME = 10, POINTS_SAME_WORD = 5,
    POINTS_OTHER_MODE = -15, POINTS_INDEFINITE = -30, POINTS_OF_WORDS = -40, POINTS_OF_COERCION = -5, POINTS_OTHER_POLARITY = -10,
    POINTS_EARLIER = -60, POINTS_OFTEN = -60, POINTS_FOES = -20,
    POINTS_OF_TWO_SENTENCES = -3, FURTHEST_SENTENCE = 20,
    POINTS_THRESHOLD = 0, DAYS_OFTEN = 7, POINTS_EXCLUDED = -1000
};

static bool incident__same_family(enum event_type a, enum event_type b)
{
    return a == b || (a == EVENT_AID && b == EVENT_COOPERATE) || (a == EVENT_COOPERATE && b == EVENT_AID);
}

/* ---- what excludes, what speaks for one act ------------------------------------------------------------------- */

static bool incident__is_of_state(const struct party *party)
{
    return party->sector == SECTOR_GOV || party->sector == SECTOR_MIL || party->sector == SECTOR_COP;
}

static bool incident__fights_state(const struct party *party)
{
    return party->sector == SECTOR_REB || party->sector == SECTOR_PRM || party->sector == SECTOR_CRM || party->sector == SECTOR_UAF;
}

static int incident__two_parties(const struct party *a, const struct party *b)
{
    const bool foes = (incident__is_of_state(a) && incident__fights_state(b)) || (incident__is_of_state(b) && incident__fights_state(a));
    if (foes && !a->guessed && !b->guessed)
        return POINTS_FOES;
    if ((a->entity != DOCUMENT_NONE && a->entity == b->entity) || (a->code[0] && strcmp(a->code, b->code) == 0))
        return POINTS_SAME_PARTY;
    return a->code[0] && b->code[0] && !a->guessed && !b->guessed ? POINTS_EXCLUDED : POINTS_OPEN_PARTY;
}

static int incident__parties(const struct party *a, size_t a_count, const struct party *b, size_t b_count)
{
    int most = a_count && b_count ? POINTS_EXCLUDED : 0;
    for (size_t i = 0; i < a_count; i++)
        for (size_t j = 0; j < b_count; j++) {
            const int points = incident__two_parties(&a[i], &b[j]);
            most = points > most ? points : most;
        }
    return most;
}

static int incident__times(const struct event *a, const struct event *b)
{
    if (a->begin_day == DAY_NONE || b->begin_day == DAY_NONE)
        return 0;
    if (a->begin_day > b->end_day || b->begin_day > a->end_day)
        return POINTS_EXCLUDED;
    return a->begin_day == b->begin_day && a->end_day == b->end_day ? POINTS_SAME_TIME : 0;
}

static bool incident__is_point(const struct entity *place)
{
    return place->precision == PRECISION_CITY || place->precision == PRECISION_SITE;
}

/* "ein Krankenhaus" tells nothing that another mention's place could differ from. */
static bool incident__tells_place(const struct document *document, const struct event *event)
{
    return event->place_entity != DOCUMENT_NONE &&
           (document->entities[event->place_entity].precision != PRECISION_SITE || event->place_mention == DOCUMENT_NONE ||
            document->mentions[event->place_mention].kind != MENTION_NOMINAL);
}

static int incident__places(const struct document *document, const struct event *a, const struct event *b)
{
    if (!incident__tells_place(document, a) || !incident__tells_place(document, b))
        return 0;
    const struct entity *const x = &document->entities[a->place_entity], *const y = &document->entities[b->place_entity];
    if (a->place_entity == b->place_entity)
        return x->precision == PRECISION_COUNTRY ? 0 : POINTS_SAME_PLACE;
    if (strcmp(x->place_country, y->place_country) != 0 || (incident__is_point(x) && incident__is_point(y)))
        return POINTS_EXCLUDED;
    return x->precision == PRECISION_COUNTRY || y->precision == PRECISION_COUNTRY ? 0 : POINTS_OTHER_PLACE;
}

/* Arms of no particular kind may be any that an attack is told of. */
static bool incident__is_general(const char *item_class)
{
    static const char *const general[] = {"missile", "weapon", "military-equipment", "ammunition"};
    for (size_t i = 0; i < sizeof general / sizeof *general; i++)
        if (strcmp(item_class, general[i]) == 0)
            return true;
    return false;
}

static int incident__items(const struct document *document, const struct event *a, const struct event *b)
{
    for (size_t i = 0; i < a->item_count; i++)
        for (size_t j = 0; j < b->item_count; j++) {
            const char *const one = document->items[a->items[i]].item_class, *const other = document->items[b->items[j]].item_class;
            if (strcmp(one, other) == 0 || (b->type == EVENT_ASSAULT && (incident__is_general(one) || incident__is_general(other))))
                return 0;
        }
    return a->item_count && b->item_count ? POINTS_EXCLUDED : 0;
}

static int incident__modes(const struct event *a, const struct event *b)
{
    for (size_t i = 0; i < a->mode_count; i++)
        for (size_t j = 0; j < b->mode_count; j++)
            if (strcmp(a->modes[i], b->modes[j]) == 0)
                return 0;
    if (!a->mode_count || !b->mode_count)
        return 0;
    return a->type == EVENT_COERCE ? POINTS_EXCLUDED /* an arrest is no ban */ : POINTS_OTHER_MODE;
}

/* ---- what the words tell --------------------------------------------------------------------------------------- */

/* "ein Angriff", "mehrere Angriffe" */
static bool incident__is_indefinite(const struct document *document, uint32_t token)
{
    const uint32_t determiner = document->tokens[token].upos == UPOS_NOUN ? tree_determiner(document, token) : DOCUMENT_NONE;
    if (determiner == DOCUMENT_NONE)
        return false;
    const struct token *const word = &document->tokens[determiner];
    return word->morphology.definite == DEFINITE_IND ||
           (word->morphology.definite != DEFINITE_DEF && lexicon_has_flag(word, ANALYSIS_INDEFINITE));
}

static char incident__polarity(enum factuality factuality)
{
    return factuality == FACTUALITY_UU                                                                                ? 'u'
           : factuality == FACTUALITY_CT_PLUS || factuality == FACTUALITY_PR_PLUS || factuality == FACTUALITY_PS_PLUS ? '+'
                                                                                                                      : '-';
}

/* Does the clause have a word of this kind: "seit 2015", "zuvor"? */
static bool incident__has_circumstance(const struct scene *scene, uint32_t trigger, bool (*is_kind)(const struct event_knowledge *, const char *))
{
    const struct document *const document = scene->document;
    const uint32_t clause = document->tree ? tree_clause(document, trigger) : DOCUMENT_NONE;
    for (uint32_t child = clause == DOCUMENT_NONE ? clause : tree_first_child(document, clause); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const char *const preposition = arguments_preposition(scene, child);
        if (is_kind(scene->knowledge, arguments_lemma(scene, child)) || (preposition && is_kind(scene->knowledge, preposition)))
            return true;
    }
    return false;
}

/* "seit Jahren", but not "seit Mitternacht". */
static bool incident__is_often(const struct scene *scene, const struct event *event)
{
    const bool short_time = event->begin_day != DAY_NONE && event->end_day - event->begin_day < DAYS_OFTEN;
    return !short_time && incident__has_circumstance(scene, event->trigger_token, knowledge_is_often);
}

static int incident__words(const struct scene *scene, const struct event *earlier, const struct event *later)
{
    const struct document *const document = scene->document;
    const uint32_t distance = later->sentence > earlier->sentence ? later->sentence - earlier->sentence : 0;
    const char *const word = document->tokens[later->trigger_token].form, *const before = document->tokens[earlier->trigger_token].form;
    int points = POINTS_OF_TWO_SENTENCES * (int)(distance < FURTHEST_SENTENCE ? distance : FURTHEST_SENTENCE) / 2;
    points += strcmp(word, before) == 0 ? POINTS_SAME_WORD : 0;
    points += incident__has_circumstance(scene, later->trigger_token, knowledge_is_earlier) ? POINTS_EARLIER : 0;
    points += incident__is_often(scene, earlier) != incident__is_often(scene, later) ? POINTS_OFTEN : 0;
    points += incident__is_indefinite(document, later->trigger_token) ? POINTS_INDEFINITE : 0;
    points += content_is_act_of_words(later->type) ? POINTS_OF_WORDS : 0;
    points += later->type == EVENT_COERCE || later->type == EVENT_SANCTION ? POINTS_OF_COERCION : 0;
    points += incident__polarity(earlier->factuality) != incident__polarity(later->factuality) ? POINTS_OTHER_POLARITY : 0;
    return points;
}

/* "A griff B an", "B griff A an": who does the one suffers the other; but who visits is met. */
static bool incident__is_returned(const struct event *earlier, const struct event *later)
{
    if (later->type == EVENT_CONSULT || later->type == EVENT_COOPERATE)
        return false;
    for (size_t i = 0; i < earlier->actor_count; i++)
        for (size_t j = 0; j < later->recipient_count; j++)
            if (earlier->actors[i].entity != DOCUMENT_NONE && earlier->actors[i].entity == later->recipients[j].entity)
                return true;
    return false;
}

/* ---- joining ---------------------------------------------------------------------------------------------------- */

/* Points for one act; half of POINTS_EXCLUDED or less: two. */
static int incident__points(const struct scene *scene, const struct event *earlier, const struct event *later)
{
    const struct document *const document = scene->document;
    if (!incident__same_family(earlier->type, later->type) || incident__is_returned(earlier, later) || incident__is_returned(later, earlier))
        return POINTS_EXCLUDED;
    const int points = incident__parties(earlier->actors, earlier->actor_count, later->actors, later->actor_count) +
                       incident__parties(earlier->recipients, earlier->recipient_count, later->recipients, later->recipient_count) +
                       incident__times(earlier, later) + incident__places(document, earlier, later) + incident__items(document, earlier, later) +
                       incident__modes(earlier, later);
    return points <= POINTS_EXCLUDED / 2 ? points : points + incident__words(scene, earlier, later);
}

struct incident_fit {
    int most;                        /* points of its best mention */
    bool excluded;                   /* by one of its mentions */
};

/* The incident that takes the event, 0: none. fits: [last + 1], by incident. */
static uint32_t incident__best(const struct scene *scene, const struct event *events, size_t index, uint32_t last,
                               struct incident_fit *fits)
{
    uint32_t best = 0;
    for (uint32_t incident = 1; incident <= last; incident++)
        fits[incident] = (struct incident_fit){POINTS_EXCLUDED, false};
    for (size_t i = 0; i < index; i++) {
        struct incident_fit *const fit = &fits[events[i].incident];
        const int points = fit->excluded ? POINTS_EXCLUDED : incident__points(scene, &events[i], &events[index]);
        fit->excluded = fit->excluded || points <= POINTS_EXCLUDED / 2;
        fit->most = points > fit->most ? points : fit->most;
    }
    for (uint32_t incident = 1; incident <= last; incident++)
        if (!fits[incident].excluded && fits[incident].most >= POINTS_THRESHOLD && (!best || fits[incident].most > fits[best].most))
            best = incident;
    return best;
}

bool incident_number(const struct scene *scene, struct event *events, size_t count, struct laut_error *error)
{
    struct incident_fit *const fits = arena_take(scene->document->arena, count + 1, sizeof *fits, error);
    uint32_t last = 0;
    if (!fits)
        return false;
    for (size_t i = 0; i < count; i++) {
        events[i].incident = incident__best(scene, events, i, last, fits);
        if (!events[i].incident)
            events[i].incident = ++last;
    }
    return true;
}
