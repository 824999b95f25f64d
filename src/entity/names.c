/* entity/names.c: names of the tables in the text, longest match first; adjectives of nationality; first parts of compounds.
 *
 * A phrase is looked up as written, then without the genitive's s, then with the endings of declension cut (des Weißen
 * Hauses). A lone surname counts only where the parser sees a name. Of several persons with one name the one in office on
 * the day of the report is meant, else the one whose term lies nearest before it. */
#include "base/utf8.h"
#include "entity/finder.h"
#include "parse/tree.h"

#include <string.h>

enum { SURNAME_WORDS = 3, FAR = 1000000, DAYS_KNOWN_BEFORE = 12 * 365, DAYS_KNOWN_AFTER = 20 * 365 };

static bool names__is_capital(const char *form, size_t length)
{
    size_t bytes;
    const uint32_t first = length ? utf8_decode(form, length, &bytes) : 0;
    return utf8_is_upper(first) || utf8_is_digit(first);
}

/* How far a person's term lies from the day of the report: 0 in office, later terms count as far. */
static int64_t names__distance(const struct known_name *name, int32_t day)
{
    if (day == DAY_NONE)
        return 0;
    if (name->from_day != DAY_NONE && day < name->from_day)
        return FAR + (int64_t)name->from_day - day;
    return name->to_day != DAY_NONE && day > name->to_day ? (int64_t)day - name->to_day : 0;
}

/* Alone, a surname is that of who held an office, for some years before and after. */
static bool names__is_near(const struct known_name *name, int32_t day)
{
    const int64_t distance = names__distance(name, day);
    return distance < DAYS_KNOWN_AFTER || (distance >= FAR && distance < FAR + DAYS_KNOWN_BEFORE);
}

/* The best name under a key: places and countries before persons of the same name by order, persons by their term. */
static uint32_t names__best(const struct entity_finder *finder, const struct string_map *map, const char *key, size_t length)
{
    const struct known_name *const names = finder->knowledge->names;
    uint32_t best = DOCUMENT_NONE;
    int64_t best_distance = 0;
    for (struct string_map_hit hit = string_map_find(map, key, length); hit.found; hit = string_map_next(map, hit)) {
        const struct known_name *const name = &names[hit.value];
        const int64_t distance = name->kind == ENTITY_PERSON ? names__distance(name, finder->document->report.published_day) : 0;
        const bool seat_over_place = best != DOCUMENT_NONE && names[best].kind == ENTITY_PLACE && name->sector == SECTOR_GOV;
        if (best == DOCUMENT_NONE || distance < best_distance || seat_over_place) {
            best = hit.value;
            best_distance = distance;
        }
    }
    return best;
}

size_t entity_join_forms(const struct document *document, uint32_t token, uint32_t count, bool loose, char out[static PHRASE_BYTES_AT_MOST])
{
    size_t written = 0;
    for (uint32_t i = 0; i < count; i++) {
        const char *const form = document->tokens[token + i].form;
        const size_t length = loose ? entity_stem(form, strlen(form)) : strlen(form);
        if (written + length + 2 > PHRASE_BYTES_AT_MOST)
            return 0;
        if (i)
            out[written++] = ' ';
        memcpy(out + written, form, length);
        written += length;
    }
    return written;
}

/* "Von der Leyen" at a sentence's beginning: the parser tells (parse/surnames.c). */
static bool names__begins_surname(const struct token *token)
{
    return token->upos == UPOS_PROPN && token->relation == RELATION_COMPOUND;
}

/* With a first letter that lies between first and last the other way: al-Shabaab stands in the tables as Al-Shabaab too, "Von der Leyen" as
 * von der Leyen. */
