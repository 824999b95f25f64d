/* time/attach.c: which time holds for a word (coding guide, section 7).
 *
 * Of the expressions with an interval in the word's own phrase or clause the nearest; a later conjunct also has those that stand before
 * the first conjunct. Across the border of a content clause no time passes: when something was said is not when it was.
 */
#include "time/time_expression.h"

#include "parse/tree.h"

#include <stdlib.h>

uint32_t time_of_token(const struct document *document, uint32_t token)
{
    (void)document;
    (void)token;
    return DOCUMENT_NONE;
}

uint32_t time_inherited(const struct document *document, uint32_t token)
{
    (void)document;
    (void)token;
    return DOCUMENT_NONE;
}
