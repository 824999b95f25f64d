/* engine/names.h: how the record spells the terms of report/document.h.
 *
 *     name_factuality(FACTUALITY_PR_PLUS)  ->  "PR+"
 */
#ifndef ENGINE_NAMES_H
#define ENGINE_NAMES_H

#include "report/document.h"

const char *name_event_type(enum event_type type);
const char *name_factuality(enum factuality factuality);
const char *name_sector(enum sector sector);                     /* NULL for SECTOR_NONE */
const char *name_entity_kind(enum entity_kind kind);
const char *name_precision(enum place_precision precision);      /* NULL for PRECISION_NONE */
const char *name_naming(enum naming naming);
const char *name_statement_type(enum statement_type type);
const char *name_timex_type(enum timex_type type);
const char *name_scope(enum quantity_scope scope);

/* Writes the names of the AUX_ bits into names (room for 4), returns how many. */
size_t names_aux(unsigned aux, const char *names[4]);

#endif
