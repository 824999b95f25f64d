/* engine/evidence.h: the words of a claim on one line.
 *
 *     "Wie der Sprecher John Kirby mitteilte, wurden mehrere ballistische Raketen für einen Angriff am Dienstag genutzt."
 *         ->  … wurden mehrere ballistische Raketen … genutzt.
 */
#ifndef ENGINE_EVIDENCE_H
#define ENGINE_EVIDENCE_H

#include "laut.h"

/* Writes the event's evidence out of text (the report's, or its title for an event of that part), in as many columns at most,
 * the trigger between mark_begin and mark_end. Words are left out farthest from the trigger first; those of actors, recipients
 * and items last. The trigger itself is never left out. */
void evidence_print(const struct laut_event *event, const char *text, size_t columns, const char *mark_begin,
                    const char *mark_end, FILE *stream);

#endif
