/* time/figure.c: what the figures of a token are by themselves: 14.30, 13.04.2014, 1990-1995. */
#include "time/figure.h"

#include <stdlib.h>
#include <string.h>

bool figure_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

size_t figure_digits(const char *text)
{
    size_t count = 0;
    while (figure_is_digit(text[count]))
        count++;
    return count;
}

bool figure_clock(const char *form, double *number)
{
    const size_t hours = figure_digits(form);
    if (hours < 1 || hours > 2 || (form[hours] != '.' && form[hours] != ':') || figure_digits(form + hours + 1) != 2)
        return false;
    const int hour = atoi(form), minute = atoi(form + hours + 1);
    *number = hour * 100 + minute;
    return form[hours + 3] == '\0' && hour <= 24 && minute < 60;
}

bool figure_date(const char *form, double *number)
{
    const size_t first = figure_digits(form);
    int year = 0, month = 0, day = 0;
    if (first == 4 && form[4] == '-' && figure_digits(form + 5) == 2 && form[7] == '-' && figure_digits(form + 8) == 2) {
        year = atoi(form);
        month = atoi(form + 5);
        day = atoi(form + 8);
        if (form[10] != '\0')
            return false;
    } else {
        if (first < 1 || first > 2 || form[first] != '.')
            return false;
        const char *const rest = form + first + 1;
        const size_t second = figure_digits(rest);
        if (second < 1 || second > 2 || rest[second] != '.')
            return false;
        const char *const end = rest + second + 1;
        const size_t third = figure_digits(end);
        day = atoi(form);
        month = atoi(rest);
        if (end[third] != '\0' || (third != 0 && third != 2 && third != 4))
            return false;
        year = third == 0 ? 0 : atoi(end) + (third == 2 ? (atoi(end) < 50 ? 2000 : 1900) : 0);
    }
    *number = year * 10000 + month * 100 + day;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static bool figure__is_joiner(const char *text, size_t *length)
{
    static const char *const joiners[] = {"-", "–", "/"};
    for (size_t i = 0; i < sizeof joiners / sizeof *joiners; i++) {
        *length = strlen(joiners[i]);
        if (strncmp(text, joiners[i], *length) == 0)
            return true;
    }
    return false;
}

size_t figure_split(const char *form, size_t *joiner_at)
{
    size_t at = 0, length = 0;
    while (figure_is_digit(form[at]) || (at > 0 && (form[at] == '.' || form[at] == ':') && figure_is_digit(form[at + 1])))
        at++;
    *joiner_at = at;
    if (at == 0 || at > 5 || !figure__is_joiner(form + at, &length))
        return 0;
    const size_t second = at + length;
    size_t end = second;
    while (figure_is_digit(form[end]) || (end > second && (form[end] == '.' || form[end] == ':') && figure_is_digit(form[end + 1])))
        end++;
    const bool season = at == 4 && end - second < 4 && (form[at] == '/' || end - second != 2);       /* "1989/90" is one winter, "1914-18" four years */
    return form[end] == '\0' && end > second && end - second <= 5 && !season ? second : 0;
}
