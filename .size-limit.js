/**
 * What the built package costs, brotli, as an app's bundler delivers it: every chunk counts, also those that load later.
 * Own code alone: what a page has anyway, and libraries, are listed apart in the last row.
 */
import { readdirSync } from 'node:fs';
import * as hooks from './dist/hooks/index.js';
import * as everything from './dist/index.js';

const PEERS = ['react', 'react-dom'];
const LIBRARIES = ['sip.js', 'zustand', 'virtua', 'lucide-react', '@noble/hashes', 'libphonenumber-js'];

// The style sheet as text, for a shadow root, has a budget of its own.
const SHEET = '../styles/sheet.js';

const asBundlersDo = (config) => ({ ...config, format: 'esm', splitting: true, charset: 'utf8' });

const imported = (name, names, limit, ignore = LIBRARIES) => ({
  name,
  path: 'dist/index.js',
  import: names === '*' ? names : `{ ${names.join(', ')} }`,
  limit,
  ignore: [...PEERS, ...ignore, SHEET],
  modifyEsbuildConfig: asBundlersDo,
});

const delivered = (path, limit) => ({ path, limit, disablePlugins: ['@size-limit/esbuild'] });

const core = ['createPhone', ...Object.keys(hooks).filter((name) => name in everything)];
const widget = (name) => imported(name, ['createPhone', 'PhoneProvider', name], '20 kB');
const languages = readdirSync('dist/locales').filter((name) => /^[a-z]{2}(-\w+)?\.js$/.test(name));

export default [
  imported('Everything', '*', '30 kB'),
  imported('createPhone and all hooks', core, '15 kB'),
  imported('the same, before it first connects', core, undefined, [...LIBRARIES, '../sip/index.js']),
  widget('Dialer'),
  widget('CallPanel'),
  widget('CallButton'),
  delivered('dist/styles.css', '6 kB'),
  // Beside English, which every widget brings, and with it what dictionaries share.
  ...languages.map((name) => ({
    name,
    path: `dist/locales/${name}`,
    limit: '2 kB',
    ignore: ['./advice.js', './plural.js'],
    modifyEsbuildConfig: asBundlersDo,
  })),
  imported('Everything, with all libraries but React', '*', undefined, []),
];
