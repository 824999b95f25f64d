import { Words, readerAddress } from '../components/claim';
import { ClaimsTimeline } from '../components/claims_timeline';
import { IncidentClaims } from '../components/incident_review';
import { PartyName, placeText, quantityText } from '../components/names';
import { View } from '../components/paged';
import { Resourceful } from '../components/states';
import { StanceLabel, StanceMark } from '../components/stance';
import { useResource } from '../lib/api';
import { countryName } from '../lib/countries';
import { showInterval } from '../lib/dates';
import { useLanguage } from '../lib/language';
import type { ClaimRow, Contradiction, Incident, Interval, SourceView, Stance } from '../lib/record';
import { address } from '../lib/router';
import { className } from '../text/codes';
import { incidentAct, incidentTitle } from './incidents';

/** The columns of "who says what": sources stand side by side, never summed. */
const columns: readonly { stances: readonly Stance[]; head: Stance }[] = [
  { stances: ['asserted'], head: 'asserted' },
  { stances: ['likely', 'possible'], head: 'likely' },
  { stances: ['denied'], head: 'denied' },
  { stances: ['open'], head: 'open' },
];

function interval(said: SourceView['said']): Interval | null {
  return typeof said === 'string' ? { begin: said, end: said } : said;
}

/** One word for each text: outlets repeat each other. */
export function distinctWords(rows: readonly ClaimRow[]): ClaimRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.words) && !!seen.add(row.words));
}

function SourceCard({ view, events }: { view: SourceView; events: readonly ClaimRow[] }) {
  const { t, language } = useLanguage();
  const rows = distinctWords(events.filter((row) => view.claims.includes(row.id)));
  const party = view.party === 'actor' || view.party === 'recipient' ? view.party : null;
  const said = interval(view.said);
  return (
    <article class={`claim ${view.stance}`}>
      <h3>
        {view.source ? <PartyName party={{ ...view.source, span: null, entity: null, named: view.source.named as 'person' | null }} /> : view.outlet ? t('claim.reportOf', { outlet: view.outlet }) : t('claim.report')}
        {party && <span class="party-mark">{t(`claim.party.${party}`)}</span>}
      </h3>
      <p class="by"><StanceMark stance={view.stance} /><strong>{t(`stance.${view.stance}`)}</strong>{said && <span class="muted">{t('incident.said', { date: showInterval(said, language) })}</span>}</p>
      {view.quantities.length > 0 && (
        <p class="figures">
          {view.quantities.map((quantity, i) => (
            <span key={i}>{quantityText({ value: quantity.from, to: quantity.to === quantity.from ? null : quantity.to, relation: quantity.relation ?? '=', unit: quantity.unit }, language)}
              {quantity.class && <span class="muted"> {className(quantity.class, language)}</span>}</span>
          ))}
        </p>
      )}
      {rows.slice(0, 3).map((row) => (
        <p key={`${row.id}${row.report}`}><a class="plain" href={readerAddress(row)}><Words words={row.words} evidence={row.evidence} trigger={row.trigger} /></a></p>
      ))}
      <p class="facts">{view.outlets.length > 0 && <span>{t('incident.in', { outlets: view.outlets.join(', ') })}</span>}<span>{t('count.voices', { n: view.voices })}</span></p>
    </article>
  );
}