static uint32_t names__recased(const struct entity_finder *finder, uint32_t token, uint32_t count, char first, char last)
{
    char phrase[PHRASE_BYTES_AT_MOST];
    const size_t length = entity_join_forms(finder->document, token, count, false, phrase);
    if (!length || phrase[0] < first || phrase[0] > last)
        return DOCUMENT_NONE;
    phrase[0] = (char)(phrase[0] ^ ('a' ^ 'A'));
    const uint32_t name = names__best(finder, finder->knowledge->phrases, phrase, length);
    return name != DOCUMENT_NONE || phrase[length - 1] != 's' ? name : names__best(finder, finder->knowledge->phrases, phrase, length - 1);
}

static uint32_t names__phrase(const struct entity_finder *finder, uint32_t token, uint32_t count)
{
    const struct entity_knowledge *const knowledge = finder->knowledge;
    char phrase[PHRASE_BYTES_AT_MOST];
    size_t length = entity_join_forms(finder->document, token, count, false, phrase);
    uint32_t name = length ? names__best(finder, knowledge->phrases, phrase, length) : DOCUMENT_NONE;
    if (name == DOCUMENT_NONE && length > 4 && phrase[length - 1] == 's')
        name = names__best(finder, knowledge->phrases, phrase, length - 1);
    if (name == DOCUMENT_NONE && length > 4 && phrase[length - 1] == '\'')
        name = names__best(finder, knowledge->phrases, phrase, length - 1);
    if (name == DOCUMENT_NONE && count > 1) {
        length = entity_join_forms(finder->document, token, count, true, phrase);
        name = length ? names__best(finder, knowledge->loose_phrases, phrase, length) : DOCUMENT_NONE;
    }
    if (name == DOCUMENT_NONE && length && !names__is_capital(phrase, length))
        name = names__recased(finder, token, count, 'a', 'z');
    if (name == DOCUMENT_NONE && count > 1 && names__begins_surname(&finder->document->tokens[token]))
        name = names__recased(finder, token, count, 'A', 'Z');
    const char *const lemma = finder->document->tokens[token].lemma;
    if (name == DOCUMENT_NONE && count == 1 && lemma && names__is_capital(lemma, strlen(lemma)))
        name = names__best(finder, knowledge->phrases, lemma, strlen(lemma));
    return name;
}

/* A word of the lexicon, or made of such. */
static bool names__is_known(const struct token *token)
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (!(token->analyses[i].flags & ANALYSIS_GUESSED))
            return true;
    return token->compound_head != NULL;
}

static bool names__is_mark(const struct document *document, uint32_t token, uint32_t sentence)
{
    return token < document->token_count && document->tokens[token].sentence == sentence && document->tokens[token].form[0] &&
           strstr("„“”»«\"‚‘’›‹()", document->tokens[token].form) != NULL;
}

/* A name that is also a word: in quotation marks, or after a noun that tells what it is (die Zeitung Bild). */
static uint32_t names__quoted(const struct entity_finder *finder, uint32_t token, uint32_t count)
{
    const struct document *const document = finder->document;
    const uint32_t sentence = document->tokens[token].sentence;
    char phrase[PHRASE_BYTES_AT_MOST];
    const size_t length = entity_join_forms(document, token, count, false, phrase);
    const uint32_t name = length ? names__best(finder, finder->knowledge->quoted, phrase, length) : DOCUMENT_NONE;
    if (name != DOCUMENT_NONE && finder->known_entity[name] != DOCUMENT_NONE && !names__is_known(&document->tokens[token]))
        return name;                 /* the report has it in brackets or quotation marks before */
    if (name == DOCUMENT_NONE || token == 0 || document->tokens[token - 1].sentence != sentence)
        return DOCUMENT_NONE;
    const struct known_role *const role = entity_role(finder, &document->tokens[token - 1]);
    const bool is_quoted = names__is_mark(document, token - 1, sentence) && names__is_mark(document, token + count, sentence);
    return is_quoted || (role && role->kind == ROLE_KIND_BODY) ? name : DOCUMENT_NONE;
}

