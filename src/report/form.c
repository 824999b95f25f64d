/* report/form.c: a recursive matcher: each step takes one element of the form and goes on with the rest of both; a [ ] is
 * tried with its content first, then without. Bounded by the length of the form, which is a line of a table. */
#include "report/form.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "report/prose.h"

#include <string.h>

enum { LONGEST_WORD = 48, PLACE_WORDS = 4, CITY_WORDS = 3, NAMES_WORDS = 12 };

struct forms {
    const struct form *items;        /* date-lines.tsv, then marks.tsv, in the order of the tables */
    size_t count;
    const struct table *words, *agencies;
    const struct string_map *word_rows, *agency_rows;        /* words in small letters */
};

/* ---- tables -------------------------------------------------------------------------------------------------- */

static const char *const form__classes[FORM_CLASS_COUNT] = {"date", "clock", "published", "modified", "dateline", "entry", "mark", "end"};
static const char *const form__places[] = {"line", "begin", "within", "heading", ""};
static const char *const form__fields[] = {
    "day", "month", "monthname", "year", "year2", "hour", "minute", "second", "weekday", "zone", "offset", "date", "clock",
    "gap", "dash", "number", "rest", "place", "city", "names", "agency", "prose"};
enum form_field { FIELD_DAY, FIELD_MONTH, FIELD_MONTHNAME, FIELD_YEAR, FIELD_YEAR2, FIELD_HOUR, FIELD_MINUTE, FIELD_SECOND,
                  FIELD_WEEKDAY, FIELD_ZONE, FIELD_OFFSET, FIELD_DATE, FIELD_CLOCK, FIELD_GAP, FIELD_DASH, FIELD_NUMBER, FIELD_REST,
                  FIELD_PLACE, FIELD_CITY, FIELD_NAMES, FIELD_AGENCY, FIELD_PROSE, FIELD_COUNT };

static enum form_field form__field(const char *form, size_t *length)
{
    const char *const end = strchr(form, '}');
    *length = end ? (size_t)(end - form) + 1 : 0;
    for (int i = 0; end && i < FIELD_COUNT; i++)
        if (strlen(form__fields[i]) == *length - 2 && strncmp(form + 1, form__fields[i], *length - 2) == 0)
            return (enum form_field)i;
    return FIELD_COUNT;
}

/* An ASCII letter made small; 0: it is none. */
static char form__small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c >= 'a' && c <= 'z' ? c : 0;
}

static bool form__check(const struct table *table, size_t row, const char *text, struct laut_error *error)
{
    int depth = 0;
    for (const char *at = text; *at; at++) {
        size_t length;
        depth += (*at == '[') - (*at == ']');
        if (depth < 0 || (*at == '{' && form__field(at, &length) == FIELD_COUNT))
            return table_error(table, row, error, "see docs/tables.md for the fields",
                               depth < 0 ? "] without [" : "there is no field at \"%s\"", at);
    }
    return depth == 0 || table_error(table, row, error, "close it with ]", "[ without ]");
}

/* Columns: id, class or kind, form, place, and basis in date-lines.tsv. */
static bool form__row(const struct table *table, size_t row, bool dates, struct form *form, struct laut_error *error)
{
    const int form_class = dates ? table_term(table_cell(table, row, 1), form__classes, FORM_CLASS_COUNT) : strcmp(table_cell(table, row, 1), "end") == 0 ? FORM_END : FORM_MARK;
    const int place = table_term(table_cell(table, row, 3), form__places, sizeof form__places / sizeof form__places[0]);
    if (form_class < 0 || place < 0)
        return table_error(table, row, error, "the head of the table names those that are", "\"%s\" is not known",
                           table_cell(table, row, form_class < 0 ? 1 : 3));
    const char *const text = table_cell(table, row, 2);
    *form = (struct form){text, (enum form_class)form_class, (enum form_place)place, dates ? table_cell(table, row, 4) : "", form__small(text[0])};
    return form__check(table, row, form->text, error);
}

static const struct string_map *form__word_map(const struct table_set *set, const struct table *table, struct laut_error *error)
{
    struct string_map *const map = string_map_open(set->arena, 128, error);
    for (size_t row = 0; map && row < table->row_count; row++) {
        size_t count;
        const char *const *const words = table_words(set->arena, table_cell(table, row, 1), ' ', &count, error);
        for (size_t i = 0; i < count || !words; i++) {
            char *const lower = words ? arena_take(set->arena, strlen(words[i]) + 1, 1, error) : NULL;
            if (!lower || !string_map_add(map, lower, utf8_lower_string(words[i], strlen(words[i]), lower), (uint32_t)row, error))
                return NULL;
        }
    }
    return map;
}

