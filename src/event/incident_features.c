/* event/incident_features.c: compares parties, times, places, arms, deeds, words and positions of two mentions. */
#include "event/incident_features.h"

#include "event/arguments.h"
#include "event/content.h"
#include "parse/tree.h"

#include <math.h>
#include <string.h>

_Static_assert((int)INCIDENT_LATER_DEED - (int)INCIDENT_EARLIER_DEED == (int)DEED_COUNT && (int)INCIDENT_WORD_SAME - (int)INCIDENT_LATER_DEED == (int)DEED_COUNT,
               "event/incident_points.h has one feature a deed of each mention");

enum { INCIDENT_STEM_BYTES = 5, INCIDENT_LONE_TYPE = 2, INCIDENT_MANY_OF_TYPE = 6, INCIDENT_NEAR_SENTENCES = 5, INCIDENT_FAR_SENTENCES = 12 };

static void incident__set(struct incident_features *features, int feature, bool has)
{
    features->has[feature] = features->has[feature] || has;
}

/* ---- parties ----------------------------------------------------------------------------------------------------- */

static bool incident__is_of_state(const struct party *party)
{
    return party->sector == SECTOR_GOV || party->sector == SECTOR_MIL || party->sector == SECTOR_COP;
}

static bool incident__fights_state(const struct party *party)
{
    return party->sector == SECTOR_REB || party->sector == SECTOR_PRM || party->sector == SECTOR_CRM || party->sector == SECTOR_UAF;
}

static bool incident__are_foes(const struct party *a, const struct party *b)
{
    return (incident__is_of_state(a) && incident__fights_state(b)) || (incident__is_of_state(b) && incident__fights_state(a));
}

/* Counted from INCIDENT_ACTOR_SAME or INCIDENT_RECIPIENT_SAME, the best fit first. */
enum party_fit { FIT_SAME, FIT_COUNTRY, FIT_OPEN, FIT_ONE, FIT_GUESSED, FIT_OTHER, FIT_SECTOR, FIT_FOES, FIT_WORD, FIT_NOUN, FIT_PHRASE };

static enum party_fit incident__fit(const struct party *a, const struct party *b)
{
    if (a->entity != DOCUMENT_NONE && a->entity == b->entity)
        return FIT_SAME;
    if (a->code[0] && strcmp(a->code, b->code) == 0)
        return FIT_COUNTRY;
    if (!a->code[0] || !b->code[0])
        return FIT_OPEN;
    return a->guessed || b->guessed ? FIT_GUESSED : FIT_OTHER;
}

static void incident__parties(struct incident_features *features, int role, const struct party *a, size_t a_count, const struct party *b, size_t b_count)
{
    enum party_fit best = FIT_OTHER;
    bool foes = false, sector = false;
    if (!a_count || !b_count) {
        incident__set(features, role + FIT_ONE, a_count != b_count);
        return;
    }
    for (size_t i = 0; i < a_count; i++)
        for (size_t j = 0; j < b_count; j++) {
            const enum party_fit fit = incident__fit(&a[i], &b[j]);
            best = fit < best ? fit : best;
            foes = foes || incident__are_foes(&a[i], &b[j]);
            sector = sector || a[i].sector == b[j].sector;
        }
    incident__set(features, role + (int)best, true);
    incident__set(features, role + FIT_SECTOR, !sector);
    incident__set(features, role + FIT_FOES, foes);
}

static void incident__heads(const struct scene *scene, struct incident_features *features, int role, const struct incident_party_heads *a, const struct incident_party_heads *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++) {
            const uint32_t x = a->tokens[i], y = b->tokens[j];
            if (x == DOCUMENT_NONE || y == DOCUMENT_NONE)
                continue;
            const bool word = strcmp(arguments_lemma(scene, x), arguments_lemma(scene, y)) == 0;
            incident__set(features, role + FIT_PHRASE, x == y);
            incident__set(features, role + FIT_WORD, x != y && word);
            incident__set(features, role + FIT_NOUN, i == 0 && j == 0 && !word && scene->document->tokens[x].upos == UPOS_NOUN && scene->document->tokens[y].upos == UPOS_NOUN);
        }
}

