/** Checks the package as a consumer meets it, packed: what `exports` promises is there, typed, and loads in Node. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, exit } from 'node:process';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pack } from './pack.mjs';

const directory = mkdtempSync(join(tmpdir(), 'hookswitch-pack-'));
const tarball = pack(directory);
const { messages, pkg } = await publint({
  pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
  strict: true,
});
const faults = messages.map((message) => formatMessage(message, pkg, { color: false }));

/** Every entry by its full name, those that stand for many one by one; `null` closes what is not for everyone. */
const entries = Object.entries(pkg.exports)
  .flatMap(([entry, target]) =>
    entry.endsWith('/*') ? filesBehind(target.default).map((name) => entry.replace('*', name)) : [entry],
  )
  .filter((entry) => pkg.exports[entry] !== null);

if (!typesResolve()) faults.push('are-the-types-wrong has found faults: see above');
rmSync(directory, { recursive: true, force: true });

for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
  if (pkg.scripts[script]) faults.push(`the script "${script}" would run at a consumer's`);
}

for (const entry of entries.filter((name) => !/\.(css|json)$/.test(name))) {
  const name = `hookswitch${entry.slice(1)}`;
  try {
    const names = Object.keys(await import(name));
    if (names.length === 0) faults.push(`${name} exports nothing`);
  } catch (error) {
    faults.push(`${name} does not load in Node: ${error.message}`);
  }
}

const css = readFileSync('dist/styles.css', 'utf8').trim();
const { sheet } = await import('../dist/styles/sheet.js');
if (css.includes('@import')) faults.push('styles.css is not one file');
if (!css.includes('light-dark(')) faults.push('styles.css has lost its light-dark()');
if (sheet !== css) faults.push('the sheet for shadow roots is not styles.css');

const layers = [...new Set([...css.matchAll(/@layer ([\w.]+)\{/g)].map(([, name]) => name))].join(', ');
const order = /@layer ([^;{]+);/.exec(readFileSync('src/styles/styles.css', 'utf8'))?.[1];
if (layers !== order) faults.push(`styles.css has its layers in the order ${layers}, not ${order}`);

for (const fault of faults) console.error(fault);
exit(faults.length > 0 ? 1 : 0);

/** The names that a target such as `./dist/locales/*.js` has files for. */
function filesBehind(target) {
  const [folder, ending] = target.split('*');
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
}

/** ESM alone is what this package has; its style sheet has no types to be wrong. */
function typesResolve() {
  const attw = 'node_modules/@arethetypeswrong/cli/dist/index.js';
  const args = [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji'];
  const { status, stdout, stderr } = spawnSync(execPath, [attw, ...args, '--entrypoints', ...entries], {
    encoding: 'utf8',
  });
  if (status !== 0) console.error(stdout, stderr);
  return status === 0;
}
