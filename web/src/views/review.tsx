import { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Problem, useResource } from '../lib/api';
import { stanceOf } from '../lib/certainty';
import { useKeys } from '../lib/keys';
import { useLanguage } from '../lib/language';
import type { ClaimRow, Report } from '../lib/record';
import { fetchQueue, hourlyRate, releaseQueue, type Review, type Reviewed } from '../lib/review';
import { address } from '../lib/router';
import { ActLine, readerAddress } from '../components/claim';
import { MarkedText } from '../components/marked_text';
import { auxiliaryName, ItemNames, SourceChain, placeText, whenText } from '../components/names';
import { View } from '../components/paged';
import { QueryBar } from '../components/query_bar';
import { ReviewBar, ReviewContext, ReviewerForm, useSending } from '../components/review';
import { Failure, Loading, Resourceful } from '../components/states';
import { StanceLabel } from '../components/stance';
import { SheetView, type Drawing } from './sheet';

/** How many claims are held at a time, how few are left when more are fetched, and how often what is held is held on. */
const held = 20;
const few = 5;
const renewalMs = 4 * 60 * 1000;

interface QueueRow extends ClaimRow {
  grounds: string[];
}

interface QueueState {
  items: QueueRow[];
  index: number;
  left: number;
  /** the words of persons, since they were fetched */
  reviews: ReadonlyMap<string, Review>;
  settledAt: number[];
  last: number | null;
}

const empty: QueueState = { items: [], index: 0, left: 0, reviews: new Map(), settledAt: [], last: null };

/** What comes new is put behind what is here. */
export function mergeQueue<T extends { id: string }>(here: readonly T[], fetched: readonly T[]): T[] {
  const known = new Set(here.map((row) => row.id));
  return [...here, ...fetched.filter((row) => !known.has(row.id))];
}

function useQueue(reviewer: string, query: string) {
  const [state, set] = useState<QueueState>(empty);
  const [status, setStatus] = useState<{ loading: boolean; problem: Problem | null }>({ loading: true, problem: null });
  const open = state.items.filter((row) => !state.reviews.has(row.id)).length;
  const openNow = useRef(open);
  openNow.current = open;
  const fetchMore = useCallback(() => {
    fetchQueue<QueueRow>(reviewer, query, openNow.current + held).then(
      (queue) => {
        set((old) => ({ ...old, items: mergeQueue(old.items, queue.items), left: queue.left }));
        setStatus({ loading: false, problem: null });
      },
      (cause: unknown) => setStatus({ loading: false, problem: cause instanceof Problem ? cause : new Problem(0, '', null) }),
    );
  }, [reviewer, query]);
  useEffect(() => {
    set(empty);
    openNow.current = 0;
    fetchMore();
    const renewal = setInterval(fetchMore, renewalMs);
    const release = () => releaseQueue(reviewer);
    window.addEventListener('pagehide', release);
    return () => {
      clearInterval(renewal);
      window.removeEventListener('pagehide', release);
      release();
    };
  }, [reviewer, query, fetchMore]);
  const behind = state.items.length - state.index;
  useEffect(() => {
    if (state.items.length > 0 && behind === few) fetchMore();
  }, [behind, state.items.length, fetchMore]);
  return { state, set, fetchMore, ...status };
}

function Current({ row, position, settled, undo, step }: { row: QueueRow & { review: Review }; position: string; settled: (answer: Reviewed) => void; undo: (() => void) | null; step: (by: 1 | -1) => void }) {
  const { t, language } = useLanguage();
  const report = useResource<Report>(`/api/v1/reports/${encodeURIComponent(row.report)}`);
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => head.current?.focus({ preventScroll: true }), [row.id]);
  return (
    <>
      <article class="queue-claim">
        <h2 ref={head} tabIndex={-1}><ActLine claim={row} /></h2>
        <p class="facts">
          <StanceLabel stance={stanceOf(row.factuality)} /> <span>{t('claim.by')} <SourceChain sources={row.sources} outlet={row.outlet} /></span>
          {row.items.length > 0 && <span><ItemNames items={row.items} /></span>}
          {[whenText(row, language, t), placeText(row.place, language)].filter(Boolean).map((fact) => <span key={fact}>{fact}</span>)}
          {row.aux.map((one) => <span key={one}>{auxiliaryName(one, t)}</span>)}
        </p>
        <p class="facts">
          {row.grounds.map((ground) => <span class="tag" key={ground}>{t(`review.ground.${ground}` as 'review.ground.party')}</span>)}
          <a href={readerAddress(row)}>{row.title ?? t('claim.read')}</a>
          <span class="muted" role="status">{position}</span>
        </p>
      </article>
      <div class="queue-text"><Resourceful resource={report}>{(data) => <MarkedText record={data.record} selected={row.id} select={() => undefined} brief />}</Resourceful></div>
      <ReviewBar key={`${row.id}${row.review.revision}`} claim={row} settled={settled} undo={undo}>
        <button type="button" aria-keyshortcuts="j" onClick={() => step(1)}><kbd>j</kbd> {t('review.next')}</button>
        <button type="button" aria-keyshortcuts="k" onClick={() => step(-1)}><kbd>k</kbd> {t('review.previous')}</button>
      </ReviewBar>
    </>
  );
}

