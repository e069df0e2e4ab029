import { createMedia } from '../../src/media/index.js';
import type { Phone } from '../../src/phone/index.js';
import { createWire } from '../../src/testing/index.js';
import { only, reach, register } from '../support/calls.js';

/** A level that only a beep reaches. */
const AUDIBLE = 0.05;

/** The loudest level heard of the other side within a while, ms, or until it is enough. */
const loudest = (phone: Phone, limit: number, enough: number) =>
  new Promise<number>((resolve) => {
    const since = Date.now();
    let peak = 0;
    const stop = phone.meter(only(phone).id, (level) => {
      peak = Math.max(peak, level);
      if (peak < enough && Date.now() - since < limit) return;
      stop();
      resolve(peak);
    });
  });

/** Chromium's fake microphone beeps once a second, which whoever listens hears. */
const hears = async (phone: Phone) =>
  expect(await loudest(phone, 5_000, AUDIBLE)).toBeGreaterThanOrEqual(AUDIBLE);

/** No beep for two seconds; what was under way at first still arrives. */
const hearsNothing = (phone: Phone) =>
  vi.waitFor(async () => expect(await loudest(phone, 2_000, AUDIBLE)).toBeLessThan(AUDIBLE));

/** Media whose peer connections tell which keypad tones have gone into the audio. */
function mediaWithTones() {
  const media = createMedia();
  let tones = '';
  const createPeerConnection: typeof media.createPeerConnection = (configuration) => {
    const connection = media.createPeerConnection(configuration);
    connection.addEventListener('signalingstatechange', () => {
      for (const { dtmf } of connection.getSenders()) {
        // A property holds one listener, however often it is set.
        if (dtmf) dtmf.ontonechange = ({ tone }) => (tones += tone);
      }
    });
    return connection;
  };
  return { media: { ...media, createPeerConnection }, tones: () => tones };
}

describe('two phones on one page', () => {
  let wire: ReturnType<typeof createWire>;
  let keypad: ReturnType<typeof mediaWithTones>;
  let alice: Phone;
  let bob: Phone;
  const lines: string[] = [];

  beforeEach(async () => {
    wire = createWire();
    keypad = mediaWithTones();
    alice = wire.phone('alice', {
      media: keypad.media,
      logger: (level, line) => void (level === 'debug' || lines.push(line)),
    });
    bob = wire.phone('bob');
    await register(alice, bob);
  });

  afterEach(async () => {
    await Promise.all([alice.dispose(), bob.dispose()]);
    expect(lines.splice(0)).toEqual([]);
  });

  it('talk to each other, hold, mute, press digits and hang up', async () => {
    const id = await alice.call('bob');
    expect(only(alice)).toMatchObject({ id, state: 'trying', direction: 'outbound' });
    await reach(bob, { state: 'ringing', direction: 'inbound' });
    await reach(alice, { state: 'ringing' });
    await bob.answer(only(bob).id);
    await reach(alice, { state: 'established' });
    await reach(bob, { state: 'established' });

    await Promise.all([hears(alice), hears(bob)]);

    await alice.hold(id);
    expect(only(alice)).toMatchObject({ hold: 'local', pending: null });
    await reach(bob, { hold: 'remote' });
    await alice.resume(id);
    expect(only(alice)).toMatchObject({ hold: 'none' });
    await reach(bob, { hold: 'none' });
    await hears(bob);

    await alice.mute(id);
    expect(only(alice).muted).toBe(true);
    await hearsNothing(bob);
    await hears(alice);
    await alice.unmute(id);
    expect(only(alice).muted).toBe(false);
    await hears(bob);

    await alice.sendDtmf(id, '12');
    await alice.sendDtmf(id, '#');
    await vi.waitFor(() => expect(keypad.tones()).toBe('12#'));

    await bob.hangup(only(bob).id);
    await reach(alice, {
      state: 'terminated',
      endReason: { statusCode: 0, reasonPhrase: '', cause: 'normal' },
    });
    expect(bob.store.getState().history).toHaveLength(1);
  });
});
