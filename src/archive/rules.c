/* archive/rules.c: see archive/rules.h. */
#include "archive/rules.h"

#include "base/hash.h"
#include "base/table.h"

#include <string.h>

extern const char archive_families[], *const archive_families_end, archive_joining[], *const archive_joining_end,
    archive_countries[], *const archive_countries_end, archive_agencies[], *const archive_agencies_end, archive_transfers[], *const archive_transfers_end,
    archive_routes[], *const archive_routes_end;

enum { FAMILY_ID, FAMILY_TYPE, FAMILY_MODE, FAMILY_NAME, FAMILY_COLUMNS = 6 };
enum { RULE_ID, RULE_FAMILY, RULE_WHO, RULE_REASON = RULE_WHO + RULE_FIELDS, RULE_COLUMNS = RULE_REASON + 3 };
enum { WORDS_AT_MOST = 4, WORD_BYTES = 100 };

/* Counts up where the code joins otherwise with the same tables: archives that were joined before are joined again. */
static const char rules__generation[] = "2";

static bool rules__read(struct arena *arena, struct rules *rules, const struct table *table, struct laut_error *error)
{
    static const char *const tests[] = {"*", "~", "=", "==", "=all", "=other"};
    rules->count = table->row_count;
    rules->items = arena_take(arena, rules->count + 1, sizeof *rules->items, error);
    for (size_t row = 0; rules->items && row < rules->count; row++) {
        struct rule *const rule = &rules->items[row];
        *rule = (struct rule){.id = table_cell(table, row, RULE_ID), .families = table_cell(table, row, RULE_FAMILY),
                              .reason = table_cell(table, row, RULE_REASON)};
        for (size_t i = 0; i < RULE_FIELDS; i++) {
            const int test = table_term(table_cell(table, row, RULE_WHO + i), tests, 6);
            if (test < 0)
                return table_error(table, row, error, "write =, ==, =all, =other, ~ or *", "column %zu is none of the tests", RULE_WHO + i + 1);
            rule->tests[i] = (enum rule_test)test;
        }
    }
    return rules->items != NULL;
}

const struct rules *rules_open(struct arena *arena, struct laut_error *error)
{
    static const char *const family_columns[] = {"id", "type", "mode", "family", "source", "checked"};
    static const char *const rule_columns[] = {"id", "family", "who", "whom", "place", "goods", "mode", "topic", "reason", "source", "checked"};
    struct rules *const rules = arena_take(arena, 1, sizeof *rules, error);
    const size_t families = (size_t)(archive_families_end - archive_families), joining = (size_t)(archive_joining_end - archive_joining);
    if (!rules)
        return NULL;
    rules->families = table_open_text(arena, "knowledge/archive/families.tsv", archive_families, families, family_columns, FAMILY_COLUMNS, error);
    const struct table *const table = table_open_text(arena, "knowledge/archive/joining.tsv", archive_joining, joining, rule_columns,
                                                      RULE_COLUMNS, error);
    char *const both = rules->families && table ? arena_take(arena, families + joining + sizeof rules__generation, 1, error) : NULL;
    if (!both || !rules__read(arena, rules, table, error))
        return NULL;
    memcpy(both, archive_families, families);
    memcpy(both + families, archive_joining, joining);
    memcpy(both + families + joining, rules__generation, sizeof rules__generation);
    hash_sha256(both, families + joining + sizeof rules__generation, rules->sha256);
    return rules;
}

const struct table *rules_agencies(struct arena *arena, struct laut_error *error)
{
    static const char *const columns[] = {"id", "credit", "name", "source", "checked"};
    return table_open_text(arena, "knowledge/archive/agencies.tsv", archive_agencies, (size_t)(archive_agencies_end - archive_agencies),
                           columns, 5, error);
}