function Queue({ query }: { query: string }) {
  const { t } = useLanguage();
  const { reviewer } = useContext(ReviewContext);
  const { state, set, fetchMore, loading, problem } = useQueue(reviewer, query);
  const { send, problem: undoing } = useSending();
  const step = (by: 1 | -1) => set((old) => ({ ...old, index: Math.max(0, Math.min(old.items.length, old.index + by)) }));
  useKeys({ j: () => step(1), k: () => step(-1) });
  const row = state.items[state.index];
  const claim = useMemo(() => (row ? { ...row, review: state.reviews.get(row.id) ?? row.review } : null), [row, state.reviews]);
  const settled = (answer: Reviewed) => set((old) => ({
    ...old, reviews: new Map(old.reviews).set(answer.claim ?? '', answer.review), settledAt: [...old.settledAt, Date.now()], last: old.index,
    index: old.index + 1, left: Math.max(0, old.left - 1),
  }));
  const last = state.last === null ? undefined : state.items[state.last];
  const lastReview = last && state.reviews.get(last.id);
  const takeBack = async () => {
    if (!last || !lastReview) return;
    const answer = await send({ verdict: 'undone', claim: last.id, revision: lastReview.revision });
    if (!answer) return;
    set((old) => ({ ...old, reviews: new Map(old.reviews).set(last.id, answer.review), settledAt: old.settledAt.slice(0, -1), index: old.last ?? 0, last: null, left: old.left + 1 }));
  };
  const screen = useRef<HTMLDivElement>(null);
  const shown = claim !== null;
  useEffect(() => { if (shown) screen.current?.scrollIntoView(); }, [shown]);
  const rate = hourlyRate(state.settledAt);
  const position = [t('review.done', { n: state.settledAt.length }), t('review.left', { n: state.left }), rate === null ? null : t('review.rate', { n: rate })].filter(Boolean).join(' · ');
  if (problem) return <Failure problem={problem} retry={fetchMore} />;
  if (loading) return <Loading />;
  return (
    <div class="queue" ref={screen}>
      {undoing && <Failure problem={undoing} />}
      {claim ? <Current row={claim} position={position} settled={settled} undo={lastReview ? () => void takeBack() : null} step={step} /> : (
        <div class="message">
          <h2>{t('review.nothing')}</h2>
          <p role="status">{position}</p>
          <p class="row"><button type="button" onClick={() => { set(empty); fetchMore(); }}>{t('state.retry')}</button><a href={address('/', { q: 'reviewed:yes' })}>{t('query.reviewed')}</a></p>
        </div>
      )}
    </div>
  );
}

/** The gravest and least certain claims, one after another, in their text: by keyboard alone if one likes. Or a sheet of claims drawn at random. */
export function ReviewView({ query, sheet }: { query: string; sheet: Drawing | null }) {
  const { t } = useLanguage();
  const { enabled, reviewer } = useContext(ReviewContext);
  const work = () => {
    if (!enabled) return <div class="message"><h2>{t('review.off')}</h2><p>{t('review.offHint')}</p></div>;
    if (!reviewer) return <ReviewerForm focus />;
    if (sheet) return <SheetView query={query} drawing={sheet} />;
    return (
      <>
        <QueryBar path="/review" query={query} />
        <Queue query={query} />
      </>
    );
  };
  return (
    <View title={t(sheet ? 'sheet.title' : 'review.title')} lead={t(sheet ? 'sheet.lead' : 'review.lead')} caveat="review" wide>
      <p class="view-tabs">
        <a href={address('/review', { q: query })} aria-current={sheet ? undefined : 'true'}>{t('review.queue')}</a>
        <a href={address('/review', { q: query, show: 'sheet' })} aria-current={sheet ? 'true' : undefined}>{t('sheet.title')}</a>
      </p>
      {work()}
    </View>
  );
}
