import { Brush, filterOfRange, rangeOfFilter } from '../components/brush';
import { View } from '../components/paged';
import { QueryBar } from '../components/query_bar';
import { Empty, Resourceful } from '../components/states';
import { WorldMap } from '../components/world_map';
import { useResource } from '../lib/api';
import { countryName } from '../lib/countries';
import { showNumber } from '../lib/dates';
import { useLanguage } from '../lib/language';
import { filterValue, setFilter, toggleFilter } from '../lib/query';
import type { PlaceRow, Rows, TimelineRow } from '../lib/record';
import { address, go } from '../lib/router';

function PlaceList({ places, most, name, link, current }: { places: readonly PlaceRow[]; most: number; name: (place: PlaceRow) => string; link: (place: PlaceRow) => string; current: string | null }) {
  const { t, language } = useLanguage();
  const sorted = [...places].sort((a, b) => b.incidents - a.incidents || name(a).localeCompare(name(b), language));
  return (
    <>
      <ul>
        {sorted.slice(0, most).map((place) => (
          <li key={`${place.text}${place.country}`}>
            <a href={link(place)} aria-current={current !== null && current === place.country ? 'true' : undefined}><span>{name(place)}</span><span class="number">{showNumber(place.incidents, language)}</span></a>
          </li>
        ))}
      </ul>
      {sorted.length > most && <p class="muted">{t('map.shownOf', { n: most, all: sorted.length })}</p>}
    </>
  );
}

/** The two charts narrow each other: the map shows the chosen time, the bars show the chosen country; each keeps its own whole. */
export function MapView({ query, by }: { query: string; by: string }) {
  const { t, language } = useLanguage();
  const places = useResource<Rows<PlaceRow>>(address('/api/v1/places', { q: setFilter(query, 'where', null) }));
  const timeline = useResource<Rows<TimelineRow>>(address('/api/v1/timeline', { q: setFilter(query, 'when', null), by }));
  const country = filterValue(query, 'where');
  const range = rangeOfFilter(filterValue(query, 'when'));
  const keep = by === 'month' ? {} : { by };
  const choose = (changed: string) => go(address('/map', { ...keep, q: changed }));
  return (
    <View title={t('map.title')} lead={t('map.lead')} caveat="map" wide>
      <QueryBar path="/map" query={query} keep={keep} />
      <div class="row">
        <span class="switch">
          <span class="muted">{t('map.by')}</span>
          {(['day', 'month', 'year'] as const).map((one) => <a key={one} href={address('/map', { q: query, by: one === 'month' ? null : one })} aria-current={by === one ? 'true' : undefined}>{t(`map.by.${one}`)}</a>)}
        </span>
        <span class="grow" />
        <a href={address('/incidents', { q: query })}>{t('map.show')}</a>
      </div>
      <div class="map-grid">
        <Resourceful resource={places}>
          {(data) => <WorldMap places={data.items} chosen={country} choose={(code) => choose(setFilter(query, 'where', code))} />}
        </Resourceful>
        <section class="place-list" aria-label={t('map.countries')}>
          <div class="row"><h2>{t('map.countries')}</h2><span class="grow" />{country && <button type="button" class="quiet" onClick={() => choose(setFilter(query, 'where', null))}>{t('map.clearPlace')}</button>}</div>
          <Resourceful resource={places}>
            {(data) => data.items.length === 0 ? <Empty query={query} /> : (
              <>
                <PlaceList places={data.items.filter((place) => !place.text && place.country)} most={200} name={(place) => countryName(place.country ?? '', language)} current={country}
                           link={(place) => address('/map', { ...keep, q: setFilter(query, 'where', country === place.country ? null : place.country) })} />
                <h2>{t('map.places')}</h2>
                <PlaceList places={data.items.filter((place) => place.text && (!country || place.country === country))} most={30} name={(place) => place.text ?? ''} current={null}
                           link={(place) => address('/incidents', { q: toggleFilter(query, 'where', place.text ?? '') })} />
              </>
            )}
          </Resourceful>
        </section>
      </div>
      <section aria-labelledby="map-time" class="block">
        <h2 id="map-time">{t('map.timeline')}</h2>
        <Resourceful resource={timeline}>
          {(data) => data.items.length === 0 ? <Empty query={query} /> : <Brush rows={data.items} range={range} choose={(chosen) => choose(setFilter(query, 'when', chosen ? filterOfRange(chosen) : null))} />}
        </Resourceful>
      </section>
    </View>
  );
}
