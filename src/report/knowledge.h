/* report/knowledge.h: what report/ knows of German reports: knowledge/report/. */
#ifndef REPORT_KNOWLEDGE_H
#define REPORT_KNOWLEDGE_H

#include "report/form.h"
#include "report/language.h"

struct report_knowledge {
    const struct forms *forms;
    const struct languages *languages;
    const struct html_knowledge *pages;
    const struct table *reservations;            /* of text and data mining */
};

/* Lives in set->arena. NULL: the error says file, line and cause. */
const struct report_knowledge *report_knowledge_open(const struct table_set *set, struct laut_error *error)
    __attribute__((warn_unused_result));

#endif
