/* event/sides.c: "beide Seiten", "die Konfliktparteien" (event/pronouns.tsv, sides) are the two who fight, threaten and blame each other in the
 * report: of all pairs of sides the one whose hostile acts weigh most, force more than words. entity/pairs.c has taken such a word for two
 * countries that are named together or most often; of these acts it knows nothing, nor of two sides of one country. */
#include "event/sides.h"

#include "entity/entity.h"
#include "event/side.h"
#include "parse/tree.h"

#include <string.h>

enum { SIDES_MOST = 24, SIDES_LEAST = 2, SIDES_TOLD = 3 /* what the two of entity/pairs.c weigh beforehand, if they are two who act against each other */ };

struct sides_pair {
    struct party party[2];
    uint32_t token[2];
    unsigned weight;
};

/* How much an act shows that there are two sides. */
static unsigned sides__weight(enum event_type type)
{
    switch (type) {
    case EVENT_ASSAULT:
        return 4;
    case EVENT_THREATEN:
    case EVENT_SANCTION:
    case EVENT_COERCE:
    case EVENT_MOBILIZE:
        return 2;
    case EVENT_ACCUSE:
    case EVENT_REJECT:
    case EVENT_RETREAT:
    case EVENT_CONSULT:
    case EVENT_AGREE:
    case EVENT_COOPERATE:
        return 1;
    default:
        return 0;
    }
}

/* A state, its organs, parties, rebels, or its people and towns where they are hit. */
static bool sides__may_be_side(const struct party *party, bool hit)
{
    const uint32_t sides = SIDE_SECTOR(NONE) | SIDE_SECTOR(GOV) | SIDE_SECTOR(MIL) | SIDE_SECTOR(SPY) | SIDE_SECTOR(COP) | SIDE_SECTOR(LEG) |
                           SIDE_SECTOR(PTY) | SIDE_SECTOR(OPP) | SIDE_SECTOR(REB) | SIDE_SECTOR(PRM);
    return party->code[0] && focus_is_country(party->code) &&
           ((sides & UINT32_C(1) << party->sector) || (hit && (party->sector == SECTOR_CVL || party->sector == SECTOR_UNK)));
}

/* Two sides: of two countries, or of one if one of them fights its government. */
static bool sides__are_two(const struct party *a, const struct party *b, bool hit)
{
    return sides__may_be_side(a, false) && sides__may_be_side(b, hit) && !side_same(a, b, false);
}

/* Two who fight each other, or who negotiate or agree with each other, as the frame tells ("nom PP:mit"): not as mediators. */
static bool sides__is_mutual(const struct candidate *act)
{
    const bool with = act->match.frame->roles[ROLE_ACTOR].count > 1 && !frame_has_mode(act->match.frame, "third-party");
    return act->type == EVENT_ASSAULT || (with && (act->type == EVENT_CONSULT || act->type == EVENT_AGREE || act->type == EVENT_COOPERATE));
}

/* The two sides of an act: who does it and to whom, or the two who fight. */
static bool sides__of_act(const struct candidate *act, struct sides_pair *pair)
{
    const bool mutual = act->actors.count == 2 && !act->recipients.count && sides__is_mutual(act);
    const struct role_parties *const others = mutual ? &act->actors : &act->recipients;
    if (!act->actors.count || !others->count || !sides__weight(act->type) || act->dropped)
        return false;
    *pair = (struct sides_pair){{act->actors.items[0], others->items[mutual]}, {act->actors.tokens[0], others->tokens[mutual]}, sides__weight(act->type)};
    return sides__are_two(&pair->party[0], &pair->party[1], act->type == EVENT_ASSAULT);
}

static bool sides__same(const struct sides_pair *a, const struct sides_pair *b)
{
    return (side_same(&a->party[0], &b->party[0], false) && side_same(&a->party[1], &b->party[1], false)) ||
           (side_same(&a->party[0], &b->party[1], false) && side_same(&a->party[1], &b->party[0], false));
}

/* Who asks, blames or praises both is none of them; of a country that fights itself another may. */
static bool sides__has_other(const struct sides_pair *pair, const struct role_parties *others)
{
    const bool within = strcmp(pair->party[0].code, pair->party[1].code) == 0;
    return side_has(others, &pair->party[0], within) || side_has(others, &pair->party[1], within);
}

