/* entity/knowledge.c: opens the tables of entity/ and indexes their names word by word. */
#include "entity/knowledge.h"

#include "base/calendar.h"
#include "entity/entity.h"
#include "entity/opener.h"
#include "lexicon/lexicon.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const sector_names[SECTOR_COUNT] = {"", "GOV", "MIL", "SPY", "LEG", "JUD", "COP", "PTY", "OPP", "REB", "PRM",
                                                       "UAF", "CVL", "REF", "BUS", "JRN", "REL", "EDU", "MED", "LAB", "SOC",
                                                       "CRM", "ELI", "UNK"};
static const char *const precision_names[] = {"", "country", "region", "city", "site"};

size_t entity_cut_ending(const char *word, size_t length)
{
    static const char before_end[] = "nmrs";                     /* -en, -em, -er, -es; then -e, -s, -n */
    const char last = length > 3 ? word[length - 1] : '\0';
    if (length > 4 && word[length - 2] == 'e' && last && strchr(before_end, last))
        return length - 2;
    return last == 'e' || last == 's' || last == 'n' ? length - 1 : length;
}

size_t entity_stem(const char *word, size_t length)
{
    size_t stem = entity_cut_ending(word, length);
    while (stem < length) {
        length = stem;
        stem = entity_cut_ending(word, length);
    }
    return stem;
}

bool opener_add_first_word(struct opener *opener, const char *phrase)
{
    uint32_t words = 1;
    for (const char *at = phrase; *at; at++)
        words += *at == ' ';
    if (words == 1)
        return true;                 /* every word may be a name */
    const size_t length = strcspn(phrase, " "), stem = entity_stem(phrase, length);
    for (size_t cut = 0; cut < (stem < length ? 2 : 1); cut++) {
        const size_t key = cut ? stem : length;
        const struct string_map_hit hit = string_map_find(opener->first_words, phrase, key);
        bool longer = !hit.found;
        for (struct string_map_hit at = hit; at.found; at = string_map_next(opener->first_words, at))
            longer = at.value < words;
        if (longer && !string_map_add(opener->first_words, phrase, key, words, opener->error))
            return false;
    }
    return true;
}

static bool open__add_phrase(struct opener *opener, const char *phrase, uint32_t name)
{
    if (!string_map_add(opener->phrases, phrase, strlen(phrase), name, opener->error) ||
        !opener_add_first_word(opener, phrase))
        return false;
    if (!strchr(phrase, ' '))
        return true;
    char loose[PHRASE_BYTES_AT_MOST];
    size_t written = 0;
    for (const char *at = phrase; *at && written + strlen(at) + 2 < sizeof loose;) {
        const size_t length = strcspn(at, " "), kept = entity_stem(at, length);
        memcpy(loose + written, at, kept);
        written += kept;
        at += length;
        if (*at)
            loose[written++] = *at++;
    }
    const char *const copy = arena_copy_string(opener->set->arena, loose, written, opener->error);
    return copy && string_map_add(opener->loose_phrases, copy, written, name, opener->error);
}

/* A name of the cell: as it is, or in quotation marks, which the text must have too. */
static bool open__add_name(struct opener *opener, const char *written, uint32_t name)
{
    static const char opens[] = "„", closes[] = "“";
    const size_t length = strlen(written), mark = strlen(opens);
    if (length <= 2 * mark || memcmp(written, opens, mark) != 0 || strcmp(written + length - strlen(closes), closes) != 0)
        return open__add_phrase(opener, written, name);
    const char *const bare = arena_copy_string(opener->set->arena, written + mark, length - mark - strlen(closes), opener->error);
    return bare && string_map_add(opener->quoted, bare, strlen(bare), name, opener->error) && opener_add_first_word(opener, bare);
}

/* Adds every name of a cell ("a;b;c") for one known name. */
static bool open__add_names(struct opener *opener, const char *cell, uint32_t name)
{
    size_t count;
    const char *const *const words = table_words(opener->set->arena, cell, ';', &count, opener->error);
    for (size_t i = 0; words && i < count; i++)
        if (!open__add_name(opener, words[i], name))
            return false;
    return words != NULL;
}

static struct known_name *open__new_name(struct opener *opener, const char *cell, const char *why)
{
    struct known_name *const name = arena_append(opener->set->arena, &opener->names, &opener->name_count,
                                                 &opener->name_capacity, sizeof *name, opener->error);
    const size_t mark = strncmp(cell, "„", strlen("„")) == 0 ? strlen("„") : 0;
    const size_t length = strcspn(cell, ";") - mark - (mark ? strlen("“") : 0);
    const char *const first = name ? arena_copy_string(opener->set->arena, cell + mark, length, opener->error) : NULL;
    if (!first)
        return NULL;
    *name = (struct known_name){.name = first, .code = "", .place_country = "", .from_day = DAY_NONE,
                                .to_day = DAY_NONE, .latitude = NAN, .longitude = NAN, .naming = NAMING_OFFICE, .why = why};
    return name;
}

