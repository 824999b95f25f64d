/* event/incident_points.c: opens event/incident.tsv. */
#include "event/incident_points.h"

#include "event/frames.h"

#include <string.h>

static const char *const incident__features[INCIDENT_FEATURE_COUNT] = {
    [INCIDENT_ANY] = "any",
    [INCIDENT_ACTOR_SAME] = "actor-same", [INCIDENT_ACTOR_COUNTRY] = "actor-country", [INCIDENT_ACTOR_OPEN] = "actor-open", [INCIDENT_ACTOR_ONE] = "actor-one",
    [INCIDENT_ACTOR_GUESSED] = "actor-guessed", [INCIDENT_ACTOR_OTHER] = "actor-other", [INCIDENT_ACTOR_SECTOR] = "actor-sector", [INCIDENT_ACTOR_FOES] = "actor-foes",
    [INCIDENT_ACTOR_WORD] = "actor-word", [INCIDENT_ACTOR_NOUN] = "actor-noun", [INCIDENT_ACTOR_PHRASE] = "actor-phrase",
    [INCIDENT_RECIPIENT_SAME] = "recipient-same", [INCIDENT_RECIPIENT_COUNTRY] = "recipient-country", [INCIDENT_RECIPIENT_OPEN] = "recipient-open",
    [INCIDENT_RECIPIENT_ONE] = "recipient-one", [INCIDENT_RECIPIENT_GUESSED] = "recipient-guessed", [INCIDENT_RECIPIENT_OTHER] = "recipient-other",
    [INCIDENT_RECIPIENT_SECTOR] = "recipient-sector", [INCIDENT_RECIPIENT_FOES] = "recipient-foes", [INCIDENT_RECIPIENT_WORD] = "recipient-word",
    [INCIDENT_RECIPIENT_NOUN] = "recipient-noun", [INCIDENT_RECIPIENT_PHRASE] = "recipient-phrase",
    [INCIDENT_PEOPLE] = "people", [INCIDENT_PEOPLE_ONE] = "people-one", [INCIDENT_RETURNED] = "returned", [INCIDENT_RETURNED_COUNTRY] = "returned-country",
    [INCIDENT_NUMBER_SAME] = "number-same", [INCIDENT_NUMBER_OTHER] = "number-other",
    [INCIDENT_TIME_SAME] = "time-same", [INCIDENT_TIME_WITHIN] = "time-within", [INCIDENT_TIME_OTHER] = "time-other", [INCIDENT_TIME_ONE] = "time-one",
    [INCIDENT_TIME_OLD] = "time-old",
    [INCIDENT_PLACE_SAME] = "place-same", [INCIDENT_PLACE_COUNTRY] = "place-country", [INCIDENT_PLACE_WITHIN] = "place-within", [INCIDENT_PLACE_POINTS] = "place-points",
    [INCIDENT_PLACE_REGIONS] = "place-regions", [INCIDENT_PLACE_ABROAD] = "place-abroad", [INCIDENT_PLACE_ONE] = "place-one",
    [INCIDENT_ITEMS_SAME] = "items-same", [INCIDENT_ITEMS_GENERAL] = "items-general", [INCIDENT_ITEMS_OTHER] = "items-other", [INCIDENT_ITEMS_ONE] = "items-one",
    [INCIDENT_MODE_SAME] = "mode-same", [INCIDENT_MODE_OTHER] = "mode-other", [INCIDENT_MODE_ONE] = "mode-one",
    [INCIDENT_DEED_SAME] = "deed-same", [INCIDENT_DEED_HARM] = "deed-harm", [INCIDENT_DEED_DEFENCE] = "deed-defence", [INCIDENT_DEED_OTHER] = "deed-other",
    [INCIDENT_HARM_WITHIN] = "harm-within", [INCIDENT_HARM_AFTER] = "harm-after",
    [INCIDENT_EARLIER_DEED] = "earlier-harm", "earlier-strike", "earlier-fight", "earlier-defence", "earlier-taking", "earlier-burning", "earlier-abduction", "earlier-abuse",
    [INCIDENT_LATER_DEED] = "later-harm", "later-strike", "later-fight", "later-defence", "later-taking", "later-burning", "later-abduction", "later-abuse",
    [INCIDENT_WORD_SAME] = "word-same", [INCIDENT_WORD_STEM] = "word-stem",
    [INCIDENT_NOUN_BARE] = "noun-bare", [INCIDENT_NOUN_DEFINITE] = "noun-definite", [INCIDENT_NOUN_INDEFINITE] = "noun-indefinite", [INCIDENT_NOUN_THIS] = "noun-this",
    [INCIDENT_NOUN_PLURAL] = "noun-plural",
    [INCIDENT_BEFORE] = "before", [INCIDENT_OFTEN] = "often", [INCIDENT_THEREBY] = "thereby", [INCIDENT_PLUPERFECT] = "pluperfect", [INCIDENT_HISTORICAL] = "historical",
    [INCIDENT_FUTURE] = "future", [INCIDENT_POLARITY] = "polarity",
    [INCIDENT_SOURCE_SAME] = "source-same", [INCIDENT_SOURCE_OTHER] = "source-other", [INCIDENT_SOURCE_ONE] = "source-one",
    [INCIDENT_SENTENCE_SAME] = "sentence-same", [INCIDENT_SENTENCE_NEXT] = "sentence-next", [INCIDENT_SENTENCE_SECOND] = "sentence-second",
    [INCIDENT_SENTENCE_NEAR] = "sentence-near", [INCIDENT_SENTENCE_FAR] = "sentence-far", [INCIDENT_SENTENCE_FARTHEST] = "sentence-farthest",
    [INCIDENT_PARAGRAPH] = "paragraph", [INCIDENT_TITLE] = "title", [INCIDENT_LEAD] = "lead", [INCIDENT_JOINED] = "joined", [INCIDENT_INSIDE] = "inside", [INCIDENT_PURPOSE] = "purpose",
    [INCIDENT_FIRST] = "first", [INCIDENT_NEAREST] = "nearest", [INCIDENT_LONE] = "lone", [INCIDENT_MANY] = "many"};

const char *incident_feature_name(enum incident_feature feature)
{
    return incident__features[feature];
}

const struct incident_points *incident_points_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "feature", "type", "points", "source", "checked"};
    const struct table *const table = table_open(set, "event/incident.tsv", columns, 6, error);
    struct incident_points *const points = table ? arena_take(set->arena, 1, sizeof *points, error) : NULL;
    if (!points)
        return NULL;
    memset(points, 0, sizeof *points);
    for (size_t row = 0; row < table->row_count; row++) {
        const int feature = table_term(table_cell(table, row, 1), incident__features, INCIDENT_FEATURE_COUNT);
        const int type = event_type_term(table_cell(table, row, 2));
        double value;
        if (feature < 0 || type < 0 || !table_number(table_cell(table, row, 3), &value)) {
            (void)table_error(table, row, error, "tools/calibrate-incidents writes this table", "not a feature, type and number of points");
            return NULL;
        }
        points->points[feature][type] = (float)value;
    }
    return points;
}

float incident_points_sum(const struct incident_points *points, enum event_type type, const struct incident_features *features)
{
    float sum = 0;
    for (size_t feature = 0; feature < INCIDENT_FEATURE_COUNT; feature++)
        if (features->has[feature])
            sum += points->points[feature][type] + points->points[feature][EVENT_TYPE_COUNT];
    return sum;
}