const struct forms *forms_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const date_columns[] = {"id", "class", "form", "place", "basis", "source", "checked"};
    static const char *const mark_columns[] = {"id", "kind", "form", "place", "source", "checked"};
    static const char *const word_columns[] = {"id", "words", "class", "value", "source", "checked"};
    static const char *const agency_columns[] = {"id", "words", "name", "source", "checked"};
    struct forms *const forms = arena_take(set->arena, 1, sizeof *forms, error);
    const struct table *const dates = forms ? table_open(set, "report/date-lines.tsv", date_columns, 7, error) : NULL;
    const struct table *const marks = dates ? table_open(set, "report/marks.tsv", mark_columns, 6, error) : NULL;
    struct form *const items = marks ? arena_take(set->arena, dates->row_count + marks->row_count, sizeof *items, error) : NULL;
    if (!items)
        return NULL;
    for (size_t row = 0; row < dates->row_count; row++)
        if (!form__row(dates, row, true, &items[forms->count++], error))
            return NULL;
    for (size_t row = 0; row < marks->row_count; row++)
        if (!form__row(marks, row, false, &items[forms->count++], error))
            return NULL;
    forms->items = items;
    forms->words = table_open(set, "report/words.tsv", word_columns, 6, error);
    forms->agencies = forms->words ? table_open(set, "report/agencies.tsv", agency_columns, 5, error) : NULL;
    forms->word_rows = forms->agencies ? form__word_map(set, forms->words, error) : NULL;
    forms->agency_rows = forms->word_rows ? form__word_map(set, forms->agencies, error) : NULL;
    return forms->agency_rows ? forms : NULL;
}

/* ---- matching ------------------------------------------------------------------------------------------------ */

struct form_matcher {
    const struct forms *forms;
    const char *text;
    size_t end;                      /* of the line */
    struct form_match found;
};

static uint32_t form__codepoint(const struct form_matcher *matcher, size_t at, size_t *length)
{
    *length = 0;
    return at < matcher->end ? utf8_decode(matcher->text + at, matcher->end - at, length) : 0;
}

static bool form__is_word(uint32_t c)
{
    return c != UTF8_INVALID && (utf8_is_letter(c) || utf8_is_digit(c));
}

static size_t form__blanks(const struct form_matcher *matcher, size_t at)
{
    size_t length;
    while (at < matcher->end && utf8_is_space(form__codepoint(matcher, at, &length)))
        at += length;
    return at;
}

/* A word of letters, digits and inner hyphens; its end. */
static size_t form__word_end(const struct form_matcher *matcher, size_t at)
{
    size_t length, next;
    uint32_t c;
    while ((c = form__codepoint(matcher, at, &length)), form__is_word(c) ||
           ((c == '-' || c == '\'' || c == 0x2019) && form__is_word(form__codepoint(matcher, at + 1, &next))))
        at += length;
    return at;
}

/* The row of the word at a place in the map, of its class where one is asked for; UINT32_MAX: none. */
static uint32_t form__row_of(const struct form_matcher *matcher, const struct string_map *map, size_t at, size_t end,
                             const char *word_class)
{
    char lower[LONGEST_WORD + 1];
    if (end == at || end - at > LONGEST_WORD)
        return UINT32_MAX;
    const size_t length = utf8_lower_string(matcher->text + at, end - at, lower);
    for (struct string_map_hit hit = string_map_find(map, lower, length); hit.found; hit = string_map_next(map, hit))
        if (!word_class || strcmp(table_cell(matcher->forms->words, hit.value, 2), word_class) == 0)
            return hit.value;
    return UINT32_MAX;
}

/* A word of words.tsv; *value its number. The place behind it, 0: none. */
static size_t form__table_word(const struct form_matcher *matcher, size_t at, const char *word_class, int *value)
{
    const size_t end = form__word_end(matcher, at);
    const uint32_t row = form__row_of(matcher, matcher->forms->word_rows, at, end, word_class);
    if (row == UINT32_MAX)
        return 0;
    const char *const cell = table_cell(matcher->forms->words, row, 3);
    *value = 0;
    for (const char *digit = cell + (cell[0] == '-'); *digit >= '0' && *digit <= '9'; digit++)
        *value = *value * 10 + (*digit - '0');
    *value *= cell[0] == '-' ? -1 : 1;
    return end;
}

