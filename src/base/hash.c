/* base/hash.c: a 64-bit hash, SHA-256 by libmd, and a string map.
 *
 * The map is open addressing with linear probing over slots of {hash, key, first entry}; the entries of one key form a
 * list in the order in which they were added. */
#include "base/hash.h"

#include <sha2.h>
#include <string.h>

uint64_t hash_mix(uint64_t number)
{
    number ^= number >> 30;
    number *= UINT64_C(0xBF58476D1CE4E5B9);
    number ^= number >> 27;
    number *= UINT64_C(0x94D049BB133111EB);
    return number ^ number >> 31;
}

uint64_t hash_bytes(const void *bytes, size_t length, uint64_t seed)
{
    const unsigned char *at = bytes;
    uint64_t hash = seed ^ length * UINT64_C(0x9E3779B97F4A7C15);
    for (; length >= 8; at += 8, length -= 8) {
        uint64_t word;
        memcpy(&word, at, sizeof word);
        hash = hash_mix(hash ^ word) + UINT64_C(0x9E3779B97F4A7C15);
    }
    uint64_t rest = 0;
    for (size_t i = 0; i < length; i++)
        rest |= (uint64_t)at[i] << 8 * i;
    return hash_mix(hash ^ rest);
}

void hash_sha256(const void *bytes, size_t length, char hex[65])
{
    SHA2_CTX context;
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA256Init(&context);
    if (length)
        SHA256Update(&context, bytes, length);
    SHA256Final(digest, &context);
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    hex[64] = '\0';
}

#define MAP_NONE UINT32_MAX          /* beyond what an enumerator may hold */

struct map_slot {
    uint64_t hash;
    const char *key;                 /* NULL: free */
    size_t length;
    uint32_t first, last;            /* entries */
};

struct map_entry {
    uint32_t value, next;
};

struct string_map {
    struct arena *arena;
    struct map_slot *slots;
    size_t slot_count, key_count;    /* slot_count is a power of two */
    struct map_entry *entries;
    size_t entry_count, entry_capacity;
};

struct string_map *string_map_open(struct arena *arena, size_t expected, struct laut_error *error)
{
    struct string_map *const map = arena_take(arena, 1, sizeof *map, error);
    if (!map)
        return NULL;
    map->arena = arena;
    map->slot_count = 16;
    while (map->slot_count < expected * 2)
        map->slot_count *= 2;
    map->slots = arena_take(arena, map->slot_count, sizeof *map->slots, error);
    return map->slots ? map : NULL;
}

static size_t map__slot(const struct map_slot *slots, size_t slot_count, const char *key, size_t length, uint64_t hash)
{
    size_t slot = hash & (slot_count - 1);
    while (slots[slot].key && (slots[slot].hash != hash || slots[slot].length != length ||
                               memcmp(slots[slot].key, key, length) != 0))
        slot = (slot + 1) & (slot_count - 1);
    return slot;
}

static bool map__grow(struct string_map *map, struct laut_error *error)
{
    const size_t larger = map->slot_count * 2;
    struct map_slot *const slots = arena_take(map->arena, larger, sizeof *slots, error);
    if (!slots)
        return false;
    for (size_t i = 0; i < map->slot_count; i++) {
        const struct map_slot *const old = &map->slots[i];
        if (old->key)
            slots[map__slot(slots, larger, old->key, old->length, old->hash)] = *old;
    }
    map->slots = slots;
    map->slot_count = larger;
    return true;
}

bool string_map_add(struct string_map *map, const char *key, size_t length, uint32_t value, struct laut_error *error)
{
    if ((map->key_count + 1) * 4 > map->slot_count * 3 && !map__grow(map, error))
        return false;
    const uint64_t hash = hash_bytes(key, length, 0);
    struct map_slot *const slot = &map->slots[map__slot(map->slots, map->slot_count, key, length, hash)];
    const uint32_t index = (uint32_t)map->entry_count;
    struct map_entry *const entry =
        arena_append(map->arena, &map->entries, &map->entry_count, &map->entry_capacity, sizeof *entry, error);
    if (!entry)
        return false;
    *entry = (struct map_entry){value, MAP_NONE};
    if (slot->key) {
        map->entries[slot->last].next = index;
        slot->last = index;
    } else {
        *slot = (struct map_slot){hash, key, length, index, index};
        map->key_count++;
    }
    return true;
}

static struct string_map_hit map__hit(const struct string_map *map, uint32_t entry)
{
    if (entry == MAP_NONE)
        return (struct string_map_hit){.found = false, .next = MAP_NONE};
    return (struct string_map_hit){true, map->entries[entry].value, map->entries[entry].next};
}

struct string_map_hit string_map_find(const struct string_map *map, const char *key, size_t length)
{
    const uint64_t hash = hash_bytes(key, length, 0);
    const struct map_slot *const slot = &map->slots[map__slot(map->slots, map->slot_count, key, length, hash)];
    return map__hit(map, slot->key ? slot->first : MAP_NONE);
}

struct string_map_hit string_map_next(const struct string_map *map, struct string_map_hit hit)
{
    return map__hit(map, hit.found ? hit.next : MAP_NONE);
}
