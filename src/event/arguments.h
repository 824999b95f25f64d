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
};

/* Companions of a verb (or participle) or of a noun. */
void arguments_of_verb(const struct scene *scene, uint32_t verb, struct arguments *arguments);
void arguments_of_noun(const struct scene *scene, uint32_t noun, struct arguments *arguments);

/* The preposition's lemma of a phrase, or NULL. */
const char *arguments_preposition(const struct scene *scene, uint32_t token);

/* The word a relative pronoun stands for, else token itself. */
uint32_t arguments_antecedent(const struct scene *scene, uint32_t token);

bool arguments_is_noun(const struct scene *scene, uint32_t token);

#endif
