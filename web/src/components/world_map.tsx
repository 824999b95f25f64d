import { geoEqualEarth, geoPath, geoGraticule10 } from 'd3-geo';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { loadAtlas, type Country } from '../lib/atlas';
import { shadeOf, shadeSteps } from '../lib/shades';
import { countryName } from '../lib/countries';
import { showNumber } from '../lib/dates';
import { useLanguage } from '../lib/language';
import type { PlaceRow } from '../lib/record';

const width = 960;
const height = 470;

function Scale({ steps }: { steps: readonly number[] }) {
  const { t, language } = useLanguage();
  return (
    <p class="map-scale">
      <span class="muted">{t('map.scale')}:</span>
      <span><i class="shade-0" />{t('map.none')}</span>
      {steps.map((from, i) => {
        const next = steps[i + 1];
        const to = next === undefined ? null : next - 1;
        return <span key={from}><i class={`shade-${shadeOf(from, steps)}`} />{showNumber(from, language)}{to === null ? '+' : to > from ? `–${showNumber(to, language)}` : ''}</span>;
      })}
    </p>
  );
}

/** Zoom by buttons alone: the wheel belongs to the page. */
function useZoom() {
  const [zoom, set] = useState({ k: 1, x: width / 2, y: height / 2 });
  const by = (factor: number) => set((old) => {
    const k = Math.min(8, Math.max(1, old.k * factor));
    return k === 1 ? { k, x: width / 2, y: height / 2 } : { ...old, k };
  });
  const drag = useRef<{ x: number; y: number } | null>(null);
  return {
    zoom, by,
    handlers: {
      onPointerDown: (event: PointerEvent) => { drag.current = { x: event.clientX, y: event.clientY }; },
      onPointerMove: (event: PointerEvent) => {
        const begun = drag.current;
        if (!begun || event.buttons !== 1) return;
        const scale = width / ((event.currentTarget as Element).clientWidth || width);
        const [dx, dy] = [(event.clientX - begun.x) * scale, (event.clientY - begun.y) * scale];
        drag.current = { x: event.clientX, y: event.clientY };
        set((old) => (old.k === 1 ? old : { ...old, x: old.x - dx / old.k, y: old.y - dy / old.k }));
      },
      onPointerUp: () => { drag.current = null; },
    },
  };
}

/** Countries shaded by distinct incidents; a point only for a place that a report names. */
export function WorldMap({ places, chosen, choose }: { places: readonly PlaceRow[]; chosen: string | null; choose: (country: string | null) => void }) {
  const { t, language } = useLanguage();
  const [atlas, setAtlas] = useState<Country[]>([]);
  useEffect(() => { loadAtlas().then(setAtlas, () => setAtlas([])); }, []);
  const { zoom, by, handlers } = useZoom();
  const projection = useMemo(() => geoEqualEarth().fitExtent([[4, 4], [width - 4, height - 4]], { type: 'Sphere' }), []);
  const path = useMemo(() => geoPath(projection), [projection]);
  const counts = useMemo(() => new Map(places.filter((place) => place.country && !place.text).map((place) => [place.country ?? '', place.incidents])), [places]);
  const steps = shadeSteps(Math.max(0, ...counts.values()));
  const points = places.filter((place) => place.lat !== null && place.lon !== null && place.precision !== 'country' && place.precision !== 'region');
  const shapes = useMemo(() => atlas.map((country) => ({ ...country, d: path(country.shape) ?? '' })), [atlas, path]);
  const transform = `translate(${width / 2 - zoom.x * zoom.k} ${height / 2 - zoom.y * zoom.k}) scale(${zoom.k})`;
  return (
    <figure class="map">
      <div class="map-frame">
        <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('map.world')} {...handlers}>
          <g transform={transform}>
            <path class="sphere" d={path({ type: 'Sphere' }) ?? ''} />
            <path class="graticule" d={path(geoGraticule10()) ?? ''} />
            {shapes.map(({ code, name, d }) => {
              const value = code ? (counts.get(code) ?? 0) : 0;
              const label = `${code ? countryName(code, language) : name}: ${t('count.incidents', { n: value })}`;
              const common = { d, class: `country shade-${shadeOf(value, steps)}${code !== null && code === chosen ? ' chosen' : ''}` };
              if (!value || !code) return <path key={name} {...common}><title>{label}</title></path>;
              return <path key={name} {...common} role="button" tabIndex={-1} aria-label={label} aria-pressed={code === chosen} onClick={() => choose(code === chosen ? null : code)}><title>{label}</title></path>;
            })}
            {points.map((place) => {
              const at = projection([place.lon ?? 0, place.lat ?? 0]);
              return at && <circle key={`${place.text}${place.country}`} class="point" cx={at[0]} cy={at[1]} r={3.6 / Math.sqrt(zoom.k)} stroke-width={1.2 / zoom.k}><title>{`${place.text}: ${t('count.incidents', { n: place.incidents })}`}</title></circle>;
            })}
          </g>
        </svg>
        <p class="zoom no-print"><button type="button" aria-label="+" onClick={() => by(1.6)}>+</button><button type="button" aria-label="−" onClick={() => by(1 / 1.6)}>−</button></p>
      </div>
      <figcaption><Scale steps={steps} />{points.length > 0 && <p class="map-scale"><span><b class="dot" />{t('map.places')}</span></p>}</figcaption>
    </figure>
  );
}
