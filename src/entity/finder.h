/* entity/finder.h: what the files of entity/ share while they read one document. */
#ifndef ENTITY_FINDER_H
#define ENTITY_FINDER_H

#include "entity/entity.h"
#include "entity/knowledge.h"

struct remembered {
    uint32_t entity, sentence;       /* DOCUMENT_NONE: nobody yet */
};

/* What a mention says of a country: as the scene of acts, as one who acts, as a country that "das Land" may be. */
struct focus_weight {
    float scene, power, country;
};

/* A country that the report has spoken of, and how much: of late, all through (prior), by sector of its parties. */
struct focus_country {
    char code[4];
    struct focus_weight late, prior;
    bool named;                      /* by its name or its seat, not only by an adjective or a person */
    bool placed;                     /* something is told to be in it */
    float sectors[SECTOR_COUNT];
};

struct focus {
    struct focus_country *countries;
    size_t count, capacity;
    char subject[4];                 /* the country of the last sentence's subject, "": none */
    char topic[4];                   /* the same, or of the subject of what that sentence says: "Seoul teilte mit, Nordkorea habe …" */
    char object[4];                  /* the country of the object there: "… dass Frankreich die armenische Armee ausrüstet" */
    char attacker[4];                /* the country that acts in the last sentence, which names another; "": none, or it suffers there */
    bool subject_is_seat;            /* it was a seat that stands for its government */
    bool subject_is_country;         /* it was a country, or such a seat */
    bool subject_is_government;      /* … or a government, ministry or the like */
    bool subject_is_state;           /* it was a country, or who acts for it */
    const char *datelines[2];        /* [dateline_count] the countries of the places before the report's text: "Kiew/Moskau (dpa) -" */
    size_t dateline_count;
};

enum { FOCUS_CODES_MOST = 8 };

/* Countries that an answer cannot be, and those that alone it can be. */
struct focus_limits {
    const char *excluded[FOCUS_CODES_MOST];
    size_t excluded_count;
    const char *const *allowed;      /* [allowed_count], NULL: any */
    size_t allowed_count;
};

/* What is known of an entity beside the document. */
struct entity_note {
    uint8_t gender;                  /* of persons, as far as first names and offices tell */
    uint32_t name;                   /* its row in knowledge->names, or DOCUMENT_NONE */
    bool is_craft;                   /* a noun beside the name tells that it is a ship or plane */
    bool is_told;                    /* a noun's: a word beside it tells whose it is ("russische Soldaten") */
};

struct entity_finder {
    struct document *document;
    const struct entity_knowledge *knowledge;
    size_t entity_capacity, mention_capacity, item_capacity;
    uint32_t *known_entity;          /* [knowledge->name_count] the entity made of a known name, or DOCUMENT_NONE */
    bool *covered;                   /* [token_count] inside a name of the tables */
    bool *measured;                  /* [token_count] inside a time expression or an amount with its unit */
    uint32_t *tagged;                /* [token_count] the name of document.names that the token is part of, or DOCUMENT_NONE */
    uint32_t *name_mention;          /* [token_count] the name that the token is part of, or DOCUMENT_NONE */
    struct remembered *role_entity;  /* [knowledge->role_count] who was last called so */
    struct remembered former;        /* the holder of an office told last that he lost it: "der gestürzte Präsident" */
    struct entity_note *notes;       /* [document->entity_count] */
    size_t note_count, note_capacity;
    uint32_t *strangers;             /* [stranger_count] surnames of the tables that are someone else's in this report */
    size_t stranger_count, stranger_capacity;
    struct focus focus;
    struct laut_error *error;
};

/* ---- entities and mentions (entity.c) -------------------------------------------------------------------------- */

/* A new entity; NULL: out of memory. */
struct entity *entity_add(struct entity_finder *finder, uint32_t *index);
/* The entity of a known name, made when it is first named; DOCUMENT_NONE: out of memory. */
uint32_t entity_of_name(struct entity_finder *finder, uint32_t name);
/* A mention of one entity with this head; sets token_mention (token_modifier for MENTION_MODIFIER). */
bool entity_mention(struct entity_finder *finder, struct token_range tokens, uint32_t head, enum mention_kind kind,
                    uint32_t entity);
/* The same for several entities; the list is kept. */
bool entity_mention_all(struct entity_finder *finder, struct token_range tokens, uint32_t head, enum mention_kind kind,
                        const uint32_t *entities, size_t count);
