import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useWords, WordsProvider } from '../../src/index.js';
import { de } from '../../src/locales/de.js';
import { en, type Words } from '../../src/locales/en.js';
import { he } from '../../src/locales/he.js';
import { useLanguage } from '../../src/widgets/WordsProvider.js';

function Said() {
  const { lang, callUs, callTo } = useWords();
  return (
    <p {...useLanguage()}>
      {lang}: {callUs}, {callTo('Grace')}
    </p>
  );
}

const said = (around: (child: ReactNode) => ReactNode) => {
  const { container } = render(around(<Said />));
  return container.querySelector('p')!;
};

describe('the words of the widgets', () => {
  it('are English without a provider', () => {
    expect(said((child) => child)).toHaveTextContent('en: Call us, Call Grace');
  });

  it('are those of the nearest provider, with their language and direction', () => {
    const paragraph = said((child) => (
      <WordsProvider words={de}>
        <WordsProvider words={he}>{child}</WordsProvider>
      </WordsProvider>
    ));
    expect(paragraph).toHaveTextContent(`he: ${he.callUs}, ${he.callTo('Grace')}`);
    expect(paragraph).toHaveAttribute('lang', 'he');
    expect(paragraph).toHaveAttribute('dir', 'rtl');
  });

  it('take one of their own in place of ours, and leave the others', () => {
    const words: Words = { ...en, callUs: 'Talk to a doctor', dialer: { ...en.dialer, call: 'Go' } };
    const paragraph = said((child) => <WordsProvider words={words}>{child}</WordsProvider>);
    expect(paragraph).toHaveTextContent('en: Talk to a doctor, Call Grace');
  });

  it('change with the provider', () => {
    const inGerman = (german: boolean) => (
      <WordsProvider words={german ? de : en}>
        <Said />
      </WordsProvider>
    );
    const view = render(inGerman(false));
    view.rerender(inGerman(true));
    expect(screen.getByText(/^de: /)).toHaveAttribute('lang', 'de');
  });

  it('are whole, or they do not compile', () => {
    const { callUs, ...rest } = en;
    // @ts-expect-error a dictionary has to have all the words
    const lacking: Words = rest;
    // @ts-expect-error a group of words has to be whole too
    const half: Words = { ...en, dialer: { call: 'Go' } };
    // @ts-expect-error what inserts a name is a function
    const flat: Words = { ...en, callTo: 'Call' };
    expect([callUs, lacking, half, flat]).toHaveLength(4);
  });
});

describe('what is no dictionary', () => {
  it.each([
    ['nothing', undefined, 'Undefined'],
    ['null', null, 'Null'],
    ['a tag', 'de', '"de"'],
    ['a long text', 'x'.repeat(10_000), `"${'x'.repeat(40)}"`],
    ['a promise of one', Promise.resolve(de), 'Promise'],
    ['the file of one', { de }, 'Object'],
    ['an object without a prototype', Object.create(null), 'Object'],
    ['one of no language', { ...en, lang: '' }, 'words with the `lang` ""'],
    [
      'one of a malformed language',
      { ...en, lang: 'xx-not-valid-…' },
      'words with the `lang` "xx-not-valid-…"',
    ],
    ['one of a number for a language', { ...en, lang: 7 }, 'words with the `lang` Number'],
  ])('is told of in three parts: %s', (_what, words, given) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => render(<WordsProvider words={words as Words} />)).toThrow(
      `hookswitch: <WordsProvider> was given ${given}, which is no dictionary. It takes one whole, with its \`lang\` as ` +
        "BCP 47 has it. Import it, such as `import { de } from 'hookswitch/locales/de'`, or wait for it: ",
    );
  });
});
