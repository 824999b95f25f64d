/* web/page.h: the page's files, read once into memory.
 *
 *     page_file(page, "/assets/index-B3x.js")  ->  its bytes, plain and compressed;   "/incidents/i-17"  ->  index.html
 */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include "web/exchange.h"

struct page;

/* All files under folder. */
struct page *page_open(const char *folder, struct laut_error *) __attribute__((warn_unused_result));
void page_free(struct page *);

/* Answers with the file at the path, or with index.html, which knows all addresses of views. */
void page_answer(const struct page *, struct exchange *);

#endif
