import { describe, expect, it } from 'vitest';
import { lanesOf, ticks } from '../src/components/claims_timeline';
import { shadeOf, shadeSteps } from '../src/lib/shades';
import { layOut } from '../src/lib/flows';
import type { ClaimRow, FlowRow } from '../src/lib/record';
import { sortRows } from '../src/lib/sort';

const none = { asserted: 0, likely: 0, possible: 0, denied: 0, open: 0 };

describe('flows', () => {
  const rows: FlowRow[] = [
    { supplier: 'PRK', recipient: 'RUS', transfers: 3, by_certainty: { ...none, asserted: 2, denied: 1 }, implied: 0 },
    { supplier: 'RUS', recipient: 'PRK', transfers: 1, by_certainty: { ...none, possible: 1 }, implied: 0 },
    { supplier: null, recipient: 'RUS', transfers: 1, by_certainty: { ...none, open: 1 }, implied: 1 },
  ];
  const graph = layOut(rows, 500, 300);
  it('count each transfer once and keep certainties apart', () => {
    expect(graph.links.reduce((sum, link) => sum + link.value, 0)).toBe(5);
    expect(graph.links.filter((link) => link.supplier === 'PRK')).toHaveLength(2);
  });
  it('put a state that supplies and receives on both sides', () => {
    expect(graph.nodes.map((node) => node.id).sort()).toEqual(['recipient PRK', 'recipient RUS', 'supplier ?', 'supplier PRK', 'supplier RUS']);
  });
  it('are in proportion to the number of transfers', () => {
    const [a, b] = ['asserted', 'denied'].map((stance) => graph.links.find((link) => link.supplier === 'PRK' && link.stance === stance)?.width ?? 0);
    expect((a ?? 0) / (b ?? 1)).toBeCloseTo(2);
  });
  it('may be none', () => expect(layOut([], 500, 300).nodes).toEqual([]));
});

describe('shades of the map', () => {
  it('grow and end at the most', () => {
    expect(shadeSteps(0)).toEqual([]);
    expect(shadeSteps(1)).toEqual([1]);
    expect(shadeSteps(1000)).toEqual([1, 4, 16, 63, 251]);
  });
  it('tell none from some', () => {
    const steps = shadeSteps(1000);
    expect([0, 1, 5, 1000].map((value) => shadeOf(value, steps))).toEqual([0, 1, 2, 5]);
    expect(shadeOf(1, shadeSteps(1))).toBe(5);
  });
});

describe('lanes of time', () => {
  const row = (text: string, said: string | null, published: string) => ({ sources: text ? [{ text }] : [], outlet: 'Beispiel', said: said ? { begin: said, end: said } : null, published }) as unknown as ClaimRow;
  it('one per source, earliest first; without a day of saying the day of publication', () => {
    const lanes = lanesOf([row('Teheran', '2024-01-05', '2024-01-06'), row('', null, '2024-01-02'), row('Teheran', '2024-01-07', '2024-01-08')], (outlet) => `Bericht ${outlet}`);
    expect(lanes.map((lane) => [lane.name, lane.claims.length])).toEqual([['Bericht Beispiel', 1], ['Teheran', 2]]);
  });
  it('have few ticks', () => {
    for (const days of [2, 30, 400, 5000]) expect(ticks(0, days).length).toBeLessThanOrEqual(8);
  });
});

describe('sorting', () => {
  it('puts what is unknown last, both ways', () => {
    const rows = [{ a: 'b' }, { a: null }, { a: 'ä' }];
    expect(sortRows(rows, (row) => row.a, false, 'de').map((row) => row.a)).toEqual(['ä', 'b', null]);
    expect(sortRows(rows, (row) => row.a, true, 'de').map((row) => row.a)).toEqual(['b', 'ä', null]);
  });
});
