/* report/knowledge.c: opens the tables of knowledge/report/. */
#include "report/knowledge.h"

#include "report/html.h"
#include "report/rights.h"

#include <libxml/parser.h>

const struct report_knowledge *report_knowledge_open(const struct table_set *set, struct laut_error *error)
{
    struct report_knowledge *const knowledge = arena_take(set->arena, 1, sizeof *knowledge, error);
    if (!knowledge)
        return NULL;
    xmlInitParser();                 /* before threads read: two that begin libxml2 at once may wait for ever */
    knowledge->forms = forms_open(set, error);
    knowledge->languages = knowledge->forms ? languages_open(set, error) : NULL;
    knowledge->pages = knowledge->languages ? html_knowledge_open(set, error) : NULL;
    knowledge->reservations = knowledge->pages ? reservations_open(set, error) : NULL;
    return knowledge->reservations ? knowledge : NULL;
}
