import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dayNumber, periodEnd, showDay, showNumber } from '../lib/dates';
import { useLanguage } from '../lib/language';
import type { TimelineRow } from '../lib/record';

const width = 960;
const height = 130;
const base = height - 22;

export interface Range {
  begin: string;
  end: string;
}

/** "2024-01..2024-03" and "2024" as days. */
export function rangeOfFilter(value: string | null): Range | null {
  if (!value) return null;
  const [from = '', to = from] = value.split('..');
  const begin = from.length === 4 ? `${from}-01-01` : from.length === 7 ? `${from}-01` : from;
  return { begin, end: to ? periodEnd(to) : '' };
}

export function filterOfRange(range: Range): string {
  return range.begin === range.end ? range.begin : `${range.begin}..${range.end}`;
}

/** Bars of incidents over time. Dragging over them chooses a span of time; so do two fields for days. */
export function Brush({ rows, range, choose }: { rows: readonly TimelineRow[]; range: Range | null; choose: (range: Range | null) => void }) {
  const { t, language } = useLanguage();
  const svg = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const bars = useMemo(() => rows.map((row) => ({ period: row.period, incidents: row.incidents, begin: dayNumber(row.period) ?? 0, end: (dayNumber(periodEnd(row.period)) ?? 0) + 1 })), [rows]);
  useEffect(() => setDrag(null), [range?.begin, range?.end]);
  const first = bars[0];
  const last = bars[bars.length - 1];
  if (!first || !last) return null;
  const [from, to] = [first.begin, last.end];
  const most = Math.max(1, ...bars.map((bar) => bar.incidents));
  const x = (day: number) => ((day - from) / (to - from)) * width;
  const dayAt = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    const part = box ? (event.clientX - box.left) / box.width : 0;
    return from + Math.min(1, Math.max(0, part)) * (to - from);
  };
  const finish = () => {
    if (!drag) return;
    const [a, b] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
    const inside = bars.filter((bar) => bar.end > a && bar.begin < b);
    const [low, high] = [inside[0], inside[inside.length - 1]];
    if (low && high) choose({ begin: rangeOfFilter(low.period)?.begin ?? low.period, end: periodEnd(high.period) });
  };
  const shown = drag ? { a: Math.min(drag.from, drag.to), b: Math.max(drag.from, drag.to) } : range ? { a: dayNumber(range.begin) ?? from, b: (range.end ? (dayNumber(range.end) ?? to) : to - 1) + 1 } : null;
  const every = Math.max(1, Math.ceil(bars.length / 10));
  return (
    <figure class="brush">
      <svg ref={svg} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('map.timeline')}
           onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); const day = dayAt(event); setDrag({ from: day, to: day }); }}
           onPointerMove={(event) => { if (drag && event.buttons === 1) setDrag({ ...drag, to: dayAt(event) }); }} onPointerUp={finish} onPointerCancel={() => setDrag(null)}>
        <line class="lane" x1={0} x2={width} y1={base} y2={base} />
        {bars.map((bar, i) => {
          const tall = Math.max(bar.incidents > 0 ? 2 : 0, (base - 8) * (bar.incidents / most));
          return (
            <g key={bar.period}>
              <rect class="bar" x={x(bar.begin) + 0.5} width={Math.max(1.5, x(bar.end) - x(bar.begin) - 1)} y={base - tall} height={tall}><title>{`${showDay(bar.period, language)}: ${t('count.incidents', { n: bar.incidents === 1 ? 1 : showNumber(bar.incidents, language) })}`}</title></rect>
              {i % every === 0 && <text class="axis" x={Math.min(x(bar.begin), width - 60)} y={height - 5}>{showDay(bar.period, language)}</text>}
            </g>
          );
        })}
        {shown && <rect class="chosen" x={Math.max(0, x(shown.a))} width={Math.max(2, Math.min(width, x(shown.b)) - Math.max(0, x(shown.a)))} y={2} height={base - 2} />}
      </svg>
      <figcaption class="row no-print">
        <label for="from">{t('map.from')}</label>
        <input id="from" type="date" value={range?.begin ?? ''} onChange={(event) => { const begin = event.currentTarget.value; if (begin) choose({ begin, end: range?.end && range.end >= begin ? range.end : periodEnd(last.period) }); }} />
        <label for="to">{t('map.to')}</label>
        <input id="to" type="date" value={range?.end ?? ''} onChange={(event) => { const end = event.currentTarget.value; if (end) choose({ begin: range && range.begin <= end ? range.begin : (rangeOfFilter(first.period)?.begin ?? end), end }); }} />
        {range && <button type="button" onClick={() => choose(null)}>{t('map.clear')}</button>}
        <span class="muted">{t('map.brushHint')}</span>
      </figcaption>
    </figure>
  );
}
