import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { fetchCoding, type Given, Problem } from '../lib/api';
import { useLanguage } from '../lib/language';
import type { LautRecord } from '../lib/record';
import { MarkedText, useClaimKeys } from '../components/marked_text';
import { View } from '../components/paged';
import { Failure } from '../components/states';
import { Legend } from '../components/stance';

/** Written for the page; each shows another way of telling by whose word. */
const examples = [
  'Teheran dementiert, Drohnen an Russland geliefert zu haben.',
  'Nach Angaben aus Geheimdienstkreisen soll Nordkorea im Herbst mehr als 1000 Container mit Munition nach Russland gebracht haben. Moskau wies den Vorwurf zurück.',
  'Die Regierung in Kiew teilte am Dienstag mit, russische Truppen hätten Charkiw mit ballistischen Raketen beschossen. Möglicherweise seien auch Drohnen eingesetzt worden, hieß es.',
];

interface Result {
  record: LautRecord | null;
  problem: Problem | null;
  milliseconds: number | null;
  /** the file holds other reports */
  more: boolean;
}

const nothing: Result = { record: null, problem: null, milliseconds: null, more: false };

/** Codes while one types: a request goes out when the one before has come back, always with the newest text. */
function useCoding(given: Given): Result {
  const { text, file, published } = given;
  const [result, set] = useState<Result>(nothing);
  const wanted = useRef(given);
  const busy = useRef(false);
  const run = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      let asked: typeof wanted.current | null = null;
      while (asked !== wanted.current) {
        asked = wanted.current;
        if (!asked.file && !asked.text.trim()) {
          set(nothing);
          continue;
        }
        const begun = performance.now();
        try {
          set({ ...(await fetchCoding<LautRecord>(asked)), problem: null, milliseconds: performance.now() - begun });
        } catch (cause) {
          set({ ...nothing, problem: cause instanceof Problem ? cause : new Problem(0, '', null) });
        }
      }
    } finally {
      busy.current = false;
    }
  }, []);
  useEffect(() => {
    wanted.current = { text, file, published };
    void run();
  }, [text, file, published, run]);
  return result;
}

export function PasteView() {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const [published, setPublished] = useState(() => new Date().toISOString().slice(0, 10));
  const [selected, select] = useState<string | null>(null);
  const { record, problem, milliseconds, more } = useCoding({ text, file, published });
  useClaimKeys(record, selected, select);
  const write = (words: string) => {
    setFile(null);
    setText(words);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer?.files ?? [];
    if (dropped) setFile(dropped);
    else write(event.dataTransfer?.getData('text/plain') ?? '');
  };
  return (
    <View title={t('paste.title')} lead={t('paste.lead')} caveat="paste" wide>
      <div class="paste">
        <form
          class={over ? 'paste-box over' : 'paste-box'} onSubmit={(event) => event.preventDefault()} onDrop={drop}
          onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        >
          <label for="paste-text">{t('paste.text')}</label>
          <textarea id="paste-text" lang="de" rows={12} spellcheck={false} value={text} onInput={(event) => write(event.currentTarget.value)} />
          <div class="row">
            <label for="paste-file">{t('paste.file')}</label>
            <input id="paste-file" type="file" aria-describedby="paste-file-hint" onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)} />
            <span id="paste-file-hint" class="muted">{t('paste.fileHint')}</span>
          </div>
          {file && <p class="row" role="status"><strong>{t('paste.dropped', { name: file.name })}</strong></p>}
          <div class="row">
            <label for="paste-day">{t('paste.published')}</label>
            <input id="paste-day" type="date" value={published} aria-describedby="paste-day-hint" onInput={(event) => setPublished(event.currentTarget.value)} />
            <span id="paste-day-hint" class="muted">{t('paste.publishedHint')}</span>
          </div>
          <div class="row">
            <span class="muted" id="paste-examples">{t('paste.example')}</span>
            {examples.map((example, i) => <button key={example} type="button" class="quiet" aria-label={`${t('paste.example')} ${i + 1}`} onClick={() => write(example)}>{i + 1}</button>)}
            {(text || file) && <button type="button" class="quiet" onClick={() => write('')}>{t('paste.clear')}</button>}
            <span class="grow" />
            <output class="muted" aria-live="off">{milliseconds !== null && t('paste.took', { ms: Math.round(milliseconds) })}</output>
          </div>
        </form>
        <section class="paste-result" aria-label={t('reader.claims')}>
          {problem ? <Failure problem={problem} /> : record ? (
            <>
              <p class="muted" role="status">{t('count.claims', { n: record.events.length })}</p>
              {more && <p class="muted">{t('paste.more')}</p>}
              <MarkedText record={record} selected={selected} select={select} />
              <Legend />
            </>
          ) : <p class="placeholder">{t('paste.empty')}</p>}
        </section>
      </div>
    </View>
  );
}
