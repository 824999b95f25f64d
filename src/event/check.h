/* event/check.h: lines of frames that are well formed and yet can never be taken, for those who write own tables.
 *
 *     "hausen.9  hausen  poss  ASSAULT …"       ->  "poss" never stands with a verb
 *     "hausen.9  hausen  PP:in  ASSAULT …"      ->  hausen.2 stands before it and asks for the same
 */
#ifndef EVENT_CHECK_H
#define EVENT_CHECK_H

#include "event/event.h"

/* Why the entry of event/<name> ("verbs.tsv") with this id is never taken, as error's message and remedy; its file and line are left alone.
 * False: nothing speaks against it, or the table holds no frames. */
bool event_check_entry(const struct event_knowledge *knowledge, const char *name, const char *id, struct laut_error *error);

#endif
