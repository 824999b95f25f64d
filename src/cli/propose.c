/* cli/propose.c: see cli/propose.h. Nothing is written but the proposals whose numbers --accept names, into the folder that --tables names. */
#include "cli/propose.h"

#include "cli/archive.h"
#include "cli/cli.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { LINE_BYTES = 2000, PATH_BYTES = 1200, SENTENCES = 5, LEAST_USUAL = 2 };

struct proposal {
    const char *table;
    char line[LINE_BYTES], head[300];
};

static const char *propose__string(const json_t *object, const char *key)
{
    const char *const text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

static void propose__today(char day[16])
{
    const time_t now = time(NULL);
    struct tm parts;
    if (!gmtime_r(&now, &parts) || !strftime(day, 16, "%Y-%m-%d", &parts))
        (void)snprintf(day, 16, "-");
}

/* The last two cells say where a line comes from and when. */
static void propose__source(char *line, size_t size)
{
    char day[16], *cut = NULL, *last = strrchr(line, '\t');
    propose__today(day);
    if (last)
        *last = '\0', cut = strrchr(line, '\t');
    if (cut)
        *cut = '\0';
    const size_t length = strlen(line);
    (void)snprintf(line + length, size - length, "\treviews of own reports\t%s", day);
}

static bool propose__actor(const json_t *told, struct proposal *proposal)
{
    char id[80];
    size_t length = 0;
    const char *const name = propose__string(told, "subject"), *const value = propose__string(told, "value");
    for (const char *at = name; *at && length + 2 < sizeof id; at++)
        if ((*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9'))
            id[length++] = *at;
        else if (*at >= 'A' && *at <= 'Z')
            id[length++] = (char)(*at - 'A' + 'a');
        else if (length && id[length - 1] != '-')
            id[length++] = '-';
    id[length] = '\0';
    proposal->table = "entity/organisations.tsv";
    (void)snprintf(proposal->head, sizeof proposal->head, "id\tnames\tcode\tsector\tnaming\tsource\tchecked");
    (void)snprintf(proposal->line, sizeof proposal->line, "own-%s\t%s\t%.3s\t%s\toffice\t-\t-", id, name, strchr(value, '/') == value ? "-" : value,
                   strchr(value, '/') && strchr(value, '/')[1] ? strchr(value, '/') + 1 : "-");
    propose__source(proposal->line, sizeof proposal->line);
    return true;
}

static bool propose__line(const struct laut_engine *engine, const json_t *told, struct proposal *proposal)
{
    static const char *const frames[] = {"event/verbs.tsv", "event/nouns.tsv", "event/light.tsv"}, *const cues[] = {"statement/verbs.tsv"};
    const char *const kind = propose__string(told, "kind"), *const id = propose__string(told, "subject"), *const value = propose__string(told, "value");
    const bool cue = strcmp(kind, "cue") == 0, removed = strcmp(value, "!") == 0;
    if (strcmp(kind, "actor") == 0)
        return propose__actor(told, proposal);
    if (!laut_engine_table_line(engine, cue ? cues : frames, cue ? 1 : 3, id, cue ? "effect" : "type", removed ? "-" : value, &proposal->table,
                                proposal->line, sizeof proposal->line))
        return false;                            /* a line of one's own tables, or of another table */
    propose__source(proposal->line, sizeof proposal->line);
    (void)snprintf(proposal->head, sizeof proposal->head, "%s",
                   cue ? "id\tlemma\tcompanion\tcontent\tmedium\teffect\taux\tnominal\tstatement\tsource\tchecked"
                   : strcmp(proposal->table, "event/light.tsv") == 0 ? "id\tverb\tnoun\tfunction\ttype\tmode\tactor\trecipient\titem\tsource\tchecked"
                                                                      : "id\tlemma\tframe\ttype\tmode\tactor\trecipient\titem\tsource\tchecked");
    return true;
}

static void propose__sentences(const char *what, const json_t *sentences)
{
    size_t index;
    json_t *one;
    json_array_foreach(sentences, index, one) {
        if (index == SENTENCES) {
            (void)printf("    … and %zu more\n", json_array_size(sentences) - SENTENCES);
            break;
        }
        (void)printf("  %s %s  \"%s\"\n", what, propose__string(one, "claim"), propose__string(one, "words"));
    }
}

static bool propose__is_accepted(const char *accept, size_t number)
{
    for (const char *at = accept; at && *at; at += *at == ',') {
        char *end;
        if (strtoul(at, &end, 10) == number)
            return true;
        at = end + strcspn(end, ",");
    }
    return false;
}

/* Appends the line to the person's own table, which gets its head where it is new. */
static bool propose__write(const char *folder, const struct proposal *proposal)
{
    char path[PATH_BYTES], room[PATH_BYTES];
    struct stat status;
    (void)mkdir(folder, 0777);
    (void)snprintf(room, sizeof room, "%s/%.*s", folder, (int)strcspn(proposal->table, "/"), proposal->table);
    (void)mkdir(room, 0777);
    (void)snprintf(path, sizeof path, "%s/%s", folder, proposal->table);
    const bool new = stat(path, &status) != 0;
    FILE *const file = fopen(path, "a");
    bool done = file && (!new || fprintf(file, "%s\n", proposal->head) > 0) && fprintf(file, "%s\n", proposal->line) > 0;
    if (file)
        done = fclose(file) == 0 && done;
    if (done)
        (void)fprintf(stderr, "laut: written into %s\n", path);
    else
        (void)fprintf(stderr, "laut: %s: %s\n", path, strerror(errno));
    return done;
}

static bool propose__tell(const struct laut_engine *engine, const char *line, size_t *number, const struct propose_options *options)
{
    struct proposal proposal;
    json_t *const told = json_loads(line, 0, NULL);
    bool done = true;
    if (told && propose__line(engine, told, &proposal)) {
        ++*number;
        if (options->json) {
            (void)json_object_set_new(told, "number", json_integer((json_int_t)*number));
            (void)json_object_set_new(told, "table", json_string(proposal.table));
            (void)json_object_set_new(told, "line", json_string(proposal.line));
            done = json_dumpf(told, stdout, JSON_COMPACT) == 0 && putchar('\n') != EOF;
        } else {
            (void)printf("%zu  %s\n  %s\n", *number, proposal.table, proposal.line);
            propose__sentences("for    ", json_object_get(told, "for"));
            propose__sentences("against", json_object_get(told, "against"));
        }
        if (propose__is_accepted(options->accept, *number))
            done = propose__write(options->tables, &proposal) && done;
    }
    json_decref(told);
    return done;
}

static int propose__lines(const struct laut_engine *engine, char *text, const struct propose_options *options)
{
    size_t number = 0;
    bool done = true;
    for (char *at = text; at && *at;) {
        char *const end = strchr(at, '\n');
        if (end)
            *end = '\0';
        done = propose__tell(engine, at, &number, options) && done;
        at = end ? end + 1 : NULL;
    }
    if (!number)
        (void)fputs("laut: nothing was corrected often enough to propose a line\n", stderr);
    return done && fflush(stdout) == 0 ? STATUS_DONE : STATUS_REFUSED;
}

int propose_run(const struct arguments *arguments, const struct propose_options *options)
{
    struct laut_error error = {.line = 0};
    char *text = NULL;
    size_t length = 0;
    int status = STATUS_REFUSED;
    const unsigned long least = options->least ? strtoul(options->least, NULL, 10) : LEAST_USUAL;
    if (options->accept && !options->tables)
        return arguments_refuse(arguments->command, "--accept writes into your own tables: name their folder with --tables DIR");
    struct laut_archive *const archive = archive_for_reading(options->archive);
    struct laut_engine *const engine = archive ? laut_engine_open(NULL, &error) : NULL;
    FILE *const memory = engine ? open_memstream(&text, &length) : NULL;
    const bool done = memory && laut_archive_propose(archive, least ? least : 1, memory, &error);
    if (memory && fclose(memory) == 0 && done)
        status = propose__lines(engine, text, options);
    else if (archive)
        cli_print_error(&error);
    free(text);
    laut_engine_free(engine);
    laut_archive_free(archive);
    return status;
}
