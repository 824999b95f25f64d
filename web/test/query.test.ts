import { describe, expect, it } from 'vitest';
import { filterOfRange, rangeOfFilter } from '../src/components/brush';
import { filterValue, hasFilter, setFilter, splitWords, toggleFilter } from '../src/lib/query';

describe('the search line', () => {
  it('is cut at blanks outside quotes', () => {
    expect(splitWords('who:RUS  "chemische Waffen" source:"John Kirby"')).toEqual(['who:RUS', '"chemische Waffen"', 'source:"John Kirby"']);
    expect(splitWords('"nicht zu Ende')).toEqual(['"nicht zu Ende']);
    expect(splitWords('  ')).toEqual([]);
  });
  it('takes a filter in and out', () => {
    const query = toggleFilter('Rakete', 'source', 'John Kirby');
    expect(query).toBe('Rakete source:"John Kirby"');
    expect(hasFilter(query, 'source', 'John Kirby')).toBe(true);
    expect(toggleFilter(query, 'source', 'John Kirby')).toBe('Rakete');
  });
  it('sets the only filter of a field', () => {
    expect(setFilter('when:2024 who:RUS', 'when', '2023')).toBe('who:RUS when:2023');
    expect(setFilter('when:2024 who:RUS', 'when', null)).toBe('who:RUS');
    expect(filterValue('when:2024 who:RUS', 'who')).toBe('RUS');
    expect(filterValue('when:2024', 'who')).toBeNull();
  });
});

describe('spans of time', () => {
  it.each([['2024', '2024-01-01', '2024-12-31'], ['2024-02', '2024-02-01', '2024-02-29'], ['2024-01..2024-03', '2024-01-01', '2024-03-31'], ['2024-01-05', '2024-01-05', '2024-01-05']])(
    '%s', (filter, begin, end) => expect(rangeOfFilter(filter)).toEqual({ begin, end }));
  it('are written as filters', () => {
    expect(filterOfRange({ begin: '2024-01-01', end: '2024-03-31' })).toBe('2024-01-01..2024-03-31');
    expect(filterOfRange({ begin: '2024-01-01', end: '2024-01-01' })).toBe('2024-01-01');
  });
});
