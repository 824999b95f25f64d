import { describe, expect, it } from 'vitest';
import type { Claim, Item, Party } from '../src/lib/record';
import { correctionOf, emptyForm, formOf, hourlyRate, missedEvent } from '../src/lib/review';
import { filled, judgedFields, judgedLines, parseCsv, printCsv } from '../src/lib/sheet';
import { trimmed } from '../src/lib/selection';
import { mergeQueue } from '../src/views/review';

const party = (text: string, code: string | null, sector: string | null): Party => ({ text, code, sector, span: [3, 9], entity: 'N1' });
const missiles: Item = {
  text: '40 Raketen', span: [20, 30], class: 'missile', designation: null, unroca: ['VII'], unroca_basis: 'class', origin: null,
  quantity: { value: 40, to: null, relation: '=', unit: null, scope: null },
};
const claim = {
  type: 'ASSAULT', mode: ['aerial'], factuality: 'CT+', aux: [], actors: [party('Moskau', 'RUS', 'GOV')], recipients: [], sources: [], items: [missiles],
  when: { begin: '2024-01-01', end: '2024-01-02', inherited: true }, place: { text: 'Charkiw', country: 'UKR', span: [1, 2], precision: 'city', lat: 50, lon: 36 },
} as unknown as Claim;

describe('the form of a correction', () => {
  it('unchanged corrects nothing', () => expect(correctionOf(formOf(claim), claim)).toEqual({}));
  it('corrects the changed fields alone', () =>
    expect(correctionOf({ ...formOf(claim), factuality: 'CT-', mode: 'drone; destroy' }, claim)).toEqual({ factuality: 'CT-', mode: ['drone', 'destroy'] }));
  it('keeps all of a party that stays', () =>
    expect(correctionOf({ ...formOf(claim), actors: 'Moskau (RUS/GOV); Minsk (BLR/GOV)' }, claim).actors).toEqual([claim.actors[0], 'Minsk (BLR/GOV)']));
  it('takes parties away', () => expect(correctionOf({ ...formOf(claim), actors: ' ' }, claim)).toEqual({ actors: [] }));
  it('changes the class of goods and keeps their number', () =>
    expect(correctionOf({ ...formOf(claim), items: '40 Raketen (ballistic-missile)' }, claim).items).toEqual([{ span: missiles.span, quantity: missiles.quantity, text: '40 Raketen', class: 'ballistic-missile' }]));
  it('clears dates and places', () => {
    expect(correctionOf({ ...formOf(claim), begin: '', end: '' }, claim)).toEqual({ when: null });
    expect(correctionOf({ ...formOf(claim), place: '', country: '' }, claim)).toEqual({ place: null });
  });
  it('a place with another name loses what was known of the old one', () =>
    expect(correctionOf({ ...formOf(claim), place: 'Cherson' }, claim)).toEqual({ place: { text: 'Cherson', country: 'UKR' } }));
  it('adds what was missed', () =>
    expect(missedEvent({ ...emptyForm, type: 'AID', actors: 'Iran (IRN)', begin: '2024-01-01' }, [3, 9], [0, 40])).toEqual({
      type: 'AID', mode: [], factuality: 'CT+', aux: [], trigger: [[3, 9]], evidence: [0, 40], actors: ['Iran (IRN)'], recipients: [], sources: [], items: [],
      when: { begin: '2024-01-01', end: null },
    }));
});

describe('the queue', () => {
  it('gets no claim twice', () => expect(mergeQueue([{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'c' }]).map((row) => row.id)).toEqual(['a', 'b', 'c']));
  it('tells no rate of two claims, and the rate of many', () => {
    expect(hourlyRate([0, 1000])).toBeNull();
    expect(hourlyRate([0, 18000, 36000])).toBe(200);
  });
});

describe('chosen words', () => {
  it('lose the blanks around them', () => expect(trimmed(10, '  geliefert ')).toEqual({ span: [12, 21], words: 'geliefert' }));
  it('count code points', () => expect(trimmed(0, '🚀 Rakete')).toEqual({ span: [0, 8], words: '🚀 Rakete' }));
  it('of blanks alone are none', () => expect(trimmed(3, ' \n ')).toBeNull());
});

describe('the sheet', () => {
  const csv = 'id,words,right_event,right_type,coder\r\nc-1,"sagte ""nein"", und ging",,,\r\nc-2,"zwei\nZeilen",y,,Ada\r\n';
  const sheet = parseCsv(csv);
  it('is read and printed as it was', () => {
    expect(sheet.rows).toEqual([['c-1', 'sagte "nein", und ging', '', '', ''], ['c-2', 'zwei\nZeilen', 'y', '', 'Ada']]);
    expect(printCsv(sheet)).toBe(csv);
  });
  it('has the fields that are judged', () => expect(judgedFields(sheet.columns)).toEqual(['event', 'type']));
  it('takes judgements and the name of who judged', () => {
    const done = filled(sheet, { 'c-1': { event: 'n' } }, 'Ben');
    expect(done.rows).toEqual([['c-1', 'sagte "nein", und ging', 'n', '', 'Ben'], ['c-2', 'zwei\nZeilen', 'y', '', 'Ada']]);
    expect(judgedLines(sheet, { 'c-1': { event: 'n' }, 'c-2': { type: '' } })).toBe(1);
  });
});
