import { readFileSync } from 'node:fs';
import { loadWords, locales } from '../../src/locales/index.js';
import { importsOf } from '../support/imports.js';

describe('loadWords', () => {
  it.each(locales)('gives %s', async (locale) => {
    expect((await loadWords(locale)).lang).toBe(locale);
  });

  it.each([
    ['de-AT', 'de'],
    ['DE', 'de'],
    ['en-GB-oxendict', 'en'],
    ['fr-CA', 'fr'],
    ['ar-EG-u-nu-latn', 'ar'],
    ['iw', 'he'],
    ['iw-IL', 'he'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['cmn-TW', 'zh-Hant'],
  ])('for %s gives %s', async (tag, lang) => {
    expect((await loadWords(tag)).lang).toBe(lang);
  });

  it.each(['xx', 'eo', 'sr-Latn', 'zh-Latn-pinyin', 'yue'])(
    'refuses %s, which it has no words for, and says which it has',
    async (tag) => {
      await expect(loadWords(tag)).rejects.toThrow(
        `hookswitch: loadWords was asked for the language "${tag}". There is no dictionary for it. ` +
          `Ask for one of ${locales.join(', ')}, or`,
      );
    },
  );

  it.each(['', 'deutsch!', 'pt_BR', 'x-klingon', '../de', undefined, null, 7, {}])(
    'refuses %j, which is no language, and says how one is written',
    async (tag) => {
      const loading = loadWords(tag as string);
      await expect(loading).rejects.toThrow(
        /^hookswitch: .*\. A language is written .*"pt-BR"\. Ask for one of ar, /,
      );
    },
  );

  it('says no more of what it was asked for than fits in a message', async () => {
    await expect(loadWords('x'.repeat(10_000))).rejects.toThrow(/^.{100,400}$/);
  });

  it('brings no dictionary with it before it is asked for one', () => {
    const path = 'src/locales/index.ts';
    const imports = importsOf(path, readFileSync(path, 'utf8'));
    expect(imports.filter(({ how }) => how === 'value')).toEqual([]);
    expect(imports.filter(({ how }) => how === 'lazy').map(({ from }) => from)).toEqual(
      locales.map((locale) => `./${locale}.js`),
    );
  });
});