static uint32_t names__longest_here(const struct entity_finder *finder, uint32_t token)
{
    const struct string_map *const first_words = finder->knowledge->first_words;
    const char *const form = finder->document->tokens[token].form;
    const size_t length = strlen(form), keys[] = {length, entity_stem(form, length)};
    const struct token *const at = &finder->document->tokens[token];
    uint32_t longest = names__begins_surname(at) ? SURNAME_WORDS : 1;
    for (size_t i = 0; i < 2; i++)
        for (struct string_map_hit hit = string_map_find(first_words, form, keys[i]); hit.found;
             hit = string_map_next(first_words, hit))
            longest = hit.value > longest ? hit.value : longest;
    return longest < PHRASE_WORDS_AT_MOST ? longest : PHRASE_WORDS_AT_MOST;
}

static bool names__has(const struct token *token, uint32_t flags, enum word_class word_class)
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (!(token->analyses[i].flags & ANALYSIS_GUESSED) &&
            ((token->analyses[i].flags & flags) || token->analyses[i].word_class == word_class))
            return true;
    return false;
}

/* Whether the surname at token is someone else's: it is a first name (Petro Hnatenko), another one stands before it (John Rice), or
 * did so earlier in the report. */
static bool names__is_stranger(const struct entity_finder *finder, uint32_t token, const struct known_name *name)
{
    const struct document *const document = finder->document;
    const struct token *const at = &document->tokens[token];
    const struct name *const tagged = entity_tagged(finder, token);
    for (size_t i = 0; i < finder->stranger_count; i++)
        if (strcmp(document->tokens[finder->strangers[i]].form, at->form) == 0)
            return true;
    const struct token *const next = token + 1 < document->token_count && at[1].sentence == at->sentence ? at + 1 : NULL;
    if (next && next->upos == UPOS_PROPN && names__is_capital(next->form, strlen(next->form)) && !names__is_known(next) &&
        names__phrase(finder, token + 1, 1) == DOCUMENT_NONE)
        return true;
    const struct token *const before = token > 0 && at[-1].sentence == at->sentence && !finder->covered[token - 1] ? at - 1 : NULL;
    const bool is_named = before && tagged && tagged->kind == NAME_PERSON && tagged->tokens.first < token;
    return before && (is_named || (before->upos == UPOS_PROPN && names__has(before, ANALYSIS_FIRST_NAME, WORD_NONE))) &&
           before->form[0] != name->name[0];
}

static bool names__add_stranger(struct entity_finder *finder, uint32_t token)
{
    uint32_t *const added = arena_append(finder->document->arena, &finder->strangers, &finder->stranger_count, &finder->stranger_capacity,
                                         sizeof *added, finder->error);
    if (added)
        *added = token;
    return added != NULL;
}

/* Whether one word may be this name where it stands. */
static bool names__fits(const struct entity_finder *finder, uint32_t token, uint32_t count, const struct known_name *name)
{
    const struct token *const at = &finder->document->tokens[token];
    const bool is_name = at->upos == UPOS_PROPN, is_noun = at->upos == UPOS_NOUN || at->upos == UPOS_X;
    if (count > 1)
        return true;
    const struct name *const tagged = entity_tagged(finder, token);
    const bool is_person = tagged && tagged->kind == NAME_PERSON;
    if (name->kind == ENTITY_GROUP && at->relation == RELATION_AMOD)
        return false;                /* "Deutscher Bundestag" */
    const bool behind_name = is_person && tagged->tokens.first < token && finder->covered[token - 1];      /* "hatte Netanjahu Ankara kritisiert": two */
    if ((name->kind == ENTITY_ORGANISATION || name->kind == ENTITY_PLACE) && is_person && tagged->tokens.count > 1 && !behind_name)
        return false;                /* Robert Bosch, Aden Duale */
    if (name->kind == ENTITY_ORGANISATION && entity_has_adjective_role(finder, at))
        return false;                /* a national security council is not the UN's */
    const struct known_role *const office = token > 0 && at[-1].sentence == at->sentence ? entity_role(finder, at - 1) : NULL;
    if (name->kind == ENTITY_PERSON && is_noun && office && office->kind == ROLE_KIND_OFFICE && names__is_near(name, finder->document->report.published_day))
        return true;                 /* "Außenminister Blinken" */
    if (name->kind == ENTITY_PERSON)
        return (is_name || is_person || (is_noun && !names__is_known(at))) && names__is_near(name, finder->document->report.published_day);
    return is_name || is_noun || at->upos == UPOS_ADJ;
}

