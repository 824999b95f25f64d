/* parse/contents.h: see contents.c.
 *
 *     "sagte der Agentur AFP, Israel habe Rafah angegriffen"      Israel conj of AFP, Rafah nsubj  ->  Israel nsubj, Rafah obj
 */
#ifndef PARSE_CONTENTS_H
#define PARSE_CONTENTS_H

#include "report/document.h"

/* Before tree_index: changes heads and relations. */
void contents_settle(struct document *document);

#endif