static bool open__country(struct opener *opener, const struct table *table, size_t row)
{
    enum { CODE = 1, NAMES, ADJECTIVES, DEMONYMS, SEATS, MODIFIERS };
    const char *const code = table_cell(table, row, CODE), *const why = table_cell(table, row, 0);
    struct known_name *name = open__new_name(opener, table_cell(table, row, NAMES), why);
    if (!name)
        return false;
    name->kind = ENTITY_COUNTRY;
    name->code = name->place_country = code;
    name->sector = SECTOR_GOV;
    name->precision = PRECISION_COUNTRY;
    const uint32_t country = (uint32_t)opener->name_count - 1;
    if (!string_map_add(opener->countries, code, strlen(code), country, opener->error))
        return false;
    size_t count;
    const char *const *const adjectives = table_words(opener->set->arena, table_cell(table, row, ADJECTIVES), ';', &count,
                                                      opener->error);
    for (size_t i = 0; adjectives && i < count; i++)
        if (!string_map_add(opener->adjectives, adjectives[i], strlen(adjectives[i]), country, opener->error))
            return false;
    if (!adjectives || !open__add_names(opener, table_cell(table, row, NAMES), country) ||
        !open__add_names(opener, table_cell(table, row, MODIFIERS), country))
        return false;
    name = open__new_name(opener, table_cell(table, row, DEMONYMS), why);
    if (!name)
        return false;
    name->kind = ENTITY_GROUP;
    name->code = code;
    name->sector = SECTOR_CVL;
    name->naming = NAMING_UNNAMED;
    return open__add_names(opener, table_cell(table, row, DEMONYMS), (uint32_t)opener->name_count - 1);
}

/* A seat of this country that was read before and is the same city under another spelling, or SIZE_MAX. */
static size_t open__same_seat(const struct opener *opener, size_t first, const struct known_name *place)
{
    for (size_t i = first; place && i < opener->name_count; i++)
        if (opener->names[i].kind == ENTITY_PLACE && opener->names[i].why == place->why)
            return i;
    return SIZE_MAX;
}

static bool open__seat(struct opener *opener, const char *name, const char *code, const char *why, const struct known_name *place)
{
    const struct known_name copy = place ? *place : (struct known_name){.place_country = code, .latitude = NAN, .longitude = NAN};
    struct known_name *const seat = open__new_name(opener, name, place ? copy.why : why);
    if (!seat)
        return false;
    seat->kind = place ? ENTITY_PLACE : ENTITY_ORGANISATION;
    seat->code = code;
    seat->sector = SECTOR_GOV;
    seat->place_country = copy.place_country;
    seat->precision = place ? copy.precision : PRECISION_SITE;
    seat->latitude = copy.latitude;
    seat->longitude = copy.longitude;
    seat->geonames = copy.geonames;
    return true;
}

/* Seats come after places: a seat that is a city keeps the city's place and line. */
static bool open__seats(struct opener *opener, const struct table *table, size_t row)
{
    enum { CODE = 1, SEATS = 5 };
    size_t count;
    const size_t first = opener->name_count;
    const char *const *const seats = table_words(opener->set->arena, table_cell(table, row, SEATS), ';', &count, opener->error);
    for (size_t i = 0; seats && i < count; i++) {
        const struct string_map_hit hit = string_map_find(opener->phrases, seats[i], strlen(seats[i]));
        const struct known_name *const place = hit.found && opener->names[hit.value].kind == ENTITY_PLACE
                                                   ? &opener->names[hit.value] : NULL;
        size_t name = open__same_seat(opener, first, place);
        if (name == SIZE_MAX) {
            if (!open__seat(opener, seats[i], table_cell(table, row, CODE), table_cell(table, row, 0), place))
                return false;
            name = opener->name_count - 1;
        }
        if (!open__add_phrase(opener, seats[i], (uint32_t)name))
            return false;
    }
    return seats != NULL;
}

