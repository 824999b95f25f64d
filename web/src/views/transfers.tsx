import { useState } from 'preact/hooks';
import { ClaimCard } from '../components/claim';
import { FlowChart } from '../components/flow_chart';
import { quantityText } from '../components/names';
import { View } from '../components/paged';
import { Downloads, QueryBar } from '../components/query_bar';
import { Empty, More, Resourceful } from '../components/states';
import { StanceMark } from '../components/stance';
import { useListing, useResource } from '../lib/api';
import { countryName } from '../lib/countries';
import { showInterval } from '../lib/dates';
import { useLanguage, type Language, type Translate } from '../lib/language';
import type { FlowRow, Rows, TransferRow } from '../lib/record';
import { address } from '../lib/router';
import { sortRows, type Sortable } from '../lib/sort';
import { className } from '../text/codes';

const states = new Set(['delivered', 'used', 'seized', 'licensed', 'promised', 'planned', 'requested', 'stopped', 'refused']);

const partyText = (party: string | null, language: Language, t: Translate) => (party && party !== '?' ? countryName(party, language) : t('transfers.unknown'));

/** The archive writes ? for a party that is not told. */
const known = (party: string | null) => (party === '?' ? null : party);

type Column = 'supplier' | 'recipient' | 'goods' | 'happened' | 'said' | 'reports';

const values: Record<Column, (row: TransferRow, language: Language) => Sortable> = {
  supplier: (row, language) => known(row.supplier) && countryName(row.supplier ?? '', language),
  recipient: (row, language) => known(row.recipient) && countryName(row.recipient ?? '', language),
  goods: (row, language) => row.class && className(row.class, language),
  happened: (row) => row.happened?.begin ?? row.happened?.end,
  said: (row) => row.said?.begin,
  reports: (row) => row.reports,
};

