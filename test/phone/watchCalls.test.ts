import { type Call, type Phone, watchCalls } from '../../src/phone/index.js';
import { createWire, fakeCall, fakePhone, type Wire } from '../../src/testing/index.js';
import { ended, only, reach, register, talk } from '../support/calls.js';

let wire: Wire;
let alice: Phone;
let bob: Phone;

beforeEach(async () => {
  wire = createWire();
  alice = wire.phone('alice');
  bob = wire.phone('bob');
  await register(alice, bob);
});

afterEach(() => Promise.all([alice.dispose(), bob.dispose()]));

/** Everything that a phone's events tell, as `name state`. */
function record(phone: Phone) {
  const told: string[] = [];
  const calls: Call[] = [];
  const tell = (name: string) => (call: Call) => {
    told.push(`${name} ${call.state}`);
    calls.push(call);
  };
  const stop = watchCalls(phone, {
    onCallIncoming: tell('incoming'),
    onCallPlaced: tell('placed'),
    onCallAnswered: tell('answered'),
    onCallEnded: tell('ended'),
  });
  return { told, calls, stop };
}

it('tells each side of a call what happens to it, once', async () => {
  const here = record(alice);
  const there = record(bob);
  const id = await talk(alice, bob, 'bob');
  await alice.hold(id);
  await alice.resume(id);
  await alice.hangup(id);
  await ended(bob, 'normal');
  expect(here.told).toEqual(['placed trying', 'answered established', 'ended terminated']);
  expect(there.told).toEqual(['incoming ringing', 'answered established', 'ended terminated']);
  const kept = here.calls.at(-1)!;
  expect(kept).toBe(alice.store.getState().history[0]);
  expect(kept.endedAt).toBeGreaterThanOrEqual(kept.answeredAt!);
  expect(kept.endReason?.cause).toBe('normal');
});

it('tells of a call that nobody answered, and nothing once it is stopped', async () => {
  const here = record(alice);
  await alice.call('nobody-there');
  await ended(alice, 'not-found');
  expect(here.told).toEqual(['placed trying', 'ended terminated']);
  here.stop();
  alice.dismiss(only(alice).id);
  await alice.call('nobody-there');
  await ended(alice, 'not-found');
  expect(here.told).toHaveLength(2);
});

it('lets the call go on when a handler throws, and tells the page once', async () => {
  const thrown: unknown[] = [];
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => thrown.push(error));
  try {
    watchCalls(bob, {
      onCallIncoming: () => {
        throw new Error('the host page is broken');
      },
    });
    const id = await talk(alice, bob, 'bob');
    await reach(bob, { state: 'established' });
    await alice.hangup(id);
    await ended(bob, 'normal');
  } finally {
    process.removeAllListeners('uncaughtException');
    for (const listener of listeners) process.on('uncaughtException', listener);
  }
  expect(thrown).toEqual([new Error('the host page is broken')]);
});

it('tells in order of a call that comes about in one go', () => {
  const phone = fakePhone();
  const { told } = record(phone);
  const call = fakeCall({ state: 'terminated', answeredAt: 1, endedAt: 2 });
  phone.store.setState({ calls: [call] });
  phone.store.setState({ calls: [] });
  expect(told).toEqual(['placed terminated', 'answered terminated', 'ended terminated']);
});
