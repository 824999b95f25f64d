/* event/knowledge.h: the tables of event/, as its files see them. */
#ifndef EVENT_KNOWLEDGE_H
#define EVENT_KNOWLEDGE_H

#include "event/frames.h"
#include "lexicon/lexicon.h"

/* What a preposition may tell beside what frames ask for; event/prepositions.tsv. */
enum preposition_use { PREPOSITION_AGENT = 1, PREPOSITION_GENITIVE = 2, PREPOSITION_PLACE = 4, PREPOSITION_DIRECTION = 8,
                       PREPOSITION_CONTENT = 16, PREPOSITION_MATTER = 32 };

enum modal_condition { MODAL_ANY, MODAL_SUBJUNCTIVE, MODAL_NEGATED };

struct modal_table {                 /* event/modals.tsv */
    struct frame *frames;
    enum modal_condition *conditions;
    size_t count;
};

struct event_knowledge {
    struct modal_table modals;
    struct frame_table verbs, nouns, light;
    const struct lexicon *lexicon;   /* participles: which verb "geliefert" is of */
    const struct table *adverbs, *controls, *prepositions;
    const struct string_map *adverb_rows, *control_rows, *preposition_rows;
};

/* The preposition in a pronominal adverb ("dagegen": gegen), or NULL. */
const char *knowledge_adverb(const struct event_knowledge *knowledge, const char *word);
/* The function of a governing verb that an infinitive below it has as subject ("akk" for auffordern), FUNCTION_NOM unless told. */
enum frame_function knowledge_control(const struct event_knowledge *knowledge, const char *verb_lemma);
/* PREPOSITION_ bits. */
unsigned knowledge_preposition(const struct event_knowledge *knowledge, const char *preposition);

#endif
