/** Checks the built package as a consumer meets it: what `exports` promises is there, and each entry loads in Node. */
import { readFileSync } from 'node:fs';
import { exit } from 'node:process';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const { messages, pkg } = await publint({ pkgDir: '.', strict: true });
const faults = messages.map((message) => formatMessage(message, pkg, { color: false }));

for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
  if (pkg.scripts[script]) faults.push(`the script "${script}" would run at a consumer's`);
}

for (const [entry, target] of Object.entries(pkg.exports)) {
  if (typeof target === 'string') continue;
  const name = `hookswitch${entry.slice(1).replace('*', 'en')}`;
  try {
    const names = Object.keys(await import(name));
    if (names.length === 0) faults.push(`${name} exports nothing`);
  } catch (error) {
    faults.push(`${name} does not load in Node: ${error.message}`);
  }
}

if (readFileSync('dist/styles.css', 'utf8').includes('@import')) faults.push('styles.css is not one file');

for (const fault of faults) console.error(fault);
exit(faults.length > 0 ? 1 : 0);
