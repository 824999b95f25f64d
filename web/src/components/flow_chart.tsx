import { sankeyLinkHorizontal } from 'd3-sankey';
import { useMemo, useState } from 'preact/hooks';
import { countryName } from '../lib/countries';
import { layOut, nodeCount, unknown, type FlowLink, type FlowNode } from '../lib/flows';
import { useLanguage } from '../lib/language';
import type { FlowRow } from '../lib/record';
import { address } from '../lib/router';
import { filterWord, joinWords } from '../lib/query';
import { CertaintyCounts, Legend } from './stance';

const width = 900;
const side = 190;
/** More bands than these nobody can follow; the table has all. */
const drawnAtMost = 40;

function pairQuery(query: string, row: FlowRow): string {
  const word = (field: string, party: string | null) => (party && party !== unknown ? filterWord(field, party) : '');
  return joinWords([query, word('who', row.supplier), word('whom', row.recipient)].filter(Boolean));
}

/** The name of a node of a laid out link. */
function nodeOf(end: FlowLink['source'] | { code?: string } | number): string {
  return typeof end === 'object' ? ((end as FlowNode).code ?? '') : String(end);
}

export function FlowChart({ rows, query }: { rows: readonly FlowRow[]; query: string }) {
  const { t, language } = useLanguage();
  const [over, setOver] = useState<string | null>(null);
  const sorted = useMemo(() => [...rows].sort((a, b) => b.transfers - a.transfers || `${a.supplier}${a.recipient}`.localeCompare(`${b.supplier}${b.recipient}`)), [rows]);
  const drawn = useMemo(() => sorted.slice(0, drawnAtMost), [sorted]);
  const height = Math.max(260, nodeCount(drawn) * 46);
  const graph = useMemo(() => layOut(drawn, width - 2 * side, height), [drawn, height]);
  const path = sankeyLinkHorizontal<FlowNode, FlowLink>();
  const name = (code: string) => (code === unknown ? t('transfers.unknown') : countryName(code, language));
  const total = (node: FlowNode & { value?: number | undefined }) => node.value ?? 0;
  return (
    <figure class="flows">
      <Legend />
      <div class="scroll-x">
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('transfers.flowsTitle')}>
          <g transform={`translate(${side} 0)`}>
            {graph.links.map((link, i) => {
              const text = t('transfers.flowsText', { supplier: name(link.supplier), recipient: name(link.recipient), n: t('count.transfers', { n: link.value }), certainty: t(`stance.${link.stance}`) });
              const faded = over !== null && over !== nodeOf(link.source) && over !== nodeOf(link.target);
              return (
                <g key={i} class={`flow ${link.stance}${faded ? ' faded' : ''}`}>
                  <path d={path(link) ?? ''} stroke-width={Math.max(1.5, link.width ?? 0)}><title>{text}</title></path>
                  <path class="middle" d={path(link) ?? ''} />
                </g>
              );
            })}
            {graph.nodes.map((node) => {
              const left = node.side === 'supplier';
              const y = ((node.y0 ?? 0) + (node.y1 ?? 0)) / 2;
              return (
                <g key={node.id} class="flow-node" onMouseEnter={() => setOver(node.code)} onMouseLeave={() => setOver(null)}>
                  <rect x={node.x0} y={node.y0} width={(node.x1 ?? 0) - (node.x0 ?? 0)} height={Math.max(2, (node.y1 ?? 0) - (node.y0 ?? 0))} />
                  <text x={left ? -10 : (node.x1 ?? 0) + 10} y={y + 4} text-anchor={left ? 'end' : 'start'}>{name(node.code)} <tspan class="number">{total(node)}</tspan></text>
                </g>
              );
            })}
          </g>
        </svg>
      </div>
      {rows.length > drawn.length && <p class="muted">{t('transfers.flowsDrawn', { n: drawn.length, all: rows.length })}</p>}
      <details class="sheet">
        <summary>{t('transfers.flowsAs')}</summary>
        <table>
          <thead><tr><th scope="col">{t('transfers.supplier')}</th><th scope="col">{t('transfers.recipient')}</th><th scope="col">{t('nav.transfers')}</th></tr></thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={`${row.supplier} ${row.recipient}`}>
                <td>{name(row.supplier ?? unknown)}</td><td>{name(row.recipient ?? unknown)}</td>
                <td><a href={address('/transfers', { q: pairQuery(query, row) })}>{row.transfers}</a> <CertaintyCounts certainty={row.by_certainty} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
