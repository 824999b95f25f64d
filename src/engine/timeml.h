/* engine/timeml.h: a document's text with TIMEX3 tags, as TimeML 1.2.1 has them.
 *
 *     <TEXT>Am <TIMEX3 tid="t1" type="DATE" value="2024-01-02">Dienstag</TIMEX3> …</TEXT>
 */
#ifndef ENGINE_TIMEML_H
#define ENGINE_TIMEML_H

#include "report/document.h"

#include <stdio.h>

bool timeml_write(const struct document *document, FILE *stream, struct laut_error *error) __attribute__((warn_unused_result));

#endif