const struct table *rules_countries(struct arena *arena, struct laut_error *error)
{
    static const char *const columns[] = {"id", "code", "alpha2", "name", "source", "checked"};
    return table_open_text(arena, "knowledge/archive/countries.tsv", archive_countries, (size_t)(archive_countries_end - archive_countries),
                           columns, 6, error);
}

const struct table *rules_transfers(struct arena *arena, struct laut_error *error)
{
    static const char *const columns[] = {"id", "type", "mode", "frame", "factuality", "aux", "state", "direction", "source", "checked"};
    return table_open_text(arena, "knowledge/archive/transfers.tsv", archive_transfers,
                           (size_t)(archive_transfers_end - archive_transfers), columns, 10, error);
}

const struct table *rules_routes(struct arena *arena, struct laut_error *error)
{
    static const char *const columns[] = {"id", "words", "source", "checked"};
    return table_open_text(arena, "knowledge/archive/routes.tsv", archive_routes, (size_t)(archive_routes_end - archive_routes), columns, 4, error);
}

const char *rules_family(const struct rules *rules, const char *type, const char *modes)
{
    for (size_t row = 0; row < rules->families->row_count; row++) {
        const char *const mode = table_cell(rules->families, row, FAMILY_MODE);
        if (strcmp(table_cell(rules->families, row, FAMILY_TYPE), type) == 0 && (!*mode || list_has(modes, mode)))
            return table_cell(rules->families, row, FAMILY_NAME);
    }
    return type;
}

static const char *rules__field(const struct features *features, size_t field)
{
    const char *const fields[RULE_FIELDS] = {features->who, features->whom, features->places, features->goods, features->modes, features->topics};
    return fields[field];
}

/* Cuts a list into its first words; returns how many. */
static size_t rules__words(const char *list, char words[WORDS_AT_MOST][WORD_BYTES])
{
    size_t count = 0;
    for (const char *at = list; *at && count < WORDS_AT_MOST;) {
        size_t length = strcspn(at, " ");
        const size_t kept = length < WORD_BYTES ? length : WORD_BYTES - 1;
        memcpy(words[count], at, kept);
        words[count++][kept] = '\0';
        length += at[length] == ' ';
        at += length;
    }
    return count;
}

static bool rules__meet(const char *a, const char *b)
{
    char words[WORDS_AT_MOST][WORD_BYTES];
    const size_t count = rules__words(a, words);
    for (size_t i = 0; i < count; i++)
        if (list_has(b, words[i]))
            return true;
    return false;
}

/* Who and whom together, sorted: between partners it does not matter who is told to have acted. */
static size_t rules__parties(const struct features *features, char words[2 * WORDS_AT_MOST][WORD_BYTES])
{
    size_t count = rules__words(features->who, words);
    char more[WORDS_AT_MOST][WORD_BYTES];
    const size_t more_count = rules__words(features->whom, more);
    for (size_t i = 0; i < more_count; i++) {
        bool known = false;
        for (size_t k = 0; k < count; k++)
            known = known || strcmp(words[k], more[i]) == 0;
        if (!known)
            memcpy(words[count++], more[i], WORD_BYTES);
    }
    for (size_t i = 1; i < count; i++)
        for (size_t k = i; k > 0 && strcmp(words[k - 1], words[k]) > 0; k--) {
            char other[WORD_BYTES];
            memcpy(other, words[k], WORD_BYTES);
            memcpy(words[k], words[k - 1], WORD_BYTES);
            memcpy(words[k - 1], other, WORD_BYTES);
        }
    return count;
}

static bool rules__two_topics(const struct features *a, const struct features *b)
{
    size_t common = 0;
    for (const char *at = a->topics; *at;) {
        char word[16];
        const size_t length = strcspn(at, " ");
        (void)snprintf(word, sizeof word, "%.*s", (int)length, at);
        common += list_has(b->topics, word);
        at += length + (at[length] == ' ');
    }
    return common >= 2;
}

