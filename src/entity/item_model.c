/* entity/item_model.c: designations of arms (Leopard 2A6) by the tables, as they stand there, with an ending (Eurofightern), with the letters of a variant
 * that has no line of its own (T-72EA by T-72), or with the hyphen before the number left out or put in (M-777, "MiG 29"). */
#include "entity/item_model.h"

#include <string.h>

enum { NAME_AT_LEAST = 5, SHORT_AT_LEAST = 3, BASE_AT_LEAST = 4, SUFFIX_MOST = 8, WORDS_MOST = 3 };

static bool model__is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool model__is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || ((unsigned char)byte & 0x80);
}

/* The line of exactly this name; *row. */
static bool model__find(const struct entity_knowledge *knowledge, const char *name, size_t length, size_t *row)
{
    const struct string_map_hit hit = string_map_find(knowledge->item_models, name, length);
    if (hit.found)
        *row = hit.value;
    return hit.found;
}

/* May the name be written with the ending? Of short ones only those that mean nothing else have a plural in -s: "MiGs", "Scuds", no "Tors". */
static bool model__may_end(const struct entity_knowledge *knowledge, size_t row, size_t length, char ending)
{
    return length >= NAME_AT_LEAST || (ending == 's' && length >= SHORT_AT_LEAST && !knowledge->items[row].needs_context);
}

/* The same, also with an ending: "Eurofightern", "Gripens". */
static bool model__bent(const struct entity_knowledge *knowledge, const char *name, size_t length, size_t *row)
{
    static const char *const endings[] = {"s", "n", "en"};
    bool found = model__find(knowledge, name, length, row);
    for (size_t i = 0; !found && i < sizeof endings / sizeof *endings; i++) {
        const size_t ending = strlen(endings[i]);
        found = length > ending && memcmp(name + length - ending, endings[i], ending) == 0 && model__find(knowledge, name, length - ending, row) &&
                model__may_end(knowledge, *row, length - ending, endings[i][0]);
    }
    return found;
}

/* "M-777" for M777, "MiG 29" and "F16" for MiG-29 and F-16: the hyphen between the letters and the number put in or left out. */
static bool model__joined(const struct entity_knowledge *knowledge, const char *name, size_t length, size_t *row)
{
    char other[PHRASE_BYTES_AT_MOST];
    size_t letters = 0;
    while (letters < length && model__is_letter(name[letters]))
        letters++;
    const bool parted = letters && letters + 1 < length && (name[letters] == '-' || name[letters] == ' ');
    const char *const rest = name + letters + (parted ? 1 : 0);
    const size_t rest_length = length - (size_t)(rest - name);
    if (!letters || !rest_length || !model__is_digit(rest[0]) || length + 1 >= sizeof other)
        return false;
    memcpy(other, name, letters);
    other[letters] = '-';
    memcpy(other + letters + 1, rest, rest_length);
    if (!(parted && name[letters] == '-') && model__find(knowledge, other, letters + 1 + rest_length, row))
        return true;
    memcpy(other + letters, rest, rest_length);
    return parted && model__find(knowledge, other, letters + rest_length, row);
}

/* Letters, digits and hyphens to the end, few of them. */
static bool model__is_suffix(const char *rest, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!model__is_letter(rest[i]) && !model__is_digit(rest[i]) && rest[i] != '-')
            return false;
    return length <= SUFFIX_MOST;
}

/* "T-72EA" for T-72, "M1A2SEP" for M1A2: the longest line that is left without the letters behind a number. */
static bool model__variant(const struct entity_knowledge *knowledge, const char *name, size_t length, size_t *row, size_t *base)
{
    for (size_t cut = length - 1; cut > 1; cut--)
        if (model__is_digit(name[cut - 1]) && model__is_letter(name[cut]) && model__is_suffix(name + cut, length - cut) &&
            (model__find(knowledge, name, cut, row) || model__joined(knowledge, name, cut, row))) {
            *base = cut;
            return true;
        }
    return false;
}

struct model_found item_model_of_name(const struct entity_knowledge *knowledge, const char *name, size_t length)
{
    size_t row, base = length;
    if (length < 2)
        return (struct model_found){NULL, false, false};
    if (model__bent(knowledge, name, length, &row))
        return (struct model_found){&knowledge->items[row], false, false};
    if (model__joined(knowledge, name, length, &row))
        return (struct model_found){&knowledge->items[row], true, false};
    if (model__variant(knowledge, name, length, &row, &base))
        return (struct model_found){&knowledge->items[row], base < BASE_AT_LEAST || base != strlen(knowledge->items[row].name), true};
    return (struct model_found){NULL, false, false};
}

/* A quick look: may a name of that many words begin at token? All begin with a capital or a figure; those of several words with the first word of one in the tables, or
 * with letters before a number ("MiG 29"). */
static bool model__may_begin(const struct entity_finder *finder, uint32_t token, uint32_t words)
{
    const char *const form = finder->document->tokens[token].form;
    if (words == 1)
        return true;
    return model__is_digit(finder->document->tokens[token + 1].form[0]) || string_map_find(finder->knowledge->first_words, form, strlen(form)).found;
}

struct model_found item_model_at(const struct entity_finder *finder, uint32_t token, uint32_t *count)
{
    const struct document *const document = finder->document;
    const struct sentence *const sentence = &document->sentences[document->tokens[token].sentence];
    const uint32_t left = sentence->tokens.first + sentence->tokens.count - token;
    const char first = document->tokens[token].form[0];
    const bool name = (first >= 'A' && first <= 'Z') || model__is_digit(first) || ((unsigned char)first & 0x80) || strpbrk(document->tokens[token].form, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    for (uint32_t words = !name ? 0 : left < WORDS_MOST ? left : WORDS_MOST; words > 0; words--) {
        if (!model__may_begin(finder, token, words))
            continue;
        char key[PHRASE_BYTES_AT_MOST];
        const size_t written = entity_join_forms(document, token, words, false, key);
        if (!written)
            return (struct model_found){NULL, false, false};
        const struct model_found found = item_model_of_name(finder->knowledge, key, written);
        if (found.item) {
            *count = words;
            return found;
        }
    }
    *count = 1;
    return (struct model_found){NULL, false, false};
}
