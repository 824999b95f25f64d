/* cli/help.c: help, made from the tables of the commands, so that none can be forgotten. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

enum { OPTION_COLUMN = 24 };

static void help__option(const struct option_form *option)
{
    char left[64];
    const int length = snprintf(left, sizeof left, "  %c%c%s--%s%s%s", option->letter ? '-' : ' ',
                                option->letter ? option->letter : ' ', option->letter ? ", " : "  ", option->name,
                                option->argument ? " " : "", option->argument ? option->argument : "");
    (void)printf("%-*s", OPTION_COLUMN, left);
    if (length >= OPTION_COLUMN)
        (void)printf("\n%*s", OPTION_COLUMN, "");
    for (const char *text = option->help; *text;) {
        const size_t line = strcspn(text, "\n");
        (void)printf("%.*s\n", (int)line, text);
        text += line + (text[line] == '\n');
        if (*text)
            (void)printf("%*s", OPTION_COLUMN, "");
    }
}

void cli_help_command(const struct command *command)
{
    static const struct option_form help = {"help", 'h', NULL, "this help"};
    (void)printf("Usage: laut %s [OPTION …] %s\n\n%s\nOptions:\n", command->name, command->operands, command->description);
    for (size_t i = 0; i < command->option_count; i++)
        help__option(&command->options[i]);
    help__option(&help);
    (void)printf("\nExamples:\n%s\nExit status: 0 done, 1 some reports could not be read, 2 wrong use.\n", command->examples);
}

void cli_help(void)
{
    size_t count;
    const struct command *const *const commands = cli_commands(&count);
    (void)puts("laut (German: according to) reads German news and codes who did what to whom, with which arms,\n"
               "when and where, according to whom, and how sure they are.\n\nUsage: laut COMMAND …\n\nCommands:");
    for (size_t i = 0; i < count; i++)
        (void)printf("  %-10s %s\n", commands[i]->name, commands[i]->summary);
    (void)puts("  help       this help; 'laut help COMMAND' tells all about a command\n\n"
               "Try:\n"
               "  echo 'Teheran dementiert, Drohnen an Russland geliefert zu haben.' | laut read --format text -\n\n"
               "Everything is coded by machine and unreviewed: a claim says who makes it, never that it is true.\n"
               "'laut --version' prints the version; 'man laut' is the manual.");
}