static bool open__place(struct opener *opener, const struct table *table, size_t row)
{
    enum { NAMES = 1, COUNTRY, PRECISION, LATITUDE, LONGITUDE, GEONAMES };
    struct known_name *const name = open__new_name(opener, table_cell(table, row, NAMES), table_cell(table, row, 0));
    if (!name)
        return false;
    const int precision = table_term(table_cell(table, row, PRECISION), precision_names, 5);
    if (precision < 0)
        return table_error(table, row, opener->error, "write country, region, city or site", "precision \"%s\" is unknown",
                           table_cell(table, row, PRECISION));
    name->kind = ENTITY_PLACE;
    name->code = name->place_country = table_cell(table, row, COUNTRY);
    name->sector = SECTOR_UNK;
    name->precision = (enum place_precision)precision;
    if (table_cell(table, row, LATITUDE)[0]) {
        name->latitude = strtod(table_cell(table, row, LATITUDE), NULL);
        name->longitude = strtod(table_cell(table, row, LONGITUDE), NULL);
    }
    name->geonames = table_cell(table, row, GEONAMES)[0] ? table_cell(table, row, GEONAMES) : NULL;
    return open__add_names(opener, table_cell(table, row, NAMES), (uint32_t)opener->name_count - 1);
}

bool opener_sector(const struct opener *opener, const struct table *table, size_t row, size_t column, enum sector *sector)
{
    const int term = table_term(table_cell(table, row, column), sector_names, SECTOR_COUNT);
    *sector = term < 0 ? SECTOR_NONE : (enum sector)term;
    return term >= 0 || table_error(table, row, opener->error, "take one of the coding guide, section 3",
                                    "sector \"%s\" is unknown", table_cell(table, row, column));
}

int opener_naming(const struct table *table, size_t row, size_t column)
{
    static const char *const names[] = {"person", "office", "circle", "unnamed"};
    return table_term(table_cell(table, row, column), names, 4);
}

/* A body that is also called by the town where it sits ("Brüssel") lies there. */
static bool open__seat_of_body(struct opener *opener, const char *names, struct known_name *body)
{
    size_t count;
    const char *const *const words = table_words(opener->set->arena, names, ';', &count, opener->error);
    for (size_t i = 0; words && i < count; i++) {
        const struct string_map_hit hit = string_map_find(opener->phrases, words[i], strlen(words[i]));
        const struct known_name *const town = hit.found && opener->names[hit.value].kind == ENTITY_PLACE ? &opener->names[hit.value] : NULL;
        if (!town)
            continue;
        body->place_country = town->place_country;
        body->precision = town->precision;
        body->latitude = town->latitude;
        body->longitude = town->longitude;
    }
    return words != NULL;
}

static bool open__organisation(struct opener *opener, const struct table *table, size_t row)
{
    enum { NAMES = 1, CODE, SECTOR, NAMING };
    struct known_name *const name = open__new_name(opener, table_cell(table, row, NAMES), table_cell(table, row, 0));
    const int naming = opener_naming(table, row, NAMING);
    if (!name || !opener_sector(opener, table, row, SECTOR, &name->sector))
        return false;
    if (naming < 0)
        return table_error(table, row, opener->error, "write person, office, circle or unnamed", "naming \"%s\" is unknown",
                           table_cell(table, row, NAMING));
    name->kind = ENTITY_ORGANISATION;
    name->code = table_cell(table, row, CODE);
    name->naming = (enum naming)naming;
    return open__seat_of_body(opener, table_cell(table, row, NAMES), name) &&
           open__add_names(opener, table_cell(table, row, NAMES), (uint32_t)opener->name_count - 1);
}

/* "YYYY-MM-DD" as a day, DAY_NONE for an empty cell. */
int32_t opener_day(const char *date)
{
    char *end;
    const int year = (int)strtol(date, &end, 10), month = *end == '-' ? (int)strtol(end + 1, &end, 10) : 0,
              day = *end == '-' ? (int)strtol(end + 1, &end, 10) : 0;
    return !month || !day ? DAY_NONE : calendar_day(year, month, day);
}

/* "a b" */
static const char *open__two_words(const struct opener *opener, const char *a, const char *b)
{
    const size_t first = strlen(a), second = strlen(b);
    char *const both = arena_take(opener->set->arena, first + second + 2, 1, opener->error);
    if (!both)
        return NULL;
    memcpy(both, a, first);
    both[first] = ' ';
    memcpy(both + first + 1, b, second);
    return both;
}

/* Until which day the terms of the shipped table are known. */
static bool open__validity(struct opener *opener, const struct table *table, size_t row)
{
    enum { TABLE = 1, UNTIL };
    if (strcmp(table_cell(table, row, TABLE), "entity/persons.tsv") != 0)
        return table_error(table, row, opener->error, "take a table with terms", "\"%s\" has no terms", table_cell(table, row, TABLE));
    opener->persons_until = table_cell(table, row, UNTIL);
    return opener_day(opener->persons_until) != DAY_NONE ||
           table_error(table, row, opener->error, "write YYYY-MM-DD", "\"%s\" is no day", opener->persons_until);
}

