/* statement/source_reach.c: of which words a source without a verb ("laut X") is the source: the clause around its phrase, without it. */
#include "parse/tree.h"
#include "statement/finder.h"

/* Tokens [first, end). */
struct reach {
    uint32_t first, end;
};

static void source__narrow(struct reach *reach, uint32_t first, uint32_t end)
{
    reach->first = first > reach->first ? first : reach->first;
    reach->end = end < reach->end ? end : reach->end;
}

/* Relative, adverbial and content clauses, and later main clauses with a subject of their own, are a phrase's whole reach. */
static bool source__is_own_clause(const struct document *document, uint32_t clause)
{
    switch (document->tokens[clause].relation) {
    case RELATION_ACL:
    case RELATION_ADVCL:
    case RELATION_CCOMP:
        return tree_finite(document, clause) != DOCUMENT_NONE;
    case RELATION_CONJ:
    case RELATION_PARATAXIS:
        return tree_child(document, clause, RELATION_NSUBJ) != DOCUMENT_NONE || tree_child(document, clause, RELATION_NSUBJ_PASS) != DOCUMENT_NONE ||
               tree_child(document, clause, RELATION_CSUBJ) != DOCUMENT_NONE || tree_child(document, clause, RELATION_EXPL) != DOCUMENT_NONE;
    default:
        return false;
    }
}

/* "Die Partei hat zugestimmt, so sollen die Gespräche laut X am Mittwoch beginnen": a main clause of its own behind another, with its verb in the
 * first or second place. */
static bool source__is_later_main(const struct finder *finder, uint32_t begin, uint32_t own)
{
    const struct segment *const segments = finder->surface->segments;
    if (segments[own].kind != SEGMENT_MAIN || !(segments[own].before & WORD_IS_COMMA) || segments[own].finite > segments[own].word + 1)
        return false;
    for (uint32_t at = own; at-- > begin;)
        if (segments[at].kind == SEGMENT_MAIN)
            return segments[at].finite > segments[at].word;
    return false;
}

/* What the tree tells of the phrase's reach: the sentence, or the clause of the tree that it stands in. */
static struct reach source__clause(const struct finder *finder, uint32_t token)
{
    const struct document *const document = finder->document;
    const struct segment *const segment = &finder->surface->segments[finder->surface->segment_of[token]];
    const uint32_t sentence = document->tokens[token].sentence;
    struct reach reach = {finder->surface->segments[finder_segment_begin(finder, sentence)].first, finder_sentence_end(finder, sentence)};
    uint32_t clause = tree_clause(document, token);
    while (clause != DOCUMENT_NONE && !source__is_own_clause(document, clause))
        clause = tree_governing_clause(document, clause);
    if (clause != DOCUMENT_NONE) {
        const struct token_range range = tree_subtree(document, clause);
        source__narrow(&reach, range.first, range.first + range.count);
        while (reach.first < token && surface_is(finder->surface, reach.first, WORD_IS_BREAK))
            reach.first++;
    } else if (segment->kind == SEGMENT_RELATIVE || segment->kind == SEGMENT_DEPENDENT) {
        reach = (struct reach){segment->first, segment->end};        /* a clause whose verb the tree takes for an infinitive */
    }
    const uint32_t own = tree_clause(document, token);       /* "hatten X überfallen und dabei eigenen Angaben zufolge Y getötet" */
    if (own != DOCUMENT_NONE && own != clause && document->tokens[own].relation == RELATION_CONJ && document->tokens[own].upos == UPOS_VERB &&
        tree_subtree(document, own).first < token)
        source__narrow(&reach, tree_subtree(document, own).first, reach.end);
    return reach;
}

/* The clause in whose reach the phrase stands, in tokens: what the tree tells, between semicolons and inside what somebody says ("X erklärte, das Land
 * besitze seiner Meinung nach …"). */
