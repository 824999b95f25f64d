/* cli/review.c: laut review: what people say of claims and incidents. Each form of it becomes the JSON of docs/review.md. */
#include "cli/archive.h"
#include "cli/cli.h"
#include "cli/propose.h"
#include "cli/query.h"
#include "cli/reviewer.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { REVIEW_REVIEWER = QUERY_OWN, REVIEW_REASON, REVIEW_REVISION, REVIEW_BATCH, REVIEW_PROPOSE, REVIEW_LEAST, REVIEW_TABLES, REVIEW_ACCEPT, REVIEW_OPTION_COUNT };

static const struct option_form review__options[REVIEW_OPTION_COUNT] = {
    [QUERY_ARCHIVE] = ARCHIVE_OPTION,
    [QUERY_JSON] = {"json", 0, NULL, "list, next: one JSON object a line (default in a pipe)"},
    [QUERY_CSV] = {"csv", 0, NULL, "list: a table for a spreadsheet or R"},
    [QUERY_LIMIT] = {"limit", 'n', "N", "list, next: at most N; default: all, next: one"},
    [QUERY_WIDTH] = {"width", 0, "N", "columns of the table; default: the terminal's"},
    [QUERY_REVIEWED] = {"reviewed", 0, NULL, "next: only what people have confirmed, corrected or added"},
    [REVIEW_REVIEWER] = {"reviewer", 'r', "NAME", "who reviews; default: the first line of laut/reviewer below\nXDG_CONFIG_HOME or ~/.config, else USER"},
    [REVIEW_REASON] = {"reason", 0, "TEXT", "why"},
    [REVIEW_REVISION] = {"revision", 0, "REVISION", "of the review that was seen: refused if there is another since"},
    [REVIEW_BATCH] = {"batch", 'b', "FILE", "JSON Lines, one review a line; - for standard input"},
    [REVIEW_PROPOSE] = {"propose", 0, NULL, "lines for your own tables, from what was corrected again and\nagain, with the sentences for and against"},
    [REVIEW_LEAST] = {"least", 0, "N", "propose: what at least N claims say; default 2"},
    [REVIEW_TABLES] = {"tables", 't', "DIR", "propose: the folder of your own tables"},
    [REVIEW_ACCEPT] = {"accept", 0, "N,N", "propose: write these into --tables DIR; nothing else is written"},
};

static int review__failed(const struct laut_error *error)
{
    cli_print_error(error);
    return error->file[0] ? STATUS_REFUSED : STATUS_USAGE;
}

/* One review into the archive; what was stored to standard output. */
static int review__store(struct laut_archive *archive, const json_t *review)
{
    struct laut_error error = {.line = 0};
    char *const text = json_dumps(review, JSON_COMPACT);
    const enum laut_reviewing outcome = text ? laut_archive_review(archive, text, strlen(text), stdout, &error) : LAUT_REVIEWING_REFUSED;
    free(text);
    if (outcome == LAUT_REVIEWING_DONE)
        return STATUS_DONE;
    cli_print_error(&error);
    return STATUS_REFUSED;
}

/* FIELD=VALUE: JSON where it reads so, else words. */
static bool review__field(const struct arguments *arguments, const char *word, json_t *fields)
{
    char name[32];
    const char *const equals = strchr(word, '=');
    if (!equals || equals == word || (size_t)(equals - word) >= sizeof name)
        return arguments_refuse(arguments->command, "a correction is FIELD=VALUE, as factuality=CT-, not '%s'", word) == STATUS_DONE;
    (void)snprintf(name, sizeof name, "%.*s", (int)(equals - word), word);
    const bool json = equals[1] == '[' || equals[1] == '{' || equals[1] == '"' || strcmp(equals + 1, "null") == 0;
    json_t *const value = json ? json_loads(equals + 1, JSON_DECODE_ANY, NULL) : json_string(equals + 1);
    if (value && json_object_set_new(fields, name, value) == 0)
        return true;
    return arguments_refuse(arguments->command, "the value of %s is no JSON, and no text in UTF-8", name) == STATUS_DONE;
}

