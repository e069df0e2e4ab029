import type { Browser } from 'playwright';
import { launchBrowser } from './browser.js';
import { BrowserPhone } from './browserPhone.js';
import { eventually } from './eventually.js';
import { describeWith } from './needs.js';
import { type Site, servePage } from './page/serve.js';
import { type Kamailio, startKamailio } from './servers/kamailio.js';
import { freshUser } from './users.js';

describeWith(['chromium', 'kamailio'], 'two browsers through Kamailio', () => {
  let kamailio: Kamailio;
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [kamailio, site, browser] = await Promise.all([startKamailio(), servePage(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
    await kamailio?.dispose();
  });

  async function open(
    tone: number,
    server: string,
    { user = freshUser(), password = `${user}-secret` }: { user?: string; password?: string } = {},
  ): Promise<BrowserPhone> {
    const phone = await BrowserPhone.open(browser, site.url, {
      server,
      aor: `sip:${user}@${kamailio.domain}`,
      credentials: { username: user, password },
      tone,
    });
    onTestFinished(() => phone.close());
    return phone;
  }

  async function register(tone: number, server: string): Promise<BrowserPhone> {
    const phone = await open(tone, server);
    await eventually(async () => (await phone.state()).registration).toBe('registered');
    return phone;
  }

  it.each(['ws', 'wss'] as const)('carries each voice to the other end, over %s', async (scheme) => {
    const alice = await register(750, kamailio[scheme]);
    const bob = await register(1125, kamailio[scheme]);

    await alice.dial(bob.aor);
    await eventually(() => bob.call()).toMatchObject({ state: 'ringing', remote: { uri: alice.aor } });
    await bob.do('answer');
    await eventually(() => alice.call()).toMatchObject({ state: 'established' });
    await eventually(() => bob.call()).toMatchObject({ state: 'established' });
    await eventually(() => alice.heard()).toBe(1125);
    await eventually(() => bob.heard()).toBe(750);
    for (const rate of await Promise.all([alice.packetRate(), bob.packetRate()])) {
      expect(rate.sent).toBeGreaterThanOrEqual(40);
      expect(rate.received).toBeGreaterThanOrEqual(40);
    }

    await alice.do('mute');
    await eventually(() => bob.heard()).toBe(null);
    expect(await alice.openMicrophones()).toBe(1);
    expect(await alice.heard()).toBe(1125);
    await alice.do('unmute');
    await eventually(() => bob.heard()).toBe(750);

    await bob.do('hold');
    expect(await bob.call()).toMatchObject({ hold: 'local' });
    await eventually(() => alice.call()).toMatchObject({ hold: 'remote' });
    await eventually(() => alice.heard()).toBe(null);
    await eventually(() => bob.heard()).toBe(null);
    await bob.do('resume');
    await eventually(() => alice.call()).toMatchObject({ hold: 'none' });
    await eventually(() => alice.heard()).toBe(1125);
    await eventually(() => bob.heard()).toBe(750);

    await alice.do('hangup');
    await eventually(() => alice.call()).toMatchObject({
      state: 'terminated',
      endReason: { cause: 'normal' },
    });
    await eventually(() => bob.call()).toMatchObject({ state: 'terminated', endReason: { cause: 'normal' } });
    await eventually(() => alice.openMicrophones()).toBe(0);
    await eventually(() => bob.openMicrophones()).toBe(0);
  });

  it('is refused with a wrong password', async () => {
    const mallory = await open(750, kamailio.ws, { password: 'guess' });
    await eventually(() => mallory.state()).toMatchObject({
      registration: 'rejected',
      lastError: { code: 'registration-rejected' },
    });
  });

  it('says that a number is busy', async () => {
    const alice = await register(750, kamailio.ws);
    await alice.dial('busy');
    await eventually(() => alice.call()).toMatchObject({
      state: 'terminated',
      endReason: { statusCode: 486, cause: 'busy' },
    });
  });

  it('tells a caller of a declined call, and calls again', async () => {
    const alice = await register(750, kamailio.ws);
    const bob = await register(1125, kamailio.ws);
    await alice.dial(bob.aor);
    await eventually(() => bob.call()).toMatchObject({ state: 'ringing' });
    await bob.do('decline');
    await eventually(() => alice.call()).toMatchObject({
      state: 'terminated',
      endReason: { cause: 'declined' },
    });

    await bob.dial(alice.aor);
    await eventually(() => alice.call()).toMatchObject({ state: 'ringing' });
    await alice.do('answer');
    await eventually(() => bob.heard()).toBe(750);
  });

  it('rings every phone of a user, and tells the others that one has answered', async () => {
    const alice = await register(750, kamailio.ws);
    const bob = await register(1125, kamailio.ws);
    const bobElsewhere = await open(1500, kamailio.wss, { user: bob.user });
    await eventually(async () => (await bobElsewhere.state()).registration).toBe('registered');

    await alice.dial(bob.aor);
    await eventually(() => bobElsewhere.call()).toMatchObject({ state: 'ringing' });
    await eventually(() => bob.call()).toMatchObject({ state: 'ringing' });
    await bob.do('answer');
    await eventually(() => bobElsewhere.call()).toMatchObject({
      state: 'terminated',
      endReason: { cause: 'answered-elsewhere' },
    });
    await eventually(() => alice.heard()).toBe(1125);
  });

  it('tells the called phone that the caller gave up', async () => {
    const alice = await register(750, kamailio.ws);
    const bob = await register(1125, kamailio.ws);
    await alice.dial(bob.aor);
    await eventually(() => bob.call()).toMatchObject({ state: 'ringing' });
    await alice.do('hangup');
    await eventually(() => alice.call()).toMatchObject({
      state: 'terminated',
      endReason: { cause: 'cancelled' },
    });
    await eventually(() => bob.call()).toMatchObject({
      state: 'terminated',
      endReason: { cause: 'cancelled' },
    });
    await eventually(() => alice.openMicrophones()).toBe(0);
  });
});
