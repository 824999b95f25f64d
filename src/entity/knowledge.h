/* entity/knowledge.h: the tables of entity/, as its files see them. */
#ifndef ENTITY_KNOWLEDGE_H
#define ENTITY_KNOWLEDGE_H

#include "base/hash.h"
#include "entity/gazetteer.h"

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
    int32_t from_day, to_day;        /* persons: DAY_NONE open */
    const char *const *offices;      /* [office_count] persons: what they are called in that office */
    size_t office_count;
    const char *known_until;         /* persons whose term is open: the last day of which that is known, NULL: not told */
    int32_t known_until_day;
    const char *why;
};

enum role_kind { ROLE_KIND_OFFICE, ROLE_KIND_GROUP, ROLE_KIND_BODY, ROLE_KIND_CITY, ROLE_KIND_REGION, ROLE_KIND_SITE, ROLE_KIND_UNIT, ROLE_KIND_CRAFT, ROLE_KIND_COUNT };
enum role_anaphor { ANAPHOR_NONE, ANAPHOR_COUNTRY /* das Land */, ANAPHOR_PAIR /* beide Seiten */, ANAPHOR_BODY /* das Gremium */ };
/* Whose a noun is when nothing beside it tells; see the head of roles.tsv. */
enum role_bare { BARE_SCENE, BARE_POWER, BARE_ABROAD, BARE_FREE, BARE_CODES };

struct known_role {
    const char *lemma;
    bool is_whole;                   /* "=Land": not as the head of a compound (Ausland) */
    enum sector sector;
    enum role_kind kind;
    enum naming naming;
    enum role_anaphor anaphor;
    bool is_mouth;                   /* Sprecher, Vertreter: speaks for the body it belongs to and has its sector */
    bool is_member;                  /* Mitglied: the same, and alone it belongs to the body named last */
    bool is_single;                  /* Außenminister: a country has one, several are of several countries */
    bool is_sides;                   /* Konfliktpartei: "die Konfliktparteien" are both sides */
    bool is_named;                   /* Erzfeind: nobody where no name stands beside it */
    bool is_own;                     /* Landsmann: one of the subject's country */
    bool is_harmful;                 /* Entführer: whose genitive is hit by them */
    bool is_of_coup;                 /* die Junta: of no country of elected.tsv */
    bool is_ally;                    /* Verbündeter: a country that is an ally of whose it is */
    bool is_neighbour;               /* Nachbarland: a country that borders on whose neighbour it is */
    bool is_person;                  /* Jährige: the person named last whom it may describe */
    bool is_crew;                    /* Besatzung: of the ship or aircraft told last */
    bool is_people;                  /* Mann: the people who were told last with their country */
    bool is_alone;                   /* Tausende: people where no noun follows that tells of whom ("Tausende Soldaten") */
    enum role_bare bare;
    const char *const *codes;        /* [code_count], BARE_CODES only */
    size_t code_count;
    const char *why;
};

struct known_item {
    const char *name, *item_class, *origin;
    const char *const *unroca;
    size_t unroca_count;
    bool is_model, needs_context;
    bool needs_number;               /* "1500 Mann", "12 400 Schuss": counts only as it is, with a number above one */
    bool is_pointer, is_pointed;     /* "solche"; "Waffe": an anaphor behind such a word */
    bool is_anaphor;                 /* "Exemplar": what was named before; where that is nothing, what its class tells ("-": nothing) */
    const char *const *stands_for;   /* [stands_for_count] of an anaphor, the classes that it is used for; none: any that is counted */
    size_t stands_for_count;
    bool is_type;                    /* "Typ", "Bauart": a model's name follows (Panzer vom Typ Leopard 2) */
    const char *const *not_with;     /* [not_count] lemmas in whose sentence it is no item */
    size_t not_count;
    const char *why;
};

/* A part of the world, as an adjective tells it: "westafrikanisch". */
struct known_region {
    const char *const *codes;        /* [code_count] */
    size_t code_count;
    bool is_all;                     /* "die baltischen Staaten" are all of them */
};

/* A war of two countries, one of the parties within a country, a lasting dispute of two without war. */
enum conflict_kind { CONFLICT_WAR, CONFLICT_CIVIL, CONFLICT_DISPUTE };

struct known_conflict {
    const char *const *sides;        /* [2], twice the same where it is civil */
    enum conflict_kind kind;
    int32_t from_day, to_day;        /* to_day DAY_NONE: it goes on */
};

