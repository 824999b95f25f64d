/* event/subject.h: whose act a verb is when its subject stands elsewhere, or when the parser confused it with an object.
 *
 *     "Die USA fordern Iran auf, die Lieferungen einzustellen."          einzustellen: nom Iran
 *     "Die Polizei ließ den Mann verhaften."                             verhaften: nom Polizei, akk Mann
 */
#ifndef EVENT_SUBJECT_H
#define EVENT_SUBJECT_H

#include "event/arguments.h"

/* The first verb of a coordination that verb is a later conjunct of, else verb. */
uint32_t subject_first_of_coordination(const struct scene *scene, uint32_t verb);

/* Of two subjects one is the object. */
void subject_split(const struct scene *scene, uint32_t verb, bool passive, struct arguments *arguments);

/* Of two bare names behind the finite verb the first is the subject. */
void subject_by_order(const struct scene *scene, uint32_t verb, struct arguments *arguments);

/* Below a causative verb: its subject acts, its object suffers. */
void subject_caused(const struct scene *scene, uint32_t verb, struct arguments *arguments);

/* Whether a noun agrees with the verb's finite form in number, as far as both show it. */
bool subject_fits_finite(const struct scene *scene, uint32_t verb, uint32_t token);

/* "forderte ein Embargo, Berlin und Rom lehnten das ab": is the token one of the names that the parser hung on the clause before theirs? */
bool subject_is_of_next_clause(const struct scene *scene, uint32_t token);

/* What the parser took for the subject or the object of an active verb and is the other. */
void subject_among_two(const struct scene *scene, uint32_t verb, struct arguments *arguments);

/* The same in a relative clause, and in one that comments on the clause before (subject_relative.c). */
void subject_of_relative(const struct scene *scene, uint32_t verb, struct arguments *arguments);
void subject_of_comment(const struct scene *scene, uint32_t verb, struct arguments *arguments);

/* Someone told of, and no place: "Ihre Stellungen haben die Russen geräumt"; a pronoun of a capital is its government ("Kiew erklärte, es beliefere …"). */
bool subject_may_act(const struct scene *scene, uint32_t token);

/* Adds the subject of a verb that has none of its own. */
void subject_add(const struct scene *scene, uint32_t verb, bool passive, struct arguments *arguments);

/* "Die Forderung lehnte das Kabinett ab": makes the party that stands as object the subject, where form allows it and the subject is no
 * party. False: nothing changed. */
bool subject_exchange(const struct scene *scene, uint32_t verb, struct arguments *arguments);

/* "Das Abkommen ist abgeschlossen": makes the subject of a perfect participle without object its object. False: nothing changed. */
bool subject_of_state(const struct scene *scene, uint32_t verb, struct arguments *arguments);
/* "hat Paris die Zusammenarbeit ausgesetzt": the name right behind the finite verb that parsers take for a dative is the subject, and what
 * they take for the subject the object. */
bool subject_of_bare_name(const struct scene *scene, uint32_t verb, struct arguments *arguments);
/* "Auf die Stadt gingen am Sonntag Granaten nieder": the only noun that the verb has without a preposition, taken for its object, is the subject. */
bool subject_of_object(const struct scene *scene, uint32_t verb, struct arguments *arguments);

#endif
