/* cli/arguments.h: what a command understands, and what was typed.
 *
 *     laut read --jobs 2 --format=csv a.jsonl
 *         ->  values[READ_JOBS] "2", values[READ_FORMAT] "csv", operands {"a.jsonl"}
 */
#ifndef CLI_ARGUMENTS_H
#define CLI_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

enum { STATUS_DONE = 0, STATUS_REFUSED = 1, STATUS_USAGE = 2 };

enum { OPTIONS_AT_MOST = 24 };

struct option_form {
    const char *name;                /* without its two dashes */
    char letter;                     /* one-letter form, 0: none */
    const char *argument;            /* "DIR"; NULL: a flag */
    const char *help;                /* may have several lines */
};

struct arguments;

struct command {
    const char *name, *operands, *summary;       /* "read", "FILE|DIR|- …", one line */
    const char *description, *examples;          /* for help; end in a newline */
    const struct option_form *options;
    size_t option_count;
    int (*run)(const struct arguments *);        /* gives the exit status */
};

struct arguments {
    const struct command *command;
    const char *values[OPTIONS_AT_MOST];         /* by the option's index; a flag that is set has its name; NULL: not given */
    const char **operands;
    size_t operand_count;
    bool help;
};

/* Sorts words (count of them, behind the command's name) into *arguments; operands must have room for count. False: wrong
 * use, and a message was printed. */
bool arguments_sort(struct arguments *arguments, const struct command *command, char *const *words, size_t count);

/* Prints "laut: …" and where help is to be had; returns STATUS_USAGE. */
int arguments_refuse(const struct command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The name in names (count of them) that word was probably meant to be, or NULL. */
const char *arguments_nearest(const char *word, const char *const *names, size_t count);

#endif
