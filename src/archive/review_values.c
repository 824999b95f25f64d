/* archive/review_values.c: fields that a person gives, checked and brought into the form of the record.
 *
 *     {"actors": "RUS/MIL; Wagner-Gruppe (RUS/PRM)", "when": "2024-01-05"}
 *         ->  {"actors": [{"text": "RUS", "span": null, "entity": null, "code": "RUS", "sector": "MIL"}, …],
 *              "when": {"begin": "2024-01-05", "end": "2024-01-05", "time": null, "inherited": false, "basis": "explicit"}}
 */
#include "archive/review.h"

#include "archive/filter_terms.h"
#include "base/table.h"

#include <ctype.h>
#include <string.h>

enum { WORD_BYTES = 256 };

struct value_form {
    const char *name;
    json_t *(*read)(const json_t *given, const char *name, struct laut_error *error);
};

static json_t *value__refuse(struct laut_error *error, const char *name, const char *remedy, const char *given)
{
    (void)error_set(error, NULL, 0, remedy, "the correction's %s '%.80s' is not understood", name, given);
    return NULL;
}

static const char *value__text(const json_t *given)
{
    return json_is_string(given) ? json_string_value(given) : json_is_object(given) ? "{…}" : json_is_array(given) ? "[…]" : "…";
}

/* One of known words. */
static json_t *value__term(const json_t *given, const char *name, const char *const *terms, size_t count, const char *remedy, struct laut_error *error)
{
    const char *const word = json_string_value(given);
    if (word && table_term(word, terms, count) >= 0)
        return json_string(word);
    return value__refuse(error, name, remedy, value__text(given));
}

static json_t *value__type(const json_t *given, const char *name, struct laut_error *error)
{
    size_t count;
    const char *const *const types = filter_terms_types(&count);
    return value__term(given, name, types, count, "write a type of PLOVER, as AID or ASSAULT", error);
}

static json_t *value__factuality(const json_t *given, const char *name, struct laut_error *error)
{
    static const char *const terms[] = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"};
    return value__term(given, name, terms, sizeof terms / sizeof *terms, "write CT+ CT- PR+ PR- PS+ PS- or Uu", error);
}

/* Cuts text at marks; the next piece without blanks around it. False: no more. */
static bool value__next(const char **at, char mark, char piece[WORD_BYTES])
{
    while (**at == ' ' || **at == mark)
        ++*at;
    if (!**at)
        return false;
    const char *const end = strchr(*at, mark);
    size_t length = end ? (size_t)(end - *at) : strlen(*at);
    const size_t whole = length;
    while (length && (*at)[length - 1] == ' ')
        length--;
    (void)snprintf(piece, WORD_BYTES, "%.*s", (int)length, *at);
    *at += whole;
    return true;
}

/* What was given as a list, or as a text whose pieces the mark parts. Yours. */
static json_t *value__list(const json_t *given, char mark)
{
    const char *at = json_string_value(given);
    json_t *const list = json_array();
    char piece[WORD_BYTES];
    size_t index;
    json_t *one;
    while (at && value__next(&at, mark, piece))
        (void)json_array_append_new(list, json_string(piece));
    json_array_foreach(given, index, one)
        (void)json_array_append(list, one);
    return list;
}

/* Whether it is a text, a list or nothing. */
static bool value__may_be_list(const json_t *given)
{
    return json_is_string(given) || json_is_array(given) || json_is_null(given);
}

static bool value__is_mode(const char *word)
{
    return *word && strspn(word, "abcdefghijklmnopqrstuvwxyz-") == strlen(word);
}

static json_t *value__words(const json_t *given, const char *name, struct laut_error *error)
{
    json_t *const words = value__list(given, ',');
    size_t index;
    json_t *word;
    json_array_foreach(words, index, word)
        if (!json_is_string(word) || !value__is_mode(json_string_value(word))) {
            json_decref(words);
            return value__refuse(error, name, "write words as heavy-weapons,drone, or [] for none", value__text(json_is_string(word) ? word : given));
        }
    if (value__may_be_list(given))
        return words;
    json_decref(words);
    return value__refuse(error, name, "write words as heavy-weapons,drone, or [] for none", value__text(given));
}

