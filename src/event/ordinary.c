/* event/ordinary.c: which acts are of public life, by the sectors of who takes part, act by act and over the report: a report in which no
 * government, party, armed force or body of states acts and nobody protests, attacks or threatens is one of ordinary life, and what police and
 * courts do in it to private people is ordinary crime (coding guide, section 1). Of a text of few sentences nothing of the kind is told. */
#include "event/ordinary.h"

#include <string.h>

bool ordinary_is_public_sector(enum sector sector)
{
    switch (sector) {
    case SECTOR_NONE:
    case SECTOR_CVL:
    case SECTOR_BUS:
    case SECTOR_EDU:
    case SECTOR_MED:
    case SECTOR_CRM:
    case SECTOR_UNK:
        return false;
    default:
        return true;
    }
}

bool ordinary_has_public_sector(const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (ordinary_is_public_sector(parties->items[i].sector))
            return true;
    return false;
}

static bool ordinary__is_political_sector(enum sector sector)
{
    return ordinary_is_public_sector(sector) && sector != SECTOR_COP && sector != SECTOR_JUD && sector != SECTOR_JRN &&
           sector != SECTOR_REL && sector != SECTOR_LAB && sector != SECTOR_SOC;
}

bool ordinary_has_political_sector(const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (ordinary__is_political_sector(parties->items[i].sector))
            return true;
    return false;
}

bool ordinary_is_political(const struct candidate *candidate)
{
    return ordinary_has_political_sector(&candidate->actors) || ordinary_has_political_sector(&candidate->recipients);
}

/* Police and courts of a country, and whoever is of no public life; bodies between countries act in public. */
static bool ordinary__is_party(const struct party *party)
{
    return (!ordinary_is_public_sector(party->sector) || party->sector == SECTOR_COP || party->sector == SECTOR_JUD) &&
           strcmp(party->code, "IGO") != 0 && strcmp(party->code, "NGO") != 0;
}

/* "Der Iran nahm einen Deutschen fest": one country's police or court has to do with another's people. */
static bool ordinary__is_between_countries(const struct candidate *candidate)
{
    return candidate->actors.count && candidate->recipients.count && candidate->actors.items[0].code[0] && candidate->recipients.items[0].code[0] &&
           strcmp(candidate->actors.items[0].code, candidate->recipients.items[0].code) != 0;
}

bool ordinary_is_act(const struct scene *scene, const struct ordinary_tally *tally, const struct candidate *candidate)
{
    enum { SENTENCES_OF_A_REPORT = 4, SUFFERED_ONCE = 1 };         /* one recipient alone may be an error */
    const struct role_parties *const roles[] = {&candidate->actors, &candidate->recipients};
    if (tally->governing || tally->political > SUFFERED_ONCE || tally->attacks || tally->protests || tally->threats || candidate->items.count ||
        scene->document->sentence_count < SENTENCES_OF_A_REPORT || ordinary__is_between_countries(candidate))
        return false;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < roles[k]->count; i++)
            if (!ordinary__is_party(&roles[k]->items[i]))
                return false;
    return true;
}
