import type { Browser, Page } from 'playwright';
import { launchBrowser, openPage } from './browser.js';
import { BrowserPhone } from './browserPhone.js';
import { eventually } from './eventually.js';
import { describeWith } from './needs.js';
import { type Site, servePage } from './page/serve.js';
import { type Playground, startPlayground } from './servers/playground.js';
import { Softphone, signInAt } from './softphone.js';

describeWith(['chromium'], 'the playground on the development exchange', () => {
  let playground: Playground;
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [playground, site, browser] = await Promise.all([startPlayground(), servePage(), launchBrowser()]);
    await playground.warmUp(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    site?.close();
  });

  async function open(path: string, tone?: number): Promise<Page> {
    const page = await openPage(browser, `${playground.url}${path}`, tone === undefined ? {} : { tone });
    onTestFinished(() => page.context().close());
    return page;
  }

  /** The page with two phones, both signed in. */
  async function openDesk() {
    const page = await open('', 750);
    const alice = new Softphone(page, 'Alice');
    const bob = new Softphone(page, 'Bob');
    await Promise.all([alice.says('Ready'), bob.says('Ready')]);
    return { page, alice, bob };
  }

  /** The page for any server, signed in as one of the exchange's users. */
  async function signIn(user: string, { tone, password = user }: { tone?: number; password?: string } = {}) {
    const page = await open('softphone', tone);
    const address = `sip:${user}@hookswitch.test`;
    return signInAt(page, { server: playground.ws, address, username: user, password });
  }

  async function packetsFlowBothWays(page: Page, connections: number) {
    const rates = await page.evaluate(() => window.instruments.packetRates(3_000));
    expect(rates).toHaveLength(connections);
    for (const { sent, received } of rates) {
      expect(sent).toBeGreaterThanOrEqual(40);
      expect(received).toBeGreaterThanOrEqual(40);
    }
  }

  const heard = (page: Page) => eventually(() => page.evaluate(() => window.instruments.heard()));

  it('lets the two phones of one page talk', async () => {
    const { page, alice, bob } = await openDesk();
    await alice.dial('bob');
    await bob.incoming().getByText('Alice', { exact: true }).waitFor();
    await bob.answer();
    await alice.talksTo('bob');
    await bob.talksTo('Alice');
    await packetsFlowBothWays(page, 2);
    await alice.hangUp();
    await alice.ended('bob', 'Call ended');
    await bob.ended('Alice', 'Call ended');
  });

  it('lets two browsers talk, hold, resume, mute, press digits and hang up', async () => {
    const { page: carolPage, phone: carol } = await signIn('carol', { tone: 750 });
    const { page: davePage, phone: dave } = await signIn('dave', { tone: 1125 });
    await Promise.all([carol.says('Ready'), dave.says('Ready')]);

    await carol.dial('dave');
    await dave.answer();
    await carol.talksTo('dave');
    await dave.talksTo('carol');
    await Promise.all([packetsFlowBothWays(carolPage, 1), packetsFlowBothWays(davePage, 1)]);
    await heard(carolPage).toBe(1125);
    await heard(davePage).toBe(750);

    await carol.toggle('Hold', true);
    await dave.callWith('carol').getByText('They put you on hold').waitFor();
    await heard(carolPage).toBe(null);
    await heard(davePage).toBe(null);
    await carol.toggle('Hold', false);
    await heard(carolPage).toBe(1125);
    await heard(davePage).toBe(750);

    await dave.toggle('Mute', true);
    await heard(carolPage).toBe(null);
    await dave.toggle('Mute', false);
    await heard(carolPage).toBe(1125);

    await dave.toggle('Keypad', true);
    for (const key of '19*#') await dave.press(key);
    await eventually(() => davePage.evaluate(() => window.instruments.digits())).toBe('19*#');

    await dave.hangUp();
    await carol.ended('dave', 'Call ended');
    await dave.ended('carol', 'Call ended');
  });

  it('plays back what is said to echo', async () => {
    const { page, phone: carol } = await signIn('carol', { tone: 750 });
    await carol.says('Ready');
    await carol.dial('echo');
    await carol.talksTo('echo');
    await packetsFlowBothWays(page, 1);
    await heard(page).toBe(750);
    await carol.toggle('Hold', true);
    await heard(page).toBe(null);
    await carol.toggle('Hold', false);
    await heard(page).toBe(750);
    await carol.toggle('Mute', true);
    await heard(page).toBe(null);
    await carol.hangUp();
    await carol.ended('echo', 'Call ended');
  });

  it('is rung by callback after the call', async () => {
    const { page, phone: carol } = await signIn('carol', { tone: 750 });
    await carol.says('Ready');
    await carol.dial('callback');
    await carol.talksTo('callback');
    await carol.hangUp();
    await carol.incoming().getByText('Callback', { exact: true }).waitFor();
    await carol.answer();
    await heard(page).toBe(750);
  });

  it('says that a sign-in failed', async () => {
    const { page, phone: carol } = await signIn('carol', { password: 'guess' });
    await carol.says('Sign-in failed');
    await page.getByRole('alert').filter({ hasText: 'The server did not accept the sign-in.' }).waitFor();
  });

  it.each([
    { number: 'busy', words: 'Busy', cause: 'busy' },
    { number: 'away', words: 'Unavailable', cause: 'unavailable' },
    { number: 'zelda', words: 'Not found', cause: 'not-found' },
  ])('tells why a call to $number ended, and calls again', async ({ number, words, cause }) => {
    const { alice, bob } = await openDesk();
    await alice.dial(number);
    await alice.ended(number, words);
    expect(await alice.callWith(number).getAttribute('data-cause')).toBe(cause);
    await alice.press('Dismiss');
    await alice.dial('bob');
    await bob.answer();
    await alice.talksTo('bob');
  });

  it('tells both ends that a call was given up', async () => {
    const { alice, bob } = await openDesk();
    await alice.dial('bob');
    await bob.incoming().waitFor();
    await alice.callWith('bob').getByText('Ringing…').waitFor();
    await alice.hangUp();
    await alice.ended('bob', 'Cancelled');
    await bob.ended('Alice', 'Missed call');
    expect(await alice.callWith('bob').getAttribute('data-cause')).toBe('cancelled');
    expect(await bob.callWith('Alice').getAttribute('data-cause')).toBe('cancelled');
  });

  it('tells both ends that a call was declined', async () => {
    const { alice, bob } = await openDesk();
    await alice.dial('bob');
    await bob.decline();
    await alice.ended('bob', 'Declined');
    await bob.ended('Alice', 'Declined');
  });

  it('gives up calling nobody after its ring limit', async () => {
    const carol = await BrowserPhone.open(browser, site.url, {
      server: playground.ws,
      aor: 'sip:carol@hookswitch.test',
      credentials: { username: 'carol', password: 'carol' },
      ringLimit: 5,
      tone: 750,
    });
    onTestFinished(() => carol.close());
    await carol.dial('nobody');
    await eventually(() => carol.call()).toMatchObject({ state: 'ringing' });
    await eventually(() => carol.call()).toMatchObject({
      state: 'terminated',
      endReason: { cause: 'no-answer' },
    });
  });
});
