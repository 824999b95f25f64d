/* statement/certainty.c: degrees and polarity, and how they are put together (coding guide, section 5). */
#include "statement/certainty.h"

enum { DEGREE_UNCOMMITTED = 3 };

static unsigned certainty__degree(enum factuality factuality)
{
    return (unsigned)factuality / 2;             /* CT+ CT- PR+ PR- PS+ PS- Uu, in this order */
}

static bool certainty__is_negative(enum factuality factuality)
{
    return factuality != FACTUALITY_UU && (unsigned)factuality % 2 == 1;
}

void certainty_add(struct certainty *certainty, const struct effect *effect)
{
    const unsigned degree = certainty__degree(effect->factuality);
    const uint8_t aux = effect->aux & (uint8_t)~AUX_NEGATION;
    if (effect->factuality == FACTUALITY_CT_PLUS && !aux)
        return;
    certainty->degree = degree > certainty->degree ? degree : certainty->degree;
    certainty->negative ^= certainty__is_negative(effect->factuality);
    certainty->aux |= aux;
    if (certainty->why_count < CERTAINTY_MOST_REASONS)
        certainty->why[certainty->why_count++] = effect->id;
}

struct effect certainty_negated(const struct effect *effect)
{
    static const enum factuality negated[FACTUALITY_COUNT] = {
        [FACTUALITY_CT_PLUS] = FACTUALITY_UU,    [FACTUALITY_CT_MINUS] = FACTUALITY_PS_PLUS, [FACTUALITY_PR_PLUS] = FACTUALITY_PR_MINUS,
        [FACTUALITY_PR_MINUS] = FACTUALITY_PR_PLUS, [FACTUALITY_PS_PLUS] = FACTUALITY_CT_MINUS,
        [FACTUALITY_PS_MINUS] = FACTUALITY_PR_PLUS, [FACTUALITY_UU] = FACTUALITY_UU,
    };
    struct effect result = *effect;
    result.factuality = negated[effect->factuality];
    return result;
}

enum factuality certainty_factuality(const struct certainty *certainty)
{
    if (certainty->degree == DEGREE_UNCOMMITTED)
        return FACTUALITY_UU;
    return (enum factuality)(certainty->degree * 2 + certainty->negative);
}

uint8_t certainty_aux(const struct certainty *certainty)
{
    return certainty->aux | (certainty->negative ? (uint8_t)AUX_NEGATION : 0U);
}
