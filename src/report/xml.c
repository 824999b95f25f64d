/* report/xml.c: libxml2's tree. */
#include "report/xml.h"

#include <libxml/parser.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static bool xml__fail(xmlParserCtxt *parser, struct laut_error *error)
{
    const xmlError *const why = xmlCtxtGetLastError(parser);
    char message[128];
    if (why && why->code == XML_ERR_NO_MEMORY)
        return error_out_of_memory(error);
    (void)snprintf(message, sizeof message, "%s", why && why->message ? why->message : "not well-formed");
    message[strcspn(message, "\n")] = '\0';
    return error_set(error, NULL, why && why->line > 0 ? (size_t)why->line : 0, "was it copied whole? xmllint --noout FILE tells all that is wrong",
                     "this is no XML: %s", message);
}

static bool xml__defines_entities(const xmlDoc *tree)
{
    for (const xmlNode *node = tree->intSubset ? tree->intSubset->children : NULL; node; node = node->next)
        if (node->type == XML_ENTITY_DECL)
            return true;
    return false;
}

xmlDoc *xml_open(const char *bytes, size_t length, struct laut_error *error)
{
    xmlParserCtxt *const parser = length <= INT_MAX ? xmlNewParserCtxt() : NULL;
    if (!parser) {
        (void)error_out_of_memory(error);
        return NULL;
    }
    xmlDoc *tree = xmlCtxtReadMemory(parser, bytes, (int)length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!tree) {
        (void)xml__fail(parser, error);
    } else if (xml__defines_entities(tree)) {
        (void)error_set(error, NULL, 0, "write their text in their place: xmllint --noent FILE", "this XML defines entities of its own");
        xmlFreeDoc(tree);
        tree = NULL;
    }
    xmlFreeParserCtxt(parser);
    return tree;
}

bool xml_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

xmlNode *xml_child(const xmlNode *parent, const char *name)
{
    for (xmlNode *child = parent ? parent->children : NULL; child; child = child->next)
        if (xml_is(child, name))
            return child;
    return NULL;
}

xmlNode *xml_next(const xmlNode *node, const xmlNode *root)
{
    return node->children && node->type == XML_ELEMENT_NODE ? node->children : xml_behind(node, root);
}

xmlNode *xml_behind(const xmlNode *node, const xmlNode *root)
{
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

xmlNode *xml_find(xmlNode *root, const char *name)
{
    for (xmlNode *node = root; node; node = xml_next(node, root))
        if (xml_is(node, name))
            return node;
    return NULL;
}

const char *xml_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node ? node->properties : NULL; attribute; attribute = attribute->next)
        if (strcmp((const char *)attribute->name, name) == 0)
            return attribute->children && attribute->children->content ? (const char *)attribute->children->content : "";
    return NULL;
}

const char *xml_words(struct arena *arena, const xmlNode *node, struct laut_error *error)
{
    xmlChar *const content = node ? xmlNodeGetContent(node) : NULL;
    const char *const words = content ? (const char *)content : "";
    char *const copy = arena_take(arena, strlen(words) + 1, 1, error);
    size_t length = 0;
    for (const char *at = words; copy && *at; at++) {
        if (!strchr(" \t\r\n", *at))
            copy[length++] = *at;
        else if (length && copy[length - 1] != ' ')
            copy[length++] = ' ';
    }
    if (copy && length && copy[length - 1] == ' ')
        copy[length - 1] = '\0';
    xmlFree(content);
    return copy;
}
