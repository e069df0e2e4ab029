import type { ArgTypes, Decorator, Preview } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import { WordsProvider } from '../src/index.js';
import { loadWords, locales } from '../src/locales/index.js';
import { themes } from '../stories/themes/themes.js';
import '../src/styles/styles.css';
import './preview.css';

/** Space around a widget in its story, px on both sides together. */
const MARGIN = 32;

/** Says every story in the language, direction, theme, width and density of the toolbar. */
const withPage: Decorator = (Story, { globals, loaded, parameters }) => {
  const { theme, direction, width, density } = globals;
  const words = direction === 'locale' ? loaded.words : { ...loaded.words, dir: direction };
  const style: CSSProperties & { '--hs-density'?: string } = {};
  if (theme === 'system') style.colorScheme = 'light dark';
  if (theme === 'light' || theme === 'dark') style.colorScheme = theme;
  if (density === 'dense') style['--hs-density'] = '0.8';
  return (
    <WordsProvider words={words}>
      <div className={`story-page theme-${theme}`} lang={words.lang} dir={words.dir} style={style}>
        <div
          className="story"
          style={{ inlineSize: width === 'story' ? (parameters.width ?? 352) : Number(width) + MARGIN }}
        >
          <Story />
        </div>
      </div>
    </WordsProvider>
  );
};

/**
 * Docgen takes each optional prop for a union with `undefined` or `null`, whose control asks for an object. Without
 * them there is one type left, and its own control.
 */
const withPlainTypes = ({ argTypes }: { argTypes: ArgTypes }): ArgTypes =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const { type } = argType;
      if (typeof type !== 'object' || type.name !== 'union') return [name, argType];
      const [only, ...others] = type.value.filter(
        (each) => each.name !== 'other' || !['undefined', 'null'].includes(each.value),
      );
      if (!only || others.length > 0) return [name, argType];
      const summary = only.raw ?? (only.name === 'other' ? only.value : only.name);
      return [name, { ...argType, type: only, table: { ...argType.table, type: { summary } } }];
    }),
  );

const toolbar = (title: string, icon: string, items: { value: string; title: string }[]) => ({
  description: title,
  toolbar: { title, icon, items, dynamicTitle: true },
});

/** What a language calls itself. */
const ownName = (locale: string) =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withPage],
  argTypesEnhancers: [withPlainTypes],
  loaders: async ({ globals }) => ({ words: await loadWords(globals.locale) }),
  initialGlobals: {
    theme: 'system',
    locale: 'en',
    direction: 'locale',
    width: 'story',
    density: 'comfortable',
  },
  globalTypes: {
    theme: toolbar('Theme', 'paintbrush', [
      { value: 'system', title: 'As the system' },
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
      ...themes.map(({ name, title }) => ({ value: name, title })),
    ]),
    locale: toolbar(
      'Language',
      'globe',
      locales.map((locale) => ({ value: locale, title: ownName(locale) })),
    ),
    direction: toolbar('Direction', 'transfer', [
      { value: 'locale', title: 'As the language' },
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ]),
    width: toolbar('Width', 'grow', [
      { value: 'story', title: 'As the story says' },
      { value: '240', title: '240 px' },
      { value: '320', title: '320 px' },
      { value: '640', title: '640 px' },
    ]),
    density: toolbar('Density', 'component', [
      { value: 'comfortable', title: 'Comfortable' },
      { value: 'dense', title: 'Dense' },
    ]),
  },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: [
          'Docs',
          ['Start here', 'Theming', 'Parts', 'Hooks', 'Words', 'Events', 'Testing', 'Keyboard', 'Servers'],
          'Live',
          'Widgets',
          [
            'Softphone',
            'Dialer',
            'CallPanel',
            'IncomingCallToast',
            'CallHistory',
            'DevicePicker',
            'CallButton',
            'RegistrationStatus',
            'PhoneAlerts',
          ],
          'Theming',
        ],
      },
    },
  },
};

export default preview;