/* least to most digits, no digit behind; the place behind, 0: none. */
static size_t form__digits(const struct form_matcher *matcher, size_t at, size_t least, size_t most, int *value)
{
    size_t count = 0;
    *value = 0;
    while (count < most && at + count < matcher->end && utf8_is_digit((unsigned char)matcher->text[at + count]))
        *value = *value * 10 + (matcher->text[at + count++] - '0');
    const bool more = at + count < matcher->end && utf8_is_digit((unsigned char)matcher->text[at + count]);
    return count < least || more ? 0 : at + count;
}

/* Whether c may stand between two words of a place, or of names. */
static bool form__joins(uint32_t c, bool names)
{
    return utf8_is_space(c) || c == '/' || (names && (c == ',' || c == '.' || c == '&'));
}

/* Words that begin with a capital, least to most of them; between names also the words that words.tsv has for that (von, und).
 * The place behind them, 0: too few. */
static size_t form__capitals(const struct form_matcher *matcher, size_t at, size_t least, size_t most, bool names)
{
    size_t end = 0, length, count = 0, word;
    int number;
    while (count < most && (word = form__word_end(matcher, at)) > at) {
        if (utf8_is_upper(form__codepoint(matcher, at, &length))) {
            end = word;
            count++;
        } else if (!names || !end || !form__table_word(matcher, at, "name", &number)) {
            break;
        }
        at = word;
        for (uint32_t c; (c = form__codepoint(matcher, at, &length)), length && form__joins(c, names);)
            at += length;
    }
    return count < least ? 0 : end;
}

/* One word with a capital, more where the first one begins names of cities (New, Tel). */
static size_t form__city(const struct form_matcher *matcher, size_t at)
{
    int number;
    const bool begins = form__table_word(matcher, at, "city", &number) != 0;
    return form__capitals(matcher, at, 1, begins ? CITY_WORDS : 1, false);
}

/* Whether a sentence begins at a place that ends with its line. */
static bool form__is_prose(const struct form_matcher *matcher, size_t at)
{
    size_t length;
    const uint32_t first = form__codepoint(matcher, at, &length);
    return utf8_is_upper(first) && prose_ends_sentence(matcher->text + at, matcher->end - at);
}

/* dpa/AFP, dpa-AFX; the place behind, 0: none. */
static size_t form__agencies(struct form_matcher *matcher, size_t at)
{
    size_t end = 0;
    while (matcher->found.agency_count < FORM_AGENCIES_AT_MOST) {
        size_t word = form__word_end(matcher, at);
        uint32_t row = form__row_of(matcher, matcher->forms->agency_rows, at, word, NULL);
        if (row == UINT32_MAX) {
            const char *const hyphen = word > at ? memchr(matcher->text + at, '-', word - at) : NULL;
            word = hyphen ? (size_t)(hyphen - matcher->text) : word;
            row = hyphen ? form__row_of(matcher, matcher->forms->agency_rows, at, word, NULL) : row;
        }
        if (row == UINT32_MAX)
            break;
        const char *const name = table_cell(matcher->forms->agencies, row, 2);
        if (name[0])
            matcher->found.agencies[matcher->found.agency_count++] = name;
        end = at = word;
        while (at < matcher->end && strchr("/, -", matcher->text[at]))
            at++;
    }
    return end;
}

static size_t form__run(const struct form_matcher *matcher, size_t at, bool (*is)(uint32_t))
{
    size_t length;
    for (uint32_t c; (c = form__codepoint(matcher, at, &length)), length && is(c);)
        at += length;
    return at;
}

static bool form__is_dash(uint32_t c)
{
    return c == '-' || c == 0x2013 || c == 0x2014;
}

static bool form__is_gap(uint32_t c)
{
    return utf8_is_space(c) || form__is_dash(c) || c == ',' || c == '|' || c == 0xB7 || c == 0x2022 || c == '/';
}

static size_t form__zone_offset(struct form_matcher *matcher, size_t at)
{
    int hours, minutes;
    if (at < matcher->end && (matcher->text[at] == 'Z' || matcher->text[at] == 'z')) {
        matcher->found.timestamp.zone_minutes = 0;
        return at + 1;
    }
    if (at >= matcher->end || (matcher->text[at] != '+' && matcher->text[at] != '-'))
        return 0;
    const size_t colon = form__digits(matcher, at + 1, 2, 2, &hours);
    const size_t end = colon && colon < matcher->end && matcher->text[colon] == ':' ? form__digits(matcher, colon + 1, 2, 2, &minutes) : 0;
    if (end)
        matcher->found.timestamp.zone_minutes = (hours * 60 + minutes) * (matcher->text[at] == '-' ? -1 : 1);
    return end;
}

