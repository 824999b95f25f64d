/* event/place.c: where an act takes place (coding guide, section 7): place phrases of the clause, where a visit or troops go, the town or
 * region attacked. Later conjuncts share the first one's place, nouns that of the verb they stand with.
 *
 * Where no words tell it, other mentions of the act do, or its parties.
 *
 * A phrase that describes a party ("das Gericht in Stockholm") or another act ("für den Anschlag in Salisbury") tells nothing of this one.
 */
#include "event/place.h"

#include "event/content.h"
#include "parse/tree.h"

#include <string.h>

enum { PLACE_DEEPEST = 2, SENTENCES_OF_ACT = 8 /* how far what is told of a place reaches */ };

/* A building ("im Kreml"), or a body that is called by its town ("in Brüssel", not "in der Kommission"). */
static bool place__is_seat_name(const struct document *document, uint32_t token, const struct entity *entity)
{
    return entity->kind == ENTITY_ORGANISATION &&
           (entity->precision == PRECISION_SITE ||
            (document->tokens[token].upos == UPOS_PROPN && tree_child(document, token, RELATION_DET) == DOCUMENT_NONE));
}

static const struct entity *place__entity(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const uint32_t mention = scene->mention[token];
    if (mention == DOCUMENT_NONE || document->mentions[mention].entity_count == 0)
        return NULL;
    const struct entity *const entity = &document->entities[document->mentions[mention].entities[0]];
    const bool lies = entity->kind == ENTITY_PLACE || entity->kind == ENTITY_COUNTRY || place__is_seat_name(document, token, entity);
    return entity->place_country[0] && lies ? entity : NULL;
}

/* Does a phrase with this preposition and case tell where? "an die Ukraine", "auf die Stadt" tell whither, "an Polen" to whom; forces leave
 * "aus Mali". */
static bool place__is_locative(const struct scene *scene, uint32_t token, const char *preposition, enum event_type type)
{
    const unsigned use = knowledge_preposition(scene->knowledge, preposition);
    const struct entity *const named = place__entity(scene, token);
    if ((use & PREPOSITION_RECEIVER) && named && (named->kind == ENTITY_COUNTRY || arguments_is_bare_name(scene, token)))
        return false;
    if ((use & PREPOSITION_ORIGIN) && (type == EVENT_RETREAT || type == EVENT_SANCTION))
        return true;
    const bool goes = type == EVENT_CONSULT || type == EVENT_MOBILIZE || type == EVENT_ASSAULT || type == EVENT_RETREAT;
    const bool whither = scene->document->tokens[token].morphology.grammatical_case == CASE_ACC && !(use & PREPOSITION_AROUND);
    if (!(use & PREPOSITION_PLACE))
        return (use & PREPOSITION_DIRECTION) && (type == EVENT_CONSULT || type == EVENT_MOBILIZE);
    return !whither || ((use & PREPOSITION_DIRECTION) && goes) || type == EVENT_MOBILIZE;
}

/* "auf dem Weg von Athen nach Vilnius": a way lies in neither. */
static bool place__is_way(const struct scene *scene, uint32_t noun)
{
    const struct document *const document = scene->document;
    bool from = false, to = false;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const char *const preposition = arguments_preposition(scene, child);
        const unsigned use = knowledge_preposition(scene->knowledge, preposition);
        from = from || (use & PREPOSITION_GENITIVE);
        to = to || ((use & PREPOSITION_DIRECTION) && !(use & PREPOSITION_PLACE));
    }
    return from && to;
}

