import type { Interval } from './record';
import type { Language } from './language';

function parse(day: string): Date | null {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(day);
  if (!found) return null;
  return new Date(Date.UTC(Number(found[1]), Number(found[2] ?? 1) - 1, Number(found[3] ?? 1)));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = language + JSON.stringify(options);
  let made = formats.get(name);
  if (!made) {
    made = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { timeZone: 'UTC', ...options });
    formats.set(name, made);
  }
  return made;
}

/** "2024-01-05T04:55:00+01:00" -> "5. Jan. 2024"; "2024-01" and "2024" stay as coarse as they are. */
export function showDay(day: string | null | undefined, language: Language): string {
  if (!day) return '';
  const date = parse(day);
  if (!date) return day;
  if (/^\d{4}$/.test(day)) return day;
  if (/^\d{4}-\d{2}$/.test(day)) return format(language, { month: 'short', year: 'numeric' }).format(date);
  return format(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}

function lastOfMonth(day: string): boolean {
  const date = parse(day);
  return !!date && new Date(date.getTime() + 86400000).getUTCDate() === 1;
}

/** Both days inclusive; a whole month or year is called by its name. */
export function showInterval(interval: Interval | null | undefined, language: Language): string {
  const { begin, end } = interval ?? { begin: null, end: null };
  if (!begin || !end) return begin ? `${showDay(begin, language)} –` : end ? `– ${showDay(end, language)}` : '';
  const [first, last] = [begin.slice(0, 10), end.slice(0, 10)];
  if (first === last) return showDay(first, language);
  if (first.endsWith('-01-01') && last.endsWith('-12-31'))
    return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : `${first.slice(0, 4)}–${last.slice(0, 4)}`;
  if (first.endsWith('-01') && lastOfMonth(last) && first.slice(0, 7) === last.slice(0, 7)) return showDay(first.slice(0, 7), language);
  const [a, b] = [parse(first), parse(last)];
  if (!a || !b || a > b) return `${showDay(first, language)} – ${showDay(last, language)}`;
  return format(language, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(a, b);
}

/** Days since 1970, for axes. */
export function dayNumber(day: string): number | null {
  const date = parse(day);
  return date ? date.getTime() / 86400000 : null;
}

export function dayOfNumber(number: number): string {
  return new Date(Math.round(number) * 86400000).toISOString().slice(0, 10);
}

/** The day after the last of a period "2024", "2024-01" or "2024-01-05", less one. */
export function periodEnd(period: string): string {
  const date = parse(period);
  if (!date) return period;
  if (period.length === 4) return `${period}-12-31`;
  if (period.length === 7) return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
  return period.slice(0, 10);
}

export function showNumber(value: number, language: Language): string {
  return value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 2 });
}
