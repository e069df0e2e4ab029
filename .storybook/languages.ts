import { en } from '../src/locales/en.js';

/** The languages, each by its own name. */
const tags = ['en'];
export const loadWords = async (_tag: string) => en;
export const languages = tags.map((value) => ({
  value,
  title: new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value,
}));
