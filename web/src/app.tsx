import { useCallback, useEffect, useState } from 'preact/hooks';
import { MaskContext } from './components/names';
import { useResource } from './lib/api';
import { chosenLanguage, LanguageContext, useLanguage, type Language } from './lib/language';
import type { About } from './lib/record';
import { address, followLinks, useLocation, type Location } from './lib/router';
import { PasteView } from './views/paste';

const entries = [
  ['/', 'nav.search'],
  ['/incidents', 'nav.incidents'],
  ['/transfers', 'nav.transfers'],
  ['/map', 'nav.map'],
  ['/actors', 'nav.actors'],
  ['/reports', 'nav.reports'],
  ['/paste', 'nav.paste'],
] as const;

function View({ location }: { location: Location }) {
  void location;
  return <PasteView />;
}

function Header({ path, query, language, setLanguage }: { path: string; query: string; language: Language; setLanguage: (language: Language) => void }) {
  const { t } = useLanguage();
  const other = language === 'de' ? 'en' : 'de';
  return (
    <header class="site">
      <a class="skip" href="#content">{t('skip')}</a>
      <a class="brand" href="/"><span class="brand-name">laut</span><span class="brand-line">{t('tagline')}</span></a>
      <nav aria-label={t('nav.label')}>
        {entries.map(([to, key]) => {
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
  const about = useResource<About>('/api/v1/');
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
        <Header path={location.path} query={location.query.get('q') ?? ''} language={language} setLanguage={setLanguage} />
        <main id="content" tabIndex={-1}><View location={location} /></main>
        <Footer about={about.data} masked={masked} setMasked={setMasked} />
      </MaskContext.Provider>
    </LanguageContext.Provider>
  );
}
