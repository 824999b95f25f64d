import type { ComponentChildren } from 'preact';
import type { Problem } from '../lib/api';
import { useLanguage } from '../lib/language';
import type { Key } from '../text/en';

export function Loading() {
  const { t } = useLanguage();
  return (
    <div class="skeleton" role="status">
      <span class="hidden">{t('state.loading')}</span>
      {[0, 1, 2].map((row) => <div key={row} aria-hidden="true"><i /><i /><i /></div>)}
    </div>
  );
}

const told = [400, 401, 403, 404, 409, 413, 415, 422, 429, 503] as const;

/** What a status means, in the reader's language; what the server says beside it is English. */
export function problemKey(status: number): Key {
  const known = told.find((one) => one === status);
  return status === 0 ? 'state.offline' : known ? `problem.${known}` : 'problem.other';
}

export function Failure({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const { t } = useLanguage();
  return (
    <div class="message failure" role="alert">
      <h2>{t('state.failed')}</h2>
      <p>{t(problemKey(problem.status))}</p>
      {problem.detail && <p class="muted">{t('state.said')} <span lang="en">{problem.detail}{problem.remedy ? `; ${problem.remedy}` : ''}</span></p>}
      {retry && <button type="button" onClick={retry}>{t('state.retry')}</button>}
    </div>
  );
}

export function Empty({ query }: { query?: string }) {
  const { t } = useLanguage();
  return (
    <div class="message">
      <h2>{t(query ? 'state.empty' : 'state.emptyArchive')}</h2>
      <p>{t(query ? 'state.emptyHint' : 'state.emptyArchiveHint')}</p>
    </div>
  );
}

interface Held<T> {
  data: T | null;
  problem: Problem | null;
  loading: boolean;
  retry: () => void;
}

/** Loading, failed, or what there is; while the next is on its way what was there stays, dimmed. */
export function Resourceful<T>({ resource, children }: { resource: Held<T>; children: (data: T) => ComponentChildren }) {
  if (resource.problem) return <Failure problem={resource.problem} retry={resource.retry} />;
  if (resource.data === null) return <Loading />;
  return <div class={resource.loading ? 'stale' : undefined} aria-busy={resource.loading}>{children(resource.data)}</div>;
}

export function More({ more }: { more: (() => void) | null }) {
  const { t } = useLanguage();
  return more ? <p class="more"><button type="button" onClick={more}>{t('state.more')}</button></p> : null;
}