/* The tagger's name that the token is part of, or NULL. */
const struct name *entity_tagged(const struct entity_finder *finder, uint32_t token);
/* The first entity that the token's mention means, or NULL; modifiers left out. */
const struct entity *entity_at(const struct entity_finder *finder, uint32_t token);

/* ---- the steps, in order --------------------------------------------------------------------------------------- */

bool entity_find_names(struct entity_finder *finder);        /* names.c: names, adjectives of nationality, parts of compounds */
bool entity_find_items(struct entity_finder *finder);        /* items.c: arms and goods, whose models look like names */
bool entity_find_people(struct entity_finder *finder);       /* people.c: names that the tables do not have */
void entity_part_abbreviations(struct entity_finder *finder);    /* abbreviation.c: short forms of the tables that mean others here */
void entity_part_homonyms(struct entity_finder *finder);         /* homonym.c: which of several countries' bodies of one name is meant */
bool entity_find_described(struct entity_finder *finder);    /* entity.c: sentence by sentence, nominals and pronouns */
bool entity_find_nominals(struct entity_finder *finder, const struct sentence *sentence, bool possessed);   /* nominal.c */
bool entity_find_pronouns(struct entity_finder *finder, const struct sentence *sentence);                   /* coreference.c */
void entity_find_holder(struct entity_finder *finder, const struct sentence *sentence);                     /* holder.c: who an office told before is */

/* ---- what is spoken of (focus.c) -------------------------------------------------------------------------------- */

/* Counts the names of the whole report. */
bool focus_open(struct entity_finder *finder);
/* Takes a resolved sentence into account. */
bool focus_add(struct entity_finder *finder, const struct sentence *sentence);
/* Whose a bare noun at token is, by its role: a code, "" when nobody's. */
const char *focus_code(const struct entity_finder *finder, uint32_t token, const struct known_role *role);
/* The same within limits. */
const char *focus_code_within(const struct entity_finder *finder, uint32_t token, const struct known_role *role, const struct focus_limits *limits);
/* The country as the report has spoken of it, NULL: it has not. */
struct focus_country *focus_told_country(const struct entity_finder *finder, const char *code);
/* Whether the report tells anything to be in the country. */
bool focus_is_placed(const struct entity_finder *finder, const char *code);
/* Whether the report has spoken of the country by the end of the token's sentence. */
bool focus_is_told(const struct entity_finder *finder, uint32_t token, const char *code);
/* The same as focus_code, but "" unless one country is spoken of far more than every other. */
const char *focus_clear_code(const struct entity_finder *, uint32_t token, const struct known_role *);

/* The row of the role that a noun names: by its lemma, else by its compound's head; NULL: none. */
const struct known_role *entity_role(const struct entity_finder *finder, const struct token *token);

/* Whether roles.tsv has the noun with the adjective before it: "Nationaler Sicherheitsrat". */
bool entity_has_adjective_role(const struct entity_finder *finder, const struct token *token);

/* PREPOSITION_ bits of the preposition before a nominal, 0 for none. */
uint32_t entity_preposition(const struct entity_finder *finder, uint32_t token);
/* The forms of count tokens, one space between, loose: with their endings cut, as the tables' phrases are kept; the length, 0: too long. */
size_t entity_join_forms(const struct document *document, uint32_t token, uint32_t count, bool loose, char out[static PHRASE_BYTES_AT_MOST]);
/* Whether the token is what tells whose its head is: "russische Raketen", "Boote der Küstenwache". */
bool entity_tells_whose(const struct document *document, uint32_t token);
/* Whether the token is a subject, of a passive too. */
bool entity_is_subject(const struct document *document, uint32_t token);
/* The countries meant by "beide Seiten" at token, the last two that acted; false: there are none. */
bool entity_antecedent_pair(const struct entity_finder *finder, uint32_t token, uint32_t pair[2]);
/* The two who speak for two states in the sentence before ("Erdogan traf Putin. Die Präsidenten …"); false: there are not two. */
bool entity_antecedent_statesmen(const struct entity_finder *finder, uint32_t token, uint32_t pair[2]);
/* The person named last whom a noun of that role at token may describe, of that country ("": any): "der 26-Jährige"; DOCUMENT_NONE: nobody. */
uint32_t entity_antecedent_person(const struct entity_finder *finder, uint32_t token, const struct known_role *role, const char *code);
/* The row of pronouns.tsv that the token is, or NULL. */
const struct pronoun *entity_pronoun(const struct entity_finder *finder, const struct token *token);
/* Notes what is known of a person's gender. */
void entity_set_gender(struct entity_finder *finder, uint32_t entity, uint8_t gender);

#endif
