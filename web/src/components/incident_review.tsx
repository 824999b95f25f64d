import { useContext, useState } from 'preact/hooks';
import { useLanguage } from '../lib/language';
import type { ClaimRow } from '../lib/record';
import type { Reviewed } from '../lib/review';
import { go } from '../lib/router';
import { ClaimCard } from './claim';
import { ReviewContext, ReviewerForm, ReviewWord, useSending } from './review';
import { Failure } from './states';

/** The claims of an incident; where one reviews, some can be split off, or another incident joined to this one. */
export function IncidentClaims({ id, events, changed }: { id: string; events: readonly ClaimRow[]; changed: () => void }) {
  const { t } = useLanguage();
  const { enabled, reviewer } = useContext(ReviewContext);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [other, setOther] = useState('');
  const [reason, setReason] = useState('');
  const { problem, conflict, send } = useSending();
  const judging = enabled && reviewer !== '';
  const toggle = (claim: string) => choose((old) => {
    const next = new Set(old);
    if (!next.delete(claim)) next.add(claim);
    return next;
  });
  const because = reason.trim() ? { reason: reason.trim() } : {};
  const settle = (answer: Reviewed | null) => {
    if (!answer) return;
    choose(new Set());
    setOther('');
    setReason('');
    const elsewhere = answer.incidents?.find((one) => one !== id);
    if (elsewhere) go(`/incidents/${elsewhere}`);
    else changed();
  };
  const split = async () => settle(await send({ verdict: 'split', incident: id, claims: [...chosen], ...because }));
  const join = async () => settle(await send({ verdict: 'joined', incidents: [id, other.trim()], ...because }));
  return (
    <>
      <ol class="claims">
        {events.map((row) => (
          <li key={`${row.id}${row.report}`} class={judging ? 'choosable' : undefined}>
            {judging && <input type="checkbox" aria-label={t('review.choosesClaim', { id: row.id })} checked={chosen.has(row.id)} onChange={() => toggle(row.id)} />}
            <ClaimCard row={row} />
          </li>
        ))}
      </ol>
      {enabled && (
        <div class="review-bar no-print">
          {problem && <Failure problem={problem} />}
          {conflict && <p class="message failure" role="alert"><ReviewWord review={conflict} /></p>}
          {!judging ? <ReviewerForm /> : (
            <div class="row">
              <button type="button" disabled={chosen.size === 0 || chosen.size === events.length} onClick={() => void split()}>{t('review.split', { n: chosen.size })}</button>
              <form class="row" onSubmit={(event) => { event.preventDefault(); void join(); }}>
                <input aria-label={t('review.joinWith')} placeholder="i-…" pattern="\s*i-[0-9a-f-]+\s*" required value={other} onInput={(event) => setOther(event.currentTarget.value)} />
                <button type="submit">{t('review.join')}</button>
              </form>
              <input class="reason" aria-label={t('review.reason')} placeholder={t('review.reason')} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
            </div>
          )}
        </div>
      )}
    </>
  );
}
