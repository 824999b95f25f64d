/* archive/highlight.c: finds words by their letters alone, upper or lower case, with or without marks, at the begin of a word: a little
 * more than the index finds, never less. */
#include "archive/highlight.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* The letter without its mark, as the index has it: ä is a, é is e. */
static uint32_t highlight__plain(uint32_t letter)
{
    static const char latin[] = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy";     /* U+00C0 to U+00FF */
    letter = utf8_lower(letter);
    return letter >= 0xC0 && letter <= 0xFF && letter != 0xDF ? (uint32_t)latin[letter - 0xC0] : letter;
}

/* Bytes of text that word covers at its begin; 0: it does not stand there. *points: code points. */
static size_t highlight__at(const char *text, size_t length, const char *word, size_t *points)
{
    const size_t word_length = strlen(word);
    size_t at = 0, in_word = 0;
    for (*points = 0; in_word < word_length; ++*points) {
        size_t step, word_step;
        if (at >= length)
            return 0;
        const uint32_t a = utf8_decode(text + at, length - at, &step), b = utf8_decode(word + in_word, word_length - in_word, &word_step);
        if (highlight__plain(a) != highlight__plain(b))
            return 0;
        at += step;
        in_word += word_step;
    }
    return at;
}

json_t *highlight_spans(const char *text, size_t length, const char *const *words, size_t word_count)
{
    json_t *const spans = json_array();
    size_t point = 0;
    bool inside = false;
    for (size_t at = 0; spans && at < length;) {
        size_t step, points = 0, found = 0;
        const uint32_t letter = utf8_decode(text + at, length - at, &step);
        for (size_t i = 0; !inside && !found && i < word_count; i++)
            found = highlight__at(text + at, length - at, words[i], &points);
        if (found && json_array_append_new(spans, json_pack("[I,I]", (json_int_t)point, (json_int_t)(point + points))) != 0) {
            json_decref(spans);
            return NULL;
        }
        inside = utf8_is_letter(letter) || utf8_is_digit(letter);
        if (found) {
            inside = true;
            at += found;
            point += points;
        } else {
            at += step;
            point++;
        }
    }
    return spans;
}
