import { QueryBar } from '../components/query_bar';
import { View } from '../components/paged';
import { Standing } from '../components/standing';
import { Empty, More, Resourceful } from '../components/states';
import { useListing } from '../lib/api';
import { showDay } from '../lib/dates';
import { useLanguage } from '../lib/language';
import type { ReportRow, Span } from '../lib/record';
import { address } from '../lib/router';
import { pieces } from '../lib/segments';

function Snippet({ text, highlights }: { text: string; highlights: Span[] }) {
  return <p class="words" lang="de">{pieces(text, [0, 0], [], highlights).map((piece, i) => piece.found ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>)}</p>;
}

export function ReportsView({ query }: { query: string }) {
  const { t, language } = useLanguage();
  const reports = useListing<ReportRow>(address('/api/v1/reports', { q: query, limit: '50' }));
  return (
    <View title={t('reports.title')} lead={t('reports.lead')} caveat="reports">
      <QueryBar path="/reports" query={query} />
      <Resourceful resource={reports}>
        {(rows) => rows.length === 0 ? <Empty query={query} /> : (
          <ol class="list">
            {rows.map((row) => (
              <li key={row.id}>
                <h2><a href={`/reports/${encodeURIComponent(row.id)}`}>{row.title ?? t('reader.untitled')}</a></h2>
                {row.snippet && <Snippet text={row.snippet.text} highlights={row.snippet.highlights} />}
                <p class="facts muted">
                  <Standing status={row.status} embargo={row.embargo} />
                  {row.outlet && <span>{row.outlet}</span>}
                  {row.published && <span>{showDay(row.published, language)}</span>}
                  <span>{t('count.claims', { n: row.events })}</span>
                  {row.versions > 1 && <span>{t('count.versions', { n: row.versions })}</span>}
                  {row.copies > 0 && <span>{t('count.copies', { n: row.copies })}</span>}
                </p>
              </li>
            ))}
          </ol>
        )}
      </Resourceful>
      <More more={reports.more} />
    </View>
  );
}
