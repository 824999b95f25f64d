/* parse/inserted.c: what is inserted into a clause between two commas or dashes (Duden, Grammatik: Schaltsatz, Parenthese, lockere Apposition).
 * The clause goes on behind it, and its words hang on nothing inside.
 *   - who says it, right behind the finite verb or before it ("Die Truppe habe, sagte der Minister, ein Boot versenkt", "Das Boot, so der
 *     Minister, sank"): of the words inside only the verb, or without one the first noun, hangs on something outside;
 *   - what is added to the phrase before the finite verb, a participle or a noun ("Die Truppe, unterstützt von der Polizei, …", "Kiew, die
 *     Hauptstadt, …"): it hangs on that phrase alone. */
#include "parse/inserted.h"

#include "lexicon/lexicon.h"
#include "parse/network.h"

#include <string.h>

enum { INSERTED_LONGEST = 14 };          /* words of an insertion */

enum inserted__kind { INSERTED_VERB, INSERTED_SPEAKER, INSERTED_ADDITION };

struct inserted__part {
    size_t begin, end, main;             /* main: the only word that may hang on what is outside, but of additions all on what is before */
    enum inserted__kind kind;
};

static bool inserted__is_finite(const struct token *token)
{
    return (token->upos == UPOS_VERB || token->upos == UPOS_AUX) && lexicon_may_be_verb(token, VERB_FORM_FIN);
}

static bool inserted__has_verb(const struct token *tokens, size_t begin, size_t end)
{
    bool found = false;
    for (size_t i = begin; i < end && !found; i++)
        found = tokens[i].upos == UPOS_VERB || tokens[i].upos == UPOS_AUX;
    return found;
}

static bool inserted__is_noun(const struct token *token)
{
    return token->upos == UPOS_NOUN || token->upos == UPOS_PROPN || token->upos == UPOS_PRON;
}

static bool inserted__may_open_clause(const struct token *token)
{
    return token->upos == UPOS_SCONJ || lexicon_has_flag(token, ANALYSIS_RELATIVE | ANALYSIS_DEMONSTRATIVE | ANALYSIS_INTERROGATIVE) ||
           lexicon_may_be(token, WORD_CONJUNCTION);
}

/* "unterstützt" */
static bool inserted__is_participle(const struct token *token)
{
    bool found = false;
    for (size_t i = 0; token->upos == UPOS_VERB && i < token->analysis_count && !found; i++)
        found = token->analyses[i].word_class == WORD_PARTICIPLE_PERFECT && !token->analyses[i].morphology.grammatical_case;
    return found;
}

/* "unterstützt von der Polizei", "seit Wochen umkämpft", "die Hauptstadt der Ukraine" */
static bool inserted__is_addition(const struct token *tokens, const struct inserted__part *part)
{
    const size_t last = part->end - 1;
    if (inserted__is_participle(&tokens[part->begin]) && part->begin < last && tokens[part->begin + 1].upos == UPOS_ADP)
        return !inserted__has_verb(tokens, part->begin + 1, part->end);
    if (inserted__is_participle(&tokens[last]) && part->begin < last)
        return !inserted__may_open_clause(&tokens[part->begin]) && !inserted__has_verb(tokens, part->begin, last);
    const enum upos upos = tokens[part->begin].upos;
    return (upos == UPOS_DET || upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_ADJ || upos == UPOS_NUM) &&
           !inserted__has_verb(tokens, part->begin, part->end);
}

/* "sagte der Minister", "so vermutet die Zeitung": a finite verb that an adverb at most stands before, and no other; "so der Minister": none. */
static bool inserted__is_saying(const struct token *tokens, struct inserted__part *part)
{
    const size_t first = part->begin + (tokens[part->begin].upos == UPOS_ADV);
    if (first >= part->end)
        return false;
    const bool verb = inserted__is_finite(&tokens[first]) && tokens[first].upos == UPOS_VERB;
    part->kind = verb ? INSERTED_VERB : INSERTED_SPEAKER;
    part->main = first;
    if (verb)
        return first + 1 < part->end && !inserted__has_verb(tokens, first + 1, part->end);
    while (part->main < part->end && !inserted__is_noun(&tokens[part->main]))
        part->main++;
    return first > part->begin && part->main < part->end && !inserted__has_verb(tokens, first, part->end) &&
           (tokens[first].upos == UPOS_DET || tokens[first].upos == UPOS_NOUN || tokens[first].upos == UPOS_PROPN);
}

