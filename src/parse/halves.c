/* parse/halves.c: of two compounds that share their last part treebanks make the first, which lacks it, the head ("Staats- und
 * Regierungschefs"). What the phrase names is told by the whole word, so that takes the half's place, and the half becomes part of it. */
#include "parse/halves.h"

#include "parse/tree.h"

#include <string.h>

static bool halves__is_half(const struct document *document, uint32_t token)
{
    const struct token *const tokens = document->tokens;
    const struct token_range sentence = document->sentences[tokens[token].sentence].tokens;
    const enum upos upos = tokens[token].upos;
    return token + 2 < sentence.first + sentence.count && (upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_ADJ || upos == UPOS_X) &&
           !tokens[token].space_after && strcmp(tokens[token + 1].form, "-") == 0 &&
           (tokens[token + 2].upos == UPOS_CCONJ || tokens[token + 2].upos == UPOS_PUNCT);
}

/* The nearest conjunct behind the half that is a whole word; DOCUMENT_NONE: none. */
static uint32_t halves__whole(const struct document *document, uint32_t half)
{
    for (uint32_t child = tree_first_child(document, half); child != DOCUMENT_NONE; child = tree_next_sibling(document, child))
        if (child > half && document->tokens[child].relation == RELATION_CONJ && document->tokens[child].upos == UPOS_NOUN &&
            !halves__is_half(document, child))
            return child;
    return DOCUMENT_NONE;
}

/* "Staats- und Regierungschefs der EU": a bare genitive behind the whole word is no third conjunct. */
static bool halves__is_genitive(const struct document *document, uint32_t token, uint32_t whole)
{
    return token > whole && document->tokens[token].relation == RELATION_CONJ && document->tokens[token].morphology.grammatical_case == CASE_GEN &&
           tree_child(document, token, RELATION_CC) == DOCUMENT_NONE;
}

static void halves__lift(struct document *document, uint32_t half, uint32_t whole)
{
    struct token *const tokens = document->tokens;
    for (uint32_t child = tree_first_child(document, half); child != DOCUMENT_NONE; child = tree_next_sibling(document, child)) {
        if (child == half + 1)
            continue;                                                    /* the hyphen */
        tokens[child].head = whole;
        if (halves__is_half(document, child))
            tokens[child].relation = RELATION_COMPOUND;
        else if (halves__is_genitive(document, child, whole))
            tokens[child].relation = RELATION_NMOD;
    }
    tokens[whole].head = tokens[half].head;
    tokens[whole].relation = tokens[half].relation;
    tokens[half].head = whole;
    tokens[half].relation = RELATION_COMPOUND;
    struct sentence *const sentence = &document->sentences[tokens[half].sentence];
    if (sentence->root == half)
        sentence->root = whole;
}

bool halves_settle(struct document *document, struct laut_error *error)
{
    bool changed = false;
    for (uint32_t token = 0; token < document->token_count; token++) {
        const uint32_t whole = halves__is_half(document, token) ? halves__whole(document, token) : DOCUMENT_NONE;
        if (whole == DOCUMENT_NONE)
            continue;
        halves__lift(document, token, whole);
        changed = true;
    }
    return !changed || tree_index(document, error);
}
