import type { Browser, Page } from 'playwright';
import type { Call, CallId, PhoneSettings, PhoneState } from '../../src/phone/index.js';
import { openPage } from './browser.js';
import type { Packets } from './page/instruments.js';

/** Settings that survive the way into a page. */
type PlainSettings = Pick<PhoneSettings, 'server' | 'aor' | 'displayName' | 'dtmf' | 'ringLimit'> & {
  credentials: { username: string; password: string };
};

type CallVerb = 'answer' | 'decline' | 'hangup' | 'hold' | 'resume' | 'mute' | 'unmute';

/** A phone in a page of its own. Verbs act on its newest call. */
export class BrowserPhone {
  private constructor(
    readonly page: Page,
    readonly aor: string,
    readonly user: string,
  ) {}

  /** Opens the page and the phone in it, whose microphone is a tone of `tone` Hz. */
  static async open(
    browser: Browser,
    url: string,
    { tone, ...settings }: PlainSettings & { tone: number },
  ): Promise<BrowserPhone> {
    const page = await openPage(browser, url, { tone });
    await page.waitForFunction(() => 'openPhone' in window);
    await page.evaluate((plain) => window.openPhone(plain), settings);
    return new BrowserPhone(page, settings.aor, settings.credentials.username);
  }

  state(): Promise<PhoneState> {
    return this.page.evaluate(() => window.phone.store.getState());
  }

  /** The newest call. */
  async call(): Promise<Call | undefined> {
    return (await this.state()).calls.at(-1);
  }

  dial(target: string): Promise<CallId> {
    return this.page.evaluate((text) => window.phone.call(text), target);
  }

  do(verb: CallVerb): Promise<void> {
    return this.page.evaluate(
      (name) => window.phone[name](window.phone.store.getState().calls.at(-1)!.id),
      verb,
    );
  }

  sendDtmf(tones: string): Promise<void> {
    return this.page.evaluate(
      (text) => window.phone.sendDtmf(window.phone.store.getState().calls.at(-1)!.id, text),
      tones,
    );
  }

  heard(): Promise<number | null | undefined> {
    return this.page.evaluate(() => window.instruments.heard());
  }

  openMicrophones(): Promise<number> {
    return this.page.evaluate(() => window.instruments.openMicrophones());
  }

  async packetRate(duration = 3_000): Promise<Packets> {
    const rates = await this.page.evaluate((ms) => window.instruments.packetRates(ms), duration);
    return rates.at(-1) ?? { sent: 0, received: 0 };
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
