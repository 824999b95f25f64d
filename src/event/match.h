/* event/match.h: which frame a word has here: what stands in its roles tells the senses apart.
 *
 *     "setzte Raketen ein"  -> einsetzen.1 (akk=arms)         "setzte sich für Frieden ein"  -> einsetzen.2 (refl PP:für)
 */
#ifndef EVENT_MATCH_H
#define EVENT_MATCH_H

#include "event/arguments.h"

struct frame_match {
    const struct frame *frame;       /* NULL: none */
    uint32_t noun;                   /* light verbs: the noun; else a noun that a condition named by its lemma; or DOCUMENT_NONE */
};

/* The best frame of a verb: light verb constructions first, then the verb's own. */
struct frame_match match_verb(const struct scene *scene, uint32_t verb, const struct arguments *arguments);
struct frame_match match_noun(const struct scene *scene, uint32_t noun, const struct arguments *arguments);

/* Called for every frame that the word has, in the order of the tables. lacks: the condition that nothing satisfies, frame->condition_count:
 * the noun of a light verb, SIZE_MAX: satisfied, with points. */
typedef void match_see(void *context, const struct frame *frame, size_t lacks, int points);
void match_each(const struct scene *scene, uint32_t token, const struct arguments *arguments, match_see *see, void *context);

/* Has this noun a frame of this type (EVENT_TYPE_COUNT: of any)? */
bool match_noun_has_type(const struct scene *scene, uint32_t noun, enum event_type type);
/* Has the verb one? False also for NULL. */
bool match_verb_has_type(const struct scene *scene, const char *lemma, enum event_type type);
/* The first frame of the noun whose type is among the types (bits 1 << type), NULL: none. */
const struct frame *match_noun_frame(const struct scene *scene, uint32_t noun, uint32_t types);
/* Is the noun an act of that mode in some sense ("Freilassung": release)? */
bool match_noun_has_mode(const struct scene *scene, uint32_t noun, const char *mode);

/* Does what stands at token with this function pass the fillers of a term (any of them, and none that is negated)? */
bool match_fillers(const struct scene *scene, const struct frame_term *term, struct frame_slot slot, uint32_t token);
/* Is it a noun of a field that the term's fillers stand for? */
bool match_field(const struct scene *scene, const struct frame_term *term, uint32_t token);

/* The first argument with this function; strong ones before weak. from: index to begin at. DOCUMENT_NONE: none. */
size_t match_argument(const struct arguments *arguments, struct frame_slot slot, size_t from);

/* The entity mentioned at token; for FUNCTION_MOD in the compound's first part. NULL: none. */
const struct entity *match_entity(const struct scene *scene, struct frame_slot slot, uint32_t token);

/* Items at or directly below token (through "Anzahl von", "Container mit", genitives, conjuncts); at most capacity. */
size_t match_items(const struct scene *scene, uint32_t token, uint32_t *items, size_t capacity);
/* The same for what stands at token with this function: for FUNCTION_MOD the compound's first part (Raketenangriff). */
size_t match_items_of(const struct scene *scene, struct frame_slot slot, uint32_t token, uint32_t *items, size_t capacity);

/* ---- for the files that choose --------------------------------------------------------------------------------- */

/* Is this the word at token: its lemma, its form, or what its compound ends in? */
bool match_is_lemma(const struct scene *scene, const char *word, uint32_t token);

/* Does every sense of the verb ask for a dative ("vorwerfen")? */
bool match_needs_dative(const struct scene *scene, const char *lemma);

#endif
