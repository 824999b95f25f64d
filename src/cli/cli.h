/* cli/cli.h: the commands of laut and what they share. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "cli/arguments.h"
#include "laut.h"

extern const struct command command_read, command_parse, command_names, command_add, command_find, command_incidents, command_reports, command_actors,
    command_timeline, command_show, command_stats, command_serve;

/* All commands in the order of help. */
const struct command *const *cli_commands(size_t *count);

/* The command of that name, or NULL. */
const struct command *cli_command(const char *name);

/* Help on one command, and on all; to stdout. */
void cli_help_command(const struct command *command);
void cli_help(void);

/* Prints "laut: FILE:LINE: MESSAGE; REMEDY" to stderr. */
void cli_print_error(const struct laut_error *error);

#endif
