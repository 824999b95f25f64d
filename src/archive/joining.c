/* archive/joining.c: incidents as a function of the set of mentions, kept up to date at a cost that depends on what is near.
 *
 * A mention tells a day (dated), or is published on one. Incidents are the connected parts of these links:
 *   1. two dated mentions of one day that match by a rule;
 *   2. a mention without a day hangs on one parent: the dated mention that it matches best, on its day of publication or up to
 *      DAYS_BEFORE days before; without one, the best mention without a day that tells more (rules_rank), published at most
 *      DAYS_APART days away. Best is the earlier rule, then the nearer day, then the smaller claim; where the best ones tell of
 *      different places, it hangs on none;
 *   3. mentions without a parent that tell the same (rules_own_key) stand in one cluster: those of a day with no such mention
 *      DAYS_APART days before it, and those published up to DAYS_APART days after that day; else those of one day.
 *   4. those that people joined (archive/joining_people.h) are linked whatever the rules say; those that people took out of an incident are
 *      linked to each other alone.
 * No other link joins dated mentions of different days, so that a war is no single incident. Each link depends on mentions near in time
 * alone and on no order of adding; a new mention changes links only of those that match it. */
#include "archive/joining.h"

#include "archive/incidents.h"
#include "archive/joining_people.h"
#include "archive/neighbours.h"
#include "base/hash.h"

#include <string.h>

enum { RULE_OF_PEOPLE = -1 };        /* instead of the number of a rule */

struct place {                       /* where a mention without a day belongs */
    int64_t parent, incident, cluster;           /* incident: the parent's */
    int rule;
};

/* ---- what the links are */

static int64_t joining__distance(int64_t a, int64_t b)
{
    return a > b ? a - b : b - a;
}

/* Is a better to hang on than b? */
static int joining__compare(const struct mention *a, const struct mention *b, int64_t day)
{
    const int64_t a_far = joining__distance(day, a->features.day), b_far = joining__distance(day, b->features.day);
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    return a_far != b_far ? (a_far < b_far ? -1 : 1) : 0;
}

static bool joining__places_meet(const char *a, const char *b)
{
    if (!*a || !*b)
        return true;
    for (const char *at = a; *at;) {
        char word[128];
        const size_t length = strcspn(at, " ");
        (void)snprintf(word, sizeof word, "%.*s", (int)length, at);
        if (list_has(b, word))
            return true;
        at += length + (at[length] == ' ');
    }
    return false;
}

/* Those without a day that tell more than rank, or those with one. */
static bool joining__leads(const struct mention *candidate, bool dated, int rank)
{
    return candidate->features.dated == dated && rules_rank(&candidate->features) > rank;
}

/* The best of them; NULL: none, or they contradict each other. */
static const struct mention *joining__best(const struct mentions *near, bool dated, int rank, int64_t day)
{
    const struct mention *best = NULL;
    for (size_t i = 0; i < near->count; i++) {
        const struct mention *const one = &near->items[i];
        if (!joining__leads(one, dated, rank))
            continue;
        const int order = best ? joining__compare(one, best, day) : -1;
        if (order < 0 || (order == 0 && strcmp(one->features.claim, best->features.claim) < 0))
            best = one;
    }
    for (size_t i = 0; best && i < near->count; i++) {
        const struct mention *const one = &near->items[i];
        if (joining__leads(one, dated, rank) && joining__compare(one, best, day) == 0 &&
            !joining__places_meet(one->features.places, best->features.places))
            return NULL;
    }
    return best;
}

/* The first day that leads is the cluster's: one with such a mention, and none on the days before. */
static bool joining__cluster(struct laut_archive *archive, const struct mention *mention, int64_t *cluster, struct arena *arena,
                             struct laut_error *error)
{
    bool known[2 * DAYS_APART];
    int64_t leader = mention->features.day;
    if (!neighbours_days(archive, mention, known, arena, error))
        return false;
    for (int before = 0; before <= DAYS_APART; before++) {
        bool leads = before == 0 || known[before - 1];
        for (int i = before; leads && i < before + DAYS_APART; i++)
            leads = !known[i];
        if (leads) {
            leader -= before;
            break;
        }
    }
    *cluster = day_key(leader, rules_own_key(&mention->features));
    return true;
}

/* With whom people have put it; nobody: place stays empty. */
static bool joining__in_group(struct laut_archive *archive, const struct mention *mention, const struct group *group, struct arena *arena,
                              struct place *place, struct laut_error *error)
{
    struct mentions members = {.count = 0};
    if (!group_members(archive, group, arena, &members, error))
        return false;
    const struct mention *const anchor = group_anchor(&members, mention);
    if (anchor != mention)
        *place = (struct place){.parent = anchor->id, .incident = anchor->incident, .rule = RULE_OF_PEOPLE};
    else if (group->apart)
        place->cluster = INT64_MIN + group->number;        /* no day has it */
    return true;
}

