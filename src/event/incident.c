/* event/incident.c: groups events of a report. Two mentions are one incident when their types are of one family, neither their
 * actors nor their recipients exclude each other, their times overlap or one has none, and their item classes do not differ;
 * at least one party must be shared. Every event joins the latest incident that takes it, compared with that incident's
 * fullest mention, else opens a new one (coding guide, section 1). */
#include "event/incident.h"

#include <string.h>

/* Acts of one family may be told under several types: an attack, its threat is another act. */
static bool incident__same_family(enum event_type a, enum event_type b)
{
    return a == b || (a == EVENT_AID && b == EVENT_COOPERATE) || (a == EVENT_COOPERATE && b == EVENT_AID);
}

static bool incident__same_party(const struct party *a, const struct party *b)
{
    if (a->entity != DOCUMENT_NONE && a->entity == b->entity)
        return true;
    return a->code[0] && strcmp(a->code, b->code) == 0;
}

/* 1: a party is shared, 0: one side names none, -1: they differ. */
static int incident__compare_parties(const struct party *a, size_t a_count, const struct party *b, size_t b_count)
{
    for (size_t i = 0; i < a_count; i++)
        for (size_t j = 0; j < b_count; j++)
            if (incident__same_party(&a[i], &b[j]))
                return 1;
    return a_count && b_count ? -1 : 0;
}

static bool incident__times_agree(const struct event *a, const struct event *b)
{
    if (a->begin_day == DAY_NONE || b->begin_day == DAY_NONE)
        return true;
    return a->begin_day <= b->end_day && b->begin_day <= a->end_day;
}

static bool incident__items_agree(const struct document *document, const struct event *a, const struct event *b)
{
    if (!a->item_count || !b->item_count)
        return true;
    for (size_t i = 0; i < a->item_count; i++)
        for (size_t j = 0; j < b->item_count; j++)
            if (strcmp(document->items[a->items[i]].item_class, document->items[b->items[j]].item_class) == 0)
                return true;
    return false;
}

static bool incident__places_agree(const struct document *document, const struct event *a, const struct event *b)
{
    if (a->place_entity == DOCUMENT_NONE || b->place_entity == DOCUMENT_NONE || a->place_entity == b->place_entity)
        return true;
    const struct entity *const x = &document->entities[a->place_entity], *const y = &document->entities[b->place_entity];
    return strcmp(x->place_country, y->place_country) == 0 &&
           (x->precision == PRECISION_COUNTRY || y->precision == PRECISION_COUNTRY || x->precision == PRECISION_REGION ||
            y->precision == PRECISION_REGION);
}

static bool incident__same(const struct document *document, const struct event *a, const struct event *b)
{
    if (!incident__same_family(a->type, b->type) || !incident__times_agree(a, b) || !incident__items_agree(document, a, b) ||
        !incident__places_agree(document, a, b))
        return false;
    const int actors = incident__compare_parties(a->actors, a->actor_count, b->actors, b->actor_count);
    const int recipients = incident__compare_parties(a->recipients, a->recipient_count, b->recipients, b->recipient_count);
    return actors >= 0 && recipients >= 0 && actors + recipients > 0;
}

void incident_number(const struct document *document, struct event *events, size_t count)
{
    uint32_t last = 0;
    for (size_t i = 0; i < count; i++) {
        events[i].incident = 0;
        for (size_t j = i; j-- > 0 && !events[i].incident;)
            if (incident__same(document, &events[i], &events[j]))
                events[i].incident = events[j].incident;
        if (!events[i].incident)
            events[i].incident = ++last;
    }
}
