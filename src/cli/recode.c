/* cli/recode.c: laut recode: the stored texts read again, and what became of each claim. */
#include "cli/archive.h"
#include "cli/cli.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { RECODE_ARCHIVE, RECODE_TABLES, RECODE_DATA, RECODE_DRY_RUN, RECODE_JSON, RECODE_OPTION_COUNT };

static const struct option_form recode__options[RECODE_OPTION_COUNT] = {
    [RECODE_ARCHIVE] = ARCHIVE_OPTION,
    [RECODE_TABLES] = {"tables", 't', "DIR", "your own tables, laid over the shipped ones"},
    [RECODE_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\nelse as installed)"},
    [RECODE_DRY_RUN] = {"dry-run", 'n', NULL, "only print what would change; nothing is kept"},
    [RECODE_JSON] = {"json", 0, NULL, "one JSON object for each claim that changes"},
};

struct recode_sum {
    bool json;
    size_t reports, added, withdrawn, changed, kept;
};

static bool recode__tell(void *context, const struct laut_added *added)
{
    struct recode_sum *const sum = context;
    sum->reports++;
    sum->added += added->added;
    sum->withdrawn += added->withdrawn;
    sum->changed += added->changed;
    sum->kept += added->kept;
    if (!sum->json && (added->added || added->withdrawn || added->changed))
        (void)printf("%s  %zu claims added, %zu withdrawn, %zu changed, %zu kept\n", added->report, added->added, added->withdrawn,
                     added->changed, added->kept);
    return true;
}

static const char *recode__string(const json_t *object, const char *key)
{
    const char *const text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* "factuality CT+ -> CT-" */
static void recode__field(const char *name, const json_t *values)
{
    char *const before = json_dumps(json_array_get(values, 0), JSON_COMPACT | JSON_ENCODE_ANY), *const after = json_dumps(json_array_get(values, 1), JSON_COMPACT | JSON_ENCODE_ANY);
    (void)printf("    %s: %s -> %s\n", name, before ? before : "?", after ? after : "?");
    free(before);
    free(after);
}

static bool recode__differs(void *context, const char *difference)
{
    const struct recode_sum *const sum = context;
    const char *name;
    json_t *values;
    if (sum->json)
        return puts(difference) != EOF;
    json_t *const told = json_loads(difference, 0, NULL);
    const char *const present = recode__string(told, "present");
    (void)printf("  %-9s %s  %s  \"%s\"\n", recode__string(told, "kind"), *present ? present : recode__string(told, "former"), recode__string(told, "type"),
                 recode__string(told, "words"));
    json_object_foreach(json_object_get(told, "fields"), name, values)
        recode__field(name, values);
    json_decref(told);
    return !ferror(stdout);
}

static int recode__run(const struct arguments *arguments)
{
    struct laut_error error = {.line = 0};
    const bool dry = arguments->values[RECODE_DRY_RUN] != NULL;
    struct recode_sum sum = {.json = arguments->values[RECODE_JSON] != NULL};
    if (arguments->operand_count)
        return arguments_refuse(arguments->command, "recode takes no operands; name the archive with --archive FILE");
    struct laut_archive *const archive = archive_for_writing(arguments->values[RECODE_ARCHIVE], false);
    const struct laut_engine_options options = {.image_path = arguments->values[RECODE_DATA], .tables_folder = arguments->values[RECODE_TABLES]};
    struct laut_engine *const engine = archive ? laut_engine_open(&options, &error) : NULL;
    const struct laut_recode plan = {.dry_run = dry, .tell = recode__tell, .differs = recode__differs, .context = &sum};
    const bool done = engine && laut_archive_recode(archive, engine, &plan, &error);
    laut_engine_free(engine);
    laut_archive_free(archive);
    if (!archive)
        return STATUS_REFUSED;
    if (!done) {
        cli_print_error(&error);
        return STATUS_REFUSED;
    }
    (void)fprintf(stderr, "laut: %zu reports read again: %zu claims %sadded, %zu withdrawn, %zu changed, %zu kept\n", sum.reports, sum.added,
                  dry ? "would be " : "", sum.withdrawn, sum.changed, sum.kept);
    return fflush(stdout) == 0 ? STATUS_DONE : STATUS_REFUSED;
}

const struct command command_recode = {
    .name = "recode", .operands = "", .summary = "read the stored texts again with the present tables and model",
    .description = "Reads all texts of the archive again, and prints what became of each claim: added, withdrawn, or changed in which fields. A claim\n"
                   "keeps its id where text, words and type stay; what people said of it stays with it. Claims of before stay in the archive, marked as superseded. Reports that these tables and this model coded\n"
                   "already are left as they are. --dry-run runs a new version or other tables beside the old and keeps nothing.\n",
    .examples = "  laut recode\n  laut recode --dry-run --tables my-tables/       what my lines would change\n",
    .options = recode__options, .option_count = RECODE_OPTION_COUNT, .run = recode__run};

