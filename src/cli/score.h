/* cli/score.h: what filled sheets say: how often each field is right, and how well people agree. */
#ifndef CLI_SCORE_H
#define CLI_SCORE_H

#include "cli/sheet.h"

struct share {
    size_t judged, right;
    double precision, low, high;     /* weighted by stratum; Wilson's interval at 95 % (JASA 22, 1927) with the effective number (Kish, 1965) */
};

struct agreement {
    size_t claims;                   /* that two people or more judged */
    double observed;                 /* share of pairs that agree */
    double kappa;                    /* Cohen's, of the first two people in order of their names; NAN: cannot be told */
    double alpha;                    /* Krippendorff's, nominal, of all; NAN: cannot be told */
};

/* field JUDGED_FIELDS: all fields of a claim that were judged are right. A claim that several people judged counts with the mean of them. */
struct share score_share(const struct sheet *sheet, int field);
struct agreement score_agreement(const struct sheet *sheet, int field);
/* All fields together: 1, 0, or -1 where nothing was judged. */
int score_judged(const struct judgement *judgement, int field);

#endif
