import { useState } from 'preact/hooks';
import { countryName } from '../lib/countries';
import { showNumber } from '../lib/dates';
import { useLanguage, type Language, type Translate } from '../lib/language';
import { hasFilter, toggleFilter } from '../lib/query';
import type { Facet, Factuality } from '../lib/record';
import { address } from '../lib/router';
import { stanceOf } from '../lib/certainty';
import { className, sectorName, typeName } from '../text/codes';
import { StanceMark } from './stance';

type FacetName = 'who' | 'whom' | 'what' | 'with' | 'where' | 'source' | 'certainty' | 'outlet' | 'year' | 'state';
const order: readonly FacetName[] = ['certainty', 'what', 'who', 'whom', 'source', 'with', 'where', 'state', 'year', 'outlet'];
const states = new Set(['delivered', 'used', 'seized', 'licensed', 'promised', 'planned', 'requested', 'stopped', 'refused']);

/** The filter word of a facet's value. */
const field: Record<FacetName, string> = { who: 'who', whom: 'whom', what: 'what', with: 'with', where: 'where', source: 'source', certainty: 'certainty', outlet: 'outlet', year: 'when', state: 'state' };

function valueName(facet: FacetName, value: string, label: string | null, language: Language, t: Translate): string {
  if (facet === 'what') return typeName(value, language);
  if (facet === 'with') return className(value, language);
  if (facet === 'certainty') return t(`stance.${stanceOf(value as Factuality)}`);
  if (facet === 'state') return states.has(value) ? t(`state.${value}` as 'state.used') : value;
  if (facet === 'source' && value === 'report') return t('claim.report');
  if (facet === 'source' && value === 'unnamed') return t('claim.unnamed');
  if (facet === 'outlet' || facet === 'year') return label ?? value;
  const [code = value, sector] = value.split('/');
  const country = countryName(code, language);
  if (country === code) return label ?? value;
  return sector ? `${country}, ${sectorName(sector, language)}` : country;
}

const shown = 6;

function FacetList({ facet, query, path }: { facet: Facet; query: string; path: string }) {
  const { t, language } = useLanguage();
  const [all, setAll] = useState(false);
  const name = facet.facet as FacetName;
  const values = facet.values.filter((one) => one.count > 0);
  if (values.length === 0) return null;
  const most = Math.max(...values.map((one) => one.count));
  return (
    <section>
      <h2>{t(`facet.${name}`)}</h2>
      <ul>
        {values.slice(0, all ? undefined : shown).map((one) => {
          const on = hasFilter(query, field[name], one.value);
          return (
            <li key={one.value}>
              <a href={address(path, { q: toggleFilter(query, field[name], one.value) })} aria-current={on ? 'true' : undefined}
                 style={{ '--part': String(one.count / most) }}>
                <span>{name === 'certainty' && <StanceMark stance={stanceOf(one.value as Factuality)} />}{valueName(name, one.value, one.label, language, t)}
                  {name === 'certainty' && <code> {one.value}</code>}</span>
                <span class="number">{showNumber(one.count, language)}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {values.length > shown && <button type="button" class="quiet" onClick={() => setAll(!all)}>{all ? t('facet.less') : t('facet.more', { n: values.length })}</button>}
    </section>
  );
}

export function Facets({ facets, query, path }: { facets: readonly Facet[]; query: string; path: string }) {
  const { t } = useLanguage();
  const known = order.map((name) => facets.find((facet) => facet.facet === name)).filter((facet) => facet !== undefined);
  return (
    <>
      {known.map((facet) => <FacetList key={facet.facet} facet={facet} query={query} path={path} />)}
      {known.some((facet) => !facet.complete) && <p class="muted">{t('facet.part')}</p>}
    </>
  );
}
