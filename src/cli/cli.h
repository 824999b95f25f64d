/* cli/cli.h: the commands of laut and what they share. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "cli/arguments.h"
#include "laut.h"

/* One a line, so that two commands that are added at once do not meet. */
extern const struct command command_read;
extern const struct command command_text;
extern const struct command command_parse;
extern const struct command command_names;
extern const struct command command_explain;
extern const struct command command_add;
extern const struct command command_find;
extern const struct command command_incidents;
extern const struct command command_transfers;
extern const struct command command_reports;
extern const struct command command_actors;
extern const struct command command_timeline;
extern const struct command command_show;
extern const struct command command_stats;
extern const struct command command_review;
extern const struct command command_sample;
extern const struct command command_score;
extern const struct command command_log;
extern const struct command command_export;
extern const struct command command_dossier;
extern const struct command command_backup;
extern const struct command command_check;
extern const struct command command_recode;
extern const struct command command_remove;
extern const struct command command_forget;
extern const struct command command_serve;
extern const struct command command_tables;

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
