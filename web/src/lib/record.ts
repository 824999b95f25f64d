/** What the interface hands out: the record (docs/record.md) and the rows of the archive (api/v1/openapi.json). */

import type { Review } from './review';

/** [begin, end) in Unicode code points. */
export type Span = [number, number];

export interface Interval {
  begin: string | null;
  end: string | null;
}

export interface Party {
  text: string;
  span: Span | null;
  entity: string | null;
  code: string | null;
  sector: string | null;
  named?: 'person' | 'office' | 'circle' | 'unnamed' | null;
  party?: 'actor' | 'recipient' | 'third' | null;
}

export interface Quantity {
  span?: Span | null;
  value: number | null;
  to: number | null;
  relation: string;
  unit: string | null;
  scope: string | null;
}

export interface Item {
  text: string;
  span: Span | null;
  class: string | null;
  designation: string | null;
  unroca: string[];
  unroca_basis: string | null;
  origin: string | null;
  quantity: Quantity | null;
  why?: string | null;
}

export interface Place {
  text: string;
  span: Span | null;
  country: string | null;
  precision: 'site' | 'city' | 'region' | 'country' | null;
  lat: number | null;
  lon: number | null;
}

export type Factuality = 'CT+' | 'CT-' | 'PR+' | 'PR-' | 'PS+' | 'PS-' | 'Uu';

export interface Claim {
  id: string;
  claim: string;
  part: 'text' | 'title';
  type: string;
  mode: string[];
  trigger: Span[];
  sentence: number | null;
  incident: number | string | null;
  actors: Party[];
  recipients: Party[];
  items: Item[];
  when: (Interval & { basis?: string | null; inherited?: boolean; time?: string | null }) | null;
  said: Interval | null;
  place: Place | null;
  statement: string | null;
  sources: Party[];
  confidence: number | null;
  factuality: Factuality;
  aux: string[];
  evidence: Span;
  why: { frame: string | null; attribution: string | null } | null;
  /** of claims in the archive; a pasted text has none */
  review?: Review;
}

export interface Entity {
  id: string;
  name: string;
  kind: string;
  code: string | null;
  sector: string | null;
  mentions: Span[];
}

export interface LautRecord {
  laut: { version: string; coding: string; tables: string; model: string };
  doc: {
    id: string;
    uri: string | null;
    title: string | null;
    published: string | null;
    publisher: string | null;
    author: string | null;
    retrieved?: string | null;
    /** what the publisher says of text and data mining; records of an older laut have none */
    rights?: { reservation: 'reserved' | 'free' | null; basis: string | null; policy: string | null; robots: string | null } | null;
  };
  text: string;
  sentences: Span[];
  entities: Entity[];
  times: { id: string; span: Span; type: string; value: string }[];
  statements: { id: string; type: string; medium: string; quote: Span[]; cue: Span[]; speaker: Span[]; entity: string | null }[];
  events: Claim[];
}

export interface ClaimRow extends Claim {
  incident: string | null;
  report: string;
  version: number;
  outlet: string | null;
  uri: string | null;
  title: string | null;
  published: string | null;
  status: 'current' | 'superseded' | 'withdrawn';
  report_status?: string | null;
  embargo?: string | null;
  state: string | null;
  words: string;
  highlights?: Span[] | null;
  review: Review;
}

export interface Named {
  code: string | null;
  sector: string | null;
  name: string | null;
}

export interface Certainty {
  asserted: number;
  likely: number;
  possible: number;
  denied: number;
  open: number;
}

export type Stance = keyof Certainty;

export interface IncidentRow {
  id: string;
  family: string;
  types: string[];
  modes: string[];
  who: Named[];
  whom: Named[];
  with: string[];
  when: Interval | null;
  where: { text: string | null; country: string | null; precision: string | null; lat: number | null; lon: number | null } | null;
  claims: number;
  reports: number;
  outlets: number;
  voices: number;
  sources: number;
  certainty: Certainty;
  withdrawn?: number;
  contradictions: string[];
  said: Interval | null;
  title: string | null;
}

export interface SourceView {
  source: { text: string; code: string | null; sector: string | null; named: string | null } | null;
  outlet?: string | null;
  party: string | null;
  stance: Stance;
  said: Interval | string | null;
  outlets: string[];
  voices: number;
  claims: string[];
  quantities: { class: string | null; unit: string | null; from: number | null; to: number | null; relation: string | null; scope: string | null }[];
}

export interface Contradiction {
  about: string;
  sides: { value: string; sources: string[]; claims: string[] }[];
}

export interface Incident extends IncidentRow {
  forwarded_from?: string | null;
  by_source: SourceView[];
  contradicting: Contradiction[];
  events: ClaimRow[];
  joined: { claim: string; with: string; rule: string; reason: string }[];
}

export interface TransferRow {
  id: string;
  supplier: string | null;
  recipient: string | null;
  via: string[];
  class: string | null;
  designations: string[];
  unroca: string[];
  quantities: (Quantity & { source: string | null })[];
  states: { state: string; certainty: Stance; sources: string[]; claims: number }[];
  implied: boolean;
  happened: Interval | null;
  said: Interval | null;
  reports: number;
  outlets: number;
  sources: number;
  incidents: string[];
  withdrawn?: number;
  events?: ClaimRow[];
}

export interface ReportRow {
  id: string;
  uri: string | null;
  outlet: string | null;
  title: string | null;
  published: string | null;
  versions: number;
  events: number;
  voice: string | null;
  copies: number;
  status?: string | null;
  embargo?: string | null;
  note?: string | null;
  snippet?: { text: string; highlights: Span[] } | null;
}

export interface Report extends ReportRow {
  record: LautRecord;
  history: {
    version: number;
    kind: string;
    published: string | null;
    added: string | null;
    added_claims: string[];
    withdrawn_claims: string[];
    changed_claims: string[];
  }[];
  copies_of: { report: string; outlet: string | null; similarity: number | null; method: string }[];
}

export interface ActorRow {
  id: string;
  name: string;
  kind: string;
  code: string | null;
  sector: string | null;
  did: number;
  received: number;
  said: number;
  denied: number;
}

export interface Actor extends ActorRow {
  types: { did: Record<string, number>; received: Record<string, number> };
  with: { id: string; name: string; did: number; received: number }[];
  recent: ClaimRow[];
}

export interface TimelineRow {
  period: string;
  events: number;
  incidents: number;
  types: Record<string, number>;
}

export interface Facet {
  facet: string;
  values: { value: string; label: string | null; count: number }[];
  complete: boolean;
}

export interface PlaceRow {
  country: string | null;
  text: string | null;
  lat: number | null;
  lon: number | null;
  precision: string | null;
  incidents: number;
  events: number;
}

export interface FlowRow {
  supplier: string | null;
  recipient: string | null;
  transfers: number;
  by_certainty: Certainty;
  implied: number;
}

export interface Rows<T> {
  items: T[];
  next: string | null;
}

export interface About {
  laut: { version: string; tables: string; model: string };
  archive: boolean;
  demo: boolean;
  review: { enabled: boolean; reviewer: string | null };
}
