/* fetch/tdmrep.c: jansson reads it. */
#include "fetch/tdmrep.h"

#include "fetch/path.h"

#include <jansson.h>
#include <string.h>

static bool tdmrep__rule(struct tdmrep *tdmrep, const json_t *entry, struct arena *arena, struct laut_error *error)
{
    const json_t *const reservation = json_object_get(entry, "tdm-reservation"), *const location = json_object_get(entry, "location"),
                 *const policy = json_object_get(entry, "tdm-policy");
    const bool told = json_is_integer(reservation) || json_is_boolean(reservation) || json_is_string(reservation);
    if (!json_is_string(location) || !told)
        return true;
    struct tdmrep_rule *const rule = arena_append(arena, &tdmrep->rules, &tdmrep->count, &tdmrep->capacity, sizeof *rule, error);
    if (!rule)
        return false;
    rule->reserved = json_integer_value(reservation) == 1 || json_is_true(reservation) ||
                     (json_is_string(reservation) && strcmp(json_string_value(reservation), "1") == 0);
    rule->location = arena_copy_string(arena, json_string_value(location), json_string_length(location), error);
    rule->policy = json_is_string(policy) ? arena_copy_string(arena, json_string_value(policy), json_string_length(policy), error) : NULL;
    return rule->location && (rule->policy || !json_is_string(policy));
}

const struct tdmrep *tdmrep_read(const char *text, size_t length, struct arena *arena, struct laut_error *error)
{
    struct tdmrep *const tdmrep = arena_take(arena, 1, sizeof *tdmrep, error);
    json_t *const root = json_loadb(text, length, 0, NULL);
    bool done = tdmrep != NULL;
    size_t index;
    const json_t *entry;
    json_array_foreach(root, index, entry)
        done = done && tdmrep__rule(tdmrep, entry, arena, error);
    json_decref(root);
    return done ? tdmrep : NULL;
}

const struct tdmrep_rule *tdmrep_find(const struct tdmrep *tdmrep, const char *path)
{
    const struct tdmrep_rule *found = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < tdmrep->count; i++) {
        const struct tdmrep_rule *const rule = &tdmrep->rules[i];
        const size_t length = strlen(rule->location);
        const bool better = !found || length > longest || (length == longest && rule->reserved);
        if (better && path_matches(rule->location, length, path)) {
            found = rule;
            longest = length;
        }
    }
    return found;
}
