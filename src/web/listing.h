/* web/listing.h: what an address with a search may be asked, and the archive's answer to it, opened.
 *
 *     struct listing listing;
 *     if (listing_open(&listing, exchange, &form)) { ... laut_answer_read(listing.answer, …) ... listing_close(&listing); }
 */
#ifndef WEB_LISTING_H
#define WEB_LISTING_H

#include "cli/query.h"
#include "web/exchange.h"
#include "web/words.h"

/* The kind of rows and which arguments it knows. */
struct listing_form {
    enum laut_rows rows;
    const struct query_column *columns;          /* of CSV */
    const char *name;                /* of a download: "events" */
    bool paged;                      /* limit, cursor, format; else q alone */
    bool by;                         /* by: periods */
    bool sums;                       /* over all claims: kept for the next who asks */
    bool feed;                       /* q alone, but not the whole result */
};

enum listing_format { LISTING_JSON, LISTING_JSONL, LISTING_CSV };

struct listing {
    struct exchange *exchange;
    const struct listing_form *form;
    enum listing_format format;
    size_t limit;
    struct laut_archive *archive;
    struct laut_answer *answer;
};

/* False: the reply is made: a problem, or that nothing has changed. */
bool listing_open(struct listing *listing, struct exchange *exchange, const struct listing_form *form);
void listing_close(struct listing *listing);

/* The archive, with the reply's ETag set; NULL: the reply is made. Goes back with shelf_return. */
struct laut_archive *listing_archive(struct exchange *exchange);
/* A problem for what the archive says: the asker's mistake has no file, the server's has one. */
void listing_problem(struct exchange *exchange, unsigned status, const struct laut_error *error);

/* The reply is the whole result, sent while it is read. Takes over what the listing holds. */
void listing_download(struct listing *listing);

#endif
