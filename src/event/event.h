/* event/event.h: who did what to whom, with what arms, when and where, according to whom, how sure.
 *
 *     "Teheran dementiert, Drohnen geliefert zu haben."
 *         ->  event {AID, trigger "geliefert", actors {IRN GOV}, items {drone}, sources {IRN GOV}, CT-, why_frame "liefern.1"}
 */
#ifndef EVENT_EVENT_H
#define EVENT_EVENT_H

#include "base/table.h"
#include "report/document.h"

struct event_knowledge;
struct lexicon;
struct scene;

/* Opens the tables of event/. The result lives in set->arena and uses the lexicon. NULL: error says file, line and cause. */
const struct event_knowledge *event_knowledge_open(const struct table_set *set, const struct lexicon *lexicon, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Finds the document's events one by one: event_code without incidents and what one mention tells of another. *scene is filled. */
bool event_find(struct document *document, const struct event_knowledge *knowledge, struct scene *scene, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Fills document.events. All other layers must stand. */
bool event_code(struct document *document, const struct event_knowledge *knowledge, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