static struct reach source__reach(const struct finder *finder, uint32_t token)
{
    const struct surface *const surface = finder->surface;
    const uint32_t sentence = finder->document->tokens[token].sentence, segment = surface->segment_of[token];
    const uint32_t begin = finder_segment_begin(finder, sentence), last = finder_segment_end(finder, sentence);
    struct reach reach = source__clause(finder, token);
    if (source__is_later_main(finder, begin, segment))
        source__narrow(&reach, surface->segments[segment].first, reach.end);
    for (uint32_t i = begin + 1; i < last; i++)
        if (surface->segments[i].before & WORD_IS_SEMICOLON)
            source__narrow(&reach, i <= segment ? surface->segments[i].first : reach.first, i > segment ? surface->segments[i].first : reach.end);
    for (size_t i = 0; i < finder->draft_count; i++)
        for (uint32_t part = 0; part < finder->drafts[i].quote.count; part++) {
            const struct token_range *const range = &finder->drafts[i].quote.items[part];
            if (finder->drafts[i].sentence != sentence)
                continue;
            if (token >= range->first && token < range->first + range->count)
                source__narrow(&reach, range->first, range->first + range->count);
            else if (token < range->first && surface_is(surface, range->first - 1, WORD_IS_COLON) && finder->drafts[i].type != STATEMENT_REPORTED &&
                     finder->drafts[i].cue_token != DOCUMENT_NONE && finder->drafts[i].cue_token > range->first)
                source__narrow(&reach, reach.first, range->first);       /* "Laut X war …: Y habe …, sagte Z" */
        }
    reach.end = finder_trim(finder, reach.first, reach.end);
    return reach;
}

/* "X hat eigenen Angaben zufolge …": the subject of the clause is meant. */
static void source__own(const struct finder *finder, uint32_t cue, struct draft *draft)
{
    const struct document *const document = finder->document;
    uint32_t subject = tree_subject(document, tree_clause(document, cue));
    for (uint32_t token = draft->quote.count ? draft->quote.items[0].first : cue; subject == DOCUMENT_NONE && token < cue; token++)
        if (document->tokens[token].relation == RELATION_NSUBJ)
            subject = token;
    if (subject != DOCUMENT_NONE)
        ranges_add(&draft->meant, subject, subject + 1);
}

/* "Das Komitee spricht von …, Unicef zufolge sind …": the phrase stands first in a main clause after another. */
static bool source__opens_later_clause(const struct finder *finder, struct token_range phrase)
{
    const struct surface *const surface = finder->surface;
    const uint32_t own = surface->segment_of[phrase.first];
    const struct segment *const segment = &surface->segments[own];
    if (segment->kind != SEGMENT_MAIN || segment->word != phrase.first || segment->finite != phrase.first + phrase.count)
        return false;
    for (uint32_t at = finder_segment_begin(finder, finder->document->tokens[phrase.first].sentence); at < own; at++)
        if (surface->segments[at].kind == SEGMENT_MAIN)
            return true;
    return false;
}

/* The noun of an article whose attribute begins behind it: the tree's, else the next one behind an adjective, for trees lose the article there. */
static uint32_t source__noun_of_article(const struct finder *finder, uint32_t article, uint32_t after)
{
    const struct document *const document = finder->document;
    const uint32_t head = document->tokens[article].relation == RELATION_DET ? tree_head(document, article) : DOCUMENT_NONE;
    if (head != DOCUMENT_NONE || document->tokens[article].upos != UPOS_DET || !surface_is(finder->surface, article, WORD_IS_DETERMINER))
        return head;
    const uint32_t end = finder->surface->segments[finder->surface->segment_of[article]].end;
    for (uint32_t token = after + 1; token < end; token++)
        if (surface_is(finder->surface, token, WORD_IS_NOMINAL))
            return document->tokens[token - 1].relation == RELATION_AMOD && tree_head(document, token - 1) == token ? token : DOCUMENT_NONE;
    return DOCUMENT_NONE;
}

/* "die laut Armee mit Raketen beschossene Stadt": one past the participle of the article's noun, which alone the phrase is said of; DOCUMENT_NONE:
 * the phrase stands in no attribute. */
