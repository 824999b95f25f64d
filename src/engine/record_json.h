/* engine/record_json.h: the record as JSON Lines.
 *
 *     {"laut": {"version": "0.1.0", …}, "doc": {"id": "seed", …}, "text": "…", "sentences": [[0, 92]], … "events": [{…}]}
 */
#ifndef ENGINE_RECORD_JSON_H
#define ENGINE_RECORD_JSON_H

#include "engine/record.h"

struct record_version {
    const char *version, *tables_sha256, *model_sha256;
};

/* One line. Events less sure than min_confidence are left out. */
bool record_write_json(const struct record *record, const struct record_version *version, double min_confidence, FILE *stream,
                       struct laut_error *error) __attribute__((warn_unused_result));

#endif
