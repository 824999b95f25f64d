/* archive/bag.h: a folder after BagIt 1.0 (RFC 8493): payload in data/, manifests with SHA-256.
 *
 *     struct bag *bag = bag_open("dossier", error);
 *     bag_add(bag, "claims.jsonl", bytes, length)                        into data/
 *     bag_close(bag, "Laut-Log-Head: 12 5e88…\n", "2026-11-27", error)      writes bagit.txt, bag-info.txt and the manifests
 */
#ifndef ARCHIVE_BAG_H
#define ARCHIVE_BAG_H

#include "laut.h"

struct bag;

/* Makes the folder, which must not be there. NULL: failed. */
struct bag *bag_open(const char *folder, struct laut_error *error) __attribute__((warn_unused_result));
/* Writes one file of the payload; folders of its path are made. Its name is of letters, digits, '-', '_', '.' and '/'. */
bool bag_add(struct bag *bag, const char *name, const void *bytes, size_t length, struct laut_error *error) __attribute__((warn_unused_result));
/* Whether a file of that name was added. */
bool bag_has(const struct bag *bag, const char *name);
/* info: further lines of bag-info.txt. Frees the bag in any case. */
bool bag_close(struct bag *bag, const char *info, const char *date, struct laut_error *error) __attribute__((warn_unused_result));
void bag_free(struct bag *bag);

#endif
