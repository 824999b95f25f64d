import { useContext, useMemo, useState } from 'preact/hooks';
import { useText } from '../lib/api';
import { useLanguage } from '../lib/language';
import { address, go } from '../lib/router';
import { filled, judgedFields, judgedLines, parseCsv, printCsv, type Judged, type Judgement, type Sheet } from '../lib/sheet';
import { QueryBar } from '../components/query_bar';
import { ReviewContext } from '../components/review';
import { Empty, Resourceful } from '../components/states';

export interface Drawing {
  size: string;
  seed: string;
  by: string;
}

const strata = ['type', 'certainty', 'outlet', 'month', 'confidence', 'nothing'] as const;

function keptJudgements(key: string): Judged {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return stored && typeof stored === 'object' ? (stored as Judged) : {};
  } catch {
    return {};
  }
}

function DrawingForm({ query, drawing }: { query: string; drawing: Drawing }) {
  const { t } = useLanguage();
  const [form, set] = useState(drawing);
  return (
    <form class="row" onSubmit={(event) => { event.preventDefault(); go(address('/review', { q: query, show: 'sheet', n: form.size, seed: form.seed, by: form.by })); }}>
      <label>{t('sheet.size')} <input type="number" min="1" max="10000" value={form.size} onInput={(event) => set({ ...form, size: event.currentTarget.value })} /></label>
      <label>{t('sheet.seed')} <input type="number" min="0" value={form.seed} onInput={(event) => set({ ...form, seed: event.currentTarget.value })} /></label>
      <label>{t('sheet.by')}{' '}
        <select value={form.by} onChange={(event) => set({ ...form, by: event.currentTarget.value })}>
          {strata.map((one) => <option key={one} value={one}>{t(`sheet.by.${one}`)}</option>)}
        </select>
      </label>
      <button type="submit">{t('sheet.draw')}</button>
    </form>
  );
}

function Field({ line, field, value, judgement, judge }: { line: number; field: string; value: string; judgement: Judgement; judge: (judgement: Judgement) => void }) {
  const { t } = useLanguage();
  const name = t(`sheet.field.${field}` as 'sheet.field.event');
  return (
    <fieldset>
      <legend>{name}</legend>
      <span class="sheet-value">{value || '–'}</span>
      {(['y', 'n'] as const).map((one) => (
        <label key={one}><input type="radio" name={`${line}-${field}`} checked={judgement === one} aria-label={`${name}: ${t(`sheet.${one}`)}`} onChange={() => judge(one)} /> {t(`sheet.${one}`)}</label>
      ))}
    </fieldset>
  );
}

function Lines({ sheet, judged, judge }: { sheet: Sheet; judged: Judged; judge: (claim: string, field: string, judgement: Judgement) => void }) {
  const { t } = useLanguage();
  const fields = judgedFields(sheet.columns);
  return (
    <ol class="sheet-lines">
      {sheet.rows.map((row, line) => {
        const cell = (column: string) => row[sheet.columns.indexOf(column)] ?? '';
        const claim = cell('id');
        return (
          <li key={claim} class="sheet">
            <p><q class="words" lang="de">{cell('words')}</q></p>
            <p class="muted"><a href={`/reports/${encodeURIComponent(cell('report'))}#${encodeURIComponent(claim)}`}>{cell('outlet') || t('claim.read')}{cell('published') && `, ${cell('published')}`}</a></p>
            <div class="sheet-fields">
              {fields.map((field) => (
                <Field key={field} line={line} field={field} value={field === 'event' ? t('sheet.isAct') : field === 'type' ? [cell('type'), cell('mode')].filter(Boolean).join(' / ') : cell(field)}
                       judgement={judged[claim]?.[field] ?? ''} judge={(judgement) => judge(claim, field, judgement)} />
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Claims drawn at random, to be judged field by field: filled here, measured by `laut score`. */
export function SheetView({ query, drawing }: { query: string; drawing: Drawing }) {
  const { t } = useLanguage();
  const { reviewer } = useContext(ReviewContext);
  const from = address('/api/v1/sample', { q: query, n: drawing.size, seed: drawing.seed, by: drawing.by, format: 'csv' });
  const text = useText(from);
  const sheet = useMemo(() => (text.data === null ? null : parseCsv(text.data)), [text.data]);
  const key = `laut.sheet ${from}`;
  const [state, set] = useState({ key, judged: keptJudgements(key) });
  const judged = state.key === key ? state.judged : keptJudgements(key);
  const judge = (claim: string, field: string, judgement: Judgement) => {
    const next = { ...judged, [claim]: { ...judged[claim], [field]: judgement } };
    localStorage.setItem(key, JSON.stringify(next));
    set({ key, judged: next });
  };
  const download = (whole: Sheet) => `data:text/csv;charset=utf-8,${encodeURIComponent(printCsv(filled(whole, judged, reviewer)))}`;
  return (
    <>
      <QueryBar path="/review" query={query} keep={{ show: 'sheet', n: drawing.size, seed: drawing.seed, by: drawing.by }} />
      <DrawingForm key={from} query={query} drawing={drawing} />
      <Resourceful resource={{ ...text, data: sheet }}>
        {(whole) => whole.rows.length === 0 ? <Empty query={query} /> : (
          <>
            <p class="row">
              <strong role="status">{t('sheet.judged', { n: judgedLines(whole, judged), all: whole.rows.length })}</strong>
              <a href={download(whole)} download="laut-sheet.csv">{t('sheet.download')}</a>
              <span class="muted">{t('sheet.score')}</span>
            </p>
            <Lines sheet={whole} judged={judged} judge={judge} />
          </>
        )}
      </Resourceful>
    </>
  );
}