static void incident__returned(struct incident_features *features, const struct event *a, const struct event *b)
{
    for (size_t i = 0; i < a->actor_count; i++)
        for (size_t j = 0; j < b->recipient_count; j++) {
            const enum party_fit fit = incident__fit(&a->actors[i], &b->recipients[j]);
            incident__set(features, INCIDENT_RETURNED, fit == FIT_SAME);
            incident__set(features, INCIDENT_RETURNED_COUNTRY, fit == FIT_COUNTRY);
        }
}

static void incident__who(const struct scene *scene, struct incident_features *features, const struct incident_mention *a, const struct incident_mention *b)
{
    incident__parties(features, INCIDENT_ACTOR_SAME, a->event->actors, a->event->actor_count, b->event->actors, b->event->actor_count);
    incident__parties(features, INCIDENT_RECIPIENT_SAME, a->event->recipients, a->event->recipient_count, b->event->recipients, b->event->recipient_count);
    incident__heads(scene, features, INCIDENT_ACTOR_SAME, &a->actors, &b->actors);
    incident__heads(scene, features, INCIDENT_RECIPIENT_SAME, &a->recipients, &b->recipients);
    if (!features->has[INCIDENT_ACTOR_SAME]) {   /* "griff an", "die Kämpfe": both sides of a fight do it */
        incident__returned(features, a->event, b->event);
        incident__returned(features, b->event, a->event);
    }
    if (a->event->recipient_count && b->event->recipient_count) {
        incident__set(features, INCIDENT_PEOPLE, a->person && b->person);
        incident__set(features, INCIDENT_PEOPLE_ONE, a->person != b->person);
    }
    if (!isnan(a->number) && !isnan(b->number))
        incident__set(features, a->number == b->number ? INCIDENT_NUMBER_SAME : INCIDENT_NUMBER_OTHER, true);
}

/* ---- time, place, arms --------------------------------------------------------------------------------------------- */

static void incident__times(struct incident_features *features, const struct incident_mention *a, const struct incident_mention *b)
{
    const struct event *const x = a->event, *const y = b->event;
    const bool first = x->begin_day != DAY_NONE, second = y->begin_day != DAY_NONE;
    incident__set(features, INCIDENT_TIME_ONE, first != second);
    incident__set(features, INCIDENT_TIME_OLD, first != second && (a->old || b->old));
    if (!first || !second)
        return;
    const bool same = x->begin_day == y->begin_day && x->end_day == y->end_day, other = x->begin_day > y->end_day || y->begin_day > x->end_day;
    incident__set(features, same ? INCIDENT_TIME_SAME : other ? INCIDENT_TIME_OTHER : INCIDENT_TIME_WITHIN, true);
}

static bool incident__is_point(const struct entity *place)
{
    return place->precision == PRECISION_CITY || place->precision == PRECISION_SITE;
}

