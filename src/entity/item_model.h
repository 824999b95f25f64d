/* entity/item_model.h: designations of arms.
 *
 *     "die Schützenpanzer vom Typ BMP-1AK", "eine M-777"      BMP-1AK by its own line, M-777 by that of M777
 */
#ifndef ENTITY_ITEM_MODEL_H
#define ENTITY_ITEM_MODEL_H

#include "entity/finder.h"

/* item NULL: none; is_loose: written otherwise than the tables have it, so that only beside other words of arms it is sure; is_variant: the text tells more than
 * the line's name. */
struct model_found {
    const struct known_item *item;
    bool is_loose, is_variant;
};

/* The model that this name tells. */
struct model_found item_model_of_name(const struct entity_knowledge *knowledge, const char *name, size_t length);
/* The model whose name begins at token; *count its words. */
struct model_found item_model_at(const struct entity_finder *finder, uint32_t token, uint32_t *count);

#endif
