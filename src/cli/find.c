/* cli/find.c: laut find, incidents, reports, actors, timeline: the archive asked with filters. */
#include "cli/archive.h"
#include "cli/cli.h"
#include "cli/query.h"

#include <string.h>

#define QUERY_OPTIONS                                                                                                              \
    [QUERY_ARCHIVE] = ARCHIVE_OPTION, [QUERY_JSON] = {"json", 0, NULL, "one JSON object a line (default in a pipe)"},             \
    [QUERY_CSV] = {"csv", 0, NULL, "a table for a spreadsheet or R"},                                                             \
    [QUERY_LIMIT] = {"limit", 'n', "N", "at most N; default: all"},                                                               \
    [QUERY_WIDTH] = {"width", 0, "N", "columns of the table; default: the terminal's"},                                            \
    [QUERY_REVIEWED] = {"reviewed", 0, NULL, "only what people confirmed, corrected or added, as they\ncorrected it; the same as reviewed:yes"}

#define QUERY_FILTERS                                                                                                              \
    "Filters; all must hold, a comma means 'or', a minus before one 'not':\n"                                                      \
    "  who:RUS  whom:UKR  party:RUS    codes of countries, with sector (RUS/MIL), or names (who:Hisbollah)\n"                      \
    "  what:ASSAULT  what:ASSAULT/drone  with:ballistic-missile  with:VIIa  with:KN-23  origin:PRK\n"                              \
    "  when:2024-01  when:2024-01-05..2024-02  published:2024  where:UKR  where:Charkiw\n"                                         \
    "  source:USA  source:Kirby  source:report  certainty:CT+  certainty:>=PR  certainty:denied\n"                                 \
    "  outlet:Beispiel  confidence:>=0.5  state:delivered  status:withdrawn  report:r-…  incident:i-…\n"                          \
    "  reviewed:yes  review:unreviewed  review:corrected,disputed                  what people say of them (laut review)\n"           \
    "  Rakete  'ballist*'  '\"Nacht zu Mittwoch\"'    words of the claim\n"

enum { FIND_OLDEST = QUERY_OWN, FIND_OPTION_COUNT };
enum { TRANSFERS_CLAIMS = QUERY_OWN, TRANSFERS_OPTION_COUNT };
enum { TIMELINE_BY = QUERY_OWN, TIMELINE_OPTION_COUNT };

static const struct option_form find__options[FIND_OPTION_COUNT] = {
    QUERY_OPTIONS, [FIND_OLDEST] = {"oldest-first", 0, NULL, "in the order in which things happened; default: newest first"}};
static const struct option_form transfers__options[TRANSFERS_OPTION_COUNT] = {
    QUERY_OPTIONS, [TRANSFERS_CLAIMS] = {"claims", 0, NULL, "each transfer with its claims below"}};
static const struct option_form timeline__options[TIMELINE_OPTION_COUNT] = {
    QUERY_OPTIONS, [TIMELINE_BY] = {"by", 0, "PERIOD", "day, month (default) or year"}};

static int find__run(const struct arguments *arguments)
{
    struct laut_query query = {.rows = LAUT_ROWS_EVENTS, .oldest_first = arguments->values[FIND_OLDEST] != NULL};
    return query_run(arguments, &query, query_event_columns);
}

static int incidents__run(const struct arguments *arguments)
{
    struct laut_query query = {.rows = LAUT_ROWS_INCIDENTS, .oldest_first = arguments->values[FIND_OLDEST] != NULL};
    return query_run(arguments, &query, query_incident_columns);
}

static int transfers__run(const struct arguments *arguments)
{
    struct laut_query query = {.rows = LAUT_ROWS_TRANSFERS, .claims = arguments->values[TRANSFERS_CLAIMS] != NULL};
    return query_run(arguments, &query, query_transfer_columns);
}

static int reports__run(const struct arguments *arguments)
{
    struct laut_query query = {.rows = LAUT_ROWS_REPORTS};
    return query_run(arguments, &query, query_report_columns);
}

static int actors__run(const struct arguments *arguments)
{
    struct laut_query query = {.rows = LAUT_ROWS_ACTORS};
    return query_run(arguments, &query, query_actor_columns);
}

