/* parse/infinitives.c: an infinitive with zu behind a clause with a finite verb and a comma is a clause of its own ("Peru verdächtigt Chile, Kuba
 * mit Waffen zu beliefern"; Duden, Grammatik: satzwertige Infinitivgruppe). Its words hang on one another, its verb alone on something before the
 * comma, and nothing before the comma on them. Where the comma may stand in a list ("Panzer, Drohnen und Raketen zu liefern"), nothing is told. */
#include "parse/infinitives.h"

#include "lexicon/lexicon.h"
#include "parse/network.h"

#include <string.h>

struct infinitives__clause {
    size_t comma, end, main;             /* words (comma, end], of which main hangs on something before the comma */
};

static bool infinitives__is_verb(const struct token *token)
{
    return token->upos == UPOS_VERB || token->upos == UPOS_AUX;
}

static bool infinitives__is_noun(const struct token *token)
{
    return token->upos == UPOS_NOUN || token->upos == UPOS_PROPN;
}

/* "zu liefern", "zu haben", "anzugreifen" */
static bool infinitives__ends(const struct token *tokens, size_t at)
{
    if (!infinitives__is_verb(&tokens[at]))
        return false;
    const bool particle = at > 0 && tokens[at - 1].upos == UPOS_PART && lexicon_may_be_verb(&tokens[at], VERB_FORM_INF);
    return particle || lexicon_may_be_verb(&tokens[at], VERB_FORM_ZU_INF);
}

/* Has the clause that ends before the comma a finite verb? */
static bool infinitives__has_matrix(const struct token *tokens, size_t comma)
{
    for (size_t at = comma; at > 0 && tokens[at - 1].upos != UPOS_PUNCT; at--)
        if (infinitives__is_verb(&tokens[at - 1]) && lexicon_may_be_verb(&tokens[at - 1], VERB_FORM_FIN))
            return true;
    return false;
}

/* One verb, alone or with its auxiliary: with more of them which hangs on which is not told. */
static bool infinitives__find(const struct token *tokens, size_t count, size_t end, struct infinitives__clause *clause)
{
    bool nominal = false, list = false;
    const bool perfect = tokens[end].upos == UPOS_AUX;
    const size_t main = perfect ? end - 2 : end;
    size_t at = end;
    const bool goes_on = end + 1 < count && infinitives__is_verb(&tokens[end + 1]);      /* "…, wie die Lage sich zu bessern schien" */
    if (goes_on || !infinitives__ends(tokens, end) || (perfect && tokens[main].upos != UPOS_VERB))
        return false;
    for (; at > 0 && tokens[at].upos != UPOS_PUNCT; at--) {
        if (tokens[at].upos == UPOS_SCONJ || (at != end && at != main && infinitives__is_verb(&tokens[at])))
            return false;
        nominal = nominal || infinitives__is_noun(&tokens[at]);
        list = list || tokens[at].upos == UPOS_CCONJ;
    }
    *clause = (struct infinitives__clause){at, end, main};
    return at > 0 && nominal && strcmp(tokens[at].form, ",") == 0 && infinitives__has_matrix(tokens, at) &&
           !(list && infinitives__is_noun(&tokens[at - 1]));
}

void infinitives_forbid(const struct token *tokens, size_t count, float *score, size_t stride)
{
    struct infinitives__clause clause;
    for (size_t end = 2; end < count; end++) {
        if (!infinitives__find(tokens, count, end, &clause))
            continue;
        for (size_t d = 0; d <= end; d++)
            for (size_t h = 0; h <= count; h++) {
                const bool inside = d > clause.comma, head_inside = h > clause.comma + 1 && h <= end + 1;
                if (tokens[d].upos != UPOS_PUNCT && inside != head_inside && d != clause.main)
                    score[d * stride + h] -= NETWORK_FORBIDDEN;
            }
    }
}
