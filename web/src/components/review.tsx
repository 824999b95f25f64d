import { createContext } from 'preact';
import { useContext, useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../lib/api';
import { showDay } from '../lib/dates';
import { useKeys } from '../lib/keys';
import { useLanguage } from '../lib/language';
import type { Claim } from '../lib/record';
import { Conflict, correctionOf, formOf, sendReview, type ClaimForm, type Correction, type Review, type Reviewed, type Verdict } from '../lib/review';
import { factualities, modeCodes, typeCodes, typeName } from '../text/codes';
import { auxiliaries, auxiliaryName } from './names';
import { Failure } from './states';

/** Who reviews here; not at all where the server was not started for it. */
export interface Reviewing {
  enabled: boolean;
  reviewer: string;
  setReviewer: (name: string) => void;
}

export const ReviewContext = createContext<Reviewing>({ enabled: false, reviewer: '', setReviewer: () => undefined });

/** A sign beside a claim that a person has judged. */
export function ReviewState({ review }: { review: Review | undefined }) {
  const { t } = useLanguage();
  if (!review || review.state === 'unreviewed') return null;
  const further = [review.disputed && t('review.disputed'), review.dropped ? t('review.dropped') : review.changed.length > 0 && t('review.changed')].filter(Boolean);
  return <span class={`tag review-${review.state}`}>{[t(`review.state.${review.state}`), ...further].join(', ')}</span>;
}

function fieldText(value: Correction[keyof Correction]): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return Object.values(value).filter((one) => typeof one === 'string').join(' … ');
  return value.map((one) => (typeof one === 'string' ? one : [one.text, 'code' in one ? [one.code, one.sector].filter(Boolean).join('/') : null].filter(Boolean).join(' '))).join('; ') || '–';
}

/** Who said what of it, when, and why. */
export function ReviewWord({ review }: { review: Review }) {
  const { language } = useLanguage();
  return (
    <>
      <ReviewState review={review} /> {review.reviewer}{review.made && <span class="muted">, {showDay(review.made.slice(0, 10), language)}</span>}
      {review.reason && <q class="why">{review.reason}</q>}
      {review.correction && Object.entries(review.correction).map(([field, value]) => <span class="why" key={field}>{field}: <strong>{fieldText(value as Correction[keyof Correction])}</strong></span>)}
    </>
  );
}

/** Nobody reviews without a name. */
export function ReviewerForm({ focus = false }: { focus?: boolean }) {
  const { t } = useLanguage();
  const { reviewer, setReviewer } = useContext(ReviewContext);
  const [name, set] = useState(reviewer);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => { if (focus) field.current?.focus(); }, [focus]);
  return (
    <form class="row" onSubmit={(event) => { event.preventDefault(); if (name.trim()) setReviewer(name.trim()); }}>
      <label for={id}>{t('review.name')}</label>
      <input ref={field} id={id} name="reviewer" autocomplete="name" value={name} onInput={(event) => set(event.currentTarget.value)} />
      <button type="submit" class="primary">{t('review.begin')}</button>
    </form>
  );
}

type TextField = 'mode' | 'actors' | 'recipients' | 'sources' | 'items' | 'place' | 'country';
const textFields: readonly { field: TextField; list?: 'modes' }[] = [
  { field: 'mode', list: 'modes' }, { field: 'actors' }, { field: 'recipients' }, { field: 'sources' }, { field: 'items' }, { field: 'place' }, { field: 'country' },
];

/** All fields of a claim. Ctrl+Enter or Enter in a line keeps it, Esc leaves it as it was. */
export function ClaimFormView({ start, keep, leave, label }: { start: ClaimForm; keep: (form: ClaimForm) => void; leave: () => void; label: string }) {
  const { t, language } = useLanguage();
  const [form, set] = useState(start);
  const first = useRef<HTMLSelectElement>(null);
  const id = useId();
  useLayoutEffect(() => first.current?.focus(), []);
  const change = (part: Partial<ClaimForm>) => set((old) => ({ ...old, ...part }));
  return (
    <form class="claim-form" aria-label={label} onSubmit={(event) => { event.preventDefault(); keep(form); }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') { event.preventDefault(); leave(); }
            if (event.key === 'Enter' && event.ctrlKey) { event.preventDefault(); keep(form); }
          }}>
      <label>{t('claim.act')}
        <select ref={first} required value={form.type} onChange={(event) => change({ type: event.currentTarget.value })}>
          {!form.type && <option value="" />}
          {typeCodes.map((code) => <option key={code} value={code}>{typeName(code, language)} ({code})</option>)}
        </select>
      </label>
      <label>{t('claim.sure')}
        <select value={form.factuality} onChange={(event) => change({ factuality: event.currentTarget.value })}>
          {factualities.map((code) => <option key={code} value={code}>{code} – {t(`review.factuality.${code}`)}</option>)}
        </select>
      </label>
      {textFields.map(({ field, list }) => (
        <label key={field}>{t(`review.field.${field}`)}
          <input value={form[field]} list={list && `${id}-${list}`} spellcheck={false} placeholder={t(`review.example.${field}`)} onInput={(event) => change({ [field]: event.currentTarget.value })} />
        </label>
      ))}
      <label>{t('review.field.begin')}<input type="date" value={form.begin} onInput={(event) => change({ begin: event.currentTarget.value })} /></label>
      <label>{t('review.field.end')}<input type="date" value={form.end} onInput={(event) => change({ end: event.currentTarget.value })} /></label>
      <fieldset class="row">
        <legend class="hidden">{t('review.field.aux')}</legend>
        {auxiliaries.map((one) => (
          <label key={one} class="check">
            <input type="checkbox" checked={form.aux.includes(one)} onChange={() => change({ aux: form.aux.includes(one) ? form.aux.filter((other) => other !== one) : [...form.aux, one] })} />
            {auxiliaryName(one, t)}
          </label>
        ))}
      </fieldset>
      <datalist id={`${id}-modes`}>{modeCodes.map((code) => <option key={code} value={code} />)}</datalist>
      <p class="row"><button type="submit" class="primary"><kbd>Enter</kbd> {t('review.keep')}</button><button type="button" class="quiet" onClick={leave}><kbd>Esc</kbd> {t('review.leave')}</button></p>
    </form>
  );
}

