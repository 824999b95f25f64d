/* statement/prune.c: drafts that say nothing of their own, taken out before statements are made of them:
 *   - what somebody says of himself inside a quotation ("„Ich glaube, dass …“, sagte X"): the words are X's already; the verb keeps its
 *     effect on the certainty (stance.c reads all cue verbs);
 *   - what the same subject did before in a coordinated clause;
 *   - sollen and angeblich under a source that is named ("Laut X soll …"): nobody unnamed speaks;
 *   - a judgement as a whole where its words are quoted;
 *   - the same words of the same source found twice ("vertritt die Ansicht": verb and noun), or of nobody and of somebody ("wurde gemeldet: …,
 *     sagte X"). */
#include "statement/finder.h"

#include "parse/tree.h"

static bool prune__equal(const struct ranges *left, const struct ranges *right)
{
    if (left->count != right->count)
        return false;
    for (uint32_t i = 0; i < left->count; i++)
        if (left->items[i].first != right->items[i].first || left->items[i].count != right->items[i].count)
            return false;
    return true;
}

/* A speaker that is nobody else than whoever says the sentence. */
static bool prune__is_nobody_else(const struct finder *finder, const struct draft *draft)
{
    for (uint32_t i = 0; i < draft->speaker.count; i++)
        for (uint32_t token = draft->speaker.items[i].first; token < draft->speaker.items[i].first + draft->speaker.items[i].count; token++)
            if (surface_has_role(finder->surface, token, ROLE_FIRST | ROLE_INDEFINITE))
                return true;
    return draft->speaker.count == 0;
}

static bool prune__is_of_himself(const struct finder *finder, const struct draft *draft)
{
    if (draft->type == STATEMENT_DIRECT || draft->cue_token == DOCUMENT_NONE)
        return false;
    const uint32_t quotation = finder->surface->quotation_of[draft->cue_token];
    return quotation != DOCUMENT_NONE && finder->surface->quotations[quotation].used && prune__is_nobody_else(finder, draft);
}

/* "Paris lobte Seoul, kritisierte Tokio aber scharf": the verb before is another act of the same subject, which speaks none of it. */
static bool prune__is_of_same_subject(const struct finder *finder, const struct draft *draft)
{
    const struct document *const document = finder->document;
    if (draft->type == STATEMENT_DIRECT || draft->cue_token == DOCUMENT_NONE || !document->tree ||
        document->tokens[draft->cue_token].relation != RELATION_CONJ || tree_child(document, draft->cue_token, RELATION_NSUBJ) != DOCUMENT_NONE)
        return false;
    const uint32_t verb = tree_head(document, draft->cue_token);
    return verb != DOCUMENT_NONE && verb < draft->cue_token && ranges_hold(&draft->quote, verb);
}

/* An unnamed source where another draft that names one holds the same words. */
static bool prune__is_named(const struct finder *finder, const struct draft *draft)
{
    for (size_t i = 0; draft->unnamed && i < finder->draft_count; i++) {
        const struct draft *const other = &finder->drafts[i];
        if (other != draft && !other->unnamed && other->sentence == draft->sentence && other->speaker.count &&
            ranges_hold(&other->quote, draft->cue_token))
            return true;
    }
    return false;
}

static bool prune__is_double(const struct finder *finder, size_t index)
{
    const struct draft *const draft = &finder->drafts[index];
    for (size_t i = 0; i < index; i++) {
        const struct draft *const other = &finder->drafts[i];
        const bool phrase = other->type == STATEMENT_REPORTED && draft->type == STATEMENT_INDIRECT_FREE_INDIRECT;       /* "Beide hätten den Angriff verurteilt." */
        if (!phrase && other->sentence == draft->sentence && prune__equal(&other->quote, &draft->quote) &&
            (!draft->speaker.count || prune__equal(&other->speaker, &draft->speaker)))
            return true;
    }
    return false;
}

/* "Die Regierung bestreitet das: Es sei kein Schuss gefallen, beteuerte X": behind a colon, what a later verb tells is told by its subject. */
static bool prune__is_told_later(const struct finder *finder, const struct draft *draft)
{
    const uint32_t first = draft->quote.items[0].first;
    for (size_t i = 0; i < finder->draft_count && first > 0 && surface_is(finder->surface, first - 1, WORD_IS_COLON); i++) {
        const struct draft *const other = &finder->drafts[i];
        if (other != draft && other->quote.count && other->speaker.count && draft->cue_token != DOCUMENT_NONE && other->cue_token != DOCUMENT_NONE &&
            draft->cue_token < first && other->cue_token > first && finder->token_cue[other->cue_token] != DOCUMENT_NONE && prune__equal(&other->quote, &draft->quote))
            return true;
    }
    return false;
}

/* "nannte das einen „Wortbruch“": where a judgement quotes its words, they are what is said. */
static bool prune__is_quoted(const struct finder *finder, const struct draft *draft)
{
    if (draft->type != STATEMENT_REPORTED || draft->attributes)
        return false;
    for (size_t i = 0; i < finder->draft_count; i++) {
        const struct draft *const other = &finder->drafts[i];
        if (other->type == STATEMENT_DIRECT && other->sentence == draft->sentence && other->quote.count && other->cue_token == draft->cue_token)
            return true;
    }
    return false;
}

void prune_drafts(struct finder *finder)
{
    for (size_t i = 0; i < finder->draft_count; i++) {
        struct draft *const draft = &finder->drafts[i];
        if (draft->quote.count && (prune__is_of_himself(finder, draft) || prune__is_named(finder, draft) || prune__is_double(finder, i) ||
                                   prune__is_of_same_subject(finder, draft) ||
                                   prune__is_told_later(finder, draft) || prune__is_quoted(finder, draft)))
            draft->quote.count = 0;
    }
}