/* A mention of count words from token on, which are then covered. */
static bool names__mention(struct entity_finder *finder, uint32_t token, uint32_t count, uint32_t entity)
{
    const struct document *const document = finder->document;
    uint32_t head = token;       /* the word of the phrase whose head lies outside it */
    for (uint32_t i = token; i < token + count; i++)
        if (document->tokens[i].head == DOCUMENT_NONE || document->tokens[i].head < token || document->tokens[i].head >= token + count)
            head = i;
    for (uint32_t i = token; i < token + count; i++)
        finder->covered[i] = true;
    return entity_mention(finder, (struct token_range){token, count}, head, MENTION_NAME, entity);
}

static bool names__at(struct entity_finder *finder, uint32_t token, uint32_t end, uint32_t *matched)
{
    uint32_t count = names__longest_here(finder, token);
    if (count > end - token)
        count = end - token;
    for (; count > 0; count--) {
        uint32_t name = names__phrase(finder, token, count);
        if (name == DOCUMENT_NONE)
            name = names__quoted(finder, token, count);
        if (name == DOCUMENT_NONE || !names__fits(finder, token, count, &finder->knowledge->names[name]))
            continue;
        const struct known_name *const known = &finder->knowledge->names[name];
        if (count == 1 && known->kind == ENTITY_PERSON && finder->known_entity[name] == DOCUMENT_NONE && names__is_stranger(finder, token, known))
            return names__add_stranger(finder, token);
        const uint32_t entity = entity_of_name(finder, name);
        *matched = count;
        return entity != DOCUMENT_NONE && names__mention(finder, token, count, entity);
    }
    return true;
}

/* The country of a word as an adjective of nationality, in any case and with any ending, or DOCUMENT_NONE. */
static uint32_t names__nationality(const struct entity_finder *finder, const char *word, size_t length)
{
    const struct string_map *const adjectives = finder->knowledge->adjectives;
    const size_t tries[] = {length, entity_cut_ending(word, length)};
    for (size_t i = 0; i < 2; i++) {
        char lower[PHRASE_BYTES_AT_MOST];
        if (tries[i] >= sizeof lower)
            continue;
        const size_t lower_length = utf8_lower_string(word, tries[i], lower);
        struct string_map_hit hit = string_map_find(adjectives, word, tries[i]);
        if (!hit.found)
            hit = string_map_find(adjectives, lower, lower_length);
        if (hit.found)
            return hit.value;
    }
    return DOCUMENT_NONE;
}

/* The countries of an adjective: "französisch-deutsche" has two. Returns how many. */
static size_t names__adjective(const struct entity_finder *finder, const struct token *token, uint32_t countries[2])
{
    for (size_t i = 0; i < token->analysis_count; i++)
        if (token->analyses[i].word_class == WORD_ADJECTIVE) {
            const struct string_map_hit hit = string_map_find(finder->knowledge->adjectives, token->analyses[i].lemma,
                                                              strlen(token->analyses[i].lemma));
            countries[0] = hit.value;
            if (hit.found)
                return 1;
        }
    countries[0] = names__nationality(finder, token->form, strlen(token->form));
    const char *const hyphen = strchr(token->form, '-');
    if (countries[0] != DOCUMENT_NONE || !hyphen)
        return countries[0] != DOCUMENT_NONE;
    countries[0] = names__nationality(finder, token->form, (size_t)(hyphen - token->form));
    countries[1] = names__nationality(finder, hyphen + 1, strlen(hyphen + 1));
    if (countries[0] == DOCUMENT_NONE)
        countries[0] = countries[1];
    return countries[0] == DOCUMENT_NONE ? 0 : countries[1] == DOCUMENT_NONE || countries[0] == countries[1] ? 1 : 2;
}

