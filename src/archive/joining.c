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
 * No link joins dated mentions of different days, so that a war is no single incident. Each link depends on mentions near in time
 * alone and on no order of adding; a new mention changes links only of those that match it. */
#include "archive/joining.h"

#include "archive/incidents.h"
#include "archive/neighbours.h"
#include "base/hash.h"

#include <string.h>

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
    *place = (struct place){.parent = 0};
    if (!best)
        return joining__cluster(archive, mention, &place->cluster, arena, error);
    place->parent = best->id;
    place->incident = best->incident;
    place->rule = best->rule;
    return true;
}

/* ---- keeping them */

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
        if (!joining__link(archive, mention->id, place->parent, archive->rules->items[place->rule].id, error))
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

/* A dated mention joins all incidents of its day that it matches. */
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
        if (!joining__link(archive, mention->id, other->id, archive->rules->items[other->rule].id, error) ||
            (incident && !incidents_merge(archive, &incident, other->incident, error)))
            return false;
        incident = incident ? incident : other->incident;
    }
    return incidents_move(archive, mention, incident, keep, error);
}

static bool joining__place(struct laut_archive *archive, int64_t id, int64_t keep, struct arena *arena, struct laut_error *error)
{
    struct mention mention;
    struct mentions near = {.count = 0};
    struct place place;
    if (!mention_open(archive, id, arena, &mention, error))
        return false;
    if (mention.features.day == DAY_UNKNOWN)     /* near in time to nothing: it stands alone */
        return incidents_move(archive, &mention, 0, keep, error);
    if (!neighbours_insert(archive, &mention, arena, error) || !neighbours_find(archive, &mention, arena, &near, error))
        return false;
    if (mention.features.dated ? !joining__dated(archive, &mention, &near, keep, error)
                               : !joining__decide(archive, &mention, &near, arena, &place, error) ||
                                     !joining__hang(archive, &mention, &place, keep, error))
        return false;
    return joining__around(archive, &mention, &near, arena, error);
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

/* Takes all mentions out of an incident, and joins those but one again. */
static bool joining__rebuild(struct laut_archive *archive, const struct mention *gone, struct arena *arena, struct laut_error *error)
{
    int64_t *members = NULL;
    size_t count = 0, capacity = 0;
    struct statement find = statement_open(archive, SQL_INCIDENT_MEMBERS, error);
    bool done = statement_bind(&find, "i", gone->incident);
    while (done && statement_step(&find)) {
        int64_t *const member = arena_append(arena, &members, &count, &capacity, sizeof *member, error);
        done = member != NULL;
        if (done)
            *member = column_number(&find, 0);
    }
    if (!statement_close(&find) || !done)
        return false;
    for (size_t i = 0; i < count; i++) {
        struct mention member;
        if (!mention_open(archive, members[i], arena, &member, error) || !neighbours_delete(archive, &member, arena, error) ||
            !statement_run(archive, SQL_MENTION_LINK_DELETE_BOTH, error, "i", member.id) ||
            !statement_run(archive, SQL_MENTION_HANG, error, "inn", member.id) ||
            !statement_run(archive, SQL_MENTION_INCIDENT, error, "in", member.id))
            return false;
    }
    int64_t first = 0, free = 0;
    for (size_t i = 0; i < count; i++) {
        if (members[i] == gone->id)
            continue;
        first = first ? first : members[i];
        if (!joining_restore(archive, members[i], gone->incident, arena, error))
            return false;
    }
    if (!statement_number(archive, SQL_INCIDENT_FREE, error, &free, "i", gone->incident))
        return false;
    if (!free)
        return true;
    if (!first)
        return statement_run(archive, SQL_INCIDENT_DELETE, error, "i", gone->incident);
    struct mention other;                        /* all went elsewhere: the incident's id follows the first */
    return mention_open(archive, first, arena, &other, error) && incidents_forward(archive, gone->incident, other.incident, error);
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
