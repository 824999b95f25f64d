import { useLanguage } from '../lib/language';
import { stanceOf } from '../lib/certainty';
import { pieces } from '../lib/segments';
import { showDay, showInterval } from '../lib/dates';
import type { Claim, ClaimRow, Span } from '../lib/record';
import { address } from '../lib/router';
import { auxiliaryName, ItemNames, Parties, SourceChain, claimTitle, placeText, whenText } from './names';
import { ReviewState, ReviewWord } from './review';
import { StanceLabel, StanceMark } from './stance';
import { Standing } from './standing';

/** The words a claim rests on: what names the act stands out, so does what was searched. */
export function Words({ words, evidence, trigger, found }: { words: string; evidence: Span; trigger: readonly Span[]; found?: readonly Span[] | null | undefined }) {
  return (
    <q class="words" lang="de">
      {pieces(words, evidence, trigger, found ?? []).map((piece, i) =>
        piece.found ? <mark key={i}>{piece.text}</mark> : piece.trigger ? <b key={i}>{piece.text}</b> : <span key={i}>{piece.text}</span>)}
    </q>
  );
}

/** Who did what to whom, in one line. */
export function ActLine({ claim }: { claim: Claim }) {
  const { t, language } = useLanguage();
  return (
    <>
      <Parties parties={claim.actors} none={t('claim.nobody')} />
      {claim.recipients.length > 0 && <><span class="arrow" aria-label={t('claim.whom')}> → </span><Parties parties={claim.recipients} /></>}
      <span class="act">{claimTitle(claim, language)}</span>
    </>
  );
}

export function readerAddress(row: Pick<ClaimRow, 'report' | 'id'>): string {
  return `/reports/${encodeURIComponent(row.report)}#${encodeURIComponent(row.id)}`;
}

export function ClaimCard({ row, headless }: { row: ClaimRow; headless?: boolean }) {
  const { t, language } = useLanguage();
  const stance = stanceOf(row.factuality);
  const facts = [whenText(row, language, t), placeText(row.place, language)].filter(Boolean);
  return (
    <article class={`claim ${stance}`}>
      {!headless && <h3><ActLine claim={row} /></h3>}
      <p class="by">
        <StanceMark stance={stance} />
        <span><strong>{t(`stance.${stance}`)}</strong>, {row.sources.length > 0 && <>{t('claim.by')} </>}<SourceChain sources={row.sources} outlet={row.outlet} />
          {row.said && <span class="muted">, {t('incident.said', { date: showInterval(row.said, language) })}</span>}</span>
        {row.status === 'superseded' && <span class="tag">{t('claim.superseded')}</span>}
        <Standing status={row.report_status} embargo={row.embargo} />
        <ReviewState review={row.review} />
      </p>
      <p><Words words={row.words} evidence={row.evidence} trigger={row.trigger} found={row.highlights} /></p>
      <p class="facts">
        {row.items.length > 0 && <span><ItemNames items={row.items} /></span>}
        {facts.map((fact) => <span key={fact}>{fact}</span>)}
        {row.state && <span>{t(`state.${row.state}` as 'state.delivered')}</span>}
      </p>
      <p class="links">
        <a href={readerAddress(row)}><span class="hidden">{t('claim.read')}: </span>{row.outlet ?? row.title ?? row.report}{row.published && `, ${showDay(row.published, language)}`}</a>
        {row.incident && <a href={`/incidents/${row.incident}`}>{t('claim.incident')}</a>}
      </p>
    </article>
  );
}

function Row({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

/** A claim field by field, with why it was coded so. */
export function ClaimFields({ claim, words, outlet }: { claim: Claim; words: string; outlet: string | null }) {
  const { t, language } = useLanguage();
  const incident = typeof claim.incident === 'string' ? claim.incident : null;
  return (
    <dl class="fields">
      <Row name={t('claim.source')}><SourceChain sources={claim.sources} outlet={outlet} /></Row>
      <Row name={t('claim.sure')}><StanceLabel stance={stanceOf(claim.factuality)} /> <code>{claim.factuality}</code></Row>
      <Row name={t('claim.act')}>{claimTitle(claim, language)} <code>{claim.type}</code>{claim.aux.map((one) => <span class="tag" key={one}>{auxiliaryName(one, t)}</span>)}</Row>
      <Row name={t('claim.who')}><Parties parties={claim.actors} none={t('claim.nobody')} /></Row>
      {claim.recipients.length > 0 && <Row name={t('claim.whom')}><Parties parties={claim.recipients} /></Row>}
      {claim.items.length > 0 && <Row name={t('claim.with')}><ItemNames items={claim.items} /></Row>}
      {claim.when && <Row name={t('claim.when')}>{whenText(claim, language, t)}</Row>}
      {claim.said && <Row name={t('claim.said')}>{showInterval(claim.said, language)}</Row>}
      {claim.place && <Row name={t('claim.where')}>{placeText(claim.place, language)}</Row>}
      <Row name={t('claim.words')}><Words words={words} evidence={claim.evidence} trigger={claim.trigger} /></Row>
      <Row name={t('claim.why')}>
        {claim.why?.frame && <span class="why">{t('claim.frame', { id: claim.why.frame })}</span>}
        <span class="why">{claim.why?.attribution ? t('claim.attribution', { id: claim.why.attribution }) : t('claim.noAttribution')}</span>
      </Row>
      {claim.confidence !== null && <Row name={t('claim.confidence')}>{t('claim.confidenceIs', { n: Math.round(claim.confidence * 100) })}</Row>}
      {claim.review && claim.review.state !== 'unreviewed' && <Row name={t('review')}><ReviewWord review={claim.review} /></Row>}
      <Row name={t('claim.id')}>
        <code>{claim.claim}</code> {incident && <a href={`/incidents/${incident}`}>{t('claim.incident')}</a>}
      </Row>
    </dl>
  );
}

export function searchAddress(query: string): string {
  return address('/', { q: query });
}
