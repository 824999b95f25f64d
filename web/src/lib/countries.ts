import codes from 'i18n-iso-countries/codes.json';
import type { Language } from './language';

const toAlpha2 = new Map<string, string>();
const byNumber = new Map<string, string>();
for (const [alpha2, alpha3, number] of codes as [string, string, string][]) {
  toAlpha2.set(alpha3, alpha2);
  if (number) byNumber.set(number, alpha3);
}
toAlpha2.set('XKX', 'XK');

const formats: Partial<Record<Language, Intl.DisplayNames>> = {};

/** Groups of actors that are no country. */
const bodies: Record<string, Record<Language, string>> = {
  IGO: { de: 'Internationale Organisation', en: 'International organisation' },
  NGO: { de: 'Nichtregierungsorganisation', en: 'Non-governmental organisation' },
  MNC: { de: 'Internationales Unternehmen', en: 'Multinational company' },
};

export function isCountry(code: string | null | undefined): boolean {
  return !!code && toAlpha2.has(code);
}

/** "RUS" -> "Russland"; what is no code stays as it is. */
export function countryName(code: string, language: Language): string {
  const body = bodies[code];
  if (body) return body[language];
  const alpha2 = toAlpha2.get(code);
  if (!alpha2) return code;
  const format = (formats[language] ??= new Intl.DisplayNames([language], { type: 'region' }));
  return format.of(alpha2) ?? code;
}

/** The alpha-3 code of a shape of the atlas. Its Kosovo has no number. */
export function codeOfShape(id: string | number | undefined, name: string | undefined): string | null {
  if (name === 'Kosovo') return 'XKX';
  return id === undefined ? null : (byNumber.get(String(id).padStart(3, '0')) ?? null);
}