static bool value__is_code(const char *text, size_t length)
{
    return length == 3 && isupper((unsigned char)text[0]) && isupper((unsigned char)text[1]) && isupper((unsigned char)text[2]);
}

/* "RUS/MIL", "RUS", "/CVL": code and sector; false: neither. */
static bool value__code(const char *text, char code[4], char sector[4])
{
    const char *const slash = strchr(text, '/');
    const size_t length = slash ? (size_t)(slash - text) : strlen(text);
    code[0] = sector[0] = '\0';
    if ((length && !value__is_code(text, length)) || (!length && !slash))
        return false;
    if (length)
        memcpy(code, text, 3), code[3] = '\0';
    if (!slash)
        return true;
    if (!value__is_code(slash + 1, strlen(slash + 1)) || !filter_terms_is_sector(slash + 1))
        return false;
    memcpy(sector, slash + 1, 4);
    return true;
}

static json_t *value__null_if_empty(const char *text)
{
    return *text ? json_string(text) : json_null();
}

static json_t *value__party_text(const char *text)
{
    char name[WORD_BYTES], code[4] = "", sector[4] = "";
    (void)snprintf(name, sizeof name, "%s", text);
    char *const bracket = strrchr(name, '(');
    const size_t length = strlen(name);
    if (bracket && bracket > name && name[length - 1] == ')') {
        name[length - 1] = '\0';
        *bracket = '\0';
        for (char *end = bracket; end > name && end[-1] == ' ';)
            *--end = '\0';
        if (!value__code(bracket + 1, code, sector))
            return NULL;
    } else if (value__code(name, code, sector)) {
        if (*code)                               /* RUS/MIL: the code is all that is told of the name */
            (void)snprintf(name, sizeof name, "%s", code);
    } else if (strchr(name, '/')) {
        return NULL;
    }
    return json_pack("{s:s,s:n,s:n,s:o,s:o}", "text", name, "span", "entity", "code", value__null_if_empty(code), "sector", value__null_if_empty(sector));
}

static bool value__string_or_null(const json_t *object, const char *key)
{
    const json_t *const value = json_object_get(object, key);
    return !value || json_is_null(value) || json_is_string(value);
}

static json_t *value__party_object(const json_t *given)
{
    static const char *const keys[] = {"text", "code", "sector", "entity", "named", "party"};
    const char *const code = record_string(given, "code"), *const sector = record_string(given, "sector"), *const text = record_string(given, "text");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (!value__string_or_null(given, keys[i]))
            return NULL;
    if ((code && !value__is_code(code, strlen(code))) || (sector && !filter_terms_is_sector(sector)) || (!text && !code))
        return NULL;
    json_t *const party = json_pack("{s:s,s:n,s:n,s:s?,s:s?}", "text", text ? text : code, "span", "entity", "code", code, "sector", sector);
    if (party && json_object_update_existing(party, (json_t *)(uintptr_t)given) != 0) {
        json_decref(party);
        return NULL;
    }
    if (party && json_is_null(json_object_get(party, "text")))
        (void)json_object_set_new(party, "text", json_string(code));
    return party;
}

static const char value__parties_remedy[] = "write RUS/MIL; Wagner-Gruppe (RUS/PRM), or objects with text, code and sector as in the record";

static json_t *value__party(const json_t *given, bool source)
{
    static const char *const named[] = {"person", "office", "circle", "unnamed"};
    json_t *const party = json_is_string(given) ? value__party_text(json_string_value(given)) : json_is_object(given) ? value__party_object(given) : NULL;
    if (party && source) {
        const char *const own = record_string(given, "named"), *const side = record_string(given, "party");
        const bool known = own && table_term(own, named, sizeof named / sizeof *named) >= 0;
        (void)json_object_set_new(party, "named", known ? json_string(own) : *record_string(party, "text") ? json_string("person") : json_string("unnamed"));
        (void)json_object_set_new(party, "party", json_string(side ? side : "third"));
    }
    return party;
}

