import { describe, expect, it } from 'vitest';
import type { Span } from '../src/lib/record';
import { CodePoints, paragraphs, pieces, segments } from '../src/lib/segments';

const claim = (evidence: Span, ...trigger: Span[]) => ({ evidence, trigger });

describe('code points', () => {
  it('cuts where characters lie beyond the basic plane', () => {
    const text = new CodePoints('a𝕏b🚀c');
    expect(text.length).toBe(5);
    expect(text.slice(1, 3)).toBe('𝕏b');
    expect(text.slice(3, 99)).toBe('🚀c');
  });
});

describe('segments', () => {
  const text = new CodePoints('Moskau setzt Raketen ein.');
  it('join to the whole text', () => {
    const cut = segments(text, 0, text.length, [claim([0, 24], [7, 12], [21, 24]), claim([13, 20], [13, 20])]);
    expect(cut.map((one) => one.text).join('')).toBe(text.text);
  });
  it('know torn triggers and put the shortest evidence first', () => {
    const cut = segments(text, 0, text.length, [claim([0, 24], [7, 12], [21, 24]), claim([13, 20], [13, 20])]);
    expect(cut.filter((one) => one.trigger === 0).map((one) => one.text)).toEqual(['setzt', 'ein']);
    expect(cut.find((one) => one.text === 'Raketen')?.claims).toEqual([1, 0]);
  });
  it('leave a text without claims whole', () => {
    expect(segments(text, 0, text.length, [])).toHaveLength(1);
  });
});

describe('paragraphs', () => {
  it('skip blank lines and keep offsets', () => {
    const text = new CodePoints('Eins.\n\n  \nZwei.\n');
    expect(paragraphs(text).map(([begin, end]) => text.slice(begin, end))).toEqual(['Eins.', 'Zwei.']);
  });
});

describe('pieces', () => {
  it('set off the trigger and what was searched', () => {
    const cut = pieces('liefert Drohnen', [100, 115], [[100, 107]], [[8, 15]]);
    expect(cut).toEqual([
      { text: 'liefert', trigger: true, found: false },
      { text: ' ', trigger: false, found: false },
      { text: 'Drohnen', trigger: false, found: true },
    ]);
  });
});
