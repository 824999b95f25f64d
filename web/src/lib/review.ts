import { fetchJson, Problem } from './api';
import type { Claim, Factuality, Interval, Item, Party, Place, Span } from './record';

/** What a person said of a claim; it stands beside the machine's coding, never over it. */
export interface Review {
  state: 'unreviewed' | 'confirmed' | 'corrected' | 'rejected' | 'added';
  /** what is sent back with the next review: refused if anything changed since */
  revision: string;
  id: number | null;
  reviewer: string | null;
  made: string | null;
  reason: string | null;
  correction: Correction | null;
  changed: string[];
  /** the machine no longer codes it */
  dropped: boolean;
  disputed: boolean;
  count: number;
}

/** Whole values of the corrected fields alone. A party may be a text: "Wagner-Gruppe (RUS/PRM)". */
export interface Correction {
  type?: string;
  mode?: string[];
  actors?: (Party | string)[];
  recipients?: (Party | string)[];
  sources?: (Party | string)[];
  items?: Partial<Item>[];
  when?: Interval | null;
  place?: Partial<Place> | null;
  factuality?: Factuality;
  aux?: string[];
}

export type Verdict =
  | { verdict: 'confirmed' | 'rejected' | 'undone'; claim: string; revision: string; reason?: string }
  | { verdict: 'corrected'; claim: string; revision: string; correction: Correction; reason?: string }
  | { verdict: 'added'; report: string; event: Correction & { type: string; trigger: Span[]; evidence: Span; part?: 'title' }; reason?: string }
  | { verdict: 'joined'; incidents: string[]; reason?: string }
  | { verdict: 'split'; incident: string; claims: string[]; reason?: string };

export interface Reviewed {
  review: Review;
  claim: string | null;
  incident: string | null;
  /** where the claims stand after incidents were split or joined */
  incidents?: string[];
}

/** Somebody was there before: their word, with the revision under which one may speak after all. */
export class Conflict extends Error {
  constructor(readonly standing: Review) {
    super('conflict');
  }
}

