import type { Phone } from '../../src/phone/index.js';
import { createFakeMedia, createWire, type Wire } from '../../src/testing/index.js';
import { ended, only, reach, register } from '../support/calls.js';

const wire = () => createWire();
let phones: Phone[] = [];

/** Every header that an INVITE has before the server asks for the password. */
const INVITE_HEADERS = [
  'Allow',
  'CSeq',
  'Call-ID',
  'Contact',
  'Content-Length',
  'Content-Type',
  'From',
  'Max-Forwards',
  'Supported',
  'To',
  'User-Agent',
  'Via',
];

/** The first INVITE that Alice sends, as soon as she has. */
const inviteOf = ({ messages }: Wire) =>
  vi.waitFor(() => {
    const invite = messages.find(({ user, text }) => user === 'alice' && text.startsWith('INVITE '));
    expect(invite).toBeDefined();
    return invite!.text;
  });

afterEach(async () => {
  await Promise.all(phones.map((phone) => phone.dispose()));
  phones = [];
});

it('rings nobody when it was given up before the server had asked for the password', async () => {
  const net = wire();
  const alice = net.phone('alice');
  const bob = net.phone('bob');
  phones = [alice, bob];
  await register(alice, bob);
  const invites = () =>
    net.messages.filter(
      ({ user, direction, text }) => user === 'alice' && direction === 'sent' && text.startsWith('INVITE'),
    );
  net.onMessage = ({ user, direction, text }) => {
    if (user === 'alice' && direction === 'sent' && text.startsWith('INVITE'))
      void alice.hangup(only(alice).id);
    return text;
  };
  const id = await alice.call('bob');
  await ended(alice, 'cancelled');
  net.onMessage = null;
  alice.dismiss(id);
  // The next call is the first that Bob hears of.
  await alice.call('bob');
  await reach(bob, { state: 'ringing' });
  expect(invites()).toHaveLength(3);
});

it('tells media-failed when there is no network address to call with', async () => {
  const net = wire();
  const alice = net.phone('alice', { media: createFakeMedia({ candidates: [] }), gatheringLimit: 20 });
  phones = [alice];
  await register(alice);
  const id = await alice.call('bob');
  await ended(alice, 'failed');
  expect(alice.store.getState().lastError).toMatchObject({ code: 'media-failed', callId: id });
});

it('tells media-failed, at both ends, when an offer cannot be answered', async () => {
  const net = wire();
  const alice = net.phone('alice');
  const bob = net.phone('bob', { media: createFakeMedia({ candidates: [] }), gatheringLimit: 20 });
  phones = [alice, bob];
  await register(alice, bob);
  await alice.call('bob');
  await reach(bob, { state: 'ringing' });
  await expect(bob.answer(only(bob).id)).rejects.toMatchObject({ code: 'media-failed' });
  await ended(bob, 'failed');
  expect(bob.store.getState().lastError?.code).toBe('media-failed');
  await reach(alice, { state: 'terminated' });
});

it.each([
  '',
  '   ',
  '+',
  'sip:',
  'bob@',
  'a b',
  '😀',
  'bob\r\nX-Injected: 1',
  'http://example.com',
  'sip:100%25@example.com',
])('refuses to call %j, tells so, and sends nothing', async (target) => {
  const net = wire();
  const alice = net.phone('alice');
  phones = [alice];
  await register(alice);
  await expect(alice.call(target)).rejects.toMatchObject({ code: 'target-invalid' });
  expect(alice.store.getState()).toMatchObject({
    calls: [],
    lastError: { code: 'target-invalid', callId: null },
  });
  expect(net.messages.filter(({ text }) => !text.includes('REGISTER'))).toEqual([]);
});

it.each([
  ['bob@hookswitch.test', 'sip:bob@hookswitch.test'],
  ['sip:bob@hookswitch.test?X-Evil=1&Subject=x', 'sip:bob@hookswitch.test'],
  ['sip:bob@hookswitch.test;user=phone', 'sip:bob@hookswitch.test'],
  ['bob;param=x@hookswitch.test', 'sip:bob%3Bparam%3Dx@hookswitch.test'],
  ['tel:+1-555-0100', 'sip:+15550100@hookswitch.test'],
  ['*55#', 'sip:*55%23@hookswitch.test'],
  ['+1 (555) 01-00', 'sip:+15550100@hookswitch.test'],
  ['\u202b\u200f555 0100\u200f\u202c', 'sip:5550100@hookswitch.test'],
  ['٠١٢٣٤٥', 'sip:012345@hookswitch.test'],
])('calls %j as one URI, and adds no header', async (target, uri) => {
  const net = wire();
  const alice = net.phone('alice');
  phones = [alice];
  await register(alice);
  await alice.call(target);
  const [line = '', ...headers] = (await inviteOf(net)).split('\r\n\r\n')[0]!.split('\r\n');
  expect(line).toBe(`INVITE ${uri} SIP/2.0`);
  expect(headers.map((header) => header.split(':')[0]).sort()).toEqual(INVITE_HEADERS);
});

it('refuses a header that would add another', async () => {
  const alice = wire().phone('alice');
  phones = [alice];
  await expect(
    alice.call('bob', { headers: { 'X-Order': '1\r\nContact: <sip:evil@example.com>' } }),
  ).rejects.toThrow('line break');
  expect(alice.store.getState().calls).toEqual([]);
});

it('gives up a call that nobody answers, after the ring limit', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const alice = wire().phone('alice', { ringLimit: 50 });
  phones = [alice];
  await register(alice);
  await alice.call('nobody');
  await reach(alice, { state: 'ringing' });
  vi.advanceTimersByTime(45_000);
  expect(only(alice).state).toBe('ringing');
  vi.advanceTimersByTime(5_000);
  await ended(alice, 'no-answer');
});

it('says so when the server cannot be reached, and calls when it can', async () => {
  const net = wire();
  net.down();
  const alice = net.phone('alice');
  const bob = net.phone('bob');
  phones = [alice, bob];
  const id = await alice.call('bob');
  await ended(alice, 'failed');
  expect(alice.store.getState().lastError).toMatchObject({ code: 'transport-failed' });
  net.up();
  alice.dismiss(id);
  await register(bob);
  await alice.call('bob');
  await reach(bob, { state: 'ringing' });
});
