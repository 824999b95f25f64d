/* time/words.c: looks up the classes of words and reads those of figures: 14.30, 13.04.2014, 1990er, 35-Stunden-Woche.
 *
 * Every form of words.tsv stands under its lower case in one map; an entry tells class, value and whether it asks for a
 * capital letter. A compound of weekday and part of day ("Montagabend") is put into the map when the table is read.
 */
#include "time/words.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "parse/tree.h"
#include "time/figure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FORM_BYTES_AT_MOST = 100, NAME_BYTES_AT_MOST = 31 };

struct word_entry {
    const char *form;                /* lower case */
    const char *code;
    uint8_t class;
    bool capital, small;             /* matches only a word with, without a capital letter */
};

struct time_words {
    struct arena *arena;
    const struct number_words *numbers;
    struct string_map *forms, *literals, *class_names;
    struct word_entry *entries;
    size_t entry_count, entry_capacity;
    const char *const *endings;      /* of adjectives */
    size_t ending_count;
    unsigned class_count;
};

static const char *const words__named[TIME_NAMED_COUNT] = {
#define TIME_CLASS_NAME(name) #name,
    TIME_CLASSES(TIME_CLASS_NAME)
#undef TIME_CLASS_NAME
};

unsigned time_words_class(const struct time_words *words, const char *name)
{
    const struct string_map_hit hit = string_map_find(words->class_names, name, strlen(name));
    return hit.found ? hit.value : (unsigned)TIME_NONE;
}

static unsigned words__new_class(struct time_words *words, const char *name, struct string_map *map, struct laut_error *error)
{
    return string_map_add(map, name, strlen(name), words->class_count, error) ? words->class_count++ : (unsigned)TIME_NONE;
}

static char *words__lower(struct time_words *words, const char *form, const char *ending, struct laut_error *error)
{
    const size_t length = strlen(form);
    char *const lower = arena_take(words->arena, 2 * length + strlen(ending) + 2, 1, error);
    if (lower)
        memcpy(lower + utf8_lower_string(form, length, lower), ending, strlen(ending) + 1);
    return lower;
}

static bool words__begins_with_capital(const char *form)
{
    size_t length = 0;
    return *form && utf8_is_upper(utf8_decode(form, strlen(form), &length));
}

static bool words__add(struct time_words *words, const char *lower, bool capital, bool small, unsigned class,
                       const char *code, struct laut_error *error)
{
    struct word_entry *const entry = arena_append(words->arena, &words->entries, &words->entry_count,
                                                  &words->entry_capacity, sizeof *entry, error);
    if (!entry)
        return false;
    *entry = (struct word_entry){.form = lower, .code = code, .class = (uint8_t)class, .capital = capital, .small = small};
    return string_map_add(words->forms, lower, strlen(lower), (uint32_t)(words->entry_count - 1), error);
}

/* One form of a row; a ~ at its end stands for the endings of adjectives. */
static bool words__form(struct time_words *words, const char *form, unsigned class, const char *code, struct laut_error *error)
{
    const size_t length = strlen(form);
    const bool adjective = length > 1 && form[length - 1] == '~';
    const bool capital = words__begins_with_capital(form);
    const bool small = !capital && utf8_is_letter((unsigned char)form[0]);
    if (!adjective) {
        const char *const lower = words__lower(words, form, "", error);
        return lower && words__add(words, lower, capital, small, class, code, error);
    }
    char *const stem = arena_copy_string(words->arena, form, length - 1, error);
    for (size_t i = 0; stem && i < words->ending_count; i++) {
        const char *const lower = words__lower(words, stem, words->endings[i], error);
        if (!lower || !words__add(words, lower, capital, small, class, code, error))
            return false;
    }
    return stem != NULL;
}

static bool words__rows(struct time_words *words, const struct table *table, struct laut_error *error)
{
    for (size_t row = 0; row < table->row_count; row++) {
        const char *const name = table_cell(table, row, 2);
        unsigned class = time_words_class(words, name);
        if (!*name || strlen(name) > NAME_BYTES_AT_MOST || (!class && words->class_count == TIME_CLASSES_AT_MOST))
            return table_error(table, row, error, "use fewer classes, of at most 31 capital letters", "no room for class \"%s\"", name);
        if (!class)
            class = words__new_class(words, name, words->class_names, error);
        if (!class)
            return false;
        size_t count = 0;
        const char *const *const forms = table_words(words->arena, table_cell(table, row, 1), ' ', &count, error);
        if (!forms)
            return false;
        if (class == TIME_ENDING) {
            words->endings = forms;
            words->ending_count = count;
            continue;
        }
        for (size_t i = 0; i < count; i++) {
            if (strlen(forms[i]) > FORM_BYTES_AT_MOST)
                return table_error(table, row, error, "give words of at most 100 bytes", "too long a word");
            if (!words__form(words, forms[i], class, table_cell(table, row, 3), error))
                return false;
        }
    }
    return true;
}

