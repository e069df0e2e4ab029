import type { Call, Phone } from '../../src/phone/index.js';
import { createWire } from '../../src/testing/index.js';

const only = (phone: Phone): Call => {
  const [call] = phone.store.getState().calls;
  if (!call) throw new Error('There is no call.');
  return call;
};

const registered = (...phones: Phone[]) =>
  vi.waitFor(() => {
    for (const phone of phones) expect(phone.store.getState().registration).toBe('registered');
  });

const reach = (phone: Phone, facts: Partial<Call>) =>
  vi.waitFor(() => expect(only(phone)).toMatchObject(facts), { timeout: 8_000 });

/** The loudest level heard of the other side within a while. */
const loudest = (phone: Phone, until: (level: number) => boolean) =>
  new Promise<number>((resolve) => {
    let samples = 0;
    let peak = 0;
    const stop = phone.meter(only(phone).id, (level) => {
      samples += 1;
      peak = Math.max(peak, level);
      if (until(peak) || samples > 60) {
        stop();
        resolve(peak);
      }
    });
  });

describe('two phones on one page', () => {
  let wire: ReturnType<typeof createWire>;
  let alice: Phone;
  let bob: Phone;
  const lines: string[] = [];

  beforeEach(async () => {
    wire = createWire();
    alice = wire.phone('alice', { logger: (level, line) => level !== 'debug' && lines.push(line) });
    bob = wire.phone('bob');
    alice.connect();
    bob.connect();
    await registered(alice, bob);
  });

  afterEach(async () => {
    await Promise.all([alice.dispose(), bob.dispose()]);
    if (lines.length > 0) console.log(lines.splice(0).join('\n'));
  });

  it('talk to each other, hold, mute, press digits and hang up', async () => {
    const id = await alice.call('bob');
    expect(only(alice)).toMatchObject({ id, state: 'trying', direction: 'outbound' });
    await reach(bob, { state: 'ringing', direction: 'inbound' });
    await reach(alice, { state: 'ringing' });
    await bob.answer(only(bob).id);
    await reach(alice, { state: 'established' });
    await reach(bob, { state: 'established' });

    expect(await loudest(alice, (level) => level > 0.05)).toBeGreaterThan(0.05);
    expect(await loudest(bob, (level) => level > 0.05)).toBeGreaterThan(0.05);

    await alice.hold(id);
    expect(only(alice)).toMatchObject({ hold: 'local', pending: null });
    await reach(bob, { hold: 'remote' });
    await alice.resume(id);
    expect(only(alice)).toMatchObject({ hold: 'none' });
    await reach(bob, { hold: 'none' });
    expect(await loudest(bob, (level) => level > 0.05)).toBeGreaterThan(0.05);

    await alice.mute(id);
    expect(only(alice).muted).toBe(true);
    await alice.sendDtmf(id, '12#');

    await bob.hangup(only(bob).id);
    await reach(alice, {
      state: 'terminated',
      endReason: { statusCode: 0, reasonPhrase: '', cause: 'normal' },
    });
    expect(bob.store.getState().history).toHaveLength(1);
  });
});
