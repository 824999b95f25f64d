/* archive/mention_features.c: see archive/mention_features.h. */
#include "archive/mention_features.h"

#include "base/hash.h"
#include "base/table.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_BYTES = 96, DATED_DAYS = 2, FIELDS = 13, TOPICS = 12 };

/* A name as one word: lower case, _ for what is no letter or digit. */
static void features__name(struct builder *list, const char *prefix, const char *name)
{
    char word[WORD_BYTES];
    size_t length = (size_t)snprintf(word, sizeof word, "%s", prefix);
    const size_t bytes = strlen(name);
    for (size_t at = 0, step; at < bytes && length + 5 < sizeof word; at += step) {
        const uint32_t letter = utf8_decode(name + at, bytes - at, &step);
        if (utf8_is_letter(letter) || utf8_is_digit(letter))
            length += utf8_encode(utf8_lower(letter), word + length);
        else
            word[length++] = '_';
    }
    word[length] = '\0';
    if (length > strlen(prefix))
        builder_word(list, word);
}

/* Does it fight against states, or beside them? Then it is another party than the state of its country. */
static bool features__is_irregular(const char *sector)
{
    static const char *const irregular[] = {"REB", "PRM", "UAF", "CRM"};
    return sector && table_term(sector, irregular, 4) >= 0;
}

static bool features__among(const json_t *parties, const char *code)
{
    size_t index;
    json_t *party;
    json_array_foreach(parties, index, party)
        if (record_string(party, "code") && strcmp(record_string(party, "code"), code) == 0)
            return true;
    return false;
}

/* Does a party stand for its country: a state that acts; whatever of a country another acts upon; at home its people and places? */
static bool features__is_country(const json_t *party, const json_t *actors)
{
    static const char *const state[] = {"GOV", "MIL", "SPY", "COP", "UNK", "CVL", "REF"};
    const char *const sector = record_string(party, "sector"), *const code = record_string(party, "code");
    if (actors && json_array_size(actors) && code && !features__among(actors, code))
        return true;
    return !sector || table_term(sector, state, actors ? 7 : 5) >= 0;
}

/* Countries by their code, armed groups by code and sector; organisations of states and whoever is no state by their name, or by code
 * and sector. actors: those of the act whose recipients these are; NULL: these are its actors. */
static void features__parties(const struct archive_record *record, const json_t *parties, const json_t *actors, struct builder *list)
{
    size_t index;
    json_t *party;
    json_array_foreach(parties, index, party) {
        const char *const code = record_string(party, "code");
        const json_t *const entity = record_entity(record, party);
        const char *const kind = record_string(entity, "kind"), *const name = record_string(entity, "name");
        const char *const sector = record_string(party, "sector");
        const bool named = kind && name && (strcmp(kind, "organisation") == 0 || strcmp(kind, "person") == 0);
        char group[48];
        (void)snprintf(group, sizeof group, "%.20s/%.20s", code ? code : "", features__is_irregular(sector) ? "irregular" : sector ? sector : "");
        if (code && features__is_irregular(sector))
            builder_word(list, group);
        else if (code && !features__is_country(party, actors) && named)
            features__name(list, "n:", name);
        else if (code && !features__is_country(party, actors))
            builder_word(list, group);
        else if (code && strcmp(code, "IGO") != 0 && strcmp(code, "NGO") != 0 && strcmp(code, "MNC") != 0)
            builder_word(list, code);
        else if (kind && name && strcmp(kind, "organisation") == 0)
            features__name(list, "n:", name);
        else if (code)
            builder_word(list, code);
    }
}

/* Do the words at a span say this? */
static bool features__says(const struct archive_record *record, const json_t *span, const char *words)
{
    const json_int_t begin = json_integer_value(json_array_get(span, 0));
    const size_t at = begin > 0 ? record_offset(record->text, (size_t)begin) : 0;
    return strncmp(record->text + at, words, strlen(words)) == 0;
}

/* The full name of a place that has a name of its own; NULL: a house, a ship, a country. What is no name has the sector of those who
 * use it, or no coordinates. seat: it also stands for a government, or may be only where somebody speaks. */
