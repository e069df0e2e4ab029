'use client';
import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { en, type Words } from '../locales/en.js';

const WordsContext = createContext<Words>(en);

/**
 * Gives the widgets below another language: `<WordsProvider words={de}>`, or your own wording of one:
 * `<WordsProvider words={{ ...en, callUs: 'Talk to a doctor' }}>`. English without it. Throws for what is no
 * dictionary.
 */
export function WordsProvider({ words, children }: { words: Words; children?: ReactNode }): ReactElement {
  checkWords(words);
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** What the widgets here say and show. */
export const useWords = (): Words => useContext(WordsContext);

/** What the root element of a widget says of its language, for its reader and for its layout. */
export function useLanguage(): { lang: string; dir: Words['dir'] } {
  const { lang, dir } = useWords();
  return { lang, dir };
}

function checkWords(words: unknown): void {
  const { lang } = Object(words) as { lang?: unknown };
  if (isLanguage(lang)) return;
  const given = lang === undefined ? nameOf(words) : `words with the \`lang\` ${nameOf(lang)}`;
  throw new Error(
    `hookswitch: <WordsProvider> was given ${given}, which is no dictionary. It takes one whole, with its \`lang\` as ` +
      "BCP 47 has it. Import it, such as `import { de } from 'hookswitch/locales/de'`, or wait for it: " +
      '`await loadWords(tag)` of `hookswitch/locales`.',
  );
}

/** Names whatever it is in a few characters: a text as it is, and all else, a promise too, by its kind. */
const nameOf = (value: unknown): string =>
  typeof value === 'string' ? `"${value.slice(0, 40)}"` : Object.prototype.toString.call(value).slice(8, -1);

function isLanguage(tag: unknown): boolean {
  try {
    return typeof tag === 'string' && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
