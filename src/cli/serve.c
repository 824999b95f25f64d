/* cli/serve.c: laut serve: the archive in a browser, until it is told to stop. */
#include "cli/adding.h"
#include "cli/archive.h"
#include "cli/cli.h"
#include "cli/reviewer.h"
#include "cli/values.h"
#include "web/web.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

enum { SERVE_ARCHIVE, SERVE_PORT, SERVE_ADDRESS, SERVE_DEMO, SERVE_PAGE, SERVE_TABLES, SERVE_DATA, SERVE_REVIEW, SERVE_REVIEWER, SERVE_OPTION_COUNT };

enum { SERVE_DEFAULT_PORT = 8021, SERVE_TOKEN_BYTES = 16 };

static const struct option_form serve__options[SERVE_OPTION_COUNT] = {
    [SERVE_ARCHIVE] = ARCHIVE_OPTION,
    [SERVE_PORT] = {"port", 'p', "N", "port, default 8021; 0: any that is free"},
    [SERVE_ADDRESS] = {"address", 0, "ADDRESS",
                       "serve other machines too, at this address of yours; a token is\n"
                       "then asked for: LAUT_TOKEN from the environment, else a new one"},
    [SERVE_DEMO] = {"demo", 0, NULL, "the example reports, in an archive that goes away at the end"},
    [SERVE_PAGE] = {"page", 0, "DIR", "the page's files (default: as built or installed)"},
    [SERVE_TABLES] = {"tables", 't', "DIR", "your own tables, laid over the shipped ones"},
    [SERVE_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\n"
                    "else as installed)"},
    [SERVE_REVIEW] = {"review", 0, NULL, "take what people say of claims; else nothing can be written"},
    [SERVE_REVIEWER] = {"reviewer", 'r', "NAME", "who reviews, where the page does not say another; default: as of\n"
                        "laut review"},
};

static int serve__run(const struct arguments *arguments);

const struct command command_serve = {
    .name = "serve",
    .operands = "",
    .summary = "open laut in a browser",
    .description =
        "Shows the archive on a page, in German and English: search, incidents, transfers, map, actors, reports with their claims\n"
        "marked, and a box to paste any text into; for programs there is a JSON interface (/api/v1/openapi.json). It reads and\n"
        "never writes, unless --review lets people review claims; a pasted text is coded and forgotten. Only this machine is answered unless --address says otherwise. Ctrl-C stops\n"
        "it.\n",
    .examples =
        "  laut serve --demo                            the example reports; open the address that is printed\n"
        "  laut serve --archive syria.sqlite            an archive of its own\n"
        "  laut serve --review                          people may confirm, correct and reject claims\n"
        "  laut serve --port 0                          any free port; the address is printed\n"
        "  laut serve --address 192.0.2.7               for others, who need the address with its token\n",
    .options = serve__options,
    .option_count = SERVE_OPTION_COUNT,
    .run = serve__run,
};

enum { PATH_BYTES = 1200 };

/* A file as built or as installed, told from where the program lies. */
static bool serve__find(const char *built, const char *installed, char path[static PATH_BYTES])
{
    char program[1024];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0)
        return false;
    program[length] = '\0';
    *strrchr(program, '/') = '\0';
    (void)snprintf(path, PATH_BYTES, "%s%s", program, built);
    if (access(path, R_OK) == 0)
        return true;
    (void)snprintf(path, PATH_BYTES, "%s%s", program, installed);
    return access(path, R_OK) == 0;
}

/* A folder named page beside the program, as built; or where it was installed; or NULL. */
static const char *serve__page_folder(const struct arguments *arguments, char folder[static PATH_BYTES])
{
    if (arguments->values[SERVE_PAGE])
        return arguments->values[SERVE_PAGE];
    if (!serve__find("/page/index.html", "/../share/laut/page/index.html", folder))
        return NULL;
    *strrchr(folder, '/') = '\0';
    return folder;
}

