/* fetch/robots.c: read twice, once for the groups that name us, and if there are none for those of everyone. */
#include "fetch/robots.h"

#include "fetch/path.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LONGEST_READ = 512 << 10, LONGEST_DELAY_S = 3600 };

struct robots_line {
    const char *name, *value;
    size_t name_length, value_length;
};

/* The next line of the form "name: value", without its comment. */
static bool robots__line(const char **at, const char *end, struct robots_line *line)
{
    while (*at < end) {
        const char *stop = *at, *begin = *at;
        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        *at = stop < end ? stop + 1 : end;
        const char *const comment = memchr(begin, '#', (size_t)(stop - begin));
        if (comment)
            stop = comment;
        const char *const colon = memchr(begin, ':', (size_t)(stop - begin));
        if (!colon)
            continue;
        const char *name_end = colon, *value = colon + 1;
        while (begin < name_end && (*begin == ' ' || *begin == '\t'))
            begin++;
        while (name_end > begin && (name_end[-1] == ' ' || name_end[-1] == '\t'))
            name_end--;
        while (value < stop && (*value == ' ' || *value == '\t'))
            value++;
        while (stop > value && (stop[-1] == ' ' || stop[-1] == '\t'))
            stop--;
        *line = (struct robots_line){begin, value, (size_t)(name_end - begin), (size_t)(stop - value)};
        return true;
    }
    return false;
}

static bool robots__is(const struct robots_line *line, const char *name)
{
    return line->name_length == strlen(name) && strncasecmp(line->name, name, line->name_length) == 0;
}

/* The product's name: letters, "-" and "_" up to what else follows. */
static bool robots__names(const struct robots_line *line, const char *agent)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    size_t length = 0;
    if (strcmp(agent, "*") == 0)
        return line->value_length == 1 && line->value[0] == '*';
    while (length < line->value_length && line->value[length] && strchr(letters, line->value[length]))
        length++;
    return length == strlen(agent) && strncasecmp(line->value, agent, length) == 0;
}

static bool robots__rule(struct robots *robots, const struct robots_line *line, bool allow, struct arena *arena, struct laut_error *error)
{
    if (!line->value_length)                     /* "Disallow:" forbids nothing */
        return true;
    struct robots_rule *const rule = arena_append(arena, &robots->rules, &robots->rule_count, &robots->rule_capacity, sizeof *rule, error);
    if (!rule)
        return false;
    *rule = (struct robots_rule){arena_copy_string(arena, line->value, line->value_length, error), line->value_length, allow};
    return rule->pattern != NULL;
}

/* "Content-Signal: ai-train=no", "Content-Usage: /news train-ai=n". */
static bool robots__signal(struct robots *robots, const struct robots_line *line, struct arena *arena, struct laut_error *error)
{
    size_t pattern = 0;
    while (line->value_length && line->value[0] == '/' && pattern < line->value_length && line->value[pattern] != ' ' && line->value[pattern] != '\t')
        pattern++;
    struct robots_signal *const signal = arena_append(arena, &robots->signals, &robots->signal_count, &robots->signal_capacity, sizeof *signal, error);
    if (!signal)
        return false;
    *signal = (struct robots_signal){arena_copy_string(arena, line->name, line->name_length, error),
                                     arena_copy_string(arena, line->value + pattern, line->value_length - pattern, error),
                                     arena_copy_string(arena, line->value, pattern, error)};
    return signal->name && signal->value && signal->pattern;
}

static void robots__delay(struct robots *robots, const struct robots_line *line)
{
    char number[16];
    if (line->value_length >= sizeof number)
        return;
    memcpy(number, line->value, line->value_length);
    number[line->value_length] = '\0';
    const double seconds = strtod(number, NULL);
    if (seconds > robots->delay_s)
        robots->delay_s = seconds < LONGEST_DELAY_S ? seconds : LONGEST_DELAY_S;
}

/* Takes in what the groups of one name say; *found: there are some. */
static bool robots__groups(struct robots *robots, const char *text, size_t length, const char *agent, bool *found, struct arena *arena, struct laut_error *error)
{
    struct robots_line line;
    bool ours = false, names = false;            /* names: the line before was one of User-agent */
    *found = false;
    for (const char *at = text; robots__line(&at, text + length, &line);) {
        const bool allow = robots__is(&line, "allow"), signal = robots__is(&line, "content-signal") || robots__is(&line, "content-usage");
        if (robots__is(&line, "user-agent")) {
            ours = (names && ours) || robots__names(&line, agent);
            *found |= ours;
            names = true;
            continue;
        }
        if (allow || signal || robots__is(&line, "disallow") || robots__is(&line, "crawl-delay"))
            names = false;
        if (!ours)
            continue;
        if ((allow || robots__is(&line, "disallow")) && !robots__rule(robots, &line, allow, arena, error))
            return false;
        if (signal && !robots__signal(robots, &line, arena, error))
            return false;
        if (robots__is(&line, "crawl-delay"))
            robots__delay(robots, &line);
    }
    return true;
}

const struct robots *robots_read(const char *text, size_t length, const char *agent, struct arena *arena, struct laut_error *error)
{
    struct robots *const robots = arena_take(arena, 1, sizeof *robots, error);
    bool found = false;
    if (length > LONGEST_READ)
        length = LONGEST_READ;
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        length -= 3;
    }
    if (!robots || !robots__groups(robots, text, length, agent, &found, arena, error))
        return NULL;
    if (!found && !robots__groups(robots, text, length, "*", &found, arena, error))
        return NULL;
    return robots;
}

bool robots_allows(const struct robots *robots, const char *path)
{
    size_t longest = 0;
    bool allowed = true;
    for (size_t i = 0; i < robots->rule_count; i++) {
        const struct robots_rule *const rule = &robots->rules[i];
        const bool stronger = rule->length > longest || (rule->length == longest && rule->allow);
        if (stronger && path_matches(rule->pattern, rule->length, path)) {
            longest = rule->length;
            allowed = rule->allow;
        }
    }
    return allowed;
}
