/* archive/rows_flows.c: who is said to supply whom: a row per supplier and recipient, with the number of distinct lines of the ledger, each
 * counted once under its surest certainty (enum ledger_flow). What is only stopped or refused is no flow. Goods and reports are never
 * counted. */
#include "archive/answer.h"
#include "archive/ledger_lines.h"
#include "archive/sets.h"

static const char *const flow__certainties[] = {"asserted", "likely", "possible", "denied", "open"};

static bool flow__add(struct laut_answer *answer, json_t *flows, const struct ledger_line *line, struct laut_error *error)
{
    const char *const key = arena_format(answer->arena, error, "%s\t%s", line->supplier, line->recipient);
    if (!key)
        return false;
    json_t *flow = json_object_get(flows, key);
    if (!flow) {
        flow = json_pack("{s:s,s:s,s:i,s:i,s:{s:i,s:i,s:i,s:i,s:i}}", "supplier", line->supplier, "recipient", line->recipient, "transfers", 0, "implied", 0,
                         "by_certainty", "asserted", 0, "likely", 0, "possible", 0, "denied", 0, "open", 0);
        if (!flow || json_object_set_new(flows, key, flow) != 0)
            return error_out_of_memory(error);
    }
    return (count_add(flow, "transfers", 1) && count_add(flow, "implied", line->implied) &&
            count_add(json_object_get(flow, "by_certainty"), flow__certainties[line->flow], 1)) ||
           error_out_of_memory(error);
}

bool rows_flows(struct laut_answer *answer, struct laut_error *error)
{
    json_t *const flows = json_object(), *flow;
    const char *key;
    bool done = (flows || error_out_of_memory(error)) && answer_ledger(answer, error);
    for (size_t i = 0; done && i < answer->ledger->whole; i++)
        done = answer->ledger->order[i]->flow == FLOW_NONE || flow__add(answer, flows, answer->ledger->order[i], error);
    json_object_foreach(flows, key, flow)
        done = done && (json_array_append(answer->all, flow) == 0 || error_out_of_memory(error));
    json_decref(flows);
    return done;
}
