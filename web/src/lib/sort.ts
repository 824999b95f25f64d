/** A table's order: what is unknown comes last in both directions. */
export type Sortable = string | number | null | undefined;

export function sortRows<T>(rows: readonly T[], value: (row: T) => Sortable, descending: boolean, locale: string): T[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    const [none, other] = [x === null || x === undefined || x === '', y === null || y === undefined || y === ''];
    if (none || other) return Number(none) - Number(other);
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y)));
  });
}
