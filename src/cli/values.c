/* cli/values.c: reads numbers and dates off options, and says what is right where they are wrong. */
#include "cli/values.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool value_whole(const struct arguments *arguments, size_t option, long least, long most, long *value)
{
    const char *const text = arguments->values[option];
    if (!text)
        return true;
    char *end;
    errno = 0;
    *value = strtol(text, &end, 10);
    if (*text && !*end && errno == 0 && *value >= least && *value <= most)
        return true;
    (void)arguments_refuse(arguments->command, "--%s is a whole number from %ld to %ld, not '%s'",
                           arguments->command->options[option].name, least, most, text);
    return false;
}

bool value_number(const struct arguments *arguments, size_t option, double least, double most, double *value)
{
    const char *const text = arguments->values[option];
    if (!text)
        return true;
    char *end;
    *value = strtod(text, &end);
    if (*text && !*end && isfinite(*value) && *value >= least && *value <= most)
        return true;
    (void)arguments_refuse(arguments->command, "--%s is a number from %g to %g, not '%s'",
                           arguments->command->options[option].name, least, most, text);
    return false;
}

bool value_duration(const struct arguments *arguments, size_t option, long least_s, long most_s, long *seconds)
{
    static const struct { char letter; long seconds; } units[] = {{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}};
    const char *const text = arguments->values[option];
    if (!text)
        return true;
    char *end;
    errno = 0;
    const long number = strtol(text, &end, 10);
    for (size_t i = 0; i < sizeof units / sizeof units[0] && end > text && errno == 0; i++)
        if (*end == units[i].letter && !end[1] && number >= 0 && number <= most_s / units[i].seconds && number * units[i].seconds >= least_s) {
            *seconds = number * units[i].seconds;
            return true;
        }
    (void)arguments_refuse(arguments->command, "--%s is a time like 90s, 30m, 2h or 1d, from %ld s to %ld s, not '%s'",
                           arguments->command->options[option].name, least_s, most_s, text);
    return false;
}

static bool value__day_exists(int year, int month, int day)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1] + (leap && month == 2);
}

bool value_date(const struct arguments *arguments, size_t option)
{
    const char *const text = arguments->values[option];
    if (!text)
        return true;
    int year, month, day, length = 0;
    const bool form = strspn(text, "0123456789-") >= 10 && sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &length) == 3 &&
                      length == 10 && (text[10] == '\0' || text[10] == 'T');
    if (form && value__day_exists(year, month, day))
        return true;
    const char *const name = arguments->command->options[option].name;
    if (form)
        (void)arguments_refuse(arguments->command, "--%s: the day %.10s does not exist", name, text);
    else
        (void)arguments_refuse(arguments->command, "--%s is a date like 2024-01-05, not '%s'", name, text);
    return false;
}