function Sides({ contradiction, events }: { contradiction: Contradiction; events: readonly ClaimRow[] }) {
  const { t, language } = useLanguage();
  const known = ['whether', 'number', 'date', 'who'].includes(contradiction.about);
  const told: Record<string, Stance> = { so: 'asserted', 'not so': 'denied' };
  return (
    <section class="contradiction">
      <h3>{known ? t(`incident.about.${contradiction.about}` as 'incident.about.who') : contradiction.about}</h3>
      <ul>
        {contradiction.sides.map((side) => {
          const row = events.find((one) => side.claims.includes(one.id));
          const stance = told[side.value];
          return (
            <li key={side.value}>
              <p class="side-value">{stance ? <StanceLabel stance={stance} /> : countryName(side.value, language)}</p>
              <p>{side.sources.map((source) => source || t('claim.unnamed')).join(', ') || t('claim.report')}</p>
              {row && <p><a class="plain" href={readerAddress(row)}><Words words={row.words} evidence={row.evidence} trigger={row.trigger} /></a></p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Board({ incident }: { incident: Incident }) {
  const { t } = useLanguage();
  const filled = columns.map((column) => ({ ...column, views: incident.by_source.filter((view) => column.stances.includes(view.stance)) })).filter((column) => column.views.length > 0);
  return (
    <div class="board" style={{ '--columns': String(filled.length) }}>
      {filled.map((column) => (
        <section key={column.head} aria-label={t(`stance.${column.head}`)}>
          <h3 class="board-head">{column.stances.map((stance) => <StanceLabel key={stance} stance={stance} />)}</h3>
          {column.views.map((view, i) => <SourceCard key={i} view={view} events={incident.events} />)}
        </section>
      ))}
    </div>
  );
}

function Joined({ incident }: { incident: Incident }) {
  const { t } = useLanguage();
  if (incident.joined.length === 0) return null;
  return (
    <details class="sheet">
      <summary>{t('incident.joined')}</summary>
      <ul class="joined">{incident.joined.map((one, i) => <li key={i}><code>{one.claim}</code> – <code>{one.with}</code>: {one.reason} <span class="muted">({one.rule})</span></li>)}</ul>
    </details>
  );
}

function Whole({ incident, id, changed }: { incident: Incident; id: string; changed: () => void }) {
  const { t, language } = useLanguage();
  const report = (outlet: string | null) => (outlet ? t('claim.reportOf', { outlet }) : t('claim.report'));
  const place = placeText(incident.where, language);
  return (
    <>
      <p class="report-facts">
        <strong>{incidentAct(incident, language)}</strong>
        {incident.with.length > 0 && <span>{incident.with.map((one) => className(one, language)).join(', ')}</span>}
        {incident.when && <span>{showInterval(incident.when, language)}</span>}
        {place && <span>{place}</span>}
      </p>
      <p class="report-facts muted">
        <span>{t('count.claims', { n: incident.claims })}</span>
        <span>{incident.sources > 0 ? t('count.sources', { n: incident.sources }) : t('incidents.noSource')}</span>
        <span>{t('count.outlets', { n: incident.outlets })}</span>
        <span>{t('count.voices', { n: incident.voices })}</span>
        <span>{t('incident.id')} <code>{incident.id}</code></span>
        <a class="no-print" href={address('/api/v1/events', { q: `incident:${incident.id}`, format: 'csv' })} download>CSV</a>
        <a class="no-print" href={`/api/v1/incidents/${incident.id}`}>JSON</a>
        <button type="button" class="quiet no-print" onClick={() => window.print()}>{t('download.print')}</button>
      </p>
      {incident.forwarded_from && <p class="muted">{t('incident.forwarded', { id: id })}</p>}
      {incident.contradicting.length > 0 && (
        <section class="contradictions" aria-labelledby="sides">
          <h2 id="sides">{t('incident.sides')}</h2>
          {incident.contradicting.map((one) => <Sides key={one.about} contradiction={one} events={incident.events} />)}
        </section>
      )}
      <section aria-labelledby="saying" class="block">
        <h2 id="saying">{t('incident.saying')}</h2>
        <Board incident={incident} />
      </section>
      <section aria-labelledby="timeline" class="block">
        <h2 id="timeline">{t('incident.timeline')}</h2>
        <p class="muted">{t('incident.timelineLead')}</p>
        <ClaimsTimeline events={incident.events} when={incident.when} names={report} />
      </section>
      <section aria-labelledby="words" class="block">
        <h2 id="words">{t('incident.words')}</h2>
        <IncidentClaims id={incident.id} events={incident.events} changed={changed} />
      </section>
      <Joined incident={incident} />
    </>
  );
}

export function IncidentView({ id }: { id: string }) {
  const { t, language } = useLanguage();
  const incident = useResource<Incident>(`/api/v1/incidents/${encodeURIComponent(id)}`);
  const title = incident.data ? incidentTitle(incident.data, language, t('claim.nobody')) : t('incidents.title');
  return (
    <View title={title} caveat="incident" wide>
      <Resourceful resource={incident}>{(data) => <div class="whole"><Whole incident={data} id={id} changed={incident.retry} /></div>}</Resourceful>
    </View>
  );
}
