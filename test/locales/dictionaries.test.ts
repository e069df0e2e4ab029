import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { en, type Words } from '../../src/locales/en.js';
import { loadWords, locales } from '../../src/locales/index.js';
import { parse } from '../support/imports.js';

type Text = string | ((...inserted: (string | number)[]) => string);

/** What each text that inserts something is given here. */
const INSERTED: Record<string, (words: Words) => (string | number)[]> = {
  callTo: () => ['Grace'],
  'incoming.reach': () => ['F8'],
  'incoming.title': () => ['Grace'],
  'call.with': () => ['Grace'],
  'history.unseen': () => [7],
  'news.incoming': () => ['Grace'],
  'news.call': (words) => ['Grace', words.progress.ringing],
  'news.deviceConnected': () => ['Headset'],
  'news.deviceGone': () => ['Headset'],
  'ended.server': () => [486, 'Busy Here'],
  'devices.unnamed': () => [2],
};

/** A call that ended as it should needs no explanation. */
const EMPTY = /\.normal\.detail$/;

const FULL_STOPS: Record<string, string> = { hi: '।', ja: '。', 'zh-Hans': '。', 'zh-Hant': '。' };

/** English words that other languages have taken over, or had first. */
const SHARED = ['Offline', 'Microphone'];

/** Every text of a dictionary by its path. */
const textsOf = (words: object, path = ''): [string, Text][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? textsOf(value, `${path}${key}.`) : [[path + key, value] as [string, Text]],
  );

/** Every text as it is said, the language itself apart. */
const saidIn = (words: Words): [string, string][] =>
  textsOf(words)
    .filter(([path]) => path !== 'lang' && path !== 'dir')
    .map(([path, text]) => [path, typeof text === 'string' ? text : text(...INSERTED[path]!(words))]);

describe.each(locales)('%s', async (locale) => {
  const words = await loadWords(locale);
  const said = saidIn(words);

  it('has each text of English and no other, of the same kind', () => {
    const kindsOf = (words: Words) => textsOf(words).map(([path, text]) => `${path}: ${typeof text}`);
    expect(kindsOf(words).sort()).toEqual(kindsOf(en).sort());
  });

  it('names its language, and its direction as its script has it', () => {
    expect(words.lang).toBe(locale);
    const { script } = new Intl.Locale(locale).maximize();
    expect(words.dir).toBe(script === 'Arab' || script === 'Hebr' ? 'rtl' : 'ltr');
  });

  it('leaves no text empty', () => {
    expect(said.filter(([path, text]) => /\S/.test(text) === EMPTY.test(path))).toEqual([]);
  });

  if (locale !== 'en') {
    it('leaves no text in English', () => {
      const english = new Map(saidIn(en));
      const left = said.filter(([path, text]) => text !== '' && text === english.get(path));
      expect(left.filter(([, text]) => !SHARED.includes(text))).toEqual([]);
    });
  }

  it('says all that it is given', () => {
    for (const [path, text] of textsOf(words)) {
      if (typeof text === 'string' || path === 'history.unseen') continue;
      const given = INSERTED[path]!(words);
      for (const value of given) expect(text(...given), path).toContain(String(value));
    }
  });

  it('ends a sentence with its own full stop, and each text as English ends it', () => {
    const endsIn = (texts: [string, string][], stop: string) =>
      Object.fromEntries(texts.map(([path, text]) => [path, endOf(text).replace(stop, 'full stop')]));
    expect(endsIn(said, FULL_STOPS[locale] ?? '.')).toEqual(endsIn(saidIn(en), '.'));
  });

  it('puts nothing of another direction into a sentence without keeping it apart', () => {
    const inserted = said.filter(([path]) => path in INSERTED);
    const apart = inserted.map(([path, text]) => [path, text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')]);
    if (words.dir === 'rtl')
      expect(apart.filter(([, rest]) => /[A-Za-z\u2068\u2069]/.test(rest!))).toEqual([]);
    else expect(apart).toEqual(inserted);
  });

  it('has a form for each way in which it counts up to a thousand', () => {
    const rules = new Intl.PluralRules(locale);
    const counts = Array.from({ length: 1000 }, (_, count) => count);
    expect(formsOf(locale)).toEqual(expect.arrayContaining([...new Set(counts.map((n) => rules.select(n)))]));
    expect(rules.resolvedOptions().pluralCategories).toEqual(expect.arrayContaining(formsOf(locale)));
  });

  it('counts in numbers of its own, or in words', () => {
    const { unseen } = words.history;
    for (const count of [3, 5, 12, 21, 102, 1234]) {
      expect(unseen(count)).toContain(new Intl.NumberFormat(locale).format(count));
    }
    for (const count of [0, 1, 2]) expect(unseen(count)).not.toContain('#');
  });
});

it('says what happened and what to do in whole sentences', () => {
  const advice = saidIn(en).filter(([path]) => /\.(what|next)$/.test(path));
  expect(advice.filter(([, text]) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
});

/** The mark at the end of a text; a label has none. */
const endOf = (text: string): string => /[.।。…]$/.exec(text)?.[0] ?? '';

/** The forms of the count in a dictionary: a form that is missing would go unnoticed, for `other` stands in. */
function formsOf(locale: string): string[] {
  const path = `src/locales/${locale}.ts`;
  const forms: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'plural') {
      const [, object] = node.arguments;
      if (object && ts.isObjectLiteralExpression(object))
        forms.push(...object.properties.map((p) => p.name!.getText()));
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(path, readFileSync(path, 'utf8')));
  return forms;
}
