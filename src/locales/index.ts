import type { Words } from './en.js';

export type { Advice, Ending, Words } from './en.js';

/** Each by an import of its own, so that a page loads the one language it speaks. */
const dictionaries = {
  ar: async () => (await import('./ar.js')).ar,
  de: async () => (await import('./de.js')).de,
  en: async () => (await import('./en.js')).en,
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  he: async () => (await import('./he.js')).he,
  hi: async () => (await import('./hi.js')).hi,
  it: async () => (await import('./it.js')).it,
  ja: async () => (await import('./ja.js')).ja,
  ko: async () => (await import('./ko.js')).ko,
  nl: async () => (await import('./nl.js')).nl,
  pl: async () => (await import('./pl.js')).pl,
  'pt-BR': async () => (await import('./pt-BR.js')).ptBR,
  ru: async () => (await import('./ru.js')).ru,
  tr: async () => (await import('./tr.js')).tr,
  uk: async () => (await import('./uk.js')).uk,
  'zh-Hans': async () => (await import('./zh-Hans.js')).zhHans,
  'zh-Hant': async () => (await import('./zh-Hant.js')).zhHant,
} satisfies Record<string, () => Promise<Words>>;

/** A language that there is a dictionary for, as BCP 47 has it. */
export type Locale = keyof typeof dictionaries;

/** The languages that there are dictionaries for, as BCP 47 has them. */
export const locales = Object.keys(dictionaries) as readonly Locale[];

/**
 * Loads the dictionary that fits a language best, and no other, for `<WordsProvider>`: `await loadWords('de-AT')` is
 * German, `zh-TW` is Chinese in traditional script, `pt-PT` is Brazilian Portuguese, the only one there is.
 *
 * @param tag the language as BCP 47 has it, such as `navigator.language`
 * @throws (it rejects) when the tag is malformed, when there is no dictionary for it, or when it could not be loaded
 */
export async function loadWords(tag: string): Promise<Words> {
  const wanted = writing(tag);
  const locale = locales.find((locale) => writing(locale) === wanted);
  if (!wanted || !locale) {
    const why = wanted
      ? 'There is no dictionary for it.'
      : 'A language is written as BCP 47 has it, like "pt-BR".';
    throw new Error(
      `hookswitch: loadWords was asked for the language ${JSON.stringify(tag)?.slice(0, 40)}. ${why} ` +
        `Ask for one of ${locales.join(', ')}, or give <WordsProvider> a dictionary of your own.`,
    );
  }
  return dictionaries[locale]();
}

/** The language of a tag and the script it is written in there; a dictionary serves all regions that share them. */
function writing(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
