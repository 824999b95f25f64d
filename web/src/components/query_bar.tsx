import { useEffect, useRef, useState } from 'preact/hooks';
import { useKeys } from '../lib/keys';
import { useLanguage } from '../lib/language';
import { hasFilter, joinWords, saveQueries, savedQueries, splitWords, toggleFilter, type Saved } from '../lib/query';
import { address, go } from '../lib/router';

const helpKeys = ['who', 'whom', 'what', 'with', 'when', 'where', 'source', 'certainty', 'outlet'] as const;
const helpExamples: Record<(typeof helpKeys)[number], string> = {
  who: 'who:RUS/MIL', whom: 'whom:UKR', what: 'what:ASSAULT', with: 'with:ballistic-missile', when: 'when:2024-01', where: 'where:Charkiw',
  source: 'source:USA', certainty: 'certainty:denied', outlet: 'outlet:Beispiel',
};

function QueryHelp() {
  const { t } = useLanguage();
  return (
    <details class="query-help">
      <summary>{t('query.help')}</summary>
      <dl>
        {helpKeys.map((key) => <div key={key}><dt><code>{helpExamples[key]}</code></dt><dd>{t(`help.${key}`)}</dd></div>)}
      </dl>
      <p class="muted">{t('help.rest')}</p>
    </details>
  );
}

function SavedQueries({ query }: { query: string }) {
  const { t } = useLanguage();
  const [saved, set] = useState<Saved[]>(savedQueries);
  const [name, setName] = useState('');
  const [failed, setFailed] = useState(false);
  const keep = (queries: Saved[]) => {
    setFailed(!saveQueries(queries));
    set(queries);
  };
  return (
    <details class="query-help saved">
      <summary>{t('query.saved')}{saved.length > 0 && ` (${saved.length})`}</summary>
      <ul>
        {saved.map((one) => (
          <li key={one.name}>
            <a href={address('/', { q: one.query })}>{one.name}</a> <code>{one.query}</code>{' '}
            <a href={address('/api/v1/events.atom', { q: one.query })}>{t('query.feed')}</a>
            <button type="button" class="quiet" aria-label={t('query.remove', { name: one.name })} onClick={() => keep(saved.filter((other) => other !== one))}>×</button>
          </li>
        ))}
      </ul>
      {query && (
        <form class="row" onSubmit={(event) => {
          event.preventDefault();
          const called = name.trim() || query;
          keep([...saved.filter((one) => one.name !== called), { name: called, query }]);
          setName('');
        }}>
          <label class="hidden" for="save-name">{t('query.saveName')}</label>
          <input id="save-name" placeholder={t('query.saveName')} value={name} onInput={(event) => setName(event.currentTarget.value)} />
          <button type="submit">{t('query.save')}</button>
          <a href={address('/api/v1/events.atom', { q: query })}>{t('query.feedOf')}</a>
        </form>
      )}
      <p class="muted">{t(failed ? 'query.saveFailed' : 'query.savedHere')}</p>
    </details>
  );
}

const tabs = [['/', 'query.claims'], ['/incidents', 'nav.incidents'], ['/transfers', 'nav.transfers'], ['/map', 'nav.map'], ['/actors', 'nav.actors'], ['/reports', 'nav.reports']] as const;

/** The search line, the same in every view that lists something; each word can be taken out again. */
export function QueryBar({ path, query, keep = {} }: { path: string; query: string; keep?: Record<string, string | null> }) {
  const { t } = useLanguage();
  const [text, setText] = useState(query);
  const input = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => input.current?.focus() });
  useEffect(() => setText(query), [query]);
  const words = splitWords(query);
  return (
    <search class="query-bar">
      <form onSubmit={(event) => { event.preventDefault(); go(address(path, { ...keep, q: text.trim() })); }}>
        <label class="hidden" for="query">{t('query.label')}</label>
        <input id="query" ref={input} type="search" name="q" autocomplete="off" spellcheck={false} placeholder={t('query.placeholder')} value={text}
               onInput={(event) => setText(event.currentTarget.value)} />
        <button type="submit" class="primary">{t('query.go')}</button>
      </form>
      {words.length > 0 && (
        <ul class="chips" aria-label={t('query.words')}>
          {words.map((word, i) => (
            <li key={`${word}${i}`}>
              <a href={address(path, { ...keep, q: joinWords(words.filter((_, other) => other !== i)) })} aria-label={t('query.remove', { name: word })}>
                <code>{word}</code><span aria-hidden="true"> ×</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <div class="row query-more">
        {words.length > 0 && (
          <span class="view-tabs">
            <span class="muted">{t('query.as')}</span>
            {tabs.map(([to, key]) => <a key={to} href={address(to, { q: query })} aria-current={to === path ? 'true' : undefined}>{t(key)}</a>)}
          </span>
        )}
        <label class="only-reviewed">
          <input type="checkbox" checked={hasFilter(query, 'reviewed', 'yes')} onChange={() => go(address(path, { ...keep, q: toggleFilter(query, 'reviewed', 'yes') }))} />
          {t('query.reviewed')}
        </label>
        <QueryHelp />
        <SavedQueries query={query} />
      </div>
    </search>
  );
}

/** Whole results as files. */
export function Downloads({ rows, query }: { rows: string; query: string }) {
  const { t } = useLanguage();
  return (
    <details class="downloads no-print">
      <summary>{t('download')}</summary>
      <ul>
        <li><a href={address(`/api/v1/${rows}`, { q: query, format: 'csv' })} download>{t('download.csv')}</a></li>
        <li><a href={address(`/api/v1/${rows}`, { q: query, format: 'jsonl' })} download>{t('download.jsonl')}</a></li>
        <li><button type="button" class="quiet" onClick={() => window.print()}>{t('download.print')}</button></li>
      </ul>
    </details>
  );
}
