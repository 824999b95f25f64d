/* event/candidate.h: words of a document that may be triggers, each with its frame, companions and parties.
 *
 *     "Die USA fordern Russland auf, die Truppen abzuziehen."
 *         ->  fordern REQUEST, abzuziehen RETREAT with inside_content: it is part of what is demanded
 */
#ifndef EVENT_CANDIDATE_H
#define EVENT_CANDIDATE_H

#include "event/roles.h"

/* Where a role's parties were found: the further away, the less sure. */
enum role_path { PATH_NONE, PATH_OWN /* the trigger's companions */, PATH_CLAUSE, PATH_CONTENT /* what is asked or blamed */,
                 PATH_REPORT /* another act */, PATH_LIKELY /* event/likely.h */ };

struct candidate {
    uint32_t token;
    struct frame_match match;
    struct arguments arguments;
    struct role_parties actors, recipients;
    enum role_path actor_path, recipient_path;
    struct role_items items;
    enum event_type type;            /* the frame's, EVENT_TYPE_COUNT for what is part of another act */
    enum event_type content;         /* what is asked, promised, threatened, refused; EVENT_TYPE_COUNT: not told by a frame */
    const struct candidate *accuser; /* who accuses its actors of it, where no other source is told; NULL: nobody */
    bool dropped, lacks_parties;
    const struct candidate *holder;  /* the demand, promise, threat or refusal that it is part of; NULL: none */
    bool used;                       /* a noun that its verb's frame tells already */
    bool bare;                       /* a noun beside which nobody stands; others may tell who did it */
};

struct candidates {
    struct candidate *items;
    size_t count, capacity;
    uint32_t *of_token;              /* [token_count] index, DOCUMENT_NONE */
};

/* Finds them in the order of the text, fills roles, and drops those that are none: blocking senses, nouns that a verb's frame has
 * used, what is part of a demand, promise, threat or refusal, and acts without a party of public life. */
bool candidates_find(const struct scene *scene, struct arena *arena, struct candidates *candidates, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