/* The place that token names or that hangs on it ("Ziele im Gazastreifen"); DOCUMENT_NONE: none. */
static uint32_t place__at(const struct scene *scene, uint32_t token, enum event_type type, unsigned depth)
{
    const struct document *const document = scene->document;
    const uint32_t own = place__entity(scene, token) ? token : DOCUMENT_NONE;
    const bool of_words = content_is_act_of_words(type) || type == EVENT_SANCTION;
    if (depth >= PLACE_DEEPEST || (own != DOCUMENT_NONE && document->mentions[scene->mention[token]].kind != MENTION_NOMINAL))
        return own;
    if (place__is_way(scene, token))
        return own;
    const uint32_t name = scene->mention[token];
    const bool unknown = name != DOCUMENT_NONE && document->mentions[name].entity_count > 0 && document->entities[document->mentions[name].entities[0]].kind == ENTITY_NAME;
    const bool area = unknown /* "im spanischen València" */ || knowledge_is_area(scene->knowledge, arguments_lemma(scene, token));
    for (uint32_t child = tree_first_child(document, token); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const enum relation relation = document->tokens[child].relation;
        if (area && relation == RELATION_AMOD && place__entity(scene, child))
            return child;
        if (relation != RELATION_NMOD && relation != RELATION_APPOS && relation != RELATION_OBL && relation != RELATION_FLAT)
            continue;
        const char *const preposition = arguments_preposition(scene, child);
        const unsigned use = knowledge_preposition(scene->knowledge, preposition);
        if (of_words && own == DOCUMENT_NONE && (!preposition || (use & (PREPOSITION_GENITIVE | PREPOSITION_AROUND))))
            continue;                            /* "am Widerstand Russlands", "im Streit um Taiwan": what is spoken about */
        const bool owner = !preposition || (depth == 0 && (use & PREPOSITION_GENITIVE));
        const uint32_t place = owner /* "in der Nähe von Brüssel" */ || place__is_locative(scene, child, preposition, type)
                                   ? place__at(scene, child, type, depth + 1) : DOCUMENT_NONE;
        if (place != DOCUMENT_NONE)              /* "eine Moschee in Kabul": the name tells more */
            return place;
    }
    return own;
}

/* "das Parlament in Asunción": the seat of a government, parliament or court that stands right before the phrase. */
static bool place__is_seat(const struct scene *scene, uint32_t token)
{
    const struct document *const document = scene->document;
    const struct token_range phrase = tree_subtree(document, token);
    const uint32_t first = document->sentences[document->tokens[token].sentence].tokens.first;
    const struct entity *const body = phrase.first > first ? match_entity(scene, (struct frame_slot){FUNCTION_NOM, NULL}, phrase.first - 1) : NULL;
    const bool several = body && body->kind == ENTITY_OFFICE && document->tokens[phrase.first - 1].morphology.number == NUMBER_PLUR;    /* "Treffen der Minister in Genf" */
    return body && !several && body->kind != ENTITY_PERSON && body->kind != ENTITY_COUNTRY && body->kind != ENTITY_PLACE &&
           (body->sector == SECTOR_GOV || body->sector == SECTOR_LEG || body->sector == SECTOR_JUD);
}

static const struct candidate *place__act_at(const struct candidates *candidates, uint32_t token)
{
    const uint32_t index = candidates->of_token[token];
    return index == DOCUMENT_NONE ? NULL : &candidates->items[index];
}

/* "nahm einen Politiker in Minsk fest": where those are who suffer it. */
static bool place__is_victim(const struct candidates *candidates, uint32_t act, uint32_t token)
{
    const struct candidate *const candidate = place__act_at(candidates, act);
    return candidate && (candidate->type == EVENT_ASSAULT || candidate->type == EVENT_COERCE) && roles_stand_at(&candidate->recipients, token);
}

/* "prangerte die Angriffe im Sudan an": what is blamed, praised or asked is there, not who speaks. */
static bool place__is_of_object(const struct scene *scene, const struct arguments *arguments, uint32_t token)
{
    const struct token_range phrase = tree_subtree(scene->document, token);
    for (size_t i = 0; i < arguments->count; i++)
        if (arguments->items[i].slot.function == FUNCTION_AKK && arguments->items[i].token + 1 == phrase.first &&
            scene->document->tokens[arguments->items[i].token].upos == UPOS_NOUN)
            return true;
    return false;
}

/* A weak phrase that describes a party or another act. */
static bool place__describes(const struct scene *scene, const struct candidates *candidates, uint32_t own, const struct argument *argument)
{
    if (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_ORIGIN)
        return false;
    if (place__is_seat(scene, argument->token))
        return true;
    const uint32_t head = tree_head(scene->document, argument->token);
    if (!argument->weak || head == DOCUMENT_NONE || head == own || scene->document->tokens[head].upos == UPOS_ADJ)
        return false;
    const struct entity *const entity = match_entity(scene, (struct frame_slot){FUNCTION_NOM, NULL}, head);
    if (place__is_victim(candidates, own, head))
        return false;
    return candidates->of_token[head] != DOCUMENT_NONE || (entity && entity->kind != ENTITY_PLACE && entity->kind != ENTITY_GROUP);
}

