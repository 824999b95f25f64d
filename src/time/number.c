/* time/number.c: reads number words by the grammar of German number words and figures as papers print them.
 *
 *     number   = [hundreds] ["einhalb"] "tausend" ["und"] [hundreds]  |  hundreds ["einhalb"]
 *     hundreds = [unit | teen] "hundert" ["und"] [tens]  |  tens              (teen: neunzehnhundertneunzig)
 *     tens     = teen | unit "und" ten | ten | unit | last
 *     ordinal  = (ordinal stem | number with it at its end | number "st" | number "t") ending
 *     figures  = 1 to 3 digits and groups of three after . ' or a space of their own; a comma begins the decimals
 *
 * The words stand in knowledge/time/numbers.tsv; this file only knows how they join.
 */
#include "time/number.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum part_kind { PART_UNIT, PART_LAST, PART_TEEN, PART_TEN, PART_AND, PART_HUNDRED, PART_THOUSAND, PART_HALF, PART_WORD,
                 PART_ONE, PART_ORDINAL, PART_ORDINAL_END, PART_ENDING, PART_TIMES, PART_SCALE, PART_VAGUE_SCALE, PART_COUNT };

static const char *const number__kind_names[PART_COUNT] = {
    "unit", "last", "teen", "ten", "and", "hundred", "thousand", "half", "word",
    "one", "ordinal", "ordinal-end", "ending", "times", "scale", "vague-scale"};

struct number_part {
    const char *form;
    size_t length;
    double value;
};

struct number_words {
    struct number_part *parts[PART_COUNT];
    size_t counts[PART_COUNT], capacities[PART_COUNT];
    struct string_map *whole;        /* words, ones and scales: index into parts, kind in the high bits */
    bool begins[256];                /* bytes with which a number word can begin */
};

enum { WHOLE_SHIFT = 24, FORM_BYTES_AT_MOST = 120 };

static bool number__add(struct number_words *words, struct arena *arena, enum part_kind kind, const char *form,
                        double value, struct laut_error *error)
{
    struct number_part *const part = arena_append(arena, &words->parts[kind], &words->counts[kind],
                                                  &words->capacities[kind], sizeof *part, error);
    if (!part)
        return false;
    *part = (struct number_part){.form = form, .length = strlen(form), .value = value};
    if (kind != PART_AND && kind != PART_ENDING && kind != PART_ORDINAL_END && kind != PART_TIMES)
        words->begins[(unsigned char)form[0]] = true;
    if (kind != PART_WORD && kind != PART_ONE && kind != PART_SCALE && kind != PART_VAGUE_SCALE)
        return true;
    return string_map_add(words->whole, form, strlen(form),
                          (uint32_t)kind << WHOLE_SHIFT | (uint32_t)(words->counts[kind] - 1), error);
}

const struct number_words *number_words_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[] = {"id", "words", "kind", "value", "source", "checked"};
    const struct table *const table = table_open(set, "time/numbers.tsv", columns, 6, error);
    struct number_words *const words = table ? arena_take(set->arena, 1, sizeof *words, error) : NULL;
    if (!words)
        return NULL;
    words->whole = string_map_open(set->arena, 100, error);
    if (!words->whole)
        return NULL;
    for (size_t row = 0; row < table->row_count; row++) {
        const int kind = table_term(table_cell(table, row, 2), number__kind_names, PART_COUNT);
        double value;
        if (kind < 0 || !table_number(table_cell(table, row, 3), &value)) {
            table_error(table, row, error, "the kinds are explained at the top of the shipped file", "no such kind or no number");
            return NULL;
        }
        size_t count = 0;
        const char *const *const forms = table_words(set->arena, table_cell(table, row, 1), ' ', &count, error);
        if (!forms)
            return NULL;
        for (size_t i = 0; i < count; i++)
            if (!number__add(words, set->arena, (enum part_kind)kind, forms[i], value, error))
                return NULL;
    }
    return words;
}

/* The longest part of a kind at text; NULL: none. */
static const struct number_part *number__part(const struct number_words *words, enum part_kind kind, const char *text)
{
    const struct number_part *best = NULL;
    for (size_t i = 0; i < words->counts[kind]; i++) {
        const struct number_part *const part = &words->parts[kind][i];
        if ((!best || part->length > best->length) && strncmp(text, part->form, part->length) == 0)
            best = part;
    }
    return best;
}

