import axe from 'axe-core';
import type { Browser, Page } from 'playwright';
import { launchBrowser, openPage } from './browser.js';
import { describeWith } from './needs.js';
import { type Playground, startPlayground } from './servers/playground.js';
import { Softphone, signInAt } from './softphone.js';

describeWith(['chromium'], 'the pages of the playground', () => {
  let playground: Playground;
  let browser: Browser;

  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), launchBrowser()]);
    await playground.warmUp(browser);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), playground?.stop()]);
  });

  async function open(path: string): Promise<Page> {
    const page = await openPage(browser, `${playground.url}${path}`, { tone: 750 });
    onTestFinished(() => page.context().close());
    return page;
  }

  /** Looks at a page as it is now: on a small phone and on a desk, light and dark. */
  async function expectForEveryone(page: Page) {
    for (const width of [320, 375, 1280]) {
      await page.setViewportSize({ width, height: 720 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `pixels that a window of ${width} px lacks`).toBeLessThanOrEqual(0);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await violations(page), colorScheme).toEqual([]);
    }
  }

  it('are for everyone: two phones, one calling the other', async () => {
    const page = await open('');
    const alice = new Softphone(page, 'Alice');
    const bob = new Softphone(page, 'Bob');
    await Promise.all([alice.says('Ready'), bob.says('Ready')]);
    await expectForEveryone(page);
    await alice.dial('bob');
    await bob.incoming().waitFor();
    await expectForEveryone(page);
    await bob.answer();
    await alice.talksTo('bob');
    await expectForEveryone(page);
  });

  it('are for everyone: any server, before and after the sign-in', async () => {
    const page = await open('softphone');
    await page.getByRole('button', { name: 'Connect' }).waitFor();
    await expectForEveryone(page);
    const { phone } = await signInAt(page, {
      server: playground.ws,
      address: 'sip:carol@hookswitch.test',
      username: 'carol',
      password: 'carol',
    });
    await phone.says('Ready');
    await expectForEveryone(page);
  });
});

/** What axe finds: the rule and where it is broken. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => (await window.axe.run(document)).violations);
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target}`));
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
