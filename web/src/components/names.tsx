import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { countryName, isCountry } from '../lib/countries';
import { useLanguage, type Language, type Translate } from '../lib/language';
import type { Claim, Item, Named, Party, Quantity } from '../lib/record';
import { className, modeName, sectorName, typeName } from '../text/codes';
import { showInterval, showNumber } from '../lib/dates';

/** Whether names of persons without an office are hidden. */
export const MaskContext = createContext(false);

const publicSectors = new Set(['GOV', 'MIL', 'SPY', 'LEG', 'JUD', 'COP', 'PTY', 'OPP', 'REB', 'PRM', 'ELI', 'JRN']);

/** A person by name whose sector is not of public life. */
export function isPrivate(party: Pick<Party, 'code' | 'sector' | 'named'>): boolean {
  return party.named === 'person' ? !publicSectors.has(party.sector ?? '') : party.sector === 'CVL' || party.sector === 'CRM' || party.sector === 'REF';
}

export function codeLabel(code: string | null, sector: string | null, language: Language): string {
  return [code ? countryName(code, language) : null, sector ? sectorName(sector, language) : null].filter(Boolean).join(', ');
}

export function PartyName({ party }: { party: Party }) {
  const { t, language } = useLanguage();
  const masked = useContext(MaskContext) && isPrivate(party);
  const label = codeLabel(party.code, party.sector, language);
  const text = masked ? t('claim.masked') : party.text || t('claim.unnamed');
  return <span class="party" title={label || undefined}>{text}{party.code && party.code !== text && <abbr title={label}>{party.code}</abbr>}</span>;
}

export function Parties({ parties, none }: { parties: readonly Party[]; none?: string }) {
  if (parties.length === 0) return none ? <span class="muted">{none}</span> : null;
  return <>{parties.map((party, i) => <span key={i}>{i > 0 && ', '}<PartyName party={party} /></span>)}</>;
}

/** A side of an incident: names once, by code where there is one. */
export function namedText(named: readonly Named[], language: Language): string {
  const names = named.map((one) => (isCountry(one.code) && (!one.sector || one.sector === 'GOV') ? countryName(one.code ?? '', language) : (one.name ?? codeLabel(one.code, one.sector, language))));
  return [...new Set(names.filter(Boolean))].join(', ');
}

export function actName(type: string, modes: readonly string[], language: Language): string {
  const name = typeName(type, language);
  return modes.length ? `${name} (${modes.map((mode) => modeName(mode, language)).join(', ')})` : name;
}

export function quantityText(quantity: Pick<Quantity, 'value' | 'to' | 'relation' | 'unit'>, language: Language): string {
  const sign: Record<string, string> = { '=': '', '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '~': '≈ ' };
  const value = quantity.value === null ? '' : showNumber(quantity.value, language);
  const to = quantity.to === null || quantity.to === undefined ? '' : `–${showNumber(quantity.to, language)}`;
  return `${sign[quantity.relation] ?? ''}${value}${to}${quantity.unit ? ` ${quantity.unit}` : ''}`;
}

export function itemText(item: Item, language: Language): string {
  const number = item.quantity ? `${quantityText(item.quantity, language)} ` : '';
  return number + item.text;
}

export function ItemNames({ items }: { items: readonly Item[] }) {
  const { language } = useLanguage();
  return (
    <>
      {items.map((item, i) => {
        const details = [item.class && className(item.class, language), item.designation, item.unroca.length ? `UN ${item.unroca.join('/')}` : null, item.origin && countryName(item.origin, language)];
        return <span key={i}>{i > 0 && ', '}{itemText(item, language)} <span class="muted">({details.filter(Boolean).join(' · ')})</span></span>;
      })}
    </>
  );
}

export function placeText(place: { text: string | null; country: string | null } | null, language: Language): string {
  if (!place) return '';
  const country = place.country ? countryName(place.country, language) : '';
  return place.text && place.text !== country ? [place.text, country].filter(Boolean).join(', ') : country;
}

/** By whose word, outermost first; without source the report itself speaks. */
export function SourceChain({ sources, outlet }: { sources: readonly Party[]; outlet?: string | null }) {
  const { t } = useLanguage();
  if (sources.length === 0) return <span>{outlet ? t('claim.reportOf', { outlet }) : t('claim.report')}</span>;
  return (
    <>
      {sources.map((source, i) => (
        <span key={i}>
          {i > 0 && <span class="muted"> › </span>}
          <PartyName party={source} />
          {(source.party === 'actor' || source.party === 'recipient') && <span class="party-mark">{t(`claim.party.${source.party}`)}</span>}
        </span>
      ))}
    </>
  );
}

/** "Moskau → Kiew: Angriff (aus der Luft)" without any verb that could be read as the page's own claim. */
export function claimTitle(claim: Pick<Claim, 'type' | 'mode'>, language: Language): string {
  return actName(claim.type, claim.mode, language);
}

export function whenText(claim: Pick<Claim, 'when'>, language: Language, t: Translate): string {
  if (!claim.when) return '';
  return showInterval(claim.when, language) + (claim.when.inherited ? ` (${t('claim.inherited')})` : '');
}

/** Further marks of a claim that have a name of their own. */
export const auxiliaries = ['future', 'hypothetical', 'negation', 'historical'] as const;

export function auxiliaryName(one: string, t: Translate): string {
  const known = auxiliaries.find((other) => other === one);
  return known ? t(`claim.${known}`) : one;
}
