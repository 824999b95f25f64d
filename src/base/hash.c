/* base/hash.c: a 64-bit hash, SHA-256 by libmd, and a string map.
 *
 * The map is open addressing with linear probing over small slots that point to keys; the entries of one key form a list in
 * the order in which they were added. */
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
    uint32_t tag;                    /* upper half of the key's hash */
    uint32_t key;                    /* its index + 1; 0: free */
};

struct map_key {
    const char *bytes;
    size_t length;
    uint64_t hash;
    uint32_t first, last;            /* entries */
};

struct map_entry {
    uint32_t value, next;
};

struct string_map {
    struct arena *arena;
    struct map_slot *slots;
    size_t slot_count;               /* a power of two */
    struct map_key *keys;
    size_t key_count, key_capacity;
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
    map->keys = map->slots && expected ? arena_take(arena, expected, sizeof *map->keys, error) : NULL;
    map->entries = map->keys ? arena_take(arena, expected, sizeof *map->entries, error) : NULL;
    map->key_capacity = map->entry_capacity = expected;
    return map->slots && (!expected || map->entries) ? map : NULL;
}

/* The key's slot, or the free one where it would go. */
static size_t map__slot(const struct string_map *map, const char *bytes, size_t length, uint64_t hash)
{
    size_t slot = hash & (map->slot_count - 1);
    for (; map->slots[slot].key; slot = (slot + 1) & (map->slot_count - 1)) {
        const struct map_key *const key = &map->keys[map->slots[slot].key - 1];
        if (map->slots[slot].tag == hash >> 32 && key->length == length && memcmp(key->bytes, bytes, length) == 0)
            break;
    }
    return slot;
}

static bool map__grow(struct string_map *map, struct laut_error *error)
{
    const size_t larger = map->slot_count * 2;
    struct map_slot *const slots = arena_take(map->arena, larger, sizeof *slots, error);
    if (!slots)
        return false;
    for (size_t i = 0; i < map->key_count; i++) {
        size_t slot = map->keys[i].hash & (larger - 1);
        while (slots[slot].key)
            slot = (slot + 1) & (larger - 1);
        slots[slot] = (struct map_slot){(uint32_t)(map->keys[i].hash >> 32), (uint32_t)i + 1};
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
    struct map_slot *const slot = &map->slots[map__slot(map, key, length, hash)];
    const uint32_t index = (uint32_t)map->entry_count;
    struct map_entry *const entry =
        arena_append(map->arena, &map->entries, &map->entry_count, &map->entry_capacity, sizeof *entry, error);
    if (!entry)
        return false;
    *entry = (struct map_entry){value, MAP_NONE};
    if (slot->key) {
        map->entries[map->keys[slot->key - 1].last].next = index;
        map->keys[slot->key - 1].last = index;
        return true;
    }
    struct map_key *const added = arena_append(map->arena, &map->keys, &map->key_count, &map->key_capacity, sizeof *added, error);
    if (!added)
        return false;
    *added = (struct map_key){key, length, hash, index, index};
    *slot = (struct map_slot){(uint32_t)(hash >> 32), (uint32_t)map->key_count};
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
    const struct map_slot *const slot = &map->slots[map__slot(map, key, length, hash_bytes(key, length, 0))];
    return map__hit(map, slot->key ? map->keys[slot->key - 1].first : MAP_NONE);
}

struct string_map_hit string_map_next(const struct string_map *map, struct string_map_hit hit)
{
    return map__hit(map, hit.found ? hit.next : MAP_NONE);
}