/* "Montagabend" and its like, from the weekdays and the parts of the day. */
static bool words__weekday_parts(struct time_words *words, struct laut_error *error)
{
    const size_t count = words->entry_count;
    for (size_t i = 0; i < count; i++) {
        if (words->entries[i].class != TIME_WEEKDAY)
            continue;
        for (size_t k = 0; k < count; k++) {
            const struct word_entry day = words->entries[i], part = words->entries[k];
            if (part.class != TIME_PART && part.class != TIME_PARTS)
                continue;
            const char *const form = arena_format(words->arena, error, "%s%s", day.form, part.form);
            const char *const code = arena_format(words->arena, error, "%s~%s", day.code, part.code);
            if (!form || !code || !words__add(words, form, part.class == TIME_PART, false, TIME_WDPART, code, error))
                return false;
        }
    }
    return true;
}

struct time_words *time_words_open(const struct table_set *set, const struct number_words *numbers, struct laut_error *error)
{
    static const char *const columns[] = {"id", "words", "class", "value", "source", "checked"};
    const struct table *const table = table_open(set, "time/words.tsv", columns, 6, error);
    struct time_words *const words = table ? arena_take(set->arena, 1, sizeof *words, error) : NULL;
    if (!words)
        return NULL;
    words->arena = set->arena;
    words->numbers = numbers;
    words->forms = string_map_open(set->arena, 4000, error);
    words->literals = words->forms ? string_map_open(set->arena, 200, error) : NULL;
    if (!words->literals)
        return NULL;
    words->class_names = string_map_open(set->arena, TIME_CLASSES_AT_MOST, error);
    for (words->class_count = 1; words->class_names && words->class_count < TIME_NAMED_COUNT; words->class_count++)
        if (!string_map_add(words->class_names, words__named[words->class_count], strlen(words__named[words->class_count]),
                            words->class_count, error))
            return NULL;
    if (!words->class_names)
        return NULL;
    return words__rows(words, table, error) && words__weekday_parts(words, error) ? words : NULL;
}

unsigned time_words_literal(struct time_words *words, const char *word, struct laut_error *error)
{
    const char *const lower = words__lower(words, word, "", error);
    if (!lower)
        return TIME_NONE;
    const struct string_map_hit hit = string_map_find(words->literals, lower, strlen(lower));
    if (hit.found)
        return hit.value;
    if (words->class_count == TIME_CLASSES_AT_MOST) {
        (void)error_set(error, "knowledge/time/patterns.tsv", 0, "use classes of words.tsv instead", "too many words in patterns");
        return TIME_NONE;
    }
    const unsigned class = words__new_class(words, lower, words->literals, error);
    return class && words__add(words, lower, false, false, class, "", error) ? class : (unsigned)TIME_NONE;
}

/* ---- one item ------------------------------------------------------------------------------------------------- */

static void words__read(struct time_item *item, unsigned class, const char *code, double number)
{
    class_set_add(&item->classes, class);
    if (item->reading_count < TIME_READINGS_AT_MOST)
        item->readings[item->reading_count++] = (struct time_reading){.class = (uint8_t)class, .code = code, .number = number};
}

const struct time_reading *time_item_reading(const struct time_item *item, unsigned class)
{
    for (size_t i = 0; i < item->reading_count; i++)
        if (item->readings[i].class == class)
            return &item->readings[i];
    return NULL;
}

/* The entry of that class under a lower-case form, NULL: none. */
static const struct word_entry *words__entry(const struct time_words *words, const char *lower, size_t length, unsigned class)
{
    for (struct string_map_hit hit = string_map_find(words->forms, lower, length); hit.found;
         hit = string_map_next(words->forms, hit))
        if (words->entries[hit.value].class == class)
            return &words->entries[hit.value];
    return NULL;
}

