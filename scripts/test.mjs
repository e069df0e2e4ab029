/**
 * `npm test`: every check, in the order in which they fail fastest. Its last line is `N passed, N failed`, with
 * `, N skipped` behind it where programs are missing. With `CI=true` a skipped test is a failed one.
 * `npm test -- <filter>` runs only the test files whose path contains the filter.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { argv, env, execPath, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { PROGRAMS } from './programs.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = mkdtempSync(join(tmpdir(), 'hookswitch-'));
const filter = argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const skippedTitles = [];

if (filter.length === 0) {
  await check('lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);
  await check('types', 'node_modules/typescript/bin/tsc', ['--noEmit']);
}
await suite('unit', ['unit', 'dom']);
await suite('react18', ['react18', 'react18-server']);
if (await PROGRAMS.chromium.find()) {
  await suite('browser', ['browser']);
  await suite('stories', ['stories']);
} else {
  const { title, packages } = PROGRAMS.chromium;
  total.skipped += 2;
  skippedTitles.push(`browser and stories (install ${title}; Debian: apt-get install ${packages.join(' ')})`);
}
if (filter.length === 0) {
  await check('build', 'scripts/build.mjs', []);
  await check('size', 'node_modules/size-limit/bin.js', []);
  await check('package', 'scripts/check-package.mjs', []);
}
await suite('consumers', ['consumers']);
await suite('interop', ['interop']);

rmSync(reports, { recursive: true, force: true });
for (const title of skippedTitles) console.log(`skipped: ${title}`);
if (env.CI === 'true') {
  total.failed += total.skipped;
  total.skipped = 0;
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
exit(total.failed > 0 ? 1 : 0);

/** A step without tests of its own counts as one. */
async function check(title, script, args) {
  heading(title);
  const passed = (await run(script, args)) === 0;
  total[passed ? 'passed' : 'failed'] += 1;
  if (!passed) console.error(`${title} failed`);
}

async function suite(title, projects) {
  heading(title);
  const report = join(reports, `${title}.json`);
  const status = await run('node_modules/vitest/vitest.mjs', [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(filter.length > 0 ? ['--passWithNoTests', ...filter] : []),
  ]);
  const counts = count(report);
  // Uncaught errors and runners that die fail no test, but they fail the suite.
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
}

function count(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status: fileStatus, assertionResults } of readReport(report)) {
    if (fileStatus === 'failed' && assertionResults.length === 0) counts.failed += 1; // it did not even load
    for (const { status, fullName } of assertionResults) {
      if (status === 'passed' || status === 'failed') {
        counts[status] += 1;
      } else {
        counts.skipped += 1;
        skippedTitles.push(fullName);
      }
    }
  }
  return counts;
}

function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults;
  } catch {
    return []; // it died before it could write one
  }
}

function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`);
}

/** Resolves with the exit code; a signal, or a script that cannot be started, counts as 1. */
function run(script, args) {
  return new Promise((resolve) => {
    const child = spawn(execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...env, STORYBOOK_DISABLE_TELEMETRY: '1' },
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
