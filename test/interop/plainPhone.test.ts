import type { Browser } from 'playwright';
import { launchBrowser } from './browser.js';
import { BrowserPhone } from './browserPhone.js';
import { eventually } from './eventually.js';
import { describeWith } from './needs.js';
import { type Site, servePage } from './page/serve.js';
import { type Baresip, startBaresip } from './servers/baresip.js';
import { type Kamailio, startKamailio } from './servers/kamailio.js';
import { type Rtpengine, startRtpengine } from './servers/rtpengine.js';
import { freshUser } from './users.js';

describeWith(
  ['chromium', 'kamailio', 'rtpengine', 'baresip'],
  'a browser and a plain RTP phone, through Kamailio and rtpengine',
  () => {
    let rtpengine: Rtpengine;
    let kamailio: Kamailio;
    let site: Site;
    let browser: Browser;
    let alice: BrowserPhone;
    let desk: Baresip;

    beforeAll(async () => {
      rtpengine = await startRtpengine();
      [kamailio, site, browser] = await Promise.all([
        startKamailio({ rtpenginePort: rtpengine.port }),
        servePage(),
        launchBrowser(),
      ]);
    });
    afterAll(async () => {
      await browser?.close();
      site?.close();
      await kamailio?.dispose();
      await rtpengine?.stop();
    });

    beforeEach(async () => {
      const [user, deskUser] = [freshUser(), freshUser()];
      const { domain, sipPort } = kamailio;
      desk = await startBaresip({ user: deskUser, domain, proxyPort: sipPort, tone: 375 });
      alice = await BrowserPhone.open(browser, site.url, {
        server: kamailio.ws,
        aor: `sip:${user}@${domain}`,
        credentials: { username: user, password: `${user}-secret` },
        dtmf: 'rtp',
        tone: 750,
      });
      await eventually(async () => (await alice.state()).registration).toBe('registered');
    });
    afterEach(async () => {
      await alice?.close();
      await desk?.dispose();
    });

    const deskSaw = (type: string) =>
      eventually(() => desk.events.map((event) => event.type)).toContain(type);

    async function browserCallsDesk() {
      await alice.dial(desk.user);
      await deskSaw('CALL_INCOMING');
      await eventually(() => alice.call()).toMatchObject({ state: 'ringing' });
      await desk.order('accept');
      await eventually(() => alice.call()).toMatchObject({ state: 'established' });
    }

    async function bothHear() {
      await eventually(() => alice.heard()).toBe(375);
      await eventually(() => desk.heard()).toBe(750);
    }

    async function packetsFlowBothWays() {
      const [atAlice, atDesk] = await Promise.all([alice.packetRate(), desk.packetRate()]);
      expect(atAlice.sent).toBeGreaterThanOrEqual(40);
      expect(atAlice.received).toBeGreaterThanOrEqual(40);
      expect(atDesk).toBeGreaterThanOrEqual(40);
    }

    it('carries both voices of a call from the browser, held and resumed', async () => {
      await browserCallsDesk();
      await bothHear();
      await packetsFlowBothWays();

      await alice.do('mute');
      await eventually(() => desk.heard()).toBe(null);
      await alice.do('unmute');
      await bothHear();

      await alice.do('hold');
      expect(await alice.call()).toMatchObject({ hold: 'local' });
      await eventually(() => alice.heard()).toBe(null);
      await alice.do('resume');
      expect(await alice.call()).toMatchObject({ hold: 'none' });
      await eventually(() => alice.heard()).toBe(375);
      await packetsFlowBothWays();
      await alice.sendDtmf('42');
      await eventually(() => desk.digits()).toBe('42');
    });

    it('sends digits that the plain phone decodes from RFC 4733 packets, in order', async () => {
      await browserCallsDesk();
      await bothHear();
      await alice.sendDtmf('1598*0##');
      await eventually(() => desk.digits()).toBe('1598*0##');
      expect(desk.trace()).not.toMatch(/^INFO sip:/m);
      await bothHear();
    });

    it('ends when the plain phone hangs up', async () => {
      await browserCallsDesk();
      await bothHear();
      await desk.order('hangup');
      await eventually(() => alice.call()).toMatchObject({
        state: 'terminated',
        endReason: { cause: 'normal' },
      });
    });

    it('carries both voices of a call from the plain phone, which holds and resumes', async () => {
      await desk.order('dial', alice.aor);
      await eventually(() => alice.call()).toMatchObject({
        direction: 'inbound',
        state: 'ringing',
        remote: { uri: `sip:${desk.user}@${kamailio.domain}` },
      });
      await alice.do('answer');
      await deskSaw('CALL_ESTABLISHED');
      await bothHear();
      await packetsFlowBothWays();

      await desk.order('hold');
      await eventually(() => alice.call()).toMatchObject({ hold: 'remote' });
      await eventually(() => alice.heard()).toBe(null);
      expect(await desk.packetRate(1_000)).toBe(0);
      await desk.order('resume');
      await eventually(() => alice.call()).toMatchObject({ hold: 'none' });
      await eventually(() => alice.heard()).toBe(375);
      await packetsFlowBothWays();
      await alice.sendDtmf('42');
      await eventually(() => desk.digits()).toBe('42');

      await alice.do('hangup');
      await deskSaw('CALL_CLOSED');
      await eventually(() => alice.call()).toMatchObject({
        state: 'terminated',
        endReason: { cause: 'normal' },
      });
    });
  },
);