static bool rules__two(const struct features *a, const struct features *b)
{
    char first[2 * WORDS_AT_MOST][WORD_BYTES], second[2 * WORDS_AT_MOST][WORD_BYTES];
    const size_t first_count = rules__parties(a, first), second_count = rules__parties(b, second);
    size_t common = 0;
    for (size_t i = 0; i < first_count; i++)
        for (size_t k = 0; k < second_count; k++)
            common += strcmp(first[i], second[k]) == 0;
    return common >= 2;
}

/* A kind of arms that is not told more exactly goes with any other. */
static bool rules__goods_compatible(const char *a, const char *b)
{
    static const char *const loose[] = {"missile", "weapon", "military-equipment", "ammunition"};
    for (size_t i = 0; i < sizeof loose / sizeof loose[0]; i++)
        if (list_has(a, loose[i]) || list_has(b, loose[i]))
            return true;
    return false;
}

/* Places contradict each other where both name one of a kind (site, city, region) and not the same: a site may lie in a city. */
static bool rules__places_compatible(const char *a, const char *b)
{
    char words[WORDS_AT_MOST][WORD_BYTES], others[WORDS_AT_MOST][WORD_BYTES];
    const size_t count = rules__words(a, words), other_count = rules__words(b, others);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < other_count; k++)
            if (words[i][0] == others[k][0])
                return false;
    return true;
}

static bool rules__compatible(size_t field, const char *a, const char *b)
{
    return rules__meet(a, b) || (field == 2 && rules__places_compatible(a, b)) || (field == 3 && rules__goods_compatible(a, b));
}

static bool rules__holds(const struct rule *rule, const struct features *a, const struct features *b)
{
    for (size_t i = 0; i < RULE_FIELDS; i++) {
        const char *const first = rules__field(a, i), *const second = rules__field(b, i);
        const bool told = *first && *second;
        switch (rule->tests[i]) {
        case TEST_NOTHING:
            break;
        case TEST_COMPATIBLE:
            if (told && !rules__compatible(i, first, second))
                return false;
            break;
        case TEST_SAME:
            if (!told || !rules__meet(first, second))
                return false;
            break;
        case TEST_EQUAL:
            if (!told || strcmp(first, second) != 0)
                return false;
            break;
        case TEST_OTHER:
            if (!told || !rules__meet(first, second) || strcmp(a->who, a->whom) == 0 || strcmp(b->who, b->whom) == 0)
                return false;
            break;
        case TEST_TWO:
            if (!(i == RULE_FIELDS - 1 ? rules__two_topics(a, b) : rules__two(a, b)))
                return false;
            break;
        }
    }
    return true;
}

static bool rules__of_family(const struct rule *rule, const char *family)
{
    const size_t length = strlen(family);
    for (const char *at = rule->families; *at;) {
        const size_t found = strcspn(at, ",");
        if (found == length && memcmp(at, family, length) == 0)
            return true;
        at += found + (at[found] == ',');
    }
    return !*rule->families;
}

/* What two reports tell of the time can both be true. */
static bool rules__times_compatible(const struct features *a, const struct features *b)
{
    return a->begin == DAY_UNKNOWN || b->begin == DAY_UNKNOWN || (a->begin <= b->end && b->begin <= a->end);
}

/* A strike and the answer to it: each acts on the other. */
static bool rules__are_answers(const struct features *a, const struct features *b)
{
    return rules__meet(a->who, b->whom) && rules__meet(a->whom, b->who) && !rules__meet(a->who, b->who);
}

int rules_match(const struct rules *rules, const struct features *a, const struct features *b)
{
    if (strcmp(a->family, b->family) != 0 || !rules__times_compatible(a, b))
        return -1;
    const bool answers = rules__are_answers(a, b);       /* partners of a deal or a meeting may be told either way round */
    for (size_t i = 0; i < rules->count; i++)
        if (rules__of_family(&rules->items[i], a->family) && (!answers || rules->items[i].tests[0] == TEST_TWO) && rules__holds(&rules->items[i], a, b))
            return (int)i;
    return -1;
}

