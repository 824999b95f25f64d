import { Resourceful, Empty, More, Failure } from '../components/states';
import { ClaimCard } from '../components/claim';
import { Facets } from '../components/facets';
import { Downloads, QueryBar } from '../components/query_bar';
import { View } from '../components/paged';
import { Legend } from '../components/stance';
import { Bars, type Bar } from '../components/bars';
import { useListing, useResource } from '../lib/api';
import { showNumber } from '../lib/dates';
import { useLanguage } from '../lib/language';
import { setFilter } from '../lib/query';
import type { ClaimRow, Facet, Rows, TimelineRow } from '../lib/record';
import { address, go } from '../lib/router';

/** Years without a claim are years too. */
export function everyYear(rows: readonly TimelineRow[]): Bar[] {
  const found = new Map(rows.map((row) => [Number(row.period), row.events]));
  const [first, last] = [Math.min(...found.keys()), Math.max(...found.keys())];
  if (last - first > 200) return rows.map((row) => ({ key: row.period, value: row.events }));
  return Array.from({ length: last - first + 1 }, (_, i) => ({ key: String(first + i), value: found.get(first + i) ?? 0 }));
}

/** All claims, newest first, with facets beside them and their spread in time above them. */
export function SearchView({ query }: { query: string }) {
  const { t, language } = useLanguage();
  const claims = useListing<ClaimRow>(address('/api/v1/events', { q: query, limit: '25' }));
  const facets = useResource<Rows<Facet>>(address('/api/v1/facets', { q: query }));
  // Counting all years takes longest in a large archive: what can be read comes first.
  const ready = claims.data !== null && !claims.loading && !facets.loading;
  const timeline = useResource<Rows<TimelineRow>>(ready ? address('/api/v1/timeline', { q: query, by: 'year' }) : null);
  const years = timeline.data?.items ?? [];
  const total = years.reduce((sum, year) => sum + year.events, 0);
  return (
    <View title={t('nav.search')} caveat="search" wide>
      <QueryBar path="/" query={query} />
      {claims.problem ? <Failure problem={claims.problem} retry={claims.retry} /> : (
        <div class="with-facets">
          <nav class="facets" aria-label={t('facet.label')}>
            <Resourceful resource={facets}>{(data) => <Facets facets={data.items} query={query} path="/" />}</Resourceful>
          </nav>
          <section class="results" aria-label={t('query.claims')}>
            <div class="row results-head">
              <p role="status"><strong>{timeline.data && !timeline.loading && ready ? t('count.claims', { n: total === 1 ? 1 : showNumber(total, language) }) : t('state.loading')}</strong></p>
              <Legend />
              <span class="grow" />
              <Downloads rows="events" query={query} />
            </div>
            {years.length > 1 && (
              <Bars label={t('map.timeline')} bars={everyYear(years)}
                    choose={(period) => go(address('/', { q: setFilter(query, 'when', period) }))} />
            )}
            <Resourceful resource={claims}>
              {(rows) => rows.length === 0 ? <Empty query={query} /> : <ol class="claims">{rows.map((row) => <li key={`${row.id}${row.report}`}><ClaimCard row={row} /></li>)}</ol>}
            </Resourceful>
            <More more={claims.more} />
          </section>
        </div>
      )}
    </View>
  );
}
