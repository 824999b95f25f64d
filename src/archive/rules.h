/* archive/rules.h: the rules by which mentions are joined. */
#ifndef ARCHIVE_RULES_H
#define ARCHIVE_RULES_H

/* Why a rule joins, in words. */
const char *rules_reason(const char *rule);

#endif
