/* archive/filter_terms.c: see archive/filter_terms.h. */
#include "archive/filter_terms.h"

#include "base/table.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { VALUE_BYTES = 200 };

static const char *const terms__types[] = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
                                           "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"};
static const char *const terms__sectors[] = {"GOV", "MIL", "SPY", "LEG", "JUD", "COP", "PTY", "OPP", "REB", "PRM", "UAF", "CVL",
                                             "REF", "BUS", "JRN", "REL", "EDU", "MED", "LAB", "SOC", "CRM", "ELI", "UNK"};
static const char *const terms__classes[] = {"tank", "armoured-vehicle", "artillery", "rocket-artillery", "mortar", "combat-aircraft",
                                             "drone", "helicopter", "warship", "ballistic-missile", "cruise-missile", "missile",
                                             "anti-tank-missile", "manpads", "air-defence", "small-arms", "ammunition", "bomb-mine",
                                             "cbrn", "military-equipment", "weapon", "technology", "troops", "money", "goods"};
static const char *const terms__categories[] = {"I", "II", "III", "IVa", "IVb", "V", "VI", "VIIa", "VIIb", "VIII"};
static const char *const terms__states[] = {"delivered", "used", "seized", "licensed", "promised", "planned", "requested", "stopped",
                                            "refused"};

#define COUNT_OF(list) (sizeof(list) / sizeof *(list))

const char *filter_terms_help(void)
{
    return "fields are who whom party actor what with origin when published where source certainty confidence outlet state report "
           "incident claim status review reviewed; anything else is looked for in the words";
}

const char *const *filter_terms_types(size_t *count)
{
    *count = COUNT_OF(terms__types);
    return terms__types;
}

bool filter_terms_is_sector(const char *word)
{
    return table_term(word, terms__sectors, COUNT_OF(terms__sectors)) >= 0;
}

bool filter_terms_is_class(const char *word)
{
    return table_term(word, terms__classes, COUNT_OF(terms__classes)) >= 0;
}

static bool terms__is_code(const char *value)
{
    for (size_t i = 0; i < 3; i++)
        if (!isupper((unsigned char)value[i]))
            return false;
    return value[3] == '\0' || value[3] == '/';
}

/* The names that begin as word does, or all, in a message. */
static bool terms__unknown(struct laut_error *error, const char *what, const char *value, const char *const *names, size_t count)
{
    char remedy[sizeof error->remedy] = "there are";
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(remedy);
        if (length + strlen(names[i]) + 2 < sizeof remedy)
            (void)snprintf(remedy + length, sizeof remedy - length, " %s", names[i]);
    }
    return error_set(error, NULL, 0, remedy, "there is no %s '%s'", what, value);
}

/* All words of a name must be there. */
static void terms__all_words(struct builder *group, const char *prefix, const char *name)
{
    struct builder words = builder_on(group->arena, group->error);
    terms_name(&words, prefix, name, false);
    const char *const list = builder_text(&words);
    group->failed = group->failed || !list;
    builder_bytes(group, "(", 1);
    for (const char *at = list ? list : ""; *at;) {
        const size_t length = strcspn(at, " ");
        builder_bytes(group, at, length);
        at += length;
        if (*at++)
            builder_bytes(group, " AND ", 5);
        else
            break;
    }
    builder_bytes(group, ")", 1);
}

static void terms__token(struct builder *group, const char *prefix, const char *word)
{
    struct builder token = builder_on(group->arena, group->error);
    terms_plain(&token, prefix, word);
    const char *const text = builder_text(&token);
    group->failed = group->failed || !text;
    if (text)
        builder_bytes(group, text, strlen(text));
}

static bool terms__name(struct builder *group, const char *prefix, const char *value, struct laut_error *error)
{
    const size_t before = group->length;
    terms__all_words(group, prefix, value);
    return group->failed || group->length > before + 2 || error_set(error, NULL, 0, "write a code as RUS or a name", "'%s' is no name", value);
}

static bool terms__party(struct builder *group, const char *prefix, const char *value, struct laut_error *error)
{
    char sector[VALUE_BYTES + 2];
    const char *const slash = strchr(value, '/');
    if (slash && terms__is_code(value) && table_term(slash + 1, terms__sectors, COUNT_OF(terms__sectors)) < 0)
        return terms__unknown(error, "sector", slash + 1, terms__sectors, COUNT_OF(terms__sectors));
    (void)snprintf(sector, sizeof sector, "/%s", value);
    if (table_term(value, terms__sectors, COUNT_OF(terms__sectors)) >= 0)
        terms__token(group, prefix, sector);
    else if (terms__is_code(value))
        terms__token(group, prefix, value);
    else
        return terms__name(group, prefix, value, error);
    return true;
}

static bool terms__source(struct builder *group, const char *value, struct laut_error *error)
{
    if (strcmp(value, "report") == 0 || strcmp(value, "unnamed") == 0) {
        terms__token(group, TERM_SOURCE, value[0] == 'r' ? "/report" : "/unnamed");
        return true;
    }
    return terms__party(group, TERM_SOURCE, value, error);
}

static bool terms__what(struct builder *group, const char *value, struct laut_error *error)
{
    char type[VALUE_BYTES];
    (void)snprintf(type, sizeof type, "%.*s", (int)strcspn(value, "/"), value);
    for (char *at = type; *at; at++)
        *at = (char)toupper((unsigned char)*at);
    if (table_term(type, terms__types, COUNT_OF(terms__types)) < 0)
        return terms__unknown(error, "type", type, terms__types, COUNT_OF(terms__types));
    terms__token(group, strchr(value, '/') ? TERM_MODE : TERM_TYPE, value);
    return true;
}

