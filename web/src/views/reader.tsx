import { useCallback, useContext, useState } from 'preact/hooks';
import { useResource } from '../lib/api';
import { useKeys } from '../lib/keys';
import { useLanguage } from '../lib/language';
import { showDay } from '../lib/dates';
import type { LautRecord, Report } from '../lib/record';
import { emptyForm, missedEvent, type ClaimForm } from '../lib/review';
import { go, type Location } from '../lib/router';
import { chosenWords, type Chosen } from '../lib/selection';
import { MarkedText, useClaimKeys } from '../components/marked_text';
import { View } from '../components/paged';
import { ClaimFormView, ReviewBar, ReviewContext, ReviewerForm, useSending } from '../components/review';
import { Standing } from '../components/standing';
import { Failure, Resourceful } from '../components/states';
import { Legend } from '../components/stance';

/** Only addresses of the web are linked. */
export function webAddress(uri: string | null): string | null {
  return uri && /^https?:\/\//.test(uri) ? uri : null;
}

/** When a report was fetched, and whether its publisher reserves text and data mining. */
export function Retrieval({ doc }: { doc: LautRecord['doc'] }) {
  const { t, language } = useLanguage();
  const policy = webAddress(doc.rights?.policy ?? null);
  return (
    <>
      {doc.retrieved && <span>{t('reader.retrieved')} <time dateTime={doc.retrieved}>{showDay(doc.retrieved.slice(0, 10), language)}</time></span>}
      {doc.rights?.reservation === 'reserved' && (
        <span>{policy ? <a href={policy} rel="noreferrer noopener" target="_blank">{t('reader.reserved')}</a> : t('reader.reserved')}</span>
      )}
    </>
  );
}

