/* event/arguments.h: the companions of a verb or noun by function, in every voice, so that one frame serves them all.
 *
 *     "Die von Nordkorea gelieferten Raketen wurden gegen die Ukraine eingesetzt."
 *     geliefert:   nom Nordkorea, akk Raketen              eingesetzt:  akk Raketen, PP:gegen Ukraine
 */
#ifndef EVENT_ARGUMENTS_H
#define EVENT_ARGUMENTS_H

#include "event/scene.h"

struct argument {
    struct frame_slot slot;
    uint32_t token;                  /* head of the phrase or clause; a relative pronoun is replaced by the word it stands for */
    bool weak;                       /* the tree hangs it elsewhere: taken only where no other has the function */
};

enum { ARGUMENTS_MOST = 40 };

struct arguments {
    struct argument items[ARGUMENTS_MOST];
    size_t count;
    bool agentless;                  /* a passive that does not tell who did it */
};

/* Companions of a verb (or participle) or of a noun. */
void arguments_of_verb(const struct scene *scene, uint32_t verb, struct arguments *arguments);
void arguments_of_noun(const struct scene *scene, uint32_t noun, struct arguments *arguments);

/* The preposition's lemma of a phrase, or NULL. */
const char *arguments_preposition(const struct scene *scene, uint32_t token);

/* "…, was China verurteilte": a relative pronoun that stands for the clause before it. */
bool arguments_is_of_clause(const struct scene *scene, uint32_t token);
/* The word a relative pronoun stands for (the verb of a clause for one that stands for it), else token itself. */
uint32_t arguments_antecedent(const struct scene *scene, uint32_t token);

bool arguments_is_noun(const struct scene *scene, uint32_t token);
/* A name without article shows no case. */
bool arguments_is_bare_name(const struct scene *scene, uint32_t token);

/* ---- for the files that fill the list ------------------------------------------------------------------------- */

const struct token *arguments_token(const struct scene *scene, uint32_t token);
/* The word's lemma, else its form. */
const char *arguments_lemma(const struct scene *scene, uint32_t token);
/* "Erkenntnissen zufolge": the word behind the phrase that parsers hang on what follows, or NULL. */
const char *arguments_postposition(const struct scene *scene, uint32_t token);
/* Whether the word may open a relative clause, by form and place. */
bool arguments_may_be_relative(const struct scene *scene, uint32_t token);
bool arguments_is_passive(const struct scene *scene, uint32_t verb);
/* "ist zerstört worden" tells what was done, "ist zerstört" what something is like. */
bool arguments_is_done(const struct scene *scene, uint32_t verb);
/* The later conjunct whose finite auxiliary a participle without one shares, or DOCUMENT_NONE. */
uint32_t arguments_conjunct_with_auxiliary(const struct scene *scene, uint32_t verb);
/* Adds one; again, a time as subject or object, or beyond the list's end it is left out. */
void arguments_add(const struct scene *scene, struct arguments *arguments, enum frame_function function, const char *preposition,
                   uint32_t token, bool weak);
/* Adds to whom goods go that stands inside what describes them ("Panzer und Munition vom Typ … an Polen"), weak. */
void arguments_receivers(const struct scene *scene, uint32_t phrase, struct arguments *arguments);
bool arguments_has(const struct arguments *arguments, enum frame_function function);
/* The first argument of that function that is no weak one; SIZE_MAX: none. */
size_t arguments_strong(const struct arguments *arguments, enum frame_function function);
/* "begrüßte die Einigung; auch Paris lobte sie": does a semicolon part the two words? */
bool arguments_is_cut_off(const struct document *document, uint32_t one, uint32_t other);
/* A content clause or infinitive. */
void arguments_clause(const struct scene *scene, struct arguments *arguments, uint32_t child);
/* The quantity in whose words the token stands, NULL. */
const struct quantity *arguments_quantity(const struct document *document, uint32_t token);
/* "mehr als eine Million Granaten", "mit Dutzenden Raketen": parsers take the number for the noun; what is counted, else the token itself. */
uint32_t arguments_counted(const struct document *document, uint32_t token);
/* Whether the form allows the case, by the article's readings that fit the noun's gender: "der Ukraine" is genitive or dative. True where
 * nothing tells. */
bool arguments_may_be(const struct scene *scene, uint32_t token, enum grammatical_case wanted);
/* A bare object may be the dative ("droht Indien"), one of two accusatives the dative of several ("stellte den Rebellen ein Ultimatum"). */
void arguments_bare_names(const struct scene *scene, uint32_t verb, struct arguments *arguments);
/* Names and nouns that were taken for one ("hat China Russland Drohnen geliefert"). */
void arguments_run_together(const struct scene *scene, uint32_t verb, struct arguments *arguments);
/* Names beside a relative pronoun or the comma of an infinitive clause that the tree hangs on the noun before. */
void arguments_names_astray(const struct scene *scene, uint32_t verb, struct arguments *arguments);
/* Phrases that hang on a companion, though they may belong to the verb. */
void arguments_weak_phrases(const struct scene *scene, uint32_t verb, struct arguments *arguments);
/* What hangs on the verb itself. */
void arguments_own(const struct scene *scene, uint32_t verb, bool passive, struct arguments *arguments);

#endif
