/* cli/main.c: laut's command line. Exit status: 0 done, 1 some reports could not be read, 2 wrong use. */
#include "cli/cli.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const struct command *const *cli_commands(size_t *count)
{
    static const struct command *const commands[] = {
        &command_read,
        &command_text,
        &command_parse,
        &command_names,
        &command_explain,
        &command_add,
        &command_find,
        &command_incidents,
        &command_transfers,
        &command_reports,
        &command_actors,
        &command_timeline,
        &command_show,
        &command_stats,
        &command_review,
        &command_sample,
        &command_score,
        &command_export,
        &command_dossier,
        &command_backup,
        &command_log,
        &command_check,
        &command_recode,
        &command_remove,
        &command_forget,
        &command_serve,
        &command_tables,
    };
    *count = sizeof commands / sizeof commands[0];
    return commands;
}

const struct command *cli_command(const char *name)
{
    size_t count;
    const struct command *const *const commands = cli_commands(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

void cli_print_error(const struct laut_error *error)
{
    char line[2048];
    laut_error_describe(error, line, sizeof line);
    (void)fprintf(stderr, "laut: %s\n", line);
}

static int cli__unknown_command(const char *word)
{
    const char *names[32];
    size_t count, name_count = 0;
    struct stat status;
    const struct command *const *const commands = cli_commands(&count);
    for (size_t i = 0; i < count; i++)
        names[name_count++] = commands[i]->name;
    names[name_count++] = "help";
    if (word[0] == '-' && word[1])
        return arguments_refuse(NULL, "no option %s without a command; did you mean 'laut read %s …'?", word, word);
    if (stat(word, &status) == 0 || strcmp(word, "-") == 0)
        return arguments_refuse(NULL, "'%s' is no command; did you mean 'laut read %s'?", word, word);
    const char *const nearest = arguments_nearest(word, names, name_count);
    return nearest ? arguments_refuse(NULL, "'%s' is no command; did you mean 'laut %s'?", word, nearest)
                   : arguments_refuse(NULL, "'%s' is no command", word);
}

/* Help and version go to standard output; a disk that is full is an error there too. */
static int cli__flush(void)
{
    if (fflush(stdout) == 0)
        return STATUS_DONE;
    perror("laut: standard output");
    return STATUS_REFUSED;
}

static int cli__help(char *const *words, size_t count)
{
    if (count == 0) {
        cli_help();
        return cli__flush();
    }
    if (cli_command(words[0]))
        cli_help_command(cli_command(words[0]));
    else if (strcmp(words[0], "help") == 0)
        cli_help();
    else
        return cli__unknown_command(words[0]);
    return cli__flush();
}

static int cli__run(const struct command *command, char *const *words, size_t count)
{
    struct arguments arguments = {.command = command};
    arguments.operands = calloc(count + 1, sizeof *arguments.operands);
    if (!arguments.operands) {
        (void)fputs("laut: out of memory\n", stderr);
        return STATUS_REFUSED;
    }
    int status = STATUS_USAGE;
    if (arguments_sort(&arguments, command, words, count)) {
        if (arguments.help) {
            cli_help_command(command);
            status = cli__flush();
        } else {
            status = command->run(&arguments);
        }
    }
    free(arguments.operands);
    return status;
}

int main(int argc, char **argv)
{
    (void)signal(SIGPIPE, SIG_IGN);              /* a closed pipe is a write that fails, see read.c */
    if (argc < 2) {
        cli_help();
        (void)fflush(stdout);
        return STATUS_USAGE;
    }
    const char *const word = argv[1];
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0) {
        (void)printf("laut %s\n", laut_version());
        return cli__flush();
    }
    if (strcmp(word, "help") == 0 || strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return cli__help(argv + 2, (size_t)argc - 2);
    const struct command *const command = cli_command(word);
    return command ? cli__run(command, argv + 2, (size_t)argc - 2) : cli__unknown_command(word);
}
