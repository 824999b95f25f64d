/* tools/train/words.c: a hash table of forms; a cluster's nodes after 4, 6, 10 and all bits of its path are features (Koo,
 * Carreras, Collins: Simple Semi-supervised Dependency Parsing, ACL 2008). */
#include "words.h"

#include "base/hash.h"
#include "parse/features.h"

#include <stdlib.h>
#include <string.h>

static const char words__letters[WORD_LISTS + 1] = "flp";

static struct word *words__place(const struct word_lists *lists, uint64_t hash)
{
    size_t at = (size_t)(hash >> 4) & (lists->slot_count - 1);
    while (lists->words[at].hash && lists->words[at].hash != hash)
        at = (at + 1) & (lists->slot_count - 1);
    return &lists->words[at];
}

/* One line without its end. */
static bool words__read_line(struct word_lists *lists, const char *line, size_t length)
{
    const char *const end = line + length, *const tab = memchr(line, '\t', length);
    const char *const second = tab ? memchr(tab + 1, '\t', (size_t)(end - tab - 1)) : NULL;
    if (!second || tab == line)
        return false;
    const uint64_t hash = features_cluster_hash(line, (size_t)(tab - line));
    struct word *const word = words__place(lists, hash);
    lists->word_count += !word->hash;
    *word = (struct word){.hash = hash, .path = (uint32_t)strtoul(tab + 1, NULL, 10)};
    for (const char *at = second + 1; at < end; at++) {
        const char *const letter = strchr(words__letters, *at);
        if (letter && *at)
            word->lists |= 1u << (letter - words__letters);
    }
    return true;
}

bool words_read(struct word_lists *lists, const char *file, const char *bytes, size_t length, struct laut_error *error)
{
    size_t lines = 0, line = 0;
    for (size_t i = 0; i < length; i++)
        lines += bytes[i] == '\n';
    for (lists->slot_count = 1024; lists->slot_count < 2 * lines;)
        lists->slot_count *= 2;
    lists->words = calloc(lists->slot_count, sizeof *lists->words);
    if (!lists->words)
        return error_out_of_memory(error);
    for (size_t at = 0; at < length;) {
        const char *const newline = memchr(bytes + at, '\n', length - at);
        const size_t end = newline ? (size_t)(newline - bytes) : length;
        line++;
        if (!words__read_line(lists, bytes + at, end - at))
            return error_set(error, file, line, "make it with tools/train/word-lists", "no form, cluster and lists");
        at = end + 1;
    }
    return true;
}

void words_free(struct word_lists *lists)
{
    free(lists->words);
}

const struct word *words_find(const struct word_lists *lists, uint64_t hash)
{
    const struct word *const word = lists->slot_count ? words__place(lists, hash) : NULL;
    return word && word->hash ? word : NULL;
}

static uint64_t words__hash(uint64_t kind, uint64_t number)
{
    return (hash_mix((kind << 40) + number + 1) & ~(uint64_t)15) | FEATURE_CLUSTER;
}

size_t words_features(const struct word *word, uint64_t hashes[WORD_FEATURES])
{
    static const uint32_t masks[WORD_LEVELS] = {0xF, 0x3F, 0x3FF, UINT32_MAX};
    size_t count = 0;
    for (uint64_t level = 0; word->path && level < WORD_LEVELS; level++)
        hashes[count++] = words__hash(level, word->path & masks[level]);
    for (uint64_t list = 0; list < WORD_LISTS; list++)
        if (word->lists >> list & 1)
            hashes[count++] = words__hash(WORD_LEVELS + list, 0);
    return count;
}
