/* engine/names.c: the closed lists of PLOVER, FactBank, TIMEX3 and the quotation corpus, as the record spells them; the order
 * is that of the enumerations in report/document.h. */
#include "engine/names.h"

const char *name_event_type(enum event_type type)
{
    static const char *const names[EVENT_TYPE_COUNT] = {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
        "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"};
    return names[type];
}

const char *name_factuality(enum factuality factuality)
{
    static const char *const names[FACTUALITY_COUNT] = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu"};
    return names[factuality];
}

const char *name_sector(enum sector sector)
{
    static const char *const names[SECTOR_COUNT] = {
        NULL, "GOV", "MIL", "SPY", "LEG", "JUD", "COP", "PTY", "OPP", "REB", "PRM", "UAF", "CVL", "REF", "BUS", "JRN", "REL",
        "EDU", "MED", "LAB", "SOC", "CRM", "ELI", "UNK"};
    return names[sector];
}

const char *name_entity_kind(enum entity_kind kind)
{
    static const char *const names[ENTITY_KIND_COUNT] = {"country", "place", "organisation", "person", "office", "group",
                                                         "name"};
    return names[kind];
}

const char *name_precision(enum place_precision precision)
{
    static const char *const names[] = {NULL, "country", "region", "city", "site"};
    return names[precision];
}

const char *name_naming(enum naming naming)
{
    static const char *const names[] = {"person", "office", "circle", "unnamed"};
    return names[naming];
}

const char *name_statement_type(enum statement_type type)
{
    static const char *const names[] = {"Direct", "Indirect", "FreeIndirect", "IndirectFreeIndirect", "Reported"};
    return names[type];
}

const char *name_timex_type(enum timex_type type)
{
    static const char *const names[] = {"DATE", "TIME", "DURATION", "SET"};
    return names[type];
}

const char *name_scope(enum quantity_scope scope)
{
    static const char *const names[] = {"single", "additional", "cumulative", "unclear"};
    return names[scope];
}

size_t names_aux(unsigned aux, const char *names[4])
{
    static const struct { unsigned bit; const char *name; } bits[] = {
        {AUX_FUTURE, "future"}, {AUX_HYPOTHETICAL, "hypothetical"}, {AUX_NEGATION, "negation"}, {AUX_HISTORICAL, "historical"}};
    size_t count = 0;
    for (size_t i = 0; i < sizeof bits / sizeof bits[0]; i++)
        if (aux & bits[i].bit)
            names[count++] = bits[i].name;
    return count;
}