function Facts({ report }: { report: Report }) {
  const { t, language } = useLanguage();
  const web = webAddress(report.uri);
  return (
    <p class="report-facts">
      <Standing status={report.status} embargo={report.embargo} />
      {report.note && <em lang="de">{report.note}</em>}
      {report.outlet && <span>{report.outlet}</span>}
      {report.published && <time dateTime={report.published}>{showDay(report.published, language)}</time>}
      {web && <a href={web} rel="noreferrer noopener" target="_blank">{web.replace(/^https?:\/\//, '')}</a>}
      <Retrieval doc={report.record.doc} />
      <span>{t('count.claims', { n: report.record.events.length })}</span>
    </p>
  );
}

function History({ report }: { report: Report }) {
  const { t, language } = useLanguage();
  if (report.history.length < 2) return null;
  return (
    <section class="sheet">
      <h2>{t('reader.versions')}</h2>
      <ol class="history">
        {report.history.map((version) => {
          const changes = [
            version.added_claims.length && version.version > 1 ? t('reader.history.added', { n: version.added_claims.length }) : null,
            version.withdrawn_claims.length ? t('reader.history.withdrawn', { n: version.withdrawn_claims.length }) : null,
            version.changed_claims.length ? t('reader.history.changed', { n: version.changed_claims.length }) : null,
          ].filter(Boolean);
          const kind = ['first', 'outlet', 'extraction', 'recoded', 'withdrawal'].includes(version.kind) ? t(`reader.history.${version.kind}` as 'reader.history.first') : version.kind;
          return (
            <li key={version.version}>
              <strong>{t('reader.version', { n: version.version })}</strong>, {kind}{version.published && `, ${showDay(version.published, language)}`}
              {changes.length > 0 && <span class="muted"> – {changes.join(', ')}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Copies({ report }: { report: Report }) {
  const { t } = useLanguage();
  if (report.copies_of.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{t('reader.copies')}</h2>
      <p class="muted">{t('reader.copiesNote')}</p>
      <ul>
        {report.copies_of.map((copy) => (
          <li key={copy.report}><a href={`/reports/${encodeURIComponent(copy.report)}`}>{copy.outlet ?? copy.report}</a> <span class="muted">{copy.method}{copy.similarity !== null && ` ${Math.round(copy.similarity * 100)} %`}</span></li>
        ))}
      </ul>
    </section>
  );
}

/** Adds what the machine missed: one chooses the words that name the act and says what they tell. */
function Missed({ report, added }: { report: Report; added: () => void }) {
  const { t } = useLanguage();
  const [chosen, choose] = useState<Chosen | null>(null);
  const [hint, setHint] = useState(false);
  const { problem, send } = useSending();
  const begin = () => {
    const words = chosenWords();
    choose(words);
    setHint(!words);
  };
  const keep = async (form: ClaimForm) => {
    if (!chosen) return;
    const [from, to] = chosen.span;
    const sentence = chosen.title ? undefined : report.record.sentences.find((one) => one[0] <= from && to <= one[1]);
    const event = { ...missedEvent(form, chosen.span, sentence ?? chosen.span), ...(chosen.title ? { part: 'title' as const } : {}) };
    if (!(await send({ verdict: 'added', report: report.id, event }))) return;
    choose(null);
    added();
  };
  useKeys({ a: begin }, !chosen);
  return (
    <div class="review-bar no-print">
      {problem && <Failure problem={problem} />}
      {chosen ? (
        <>
          <p>{t('review.missed')}: <q class="words" lang="de"><b>{chosen.words}</b></q></p>
          <ClaimFormView start={emptyForm} keep={(form) => void keep(form)} leave={() => choose(null)} label={t('review.add')} />
        </>
      ) : (
        <div class="row">
          <button type="button" aria-keyshortcuts="a" onMouseDown={(event) => event.preventDefault()} onClick={begin}><kbd>a</kbd> {t('review.add')}</button>
          {hint && <span class="muted" role="status">{t('review.choose')}</span>}
        </div>
      )}
    </div>
  );
}

function Reviewing({ report, selected, changed }: { report: Report; selected: string | null; changed: () => void }) {
  const { reviewer } = useContext(ReviewContext);
  const claim = report.record.events.find((one) => one.claim === selected);
  if (!reviewer) return <div class="review-bar no-print"><ReviewerForm /></div>;
  if (claim?.review) return <ReviewBar key={claim.claim} claim={{ ...claim, review: claim.review }} settled={changed} />;
  return <Missed report={report} added={changed} />;
}

function Whole({ report, selected, changed }: { report: Report; selected: string | null; changed: () => void }) {
  const { t } = useLanguage();
  const { enabled } = useContext(ReviewContext);
  const select = useCallback((claim: string | null) => go(window.location.pathname + window.location.search + (claim ? `#${claim}` : ''), true), []);
  useClaimKeys(report.record, selected, select);
  return (
    <div class="reader">
      <Facts report={report} />
      <div class="row"><Legend /><span class="grow" /><span class="muted small no-print">{t('reader.keys')}</span></div>
      <MarkedText record={report.record} selected={selected} select={select} />
      {enabled && <Reviewing report={report} selected={selected} changed={changed} />}
      <div class="beside"><History report={report} /><Copies report={report} /></div>
      <p class="muted small">{t('reader.machine', { tables: report.record.laut.tables.slice(0, 19), model: report.record.laut.model.slice(0, 19) })}</p>
    </div>
  );
}

export function ReaderView({ id, location }: { id: string; location: Location }) {
  const { t } = useLanguage();
  const report = useResource<Report>(`/api/v1/reports/${encodeURIComponent(id)}`);
  const selected = location.hash.startsWith('c-') ? location.hash : null;
  const title = report.data ? (report.data.title ?? t('reader.untitled')) : t('nav.reports');
  return (
    <View title={title} caveat="reader" wide>
      <Resourceful resource={report}>{(data) => <Whole report={data} selected={selected} changed={report.retry} />}</Resourceful>
    </View>
  );
}
