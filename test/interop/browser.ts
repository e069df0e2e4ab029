import { type Browser, chromium, type Page } from 'playwright';
import { launchOptions } from '../../scripts/chromium.mjs';
import { installInstruments } from './page/instruments.js';

/** Starts Chromium. Sound plays without a click unless `gesture` asks for the browser's usual rule. */
export async function launchBrowser({ gesture = false } = {}): Promise<Browser> {
  return chromium.launch(await launchOptions(gesture ? [] : ['--autoplay-policy=no-user-gesture-required']));
}

/** Opens a page as if in a browser of its own: nothing is shared with other pages but the machine. */
export async function openPage(
  browser: Browser,
  url: string,
  { tone }: { tone?: number } = {},
): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, permissions: ['microphone'] });
  await context.addInitScript(installInstruments, tone === undefined ? {} : { tone });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
