/* event/clash.h: fights in which nobody is attacked by somebody: both sides act (coding guide, section 2).
 *
 *     "Bei Gefechten an der Grenze zwischen Armenien und Aserbaidschan …"   ->   ASSAULT ARM,AZE
 */
#ifndef EVENT_CLASH_H
#define EVENT_CLASH_H

#include "event/candidate.h"

/* Is the frame one of a fight, whose sides stand behind "zwischen", or each with the other? */
bool clash_is(const struct scene *scene, const struct candidate *candidate);

/* Names both sides of a fight of which no companion tells any: those that the clause tells, those of the fight told before. */
void clash_name(const struct scene *scene, const struct candidates *candidates, size_t index);

/* Makes whom another act of the report gives as the one who suffers a fight its other side. */
void clash_join(const struct scene *scene, struct candidate *candidate);

/* "bei Kämpfen zwischen Rebellen und Soldaten wurden zehn Zivilisten getötet": either side did it. */
bool clash_leaves_open(const struct scene *scene, const struct candidates *candidates, const struct candidate *candidate);

#endif
