/* entity/country.h: which country "das Land" is.
 *
 *     "Japan kritisierte Nordkorea. Südkorea drohte dem Land."   ->   at "Land" South Korea is excluded
 */
#ifndef ENTITY_COUNTRY_H
#define ENTITY_COUNTRY_H

#include "entity/finder.h"

/* "im Land": where something is. */
bool country_is_scene(const struct entity_finder *finder, uint32_t noun);

/* Adds to limits the countries that a noun for a country cannot mean where it stands; neighbour: a noun for another country than
 * those that act there ("Nachbarland"). The codes are lent until the next entity is added. */
void country_limit(const struct entity_finder *finder, uint32_t noun, bool neighbour, struct focus_limits *limits);

/* Adds the subject's country where that is named and acts on the noun, a body without a country: "Washington wirft der Justiz vor". */
void country_limit_dative(const struct entity_finder *finder, uint32_t noun, struct focus_limits *limits);

/* Adds the countries of those whom forces and governments act on: "Die Armee wehrte Angriffe ukrainischer Truppen ab" is not the Ukrainian one. */
void country_limit_actor(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct focus_limits *limits);

/* Is the noun, or what it is part of ("zwei Flugzeuge der Luftwaffe"), what a verb of senders.tsv has its subject send? */
bool country_sends(const struct entity_finder *finder, uint32_t noun);

/* All countries of a phrase: "die vom Iran unterstützte Miliz", "der türkische Staatschef Erdogan"; its conjuncts too. */
void country_exclude_phrase(const struct entity_finder *finder, uint32_t head, struct focus_limits *limits);
/* Is this a country, or something that a word of its phrase tells to be a country's: "die russische Armee", "US-Truppen"? */
bool country_is_told(const struct entity_finder *finder, uint32_t head);

/* teller.c: adds the countries that a body or an office that speaks cannot be of: those of whom it speaks ill, those to whom its verb does something. */
void country_limit_speaker(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct focus_limits *limits);

/* teller.c: whose a body or an office without a country is that tells what its own side does; "": not known so. */
const char *country_of_teller(const struct entity_finder *finder, uint32_t noun, const struct known_role *role);
/* Who harms somebody is not of whose country that is, as far as the noun's phrase tells: "die Entführer des saudischen Tankers". */
void country_limit_hit(const struct entity_finder *finder, uint32_t noun, struct focus_limits *limits);
/* scene.c: whose local people and bodies are, by the place that their own clause tells; "": it tells none. */
const char *country_of_scene(const struct entity_finder *finder, uint32_t noun, const struct known_role *role);
/* rival.c: whose an opposition or a party without a country is, by the person of whom its clause speaks; "": not known so. */
const char *country_of_rival(const struct entity_finder *finder, uint32_t noun, const struct known_role *role);

/* Adds the country whose an envoy ("der Botschafter", "die Botschaft") cannot be: that of the place where he is, and of who summons or expels him.
 * Says whether somebody does so. */
bool country_limit_envoy(const struct entity_finder *finder, uint32_t noun, const struct known_role *role, struct focus_limits *limits);

/* "wies drei Diplomaten des Landes": the country that an envoy must leave is not whose he is. */
bool country_is_left(const struct entity_finder *finder, uint32_t noun);

/* ---- what the files that limit countries share -------------------------------------------------------------------------- */

/* Is this a country, or a place that stands for its government ("Peking")? */
bool country_is_state(const struct entity *entity);
/* Has the clause's verb that use in senders.tsv (VERB_ATTACKS, VERB_ANSWERS …)? */
bool country_verb_is(const struct entity_finder *finder, uint32_t clause, uint32_t use);
/* Adds one country; an empty code adds nothing. */
void country_exclude_code(struct focus_limits *limits, const char *code);
/* Adds the countries of all whom the mention means; DOCUMENT_NONE adds nothing. */
void country_exclude_mention(const struct entity_finder *finder, uint32_t mention, struct focus_limits *limits);

/* ---- attacks (attack.c) ------------------------------------------------------------------------------------------------- */

/* Is the country in a war or lasting conflict with another on the day of the report (conflicts.tsv)? */
bool country_is_in_conflict(const struct entity_finder *finder, const char *code);

/* Is the clause's verb one whose subject suffers (senders.tsv)? */
bool country_suffers(const struct entity_finder *finder, uint32_t clause);
/* Does the clause's verb tell an attack by its subject, or what one says of others alone ("missbraucht", "provoziert")? */
bool country_attacks(const struct entity_finder *finder, uint32_t clause);
bool country_offends(const struct entity_finder *finder, uint32_t clause);

/* "bei einem israelischen Angriff auf Damaskus wurden …": whose the act is that a phrase of the clause tells, and who acted in the sentence before. */
void country_exclude_attackers(const struct entity_finder *finder, uint32_t clause, struct focus_limits *limits);

/* Adds the country of the attacker of whom the sentence before or the noun's own clause tells, where the noun is a victim. */
void country_limit_victims(const struct entity_finder *finder, uint32_t noun, struct focus_limits *limits);

/* Adds the country of the state or forces that attack the place with that name, of which nothing else is known. */
void country_limit_place(const struct entity_finder *finder, uint32_t name, struct focus_limits *limits);

/* "Bei einem russischen Angriff auf ein Lager wurden nach Angaben der Behörden fünf Menschen getötet": who tells of victims, other than forces, is of another
 * country than who attacked. */
void country_limit_teller(const struct entity_finder *finder, uint32_t noun, enum sector sector, struct focus_limits *limits);

#endif