/* The pairs that the acts tell, each once. */
static size_t sides__collect(const struct candidates *candidates, const struct candidate *candidate, const struct role_parties *others,
                             struct sides_pair pairs[SIDES_MOST])
{
    size_t count = 0;
    for (size_t i = 0; i < candidates->count; i++) {
        struct sides_pair pair;
        size_t known = 0;
        if (&candidates->items[i] == candidate || !sides__of_act(&candidates->items[i], &pair) || sides__has_other(&pair, others))
            continue;
        while (known < count && !sides__same(&pairs[known], &pair))
            known++;
        if (known < count)
            pairs[known].weight += pair.weight;
        else if (count < SIDES_MOST)
            pairs[count++] = pair;
    }
    return count;
}

/* Replaces the parties by the pair that weighs most; where no act tells any, they stay as they are. */
static void sides__choose(const struct candidates *candidates, const struct candidate *candidate, uint32_t noun, const struct role_parties *others,
                          struct role_parties *parties)
{
    struct sides_pair pairs[SIDES_MOST];
    const struct sides_pair *most = NULL;
    const struct sides_pair told = {{parties->items[0], parties->items[1]}, {noun, noun}, 0};
    const size_t count = sides__collect(candidates, candidate, others, pairs);
    for (size_t i = 0; i < count; i++) {
        if (parties->count == 2 && sides__same(&pairs[i], &told))
            pairs[i].weight += SIDES_TOLD;
        most = !most || pairs[i].weight > most->weight ? &pairs[i] : most;
    }
    if (!most || most->weight < SIDES_LEAST || (parties->count == 2 && sides__same(most, &told)))
        return;
    *parties = (struct role_parties){{most->party[0], most->party[1]}, {noun, noun}, 2};
}

static bool sides__is_noun(const struct scene *scene, uint32_t token)
{
    const struct token *const word = &scene->document->tokens[token];
    return word->upos == UPOS_NOUN && word->morphology.number != NUMBER_SING && knowledge_is_sides(scene->knowledge, word->lemma);
}

/* The word for the sides that fills the role, or stands where the frame looks for it; DOCUMENT_NONE: none. */
static uint32_t sides__noun(const struct scene *scene, const struct candidate *candidate, enum frame_role_name role, const struct role_parties *parties)
{
    for (size_t i = 0; i < parties->count; i++)
        if (parties->tokens[i] != parties->tokens[0])
            return DOCUMENT_NONE;
    if (parties->count)
        return sides__is_noun(scene, parties->tokens[0]) ? parties->tokens[0] : DOCUMENT_NONE;
    for (size_t i = 0; i < candidate->arguments.count; i++) {
        const struct argument *const argument = &candidate->arguments.items[i];
        if (!argument->weak && frame_looks_in(candidate->match.frame, role, argument->slot) && sides__is_noun(scene, argument->token))
            return argument->token;
    }
    return DOCUMENT_NONE;
}

void sides_name(const struct scene *scene, struct candidates *candidates, size_t index)
{
    struct candidate *const candidate = &candidates->items[index];
    const uint32_t actor = sides__noun(scene, candidate, ROLE_ACTOR, &candidate->actors);
    if (actor != DOCUMENT_NONE)
        sides__choose(candidates, candidate, actor, &(struct role_parties){.count = 0}, &candidate->actors);
    const uint32_t recipient = sides__noun(scene, candidate, ROLE_RECIPIENT, &candidate->recipients);
    if (recipient != DOCUMENT_NONE)
        sides__choose(candidates, candidate, recipient, &candidate->actors, &candidate->recipients);
}

bool sides_in_conflict(const struct candidates *candidates, const struct candidate *candidate, struct role_parties *pair)
{
    *pair = (struct role_parties){.count = 0};
    sides__choose(candidates, candidate, candidate->token, &candidate->actors, pair);
    return pair->count == 2;
}

bool sides_are_between(const struct scene *scene, const struct frame *frame, enum frame_role_name role)
{
    const struct frame_role *const wanted = &frame->roles[role];
    for (size_t i = 0; i < wanted->count; i++)
        for (size_t j = 0; j < wanted->groups[i].count; j++) {
            const struct frame_term *const term = &wanted->groups[i].terms[j];
            const struct frame_slot slot = term->has_inner ? term->inner : term->slot;
            if (knowledge_preposition(scene->knowledge, slot.preposition) & PREPOSITION_BETWEEN)
                return true;
        }
    return false;
}

bool sides_attack(const struct candidates *candidates, size_t before, const struct role_parties *pair)
{
    bool attacks[2] = {false, false};
    for (size_t i = 0; i < before; i++)
        for (size_t side = 0; side < 2; side++)
            attacks[side] = attacks[side] || (candidates->items[i].type == EVENT_ASSAULT && side_has(&candidates->items[i].actors, &pair->items[side], false));
    return attacks[0] && attacks[1];
}
