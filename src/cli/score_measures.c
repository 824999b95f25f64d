/* cli/score_measures.c: see cli/score.h. */
#include "cli/score.h"

#include <math.h>
#include <string.h>

int score_judged(const struct judgement *judgement, int field)
{
    int all = -1;
    if (field < JUDGED_FIELDS)
        return judgement->judged[field];
    for (int i = 0; i < JUDGED_FIELDS; i++)
        if (judgement->judged[i] >= 0)
            all = (all < 0 || all == 1) && judgement->judged[i] == 1;
    return all;
}

/* Lines of one claim stand together; end is where those of the claim at begin end. */
static size_t score__end(const struct sheet *sheet, size_t begin)
{
    size_t end = begin + 1;
    while (end < sheet->count && strcmp(sheet->items[begin].claim, sheet->items[end].claim) == 0)
        end++;
    return end;
}

struct share score_share(const struct sheet *sheet, int field)
{
    struct share share = {.judged = 0};
    double sum = 0, right = 0, squares = 0;
    const double z = 1.959964;
    for (size_t begin = 0, end; begin < sheet->count; begin = end) {
        size_t judged = 0, yes = 0;
        end = score__end(sheet, begin);
        for (size_t i = begin; i < end; i++) {
            const int one = score_judged(&sheet->items[i], field);
            judged += one >= 0;
            yes += one == 1;
        }
        if (!judged)
            continue;
        const double weight = sheet->items[begin].weight;
        share.judged++;
        share.right += 2 * yes > judged;
        sum += weight;
        squares += weight * weight;
        right += weight * (double)yes / (double)judged;
    }
    if (!share.judged)
        return (struct share){.precision = (double)NAN, .low = (double)NAN, .high = (double)NAN};
    const double n = sum * sum / squares, p = right / sum;         /* Kish's effective number */
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n), half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    share.precision = p;
    share.low = fmax(0, middle - half);
    share.high = fmin(1, middle + half);
    return share;
}

/* The coder whose name is the smallest behind one; NULL: none. */
static const char *score__coder(const struct sheet *sheet, const char *behind)
{
    const char *least = NULL;
    for (size_t i = 0; i < sheet->count; i++) {
        const char *const coder = sheet->items[i].coder;
        if ((!behind || strcmp(coder, behind) > 0) && (!least || strcmp(coder, least) < 0))
            least = coder;
    }
    return least;
}

static int score__of(const struct sheet *sheet, size_t begin, size_t end, const char *coder, int field)
{
    for (size_t i = begin; i < end; i++)
        if (strcmp(sheet->items[i].coder, coder) == 0)
            return score_judged(&sheet->items[i], field);
    return -1;
}

/* Cohen, Educational and Psychological Measurement 20, 1960. */
static double score__kappa(const struct sheet *sheet, int field)
{
    const char *const first = score__coder(sheet, NULL), *const second = first ? score__coder(sheet, first) : NULL;
    double both = 0, same = 0, yes_a = 0, yes_b = 0;
    for (size_t begin = 0, end; second && begin < sheet->count; begin = end) {
        end = score__end(sheet, begin);
        const int a = score__of(sheet, begin, end, first, field), b = score__of(sheet, begin, end, second, field);
        if (a < 0 || b < 0)
            continue;
        both++;
        same += a == b;
        yes_a += a;
        yes_b += b;
    }
    if (both < 1)
        return (double)NAN;
    const double expected = yes_a / both * yes_b / both + (1 - yes_a / both) * (1 - yes_b / both);
    return expected < 1 ? (same / both - expected) / (1 - expected) : (double)NAN;
}

/* Krippendorff, Content Analysis, chapter 11: of nominal values, with any number of coders and gaps. */
struct agreement score_agreement(const struct sheet *sheet, int field)
{
    struct agreement agreement = {.kappa = score__kappa(sheet, field), .observed = (double)NAN, .alpha = (double)NAN};
    double values[2] = {0, 0}, differing = 0, pairs = 0, pairs_same = 0;
    for (size_t begin = 0, end; begin < sheet->count; begin = end) {
        double counts[2] = {0, 0};
        end = score__end(sheet, begin);
        for (size_t i = begin; i < end; i++) {
            const int one = score_judged(&sheet->items[i], field);
            if (one >= 0)
                counts[one]++;
        }
        const double n = counts[0] + counts[1];
        if (n < 2)
            continue;
        agreement.claims++;
        values[0] += counts[0];
        values[1] += counts[1];
        differing += 2 * counts[0] * counts[1] / (n - 1);
        pairs += n * (n - 1) / 2;
        pairs_same += (counts[0] * (counts[0] - 1) + counts[1] * (counts[1] - 1)) / 2;
    }
    const double all = values[0] + values[1];
    if (!agreement.claims)
        return agreement;
    agreement.observed = pairs_same / pairs;
    if (values[0] > 0 && values[1] > 0)
        agreement.alpha = 1 - (all - 1) * differing / (2 * values[0] * values[1]);
    return agreement;
}