static uint32_t source__attribute_end(const struct finder *finder, struct token_range phrase)
{
    const struct document *const document = finder->document;
    const uint32_t after = phrase.first + phrase.count;
    const uint32_t noun = phrase.first > 0 ? source__noun_of_article(finder, phrase.first - 1, after) : DOCUMENT_NONE;
    if (noun == DOCUMENT_NONE || noun <= after || document->tokens[noun].sentence != document->tokens[phrase.first].sentence)
        return DOCUMENT_NONE;
    for (uint32_t at = noun; at-- > after;)
        if (document->tokens[at].relation == RELATION_AMOD && tree_head(document, at) == noun && surface_is(finder->surface, at, WORD_IS_PARTICIPLE | WORD_IS_ADJECTIVE))
            return at + 1;
    return DOCUMENT_NONE;
}

/* "Laut der Armee wurden …, nach Angaben der Rebellen wurden …", "…, während laut X …": a later clause with a source of its own is not in the reach of
 * an earlier phrase. */
static void source__end_earlier(const struct finder *finder, uint32_t cue)
{
    const struct surface *const surface = finder->surface;
    const struct segment *const segment = &surface->segments[surface->segment_of[cue]];
    const bool own = segment->finite != DOCUMENT_NONE && (segment->before & (WORD_IS_COMMA | WORD_IS_SEMICOLON)) &&
                     (segment->kind == SEGMENT_MAIN || (segment->kind == SEGMENT_DEPENDENT && !surface_has_role(surface, segment->opener, ROLE_CONTENT)));
    for (size_t i = 0; own && i < finder->draft_count; i++) {
        struct draft *const draft = &finder->drafts[i];
        if (!draft->aside || draft->cue_token == DOCUMENT_NONE || draft->cue_token >= segment->first || draft->sentence != finder->document->tokens[cue].sentence ||
            surface->segments[surface->segment_of[draft->cue_token]].finite == DOCUMENT_NONE || surface->segment_of[draft->cue_token] == surface->segment_of[cue])
            continue;
        for (uint32_t part = 0; part < draft->quote.count; part++) {
            struct token_range *const range = &draft->quote.items[part];
            if (range->first < segment->first && range->first + range->count > segment->first)
                range->count = finder_trim(finder, range->first, segment->first) - range->first;
        }
    }
}

bool source_make(struct finder *finder, const struct source_phrase *source)
{
    const struct token_range phrase = source->words, speaker = source->speaker;
    const uint32_t cue = source->cue;
    struct reach reach = source__reach(finder, cue);
    if (source__opens_later_clause(finder, phrase))
        source__narrow(&reach, phrase.first, reach.end);
    source__end_earlier(finder, cue);
    struct draft *const draft = finder_add(finder, STATEMENT_INDIRECT, source->word->medium, source->word->id, finder->document->tokens[cue].sentence);
    if (!draft)
        return false;
    uint32_t after = phrase.first + phrase.count;
    while (after < reach.end && surface_is(finder->surface, after, WORD_IS_COMMA))
        after++;
    const uint32_t attribute = source__attribute_end(finder, phrase);
    if (attribute != DOCUMENT_NONE)
        reach = (struct reach){phrase.first, attribute};
    if (phrase.first > reach.first)
        ranges_add(&draft->quote, reach.first, phrase.first);
    if (after < reach.end)
        ranges_add(&draft->quote, after, reach.end);
    ranges_add(&draft->cue, cue, cue + 1);
    if (speaker.count)
        ranges_add(&draft->speaker, speaker.first, speaker.first + speaker.count);
    draft->cue_token = cue;
    draft->aside = true;
    draft->noun = source->noun;
    for (uint32_t token = speaker.first; token < speaker.first + speaker.count; token++)
        if (surface_has_role(finder->surface, token, ROLE_OWN))
            source__own(finder, cue, draft);
    if (!draft->meant.count && who_is_saying_of_before(finder, &draft->speaker))
        draft->same_speaker = (uint32_t)(draft - finder->drafts);
    return true;
}