static bool names__find_adjective(struct entity_finder *finder, uint32_t token)
{
    struct document *const document = finder->document;
    const struct token *const at = &document->tokens[token];
    uint32_t countries[2];
    const struct name *const tagged = at->upos == UPOS_PROPN ? entity_tagged(finder, token) : NULL;
    if ((at->upos != UPOS_ADJ && at->upos != UPOS_PROPN && at->upos != UPOS_NOUN && at->upos != UPOS_X) || (tagged && tagged->kind == NAME_PERSON))
        return true;                 /* "Anna Hamburger" */
    const size_t count = names__adjective(finder, at, countries);
    uint32_t *const entities = count ? arena_take(document->arena, count, sizeof *entities, finder->error) : NULL;
    if (!entities)
        return count == 0;
    for (size_t i = 0; i < count; i++) {
        entities[i] = entity_of_name(finder, countries[i]);
        if (entities[i] == DOCUMENT_NONE)
            return false;
    }
    return entity_mention_all(finder, (struct token_range){token, 1}, token, MENTION_ADJECTIVE, entities, count);
}

/* "Boko-Haram" of Boko-Haram-Kämpfer: hyphens join the words of the name too. */
static uint32_t names__hyphenated(const struct entity_finder *finder, const char *modifier)
{
    char phrase[PHRASE_BYTES_AT_MOST];
    const size_t length = strlen(modifier);
    if (length >= sizeof phrase || !strchr(modifier, '-'))
        return DOCUMENT_NONE;
    for (size_t i = 0; i < length; i++)
        phrase[i] = (char)(modifier[i] == '-' ? ' ' : modifier[i]);
    return names__best(finder, finder->knowledge->phrases, phrase, length);
}

static bool names__find_modifier(struct entity_finder *finder, uint32_t token)
{
    const struct token *const at = &finder->document->tokens[token];
    if (!at->compound_modifier || at->upos == UPOS_VERB || finder->measured[token] || finder->document->token_mention[token] != DOCUMENT_NONE)
        return true;
    uint32_t name = names__best(finder, finder->knowledge->phrases, at->compound_modifier, strlen(at->compound_modifier));
    const size_t first = strcspn(at->compound_modifier, "-");
    if (name == DOCUMENT_NONE)
        name = names__hyphenated(finder, at->compound_modifier);
    if (name == DOCUMENT_NONE && at->compound_modifier[first])
        name = names__best(finder, finder->knowledge->phrases, at->compound_modifier, first);
    const enum entity_kind kind = name == DOCUMENT_NONE ? ENTITY_NAME : finder->knowledge->names[name].kind;
    if (name == DOCUMENT_NONE || (!strchr(at->form, '-') && kind != ENTITY_COUNTRY && kind != ENTITY_GROUP))       /* "Palästinenserführung" */
        return true;
    const uint32_t entity = entity_of_name(finder, name);
    return entity != DOCUMENT_NONE &&
           entity_mention(finder, (struct token_range){token, 1}, token, MENTION_MODIFIER, entity);
}

/* ---- cities of the gazetteer ------------------------------------------------------------------------------------ */

/* Whether the words before token tell that a place is named: "in", "die Stadt", "im japanischen" (for a city of Japan). */
static bool names__has_place_before(const struct entity_finder *finder, uint32_t token, const char *country)
{
    const struct document *const document = finder->document;
    const struct token *const before = token > 0 && document->tokens[token - 1].sentence == document->tokens[token].sentence
                                           ? &document->tokens[token - 1] : NULL;
    if (!before)
        return false;
    if (before->upos == UPOS_ADP && before->lemma && before->contraction_part == 0) {
        const struct string_map_hit hit = string_map_find(finder->knowledge->prepositions, before->lemma, strlen(before->lemma));
        return hit.found && (hit.value & (PREPOSITION_IS_PLACE | PREPOSITION_IS_ORIGIN));
    }
    const struct entity *const entity = entity_at(finder, token - 1);
    if (entity && document->mentions[document->token_mention[token - 1]].kind == MENTION_ADJECTIVE)
        return strcmp(entity->code, country) == 0;
    const struct known_role *const role = before->upos == UPOS_NOUN ? entity_role(finder, before) : NULL;
    return role && (role->kind == ROLE_KIND_CITY || role->kind == ROLE_KIND_REGION || role->kind == ROLE_KIND_SITE);
}

