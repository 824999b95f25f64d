import { QueryBar, Downloads } from '../components/query_bar';
import { actName, namedText, placeText } from '../components/names';
import { View } from '../components/paged';
import { Empty, More, Resourceful } from '../components/states';
import { CertaintyCounts } from '../components/stance';
import { useListing } from '../lib/api';
import { showInterval } from '../lib/dates';
import { useLanguage, type Language } from '../lib/language';
import type { IncidentRow } from '../lib/record';
import { address } from '../lib/router';
import { className } from '../text/codes';

/** "Iran → Saudi-Arabien": the parties; what is claimed of them stands below. */
export function incidentTitle(incident: IncidentRow, language: Language, none: string): string {
  const who = namedText(incident.who, language) || none;
  const whom = namedText(incident.whom, language);
  return whom ? `${who} → ${whom}` : who;
}

export function incidentAct(incident: IncidentRow, language: Language): string {
  return incident.types.map((type, i) => actName(type, i === 0 ? incident.modes : [], language)).join(', ');
}

export function Contradicted({ about }: { about: readonly string[] }) {
  const { t } = useLanguage();
  if (about.length === 0) return null;
  const names = about.map((one) => (['whether', 'number', 'date', 'who'].includes(one) ? t(`about.${one}` as 'about.who') : one));
  return <span class="contradicted">{t('incidents.contradiction', { about: names.join(', ') })}</span>;
}

export function IncidentsView({ query }: { query: string }) {
  const { t, language } = useLanguage();
  const incidents = useListing<IncidentRow>(address('/api/v1/incidents', { q: query, limit: '30' }));
  return (
    <View title={t('incidents.title')} lead={t('incidents.lead')} caveat="incidents">
      <QueryBar path="/incidents" query={query} />
      <div class="row"><span class="grow" /><Downloads rows="incidents" query={query} /></div>
      <Resourceful resource={incidents}>
        {(rows) => rows.length === 0 ? <Empty query={query} /> : (
          <ol class="list incidents">
            {rows.map((row) => {
              const place = placeText(row.where, language);
              return (
                <li key={row.id}>
                  <h2><a href={`/incidents/${row.id}`}>{incidentTitle(row, language, t('claim.nobody'))}</a></h2>
                  <p class="act-line">{incidentAct(row, language)}{row.with.length > 0 && <span class="muted"> · {row.with.map((one) => className(one, language)).join(', ')}</span>}</p>
                  <p class="facts muted">
                    {row.when && <span>{showInterval(row.when, language)}</span>}
                    {place && <span>{place}</span>}
                    <span>{t('count.claims', { n: row.claims })}</span>
                    {(row.withdrawn ?? 0) > 0 && <strong class="tag withdrawn">{t('count.withdrawn', { n: row.withdrawn ?? 0 })}</strong>}
                    <span>{row.sources > 0 ? t('count.sources', { n: row.sources }) : t('incidents.noSource')}</span>
                    <span>{t('count.outlets', { n: row.outlets })}</span>
                    <CertaintyCounts certainty={row.certainty} />
                  </p>
                  <Contradicted about={row.contradictions} />
                </li>
              );
            })}
          </ol>
        )}
      </Resourceful>
      <More more={incidents.more} />
    </View>
  );
}
