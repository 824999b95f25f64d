import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { MaskContext } from './components/names';
import { ReviewContext } from './components/review';
import { useResource } from './lib/api';
import { chosenLanguage, LanguageContext, useLanguage, type Language } from './lib/language';
import type { About } from './lib/record';
import { storedReviewer, storeReviewer } from './lib/review';
import { address, followLinks, useLocation, type Location } from './lib/router';
import { AboutView } from './views/about';
import { ActorView, ActorsView } from './views/actors';
import { IncidentView } from './views/incident';
import { IncidentsView } from './views/incidents';
import { MapView } from './views/map';
import { PasteView } from './views/paste';
import { ReaderView } from './views/reader';
import { ReportsView } from './views/reports';
import { ReviewView } from './views/review';
import { SearchView } from './views/search';
import { TransfersView } from './views/transfers';

const entries = [
  ['/', 'nav.search'],
  ['/incidents', 'nav.incidents'],
  ['/transfers', 'nav.transfers'],
  ['/map', 'nav.map'],
  ['/actors', 'nav.actors'],
  ['/reports', 'nav.reports'],
  ['/review', 'nav.review'],
  ['/paste', 'nav.paste'],
] as const;

function NotFound() {
  const { t } = useLanguage();
  return <div class="view"><div class="message"><h1>{t('state.notFound')}</h1><a href="/">{t('state.home')}</a></div></div>;
}

/** What is behind `/actors/`, unescaped; null: nothing. */
function idOf(path: string, prefix: string): string | null {
  if (!path.startsWith(prefix) || path.length === prefix.length) return null;
  try {
    return decodeURIComponent(path.slice(prefix.length));
  } catch {
    return null;
  }
}

function View({ location, about }: { location: Location; about: About | null }) {
  const { path, query: values } = location;
  const query = values.get('q') ?? '';
  const [incident, actor, report] = [idOf(path, '/incidents/'), idOf(path, '/actors/'), idOf(path, '/reports/')];
  if (incident) return <IncidentView id={incident} />;
  if (actor) return <ActorView id={actor} />;
  if (report) return <ReaderView id={report} location={location} />;
  switch (path) {
    case '/':
      return <SearchView query={query} />;
    case '/incidents':
      return <IncidentsView query={query} />;
    case '/transfers':
      return <TransfersView query={query} show={values.get('show')} />;
    case '/map':
      return <MapView query={query} by={values.get('by') ?? 'month'} />;
    case '/actors':
      return <ActorsView query={query} />;
    case '/reports':
      return <ReportsView query={query} />;
    case '/review':
      return <ReviewView query={query} sheet={values.get('show') === 'sheet' ? { size: values.get('n') ?? '100', seed: values.get('seed') ?? '1', by: values.get('by') ?? 'type' } : null} />;
    case '/paste':
      return <PasteView />;
    case '/about':
      return <AboutView about={about} />;
    default:
      return <NotFound />;
  }
}

function Header({ path, query, language, setLanguage, reviewing }: { path: string; query: string; language: Language; reviewing: boolean; setLanguage: (language: Language) => void }) {
  const { t } = useLanguage();
  const other = language === 'de' ? 'en' : 'de';
  return (
    <header class="site">
      <a class="skip" href="#content">{t('skip')}</a>
      <a class="brand" href="/"><span class="brand-name">laut</span><span class="brand-line">{t('tagline')}</span></a>
      <nav aria-label={t('nav.label')}>
        {entries.filter(([to]) => to !== '/review' || reviewing).map(([to, key]) => {
          const here = to === '/' ? path === '/' : path.startsWith(to);
          return <a key={to} href={to === '/paste' ? to : address(to, { q: query })} aria-current={here ? 'page' : undefined}>{t(key)}</a>;
        })}
      </nav>
      <div class="settings">
        <button type="button" class="quiet" lang={other} onClick={() => setLanguage(other)}>{t('language.switch')}</button>
        <ThemeButton />
      </div>
    </header>
  );
}

function ThemeButton() {
  const { t } = useLanguage();
  const system = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const [theme, set] = useState(document.documentElement.dataset['theme'] ?? system);
  const other = theme === 'dark' ? 'light' : 'dark';
  const change = () => {
    document.documentElement.dataset['theme'] = other;
    localStorage.setItem('laut.theme', other);
    set(other);
  };
  return <button type="button" class="quiet" onClick={change}>{t(`theme.${other}`)}</button>;
}

function Demo() {
  const { t } = useLanguage();
  return <aside class="demo-strip" aria-label={t('demo.label')}>{t('demo')}</aside>;
}

function Footer({ about, masked, setMasked }: { about: About | null; masked: boolean; setMasked: (masked: boolean) => void }) {
  const { t } = useLanguage();
  return (
    <footer class="site">
      <span>{t('caveat.machine')}</span>
      <a href="/about">{t('nav.about')}</a>
      <a href="/api/v1/openapi.json">API</a>
      <button type="button" class="quiet" aria-pressed={masked} onClick={() => setMasked(!masked)}>{t(masked ? 'mask.off' : 'mask.on')}</button>
      {about && <span class="muted">laut {about.laut.version}</span>}
    </footer>
  );
}

export function App() {
  const location = useLocation();
  const [language, setState] = useState<Language>(chosenLanguage);
  const [masked, setMaskedState] = useState(localStorage.getItem('laut.mask') === 'on');
  const [reviewer, setReviewerState] = useState(storedReviewer);
  const about = useResource<About>('/api/v1/');
  const setReviewer = useCallback((name: string) => {
    storeReviewer(name);
    setReviewerState(name);
  }, []);
  const reviewing = about.data?.review.enabled ?? false;
  const reviewers = useMemo(() => ({ enabled: reviewing, reviewer: reviewer || (about.data?.review.reviewer ?? ''), setReviewer }), [reviewing, reviewer, about.data, setReviewer]);
  const setLanguage = useCallback((chosen: Language) => {
    localStorage.setItem('laut.language', chosen);
    setState(chosen);
  }, []);
  const setMasked = useCallback((on: boolean) => {
    localStorage.setItem('laut.mask', on ? 'on' : 'off');
    setMaskedState(on);
  }, []);
  useEffect(() => { document.documentElement.lang = language; }, [language]);
  useEffect(() => {
    document.addEventListener('click', followLinks);
    return () => document.removeEventListener('click', followLinks);
  }, []);
  return (
    <LanguageContext.Provider value={language}>
      <MaskContext.Provider value={masked}>
        <ReviewContext.Provider value={reviewers}>
          <Header path={location.path} query={location.query.get('q') ?? ''} language={language} setLanguage={setLanguage} reviewing={reviewing} />
          {about.data?.demo && <Demo />}
          <main id="content" tabIndex={-1}><View location={location} about={about.data} /></main>
          <Footer about={about.data} masked={masked} setMasked={setMasked} />
        </ReviewContext.Provider>
      </MaskContext.Provider>
    </LanguageContext.Provider>
  );
}
