/* report/newsroom.c: the terms are those of the IPTC's newscodes: pubstatusg2 (usable, withheld, canceled) and signal (correction). */
#include "report/newsroom.h"

#include "report/html_report.h"

#include <stdlib.h>
#include <string.h>

/* ISO 8601, also in its basic form: 20240105T045500+0100. *written stays where it is none. */
static bool newsroom__date(struct document *document, const char *text, const char **written, struct laut_error *error)
{
    struct timestamp timestamp;
    if (!text || !*text)
        return true;
    if (!timestamp_read_machine(text, &timestamp))
        return true;
    timestamp_to_central_europe(&timestamp);
    *written = timestamp_write(&timestamp, document->arena, error);
    return *written != NULL;
}

/* "stat:canceled", "http://cv.iptc.org/newscodes/pubstatusg2/canceled" */
static bool newsroom__says(const char *status, const char *term)
{
    const char *const colon = strrchr(status, ':');
    const char *const slash = strrchr(status, '/');
    const char *const last = slash > colon ? slash : colon;
    return strcasecmp(last ? last + 1 : status, term) == 0;
}

static const char *newsroom__status(const struct newsroom_facts *facts)
{
    const char *const status = facts->status ? facts->status : "";
    if (newsroom__says(status, "canceled") || newsroom__says(status, "cancelled"))
        return "withdrawn";
    if (newsroom__says(status, "withheld") || (facts->embargo && !*facts->embargo))
        return "withheld";
    return facts->corrected ? "corrected" : *status ? "usable" : NULL;
}

bool newsroom_tell(struct document *document, const struct newsroom_facts *facts, struct laut_error *error)
{
    struct report *const report = &document->report;
    const char *const dates[] = {facts->created, facts->issued, facts->changed};
    const unsigned long version = facts->version ? strtoul(facts->version, NULL, 10) : 0;
    report->status = newsroom__status(facts);
    report->version = version < UINT32_MAX ? (uint32_t)version : 0;
    report->note = facts->note && *facts->note ? facts->note : NULL;
    for (size_t i = 0; i < sizeof dates / sizeof dates[0] && !report->published; i++)
        if (!newsroom__date(document, dates[i], &report->published, error))
            return false;
    report->published_basis = report->published ? "newsroom" : NULL;
    return newsroom__date(document, facts->changed, &report->modified, error) && newsroom__date(document, facts->embargo, &report->embargo, error);
}

bool newsroom_finish(struct document *document, const struct report_knowledge *knowledge, const char *text, bool markup, const char *published_option,
                     struct laut_error *error)
{
    const bool empty = text[strspn(text, " \t\r\n")] == '\0';
    const struct report_paragraphs none = {.count = 0};
    if (empty && report_may_be_empty(&document->report))
        return report_finish_paragraphs(document, knowledge, "", 0, &none, published_option, error);
    return markup && !empty ? html_report_read_part(document, knowledge, text, strlen(text), published_option, error)
                            : report_finish(document, knowledge, text, strlen(text), REPORT_LAYOUT_NEWS, published_option, error);
}