/* A token where others may ask: the user's own, or a new one. False: a message was printed. */
static bool serve__token(const struct arguments *arguments, char token[static 2 * SERVE_TOKEN_BYTES + 1], const char **chosen)
{
    const char *const address = arguments->values[SERVE_ADDRESS], *const own = getenv("LAUT_TOKEN");
    *chosen = own && own[0] ? own : NULL;
    if (*chosen && (strlen(*chosen) < 16 || strspn(*chosen, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") != strlen(*chosen)))
        return arguments_refuse(arguments->command, "LAUT_TOKEN has 16 or more letters, digits, '-' or '_'") == STATUS_DONE;
    if (*chosen || !address || web_address_is_loopback(address))
        return true;
    unsigned char random[SERVE_TOKEN_BYTES];
    if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random) {
        perror("laut: no random numbers for a token");
        return false;
    }
    for (size_t i = 0; i < sizeof random; i++)
        (void)snprintf(token + 2 * i, 3, "%02x", random[i]);
    *chosen = token;
    return true;
}

/* SIGINT and SIGTERM are kept from all threads and waited for here. */
static void serve__wait(const sigset_t *stops)
{
    int signal_number;
    while (sigwait(stops, &signal_number) == EINTR)
        ;
}

static int serve__server(const struct web_options *options)
{
    struct laut_error error = {.line = 0};
    sigset_t stops;
    (void)sigemptyset(&stops);
    (void)sigaddset(&stops, SIGINT);
    (void)sigaddset(&stops, SIGTERM);
    (void)sigprocmask(SIG_BLOCK, &stops, NULL);
    struct web_server *const server = web_server_open(options, &error);
    if (!server) {
        cli_print_error(&error);
        return STATUS_REFUSED;
    }
    if (!web_server_has_page(server))
        (void)fputs("laut: the page was not built (node 18 or newer and npm, then make); the interface alone is served\n", stderr);
    const bool told = printf("laut serves %s  (Ctrl-C stops it)\n", web_server_url(server)) > 0 && fflush(stdout) == 0;
    if (told)
        serve__wait(&stops);
    else
        perror("laut: standard output");
    web_server_free(server);
    return told ? STATUS_DONE : STATUS_REFUSED;
}

/* The archive's file: as told, else the usual one if it is there. False: a message was printed. */
static bool serve__archive(const struct arguments *arguments, char path[static PATH_BYTES], const char **chosen)
{
    struct laut_error error = {.line = 0};
    *chosen = arguments->values[SERVE_ARCHIVE];
    if (*chosen)
        return true;
    if (!laut_archive_path(path, PATH_BYTES, &error)) {
        cli_print_error(&error);
        return false;
    }
    if (access(path, F_OK) == 0)
        *chosen = path;
    else
        (void)fprintf(stderr, "laut: there is no archive yet, only texts can be pasted; 'laut add FILE' makes one at %s\n", path);
    return true;
}

/* The example reports, coded into a new archive at path. */
static bool serve__fill(const struct laut_engine *engine, const char *path)
{
    char examples[PATH_BYTES];
    struct adding_sum sum = {.new = 0};
    if (!serve__find("/../examples/reports.jsonl", "/../share/laut/examples/reports.jsonl", examples)) {
        (void)fputs("laut: the example reports are neither in the source nor installed\n", stderr);
        return false;
    }
    struct laut_archive *const archive = archive_for_writing(path, true);
    if (!archive)
        return false;
    const bool filled = adding_coded(archive, engine, &(struct adding_plan){.paths = (const char *const[]){examples}, .path_count = 1,
                                                                            .jobs = (unsigned)jobs_processors()}, &sum);
    laut_archive_free(archive);
    return filled && sum.refused == 0;
}

/* Serves the example reports out of an archive that is made for it and taken away again. */
static int serve__demo(struct web_options *options)
{
    static const char *const files[] = {"/archive.sqlite", "/archive.sqlite-wal", "/archive.sqlite-shm", "/archive.sqlite-journal"};
    const char *const root = getenv("TMPDIR");
    char folder[PATH_BYTES - 64], path[PATH_BYTES];
    (void)snprintf(folder, sizeof folder, "%s/laut-demo-XXXXXX", root && root[0] ? root : "/tmp");
    if (!mkdtemp(folder)) {
        perror("laut: no folder for the example archive");
        return STATUS_REFUSED;
    }
    (void)snprintf(path, sizeof path, "%s%s", folder, files[0]);
    options->archive = path;
    options->demo = true;
    const int status = serve__fill(options->engine, path) ? serve__server(options) : STATUS_REFUSED;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        (void)snprintf(path, sizeof path, "%s%s", folder, files[i]);
        (void)unlink(path);
    }
    (void)rmdir(folder);
    return status;
}

static int serve__run(const struct arguments *arguments)
{
    long port = SERVE_DEFAULT_PORT;
    char page[PATH_BYTES], archive[PATH_BYTES], token[2 * SERVE_TOKEN_BYTES + 1], reviewer[REVIEWER_BYTES];
    struct web_options options = {.address = arguments->values[SERVE_ADDRESS]};
    if (!value_whole(arguments, SERVE_PORT, 0, 65535, &port))
        return STATUS_USAGE;
    if (arguments->operand_count > 0)
        return arguments_refuse(arguments->command, "serve reads no files; 'laut add %s' does", arguments->operands[0]);
    if (arguments->values[SERVE_DEMO] && arguments->values[SERVE_ARCHIVE])
        return arguments_refuse(arguments->command, "--demo has an archive of its own; leave out --archive");
    if (!serve__token(arguments, token, &options.token))
        return STATUS_USAGE;
    if (!arguments->values[SERVE_DEMO] && !serve__archive(arguments, archive, &options.archive))
        return STATUS_REFUSED;
    struct laut_error error = {.line = 0};
    struct laut_engine *const engine = laut_engine_open(
        &(struct laut_engine_options){.image_path = arguments->values[SERVE_DATA], .tables_folder = arguments->values[SERVE_TABLES]},
        &error);
    if (!engine) {
        cli_print_error(&error);
        return STATUS_REFUSED;
    }
    options.engine = engine;
    options.review = arguments->values[SERVE_REVIEW] || arguments->values[SERVE_DEMO];
    options.reviewer = options.review ? reviewer_of(arguments->values[SERVE_REVIEWER], reviewer) : NULL;
    options.port = (uint16_t)port;
    options.page_folder = serve__page_folder(arguments, page);
    const int status = arguments->values[SERVE_DEMO] ? serve__demo(&options) : serve__server(&options);
    laut_engine_free(engine);
    return status;
}
