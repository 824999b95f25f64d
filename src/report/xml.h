/* report/xml.h: an XML file as a tree, and what its elements hold.
 *
 *     <headline>Öl  für Kuba</headline>  ->  xml_words(arena, xml_child(meta, "headline"), …) "Öl für Kuba"
 *
 * Names are compared without their prefix: which formats use which name space is told by their roots.
 */
#ifndef REPORT_XML_H
#define REPORT_XML_H

#include "base/arena.h"

#include <libxml/tree.h>

/* Nothing outside the bytes is fetched; entities that they define themselves are refused, for they may grow without end. The tree goes back
 * through xmlFreeDoc. NULL: the error says line and cause. */
xmlDoc *xml_open(const char *bytes, size_t length, struct laut_error *error) __attribute__((warn_unused_result));

bool xml_is(const xmlNode *node, const char *name);

/* The first child of that name; NULL: none, or no parent. */
xmlNode *xml_child(const xmlNode *parent, const char *name);

/* The node behind in the order of the document, children first; NULL: root has no more. */
xmlNode *xml_next(const xmlNode *node, const xmlNode *root);

/* The same with the node's children passed over. */
xmlNode *xml_behind(const xmlNode *node, const xmlNode *root);

/* The first node of that name below root, or root itself; NULL: none. */
xmlNode *xml_find(xmlNode *root, const char *name);

/* An attribute's value, lent; NULL: none. */
const char *xml_attribute(const xmlNode *node, const char *name);

/* A node's words with white space folded; "" where it has none or there is no node. NULL: out of memory. */
const char *xml_words(struct arena *arena, const xmlNode *node, struct laut_error *error) __attribute__((warn_unused_result));

#endif
