/* entity/knowledge.h: the tables of entity/, as its files see them. */
#ifndef ENTITY_KNOWLEDGE_H
#define ENTITY_KNOWLEDGE_H

#include "base/hash.h"
#include "base/table.h"
#include "report/document.h"

/* A name of the tables, or a nationality. */
struct known_name {
    const char *name;                /* the first name of its line */
    enum entity_kind kind;
    const char *code;
    enum sector sector;
    enum naming naming;
    const char *place_country;       /* "" : no place */
    enum place_precision precision;
    double latitude, longitude;
    const char *geonames;            /* NULL: none */
    const char *office;              /* persons: "" none */
    int32_t from_day, to_day;        /* persons: DAY_NONE open */
    const char *why;
    uint8_t weak;                    /* a lone surname: counts only where a name stands */
};

enum role_anaphor { ANAPHOR_NONE, ANAPHOR_COUNTRY /* das Land */, ANAPHOR_PAIR /* beide Seiten */ };

struct known_role {
    const char *lemma;
    enum sector sector;
    bool is_office;
    enum naming naming;
    enum role_anaphor anaphor;
    bool is_mouth;                   /* Sprecher, Vertreter: speaks for the body it belongs to and has its sector */
    const char *why;
};

struct known_item {
    const char *name, *item_class, *origin;
    const char *const *unroca;
    size_t unroca_count;
    bool is_model, needs_context;
    const char *why;
};

struct pronoun {
    const char *form;
    uint8_t gender, number;          /* 0: any */
    bool possessive;
    const char *why;
};

struct entity_knowledge {
    const struct known_name *names;
    size_t name_count;
    const struct string_map *phrases;        /* a name's words, one space between -> names, all its spellings */
    const struct string_map *loose_phrases;  /* the same with endings cut (Vereinigt Staat) */
    const struct string_map *first_words;    /* first word of a phrase -> words of the longest phrase that begins so */
    const struct string_map *adjectives;     /* lemma of an adjective of nationality -> name of the country */
    const struct known_role *roles;
    const struct string_map *role_lemmas;
    const struct known_item *items;
    const struct string_map *item_words;     /* lemma, or "adjective noun" with the adjective's ending cut */
    const struct string_map *item_models;    /* designation, words with one space between */
    const struct pronoun *pronouns;
    const struct string_map *pronoun_forms;
    const struct string_map *origins;        /* prepositions of origin (aus) */
};

enum { PHRASE_WORDS_AT_MOST = 7, PHRASE_BYTES_AT_MOST = 160 };

/* The word without a German ending of declension, for phrases whose words bend (Vereinigten, Vereinigte -> Vereinigt). */
size_t entity_cut_ending(const char *word, size_t length);

#endif