/* "1990er", "35-Stunden-Woche", "1989/90". */
static void words__figure_compound(const struct time_words *words, const char *lower, size_t digits, struct time_item *item)
{
    const char *const rest = lower + digits;
    const int number = atoi(lower);
    if ((digits == 2 || digits == 4) && number % 10 == 0 &&
        words__entry(words, rest, strlen(rest), TIME_DECADEEND))
        words__read(item, TIME_DECADENUM, "", number);
    if (digits == 4 && rest[0] == '/' && (figure_digits(rest + 1) == 2 || figure_digits(rest + 1) == 4) &&
        rest[1 + figure_digits(rest + 1)] == '\0')
        words__read(item, TIME_YEARSPAN, "", number);
    if (rest[0] == '-' && digits <= 4) {
        const size_t length = strcspn(rest + 1, "-");
        const struct word_entry *const unit = words__entry(words, rest + 1, length, TIME_UNIT);
        if (unit)
            words__read(item, TIME_NUMUNIT, unit->code, number);
    }
}

/* "dreitägig", "48-stündig": a number and what tells its unit. */
static void words__length_adjective(const struct time_words *words, char *lower, struct time_item *item)
{
    const size_t length = strlen(lower);
    for (size_t cut = 2; cut + 4 < length; cut++) {
        const struct word_entry *const ending = words__entry(words, lower + cut, length - cut, TIME_LENGTHENDING);
        if (!ending)
            continue;
        const size_t number_end = lower[cut - 1] == '-' ? cut - 1 : cut;
        const char hyphen = lower[number_end];
        lower[number_end] = '\0';
        struct number_reading reading;
        const bool is_number = number_read(words->numbers, lower, &reading) &&
                               (reading.kind == NUMBER_CARDINAL || reading.kind == NUMBER_ONE);
        lower[number_end] = hyphen;
        if (is_number)
            words__read(item, ending->code[0] == 'Y' ? TIME_NUMYEARS : TIME_NUMLENGTH, ending->code, reading.value);
        return;
    }
}

/* A figure that stands as well for a year as for a number of things; a round one is a number. */
static bool words__may_be_year(int number)
{
    return number >= 1900 && number < 2050 && number % 100 != 0;
}

/* "1500 französische und 1100 amerikanische Soldaten", "1200 weitere Panzer", not "der 1848 gewählte König" */
static bool words__counts_described(const struct document *document, uint32_t token, int number)
{
    const struct token *const here = &document->tokens[token];
    if (here->relation != RELATION_NUMMOD || here->head == DOCUMENT_NONE || here->head <= token || words__may_be_year(number))
        return false;
    const struct token *const noun = &document->tokens[here->head];
    const uint32_t article = tree_child(document, here->head, RELATION_DET);
    return noun->upos == UPOS_NOUN && noun->morphology.number == NUMBER_PLUR && document->tokens[token + 1].upos == UPOS_ADJ &&
           (article == DOCUMENT_NONE || article > token);
}

/* Is the figure before this token's noun a number of things ("1998 Lehrer"), or the year of something ("1998 gewann")? */
static bool words__counts_next(const struct document *document, uint32_t token, uint32_t end, int number)
{
    if (token + 1 >= end)
        return false;
    if (token + 3 < end && figure_is_digit(document->tokens[token + 2].form[0]) && strlen(document->tokens[token + 1].form) <= 4 &&
        words__begins_with_capital(document->tokens[token + 3].form) &&
        utf8_is_letter((unsigned char)document->tokens[token + 1].form[0]))
        return words__counts_next(document, token + 2, end, atoi(document->tokens[token + 2].form));   /* "1450 bis 1850 Mark" */
    const struct token *const next = &document->tokens[token + 1], *const here = &document->tokens[token];
    if (!words__begins_with_capital(next->form))
        return words__counts_described(document, token, number);
    if (here->relation == RELATION_NUMMOD && here->head == token + 1)
        return next->upos != UPOS_PROPN;
    return !words__may_be_year(number) && next->upos != UPOS_PROPN;
}

/* The year that two figures after another year mean ("1914–18"), 0: none. */
static int words__completed_year(int year, int number)
{
    return year >= 1000 && year <= 2100 && year % 100 < number ? year - year % 100 + number : 0;
}

static int words__shortened_year(const struct time_words *words, const struct document *document, uint32_t token, int number)
{
    if (token < 2 || document->tokens[token - 2].sentence != document->tokens[token].sentence)
        return 0;
    const struct token *const joiner = &document->tokens[token - 1], *const first = &document->tokens[token - 2];
    const struct word_entry *const link = words__entry(words, joiner->form, strlen(joiner->form), TIME_LINK);
    const int year = figure_digits(first->form) == 4 && !first->form[4] ? atoi(first->form) : 0;
    size_t length = 0;
    const bool range = link && strcmp(link->code, "range") == 0 && !utf8_is_letter(utf8_decode(joiner->form, strlen(joiner->form), &length));
    return range ? words__completed_year(year, number) : 0;
}