static json_t *value__parties_of(const json_t *given, const char *name, bool source, struct laut_error *error)
{
    json_t *const parties = json_array(), *const asked = value__list(given, ';');
    size_t index;
    json_t *one;
    bool done = value__may_be_list(given);
    json_array_foreach(asked, index, one)
        done = done && json_array_append_new(parties, value__party(one, source)) == 0;
    json_decref(asked);
    if (done)
        return parties;
    json_decref(parties);
    return value__refuse(error, name, value__parties_remedy, value__text(given));
}

static json_t *value__parties(const json_t *given, const char *name, struct laut_error *error)
{
    return value__parties_of(given, name, false, error);
}

static json_t *value__sources(const json_t *given, const char *name, struct laut_error *error)
{
    return value__parties_of(given, name, true, error);
}

/* "drone", "Shahed-136 (drone)", or an object as in the record. */
static json_t *value__item(const json_t *given)
{
    json_t *const item = json_pack("{s:n,s:n,s:n,s:n,s:[],s:s,s:n,s:n}", "text", "span", "class", "designation", "unroca", "unroca_basis", "unknown",
                                   "origin", "quantity");
    char text[WORD_BYTES] = "", class[WORD_BYTES] = "";
    if (json_is_object(given)) {
        const char *const own = record_string(given, "class");
        (void)snprintf(class, sizeof class, "%s", own ? own : "");
        (void)json_object_update_existing(item, (json_t *)(uintptr_t)given);
        if (!record_string(item, "text"))
            (void)json_object_set_new(item, "text", json_string(own ? own : ""));
    } else {
        (void)snprintf(text, sizeof text, "%s", json_is_string(given) ? json_string_value(given) : "");
        char *const bracket = strrchr(text, '(');
        (void)snprintf(class, sizeof class, "%s", bracket ? bracket + 1 : text);
        class[strcspn(class, ")")] = '\0';
        if (bracket) {
            *bracket = '\0';
            text[strlen(text) ? strlen(text) - (text[strlen(text) - 1] == ' ') : 0] = '\0';
            (void)json_object_set_new(item, "designation", json_string(text));
        }
        (void)json_object_set_new(item, "text", json_string(text));
        (void)json_object_set_new(item, "class", json_string(class));
    }
    if (filter_terms_is_class(class))
        return item;
    json_decref(item);
    return NULL;
}

static json_t *value__items(const json_t *given, const char *name, struct laut_error *error)
{
    json_t *const items = json_array();
    const char *at = json_string_value(given);
    char piece[WORD_BYTES];
    size_t index;
    json_t *one;
    bool done = json_is_string(given) || json_is_array(given) || json_is_null(given);
    while (done && at && value__next(&at, ';', piece)) {
        json_t *const word = json_string(piece);
        done = json_array_append_new(items, value__item(word)) == 0;
        json_decref(word);
    }
    json_array_foreach(given, index, one)
        done = done && json_array_append_new(items, value__item(one)) == 0;
    if (done)
        return items;
    json_decref(items);
    return value__refuse(error, name, "write a class as drone, a model as Shahed-136 (drone), several with ; between, or objects as in the record", value__text(given));
}