static const char *features__place_name(const struct archive_record *record, const json_t *place, bool *seat)
{
    size_t index, number;
    json_t *entity, *mention;
    json_array_foreach(record->entities, index, entity) {
        const char *const kind = record_string(entity, "kind"), *const sector = record_string(entity, "sector");
        if (!kind || strcmp(kind, "place") != 0)
            continue;
        json_array_foreach(json_object_get(entity, "mentions"), number, mention)
            if (json_equal(mention, json_object_get(place, "span")) == 1 || features__says(record, mention, record_string(place, "text")))
                return !(*seat = sector && strcmp(sector, "GOV") == 0) && sector && strcmp(sector, "UNK") != 0 ? NULL
                                                                                                           : record_string(entity, "name");
    }
    *seat = true;
    return json_is_number(json_object_get(place, "lat")) ? record_string(place, "text") : NULL;
}

/* Where it happened, if that is a named place; a capital only in the country of those it was done to. */
static void features__place(const struct archive_record *record, const struct record_event *event, struct builder *list)
{
    const json_t *const place = json_object_get(event->json, "place");
    size_t index;
    json_t *recipient;
    bool elsewhere = false;
    if (!event->place || !event->precision || strcmp(event->precision, "country") == 0)
        return;
    json_array_foreach(json_object_get(event->json, "recipients"), index, recipient) {
        const char *const code = record_string(recipient, "code");
        if (code && event->country && strcmp(code, event->country) == 0) {
            elsewhere = false;
            break;
        }
        elsewhere = elsewhere || code;
    }
    bool seat;
    const char *const name = features__place_name(record, place, &seat);
    char prefix[4] = {event->precision[0], ':', '\0'};           /* s: site, c: city, r: region */
    if (name && !(seat && elsewhere))
        features__name(list, prefix, name);
}

static void features__goods(const struct record_event *event, struct builder *list)
{
    size_t index;
    json_t *item;
    json_array_foreach(json_object_get(event->json, "items"), index, item)
        if (record_string(item, "class"))
            builder_word(list, record_string(item, "class"));
}

static void features__modes(const struct record_event *event, struct builder *list)
{
    size_t index;
    json_t *mode;
    json_array_foreach(json_object_get(event->json, "mode"), index, mode)
        builder_word(list, json_string_value(mode));
}

static int features__compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What stands for an entity among the topics: a country and its seat of government are one. */
static const char *features__topic(const json_t *entity)
{
    const char *const kind = record_string(entity, "kind"), *const sector = record_string(entity, "sector"), *const code = record_string(entity, "code");
    const bool seat = kind && strcmp(kind, "place") == 0 && sector && strcmp(sector, "GOV") == 0;
    return code && kind && (seat || strcmp(kind, "country") == 0) ? code : record_string(entity, "name");
}

struct topic {
    const json_t *entity;
    size_t mentions;
};

static int features__most_first(const void *a, const void *b)
{
    const struct topic *const left = a, *const right = b;
    return left->mentions != right->mentions ? (left->mentions < right->mentions ? 1 : -1)
                                             : strcmp(features__topic(left->entity), features__topic(right->entity));
}

const char *features_topics(const struct archive_record *record, struct arena *arena, struct laut_error *error)
{
    static const char *const kinds[] = {"country", "place", "organisation", "person"};
    struct builder list = builder_on(arena, error);
    struct topic *const topics = arena_take(arena, json_array_size(record->entities) + 1, sizeof *topics, error);
    size_t index, count = 0;
    json_t *entity;
    if (!topics)
        return NULL;
    json_array_foreach(record->entities, index, entity) {
        const char *const kind = record_string(entity, "kind"), *const name = features__topic(entity);
        if (kind && name && table_term(kind, kinds, 4) >= 0 && strlen(name) < WORD_BYTES)
            topics[count++] = (struct topic){entity, json_array_size(json_object_get(entity, "mentions"))};
    }
    qsort(topics, count, sizeof *topics, features__most_first);
    for (size_t i = 0; i < count && i < TOPICS; i++) {
        const char *const name = features__topic(topics[i].entity);
        char word[16], lower[2 * WORD_BYTES + 4];
        (void)snprintf(word, sizeof word, "%06x", (unsigned)(hash_bytes(lower, utf8_lower_string(name, strlen(name), lower), 0) >> 40));
        builder_word(&list, word);
    }
    return builder_text(&list);
}