/* near: its neighbours. */
static bool joining__decide(struct laut_archive *archive, const struct mention *mention, const struct mentions *near, struct arena *arena,
                            struct place *place, struct laut_error *error)
{
    const int rank = rules_rank(&mention->features);
    const struct mention *best = joining__best(near, true, rank, mention->features.day);
    bool dated = false;
    for (size_t i = 0; i < near->count; i++)
        dated = dated || near->items[i].features.dated;
    if (!dated)
        best = joining__best(near, false, rank, mention->features.day);
    struct group group;
    *place = (struct place){.parent = 0};
    if (!group_of_mention(archive, mention->id, &group, error) || (group.number && !joining__in_group(archive, mention, &group, arena, place, error)))
        return false;
    if (place->parent || place->cluster)
        return true;
    if (!best)
        return joining__cluster(archive, mention, &place->cluster, arena, error);
    place->parent = best->id;
    place->incident = best->incident;
    place->rule = best->rule;
    return true;
}

/* ---- keeping them */

static const char *joining__rule(const struct laut_archive *archive, int rule)
{
    return rule == RULE_OF_PEOPLE ? RULE_PEOPLE : archive->rules->items[rule].id;
}

static bool joining__link(struct laut_archive *archive, int64_t later, int64_t earlier, const char *rule, struct laut_error *error)
{
    return statement_run(archive, SQL_MENTION_LINK_INSERT, error, "iis", later, earlier, rule);
}

/* Hangs a mention where it belongs now; keep: an incident that it may go on with if it stands alone. */
static bool joining__hang(struct laut_archive *archive, const struct mention *mention, const struct place *place, int64_t keep,
                          struct laut_error *error)
{
    int64_t target = 0, mate = 0;
    if ((mention->incident && !statement_run(archive, SQL_MENTION_LINK_DELETE, error, "i", mention->id)) ||
        !statement_run(archive, SQL_MENTION_HANG, error, place->parent ? "iin" : "ini", mention->id,
                       place->parent ? place->parent : place->cluster))
        return false;
    if (place->parent) {
        target = place->incident;
        if (!joining__link(archive, mention->id, place->parent, joining__rule(archive, place->rule), error))
            return false;
    } else {
        struct statement find = statement_open(archive, SQL_MENTION_CLUSTER_MATE, error);
        if (statement_bind(&find, "ii", place->cluster, mention->id) && statement_step(&find)) {
            mate = column_number(&find, 0);
            target = column_number(&find, 1);
        }
        if (!statement_close(&find) || (mate && !joining__link(archive, mention->id, mate, RULE_ALIKE, error)))
            return false;
    }
    return incidents_move(archive, mention, target, keep, error);
}

static bool joining__again(struct laut_archive *archive, int64_t id, struct arena *arena, struct laut_error *error)
{
    struct mention mention;
    struct mentions near = {.count = 0};
    struct place place;
    if (!mention_open(archive, id, arena, &mention, error) || mention.features.dated || !mention.incident)
        return mention.incident == 0 || mention.features.dated;
    if (!neighbours_find(archive, &mention, arena, &near, error) || !joining__decide(archive, &mention, &near, arena, &place, error))
        return false;
    return (place.parent == mention.parent && place.cluster == mention.cluster) || joining__hang(archive, &mention, &place, 0, error);
}

/* Mentions without a day for which this one is, or was, something to hang on or to stand with; near: its neighbours. */
static bool joining__around(struct laut_archive *archive, const struct mention *mention, const struct mentions *near, struct arena *arena,
                            struct laut_error *error)
{
    const int64_t day = mention->features.day;
    const int rank = rules_rank(&mention->features);
    struct mentions alike = {.count = 0};
    for (size_t i = 0; i < near->count; i++)
        if (!near->items[i].features.dated && rules_rank(&near->items[i].features) < rank &&
            !joining__again(archive, near->items[i].id, arena, error))
            return false;
    if (mention->features.dated)
        return true;
    int64_t other = 0;
    if (!statement_number(archive, SQL_MENTION_KEY_OTHER, error, &other, "ii", day_key(day, rules_own_key(&mention->features)), mention->id))
        return false;
    if (other)                                   /* the day had such a mention before and after: nobody's cluster changes */
        return true;
    if (!neighbours_alike(archive, mention, day, day + 2 * DAYS_APART, arena, &alike, error))
        return false;
    for (size_t i = 0; i < alike.count; i++)
        if (alike.items[i].id != mention->id && !joining__again(archive, alike.items[i].id, arena, error))
            return false;
    return true;
}

