import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.js';

// `evaluate` and locators count as the person's hand and would unblock the sound: the page reports by its console alone.
describe('a page that nobody touched', () => {
  let site: ViteDevServer;
  let browser: Browser;

  beforeAll(async () => {
    const root = fileURLToPath(new URL('./untouched/', import.meta.url));
    site = await createServer({
      configFile: false,
      root,
      logLevel: 'error',
      server: { port: 0, fs: { strict: false } },
    });
    await site.listen();
    browser = await launchBrowser({ gesture: true });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(hash: string): Promise<{ page: Page; told: string[] }> {
    const page = await browser.newPage();
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    await page.goto(`${site.resolvedUrls?.local[0]}${hash}`);
    return { page, told };
  }

  it.each<[string, string, (page: Page) => Promise<void>]>([
    ['rings', '#ring', (page) => page.mouse.click(20, 20)],
    ['rings', '#ring', (page) => page.keyboard.press('a')],
    ['plays', '#play', (page) => page.mouse.click(20, 20)],
    ['plays', '#play', (page) => page.keyboard.press('a')],
  ])('%s from its first touch on, and says until then that it cannot', async (_, hash, touch) => {
    const { page, told } = await open(hash);
    await vi.waitFor(() => expect(told.at(-1)).toBe('blocked'), 10_000);
    await touch(page);
    await vi.waitFor(() => expect(told.at(-1)).toBe(hash === '#play' ? 'ready, playing' : 'ready'), 5_000);
    await page.close();
  });
});