/* The words of a list in the order of their bytes. */
static const char *features__sorted(struct builder *list)
{
    const char *words[64];
    size_t count = 0;
    if (list->failed || !list->bytes)
        return builder_text(list);
    char *text = arena_copy_string(list->arena, list->bytes, list->length, list->error);
    if (!text)
        return NULL;
    for (char *rest, *word = strtok_r(text, " ", &rest); word && count < 64; word = strtok_r(NULL, " ", &rest))
        words[count++] = word;
    qsort(words, count, sizeof words[0], features__compare);
    struct builder sorted = builder_on(list->arena, list->error);
    for (size_t i = 0; i < count; i++)
        builder_word(&sorted, words[i]);
    return builder_text(&sorted);
}

/* What lies ahead is planned, and no time of what is told ("kündigte an, im Sommer zu liefern"). */
static void features__time(const struct archive_record *record, const struct record_event *event, struct features *features)
{
    const struct record_days days = event->happened;
    if (days.begin == DAY_UNKNOWN || (record->published_day != DAY_UNKNOWN && days.begin > record->published_day))
        return;
    features->end = features->begin == DAY_UNKNOWN || days.end > features->end ? days.end : features->end;
    features->begin = features->begin == DAY_UNKNOWN || days.begin < features->begin ? days.begin : features->begin;
    if (!features->dated && days.end - days.begin < DATED_DAYS) {
        features->dated = true;
        features->day = days.end;                /* "in der Nacht zu Mittwoch" is Wednesday */
    }
}

/* A side that no word of the report tells, only its likeliest (why.confidence: "actor-likely"), neither joins nor parts. */
static bool features__is_guessed(const struct record_event *event, const char *feature)
{
    size_t index;
    json_t *why;
    json_array_foreach(json_object_get(json_object_get(event->json, "why"), "confidence"), index, why)
        if (json_is_string(why) && strcmp(json_string_value(why), feature) == 0)
            return true;
    return false;
}

bool features_of_mention(const struct archive_record *record, const size_t *events, size_t count, const char *family, const char *topics,
                         struct arena *arena, struct features *features, struct laut_error *error)
{
    struct builder lists[5];
    for (size_t i = 0; i < 5; i++)
        lists[i] = builder_on(arena, error);
    *features = (struct features){.family = family, .topics = topics, .day = record->published_day, .claim = record->events[events[0]].claim,
                                  .begin = DAY_UNKNOWN, .end = DAY_UNKNOWN};
    for (size_t i = 0; i < count; i++) {
        const struct record_event *const event = &record->events[events[i]];
        if (!features__is_guessed(event, "actor-likely"))
            features__parties(record, json_object_get(event->json, "actors"), NULL, &lists[0]);
        if (!features__is_guessed(event, "recipient-likely"))
            features__parties(record, json_object_get(event->json, "recipients"), json_object_get(event->json, "actors"), &lists[1]);
        features__place(record, event, &lists[2]);
        features__goods(event, &lists[3]);
        features__modes(event, &lists[4]);
        if (strcmp(event->claim, features->claim) < 0)
            features->claim = event->claim;
        features__time(record, event, features);
    }
    const struct record_event *const first = &record->events[events[0]];
    features->words = arena_format(arena, error, "%016" PRIx64, hash_bytes(first->words, first->words_bytes, 0));
    features->who = features__sorted(&lists[0]);
    features->whom = features__sorted(&lists[1]);
    features->places = features__sorted(&lists[2]);
    features->goods = features__sorted(&lists[3]);
    features->modes = features__sorted(&lists[4]);
    return features->words && features->who && features->whom && features->places && features->goods && features->modes;
}

const char *features_write(const struct features *features, struct arena *arena, struct laut_error *error)
{
    return arena_format(arena, error, "%s|%s|%s|%s|%s|%s|%s|%d|%d|%s|%s|%d|%d", features->family, features->who, features->whom, features->places,
                        features->goods, features->modes, features->topics, (int)features->day, features->dated, features->words, features->claim,
                        (int)features->begin, (int)features->end);
}

bool features_read(char *line, struct features *features)
{
    const char *fields[FIELDS];
    for (size_t i = 0; i < FIELDS; i++) {
        char *const bar = strchr(line, '|');
        fields[i] = line;
        if (!bar)
            return i == FIELDS - 1 && (*features = (struct features){fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6],
                                       .day = strtol(fields[7], NULL, 10), .dated = fields[8][0] == '1', .begin = strtol(fields[11], NULL, 10),
                                       .end = strtol(fields[12], NULL, 10), .words = fields[9], .claim = fields[10]}).family;
        *bar = '\0';
        line = bar + 1;
    }
    return false;
}