/* "kaufte in Polen Panzer": who sells is named, not where. */
static bool place__is_partner(const struct candidates *candidates, uint32_t act, uint32_t token)
{
    const struct candidate *const candidate = place__act_at(candidates, act);
    return candidate && candidate->match.frame->type == EVENT_COOPERATE && roles_stand_at(&candidate->recipients, token);
}

static uint32_t place__among(const struct scene *scene, const struct candidates *candidates, uint32_t own,
                             const struct arguments *arguments, enum event_type type)
{
    const bool of_words = content_is_act_of_words(type) || type == EVENT_SANCTION;        /* a phrase that hangs elsewhere is of what is spoken about */
    const bool refers = type == EVENT_ACCUSE || type == EVENT_REJECT || type == EVENT_REQUEST;
    for (int weak = 0; weak < (of_words ? 1 : 2); weak++)
        for (size_t i = 0; i < arguments->count; i++) {
            const struct argument *const argument = &arguments->items[i];
            if (argument->slot.function != FUNCTION_PP || argument->weak != (weak == 1) ||
                place__is_partner(candidates, own, argument->token) || !place__is_locative(scene, argument->token, argument->slot.preposition, type) ||
                place__describes(scene, candidates, own, argument) || (refers && place__is_of_object(scene, arguments, argument->token)))
                continue;
            const uint32_t place = place__at(scene, argument->token, type, 0);
            if (place != DOCUMENT_NONE)
                return place;
        }
    return DOCUMENT_NONE;
}

/* ---- places told by other words of the act ------------------------------------------------------------------------ */

/* Where the noun is held: "der Gipfel, der in Bern stattfindet", "die in Bern stattfindende Konferenz". */
static uint32_t place__held(const struct scene *scene, const struct candidates *candidates, uint32_t noun)
{
    const struct document *const document = scene->document;
    struct arguments own;
    for (uint32_t child = tree_first_child(document, noun); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        const enum relation relation = document->tokens[child].relation;
        if ((relation != RELATION_ACL && relation != RELATION_AMOD) || !scene->verb_lemma[child] ||
            !knowledge_is_held(scene->knowledge, scene->verb_lemma[child]))
            continue;
        arguments_of_verb(scene, child, &own);
        return place__among(scene, candidates, child, &own, EVENT_CONSULT);
    }
    return DOCUMENT_NONE;
}

/* The same of the act's noun and of what it was done at: "kritisierte auf der Konferenz, die in Bern stattfand". */
static uint32_t place__of_meeting(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate)
{
    uint32_t place = place__held(scene, candidates, candidate->token);
    for (size_t i = 0; i < candidate->arguments.count && place == DOCUMENT_NONE; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        if (argument->slot.function == FUNCTION_PP && (knowledge_preposition(scene->knowledge, argument->slot.preposition) & PREPOSITION_PLACE))
            place = place__held(scene, candidates, argument->token);
    }
    return place;
}

/* A name of a place in a phrase that tells where or whither. */
static bool place__is_told(const struct scene *scene, uint32_t token)
{
    return place__entity(scene, token) &&
           (knowledge_preposition(scene->knowledge, arguments_preposition(scene, token)) & (PREPOSITION_PLACE | PREPOSITION_DIRECTION));
}

/* "dort", "wo" beside the act: the last place told before it, in the sentence before at the furthest. */
static uint32_t place__pointed_at(const struct scene *scene, uint32_t act)
{
    enum { SENTENCES_BACK = 1 };
    const struct document *const document = scene->document;
    uint32_t word = tree_first_child(document, act);
    while (word != DOCUMENT_NONE && !knowledge_is_there(scene->knowledge, arguments_lemma(scene, word)))
        word = tree_next_sibling(document, word);
    for (uint32_t token = word; word != DOCUMENT_NONE && token-- > 0;) {
        if (document->tokens[word].sentence - document->tokens[token].sentence > SENTENCES_BACK)
            return DOCUMENT_NONE;
        if (place__is_told(scene, token))
            return token;
    }
    return DOCUMENT_NONE;
}

/* The name of a place behind a genitive's preposition among what hangs on the word, from the token first on where that is told. */
static uint32_t place__of_genitive(const struct scene *scene, uint32_t word, uint32_t first)
{
    const struct document *const document = scene->document;
    for (uint32_t child = tree_first_child(document, word); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        if ((knowledge_preposition(scene->knowledge, arguments_preposition(scene, child)) & PREPOSITION_GENITIVE) && place__entity(scene, child) &&
            (first == DOCUMENT_NONE || tree_subtree(document, child).first == first))
            return child;
    }
    return DOCUMENT_NONE;
}

