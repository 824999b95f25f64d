/* quantity/amount.h: the number or range of numbers that begins at a word.
 *
 *     amount_read(knowledge, document, 3, end, &amount)      "10 bis 20 Millionen"  ->  {10e6 to 20e6, count 4}
 *                                                            "eine halbe Million"   ->  {500000, count 3}
 */
#ifndef QUANTITY_AMOUNT_H
#define QUANTITY_AMOUNT_H

#include "quantity/knowledge.h"

struct amount {
    uint32_t first, count;           /* tokens */
    double value, to;                /* to: NAN where it is no range */
    bool figures;                    /* written in figures */
    bool one;                        /* the article or the number one */
    bool vague;                      /* Dutzende, Tausende */
    bool round;                      /* hundert, Tausend, Million alone: what "mehrere" can stand before */
    const char *range;               /* table entry of the word that makes it a range, else NULL */
};

/* False: no number begins here. Tokens up to (not including) end may belong to it. */
bool amount_read(const struct quantity_knowledge *knowledge, const struct document *document, uint32_t token, uint32_t end,
                 struct amount *amount);

#endif