/* Those without a day that people have put with a mention hang on the first of them. */
static bool joining__fellows(struct laut_archive *archive, const struct mention *mention, const struct group *group, struct arena *arena,
                             struct laut_error *error)
{
    struct mentions members = {.count = 0};
    if (!group_members(archive, group, arena, &members, error))
        return false;
    for (size_t i = 0; i < members.count; i++)
        if (members.items[i].id != mention->id && !joining__again(archive, members.items[i].id, arena, error))
            return false;
    return true;
}

/* Appends the dated mentions that people have put with this one. */
static bool joining__dated_of_group(struct laut_archive *archive, const struct mention *mention, const struct group *group, struct arena *arena,
                                    struct mentions *same, struct laut_error *error)
{
    struct mentions members = {.count = 0};
    if (group->number && !group_members(archive, group, arena, &members, error))
        return false;
    for (size_t i = 0; i < members.count; i++) {
        if (!members.items[i].features.dated || members.items[i].id == mention->id)
            continue;
        struct mention *const one = arena_append(arena, &same->items, &same->count, &same->capacity, sizeof *one, error);
        if (!one)
            return false;
        *one = members.items[i];
        one->rule = RULE_OF_PEOPLE;
    }
    return true;
}

/* A dated mention joins all incidents of its day that it matches, and those that people say (in near with the rule of people). */
static bool joining__dated(struct laut_archive *archive, const struct mention *mention, const struct mentions *near, int64_t keep,
                           struct laut_error *error)
{
    int64_t incident = 0;
    for (size_t i = 0; i < near->count; i++) {
        const struct mention *const other = &near->items[i];
        bool joined = !other->features.dated || incident == other->incident || !other->incident;
        for (size_t k = 0; k < i; k++)
            joined = joined || (near->items[k].features.dated && near->items[k].incident == other->incident);
        if (joined)
            continue;
        if (!joining__link(archive, mention->id, other->id, joining__rule(archive, other->rule), error) ||
            (incident && !incidents_merge(archive, &incident, other->incident, error)))
            return false;
        incident = incident ? incident : other->incident;
    }
    return incidents_move(archive, mention, incident, keep, error);
}

/* What a mention may be joined to, before people have their say; nothing where they set it apart. */
static bool joining__near(struct laut_archive *archive, const struct mention *mention, const struct group *group, struct arena *arena,
                          struct mentions *near, struct laut_error *error)
{
    return group->apart || mention->features.day == DAY_UNKNOWN ||
           (neighbours_insert(archive, mention, arena, error) && neighbours_find(archive, mention, arena, near, error));
}

static bool joining__place(struct laut_archive *archive, int64_t id, int64_t keep, struct arena *arena, struct laut_error *error)
{
    struct mention mention;
    struct mentions near = {.count = 0}, linked;
    struct place place;
    struct group group;
    if (!mention_open(archive, id, arena, &mention, error) || !group_of_mention(archive, id, &group, error))
        return false;
    if (mention.features.day == DAY_UNKNOWN && !group.number)        /* near in time to nothing: it stands alone */
        return incidents_move(archive, &mention, 0, keep, error);
    if (!joining__near(archive, &mention, &group, arena, &near, error))
        return false;
    linked = near;
    if (mention.features.dated ? !joining__dated_of_group(archive, &mention, &group, arena, &linked, error) ||
                                     !joining__dated(archive, &mention, &linked, keep, error)
                               : !joining__decide(archive, &mention, &near, arena, &place, error) ||
                                     !joining__hang(archive, &mention, &place, keep, error))
        return false;
    return (!group.number || joining__fellows(archive, &mention, &group, arena, error)) &&
           (group.apart || mention.features.day == DAY_UNKNOWN || joining__around(archive, &mention, &near, arena, error));
}

bool joining_add(struct laut_archive *archive, int64_t mention, struct arena *arena, struct laut_error *error)
{
    return joining__place(archive, mention, 0, arena, error);
}

bool joining_restore(struct laut_archive *archive, int64_t mention, int64_t incident, struct arena *arena, struct laut_error *error)
{
    int64_t free = 0;
    return statement_number(archive, SQL_INCIDENT_FREE, error, &free, "i", incident) &&
           joining__place(archive, mention, free ? incident : 0, arena, error);
}

struct member {                      /* a mention that was taken out, and where it stood */
    int64_t id, incident;
};

struct members {
    struct member *items;
    size_t count, capacity;
};