static bool number__take(const struct number_words *words, enum part_kind kind, const char **text, double *value)
{
    const struct number_part *const part = number__part(words, kind, *text);
    if (!part)
        return false;
    *text += part->length;
    *value = part->value;
    return true;
}

static bool number__tens(const struct number_words *words, const char **text, double *value)
{
    if (number__take(words, PART_TEEN, text, value))
        return true;
    const char *at = *text;
    double unit = 0, ten = 0, joint = 0;
    if (number__take(words, PART_UNIT, &at, &unit) && number__take(words, PART_AND, &at, &joint) &&
        number__take(words, PART_TEN, &at, &ten)) {
        *text = at;
        *value = unit + ten;
        return true;
    }
    return number__take(words, PART_TEN, text, value) || number__take(words, PART_LAST, text, value) ||
           number__take(words, PART_UNIT, text, value);
}

static bool number__hundreds(const struct number_words *words, const char **text, double *value)
{
    const char *at = *text;
    double factor = 1, hundred = 0, rest = 0;
    if (!number__take(words, PART_TEEN, &at, &factor) && !number__take(words, PART_UNIT, &at, &factor))
        factor = 1;
    if (!number__take(words, PART_HUNDRED, &at, &hundred))
        return number__tens(words, text, value);
    *value = factor * hundred;
    *text = at;
    number__take(words, PART_AND, &at, &hundred);
    if (number__tens(words, &at, &rest)) {
        *value += rest;
        *text = at;
    }
    return true;
}

/* A cardinal at the begin of *text; whatever follows stays. */
static bool number__cardinal(const struct number_words *words, const char **text, double *value)
{
    const char *at = *text;
    double number = 0, half = 0, thousand = 0;
    const bool head = number__hundreds(words, &at, &number);
    if (head && number__take(words, PART_HALF, &at, &half))
        number += half;
    const char *const before = at;
    if (!number__take(words, PART_THOUSAND, &at, &thousand)) {
        *text = before;
        *value = number;
        return head;
    }
    *value = (head ? number : 1) * thousand;
    *text = at;
    double rest = 0;
    number__take(words, PART_AND, &at, &thousand);
    if (number__hundreds(words, &at, &rest)) {
        *value += rest;
        *text = at;
    }
    return true;
}

/* Is all of text an ordinal, whose last part may be a stem ("hundert-dritt-e")? */
static bool number__ordinal(const struct number_words *words, const char *text, double *value)
{
    double ignored = 0;
    for (size_t cut = 0; text[cut]; cut++) {                   /* where the stem begins */
        const char *at = text + cut;
        double stem = 0, head = 0;
        if (!number__take(words, PART_ORDINAL, &at, &stem) || !number__take(words, PART_ENDING, &at, &ignored) || *at)
            continue;
        const char *from = text;
        if (cut == 0) {
            *value = stem;
            return true;
        }
        if (number__cardinal(words, &from, &head) && from == text + cut && fmod(head, 100) < 1) {
            *value = head + stem;
            return true;
        }
    }
    const char *at = text;
    if (!number__cardinal(words, &at, value) || *value < 13)
        return false;
    return number__take(words, PART_ORDINAL_END, &at, &ignored) && number__take(words, PART_ENDING, &at, &ignored) && !*at;
}

static bool number__is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Digits with groups and decimals; a dot at the end makes an ordinal. */
static bool number__figures(const char *form, struct number_reading *reading)
{
    double value = 0;
    size_t digits = 0;
    const char *at = form;
    for (; number__is_digit(*at); at++, digits++)
        value = value * 10 + (*at - '0');
    if (digits == 0 || digits > 15)
        return false;
    bool grouped = false;
    while ((*at == '.' || *at == '\'' || strncmp(at, "’", strlen("’")) == 0) && (grouped || digits <= 3)) {
        const char *const group = at + (*at == '.' || *at == '\'' ? 1 : strlen("’"));
        if (!number__is_digit(group[0]) || !number__is_digit(group[1]) || !number__is_digit(group[2]) ||
            number__is_digit(group[3]))
            break;
        value = value * 1000 + (group[0] - '0') * 100 + (group[1] - '0') * 10 + (group[2] - '0');
        grouped = true;
        at = group + 3;
    }
    if (*at == ',' && number__is_digit(at[1])) {
        double place = 0.1;
        for (at++; number__is_digit(*at); at++, place /= 10)
            value += (*at - '0') * place;
        value = round(value * 1e9) / 1e9;
    }
    *reading = (struct number_reading){.kind = NUMBER_CARDINAL, .value = value, .figures = true};
    if (*at == '.' && at[1] == '\0' && !grouped && digits <= 4) {
        reading->kind = NUMBER_ORDINAL;
        return true;
    }
    return *at == '\0';
}

