import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ClaimCard } from '../src/components/claim';
import { isPrivate, MaskContext, PartyName, SourceChain } from '../src/components/names';
import { ReviewWord } from '../src/components/review';
import { CertaintyCounts } from '../src/components/stance';
import { LanguageContext } from '../src/lib/language';
import type { ClaimRow, Party } from '../src/lib/record';
import { problemKey } from '../src/components/states';
import { Retrieval, webAddress } from '../src/views/reader';

const party = (fields: Partial<Party>): Party => ({ text: '', span: null, entity: null, code: null, sector: null, ...fields });
const inGerman = (node: preact.JSX.Element) => renderToString(<LanguageContext.Provider value="de">{node}</LanguageContext.Provider>);

const claim: ClaimRow = {
  id: 'c-1', claim: 'c-1', incident: 'i-1', report: 'r-1', version: 1, outlet: 'Beispiel', uri: null, title: 'T', published: '2024-01-05', status: 'current', state: null,
  words: 'Teheran dementiert, <b>Drohnen</b> geliefert zu haben', highlights: null, review: { state: 'unreviewed', revision: '0', id: null, reviewer: null, made: null, reason: null, correction: null, changed: [], dropped: false, disputed: false, count: 0 }, part: 'text', type: 'AID', mode: [], trigger: [[35, 44]], sentence: 0,
  actors: [party({ text: 'Teheran', code: 'IRN', sector: 'GOV' })], recipients: [], items: [], when: null, said: null, place: null, statement: null,
  sources: [party({ text: 'Teheran', code: 'IRN', sector: 'GOV', named: 'office', party: 'actor' })], confidence: 0.9, factuality: 'CT-', aux: [], evidence: [0, 53], why: null,
};

describe('a claim', () => {
  const html = inGerman(<ClaimCard row={claim} />);
  it('never stands without its source and how sure that is', () => {
    expect(html).toContain('bestritten');
    expect(html.match(/Teheran/g)?.length).toBeGreaterThanOrEqual(2);
    expect(html).toContain('soll es selbst getan haben');
  });
  it('leads to its words', () => expect(html).toContain('href="/reports/r-1#c-1"'));
  it('is text, never markup', () => {
    expect(html).not.toContain('<b>Drohnen');
    expect(html).toContain('&lt;b>Drohnen');
  });
  it('of the report itself says so', () => expect(inGerman(<SourceChain sources={[]} outlet="Beispiel" />)).toContain('der Bericht selbst (Beispiel)'));
  it('without a name is of an unnamed source', () => expect(inGerman(<SourceChain sources={[party({ sector: 'UNK', named: 'unnamed' })]} />)).toContain('eine ungenannte Quelle'));
});

describe('a review', () => {
  it('stands beside the claim', () => {
    const reviewed: ClaimRow = { ...claim, review: { ...claim.review, state: 'corrected', reviewer: 'Ada', disputed: true } };
    expect(inGerman(<ClaimCard row={claim} />)).not.toContain('review-');
    expect(inGerman(<ClaimCard row={reviewed} />)).toContain('berichtigt, umstritten');
  });
  it('tells who, when, why and what instead', () => {
    const html = inGerman(<ReviewWord review={{ ...claim.review, state: 'corrected', reviewer: 'Ada', made: '2026-11-27T10:00:00Z', reason: 'nur gemutmaßt', correction: { factuality: 'PS+', actors: ['Wagner-Gruppe (RUS/PRM)'], when: null } }} />);
    for (const part of ['Ada', '27.', 'nur gemutmaßt', 'factuality: <strong>PS+', 'Wagner-Gruppe (RUS/PRM)', 'when: <strong>–']) expect(html).toContain(part);
  });
});

describe('a report', () => {
  const doc = { id: 'a', uri: null, title: null, published: null, publisher: null, author: null };
  const rights = { reservation: 'reserved' as const, basis: 'tdm-header-reserved', policy: 'https://example.org/p', robots: 'allowed' };
  it('says when it was retrieved and what is reserved', () => {
    const html = inGerman(<Retrieval doc={{ ...doc, retrieved: '2024-01-06T00:00:00Z', rights }} />);
    expect(html).toContain('abgerufen am');
    expect(html).toContain('href="https://example.org/p"');
  });
  it('of an older laut says nothing of it', () => expect(inGerman(<Retrieval doc={doc} />)).toBe(''));
  it('leads to no policy that is none', () => expect(inGerman(<Retrieval doc={{ ...doc, rights: { ...rights, policy: 'javascript:alert(1)' } }} />)).not.toContain('href'));
});

describe('a problem', () => {
  it('is told by its status', () => expect([0, 413, 418].map(problemKey)).toEqual(['state.offline', 'problem.413', 'problem.other']));
});

describe('private persons', () => {
  it('are told from office holders', () => {
    expect(isPrivate(party({ named: 'person', sector: 'CVL' }))).toBe(true);
    expect(isPrivate(party({ named: 'person', sector: 'GOV' }))).toBe(false);
    expect(isPrivate(party({ text: 'Russland', code: 'RUS', sector: 'GOV' }))).toBe(false);
  });
  it('can be masked', () => {
    const one = party({ text: 'Max Muster', named: 'person', sector: 'CVL' });
    const masked = renderToString(<LanguageContext.Provider value="de"><MaskContext.Provider value={true}><PartyName party={one} /></MaskContext.Provider></LanguageContext.Provider>);
    expect(masked).not.toContain('Muster');
    expect(masked).toContain('eine Person');
  });
});

describe('signs', () => {
  it('have words for those who do not see them', () => {
    const html = inGerman(<CertaintyCounts certainty={{ asserted: 2, likely: 0, possible: 0, denied: 1, open: 0 }} />);
    expect(html).toContain('behauptet');
    expect(html).toContain('bestritten');
    expect(html).not.toContain('wahrscheinlich');
  });
});

describe('addresses', () => {
  it('of reports are linked only if they are of the web', () => {
    expect(webAddress('https://example.org/a')).toBe('https://example.org/a');
    expect(webAddress('javascript:alert(1)')).toBeNull();
    expect(webAddress(null)).toBeNull();
  });
});
