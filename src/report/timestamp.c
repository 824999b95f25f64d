/* report/timestamp.c: ISO 8601, and the clock of Central Europe: summer time from the last Sunday of March to the last of October
 * (of September before 1996), from 1980 on, turned at 1:00 UTC (directive 2000/84/EC and those before it). */
#include "report/timestamp.h"

#include "base/calendar.h"
#include "report/document.h"

#include <string.h>

enum { FIRST_SUMMER_YEAR = 1980, FIRST_OCTOBER_YEAR = 1996, CENTRAL_EUROPE_MINUTES = 60, HOUR_MINUTES = 60, LAST_YEAR = 9999 };

struct timestamp timestamp_none(void)
{
    return (struct timestamp){TIMESTAMP_UNTOLD, TIMESTAMP_UNTOLD, TIMESTAMP_UNTOLD, TIMESTAMP_UNTOLD, TIMESTAMP_UNTOLD, TIMESTAMP_UNTOLD,
                           TIMESTAMP_ZONE_UNTOLD};
}

struct timestamp_text {
    const char *at, *end;
};

/* Exactly that many digits. */
static bool timestamp__digits(struct timestamp_text *text, size_t count, int *number)
{
    int value = 0;
    if ((size_t)(text->end - text->at) < count)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (text->at[i] < '0' || text->at[i] > '9')
            return false;
        value = value * 10 + (text->at[i] - '0');
    }
    text->at += count;
    *number = value;
    return true;
}

static bool timestamp__mark(struct timestamp_text *text, const char *marks)
{
    if (text->at == text->end || !*text->at || !strchr(marks, *text->at))
        return false;
    text->at++;
    return true;
}

static bool timestamp__zone(struct timestamp_text *text, struct timestamp *timestamp)
{
    int hours, minutes = 0;
    if (timestamp__mark(text, "Zz")) {
        timestamp->zone_minutes = 0;
        return true;
    }
    const bool west = text->at < text->end && *text->at == '-';
    if (!timestamp__mark(text, "+-") || !timestamp__digits(text, 2, &hours))
        return false;
    if (text->at < text->end) {
        (void)timestamp__mark(text, ":");
        if (!timestamp__digits(text, 2, &minutes))
            return false;
    }
    timestamp->zone_minutes = (hours * HOUR_MINUTES + minutes) * (west ? -1 : 1);
    return hours <= 14 && minutes < HOUR_MINUTES;
}

static bool timestamp__clock(struct timestamp_text *text, struct timestamp *timestamp)
{
    if (!timestamp__mark(text, "Tt ") || !timestamp__digits(text, 2, &timestamp->hour) || !timestamp__mark(text, ":") ||
        !timestamp__digits(text, 2, &timestamp->minute))
        return false;
    if (timestamp__mark(text, ":") && !timestamp__digits(text, 2, &timestamp->second))
        return false;
    if (timestamp__mark(text, ".,")) {
        int digit;
        if (!timestamp__digits(text, 1, &digit))
            return false;
        while (timestamp__digits(text, 1, &digit)) {
        }
    }
    (void)timestamp__mark(text, " ");
    return text->at == text->end || timestamp__zone(text, timestamp);
}

enum timestamp_reading timestamp_read_iso(const char *bytes, size_t length, struct timestamp *timestamp)
{
    struct timestamp_text text = {bytes, bytes + length};
    *timestamp = timestamp_none();
    if (!timestamp__digits(&text, 4, &timestamp->year))
        return TIMESTAMP_NO_FORM;
    if (text.at < text.end && (!timestamp__mark(&text, "-") || !timestamp__digits(&text, 2, &timestamp->month)))
        return TIMESTAMP_NO_FORM;
    if (text.at < text.end && (!timestamp__mark(&text, "-") || !timestamp__digits(&text, 2, &timestamp->day)))
        return TIMESTAMP_NO_FORM;
    if (text.at < text.end && (!timestamp__clock(&text, timestamp) || text.at != text.end))
        return TIMESTAMP_NO_FORM;
    return timestamp_exists(timestamp) ? TIMESTAMP_READ : TIMESTAMP_NO_SUCH_DAY;
}

