/* event/frames.h: the tables of frames, read and checked; docs/tables.md describes them.
 *
 *     einsetzen.1  einsetzen  akk=arms  ASSAULT  -  nom  PP:gegen  akk
 *         ->  frame {lemma "einsetzen", conditions {akk, fillers {ARMS}}, type EVENT_ASSAULT, roles {nom}, {PP:gegen}, {akk}}
 */
#ifndef EVENT_FRAMES_H
#define EVENT_FRAMES_H

#include "base/hash.h"
#include "base/table.h"
#include "report/document.h"

/* How a companion hangs on a verb or noun; docs/tables.md, "Functions". */
enum frame_function {
    FUNCTION_NOM, FUNCTION_AKK, FUNCTION_DAT, FUNCTION_GEN, FUNCTION_REFL, FUNCTION_DASS, FUNCTION_INF, FUNCTION_POSS,
    FUNCTION_ADJ, FUNCTION_MOD,
    FUNCTION_NEG,                    /* "neg": a negation */
    FUNCTION_CEASES,                 /* "ceases": a word behind a negation that says that something ends ("nicht mehr") */
    FUNCTION_FUT,                    /* "fut": the verb that says that it is still to come ("werde", "will") */
    FUNCTION_PRED,                   /* "pred": an adjective beside the verb, the second of two objects */
    FUNCTION_SAID,                   /* "said", of roles: who says the clause */
    FUNCTION_PP,
    FUNCTION_NOUN,                   /* "n": the noun of a light verb */
    FUNCTION_COUNT
};

struct frame_slot {
    enum frame_function function;
    const char *preposition;         /* FUNCTION_PP only, else NULL */
};

enum filler_kind {
    FILLER_ARMS, FILLER_GOODS, FILLER_TROOPS, FILLER_MONEY, FILLER_ACTOR, FILLER_PERSON, FILLER_POLITICIAN, FILLER_SEVERAL, FILLER_COUNTRY,
    FILLER_ORGANISATION, FILLER_PLACE, FILLER_TOWN, FILLER_PEOPLE, FILLER_EVENT, FILLER_ITEM_CLASS, FILLER_EVENT_TYPE, FILLER_LEMMA,
    FILLER_ADJECTIVE, FILLER_GROUP
};

struct frame_filler {
    enum filler_kind kind;
    bool negated;
    const char *word;                /* FILLER_ITEM_CLASS, FILLER_LEMMA, FILLER_ADJECTIVE */
    enum event_type type;            /* FILLER_EVENT_TYPE */
    const struct filler_group *group;        /* FILLER_GROUP */
};

/* Fillers that many frames ask for ("group:meeting"), a line of event/groups.tsv. */
struct filler_group {
    const struct frame_filler *fillers;
    size_t count;
};

/* Nouns alike in sense, a line of event/fields.tsv. */
struct noun_field {
    const char *const *nouns;
    size_t count;
};

struct filler_groups {
    const struct filler_group *groups;
    const struct noun_field *fields;
    const struct string_map *by_name, *by_noun;          /* -> groups; -> fields, several under one noun */
};

/* "akk", "akk=arms,goods", "akk.gen": a function, what may stand in it, and the function of the noun that stands there. */
struct frame_term {
    struct frame_slot slot;
    bool has_inner, optional;
    struct frame_slot inner;
    const struct frame_filler *fillers;
    size_t filler_count;
    const struct noun_field *const *fields;              /* that the fillers stand for */
    size_t field_count;
};

struct frame_group {                 /* "a|b": the first that is present */
    const struct frame_term *terms;
    size_t count;
};

struct frame_role {                  /* "a b": all that are present */
    const struct frame_group *groups;
    size_t count;
};

enum frame_role_name { ROLE_ACTOR, ROLE_RECIPIENT, ROLE_ITEM, ROLE_COUNT };
enum frame_kind { FRAME_VERB, FRAME_NOUN, FRAME_LIGHT, FRAME_MODAL };

struct frame {
    const char *id;
    const char *text;                /* the cell of conditions as it stands in the table; of light verbs the noun's function */
    const char *lemma;               /* of a light verb construction: the verb's */
    enum frame_kind kind;
    bool exact;                      /* nouns: no compounds */
    const char *noun;                /* light verbs: the noun and how it hangs on the verb */
    struct frame_slot noun_slot;
    const struct frame_term *conditions;
    size_t condition_count;
    enum event_type type;            /* EVENT_TYPE_COUNT: this sense is no act */
    const char *const *modes;
    size_t mode_count;
    struct frame_role roles[ROLE_COUNT];
    bool closed;                     /* whom it is done to is told beside the word, or nobody: no content and no other sentence is asked */
    bool mutual;                     /* "nom PP:mit": each with the others, so that no other sentence is asked for whom it is done to */
};

struct frame_table {
    const struct frame *frames;
    size_t count;
    const struct string_map *by_lemma;
};

/* Reads event/groups.tsv and event/fields.tsv. False: error says file, line and cause; so below. */
bool filler_groups_open(const struct table_set *set, struct filler_groups *groups, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Reads event/<file> ("verbs.tsv" …). The frames keep groups' fillers, which must live as long. */
bool frame_table_open(const struct table_set *set, const struct filler_groups *groups, const char *file, enum frame_kind kind,
                      struct frame_table *table, struct laut_error *error) __attribute__((warn_unused_result));

/* Fills type, modes and the recipient role (the clause's subject) of a modal's frame from two cells. */
bool frame_modal(const struct table_set *set, const struct table *table, size_t row, struct frame *frame,
                 struct laut_error *error) __attribute__((warn_unused_result));

/* The coding guide's name of a type ("AID"). */
const char *event_type_name(enum event_type type);
/* The type that a cell names; EVENT_TYPE_COUNT of an empty one, -1: there is none of that name. */
int event_type_term(const char *cell);
/* "nom", "akk", …; "PP" and "n" for those that cells do not name. */
const char *frame_function_name(enum frame_function function);
bool frame_slot_equal(struct frame_slot a, struct frame_slot b);
/* Is nobody asked for to whom it is done but the words beside it? */
bool frame_is_closed(const struct frame *frame);
bool frame_has_mode(const struct frame *frame, const char *mode);
bool frame_shares_mode(const struct frame *a, const struct frame *b);
/* Of one word, or under one mode: "beschossen … der Beschuss". */
bool frame_is_alike(const struct frame *a, const struct frame *b);
/* Does the frame look for that role there? */
bool frame_looks_in(const struct frame *frame, enum frame_role_name role, struct frame_slot slot);

#endif