static bool review__fields(const struct arguments *arguments, size_t from, json_t *fields)
{
    for (size_t i = from; i < arguments->operand_count; i++)
        if (!review__field(arguments, arguments->operands[i], fields))
            return false;
    return true;
}

static json_t *review__list(const struct arguments *arguments, size_t from)
{
    json_t *const list = json_array();
    for (size_t i = from; list && i < arguments->operand_count; i++)
        if (json_array_append_new(list, json_string(arguments->operands[i])) != 0)
            break;
    return list;
}

static bool review__usage(const struct arguments *arguments, bool right, const char *form)
{
    return right || arguments_refuse(arguments->command, "write: laut review %s", form) == STATUS_DONE;
}

/* The review that the operands tell, all but reviewer and reason. False: a message was printed. */
static bool review__form(const struct arguments *arguments, json_t *review)
{
    const char *const verb = arguments->operands[0], *const first = arguments->operand_count > 1 ? arguments->operands[1] : "";
    const size_t count = arguments->operand_count;
    if (strcmp(verb, "confirm") == 0 || strcmp(verb, "reject") == 0)
        return review__usage(arguments, count == 2, "confirm c-…, or reject c-…") &&
               json_object_set_new(review, "verdict", json_string(*verb == 'c' ? "confirmed" : "rejected")) == 0 &&
               json_object_set_new(review, "claim", json_string(first)) == 0;
    if (strcmp(verb, "correct") == 0) {
        json_t *const fields = json_object();
        return json_object_set_new(review, "correction", fields) == 0 && review__usage(arguments, count > 2, "correct c-… FIELD=VALUE …") &&
               json_object_set_new(review, "verdict", json_string("corrected")) == 0 && json_object_set_new(review, "claim", json_string(first)) == 0 &&
               review__fields(arguments, 2, fields);
    }
    if (strcmp(verb, "add") == 0) {
        json_t *const fields = json_object();
        return json_object_set_new(review, "event", fields) == 0 &&
               review__usage(arguments, count > 4, "add r-… type=AID trigger='geliefert' evidence='Die USA haben Panzer geliefert' FIELD=VALUE …") &&
               json_object_set_new(review, "verdict", json_string("added")) == 0 && json_object_set_new(review, "report", json_string(first)) == 0 &&
               review__fields(arguments, 2, fields);
    }
    if (strcmp(verb, "split") == 0)
        return review__usage(arguments, count > 2, "split i-… c-… …") && json_object_set_new(review, "verdict", json_string("split")) == 0 &&
               json_object_set_new(review, "incident", json_string(first)) == 0 && json_object_set_new(review, "claims", review__list(arguments, 2)) == 0;
    if (strcmp(verb, "join") == 0)
        return review__usage(arguments, count > 2, "join i-… i-… …") && json_object_set_new(review, "verdict", json_string("joined")) == 0 &&
               json_object_set_new(review, "incidents", review__list(arguments, 1)) == 0;
    char *end;
    const long id = strtol(first, &end, 10);
    return review__usage(arguments, count == 2, "undo c-…, or undo NUMBER") && json_object_set_new(review, "verdict", json_string("undone")) == 0 &&
           (*first && !*end ? json_object_set_new(review, "id", json_integer(id)) : json_object_set_new(review, "claim", json_string(first))) == 0;
}

static bool review__head(const struct arguments *arguments, json_t *review)
{
    char name[REVIEWER_BYTES];
    const char *const reviewer = reviewer_of(arguments->values[REVIEW_REVIEWER], name);
    const char *const reason = arguments->values[REVIEW_REASON], *const revision = arguments->values[REVIEW_REVISION];
    if (!reviewer)
        return arguments_refuse(arguments->command, "who reviews? --reviewer NAME") == STATUS_DONE;
    return json_object_set_new(review, "reviewer", json_string(reviewer)) == 0 &&
           (!reason || json_object_set_new(review, "reason", json_string(reason)) == 0) &&
           (!revision || json_object_set_new(review, "revision", json_string(revision)) == 0);
}