async function post<T>(address: string, body: object): Promise<T> {
  return fetchJson<T>(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

export async function sendReview(verdict: Verdict, reviewer: string): Promise<Reviewed> {
  try {
    return await post<Reviewed>('/api/v1/reviews', { ...verdict, reviewer });
  } catch (cause) {
    const standing = cause instanceof Problem && cause.status === 409 ? (cause.body as { review?: Review } | null)?.review : undefined;
    throw standing ? new Conflict(standing) : cause;
  }
}

export interface Queue<T> {
  items: T[];
  left: number;
}

/** The gravest and least certain claims without a review; held for this reviewer while they are on the screen. */
export async function fetchQueue<T>(reviewer: string, query: string, limit: number): Promise<Queue<T>> {
  return post<Queue<T>>('/api/v1/queue', { reviewer, limit, ...(query ? { q: query } : {}) });
}

/** Lets held claims go, even while the page is being left. */
export function releaseQueue(reviewer: string): void {
  navigator.sendBeacon('/api/v1/queue', new Blob([JSON.stringify({ reviewer, release: true })], { type: 'application/json' }));
}

const key = 'laut.reviewer';

export function storedReviewer(): string {
  return localStorage.getItem(key) ?? '';
}

export function storeReviewer(name: string): void {
  localStorage.setItem(key, name);
}

/* ---- the form of a correction: every field as a line of text ------------------------------------------------------- */

export interface ClaimForm {
  type: string;
  mode: string;
  factuality: string;
  aux: string[];
  actors: string;
  recipients: string;
  sources: string;
  items: string;
  begin: string;
  end: string;
  place: string;
  country: string;
}

export const emptyForm: ClaimForm = {
  type: '', mode: '', factuality: 'CT+', aux: [], actors: '', recipients: '', sources: '', items: '', begin: '', end: '', place: '', country: '',
};

/** "Wagner-Gruppe (RUS/PRM)" */
export function partyText(party: Pick<Party, 'text' | 'code' | 'sector'>): string {
  const code = [party.code, party.sector].filter(Boolean).join('/');
  return party.text && code ? `${party.text} (${code})` : party.text || code;
}

/** "Raketen (missile)" */
export function itemLine(item: Pick<Item, 'text' | 'class'>): string {
  return item.class ? `${item.text} (${item.class})` : item.text;
}

const line = <T,>(values: readonly T[], text: (value: T) => string) => values.map(text).join('; ');

export function formOf(claim: Claim): ClaimForm {
  return {
    type: claim.type, mode: claim.mode.join('; '), factuality: claim.factuality, aux: [...claim.aux],
    actors: line(claim.actors, partyText), recipients: line(claim.recipients, partyText), sources: line(claim.sources, partyText),
    items: line(claim.items, itemLine), begin: claim.when?.begin ?? '', end: claim.when?.end ?? '',
    place: claim.place?.text ?? '', country: claim.place?.country ?? '',
  };
}

function parts(text: string): string[] {
  return text.split(';').map((one) => one.trim()).filter(Boolean);
}

/** What was there under the same text keeps all that the form does not show. */
function parties(text: string, old: readonly Party[]): (Party | string)[] {
  return parts(text).map((one) => old.find((party) => partyText(party) === one) ?? one);
}

function items(text: string, old: readonly Item[]): Partial<Item>[] {
  return parts(text).map((one) => {
    const same = old.find((item) => itemLine(item) === one);
    if (same) return same;
    const [, name = one, itemClass = null] = /^(.*?)\s*(?:\(([\w-]+)\))?$/.exec(one) ?? [];
    const renamed = old.find((item) => item.text === name);
    return { ...(renamed ? { span: renamed.span, quantity: renamed.quantity } : {}), text: name, class: itemClass };
  });
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Only the fields in which the form differs from the claim. */
export function correctionOf(form: ClaimForm, claim: Claim): Correction {
  const old = formOf(claim);
  const correction: Correction = {};
  if (form.type !== old.type) correction.type = form.type;
  if (!same(parts(form.mode).sort(), parts(old.mode).sort())) correction.mode = parts(form.mode);
  if (form.factuality !== old.factuality) correction.factuality = form.factuality as Factuality;
  if (!same([...form.aux].sort(), [...old.aux].sort())) correction.aux = form.aux;
  for (const side of ['actors', 'recipients', 'sources'] as const)
    if (!same(parts(form[side]), parts(old[side]))) correction[side] = parties(form[side], claim[side]);
  if (!same(parts(form.items), parts(old.items))) correction.items = items(form.items, claim.items);
  if (form.begin !== old.begin || form.end !== old.end) correction.when = form.begin || form.end ? { begin: form.begin || null, end: form.end || null } : null;
  if (form.place !== old.place || form.country !== old.country)
    correction.place = form.place || form.country ? { ...(form.place === old.place ? claim.place : {}), text: form.place, country: form.country || null } : null;
  return correction;
}

/** A claim that the machine missed: the words chosen in the text name the act, the sentence around them is what it rests on. */
export function missedEvent(form: ClaimForm, trigger: Span, evidence: Span): Correction & { type: string; trigger: Span[]; evidence: Span } {
  return {
    type: form.type, mode: parts(form.mode), factuality: form.factuality as Factuality, aux: form.aux, trigger: [trigger], evidence,
    actors: parts(form.actors), recipients: parts(form.recipients), sources: parts(form.sources), items: items(form.items, []),
    ...(form.begin || form.end ? { when: { begin: form.begin || null, end: form.end || null } } : {}),
    ...(form.place || form.country ? { place: { text: form.place, country: form.country || null } } : {}),
  };
}

/** How many an hour, from when the claims were settled (milliseconds); below three there is no rate. */
export function hourlyRate(times: readonly number[]): number | null {
  const [first, last] = [times[0], times[times.length - 1]];
  if (times.length < 3 || first === undefined || last === undefined || last === first) return null;
  return Math.round(((times.length - 1) * 3600000) / (last - first));
}
