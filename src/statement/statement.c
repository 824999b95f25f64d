/* statement/statement.c: runs the finders of this room over a document, settles whose words each statement has, and turns the
 * drafts in tokens into statements in bytes, in the order of the text. */
#include "statement/statement.h"

#include "parse/tree.h"
#include "statement/finder.h"

#include <stdlib.h>

struct draft *finder_add(struct finder *finder, enum statement_type type, const char *medium, const char *why, uint32_t sentence)
{
    struct draft *const draft = arena_append(finder->document->arena, &finder->drafts, &finder->draft_count,
                                             &finder->draft_capacity, sizeof *draft, finder->error);
    if (draft)
        *draft = (struct draft){.type = type, .medium = medium, .why = why, .sentence = sentence, .cue_token = DOCUMENT_NONE,
                                .same_speaker = DOCUMENT_NONE, .noun = DOCUMENT_NONE, .attributes = true};
    return draft;
}

void ranges_add(struct ranges *ranges, uint32_t first, uint32_t end)
{
    if (first >= end || ranges->count == RANGES_MOST)
        return;
    if (ranges->count && ranges->items[ranges->count - 1].first + ranges->items[ranges->count - 1].count == first)
        ranges->items[ranges->count - 1].count += end - first;
    else
        ranges->items[ranges->count++] = (struct token_range){first, end - first};
}

bool ranges_hold(const struct ranges *ranges, uint32_t token)
{
    for (uint32_t i = 0; i < ranges->count; i++)
        if (token >= ranges->items[i].first && token < ranges->items[i].first + ranges->items[i].count)
            return true;
    return false;
}

uint32_t ranges_head(const struct document *document, const struct token_range *range)
{
    for (uint32_t token = range->first; token < range->first + range->count; token++) {
        const uint32_t head = tree_head(document, token);
        if (head == DOCUMENT_NONE || head < range->first || head >= range->first + range->count)
            return token;
    }
    return DOCUMENT_NONE;
}

/* ---- order and duplicates -------------------------------------------------------------------------------------------- */

/* The words whose source the statement is. */
static const struct ranges *draft__content(const struct draft *draft)
{
    return draft->told.count ? &draft->told : &draft->quote;
}

static uint32_t draft__begin(const struct draft *draft)
{
    return draft__content(draft)->count ? draft__content(draft)->items[0].first : 0;
}

static uint32_t draft__end(const struct draft *draft)
{
    const struct ranges *const content = draft__content(draft);
    uint32_t end = 0;
    for (uint32_t i = 0; i < content->count; i++)
        if (content->items[i].first + content->items[i].count > end)
            end = content->items[i].first + content->items[i].count;
    return end;
}

static uint32_t draft__words(const struct draft *draft)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < draft__content(draft)->count; i++)
        words += draft__content(draft)->items[i].count;
    return words;
}

struct order {
    const struct draft *drafts;
    uint32_t index;
};

