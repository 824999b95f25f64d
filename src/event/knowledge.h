/* event/knowledge.h: the tables of event/, as its files see them. */
#ifndef EVENT_KNOWLEDGE_H
#define EVENT_KNOWLEDGE_H

#include "event/frames.h"
#include "event/incident_points.h"
#include "event/likely_points.h"
#include "lexicon/lexicon.h"

/* What a preposition may tell beside what frames ask for; event/prepositions.tsv. */
enum preposition_use { PREPOSITION_AGENT = 1, PREPOSITION_GENITIVE = 2, PREPOSITION_PLACE = 4, PREPOSITION_DIRECTION = 8,
                       PREPOSITION_CONTENT = 16, PREPOSITION_MATTER = 32,
                       PREPOSITION_BEHIND = 64, PREPOSITION_MEANS = 128, PREPOSITION_OCCASION = 256,
                       PREPOSITION_CLAUSE = 512, PREPOSITION_DURING = 1024, PREPOSITION_OUTER = 2048, PREPOSITION_RECEIVER = 4096,
                       PREPOSITION_JOINING = 8192, PREPOSITION_PROMPT = 16384, PREPOSITION_ORIGIN = 32768,
                       PREPOSITION_PURPOSE = 65536, PREPOSITION_AROUND = 131072, PREPOSITION_BETWEEN = 262144,
                       PREPOSITION_COMPANY = 524288 };

/* What becomes of people, an attack or its blows, what both sides do, against an attack, ground entered or taken, things destroyed in the street, people
 * taken, people ill-treated; event/deeds.tsv. */
enum deed { DEED_HARM, DEED_STRIKE, DEED_FIGHT, DEED_DEFENCE, DEED_TAKING, DEED_BURNING, DEED_ABDUCTION, DEED_ABUSE, DEED_COUNT, DEED_NONE = DEED_COUNT };

enum modal_condition { MODAL_ANY, MODAL_SUBJUNCTIVE, MODAL_NEGATED, MODAL_RECEIVING, MODAL_REFUSING, MODAL_PERMITTING };

struct modal_table {                 /* event/modals.tsv */
    struct frame *frames;
    enum modal_condition *conditions;
    size_t count;
};

struct word_table {                  /* a table with one word and one value a line */
    const struct table *table;
    const struct string_map *rows;
};

enum knowledge_words { WORDS_ADVERBS, WORDS_ANAPHORS, WORDS_CIRCUMSTANCES, WORDS_CONFIDENCE, WORDS_CONTROLS, WORDS_DEEDS, WORDS_INTRANSITIVES, WORDS_ITEM_MODES, WORDS_PHASES,
                       WORDS_PREPOSITIONS, WORDS_PRONOUNS, WORDS_VERB_MARKS, WORDS_COUNT };

struct event_knowledge {
    struct modal_table modals;
    struct frame_table verbs, nouns, light;
    struct filler_groups groups;
    const struct lexicon *lexicon;   /* participles: which verb "geliefert" is of */
    const struct likely_points *likely;
    const struct incident_points *incident;
    struct word_table words[WORDS_COUNT];
    const unsigned *uses;            /* [rows of prepositions.tsv] PREPOSITION_ bits */
};

/* The preposition in a pronominal adverb ("dagegen": gegen), or NULL. */
const char *knowledge_adverb(const struct event_knowledge *knowledge, const char *word);
/* The function of a governing verb that an infinitive below it has as subject ("akk" for auffordern), FUNCTION_NOM unless told. */
enum frame_function knowledge_control(const struct event_knowledge *knowledge, const char *verb_lemma);
/* "begann mit dem Beschuss": does the subject of this verb do what a noun says that stands as its object (preposition NULL) or in such a
 * phrase? */