struct key_maker {
    int64_t *keys;
    size_t count;
};

static void rules__key(struct key_maker *maker, uint64_t hash)
{
    const int64_t key = (int64_t)(hash >> 16);   /* 48 bits: six bytes in the file instead of eight */
    for (size_t i = 0; i < maker->count; i++)
        if (maker->keys[i] == key)
            return;
    if (maker->count < KEYS_AT_MOST)
        maker->keys[maker->count++] = key;
}

/* Appends a key for each choice of one word per field that must be the same, from field on. */
static void rules__combine(struct key_maker *maker, const struct rule *rule, const struct features *features, size_t field, uint64_t hash)
{
    char words[WORDS_AT_MOST][WORD_BYTES];
    while (field < RULE_FIELDS && rule->tests[field] != TEST_SAME && rule->tests[field] != TEST_OTHER && rule->tests[field] != TEST_EQUAL)
        field++;
    if (field == RULE_FIELDS) {
        rules__key(maker, hash_mix(hash));
        return;
    }
    const char *const list = rules__field(features, field);
    if (rule->tests[field] == TEST_EQUAL && *list)
        rules__combine(maker, rule, features, field + 1, hash_bytes(list, strlen(list), hash + field + 1));
    const size_t count = rule->tests[field] == TEST_EQUAL ? 0 : rules__words(list, words);
    for (size_t i = 0; i < count; i++)
        rules__combine(maker, rule, features, field + 1, hash_bytes(words[i], strlen(words[i]), hash + field + 1));
}

static void rules__pairs(struct key_maker *maker, const struct features *features, uint64_t hash)
{
    char words[2 * WORDS_AT_MOST][WORD_BYTES];
    const size_t count = rules__parties(features, words);
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            rules__key(maker, hash_bytes(words[k], strlen(words[k]), hash_bytes(words[i], strlen(words[i]), hash)));
}

size_t rules_keys(const struct rules *rules, const struct features *features, int64_t keys[KEYS_AT_MOST])
{
    struct key_maker maker = {.keys = keys};
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *const rule = &rules->items[i];
        const uint64_t hash = hash_bytes(features->family, strlen(features->family), hash_bytes(rule->id, strlen(rule->id), features->dated));
        if (!rules__of_family(rule, features->family))
            continue;
        if (rule->tests[0] == TEST_TWO)
            rules__pairs(&maker, features, hash);
        else
            rules__combine(&maker, rule, features, 0, hash);
    }
    return maker.count;
}

int rules_rank(const struct features *features)
{
    if (features->dated)
        return RANK_MOST;
    const bool place = *features->places, pair = *features->who && *features->whom;
    const int told = place && pair ? 2 : place || pair || (*features->goods && (*features->who || *features->whom)) ? 1 : 0;
    return 2 * told + (features->begin != DAY_UNKNOWN);
}

int64_t rules_own_key(const struct features *features)
{
    uint64_t hash = hash_bytes(features->family, strlen(features->family), 3);
    const bool pair = *features->who && *features->whom && strcmp(features->who, features->whom) != 0;
    if (!pair && !*features->places && !(*features->goods && (*features->who || *features->whom)))
        return (int64_t)(hash_bytes(features->words, strlen(features->words), hash + 9) >> 16);
    const char *const told[] = {*features->places ? "" : features->who, *features->places ? "" : features->whom, features->places,
                                *features->places || pair ? "" : features->goods};
    const int64_t days[] = {features->begin, features->end};
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        hash = hash_bytes(told[i], strlen(told[i]), hash + i);
    if (features->begin != DAY_UNKNOWN)
        hash = hash_bytes(days, sizeof days, hash);
    return (int64_t)(hash_mix(hash) >> 16);
}

const char *rules_reason(const struct rules *rules, const char *id)
{
    for (size_t i = 0; i < rules->count; i++)
        if (strcmp(rules->items[i].id, id) == 0)
            return rules->items[i].reason;
    return NULL;
}
