import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { de } from '../text/de';
import { en, type Key, type Texts } from '../text/en';

export type Language = 'de' | 'en';

const texts: Record<Language, Texts> = { de, en };

/** The reader's choice, else the browser's language, else English. */
export function chosenLanguage(): Language {
  const stored = localStorage.getItem('laut.language');
  if (stored === 'de' || stored === 'en') return stored;
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

export type Translate = (key: Key, values?: Record<string, string | number>) => string;

/** `{name}` in a text is replaced; a text "one|many" is chosen by the value n. */
export function translate(language: Language, key: Key, values: Record<string, string | number> = {}): string {
  const forms = texts[language][key].split('|');
  const text = forms.length === 2 ? (forms[values['n'] === 1 || values['n'] === '1' ? 0 : 1] ?? '') : (forms[0] ?? '');
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export const LanguageContext = createContext<Language>('de');

export function useLanguage(): { language: Language; t: Translate } {
  const language = useContext(LanguageContext);
  return { language, t: (key, values) => translate(language, key, values) };
}