/* The entity that this report has made of the city, or DOCUMENT_NONE. */
static uint32_t names__known_city(const struct document *document, const struct gazetteer_city *city)
{
    for (size_t i = document->entity_count; i-- > 0;)
        if (city->geonames ? document->entities[i].geonames && strcmp(document->entities[i].geonames, city->geonames) == 0
                           : strcmp(document->entities[i].why, city->id) == 0)
            return (uint32_t)i;
    return DOCUMENT_NONE;
}

static bool names__fits_city(const struct entity_finder *finder, uint32_t token, const struct gazetteer_city *city)
{
    const struct document *const document = finder->document;
    const struct token *const at = &document->tokens[token];
    if (at->upos != UPOS_PROPN && names__is_known(at) && !entity_tagged(finder, token))
        return false;
    const struct token *const before = token > 0 && at[-1].sentence == at->sentence ? at - 1 : NULL;
    if (before && !finder->covered[token - 1] && names__has(before, ANALYSIS_FIRST_NAME, WORD_NONE))
        return false;                /* Konrad Freiberg */
    const struct name *const tagged = entity_tagged(finder, token);
    if (tagged && tagged->kind == NAME_PERSON && (city->needs_place || tagged->tokens.count > 1))
        return false;
    const bool tells = (!city->needs_place && !names__has(at, ANALYSIS_FIRST_NAME, WORD_NONE)) || (tagged && tagged->kind == NAME_LOCATION);
    if (tells || names__known_city(document, city) != DOCUMENT_NONE)
        return true;
    return names__has_place_before(finder, token, city->country) && !entity_role(finder, at);
}

static bool names__city(struct entity_finder *finder, uint32_t token, uint32_t end, uint32_t *matched)
{
    struct document *const document = finder->document;
    const enum upos upos = document->tokens[token].upos;
    size_t row;
    uint32_t count, index;
    if ((upos != UPOS_PROPN && upos != UPOS_NOUN && upos != UPOS_X) || finder->measured[token] ||
        !gazetteer_find(finder->knowledge->gazetteer, document, token, end, &row, &count))
        return true;
    const struct gazetteer_city city = gazetteer_city(finder->knowledge->gazetteer, row);
    if (!names__fits_city(finder, token, &city))
        return true;
    index = names__known_city(document, &city);
    if (index == DOCUMENT_NONE) {
        struct entity *const made = entity_add(finder, &index);
        if (!made)
            return false;
        made->name = city.name;
        made->kind = ENTITY_PLACE;
        made->sector = SECTOR_UNK;
        made->naming = NAMING_OFFICE;
        made->precision = PRECISION_CITY;
        made->latitude = city.latitude;
        made->longitude = city.longitude;
        made->geonames = city.geonames;
        made->why = city.id;
        memcpy(made->code, city.country, strnlen(city.country, 3));
        memcpy(made->place_country, made->code, sizeof made->place_country);
    }
    *matched = count;
    return names__mention(finder, token, count, index);
}

/* Whether a name may begin here; al-Qaida has its capital behind the hyphen, von der Leyen in its last word. */
static bool names__may_begin(const struct token *token)
{
    const char *const hyphen = strchr(token->form, '-');
    return names__is_capital(token->form, strlen(token->form)) || (hyphen && names__is_capital(hyphen + 1, strlen(hyphen + 1))) ||
           names__begins_surname(token);
}

