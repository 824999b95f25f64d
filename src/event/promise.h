/* event/promise.h: promises and agreements that concern nobody but those who make them.
 *
 *     "Der Präsident versprach Neuwahlen."                       AGREE, nobody told to whom
 *     "Die Armee und die Rebellen einigten sich auf eine Waffenruhe."     both act
 */
#ifndef EVENT_PROMISE_H
#define EVENT_PROMISE_H

#include "event/candidate.h"

/* Leaves out recipients that no word beside the act names, where such a promise or agreement has none. */
void promise_leave(const struct scene *scene, struct candidate *candidate);

#endif
