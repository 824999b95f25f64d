import { describe, expect, it } from 'vitest';
import { measuredFigures } from '../measured';
import { codeOfShape, countryName } from '../src/lib/countries';
import { showDay, showInterval } from '../src/lib/dates';
import { translate } from '../src/lib/language';
import { de } from '../src/text/de';
import { en } from '../src/text/en';
import { className, modeName, sectorName, typeName } from '../src/text/codes';
import schema from '../../data/record.schema.json';

const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]))].sort();

describe('the two languages', () => {
  it.each(Object.keys(en) as (keyof typeof en)[])('%s has the same holes and forms', (key) => {
    expect(holes(de[key])).toEqual(holes(en[key]));
    expect(de[key].split('|').length).toBe(en[key].split('|').length);
    expect(de[key].trim()).not.toBe('');
  });
  it('count', () => {
    expect(translate('de', 'count.claims', { n: 1 })).toBe('1 Behauptung');
    expect(translate('en', 'count.claims', { n: '1,200' })).toBe('1,200 claims');
  });
});

describe('codes', () => {
  const found = JSON.stringify(schema);
  it('every type and sector of the record has a name in both languages', () => {
    for (const type of ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']) {
      expect(found).toContain(`"${type}"`);
      for (const language of ['de', 'en'] as const) expect(typeName(type, language)).not.toBe(type);
    }
    for (const sector of ['GOV', 'MIL', 'REB', 'CVL', 'UNK']) expect(sectorName(sector, 'de')).not.toBe(sector);
    expect(className('ballistic-missile', 'de')).toBe('ballistische Raketen');
    expect(modeName('heavy-weapons', 'en')).toBe('heavy weapons');
    expect(typeName('NEW', 'de')).toBe('NEW');
  });
});

describe('countries', () => {
  it('are called as readers call them', () => {
    expect(countryName('PRK', 'de')).toBe('Nordkorea');
    expect(countryName('DEU', 'en')).toBe('Germany');
    expect(countryName('XKX', 'de')).toBe('Kosovo');
    expect(countryName('IGO', 'de')).toBe('Internationale Organisation');
    expect(countryName('Hisbollah', 'de')).toBe('Hisbollah');
  });
  it('are found on the atlas', () => {
    expect(codeOfShape('004', 'Afghanistan')).toBe('AFG');
    expect(codeOfShape(undefined, 'Kosovo')).toBe('XKX');
    expect(codeOfShape(undefined, 'N. Cyprus')).toBeNull();
  });
});

describe('dates', () => {
  it('stay as coarse as they are', () => {
    expect(showDay('2024', 'de')).toBe('2024');
    expect(showDay('2024-01-05T04:55:00+01:00', 'de')).toMatch(/^5\. Jan\. 2024$/);
    expect(showInterval({ begin: '2024-02-01', end: '2024-02-29' }, 'en')).toBe('Feb 2024');
    expect(showInterval({ begin: '2010-01-01', end: '2012-12-31' }, 'de')).toBe('2010–2012');
    expect(showInterval({ begin: '2024-01-05', end: null }, 'en')).toBe('5 Jan 2024 –');
    expect(showInterval(null, 'de')).toBe('');
  });
});

describe('measured figures', () => {
  const row = '| events held out | event: P 93.5 R 64.7 F1 76.5 (101 of 156, 108 given); record: P 21.3 R 14.7 F1 17.4 (23 of 156, 108 given); attributed: P 40.0 R 25.3 F1 31.0 (20 of 79, 50 given); source: 67.8 % (101 of 149); factuality: 91.3 % (136 of 149) | goal | b9b4c09 | `cmd` |';
  it('are read from the table', () => {
    expect(measuredFigures(row)).toMatchObject({ event: { precision: 93.5, right: 101, given: 108 }, record: { precision: 21.3 }, recall: 64.7, source: 67.8, factuality: 91.3, commit: 'b9b4c09' });
  });
  it('are never made up', () => {
    expect(() => measuredFigures('| other | |')).toThrow(/held out/);
    expect(() => measuredFigures(row.replace('record:', 'records:'))).toThrow(/record/);
  });
});
