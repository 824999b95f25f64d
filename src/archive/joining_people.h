/* archive/joining_people.h: which mentions people have joined, or taken out of an incident together.
 *
 *     laut review join i-1 i-2      the claims of both are one group: linked whatever the rules say, and others may still join by rule
 *     laut review split i-1 c-1     the claim is a group apart: nothing joins it but what people put there
 *
 * A mention is in the group of its claims; in the newest, where they are in several.
 */
#ifndef ARCHIVE_JOINING_PEOPLE_H
#define ARCHIVE_JOINING_PEOPLE_H

#include "archive/neighbours.h"

struct group {
    int64_t number;                  /* 0: none */
    bool apart;
};

bool group_of_mention(struct laut_archive *archive, int64_t mention, struct group *group, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The mentions of a group that stand in an incident now. */
bool group_members(struct laut_archive *archive, const struct group *group, struct arena *arena, struct mentions *members, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The one that the others without a day hang on: a dated one before others, then what tells more, then the smaller claim. mention itself counts
 * too, and is what is given where it is the first. */
const struct mention *group_anchor(const struct mentions *members, const struct mention *mention);

#endif
