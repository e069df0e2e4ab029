import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { pack } from '../../scripts/pack.mjs';
import { de } from '../../src/locales/de.js';
import { en, type Words } from '../../src/locales/en.js';
import { launchBrowser } from '../interop/browser.js';
import { describeWith } from '../interop/needs.js';
import { ConsumerApp } from './consumerApp.js';

const directory = mkdtempSync(join(tmpdir(), 'hookswitch-consumers-'));
let tarball: string;
let browser: Browser;

beforeAll(async () => {
  tarball = pack(directory);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(directory, { recursive: true, force: true });
});

/** What a person sees and does in every app: the phone signs in, and what it calls rings. */
async function call(page: Page, words: Words) {
  const phone = page.getByRole('region', { name: words.phone, exact: true });
  await phone.getByText(words.status.ready, { exact: true }).waitFor();
  const number = phone.getByRole('textbox', { name: words.dialer.number });
  await number.pressSequentially('nobody');
  expect(await number.inputValue()).toBe('nobody');
  await phone.getByRole('button', { name: words.dialer.call, exact: true }).click();
  await phone
    .getByRole('region', { name: words.call.with('nobody') })
    .getByText(words.progress.ringing, { exact: true })
    .waitFor();
}

const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(23, 24, 27)';

/** The colour of the card where the person's system is light or dark and the root of the page has this class. */
async function surface(page: Page, system: 'light' | 'dark', name: string): Promise<string> {
  await page.emulateMedia({ colorScheme: system });
  await page.locator(':root').evaluate((root, name) => root.setAttribute('class', name), name);
  const card = page.locator('.hs-card').first();
  return card.evaluate((card) => getComputedStyle(card).backgroundColor);
}

/** A page and all that the browser complains of in it. */
async function open(url: string) {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, complaints };
}

describeWith(['chromium'], 'from the packed package', () => {
  describe.each([
    { name: 'react18-vite', words: en },
    { name: 'react19-vite', words: de },
  ])('$name', ({ name, words }) => {
    const app = new ConsumerApp(join(directory, name));
    beforeAll(() => app.install(tarball));

    it('has right types, those of its libraries too, as a bundler finds them and as Node does', async () => {
      await app.run('tsc');
      await app.run('tsc', '--module', 'nodenext', '--moduleResolution', 'nodenext');
    });

    it('builds, calls from its page without a complaint, and is as light or dark as the page is', async () => {
      await app.run('vite', 'build');
      const url = await app.serve('vite', 'preview', '--strictPort', '--host', '127.0.0.1');
      const { page, complaints } = await open(url);
      await call(page, words);
      expect(complaints).toEqual([]);

      // A build writes `light-dark()` as something that knows only what the page's sheets say of `color-scheme`.
      expect(await surface(page, 'dark', '')).toBe(LIGHT);
      expect(await surface(page, 'light', 'dark')).toBe(DARK);
      expect(await surface(page, 'light', 'system')).toBe(LIGHT);
      expect(await surface(page, 'dark', 'system')).toBe(DARK);
    });
  });

  describe('next-app', () => {
    const app = new ConsumerApp(join(directory, 'next-app'));
    beforeAll(() => app.install(tarball));

    it('builds with parts and a softphone in a server component, and without what is optional', async () => {
      expect(app.has('libphonenumber-js')).toBe(false);
      await app.run('next', 'build');
    });

    it('sends the phone with the page, and calls from it without a complaint', async () => {
      const url = await app.serve('next', 'start', '--hostname', '127.0.0.1');
      const html = await (await fetch(url)).text();
      expect(html).toContain('aria-label="Extension"');
      expect(html).toContain(`aria-label="${de.dialer.number}"`);

      const { page, complaints } = await open(url);
      await call(page, de);
      const quick = page.getByRole('form', { name: 'Quick call' });
      await quick.getByRole('button', { name: '5' }).click();
      expect(await quick.getByRole('textbox', { name: 'Extension' }).inputValue()).toBe('5');
      expect(complaints).toEqual([]);
    });
  });
});