/* The country of the place that a date line names at token, matched: of how many words; "": none. */
static const char *names__dateline_at(const struct entity_finder *finder, uint32_t token, uint32_t end, uint32_t *matched)
{
    uint32_t count = names__longest_here(finder, token);
    for (count = count > end - token ? end - token : count; count > 0; count--) {
        const uint32_t name = names__phrase(finder, token, count);
        const struct known_name *const known = name == DOCUMENT_NONE ? NULL : &finder->knowledge->names[name];
        if (!known || !known->place_country[0])
            continue;
        *matched = count;
        return known->place_country;
    }
    size_t row;
    return gazetteer_find(finder->knowledge->gazetteer, finder->document, token, end, &row, matched)
               ? gazetteer_city(finder->knowledge->gazetteer, row).country : "";
}

/* "Kiew/Moskau (dpa) -": where the report comes from is no part of what it tells, but what it calls "die Regierung" is mostly there. */
static void names__note_dateline(struct entity_finder *finder, const struct sentence *sentence)
{
    const uint32_t end = sentence->tokens.first + sentence->tokens.count;
    struct focus *const focus = &finder->focus;
    for (uint32_t token = sentence->tokens.first; token < end && focus->dateline_count < 2;) {
        uint32_t matched;
        const char *const country = names__may_begin(&finder->document->tokens[token]) ? names__dateline_at(finder, token, end, &matched) : "";
        if (country[0])
            focus->datelines[focus->dateline_count++] = country;
        token += country[0] ? matched : 1;
    }
}

/* "bosnische Serben", "israelische Araber": a people within another country are of that. */
static bool names__people_within(struct entity_finder *finder)
{
    struct document *const document = finder->document;
    for (uint32_t i = 0; i < document->mention_count; i++) {
        const struct mention *const people = &document->mentions[i];
        const uint32_t before = people->tokens.first ? document->token_mention[people->tokens.first - 1] : DOCUMENT_NONE;
        if (people->kind != MENTION_NAME || people->entity_count != 1 || document->entities[people->entities[0]].kind != ENTITY_GROUP ||
            before == DOCUMENT_NONE || document->mentions[before].kind != MENTION_ADJECTIVE || document->mentions[before].entity_count != 1 ||
            tree_head(document, document->mentions[before].head) != people->head)
            continue;
        const struct entity country = document->entities[document->mentions[before].entities[0]];
        struct entity copy = document->entities[people->entities[0]];
        if (country.kind != ENTITY_COUNTRY || !copy.code[0] || strcmp(country.code, copy.code) == 0)
            continue;
        memcpy(copy.code, country.code, sizeof copy.code);
        uint32_t *const index = arena_take(document->arena, 1, sizeof *index, finder->error);
        struct entity *const made = index ? entity_add(finder, index) : NULL;
        if (!made)
            return false;
        *made = copy;
        document->mentions[i].entities = index;
    }
    return true;
}

bool entity_find_names(struct entity_finder *finder)
{
    enum { SENTENCES_OF_DATELINE = 3 };
    const struct document *const document = finder->document;
    for (size_t s = 0; s < document->sentence_count; s++) {
        const struct sentence *const sentence = &document->sentences[s];
        const uint32_t end = sentence->tokens.first + sentence->tokens.count;
        if (sentence->kind == PARAGRAPH_MARK && s < SENTENCES_OF_DATELINE)
            names__note_dateline(finder, sentence);
        if (sentence->kind == PARAGRAPH_MARK)
            continue;
        for (uint32_t token = sentence->tokens.first; token < end;) {
            uint32_t matched = 0;
            const bool begins = names__may_begin(&document->tokens[token]);
            if (begins && !names__at(finder, token, end, &matched))
                return false;
            if (begins && !matched && !names__city(finder, token, end, &matched))
                return false;
            if (!matched && (!names__find_adjective(finder, token) || !names__find_modifier(finder, token)))
                return false;
            token += matched ? matched : 1;
        }
    }
    return names__people_within(finder);
}