static bool open__person(struct opener *opener, const struct table *table, size_t row)
{
    enum { NAMES = 1, CODE, SECTOR, OFFICE, FROM, TO, SOURCE, CHECKED };
    struct known_name *const name = open__new_name(opener, table_cell(table, row, NAMES), table_cell(table, row, 0));
    if (!name || !opener_sector(opener, table, row, SECTOR, &name->sector))
        return false;
    name->kind = ENTITY_PERSON;
    name->code = table_cell(table, row, CODE);
    name->naming = NAMING_PERSON;
    name->from_day = opener_day(table_cell(table, row, FROM));
    name->to_day = opener_day(table_cell(table, row, TO));
    name->known_until = name->to_day != DAY_NONE          ? NULL
                        : row < table->shipped_rows ? opener->persons_until
                                                    : table_cell(table, row, CHECKED);
    name->known_until_day = name->known_until ? opener_day(name->known_until) : DAY_NONE;
    if (name->known_until_day == DAY_NONE)
        name->known_until = NULL;
    name->offices = table_words(opener->set->arena, table_cell(table, row, OFFICE), ';', &name->office_count, opener->error);
    for (size_t i = 0; name->offices && i < name->office_count; i++) {
        const char *const key = open__two_words(opener, name->code, name->offices[i]);
        if (!key || !string_map_add(opener->holders, key, strlen(key), (uint32_t)opener->name_count - 1, opener->error))
            return false;
    }
    if (!name->offices)
        return false;
    return open__add_names(opener, table_cell(table, row, NAMES), (uint32_t)opener->name_count - 1);
}

static bool open__rows(struct opener *opener, const struct table *table,
                       bool (*read_row)(struct opener *, const struct table *, size_t))
{
    for (size_t row = 0; table && row < table->row_count; row++)
        if (!read_row(opener, table, row))
            return false;
    return table != NULL;
}

static bool open__names(struct opener *opener)
{
    static const char *const countries[] = {"id", "code", "names", "adjectives", "demonyms", "seats", "modifiers", "source", "checked"};
    static const char *const places[] = {"id", "names", "country", "precision", "latitude", "longitude", "geonames", "source", "checked"};
    static const char *const organisations[] = {"id", "names", "code", "sector", "naming", "source", "checked"};
    static const char *const validity[] = {"id", "table", "until", "source", "checked"};
    static const char *const persons[] = {"id", "names", "code", "sector", "office", "from", "to", "source", "checked"};
    const struct table_set *const set = opener->set;
    const struct table *const country_table = table_open(set, "entity/countries.tsv", countries, 9, opener->error);
    return open__rows(opener, country_table, open__country) &&
           open__rows(opener, table_open(set, "entity/places.tsv", places, 9, opener->error), open__place) &&
           open__rows(opener, country_table, open__seats) &&
           open__rows(opener, table_open(set, "entity/organisations.tsv", organisations, 7, opener->error), open__organisation) &&
           open__rows(opener, table_open(set, "entity/validity.tsv", validity, 5, opener->error), open__validity) &&
           open__rows(opener, table_open(set, "entity/persons.tsv", persons, 9, opener->error), open__person);
}

const struct entity_knowledge *entity_knowledge_open(const struct table_set *set, const struct lexicon *lexicon, struct laut_error *error)
{
    enum { NAMES_EXPECTED = 24000, PHRASES_EXPECTED = 12000 };
    struct opener opener = {.set = set, .error = error};
    opener.knowledge = arena_take(set->arena, 1, sizeof *opener.knowledge, error);
    opener.phrases = string_map_open(set->arena, NAMES_EXPECTED, error);
    opener.loose_phrases = string_map_open(set->arena, PHRASES_EXPECTED, error);
    opener.quoted = string_map_open(set->arena, 512, error);
    opener.first_words = string_map_open(set->arena, PHRASES_EXPECTED, error);
    opener.adjectives = string_map_open(set->arena, 512, error);
    opener.holders = string_map_open(set->arena, 512, error);
    opener.countries = string_map_open(set->arena, 512, error);
    if (!opener.knowledge || !opener.phrases || !opener.loose_phrases || !opener.quoted || !opener.first_words || !opener.adjectives ||
        !opener.holders || !opener.countries || !open__names(&opener) || !opener_words(&opener))
        return NULL;
    struct entity_knowledge *const knowledge = opener.knowledge;
    knowledge->lexicon = lexicon;
    knowledge->gazetteer = gazetteer_open(set, error);
    knowledge->names = opener.names;
    knowledge->name_count = opener.name_count;
    knowledge->phrases = opener.phrases;
    knowledge->loose_phrases = opener.loose_phrases;
    knowledge->quoted = opener.quoted;
    knowledge->first_words = opener.first_words;
    knowledge->adjectives = opener.adjectives;
    knowledge->holders = opener.holders;
    knowledge->countries = opener.countries;
    return knowledge->gazetteer ? knowledge : NULL;
}
