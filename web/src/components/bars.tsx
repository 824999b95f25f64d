import { useLanguage } from '../lib/language';
import { showDay, showNumber } from '../lib/dates';

export interface Bar {
  key: string;
  value: number;
}

/** Bars over time that can be chosen one by one; a table for those who do not see them. */
export function Bars({ label, bars, choose }: { label: string; bars: readonly Bar[]; choose: (key: string) => void }) {
  const { language } = useLanguage();
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul class="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <button type="button" title={`${showDay(bar.key, language)}: ${showNumber(bar.value, language)}`} onClick={() => choose(bar.key)}>
            <i style={{ height: `${bar.value && Math.max(2, (100 * bar.value) / most)}%` }} aria-hidden="true" />
            <span class="bar-name">{bar.key}</span><span class="hidden">: {showNumber(bar.value, language)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
