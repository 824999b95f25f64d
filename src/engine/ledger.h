/* engine/ledger.h: a report's claims for people, grouped by incident.
 *
 *     Russland setzt laut USA Raketen aus Nordkorea ein                     published 2024-01-05
 *
 *      1  RUS > UKR   ASSAULT heavy-weapons   ballistic-missile (from PRK)   happened 2024-01-02
 *         certain     according to John Kirby (USA)                             said 2024-01-04
 *                     “… wurden mehrere nordkoreanische ballistische Raketen … genutzt …”
 */
#ifndef ENGINE_LEDGER_H
#define ENGINE_LEDGER_H

#include "engine/record.h"

bool ledger_write_header(const struct laut_style *style, FILE *stream, struct laut_error *error)
    __attribute__((warn_unused_result));
bool ledger_write(const struct record *record, const struct laut_style *style, FILE *stream, struct laut_error *error)
    __attribute__((warn_unused_result));

/* How sure the source is, in words: "certain", "denied", "planned" … */
const char *ledger_certainty(const struct laut_event *event);

#endif
