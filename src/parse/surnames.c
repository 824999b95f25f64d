/* parse/surnames.c: surnames of several words that begin with what is a preposition or a verb elsewhere ("Von der Leyen verurteilte den Angriff",
 * "Bin Salman empfing Biden"). As a phrase of the preposition they would be neither subject nor object. Which surnames, a table tells; the first word may be capital, the last
 * one have the genitive's ending. The network is told of each of its words what it is told of the last: three words of a name. */
#include "parse/surnames.h"

#include "base/utf8.h"
#include "parse/network.h"

#include <string.h>

enum { SURNAMES_WORDS = 1, SURNAMES_COLUMNS = 4, SURNAMES_FIRST_BYTES = 3 };

struct surnames {
    const struct table *table;
};

const struct surnames *surnames_open(const struct table_set *set, struct laut_error *error)
{
    static const char *const columns[SURNAMES_COLUMNS] = {"id", "words", "source", "checked"};
    struct surnames *const surnames = arena_take(set->arena, 1, sizeof *surnames, error);
    const struct table *const table = table_open(set, "parse/surnames.tsv", columns, SURNAMES_COLUMNS, error);
    if (!surnames || !table)
        return NULL;
    for (size_t row = 0; row < table->row_count; row++) {
        const char *const words = table_cell(table, row, SURNAMES_WORDS), *const space = strchr(words, ' ');
        if (!space || space == words || (size_t)(space - words) > SURNAMES_FIRST_BYTES || !space[1]) {
            (void)table_error(table, row, error, "write a short word, a space and the rest of the name", "no surname of several words");
            return NULL;
        }
    }
    *surnames = (struct surnames){table};
    return surnames;
}

/* Is the word the part of the name that ends at a space or at its end? The last may be a genitive. */
static bool surnames__is_word(const struct token *token, const char *name, size_t length)
{
    return strncmp(token->form, name, length) == 0 && (!token->form[length] || (!name[length] && strcmp(token->form + length, "s") == 0));
}

/* How many words the name, whose first one stands at tokens[at] already, has there; 0: another word stands in it. */
static size_t surnames__count(const char *name, const struct token *tokens, size_t count, size_t at)
{
    size_t words = 1;
    for (name += strcspn(name, " "); *name; words++) {
        const char *const next = name + 1;
        const size_t length = strcspn(next, " ");
        if (at + words >= count || !surnames__is_word(&tokens[at + words], next, length))
            return 0;
        name = next + length;
    }
    return words;
}

size_t surnames_words(const struct surnames *surnames, const struct token *tokens, size_t count, size_t at)
{
    char first[SURNAMES_FIRST_BYTES + 2];
    const size_t bytes = strlen(tokens[at].form);
    if (bytes > SURNAMES_FIRST_BYTES || at + 1 >= count)
        return 0;
    const size_t length = utf8_lower_string(tokens[at].form, bytes, first);
    for (size_t row = 0; row < surnames->table->row_count; row++) {
        const char *const name = table_cell(surnames->table, row, SURNAMES_WORDS);
        const size_t words = strncmp(name, first, length) == 0 && name[length] == ' ' ? surnames__count(name, tokens, count, at) : 0;
        if (words)
            return words;
    }
    return 0;
}

void surnames_tag(const struct surnames *surnames, struct token *tokens, size_t count, float *tags, size_t stride)
{
    for (size_t at = 0; at < count; at++)
        for (size_t words = surnames_words(surnames, tokens, count, at); words > 0; words--) {
            tokens[at + words - 1].upos = UPOS_PROPN;
            tags[(at + words - 1) * stride + UPOS_PROPN] += NETWORK_FORBIDDEN;
        }
}

void surnames_forbid(const struct surnames *surnames, const struct token *tokens, size_t count, float *score, size_t stride)
{
    for (size_t at = 0; at < count; at++) {
        const size_t words = surnames_words(surnames, tokens, count, at);
        for (size_t d = at; words && d + 1 < at + words; d++)
            for (size_t h = 0; h <= count; h++)
                score[d * stride + h] -= h != at + words ? NETWORK_FORBIDDEN : 0;
        for (size_t d = 0; words && d < count; d++)
            for (size_t h = at + 1; h < at + words; h++)
                score[d * stride + h] -= NETWORK_FORBIDDEN;
    }
}

void surnames_relate(const struct surnames *surnames, struct token *tokens, size_t count)
{
    for (size_t at = 0; at < count; at++)
        for (size_t words = surnames_words(surnames, tokens, count, at); words > 1; words--)
            tokens[at + words - 2].relation = RELATION_COMPOUND;
}
