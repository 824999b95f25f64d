/* quantity/counting.h: what the files of quantity/ share while one document is read: a number and the words beside it. */
#ifndef QUANTITY_COUNTING_H
#define QUANTITY_COUNTING_H

#include "quantity/amount.h"

struct quantity_finder {
    struct document *document;
    const struct quantity_knowledge *knowledge;
    bool *in_time;                   /* [token_count] */
    size_t capacity;
    uint32_t sentence_first, sentence_end;
    struct laut_error *error;
};

/* What has been found about one number. */
struct counting {
    struct amount amount;
    uint32_t first, end;             /* tokens of the span: relation, number, unit */
    uint32_t counted;
    const struct quantity_unit *unit;
    const struct quantity_word *relation, *additional, *cumulative;
    bool single;                     /* "eine einzige" */
    bool partitive;                  /* "37 davon" */
    bool article;                    /* "eine Rakete" */
    bool each;                       /* "je 30" */
};

/* relation.c: the relation and the scope before the number. */
void quantity_relation_before(const struct quantity_finder *finder, struct counting *counting);

#endif
