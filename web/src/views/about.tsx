import { Fragment } from 'preact';
import { View } from '../components/paged';
import { StanceLabel } from '../components/stance';
import { stances } from '../lib/certainty';
import { useResource } from '../lib/api';
import { showInterval, showNumber } from '../lib/dates';
import { useLanguage } from '../lib/language';
import type { About } from '../lib/record';

/** What of the archive's numbers is shown, under which name. */
const numbers = [['reports', 'nav.reports'], ['versions', 'reader.versions'], ['current_claims', 'query.claims'], ['incidents', 'nav.incidents'], ['actors', 'nav.actors']] as const;

const factualities: Record<(typeof stances)[number], string> = { asserted: 'CT+', likely: 'PR+', possible: 'PS+', denied: 'CT− PR− PS−', open: 'Uu' };

export function AboutView({ about }: { about: About | null }) {
  const { t, language } = useLanguage();
  const stats = useResource<Record<string, number | string | null>>(about?.archive ? '/api/v1/stats' : null);
  const measured = __MEASURED__;
  const figure = (value: number, text: string) => <li><strong>{showNumber(value, language)} %</strong> {text}</li>;
  return (
    <View title={t('about.title')}>
      <div class="prose">
        <h2>{t('about.measured')}</h2>
        <p>{t('about.measuredLead', { commit: measured.commit })}</p>
        <ul class="bullets">
          {figure(measured.event.precision, t('about.event', { right: measured.event.right, given: measured.event.given }))}
          {figure(measured.recall, t('about.recall'))}
          {figure(measured.source, t('about.sourceFigure'))}
          {figure(measured.factuality, t('about.factualityFigure'))}
          {figure(measured.attributed.precision, t('about.attributed', { right: measured.attributed.right, given: measured.attributed.given }))}
          {figure(measured.record.precision, t('about.record', { right: measured.record.right, given: measured.record.given }))}
        </ul>
        <h2>{t('about.not')}</h2>
        <ul class="bullets">{(['about.not1', 'about.not2', 'about.not3', 'about.not4'] as const).map((key) => <li key={key}>{t(key)}</li>)}</ul>
        <h2>{t('about.certainty')}</h2>
        <p>{t('about.certaintyLead')}</p>
        <ul class="bullets none">{stances.map((stance) => <li key={stance}><StanceLabel stance={stance} /> <code>{factualities[stance]}</code></li>)}</ul>
        <h2>{t('about.keys')}</h2>
        <dl class="fields"><dt><kbd>/</kbd></dt><dd>{t('about.key.search')}</dd><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>{t('about.key.next')}</dd><dt><kbd>Esc</kbd></dt><dd>{t('about.key.close')}</dd></dl>
        <h2>{t('about.interface')}</h2>
        <p>{t('about.interfaceLead')} <a href="/api/v1/openapi.json">/api/v1/openapi.json</a></p>
        {stats.data && (
          <>
            <h2>{t('about.archive')}</h2>
            <dl class="fields">
              {numbers.map(([name, key]) => typeof stats.data?.[name] === 'number' && <Fragment key={name}><dt>{t(key)}</dt><dd>{showNumber(Number(stats.data[name]), language)}</dd></Fragment>)}
              <dt>{t('reader.published')}</dt><dd>{showInterval({ begin: String(stats.data['first'] ?? ''), end: String(stats.data['last'] ?? '') }, language)}</dd>
            </dl>
          </>
        )}
        {about && <p class="muted small">{t('about.version', { version: about.laut.version, tables: about.laut.tables.slice(0, 19), model: about.laut.model.slice(0, 19) })}</p>}
      </div>
    </View>
  );
}
