/* engine/overlay.h: the user's tables (--tables), as far as the engine must know them.
 *
 *     mytables/event/verbs.tsv     laid over knowledge/event/verbs.tsv
 *     mytables/event/verb.tsv      refused: there is no such table
 */
#ifndef ENGINE_OVERLAY_H
#define ENGINE_OVERLAY_H

#include "base/image.h"

/* Refuses a folder with a table that laut does not have (a name mistyped would otherwise change nothing, silently), and hashes
 * the names and bytes of the others, with what hex holds before, into hex. */
bool overlay_check(const struct image *image, const char *folder, char hex[65], struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
