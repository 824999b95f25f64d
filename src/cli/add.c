/* cli/add.c: laut add: reports in, coded and kept in the archive. */
#include "cli/adding.h"
#include "cli/archive.h"
#include "cli/cli.h"
#include "cli/feed.h"
#include "cli/values.h"
#include "cli/watch.h"

enum { ADD_ARCHIVE, ADD_RECORDS, ADD_KEEP_BYTES, ADD_PUBLISHED, ADD_TABLES, ADD_JOBS, ADD_VERBOSE, ADD_WATCH, ADD_FEED, ADD_ONCE, ADD_INTERVAL, ADD_FOLLOW,
       ADD_USER_AGENT, ADD_PAUSE, ADD_RESEARCH, ADD_LOCAL, ADD_DATA, ADD_OPTION_COUNT };

enum { DEFAULT_INTERVAL_S = 30 * 60, DEFAULT_PAUSE_S = 2 };

static const struct option_form add__options[ADD_OPTION_COUNT] = {
    [ADD_ARCHIVE] = ARCHIVE_OPTION,
    [ADD_RECORDS] = {"records", 0, NULL, "the files hold records as 'laut read --json' prints them: add\nthem without reading again"},
    [ADD_KEEP_BYTES] = {"keep-bytes", 0, NULL, "keep what each report was read from, too, byte for byte; dossiers\nhold it"},
    [ADD_PUBLISHED] = {"published", 'p', "DATE", "day of publication (YYYY-MM-DD) of reports that do not tell\ntheir own"},
    [ADD_TABLES] = {"tables", 't', "DIR", "your own tables, laid over the shipped ones"},
    [ADD_JOBS] = {"jobs", 'j', "N", "threads that code; default: all processors"},
    [ADD_VERBOSE] = {"verbose", 'v', NULL, "a line for each report"},
    [ADD_WATCH] = {"watch", 'w', "DIR", "add what is and what arrives in a folder, until it is ended\n(Ctrl-C); one line a file"},
    [ADD_FEED] = {"feed", 0, NULL, "the operands are feeds: addresses (http, https), files that list\nsuch (one a line, or OPML), or feeds saved on disk; asked again\nand again until it is ended, one line a look"},
    [ADD_ONCE] = {"once", 0, NULL, "with --feed: ask each once"},
    [ADD_INTERVAL] = {"interval", 0, "TIME", "with --feed: how often, as 90s, 30m, 2h (default: 30m)"},
    [ADD_FOLLOW] = {"follow", 0, NULL, "with --feed: read the pages that entries lead to, not what the\nfeed has of them"},
    [ADD_USER_AGENT] = {"user-agent", 0, "TEXT", "with --feed: as which servers see it; robots.txt is read for its\nname up to the slash (default: laut/VERSION)"},
    [ADD_PAUSE] = {"pause", 0, "TIME", "with --feed: between two requests to a host (default: 2s)"},
    [ADD_RESEARCH] = {"research", 0, NULL, "with --feed: scientific research may mine what is reserved\n(section 60d UrhG): reservations are recorded, not heeded"},
    [ADD_LOCAL] = {"local", 0, NULL, "with --feed: addresses of this machine and of private networks,\ntoo"},
    [ADD_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\nelse as installed)"},
};

static int add__run(const struct arguments *arguments);

const struct command command_add = {
    .name = "add",
    .operands = "FILE|DIR|- … | --feed ADDRESS|FILE …",
    .summary = "code reports and keep them in the archive",
    .description =
        "Codes reports as 'laut read' does and keeps text and claims in the archive, one report in one transaction. A report that\n"
        "is there already changes nothing; one with the same address (or id and outlet) and another text becomes a new version,\n"
        "and the claims of the version before stay, marked as superseded. With --feed what is new in feeds is added; robots.txt and\n"
        "reservations of text and data mining are heeded and recorded.\n",
    .examples =
        "  laut add reports/                                    what is new in a folder\n"
        "  laut add --archive syria.sqlite reports.jsonl        an archive of its own\n"
        "  laut read --json reports/ | laut add --records -     records made elsewhere\n"
        "  laut add --keep-bytes crawl.warc.gz                  with the pages as they came, as evidence\n"
        "  laut add --watch inbox/                              whatever comes\n"
        "  laut add --feed --follow https://example.org/rss     the pages of a feed, every half hour\n"
        "  laut add --feed --once feeds.txt                     all feeds of a list, for cron\n",
    .options = add__options,
    .option_count = ADD_OPTION_COUNT,
    .run = add__run,
};