bool timestamp_exists(const struct timestamp *timestamp)
{
    if (timestamp->year != TIMESTAMP_UNTOLD && (timestamp->year < 1 || timestamp->year > LAST_YEAR))       /* as far as four digits go */
        return false;
    const bool month = timestamp->month == TIMESTAMP_UNTOLD || (timestamp->month >= 1 && timestamp->month <= 12);
    const bool day = timestamp->day == TIMESTAMP_UNTOLD || calendar_date_exists(timestamp->year, timestamp->month, timestamp->day);
    return month && day && timestamp->hour < 24 && timestamp->minute < 60 && timestamp->second <= 60;
}

int32_t timestamp_day(const struct timestamp *timestamp)
{
    const bool told = timestamp->year != TIMESTAMP_UNTOLD && timestamp->day != TIMESTAMP_UNTOLD;
    return told ? calendar_day(timestamp->year, timestamp->month, timestamp->day) : DAY_NONE;
}

static int32_t timestamp__last_sunday(int year, int month)
{
    const int32_t last = calendar_day(year, month, calendar_month_length(year, month));
    return last - calendar_weekday(last) % 7;
}

/* Minutes east of UTC of Central Europe's clock at that day and hour. */
static int timestamp__central_europe(const struct timestamp *timestamp)
{
    const int32_t day = timestamp_day(timestamp), begin = timestamp__last_sunday(timestamp->year, 3);
    const int32_t end = timestamp__last_sunday(timestamp->year, timestamp->year >= FIRST_OCTOBER_YEAR ? 10 : 9);
    const bool after_begin = day > begin || (day == begin && timestamp->hour >= 2);
    const bool before_end = day < end || (day == end && timestamp->hour < 3);
    const bool summer = timestamp->year >= FIRST_SUMMER_YEAR && after_begin && before_end;
    return CENTRAL_EUROPE_MINUTES + (summer ? HOUR_MINUTES : 0);
}

void timestamp_to_central_europe(struct timestamp *timestamp)
{
    if (timestamp->zone_minutes != 0 || timestamp->hour == TIMESTAMP_UNTOLD)
        return;
    timestamp->zone_minutes = timestamp__central_europe(timestamp);
    timestamp->hour += timestamp->zone_minutes / 60;
    if (timestamp->hour < 24)
        return;
    const struct calendar_date next = calendar_date_of(timestamp_day(timestamp) + 1);
    timestamp->year = next.year;
    timestamp->month = next.month;
    timestamp->day = next.day;
    timestamp->hour -= 24;
}

const char *timestamp_write(const struct timestamp *timestamp, struct arena *arena, struct laut_error *error)
{
    if (timestamp->month == TIMESTAMP_UNTOLD)
        return arena_format(arena, error, "%04d", timestamp->year);
    if (timestamp->day == TIMESTAMP_UNTOLD)
        return arena_format(arena, error, "%04d-%02d", timestamp->year, timestamp->month);
    if (timestamp->hour == TIMESTAMP_UNTOLD)
        return arena_format(arena, error, "%04d-%02d-%02d", timestamp->year, timestamp->month, timestamp->day);
    const int zone = timestamp->zone_minutes == TIMESTAMP_ZONE_UNTOLD ? timestamp__central_europe(timestamp) : timestamp->zone_minutes;
    const int size = zone < 0 ? -zone : zone;
    return arena_format(arena, error, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", timestamp->year, timestamp->month, timestamp->day,
                        timestamp->hour, timestamp->minute == TIMESTAMP_UNTOLD ? 0 : timestamp->minute,
                        timestamp->second == TIMESTAMP_UNTOLD ? 0 : timestamp->second, zone < 0 ? '-' : '+', size / HOUR_MINUTES,
                        size % HOUR_MINUTES);
}