/* "wurden nördlich von Goma erschossen", where the parse takes the preposition for an adverb. */
static uint32_t place__off(const struct scene *scene, uint32_t act)
{
    const struct document *const document = scene->document;
    for (uint32_t word = tree_first_child(document, act); word != DOCUMENT_NONE; word = tree_next_sibling(document, word)) {
        if (document->tokens[word].upos == UPOS_ADP || !(knowledge_preposition(scene->knowledge, arguments_lemma(scene, word)) & PREPOSITION_PLACE))
            continue;
        const uint32_t below = place__of_genitive(scene, word, DOCUMENT_NONE);
        const uint32_t place = below == DOCUMENT_NONE ? place__of_genitive(scene, act, word + 1) : below;
        if (place != DOCUMENT_NONE)
            return place;
    }
    return DOCUMENT_NONE;
}

/* "besuchte Kiew", "verletzte den estnischen Luftraum": what the object of a visit names, and an area that is entered. */
static uint32_t place__visited(const struct scene *scene, const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        if (argument->slot.function != FUNCTION_AKK || argument->weak)
            continue;
        if (candidate->match.frame->type == EVENT_CONSULT && place__entity(scene, argument->token))
            return argument->token;
        if (candidate->match.frame->type == EVENT_MOBILIZE && knowledge_is_area(scene->knowledge, arguments_lemma(scene, argument->token)))
            return place__at(scene, argument->token, candidate->match.frame->type, 0);
    }
    return DOCUMENT_NONE;
}

/* "reiste nach Bern, um den Minister zu treffen": the visit of whose purpose the act is, NULL: none. */
static const struct candidate *place__journey(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t head = document->tokens[candidate->token].relation == RELATION_ADVCL ? tree_head(document, candidate->token) : DOCUMENT_NONE;
    const uint32_t index = head != DOCUMENT_NONE && tree_finite(document, candidate->token) == DOCUMENT_NONE ? candidates->of_token[head] : DOCUMENT_NONE;
    return index != DOCUMENT_NONE && candidates->items[index].match.frame->type == EVENT_CONSULT ? &candidates->items[index] : NULL;
}

/* Is it what the verb's object names? A country that is fired at is only the other side. */
static bool place__is_object(const struct candidate *candidate, uint32_t token)
{
    for (size_t i = 0; i < candidate->arguments.count; i++)
        if (candidate->arguments.items[i].token == token && candidate->arguments.items[i].slot.function == FUNCTION_AKK)
            return true;
    return false;
}

/* "Ein Gericht in Oslo verurteilte den Mann": a verdict is given where the court sits. */
static uint32_t place__court(const struct scene *scene, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    for (size_t i = 0; i < candidate->actors.count && frame_has_mode(candidate->match.frame, "convict"); i++) {
        const uint32_t court = candidate->actors.tokens[i];
        if (court == DOCUMENT_NONE || candidate->actors.items[i].sector != SECTOR_JUD || document->tokens[court].sentence != document->tokens[candidate->token].sentence)
            continue;
        const uint32_t place = place__at(scene, court, candidate->type, 0);
        if (place != DOCUMENT_NONE)
            return place;
    }
    return DOCUMENT_NONE;
}

/* "auf Anlagen in Saudi-Arabien": where the target lies. */
static bool place__is_inside(const struct scene *scene, uint32_t token, enum event_type type)
{
    const char *const preposition = arguments_preposition(scene, token);
    return preposition && scene->document->tokens[token].morphology.grammatical_case == CASE_DAT && place__is_locative(scene, token, preposition, type);
}

/* Where the target lies: a town or area, or a country in whose land it is. A country that is fired at is only the other side. */
static uint32_t place__of_target(const struct scene *scene, uint32_t target, enum event_type type, bool object)
{
    const uint32_t place = place__at(scene, target, type, 1);
    if (place == DOCUMENT_NONE || object || place__entity(scene, place)->kind == ENTITY_PLACE)
        return place;
    return place != target || place__is_inside(scene, target, type) ? place : DOCUMENT_NONE;
}

