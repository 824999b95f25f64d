/* archive/rows_flows.c: who is said to supply whom: a row per supplier and recipient, with the number of distinct lines of the ledger, each
 * counted once under the surest certainty of a claim that goods were delivered, used or seized. What is only licensed, promised, planned
 * or requested counts as open; what is only stopped or refused is no flow. Goods and reports are never counted. */
#include "archive/answer.h"
#include "archive/sets.h"

#include <stdio.h>
#include <string.h>

static const char *const flow__certainties[] = {"asserted", "likely", "possible", "denied", "open"};
enum { FLOW_OPEN = 4, FLOW_NONE = 5 };

static size_t flow__find(const char *const *words, size_t count, const char *word)
{
    size_t i = 0;
    while (i < count && (!word || strcmp(words[i], word) != 0))
        i++;
    return i;
}

/* The index of the surest certainty; FLOW_NONE: no flow. */
static size_t flow__certainty(const json_t *transfer)
{
    static const char *const done[] = {"delivered", "used", "seized"}, *const hoped[] = {"licensed", "promised", "planned", "requested"};
    size_t surest = FLOW_NONE, index;
    json_t *state;
    json_array_foreach(json_object_get(transfer, "states"), index, state) {
        const char *const name = json_string_value(json_object_get(state, "state"));
        const size_t own = flow__find(done, 3, name) < 3 ? flow__find(flow__certainties, FLOW_OPEN, json_string_value(json_object_get(state, "certainty")))
                           : flow__find(hoped, 4, name) < 4 ? FLOW_OPEN
                                                            : FLOW_NONE;
        if (own < surest)
            surest = own;
    }
    return surest;
}

static bool flow__add(json_t *flows, const json_t *transfer)
{
    char key[128];
    const char *const supplier = json_string_value(json_object_get(transfer, "supplier"));
    const char *const recipient = json_string_value(json_object_get(transfer, "recipient"));
    const size_t certainty = flow__certainty(transfer);
    if (certainty == FLOW_NONE)
        return true;
    (void)snprintf(key, sizeof key, "%.60s %.60s", supplier, recipient);
    json_t *flow = json_object_get(flows, key);
    if (!flow) {
        flow = json_pack("{s:s,s:s,s:i,s:i,s:{s:i,s:i,s:i,s:i,s:i}}", "supplier", supplier, "recipient", recipient, "transfers", 0, "implied", 0,
                         "by_certainty", "asserted", 0, "likely", 0, "possible", 0, "denied", 0, "open", 0);
        if (!flow || json_object_set_new(flows, key, flow) != 0)
            return false;
    }
    return count_add(flow, "transfers", 1) && count_add(flow, "implied", json_is_true(json_object_get(transfer, "implied"))) &&
           count_add(json_object_get(flow, "by_certainty"), flow__certainties[certainty], 1);
}

bool rows_flows(struct laut_answer *answer, struct laut_error *error)
{
    json_t *const flows = json_object(), *transfer = NULL, *flow;
    const int64_t page = answer->after;
    const char *key;
    enum row_found found = ROW_FAILED;
    answer->after = -1;
    bool done = flows || error_out_of_memory(error);
    while (done && (found = rows_transfers(answer, &transfer, error)) == ROW_FOUND) {
        done = flow__add(flows, transfer) || error_out_of_memory(error);
        json_decref(transfer);
    }
    answer->after = page;
    json_object_foreach(flows, key, flow)
        done = done && (json_array_append(answer->all, flow) == 0 || error_out_of_memory(error));
    json_decref(flows);
    return done && found == ROW_NONE;
}
