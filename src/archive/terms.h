/* archive/terms.h: the tokens by which event_index finds a claim.
 *
 *     who RUS/MIL            arus axmil arusxmil
 *     who "Emmanuel Macron"  one token per word and one for the whole name, made of their hashes
 *
 * A filter makes the same tokens from what was typed (archive/filter.c), so that both sides agree by construction.
 */
#ifndef ARCHIVE_TERMS_H
#define ARCHIVE_TERMS_H

#include "archive/builder.h"
#include "archive/record.h"

/* First letters of tokens. */
#define TERM_ACTOR "a"
#define TERM_RECIPIENT "r"
#define TERM_SOURCE "s"
#define TERM_TYPE "t"
#define TERM_MODE "m"
#define TERM_ITEM "i"
#define TERM_CATEGORY "u"
#define TERM_MODEL "d"
#define TERM_ORIGIN "o"
#define TERM_COUNTRY "c"
#define TERM_PLACE "p"
#define TERM_CERTAINTY "f"
#define TERM_OUTLET "l"
#define TERM_STATE "z"

/* prefix and the letters and digits of word, lower case. */
void terms_plain(struct builder *terms, const char *prefix, const char *word);
/* prefix, x and the hash of the name, lower case; whole: of the whole name, else of each of its words. */
void terms_name(struct builder *terms, const char *prefix, const char *name, bool whole);

/* All tokens of a claim; state may be NULL. NULL: out of memory. */
const char *terms_of_event(const struct record_event *event, const char *outlet, const char *state, struct arena *arena,
                           struct laut_error *error);

#endif