function Head({ column, label, sort, set }: { column: Column; label: string; sort: { column: Column; descending: boolean }; set: (sort: { column: Column; descending: boolean }) => void }) {
  const mine = sort.column === column;
  return (
    <th scope="col" aria-sort={mine ? (sort.descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" class="sort" onClick={() => set({ column, descending: mine ? !sort.descending : column === 'reports' || column === 'happened' || column === 'said' })}>
        {label}<span aria-hidden="true">{mine ? (sort.descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

function Goods({ row }: { row: TransferRow }) {
  const { t, language } = useLanguage();
  const details = [...row.designations, row.unroca.length ? `UN ${row.unroca.join('/')}` : ''].filter(Boolean).join(' · ');
  return <>{row.class ? className(row.class, language) : <span class="muted">{t('transfers.general')}</span>}{details && <span class="muted small block-line">{details}</span>}</>;
}

function Line({ row }: { row: TransferRow }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const claims = useResource<TransferRow>(open ? `/api/v1/transfers/${encodeURIComponent(row.id)}` : null);
  return (
    <>
      <tr id={row.id}>
        <th scope="row">{partyText(row.supplier, language, t)}{row.via.length > 0 && <span class="muted small block-line">{t('transfers.via', { names: row.via.join(', ') })}</span>}</th>
        <td>{partyText(row.recipient, language, t)}</td>
        <td><Goods row={row} /></td>
        <td class="figures">
          {row.quantities.map((quantity, i) => <span key={i} class="block-line">{quantityText(quantity, language)} <span class="muted small">{quantity.source ? t('claim.according', { source: quantity.source }) : t('claim.report')}</span></span>)}
        </td>
        <td>
          {row.states.map((one, i) => (
            <span key={i} class={`block-line ${one.certainty}`}>
              <StanceMark stance={one.certainty} /> {states.has(one.state) ? t(`state.${one.state}` as 'state.used') : one.state}
              <span class="hidden"> ({t(`stance.${one.certainty}`)})</span> <span class="muted small">{one.sources.filter(Boolean).length ? t('claim.according', { source: one.sources.filter(Boolean).join(', ') }) : t('claim.report')}</span>
            </span>
          ))}
          {row.implied && <span class="muted small block-line">{t('transfers.implied')}</span>}
          {(row.withdrawn ?? 0) > 0 && <strong class="tag withdrawn">{t('count.withdrawn', { n: row.withdrawn ?? 0 })}</strong>}
        </td>
        <td class="days">{showInterval(row.happened, language)}</td>
        <td class="days">{showInterval(row.said, language)}</td>
        <td class="number"><button type="button" class="quiet" aria-expanded={open} aria-label={`${t('transfers.claims')}: ${row.reports} ${t('transfers.reports')}`} onClick={() => setOpen(!open)}>{row.reports} {open ? '▾' : '▸'}</button></td>
      </tr>
      {open && (
        <tr class="opened"><td colSpan={8}>
          <Resourceful resource={claims}>{(data) => <ol class="claims">{(data.events ?? []).map((event) => <li key={`${event.id}${event.report}`}><ClaimCard row={event} /></li>)}</ol>}</Resourceful>
        </td></tr>
      )}
    </>
  );
}

function Table({ query }: { query: string }) {
  const { t, language } = useLanguage();
  const transfers = useListing<TransferRow>(address('/api/v1/transfers', { q: query, limit: '200' }));
  const [sort, setSort] = useState<{ column: Column; descending: boolean }>({ column: 'said', descending: true });
  return (
    <>
      <Resourceful resource={transfers}>
        {(rows) => rows.length === 0 ? <Empty query={query} /> : (
          <div class="scroll-x" tabIndex={0} role="region" aria-label={t('transfers.title')}>
            <table class="ledger">
              <caption class="hidden">{t('transfers.caption')}</caption>
              <thead>
                <tr>
                  <Head column="supplier" label={t('transfers.supplier')} sort={sort} set={setSort} />
                  <Head column="recipient" label={t('transfers.recipient')} sort={sort} set={setSort} />
                  <Head column="goods" label={t('transfers.goods')} sort={sort} set={setSort} />
                  <th scope="col">{t('transfers.number')}</th>
                  <th scope="col">{t('transfers.state')}</th>
                  <Head column="happened" label={t('transfers.happened')} sort={sort} set={setSort} />
                  <Head column="said" label={t('transfers.said')} sort={sort} set={setSort} />
                  <Head column="reports" label={t('transfers.reports')} sort={sort} set={setSort} />
                </tr>
              </thead>
              <tbody>{sortRows(rows, (row) => values[sort.column](row, language), sort.descending, language).map((row) => <Line key={row.id} row={row} />)}</tbody>
            </table>
          </div>
        )}
      </Resourceful>
      {transfers.more && <p class="muted small">{t('state.sortedShown', { n: transfers.data?.length ?? 0 })}</p>}
      <More more={transfers.more} />
    </>
  );
}

function Flows({ query }: { query: string }) {
  const flows = useResource<Rows<FlowRow>>(address('/api/v1/flows', { q: query }));
  return <Resourceful resource={flows}>{(data) => data.items.length === 0 ? <Empty query={query} /> : <FlowChart rows={data.items} query={query} />}</Resourceful>;
}

export function TransfersView({ query, show }: { query: string; show: string | null }) {
  const { t } = useLanguage();
  const flows = show === 'flows';
  return (
    <View title={t('transfers.title')} lead={t('transfers.lead')} caveat={flows ? 'flows' : 'transfers'} wide>
      <QueryBar path="/transfers" query={query} keep={{ show }} />
      <div class="row">
        <span class="switch">
          <a href={address('/transfers', { q: query })} aria-current={flows ? undefined : 'true'}>{t('transfers.table')}</a>
          <a href={address('/transfers', { q: query, show: 'flows' })} aria-current={flows ? 'true' : undefined}>{t('transfers.flows')}</a>
        </span>
        <span class="grow" />
        <Downloads rows="transfers" query={query} />
      </div>
      {flows ? <Flows query={query} /> : <Table query={query} />}
    </View>
  );
}
