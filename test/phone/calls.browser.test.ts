import type { Phone } from '../../src/phone/index.js';
import { createWire } from '../../src/testing/index.js';
import { only, reach, register } from '../support/calls.js';

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
    alice = wire.phone('alice', { logger: (level, line) => void (level === 'debug' || lines.push(line)) });
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
