import { useCallback } from 'preact/hooks';
import { useResource } from '../lib/api';
import { useLanguage } from '../lib/language';
import { showDay } from '../lib/dates';
import type { Report } from '../lib/record';
import { go, type Location } from '../lib/router';
import { MarkedText } from '../components/marked_text';
import { View } from '../components/paged';
import { Standing } from '../components/standing';
import { Resourceful } from '../components/states';
import { Legend } from '../components/stance';

/** Only addresses of the web are linked. */
export function webAddress(uri: string | null): string | null {
  return uri && /^https?:\/\//.test(uri) ? uri : null;
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

export function ReaderView({ id, location }: { id: string; location: Location }) {
  const { t } = useLanguage();
  const report = useResource<Report>(`/api/v1/reports/${encodeURIComponent(id)}`);
  const selected = location.hash.startsWith('c-') ? location.hash : null;
  const select = useCallback((claim: string | null) => go(window.location.pathname + window.location.search + (claim ? `#${claim}` : ''), true), []);
  const title = report.data ? (report.data.title ?? t('reader.untitled')) : t('nav.reports');
  return (
    <View title={title} caveat="reader" wide>
      <Resourceful resource={report}>
        {(data) => (
          <div class="reader">
            <Facts report={data} />
            <div class="row"><Legend /><span class="grow" /><span class="muted small no-print">{t('reader.keys')}</span></div>
            <MarkedText record={data.record} selected={selected} select={select} />
            <div class="beside"><History report={data} /><Copies report={data} /></div>
            <p class="muted small">{t('reader.machine', { tables: data.record.laut.tables.slice(0, 19), model: data.record.laut.model.slice(0, 19) })}</p>
          </div>
        )}
      </Resourceful>
    </View>
  );
}
