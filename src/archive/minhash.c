/* archive/minhash.c: see archive/minhash.h. */
#include "archive/minhash.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <string.h>

enum { WORD_BYTES = 256 };

/* The next word of the text, lower case, as a number; false: none is left. */
static bool minhash__word(const char **text, uint64_t *word)
{
    char lower[WORD_BYTES];
    size_t length = 0, step;
    const char *at = *text;
    while (*at) {
        const uint32_t letter = utf8_decode(at, strlen(at) < 4 ? strlen(at) : 4, &step);
        const bool inside = utf8_is_letter(letter) || utf8_is_digit(letter);
        if (inside && length + 4 < sizeof lower)
            length += utf8_encode(utf8_lower(letter), lower + length);
        at += step;
        if (!inside && length)
            break;
    }
    *text = at;
    *word = hash_bytes(lower, length, 0);
    return length > 0;
}

bool minhash_of(const char *text, uint32_t signature[MINHASH_COUNT])
{
    uint64_t words[SHINGLE_WORDS] = {0};
    size_t count = 0;
    for (unsigned i = 0; i < MINHASH_COUNT; i++)
        signature[i] = UINT32_MAX;
    for (uint64_t word; minhash__word(&text, &word); count++) {
        memmove(words, words + 1, sizeof words - sizeof words[0]);
        words[SHINGLE_WORDS - 1] = word;
        if (count + 1 < SHINGLE_WORDS)
            continue;
        const uint64_t shingle = hash_bytes(words, sizeof words, 1);
        for (unsigned i = 0; i < MINHASH_COUNT; i++) {
            const uint32_t place = (uint32_t)(hash_mix(shingle + i * 0x9e3779b97f4a7c15u) >> 32);
            if (place < signature[i])
                signature[i] = place;
        }
    }
    return count >= SHINGLE_WORDS;
}

double minhash_similarity(const uint32_t a[MINHASH_COUNT], const uint32_t b[MINHASH_COUNT])
{
    unsigned same = 0;
    for (unsigned i = 0; i < MINHASH_COUNT; i++)
        same += a[i] == b[i];
    return (double)same / MINHASH_COUNT;
}

int64_t minhash_band(const uint32_t signature[MINHASH_COUNT], unsigned band)
{
    return (int64_t)(hash_bytes(signature + band * MINHASH_ROWS, MINHASH_ROWS * sizeof signature[0], band) >> 16);
}
