/* event/side.c: whether two parties act as one side. By entity, else by country, a country's rebels and its other parties being two; where
 * both sides of an act are of one country only the same sector is the same side. */
#include "event/side.h"

#include <string.h>

static bool side__is_rebel(const struct party *party)
{
    return party->sector == SECTOR_REB || party->sector == SECTOR_PRM || party->sector == SECTOR_UAF;
}

bool side_same(const struct party *a, const struct party *b, bool within_country)
{
    if (a->entity != DOCUMENT_NONE && a->entity == b->entity)
        return true;
    if (!a->code[0] || strcmp(a->code, b->code) != 0 || side__is_rebel(a) != side__is_rebel(b))
        return false;
    return !within_country || a->sector == b->sector;
}

bool side_has(const struct role_parties *parties, const struct party *party, bool within_country)
{
    for (size_t i = 0; i < parties->count; i++)
        if (side_same(&parties->items[i], party, within_country))
            return true;
    return false;
}

bool side_overlap(const struct role_parties *a, const struct role_parties *b, bool within_country)
{
    for (size_t i = 0; i < a->count; i++)
        if (side_has(b, &a->items[i], within_country))
            return true;
    return false;
}

bool side_have_code(const struct role_parties *parties, const char *code)
{
    for (size_t i = 0; i < parties->count; i++)
        if (strcmp(parties->items[i].code, code) == 0)
            return true;
    return false;
}

bool side_are_one(const struct role_parties *a, const struct role_parties *b)
{
    return side_overlap(a, b, !(side_are_of_state(a) && side_are_of_state(b)));
}

bool side_share_country(const struct role_parties *a, const struct role_parties *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (a->items[i].code[0] && strcmp(a->items[i].code, b->items[j].code) == 0)
                return true;
    return false;
}

bool side_within_country(const struct candidate *candidate)
{
    return side_share_country(&candidate->actors, &candidate->recipients);
}

static bool side__is_of_state(enum sector sector)
{
    return sector == SECTOR_NONE || sector == SECTOR_GOV || sector == SECTOR_MIL || sector == SECTOR_SPY || sector == SECTOR_COP;
}

bool side_are_of_state(const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (!side__is_of_state(parties->items[i].sector))
            return false;
    return true;
}

bool side_have_rebels(const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (side__is_rebel(&parties->items[i]))
            return true;
    return false;
}

bool side_is_armed(enum sector sector)
{
    return sector == SECTOR_MIL || sector == SECTOR_COP || sector == SECTOR_REB || sector == SECTOR_PRM;
}
