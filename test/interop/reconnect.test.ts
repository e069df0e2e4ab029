import type { Browser } from 'playwright';
import { launchBrowser, openPage } from './browser.js';
import { eventually } from './eventually.js';
import { describeWith } from './needs.js';
import { type Kamailio, startKamailio } from './servers/kamailio.js';
import { type Playground, startPlayground } from './servers/playground.js';
import { signInAt } from './softphone.js';
import { freshUser } from './users.js';

describeWith(['chromium', 'kamailio'], 'softphones whose server goes away while they are idle', () => {
  let kamailio: Kamailio;
  let playground: Playground;
  let browser: Browser;

  beforeAll(async () => {
    [kamailio, playground, browser] = await Promise.all([
      startKamailio(),
      startPlayground(),
      launchBrowser(),
    ]);
    await playground.warmUp(browser);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), playground?.stop(), kamailio?.dispose()]);
  });

  async function signIn(user: string, tone: number) {
    const page = await openPage(browser, `${playground.url}softphone`, { tone });
    onTestFinished(() => page.context().close());
    const { domain, ws } = kamailio;
    return signInAt(page, {
      server: ws,
      address: `sip:${user}@${domain}`,
      username: user,
      password: `${user}-secret`,
    });
  }

  it('come back by themselves and can call', async () => {
    const [aliceUser, bobUser] = [freshUser(), freshUser()];
    const alice = await signIn(aliceUser, 750);
    const bob = await signIn(bobUser, 1125);
    await Promise.all([alice.phone.says('Ready'), bob.phone.says('Ready')]);

    await kamailio.stop();
    await Promise.all([alice.phone.says('Reconnecting'), bob.phone.says('Reconnecting')]);
    await kamailio.start();
    await Promise.all([alice.phone.says('Ready'), bob.phone.says('Ready')]);

    await alice.phone.dial(bobUser);
    await bob.phone.answer();
    await alice.phone.talksTo(bobUser);
    await eventually(() => alice.page.evaluate(() => window.instruments.heard())).toBe(1125);
    await eventually(() => bob.page.evaluate(() => window.instruments.heard())).toBe(750);
    await bob.phone.hangUp();
    await alice.phone.ended(bobUser, 'Call ended');
  });
});