static int review__one(const struct arguments *arguments)
{
    json_t *const review = json_object();
    int status = STATUS_USAGE;
    if (review && review__form(arguments, review) && review__head(arguments, review)) {
        struct laut_archive *const archive = archive_for_writing(arguments->values[QUERY_ARCHIVE], false);
        status = archive ? review__store(archive, review) : STATUS_REFUSED;
        laut_archive_free(archive);
    }
    json_decref(review);
    return status;
}

/* Each line is a review; what cannot be stored is told with its line, the others go on. */
static int review__lines(const struct arguments *arguments, struct laut_archive *archive, FILE *file, const char *path)
{
    char *line = NULL;
    size_t size = 0;
    int status = STATUS_DONE;
    for (size_t number = 1; getline(&line, &size, file) > 0; number++) {
        json_error_t why;
        if (line[strspn(line, " \t\r\n")] == '\0')
            continue;
        json_t *const review = json_loads(line, JSON_REJECT_DUPLICATES, &why);
        if (!json_is_object(review))
            (void)fprintf(stderr, "laut: %s:%zu: no JSON object: %s\n", path, number, review ? "another value" : why.text);
        if (!json_is_object(review) || (!json_object_get(review, "reviewer") && !review__head(arguments, review)) || review__store(archive, review) != STATUS_DONE) {
            if (json_is_object(review))
                (void)fprintf(stderr, "laut: %s:%zu: this review was not stored\n", path, number);
            status = STATUS_REFUSED;
        }
        json_decref(review);
    }
    free(line);
    return status;
}

static int review__batch(const struct arguments *arguments)
{
    const char *const path = arguments->values[REVIEW_BATCH];
    const bool standard = strcmp(path, "-") == 0;
    FILE *const file = standard ? stdin : fopen(path, "r");
    if (!file) {
        (void)fprintf(stderr, "laut: %s: %s\n", path, strerror(errno));
        return STATUS_REFUSED;
    }
    struct laut_archive *const archive = archive_for_writing(arguments->values[QUERY_ARCHIVE], false);
    const int status = archive ? review__lines(arguments, archive, file, path) : STATUS_REFUSED;
    laut_archive_free(archive);
    if (!standard)
        (void)fclose(file);
    return status;
}

/* The operands behind the verb are filters. */
static struct arguments review__rest(const struct arguments *arguments)
{
    struct arguments rest = *arguments;
    rest.operands++;
    rest.operand_count--;
    return rest;
}

static int review__next(const struct arguments *arguments)
{
    char name[REVIEWER_BYTES], *text = NULL;
    size_t length = 0;
    struct laut_error error = {.line = 0};
    const struct arguments rest = review__rest(arguments);
    const char *const limit = arguments->values[QUERY_LIMIT];
    const struct laut_queue queue = {.reviewer = reviewer_of(arguments->values[REVIEW_REVIEWER], name), .filters = rest.operands,
                                     .filter_count = rest.operand_count, .limit = limit ? strtoul(limit, NULL, 10) : 1};
    if (!queue.reviewer)
        return arguments_refuse(arguments->command, "who reviews? --reviewer NAME");
    struct laut_archive *const archive = archive_for_writing(arguments->values[QUERY_ARCHIVE], false);
    FILE *const memory = archive ? open_memstream(&text, &length) : NULL;
    const bool asked = memory && laut_archive_queue(archive, &queue, memory, &error);
    laut_archive_free(archive);
    json_t *const root = memory && fclose(memory) == 0 && asked ? json_loadb(text, length, 0, NULL) : NULL;
    size_t index;
    json_t *claim;
    json_array_foreach(json_object_get(root, "items"), index, claim)
        if (json_dumpf(claim, stdout, JSON_COMPACT | JSON_REAL_PRECISION(9)) == 0)
            (void)putchar('\n');
    if (root)
        (void)fprintf(stderr, "laut: %lld to review\n", (long long)json_integer_value(json_object_get(root, "left")));
    const bool told = root != NULL;
    json_decref(root);
    free(text);
    if (!archive)
        return STATUS_REFUSED;
    return told && fflush(stdout) == 0 ? STATUS_DONE : review__failed(&error);
}