static bool form__match(struct form_matcher *matcher, const char *form, size_t at, size_t *end);

/* The first row of a class that fits at a place; the place behind it, 0: none. */
static size_t form__part(struct form_matcher *matcher, enum form_class form_class, size_t at)
{
    const struct timestamp before = matcher->found.timestamp;
    size_t end;
    for (size_t i = 0; i < matcher->forms->count; i++) {
        const struct form *const form = &matcher->forms->items[i];
        if (form->form_class == form_class && form__match(matcher, form->text, at, &end))
            return end;
        matcher->found.timestamp = before;
    }
    return 0;
}

/* The place behind a field, 0: it does not fit. */
static size_t form__take(struct form_matcher *matcher, enum form_field field, size_t at)
{
    struct timestamp *const timestamp = &matcher->found.timestamp;
    size_t end;
    int number;
    switch (field) {
    case FIELD_DAY:
        return form__digits(matcher, at, 1, 2, &timestamp->day);
    case FIELD_MONTH:
        return form__digits(matcher, at, 1, 2, &timestamp->month);
    case FIELD_MONTHNAME:
        return form__table_word(matcher, at, "month", &timestamp->month);
    case FIELD_YEAR:
        return form__digits(matcher, at, 4, 4, &timestamp->year);
    case FIELD_YEAR2:
        end = form__digits(matcher, at, 2, 2, &number);
        timestamp->year = number + (number < 70 ? 2000 : 1900);
        return end;
    case FIELD_HOUR:
        end = form__digits(matcher, at, 1, 2, &timestamp->hour);
        timestamp->minute = timestamp->second = TIMESTAMP_UNTOLD;
        return timestamp->hour < 24 ? end : 0;
    case FIELD_MINUTE:
        end = form__digits(matcher, at, 2, 2, &timestamp->minute);
        return timestamp->minute < 60 ? end : 0;
    case FIELD_SECOND:
        return form__digits(matcher, at, 2, 2, &timestamp->second);
    case FIELD_WEEKDAY:
        return form__table_word(matcher, at, "weekday", &number);
    case FIELD_ZONE:
        return form__table_word(matcher, at, "zone", &timestamp->zone_minutes);
    case FIELD_OFFSET:
        return form__zone_offset(matcher, at);
    case FIELD_DATE:
        end = form__part(matcher, FORM_DATE, at);
        return end && timestamp_exists(timestamp) ? end : 0;
    case FIELD_CLOCK:
        return form__part(matcher, FORM_CLOCK, at);
    case FIELD_GAP:
        return form__run(matcher, at, form__is_gap);
    case FIELD_DASH:
        end = form__run(matcher, at, form__is_dash);
        return end > at ? end : 0;
    case FIELD_NUMBER:
        return form__digits(matcher, at, 1, 9, &number);
    case FIELD_REST:
        return matcher->end;
    case FIELD_PLACE:
        return form__capitals(matcher, at, 1, PLACE_WORDS, false);
    case FIELD_CITY:
        return form__city(matcher, at);
    case FIELD_NAMES:
        return form__capitals(matcher, at, 2, NAMES_WORDS, true);
    case FIELD_AGENCY:
        return form__agencies(matcher, at);
    case FIELD_PROSE:
        return form__is_prose(matcher, at) ? at : 0;
    default:
        return 0;
    }
}

/* Behind the ] that closes the [ at a place. */
static const char *form__behind_bracket(const char *form)
{
    int depth = 0;
    do {
        depth += (*form == '[') - (*form == ']');
        form++;
    } while (depth);
    return form;
}

/* A letter and a digit side by side: what two elements of a page have put together ("Erstellt am09.02.2022"). */
static bool form__is_seam(const struct form_matcher *matcher, size_t at)
{
    size_t length;
    return at > 0 && utf8_is_digit(form__codepoint(matcher, at, &length)) && utf8_is_letter((unsigned char)matcher->text[at - 1]);
}

