/* statement/stance_statement.c: in which statement a word stands: the innermost that holds it, but for what the report itself adds in a relative
 * clause (coding guide, section 4). */
#include "statement/stance.h"

#include "parse/tree.h"

/* Statements come outer before inner, so the last one that holds a word is the innermost. */
static void stance__innermost(const struct finder *finder)
{
    struct document *const document = finder->document;
    for (uint32_t i = 0; i < document->statement_count; i++) {
        const struct draft *const draft = &finder->drafts[finder->statement_draft[i]];
        const struct ranges *const content = draft->told.count ? &draft->told : &draft->quote;
        for (uint32_t part = 0; draft->attributes && part < content->count; part++) {
            const struct token_range *const range = &content->items[part];
            for (uint32_t token = range->first; token < range->first + range->count; token++)
                if (token != draft->cue_token)
                    document->token_stance[token].statement = i;
        }
    }
}

/* "…, der 2018 verurteilt worden war": what went before all that is told. */
static bool stance__is_pluperfect(const struct finder *finder, const struct segment *segment, uint32_t clause)
{
    const struct surface *const surface = finder->surface;
    return clause != segment->finite && surface_is(surface, segment->finite, WORD_IS_PAST) && surface_is(surface, segment->finite, WORD_IS_AUXILIARY) &&
           surface_is(surface, clause, WORD_IS_PARTICIPLE);
}

/* "müsse Washington in das Abkommen zurückkehren, aus dem es 2018 ausgestiegen war": what a relative clause in the indicative adds to words
 * in the Konjunktiv, or one in the pluperfect to any but quoted ones, is the report's own. "Schiffe, die ihn begleiteten, hätten …" is either. */
static void stance__asides(const struct finder *finder)
{
    const struct surface *const surface = finder->surface;
    struct document *const document = finder->document;
    for (size_t i = 0; i < surface->segment_count; i++) {
        const struct segment *const segment = &surface->segments[i];
        const bool place = segment->kind == SEGMENT_DEPENDENT && surface_has_role(surface, segment->opener, ROLE_PLACE);
        if ((segment->kind != SEGMENT_RELATIVE && !place) || surface_is(surface, segment->finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2 | WORD_IS_EITHER_MOOD) ||
            surface->quotation_of[segment->finite] != DOCUMENT_NONE)
            continue;
        const uint32_t clause = tree_clause(document, segment->finite);
        const bool of_noun = clause != DOCUMENT_NONE && document->tokens[clause].relation == RELATION_ACL;
        const uint32_t noun = of_noun ? tree_head(document, clause) : DOCUMENT_NONE;
        const uint32_t above = noun == DOCUMENT_NONE ? DOCUMENT_NONE : tree_clause(document, noun);
        const uint32_t finite = above == DOCUMENT_NONE ? DOCUMENT_NONE : tree_finite(document, above), verb = finite == DOCUMENT_NONE ? above : finite;
        const uint32_t statement = document->token_stance[segment->finite].statement;
        const bool konjunktiv = finite != DOCUMENT_NONE && !place && surface_is(surface, finite, WORD_IS_KONJUNKTIV | WORD_IS_KONJUNKTIV_2);
        if (verb == DOCUMENT_NONE || statement == DOCUMENT_NONE || document->token_stance[verb].statement != statement ||
            !(konjunktiv || stance__is_pluperfect(finder, segment, clause)))
            continue;
        for (uint32_t token = segment->first; token < segment->end; token++)
            if (document->token_stance[token].statement == statement)
                document->token_stance[token].statement = document->statements[statement].inside;
    }
}

void stance_statements(const struct finder *finder)
{
    stance__innermost(finder);
    if (finder->document->tree)
        stance__asides(finder);
}

const struct draft *stance_draft(const struct finder *finder, uint32_t token)
{
    const uint32_t statement = finder->document->token_stance[token].statement;
    return statement == DOCUMENT_NONE ? NULL : &finder->drafts[finder->statement_draft[statement]];
}
