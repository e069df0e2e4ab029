import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { afterAll, expect, it, onTestFinished, vi } from 'vitest';
import { launchOptions } from '../../scripts/chromium.mjs';
import { describeWith } from './needs.js';

const root = fileURLToPath(new URL('./mediaPage/', import.meta.url));

const closing: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

/** Serves the page that uses the media by itself; returns its port. */
const serve = once(async (headers: Record<string, string>) => {
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', allowedHosts: true, hmr: false, headers, fs: { strict: false } },
  });
  closing.push(() => server.close());
  await server.listen();
  return Number(new URL(server.resolvedUrls?.local[0] ?? '').port);
});

/** Chromium with more flags, or without some of those that all tests have. */
const launch = once(async ({ add = [], drop = '' }: { add?: string[]; drop?: string }) => {
  const options = await launchOptions(add);
  const browser = await chromium.launch({ ...options, args: options.args.filter((flag) => flag !== drop) });
  closing.push(() => browser.close());
  return browser;
});

/** Opens a page and listens to its console: Playwright's `evaluate` and locators count as the person's hand. */
async function open(browser: Browser, url: string): Promise<{ page: Page; told: string[] }> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await page.goto(url);
  return { page, told };
}

describeWith(['chromium'], 'a page that nobody touched', () => {
  it.each<[string, string, (page: Page) => Promise<void>]>([
    ['rings', '#ring', (page) => page.mouse.click(20, 20)],
    ['rings', '#ring', (page) => page.keyboard.press('a')],
    ['plays', '#play', (page) => page.mouse.click(20, 20)],
    ['plays', '#play', (page) => page.keyboard.press('a')],
  ])('%s from its first touch on, and says until then that it cannot', async (_, hash, touch) => {
    const { page, told } = await open(await launch({}), `http://localhost:${await serve({})}/${hash}`);
    await vi.waitFor(() => expect(told.at(-1)).toBe('blocked'), 10_000);
    await touch(page);
    await vi.waitFor(() => expect(told.at(-1)).toBe(hash === '#play' ? 'ready, playing' : 'ready'), 5_000);
  });
});

describeWith(['chromium'], 'a page that wants the microphone', () => {
  const elsewhere = '--host-resolver-rules=MAP phone.test 127.0.0.1';

  it.each([
    ['gets it', 'live', {}, 'localhost', {}],
    [
      'is told that it was refused',
      'permission-denied',
      { drop: '--use-fake-ui-for-media-stream', add: ['--deny-permission-prompts'] },
      'localhost',
      {},
    ],
    [
      'is told that there is none',
      'device-missing',
      { drop: '--use-fake-device-for-media-stream' },
      'localhost',
      {},
    ],
    [
      'is told that a policy forbids it',
      'policy-blocked',
      {},
      'localhost',
      { 'Permissions-Policy': 'microphone=()' },
    ],
    ['is told that it is not secure', 'insecure-context', { add: [elsewhere] }, 'phone.test', {}],
  ])('%s', async (_, outcome, flags, host, headers) => {
    const { told } = await open(await launch(flags), `http://${host}:${await serve(headers)}/#microphone`);
    await vi.waitFor(() => expect(told).toContain(outcome), 10_000);
  });
});

/** Makes one thing for each set of options, for the whole file. */
function once<Options, Made>(make: (options: Options) => Promise<Made>): (options: Options) => Promise<Made> {
  const made = new Map<string, Promise<Made>>();
  return (options) => {
    const key = JSON.stringify(options);
    const thing = made.get(key) ?? make(options);
    made.set(key, thing);
    return thing;
  };
}
