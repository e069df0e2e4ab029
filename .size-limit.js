/**
 * What the built package costs, brotli, as Vite delivers it to a page: own code alone, with React, the libraries and the
 * sheet for shadow roots left out. Limits are on what a page loads at its start, and on what its first connect loads then;
 * rows without a limit tell the sums.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import * as hooks from './dist/hooks/index.js';
import * as everything from './dist/index.js';

const PEERS = /^react(-dom)?(\/|$)/;
const LIBRARIES = /^(sip\.js|zustand|virtua|lucide-react|@noble\/hashes|libphonenumber-js)(\/|$)/;
const SHEET = /\/styles\/sheet\.js$/;
// Beside English, which every widget brings, and with it what dictionaries share.
const SHARED_BY_LOCALES = /\/(advice|plural)\.js$/;

const ENTRY = 'entry';
const directory = mkdtempSync(join(tmpdir(), 'hookswitch-size-'));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

/** Bundles a page that does nothing but import. Returns the files that it loads at its start, and those that may follow. */
async function bundle(names, { from = 'dist/index.js', without = [LIBRARIES] } = {}) {
  const code = `export ${names} from ${JSON.stringify(resolve(from))};`;
  const outDir = mkdtempSync(join(directory, 'page-'));
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: ENTRY,
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? code : null),
      },
    ],
    build: {
      outDir,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: {
        input: ENTRY,
        external: (id) => [PEERS, SHEET, ...without].some((uncounted) => uncounted.test(id)),
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const files = (chunks) => chunks.map(({ fileName }) => join(outDir, fileName));
  const atStart = output.filter(({ isEntry, fileName }) => isEntry || output[0].imports.includes(fileName));
  return { first: files(atStart), later: files(output.filter((chunk) => !atStart.includes(chunk))) };
}

const row = (name, path, limit) => ({ name, path, limit, disablePlugins: ['@size-limit/esbuild'] });

const core = `{ ${['createPhone', ...Object.keys(hooks).filter((name) => name in everything)]} }`;
const [all, allCore, withLibraries] = await Promise.all([
  bundle('*'),
  bundle(core),
  bundle('*', { without: [] }),
]);

const widgetRow = async (widget) => {
  const { first } = await bundle(`{ ${widget}, createPhone, PhoneProvider }`);
  return row(`${widget} + createPhone + PhoneProvider, at first load`, first, '20 kB');
};

const localeRow = async (file) => {
  const { first } = await bundle('*', { from: `dist/locales/${file}`, without: [SHARED_BY_LOCALES] });
  return row(`locale ${file.replace('.js', '')}`, first, '2 kB');
};

export default [
  row('everything, at first load', all.first, '30 kB'),
  row('createPhone and all hooks, at first load', allCore.first, '15 kB'),
  ...(await Promise.all(['Dialer', 'CallPanel', 'CallButton'].map(widgetRow))),
  row('what the first connect loads (the sip layer)', allCore.later, '9 kB'),
  row('styles', 'dist/styles.css', '6 kB'),
  ...(await Promise.all(
    readdirSync('dist/locales')
      .filter((name) => /^[a-z]{2}(-\w+)?\.js$/.test(name))
      .map(localeRow),
  )),
  row('everything, all together', [...all.first, ...all.later]),
  row('createPhone and all hooks, all together', [...allCore.first, ...allCore.later]),
  row('everything with its libraries, all together', [...withLibraries.first, ...withLibraries.later]),
];
