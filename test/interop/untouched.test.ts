import type { Browser } from 'playwright';
import { launchBrowser, openPage } from './browser.js';
import { BrowserPhone } from './browserPhone.js';
import { eventually } from './eventually.js';
import { describeWith } from './needs.js';
import { type Site, servePage } from './page/serve.js';
import { type Playground, startPlayground } from './servers/playground.js';
import { Softphone } from './softphone.js';
import { Untouched } from './untouched.js';

describeWith(['chromium'], 'a page that nobody has touched', () => {
  let playground: Playground;
  let site: Site;
  let strict: Browser;
  let caller: Browser;

  beforeAll(async () => {
    [playground, site, strict, caller] = await Promise.all([
      startPlayground(),
      servePage(),
      launchBrowser({ gesture: true }),
      launchBrowser(),
    ]);
    await playground.warmUp(strict);
  });
  afterAll(async () => {
    await Promise.all([strict?.close(), caller?.close(), playground?.stop()]);
    site?.close();
  });

  it('shows that it rings, and rings aloud from the first touch', async () => {
    const page = await openPage(strict, playground.url);
    const untouched = await Untouched.of(page);
    const seen = () => eventually(() => untouched.see());
    await seen().toContain('heading "Two phones"');

    const carol = await BrowserPhone.open(caller, site.url, {
      server: playground.ws,
      aor: 'sip:carol@hookswitch.test',
      displayName: 'Carol',
      credentials: { username: 'carol', password: 'carol' },
      tone: 750,
    });
    await eventually(async () => (await carol.state()).registration).toBe('registered');
    await carol.dial('bob');

    await seen().toContain('alertdialog "Incoming call"');
    await seen().toContain('button "Turn on sound"');
    expect(await untouched.see()).toContain('button "Answer"');
    expect(await untouched.ask('document.title')).toBe('Carol is calling');
    expect(await untouched.ask('window.instruments.ringing()')).toBe(false);

    await page.mouse.click(2, 2);
    await eventually(() => untouched.ask('window.instruments.ringing()')).toBe(true);
    await seen().not.toContain('button "Turn on sound"');

    const bob = new Softphone(page, 'Bob');
    await bob.answer();
    await bob.talksTo('Carol');
    await eventually(() => untouched.ask('window.instruments.ringing()')).toBe(false);
    expect(await untouched.ask('document.title')).not.toContain('Carol');
  });
});