/* Does a main clause go from its beginning to the verb, which is its second part? */
static bool inserted__is_second(const struct token *tokens, size_t verb)
{
    size_t begin = verb;
    while (begin > 0 && tokens[begin - 1].upos != UPOS_PUNCT)
        begin--;
    return begin < verb && inserted__is_finite(&tokens[verb]) && !inserted__has_verb(tokens, begin, verb) &&
           !(inserted__may_open_clause(&tokens[begin]) && (begin > 0 || (tokens[begin].upos != UPOS_DET && tokens[begin].upos != UPOS_PRON)));
}

static bool inserted__is_mark(const struct token *token)
{
    return token->upos == UPOS_PUNCT && (strcmp(token->form, ",") == 0 || strcmp(token->form, "–") == 0 || strcmp(token->form, "—") == 0 || strcmp(token->form, "-") == 0);
}

/* The insertion that begins behind the punctuation at `mark`. */
static bool inserted__find(const struct token *tokens, size_t count, size_t mark, struct inserted__part *part)
{
    if (mark == 0 || mark + 2 >= count || !inserted__is_mark(&tokens[mark]) || tokens[mark - 1].upos == UPOS_PUNCT)
        return false;
    size_t end = mark + 1;
    while (end < count && end <= mark + INSERTED_LONGEST && tokens[end].upos != UPOS_PUNCT)
        end++;
    *part = (struct inserted__part){.begin = mark + 1, .end = end};
    if (end == mark + 1 || end + 2 >= count || strcmp(tokens[end].form, tokens[mark].form) != 0)
        return false;
    const bool before_verb = inserted__is_finite(&tokens[end + 1]) && !inserted__has_verb(tokens, 0, mark);
    if (before_verb && inserted__is_addition(tokens, part)) {
        part->kind = INSERTED_ADDITION;
        return true;
    }
    return inserted__is_saying(tokens, part) &&
           (before_verb || (inserted__is_second(tokens, mark - 1) && (tokens[mark - 1].upos == UPOS_AUX || part->kind == INSERTED_SPEAKER)));
}

/* May token d hang on head h (from 1, 0 the root), one of them inside and the other outside? */
static bool inserted__may_cross(const struct token *tokens, const struct inserted__part *part, size_t d, size_t h)
{
    const bool inside = d >= part->begin && d < part->end;
    if (part->kind == INSERTED_ADDITION)
        return inside && h > 0 && h < part->begin;
    return d == part->main || (part->kind == INSERTED_VERB && tokens[d].upos == UPOS_VERB && h == part->main + 1);     /* what is said hangs on "sagte" */
}

void inserted_forbid(const struct token *tokens, size_t count, float *score, size_t stride)
{
    struct inserted__part part;
    for (size_t mark = 1; mark < count; mark++) {
        if (!inserted__find(tokens, count, mark, &part))
            continue;
        for (size_t d = 0; d < count; d++)
            for (size_t h = 0; h <= count; h++) {
                const bool inside = d >= part.begin && d < part.end, head_inside = h > part.begin && h <= part.end;
                if (tokens[d].upos != UPOS_PUNCT && inside != head_inside && !inserted__may_cross(tokens, &part, d, h))
                    score[d * stride + h] -= NETWORK_FORBIDDEN;
            }
    }
}

void inserted_relate(struct token *tokens, size_t count)
{
    struct inserted__part part;
    for (size_t mark = 1; mark < count; mark++) {
        if (!inserted__find(tokens, count, mark, &part) || part.kind != INSERTED_SPEAKER)
            continue;
        const enum relation relation = tokens[part.main].relation;
        if (relation == RELATION_NSUBJ || relation == RELATION_NSUBJ_PASS || relation == RELATION_OBJ || relation == RELATION_IOBJ)
            tokens[part.main].relation = RELATION_PARATAXIS;
    }
}
