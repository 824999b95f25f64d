import { stanceOf } from '../lib/certainty';
import { dayNumber, dayOfNumber, showDay, showInterval } from '../lib/dates';
import { useLanguage } from '../lib/language';
import type { ClaimRow, Interval } from '../lib/record';
import { StanceShape } from './stance';
import { readerAddress } from './claim';

interface Lane {
  name: string;
  claims: { row: ClaimRow; day: number }[];
}

/** The day a claim was made: said, else published. */
function claimDay(row: ClaimRow): number | null {
  const day = row.said?.begin ?? row.said?.end ?? row.published;
  return day ? dayNumber(day) : null;
}

export function lanesOf(events: readonly ClaimRow[], reportName: (outlet: string | null) => string): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const row of events) {
    const day = claimDay(row);
    if (day === null) continue;
    const name = row.sources.map((source) => source.text).filter(Boolean).join(' › ') || reportName(row.outlet);
    const lane = lanes.get(name) ?? { name, claims: [] };
    lane.claims.push({ row, day });
    lanes.set(name, lane);
  }
  const first = (lane: Lane) => Math.min(...lane.claims.map((claim) => claim.day));
  return [...lanes.values()].sort((a, b) => first(a) - first(b) || a.name.localeCompare(b.name));
}

/** Few round days between two. */
export function ticks(from: number, to: number): number[] {
  const steps = [1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652];
  const step = steps.find((one) => (to - from) / one <= 6) ?? 7305;
  const found: number[] = [];
  for (let day = Math.ceil(from / step) * step; day <= to; day += step) found.push(day);
  return found;
}

const laneHeight = 30;
const width = 900;
const left = 230;
const right = 24;
const top = 30;

/** A lane per source, a sign per claim on the day it was made; the band is when the act is said to have happened. */
export function ClaimsTimeline({ events, when, names }: { events: readonly ClaimRow[]; when: Interval | null; names: (outlet: string | null) => string }) {
  const { t, language } = useLanguage();
  const lanes = lanesOf(events, names);
  if (lanes.length === 0) return null;
  const happened = when ? [when.begin, when.end].map((day) => (day ? dayNumber(day) : null)) : [null, null];
  const days = [...lanes.flatMap((lane) => lane.claims.map((claim) => claim.day)), ...happened.filter((day) => day !== null)];
  const pad = Math.max(2, (Math.max(...days) - Math.min(...days)) * 0.06);
  const [from, to] = [Math.min(...days) - pad, Math.max(...days) + pad];
  const x = (day: number) => left + ((day - from) / (to - from)) * (width - left - right);
  const height = top + lanes.length * laneHeight + 14;
  const [begin, end] = [happened[0] ?? happened[1] ?? null, happened[1] ?? happened[0] ?? null];
  return (
    <figure class="scroll-x">
      <svg class="timeline" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('incident.timeline')}>
        {begin !== null && end !== null && (
          <g class="band">
            <rect x={x(begin)} width={Math.max(3, x(end + 1) - x(begin))} y={top - 8} height={height - top} />
            <text x={Math.min(x(begin), width - 220)} y={12}>{t('incident.happened')} {showInterval(when, language)}</text>
          </g>
        )}
        {ticks(from, to).map((day) => (
          <g key={day} class="tick">
            <line x1={x(day)} x2={x(day)} y1={top - 4} y2={height - 16} />
            <text x={Math.min(x(day), width - 44)} y={height - 3} text-anchor="middle">{showDay(dayOfNumber(day), language)}</text>
          </g>
        ))}
        {lanes.map((lane, i) => {
          const y = top + i * laneHeight + laneHeight / 2;
          const seen = new Map<number, number>();
          return (
            <g key={lane.name}>
              <line class="lane" x1={left} x2={width - right} y1={y} y2={y} />
              <text class="lane-name" x={left - 12} y={y + 4} text-anchor="end">{lane.name.length > 34 ? `${lane.name.slice(0, 33)}…` : lane.name}</text>
              {lane.claims.map(({ row, day }) => {
                const before = seen.get(day) ?? 0;
                seen.set(day, before + 1);
                const stance = stanceOf(row.factuality);
                const name = `${lane.name}, ${showDay(dayOfNumber(day), language)}: ${t(`stance.${stance}`)}`;
                return <a key={`${row.id}${row.report}`} href={readerAddress(row)} aria-label={name}><title>{`${name}\n${row.words}`}</title><StanceShape stance={stance} x={x(day) + before * 13} y={y} /></a>;
              })}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