static json_t *value__interval(const json_t *given, const char *name, struct laut_error *error)
{
    static const char remedy[] = "write 2024-01-05, 2024-01-05..2024-01-07, or null";
    char begin[WORD_BYTES] = "", end[WORD_BYTES] = "";
    int32_t first, last;
    const char *const text = json_string_value(given), *const dots = text ? strstr(text, "..") : NULL;
    if (json_is_null(given) || (text && !*text))
        return json_null();
    if (text) {
        (void)snprintf(begin, sizeof begin, "%.*s", (int)(dots ? dots - text : (long)strlen(text)), text);
        (void)snprintf(end, sizeof end, "%s", dots ? dots + 2 : text);
    } else if (record_string(given, "begin")) {
        const char *const own = record_string(given, "end");
        (void)snprintf(begin, sizeof begin, "%s", record_string(given, "begin"));
        (void)snprintf(end, sizeof end, "%s", own ? own : begin);
    }
    if (strlen(begin) != 10 || strlen(end) != 10 || !day_read(begin, &first) || !day_read(end, &last) || last < first)
        return value__refuse(error, name, remedy, value__text(given));
    if (strcmp(name, "said") == 0)
        return json_pack("{s:s,s:s}", "begin", begin, "end", end);
    return json_pack("{s:s,s:s,s:n,s:b,s:s}", "begin", begin, "end", end, "time", "inherited", 0, "basis", "explicit");
}

/* "Charkiw, UKR", "UKR", or an object as in the record. */
static json_t *value__place(const json_t *given, const char *name, struct laut_error *error)
{
    char text[WORD_BYTES] = "";
    const char *country = NULL;
    if (json_is_null(given) || (json_is_string(given) && !json_string_length(given)))
        return json_null();
    json_t *const place = json_pack("{s:n,s:n,s:n,s:n,s:n,s:n}", "text", "span", "country", "precision", "lat", "lon");
    if (json_is_object(given)) {
        (void)json_object_update_existing(place, (json_t *)(uintptr_t)given);
        (void)snprintf(text, sizeof text, "%s", record_string(place, "text") ? record_string(place, "text") : "");
        country = record_string(place, "country");
    } else if (json_is_string(given)) {
        (void)snprintf(text, sizeof text, "%s", json_string_value(given));
        char *const comma = strrchr(text, ',');
        country = value__is_code(text, strlen(text)) ? text : NULL;
        if (comma) {
            country = comma + 1 + strspn(comma + 1, " ");
            *comma = '\0';
        }
        (void)json_object_set_new(place, "country", country ? json_string(country) : json_null());
    }
    if (place && *text && (!country || value__is_code(country, strlen(country)))) {
        (void)json_object_set_new(place, "text", json_string(text));
        if (!record_string(place, "precision"))
            (void)json_object_set_new(place, "precision", json_string(country && strcmp(country, text) == 0 ? "country" : "city"));
        return place;
    }
    json_decref(place);
    return value__refuse(error, name, "write Charkiw, UKR, or UKR, or null", value__text(given));
}

static const struct value_form value__forms[] = {
    {"type", value__type}, {"mode", value__words}, {"actors", value__parties}, {"recipients", value__parties}, {"items", value__items},
    {"when", value__interval}, {"said", value__interval}, {"place", value__place}, {"sources", value__sources},
    {"factuality", value__factuality}, {"aux", value__words}};

json_t *review_values(const json_t *given, bool whole, struct laut_error *error)
{
    const char *name;
    json_t *value, *const values = json_object();
    bool done = json_is_object(given) && (whole || json_object_size(given) > 0);
    if (!done)
        (void)error_set(error, NULL, 0, "give the fields that are wrong, as {\"factuality\": \"CT-\"}", "nothing is corrected");
    json_object_foreach((json_t *)(uintptr_t)given, name, value) {
        size_t i = 0;
        while (i < sizeof value__forms / sizeof *value__forms && strcmp(value__forms[i].name, name) != 0)
            i++;
        if (i == sizeof value__forms / sizeof *value__forms)
            done = done && error_set(error, NULL, 0, "fields are type mode actors recipients items when said place sources factuality aux",
                                     "there is no field '%.40s' to correct", name);
        else if (done)
            done = json_object_set_new(values, name, value__forms[i].read(value, name, error)) == 0;
    }
    if (done)
        return values;
    if (error && !error->message[0])
        (void)error_out_of_memory(error);
    json_decref(values);
    return NULL;
}
