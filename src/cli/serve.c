/* cli/serve.c: laut serve: the archive in a browser, until it is told to stop. */
#include "cli/cli.h"
#include "cli/values.h"
#include "web/web.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

enum { SERVE_PORT, SERVE_ADDRESS, SERVE_PAGE, SERVE_TABLES, SERVE_DATA, SERVE_OPTION_COUNT };

enum { SERVE_DEFAULT_PORT = 8021, SERVE_TOKEN_BYTES = 16 };

static const struct option_form serve__options[SERVE_OPTION_COUNT] = {
    [SERVE_PORT] = {"port", 'p', "N", "port, default 8021; 0: any that is free"},
    [SERVE_ADDRESS] = {"address", 'a', "ADDRESS",
                       "serve other machines too, at this address of yours; a token is\n"
                       "then asked for: LAUT_TOKEN from the environment, else a new one"},
    [SERVE_PAGE] = {"page", 0, "DIR", "the page's files (default: as built or installed)"},
    [SERVE_TABLES] = {"tables", 't', "DIR", "your own tables, laid over the shipped ones"},
    [SERVE_DATA] = {"data", 0, "FILE", "the image of tables, lexicon and model (default: LAUT_DATA,\n"
                    "else as installed)"},
};

static int serve__run(const struct arguments *arguments);

const struct command command_serve = {
    .name = "serve",
    .operands = "",
    .summary = "open laut in a browser",
    .description =
        "Serves a page, in German and English, and a JSON interface under /api/v1 (described by /api/v1/openapi.json). It\n"
        "reads and never writes; a pasted text is coded and forgotten. Only this machine is answered unless --address says\n"
        "otherwise. Ctrl-C stops it.\n",
    .examples =
        "  laut serve                                   then open http://127.0.0.1:8021/\n"
        "  laut serve --port 0                          any free port; the address is printed\n"
        "  laut serve --address 192.0.2.7               for others, who need the address with its token\n",
    .options = serve__options,
    .option_count = SERVE_OPTION_COUNT,
    .run = serve__run,
};

/* A folder named page beside the program, as built; or where it was installed; or NULL. */
static const char *serve__page_folder(const struct arguments *arguments, char *folder, size_t size)
{
    static const char *const places[] = {"/page", "/../share/laut/page"};
    if (arguments->values[SERVE_PAGE])
        return arguments->values[SERVE_PAGE];
    char program[1024];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0)
        return NULL;
    program[length] = '\0';
    *strrchr(program, '/') = '\0';
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        char index[1200];
        (void)snprintf(folder, size, "%s%s", program, places[i]);
        (void)snprintf(index, sizeof index, "%s/index.html", folder);
        if (access(index, R_OK) == 0)
            return folder;
    }
    return NULL;
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

static int serve__run(const struct arguments *arguments)
{
    long port = SERVE_DEFAULT_PORT;
    char folder[1100], token[2 * SERVE_TOKEN_BYTES + 1];
    const char *chosen;
    if (!value_whole(arguments, SERVE_PORT, 0, 65535, &port))
        return STATUS_USAGE;
    if (arguments->operand_count > 0)
        return arguments_refuse(arguments->command, "serve reads no files; 'laut read %s' does", arguments->operands[0]);
    if (!serve__token(arguments, token, &chosen))
        return STATUS_USAGE;
    const struct laut_engine_options engine_options = {.image_path = arguments->values[SERVE_DATA],
                                                       .tables_folder = arguments->values[SERVE_TABLES]};
    struct laut_error error = {.line = 0};
    struct laut_engine *const engine = laut_engine_open(&engine_options, &error);
    if (!engine) {
        cli_print_error(&error);
        return STATUS_REFUSED;
    }
    const int status = serve__server(&(struct web_options){
        .engine = engine, .address = arguments->values[SERVE_ADDRESS], .port = (uint16_t)port, .token = chosen,
        .page_folder = serve__page_folder(arguments, folder, sizeof folder)});
    laut_engine_free(engine);
    return status;
}
