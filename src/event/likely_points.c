/* event/likely_points.c: opens event/likely.tsv. */
#include "event/likely_points.h"

#include <string.h>

static const char *const likely__features[LIKELY_FEATURE_COUNT] = {
    [LIKELY_OWN_SUBJECT] = "own-subject", [LIKELY_OWN_BEFORE] = "own-before", [LIKELY_OWN_AFTER] = "own-after",
    [LIKELY_LAST_SUBJECT] = "last-subject", [LIKELY_LAST] = "last", [LIKELY_SECOND_LAST] = "second-last", [LIKELY_NEAR] = "near",
    [LIKELY_FAR] = "far", [LIKELY_LATER] = "later", [LIKELY_TITLE] = "title", [LIKELY_BEGINNING] = "beginning", [LIKELY_MOST] = "most",
    [LIKELY_SECOND_MOST] = "second-most", [LIKELY_HALF] = "half", [LIKELY_LONE] = "lone", [LIKELY_SCENE] = "scene", [LIKELY_PLACE] = "place",
    [LIKELY_OTHER_SIDE] = "other-side", [LIKELY_SAME_ACT] = "same-act", [LIKELY_SAME_ROLE] = "same-role",
    [LIKELY_CHANGED_ROLE] = "changed-role", [LIKELY_SPEAKER] = "speaker", [LIKELY_GOVERNOR] = "governor",
    [LIKELY_INTERNATIONAL] = "international", [LIKELY_FIT] = "fit", [LIKELY_FIT_NEAR] = "fit-near",
    [LIKELY_MOST_OTHER] = "most-other", [LIKELY_OPPONENT] = "opponent", [LIKELY_SAME_PAIR] = "same-pair", [LIKELY_CONTENT] = "content",
    [LIKELY_INSIDE] = "inside", [LIKELY_FROM_BELOW] = "from-below", [LIKELY_FROM_ABOVE] = "from-above", [LIKELY_NEAREST] = "nearest",
    [LIKELY_AGENT] = "agent", [LIKELY_DIRECTION] = "direction", [LIKELY_ADJECTIVE] = "adjective", [LIKELY_NOBODY] = "nobody",
    [LIKELY_NOBODY_NOUN] = "nobody-noun", [LIKELY_NOBODY_BARE] = "nobody-bare", [LIKELY_NOBODY_PASSIVE] = "nobody-passive",
    [LIKELY_NOBODY_LONE] = "nobody-lone", [LIKELY_NOBODY_UNASKED] = "nobody-unasked", [LIKELY_NOBODY_STRANGER] = "nobody-stranger",
    [LIKELY_NOBODY_MANY] = "nobody-many", [LIKELY_NOBODY_CONTENT] = "nobody-content", [LIKELY_NOBODY_THING] = "nobody-thing", [LIKELY_NOBODY_OFTEN] = "nobody-often", [LIKELY_NOBODY_SELDOM] = "nobody-seldom"};

const char *likely_feature_name(enum likely_feature feature)
{
    return likely__features[feature];
}

static bool likely__row(const struct table *table, size_t row, struct likely_points *points, struct laut_error *error)
{
    static const char *const roles[] = {"actor", "recipient"};
    const int role = table_term(table_cell(table, row, 1), roles, 2);
    const int feature = table_term(table_cell(table, row, 2), likely__features, LIKELY_FEATURE_COUNT);
    const int type = event_type_term(table_cell(table, row, 3));
    double value;
    if (role < 0 || feature < 0 || type < 0 || !table_number(table_cell(table, row, 4), &value))
        return table_error(table, row, error, "tools/calibrate-parties writes this table", "not a role, feature, type and number of points");
    points->points[role][feature][type] = (float)value;
    return true;
}

const struct likely_points *likely_points_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "role", "feature", "type", "points", "source", "checked"};
    const struct table *const table = table_open(set, "event/likely.tsv", columns, 7, error);
    struct likely_points *const points = table ? arena_take(set->arena, 1, sizeof *points, error) : NULL;
    if (!points)
        return NULL;
    memset(points, 0, sizeof *points);
    for (size_t row = 0; row < table->row_count; row++)
        if (!likely__row(table, row, points, error))
            return NULL;
    return points;
}

float likely_points_sum(const struct likely_points *points, enum frame_role_name role, enum event_type type, uint64_t features)
{
    float sum = 0;
    for (size_t feature = 0; feature < LIKELY_FEATURE_COUNT; feature++)
        if (features & (UINT64_C(1) << feature))
            sum += points->points[role][feature][type] + points->points[role][feature][EVENT_TYPE_COUNT];
    return sum;
}