/* Options that say something of feeds go with --feed, those of files without. */
static bool add__is_meant(const struct arguments *arguments)
{
    static const size_t of_feeds[] = {ADD_ONCE, ADD_INTERVAL, ADD_FOLLOW, ADD_USER_AGENT, ADD_PAUSE, ADD_RESEARCH, ADD_LOCAL},
                        of_files[] = {ADD_RECORDS, ADD_PUBLISHED, ADD_WATCH, ADD_VERBOSE, ADD_JOBS};
    const bool feed = arguments->values[ADD_FEED] != NULL;
    const size_t *const wrong = feed ? of_files : of_feeds;
    for (size_t i = 0; i < (feed ? sizeof of_files / sizeof of_files[0] : sizeof of_feeds / sizeof of_feeds[0]); i++)
        if (arguments->values[wrong[i]])
            return arguments_refuse(arguments->command, "--%s goes %s --feed", add__options[wrong[i]].name, feed ? "without" : "with") == STATUS_DONE;
    return true;
}

/* False: a message was printed. */
static bool add__feed_plan(const struct arguments *arguments, struct feed_plan *feed)
{
    *feed = (struct feed_plan){.user_agent = arguments->values[ADD_USER_AGENT], .interval_s = DEFAULT_INTERVAL_S, .pause_s = DEFAULT_PAUSE_S,
                               .once = arguments->values[ADD_ONCE] != NULL, .follow = arguments->values[ADD_FOLLOW] != NULL,
                               .research = arguments->values[ADD_RESEARCH] != NULL, .local = arguments->values[ADD_LOCAL] != NULL};
    return value_duration(arguments, ADD_INTERVAL, 1, 30L * 86400, &feed->interval_s) && value_duration(arguments, ADD_PAUSE, 0, 3600, &feed->pause_s);
}

static int add__run(const struct arguments *arguments)
{
    long count = jobs_processors();
    struct feed_plan feed;
    if (!value_whole(arguments, ADD_JOBS, 1, 256, &count) || !value_date(arguments, ADD_PUBLISHED) || !add__is_meant(arguments) || !add__feed_plan(arguments, &feed))
        return STATUS_USAGE;
    if (arguments->values[ADD_WATCH] && (arguments->operand_count || arguments->values[ADD_RECORDS]))
        return arguments_refuse(arguments->command, "--watch DIR takes no files and no --records");
    if (arguments->values[ADD_KEEP_BYTES] && arguments->values[ADD_RECORDS])
        return arguments_refuse(arguments->command, "--keep-bytes goes without --records: a record does not hold what it was read from");
    if (arguments->operand_count == 0 && !arguments->values[ADD_WATCH])
        return arguments_refuse(arguments->command, arguments->values[ADD_FEED] ? "name feeds: addresses, or files that list them"
                                                                                : "name files or folders to add, or - for standard input");
    struct laut_archive *const archive = archive_for_writing(arguments->values[ADD_ARCHIVE], true);
    if (!archive)
        return STATUS_REFUSED;
    const struct adding_plan plan = {
        .engine = {.image_path = arguments->values[ADD_DATA], .tables_folder = arguments->values[ADD_TABLES]},
        .source = {.published = arguments->values[ADD_PUBLISHED], .keep_bytes = arguments->values[ADD_KEEP_BYTES] != NULL}, .jobs = (unsigned)count,
        .paths = arguments->operands, .path_count = arguments->operand_count, .verbose = arguments->values[ADD_VERBOSE] != NULL};
    const int status = arguments->values[ADD_FEED]      ? feed_add(archive, &plan, &feed)
                       : arguments->values[ADD_WATCH]   ? watch_folder(archive, &plan, arguments->values[ADD_WATCH])
                       : arguments->values[ADD_RECORDS] ? adding_records(archive, &plan) : adding_reports(archive, &plan);
    laut_archive_free(archive);
    return status;
}