static void words__number(const struct time_words *words, const struct document *document, uint32_t token, uint32_t end,
                          struct time_item *item)
{
    const char *const form = document->tokens[token].form;
    struct number_reading reading;
    const struct number_phrase phrase = number_phrase(words->numbers, document, token, end);
    if (phrase.count > 0 && !phrase.vague_scale && !(phrase.with_scale && phrase.count == 1)) {
        item->last = token + phrase.count - 1;
        words__read(item, phrase.one ? TIME_ONE : TIME_NUM, "", phrase.value);
        const bool plain = phrase.count == 1 && phrase.figures && figure_digits(form) == strlen(form);
        const int number = plain ? (int)phrase.value : 0;
        const bool of_month = plain && token > 0 && time_words_form_has(words, document->tokens[token - 1].form, TIME_MONTH);
        if (plain && strlen(form) == 4 && number >= 1000 && number <= 2100 &&
            (of_month || !words__counts_next(document, token, end, number)))
            words__read(item, TIME_YEAR, "", number);
        const int shortened = plain && strlen(form) == 2 ? words__shortened_year(words, document, token, number) : 0;
        if (shortened && !words__counts_next(document, token, end, shortened))
            words__read(item, TIME_YEAR, "", shortened);
        if (plain && strlen(form) == 3 && number >= 100)
            words__read(item, TIME_OLDYEAR, "", number);
        return;
    }
    if (number_read(words->numbers, form, &reading) && reading.kind == NUMBER_ORDINAL) {
        words__read(item, TIME_ORD, "", reading.value);
        if (reading.figures && reading.value >= 1 && reading.value <= 31)
            words__read(item, TIME_DAY, "", reading.value);
        if (reading.figures && strlen(form) == 5 && token + 1 >= end)    /* a year and the full stop */
            words__read(item, TIME_YEAR, "", reading.value);
    }
}

static void words__figures(const struct time_words *words, const char *form, struct time_item *item)
{
    double number = 0;
    if (figure_clock(form, &number))
        words__read(item, TIME_CLOCK, "", number);
    if (figure_date(form, &number))
        words__read(item, TIME_DATENUM, "", number);
    char lower[2 * FORM_BYTES_AT_MOST + 1];
    utf8_lower_string(form, strlen(form), lower);
    const size_t digits = figure_digits(lower);
    if (lower[digits])
        words__figure_compound(words, lower, digits, item);
    if (lower[digits] == '-' || utf8_is_letter((unsigned char)lower[digits]))
        words__length_adjective(words, lower, item);
}

static bool words__is_adjective(const struct token *token)
{
    if (words__begins_with_capital(token->form))
        return false;
    if (token->upos != UPOS_NONE)
        return token->upos == UPOS_ADJ;
    for (size_t i = 0; i < token->analysis_count; i++) {
        const enum word_class class = token->analyses[i].word_class;
        if (class == WORD_ADJECTIVE || class == WORD_PARTICIPLE_PERFECT || class == WORD_PARTICIPLE_PRESENT)
            return true;
    }
    return false;
}

/* Small words match a capital letter only where a sentence or a quotation begins, or in a word all of capitals. */
static bool words__may_be_small(const struct document *document, uint32_t token, uint32_t sentence_begin)
{
    const char *const form = document->tokens[token].form;
    size_t length = 0, next_length = 0;
    const size_t bytes = strlen(form);
    if (!words__begins_with_capital(form) || token == sentence_begin)
        return true;
    utf8_decode(form, bytes, &length);
    if (length < bytes && utf8_is_upper(utf8_decode(form + length, bytes - length, &next_length)))
        return true;
    const char *const before = document->tokens[token - 1].form;
    return !utf8_is_letter(utf8_decode(before, strlen(before), &length)) && !figure_is_digit(before[0]) &&
           before[0] != '-' && before[0] != '/' && before[0] != ',';
}