enum pronoun_kind { PRONOUN_PERSONAL, PRONOUN_POSSESSIVE, PRONOUN_DEMONSTRATIVE /* dieser */, PRONOUN_PAIR /* beide */, PRONOUN_WHOSE /* dessen */, PRONOUN_KIND_COUNT };

struct pronoun {
    const char *form;
    uint8_t genders;                 /* what it can stand for, bits 1 << GENDER_MASC … and PRONOUN_PLURAL */
    enum pronoun_kind kind;
    const char *why;
};

enum { PRONOUN_PLURAL = 1 };         /* the bit of GENDER_NONE */

struct entity_knowledge {
    const struct lexicon *lexicon;   /* first names: whether "Merkel" is "sie" */
    const struct known_name *names;
    size_t name_count;
    const struct gazetteer *gazetteer;
    const struct string_map *phrases;        /* a name's words, one space between -> names, all its spellings */
    const struct string_map *loose_phrases;  /* the same with endings cut (Vereinigt Staat) */
    const struct string_map *quoted;         /* names that count only in quotation marks or after what they are: „Bild“, die Zeitung Bild */
    const struct string_map *first_words;    /* first word of a phrase of several -> words of the longest that begins so */
    const struct string_map *adjectives;     /* lemma of an adjective of nationality -> name of the country */
    const struct known_role *roles;
    size_t role_count;
    const struct string_map *role_lemmas;
    const struct known_item *items;
    const struct string_map *item_words;     /* lemma, or "adjective noun" with the adjective's ending cut */
    const struct string_map *item_models;    /* designation, words with one space between */
    const struct known_conflict *conflicts;
    size_t conflict_count;
    const struct pronoun *pronouns;
    const struct string_map *pronoun_forms;
    const struct string_map *unarmed;        /* codes of countries without armed forces */
    const struct string_map *descent;        /* nouns whose adjective tells whence somebody is: Herkunft */
    const struct string_map *elected;        /* of those whose rulers nobody calls a junta */
    const struct string_map *conjunctions;   /* those whose clause is what someone says */
    const struct table *plurals;             /* endings of plurals that the dictionary lacks */
    const struct string_map *senders;        /* verbs by whose subject a noun is known -> VERB_SENDS … */
    const struct string_map *role_adjectives;    /* adjective without its ending -> ADJECTIVE_ … */
    const struct known_region *regions;
    const struct known_region *neighbours;       /* the countries that border on each country of neighbour_rows */
    const struct string_map *neighbour_rows;     /* code -> neighbours */
    const struct known_region *allies;           /* the same of allies */
    const struct string_map *ally_rows;
    const struct string_map *region_adjectives;  /* adjective without its ending -> regions */
    const struct string_map *prepositions;   /* lemma -> PREPOSITION_ bits */
    const struct string_map *holders;        /* "RUS Präsident" -> names of the persons who held it */
    const struct string_map *countries;      /* code -> name of the country */
};

/* FORMER, OTHER: not who holds the office now; SEVERAL: of no one country (westlich); INTERNATIONAL: of the organisations of states; OWN: the
 * subject's (eigen); LOCAL: of where the report's acts happen (dortig); LED:
 * of who does it (die von Riad geführte Koalition). */
enum { ADJECTIVE_FORMER, ADJECTIVE_OTHER, ADJECTIVE_SEVERAL, ADJECTIVE_INTERNATIONAL, ADJECTIVE_OWN, ADJECTIVE_LOCAL, ADJECTIVE_LED, ADJECTIVE_USE_COUNT };
enum { VERB_SENDS, VERB_EXPELS, VERB_SUFFERS, VERB_ANSWERS, VERB_SUMMONS, VERB_ATTACKS, VERB_OFFENDS, VERB_JUDGES };
enum { PREPOSITION_IS_PLACE = 1, PREPOSITION_IS_ORIGIN = 2, PREPOSITION_IS_OWNER = 4, PREPOSITION_IS_TELLER = 8, PREPOSITION_IS_CIRCLE = 16, PREPOSITION_IS_GOAL = 32 };
enum { PHRASE_WORDS_AT_MOST = 7, PHRASE_BYTES_AT_MOST = 160 };

/* The word without a German ending of declension, for phrases whose words bend (Vereinigten, Vereinigte -> Vereinigt). */
size_t entity_cut_ending(const char *word, size_t length);
/* The same again and again, so that all forms of a word come to one (Hauses -> Haus -> Hau, Haus -> Hau). */
size_t entity_stem(const char *word, size_t length);

#endif
