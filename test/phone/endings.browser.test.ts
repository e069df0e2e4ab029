import type { Phone } from '../../src/phone/index.js';
import { createWire, type Wire } from '../../src/testing/index.js';
import { ended, only, reach, register, talk } from '../support/calls.js';

let wire: Wire;
let alice: Phone;
let bob: Phone;

const requests = (user: string, method: string) =>
  wire.messages.filter((m) => m.user === user && m.direction === 'sent' && m.text.startsWith(`${method} `));

/** Whatever a phone's connection and registration are from now on: some are over before anybody can look. */
function statesOf(phone: Phone): string[] {
  const states: string[] = [];
  const stop = phone.store.subscribe(({ transport, registration }, before) => {
    if (transport !== before.transport || registration !== before.registration)
      states.push(`${transport} ${registration}`);
  });
  onTestFinished(stop);
  return states;
}

beforeEach(async () => {
  wire = createWire();
  alice = wire.phone('alice');
  bob = wire.phone('bob');
  await register(alice, bob);
});

afterEach(() => Promise.all([alice.dispose(), bob.dispose()]));

it.each([
  ['busy', 'busy', 486],
  ['away', 'unavailable', 480],
  ['carol', 'unavailable', 480],
  ['stranger', 'not-found', 404],
])('calling %s ends as %s, and the next call works', async (target, cause, statusCode) => {
  const id = await alice.call(target);
  await reach(alice, { state: 'terminated', endReason: { cause, statusCode } });
  alice.dismiss(id);
  await talk(alice, bob, 'bob');
});

it('tells the caller that the call was declined', async () => {
  await alice.call('bob');
  await reach(bob, { state: 'ringing' });
  await bob.decline(only(bob).id);
  await ended(alice, 'declined');
  await ended(bob, 'declined');
});

it('tells both ends that the caller gave up', async () => {
  const id = await alice.call('bob');
  await reach(bob, { state: 'ringing' });
  await reach(alice, { state: 'ringing' });
  await alice.hangup(id);
  await ended(alice, 'cancelled');
  await ended(bob, 'cancelled');
  expect(requests('alice', 'CANCEL')).toHaveLength(1);
});

it('ends at once when given up before anything was sent', async () => {
  const id = await alice.call('bob');
  await alice.hangup(id);
  await ended(alice, 'cancelled');
  expect(requests('alice', 'INVITE')).toHaveLength(0);
  alice.dismiss(id);
  await talk(alice, bob, 'bob');
});

it('hangs up at the other end when the answer crosses the cancel', async () => {
  wire.onMessage = ({ user, direction, text }) => {
    if (user === 'alice' && direction === 'received' && /^SIP\/2\.0 200[\s\S]*INVITE/.test(text))
      void alice.hangup(only(alice).id);
    return text;
  };
  await alice.call('bob');
  await reach(bob, { state: 'ringing' });
  await bob.answer(only(bob).id);
  await ended(alice, 'cancelled');
  await ended(bob, 'normal');
});

it('comes back by itself and calls again after the server was gone', async () => {
  const been = statesOf(alice);
  wire.down();
  await vi.waitFor(() => expect(been).toContain('reconnecting unregistered'));
  wire.up();
  await vi.waitFor(() => expect(alice.store.getState().registration).toBe('registered'));
  await vi.waitFor(() => expect(bob.store.getState().registration).toBe('registered'));
  const id = await talk(alice, bob, 'bob');
  await alice.hangup(id);
  await ended(bob, 'normal');
});

it('keeps a call through a lost connection, and hangs it up afterwards', async () => {
  const id = await talk(alice, bob, 'bob');
  const been = statesOf(alice);
  wire.cut('alice');
  await vi.waitFor(() => expect(been.at(-1)).toBe('connected registered'));
  expect(been).toContain('reconnecting unregistered');
  expect(only(alice).state).toBe('established');
  await alice.hangup(id);
  await ended(bob, 'normal');
});

it('says that the password is wrong, after two REGISTERs', async () => {
  const carol = wire.phone('carol', { credentials: { username: 'carol', password: 'guess' } });
  carol.connect();
  await vi.waitFor(() => expect(carol.store.getState().registration).toBe('rejected'));
  expect(carol.store.getState().lastError?.code).toBe('registration-rejected');
  expect(requests('carol', 'REGISTER')).toHaveLength(2);
  await carol.dispose();
});

it('calls without a registration, and lets the connection go after the call', async () => {
  const carol = wire.phone('carol', { register: false });
  const id = await carol.call('bob');
  await reach(bob, { state: 'ringing', remote: { uri: 'sip:carol@hookswitch.test', displayName: 'Carol' } });
  await bob.answer(only(bob).id);
  await reach(carol, { state: 'established' });
  await carol.hangup(id);
  await ended(bob, 'normal');
  await vi.waitFor(() => expect(carol.store.getState().transport).toBe('disconnected'));
});