static int timeline__run(const struct arguments *arguments)
{
    static const char *const periods[] = {"day", "month", "year"};
    struct laut_query query = {.rows = LAUT_ROWS_TIMELINE, .by = arguments->values[TIMELINE_BY]};
    bool known = !query.by;
    for (size_t i = 0; !known && i < 3; i++)
        known = strcmp(periods[i], query.by) == 0;
    if (!known)
        return arguments_refuse(arguments->command, "--by is day, month or year, not '%s'", query.by);
    return query_run(arguments, &query, query_timeline_columns);
}

const struct command command_find = {
    .name = "find", .operands = "[FILTER …]", .summary = "claims in the archive: who did what to whom, according to whom",
    .description = "Prints the claims that the filters let through, without a filter all that are current.\n\n" QUERY_FILTERS,
    .examples = "  laut find who:RUS what:ASSAULT with:ballistic-missile when:2024-01 source:USA 'certainty:>=PR'\n"
                "  laut find -source:report certainty:denied            what somebody denies\n"
                "  laut find --csv with:drone > drones.csv              for a spreadsheet\n",
    .options = find__options, .option_count = FIND_OPTION_COUNT, .run = find__run};

const struct command command_incidents = {
    .name = "incidents", .operands = "[FILTER …]", .summary = "incidents: claims of several reports about one act",
    .description = "Prints the incidents that have a claim which the filters let through: how many claims, by how many distinct named\n"
                   "sources, how sure, and on what they contradict each other. 'laut show i-…' prints one whole.\n\n" QUERY_FILTERS,
    .examples = "  laut incidents who:RUS whom:UKR when:2024-01\n  laut incidents --json certainty:denied               for programs\n",
    .options = find__options, .option_count = FIND_OPTION_COUNT, .run = incidents__run};

const struct command command_transfers = {
    .name = "transfers", .operands = "[FILTER …]", .summary = "the ledger of arms transfers: who supplies whom, by whose word",
    .description = "Prints one line per transfer: supplier, recipient, goods with class and categories of the UN Register, the number each source tells,\n"
                   "when, and each state (delivered, used, seized, licensed, promised, planned, requested, stopped, refused) with how sure and by\n"
                   "whose word. Numbers of different sources are never added. Arms that a state uses although another made them are a transfer\n"
                   "that is implied, not claimed.\n\n" QUERY_FILTERS,
    .examples = "  laut transfers whom:RUS\n  laut transfers --claims with:ballistic-missile       what each line rests on\n",
    .options = transfers__options, .option_count = TRANSFERS_OPTION_COUNT, .run = transfers__run};

const struct command command_reports = {
    .name = "reports", .operands = "[FILTER …]", .summary = "reports in the archive, by their words or their claims",
    .description = "Prints the reports whose words or claims the filters let through, the newest first.\n\n" QUERY_FILTERS,
    .examples = "  laut reports outlet:Beispiel published:2024\n  laut reports '\"ballistische Rakete\"'\n",
    .options = find__options, .option_count = QUERY_OWN, .run = reports__run};

const struct command command_actors = {
    .name = "actors", .operands = "[FILTER …]", .summary = "states, organisations and office holders, and what is told of them",
    .description = "Prints who has a part in the claims that the filters let through: did, received, said, denied, in numbers of claims.\n"
                   "Private persons, suspects and victims are never listed.\n\n" QUERY_FILTERS,
    .examples = "  laut actors\n  laut actors with:drone when:2024                     who has to do with drones\n",
    .options = find__options, .option_count = QUERY_OWN, .run = actors__run};

const struct command command_timeline = {
    .name = "timeline", .operands = "[FILTER …]", .summary = "how many claims and incidents a day, month or year has",
    .description = "Counts the claims that the filters let through by the day on which the act happened, or, where the report does not\n"
                   "tell that, on which it was published.\n\n" QUERY_FILTERS,
    .examples = "  laut timeline --by year\n  laut timeline who:RUS what:ASSAULT\n",
    .options = timeline__options, .option_count = TIMELINE_OPTION_COUNT, .run = timeline__run};
