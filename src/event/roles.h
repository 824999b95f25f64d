/* event/roles.h: who fills a frame's roles.
 *
 *     "Stellungen der Hamas" as akk  ->  recipient Hamas (what belongs to a party stands for it)
 */
#ifndef EVENT_ROLES_H
#define EVENT_ROLES_H

#include "event/match.h"

enum { ROLES_MOST = 16 };

struct role_parties {
    struct party items[ROLES_MOST];
    uint32_t tokens[ROLES_MOST];     /* where each was found */
    size_t count;
};

struct role_items {
    uint32_t items[ROLES_MOST];
    size_t count;
};

/* The parties (actor, recipient) or items that the frame's role has here. */
void roles_parties(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments,
                   enum frame_role_name role, struct role_parties *parties);
void roles_items(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments,
                 struct role_items *items);

/* Is what is rejected only a claim ("wies den Vorwurf zurück, Waffen zu liefern"), so that its arms are not those of a refusal? */
bool roles_rejects_claim(const struct scene *scene, const struct frame *frame, const struct arguments *arguments);

/* Takes what stands at token with this slot into result; false: it is nothing to take. */
typedef bool roles_take(const struct scene *scene, const struct frame_term *term, struct frame_slot slot, uint32_t token, void *result);
/* Calls take for the arguments that a role's cell names: of each group the first that yields something. */
void roles_fill(const struct scene *scene, const struct frame_match *match, const struct arguments *arguments, const struct frame_role *role,
                roles_take *take, void *result);

/* Of a list that is gone through from its beginning keeps the party at index, behind the *kept ones kept before it. */
static inline void roles_keep(struct role_parties *parties, size_t index, size_t *kept)
{
    parties->tokens[*kept] = parties->tokens[index];
    parties->items[(*kept)++] = parties->items[index];
}

/* Adds the parties that token stands for. */
void roles_add(const struct scene *scene, struct frame_slot slot, uint32_t token, struct role_parties *parties);

/* A party for an entity that is mentioned at span. */
struct party roles_party(const struct document *document, uint32_t entity, struct span span);
/* Who says something as the one party of a role, found at the token. */
struct role_parties roles_speaker(const struct document *document, uint32_t entity, uint32_t token);
bool roles_have(const struct role_parties *parties, uint32_t entity);
/* Was one of the parties found at the token? */
bool roles_stand_at(const struct role_parties *parties, uint32_t token);

#endif
