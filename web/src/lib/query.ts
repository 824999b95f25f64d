/**
 * The search line: words as of `laut find`, kept as text in the address (`?q=`). Facets and charts add and remove words; this
 * never judges a word, the archive does.
 */

/** `who:RUS "chemische Waffen"` -> ['who:RUS', '"chemische Waffen"'] */
export function splitWords(query: string): string[] {
  return query.match(/(?:[^\s"]+|"[^"]*"?)+/g) ?? [];
}

export function joinWords(words: readonly string[]): string {
  return words.join(' ');
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}

export function filterWord(field: string, value: string): string {
  return `${field}:${quoted(value)}`;
}

export function hasFilter(query: string, field: string, value: string): boolean {
  return splitWords(query).includes(filterWord(field, value));
}

export function toggleFilter(query: string, field: string, value: string): string {
  const word = filterWord(field, value);
  const words = splitWords(query);
  return joinWords(words.includes(word) ? words.filter((other) => other !== word) : [...words, word]);
}

/** The only filter of that field becomes this one; null: none. */
export function setFilter(query: string, field: string, value: string | null): string {
  const others = splitWords(query).filter((word) => !word.startsWith(`${field}:`));
  return joinWords(value === null ? others : [...others, filterWord(field, value)]);
}

export function filterValue(query: string, field: string): string | null {
  const word = splitWords(query).find((one) => one.startsWith(`${field}:`));
  return word === undefined ? null : word.slice(field.length + 1).replaceAll('"', '');
}

/** A saved query: in this browser alone. */
export interface Saved {
  name: string;
  query: string;
}

const key = 'laut.queries';

export function savedQueries(): Saved[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.filter((one): one is Saved => typeof one?.name === 'string' && typeof one?.query === 'string');
  } catch {
    return [];
  }
}

export function saveQueries(queries: readonly Saved[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(queries));
    return true;
  } catch {
    return false;
  }
}