interface Sending {
  problem: Problem | null;
  /** somebody was there before */
  conflict: Review | null;
  send: (verdict: Verdict) => Promise<Reviewed | null>;
}

/** Sends verdicts, one at a time; what went wrong stays until the next. */
export function useSending(): Sending {
  const { reviewer } = useContext(ReviewContext);
  const [state, set] = useState<{ problem: Problem | null; conflict: Review | null }>({ problem: null, conflict: null });
  const busy = useRef(false);
  const send = async (verdict: Verdict) => {
    if (busy.current) return null;
    busy.current = true;
    try {
      const answer = await sendReview(verdict, reviewer);
      set({ problem: null, conflict: null });
      return answer;
    } catch (cause) {
      set(cause instanceof Conflict ? { problem: null, conflict: cause.standing } : { problem: cause instanceof Problem ? cause : new Problem(0, '', null), conflict: null });
      return null;
    } finally {
      busy.current = false;
    }
  };
  return { ...state, send };
}

function Key({ of, run, children, primary }: { of: string; run: () => void; children: preact.ComponentChildren; primary?: boolean }) {
  return <button type="button" class={primary ? 'primary' : undefined} aria-keyshortcuts={of} onClick={run}><kbd>{of}</kbd> {children}</button>;
}

/** Confirm, correct, reject: by key or by button. `claim.review` names the revision the verdict rests on. */
export function ReviewBar({ claim, settled, undo, children }: { claim: Claim & { review: Review }; settled: (answer: Reviewed) => void; undo?: (() => void) | null; children?: preact.ComponentChildren }) {
  const { t } = useLanguage();
  const [editing, setEditing] = useState(false);
  const [reason, setReason] = useState('');
  const reasonField = useRef<HTMLInputElement>(null);
  const { problem, conflict, send } = useSending();
  const revision = conflict?.revision ?? claim.review.revision;
  const give = async (verdict: Verdict) => {
    const answer = await send({ ...verdict, ...(reason.trim() ? { reason: reason.trim() } : {}) });
    if (!answer) return;
    setEditing(false);
    setReason('');
    settled(answer);
  };
  const plain = (verdict: 'confirmed' | 'rejected' | 'undone') => void give({ verdict, claim: claim.claim, revision });
  const correct = (form: ClaimForm) => {
    const correction = correctionOf(form, claim);
    if (Object.keys(correction).length === 0) plain('confirmed');
    else void give({ verdict: 'corrected', claim: claim.claim, revision, correction });
  };
  const takeBack = undo === undefined && claim.review.state !== 'unreviewed' ? () => plain('undone') : undo;
  useKeys({
    c: () => plain('confirmed'), e: () => setEditing(true), x: () => plain('rejected'), r: () => reasonField.current?.focus(), ...(takeBack ? { u: takeBack } : {}),
  }, !editing);
  return (
    <div class="review-bar">
      {conflict && <p class="message failure" role="alert">{t('review.conflict', { name: conflict.reviewer ?? '' })} <ReviewWord review={conflict} /></p>}
      {problem && <Failure problem={problem} />}
      {editing ? <ClaimFormView start={formOf({ ...claim, ...claim.review.correction } as Claim)} keep={correct} leave={() => setEditing(false)} label={t('review.correct')} /> : (
        <div class="row">
          <Key of="c" run={() => plain('confirmed')} primary>{t('review.confirm')}</Key>
          <Key of="e" run={() => setEditing(true)}>{t('review.correct')}</Key>
          <Key of="x" run={() => plain('rejected')}>{t('review.reject')}</Key>
          {takeBack && <Key of="u" run={takeBack}>{t('review.undo')}</Key>}
          {children}
          <input ref={reasonField} class="reason" aria-label={t('review.reason')} placeholder={`r  ${t('review.reason')}`} value={reason} onInput={(event) => setReason(event.currentTarget.value)}
                 onKeyDown={(event) => { if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur(); }} />
        </div>
      )}
    </div>
  );
}
