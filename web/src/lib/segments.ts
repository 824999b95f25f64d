import type { Claim, Span } from './record';

/**
 * A text cut at every border of a claim: segment by segment, which claims rest on these words and whether they are the words
 * that name the act. Spans count code points, JavaScript counts UTF-16 units: `CodePoints` converts.
 */
export interface Segment {
  text: string;
  begin: number;
  end: number;
  /** indexes of claims, the shortest evidence first */
  claims: number[];
  /** index of the claim whose trigger this is, or null */
  trigger: number | null;
}

export class CodePoints {
  private readonly units: number[] | null;
  readonly length: number;

  constructor(readonly text: string) {
    // Nearly all reports have no character beyond the basic plane: then both count alike.
    if (!/[\ud800-\udbff]/.test(text)) {
      this.units = null;
      this.length = text.length;
      return;
    }
    this.units = [];
    let unit = 0;
    for (const character of text) {
      this.units.push(unit);
      unit += character.length;
    }
    this.length = this.units.length;
    this.units.push(unit);
  }

  private unit(point: number): number {
    const bounded = Math.max(0, Math.min(point, this.length));
    return this.units ? (this.units[bounded] ?? this.text.length) : bounded;
  }

  slice(begin: number, end: number): string {
    return this.text.slice(this.unit(begin), this.unit(end));
  }
}

type Marked = Pick<Claim, 'evidence' | 'trigger'>;

function covers(span: Span, begin: number, end: number): boolean {
  return span[0] <= begin && end <= span[1];
}

/** Segments of [begin, end) of the text. */
export function segments(text: CodePoints, begin: number, end: number, claims: readonly Marked[]): Segment[] {
  const borders = new Set<number>([begin, end]);
  for (const claim of claims)
    for (const span of [claim.evidence, ...claim.trigger])
      for (const border of span) if (border > begin && border < end) borders.add(border);
  const sorted = [...borders].sort((a, b) => a - b);
  const length = (index: number) => {
    const claim = claims[index];
    return claim ? claim.evidence[1] - claim.evidence[0] : 0;
  };
  return sorted.slice(0, -1).map((from, i) => {
    const to = sorted[i + 1] ?? end;
    const inside = claims.map((_, index) => index).filter((index) => {
      const claim = claims[index];
      return claim && (covers(claim.evidence, from, to) || claim.trigger.some((span) => covers(span, from, to)));
    });
    inside.sort((a, b) => length(a) - length(b) || a - b);
    const trigger = inside.find((index) => claims[index]?.trigger.some((span) => covers(span, from, to)));
    return { text: text.slice(from, to), begin: from, end: to, claims: inside, trigger: trigger ?? null };
  });
}

/** Paragraphs as spans: what stands between line breaks. */
export function paragraphs(text: CodePoints): Span[] {
  const found: Span[] = [];
  let begin = 0;
  let point = 0;
  let empty = true;
  const close = (end: number) => {
    if (!empty) found.push([begin, end]);
    begin = end + 1;
    empty = true;
  };
  for (const character of text.text) {
    if (character === '\n') close(point);
    else if (character.trim()) empty = false;
    point++;
  }
  close(point);
  return found;
}

/** Words of a claim cut for display: its trigger, and what was searched for. */
export interface Piece {
  text: string;
  trigger: boolean;
  found: boolean;
}

export function pieces(words: string, evidence: Span, trigger: readonly Span[], found: readonly Span[]): Piece[] {
  const text = new CodePoints(words);
  const local = trigger.map(([b, e]): Span => [b - evidence[0], e - evidence[0]]);
  const borders = new Set<number>([0, text.length]);
  for (const span of [...local, ...found]) for (const border of span) if (border > 0 && border < text.length) borders.add(border);
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, i) => {
    const to = sorted[i + 1] ?? text.length;
    return {
      text: text.slice(from, to),
      trigger: local.some((span) => covers(span, from, to)),
      found: found.some((span) => covers(span, from, to)),
    };
  });
}
