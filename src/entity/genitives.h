/* entity/genitives.h: see genitives.c.
 *
 *     "forderte den Rücktritt Tusks"     Tusks, apposition of Rücktritt  ->  its genitive
 *     "forderte Tusks Rücktritt"         Tusks, object of forderte       ->  genitive of Rücktritt
 */
#ifndef ENTITY_GENITIVES_H
#define ENTITY_GENITIVES_H

#include "report/document.h"

/* Changes heads, relations and cases and builds document.tree anew; after entity_find. */
bool genitives_settle(struct document *document, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
