/* time/number.h: number words and figures, as the tables of time/numbers.tsv make them up.
 *
 *     number_read(words, "dreihundertfünfundzwanzigste", 0, &reading)  ->  NUMBER_ORDINAL, 325
 *     number_read(words, "anderthalb", …)  ->  NUMBER_CARDINAL, 1.5          "8.000" -> 8000, "1,5" -> 1.5 (figures)
 *     number_phrase(words, document, i, end, &phrase)      "1,5 Milliarden" -> 1.5e9, two tokens; "12 400" -> 12400
 */
#ifndef TIME_NUMBER_H
#define TIME_NUMBER_H

#include "base/table.h"
#include "report/document.h"

struct number_words;

enum number_kind {
    NUMBER_WORD_NONE,
    NUMBER_CARDINAL,
    NUMBER_ONE,                      /* ein, eine …: an article unless something says otherwise */
    NUMBER_ORDINAL,                  /* erste, 25. */
    NUMBER_SCALE,                    /* Million, Dutzend: a noun that multiplies what stands before it, or stands alone */
    NUMBER_VAGUE_SCALE,              /* Hunderte, Dutzende, Tausende: at least two of it, no exact number */
    NUMBER_TIMES,                    /* zweimal */
};

struct number_reading {
    enum number_kind kind;
    double value;
    bool figures;
};

struct number_phrase {
    uint32_t count;                  /* tokens; 0: none here */
    double value;
    bool figures, one, vague_scale, with_scale;
};

const struct number_words *number_words_open(const struct table_set *set, struct laut_error *error)
    __attribute__((warn_unused_result));

/* False: no number. */
bool number_read(const struct number_words *words, const char *form, struct number_reading *reading);

/* Can a number word begin like this lower-case text? A quick no for most words. */
bool number_may_begin(const struct number_words *words, const char *lower);

/* The number that begins at token; tokens up to (not including) end may belong to it. */
struct number_phrase number_phrase(const struct number_words *words, const struct document *document, uint32_t token,
                                   uint32_t end);

#endif
