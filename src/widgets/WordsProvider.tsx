'use client';
import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { en, type Words } from '../locales/en.js';

const WordsContext = createContext<Words>(en);

/** Gives the widgets below another language: `<WordsProvider words={de}>`. English without it. */
export function WordsProvider({ words, children }: { words: Words; children?: ReactNode }): ReactElement {
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** What the widgets here say and show. */
export const useWords = (): Words => useContext(WordsContext);
