/* event/company.h: others that are told with a party.
 *
 *     "drei der Angreifer", "Staaten, darunter Polen"  ->  Angreifer; Polen
 *     "Neben Polen verurteilte auch Rumänien den Angriff."  ->  nom Rumänien, nom Polen
 */
#ifndef EVENT_COMPANY_H
#define EVENT_COMPANY_H

#include "event/arguments.h"

/* What a number or the like is a part of: "drei der Angreifer", "einige von ihnen"; DOCUMENT_NONE: nothing, or it is no number. */
uint32_t company_whole(const struct scene *scene, uint32_t part);

/* The first who is named as an example of the noun: "mehrere Staaten, darunter Polen"; DOCUMENT_NONE: nobody. */
uint32_t company_example(const struct scene *scene, uint32_t noun);
/* Is it such an example, so that it has no function beside the verb? */
bool company_is_example(const struct scene *scene, uint32_t token);

/* Is it a name in brackets, which tells another's once more: "der Chaos Computer Club (CCC)"? */
bool company_is_bracketed(const struct scene *scene, uint32_t token);
/* The party that a noun is joined to by "und" though the parse tears them apart, as it does where a participle with words of its own stands between:
 * "die Hamas und mit ihr verbündete Milizen"; DOCUMENT_NONE: none. */
uint32_t company_torn_conjunct(const struct scene *scene, uint32_t noun);

/* Gives the noun of a joining phrase ("neben Polen") the function of the companion that a word like "auch" stands before, that of "zusammen mit
 * Polen" the subject's. */
void company_join(const struct scene *scene, struct arguments *arguments);

#endif