static void incident__places(const struct document *document, struct incident_features *features, const struct incident_mention *a, const struct incident_mention *b)
{
    incident__set(features, INCIDENT_PLACE_ONE, a->tells_place != b->tells_place);
    if (!a->tells_place || !b->tells_place)
        return;
    const struct entity *const x = &document->entities[a->event->place_entity], *const y = &document->entities[b->event->place_entity];
    const bool same = a->event->place_entity == b->event->place_entity, country = x->precision == PRECISION_COUNTRY || y->precision == PRECISION_COUNTRY;
    const int feature = same && country                                       ? INCIDENT_PLACE_COUNTRY
                        : same                                                ? INCIDENT_PLACE_SAME
                        : strcmp(x->place_country, y->place_country) != 0     ? INCIDENT_PLACE_ABROAD
                        : incident__is_point(x) && incident__is_point(y)      ? INCIDENT_PLACE_POINTS
                        : country                                             ? INCIDENT_PLACE_WITHIN : INCIDENT_PLACE_REGIONS;
    incident__set(features, feature, true);
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

static void incident__items(const struct document *document, struct incident_features *features, const struct event *a, const struct event *b)
{
    bool same = false, general = false;
    for (size_t i = 0; i < a->item_count; i++)
        for (size_t j = 0; j < b->item_count; j++) {
            const char *const one = document->items[a->items[i]].item_class, *const other = document->items[b->items[j]].item_class;
            same = same || strcmp(one, other) == 0;
            general = general || incident__is_general(one) || incident__is_general(other);
        }
    if (a->item_count && b->item_count)
        incident__set(features, same ? INCIDENT_ITEMS_SAME : general ? INCIDENT_ITEMS_GENERAL : INCIDENT_ITEMS_OTHER, true);
    else
        incident__set(features, INCIDENT_ITEMS_ONE, a->item_count || b->item_count);
}

static void incident__modes(struct incident_features *features, const struct event *a, const struct event *b)
{
    bool same = false;
    for (size_t i = 0; i < a->mode_count; i++)
        for (size_t j = 0; j < b->mode_count; j++)
            same = same || strcmp(a->modes[i], b->modes[j]) == 0;
    if (a->mode_count && b->mode_count)
        incident__set(features, same ? INCIDENT_MODE_SAME : INCIDENT_MODE_OTHER, true);
    else
        incident__set(features, INCIDENT_MODE_ONE, a->mode_count || b->mode_count);
}

/* ---- words ----------------------------------------------------------------------------------------------------------- */

/* In sentences. */
static uint32_t incident__distance(const struct event *a, const struct event *b)
{
    return b->sentence > a->sentence ? b->sentence - a->sentence : 0;
}

static void incident__deeds(struct incident_features *features, enum deed a, enum deed b, uint32_t distance)
{
    incident__set(features, INCIDENT_HARM_WITHIN, b == DEED_HARM && distance == 0);
    incident__set(features, INCIDENT_HARM_AFTER, a == DEED_STRIKE && b == DEED_HARM && distance <= 1);
    if (a != DEED_NONE)
        incident__set(features, INCIDENT_EARLIER_DEED + (int)a, true);
    if (b != DEED_NONE)
        incident__set(features, INCIDENT_LATER_DEED + (int)b, true);
    if (a == DEED_NONE || b == DEED_NONE)
        return;
    incident__set(features, a == b                                        ? INCIDENT_DEED_SAME
                            : a == DEED_DEFENCE || b == DEED_DEFENCE ? INCIDENT_DEED_DEFENCE
                            : a == DEED_HARM || b == DEED_HARM       ? INCIDENT_DEED_HARM : INCIDENT_DEED_OTHER, true);
}

/* "angreifen", "Angriff": one stem but for the case of the first letter. */
static bool incident__shares_stem(const char *a, const char *b)
{
    return strlen(a) >= INCIDENT_STEM_BYTES && (a[0] | 32) == (b[0] | 32) && strncmp(a + 1, b + 1, INCIDENT_STEM_BYTES - 1) == 0;
}

static char incident__polarity(enum factuality factuality)
{
    return factuality == FACTUALITY_UU                                                                                ? 'u'
           : factuality == FACTUALITY_CT_PLUS || factuality == FACTUALITY_PR_PLUS || factuality == FACTUALITY_PS_PLUS ? '+'
                                                                                                                      : '-';
}

static void incident__words(struct incident_features *features, const struct incident_mention *a, const struct incident_mention *b)
{
    static const int determiners[] = {[DETERMINER_BARE] = INCIDENT_NOUN_BARE, [DETERMINER_DEFINITE] = INCIDENT_NOUN_DEFINITE,
                                      [DETERMINER_INDEFINITE] = INCIDENT_NOUN_INDEFINITE, [DETERMINER_THIS] = INCIDENT_NOUN_THIS};
    const bool same = strcmp(a->lemma, b->lemma) == 0;
    incident__deeds(features, a->deed, b->deed, incident__distance(a->event, b->event));
    incident__set(features, INCIDENT_WORD_SAME, same);
    incident__set(features, INCIDENT_WORD_STEM, !same && incident__shares_stem(a->lemma, b->lemma));
    if (b->determiner != DETERMINER_NONE)
        incident__set(features, determiners[b->determiner], true);
    incident__set(features, INCIDENT_NOUN_PLURAL, b->plural);
    incident__set(features, INCIDENT_BEFORE, b->earlier);
    incident__set(features, INCIDENT_THEREBY, b->thereby);
    incident__set(features, INCIDENT_OFTEN, a->often != b->often);
    incident__set(features, INCIDENT_PLUPERFECT, a->pluperfect != b->pluperfect);
    incident__set(features, INCIDENT_HISTORICAL, (a->event->aux & AUX_HISTORICAL) != (b->event->aux & AUX_HISTORICAL));
    incident__set(features, INCIDENT_FUTURE, (a->event->aux & AUX_FUTURE) != (b->event->aux & AUX_FUTURE));
    incident__set(features, INCIDENT_POLARITY, incident__polarity(a->event->factuality) != incident__polarity(b->event->factuality));
}

static void incident__sources(struct incident_features *features, const struct event *a, const struct event *b)
{
    if (!a->source_count || !b->source_count) {
        incident__set(features, INCIDENT_SOURCE_ONE, a->source_count || b->source_count);
        return;
    }
    const struct party *const x = &a->sources[a->source_count - 1], *const y = &b->sources[b->source_count - 1];
    incident__set(features, x->entity != DOCUMENT_NONE && x->entity == y->entity ? INCIDENT_SOURCE_SAME : INCIDENT_SOURCE_OTHER, true);
}

/* ---- where they stand ------------------------------------------------------------------------------------------------ */

static void incident__positions(const struct document *document, struct incident_features *features, const struct event *a, const struct event *b)
{
    const uint32_t distance = incident__distance(a, b);
    const struct sentence *const earlier = &document->sentences[a->sentence];
    incident__set(features, distance == 0                         ? INCIDENT_SENTENCE_SAME
                            : distance == 1                       ? INCIDENT_SENTENCE_NEXT
                            : distance == 2                       ? INCIDENT_SENTENCE_SECOND
                            : distance <= INCIDENT_NEAR_SENTENCES ? INCIDENT_SENTENCE_NEAR
                            : distance <= INCIDENT_FAR_SENTENCES  ? INCIDENT_SENTENCE_FAR
                                                                  : INCIDENT_SENTENCE_FARTHEST, true);
    incident__set(features, INCIDENT_PARAGRAPH, earlier->paragraph == document->sentences[b->sentence].paragraph);
    incident__set(features, INCIDENT_TITLE, earlier->kind == PARAGRAPH_TITLE);
    incident__set(features, INCIDENT_LEAD, earlier->kind == PARAGRAPH_TITLE || earlier->paragraph <= 1);
    if (distance || !document->tree)
        return;
    const bool joined = tree_first_conjunct(document, a->trigger_token) == tree_first_conjunct(document, b->trigger_token);
    incident__set(features, INCIDENT_JOINED, joined);
    incident__set(features, INCIDENT_INSIDE, !joined && (tree_is_inside(document, a->trigger_token, b->trigger_token) || tree_is_inside(document, b->trigger_token, a->trigger_token)));
    incident__set(features, INCIDENT_PURPOSE, tree_head(document, b->trigger_token) == a->trigger_token && document->tokens[b->trigger_token].relation == RELATION_ADVCL &&
                                                  tree_finite(document, b->trigger_token) == DOCUMENT_NONE);
}

static void incident__order(struct incident_features *features, const struct incident_mention *a, const struct incident_mention *b)
{
    incident__set(features, INCIDENT_FIRST, a->rank == 0);
    incident__set(features, INCIDENT_NEAREST, b->rank == a->rank + 1);
    incident__set(features, INCIDENT_LONE, b->of_family <= INCIDENT_LONE_TYPE);
    incident__set(features, INCIDENT_MANY, b->of_family > INCIDENT_MANY_OF_TYPE);
}

void incident_features(const struct scene *scene, const struct incident_mention *a, const struct incident_mention *b, struct incident_features *features)
{
    const struct document *const document = scene->document;
    memset(features, 0, sizeof *features);
    incident__set(features, INCIDENT_ANY, true);
    incident__who(scene, features, a, b);
    incident__times(features, a, b);
    incident__places(document, features, a, b);
    incident__items(document, features, a->event, b->event);
    incident__modes(features, a->event, b->event);
    incident__words(features, a, b);
    incident__sources(features, a->event, b->event);
    incident__positions(document, features, a->event, b->event);
    incident__order(features, a, b);
}
