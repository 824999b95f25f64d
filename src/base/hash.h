/* base/hash.h: hashes and a map from strings to numbers.
 *
 *     struct string_map *map = string_map_open(arena, 1000, error);
 *     string_map_add(map, "liefern", 7, 3, error);                several values may stand under one key
 *     for (struct string_map_hit hit = string_map_find(map, "liefern", 7); hit.found; hit = string_map_next(map, hit))
 *         use(hit.value);                                         in the order in which they were added
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/arena.h"

#include <stdint.h>

/* 64 bits, the same on every machine (wyhash's mixing step over 8-byte words; not for adversaries). */
uint64_t hash_bytes(const void *bytes, size_t length, uint64_t seed);

/* Spreads one number over 64 bits (splitmix64's finaliser). */
uint64_t hash_mix(uint64_t number);

/* SHA-256 in hexadecimal, 64 digits and NUL. */
void hash_sha256(const void *bytes, size_t length, char hex[65]);

struct string_map;
struct string_map_hit {
    bool found;
    uint32_t value;
    uint32_t next;       /* private */
};

/* expected: about how many keys; the map grows beyond. */
struct string_map *string_map_open(struct arena *arena, size_t expected, struct laut_error *error)
    __attribute__((warn_unused_result));

/* The key's bytes are not copied: they must live as long as the map. */
bool string_map_add(struct string_map *map, const char *key, size_t length, uint32_t value, struct laut_error *error)
    __attribute__((warn_unused_result));
struct string_map_hit string_map_find(const struct string_map *map, const char *key, size_t length);
struct string_map_hit string_map_next(const struct string_map *map, struct string_map_hit hit);

#endif