static bool form__match_literal(struct form_matcher *matcher, const char *form, size_t at, size_t *end)
{
    size_t form_length, length;
    const uint32_t wanted = utf8_decode(form, strlen(form), &form_length), c = form__codepoint(matcher, at, &length);
    return length && utf8_lower(c) == utf8_lower(wanted) && form__match(matcher, form + form_length, at + length, end);
}

static bool form__match(struct form_matcher *matcher, const char *form, size_t at, size_t *end)
{
    if (!*form) {
        *end = at;
        return true;
    }
    if (*form == ']')
        return form__match(matcher, form + 1, at, end);
    if (*form == '[') {
        const struct form_match before = matcher->found;
        if (form__match(matcher, form + 1, at, end))
            return true;
        matcher->found = before;
        return form__match(matcher, form__behind_bracket(form), at, end);
    }
    if (*form == '{') {
        size_t length;
        const enum form_field field = form__field(form, &length);
        const size_t behind = form__take(matcher, field, at);
        return behind && form__match(matcher, form + length, behind, end);
    }
    if (*form == ' ') {
        const size_t behind = form__blanks(matcher, at);
        return (behind > at || at == matcher->end || form__is_seam(matcher, at)) && form__match(matcher, form + 1, behind, end);
    }
    return form__match_literal(matcher, form, at, end);
}

/* No word is cut in two at the end of a match. */
static bool form__ends_word(const struct form_matcher *matcher, size_t begin, size_t end)
{
    size_t length, last = end;
    while (last > begin && ((unsigned char)matcher->text[--last] & 0xC0) == 0x80) {
    }
    return !form__is_word(form__codepoint(matcher, last, &length)) || !form__is_word(form__codepoint(matcher, end, &length));
}

/* Whether nothing, or a bar, follows a place in the line. */
static bool form__ends_line(const struct form_matcher *matcher, size_t at)
{
    size_t length;
    at = form__blanks(matcher, at);
    const uint32_t c = form__codepoint(matcher, at, &length);
    return at == matcher->end || c == '|' || c == 0xB7 || c == 0x2022;
}

bool forms_find(const struct forms *forms, const char *text, struct span line, size_t at, struct form_match *match)
{
    const char first = at < line.end_byte ? form__small(text[at]) : 0;
    for (size_t i = 0; i < forms->count; i++) {
        const struct form *const form = &forms->items[i];
        struct form_matcher matcher = {.forms = forms, .text = text, .end = line.end_byte,
                                       .found = {.form = form, .timestamp = timestamp_none()}};
        size_t end;
        if (form->place == FORM_PART || form->form_class == FORM_END || (form->first && form->first != first) || (form->place != FORM_WITHIN && at != line.begin_byte) ||
            !form__match(&matcher, form->text, at, &end) || end == at || !form__ends_word(&matcher, at, end) ||
            (form->place == FORM_LINE && !form__ends_line(&matcher, end)))
            continue;
        *match = matcher.found;
        match->span = (struct span){(uint32_t)at, (uint32_t)end};
        return true;
    }
    return false;
}

bool forms_ends(const struct forms *forms, const char *text, struct span line, bool heading)
{
    const char first = line.begin_byte < line.end_byte ? form__small(text[line.begin_byte]) : 0;
    for (size_t i = 0; i < forms->count; i++) {
        const struct form *const form = &forms->items[i];
        struct form_matcher matcher = {.forms = forms, .text = text, .end = line.end_byte, .found = {.form = form, .timestamp = timestamp_none()}};
        size_t end;
        if (form->form_class == FORM_END && (!form->first || form->first == first) && (heading || form->place == FORM_LINE) && form__match(&matcher, form->text, line.begin_byte, &end) && end > line.begin_byte &&
            form__ends_line(&matcher, end))
            return true;
    }
    return false;
}

bool forms_find_date(const struct forms *forms, const char *text, struct span line, struct form_match *match)
{
    static const char form[] = "{date}[{gap}{clock}]";
    bool inside = false;
    for (size_t at = line.begin_byte, length; at < line.end_byte; at += length) {
        struct form_matcher matcher = {.forms = forms, .text = text, .end = line.end_byte, .found = {.timestamp = timestamp_none()}};
        const uint32_t c = form__codepoint(&matcher, at, &length);
        size_t end;
        if (form__is_word(c) && (!inside || form__is_seam(&matcher, at)) && form__match(&matcher, form, at, &end) && form__ends_word(&matcher, at, end)) {
            *match = matcher.found;
            match->span = (struct span){(uint32_t)at, (uint32_t)end};
            return true;
        }
        inside = form__is_word(c);
    }
    return false;
}
