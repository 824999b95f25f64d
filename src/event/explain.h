/* event/explain.h: why words were coded as they were, or not: the tree, what hangs on a trigger, the frames tried, how roles were found.
 *
 *     liefern · AID · coded as E1
 *       companions   nom Russland, dat Syrien, akk Panzer
 *       frames       liefern.1  (no condition)                        taken
 *                    liefern.2  akk=Beweis,Information …              lacks akk=Beweis,Information …
 */
#ifndef EVENT_EXPLAIN_H
#define EVENT_EXPLAIN_H

#include "event/event.h"

#include <stdio.h>

/* Writes it for every sentence that has a trigger, or, with event (an index of document.events, SIZE_MAX: all), for that event's alone. The
 * document must be coded; its own memory is not touched. False: the stream refused or memory ended. */
bool event_explain(const struct document *document, const struct event_knowledge *knowledge, size_t event, FILE *stream,
                   struct laut_error *error) __attribute__((warn_unused_result));

#endif
