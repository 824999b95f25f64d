/* statement/statement.h: who says what, and how sure.
 *
 *     "Die Regierung wies das zurück. Teheran dementiert, Drohnen geliefert zu haben."
 *         ->  statement {Indirect, quote "Drohnen geliefert zu haben", cue "dementiert", speaker "Teheran", why "dementieren"}
 *             token_stance[geliefert] = {statement 0, CT-, negation, why "dementieren"}
 */
#ifndef STATEMENT_STATEMENT_H
#define STATEMENT_STATEMENT_H

#include "base/table.h"
#include "report/document.h"

struct statement_knowledge;

/* Reads knowledge/statement/. The result lives in set->arena. NULL: error says file, line and cause. */
const struct statement_knowledge *statement_knowledge_open(const struct table_set *set, struct laut_error *error)
    __attribute__((warn_unused_result));

/* Fills document->statements and ->token_stance; reads text/ and lexicon/, and parse/, time/ and entity/ where they have run. */
bool statement_find(struct document *document, const struct statement_knowledge *knowledge, struct laut_error *error)
    __attribute__((warn_unused_result));

enum { STATEMENT_CHAIN_LONGEST = 8 };

/* The attributing statements around what stands in statement, outermost first ("Reuters meldete unter Berufung auf Diplomaten":
 * Reuters' statement, then the diplomats'). DOCUMENT_NONE gives 0; never more than STATEMENT_CHAIN_LONGEST. */
size_t statement_chain(const struct document *document, uint32_t statement, uint32_t chain[STATEMENT_CHAIN_LONGEST]);

/* The interval in which the claim was made ("Im November erklärte …"), else that of the statement around it; false: not told. */
bool statement_said(const struct document *document, uint32_t statement, int32_t *begin_day, int32_t *end_day);

#endif
