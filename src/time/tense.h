/* time/tense.h: does the clause of a word tell of what was, is or will be?
 *
 *     "Am Dienstag wurden Drohnen abgefangen"  ->  TENSE_HINT_PAST         "Das Treffen soll am Dienstag stattfinden"  ->  FUTURE
 */
#ifndef TIME_TENSE_H
#define TIME_TENSE_H

#include "time/words.h"

enum tense_hint { TENSE_HINT_NONE, TENSE_HINT_PAST, TENSE_HINT_PRESENT, TENSE_HINT_FUTURE };

/* By the tree where there is one, else by the verb forms around the token. */
enum tense_hint tense_of_token(const struct time_words *words, const struct document *document, uint32_t token);

/* Does the clause state what holds in general (to be, to be held as …), or what could be? Then "heute" means these times. */
bool tense_is_general(const struct time_words *words, const struct document *document, uint32_t token);

#endif