/* By begin, the wider first, then in the order in which they were found. */
static int statement__compare(const void *left, const void *right)
{
    const struct order *const a = left, *const b = right;
    const struct draft *const x = &a->drafts[a->index], *const y = &b->drafts[b->index];
    if (draft__begin(x) != draft__begin(y))
        return draft__begin(x) < draft__begin(y) ? -1 : 1;
    if (draft__words(x) != draft__words(y))
        return draft__words(x) > draft__words(y) ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* ---- into the document ------------------------------------------------------------------------------------------------- */

static bool statement__spans(const struct finder *finder, const struct ranges *ranges, struct span_list *list)
{
    struct span *const spans = arena_take(finder->document->arena, ranges->count + 1, sizeof *spans, finder->error);
    if (!spans)
        return false;
    for (uint32_t i = 0; i < ranges->count; i++) {
        struct token_range range_of = ranges->items[i];
        if (range_of.count > 1 && finder->document->tokens[range_of.first].contraction_part == 2) {       /* "im Bericht": the noun */
            range_of.first++;
            range_of.count--;
        }
        const struct token_range *const range = &range_of;
        spans[i] = (struct span){finder->document->tokens[range->first].span.begin_byte,
                                 finder->document->tokens[range->first + range->count - 1].span.end_byte};
    }
    *list = (struct span_list){spans, ranges->count};
    return true;
}

/* cue and speaker together: from the first to the last of both, where they lie in one sentence. */
static struct ranges statement__frame(const struct finder *finder, const struct draft *draft)
{
    struct ranges frame = {.count = 0};
    if (!draft->cue.count || !draft->speaker.count)
        return frame;
    uint32_t first = UINT32_MAX, end = 0;
    const struct ranges *const both[] = {&draft->cue, &draft->speaker};
    for (size_t k = 0; k < 2; k++)
        for (uint32_t i = 0; i < both[k]->count; i++) {
            const struct token_range *const range = &both[k]->items[i];
            first = range->first < first ? range->first : first;
            end = range->first + range->count > end ? range->first + range->count : end;
        }
    if (finder->document->tokens[first].sentence != finder->document->tokens[end - 1].sentence)
        return frame;
    for (uint32_t i = 0; i < draft->quote.count; i++) {       /* an inserted quote is no part of it */
        const struct token_range *const quote = &draft->quote.items[i];
        if (quote->first > first && quote->first + quote->count < end) {
            ranges_add(&frame, first, quote->first);
            first = quote->first + quote->count;
        }
    }
    ranges_add(&frame, first, end);
    return frame;
}

/* The time expression of the cue's clause, outside the quote. */
static uint32_t statement__time(const struct finder *finder, const struct draft *draft)
{
    const struct document *const document = finder->document;
    if (draft->cue_token == DOCUMENT_NONE)
        return DOCUMENT_NONE;
    const uint32_t sentence = document->tokens[draft->cue_token].sentence;
    const uint32_t segment = finder->surface->segment_of[draft->cue_token];
    for (uint32_t i = 0; i < document->time_count; i++) {
        const struct token_range *const time = &document->times[i].tokens;
        if (!time->count || document->tokens[time->first].sentence != sentence)
            continue;
        const uint32_t own = finder->surface->segment_of[time->first];
        bool quoted = false;
        for (uint32_t part = 0; part < draft->quote.count; part++)
            quoted = quoted || (time->first >= draft->quote.items[part].first &&
                                time->first < draft->quote.items[part].first + draft->quote.items[part].count);
        if (!quoted && own + 1 >= segment && own <= segment + 1)
            return i;
    }
    return DOCUMENT_NONE;
}

static bool statement__addressee(const struct finder *finder, struct draft *draft)
{
    if (draft->cue_token == DOCUMENT_NONE)
        return true;
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[draft->cue_token]];
    for (uint32_t token = segment->first; token + 1 < segment->end; token++) {
        uint32_t first, end;
        if (surface_has_role(finder->surface, token, ROLE_ADDRESSED) && surface_is(finder->surface, token, WORD_IS_PREPOSITION) &&
            phrase_at(finder, token + 1, segment->end, &first, &end)) {
            const uint32_t mention = finder->document->token_mention ? finder->document->token_mention[end - 1] : DOCUMENT_NONE;
            if (mention != DOCUMENT_NONE)
                ranges_add(&draft->addressee, first, end);
            return true;
        }
    }
    return true;
}

/* "Niemand erwartet, dass …" */
static bool statement__says_nobody(const struct finder *finder, const struct draft *draft)
{
    return draft->speaker.count && surface_has_role(finder->surface, draft->speaker.items[0].first, ROLE_NOBODY);
}

