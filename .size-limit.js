/**
 * What the built package costs, brotli, as an app's bundler delivers it: own code alone, with React, the libraries and the
 * sheet for shadow roots left out. Limits are on what a page loads at its start, and on what its first connect loads then;
 * rows without a limit tell the sums.
 */
import { readdirSync } from 'node:fs';
import * as hooks from './dist/hooks/index.js';
import * as everything from './dist/index.js';

const PEERS = ['react', 'react-dom'];
const LIBRARIES = ['sip.js', 'zustand', 'virtua', 'lucide-react', '@noble/hashes', 'libphonenumber-js'];
const SIP = '../sip/index.js';
const SHEET = '../styles/sheet.js';

const CORE = ['createPhone', ...Object.keys(hooks).filter((name) => name in everything)];
const withCore = (widget) => [widget, 'createPhone', 'PhoneProvider'];

const bundled = (row) => ({
  ...row,
  modifyEsbuildConfig: (config) => ({ ...config, format: 'esm', splitting: true, charset: 'utf8' }),
});

const imported = (name, names, { limit, ignore }) =>
  bundled({
    name,
    path: 'dist/index.js',
    import: names === '*' ? names : `{ ${names.join(', ')} }`,
    limit,
    ignore: [...PEERS, SHEET, ...ignore],
  });

const atFirstLoad = (what, names, limit) =>
  imported(`${what}, at first load`, names, { limit, ignore: [...LIBRARIES, SIP] });

const allTogether = (what, names, ignore = LIBRARIES) => imported(`${what}, all together`, names, { ignore });

// Beside English, which every widget brings, and with it what dictionaries share.
const locale = (file) =>
  bundled({
    name: `locale ${file.replace('.js', '')}`,
    path: `dist/locales/${file}`,
    limit: '2 kB',
    ignore: ['./advice.js', './plural.js'],
  });

export default [
  atFirstLoad('everything', '*', '30 kB'),
  atFirstLoad('createPhone and all hooks', CORE, '15 kB'),
  atFirstLoad('Dialer + createPhone + PhoneProvider', withCore('Dialer'), '20 kB'),
  atFirstLoad('CallPanel + createPhone + PhoneProvider', withCore('CallPanel'), '20 kB'),
  atFirstLoad('CallButton + createPhone + PhoneProvider', withCore('CallButton'), '20 kB'),
  bundled({
    name: 'what the first connect loads (the sip layer)',
    path: 'dist/sip/index.js',
    limit: '9 kB',
    ignore: LIBRARIES,
  }),
  { name: 'styles', path: 'dist/styles.css', limit: '6 kB', disablePlugins: ['@size-limit/esbuild'] },
  ...readdirSync('dist/locales')
    .filter((name) => /^[a-z]{2}(-\w+)?\.js$/.test(name))
    .map(locale),
  allTogether('everything', '*'),
  allTogether('createPhone and all hooks', CORE),
  allTogether('everything with its libraries', '*', []),
];
