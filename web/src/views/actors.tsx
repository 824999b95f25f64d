import { useState } from 'preact/hooks';
import { ClaimCard } from '../components/claim';
import { codeLabel } from '../components/names';
import { View } from '../components/paged';
import { QueryBar } from '../components/query_bar';
import { Empty, More, Resourceful } from '../components/states';
import { useListing, useResource } from '../lib/api';
import { countryName } from '../lib/countries';
import { showNumber } from '../lib/dates';
import { useLanguage, type Language } from '../lib/language';
import { filterWord } from '../lib/query';
import type { Actor, ActorRow } from '../lib/record';
import { address } from '../lib/router';
import { sortRows } from '../lib/sort';
import { typeName } from '../text/codes';

const counts = ['did', 'received', 'said', 'denied'] as const;
const kinds = new Set(['country', 'organisation', 'person', 'office', 'group', 'place', 'name']);

export function actorName(actor: Pick<ActorRow, 'id' | 'name' | 'kind'>, language: Language): string {
  return actor.kind === 'country' ? countryName(actor.id, language) : actor.name;
}

export function ActorsView({ query }: { query: string }) {
  const { t, language } = useLanguage();
  const actors = useListing<ActorRow>(address('/api/v1/actors', { q: query, limit: '200' }));
  const [sort, setSort] = useState<'name' | (typeof counts)[number]>('did');
  return (
    <View title={t('actors.title')} lead={t('actors.lead')} caveat="actors">
      <QueryBar path="/actors" query={query} />
      <Resourceful resource={actors}>
        {(rows) => rows.length === 0 ? <Empty query={query} /> : (
          <div class="scroll-x" tabIndex={0} role="region" aria-label={t('actors.title')}>
            <table class="ledger">
              <caption class="hidden">{t('actors.caption')}</caption>
              <thead>
                <tr>
                  <th scope="col" aria-sort={sort === 'name' ? 'ascending' : undefined}><button type="button" class="sort" onClick={() => setSort('name')}>{t('actors.name')}</button></th>
                  <th scope="col">{t('actors.kind')}</th>
                  {counts.map((count) => <th key={count} scope="col" class="number" aria-sort={sort === count ? 'descending' : undefined}><button type="button" class="sort" onClick={() => setSort(count)}>{t(`actors.${count}`)}{sort === count && <span aria-hidden="true"> ↓</span>}</button></th>)}
                </tr>
              </thead>
              <tbody>
                {sortRows(rows, (row) => (sort === 'name' ? actorName(row, language) : row[sort]), sort !== 'name', language).map((row) => (
                  <tr key={row.id}>
                    <th scope="row"><a href={`/actors/${encodeURIComponent(row.id)}`}>{actorName(row, language)}</a></th>
                    <td>{kinds.has(row.kind) ? t(`kind.${row.kind}` as 'kind.name') : row.kind}{row.kind !== 'country' && <span class="muted small block-line">{codeLabel(row.code, row.sector, language)}</span>}</td>
                    {counts.map((count) => <td key={count} class="number">{showNumber(row[count], language)}</td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Resourceful>
      {actors.more && <p class="muted small">{t('state.sortedShown', { n: actors.data?.length ?? 0 })}</p>}
      <More more={actors.more} />
    </View>
  );
}

function TypeBars({ title, types, query }: { title: string; types: Record<string, number>; query: (type: string) => string }) {
  const { language } = useLanguage();
  const rows = Object.entries(types).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const most = Math.max(1, ...rows.map((row) => row[1]));
  if (rows.length === 0) return null;
  return (
    <section class="facets plain-facets">
      <h2>{title}</h2>
      <ul>
        {rows.map(([type, count]) => (
          <li key={type}><a href={address('/', { q: query(type) })} style={{ '--part': String(count / most) }}><span>{typeName(type, language)}</span><span class="number">{showNumber(count, language)}</span></a></li>
        ))}
      </ul>
    </section>
  );
}

/** The word by which claims of an actor are found. */
function filterValueOf(actor: ActorRow): string {
  return actor.kind === 'country' ? actor.id : actor.name;
}

export function ActorView({ id }: { id: string }) {
  const { t, language } = useLanguage();
  const actor = useResource<Actor>(`/api/v1/actors/${encodeURIComponent(id)}`);
  const title = actor.data ? actorName(actor.data, language) : t('actors.title');
  return (
    <View title={title} caveat="actors">
      <Resourceful resource={actor}>
        {(data) => {
          const value = filterValueOf(data);
          return (
            <div class="whole">
              <p class="report-facts">
                <span>{kinds.has(data.kind) ? t(`kind.${data.kind}` as 'kind.name') : data.kind}</span>
                {data.kind !== 'country' && <span>{codeLabel(data.code, data.sector, language)}</span>}
                <a href={address('/', { q: filterWord('who', value) })}>{t('actor.asActor')}</a>
                <a href={address('/', { q: filterWord('whom', value) })}>{t('actor.asRecipient')}</a>
                <a href={address('/', { q: filterWord('source', value) })}>{t('actor.asSource')}</a>
              </p>
              <dl class="figures-row">{counts.map((count) => <div key={count}><dt>{t(`actors.${count}`)}</dt><dd>{showNumber(data[count], language)}</dd></div>)}</dl>
              <div class="beside">
                <TypeBars title={t('actor.did')} types={data.types.did} query={(type) => `${filterWord('who', value)} what:${type}`} />
                <TypeBars title={t('actor.received')} types={data.types.received} query={(type) => `${filterWord('whom', value)} what:${type}`} />
                {data.with.length > 0 && (
                  <section class="facets plain-facets">
                    <h2>{t('actor.with')}</h2>
                    <ul>{data.with.map((other) => <li key={other.id}><a href={`/actors/${encodeURIComponent(other.id)}`}><span>{countryName(other.id, language) === other.id ? other.name : countryName(other.id, language)}</span><span class="number" title={`${t('actors.did')} / ${t('actors.received')}`}>{other.did} / {other.received}</span></a></li>)}</ul>
                  </section>
                )}
              </div>
              <section class="block"><h2>{t('actor.recent')}</h2><ol class="claims">{data.recent.map((row) => <li key={`${row.id}${row.report}`}><ClaimCard row={row} /></li>)}</ol></section>
            </div>
          );
        }}
      </Resourceful>
    </View>
  );
}