static int review__run(const struct arguments *arguments)
{
    static const char *const verbs[] = {"confirm", "correct", "reject", "add", "split", "join", "undo", "list", "next"};
    const char *const verb = arguments->operand_count ? arguments->operands[0] : "";
    if (arguments->values[REVIEW_PROPOSE])
        return propose_run(arguments, &(struct propose_options){.archive = arguments->values[QUERY_ARCHIVE], .tables = arguments->values[REVIEW_TABLES],
                                                                .accept = arguments->values[REVIEW_ACCEPT], .least = arguments->values[REVIEW_LEAST],
                                                                .json = arguments->values[QUERY_JSON] != NULL});
    if (arguments->values[REVIEW_BATCH])
        return arguments->operand_count ? arguments_refuse(arguments->command, "--batch takes no operands") : review__batch(arguments);
    if (strcmp(verb, "list") == 0) {
        const struct arguments rest = review__rest(arguments);
        struct laut_query query = {.rows = LAUT_ROWS_REVIEWS};
        return query_run(&rest, &query, query_review_columns);
    }
    if (strcmp(verb, "next") == 0)
        return review__next(arguments);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(verb, verbs[i]) == 0)
            return review__one(arguments);
    const char *const nearest = *verb ? arguments_nearest(verb, verbs, sizeof verbs / sizeof *verbs) : NULL;
    return nearest ? arguments_refuse(arguments->command, "there is no '%s'; did you mean %s?", verb, nearest)
                   : arguments_refuse(arguments->command, "say what: confirm, correct, reject, add, split, join, undo, list or next");
}

const struct command command_review = {
    .name = "review", .operands = "WHAT …", .summary = "say what is right and wrong: confirm, correct, reject, add, split, join",
    .description =
        "What people say stands beside what the machine coded, never over it, and outlives new codings. 'reviewed:yes' (--reviewed) as a\n"
        "filter asks for confirmed, corrected and added claims alone, as they were corrected.\n\n"
        "  confirm c-…                   the claim is coded right\n"
        "  correct c-… FIELD=VALUE …     these fields are wrong: type mode actors recipients items when said place sources factuality aux\n"
        "  reject c-…                    nothing of the kind stands there\n"
        "  add r-… FIELD=VALUE …         a claim that was missed, with type, trigger and evidence (words of the report, or offsets)\n"
        "  split i-… c-… …               these claims are another act\n"
        "  join i-… i-… …                these incidents are one\n"
        "  undo c-…|NUMBER               takes the last word on a claim back, or the review of that number\n"
        "  list [FILTER]                 what was said, newest first; of one claim with claim:c-…\n"
        "  next [FILTER …]               what to review first; the claims are yours for ten minutes\n\n"
        "Values are words or JSON as in the record: actors='RUS/MIL; Wagner-Gruppe (RUS/PRM)' when=2024-01-05..2024-01-07 place='Charkiw, UKR'\n"
        "items='Shahed-136 (drone)' sources= (none: the report itself) when=null.\n",
    .examples = "  laut review confirm c-0123456789abcdef\n"
                "  laut review correct c-0123456789abcdef factuality=CT- actors=RUS/MIL --reason 'Moskau dementiert'\n"
                "  laut review --batch reviews.jsonl --reviewer Ada\n"
                "  laut review --propose --tables my-tables --accept 1,3\n",
    .options = review__options, .option_count = REVIEW_OPTION_COUNT, .run = review__run};