static bool terms__item(struct builder *group, const char *value, struct laut_error *error)
{
    if (table_term(value, terms__classes, COUNT_OF(terms__classes)) >= 0)
        terms__token(group, TERM_ITEM, value);
    else if (table_term(value, terms__categories, COUNT_OF(terms__categories)) >= 0)
        terms__token(group, TERM_CATEGORY, value);
    else if (strpbrk(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
        return terms__name(group, TERM_MODEL, value, error);
    else
        return terms__unknown(error, "class of goods", value, terms__classes, COUNT_OF(terms__classes));
    return true;
}

static bool terms__certainty(struct builder *group, const char *value, struct laut_error *error)
{
    static const struct { const char *value, *tokens; } known[] = {
        {"CT+", "fctp"}, {"CT-", "fct"}, {"PR+", "fprp"}, {"PR-", "fpr"}, {"PS+", "fpsp"}, {"PS-", "fps"}, {"Uu", "fuu"},
        {">=CT", "fctp"}, {">=PR", "fctp OR fprp"}, {">=PS", "fctp OR fprp OR fpsp"}, {"asserted", "fctp"}, {"likely", "fprp"},
        {"possible", "fpsp"}, {"denied", "fct OR fpr OR fps"}, {"open", "fuu"}};
    for (size_t i = 0; i < COUNT_OF(known); i++)
        if (strcmp(known[i].value, value) == 0) {
            builder_bytes(group, known[i].tokens, strlen(known[i].tokens));
            return true;
        }
    return error_set(error, NULL, 0, "there are CT+ CT- PR+ PR- PS+ PS- Uu, >=CT >=PR >=PS, asserted likely possible denied open",
                     "there is no certainty '%s'", value);
}

static bool terms__state(struct builder *group, const char *value, struct laut_error *error)
{
    if (table_term(value, terms__states, COUNT_OF(terms__states)) < 0)
        return terms__unknown(error, "state of a transfer", value, terms__states, COUNT_OF(terms__states));
    terms__token(group, TERM_STATE, value);
    return true;
}

static bool terms__value(struct builder *group, const char *field, const char *value, struct laut_error *error)
{
    if (strcmp(field, "who") == 0)
        return terms__party(group, TERM_ACTOR, value, error);
    if (strcmp(field, "whom") == 0)
        return terms__party(group, TERM_RECIPIENT, value, error);
    if (strcmp(field, "party") == 0) {
        const bool done = terms__party(group, TERM_ACTOR, value, error);
        builder_bytes(group, " OR ", 4);
        return done && terms__party(group, TERM_RECIPIENT, value, error);
    }
    if (strcmp(field, "actor") == 0) {           /* a state in any part; other actors are found by their id (archive/filter.c) */
        const bool done = terms__value(group, "party", value, error);
        builder_bytes(group, " OR ", 4);
        return done && terms__party(group, TERM_SOURCE, value, error);
    }
    if (strcmp(field, "what") == 0)
        return terms__what(group, value, error);
    if (strcmp(field, "with") == 0)
        return terms__item(group, value, error);
    if (strcmp(field, "source") == 0)
        return terms__source(group, value, error);
    if (strcmp(field, "certainty") == 0)
        return terms__certainty(group, value, error);
    if (strcmp(field, "state") == 0)
        return terms__state(group, value, error);
    if (strcmp(field, "outlet") == 0)
        return terms__name(group, TERM_OUTLET, value, error);
    if (strcmp(field, "where") == 0 && !terms__is_code(value))
        return terms__name(group, TERM_PLACE, value, error);
    if (strcmp(field, "where") != 0 && strcmp(field, "origin") != 0)
        return error_set(error, NULL, 0, filter_terms_help(), "there is no field '%s'", field);
    if (!terms__is_code(value) || value[3])
        return error_set(error, NULL, 0, "write the three letters of ISO 3166-1, as in origin:PRK", "'%s' is no country", value);
    terms__token(group, field[0] == 'w' ? TERM_COUNTRY : TERM_ORIGIN, value);
    return true;
}

const char *filter_terms(const char *field, const char *value, struct arena *arena, struct laut_error *error)
{
    struct builder group = builder_on(arena, error);
    for (const char *at = value; *at;) {
        char one[VALUE_BYTES];
        const size_t length = strcspn(at, ",");
        if (length == 0 || length >= sizeof one) {
            (void)error_set(error, NULL, 0, "write who:RUS or who:RUS,BLR", "a value of %s: is empty or too long", field);
            return NULL;
        }
        (void)snprintf(one, sizeof one, "%.*s", (int)length, at);
        if (group.length)
            builder_bytes(&group, " OR ", 4);
        if (!terms__value(&group, field, one, error))
            return NULL;
        at += length;
        if (*at == ',' && !*++at)
            return filter_terms(field, ",", arena, error);
    }
    return builder_text(&group);
}

const char *filter_terms_transfer(struct arena *arena, struct laut_error *error)
{
    struct builder group = builder_on(arena, error);
    for (size_t i = 0; i < COUNT_OF(terms__states); i++) {
        if (i)
            builder_bytes(&group, " OR ", 4);
        terms__token(&group, TERM_STATE, terms__states[i]);
    }
    return builder_text(&group);
}
