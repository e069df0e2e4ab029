import { en } from '../../src/locales/en.js';

/** Every text of a dictionary with its path. */
const texts = (words: object, path = ''): [string, unknown][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? texts(value, `${path}${key}.`) : [[path + key, value] as [string, unknown]],
  );

it.each(texts(en).filter(([path]) => !path.endsWith('normal.detail')))('has words for %s', (_path, text) => {
  expect(typeof text === 'function' ? text('Bob', 'busy') : text).toMatch(/\S/);
});

it('says what happened and what to do in whole sentences', () => {
  const advice = texts(en.errors).filter(([path]) => path.includes('.'));
  expect(advice.filter(([, text]) => !/^[A-Z].*\.$/.test(String(text)))).toEqual([]);
});
