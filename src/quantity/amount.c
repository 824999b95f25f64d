/* quantity/amount.c: puts numbers together that time/number.c reads word by word.
 *
 *     amount = single | single link single | "zwischen" single "und" single | figures "-" figures in one word
 *     single = number | [one] half scale                                   (a scale of the second end holds for the first: 10 bis 20 Millionen)
 */
#include "quantity/amount.h"

#include <math.h>
#include <string.h>

enum { FIGURES_BYTES = 24 };

/* Hundert, Tausend, Dutzend, Million … as such. */
static bool amount__is_round(double value)
{
    static const double scales[] = {12, 100, 1e3, 1e4, 1e5, 1e6, 1e9, 1e12};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        if (fabs(value - scales[i]) < 0.5)
            return true;
    return false;
}

static bool amount__half(const struct quantity_knowledge *knowledge, const struct document *document, uint32_t token, uint32_t end,
                         uint32_t before, struct amount *amount)
{
    uint32_t words = 0;
    const struct quantity_word *const half = token < end ? quantity_word_at(knowledge, document, token, WORDS_HALF, &words) : NULL;
    if (!half || token + words >= end)
        return false;
    const struct number_phrase scale = number_phrase(knowledge->numbers, document, token + words, end);
    if (!scale.count || !scale.with_scale)
        return false;
    *amount = (struct amount){.first = token - before, .count = before + words + scale.count, .value = half->factor * scale.value, .to = (double)NAN};
    return true;
}

static bool amount__single(const struct quantity_knowledge *knowledge, const struct document *document, uint32_t token, uint32_t end,
                           struct amount *amount)
{
    if (amount__half(knowledge, document, token, end, 0, amount))
        return true;
    const struct number_phrase phrase = number_phrase(knowledge->numbers, document, token, end);
    if (!phrase.count)
        return false;
    if (phrase.one && phrase.count == 1 && amount__half(knowledge, document, token + 1, end, 1, amount))
        return true;
    *amount = (struct amount){.first = token, .count = phrase.count, .value = phrase.value, .to = (double)NAN, .figures = phrase.figures,
                              .one = phrase.one && !phrase.with_scale, .vague = phrase.vague_scale,
                              .round = phrase.count == 1 && !phrase.figures && amount__is_round(phrase.value)};
    return true;
}

/* "20-30", "5.000–6.000" in one word. */
static bool amount__joined(const struct quantity_knowledge *knowledge, const char *form, struct amount *amount)
{
    size_t dash = strcspn(form, "-"), width = 1;
    const char *const long_dash = strstr(form, "–");
    if (long_dash) {
        dash = (size_t)(long_dash - form);
        width = strlen("–");
    }
    if (!form[dash] || dash == 0 || dash >= FIGURES_BYTES || form[0] < '0' || form[0] > '9' || form[dash + width] < '0' || form[dash + width] > '9')
        return false;
    char first[FIGURES_BYTES];
    memcpy(first, form, dash);
    first[dash] = '\0';
    struct number_reading from, to;
    if (!number_read(knowledge->numbers, first, &from) || !number_read(knowledge->numbers, form + dash + width, &to) ||
        from.kind != NUMBER_CARDINAL || to.kind != NUMBER_CARDINAL || to.value <= from.value)
        return false;
    amount->value = from.value;
    amount->to = to.value;
    return true;
}

/* What joins the two ends of a range after the first one, *words long; NULL: nothing does. */
static const struct quantity_word *amount__link(const struct quantity_knowledge *knowledge, const struct document *document, uint32_t token,
                                                bool between, uint32_t *words)
{
    const struct quantity_word *link = quantity_word_at(knowledge, document, token, WORDS_RANGE, words);
    if (!link)
        link = quantity_word_at(knowledge, document, token, WORDS_RANGE_OR, words);
    return link || !between ? link : quantity_word_at(knowledge, document, token, WORDS_BETWEEN_AND, words);
}

/* What the second end's scale does to the first: "10 bis 20 Millionen". */
static double amount__scaled(const struct quantity_knowledge *knowledge, const struct document *document, const struct amount *first,
                             const struct amount *second)
{
    struct number_reading plain;
    if (second->count < 2 || first->count > 1 || !number_read(knowledge->numbers, document->tokens[second->first].form, &plain) ||
        !(plain.value > 0) || first->value >= plain.value)
        return first->value;
    return first->value * (second->value / plain.value);
}

bool amount_read(const struct quantity_knowledge *knowledge, const struct document *document, uint32_t token, uint32_t end,
                 struct amount *amount)
{
    uint32_t words = 0;
    *amount = (struct amount){.first = token, .count = 1, .to = (double)NAN, .figures = true};
    if (amount__joined(knowledge, document->tokens[token].form, amount))
        return true;
    const bool between = quantity_word_at(knowledge, document, token, WORDS_BETWEEN, &words) != NULL;
    if (!amount__single(knowledge, document, token + (between ? words : 0), end, amount))
        return false;
    const uint32_t after = amount->first + amount->count;
    uint32_t link = 0;
    const struct quantity_word *const joins = after < end ? amount__link(knowledge, document, after, between, &link) : NULL;
    struct amount second;
    if (!joins || after + link >= end)
        return !between;
    const bool approximate = quantity_word_at(knowledge, document, after + link, WORDS_BEFORE, &words) != NULL;
    if (!amount__single(knowledge, document, after + link + (approximate ? words : 0), end, &second) || second.one)
        return !between;
    const double from = amount__scaled(knowledge, document, amount, &second);
    if (second.value <= from)
        return !between;
    amount->count = second.first + second.count - token;
    amount->first = token;
    amount->value = from;
    amount->to = second.value;
    amount->one = amount->round = false;
    amount->range = joins->id;
    return true;
}