bool knowledge_is_phase(const struct event_knowledge *knowledge, const char *verb_lemma, const char *preposition);
/* Is the verb one by which a side tells what it did ("meldeten die Einnahme")? */
bool knowledge_tells_deed(const struct event_knowledge *knowledge, const char *verb_lemma);
/* Is the verb one by which someone claims an attack ("bekannte sich zu der Tat")? */
bool knowledge_is_claim(const struct event_knowledge *knowledge, const char *verb_lemma);
/* "einander", "gegenseitig": each of the subjects is the object of the others. */
bool knowledge_is_reciprocal(const struct event_knowledge *knowledge, const char *word);
/* "man", "wir": in what someone says the one who says it. */
bool knowledge_is_speaker(const struct event_knowledge *knowledge, const char *word);
/* Does it negate the verb that it or its noun stands with ("keinem Abkommen zustimmen")? */
bool knowledge_is_negative(const struct event_knowledge *knowledge, const char *word);
/* "mehr", "länger": with a negation before it, what was so ends. */
bool knowledge_is_ceasing(const struct event_knowledge *knowledge, const char *word);
bool knowledge_is_passive(const struct event_knowledge *knowledge, const char *word);
/* "Teil", "Hälfte": some of what its genitive names. */
bool knowledge_is_part(const struct event_knowledge *knowledge, const char *word);
/* "Opfer eines Angriffs", "Ziel des Angriffs": who is called so is hit by the act. */
bool knowledge_is_target(const struct event_knowledge *knowledge, const char *word);
/* "Vermittler", "Zurückhaltung": said to those in dispute; false also for NULL. */
bool knowledge_is_dispute(const struct event_knowledge *knowledge, const char *word);
/* "Gutachten", "Resolution", "Gruppe": no party, but it blames, praises or demands as one does. */
bool knowledge_is_teller(const struct event_knowledge *knowledge, const char *word);
/* "Seite", "Lager": several of them are who is in conflict; false also for NULL. */
bool knowledge_is_sides(const struct event_knowledge *knowledge, const char *word);
/* "Demonstranten": they take part in protests. */
bool knowledge_is_protester(const struct event_knowledge *knowledge, const char *word);
/* "nachdem", "Reaktion": its clause or phrase tells what an act answers. */
bool knowledge_is_occasion(const struct event_knowledge *knowledge, const char *word);
/* "darunter": it opens examples of the noun before. */
bool knowledge_is_example(const struct event_knowledge *knowledge, const char *word);
/* "zusammen": with whom, the subject does it too. */
bool knowledge_is_together(const struct event_knowledge *knowledge, const char *word);
/* "was": behind a comma it stands for the clause before. */
bool knowledge_is_of_clause(const struct event_knowledge *knowledge, const char *word);
/* "neben Polen auch": another who is told by a joining phrase. */
bool knowledge_is_joining(const struct event_knowledge *knowledge, const char *word);
/* "dort", "wo": the place told before. */
bool knowledge_is_there(const struct event_knowledge *knowledge, const char *word);
/* "seit 2015", "bislang", "wiederholt": of many acts, or of one that lasts. */
bool knowledge_is_often(const struct event_knowledge *knowledge, const char *word);
/* "zuvor": before the act told last. */
bool knowledge_is_earlier(const struct event_knowledge *knowledge, const char *word);
/* "dabei": the clause tells of what was told last. */
bool knowledge_is_thereby(const struct event_knowledge *knowledge, const char *word);
/* What kind of deed a word of violence names (event/deeds.tsv); DEED_NONE also for NULL. */
enum deed knowledge_deed(const struct event_knowledge *knowledge, const char *word);
/* "der Luftraum": lies in the country that an adjective or genitive beside it names. */
bool knowledge_is_area(const struct event_knowledge *knowledge, const char *word);
/* "auf einer Sondersitzung in Washington", "in einem Interview mit CNN": what is said there is not said of those who meet there. */
bool knowledge_is_setting(const struct event_knowledge *knowledge, const struct token *noun);
/* "der Gipfel, der in Bern stattfindet": does what its subject is take place where the verb's phrases tell? */
bool knowledge_is_held(const struct event_knowledge *knowledge, const char *verb_lemma);
/* Of a passive whose subject receives ("bekam geliefert")? */
bool knowledge_is_receiving(const struct event_knowledge *knowledge, const char *word);
/* "die Entscheidung", "das": an act that was told before; "die Darstellung": what someone said;
 * "die Resolution": what an organisation of states resolved; "das Urteil": what a court did, "das Gesetz"
 * a parliament; "die Tat": an attack; "die Haltung": what someone said or did last. */
enum anaphor { ANAPHOR_NONE, ANAPHOR_ACT, ANAPHOR_CLAIM, ANAPHOR_RESOLUTION, ANAPHOR_VERDICT, ANAPHOR_LAW, ANAPHOR_ATTACK, ANAPHOR_STANCE,
               ANAPHOR_ACCESSION, ANAPHOR_PROPOSAL };
enum anaphor knowledge_anaphor(const struct event_knowledge *knowledge, const char *word);
/* What event/verb-marks.tsv says of the mark of so many bytes ("participle" of "ge", "-ieren" of "iert"), or NULL. */
const char *knowledge_verb_mark(const struct event_knowledge *knowledge, const char *mark, size_t length);
/* "ist eingetroffen": has the verb no passive? */
bool knowledge_is_intransitive(const struct event_knowledge *knowledge, const char *verb_lemma);
/* "ließ den Mann verhaften": its subject has the infinitive's act done. */
bool knowledge_is_causative(const struct event_knowledge *knowledge, const char *verb_lemma);
/* The mode of an attack by or with what the word or class of items names ("drone"), or NULL. */
const char *knowledge_item_mode(const struct event_knowledge *knowledge, const char *word);
/* Points of a feature of codings, as a number's text, or NULL. */
const char *knowledge_confidence(const struct event_knowledge *knowledge, const char *feature);
/* PREPOSITION_ bits. */
unsigned knowledge_preposition(const struct event_knowledge *knowledge, const char *preposition);
/* "von": tells whose something is, and what it holds. */
bool knowledge_is_von(const struct event_knowledge *knowledge, const char *preposition);

#endif