static bool statement__write(const struct finder *finder, struct draft *draft, struct statement *statement)
{
    const uint32_t own_time = statement__time(finder, draft);
    *statement = (struct statement){.type = draft->type, .medium = draft->medium, .speaker_mention = DOCUMENT_NONE,
                                    .entity = DOCUMENT_NONE, .inside = DOCUMENT_NONE, .aside = draft->aside,
                                    .attributes = draft->attributes && !statement__says_nobody(finder, draft),
                                    .why = draft->why, .cue_token = draft->cue_token,
                                    .time = own_time == DOCUMENT_NONE && draft->goes_on ? statement__time(finder, draft->goes_on) : own_time};
    const struct ranges frame = statement__frame(finder, draft);
    uint32_t mention = who_mention(finder, draft);
    if (mention == DOCUMENT_NONE)
        mention = who_of_document(finder, draft);
    if (mention != DOCUMENT_NONE) {
        statement->speaker_mention = mention;
        statement->entity = finder->document->mentions[mention].entities[0];
    }
    statement->naming = who_naming(finder, draft, mention, statement->entity);
    return statement__addressee(finder, draft) && statement__spans(finder, &draft->quote, &statement->quote) &&
           statement__spans(finder, &draft->cue, &statement->cue) && statement__spans(finder, &draft->speaker, &statement->speaker) &&
           statement__spans(finder, &draft->addressee, &statement->addressee) && statement__spans(finder, &frame, &statement->frame);
}

/* No speaker, or nobody in particular, where no word says that others speak (sollen, angeblich). */
static bool statement__names_nobody(const struct finder *finder, const struct draft *draft)
{
    return !draft->unnamed && (!draft->speaker.count || surface_has_role(finder->surface, draft->speaker.items[0].first, ROLE_INDEFINITE));
}

/* "Eine Untersuchung habe ergeben, dass …", where another tells of it and nobody is said to have made it. */
static bool statement__is_finding(const struct finder *finder, const struct draft *draft, const struct statement *statement)
{
    const struct token_range *const words = &draft->speaker.items[0];
    return draft->speaker.count && statement->entity == DOCUMENT_NONE && statement->inside != DOCUMENT_NONE && draft->cue_token != DOCUMENT_NONE &&
           finder->token_cue[draft->cue_token] != DOCUMENT_NONE && source_saying_noun(finder, words->first, words->first + words->count, NOUN_NACH) != DOCUMENT_NONE;
}

/* A noun of saying or thinking ("der Verdacht, …") that is nobody's. */
static bool statement__is_of_noun(const struct finder *finder, const struct draft *draft)
{
    return draft->cue_token != DOCUMENT_NONE && surface_is(finder->surface, draft->cue_token, WORD_IS_NOMINAL);
}

/* "Laut CNN sagte X, …. Man habe …": what X goes on to say stands in what CNN tells. */
static uint32_t statement__outer_voice(const struct finder *finder, const struct draft *draft, const struct statement *statements, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (&finder->drafts[finder->statement_draft[i]] == draft->goes_on) {
            const uint32_t outer = statements[i].inside;
            const bool holds = outer != DOCUMENT_NONE && statements[outer].attributes &&
                               finder->drafts[finder->statement_draft[outer]].sentence == draft->goes_on->sentence;
            return holds ? outer : DOCUMENT_NONE;
        }
    return DOCUMENT_NONE;
}

/* Statements are in the order of their begin, wider ones first: the one inside which a statement stands is before it. */
static void statement__nest(const struct finder *finder, const struct order *order, size_t count, struct statement *statements)
{
    for (size_t i = 0; i < count; i++) {
        const struct draft *const inner = &finder->drafts[order[i].index];
        for (size_t k = i; k-- > 0 && statements[i].inside == DOCUMENT_NONE;) {
            const struct draft *const outer = &finder->drafts[order[k].index];
            if (outer->sentence + 20 < inner->sentence)
                break;
            if (draft__begin(outer) <= draft__begin(inner) && draft__end(outer) >= draft__end(inner) &&
                !(outer->cue_token != DOCUMENT_NONE && outer->cue_token == inner->cue_token))
                statements[i].inside = (uint32_t)k;
        }
        if (statements[i].inside == DOCUMENT_NONE && inner->goes_on && !inner->unnamed)
            statements[i].inside = statement__outer_voice(finder, inner, statements, i);
        if (statement__names_nobody(finder, inner) && (statements[i].inside != DOCUMENT_NONE || statement__is_of_noun(finder, inner)))
            statements[i].attributes = false;      /* "sagte, es gebe Gründe für die Annahme, dass …": his own; "steht im Verdacht, …": nobody's */
        if (statement__is_finding(finder, inner, &statements[i]))
            statements[i].attributes = false;
    }
}