static enum number_kind number__whole_kind(enum part_kind kind)
{
    switch (kind) {
    case PART_ONE:
        return NUMBER_ONE;
    case PART_SCALE:
        return NUMBER_SCALE;
    case PART_VAGUE_SCALE:
        return NUMBER_VAGUE_SCALE;
    default:
        return NUMBER_CARDINAL;
    }
}

static bool number__whole(const struct number_words *words, const char *form, struct number_reading *reading)
{
    const struct string_map_hit hit = string_map_find(words->whole, form, strlen(form));
    if (!hit.found)
        return false;
    const enum part_kind kind = (enum part_kind)(hit.value >> WHOLE_SHIFT);
    *reading = (struct number_reading){.kind = number__whole_kind(kind),
                                       .value = words->parts[kind][hit.value & ((1u << WHOLE_SHIFT) - 1)].value};
    return true;
}

bool number_read(const struct number_words *words, const char *form, struct number_reading *reading)
{
    const size_t length = strlen(form);
    if (length == 0 || length > FORM_BYTES_AT_MOST)
        return false;
    if (number__is_digit(form[0]))
        return number__figures(form, reading);
    if (number__whole(words, form, reading))
        return true;
    char lower[2 * FORM_BYTES_AT_MOST + 1];
    utf8_lower_string(form, length, lower);
    if (!words->begins[(unsigned char)lower[0]])
        return false;
    if (number__whole(words, lower, reading))
        return reading->kind != NUMBER_SCALE;
    *reading = (struct number_reading){.kind = NUMBER_CARDINAL};
    const char *at = lower;
    double ignored = 0;
    if (number__cardinal(words, &at, &reading->value)) {
        if (!*at)
            return true;
        if (number__take(words, PART_TIMES, &at, &ignored) && !*at) {
            reading->kind = NUMBER_TIMES;
            return true;
        }
    }
    reading->kind = NUMBER_ORDINAL;
    return number__ordinal(words, lower, &reading->value);
}

bool number_may_begin(const struct number_words *words, const char *lower)
{
    return words->begins[(unsigned char)lower[0]];
}

/* Three digits, as in "12 400". */
static bool number__is_group(const char *form)
{
    return strlen(form) == 3 && number__is_digit(form[0]) && number__is_digit(form[1]) && number__is_digit(form[2]);
}

struct number_phrase number_phrase(const struct number_words *words, const struct document *document, uint32_t token,
                                   uint32_t end)
{
    struct number_phrase phrase = {0};
    struct number_reading reading;
    if (token >= end || !number_read(words, document->tokens[token].form, &reading))
        return phrase;
    if (reading.kind == NUMBER_SCALE || reading.kind == NUMBER_VAGUE_SCALE) {
        phrase = (struct number_phrase){.count = 1, .value = reading.value, .with_scale = true,
                                        .vague_scale = reading.kind == NUMBER_VAGUE_SCALE};
    } else if (reading.kind == NUMBER_CARDINAL || reading.kind == NUMBER_ONE) {
        phrase = (struct number_phrase){.count = 1, .value = reading.value, .figures = reading.figures,
                                        .one = reading.kind == NUMBER_ONE};
    } else {
        return phrase;
    }
    uint32_t at = token + 1;
    const bool groups_follow = reading.figures && reading.value >= 1 && reading.value < 1000 &&
                               !strpbrk(document->tokens[token].form, ".,'") && document->tokens[token].form[0] != '0';
    while (groups_follow && at < end && number__is_group(document->tokens[at].form) && phrase.value < 1e12) {
        phrase.value = phrase.value * 1000 + atoi(document->tokens[at].form);
        at++;
    }
    while (at < end && number_read(words, document->tokens[at].form, &reading) &&
           (reading.kind == NUMBER_SCALE || reading.kind == NUMBER_VAGUE_SCALE) && phrase.value * reading.value < 1e16) {
        phrase.value *= reading.value;
        phrase.with_scale = true;
        phrase.vague_scale = phrase.vague_scale || reading.kind == NUMBER_VAGUE_SCALE;
        at++;
    }
    phrase.count = at - token;
    return phrase;
}
