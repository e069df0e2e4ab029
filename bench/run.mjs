/**
 * Every figure that the README quotes, each beside SIP.js by itself and JsSIP: one run, one browser, one exchange,
 * one clock; and what the kit costs beside plain React. `npm run bench -- 5` measures 5 calls of each kind in place of
 * 20, `npm run bench -- kit` the kit alone. Fails when a limit is missed.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { argv, exit } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { launchOptions } from '../scripts/chromium.mjs';
import { startExchange } from './exchange.mjs';
import { benchKit, ROUNDS } from './kit.mjs';
import { countRenders } from './renders.mjs';
import { formatRow, heading, KIT, median, WIRE } from './report.mjs';

const ONLY_KIT = argv[2] === 'kit';
const CALLS = ONLY_KIT ? 0 : Number(argv[2] ?? 20);
const OUTAGES = Math.ceil(CALLS / 2);
const CONTENDERS = {
  hookswitch: 'hookswitch',
  'SIP.js': 'sipjs',
  'SIP.js, 5 ms': 'sipjs-5ms',
  JsSIP: 'jssip',
};

const outDir = mkdtempSync(join(tmpdir(), 'hookswitch-bench-'));
const site = await serve();
const exchange = ONLY_KIT ? undefined : await startExchange();
const browser = await chromium.launch(await launchOptions(['--autoplay-policy=no-user-gesture-required']));
const rows = [];

try {
  await kit();
  if (exchange) await wire();
} finally {
  await browser.close();
  await exchange?.close();
  site.httpServer.close();
  rmSync(outDir, { recursive: true, force: true });
}
exit(rows.every((row) => row.passed) ? 0 : 1);

async function kit() {
  console.log(`Chromium ${browser.version()}, production React: medians of ${ROUNDS} rounds,`);
  console.log('each widget in turn with the same nodes in plain React, a long history with a short one.\n');
  console.log(heading(KIT));
  for await (const row of benchKit(open)) print(row, KIT);
}

async function wire() {
  const callee = await open('callee.html');
  await callee.evaluate((settings) => window.register(settings), account('callee'));
  const target = `sip:callee@${exchange.domain}`;

  console.log(`\nMedians of ${CALLS} calls, no microphone open before the click.`);
  console.log('SIP.js with its defaults, but no STUN server (its own is at Google) and no logging.\n');
  console.log(heading(WIRE));

  const calls = await measureCalls(target);
  report('click to INVITE, ms', calls.invite, 0.2);
  report('click to first audio packet, ms', calls.audio, 0.5);
  print({
    title: 'calls without sound',
    figures: calls.silent,
    limit: '0',
    passed: calls.silent.hookswitch === 0,
  });
  report('first call of a fresh page: click to INVITE, ms', await measureFirstCalls(target), 0.5);
  report('silent STUN server: click to INVITE, ms', await measureSilentStun(target), 0.12);
  for (const row of await countRenders(await open('renders.html'), { ...account('renders'), target }))
    print(row);
  const recovery = await measureRecovery();
  print({
    title: 'registered again after a 1 s outage, ms',
    figures: recovery,
    limit: '≤ 2000',
    passed: recovery.hookswitch <= 2000,
  });
}

/** Calls in turn, so that whatever else the machine does falls on all alike. */
async function measureCalls(target) {
  const pages = await openAll();
  // Nobody's first calls: code that ran only once or twice is still slow.
  await inTurn(pages, 3, (page) => call(page, target, { audio: true }));
  const times = await inTurn(pages, CALLS, (page) => call(page, target, { audio: true }));
  await closeAll(pages);
  return {
    invite: mapValues(times, (list) => median(list.map(({ invite }) => invite))),
    audio: mapValues(times, (list) => median(list.map(({ audio }) => audio))),
    silent: mapValues(times, (list) => list.filter(({ audio }) => audio === Number.POSITIVE_INFINITY).length),
  };
}

async function measureFirstCalls(target) {
  const times = await inTurn(CONTENDERS, CALLS, async (user, name) => {
    const page = await openContender(name, user);
    const { invite } = await call(page, target, { audio: false });
    await page.context().close();
    return invite;
  });
  return mapValues(times, median);
}