static void words__item(const struct time_words *words, const struct document *document, uint32_t token,
                        const struct sentence *sentence, struct time_item *item)
{
    const char *const form = document->tokens[token].form;
    const size_t length = strlen(form);
    const uint32_t end = sentence->tokens.first + sentence->tokens.count;
    item->first = item->last = token;
    class_set_add(&item->classes, TIME_ANY);
    if (length == 0 || length > FORM_BYTES_AT_MOST)
        return;
    const bool capital = words__begins_with_capital(form);
    if (capital)
        class_set_add(&item->classes, TIME_ANYNOUN);
    if (words__is_adjective(&document->tokens[token]))
        class_set_add(&item->classes, TIME_ADJECTIVE);
    char lower[2 * FORM_BYTES_AT_MOST + 1];
    const size_t lower_length = utf8_lower_string(form, length, lower);
    const bool may_be_small = words__may_be_small(document, token, sentence->tokens.first);
    for (struct string_map_hit hit = string_map_find(words->forms, lower, lower_length); hit.found;
         hit = string_map_next(words->forms, hit)) {
        const struct word_entry *const entry = &words->entries[hit.value];
        if ((entry->capital && !capital) || (entry->small && !may_be_small))
            continue;
        words__read(item, entry->class, entry->code, strtod(entry->code, NULL));
    }
    const char *const compound = item->reading_count == 0 ? document->tokens[token].compound_head : NULL;
    if (compound && strlen(compound) <= FORM_BYTES_AT_MOST) {  /* "Sicherheitsratsresolution 1701" */
        const size_t head_length = utf8_lower_string(compound, strlen(compound), lower);
        static const unsigned classes[] = {TIME_NUMBERED, TIME_SPANNOUN};
        for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
            const struct word_entry *const entry = words__entry(words, lower, head_length, classes[i]);
            if (entry)
                words__read(item, entry->class, entry->code, 0);
        }
        utf8_lower_string(form, length, lower);
    }
    words__number(words, document, token, end, item);
    if (figure_is_digit(form[0]))
        words__figures(words, form, item);
    else if (item->reading_count == 0 && length > 7 && number_may_begin(words->numbers, lower))
        words__length_adjective(words, lower, item);
}

/* The classes of a joining mark. */
static void words__literals(const struct time_words *words, const char *mark, size_t length, struct time_item *item)
{
    for (struct string_map_hit hit = string_map_find(words->forms, mark, length); hit.found; hit = string_map_next(words->forms, hit))
        words__read(item, words->entries[hit.value].class, words->entries[hit.value].code, 0);
}

/* The part of a split token as an item of its own; after: the number before the joining mark, 0: none. */
static void words__part(const struct token *token, uint32_t index, size_t begin, size_t end, int after, struct time_item *item)
{
    char part[16] = "";
    memset(item, 0, sizeof *item);
    item->first = item->last = index;
    item->part_begin = (uint16_t)begin;
    item->part_end = (uint16_t)end;
    class_set_add(&item->classes, TIME_ANY);
    if (end - begin >= sizeof part)
        return;
    memcpy(part, token->form + begin, end - begin);
    double clock = 0;
    if (figure_clock(part, &clock))
        words__read(item, TIME_CLOCK, "", clock);
    const int number = atoi(part);
    if (figure_digits(part) != end - begin)
        return;
    words__read(item, TIME_NUM, "", number);
    const int completed = end - begin == 2 ? words__completed_year(after, number) : number;
    if ((end - begin == 4 || end - begin == 2) && completed >= 1000 && completed <= 2100)
        words__read(item, TIME_YEAR, "", completed);
}

bool time_words_form_has(const struct time_words *words, const char *form, unsigned class)
{
    char lower[2 * FORM_BYTES_AT_MOST + 1];
    const size_t length = strlen(form);
    if (length > FORM_BYTES_AT_MOST)
        return false;
    return words__entry(words, lower, utf8_lower_string(form, length, lower), class) != NULL;
}

size_t time_words_items(const struct time_words *words, const struct document *document, uint32_t sentence,
                        struct time_item *items, size_t capacity)
{
    const struct sentence *const here = &document->sentences[sentence];
    size_t count = 0;
    for (uint32_t i = 0; i < here->tokens.count; i++) {
        const uint32_t token = here->tokens.first + i;
        if (document->tokens[token].contraction_part == 2)
            continue;
        const char *const form = document->tokens[token].form;
        size_t joiner = 0;
        const size_t second = figure_is_digit(form[0]) ? figure_split(form, &joiner) : 0;
        if (second && count + 2 + here->tokens.count - i < capacity) {
            words__part(&document->tokens[token], token, 0, joiner, 0, &items[count++]);
            struct time_item *const between = &items[count++];
            words__part(&document->tokens[token], token, joiner, second, 0, between);
            words__literals(words, form + joiner, second - joiner, between);
            words__part(&document->tokens[token], token, second, strlen(form), joiner == 4 ? atoi(form) : 0, &items[count++]);
            continue;
        }
        struct time_item *const item = &items[count++];
        memset(item, 0, sizeof *item);
        words__item(words, document, token, here, item);
        i += item->last - item->first;
    }
    return count;
}
