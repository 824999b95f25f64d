/* statement/content.h: where the content of a verb of saying lies.
 *
 *     "Die Truppen, sagte der Minister, seien abgezogen."     ->  first part "Die Truppen", second part "seien abgezogen"
 */
#ifndef STATEMENT_CONTENT_H
#define STATEMENT_CONTENT_H

#include "statement/finder.h"

enum { SKIP_SEGMENTS = 3 };          /* that may stand between a verb and its content */

struct content_place {
    uint32_t first, end;             /* tokens */
    uint32_t more_first, more_end;   /* second part, first == end: none */
};

/* The content of the cue in its sentence; false: it has none there. */
bool content_find_place(const struct finder *finder, const struct cue *cue, uint32_t sentence, struct content_place *place);

/* Whether the segment's finite verb is in the Konjunktiv. */
bool content_is_konjunktiv(const struct finder *finder, const struct segment *segment);
/* "meldete einen Schaden, so dass …": what follows from it. */
bool content_is_consequence(const struct finder *finder, const struct segment *segment);

/* content_inserted.c: is the cue's clause an inserted "…, sagte X"? */
bool content_is_inserted(const struct finder *finder, const struct cue *cue);
/* Is the last main clause before the cue's, outside quotation marks, in the indicative? */
bool content_follows_indicative(const struct finder *finder, const struct cue *cue);
/* Does something that cannot speak follow the verb? */
bool content_follows_thing(const struct finder *finder, const struct cue *cue);

/* "Die Zeitung schreibt, X sei fort; Y sei tot, sagte Z": where the words of another than before the semicolon begin, else first; begin: the sentence's
 * first segment. */
uint32_t content_behind_semicolon(const struct finder *finder, const struct cue *cue, uint32_t begin, uint32_t first);

/* content_wie.c: "Wie X mitteilte, …"; false: the verb ends no such clause. */
bool content_find_wie(const struct finder *finder, const struct cue *cue, uint32_t sentence, struct content_place *place);
/* "nicht, wie X behauptet, …", "anders als X behauptet, …": what X says is not so. */
bool content_is_contrast(const struct finder *finder, const struct cue *cue);

#endif
