/* cli/arguments.c: sorts the words of a command line into options and operands. A wrong word is answered with the nearest right
 * one, by the edit distance that counts two neighbours in the wrong order as one slip (Damerau, CACM 7, 1964). */
#include "cli/arguments.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { WORD_BYTES = 40 };

int arguments_refuse(const struct command *command, const char *format, ...)
{
    va_list values;
    (void)fputs("laut: ", stderr);
    va_start(values, format);
    (void)vfprintf(stderr, format, values);
    va_end(values);
    if (command)
        (void)fprintf(stderr, "\nTry 'laut help %s'.\n", command->name);
    else
        (void)fputs("\nTry 'laut help'.\n", stderr);
    return STATUS_USAGE;
}

static size_t arguments__least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t arguments__distance(const char *a, const char *b)
{
    const size_t rows = strlen(a), columns = strlen(b);
    size_t cost[WORD_BYTES + 1][WORD_BYTES + 1];
    if (rows > WORD_BYTES || columns > WORD_BYTES)
        return WORD_BYTES;
    for (size_t i = 0; i <= rows; i++) {
        for (size_t j = 0; j <= columns; j++) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const size_t change = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            cost[i][j] = arguments__least(change, 1 + arguments__least(cost[i - 1][j], cost[i][j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = arguments__least(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[rows][columns];
}

const char *arguments_nearest(const char *word, const char *const *names, size_t count)
{
    const char *nearest = NULL;
    size_t least = strlen(word) / 3 + 2;         /* as far as a slip may be away */
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(word);
        const bool begins = length >= 2 && strncmp(names[i], word, length) == 0;
        const size_t distance = begins ? 1 : arguments__distance(word, names[i]);
        if (distance < least && distance < strlen(names[i])) {
            least = distance;
            nearest = names[i];
        }
    }
    return nearest;
}

static bool arguments__unknown(const struct command *command, const char *word, size_t length)
{
    const char *names[OPTIONS_AT_MOST + 1];
    char typed[WORD_BYTES + 1];
    size_t count = 0;
    for (size_t i = 0; i < command->option_count; i++)
        names[count++] = command->options[i].name;
    names[count++] = "help";
    (void)snprintf(typed, sizeof typed, "%.*s", (int)(length < WORD_BYTES ? length : WORD_BYTES), word);
    const char *const nearest = arguments_nearest(typed, names, count);
    if (nearest)
        (void)arguments_refuse(command, "'laut %s' has no option --%s; did you mean --%s?", command->name, typed, nearest);
    else
        (void)arguments_refuse(command, "'laut %s' has no option --%s", command->name, typed);
    return false;
}

/* Takes the option at words[*at], and the word behind it where that is its argument. */
static bool arguments__long(struct arguments *arguments, char *const *words, size_t count, size_t *at)
{
    const struct command *const command = arguments->command;
    const char *const word = words[*at] + 2;
    const size_t length = strcspn(word, "=");
    if (length == 4 && strncmp(word, "help", 4) == 0)
        return arguments->help = true;
    for (size_t i = 0; i < command->option_count; i++) {
        const struct option_form *const option = &command->options[i];
        if (strlen(option->name) != length || strncmp(option->name, word, length) != 0)
            continue;
        if (!option->argument && word[length]) {
            (void)arguments_refuse(command, "--%s takes no value", option->name);
            return false;
        }
        if (!option->argument)
            arguments->values[i] = option->name;
        else if (word[length])
            arguments->values[i] = word + length + 1;
        else if (*at + 1 < count)
            arguments->values[i] = words[++*at];
        if (arguments->values[i])
            return true;
        (void)arguments_refuse(command, "--%s needs a value: --%s %s", option->name, option->name, option->argument);
        return false;
    }
    return arguments__unknown(command, word, length);
}

static bool arguments__takes_filters(const struct command *command)
{
    return command->operands && strstr(command->operands, "FILTER");
}

/* "-source:report": no options, but a filter that is not to hold. */
static bool arguments__is_filter(const struct command *command, const char *word)
{
    const size_t letters = strspn(word + 1, "abcdefghijklmnopqrstuvwxyz");
    return letters > 2 && word[1 + letters] == ':' && arguments__takes_filters(command);
}

static bool arguments__short(struct arguments *arguments, char *const *words, size_t count, size_t *at)
{
    const struct command *const command = arguments->command;
    for (const char *letter = words[*at] + 1; *letter; letter++) {
        if (*letter == 'h')
            return arguments->help = true;
        const struct option_form *option = NULL;
        for (size_t i = 0; i < command->option_count; i++)
            if (command->options[i].letter == *letter)
                option = &command->options[i];
        if (!option) {
            (void)arguments_refuse(command, "'laut %s' has no option -%c%s", command->name, *letter,
                                   arguments__takes_filters(command) ? "; words that are not to be found go behind --: laut find -- -Rakete" : "");
            return false;
        }
        const size_t index = (size_t)(option - command->options);
        if (!option->argument) {
            arguments->values[index] = option->name;
            continue;
        }
        if (!letter[1] && *at + 1 == count) {
            (void)arguments_refuse(command, "-%c needs a value: -%c %s", *letter, *letter, option->argument);
            return false;
        }
        arguments->values[index] = letter[1] ? letter + 1 : words[++*at];
        return true;
    }
    return true;
}

bool arguments_sort(struct arguments *arguments, const struct command *command, char *const *words, size_t count)
{
    bool options_end = false;
    arguments->command = command;
    for (size_t at = 0; at < count; at++) {
        const char *const word = words[at];
        if (options_end || word[0] != '-' || !word[1] || arguments__is_filter(command, word)) {
            arguments->operands[arguments->operand_count++] = word;
        } else if (strcmp(word, "--") == 0) {
            options_end = true;
        } else if (!(word[1] == '-' ? arguments__long(arguments, words, count, &at)
                                    : arguments__short(arguments, words, count, &at))) {
            return false;
        }
    }
    return true;
}
