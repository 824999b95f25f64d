/* statement/headline.c: "USA: Sorge vor …": who stands before the colon of a headline says what stands after it. */
#include "statement/finder.h"

static bool headline__try(struct finder *finder, uint32_t sentence)
{
    const struct surface *const surface = finder->surface;
    const struct sentence *const here = &finder->document->sentences[sentence];
    const uint32_t begin = finder_segment_begin(finder, sentence), last = finder_segment_end(finder, sentence);
    if ((here->kind != PARAGRAPH_TITLE && here->kind != PARAGRAPH_HEADING && here->kind != PARAGRAPH_KICKER) ||
        begin + 1 >= last || !(surface->segments[begin + 1].before & WORD_IS_COLON))
        return true;
    const struct segment *const head = &surface->segments[begin];
    uint32_t first, end;
    if (head->finite != DOCUMENT_NONE || !phrase_at(finder, head->word, head->end, &first, &end) || end != head->end)
        return true;
    const uint32_t mention = finder->document->token_mention ? finder->document->token_mention[end - 1] : DOCUMENT_NONE;
    if (mention == DOCUMENT_NONE)
        return true;
    struct draft *const draft = finder_add(finder, STATEMENT_INDIRECT, NULL, "headline-colon", sentence);
    if (!draft)
        return false;
    draft->aside = true;
    ranges_add(&draft->speaker, first, end);
    ranges_add(&draft->quote, surface->segments[begin + 1].first, finder_trim(finder, surface->segments[begin + 1].first,
                                                                                 finder_sentence_end(finder, sentence)));
    return true;
}

bool headline_find_all(struct finder *finder)
{
    for (uint32_t sentence = 0; sentence < finder->document->sentence_count; sentence++)
        if (!headline__try(finder, sentence))
            return false;
    return true;
}
