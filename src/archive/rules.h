/* archive/rules.h: knowledge/archive/: families of types, and when two mentions tell of one act.
 *
 *     rules_match(rules, a, b)        index of the first rule that holds, -1: none
 *     rules_keys(rules, a, …)         numbers by which mentions are looked up: two mentions match by a rule only if they share a key
 */
#ifndef ARCHIVE_RULES_H
#define ARCHIVE_RULES_H

#include "archive/mention_features.h"

enum { RULE_FIELDS = 6, KEYS_AT_MOST = 64, RANK_MOST = 6 };

enum rule_test { TEST_NOTHING, TEST_COMPATIBLE, TEST_SAME, TEST_TWO, TEST_EQUAL, TEST_OTHER };

struct rule {
    const char *id, *families, *reason;
    enum rule_test tests[RULE_FIELDS];           /* who, whom, places, goods, modes, topics */
};

struct rules {
    struct rule *items;
    size_t count;
    const struct table *families;
    char sha256[65];                 /* of both tables, by which an archive knows that its incidents were joined by others */
};

/* In the arena. */
const struct rules *rules_open(struct arena *arena, struct laut_error *error);

/* knowledge/archive/agencies.tsv; NULL: failed. */
const struct table *rules_agencies(struct arena *arena, struct laut_error *error);

/* knowledge/archive/countries.tsv; NULL: failed. */
const struct table *rules_countries(struct arena *arena, struct laut_error *error);

/* knowledge/archive/transfers.tsv; NULL: failed. */
const struct table *rules_transfers(struct arena *arena, struct laut_error *error);

/* knowledge/archive/routes.tsv; NULL: failed. */
const struct table *rules_routes(struct arena *arena, struct laut_error *error);

const char *rules_family(const struct rules *rules, const char *type, const char *modes);
int rules_match(const struct rules *rules, const struct features *a, const struct features *b);

/* Hashes of family, rule and what must be the same. Returns how many were written. */
size_t rules_keys(const struct rules *rules, const struct features *features, int64_t keys[KEYS_AT_MOST]);

/* How much a mention tells, 0 to RANK_MOST (it tells a day): the more specific one leads. */
int rules_rank(const struct features *features);

/* The key under which mentions of unknown day that tell the same stand together; one that tells too little stands together only with
 * those in the same words. */
int64_t rules_own_key(const struct features *features);

/* The id of the rule for mentions without a day in one cluster; its line is no test. */
#define RULE_ALIKE "alike"
/* That of mentions that people joined. */
#define RULE_PEOPLE "people"

/* NULL: no such rule. */
const char *rules_reason(const struct rules *rules, const char *id);

#endif
