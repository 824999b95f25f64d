import { useLanguage } from '../lib/language';

export type Caveats = 'search' | 'reader' | 'paste' | 'incidents' | 'incident' | 'transfers' | 'flows' | 'map' | 'actors' | 'reports' | 'review';

const percent = (value: number) => Math.round(value);

/** What every view says: coded by machine, how precise as measured, what it does not prove. */
export function Caveat({ of }: { of: Caveats }) {
  const { t } = useLanguage();
  const { event, record, recall } = __MEASURED__;
  return (
    <aside class="caveat" aria-label={t('caveat.label')}>
      <p>
        <strong>{t('caveat.machine')}</strong> {t(`caveat.${of}`)}{' '}
        <span class="muted">{t('caveat.precision', { event: percent(event.precision), record: percent(record.precision), recall: percent(recall) })}</span>{' '}
        <a href="/about">{t('caveat.measured')}</a>
      </p>
    </aside>
  );
}