async function measureSilentStun(target) {
  const silent = createSocket('udp4').bind(0, '127.0.0.1');
  await once(silent, 'listening');
  const pages = await openAll([{ urls: `stun:127.0.0.1:${silent.address().port}` }]);
  // JsSIP waits for the end of gathering, 40 s: once is enough.
  const { JsSIP, ...others } = pages;
  const times = await inTurn(others, CALLS, (page) => call(page, target, { audio: false }));
  Object.assign(times, await inTurn({ JsSIP }, 1, (page) => call(page, target, { audio: false })));
  await closeAll(pages);
  silent.close();
  return mapValues(times, (list) => median(list.map(({ invite }) => invite)));
}

async function measureRecovery() {
  const pages = await openAll();
  const times = mapValues(CONTENDERS, () => []);
  for (let outage = 0; outage < OUTAGES; outage += 1) {
    await exchange.down();
    await pause(1000);
    await exchange.up();
    const upAt = performance.now();
    // SIP.js by itself does not come back. It is given the time that the slowest of the others takes.
    const back = Object.entries(CONTENDERS).map(async ([name, user]) => {
      const at = await exchange.registered(user);
      times[name].push(at - upAt);
      return name;
    });
    await Promise.all(
      back.filter((_, index) => ['hookswitch', 'JsSIP'].includes(Object.keys(CONTENDERS)[index])),
    );
    await pause(500);
  }
  await closeAll(pages);
  return mapValues(times, (list) => (list.length > 0 ? median(list) : Number.POSITIVE_INFINITY));
}

function report(title, figures, limit) {
  const ratio = figures.hookswitch / figures['SIP.js'];
  print({ title, figures, ratio, limit: `≤ ${limit.toFixed(2)} of SIP.js`, passed: ratio <= limit });
}

function print(row, columns = WIRE) {
  rows.push(row);
  console.log(formatRow(row, columns));
}

async function openAll(iceServers = []) {
  const pages = {};
  for (const [name, user] of Object.entries(CONTENDERS))
    pages[name] = await openContender(name, user, iceServers);
  return pages;
}

async function closeAll(pages) {
  for (const page of Object.values(pages)) await page.context().close();
}

async function openContender(name, user, iceServers = []) {
  const page = await open(`index.html?contender=${encodeURIComponent(name)}`);
  await page.evaluate(async (settings) => (await window.caller).register(settings), {
    ...account(user),
    iceServers,
  });
  return page;
}

/** A context of its own gives each page a process of its own. */
async function open(path) {
  const page = await (await browser.newContext()).newPage();
  page.on('pageerror', (error) => console.error(`${path}: ${error.stack ?? error.message}`));
  await page.goto(`${site.resolvedUrls.local[0]}${path}`);
  return page;
}

async function call(page, target, options) {
  const times = await page.evaluate(
    async ([uri, options]) => (await window.caller).call(uri, options),
    [target, options],
  );
  await pause(300); // Chromium closes the microphone some time after its last track stopped
  return times;
}

/** Each round starts with another one, so that nobody always follows the same one. */
async function inTurn(subjects, rounds, measure) {
  const results = mapValues(subjects, () => []);
  const names = Object.keys(subjects);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) results[name].push(await measure(subjects[name], name));
    names.push(names.shift());
  }
  return results;
}

function account(user) {
  return { server: exchange.url, domain: exchange.domain, user, password: user, iceServers: [] };
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

async function serve() {
  const root = join(dirname(fileURLToPath(import.meta.url)), 'pages');
  const shared = { configFile: false, root, logLevel: 'warn', build: { outDir } };
  await build({
    ...shared,
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      minify: false, // the counts of renders go by the components' names
      target: 'es2022',
      rolldownOptions: {
        input: ['index.html', 'callee.html', 'renders.html', 'kit.html'].map((file) => join(root, file)),
      },
    },
  });
  return preview({ ...shared, preview: { host: '127.0.0.1', port: 0 } });
}
