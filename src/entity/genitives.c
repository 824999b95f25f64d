/* entity/genitives.c: names that the lexicon does not have show their genitive by an s alone, so that parsers take them for appositions and
 * objects. Which names the report has without that s is known here. */
#include "entity/genitives.h"

#include "parse/tree.h"

#include <string.h>

enum { GENITIVES_SHORTEST = 4 };         /* bytes of a name with its s */

/* Does the mention's last word end in an s that its name does not have? */
static bool genitives__shows(const struct document *document, const struct mention *mention)
{
    const struct token *const last = &document->tokens[mention->tokens.first + mention->tokens.count - 1];
    const size_t length = strlen(last->form);
    return mention->kind == MENTION_NAME && mention->entity_count == 1 && last->upos == UPOS_PROPN && length >= GENITIVES_SHORTEST &&
           last->form[length - 1] == 's' && !strstr(document->entities[mention->entities[0]].name, last->form) &&
           tree_determiner(document, mention->head) == DOCUMENT_NONE && tree_preposition(document, mention->head) == DOCUMENT_NONE;
}

/* The noun without article right behind the name, but for adjectives; DOCUMENT_NONE: none. */
static uint32_t genitives__noun_behind(const struct document *document, const struct mention *mention)
{
    uint32_t noun = mention->tokens.first + mention->tokens.count;
    while (noun < document->token_count && document->tokens[noun].upos == UPOS_ADJ)
        noun++;
    return noun < document->token_count && document->tokens[noun].upos == UPOS_NOUN && noun != mention->head &&
                   document->tokens[noun].sentence == document->tokens[mention->head].sentence && tree_determiner(document, noun) == DOCUMENT_NONE
               ? noun : DOCUMENT_NONE;
}

/* The noun whose genitive the name is though the tree says otherwise, DOCUMENT_NONE: none. */
static uint32_t genitives__owned(const struct document *document, const struct mention *mention)
{
    const struct token *const name = &document->tokens[mention->head];
    const uint32_t head = tree_head(document, mention->head), behind = genitives__noun_behind(document, mention);
    if (head == DOCUMENT_NONE)
        return DOCUMENT_NONE;
    if (name->relation == RELATION_APPOS && document->tokens[head].upos == UPOS_NOUN && head + 1 == mention->tokens.first &&
        tree_determiner(document, head) != DOCUMENT_NONE && document->token_mention[head] == DOCUMENT_NONE)
        return head;
    const bool companion = name->relation == RELATION_OBJ || name->relation == RELATION_IOBJ || name->relation == RELATION_NSUBJ || name->relation == RELATION_OBL;
    return companion && behind != DOCUMENT_NONE && tree_head(document, behind) == head ? behind : DOCUMENT_NONE;
}

bool genitives_settle(struct document *document, struct laut_error *error)
{
    bool changed = false;
    for (size_t i = 0; i < document->mention_count; i++) {
        const struct mention *const mention = &document->mentions[i];
        const uint32_t noun = genitives__shows(document, mention) ? genitives__owned(document, mention) : DOCUMENT_NONE;
        if (noun == DOCUMENT_NONE)
            continue;
        struct token *const name = &document->tokens[mention->head];
        name->head = noun;
        name->relation = RELATION_NMOD;
        name->morphology.grammatical_case = CASE_GEN;
        changed = true;
    }
    return !changed || tree_index(document, error);
}
