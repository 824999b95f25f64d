#include "statement/finder.h"
bool stance_fill(struct finder *finder)
{
    finder->document->token_stance = arena_take(finder->document->arena, finder->document->token_count + 1, sizeof(struct stance), finder->error);
    for (size_t i = 0; finder->document->token_stance && i < finder->document->token_count; i++)
        finder->document->token_stance[i].statement = DOCUMENT_NONE;
    return finder->document->token_stance != NULL;
}