static bool statement__build(struct finder *finder)
{
    struct document *const document = finder->document;
    const size_t count = finder->draft_count;
    struct order *const order = arena_take(document->arena, count + 1, sizeof *order, finder->error);
    struct statement *const statements = arena_take(document->arena, count + 1, sizeof *statements, finder->error);
    finder->statement_draft = arena_take(document->arena, count + 1, sizeof *finder->statement_draft, finder->error);
    if (!order || !statements || !finder->statement_draft)
        return false;
    size_t kept = 0;
    prune_drafts(finder);
    for (uint32_t i = 0; i < count; i++)
        if (finder->drafts[i].quote.count)
            order[kept++] = (struct order){finder->drafts, i};
    finder->draft_count = kept;
    qsort(order, kept, sizeof *order, statement__compare);
    for (size_t i = 0; i < kept; i++)
        finder->statement_draft[i] = order[i].index;
    voice_settle(finder);
    for (size_t i = 0; i < kept; i++)
        if (!statement__write(finder, &finder->drafts[order[i].index], &statements[i]))
            return false;
    statement__nest(finder, order, kept, statements);
    document->statements = statements;
    document->statement_count = kept;
    return true;
}

static void statement__index_mentions(const struct finder *finder)
{
    const struct document *const document = finder->document;
    for (size_t token = 0; token < document->token_count; token++)
        finder->token_cue[token] = finder->token_mention[token] = DOCUMENT_NONE;
    for (uint32_t i = 0; i < document->mention_count; i++)
        for (uint32_t token = document->mentions[i].tokens.first; token < document->mentions[i].tokens.first + document->mentions[i].tokens.count; token++)
            if (document->mentions[i].kind != MENTION_ADJECTIVE && document->mentions[i].kind != MENTION_MODIFIER)
                finder->token_mention[token] = i;
}

bool statement_find(struct document *document, const struct statement_knowledge *knowledge, struct laut_error *error)
{
    struct finder finder = {.document = document, .knowledge = knowledge, .error = error};
    finder.surface = surface_open(document, knowledge, error);
    finder.token_cue = arena_take(document->arena, 2 * document->token_count + 1, sizeof *finder.token_cue, error);
    if (!finder.surface || !finder.token_cue)
        return false;
    finder.token_mention = finder.token_cue + document->token_count;
    statement__index_mentions(&finder);
    return cue_find_all(&finder) && content_find_all(&finder) && headline_find_all(&finder) && noun_cue_find_all(&finder) && source_phrase_find_all(&finder) &&
           run_find_konjunktiv(&finder) && direct_find_all(&finder) && run_find_modal(&finder) && statement__build(&finder) && stance_fill(&finder);
}

size_t statement_chain(const struct document *document, uint32_t statement, uint32_t chain[STATEMENT_CHAIN_LONGEST])
{
    uint32_t inward[STATEMENT_CHAIN_LONGEST];
    size_t count = 0;
    for (; statement < document->statement_count && count < STATEMENT_CHAIN_LONGEST; statement = document->statements[statement].inside)
        if (document->statements[statement].attributes)
            inward[count++] = statement;
    for (size_t i = 0; i < count; i++)
        chain[i] = inward[count - 1 - i];
    return count;
}

bool statement_said(const struct document *document, uint32_t statement, int32_t *begin_day, int32_t *end_day)
{
    for (size_t step = 0; statement < document->statement_count && step < STATEMENT_CHAIN_LONGEST; step++) {
        const struct statement *const here = &document->statements[statement];
        if (here->time < document->time_count && document->times[here->time].begin_day != DAY_NONE) {
            *begin_day = document->times[here->time].begin_day;
            *end_day = document->times[here->time].end_day;
            return true;
        }
        statement = here->inside;
    }
    return false;
}
