import { useLanguage } from '../lib/language';
import { stances } from '../lib/certainty';
import type { Certainty, Stance } from '../lib/record';

/** A stance has its own shape as well as its colour: full, half, empty, crossed out, dashed. */
const shapes: Record<Stance, preact.JSX.Element> = {
  asserted: <circle cx="8" cy="8" r="6" class="fill" />,
  likely: <><circle cx="8" cy="8" r="5.5" class="line" /><path d="M8 2.500a5.500 5.500 0 0 0 0 11z" class="fill" /></>,
  possible: <circle cx="8" cy="8" r="5.500" class="line" />,
  denied: <><circle cx="8" cy="8" r="5.500" class="line" /><path d="M4.300 11.700l7.400-7.400" class="line" /></>,
  open: <circle cx="8" cy="8" r="5.500" class="line" stroke-dasharray="2 2.300" />,
};

export function StanceMark({ stance }: { stance: Stance }) {
  return <svg class={`mark ${stance}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">{shapes[stance]}</svg>;
}

/** The same shape inside a drawing, its middle at x, y. */
export function StanceShape({ stance, x, y }: { stance: Stance; x: number; y: number }) {
  return <g class={`mark ${stance}`} transform={`translate(${x - 8} ${y - 8})`}><circle cx="8" cy="8" r="7.500" class="ground" />{shapes[stance]}</g>;
}

export function StanceLabel({ stance }: { stance: Stance }) {
  const { t } = useLanguage();
  return <span class={`stance ${stance}`}><StanceMark stance={stance} />{t(`stance.${stance}`)}</span>;
}

export function Legend() {
  const { t } = useLanguage();
  return (
    <p class="legend" aria-label={t('stance.legend')}>
      <span class="muted">{t('stance.legend')}:</span>
      {stances.map((stance) => <StanceLabel key={stance} stance={stance} />)}
    </p>
  );
}

/** How many claims take which stance: signs with numbers, for they must not be read as a vote. */
export function CertaintyCounts({ certainty }: { certainty: Certainty }) {
  const { t } = useLanguage();
  return (
    <ul class="counts" aria-label={t('stance.heading')}>
      {stances.filter((stance) => certainty[stance] > 0).map((stance) => (
        <li key={stance} class={`stance ${stance}`} title={t(`stance.${stance}`)}>
          <StanceMark stance={stance} />{certainty[stance]}<span class="hidden"> {t(`stance.${stance}`)}</span>
        </li>
      ))}
    </ul>
  );
}
