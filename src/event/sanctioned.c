/* event/sanctioned.c: firms, officials and envoys that sanctions hit are named by what they are alone ("den Hersteller", "zwei Diplomaten"): their country is that
 * of those who are hit beside them, else that of whoever the same side sanctioned last. */
#include "event/sanctioned.h"

#include "event/side.h"

#include <string.h>

static const struct party *sanctioned__with_code(const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (parties->items[i].code[0])
            return &parties->items[i];
    return NULL;
}

/* May the party be anyone's? Rebels, parties and people without a country stay without one. */
static bool sanctioned__is_open(const struct party *party)
{
    return !party->code[0] && party->entity != DOCUMENT_NONE &&
           (party->sector == SECTOR_BUS || party->sector == SECTOR_GOV || party->sector == SECTOR_MIL);
}

static const struct party *sanctioned__before(const struct candidates *candidates, size_t index)
{
    const struct candidate *const candidate = &candidates->items[index];
    for (size_t i = index; i-- > 0;) {
        const struct candidate *const earlier = &candidates->items[i];
        if (earlier->type == EVENT_SANCTION && side_overlap(&earlier->actors, &candidate->actors, false) && sanctioned__with_code(&earlier->recipients))
            return sanctioned__with_code(&earlier->recipients);
    }
    return NULL;
}

void sanctioned_name(struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    if (candidate->type != EVENT_SANCTION || !candidate->actors.count)
        return;
    const struct party *const beside = sanctioned__with_code(&candidate->recipients);
    const struct party *const known = beside ? beside : sanctioned__before(candidates, index);
    for (size_t i = 0; known && i < candidate->recipients.count; i++)
        if (sanctioned__is_open(&candidate->recipients.items[i]) && !side_has(&candidate->actors, known, true))
            memcpy(candidate->recipients.items[i].code, known->code, sizeof known->code);
}
