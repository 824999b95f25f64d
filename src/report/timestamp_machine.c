/* report/timestamp_machine.c: the forms in which programs write a time: ISO 8601 and its basic form, RFC 5322 (mail, HTTP), what JavaScript and Java print, seconds since 1970. */
#include "report/timestamp.h"

#include "base/calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { DAY_S = 24 * 3600, SECONDS_DIGITS = 10, MILLISECONDS_DIGITS = 13 };

/* "20240105", "20240105T045500+0100" */
static bool machine__basic(const char *text, struct timestamp *timestamp)
{
    char extended[48];
    if (strspn(text, "0123456789") != 8)
        return false;
    const bool clock = text[8] == 'T' && strspn(text + 9, "0123456789") >= 6;
    (void)snprintf(extended, sizeof extended, clock ? "%.4s-%.2s-%.2sT%.2s:%.2s:%.2s%.8s" : "%.4s-%.2s-%.2s", text, text + 4, text + 6, clock ? text + 9 : "", clock ? text + 11 : "",
                   clock ? text + 13 : "", clock ? text + 15 : "");
    return (clock || !text[8]) && timestamp_read_iso(extended, strlen(extended), timestamp) == TIMESTAMP_READ;
}

/* "1704448800", "1704448800000" */
static bool machine__seconds(const char *text, struct timestamp *timestamp)
{
    const size_t digits = strspn(text, "0123456789");
    if (text[digits] || (digits != SECONDS_DIGITS && digits != MILLISECONDS_DIGITS))
        return false;
    const long long seconds = strtoll(text, NULL, 10) / (digits == MILLISECONDS_DIGITS ? 1000 : 1), rest = seconds % DAY_S;
    const struct calendar_date date = calendar_date_of((int32_t)(seconds / DAY_S) + calendar_day(1970, 1, 1));
    *timestamp = (struct timestamp){date.year, date.month, date.day, (int)(rest / 3600), (int)(rest / 60 % 60), (int)(rest % 60), 0};
    return true;
}

/* "Fri, 05 Jan 2024 04:55:00 +0100", "Fri Jan 05 2024 04:55:00 GMT+0100", "Fri Jan 05 04:55:00 CET 2024" */
static bool machine__words(const char *text, struct timestamp *timestamp)
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char month[4] = "", zone[12] = "";
    const char *const comma = strchr(text, ',');
    struct timestamp *const t = timestamp;
    *t = timestamp_none();
    int found = sscanf(comma ? comma + 1 : text, " %2d %3[A-Za-z] %4d %2d:%2d:%2d %11s", &t->day, month, &t->year, &t->hour, &t->minute, &t->second, zone);
    if (found < 3 && !comma)
        found = sscanf(text, " %*3[A-Za-z] %3[A-Za-z] %2d %4d %2d:%2d:%2d %11s", month, &t->day, &t->year, &t->hour, &t->minute, &t->second, zone);
    if (t->year < 1900 && sscanf(text, " %*3[A-Za-z] %3[A-Za-z] %2d %2d:%2d:%2d %*5[A-Z] %4d", month, &t->day, &t->hour, &t->minute, &t->second, &t->year) == 6)
        found = 6;
    for (int i = 0; found >= 3 && i < 12; i++)
        if (strcasecmp(month, months[i]) == 0)
            t->month = i + 1;
    if (t->month == TIMESTAMP_UNTOLD || t->year < 1900)
        return false;
    int hours, minutes;
    const char *const sign = strpbrk(zone, "+-");
    if (sign && sscanf(sign + 1, "%2d%2d", &hours, &minutes) == 2)
        t->zone_minutes = (hours * 60 + minutes) * (*sign == '-' ? -1 : 1);
    else if (found == 7)
        t->zone_minutes = 0;
    return timestamp_exists(t);
}

bool timestamp_read_machine(const char *text, struct timestamp *timestamp)
{
    return timestamp_read_iso(text, strlen(text), timestamp) == TIMESTAMP_READ || machine__basic(text, timestamp) || machine__seconds(text, timestamp) ||
           machine__words(text, timestamp);
}