/* The place attacked, in the act's own sentence; "starben bei einem Anschlag auf eine Moschee in Kabul": by the noun that tells how. */
static uint32_t place__attacked(const struct scene *scene, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    struct arguments targets = {.count = 0};
    for (size_t i = 0; i < candidate->recipients.count && candidate->type == EVENT_ASSAULT; i++) {
        const uint32_t token = candidate->recipients.tokens[i];
        const uint32_t place = document->tokens[token].sentence == document->tokens[candidate->token].sentence
                                   ? place__of_target(scene, token, candidate->type, place__is_object(candidate, token)) : DOCUMENT_NONE;
        if (place != DOCUMENT_NONE)
            return place;
    }
    if (candidate->type == EVENT_ASSAULT && candidate->match.noun != DOCUMENT_NONE && arguments_is_noun(scene, candidate->match.noun))
        arguments_of_noun(scene, candidate->match.noun, &targets);
    for (size_t i = 0; i < targets.count; i++) {
        const uint32_t place = targets.items[i].slot.function == FUNCTION_PP && !targets.items[i].weak
                                   ? place__of_target(scene, targets.items[i].token, candidate->type, false) : DOCUMENT_NONE;
        if (place != DOCUMENT_NONE)
            return place;
    }
    return DOCUMENT_NONE;
}

/* "eroberte Palmyra vom IS zurück": what is taken, whomever it is taken from. */
static uint32_t place__taken(const struct scene *scene, const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->arguments.count && candidate->type == EVENT_ASSAULT; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        const uint32_t place = argument->slot.function == FUNCTION_AKK && !argument->weak
                                   ? place__of_target(scene, argument->token, candidate->type, true) : DOCUMENT_NONE;
        if (place != DOCUMENT_NONE)
            return place;
    }
    return DOCUMENT_NONE;
}

/* "In Goma versuchten sie, das Rathaus zu stürmen", "worauf die Polizei Tränengas einsetzte": the clause above, at whose place its act is done. */
static uint32_t place__clause_above(const struct scene *scene, const struct candidate *candidate, uint32_t verb)
{
    const struct document *const document = scene->document;
    const enum relation relation = document->tokens[verb].relation;
    const uint32_t mark = tree_mark(document, verb), above = tree_governing_clause(document, verb);
    const bool physical = candidate->type == EVENT_ASSAULT || candidate->type == EVENT_COERCE || candidate->type == EVENT_PROTEST;
    const bool infinitive = relation == RELATION_XCOMP || (relation == RELATION_CCOMP && tree_finite(document, verb) == DOCUMENT_NONE);
    const bool beside = relation == RELATION_ADVCL && (mark == DOCUMENT_NONE || !knowledge_is_occasion(scene->knowledge, arguments_lemma(scene, mark)));
    return physical && (infinitive || beside) && above != DOCUMENT_NONE && scene->verb_lemma[above] ? above : DOCUMENT_NONE;
}

/* The verb whose place is the candidate's too: the first of a coordination, the one that a noun stands with, that of the clause above. */
static uint32_t place__shared(const struct scene *scene, const struct candidate *candidate)
{
    const struct document *const document = scene->document;
    const uint32_t first = tree_first_conjunct(document, candidate->token);
    if (candidate->match.frame->kind != FRAME_NOUN)
        return first == candidate->token ? place__clause_above(scene, candidate, first) : scene->verb_lemma[first] ? first : DOCUMENT_NONE;
    const uint32_t head = tree_head(document, first);
    return head != DOCUMENT_NONE && scene->verb_lemma[head] ? head : DOCUMENT_NONE;
}

