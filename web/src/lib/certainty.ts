import type { Certainty, Factuality, Stance } from './record';

/** From "it is so" to "it is not so", then what nobody commits to. */
export const stances: readonly Stance[] = ['asserted', 'likely', 'possible', 'denied', 'open'];

/** FactBank's values as a reader meets them; the shape tells them apart where colour does not. */
export function stanceOf(factuality: Factuality): Stance {
  switch (factuality) {
    case 'CT+':
      return 'asserted';
    case 'PR+':
      return 'likely';
    case 'PS+':
      return 'possible';
    case 'CT-':
    case 'PR-':
    case 'PS-':
      return 'denied';
    case 'Uu':
      return 'open';
  }
}

/** The filter word that finds claims of a stance. */
export const stanceFilter: Record<Stance, string> = {
  asserted: 'CT+',
  likely: 'PR+',
  possible: 'PS+',
  denied: 'denied',
  open: 'Uu',
};

export function certaintyTotal(certainty: Certainty): number {
  return stances.reduce((sum, stance) => sum + certainty[stance], 0);
}
