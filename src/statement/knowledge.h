/* statement/knowledge.h: the tables of statement/, as its files see them. */
#ifndef STATEMENT_KNOWLEDGE_H
#define STATEMENT_KNOWLEDGE_H

#include "base/hash.h"
#include "report/document.h"
#include "statement/statement.h"

/* What a word does to a fact in its reach. */
struct effect {
    enum factuality factuality;
    uint8_t aux;                     /* AUX_ bits */
    bool unnamed;                    /* an unnamed source says so (angeblich) */
    const char *id;                  /* table entry */
};

/* How a verb's content may stand, bits. */
enum { CONTENT_DASS = 1, CONTENT_MAIN = 2, CONTENT_INFINITIVE = 4, CONTENT_PARENTHESIS = 8, CONTENT_DIRECT = 16,
       CONTENT_ALS = 32,
       CONTENT_CIRCLE = 64,          /* its source stands in a prepositional phrase (aus Kreisen hieß es) */
       CONTENT_CITED = 128,          /* its object speaks, its subject tells so (zitieren) */
       CONTENT_SUBJECT = 512,        /* its subject takes place, or does not (der Angriff blieb aus) */
       CONTENT_OBJECT = 256,         /* a noun phrase as object tells the content (bestätigte den Angriff) */
       CONTENT_KNOWN = 2048,         /* what it says of the sentence before, the report tells as well (Das bestätigte X) */
       CONTENT_CLAIM = 4096,         /* what a noun of saying tells, its subject or object, is (not) so (Vorwürfe seien haltlos) */
       CONTENT_RELIES = 1024,        /* its prepositional phrase names whom its subject has it from (beruft sich auf X) */
};

struct cue_verb {
    const char *id, *lemma, *medium;
    const char *const *companions;   /* any of these must stand in the clause; none: no condition */
    size_t companion_count;
    const char *const *prepositions; /* whose phrase tells the content (berichten von) */
    size_t preposition_count;
    unsigned content;
    struct effect effect;
    bool nominal, statement;
};

/* What a noun of saying can do, bits, in the order of the table's terms. */
enum noun_kind {
    NOUN_NACH = 1, NOUN_CONTENT = 2, NOUN_CIRCLE = 4, NOUN_EFFECT = 8, NOUN_REFERENCE = 16,
    NOUN_SAID = 32,                  /* without an owner it is that of whoever spoke before (der Mitteilung zufolge) */
    NOUN_OUTLET = 64,                /* … of the medium that spoke before (dem Bericht zufolge) */
    NOUN_OWNED = 128,                /* behind "nach" a source only with its owner (nach dem Urteil: when) */
};

struct cue_noun {
    const char *id, *medium;
    unsigned kind;                   /* enum noun_kind bits */
    struct effect effect;
};

enum source_position { SOURCE_BEFORE, SOURCE_AFTER, SOURCE_AGAIN, SOURCE_FIRST, SOURCE_CLAUSE, SOURCE_SO, SOURCE_NOUN,
                       SOURCE_REFERENCE };

struct source_word {
    const char *id, *medium, *object;
    enum source_position position;
    bool noun_only;
};

enum adverb_role { ADVERB_PLAIN, ADVERB_NEGATION, ADVERB_UNNAMED, ADVERB_NARROW };

struct cue_adverb {
    enum adverb_role role;
    struct effect effect;
};

enum modal_use { MODAL_INFINITIVE, MODAL_PAST, MODAL_SUBJUNCTIVE, MODAL_PERFECT, MODAL_COUNTERFACTUAL, MODAL_NEGATED,
                 MODAL_USE_COUNT };

struct modal {
    struct effect uses[MODAL_USE_COUNT];     /* id NULL: none */
};

/* Roles of closed-class words (words.tsv), bits. */
enum {
    ROLE_CONTENT = 1, ROLE_QUESTION = 2, ROLE_PARENTHESIS = 4, ROLE_ALS = 8, ROLE_ZU = 16, ROLE_REFLEXIVE = 32, ROLE_ES = 64,
    ROLE_AGENT = 128, ROLE_CIRCLE = 256, ROLE_COORDINATOR = 512, ROLE_OBLIQUE = 1024, ROLE_GENITIVE = 2048,
    ROLE_NOMINATIVE = 4096, ROLE_PASSIVE = 8192, ROLE_COPULA = 16384, ROLE_PERFECT = 32768, ROLE_FIRST = 65536,
    ROLE_AGAIN = 131072, ROLE_FUTURE = 262144, ROLE_PURPOSE = 524288, ROLE_ADDRESSED = 1048576, ROLE_THIS = 2097152,
    ROLE_INDEFINITE = 4194304, ROLE_OWN = 8388608, ROLE_PLAIN = 16777216, ROLE_NOBODY = 33554432, ROLE_CONTRAST = 67108864, ROLE_WANTS = 134217728, ROLE_PLACE = 268435456,
    ROLE_CIRCUMSTANCE = 536870912, ROLE_ABOUT = 1073741824,
};

struct statement_knowledge {
    const struct cue_verb *verbs;
    const struct cue_noun *nouns;
    const struct source_word *sources;
    const struct cue_adverb *adverbs;
    const struct modal *modals;
    const struct effect *conjunctions, *adjectives;
    const uint32_t *roles;
    const struct string_map *verb_rows, *noun_rows, *source_rows, *adverb_rows, *modal_rows, *conjunction_rows,
                            *adjective_rows, *role_rows;
};

enum { WORD_BYTES = 64 };            /* of a form that is looked up in lower case; the tables' are shorter */

/* The form in lower case, as most tables have their words; false: it is too long to stand in any of them. */
bool statement_lower(const char *form, char lower[static WORD_BYTES]);
/* The first row of a word in an index, DOCUMENT_NONE without one. */
uint32_t statement_row(const struct string_map *rows, const char *word);
/* The same for a form in lower case: the row of "wenn" for "Wenn". */
uint32_t statement_row_lower(const struct string_map *rows, const char *form);

#endif