uint32_t place_find(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate)
{
    struct arguments other;
    const enum event_type type = frame_has_mode(candidate->match.frame, "meet") ? EVENT_CONSULT /* "lud nach Bern ein" */ : candidate->type;
    uint32_t place = place__among(scene, candidates, candidate->token, &candidate->arguments, type);
    if (place == DOCUMENT_NONE && candidate->match.noun != DOCUMENT_NONE && arguments_is_noun(scene, candidate->match.noun)) {
        arguments_of_noun(scene, candidate->match.noun, &other);
        place = place__among(scene, candidates, candidate->match.noun, &other, candidate->type);
    }
    if (place == DOCUMENT_NONE)
        place = place__off(scene, candidate->token);
    if (place == DOCUMENT_NONE)
        place = place__pointed_at(scene, candidate->token);
    if (place == DOCUMENT_NONE)
        place = place__visited(scene, candidate);
    if (place == DOCUMENT_NONE)
        place = place__of_meeting(scene, candidates, candidate);
    if (place == DOCUMENT_NONE)
        place = place__attacked(scene, candidate);
    if (place == DOCUMENT_NONE)
        place = place__taken(scene, candidate);
    if (place == DOCUMENT_NONE)
        place = place__court(scene, candidate);
    const struct candidate *const journey = place == DOCUMENT_NONE ? place__journey(scene, candidates, candidate) : NULL;
    if (journey)
        return place__among(scene, candidates, journey->token, &journey->arguments, EVENT_CONSULT);
    const uint32_t shared = place == DOCUMENT_NONE ? place__shared(scene, candidate) : DOCUMENT_NONE;
    if (shared == DOCUMENT_NONE)
        return place;
    arguments_of_verb(scene, shared, &other);
    return place__among(scene, candidates, shared, &other, candidate->type);
}

/* ---- what other mentions and the parties tell ------------------------------------------------------------------- */

/* Where one mention of an attack or an arrest tells the place, the others near it took place there too. */
static void place__share(const struct document *document, struct event *events, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count && (events[i].type == EVENT_ASSAULT || events[i].type == EVENT_COERCE) && events[i].place_entity == DOCUMENT_NONE; j++)
            if (j != i && events[j].incident == events[i].incident && events[i].sentence <= events[j].sentence + SENTENCES_OF_ACT &&
                events[j].sentence <= events[i].sentence + SENTENCES_OF_ACT && events[j].place_entity != DOCUMENT_NONE &&
                document->entities[events[j].place_entity].precision != PRECISION_COUNTRY) {
                events[i].place_entity = events[j].place_entity;
                events[i].place_mention = events[j].place_mention;
            }
    }
}

/* Are all of *country, or of one country where that is NULL? *country is it then. */
static bool place__only_country(const struct party *parties, size_t count, const char **country)
{
    for (size_t i = 0; i < count; i++) {
        if (!parties[i].code[0] || (*country && strcmp(parties[i].code, *country) != 0))
            return false;
        *country = parties[i].code;
    }
    return true;
}

/* Is the country, or a place in it, told near the sentence as where something is? */
static bool place__is_scene(const struct scene *scene, const char *country, uint32_t sentence)
{
    const struct document *const document = scene->document;
    for (size_t i = 0; i < document->mention_count; i++) {
        const struct mention *const mention = &document->mentions[i];
        const uint32_t there = document->tokens[mention->head].sentence;
        const struct entity *const entity = mention->entity_count && mention->kind != MENTION_MODIFIER ? &document->entities[mention->entities[0]] : NULL;
        if (entity && (entity->kind == ENTITY_COUNTRY || entity->kind == ENTITY_PLACE) && strcmp(entity->place_country, country) == 0 &&
            there <= sentence + SENTENCES_OF_ACT && sentence <= there + SENTENCES_OF_ACT &&
            (knowledge_preposition(scene->knowledge, arguments_preposition(scene, mention->head)) & PREPOSITION_PLACE))
            return true;
    }
    return false;
}

/* What those of a country do to others of it takes place there where the report tells nearby that something is there ("äthiopische Soldaten" alone tells
 * no place), unless it tells another. Of arrests and protests coders leave open what no word tells (docs/measuring.md). */
static void place__at_home(const struct scene *scene, struct event *event)
{
    const struct document *const document = scene->document;
    const char *country = NULL;
    if (event->place_entity != DOCUMENT_NONE || event->type != EVENT_ASSAULT || !event->actor_count || !event->recipient_count ||
        !place__only_country(event->actors, event->actor_count, &country) ||
        !place__only_country(event->recipients, event->recipient_count, &country) || !country || !place__is_scene(scene, country, event->sentence))
        return;
    for (size_t i = 0; i < document->entity_count; i++)
        if (document->entities[i].kind == ENTITY_COUNTRY && strcmp(document->entities[i].place_country, country) == 0) {
            event->place_entity = (uint32_t)i;
            return;
        }
}

void place_settle(const struct scene *scene, struct event *events, size_t count)
{
    place__share(scene->document, events, count);
    for (size_t i = 0; i < count; i++)
        place__at_home(scene, &events[i]);
}