/* Takes all mentions out of an incident; the one that it was named after comes first, so that its id stays with that one. */
static bool joining__take_out(struct laut_archive *archive, int64_t incident, struct arena *arena, struct members *members, struct laut_error *error)
{
    const size_t first = members->count;
    struct statement find = statement_open(archive, SQL_INCIDENT_MEMBERS, error);
    bool done = statement_bind(&find, "i", incident);
    while (done && statement_step(&find)) {
        struct member *const member = arena_append(arena, &members->items, &members->count, &members->capacity, sizeof *member, error);
        done = member != NULL;
        if (done)
            *member = (struct member){column_number(&find, 0), incident};
    }
    if (!statement_close(&find) || !done)
        return false;
    for (size_t i = first; i < members->count; i++) {
        struct mention member;
        bool namesake = false;
        if (!mention_open(archive, members->items[i].id, arena, &member, error) ||
            !incidents_is_namesake(archive, incident, member.features.claim, &namesake, error) || !neighbours_delete(archive, &member, arena, error) ||
            !statement_run(archive, SQL_MENTION_LINK_DELETE_BOTH, error, "i", member.id) ||
            !statement_run(archive, SQL_MENTION_HANG, error, "inn", member.id) ||
            !statement_run(archive, SQL_MENTION_INCIDENT, error, "in", member.id))
            return false;
        if (namesake) {
            const struct member own = members->items[i];
            members->items[i] = members->items[first];
            members->items[first] = own;
        }
    }
    return true;
}

/* Where nobody of those that stood in an incident stands there any more, its id follows the first of them; 0: there is none. */
static bool joining__follow(struct laut_archive *archive, int64_t incident, int64_t first, struct arena *arena, struct laut_error *error)
{
    int64_t free = 0;
    struct mention other;
    if (!statement_number(archive, SQL_INCIDENT_FREE, error, &free, "i", incident))
        return false;
    if (!free)
        return true;
    if (!first)
        return incidents_forget(archive, incident, error);
    return mention_open(archive, first, arena, &other, error) && incidents_forward(archive, incident, other.incident, error);
}

/* Takes all mentions out of an incident, and joins those but one again. */
static bool joining__rebuild(struct laut_archive *archive, const struct mention *gone, struct arena *arena, struct laut_error *error)
{
    struct members members = {.count = 0};
    int64_t first = 0;
    if (!joining__take_out(archive, gone->incident, arena, &members, error))
        return false;
    for (size_t i = 0; i < members.count; i++) {
        if (members.items[i].id == gone->id)
            continue;
        first = first ? first : members.items[i].id;
        if (!joining_restore(archive, members.items[i].id, gone->incident, arena, error))
            return false;
    }
    return joining__follow(archive, gone->incident, first, arena, error);
}

/* Joins those that were taken out again: the others first, then those that people set apart, so that an incident's id stays with the others. */
static bool joining__put_back(struct laut_archive *archive, const struct members *members, bool apart, struct arena *arena, struct laut_error *error)
{
    for (size_t i = 0; i < members->count; i++) {
        struct group group;
        if (!group_of_mention(archive, members->items[i].id, &group, error))
            return false;
        if (group.apart == apart && !joining_restore(archive, members->items[i].id, members->items[i].incident, arena, error))
            return false;
    }
    return true;
}

bool joining_regroup(struct laut_archive *archive, const int64_t *incidents, size_t count, joining_change *change, void *context, struct arena *arena,
                     struct laut_error *error)
{
    struct members members = {.count = 0};
    for (size_t i = 0; i < count; i++)
        if (!joining__take_out(archive, incidents[i], arena, &members, error))
            return false;
    if (!change(context))
        return false;
    for (size_t i = 0; i < members.count; i++) { /* others that stood with them or were kept from it */
        struct mention mention;
        struct mentions near = {.count = 0};
        if (!mention_open(archive, members.items[i].id, arena, &mention, error))
            return false;
        if (mention.features.day != DAY_UNKNOWN && (!neighbours_find(archive, &mention, arena, &near, error) ||
                                                    !joining__around(archive, &mention, &near, arena, error)))
            return false;
    }
    if (!joining__put_back(archive, &members, false, arena, error) || !joining__put_back(archive, &members, true, arena, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        int64_t first = 0;
        for (size_t k = 0; !first && k < members.count; k++)
            first = members.items[k].incident == incidents[i] ? members.items[k].id : 0;
        if (!joining__follow(archive, incidents[i], first, arena, error))
            return false;
    }
    return true;
}

bool joining_remove(struct laut_archive *archive, int64_t id, struct arena *arena, struct laut_error *error)
{
    struct mention mention;
    struct mentions near = {.count = 0};
    if (!mention_open(archive, id, arena, &mention, error))
        return false;
    if (!mention.incident)
        return true;
    return joining__rebuild(archive, &mention, arena, error) &&
           (mention.features.day == DAY_UNKNOWN || (neighbours_find(archive, &mention, arena, &near, error) &&
                                                    joining__around(archive, &mention, &near, arena, error)));
}
