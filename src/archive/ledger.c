/* archive/ledger.c: see archive/ledger.h. */
#include "archive/ledger.h"

#include "archive/record.h"
#include "archive/sets.h"

#include <string.h>

/* Whose word it is: the innermost source, or the outlet, or a report of an outlet that is not told. */
static const char *ledger__source(const json_t *claim)
{
    const json_t *const origin = claims_origin(claim);
    const char *const text = record_string(origin, "text"), *const outlet = record_string(claim, "outlet");
    return text && *text ? text : origin ? "unnamed" : outlet && *outlet ? outlet : "report";
}

static bool ledger__state(const json_t *claim, const char *state, json_t *states)
{
    const char *const stance = claims_stance(claim), *const source = ledger__source(claim);
    size_t index;
    json_t *entry, *found = NULL;
    json_array_foreach(states, index, entry)
        if (strcmp(record_string(entry, "state"), state) == 0 && strcmp(record_string(entry, "certainty"), stance) == 0)
            found = entry;
    if (!found) {
        found = json_pack("{s:s,s:s,s:[],s:i}", "state", state, "certainty", stance, "sources", "claims", 0);
        if (json_array_append_new(states, found) != 0)
            return false;
    }
    return set_add(json_object_get(found, "sources"), source) && count_add(found, "claims", 1);
}

static bool ledger__quantity(const json_t *claim, const json_t *item, json_t *quantities)
{
    const json_t *const quantity = json_object_get(item, "quantity");
    size_t index;
    json_t *entry;
    if (!json_is_object(quantity) || !json_is_number(json_object_get(quantity, "value")))
        return true;
    json_t *const own = json_pack("{s:s?,s:O?,s:O?,s:O?,s:O?,s:O?}", "source", ledger__source(claim), "value", json_object_get(quantity, "value"),
                                  "to", json_object_get(quantity, "to"), "relation", json_object_get(quantity, "relation"), "unit",
                                  json_object_get(quantity, "unit"), "scope", json_object_get(quantity, "scope"));
    bool known = false;
    json_array_foreach(quantities, index, entry)
        known = known || json_equal(entry, own) == 1;
    const bool done = own && (known || json_array_append(quantities, own) == 0);
    json_decref(own);
    return done;
}

bool ledger_claim(const json_t *claim, size_t item_index, const char *state, const char *via, json_t *row)
{
    const json_t *const item = json_array_get(json_object_get(claim, "items"), item_index);
    const bool implied = strcmp(state, "used") == 0 || strcmp(state, "seized") == 0;
    if (!implied && json_object_set_new(row, "implied", json_false()) != 0)
        return false;
    return ledger__state(claim, state, json_object_get(row, "states")) && ledger__quantity(claim, item, json_object_get(row, "quantities")) &&
           set_add_list(json_object_get(row, "via"), via) && set_add(json_object_get(row, "designations"), record_string(item, "designation")) &&
           set_add_all(json_object_get(row, "unroca"), json_object_get(item, "unroca"));
}

bool ledger_summary(const struct claims *claims, json_t *row)
{
    static const char *const kept[] = {"said", "reports", "outlets", "voices", "sources", "certainty", "claims", "withdrawn"};
    json_t *const summary = json_object(), *const incidents = json_array();
    bool done = summary && incidents && claims_summary(claims, summary);
    for (size_t i = 0; done && i < claims->count; i++)
        done = set_add(incidents, record_string(claims->items[i].json, "incident"));
    for (size_t i = 0; done && i < sizeof kept / sizeof kept[0]; i++)
        done = json_object_set(row, kept[i], json_object_get(summary, kept[i])) == 0;
    done = done && json_object_set(row, "happened", json_object_get(summary, "when")) == 0 && json_object_set(row, "incidents", incidents) == 0;
    json_decref(summary);
    json_decref(incidents);
    return done;
}
