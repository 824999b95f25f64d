import { useEffect, useMemo, useRef } from 'preact/hooks';
import { stanceOf } from '../lib/certainty';
import { useKeys } from '../lib/keys';
import { useLanguage } from '../lib/language';
import type { Claim, LautRecord, Span } from '../lib/record';
import { CodePoints, paragraphs, segments, type Segment } from '../lib/segments';
import { ClaimFields } from './claim';
import { SourceChain, claimTitle } from './names';
import { ReviewState } from './review';
import { StanceMark } from './stance';

interface Selection {
  selected: string | null;
  /** the chosen note stays closed: its fields stand elsewhere */
  brief?: boolean;
  select: (claim: string | null) => void;
}

function noteId(claim: Claim): string {
  return `note-${claim.id}`;
}

/** A note in the margin: by whose word, how sure, which act; opened, the whole record. */
function Note({ claim, words, outlet, selected, select, brief = false }: { claim: Claim; words: string; outlet: string | null } & Selection) {
  const { t, language } = useLanguage();
  const stance = stanceOf(claim.factuality);
  const open = selected === claim.claim;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open && document.activeElement !== button.current) button.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li class={`note ${stance}${open ? (brief ? ' chosen' : ' expanded') : ''}`}>
      <button ref={button} type="button" id={noteId(claim)} aria-expanded={open && !brief} onClick={() => select(open ? null : claim.claim)}>
        <StanceMark stance={stance} />
        <span>
          <span class="note-source"><SourceChain sources={claim.sources} outlet={outlet} /></span>
          <span class="note-act">{claimTitle(claim, language)}<span class="hidden">, {t(`stance.${stance}`)}</span> <ReviewState review={claim.review} /></span>
        </span>
      </button>
      {open && !brief && <ClaimFields claim={claim} words={words} outlet={outlet} />}
    </li>
  );
}

/** A piece of text. What claims rest on it is told by line and colour; the words that name an act open their claim. */
function Piece({ segment, claims, selected, select }: { segment: Segment; claims: readonly Claim[] } & Selection) {
  const { t, language } = useLanguage();
  const first = segment.claims[0];
  const claim = first === undefined ? undefined : claims[first];
  if (!claim) return <span data-begin={segment.begin}>{segment.text}</span>;
  const inside = segment.claims.some((index) => claims[index]?.claim === selected);
  const shown = segment.trigger === null ? claim : (claims[segment.trigger] ?? claim);
  const name = `${stanceOf(shown.factuality)}${inside ? ' selected' : ''}`;
  if (segment.trigger === null) return <span class={`evidence ${name}`} data-begin={segment.begin} onClick={() => select(claim.claim)}>{segment.text}</span>;
  return (
    <a class={`evidence trigger ${name}`} data-begin={segment.begin} href={`#${shown.claim}`} aria-current={shown.claim === selected ? 'true' : undefined}
       aria-describedby={noteId(shown)} title={`${claimTitle(shown, language)}, ${t(`stance.${stanceOf(shown.factuality)}`)}`}
       onClick={(event) => { event.preventDefault(); select(shown.claim === selected ? null : shown.claim); }}>{segment.text}</a>
  );
}

function Paragraph({ text, span, claims, own, outlet, ...selection }: { text: CodePoints; span: Span; claims: readonly Claim[]; own: readonly Claim[]; outlet: string | null } & Selection) {
  return (
    <div class="paragraph">
      <p lang="de">
        {segments(text, span[0], span[1], claims).map((segment) => <Piece key={segment.begin} segment={segment} claims={claims} {...selection} />)}
      </p>
      {own.length > 0 && (
        <ul class="notes">
          {own.map((claim) => <Note key={claim.id} claim={claim} words={text.slice(claim.evidence[0], claim.evidence[1])} outlet={outlet} {...selection} />)}
        </ul>
      )}
    </div>
  );
}

/** Where a claim begins, for its place in the margin and the order of keys. */
function begin(claim: Claim): number {
  return claim.trigger[0]?.[0] ?? claim.evidence[0];
}

export function orderedClaims(record: LautRecord): Claim[] {
  return [...record.events].sort((a, b) => Number(b.part === 'title') - Number(a.part === 'title') || begin(a) - begin(b) || a.id.localeCompare(b.id));
}

/** j and k go through the claims as they stand in the text, Esc closes the one that is open. */
export function useClaimKeys(record: LautRecord | null, selected: string | null, select: (claim: string | null) => void): void {
  const ordered = useMemo(() => (record ? orderedClaims(record) : []), [record]);
  const step = (by: 1 | -1) => {
    const index = ordered.findIndex((claim) => claim.claim === selected);
    const next = ordered[index < 0 ? (by === 1 ? 0 : ordered.length - 1) : index + by];
    if (!next) return;
    select(next.claim);
    document.getElementById(noteId(next))?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1), Escape: () => select(null) });
}

/** The report's text with its claims marked, their sources in the margin. */
export function MarkedText({ record, selected, select, brief = false }: { record: LautRecord } & Selection) {
  const { t } = useLanguage();
  const text = useMemo(() => new CodePoints(record.text), [record.text]);
  const title = useMemo(() => new CodePoints(record.doc.title ?? ''), [record.doc.title]);
  const ordered = useMemo(() => orderedClaims(record), [record]);
  const inText = ordered.filter((claim) => claim.part !== 'title');
  const inTitle = ordered.filter((claim) => claim.part === 'title');
  const spans = useMemo(() => paragraphs(text), [text]);
  const common = { outlet: record.doc.publisher, selected, select, brief };
  return (
    <div class="marked-text">
      {inTitle.length > 0 && (
        <div class="paragraph title-claims">
          <p lang="de" class="title" data-part="title">{segments(title, 0, title.length, inTitle).map((segment) => <Piece key={segment.begin} segment={segment} claims={inTitle} selected={selected} select={select} />)}</p>
          <ul class="notes">
            {inTitle.map((claim) => <Note key={claim.id} claim={claim} words={title.slice(claim.evidence[0], claim.evidence[1])} {...common} />)}
          </ul>
        </div>
      )}
      {spans.map((span) => (
        <Paragraph key={span[0]} text={text} span={span} claims={inText} own={inText.filter((claim) => begin(claim) >= span[0] && begin(claim) < span[1])} {...common} />
      ))}
      {record.events.length === 0 && <p class="muted">{t('reader.none')}</p>}
    </div>
  );
}
