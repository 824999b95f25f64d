/* event/scene.h: what the files of this room look at while they code one document.
 *
 *     "Die von Nordkorea gelieferten Raketen trafen Al Hudaida."
 *         ->  verb_lemma[gelieferten] "liefern", participle[gelieferten] VERB_FORM_PART_PERF, mention[Al] that of Al Hudaida
 */
#ifndef EVENT_SCENE_H
#define EVENT_SCENE_H

#include "event/knowledge.h"

struct scene {
    const struct document *document;
    const struct event_knowledge *knowledge;
    const char **verb_lemma;         /* [token_count] of verbs and of participles used as adjectives, else NULL */
    uint8_t *participle;             /* [token_count] adjectives: VERB_FORM_PART_PERF, VERB_FORM_PART_PRES, else 0 */
    uint32_t *mention;               /* [token_count] the mention whose head the token is, else the name that it is a word of, else
                                      * DOCUMENT_NONE: parsers take any word of a name for its head */
    bool *is_time;                   /* [token_count] part of a time expression */
    bool *is_source;                 /* [token_count] in a phrase that only names a source (laut X), which fills no role */
    uint32_t *particle;              /* [token_count] of verbs: the separated particle, also one that the parser did not see */
};

/* Its arrays live in the document's arena. */
bool scene_open(struct scene *scene, struct document *document, const struct event_knowledge *knowledge,
                struct laut_error *error) __attribute__((warn_unused_result));

#endif
